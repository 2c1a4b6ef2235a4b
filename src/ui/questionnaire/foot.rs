//! The foot of the tree: whether anything looks wrong, and the list of what does.

use egui::Ui;

use super::{QuestionnaireTab, Selected, View};
use crate::edit::{self, Check};
use crate::i18n::check;
use crate::theme::tokens;
use crate::tr;
use crate::ui::style::{Face, palette};
use crate::ui::widgets::{Button, empty, icon, icons, panel, text};

/// How high it is.
const HEIGHT: f32 = 40.0;

impl QuestionnaireTab {
    /// Draws the line at the foot of the tree.
    pub(super) fn foot(&mut self, ui: &mut Ui, view: &View<'_>) {
        let language = view.cx.language;
        let all = &view.revision.questionnaire;
        let found = edit::checks(all).len();
        let colors = palette(ui);
        let (sign, ink, words) = if found == 0 {
            let scored = all.items.iter().filter(|item| item.scored).count();
            let words = tr!(language, "checks-passed", count = scored);
            (icons::ICON_CHECK_CIRCLE, colors.positive, words)
        } else {
            let words = tr!(language, "checks-found", count = found);
            (icons::ICON_WARNING, colors.warning, words)
        };
        panel::foot(ui, "questionnaire foot", HEIGHT, |ui| {
            let said = |ui: &mut Ui| {
                icon::show(ui, sign, tokens().icon.control, ink);
                text::line(ui, Face::Small, colors.text, words);
            };
            panel::ends(ui, "checks", said, |ui| {
                if found > 0 && text::link(ui, tr!(language, "checks-show")).clicked() {
                    self.selected = Selected::Checks;
                }
            });
        });
    }

    /// Draws the page that lists what looks wrong.
    pub(super) fn check_list(&mut self, ui: &mut Ui, view: &View<'_>) {
        let language = view.cx.language;
        let all = &view.revision.questionnaire;
        text::heading(ui, tr!(language, "questionnaire-checks"));
        let found = edit::checks(all);
        if found.is_empty() {
            let title = tr!(language, "checks-none");
            empty(ui, icons::ICON_CHECK_CIRCLE, &title, "", |_| {});
        }
        for check in &found {
            ui.horizontal(|ui| {
                let colors = palette(ui);
                let size = tokens().icon.control;
                icon::show(ui, icons::ICON_WARNING, size, colors.warning);
                text::table(ui, check::words(language, all, check));
                if let Some(place) = place(view, check) {
                    let button = Button::secondary(tr!(language, "checks-go")).small();
                    if ui.add(button).clicked() {
                        self.selected = place;
                    }
                }
            });
            panel::rule(ui);
        }
    }
}

/// Where it can be mended.
fn place(view: &View<'_>, check: &Check) -> Option<Selected> {
    match check {
        Check::NoText(lineage)
        | Check::NoScale(lineage)
        | Check::NoSatisfied(lineage)
        | Check::SameOption(lineage, _)
        | Check::SameText(lineage)
        | Check::EqualScores(lineage)
        | Check::OutsideTree(lineage) => Some(Selected::Item(*lineage)),
        Check::DuplicateCode(code) | Check::ReservedCode(code) => {
            let item = view.revision.questionnaire.item(code);
            let found = item.map(|item| Selected::Item(item.lineage));
            found.or_else(|| Some(Selected::Dimension(code.clone())))
        }
        Check::EmptyDimension(code) => Some(Selected::Dimension(code.clone())),
        Check::NoBand(_) | Check::BandOrder | Check::SameBand(_) => Some(Selected::Rules),
        Check::NoItems | Check::NothingScored => None,
    }
}
