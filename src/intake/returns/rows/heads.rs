//! A second row of titles whose upper row was not merged: the options below their question, each
//! in a column that has no title of its own.

use rustc_hash::FxHashSet;

use super::super::column::ItemColumn;
use crate::intake::normal::folded;
use crate::intake::sheet::{Sheet, SheetColumn};

/// Fewest columns that are one question.
const OPTIONS: usize = 2;

/// Whether a row holds other words in each column of a question, of which only the first has a
/// title. No answer stands below no title.
pub(super) fn are_options(sheet: &Sheet, columns: &[ItemColumn<'_>], row: u32) -> bool {
    let questions = questions(sheet);
    let asked = |first: &SheetColumn| columns.iter().any(|it| it.column.index == first.index);
    let wide = questions.iter().filter(|it| it.len() > OPTIONS);
    let mut wide = wide.filter(|it| it.first().is_some_and(|first| asked(first)));
    let several = |question: &Vec<&SheetColumn>| {
        let said = question.iter().map(|it| folded(&it.value(row).found()));
        let said: Vec<String> = said.collect();
        let distinct: FxHashSet<&String> = said.iter().collect();
        distinct.len() == said.len() && said.iter().all(|it| !it.is_empty())
    };
    wide.clone().next().is_some() && wide.all(several)
}

/// The columns of each title: its own and those behind it that have none.
fn questions(sheet: &Sheet) -> Vec<Vec<&SheetColumn>> {
    let mut all: Vec<Vec<&SheetColumn>> = Vec::new();
    for column in &sheet.columns {
        match all.last_mut().filter(|_| column.title.is_empty()) {
            Some(question) => question.push(column),
            None => all.push(vec![column]),
        }
    }
    all
}
