//! All answers of one return, by dimension, then what was written.

use std::collections::BTreeMap;

use egui::Ui;

use crate::analysis::ratings;
use crate::i18n::number;
use crate::model::{Answer, Item, LineageId, Questionnaire};
use crate::tr;
use crate::ui::Cx;
use crate::ui::returns::rows::Row;
use crate::ui::widgets::{Cells, Column, Table, Tone, panel, text};

/// A line of the table: a dimension's name, or an item by its place.
pub(in crate::ui::returns) enum Line<'a> {
    Dimension(&'a str),
    Item(usize),
}

/// Draws them. `columns` are the letters each item was read from.
pub(super) fn answers(
    ui: &mut Ui,
    cx: &Cx<'_>,
    of: Row<'_>,
    columns: &BTreeMap<LineageId, String>,
) {
    let (Some(view), Some(revision)) = (cx.view, cx.revision()) else {
        return;
    };
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
    ];
    ui.add_space(8.0);
    Table::new("answers", &head, lines.len())
        .inset(0.0)
        .plain()
        .show(ui, |row, cells| match lines.get(row) {
            Some(Line::Dimension(name)) => {
                cells.skip();
                cells.bold(name);
            }
            Some(Line::Item(place)) => {
                if let Some(item) = asked.items.get(*place) {
                    let letters = columns.get(&item.lineage);
                    let cell = letters.map(|letters| format!("{letters}{}", of.returned.row));
                    let rated = ratings(asked, &view.returns, &[of.at], item.lineage);
                    let rated = rated.first().map(|it| (it.score, it.percent));
                    line(cx, item, &answer(*place), (rated, cell), cells);
                }
            }
            None => {}
        });
    let texts: Vec<usize> = (0..asked.items.len()).filter(written).collect();
    if texts.is_empty() {
        return;
    }
    ui.add_space(8.0);
    panel::section_head(ui, &tr!(language, "one-written"), |_| {});
    for place in texts {
        if let (Some(item), Answer::Text(words)) = (asked.items.get(place), answer(place)) {
            text::weak(ui, format!("{} {}", item.code, item.text));
            text::body(ui, words);
            ui.add_space(10.0);
        }
    }
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

fn line(
    cx: &Cx<'_>,
    item: &Item,
    answer: &Answer,
    (rated, cell): (Option<(f64, Option<f64>)>, Option<String>),
    cells: &mut Cells<'_>,
) {
    cells.weak(&item.code);
    cells.text(&item.text);
    let words = words(cx, item, answer);
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
}

/// An answer as people say it.
fn words(cx: &Cx<'_>, item: &Item, answer: &Answer) -> String {
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
