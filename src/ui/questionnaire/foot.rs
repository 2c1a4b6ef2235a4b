//! The foot of the tree: whether anything looks wrong, and the list of what does.

use egui::{Align, Layout, Ui};

use super::checks::{self, Check};
use super::{QuestionnaireTab, Selected, View};
use crate::edit::Refusal;
use crate::i18n::{Language, number, refusal};
use crate::model::LineageId;
use crate::theme::tokens;
use crate::tr;
use crate::ui::style::{Face, palette};
use crate::ui::widgets::{Button, empty, icon, icons, panel, text};

impl QuestionnaireTab {
    /// Draws the line at the foot of the tree.
    pub(super) fn foot(&mut self, ui: &mut Ui, view: &View<'_>) {
        let language = view.cx.language;
        let found = checks::checks(&view.revision.questionnaire).len();
        panel::foot(ui, "questionnaire foot", 40.0, |ui| {
            let colors = palette(ui);
            let scored = view.revision.questionnaire.items.iter();
            let scored = scored.filter(|item| item.scored).count();
            let (sign, ink, words) = if found == 0 {
                let words = tr!(language, "checks-passed", count = scored);
                (icons::ICON_CHECK_CIRCLE, colors.positive, words)
            } else {
                let words = tr!(language, "checks-found", count = found);
                (icons::ICON_WARNING, colors.warning, words)
            };
            icon::show(ui, sign, tokens().icon.control, ink);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if found > 0 && text::link(ui, tr!(language, "checks-show")).clicked() {
                    self.selected = Selected::Checks;
                }
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    text::line(ui, Face::Small, colors.text, words);
                });
            });
        });
    }

    /// Draws the page that lists what looks wrong.
    pub(super) fn check_list(&mut self, ui: &mut Ui, view: &View<'_>) {
        let language = view.cx.language;
        let color = palette(ui).text;
        text::say(
            ui,
            Face::Heading,
            color,
            tr!(language, "questionnaire-checks"),
        );
        let found = checks::checks(&view.revision.questionnaire);
        if found.is_empty() {
            let title = tr!(language, "checks-none");
            empty(ui, icons::ICON_CHECK_CIRCLE, &title, "", |_| {});
        }
        for check in &found {
            ui.horizontal(|ui| {
                let colors = palette(ui);
                let size = tokens().icon.control;
                icon::show(ui, icons::ICON_WARNING, size, colors.warning);
                text::say(ui, Face::Table, colors.text, words(view, check, language));
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

fn words(view: &View<'_>, check: &Check, language: Language) -> String {
    let code = |lineage: &LineageId| {
        let item = view.revision.questionnaire.item_of(*lineage);
        item.map_or_else(String::new, |item| item.code.clone())
    };
    match check {
        Check::NoItems => tr!(language, "check-no-items"),
        Check::NothingScored => tr!(language, "check-nothing-scored"),
        Check::DuplicateCode(code) => tr!(language, "check-duplicate", code = code.as_str()),
        Check::ReservedCode(code) => refusal::words(language, &Refusal::ReservedCode(code.clone())),
        Check::SameText(lineage) => tr!(language, "check-same-text", code = code(lineage)),
        Check::EqualScores(lineage) => tr!(language, "check-equal-scores", code = code(lineage)),
        Check::SameBand(name) => tr!(language, "check-same-band", name = name.as_str()),
        Check::NoText(lineage) => tr!(language, "check-no-text", code = code(lineage)),
        Check::NoScale(lineage) => tr!(language, "check-no-scale", code = code(lineage)),
        Check::NoSatisfied(lineage) => {
            tr!(language, "check-no-satisfied", code = code(lineage))
        }
        Check::SameOption(lineage, option) => tr!(
            language,
            "check-same-option",
            code = code(lineage),
            option = option.as_str()
        ),
        Check::OutsideTree(lineage) => {
            tr!(language, "check-outside-tree", code = code(lineage))
        }
        Check::EmptyDimension(code) => {
            tr!(language, "check-empty-dimension", code = code.as_str())
        }
        Check::NoBand(score) => {
            tr!(language, "check-no-band", score = number::plain(*score))
        }
        Check::BandOrder => tr!(language, "check-band-order"),
    }
}
