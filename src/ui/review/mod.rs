//! The management-review material: what it is made of, how its pages look, where it goes.
//!
//! Knows no typesetter: it asks for pages and shows the pictures that come back. The material
//! is always of all valid returns; a filter never reaches it.

mod contents;
mod figures;
mod output;
mod pages;
mod zoom;

use egui::{Key, Modifiers, Ui};

use self::contents::Field;
use self::zoom::Zoom;
use super::{Action, Cx, Edition, Page, Pages, Place, Printed, Tab};
use crate::edit::Intent;
use crate::i18n::Language;
use crate::tr;
use crate::ui::widgets::{Button, Drafts, empty, icons, panel};

/// Width of both panels to begin with.
const SIDE: f32 = 304.0;

/// The tab and what it remembers.
#[derive(Debug, Default)]
pub struct ReviewTab {
    drafts: Drafts<Field>,
    /// Of the material; that of the window until another one is chosen.
    language: Option<Language>,
    /// Counted from 0.
    page: usize,
    zoom: Zoom,
    /// The part asked for last, by its place in the contents.
    section: Option<usize>,
    /// Where the page is to be moved to, in points from its top.
    jump: Option<f32>,
}

impl Page for ReviewTab {
    fn leave(&mut self, cx: &Cx<'_>) {
        for (field, text) in self.drafts.flush() {
            keep(cx, field, text);
        }
    }

    fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        if let Some(missing) = Missing::of(cx) {
            return panel::work(ui, |ui| missing.show(ui, cx));
        }
        let language = self.language.unwrap_or(cx.language);
        panel::left(ui, cx.language, "review contents", SIDE, |ui| {
            self.contents(ui, cx, language);
        });
        self.turn(ui, cx);
        let shown = panel::before_right(ui, "review output", SIDE, |ui| {
            pages::head(ui, cx, &mut self.page, &mut self.zoom);
            pages::pages(ui, cx, self.page, &self.zoom, self.jump.take())
        });
        let wish = panel::right(ui, cx.language, "review output", SIDE, |ui| {
            output::output(ui, cx, language)
        });
        cx.ask(wish.inner);
        if let Some((field, text)) = self.drafts.take() {
            keep(cx, field, text);
        }
        let wish = lay_out(cx, language).or(shown);
        cx.ask(wish);
    }
}

impl ReviewTab {
    /// Page keys turn pages while no field has the keyboard.
    fn turn(&mut self, ui: &Ui, cx: &Cx<'_>) {
        let count = cx.preview.count();
        if !ui.ctx().egui_wants_keyboard_input() {
            let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
            if pressed(Key::PageDown) {
                self.page += 1;
            }
            if pressed(Key::PageUp) {
                self.page = self.page.saturating_sub(1);
            }
        }
        if count > 0 {
            self.page = self.page.min(count - 1);
        }
    }
}

fn keep(cx: &Cx<'_>, field: Field, text: String) {
    if cx.writable {
        cx.edit(Intent::Name(field.names(text)));
    }
}

/// Asks for the pages when those at hand are of something else. Figures on their way change
/// them again, so these are waited for.
fn lay_out(cx: &Cx<'_>, language: Language) -> Option<Action> {
    let edition = Edition {
        pages: Pages::of_wave(Printed::Review, cx, language)?,
        version: cx.version,
        today: cx.today,
    };
    cx.preview.lay_out(edition).filter(|_| !cx.stale)
}

/// Why there is nothing to print.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Missing {
    Survey,
    Wave,
    Returns,
}

impl Missing {
    fn of(cx: &Cx<'_>) -> Option<Self> {
        if cx.survey.is_none() {
            return Some(Self::Survey);
        }
        if cx.wave.is_none() {
            return Some(Self::Wave);
        }
        let valid = cx.view?.whole.ledger.valid;
        (valid == 0).then_some(Self::Returns)
    }

    /// What is missing, and the way to where it comes from.
    fn show(self, ui: &mut Ui, cx: &Cx<'_>) {
        let language = cx.language;
        let (next, button, tab) = match self {
            Self::Survey => (
                tr!(language, "review-empty-survey"),
                tr!(language, "review-to-questionnaire"),
                Tab::Questionnaire,
            ),
            Self::Wave => (
                tr!(language, "review-empty-wave"),
                tr!(language, "review-to-returns"),
                Tab::Returns,
            ),
            Self::Returns => (
                tr!(language, "review-empty-returns"),
                tr!(language, "review-to-returns"),
                Tab::Returns,
            ),
        };
        let title = tr!(language, "review-empty");
        empty(ui, icons::ICON_DESCRIPTION, &title, &next, |ui| {
            if ui.add(Button::primary(button)).clicked() {
                cx.ask(Action::Go(Place::Tab(tab)));
            }
        });
    }
}
