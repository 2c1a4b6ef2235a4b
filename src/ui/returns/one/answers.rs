//! All answers of one return, by dimension, then what was written.

use std::collections::BTreeMap;

use egui::Ui;

use crate::analysis::ratings;
use crate::i18n::number;
use crate::model::{Answer, Issue, IssueKind, Item, LineageId, Questionnaire, ReturnId};
use crate::tr;
use crate::ui::Cx;
use crate::ui::returns::rows::Row;
use crate::ui::widgets::{Button, Cells, Column, Table, Tone, icons, panel, text};

/// A line of the table: a dimension's name, or an item by its place.
pub(in crate::ui::returns) enum Line<'a> {
    Dimension(&'a str),
    Item(usize),
}

/// Draws them. `read_from` are the cells each item was read from. The item whose answer is to
/// be put right, and what it is.
pub(super) fn answers<'a>(
    ui: &mut Ui,
    cx: &Cx<'a>,
    of: Row<'_>,
    read_from: &BTreeMap<LineageId, String>,
) -> Option<(&'a Item, Answer)> {
    let (view, revision) = cx.view.zip(cx.revision())?;
    let mut wrong = None;
    let was = corrected(cx, of.returned.id);
    let asked = &revision.questionnaire;
    let answer = |place: usize| {
        let column = view.returns.columns.get(place);
        column.map_or(Answer::Blank, |column| column.get(of.at))
    };
    let written = |place: &usize| matches!(answer(*place), Answer::Text(_));
    let lines = lines(asked, |place| !written(&place));
    let language = cx.language;
    let head = [
        Column::words(tr!(language, "column-item"), 64.0),
        Column::words(tr!(language, "column-question"), 200.0).stretch(3.0),
        Column::words(tr!(language, "column-answer"), 120.0).stretch(1.0),
        Column::number(tr!(language, "column-points"), 64.0),
        Column::number(tr!(language, "column-percent"), 72.0),
        Column::words(tr!(language, "column-cell"), 72.0),
        Column::words("", 36.0),
    ];
    ui.add_space(8.0);
    let opened = Table::new("answers", &head, lines.len())
        .inset(0.0)
        .plain()
        .show(ui, |row, cells| match lines.get(row) {
            Some(Line::Dimension(name)) => {
                cells.skip();
                cells.bold(name);
            }
            Some(Line::Item(place)) => {
                if let Some(item) = asked.items.get(*place) {
                    let cell = read_from.get(&item.lineage).cloned();
                    let rated = ratings(asked, &view.returns, &[of.at], item.lineage);
                    let rated = rated.first().map(|it| (it.score, it.percent));
                    let was = was.get(&item.lineage).map(|it| it.found.as_str());
                    if line(cx, item, (&answer(*place), was), (rated, cell), cells) {
                        wrong = Some(*place);
                    }
                }
            }
            None => {}
        })
        .opened;
    if let Some(Line::Item(place)) = opened.and_then(|row| lines.get(row)) {
        wrong = Some(*place);
    }
    let texts: Vec<usize> = (0..asked.items.len()).filter(written).collect();
    if !texts.is_empty() {
        ui.add_space(8.0);
        panel::section_head(ui, &tr!(language, "one-written"), |_| {});
    }
    for place in texts {
        if let (Some(item), Answer::Text(words)) = (asked.items.get(place), answer(place)) {
            let left = |ui: &mut Ui| {
                text::weak(ui, format!("{} {}", item.code, item.text));
            };
            panel::head_row(ui, 28.0, left, |ui| {
                if cx.writable && pen(ui, cx, item) {
                    wrong = Some(place);
                }
            });
            text::body(ui, words);
            if let Some(was) = was.get(&item.lineage) {
                text::weak(ui, before(cx, &was.found));
            }
            ui.add_space(10.0);
        }
    }
    let item = asked.items.get(wrong.filter(|_| cx.writable)?)?;
    Some((item, answer(wrong?)))
}

/// What each corrected item said first.
fn corrected<'a>(cx: &Cx<'a>, returned: ReturnId) -> BTreeMap<LineageId, &'a Issue> {
    let issues = cx.data.issues.iter().rev();
    let of_return = issues.filter(|it| it.returned == returned && it.kind == IssueKind::Correction);
    of_return.filter_map(|it| Some((it.item?, it))).collect()
}

fn before(cx: &Cx<'_>, was: &str) -> String {
    let was = match was {
        "" => tr!(cx.language, "answer-blank"),
        was => was.to_owned(),
    };
    tr!(cx.language, "correct-was", answer = was)
}

/// The way to put an answer right; true when it was pressed.
fn pen(ui: &mut Ui, cx: &Cx<'_>, item: &Item) -> bool {
    let words = tr!(cx.language, "correct-item", code = item.code.as_str());
    ui.add(Button::icon_only(icons::ICON_EDIT, words).faint())
        .clicked()
}

/// The tree in order, items outside it last.
pub(in crate::ui::returns) fn lines(
    asked: &Questionnaire,
    shown: impl Fn(usize) -> bool,
) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    let dimensions = asked.dimensions.iter().map(Some);
    for dimension in dimensions.chain([None]) {
        let code = dimension.map(|it| it.code.as_str());
        let items = asked.items.iter().enumerate();
        let places: Vec<Line<'_>> = items
            .filter(|(place, item)| item.dimension.as_deref() == code && shown(*place))
            .map(|(place, _)| Line::Item(place))
            .collect();
        if !places.is_empty() {
            lines.extend(dimension.map(|it| Line::Dimension(&it.name)));
            lines.extend(places);
        }
    }
    lines
}

/// True when its answer is to be put right.
fn line(
    cx: &Cx<'_>,
    item: &Item,
    (answer, was): (&Answer, Option<&str>),
    (rated, cell): (Option<(f64, Option<f64>)>, Option<String>),
    cells: &mut Cells<'_>,
) -> bool {
    cells.weak(&item.code);
    cells.text(&item.text);
    let mut words = words(cx, item, answer);
    if let Some(was) = was {
        words = format!("{words}  {}", before(cx, was));
    }
    match answer {
        Answer::Unreadable => cells.toned(Tone::Warning, &words),
        Answer::Blank | Answer::Skipped | Answer::NotApplicable => cells.weak(&words),
        _ => cells.bold(&words),
    }
    cells.text(&rated.map_or_else(String::new, |(score, _)| number::plain(score)));
    let percent = rated
        .filter(|_| item.scored)
        .and_then(|(_, percent)| percent);
    cells.text(&percent.map_or_else(String::new, |it| number::score(Some(it))));
    cells.weak(cell.as_deref().unwrap_or_default());
    if !cx.writable {
        return false;
    }
    cells.ui(|ui| pen(ui, cx, item)).unwrap_or(false)
}

/// An answer as people say it.
pub(super) fn words(cx: &Cx<'_>, item: &Item, answer: &Answer) -> String {
    let language = cx.language;
    let label = |at: &u8| {
        let option = item.scale.as_ref()?.options.get(usize::from(*at))?;
        Some(option.label.clone())
    };
    match answer {
        Answer::Blank => tr!(language, "answer-blank"),
        Answer::Skipped => tr!(language, "answer-skipped"),
        Answer::NotApplicable => tr!(language, "answer-na"),
        Answer::Unreadable => tr!(language, "answer-unreadable"),
        Answer::Option(at) => label(at).unwrap_or_default(),
        Answer::Options(options) => {
            let labels: Vec<String> = options.iter().filter_map(label).collect();
            labels.join(" + ")
        }
        Answer::Number(number) => number::plain(*number),
        Answer::Text(text) => text.clone(),
    }
}
