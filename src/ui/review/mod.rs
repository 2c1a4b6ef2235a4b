//! The management-review material: what it is made of, how its pages look, where it goes.
//!
//! Knows no typesetter: it asks for pages and shows the pictures that come back. The material
//! is always of all valid returns; a filter never reaches it.

mod contents;
mod output;
mod pages;

use egui::{Key, Modifiers, Ui};

use super::preview::Zoom;
use super::{Action, Cx, Edition, Page, Pages, Place, Printed, Tab};
use crate::i18n::Language;
use crate::tr;
use crate::ui::form::Form;
use crate::ui::missing::Nothing;
use crate::ui::widgets::{icons, panel};

/// Width of both panels to begin with.
const SIDE: f32 = 304.0;

/// The tab and what it remembers.
#[derive(Debug, Default)]
pub struct ReviewTab {
    form: Form,
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
        self.form.leave(cx);
    }

    fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        if let Some(missing) = missing(cx) {
            return panel::work(ui, |ui| missing.show(ui, cx));
        }
        let language = self.language.unwrap_or(cx.language);
        panel::left(ui, cx.language, "review contents", SIDE, |ui| {
            self.contents(ui, cx, language);
        });
        self.turn(ui, cx);
        panel::before_right(ui, "review output", SIDE, |ui| {
            self.head(ui, cx);
            self.desk(ui, cx);
        });
        panel::right(ui, cx.language, "review output", SIDE, |ui| {
            output::output(ui, cx, language);
        });
        self.form.keep(cx);
        lay_out(cx, language);
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

/// Asks for the pages when those at hand are of something else. Figures on their way change
/// them again, so these are waited for.
fn lay_out(cx: &Cx<'_>, language: Language) {
    if let Some(pages) = Pages::of_wave(Printed::Review, cx, language).filter(|_| !cx.stale) {
        cx.ask(cx.preview.lay_out(Edition {
            pages,
            version: cx.version,
            today: cx.today,
        }));
    }
}

/// Why there is nothing to print, and the way to where it comes from.
fn missing(cx: &Cx<'_>) -> Option<Nothing> {
    let language = cx.language;
    let questionnaire = || tr!(language, "review-to-questionnaire");
    let returns = || tr!(language, "review-to-returns");
    let (next, way, tab) = match (cx.survey, cx.wave) {
        (None, _) => {
            let next = tr!(language, "review-empty-survey");
            (next, questionnaire(), Tab::Questionnaire)
        }
        (_, None) => (tr!(language, "review-empty-wave"), returns(), Tab::Returns),
        (Some(_), Some(_)) if cx.view?.whole.counted == 0 => {
            let next = tr!(language, "review-empty-returns");
            (next, returns(), Tab::Returns)
        }
        (Some(_), Some(_)) => return None,
    };
    Some(Nothing {
        icon: icons::ICON_DESCRIPTION,
        title: tr!(language, "review-empty"),
        next,
        ways: vec![(way, Action::Go(Place::Tab(tab)))],
    })
}
