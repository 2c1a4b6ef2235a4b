//! The customers who gave the low scores.

use egui::Ui;

use crate::analysis::{Evidence, Low, Rating, low, low_together, ratings_before};
use crate::i18n::number;
use crate::model::{CustomerId, LineageId};
use crate::theme::tokens;
use crate::tr;
use crate::ui::style::Face;
use crate::ui::widgets::{Column, Table, panel, text};
use crate::ui::{Action, Cx, Place, Sight};

/// Those with an unhappy answer by their names, the lowest first.
#[derive(Debug)]
pub(super) struct Lows {
    /// Which scores are low ones.
    title: String,
    /// How many they are and what they mean for the turnover.
    together: String,
    all: Vec<(String, Low)>,
}

impl Lows {
    pub(super) fn of(
        cx: &Sight<'_>,
        evidence: &Evidence<'_>,
        item: LineageId,
        ratings: &[Rating],
    ) -> Self {
        let before = cx.surveyed_before().zip(cx.previous);
        let before = before.map_or_else(Vec::new, |(before, view)| {
            let people = (cx.data.frame(view.wave), evidence.customers);
            ratings_before(evidence, (&before, &view.returns), people, item)
        });
        let all = low(evidence, ratings, &before);
        let named = |low: &Low| {
            let written = evidence.returns.returns.get(low.row);
            let written = written.map_or("", |returned| returned.customer_text.as_str());
            (customer_name(cx, low.customer, written), low.clone())
        };
        Self {
            title: title(cx, &all),
            together: together(cx, evidence, &all),
            all: all.iter().map(named).collect(),
        }
    }
}

/// As the register calls it, else as the file did.
pub(in crate::ui::scores) fn customer_name(
    cx: &Sight<'_>,
    customer: Option<CustomerId>,
    written: &str,
) -> String {
    let known = customer.and_then(|id| cx.data.customer(id));
    match known {
        Some(known) => known.name.clone(),
        None if written.is_empty() => tr!(cx.language, "item-nobody-known"),
        None => written.to_owned(),
    }
}

/// Draws the table, or why there is none.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, lows: Option<&Lows>) {
    let Some(lows) = lows else {
        panel::page_section(ui, &tr!(cx.language, "item-low"), |_| {});
        panel::page(ui, |ui| text::weak(ui, tr!(cx.language, "item-low-hidden")));
        ui.add_space(tokens().space.group_gap);
        return;
    };
    panel::page_section(ui, &lows.title, |ui| {
        if !lows.all.is_empty() {
            text::weak(ui, lows.together.as_str());
        }
    });
    if lows.all.is_empty() {
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
    let answer = Table::new("low", &columns, lows.all.len())
        .row_height(tokens().height.row_dense)
        .inset(tokens().space.page_margin)
        .plain()
        .show(ui, |at, cells| {
            let (name, low) = &lows.all[at];
            let colors = cells.palette();
            cells.figure(Face::Table, colors.text, name);
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
    let low = at.and_then(|at| lows.all.get(at));
    cx.ask(low.map(|low| Action::Go(Place::Return(low.1.returned))));
}

/// Which scores are low ones.
fn title(cx: &Sight<'_>, low: &[Low]) -> String {
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
fn together(cx: &Sight<'_>, evidence: &Evidence<'_>, low: &[Low]) -> String {
    match low_together(evidence, low) {
        (count, Some(share)) => tr!(
            cx.language,
            "item-low-together",
            count = count,
            share = number::percent(Some(share))
        ),
        (count, None) => tr!(cx.language, "item-low-count", count = count),
    }
}
