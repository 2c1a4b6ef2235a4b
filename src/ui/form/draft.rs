//! Drafts: what is being typed and has not been kept yet.
//!
//! A draft is kept when its field loses the keyboard, on Enter, after a pause of 0.8 seconds,
//! or when its field is no longer drawn because something else was chosen: typed text is never
//! lost. Escape puts back what stood there. A text that is found wrong stays in its field with
//! the reason below it.
//!
//! What is to be kept is asked for at the end of the frame: the edit is made then, from the data
//! as they are then.

use std::time::Duration;

use egui::{Id, Key, Modifiers, Response, Ui};

use crate::edit::Typed;
use crate::i18n::refusal;
use crate::ui::Cx;
use crate::ui::widgets::TextField;

/// Seconds without a key stroke after which a draft is kept.
const PAUSE: f64 = 0.8;

/// The texts of a form that are not kept yet.
#[derive(Debug, Default)]
pub(super) struct Drafts {
    open: Vec<Draft>,
    kept: Vec<(Typed, String)>,
}

#[derive(Debug)]
struct Draft {
    of: Typed,
    text: String,
    /// What stood there when typing began.
    before: String,
    typed_at: f64,
    shown: bool,
    /// It was asked for; waits for the data to say the same.
    given: bool,
    error: Option<String>,
}

impl Drafts {
    /// Draws the field of a text.
    pub fn field(
        &mut self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        of: &Typed,
        field: TextField<'_>,
    ) -> Response {
        let current = of.current(cx.data);
        let known = self.open.iter().find(|draft| draft.of == *of);
        let mut text = known.map_or_else(|| current.clone(), |draft| draft.text.clone());
        let error = known.and_then(|draft| draft.error.clone());
        let takes_enter = field.takes_enter();
        let field = field.id(Id::unique("draft").with(of)).error(error);
        let response = field.show(ui, &mut text);
        if response.changed() {
            self.type_in(ui, of, text, &current);
        }
        let left = response.lost_focus();
        let escape = |input: &mut egui::InputState| input.consume_key(Modifiers::NONE, Key::Escape);
        if left && ui.input_mut(escape) {
            self.put_back(of, &current);
        }
        let enter = !takes_enter && ui.input(|input| input.key_pressed(Key::Enter));
        let done = left || !response.has_focus();
        self.settle(ui, cx, of, Ended { done, enter });
        response
    }

    fn type_in(&mut self, ui: &Ui, of: &Typed, text: String, current: &str) {
        let known = self.open.iter().position(|draft| draft.of == *of);
        let earlier = known.map(|at| self.open.remove(at));
        self.open.push(Draft {
            of: of.clone(),
            text,
            before: earlier.map_or_else(|| current.to_owned(), |draft| draft.before),
            typed_at: ui.input(|input| input.time),
            shown: true,
            given: false,
            error: None,
        });
    }

    fn put_back(&mut self, of: &Typed, current: &str) {
        let known = self.open.iter().position(|draft| draft.of == *of);
        let Some(draft) = known.map(|at| self.open.remove(at)) else {
            return;
        };
        // What a pause already kept has to be put back too.
        if draft.given || draft.text != current {
            self.kept.push((draft.of, draft.before));
        }
    }

    /// Keeps a text whose typing has ended, if it will do.
    fn settle(&mut self, ui: &Ui, cx: &Cx<'_>, of: &Typed, ended: Ended) {
        let Some(draft) = self.open.iter_mut().find(|draft| draft.of == *of) else {
            return;
        };
        draft.shown = true;
        let waited = ui.input(|input| input.time) - draft.typed_at;
        if !draft.given {
            if ended.done || ended.enter || waited >= PAUSE {
                match of.check(cx.data, &draft.text) {
                    Ok(()) => {
                        draft.given = true;
                        self.kept.push((of.clone(), draft.text.clone()));
                    }
                    Err(why) => draft.error = Some(refusal::words(cx.language, &why)),
                }
            } else {
                let rest = Duration::from_secs_f64(PAUSE - waited);
                ui.ctx().request_repaint_after(rest);
            }
        }
        // While the field has the keyboard its own text stands, so that nothing jumps.
        if ended.done {
            self.open.retain(|draft| draft.of != *of || !draft.given);
        }
    }

    /// A text to keep now, also one whose field was not drawn. Call once a frame after all
    /// fields.
    pub fn take(&mut self) -> Option<(Typed, String)> {
        self.collect();
        (!self.kept.is_empty()).then(|| self.kept.remove(0))
    }

    /// Whatever is typed and not kept, because the tab is being left.
    pub fn flush(&mut self) -> Vec<(Typed, String)> {
        for draft in &mut self.open {
            draft.shown = false;
        }
        self.collect();
        std::mem::take(&mut self.kept)
    }

    fn collect(&mut self) {
        for draft in &mut self.open {
            if !draft.shown && !draft.given && draft.error.is_none() {
                self.kept.push((draft.of.clone(), draft.text.clone()));
            }
        }
        self.open.retain(|draft| draft.shown);
        for draft in &mut self.open {
            draft.shown = false;
        }
    }
}

/// How typing in a field ended, if it has.
#[derive(Clone, Copy)]
struct Ended {
    /// The field has the keyboard no more.
    done: bool,
    /// Enter was pressed in it.
    enter: bool,
}
