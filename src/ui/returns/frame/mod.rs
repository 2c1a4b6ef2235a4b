//! The frame of the wave: whom to ask, and when the form went out to them.

mod list;

use egui::{Align, Layout, Ui};

use super::ledger::{self, HEADS, TURNOVER};
use super::rows::Rows;
use crate::edit::{Intent, date};
use crate::i18n::{number, period};
use crate::model::{FrameEntry, Wave, WaveId};
use crate::theme::tokens;
use crate::tr;
use crate::ui::style::{Face, palette};
use crate::ui::widgets::{Button, Chip, MenuItem, TextField, empty, icons, menu, panel, text};
use crate::ui::{Action, Cx, Pick, Place};
use list::{List, Show};

/// What the page remembers.
#[derive(Debug, Default)]
pub(super) struct FramePage {
    list: List,
    /// The wave the fields below are for.
    wave: Option<WaveId>,
    /// When the form goes out, as typed.
    date: String,
    channel: String,
}

impl FramePage {
    /// Draws the page.
    pub(super) fn page(&mut self, ui: &mut Ui, cx: &Cx<'_>, rows: &Rows, wave: &Wave) {
        if self.wave != Some(wave.id) {
            self.wave = Some(wave.id);
            self.date = cx.today.to_string();
            self.channel.clear();
        }
        self.list.refresh(cx);
        self.head(ui, cx, wave);
        if cx.data.customers.is_empty() {
            return panel::work(ui, |ui| nobody(ui, cx));
        }
        if cx.writable {
            self.issue(ui, cx);
        }
        panel::work(ui, |ui| {
            self.chips(ui, cx, rows);
            cx.ask(self.list.table(ui, cx, rows));
        });
    }

    fn head(&self, ui: &mut Ui, cx: &Cx<'_>, wave: &Wave) {
        let language = cx.language;
        panel::bar(ui, "frame head", 88.0, |ui| {
            let back = Button::icon_only(icons::ICON_ARROW_BACK, tr!(language, "back"));
            if ui.add(back.key("Alt+←")).clicked() {
                cx.ask(Action::Back);
            }
            ui.add_space(8.0);
            let name = period::name(language, wave.period);
            let color = palette(ui).text;
            let title = tr!(language, "frame-title", wave = name);
            text::say(ui, Face::Heading, color, title);
            if !cx.data.customers.is_empty() && ui.available_width() > 640.0 {
                ui.add_space(24.0);
                self.reach(ui, cx);
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let button = Button::secondary(tr!(language, "wave-open"));
                let button = button.icon(icons::ICON_EVENT_AVAILABLE);
                if cx.writable && ui.add(button).clicked() {
                    cx.ask(Action::Go(Place::OpenWave));
                }
                let button = Button::secondary(tr!(language, "returns-customers"));
                if ui.add(button.icon(icons::ICON_GROUP)).clicked() {
                    cx.ask(Action::Go(Place::Customers));
                }
            });
        });
    }

    /// What the chosen ones stand for.
    fn reach(&self, ui: &mut Ui, cx: &Cx<'_>) {
        let language = cx.language;
        let counts = self.list.counts;
        let asked = tr!(
            language,
            "ledger-required-of",
            part = counts.chosen,
            whole = counts.all,
            share = number::whole_percent(HEADS)
        );
        let heads = (counts.all > 0).then(|| counts.chosen as f64 / counts.all as f64);
        let name = tr!(language, "frame-heads");
        ledger::share(ui, &name, heads, HEADS, &asked);
        ui.add_space(20.0);
        let required = number::whole_percent(TURNOVER);
        let asked = tr!(language, "ledger-required", share = required);
        let name = tr!(language, "frame-turnover");
        ledger::share(ui, &name, self.list.turnover, TURNOVER, &asked);
    }

    /// Filters, and all or nobody of those shown.
    fn chips(&mut self, ui: &mut Ui, cx: &Cx<'_>, rows: &Rows) {
        let language = cx.language;
        panel::bare_bar(ui, "frame chips", 48.0, |ui| {
            ui.spacing_mut().item_spacing.x = tokens().space.control_gap;
            let counts = self.list.counts;
            let choices = [
                (Show::All, tr!(language, "frame-all"), counts.all),
                (Show::Chosen, tr!(language, "frame-chosen"), counts.chosen),
                (
                    Show::ToIssue,
                    tr!(language, "frame-to-issue"),
                    counts.to_issue,
                ),
                (Show::Issued, tr!(language, "frame-issued"), counts.issued),
            ];
            for (show, words, count) in choices {
                let chosen = self.list.query.show == show;
                let chip = Chip::new(words).count(count).chosen(chosen);
                if ui.add(chip).clicked() {
                    self.list.query.show = show;
                }
            }
            panel::divider(ui);
            for name in &rows.attributes {
                self.attribute(ui, cx, name);
            }
            let key = Chip::new(tr!(language, "frame-key")).chosen(self.list.query.key);
            if ui.add(key).clicked() {
                self.list.query.key = !self.list.query.key;
            }
            if cx.writable {
                let layout = Layout::right_to_left(Align::Center);
                ui.with_layout(layout, |ui| self.everybody(ui, cx));
            }
        });
        self.list.refresh(cx);
    }

    fn everybody(&self, ui: &mut Ui, cx: &Cx<'_>) {
        let language = cx.language;
        let shown = || self.list.shown(cx);
        let (with, without) = shown().fold((0, 0), |(with, without), (_, entry)| {
            if entry.is_some() {
                (with + 1, without)
            } else {
                (with, without + 1)
            }
        });
        let button = Button::quiet(tr!(language, "frame-none")).small();
        if ui.add_enabled(with > 0, button).clicked() {
            let chosen = shown().filter_map(|(_, entry)| Some(entry?.customer));
            cx.ask(asked(cx, |wave| Intent::LeaveOut(wave, chosen.collect())));
        }
        let button = Button::quiet(tr!(language, "frame-everybody")).small();
        if ui.add_enabled(without > 0, button).clicked() {
            let missing = shown().filter(|(_, entry)| entry.is_none());
            let missing = missing.map(|(customer, _)| customer.id);
            cx.ask(asked(cx, |wave| {
                Intent::ChooseFrame(wave, missing.collect())
            }));
        }
    }

    fn attribute(&mut self, ui: &mut Ui, cx: &Cx<'_>, name: &str) {
        let query = &mut self.list.query;
        let value = query.values.get(name).cloned();
        let words = match &value {
            Some(value) => format!("{name} {value}"),
            None => name.to_owned(),
        };
        let chip = ui.add(Chip::new(words).arrow().chosen(value.is_some()));
        let values = &self.list.values;
        let picked = menu::menu(&chip, |ui| {
            let mut picked = None;
            let all = MenuItem::new(tr!(cx.language, "frame-any")).chosen(value.is_none());
            if ui.add(all).clicked() {
                picked = Some(None);
            }
            for known in values.get(name).into_iter().flatten() {
                let item = MenuItem::new(known.as_str()).chosen(value.as_ref() == Some(known));
                if ui.add(item).clicked() {
                    picked = Some(Some(known.clone()));
                }
            }
            picked
        });
        match picked.flatten() {
            Some(Some(value)) => {
                query.values.insert(name.to_owned(), value);
            }
            Some(None) => {
                query.values.remove(name);
            }
            None => {}
        }
    }

    /// When and how the form goes out to those chosen.
    fn issue(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let language = cx.language;
        let entries: Vec<&FrameEntry> = self
            .list
            .shown(cx)
            .filter_map(|(_, entry)| entry.filter(|it| it.issued.is_none()))
            .collect();
        panel::foot(ui, "frame foot", 64.0, |ui| {
            text::weak(ui, tr!(language, "frame-issue-explained"));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let day = date::parse(&self.date);
                let words = tr!(language, "frame-issue", count = entries.len());
                let ready = !entries.is_empty() && matches!(day, Ok(Some(_)));
                if ui.add_enabled(ready, Button::primary(words)).clicked()
                    && let Ok(Some(day)) = day
                {
                    cx.ask(asked(cx, |wave| Intent::Issue {
                        wave,
                        customers: entries.iter().map(|it| it.customer).collect(),
                        day,
                        channel: self.channel.clone(),
                    }));
                }
                if entries.is_empty() {
                    text::weak(ui, tr!(language, "frame-nothing-to-issue"));
                    return;
                }
                TextField::new(tr!(language, "column-channel"))
                    .hint(tr!(language, "frame-channel-hint"))
                    .width(140.0)
                    .show(ui, &mut self.channel);
                text::weak(ui, tr!(language, "column-channel"));
                let field = TextField::new(tr!(language, "column-issued")).width(120.0);
                let wrong = day.is_err().then_some("");
                field.error(wrong).show(ui, &mut self.date);
                text::weak(ui, tr!(language, "column-issued"));
            });
        });
    }
}

/// The register is empty: nobody can be chosen.
fn nobody(ui: &mut Ui, cx: &Cx<'_>) {
    let language = cx.language;
    let title = tr!(language, "start-no-customers");
    let next = tr!(language, "start-no-customers-next");
    empty(ui, icons::ICON_GROUP, &title, &next, |ui| {
        if ui
            .add(Button::primary(tr!(language, "customers-import")))
            .clicked()
        {
            cx.ask(Action::Pick(Pick::Customers));
        }
        if ui
            .add(Button::secondary(tr!(language, "customers-type")))
            .clicked()
        {
            cx.ask(Action::Go(Place::Customers));
        }
    });
}

/// What is wanted of the frame of the shown wave.
fn asked(cx: &Cx<'_>, intent: impl FnOnce(WaveId) -> Intent) -> Option<Action> {
    Some(Action::Do(intent(cx.wave?.id)))
}
