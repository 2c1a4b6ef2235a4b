//! Drafts: what is being typed and has not been kept yet.
//!
//! A draft is kept when its field loses the keyboard, on Enter, after a pause of 0.8 seconds,
//! or when its field is no longer drawn because something else was chosen: typed text is never
//! lost. Escape puts back what stood there. A text the tab finds wrong stays in its field with
//! the reason below it.
//!
//! A tab owns one [`Drafts`] for all its fields, each known by a key of the tab's own that says
//! what the text belongs to, and asks it at the end of its frame what to keep. The edit is made
//! then, from the data as they are then.

use std::borrow::Cow;

use egui::{Id, Key, Modifiers, Response, Ui};

use super::field::TextField;

/// Seconds without a key stroke after which a draft is kept.
const PAUSE: f64 = 0.8;

/// The fields of a tab that hold typed text not yet kept.
#[derive(Debug)]
pub struct Drafts<K> {
    open: Vec<Draft<K>>,
    kept: Vec<(K, String)>,
}

#[derive(Debug)]
struct Draft<K> {
    key: K,
    text: String,
    /// What stood there when typing began.
    before: String,
    typed_at: f64,
    shown: bool,
    /// Given to the tab; waits for the data to say the same.
    given: bool,
    error: Option<String>,
}

impl<K> Default for Drafts<K> {
    fn default() -> Self {
        Self {
            open: Vec::new(),
            kept: Vec::new(),
        }
    }
}

impl<K: Clone + PartialEq + std::hash::Hash + std::fmt::Debug> Drafts<K> {
    /// Draws the field of `key`, whose kept text is `current`.
    pub fn field(&mut self, ui: &mut Ui, key: &K, current: &str, field: TextField<'_>) -> Response {
        self.checked(ui, key, current, field, |_| Ok(()))
    }

    /// The same for a field that takes only some texts; `check` says what is wrong.
    pub fn checked(
        &mut self,
        ui: &mut Ui,
        key: &K,
        current: &str,
        field: TextField<'_>,
        check: impl Fn(&str) -> Result<(), String>,
    ) -> Response {
        let at = self.open.iter().position(|draft| draft.key == *key);
        let mut text = match at.and_then(|at| self.open.get(at)) {
            Some(draft) => draft.text.clone(),
            None => current.to_owned(),
        };
        let error = at
            .and_then(|at| self.open.get(at))
            .and_then(|draft| draft.error.clone());
        let takes_enter = field.takes_enter();
        let field = field
            .id(Id::unique("draft").with(key))
            .error(error.map(Cow::Owned));
        let response = field.show(ui, &mut text);
        if response.changed() {
            let now = ui.input(|input| input.time);
            self.typed(key, text, current, now);
        }
        let escaped = response.lost_focus()
            && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
        self.attend(ui, key, current, &response, (takes_enter, escaped), check);
        response
    }

    fn typed(&mut self, key: &K, text: String, current: &str, now: f64) {
        match self.open.iter_mut().find(|draft| draft.key == *key) {
            Some(draft) => {
                draft.text = text;
                draft.typed_at = now;
                draft.given = false;
                draft.error = None;
            }
            None => self.open.push(Draft {
                key: key.clone(),
                text,
                before: current.to_owned(),
                typed_at: now,
                shown: true,
                given: false,
                error: None,
            }),
        }
    }

    fn attend(
        &mut self,
        ui: &Ui,
        key: &K,
        current: &str,
        response: &Response,
        (takes_enter, escaped): (bool, bool),
        check: impl Fn(&str) -> Result<(), String>,
    ) {
        let Some(at) = self.open.iter().position(|draft| draft.key == *key) else {
            return;
        };
        let Some(draft) = self.open.get_mut(at) else {
            return;
        };
        draft.shown = true;
        if escaped {
            // What a pause already kept has to be put back too.
            if draft.given || draft.text != current {
                self.kept.push((key.clone(), draft.before.clone()));
            }
            self.open.remove(at);
            return;
        }
        let now = ui.input(|input| input.time);
        let waited = now - draft.typed_at;
        let done = response.lost_focus() || !response.has_focus();
        let entered =
            response.has_focus() && !takes_enter && ui.input(|input| input.key_pressed(Key::Enter));
        if !draft.given {
            if done || entered || waited >= PAUSE {
                match check(&draft.text) {
                    Ok(()) => {
                        draft.given = true;
                        self.kept.push((key.clone(), draft.text.clone()));
                    }
                    Err(error) => draft.error = Some(error),
                }
            } else {
                let rest = std::time::Duration::from_secs_f64(PAUSE - waited);
                ui.ctx().request_repaint_after(rest);
            }
        }
        // While the field has the keyboard its own text stands, so that nothing jumps.
        if done && draft.given {
            self.open.remove(at);
        }
    }

    /// A text to keep now. Call once a frame after all fields, unless the tab wishes something
    /// else in this frame: both edits would begin from the same data, and the second be refused.
    /// Drafts whose field was not drawn come too.
    pub fn take(&mut self) -> Option<(K, String)> {
        self.collect();
        if self.kept.is_empty() {
            None
        } else {
            Some(self.kept.remove(0))
        }
    }

    fn collect(&mut self) {
        for draft in &mut self.open {
            if !draft.shown && !draft.given && draft.error.is_none() {
                draft.given = true;
                self.kept.push((draft.key.clone(), draft.text.clone()));
            }
        }
        self.open.retain(|draft| draft.shown);
        for draft in &mut self.open {
            draft.shown = false;
        }
    }

    /// Whatever is typed and not kept, because the tab is being left.
    pub fn flush(&mut self) -> Vec<(K, String)> {
        for draft in &mut self.open {
            draft.shown = false;
        }
        self.collect();
        std::mem::take(&mut self.kept)
    }
}
