//! What is known of a blank before anybody marks it: the questions by their words, and where the
//! answer to each would be looked for.

use rustc_hash::FxHashMap;

use super::blank::Blank;
use crate::intake::cell::Cell;
use crate::intake::filled::answer::{Answers, option_of};
use crate::intake::filled::fields::titled;
use crate::intake::filled::inline::marks_begin;
use crate::intake::filled::pairs::said;
use crate::intake::filled::question::{Question, questions};
use crate::intake::grid::{Grid, Merge};
use crate::intake::look::{At, Dressed};
use crate::intake::options::Options;
use crate::model::{BlankSheet, Item, Mark, Marking, Meant, Target};

/// The sheet as it was laid out.
fn grid(sheet: &BlankSheet) -> Grid {
    let mut grid = Grid::default();
    let mut merge = |from: At, to: At| {
        if from != to {
            grid.merges.push(Merge {
                first_row: from.0,
                first_column: from.1,
                last_row: to.0,
                last_column: to.1,
            });
        }
    };
    sheet.printed.iter().for_each(|it| merge(it.at, it.to));
    sheet.merged.iter().for_each(|(from, to)| merge(*from, *to));
    for it in &sheet.printed {
        let value = match it.text.parse() {
            Ok(number) => Cell::Number(number),
            Err(_) => Cell::Text(it.text.as_str().into()),
        };
        grid.set(it.at, value);
    }
    grid
}

/// The marks a blank would have by its own words.
pub(in crate::intake) fn proposed(sheet: &BlankSheet, items: &[Item]) -> Vec<Mark> {
    let grid = grid(sheet);
    let found = questions(&grid, items);
    let plain = Dressed::default();
    let answers = Answers::new(&grid, &found, items, &plain);
    let mut marks = fields(sheet, &found);
    for question in &found {
        if let Some(item) = items.get(question.item) {
            marks.extend(of_question(sheet, question, item, &answers));
        }
    }
    // What would stand where another answer does is left to whoever marks.
    let mut places: FxHashMap<(At, String), usize> = FxHashMap::default();
    for mark in &marks {
        *places.entry((mark.at, mark.label.clone())).or_default() += 1;
    }
    marks.retain(|mark| places.get(&(mark.at, mark.label.clone())) == Some(&1));
    marks
}

fn of_question(
    sheet: &BlankSheet,
    question: &Question,
    item: &Item,
    answers: &Answers<'_>,
) -> Vec<Mark> {
    let answer = |at: At, label: &str| Mark {
        at: sheet.first_of(at),
        label: label.to_owned(),
        meant: Meant::Item(item.lineage),
    };
    if !question.rest.is_empty() {
        let whole = sheet.printed_at(question.at);
        let label = whole.and_then(|it| it.text.strip_suffix(question.rest.as_str()));
        let label = label.unwrap_or(&question.label).trim();
        return vec![answer(question.at, label)];
    }
    let row = question.at.0;
    let beside = sheet
        .printed_at(question.at)
        .map_or(question.at, |it| it.to);
    let right = sheet.first_of((row, beside.1 + 1));
    let Some(options) = answers.options.get(&question.item) else {
        return vec![answer(right, "")];
    };
    let filled = answers.filled(question);
    let boxed = |cell: &Cell| matches!(cell, Cell::Text(text) if marks_begin(text).is_some());
    if let Some((column, _)) = filled
        .iter()
        .find(|(_, cell)| boxed(cell) && filled.len() == 1)
    {
        return vec![answer((row, *column), "")];
    }
    let own: Vec<(u32, u8)> = filled
        .iter()
        .filter_map(|(column, cell)| Some((*column, bare_option(options, cell)?)))
        .collect();
    let head = answers.head(question, options).map(|it| it.options);
    let columns = if own.len() > 1 { Some(own) } else { head };
    let Some(columns) = columns else {
        return vec![answer(right, "")];
    };
    let labels = item.scale.iter().flat_map(|it| &it.options);
    let option = |(column, option): (u32, u8)| {
        let label = labels.clone().nth(usize::from(option))?.label.clone();
        Some(Mark {
            at: sheet.first_of((row, column)),
            label: String::new(),
            meant: Meant::Option(item.lineage, label),
        })
    };
    columns.into_iter().filter_map(option).collect()
}

/// The option a cell names beside a box.
fn bare_option(options: &Options, cell: &Cell) -> Option<u8> {
    match cell {
        Cell::Text(text) => option_of(options, &Cell::Text(super::blank::bare(text).into())),
        other => option_of(options, other),
    }
}

/// Who filled it in, and when.
fn fields(sheet: &BlankSheet, questions: &[Question]) -> Vec<Mark> {
    let mut found: Vec<Mark> = Vec::new();
    let free = |at: At| !questions.iter().any(|it| it.at == at);
    for printed in sheet.printed.iter().filter(|it| free(it.at)) {
        for (label, meant, alone) in labels(&printed.text) {
            let Some(meant) = meant else { continue };
            if found.iter().any(|it| it.meant == meant) {
                continue;
            }
            let right = sheet.first_of((printed.at.0, printed.to.1 + 1));
            let taken = sheet.printed.iter().any(|it| it.at == right);
            found.push(match alone && !taken {
                true => Mark {
                    at: right,
                    label: String::new(),
                    meant,
                },
                false => Mark {
                    at: printed.at,
                    label,
                    meant,
                },
            });
        }
    }
    found
}

/// The labels in a text behind which an answer may stand in the same cell, what each asks for
/// where it says so, and whether the answer would stand beside the cell.
pub(in crate::intake) fn labels(text: &str) -> Vec<(String, Option<Meant>, bool)> {
    let field = |label: &str| {
        let (target, _) = titled(label)?;
        let mut fields = Meant::FIELDS.into_iter();
        fields.find(|it| it.target() == target && target != Target::Ignore)
    };
    let known = |label: &str| titled(label).is_some();
    let all = said(text, known);
    let last = all.len().saturating_sub(1);
    let colon = text.contains([':', '：']);
    let labelled = all.iter().enumerate().map(|(at, (label, rest))| {
        let label = label.trim();
        let alone = at == last && rest.is_empty() && last == 0 && !text.contains('_');
        (label.to_owned(), field(label), alone)
    });
    let mut labelled: Vec<_> = labelled.filter(|it| !it.0.is_empty()).collect();
    if !colon {
        labelled.retain(|it| it.1.is_some());
    }
    let before_boxes = marks_begin(text)
        .and_then(|at| text.get(..at))
        .map(str::trim);
    match before_boxes {
        Some(before) if !before.is_empty() && !colon => {
            vec![(before.to_owned(), None, false)]
        }
        _ => labelled,
    }
}

/// Whether answers stand on the sheet that was marked.
pub(in crate::intake) fn is_filled(marking: &Marking, items: &[Item]) -> bool {
    Blank::of(marking, items).filled
}
