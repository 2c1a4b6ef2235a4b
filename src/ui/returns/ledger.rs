//! The ledger as a chain: frame, issued, returned, valid, with a rate between each two; beside
//! it whom the valid returns stand for. Every figure opens what lies behind it.

use egui::accesskit::Role;
use egui::{Align, Layout, Response, Sense, Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::rows::Show;
use crate::analysis::Reach;
use crate::i18n::{Language, number};
use crate::theme::tokens;
use crate::tr;
use crate::ui::style::{Face, palette};
use crate::ui::widgets::{Button, Hotspot, icons, panel, tag, text, tip};
use crate::ui::{Action, Cx, Place};

/// Height of the bar.
const HEIGHT: f32 = 88.0;
/// Shares of the customers and of the turnover that a wave should reach.
pub(super) const HEADS: f64 = 0.3;
pub(super) const TURNOVER: f64 = 0.8;

/// Draws the bar; `reach` is whom the returns stand for, once that is known. The kind of
/// returns whose figure was pressed.
pub(super) fn ledger(ui: &mut Ui, cx: &Cx<'_>, reach: Option<Reach>) -> Option<Show> {
    panel::bar(ui, "ledger", HEIGHT, |ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        // The buttons keep their room, so that it is the gauges that give way.
        let room = ui.available_rect_before_wrap();
        let room = room.with_max_x(room.right() - panel::width_at_right(ui, "ledger") - 24.0);
        let layout = Layout::left_to_right(Align::Center);
        let mut left = ui.new_child(UiBuilder::new().max_rect(room).layout(layout));
        let pressed = chain(&mut left, cx);
        if let Some(reach) = reach.filter(|reach| reach.customers > 0) {
            stands_for(&mut left, cx, reach);
        }
        panel::at_right(ui, "ledger", |ui| buttons(ui, cx));
        pressed
    })
}

fn buttons(ui: &mut Ui, cx: &Cx<'_>) {
    ui.spacing_mut().item_spacing.x = tokens().space.control_gap;
    let words = tr!(cx.language, "returns-customers");
    let button = Button::secondary(words).icon(icons::ICON_GROUP);
    if ui.add(button).clicked() {
        cx.ask(Action::Go(Place::Customers));
    }
    let words = tr!(cx.language, "returns-frame");
    let button = Button::secondary(words).icon(icons::ICON_CHECKLIST);
    if ui.add(button).clicked() {
        cx.ask(Action::Go(Place::Frame));
    }
}

fn chain(ui: &mut Ui, cx: &Cx<'_>) -> Option<Show> {
    let language = cx.language;
    let ledger = cx.view.map(|view| view.whole.ledger).unwrap_or_default();
    let count = |count: Option<usize>| count.map_or_else(|| number::score(None), |n| n.to_string());
    let of_known = |n: usize| count(cx.view.is_some().then_some(n));
    let mut pressed = None;
    let mut figures = |ui: &mut Ui, name: String, value: String, show: Option<Show>| {
        if figure(ui, &name, &value).clicked() {
            match show {
                Some(show) => pressed = Some(show),
                None => cx.ask(Action::Go(Place::Frame)),
            }
        }
    };
    figures(ui, tr!(language, "ledger-frame"), count(ledger.frame), None);
    let name = tr!(language, "ledger-coverage");
    rate(ui, language, &name, ledger.coverage);
    let name = tr!(language, "ledger-issued");
    figures(ui, name, count(ledger.issued), None);
    let name = tr!(language, "ledger-return-rate");
    rate(ui, language, &name, ledger.return_rate);
    let (name, returned) = (tr!(language, "ledger-returned"), of_known(ledger.returned));
    figures(ui, name, returned, Some(Show::All));
    let name = tr!(language, "ledger-valid-rate");
    rate(ui, language, &name, ledger.valid_rate);
    let (name, valid) = (tr!(language, "ledger-valid"), of_known(ledger.valid));
    figures(ui, name, valid, Some(Show::Valid));
    pressed
}

/// A weak name over a big number.
fn figure(ui: &mut Ui, name: &str, value: &str) -> Response {
    let colors = palette(ui);
    let above = text::galley(ui, Face::Small, colors.text_weak, name, f32::INFINITY);
    let below = text::galley(ui, Face::Title, colors.text, value, f32::INFINITY);
    let size = vec2(
        above.size().x.max(below.size().x),
        above.size().y + below.size().y,
    );
    let (_, rect) = ui.allocate_space(size);
    let under = rect.left()..=rect.left() + below.size().x;
    let line = Stroke::new(tokens().stroke.hairline, colors.text);
    let response = Hotspot::link(format!("{name} {value}"))
        .line(under, rect.bottom() - 3.0, line)
        .corner(tokens().radius.control)
        .at(ui, rect, name);
    let down = above.size().y;
    ui.painter().galley(rect.min, above, colors.text.into());
    let at = pos2(rect.left(), rect.top() + down);
    ui.painter().galley(at, below, colors.text.into());
    response
}

/// A rate on a line from one figure to the next. One above 100 % cannot be and says so.
fn rate(ui: &mut Ui, language: Language, name: &str, rate: Option<f64>) {
    const WIDTH: f32 = 82.0;
    const GAP: f32 = 14.0;
    let colors = palette(ui);
    let value = number::percent(rate);
    let (rect, response) = ui.allocate_exact_size(vec2(WIDTH + 2.0 * GAP, 52.0), Sense::hover());
    let beyond = rate.is_some_and(|rate| rate > 1.0);
    let note = tr!(language, "ledger-beyond");
    response.widget_info(|| {
        let said = format!("{name} {value}");
        let said = if beyond {
            format!("{said} {note}")
        } else {
            said
        };
        WidgetInfo::labeled(Role::Label, true, said)
    });
    if beyond {
        tip(response, &note, None);
    }
    let line = Stroke::new(tokens().stroke.hairline, colors.axis);
    let x = rect.left() + GAP..=rect.right() - GAP;
    ui.painter().hline(x, rect.center().y, line);
    let centred = |face, ink: crate::theme::Color, words: &str, top: bool| {
        let galley = text::galley(ui, face, ink, words, WIDTH);
        let y = if top {
            rect.center().y - galley.size().y - 1.0
        } else {
            rect.center().y + 3.0
        };
        let at = pos2(rect.center().x - galley.size().x / 2.0, y);
        ui.painter().galley(at, galley, ink.into());
    };
    centred(Face::Small, colors.text_weak, name, true);
    let ink = if beyond { colors.warning } else { colors.text };
    let mark = if beyond { "!" } else { "" };
    centred(Face::TableBold, ink, &format!("{value}{mark}"), false);
}

fn upright(ui: &mut Ui) {
    let (rect, _) = ui.allocate_exact_size(vec2(1.0, 48.0), Sense::hover());
    let line = Stroke::new(tokens().stroke.hairline, palette(ui).line_strong);
    ui.painter().vline(rect.center().x, rect.y_range(), line);
}

/// Around the line before the shares, and between them.
const APART: f32 = 18.0;

/// Width of a gauge, and between it and its value.
const BAR: f32 = 104.0;
const BESIDE: f32 = 12.0;

/// Room one share takes, its gauge and what is asked of it.
fn room(ui: &Ui, name: &str, share: Option<f64>, explained: &str) -> f32 {
    let ink = palette(ui).text;
    let width = |face, words: &str| text::galley(ui, face, ink, words, f32::INFINITY).size().x;
    let gauge = width(Face::Small, explained).max(BAR);
    let below = width(Face::Title, &number::percent(share)) + BESIDE + gauge;
    width(Face::Small, name).max(below)
}

/// Shares of turnover and of the register, against what a wave should reach, as far as there
/// is room.
fn stands_for(ui: &mut Ui, cx: &Cx<'_>, reach: Reach) {
    let language = cx.language;
    let required = number::whole_percent(TURNOVER);
    let required = tr!(language, "ledger-required", share = required);
    let name = tr!(language, "ledger-turnover");
    if ui.available_width() < room(ui, &name, reach.turnover, &required) + 2.0 * APART + 1.0 {
        return;
    }
    ui.add_space(APART);
    upright(ui);
    ui.add_space(APART);
    share(ui, &name, reach.turnover, TURNOVER, &required);
    let required = tr!(
        language,
        "ledger-required-of",
        part = reach.answered,
        whole = reach.customers,
        share = number::whole_percent(HEADS)
    );
    let name = tr!(language, "ledger-heads");
    if ui.available_width() < room(ui, &name, reach.heads, &required) + APART {
        return;
    }
    ui.add_space(APART);
    share(ui, &name, reach.heads, HEADS, &required);
}

/// A share with its gauge and what is asked of it.
pub(super) fn share(ui: &mut Ui, name: &str, share: Option<f64>, required: f64, explained: &str) {
    let colors = palette(ui);
    let value = number::percent(share);
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing = vec2(BESIDE, 0.0);
        let lines = Face::Small.line_height() + Face::Title.line_height();
        ui.add_space(((ui.available_height() - lines) / 2.0).max(0.0));
        text::weak(ui, name);
        ui.horizontal(|ui| {
            text::say(ui, Face::Title, colors.text, value);
            ui.vertical(|ui| {
                ui.add_space(2.0);
                tag::gauge(ui, BAR, share.unwrap_or(0.0), Some(required), name);
                text::weak(ui, explained);
            });
        });
    });
}
