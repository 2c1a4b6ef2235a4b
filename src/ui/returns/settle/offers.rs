//! What can be done about an issue, as chips at the spot.

use std::collections::BTreeMap;

use egui::{Key, Response, Ui, vec2};

use super::customer::Picker;
use super::other_return;
use crate::edit::Decision;
use crate::model::{Answer, Expected, Issue, IssueId, IssueKind, Item, ItemKind};
use crate::tr;
use crate::ui::Cx;
use crate::ui::returns::rows::Rows;
use crate::ui::widgets::{Chip, MenuItem, TextField, menu};

/// What is typed or ticked and not decided yet.
#[derive(Debug, Default)]
pub(super) struct Drafts {
    typed: BTreeMap<IssueId, String>,
    ticked: BTreeMap<IssueId, Vec<u8>>,
}

/// Everything the offers of one issue need, and which of them was taken.
pub(super) struct Offers<'a, 'b> {
    pub(super) cx: &'a Cx<'b>,
    pub(super) rows: &'a Rows,
    pub(super) issue: &'a Issue,
    pub(super) drafts: &'a mut Drafts,
    pub(super) picker: &'a mut Picker,
    /// The first of them gets the keyboard.
    pub(super) led_to: bool,
    pub(super) taken: Option<Decision>,
}

/// More options than this would not fit as chips.
const MOST_CHIPS: usize = 12;

impl Offers<'_, '_> {
    /// Draws them; `Some` when one was taken.
    pub(super) fn show(mut self, ui: &mut Ui) -> Option<Decision> {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        ui.horizontal_wrapped(|ui| match self.issue.kind {
            IssueKind::UnreadableCell | IssueKind::MissingAnswer => self.answers(ui),
            IssueKind::UnknownCustomer => self.customers(ui),
            IssueKind::SecondReturn => self.second(ui),
            IssueKind::Correction => {}
        });
        if self.taken.is_some() {
            self.drafts.typed.remove(&self.issue.id);
            self.drafts.ticked.remove(&self.issue.id);
        }
        self.taken
    }

    /// A control that leads to a decision; the keyboard begins with the first.
    fn first(&mut self, control: Response) -> Response {
        if std::mem::take(&mut self.led_to) {
            control.request_focus();
        }
        control
    }

    /// A chip that takes a decision.
    fn chip(&mut self, ui: &mut Ui, words: String, decision: impl FnOnce() -> Decision) {
        let chip = ui.add(Chip::new(words));
        if self.first(chip).clicked() {
            self.taken = Some(decision());
        }
    }

    fn blank(&mut self, ui: &mut Ui) {
        let words = tr!(self.cx.language, "issue-blank");
        self.chip(ui, words, || Decision::Blank);
    }

    fn answers(&mut self, ui: &mut Ui) {
        let item = self.issue.item.and_then(|lineage| {
            let revision = self.cx.revision()?;
            revision.questionnaire.item_of(lineage)
        });
        match item.map(|item| (item, item.kind)) {
            Some((item, ItemKind::Multi)) => self.ticks(ui, item),
            Some((item, ItemKind::Rating | ItemKind::YesNo | ItemKind::Single)) => {
                self.options(ui, item);
            }
            Some((item, ItemKind::Nps | ItemKind::Number | ItemKind::Date | ItemKind::Text)) => {
                self.typed(ui, Some(item));
            }
            None if self.issue.expected == Expected::Date => self.typed(ui, None),
            None => {}
        }
        self.blank(ui);
    }

    fn options(&mut self, ui: &mut Ui, item: &Item) {
        let options = (0..).zip(item.scale.iter().flat_map(|it| &it.options));
        let mut options = options.map(|(at, option)| (Answer::Option(at), option.label.clone()));
        for (answer, label) in options.by_ref().take(MOST_CHIPS) {
            self.chip(ui, label.clone(), || Decision::Answer(answer, label));
        }
        let rest: Vec<_> = options.collect();
        if !rest.is_empty() {
            let other = tr!(self.cx.language, "issue-other");
            let chip = ui.add(Chip::new(other).arrow());
            menu::menu(&chip, |ui| {
                for (answer, label) in rest {
                    if ui.add(MenuItem::new(label.as_str())).clicked() {
                        self.taken = Some(Decision::Answer(answer, label));
                    }
                }
            });
        }
    }

    /// Several options may be the answer: ticked first, then taken.
    fn ticks(&mut self, ui: &mut Ui, item: &Item) {
        let options = item.scale.iter().flat_map(|it| &it.options);
        let labels: Vec<&str> = options.map(|it| it.label.as_str()).collect();
        let draft = self.drafts.ticked.get(&self.issue.id);
        let mut ticked = draft.cloned().unwrap_or_default();
        for (at, label) in (0..).zip(&labels) {
            let chosen = ticked.contains(&at);
            let chip = ui.add(Chip::new(*label).chosen(chosen));
            if self.first(chip).clicked() {
                match chosen {
                    true => ticked.retain(|it| *it != at),
                    false => ticked.push(at),
                }
                ticked.sort_unstable();
                self.drafts.ticked.insert(self.issue.id, ticked.clone());
            }
        }
        if !ticked.is_empty() {
            let words = ticked.iter().filter_map(|at| labels.get(usize::from(*at)));
            let words: Vec<&str> = words.copied().collect();
            let take = tr!(self.cx.language, "issue-take");
            self.chip(ui, take, || {
                Decision::Answer(Answer::Options(ticked), words.join(" + "))
            });
        }
    }

    /// A field; Enter or the chip behind takes what is typed.
    fn typed(&mut self, ui: &mut Ui, item: Option<&Item>) {
        let language = self.cx.language;
        let hint = match self.issue.expected {
            Expected::Date => tr!(language, "date-hint"),
            _ => String::new(),
        };
        let text = self.drafts.typed.entry(self.issue.id).or_default();
        let field = TextField::new(tr!(language, "issue-correct"))
            .hint(hint)
            .width(132.0)
            .show(ui, text);
        let read = Decision::read(self.issue, item, text).ok();
        let entered =
            self.first(field).lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        let chip = Chip::new(tr!(language, "issue-take"));
        let pressed = ui.add_enabled(read.is_some(), chip).clicked();
        if pressed || entered {
            self.taken = read;
        }
    }

    fn customers(&mut self, ui: &mut Ui) {
        let (cx, issue) = (self.cx, self.issue);
        for customer in self.picker.alike(issue, cx) {
            // Namesakes are told apart by their codes.
            let words = match issue.expected {
                Expected::OneCustomerOf(_) => format!("{} {}", customer.code, customer.name),
                _ => customer.name.clone(),
            };
            self.chip(ui, words, || Decision::Customer(customer.id));
        }
        if !cx.data.customers.is_empty() {
            let words = tr!(cx.language, "issue-choose-customer");
            let chip = ui.add(Chip::new(words).arrow());
            let chip = self.first(chip);
            if let Some(customer) = self.picker.popup(&chip, cx) {
                self.taken = Some(Decision::Customer(customer));
            }
        }
        let chip = ui.add(Chip::new(tr!(cx.language, "issue-new-customer")));
        if self.first(chip).clicked() {
            self.picker.ask(cx, issue);
        }
        let words = tr!(cx.language, "issue-leave-open");
        self.chip(ui, words, || Decision::Blank);
    }

    fn second(&mut self, ui: &mut Ui) {
        let (cx, language) = (self.cx, self.cx.language);
        let row = self.rows.find(cx, self.issue.returned);
        let other = row.and_then(|row| other_return(cx, self.rows, row.returned));
        let void = |returned| Decision::Void {
            returned,
            reason: tr!(language, "void-second"),
        };
        self.chip(ui, tr!(language, "issue-keep"), || Decision::Keep);
        let this = self.issue.returned;
        self.chip(ui, tr!(language, "issue-void-this"), || void(this));
        if let Some(other) = other {
            let words = tr!(language, "issue-void-other");
            self.chip(ui, words, || void(other.id));
        }
    }
}
