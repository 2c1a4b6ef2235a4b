//! The register as a list to choose from.

use std::collections::{BTreeMap, BTreeSet};

use egui::Ui;
use rustc_hash::FxHashMap;

use super::asked;
use crate::edit::Intent;
use crate::i18n::number;
use crate::model::{Customer, CustomerId, FrameEntry};
use crate::theme::tokens;
use crate::tr;
use crate::ui::returns::rows::Rows;
use crate::ui::widgets::{Button, Cells, Checkbox, Column, Table, Tone, empty, icons};
use crate::ui::{Action, Cx};

/// Which customers are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Show {
    #[default]
    All,
    Chosen,
    ToIssue,
    Issued,
}

/// What is asked for.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Query {
    pub(super) show: Show,
    /// Only key accounts.
    pub(super) key: bool,
    /// Only customers with these values, by attribute.
    pub(super) values: BTreeMap<String, String>,
}

/// How many customers there are of each kind.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Counts {
    pub(super) all: usize,
    pub(super) chosen: usize,
    pub(super) to_issue: usize,
    pub(super) issued: usize,
}

/// The list, worked out for one state of the data and one question.
#[derive(Debug, Default)]
pub(super) struct List {
    known: Option<(u64, Query)>,
    pub(super) query: Query,
    pub(super) counts: Counts,
    /// Share of the register's turnover the chosen ones stand for, 0–1.
    pub(super) turnover: Option<f64>,
    /// Values of each attribute.
    pub(super) values: BTreeMap<String, BTreeSet<String>>,
    /// Customers shown with their entries, by their places in the data.
    rows: Vec<(usize, Option<usize>)>,
    shares: FxHashMap<CustomerId, f64>,
    answered: FxHashMap<CustomerId, usize>,
}

impl List {
    /// Brings everything up to date.
    pub(super) fn refresh(&mut self, cx: &Cx<'_>) {
        let key = (cx.version, self.query.clone());
        if self.known.as_ref() == Some(&key) {
            return;
        }
        let Some(wave) = cx.wave else {
            return;
        };
        let frame = cx.data.frame(wave.id);
        let customers = &cx.data.customers;
        self.learn(cx, frame);
        let entries: FxHashMap<CustomerId, usize> = frame
            .iter()
            .enumerate()
            .map(|(at, entry)| (entry.customer, at))
            .collect();
        let pairs = customers.iter().enumerate().map(|(at, customer)| {
            let entry = entries.get(&customer.id).copied();
            (at, entry)
        });
        let query = &self.query;
        self.rows = pairs
            .filter(|(at, entry)| {
                let customer = customers.get(*at);
                let entry = entry.and_then(|at| frame.get(at));
                customer.is_some_and(|it| query.passes(it, entry))
            })
            .collect();
        self.known = Some(key);
    }

    fn learn(&mut self, cx: &Cx<'_>, frame: &[FrameEntry]) {
        let customers = &cx.data.customers;
        let issued = frame.iter().filter(|it| it.issued.is_some()).count();
        self.counts = Counts {
            all: customers.len(),
            chosen: frame.len(),
            to_issue: frame.len() - issued,
            issued,
        };
        let total: f64 = customers.iter().filter_map(|it| it.turnover).sum();
        self.shares = customers
            .iter()
            .filter(|_| total > 0.0)
            .filter_map(|it| Some((it.id, it.turnover? / total)))
            .collect();
        let chosen = frame.iter().filter_map(|it| self.shares.get(&it.customer));
        self.turnover = (total > 0.0).then(|| chosen.sum());
        self.values.clear();
        for (name, value) in customers.iter().flat_map(|it| &it.attributes) {
            let values = self.values.entry(name.clone()).or_default();
            values.insert(value.clone());
        }
        self.answered.clear();
        let returns = cx.view.into_iter().flat_map(|view| &view.returns.returns);
        for customer in returns.filter_map(|it| it.customer) {
            *self.answered.entry(customer).or_default() += 1;
        }
    }

    /// The customers shown, each with its entry if it is chosen.
    pub(super) fn shown<'a>(
        &self,
        cx: &Cx<'a>,
    ) -> impl Iterator<Item = (&'a Customer, Option<&'a FrameEntry>)> {
        let data = cx.data;
        let frame = cx.wave.map_or(&[][..], |wave| data.frame(wave.id));
        self.rows.iter().filter_map(move |(customer, entry)| {
            let entry = entry.and_then(|at| frame.get(at));
            Some((data.customers.get(*customer)?, entry))
        })
    }

    /// Draws it.
    pub(super) fn table(&self, ui: &mut Ui, cx: &Cx<'_>, rows: &Rows) -> Option<Action> {
        if self.rows.is_empty() {
            let title = tr!(cx.language, "frame-none-pass");
            empty(ui, icons::ICON_FILTER_LIST, &title, "", |_| {});
            return None;
        }
        let columns = columns(cx, rows);
        let mut wish = None;
        let answer = Table::new("frame", &columns, self.rows.len())
            .inset(tokens().space.page_margin)
            .show(ui, |row, cells| {
                if let Some(done) = self.row(cx, rows, row, cells) {
                    wish = Some(done);
                }
            });
        let opened = answer.opened.and_then(|row| {
            let (customer, entry) = self.shown(cx).nth(row)?;
            self.turn(cx, customer, entry)
        });
        opened.filter(|_| cx.writable).or(wish)
    }

    fn turn(&self, cx: &Cx<'_>, customer: &Customer, entry: Option<&FrameEntry>) -> Option<Action> {
        let one = vec![customer.id];
        asked(cx, |wave| match entry {
            Some(_) => Intent::LeaveOut(wave, one),
            None => Intent::ChooseFrame(wave, one),
        })
    }

    fn row(&self, cx: &Cx<'_>, rows: &Rows, row: usize, cells: &mut Cells<'_>) -> Option<Action> {
        let (at, entry) = *self.rows.get(row)?;
        let customer = cx.data.customers.get(at)?;
        let frame = cx.data.frame(cx.wave?.id);
        let entry = entry.and_then(|at| frame.get(at));
        let language = cx.language;
        let mut ticked = entry.is_some();
        let name = tr!(language, "frame-choose", name = customer.name.as_str());
        let turned = cells.ui(|ui| {
            let checkbox = Checkbox::new(&mut ticked, name).bare();
            ui.add_enabled(cx.writable, checkbox).clicked()
        });
        cells.weak(&customer.code);
        cells.text(&customer.name);
        for name in &rows.attributes {
            cells.weak(customer.attributes.get(name).map_or("", String::as_str));
        }
        let key = if customer.key {
            tr!(language, "customer-key-short")
        } else {
            String::new()
        };
        cells.text(&key);
        cells.text(&number::percent(self.shares.get(&customer.id).copied()));
        let taken_back = issued(cx, customer, entry, cells);
        match (
            self.answered.get(&customer.id),
            entry.and_then(|it| it.issued),
        ) {
            (Some(_), _) => cells.status(Tone::Positive, &tr!(language, "frame-answered")),
            (None, Some(_)) => cells.status(Tone::Hollow, &tr!(language, "frame-waiting")),
            (None, None) => cells.skip(),
        }
        if turned == Some(true) {
            return self.turn(cx, customer, entry);
        }
        taken_back
    }
}

/// When and how the form went out, with the way to take that back.
fn issued(
    cx: &Cx<'_>,
    customer: &Customer,
    entry: Option<&FrameEntry>,
    cells: &mut Cells<'_>,
) -> Option<Action> {
    let Some((entry, day)) = entry.and_then(|it| Some((it, it.issued?))) else {
        cells.skip();
        cells.skip();
        return None;
    };
    let said = day.to_string();
    let pressed = cells.ui_said(&said, |ui| {
        crate::ui::widgets::text::table(ui, said.as_str());
        let name = tr!(
            cx.language,
            "frame-take-back",
            name = customer.name.as_str()
        );
        let button = Button::icon_only(icons::ICON_CLOSE, name).faint();
        cx.writable && ui.add(button).clicked()
    });
    cells.weak(&entry.channel);
    if pressed == Some(true) {
        return asked(cx, |wave| Intent::TakeIssueBack(wave, customer.id));
    }
    None
}

fn columns<'a>(cx: &Cx<'_>, rows: &'a Rows) -> Vec<Column<'a>> {
    let language = cx.language;
    let mut columns = vec![
        Column::words("", 36.0),
        Column::words(tr!(language, "column-code"), 72.0),
        Column::words(tr!(language, "column-customer"), 160.0).stretch(2.0),
    ];
    for name in &rows.attributes {
        columns.push(Column::words(name.as_str(), 80.0).stretch(0.5));
    }
    columns.extend([
        Column::words(tr!(language, "column-key"), 56.0),
        Column::number(tr!(language, "column-turnover"), 96.0),
        Column::words(tr!(language, "column-issued"), 136.0),
        Column::words(tr!(language, "column-channel"), 96.0).stretch(0.5),
        Column::words(tr!(language, "column-status"), 96.0),
    ]);
    columns
}

impl Query {
    fn passes(&self, customer: &Customer, entry: Option<&FrameEntry>) -> bool {
        let shown = match self.show {
            Show::All => true,
            Show::Chosen => entry.is_some(),
            Show::ToIssue => entry.is_some_and(|it| it.issued.is_none()),
            Show::Issued => entry.is_some_and(|it| it.issued.is_some()),
        };
        let mut values = self.values.iter();
        shown
            && (!self.key || customer.key)
            && values.all(|(name, value)| customer.attributes.get(name) == Some(value))
    }
}
