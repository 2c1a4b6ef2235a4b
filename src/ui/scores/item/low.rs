//! The customers who gave the low scores.

use std::collections::BTreeSet;

use egui::Ui;
use rustc_hash::FxHashMap;

use super::made::Made;
use crate::analysis::{Filter, Rating, counted, ratings, turnover_share, wording};
use crate::i18n::number;
use crate::model::{CustomerId, LineageId, ReturnId, Subject};
use crate::theme::tokens;
use crate::tr;
use crate::ui::style::Face;
use crate::ui::widgets::{Column, Table, panel, text};
use crate::ui::{Action, Cx, Place, Sight};

/// One of them.
#[derive(Debug)]
pub(super) struct Low {
    returned: ReturnId,
    customer: Option<CustomerId>,
    name: String,
    /// Of the frame's turnover, 0–1.
    share: Option<f64>,
    now: f64,
    /// Last wave; `None` when it cannot be compared or was not answered.
    before: Option<f64>,
    /// The customer's index.
    index: Option<f64>,
}

/// Those with an unhappy answer, the lowest first, of equals the larger turnover.
pub(super) fn of(cx: &Sight<'_>, item: LineageId, all: &[Rating]) -> Vec<Low> {
    let Some(view) = cx.view else {
        return Vec::new();
    };
    let mut before_of: FxHashMap<CustomerId, f64> = FxHashMap::default();
    for known in before(cx, item) {
        if let Some(customer) = known.customer {
            before_of.entry(customer).or_insert(known.score);
        }
    }
    let frame = cx.data.frame(view.wave);
    let mut shares: FxHashMap<CustomerId, Option<f64>> = FxHashMap::default();
    let mut share = |customer: CustomerId| {
        *shares.entry(customer).or_insert_with(|| {
            let one = BTreeSet::from([customer]);
            turnover_share(&one, frame, &cx.data.customers)
        })
    };
    let unhappy = all.iter().filter(|rating| rating.unhappy);
    let mut low: Vec<Low> = unhappy
        .filter_map(|rating| {
            let returned = view.returns.returns.get(rating.row)?;
            Some(Low {
                returned: returned.id,
                customer: rating.customer,
                name: customer_name(cx, rating.customer, &returned.customer_text),
                share: rating.customer.and_then(&mut share),
                now: rating.score,
                before: rating.customer.and_then(|it| before_of.get(&it).copied()),
                index: view
                    .figures
                    .by_return
                    .index
                    .get(rating.row)
                    .copied()
                    .flatten(),
            })
        })
        .collect();
    low.sort_by(|a, b| {
        let turnover = b.share.unwrap_or(-1.0).total_cmp(&a.share.unwrap_or(-1.0));
        a.now.total_cmp(&b.now).then(turnover)
    });
    low
}

/// The answers of last wave, unless the wording changed.
fn before(cx: &Sight<'_>, item: LineageId) -> Vec<Rating> {
    let (Some(before), Some(now), Some(view)) = (cx.surveyed_before(), cx.surveyed(), cx.previous)
    else {
        return Vec::new();
    };
    let (from, to) = (before.revision, now.revision);
    if wording(&cx.data.revisions, from, to, &Subject::Item(item)).breaks() {
        return Vec::new();
    }
    let (frame, customers) = (cx.data.frame(view.wave), &cx.data.customers);
    let everyone = Filter::default();
    let rows = counted(
        &from.questionnaire,
        &view.returns,
        frame,
        customers,
        &everyone,
    );
    ratings(&from.questionnaire, &view.returns, &rows, item)
}

/// As the register calls it, else as the file did.
pub(super) fn customer_name(cx: &Sight<'_>, customer: Option<CustomerId>, written: &str) -> String {
    let known = customer.and_then(|id| cx.data.customer(id));
    match known {
        Some(known) => known.name.clone(),
        None if written.is_empty() => tr!(cx.language, "item-nobody-known"),
        None => written.to_owned(),
    }
}

/// Draws the table.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, made: &Made) {
    panel::page_section(ui, &made.low_title, |ui| {
        if !made.low.is_empty() {
            text::weak(ui, made.low_together.as_str());
        }
    });
    if made.low.is_empty() {
        panel::page(ui, |ui| text::weak(ui, tr!(cx.language, "item-low-nobody")));
        ui.add_space(tokens().space.group_gap);
        return;
    }
    let columns = [
        Column::words(tr!(cx.language, "segment-customer"), 140.0).stretch(1.0),
        Column::number(tr!(cx.language, "item-turnover"), 96.0),
        Column::number(tr!(cx.language, "chart-now"), 76.0),
        Column::number(tr!(cx.language, "chart-previous"), 70.0),
        Column::number(tr!(cx.language, "item-customer-index"), 104.0),
    ];
    let answer = Table::new("low", &columns, made.low.len())
        .row_height(tokens().height.row_dense)
        .inset(tokens().space.page_margin)
        .plain()
        .show(ui, |at, cells| {
            let low = &made.low[at];
            let colors = cells.palette();
            cells.figure(Face::Table, colors.text, &low.name);
            cells.weak(&number::percent(low.share));
            cells.ink(Face::TableBold, colors.negative, &number::plain(low.now));
            let before = low
                .before
                .map_or_else(|| number::MISSING.to_owned(), number::plain);
            cells.weak(&before);
            cells.text(&number::score(low.index));
        });
    ui.add_space(tokens().space.group_gap);
    let at = answer.opened.or(answer.figure.map(|(at, _)| at));
    let low = at.and_then(|at| made.low.get(at));
    cx.ask(low.map(|low| Action::Go(Place::Return(low.returned))));
}

/// Which scores are low ones.
pub(super) fn title(cx: &Sight<'_>, low: &[Low]) -> String {
    let scores = || low.iter().map(|low| low.now);
    match (scores().reduce(f64::min), scores().reduce(f64::max)) {
        (Some(least), Some(most)) if least < most => tr!(
            cx.language,
            "item-low-range",
            low = number::plain(least),
            high = number::plain(most)
        ),
        (Some(only), _) => tr!(cx.language, "item-low-one", score = number::plain(only)),
        _ => tr!(cx.language, "item-low"),
    }
}

/// How many they are and what they mean for the turnover.
pub(super) fn together(cx: &Sight<'_>, low: &[Low]) -> String {
    let known: BTreeSet<CustomerId> = low.iter().filter_map(|low| low.customer).collect();
    let count = known.len() + low.iter().filter(|low| low.customer.is_none()).count();
    let frame = cx.view.map_or(&[][..], |view| cx.data.frame(view.wave));
    match turnover_share(&known, frame, &cx.data.customers) {
        Some(share) => tr!(
            cx.language,
            "item-low-together",
            count = count,
            share = number::percent(Some(share))
        ),
        None => tr!(cx.language, "item-low-count", count = count),
    }
}
