//! The item's figure with what is behind it, and what to do about it.

use egui::{Rect, Ui, vec2};

use super::contents::ItemContents;
use crate::analysis::{Answered, one_step};
use crate::chart::Measure;
use crate::chart::words::{few_returns, score_written};
use crate::i18n::number;
use crate::model::{Item, Rules, Subject};
use crate::report::figure_written;
use crate::theme::tokens;
use crate::tr;
use crate::ui::scores::figure::{beside, figure};
use crate::ui::scores::overview::raise_and_go;
use crate::ui::scores::{behind, raise};
use crate::ui::style::{Face, palette};
use crate::ui::widgets::{Button, icons, panel, text};
use crate::ui::{Action, Cx, Place};

/// Height of the head.
const HEIGHT: f32 = 112.0;

/// Draws it.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, made: &ItemContents) {
    let width = ui.available_width() - 2.0 * tokens().space.page_margin;
    let title = title(&made.text, width);
    let more = Face::Heading.line_height() * (title.len().max(1) - 1) as f32;
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), HEIGHT + more));
    let inner = rect.shrink2(vec2(tokens().space.page_margin, 0.0));
    let words = vec2(inner.width(), 30.0 + more);
    let words = Rect::from_min_size(inner.min + vec2(0.0, 16.0), words);
    let mut top = panel::part(ui, "title", words);
    top.spacing_mut().item_spacing.y = 0.0;
    let color = palette(ui).text;
    for line in title {
        text::line(&mut top, Face::Heading, color, line);
    }
    let row = inner.with_min_y(inner.top() + 48.0 + more);
    let mut row = panel::part(ui, "numbers", row);
    panel::ends(
        &mut row,
        "buttons",
        |ui| numbers(ui, cx, made),
        |ui| buttons(ui, cx, made),
    );
}

/// The item's text; a long one in two lines.
fn title(text: &str, width: f32) -> Vec<String> {
    let size = Face::Heading.font().size;
    let bold = true;
    Measure::shared().wrap(text, width, size, bold, 2)
}

/// The big figure and the smaller ones; each leads to its returns.
fn numbers(ui: &mut Ui, cx: &Cx<'_>, made: &ItemContents) {
    let Some(revision) = cx.revision() else {
        return;
    };
    ui.set_clip_rect(ui.max_rect().intersect(ui.clip_rect()));
    let rules = &revision.questionnaire.rules;
    ui.spacing_mut().item_spacing.x = tokens().space.section_gap + 8.0;
    let (value, interval) = main(cx, made, rules);
    let name = format!("{} {value} {interval}", made.figures.code);
    let mut pressed = figure(ui, &value, &interval, name.trim());
    if let Some(nps) = &made.figures.nps {
        let [good, bad] = [nps.promoters, nps.detractors].map(number::count);
        let words = tr!(cx.language, "item-promoters");
        beside(ui, &words, &good, "9–10", false);
        let words = tr!(cx.language, "item-detractors");
        beside(ui, &words, &bad, "0–6", false);
    } else {
        pressed |= change_and_rate(ui, cx, made);
    }
    let n = made.figures.figure.n;
    let asked = revision.questionnaire.item_of(made.item());
    let step = asked.map_or_else(String::new, |asked| step(cx, asked, rules, n));
    let label = tr!(cx.language, "answers-n");
    pressed |= beside(ui, &label, &number::count(n), &step, n > 0);
    if pressed {
        cx.ask(behind::score(cx, &Subject::Item(made.item())).map(Action::Go));
    }
}

/// The score of the wave before as that wave wrote it.
fn written_before(cx: &Cx<'_>, score: f64) -> String {
    match cx.surveyed_before() {
        Some(before) => score_written(Some(score), &before.revision.questionnaire.rules),
        None => number::score(Some(score)),
    }
}

fn change_and_rate(ui: &mut Ui, cx: &Cx<'_>, made: &ItemContents) -> bool {
    let language = cx.language;
    let (before, change) = made.before;
    let words = match before {
        Some(before) => tr!(language, "fact-before", score = written_before(cx, before)),
        None if made.reworded => tr!(language, "scores-reworded-short"),
        None => String::new(),
    };
    let label = tr!(language, "chart-head-change");
    beside(ui, &label, &number::signed(change), &words, false);
    let figures = &made.figures.figure;
    let rate = number::percent(figures.satisfied);
    let range = number::percent_range(figures.satisfied_low, figures.satisfied_high);
    let label = tr!(language, "chart-head-satisfied");
    let opens = figures.satisfied.is_some();
    let range = if range == number::MISSING {
        ""
    } else {
        range.as_str()
    };
    beside(ui, &label, &rate, range, opens)
}

/// The figure as written, and its interval.
fn main(cx: &Cx<'_>, made: &ItemContents, rules: &Rules) -> (String, String) {
    let figure = &made.figures.figure;
    if figure.few() {
        let words = few_returns(figure.n, cx.language);
        return (number::MISSING.to_owned(), words);
    }
    if let Some(nps) = &made.figures.nps {
        let [low, high] = [nps.low, nps.high].map(|end| number::signed(Some(end)));
        let words = tr!(cx.language, "item-nps-interval", low = low, high = high);
        return (number::signed(Some(nps.score)), words);
    }
    figure_written(figure, rules, cx.language)
}

fn step(cx: &Cx<'_>, item: &Item, rules: &Rules, n: usize) -> String {
    let Some(points) = one_step(item, rules, n) else {
        return String::new();
    };
    let points = number::worth(points);
    tr!(cx.language, "item-one-step", points = points)
}

/// The primary one at the right end.
fn buttons(ui: &mut Ui, cx: &Cx<'_>, made: &ItemContents) {
    let n = made.figures.figure.n;
    let words = tr!(cx.language, "item-returns", n = n);
    if n > 0 && ui.add(Button::secondary(words)).clicked() {
        let place = behind::answered(cx, made.item(), Answered::Any, None);
        cx.ask(place.map(Action::Go));
    }
    let subject = Subject::Item(made.item());
    if let Some(action) = raise::raised(cx, &subject) {
        let number = action.number.as_str();
        let words = tr!(cx.language, "findings-raised", number = number);
        if ui.add(Button::secondary(words)).clicked() {
            cx.ask(Action::Go(Place::Action(action.id)));
        }
    } else if cx.writable && !made.figures.figure.few() && made.figures.nps.is_none() {
        let button = Button::primary(tr!(cx.language, "item-raise"));
        if ui.add(button.icon(icons::ICON_ADD_TASK)).clicked() {
            raise_and_go(cx, &subject);
        }
    }
}
