//! Options side by side in cells of their own, each with a cell for its mark before or behind it.

use super::answer::{Answers, Beside, option_of};
use super::mark::Mark;
use super::question::Question;
use super::tick::alone;
use crate::intake::cell::Cell;
use crate::intake::options::Options;

impl Answers<'_> {
    /// The option whose own cell in a row holds a mark; `None` where no mark stands in one, or
    /// something else stands in the row too.
    pub(super) fn between(
        &self,
        question: &Question,
        options: &Options,
        row: u32,
    ) -> Option<Beside> {
        let all = self.columns_in(question, row);
        let cells: Vec<(u32, &Cell)> = all.map(|at| (at, self.grid.cell(row, at))).collect();
        let named =
            |cell: &Cell| option_of(options, cell).filter(|_| !matches!(cell, Cell::Number(_)));
        let labels: Vec<(u32, u8)> = cells
            .iter()
            .filter_map(|(at, cell)| Some((*at, named(cell)?)))
            .collect();
        let mut marks: Vec<(u32, Mark)> = Vec::new();
        for (at, cell) in &cells {
            if named(cell).is_none() && !cell.is_empty() {
                marks.push((*at, alone(cell)?));
            }
        }
        let (first, last) = (labels.first()?.0, labels.last()?.0);
        // Each option has one cell beside it, and all of them on the same side.
        let apart = labels.windows(2).all(|pair| match pair {
            [one, next] => next.0 == one.0 + 2 && one.1 != next.1,
            _ => false,
        });
        if labels.len() < 2 || !apart || marks.is_empty() {
            return None;
        }
        let beyond = |at: u32| at < first || at > last;
        let outer = marks.iter().map(|(at, _)| *at).find(|at| beyond(*at));
        let behind = match outer {
            Some(at) => at > last,
            // Beside the question there is room before the first option, or there is none.
            None if row == question.at.0 => first == self.end_of(question) + 1,
            None if first == 0 => true,
            None => {
                let at = marks.first().map_or(first, |(at, _)| *at);
                return Some(Beside::doubtful((row, at), self.said(question, row)));
            }
        };
        let place = |column: u32| {
            if behind {
                column + 1
            } else {
                column.wrapping_sub(1)
            }
        };
        let place_of = |at: &u32| labels.iter().any(|(column, _)| place(*column) == *at);
        let mut said: Vec<Mark> = labels
            .iter()
            .map(|(column, _)| {
                let own = marks.iter().find(|(at, _)| *at == place(*column));
                own.map_or(Mark::Empty, |(_, mark)| *mark)
            })
            .collect();
        self.resolve(&mut said);
        let lost = marks.iter().find(|(at, _)| !place_of(at));
        if lost.is_some() || said.contains(&Mark::Unclear) {
            let at = lost.or(marks.first()).map_or(last, |(at, _)| *at);
            return Some(Beside::doubtful((row, at), self.said(question, row)));
        }
        let ticked = labels
            .iter()
            .zip(said)
            .filter(|(_, mark)| *mark == Mark::Tick);
        let ticked: Vec<u32> = ticked.map(|((column, _), _)| *column).collect();
        let label = |column: &u32| self.grid.cell(row, *column).found();
        Some(match ticked.as_slice() {
            [] => Beside::clear((row, place(first)), Cell::Empty).open(),
            [one] => Beside::clear((row, place(*one)), Cell::Text(label(one).into())),
            [one, ..] => {
                let cells = ticked.iter().map(|it| (row, place(*it)));
                self.several(question, (row, place(*one)), ticked.iter().map(label))
                    .ticked_in(cells)
            }
        })
    }

    /// What a row says to a question.
    fn said(&self, question: &Question, row: u32) -> String {
        let cells = self.columns_in(question, row);
        let cells = cells.map(|at| self.grid.cell(row, at));
        let cells = cells.filter(|cell| !cell.is_empty()).map(Cell::found);
        cells.collect::<Vec<_>>().join(" ")
    }

    /// A row of nothing but the options of a scale in their order: there to be chosen from, where
    /// returns beside each other would be in any order.
    pub(super) fn offered(&self, question: &Question, options: &Options) -> Option<Beside> {
        let (row, column) = question.at;
        let filled = self.filled(question);
        let named = filled.iter().map(|(_, cell)| match cell {
            Cell::Text(_) => option_of(options, cell),
            _ => None,
        });
        let named: Vec<u8> = named.collect::<Option<_>>()?;
        let rises = named.windows(2).all(|pair| match pair {
            [one, next] => one + 1 == *next,
            _ => false,
        });
        let falls = named.windows(2).all(|pair| match pair {
            [one, next] => next + 1 == *one,
            _ => false,
        });
        let offered = named.len() > 2 && (rises || falls);
        offered.then(|| Beside::clear((row, column + 1), Cell::Empty).open())
    }

    /// The last column of a question's own cell.
    fn end_of(&self, question: &Question) -> u32 {
        let (row, column) = question.at;
        let mut merges = self.grid.merges.iter();
        let merge = merges.find(|it| it.covers(row, column));
        merge.map_or(column, |it| it.last_column)
    }
}
