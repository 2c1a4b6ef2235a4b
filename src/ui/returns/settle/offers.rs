//! What can be done about an issue, as chips at the spot.

use egui::{Key, Modifiers, Response, Ui, vec2};

use super::card::Card;
use super::customer::Picker;
use super::drafts::Drafts;
use super::other_return;
use crate::edit::Decision;
use crate::model::{Answer, Expected, IssueKind, Item, ItemKind};
use crate::tr;
use crate::ui::returns::type_in::option_keys;
use crate::ui::returns::void::VoidDialog;
use crate::ui::widgets::digits::DIGITS;
use crate::ui::widgets::{Chip, MenuItem, TextField, menu};

/// Everything the offers of one card need, and which of them was taken.
pub(super) struct Offers<'a, 'b> {
    pub(super) card: Card<'a>,
    pub(super) drafts: &'b mut Drafts,
    pub(super) picker: &'b mut Picker,
    pub(super) void: &'b mut VoidDialog,
    /// The first of them gets the keyboard.
    pub(super) led_to: bool,
    /// Each shows its key.
    pub(super) keyed: bool,
    /// The key that was pressed.
    pub(super) pressed: Option<char>,
    pub(super) taken: Option<Decision>,
}

/// More options than this would not fit as chips.
const MOST_CHIPS: usize = 12;

/// Keys of what is always offered.
const LEARN: char = 'A';
const BLANK: char = 'B';
const VOID: char = 'V';

/// The key pressed in this frame that can settle a card.
pub(super) fn pressed(ui: &Ui) -> Option<char> {
    const LETTERS: [(Key, char); 4] = [
        (Key::N, 'N'),
        (Key::A, LEARN),
        (Key::B, BLANK),
        (Key::V, VOID),
    ];
    let digits = DIGITS.into_iter().zip('0'..='9');
    ui.input_mut(|input| {
        let mut keys = digits.chain(LETTERS);
        let pressed = keys.find(|(key, _)| input.consume_key(Modifiers::NONE, *key));
        pressed.map(|(_, key)| key)
    })
}

impl Offers<'_, '_> {
    /// Draws them; `Some` when one was taken, with whether it is to be learned.
    pub(super) fn show(mut self, ui: &mut Ui) -> Option<(Decision, bool)> {
        let key = self.card.group.key;
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        ui.horizontal_wrapped(|ui| match self.card.issue.kind {
            IssueKind::UnreadableCell | IssueKind::MissingAnswer => self.answers(ui),
            IssueKind::UnknownCustomer => self.customers(ui),
            IssueKind::SecondReturn => self.second(ui),
            IssueKind::Correction => {}
        });
        let learn = self.learns();
        if self.taken.is_some() {
            self.drafts.typed.remove(&key);
            self.drafts.ticked.remove(&key);
            self.drafts.learn.remove(&key);
        }
        self.taken.map(|taken| (taken, learn))
    }

    /// What is decided holds for files to come: the usual for what came several times.
    fn learns(&self) -> bool {
        let said = self.drafts.learn.get(&self.card.group.key).copied();
        self.card.issue.may_be_learned() && said.unwrap_or(self.card.many())
    }

    /// A control that leads to a decision; the keyboard begins with the first.
    fn first(&mut self, control: Response) -> Response {
        if std::mem::take(&mut self.led_to) {
            control.request_focus();
        }
        control
    }

    /// A chip under its key; true when either was pressed.
    fn keyed(&mut self, ui: &mut Ui, key: Option<char>, words: &str, chosen: Option<bool>) -> bool {
        let shown = key.filter(|_| self.keyed);
        let shown = shown.map_or_else(|| words.to_owned(), |key| format!("{key}  {words}"));
        let chip = Chip::new(shown).called(words);
        let chip = match chosen {
            Some(chosen) => chip.chosen(chosen),
            None => chip,
        };
        let chip = ui.add(chip);
        self.first(chip).clicked() || (key.is_some() && self.pressed == key)
    }

    /// A chip that takes a decision.
    fn chip(
        &mut self,
        ui: &mut Ui,
        key: Option<char>,
        words: &str,
        decision: impl FnOnce() -> Decision,
    ) {
        if self.keyed(ui, key, words, None) {
            self.taken = Some(decision());
        }
    }

    fn blank(&mut self, ui: &mut Ui) {
        let language = self.card.cx.language;
        let words = tr!(language, "issue-blank");
        self.chip(ui, Some(BLANK), &words, || Decision::Blank);
        self.no_return(ui);
        if self.card.issue.may_be_learned() {
            let chosen = self.learns();
            let words = tr!(language, "issue-learn");
            if self.keyed(ui, Some(LEARN), &words, Some(chosen)) {
                self.drafts.learn.insert(self.card.group.key, !chosen);
            }
        }
    }

    /// It counts not at all.
    fn no_return(&mut self, ui: &mut Ui) {
        let words = tr!(self.card.cx.language, "void-ask");
        let one = !self.card.many() && !self.card.alone;
        if one && self.keyed(ui, Some(VOID), &words, None) {
            self.void.ask(self.card.issue.returned);
        }
    }

    fn answers(&mut self, ui: &mut Ui) {
        let item = self.card.issue.item.and_then(|lineage| {
            let revision = self.card.cx.revision()?;
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
            None if self.asks_for_a_day() => self.typed(ui, None),
            None => {}
        }
        self.blank(ui);
    }

    fn options(&mut self, ui: &mut Ui, item: &Item) {
        let keys = option_keys(item).into_iter().chain(std::iter::repeat(None));
        let options = (0..).zip(item.scale.iter().flat_map(|it| &it.options));
        let mut options = options.zip(keys);
        for ((at, option), key) in options.by_ref().take(MOST_CHIPS) {
            let label = option.label.clone();
            self.chip(ui, key, &option.label, || {
                Decision::Answer(Answer::Option(at), label)
            });
        }
        let rest: Vec<_> = options.collect();
        if !rest.is_empty() {
            let other = tr!(self.card.cx.language, "issue-other");
            let chip = ui.add(Chip::new(other).arrow());
            menu::menu(&chip, |ui| {
                for ((at, option), _) in rest {
                    if ui.add(MenuItem::new(option.label.as_str())).clicked() {
                        let label = option.label.clone();
                        self.taken = Some(Decision::Answer(Answer::Option(at), label));
                    }
                }
            });
        }
    }

    /// Several options may be the answer: ticked first, then taken.
    fn ticks(&mut self, ui: &mut Ui, item: &Item) {
        let options = item.scale.iter().flat_map(|it| &it.options);
        let labels: Vec<&str> = options.map(|it| it.label.as_str()).collect();
        let draft = self.drafts.ticked.get(&self.card.group.key);
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
                self.drafts
                    .ticked
                    .insert(self.card.group.key, ticked.clone());
            }
        }
        if !ticked.is_empty() {
            let words = ticked.iter().filter_map(|at| labels.get(usize::from(*at)));
            let words: Vec<&str> = words.copied().collect();
            let take = tr!(self.card.cx.language, "issue-take");
            self.chip(ui, None, &take, || {
                Decision::Answer(Answer::Options(ticked), words.join(" + "))
            });
        }
    }

    fn asks_for_a_day(&self) -> bool {
        let expected = &self.card.issue.expected;
        matches!(
            expected,
            Expected::Date | Expected::DateWithin(..) | Expected::DateEither(..)
        )
    }

    /// A field; Enter or the chip behind takes what is typed.
    fn typed(&mut self, ui: &mut Ui, item: Option<&Item>) {
        let language = self.card.cx.language;
        let hint = match self.asks_for_a_day() {
            true => tr!(language, "date-hint"),
            false => String::new(),
        };
        let text = self.drafts.typed.entry(self.card.group.key).or_default();
        let field = TextField::new(tr!(language, "issue-correct"))
            .hint(hint)
            .width(132.0)
            .show(ui, text);
        let read = Decision::read(self.card.issue, item, text).ok();
        let entered =
            self.first(field).lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        let chip = Chip::new(tr!(language, "issue-take"));
        let pressed = ui.add_enabled(read.is_some(), chip).clicked();
        if pressed || entered {
            self.taken = read;
        }
    }

    fn customers(&mut self, ui: &mut Ui) {
        let (cx, issue) = (self.card.cx, self.card.issue);
        let digits = "123456789".chars();
        let alike = self.picker.alike(issue, cx);
        for (customer, key) in alike.into_iter().zip(digits.map(Some)) {
            // Namesakes are told apart by their codes.
            let words = match issue.expected {
                Expected::OneCustomerOf(_) => format!("{} {}", customer.code, customer.name),
                _ => customer.name.clone(),
            };
            self.chip(ui, key, &words, || Decision::Customer(customer.id));
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
        self.chip(ui, Some(BLANK), &words, || Decision::Blank);
        self.no_return(ui);
    }

    fn second(&mut self, ui: &mut Ui) {
        let (cx, language) = (self.card.cx, self.card.cx.language);
        let row = self.card.rows.find(cx, self.card.issue.returned);
        let other = row.and_then(|row| other_return(cx, self.card.rows, row.returned));
        let void = |returned| Decision::Void {
            returned,
            reason: tr!(language, "void-second"),
        };
        let words = tr!(language, "issue-keep");
        self.chip(ui, Some('1'), &words, || Decision::Keep);
        let this = self.card.issue.returned;
        let words = tr!(language, "issue-void-this");
        self.chip(ui, Some('2'), &words, || void(this));
        if let Some(other) = other {
            let words = tr!(language, "issue-void-other");
            self.chip(ui, Some('3'), &words, || void(other.id));
        }
    }
}
