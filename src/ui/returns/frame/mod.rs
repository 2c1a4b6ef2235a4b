//! The frame of the wave: whom to ask, and when the form went out to them.

mod by_rule;
mod exclude;
mod forms;
mod list;
mod plan;

use std::cell::Cell;

use egui::Ui;

use super::ledger::Share;
use super::start;
use super::who::Who;
use crate::edit::{Intent, date};
use crate::i18n::{Language, choice, period};
use crate::model::{CollectorKind, CustomerId, Wave, WaveId};
use crate::theme::tokens;
use crate::tr;
use crate::ui::list::{Kept, List, chip, none_pass};
use crate::ui::style::{Face, palette};
use crate::ui::widgets::{Button, Chip, Select, TextField, icons, panel, text};
use crate::ui::{Action, Cx, Place};
use list::{Candidate, Query, Show, Standing};

/// What the page remembers.
#[derive(Debug, Default)]
pub(super) struct FramePage {
    query: Query,
    standing: Kept<(u64, WaveId, Query), Standing>,
    /// The wave the fields below are for.
    wave: Option<WaveId>,
    /// When the form goes out, as typed.
    date: String,
    channel: String,
    collector: Option<CollectorKind>,
    by_rule: by_rule::ByRule,
    exclude: exclude::Exclude,
    /// How many to ask, while it is asked.
    plan: Option<plan::Draft>,
}

/// What the page is drawn from.
#[derive(Clone, Copy)]
struct Seen<'a> {
    cx: &'a Cx<'a>,
    wave: &'a Wave,
    standing: &'a Standing,
    who: &'a Who,
}

/// Height of the foot.
const FOOT: f32 = 64.0;

impl FramePage {
    /// Draws the page.
    pub(super) fn page(&mut self, ui: &mut Ui, cx: &Cx<'_>, who: &Who, wave: &Wave) {
        if self.wave != Some(wave.id) {
            self.wave = Some(wave.id);
            self.date = cx.today.to_string();
            self.channel.clear();
        }
        let asked = (cx.version, wave.id, self.query.clone());
        let standing = || Standing::of(cx, &self.query, wave, who);
        let seen = Seen {
            cx,
            wave,
            standing: &self.standing.of(&asked, standing),
            who,
        };
        if head(ui, seen) {
            self.by_rule.ask();
        }
        if cx.data.customers.is_empty() {
            return panel::work(ui, |ui| start::no_customers(cx).show(ui, cx));
        }
        let foot = if cx.writable { FOOT } else { 0.0 };
        panel::before_foot(ui, foot, |ui| {
            panel::work(ui, |ui| {
                self.chips(ui, seen);
                self.table(ui, seen);
            });
        });
        if cx.writable {
            self.issue(ui, seen);
        }
        self.by_rule.show(ui.ctx(), cx, wave);
        self.exclude.show(ui.ctx(), cx, wave);
        plan::show(ui.ctx(), cx, &mut self.plan);
    }

    fn table(&mut self, ui: &mut Ui, seen: Seen<'_>) {
        let Seen {
            cx, wave, standing, ..
        } = seen;
        let language = cx.language;
        if standing.len() == 0 {
            let title = tr!(language, "frame-none-pass");
            if none_pass(ui, &title, &tr!(language, "returns-show-all")) {
                self.query = Query::default();
            }
            return;
        }
        let wish = Cell::new(None);
        let taken = List::new("frame", standing.columns(cx, seen.who, &wish))
            .sorted(&mut self.query.order)
            .show(ui, standing.len(), |at| standing.row(cx, wave, at));
        if let Some(row) = taken.opened.filter(|_| cx.writable) {
            list::turn(cx, row);
        }
        if let Some(customer) = wish.get() {
            self.exclude.ask(cx, wave, customer);
        }
    }

    /// Filters, and all or nobody of those shown.
    fn chips(&mut self, ui: &mut Ui, seen: Seen<'_>) {
        let (language, standing) = (seen.cx.language, seen.standing);
        panel::bare_bar(ui, "frame chips", 48.0, |ui| {
            ui.spacing_mut().item_spacing.x = tokens().space.control_gap;
            let show = &mut self.query.show;
            let mut kind = |ui: &mut Ui, kind, words, count| chip(ui, show, kind, words, count);
            let all = seen.cx.data.customers.len();
            let (chosen, issued) = (standing.chosen, standing.issued);
            kind(ui, Show::All, tr!(language, "frame-all"), all);
            kind(ui, Show::Chosen, tr!(language, "frame-chosen"), chosen);
            let waiting = chosen - issued;
            kind(ui, Show::ToIssue, tr!(language, "frame-to-issue"), waiting);
            kind(ui, Show::Issued, tr!(language, "frame-issued"), issued);
            if standing.excluded > 0 {
                let words = tr!(language, "frame-excluded");
                kind(ui, Show::Excluded, words, standing.excluded);
            }
            let button = Button::quiet(tr!(language, "plan-ask")).small();
            if ui.add(button).clicked() {
                self.plan = Some(plan::Draft::of(seen.cx, seen.wave));
            }
            panel::divider(ui);
            seen.who.chips(ui, language, &mut self.query.values);
            let key = Chip::new(tr!(language, "frame-key"));
            let key = key.count(standing.key).chosen(self.query.key);
            if ui.add(key).clicked() {
                self.query.key = !self.query.key;
            }
            let sought = &mut self.query.sought;
            panel::at_right(ui, "everybody", |ui| {
                let name = tr!(language, "customers-search");
                let field = TextField::new(name.clone()).hint(name).width(150.0);
                field.show(ui, sought);
                if seen.cx.writable {
                    everybody(ui, seen);
                }
            });
        });
    }

    /// Who collects the answers.
    fn collected(&mut self, ui: &mut Ui, language: Language) {
        let named = |it| (it, choice::collector(language, it));
        let kinds = CollectorKind::ALL.map(Some);
        let all: Vec<_> = std::iter::once(None).chain(kinds).map(named).collect();
        let (name, shown) = (tr!(language, "frame-collector"), named(self.collector).1);
        text::weak(ui, name.as_str());
        let select = Select::new(&name, &shown).width(112.0);
        if let Some(picked) = select.show(ui, &self.collector, &all).1 {
            self.collector = picked;
        }
    }

    /// When and how the form goes out to those chosen.
    fn issue(&mut self, ui: &mut Ui, seen: Seen<'_>) {
        let (cx, language) = (seen.cx, seen.cx.language);
        let shown = seen.standing.shown(cx, seen.wave);
        let waiting = shown.filter(|row| {
            row.entry
                .is_some_and(|it| it.issued.is_none() && it.excluded.is_none())
        });
        let waiting: Vec<CustomerId> = waiting.map(|row| row.customer.id).collect();
        panel::foot(ui, "frame foot", FOOT, |ui| {
            text::weak(ui, tr!(language, "frame-issue-explained"));
            panel::at_right(ui, "issue", |ui| {
                let day = date::parse(&self.date);
                if waiting.is_empty() {
                    text::weak(ui, tr!(language, "frame-nothing-to-issue"));
                } else {
                    text::weak(ui, tr!(language, "column-issued"));
                    let field = TextField::new(tr!(language, "column-issued")).width(120.0);
                    let wrong = day.is_err().then_some("");
                    field.error(wrong).show(ui, &mut self.date);
                    text::weak(ui, tr!(language, "column-channel"));
                    TextField::new(tr!(language, "column-channel"))
                        .hint(tr!(language, "frame-channel-hint"))
                        .width(110.0)
                        .show(ui, &mut self.channel);
                    self.collected(ui, language);
                }
                let words = tr!(language, "frame-issue", count = waiting.len());
                let ready = !waiting.is_empty() && matches!(day, Ok(Some(_)));
                if ui.add_enabled(ready, Button::primary(words)).clicked()
                    && let Ok(Some(day)) = day
                {
                    asked(cx, |wave| Intent::Issue {
                        wave,
                        customers: waiting,
                        day,
                        channel: self.channel.clone(),
                        collector: self.collector,
                    });
                }
            });
        });
    }
}

/// The title and what those chosen stand for; true when the list is to be chosen by a rule.
fn head(ui: &mut Ui, seen: Seen<'_>) -> bool {
    let mut by_rule = false;
    let (cx, language) = (seen.cx, seen.cx.language);
    let left = |ui: &mut Ui| {
        let name = period::name(language, seen.wave.period);
        let color = palette(ui).text;
        let title = tr!(language, "frame-title", wave = name);
        text::say(ui, Face::Heading, color, title);
        let (chosen, all) = (seen.standing.chosen, cx.data.customers.len());
        // What the chosen ones stand for.
        if all > 0 && ui.available_width() > 440.0 {
            ui.add_space(24.0);
            let name = tr!(language, "frame-heads");
            Share::of_heads(language, name, chosen, all).show(ui);
            ui.add_space(20.0);
            let name = tr!(language, "frame-turnover");
            Share::of_turnover(language, name, seen.standing.turnover).show(ui);
        }
    };
    super::head(ui, cx, 88.0, left, |ui| {
        let button = Button::secondary(tr!(language, "returns-customers"));
        if ui.add(button.icon(icons::ICON_GROUP)).clicked() {
            cx.ask(Action::Go(Place::Customers));
        }
        forms::button(ui, cx, || {
            let shown = seen.standing.shown(cx, seen.wave);
            let chosen = shown.filter(|row| row.entry.is_some());
            chosen.map(|row| row.customer.id).collect()
        });
        let button = Button::secondary(tr!(language, "wave-open"));
        let button = button.icon(icons::ICON_EVENT_AVAILABLE);
        if cx.writable && ui.add(button).clicked() {
            cx.ask(Action::Go(Place::OpenWave));
        }
        let button = Button::primary(tr!(language, "by-rule-ask"));
        let open = seen.wave.closed().is_none() && !cx.data.customers.is_empty();
        if cx.writable && ui.add_enabled(open, button).clicked() {
            by_rule = true;
        }
    });
    by_rule
}

/// All of those shown, or nobody.
fn everybody(ui: &mut Ui, seen: Seen<'_>) {
    let (cx, language) = (seen.cx, seen.cx.language);
    let shown = seen.standing.shown(cx, seen.wave);
    let (chosen, missing): (Vec<Candidate<'_>>, Vec<_>) =
        shown.partition(|row| row.entry.is_some());
    let ids = |rows: Vec<Candidate<'_>>| rows.into_iter().map(|row| row.customer.id).collect();
    let button = Button::quiet(tr!(language, "frame-everybody")).small();
    if ui.add_enabled(!missing.is_empty(), button).clicked() {
        asked(cx, |wave| Intent::ChooseFrame(wave, ids(missing)));
    }
    let button = Button::quiet(tr!(language, "frame-none")).small();
    if ui.add_enabled(!chosen.is_empty(), button).clicked() {
        asked(cx, |wave| Intent::LeaveOut(wave, ids(chosen)));
    }
}

/// Asks for an edit of the frame of the shown wave.
fn asked(cx: &Cx<'_>, intent: impl FnOnce(WaveId) -> Intent) {
    if let Some(wave) = cx.wave {
        cx.edit(intent(wave.id));
    }
}
