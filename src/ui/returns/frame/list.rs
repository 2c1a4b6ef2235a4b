//! The register as a list to choose from: which customers are shown, and what a row says of one.

use std::cell::Cell;

use rustc_hash::FxHashMap;

use super::asked;
use crate::analysis::turnover_shares;
use crate::edit::Intent;
use crate::i18n::number;
use crate::model::{Customer, CustomerId, FrameEntry, Wave};
use crate::tr;
use crate::ui::Cx;
use crate::ui::list::{Field, Sorting, Sought, Values, has, sort};
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
    Excluded,
}

/// What is asked for.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Query {
    pub(super) show: Show,
    /// Only key accounts.
    pub(super) key: bool,
    pub(super) values: Values,
    /// Part of a code or name, as typed.
    pub(super) sought: String,
    pub(super) order: Option<Sorting>,
}

/// A customer, and the entry of the frame if it is chosen.
#[derive(Clone, Copy)]
pub(super) struct Candidate<'a> {
    pub(super) customer: &'a Customer,
    pub(super) entry: Option<&'a FrameEntry>,
}

/// The register beside the frame of a wave.
#[derive(Debug)]
pub(super) struct Standing {
    pub(super) chosen: usize,
    pub(super) issued: usize,
    pub(super) excluded: usize,
    /// How many are key accounts.
    pub(super) key: usize,
    /// Share of the register's turnover the chosen ones stand for, 0–1.
    pub(super) turnover: Option<f64>,
    /// Customers shown, by their places in the data.
    places: Vec<usize>,
    /// Those chosen, by the places of their entries.
    entries: FxHashMap<CustomerId, usize>,
    shares: FxHashMap<CustomerId, f64>,
    /// Share of the turnover of all customers down to each, the largest first, 0–1.
    cumulative: FxHashMap<CustomerId, f64>,
    answered: FxHashMap<CustomerId, usize>,
}

impl Standing {
    pub(super) fn of(cx: &Cx<'_>, query: &Query, wave: &Wave, who: &Who) -> Self {
        let (customers, frame) = (&cx.data.customers, cx.data.frame(wave.id));
        let shares = turnover_shares(cx.data.frame(wave.id), customers);
        let asked = frame.iter().filter(|it| it.excluded.is_none());
        let chosen = asked.clone().filter_map(|it| shares.get(&it.customer));
        let mut answered: FxHashMap<CustomerId, usize> = FxHashMap::default();
        let returns = cx.view.into_iter().flat_map(|view| &view.returns.returns);
        for customer in returns.filter_map(|it| it.customer) {
            *answered.entry(customer).or_default() += 1;
        }
        let mut standing = Self {
            chosen: frame.iter().filter(|it| it.excluded.is_none()).count(),
            issued: asked.clone().filter(|it| it.issued.is_some()).count(),
            excluded: frame.iter().filter(|it| it.excluded.is_some()).count(),
            cumulative: cumulative(&shares),
            key: customers.iter().filter(|it| it.key).count(),
            turnover: (!shares.is_empty()).then(|| chosen.sum()),
            places: Vec::new(),
            entries: (frame.iter().enumerate())
                .map(|(at, entry)| (entry.customer, at))
                .collect(),
            shares,
            answered,
        };
        let places = 0..customers.len();
        let row = |at| standing.candidate(cx, wave, at);
        let sought = Sought::new(&query.sought);
        let fits = |it: Candidate<'_>| {
            query.passes(it) && sought.fits([it.customer.code.as_str(), &it.customer.name])
        };
        let passing = places.filter(|at| row(*at).is_some_and(fits));
        let mut places: Vec<usize> = passing.collect();
        sort(
            &mut places,
            query.order.as_ref(),
            &standing.columns(cx, who, &Cell::new(None)),
            row,
        );
        standing.places = places;
        standing
    }

    /// The customer at a place of the data.
    fn candidate<'a>(&self, cx: &Cx<'a>, wave: &Wave, at: usize) -> Option<Candidate<'a>> {
        let (data, customer) = (cx.data, cx.data.customers.get(at)?);
        let entry = self.entries.get(&customer.id);
        let entry = entry.and_then(|at| data.frame(wave.id).get(*at));
        Some(Candidate { customer, entry })
    }

    /// How many customers are shown.
    pub(super) fn len(&self) -> usize {
        self.places.len()
    }

    pub(super) fn row<'a>(&self, cx: &Cx<'a>, wave: &Wave, row: usize) -> Option<Candidate<'a>> {
        self.candidate(cx, wave, *self.places.get(row)?)
    }

    /// The customers shown.
    pub(super) fn shown<'a>(
        &self,
        cx: &Cx<'a>,
        wave: &Wave,
    ) -> impl Iterator<Item = Candidate<'a>> {
        let places = self.places.iter();
        places.filter_map(|at| self.candidate(cx, wave, *at))
    }

    /// What a row says.
    pub(super) fn columns<'a>(
        &'a self,
        cx: &'a Cx<'_>,
        who: &'a Who,
        exclude: &'a Cell<Option<CustomerId>>,
    ) -> Vec<Field<'a, Candidate<'a>>> {
        let language = cx.language;
        let tick = move |row: Candidate<'a>, cells: &mut Cells<'_>| tick(cx, row, cells);
        let customer = |it: Candidate<'a>| it.customer;
        let mut columns = vec![Field::signs("chosen", "", 36.0, tick)];
        columns.extend(who.columns(language, move |it| Some(customer(it))));
        let share = |it: Candidate<'a>| self.shares.get(&it.customer.id).copied();
        let day = |it: Candidate<'a>| {
            let day = it.entry.and_then(|it| it.issued);
            day.map_or_else(String::new, |day| day.to_string())
        };
        let channel = |it: Candidate<'a>| it.entry.map_or("", |it| it.channel.as_str());
        let status = move |it: Candidate<'a>| {
            if let Some(reason) = it.entry.and_then(|it| it.excluded.as_deref()) {
                return tr!(language, "frame-excluded-for", reason = reason);
            }
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
            Field::number(
                "cumulative",
                tr!(language, "column-cumulative"),
                84.0,
                move |it: Candidate<'a>| self.cumulative.get(&it.customer.id).copied(),
                number::percent,
            )
            .rises()
            .gives_way(2),
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
            Field::signs("exclude", "", 36.0, move |it, cells| {
                excluding(cx, it, exclude, cells);
            }),
        ]);
        columns
    }

    /// Whether it answered, or is waited for.
    fn status(&self, row: Candidate<'_>) -> Option<Tone> {
        if row.entry.is_some_and(|it| it.excluded.is_some()) {
            return Some(Tone::Warning);
        }
        let issued = row.entry.and_then(|it| it.issued);
        match (self.answered.get(&row.customer.id), issued) {
            (Some(_), _) => Some(Tone::Positive),
            (None, Some(_)) => Some(Tone::Hollow),
            (None, None) => None,
        }
    }
}

/// The way to exclude a customer of the list, and to ask it again.
fn excluding(
    cx: &Cx<'_>,
    row: Candidate<'_>,
    wish: &Cell<Option<CustomerId>>,
    cells: &mut Cells<'_>,
) {
    let Some(entry) = row.entry.filter(|_| cx.writable) else {
        return cells.skip();
    };
    let name = row.customer.name.as_str();
    let (icon, words) = match &entry.excluded {
        Some(_) => (
            icons::ICON_RESTORE,
            tr!(cx.language, "exclude-undo", name = name),
        ),
        None => (
            icons::ICON_BLOCK,
            tr!(cx.language, "exclude-ask", name = name),
        ),
    };
    cells.ui(|ui| {
        if ui.add(Button::icon_only(icon, words).faint()).clicked() {
            wish.set(Some(row.customer.id));
        }
    });
}

/// Of those who have turnover.
fn cumulative(shares: &FxHashMap<CustomerId, f64>) -> FxHashMap<CustomerId, f64> {
    let mut all: Vec<(CustomerId, f64)> = shares.iter().map(|(id, it)| (*id, *it)).collect();
    all.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    let mut sum = 0.0;
    let down_to = all.into_iter().map(|(id, share)| {
        sum += share;
        (id, sum.min(1.0))
    });
    down_to.collect()
}

/// Chooses the customer of a row, or leaves it out.
pub(super) fn turn(cx: &Cx<'_>, row: Candidate<'_>) {
    let one = vec![row.customer.id];
    asked(cx, |wave| match row.entry {
        Some(_) => Intent::LeaveOut(wave, one),
        None => Intent::ChooseFrame(wave, one),
    });
}

fn tick(cx: &Cx<'_>, row: Candidate<'_>, cells: &mut Cells<'_>) {
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
fn issued(cx: &Cx<'_>, row: Candidate<'_>, day: &str, cells: &mut Cells<'_>) {
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
    fn passes(&self, row: Candidate<'_>) -> bool {
        let asked = row.entry.filter(|it| it.excluded.is_none());
        let issued = asked.map(|it| it.issued.is_some());
        let shown = match self.show {
            Show::All => true,
            Show::Chosen => issued.is_some(),
            Show::Excluded => row.entry.is_some_and(|it| it.excluded.is_some()),
            Show::ToIssue => issued == Some(false),
            Show::Issued => issued == Some(true),
        };
        let customer = row.customer;
        shown && (!self.key || customer.key) && has(&customer.attributes, &self.values)
    }
}
