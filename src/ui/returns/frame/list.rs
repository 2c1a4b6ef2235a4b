//! The register as a list to choose from: which customers are shown, and what a row says of one.

use rustc_hash::FxHashMap;

use super::asked;
use crate::analysis::turnover_shares;
use crate::edit::Intent;
use crate::i18n::number;
use crate::model::{Customer, CustomerId, FrameEntry, Wave};
use crate::tr;
use crate::ui::Cx;
use crate::ui::list::{Field, Order, Values, has, sort};
use crate::ui::returns::who::Who;
use crate::ui::widgets::{Button, Cells, Checkbox, Tone, icons, text};

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
    pub(super) values: Values,
    pub(super) order: Option<Order>,
}

/// A customer, and the entry of the frame if it is chosen.
#[derive(Clone, Copy)]
pub(super) struct Row<'a> {
    pub(super) customer: &'a Customer,
    pub(super) entry: Option<&'a FrameEntry>,
}

/// The register beside the frame of a wave.
#[derive(Debug)]
pub(super) struct Standing {
    pub(super) chosen: usize,
    pub(super) issued: usize,
    /// How many are key accounts.
    pub(super) key: usize,
    /// Share of the register's turnover the chosen ones stand for, 0–1.
    pub(super) turnover: Option<f64>,
    /// Customers shown with their entries, by their places in the data.
    rows: Vec<(usize, Option<usize>)>,
    shares: FxHashMap<CustomerId, f64>,
    answered: FxHashMap<CustomerId, usize>,
}

impl Standing {
    pub(super) fn of(cx: &Cx<'_>, query: &Query, wave: &Wave, who: &Who) -> Self {
        let (customers, frame) = (&cx.data.customers, cx.data.frame(wave.id));
        let shares = turnover_shares(customers.iter().map(|it| (it.id, it.turnover)));
        let chosen = frame.iter().filter_map(|it| shares.get(&it.customer));
        let mut answered: FxHashMap<CustomerId, usize> = FxHashMap::default();
        let returns = cx.view.into_iter().flat_map(|view| &view.returns.returns);
        for customer in returns.filter_map(|it| it.customer) {
            *answered.entry(customer).or_default() += 1;
        }
        let mut standing = Self {
            chosen: frame.len(),
            issued: frame.iter().filter(|it| it.issued.is_some()).count(),
            key: customers.iter().filter(|it| it.key).count(),
            turnover: (!shares.is_empty()).then(|| chosen.sum()),
            rows: Vec::new(),
            shares,
            answered,
        };
        standing.rows = standing.select(cx, query, wave, who);
        standing
    }

    fn select(
        &self,
        cx: &Cx<'_>,
        query: &Query,
        wave: &Wave,
        who: &Who,
    ) -> Vec<(usize, Option<usize>)> {
        let frame = cx.data.frame(wave.id).iter().enumerate();
        let entries: FxHashMap<CustomerId, usize> =
            frame.map(|(at, entry)| (entry.customer, at)).collect();
        let customers = cx.data.customers.iter().enumerate();
        let pairs = customers.map(|(at, customer)| (at, entries.get(&customer.id).copied()));
        let row = |pair| row(cx, wave, pair);
        let passing = pairs.filter(|pair| row(*pair).is_some_and(|row| query.passes(row)));
        let mut rows: Vec<_> = passing.collect();
        let order = query.order.as_ref();
        sort(&mut rows, order, &self.columns(cx, who), row);
        rows
    }

    /// How many customers are shown.
    pub(super) fn len(&self) -> usize {
        self.rows.len()
    }

    pub(super) fn row<'a>(&self, cx: &Cx<'a>, wave: &Wave, at: usize) -> Option<Row<'a>> {
        row(cx, wave, *self.rows.get(at)?)
    }

    /// The customers shown.
    pub(super) fn shown<'a>(&self, cx: &Cx<'a>, wave: &Wave) -> impl Iterator<Item = Row<'a>> {
        self.rows
            .iter()
            .filter_map(move |pair| row(cx, wave, *pair))
    }

    /// What a row says.
    pub(super) fn columns<'a>(&'a self, cx: &'a Cx<'_>, who: &'a Who) -> Vec<Field<'a, Row<'a>>> {
        let language = cx.language;
        let tick = move |row: Row<'a>, cells: &mut Cells<'_>| tick(cx, row, cells);
        let customer = |it: Row<'a>| it.customer;
        let mut columns = vec![Field::signs("chosen", "", 36.0, tick)];
        columns.extend(who.columns(language, move |it| Some(customer(it))));
        let share = |it: Row<'a>| self.shares.get(&it.customer.id).copied();
        let day = |it: Row<'a>| {
            let day = it.entry.and_then(|it| it.issued);
            day.map_or_else(String::new, |day| day.to_string())
        };
        let channel = |it: Row<'a>| it.entry.map_or("", |it| it.channel.as_str());
        let status = move |it: Row<'a>| {
            self.status(it).map_or_else(String::new, |it| match it {
                Tone::Positive => tr!(language, "frame-answered"),
                _ => tr!(language, "frame-waiting"),
            })
        };
        columns.extend([
            Who::key(language, customer),
            Field::number(
                "turnover",
                tr!(language, "column-turnover"),
                96.0,
                share,
                number::percent,
            ),
            Field::words("issued", tr!(language, "column-issued"), 136.0, day)
                .drawn(move |it, cells| issued(cx, it, &day(it), cells)),
            Field::words("channel", tr!(language, "column-channel"), 96.0, channel)
                .stretch(0.5)
                .gives_way(1),
            Field::words("status", tr!(language, "column-status"), 96.0, status).drawn(
                move |it, cells| match self.status(it) {
                    Some(tone) => cells.status(tone, &status(it)),
                    None => cells.skip(),
                },
            ),
        ]);
        columns
    }

    /// Whether it answered, or is waited for.
    fn status(&self, row: Row<'_>) -> Option<Tone> {
        let issued = row.entry.and_then(|it| it.issued);
        match (self.answered.get(&row.customer.id), issued) {
            (Some(_), _) => Some(Tone::Positive),
            (None, Some(_)) => Some(Tone::Hollow),
            (None, None) => None,
        }
    }
}

fn row<'a>(cx: &Cx<'a>, wave: &Wave, (at, entry): (usize, Option<usize>)) -> Option<Row<'a>> {
    let data = cx.data;
    Some(Row {
        customer: data.customers.get(at)?,
        entry: entry.and_then(|at| data.frame(wave.id).get(at)),
    })
}

/// Chooses the customer of a row, or leaves it out.
pub(super) fn turn(cx: &Cx<'_>, row: Row<'_>) {
    let one = vec![row.customer.id];
    asked(cx, |wave| match row.entry {
        Some(_) => Intent::LeaveOut(wave, one),
        None => Intent::ChooseFrame(wave, one),
    });
}

fn tick(cx: &Cx<'_>, row: Row<'_>, cells: &mut Cells<'_>) {
    let name = row.customer.name.as_str();
    let name = tr!(cx.language, "frame-choose", name = name);
    let mut ticked = row.entry.is_some();
    cells.ui(|ui| {
        let checkbox = Checkbox::new(&mut ticked, name).bare();
        if ui.add_enabled(cx.writable, checkbox).clicked() {
            turn(cx, row);
        }
    });
}

/// When the form went out, with the way to take that back.
fn issued(cx: &Cx<'_>, row: Row<'_>, day: &str, cells: &mut Cells<'_>) {
    if day.is_empty() {
        return cells.skip();
    }
    let customer = row.customer;
    cells.ui_said(day, |ui| {
        text::table(ui, day);
        let name = customer.name.as_str();
        let name = tr!(cx.language, "frame-take-back", name = name);
        let button = Button::icon_only(icons::ICON_CLOSE, name).faint();
        if cx.writable && ui.add(button).clicked() {
            asked(cx, |wave| Intent::TakeIssueBack(wave, customer.id));
        }
    });
}

impl Query {
    fn passes(&self, row: Row<'_>) -> bool {
        let issued = row.entry.map(|it| it.issued.is_some());
        let shown = match self.show {
            Show::All => true,
            Show::Chosen => issued.is_some(),
            Show::ToIssue => issued == Some(false),
            Show::Issued => issued == Some(true),
        };
        let customer = row.customer;
        shown && (!self.key || customer.key) && has(&customer.attributes, &self.values)
    }
}
