//! Search over everything: items, dimensions, customers, comments, actions, waves and commands.
//! One field, the best matches first, grouped by kind; what is chosen leads to its place.
//!
//! What the data hold is found beside the drawing ([`Found`]); commands are few and matched at
//! once. Knows no other language's spelling of a word and no pinyin.

mod commands;
mod found;
mod hit;
mod list;
mod rank;

use std::sync::Arc;

use egui::{Align2, Context, Id, Key, Modal, Modifiers, Ui, vec2};

pub use found::Found;
use hit::{Group, Hit};

use super::widgets::{TextField, dialog, focus, text};
use super::{Action, Cx, Place, Tab, Wanted};
use crate::tr;
use crate::ui::style::palette;

/// How wide the palette is, and how far below the top of the window.
const WIDTH: f32 = 620.0;
const TOP: f32 = 72.0;

/// The palette while it is open.
#[derive(Debug, Default)]
pub struct Search {
    query: String,
    /// The hit that Enter chooses, counted over all groups.
    at: usize,
    /// Enter came before the hits of what is typed.
    entered: bool,
    /// Hits drawn now, and what they were made of.
    groups: Vec<Group>,
    made_of: Option<(String, Option<Arc<Found>>)>,
}

impl Search {
    /// What has to be found for what is typed.
    pub fn wants(&self, cx: &Cx<'_>) -> Option<Wanted> {
        let query = self.query.trim();
        (!query.is_empty() && self.found(cx).is_none()).then(|| Wanted::found(query))
    }

    /// What was found for what is typed, if it is there.
    fn found<'a>(&self, cx: &Cx<'a>) -> Option<&'a Arc<Found>> {
        let found = cx.ready.found();
        found.filter(|found| found.fits(cx, self.query.trim()))
    }

    /// Draws it over everything while it is open.
    pub fn ask(open: &mut Option<Self>, context: &Context, cx: &Cx<'_>) {
        if let Some(search) = open
            && search.ends(context, cx)
        {
            *open = None;
        }
    }

    /// True when something was chosen, which is asked for, or it was left.
    fn ends(&mut self, context: &Context, cx: &Cx<'_>) -> bool {
        let id = Id::unique("search");
        focus::lend(context, id);
        let pressed = |key| context.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let (escape, enter) = (pressed(Key::Escape), pressed(Key::Enter));
        self.refresh(cx);
        self.step(isize::from(pressed(Key::ArrowDown)) - isize::from(pressed(Key::ArrowUp)));
        self.entered |= enter;
        let (frame, veil) = dialog::look(context);
        let area = Modal::default_area(id).anchor(Align2::CENTER_TOP, vec2(0.0, TOP));
        let modal = Modal::new(id).area(area).frame(frame).backdrop_color(veil);
        let shown = modal.show(context, |ui| {
            ui.set_width(WIDTH);
            self.field(ui, cx);
            list::list(ui, cx.language, &self.groups, self.at)
        });
        let outside = shown.backdrop_response.clicked();
        if escape || outside {
            focus::give_back(context, id);
            return true;
        }
        // Enter waits for the hits of what is typed: those of fewer letters are not meant.
        let settled = self.query.trim().is_empty() || self.found(cx).is_some();
        let entered = (self.entered && settled).then_some(self.at);
        self.entered &= !settled;
        let chosen = shown.inner.or(entered);
        let Some(hit) = chosen.and_then(|at| self.hit(at)) else {
            return false;
        };
        cx.ask(leads(cx, &hit.leads));
        focus::give_back(context, id);
        true
    }

    fn field(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let name = tr!(cx.language, "search");
        let field = TextField::new(name).hint(tr!(cx.language, "search-hint"));
        let response = field.show(ui, &mut self.query);
        if !response.has_focus() {
            response.request_focus();
        }
        if response.changed() {
            self.at = 0;
            self.entered = false;
        }
        let typed = !self.query.trim().is_empty();
        if typed && self.groups.is_empty() && self.found(cx).is_some() {
            text::say(
                ui,
                super::style::Face::Body,
                palette(ui).text_weak,
                tr!(cx.language, "search-nothing"),
            );
        }
    }

    /// Makes the hits again when something else was typed or found.
    fn refresh(&mut self, cx: &Cx<'_>) {
        let query = self.query.trim().to_owned();
        // Until the new hits are there the old ones stand, so that nothing flickers.
        let found = match self.found(cx) {
            Some(found) => Some(Arc::clone(found)),
            None if query.is_empty() => None,
            None => self.made_of.as_ref().and_then(|(_, found)| found.clone()),
        };
        let same = self.made_of.as_ref().is_some_and(|(of, with)| {
            *of == query && with.as_ref().map(Arc::as_ptr) == found.as_ref().map(Arc::as_ptr)
        });
        if same {
            return;
        }
        let data = found
            .iter()
            .flat_map(|found| found.groups().iter().cloned());
        self.groups = data.chain(commands::group(cx, &query)).collect();
        // Kinds stay together; the kind with the best hit comes first.
        self.groups.sort_by_key(Group::best);
        self.at = self.at.min(self.hits().saturating_sub(1));
        self.made_of = Some((query, found));
    }

    fn hits(&self) -> usize {
        self.groups.iter().map(|group| group.hits.len()).sum()
    }

    fn hit(&self, at: usize) -> Option<&Hit> {
        self.groups.iter().flat_map(|group| &group.hits).nth(at)
    }

    fn step(&mut self, by: isize) {
        let last = self.hits().saturating_sub(1);
        self.at = self.at.saturating_add_signed(by).min(last);
    }
}

/// Whoever works on the questionnaire means the question, everybody else its scores.
fn leads(cx: &Cx<'_>, action: &Action) -> Action {
    match action {
        Action::Go(Place::Item(item)) if cx.tab == Tab::Questionnaire => {
            Action::Go(Place::Question(*item))
        }
        action => action.clone(),
    }
}
