//! Answers below their question: a tick in the row under the options beside it, options on lines
//! of their own.
//!
//! Decisions:
//!
//! - The rows below a question are its own up to the next one, or to the first that holds anything
//!   but options and marks.
//! - A row of nothing but marks ticks the options named in the nearest row above it, as long as
//!   that row is the question's own. Under a head that names the options of all questions a row
//!   between two of them may be either's, unless the question's cell reaches down into it.

use super::answer::{Answers, Beside, option_of};
use super::letters::drawn;
use super::mark::{Mark, mark};
use super::question::Question;
use super::text;
use super::tick::{alone, is_drawn};
use super::under::{Head, bare, placed};
use crate::intake::cell::Cell;
use crate::intake::options::Options;

/// Rows below a question that may be those of its answer.
const BELOW: u32 = 14;

/// A row below a question.
struct Line<'a> {
    row: u32,
    /// Its filled cells.
    cells: Vec<(u32, &'a Cell)>,
}

impl Line<'_> {
    /// Nothing but marks stand in it.
    fn is_marks(&self) -> bool {
        self.cells.iter().all(|(_, cell)| alone(cell).is_some())
    }

    fn place(&self) -> (u32, u32) {
        let column = self.cells.first().map_or(0, |(column, _)| *column);
        (self.row, column)
    }

    /// Its marks with where they stand: by themselves they would be taken for an answer of ticks.
    fn marked(&self) -> String {
        let cells = self.cells.iter();
        let cells = cells.map(|(at, cell)| placed(cell, (self.row, *at)));
        cells.collect::<Vec<_>>().join(" ")
    }

    fn said(&self) -> String {
        let cells = self.cells.iter().map(|(_, cell)| match cell {
            Cell::Bool(true) => "☑".to_owned(),
            Cell::Bool(false) => "□".to_owned(),
            cell => cell.found(),
        });
        cells.collect::<Vec<_>>().join(" ")
    }
}

impl<'a> Answers<'a> {
    /// What stands beside a question together with what stands below it.
    pub(super) fn with_below(
        &self,
        question: &Question,
        options: &Options,
        beside: Beside,
    ) -> Beside {
        let lines = self.lines(question, options);
        if lines.is_empty() {
            return beside;
        }
        if beside.is_open() {
            return self.below(question, options, &lines).unwrap_or(beside);
        }
        // An answer, and a tick that nobody explains.
        let drawn = lines.iter().filter(|line| line.is_marks());
        let mut drawn = drawn.flat_map(|line| line.cells.iter().map(|it| (line.row, it)));
        match drawn.find(|(_, (_, cell))| is_drawn(cell)) {
            Some((row, (column, cell))) => {
                let said = [beside.value.found(), cell.found()].join("; ");
                Beside::doubtful((row, *column), said)
            }
            None => beside,
        }
    }

    /// The rows below a question that are its own.
    fn lines(&self, question: &Question, options: &Options) -> Vec<Line<'a>> {
        let (row, _) = question.at;
        let rows = self.questions.iter().map(|it| it.at.0);
        let next = rows.filter(|it| *it > row).min();
        let end = next.unwrap_or(self.grid.rows()).min(row + 1 + BELOW);
        let line = |row: u32| {
            let cells = self.columns_in(question, row);
            let cells = cells.map(|at| (at, self.grid.cell(row, at)));
            let cells = cells.filter(|(_, cell)| !cell.is_empty()).collect();
            Line { row, cells }
        };
        let answers = |line: &Line<'_>| {
            let mut cells = line.cells.iter();
            cells.all(|(_, cell)| self.is_of_an_answer(question, options, (line.row, cell)))
        };
        let lines = (row + 1..end).map(line).take_while(answers);
        lines.filter(|line| !line.cells.is_empty()).collect()
    }

    /// Whether a cell holds an option, a mark, or options with their marks.
    fn is_of_an_answer(
        &self,
        question: &Question,
        options: &Options,
        (row, cell): (u32, &Cell),
    ) -> bool {
        let option = || option_of(options, &bare(cell)).is_some();
        let boxed = || {
            self.in_one_cell(question, options, (row, 0), cell)
                .is_some()
        };
        // An option of the form that is none of the scale, as `□其他`.
        let begins = || text(cell).is_some_and(|text| mark(&drawn(text)).is_some());
        let number = matches!(cell, Cell::Number(_));
        alone(cell).is_some() || (!number && (option() || boxed() || begins()))
    }

    fn below(&self, question: &Question, options: &Options, lines: &[Line<'a>]) -> Option<Beside> {
        let (marks, written): (Vec<&Line<'_>>, Vec<&Line<'_>>) =
            lines.iter().partition(|line| line.is_marks());
        let ticked = |line: &&&Line<'_>| {
            let mut cells = line.cells.iter();
            cells.any(|(_, cell)| alone(cell).is_some_and(|mark| mark != Mark::Empty))
        };
        let marks: Vec<&Line<'_>> = marks.iter().filter(ticked).copied().collect();
        match marks.as_slice() {
            [] => self.written_below(question, options, &written),
            [one] => Some(self.marked_below(question, options, (one, &written))),
            [one, ..] => {
                let said = marks.iter().map(|line| line.marked()).collect::<Vec<_>>();
                Some(Beside::doubtful(one.place(), said.join("; ")))
            }
        }
    }

    /// Options below a question, each with its mark or none.
    fn written_below(
        &self,
        question: &Question,
        options: &Options,
        lines: &[&Line<'a>],
    ) -> Option<Beside> {
        let first = lines.first()?;
        if let [one] = lines
            && let Some(between) = self.between(question, options, one.row)
        {
            return Some(between);
        }
        let all: Vec<String> = lines.iter().map(|line| line.said()).collect();
        let all = Cell::Text(all.join("\n").into());
        let boxed = self.in_one_cell(question, options, first.place(), &all);
        boxed.or_else(|| {
            let mut cells = lines.iter().flat_map(|line| &line.cells);
            match (cells.next(), cells.next()) {
                // The answer itself, in words.
                (Some((_, cell)), None) if option_of(options, cell).is_some() => {
                    Some(Beside::clear(first.place(), (*cell).clone()))
                }
                _ => None,
            }
        })
    }

    /// A row of marks below the options of a question.
    fn marked_below(
        &self,
        question: &Question,
        options: &Options,
        (line, written): (&Line<'a>, &[&Line<'a>]),
    ) -> Beside {
        let (row, _) = question.at;
        let option = |cell: &Cell| option_of(options, &bare(cell));
        let above = written.iter().rev().filter(|it| it.row < line.row);
        let mut rows = above.map(|it| it.row).chain([row]);
        let own = rows.find_map(|row| self.named(row, question, option));
        let reaches = || {
            let mut merges = self.grid.merges.iter();
            merges.any(|it| it.covers(row, question.at.1) && it.covers(line.row, question.at.1))
        };
        let head = own.or_else(|| self.head(question, options).filter(|_| reaches()));
        let head: Option<Head> = head.filter(|_| !self.ticked_above());
        match head {
            Some(head) => self.under(question, options, (&head, line.row)),
            None => Beside::doubtful(line.place(), line.marked()),
        }
    }

    /// Whether a row of ticks stands right above the first question: then each may be above the
    /// question it is meant for.
    fn ticked_above(&self) -> bool {
        let first = self.questions.first().map_or(0, |it| it.at.0);
        let Some(row) = first.checked_sub(1) else {
            return false;
        };
        let cells = (0..self.grid.width()).map(|at| self.grid.cell(row, at));
        let filled: Vec<&Cell> = cells.filter(|cell| !cell.is_empty()).collect();
        !filled.is_empty() && filled.iter().all(|cell| is_drawn(cell))
    }
}
