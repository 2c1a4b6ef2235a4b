//! The ledger as a chain: frame, issued, returned, valid, with a rate between each two; beside
//! it whom the valid returns stand for. Every figure opens what lies behind it.

use egui::{Align2, Sense, Stroke, Ui, vec2};

use super::rows::Show;
use crate::analysis::Reach;
use crate::i18n::{Language, number};
use crate::theme::tokens;
use crate::tr;
use crate::ui::style::{Face, palette};
use crate::ui::widgets::{Button, Hotspot, Icon, icons, panel, tag, text};
use crate::ui::{Action, Cx, Place};

/// Height of the bar.
const HEIGHT: f32 = 88.0;
/// Width of the chain, and of a button around its words: where there is not room for both, the
/// buttons keep their icons.
const CHAIN: f32 = 690.0;
const BUTTON: f32 = 64.0;
/// Shares of the customers and of the turnover that a wave should reach.
const HEADS: f64 = 0.3;
const TURNOVER: f64 = 0.8;

/// Draws the bar; `reach` is whom the returns stand for, once that is known. The kind of
/// returns whose figure was pressed.
pub(super) fn ledger(ui: &mut Ui, cx: &Cx<'_>, reach: Option<Reach>) -> Option<Show> {
    let mut pressed = None;
    let ways = ways(cx);
    panel::bar(ui, "ledger", HEIGHT, |ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        let words = ways.iter().map(|(_, words, _)| words);
        let buttons: f32 = words
            .map(|it| text::width(ui, Face::Table, it) + BUTTON)
            .sum();
        let short = ui.available_width() < CHAIN + buttons;
        // The gauges give way to the buttons.
        let left = |ui: &mut Ui| {
            pressed = chain(ui, cx);
            if let Some(reach) = reach.filter(|reach| reach.customers > 0) {
                stands_for(ui, cx, reach);
            }
        };
        panel::ends(ui, "ledger", left, |ui| {
            ui.spacing_mut().item_spacing.x = tokens().space.control_gap;
            for (icon, words, place) in ways {
                let button = match short {
                    true => Button::icon_only(icon, words),
                    false => Button::secondary(words).icon(icon),
                };
                if ui.add(button).clicked() {
                    cx.ask(Action::Go(place));
                }
            }
        });
    });
    pressed
}

/// Where one goes from here.
fn ways(cx: &Cx<'_>) -> Vec<(Icon, String, Place)> {
    let said = [
        (
            icons::ICON_KEYBOARD,
            tr!(cx.language, "type-in"),
            Place::TypeIn(None),
        ),
        (
            icons::ICON_GROUP,
            tr!(cx.language, "returns-customers"),
            Place::Customers,
        ),
        (
            icons::ICON_BAR_CHART,
            tr!(cx.language, "overview-ask"),
            Place::Ledger,
        ),
        (
            icons::ICON_CHECKLIST,
            tr!(cx.language, "returns-frame"),
            Place::Frame,
        ),
    ];
    let there = |place: &Place| match place {
        Place::TypeIn(_) => cx.writable && cx.wave.is_some(),
        Place::Ledger => cx.wave.is_some(),
        _ => true,
    };
    said.into_iter()
        .filter(|(_, _, place)| there(place))
        .collect()
}

/// Figures with the rate from each to the next.
fn chain(ui: &mut Ui, cx: &Cx<'_>) -> Option<Show> {
    let language = cx.language;
    let ledger = cx.view.map(|view| view.whole.ledger).unwrap_or_default();
    let came = |count: usize| cx.view.map(|_| count);
    let chosen = figure(ui, &tr!(language, "ledger-frame"), "", ledger.frame);
    let name = tr!(language, "ledger-coverage");
    rate(ui, &name, ledger.coverage);
    let issued = figure(ui, &tr!(language, "ledger-issued"), "", ledger.issued);
    let name = tr!(language, "ledger-return-rate");
    rate(ui, &name, ledger.return_rate);
    // Some answered more than once: the rate goes by the customers.
    let customers = ledger.answered.map_or_else(String::new, |customers| {
        tr!(language, "ledger-customers", count = customers)
    });
    let name = tr!(language, "ledger-returned");
    let all = figure(ui, &name, &customers, came(ledger.returned));
    let name = tr!(language, "ledger-valid-rate");
    rate(ui, &name, ledger.valid_rate);
    let valid = figure(ui, &tr!(language, "ledger-valid"), "", came(ledger.valid));
    if chosen || issued {
        cx.ask(Action::Go(Place::Frame));
    }
    let all = all.then_some(Show::All);
    valid.then_some(Show::Valid).or(all)
}

/// A weak name over a big number, with what stands beside it; true when it was pressed.
fn figure(ui: &mut Ui, name: &str, beside: &str, value: Option<usize>) -> bool {
    let colors = palette(ui);
    let value = value.map_or_else(|| number::MISSING.to_owned(), |it| it.to_string());
    let (above, below) = ((Face::Small, colors.text_weak), (Face::Title, colors.text));
    let (wide, digits) = (
        text::width(ui, above.0, name),
        text::width(ui, below.0, &value),
    );
    let apart = if beside.is_empty() { 0.0 } else { 6.0 };
    let all = digits + apart + text::width(ui, above.0, beside);
    let height = above.0.line_height() + below.0.line_height();
    let (_, rect) = ui.allocate_space(vec2(wide.max(all), height));
    let under = rect.left()..=rect.left() + digits;
    let line = Stroke::new(tokens().stroke.hairline, colors.text);
    let response = Hotspot::link(format!("{name} {value}"))
        .line(under, rect.bottom() - 3.0, line)
        .corner(tokens().radius.control)
        .at(ui, rect, name);
    text::paint(ui, rect, Align2::LEFT_TOP, above, name);
    text::paint(ui, rect, Align2::LEFT_BOTTOM, below, &value);
    let right = rect.with_min_x(rect.left() + digits + apart);
    let right = right.with_max_y(rect.bottom() - 5.0);
    text::paint(ui, right, Align2::LEFT_BOTTOM, above, beside);
    response.clicked()
}

/// A rate on a line from one figure to the next.
fn rate(ui: &mut Ui, name: &str, rate: Option<f64>) {
    const WIDTH: f32 = 82.0;
    const GAP: f32 = 14.0;
    let colors = palette(ui);
    let value = number::percent(rate);
    let hotspot = Hotspot::button(format!("{name} {value}")).inert();
    let (rect, _) = hotspot.take(ui, vec2(WIDTH + 2.0 * GAP, 52.0));
    let line = Stroke::new(tokens().stroke.hairline, colors.axis);
    let (x, middle) = (rect.shrink2(vec2(GAP, 0.0)).x_range(), rect.center().y);
    ui.painter().hline(x, middle, line);
    let above = rect.with_max_y(middle - 1.0);
    let weak = (Face::Small, colors.text_weak);
    text::paint(ui, above, Align2::CENTER_BOTTOM, weak, name);
    let below = rect.with_min_y(middle + 3.0);
    let bold = (Face::TableBold, colors.text);
    text::paint(ui, below, Align2::CENTER_TOP, bold, &value);
}

/// Around the line before the shares, and between them.
const APART: f32 = 18.0;

/// Width of a gauge, and between it and its value.
const BAR: f32 = 104.0;
const BESIDE: f32 = 12.0;

/// Shares of turnover and of the register, against what a wave should reach, as far as there
/// is room.
fn stands_for(ui: &mut Ui, cx: &Cx<'_>, reach: Reach) {
    let language = cx.language;
    let turnover = Share::of_turnover(language, tr!(language, "ledger-turnover"), reach.turnover);
    if ui.available_width() < turnover.room(ui) + 2.0 * APART + 1.0 {
        return;
    }
    ui.add_space(APART);
    let (rect, _) = ui.allocate_exact_size(vec2(1.0, 48.0), Sense::hover());
    let line = Stroke::new(tokens().stroke.hairline, palette(ui).line_strong);
    ui.painter().vline(rect.center().x, rect.y_range(), line);
    ui.add_space(APART);
    turnover.show(ui);
    let name = tr!(language, "ledger-heads");
    let heads = Share::of_heads(language, name, reach.answered, reach.customers);
    if ui.available_width() >= heads.room(ui) + APART {
        ui.add_space(APART);
        heads.show(ui);
    }
}

/// A share with its gauge and what is asked of it.
pub(super) struct Share {
    name: String,
    share: Option<f64>,
    required: f64,
    /// What is asked of it, in words.
    explained: String,
}

impl Share {
    /// How much of the turnover.
    pub(super) fn of_turnover(language: Language, name: String, share: Option<f64>) -> Self {
        let required = number::whole_percent(TURNOVER);
        Self {
            name,
            share,
            required: TURNOVER,
            explained: tr!(language, "ledger-required", share = required),
        }
    }

    /// How many of all customers.
    pub(super) fn of_heads(language: Language, name: String, part: usize, whole: usize) -> Self {
        let required = number::whole_percent(HEADS);
        Self {
            name,
            share: (whole > 0).then(|| part as f64 / whole as f64),
            required: HEADS,
            explained: tr!(
                language,
                "ledger-required-of",
                part = part,
                whole = whole,
                share = required
            ),
        }
    }

    /// Room it takes.
    fn room(&self, ui: &Ui) -> f32 {
        let gauge = text::width(ui, Face::Small, &self.explained).max(BAR);
        let share = text::width(ui, Face::Title, &number::percent(self.share));
        text::width(ui, Face::Small, &self.name).max(share + BESIDE + gauge)
    }

    pub(super) fn show(&self, ui: &mut Ui) {
        let color = palette(ui).text;
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing = vec2(BESIDE, 0.0);
            let lines = Face::Small.line_height() + Face::Title.line_height();
            ui.add_space(((ui.available_height() - lines) / 2.0).max(0.0));
            text::weak(ui, self.name.as_str());
            ui.horizontal(|ui| {
                text::say(ui, Face::Title, color, number::percent(self.share));
                ui.vertical(|ui| {
                    ui.add_space(2.0);
                    let share = self.share.unwrap_or(0.0);
                    tag::gauge(ui, BAR, share, Some(self.required), &self.name);
                    text::weak(ui, self.explained.as_str());
                });
            });
        });
    }
}
