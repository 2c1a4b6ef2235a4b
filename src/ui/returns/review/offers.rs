//! What can be done about an issue, as chips at the spot.

use std::collections::BTreeMap;

use egui::Ui;

use super::customer::Picker;
use super::other_return;
use crate::edit::Decision;
use crate::model::{Answer, Expected, Issue, IssueId, IssueKind, Item, ItemKind};
use crate::tr;
use crate::ui::Cx;
use crate::ui::returns::rows::Rows;
use crate::ui::widgets::{Chip, TextField};

/// What is typed or ticked and not decided yet.
#[derive(Debug, Default)]
pub(super) struct Drafts {
    typed: BTreeMap<IssueId, String>,
    ticked: BTreeMap<IssueId, Vec<u8>>,
}

/// Everything the offers of one issue need.
pub(super) struct Offers<'a, 'b> {
    pub(super) cx: &'a Cx<'b>,
    pub(super) rows: &'a Rows,
    pub(super) issue: &'a Issue,
    pub(super) drafts: &'a mut Drafts,
    pub(super) picker: &'a mut Picker,
}

/// More options than this would not fit as chips.
const MOST_CHIPS: usize = 12;

impl Offers<'_, '_> {
    /// Draws them; `Some` when one was taken.
    pub(super) fn show(mut self, ui: &mut Ui) -> Option<Decision> {
        ui.spacing_mut().item_spacing = egui::vec2(6.0, 6.0);
        match self.issue.kind {
            IssueKind::UnreadableCell | IssueKind::MissingAnswer => self.answers(ui),
            IssueKind::UnknownCustomer => self.customers(ui),
            IssueKind::SecondReturn => self.second(ui),
        }
    }

    fn item(&self) -> Option<&Item> {
        let lineage = self.issue.item?;
        let revision = self.cx.revision()?;
        revision.questionnaire.item_of(lineage)
    }

    fn answers(&mut self, ui: &mut Ui) -> Option<Decision> {
        let Some(item) = self.item().cloned() else {
            return match self.issue.expected {
                Expected::Date => self.typed(ui, None),
                _ => self.blank_only(ui),
            };
        };
        match item.kind {
            ItemKind::Multi => self.ticks(ui, &item),
            ItemKind::Rating | ItemKind::YesNo | ItemKind::Single => self.options(ui, &item),
            ItemKind::Nps | ItemKind::Number | ItemKind::Date | ItemKind::Text => {
                self.typed(ui, Some(&item))
            }
        }
    }

    fn options(&mut self, ui: &mut Ui, item: &Item) -> Option<Decision> {
        let options = item.scale.iter().flat_map(|it| &it.options);
        let options: Vec<(u8, &str)> = (0..).zip(options.map(|it| it.label.as_str())).collect();
        let mut decision = None;
        ui.horizontal_wrapped(|ui| {
            for (at, label) in options.iter().take(MOST_CHIPS) {
                if ui.add(Chip::new(*label)).clicked() {
                    let answer = Answer::Option(*at);
                    decision = Some(Decision::Answer(answer, (*label).to_owned()));
                }
            }
            if options.len() > MOST_CHIPS {
                let chip = ui.add(Chip::new(tr!(self.cx.language, "issue-other")).arrow());
                let rest = &options[MOST_CHIPS..];
                let picked = crate::ui::widgets::menu::menu(&chip, |ui| {
                    let mut picked = None;
                    for (at, label) in rest {
                        if ui.add(crate::ui::widgets::MenuItem::new(*label)).clicked() {
                            picked = Some((*at, (*label).to_owned()));
                        }
                    }
                    picked
                });
                if let Some((at, label)) = picked.flatten() {
                    decision = Some(Decision::Answer(Answer::Option(at), label));
                }
            }
            if blank(ui, self.cx) {
                decision = Some(Decision::Blank);
            }
        });
        decision
    }

    /// Several options may be the answer: ticked first, then taken.
    fn ticks(&mut self, ui: &mut Ui, item: &Item) -> Option<Decision> {
        let language = self.cx.language;
        let options = item.scale.iter().flat_map(|it| &it.options);
        let labels: Vec<&str> = options.map(|it| it.label.as_str()).collect();
        let ticked = self.drafts.ticked.entry(self.issue.id).or_default();
        let mut decision = None;
        ui.horizontal_wrapped(|ui| {
            for (at, label) in (0..).zip(&labels) {
                let chosen = ticked.contains(&at);
                if ui.add(Chip::new(*label).chosen(chosen)).clicked() {
                    if chosen {
                        ticked.retain(|it| *it != at);
                    } else {
                        ticked.push(at);
                        ticked.sort_unstable();
                    }
                }
            }
            if !ticked.is_empty() && ui.add(Chip::new(tr!(language, "issue-take"))).clicked() {
                let words: Vec<&str> = ticked
                    .iter()
                    .filter_map(|at| labels.get(usize::from(*at)).copied())
                    .collect();
                let answer = Answer::Options(ticked.clone());
                decision = Some(Decision::Answer(answer, words.join(" + ")));
            }
            if blank(ui, self.cx) {
                decision = Some(Decision::Blank);
            }
        });
        if decision.is_some() {
            self.drafts.ticked.remove(&self.issue.id);
        }
        decision
    }

    /// A field; Enter or the chip behind takes what is typed.
    fn typed(&mut self, ui: &mut Ui, item: Option<&Item>) -> Option<Decision> {
        let language = self.cx.language;
        let text = self.drafts.typed.entry(self.issue.id).or_default();
        let mut decision = None;
        ui.horizontal_wrapped(|ui| {
            let hint = match self.issue.expected {
                Expected::Date => tr!(language, "date-hint"),
                _ => String::new(),
            };
            let field = TextField::new(tr!(language, "issue-correct"))
                .hint(hint)
                .width(132.0)
                .show(ui, text);
            let entered =
                field.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
            let read = Decision::read(self.issue, item, text).ok();
            let chip = Chip::new(tr!(language, "issue-take"));
            let taken = ui.add_enabled(read.is_some(), chip).clicked();
            if taken || entered {
                decision = read;
            }
            if blank(ui, self.cx) {
                decision = Some(Decision::Blank);
            }
        });
        if decision.is_some() {
            self.drafts.typed.remove(&self.issue.id);
        }
        decision
    }

    fn blank_only(&self, ui: &mut Ui) -> Option<Decision> {
        blank(ui, self.cx).then_some(Decision::Blank)
    }

    fn customers(&mut self, ui: &mut Ui) -> Option<Decision> {
        let mut decision = None;
        let language = self.cx.language;
        ui.horizontal_wrapped(|ui| {
            for customer in self.picker.alike(self.issue, self.cx) {
                // Namesakes are told apart by their codes.
                let words = match self.issue.expected {
                    Expected::OneCustomerOf(_) => format!("{} {}", customer.code, customer.name),
                    _ => customer.name.clone(),
                };
                if ui.add(Chip::new(words)).clicked() {
                    decision = Some(Decision::Customer(customer.id));
                }
            }
            if !self.cx.data.customers.is_empty() {
                let chip = ui.add(Chip::new(tr!(language, "issue-choose-customer")).arrow());
                if let Some(customer) = self.picker.popup(&chip, self.cx) {
                    decision = Some(Decision::Customer(customer));
                }
            }
            let chip = Chip::new(tr!(language, "issue-new-customer"));
            if ui.add(chip).clicked() {
                self.picker.ask(self.cx, self.issue);
            }
            if ui
                .add(Chip::new(tr!(language, "issue-leave-open")))
                .clicked()
            {
                decision = Some(Decision::Blank);
            }
        });
        decision
    }

    fn second(&mut self, ui: &mut Ui) -> Option<Decision> {
        let language = self.cx.language;
        let row = self.rows.find(self.cx, self.issue.returned);
        let other = row.and_then(|row| other_return(self.cx, self.rows, row.returned));
        let reason = || tr!(language, "void-second");
        let mut decision = None;
        ui.horizontal_wrapped(|ui| {
            if ui.add(Chip::new(tr!(language, "issue-keep"))).clicked() {
                decision = Some(Decision::Keep);
            }
            if ui
                .add(Chip::new(tr!(language, "issue-void-this")))
                .clicked()
            {
                decision = Some(Decision::Void {
                    returned: self.issue.returned,
                    reason: reason(),
                });
            }
            if let Some(other) = other
                && ui
                    .add(Chip::new(tr!(language, "issue-void-other")))
                    .clicked()
            {
                decision = Some(Decision::Void {
                    returned: other.id,
                    reason: reason(),
                });
            }
        });
        decision
    }
}

fn blank(ui: &mut Ui, cx: &Cx<'_>) -> bool {
    ui.add(Chip::new(tr!(cx.language, "issue-blank"))).clicked()
}
