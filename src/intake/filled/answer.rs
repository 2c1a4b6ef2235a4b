//! What stands beside a question: a tick under one of the options, a box ticked in a cell, a label
//! or a score.

use rustc_hash::FxHashMap;

use super::inline::{boxed, drawn};
use super::question::Question;
use super::text;
use crate::intake::cell::Cell;
use crate::intake::grid::Grid;
use crate::intake::options::Options;
use crate::model::{Item, ItemKind};

/// Between several options of one answer: the mark no label holds.
const SEVERAL: &str = "┋";

/// What was found beside a question.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Beside {
    pub at: (u32, u32),
    pub value: Cell,
    found: Found,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Found {
    /// At most one thing that could be the answer.
    Clear,
    /// Two ticks, a cross, several values.
    Unclear,
}

impl Beside {
    /// Whether it is the answer of one form for certain, or none at all.
    pub fn is_clear(&self) -> bool {
        self.found == Found::Clear
    }

    pub(super) fn clear(at: (u32, u32), value: Cell) -> Self {
        let found = Found::Clear;
        Self { at, value, found }
    }

    pub(super) fn unclear(at: (u32, u32), said: String) -> Self {
        let value = match said.is_empty() {
            true => Cell::Empty,
            false => Cell::Text(said.into()),
        };
        let found = Found::Unclear;
        Self { at, value, found }
    }
}

/// A cell beside a question, by its column.
pub(super) type Place<'a> = (u32, &'a Cell);

/// Looks for the answers of one form.
pub(super) struct Answers<'a> {
    pub(super) grid: &'a Grid,
    pub(super) questions: &'a [Question],
    items: &'a [Item],
    /// By item.
    pub(super) options: FxHashMap<usize, Options>,
}

impl<'a> Answers<'a> {
    pub fn new(grid: &'a Grid, questions: &'a [Question], items: &'a [Item]) -> Self {
        let scale = |question: &Question| {
            let scale = items.get(question.item)?.scale.as_ref()?;
            Some((question.item, Options::of(scale)))
        };
        Self {
            grid,
            questions,
            items,
            options: questions.iter().filter_map(scale).collect(),
        }
    }

    /// The answer to a question.
    pub fn beside(&self, question: &Question) -> Beside {
        match (self.options.get(&question.item), question.rest.as_str()) {
            (Some(options), "") => self.chosen(question, options),
            (Some(options), rest) => {
                let value = Cell::Text(rest.into());
                let within = self.in_one_cell(question, options, question.at, &value);
                within.unwrap_or_else(|| Beside::clear(question.at, value))
            }
            (None, "") => self.written(question),
            (None, rest) => Beside::clear(question.at, Cell::Text(rest.into())),
        }
    }

    fn is_multi(&self, question: &Question) -> bool {
        let item = self.items.get(question.item);
        item.is_some_and(|item| item.kind == ItemKind::Multi)
    }

    /// Columns to the right of a question up to the next one in its row.
    pub(super) fn right_of(&self, question: &Question) -> std::ops::Range<u32> {
        let (row, column) = question.at;
        let others = self.questions.iter().map(|it| it.at);
        let next = others.filter(|at| at.0 == row && at.1 > column);
        let end = next.map(|at| at.1).min().unwrap_or(self.grid.width());
        column + 1..end
    }

    fn filled(&self, question: &Question) -> Vec<Place<'a>> {
        let cells = self.right_of(question);
        let cells = cells.map(|column| (column, self.grid.cell(question.at.0, column)));
        cells.filter(|(_, cell)| !cell.is_empty()).collect()
    }

    /// One of several options.
    fn chosen(&self, question: &Question, options: &Options) -> Beside {
        let row = question.at.0;
        if let Some(head) = self.head(question, options) {
            return self.under(question, options, &head);
        }
        let filled = self.filled(question);
        let within = filled
            .iter()
            .find_map(|(column, cell)| self.in_one_cell(question, options, (row, *column), cell));
        within
            .or_else(|| self.across_cells(question, options, &filled))
            .unwrap_or_else(|| self.single(question, options, &filled))
    }

    /// Options and their boxes in cells of their own, side by side.
    fn across_cells(
        &self,
        question: &Question,
        options: &Options,
        filled: &[Place<'a>],
    ) -> Option<Beside> {
        let drawn = filled.iter().map(|(_, cell)| match cell {
            Cell::Bool(true) => "☑".to_owned(),
            Cell::Bool(false) => "□".to_owned(),
            cell => cell.found(),
        });
        let together = drawn.collect::<Vec<_>>().join(" ");
        let (first, _) = filled.first().filter(|_| filled.len() > 2)?;
        let at = (question.at.0, *first);
        self.in_one_cell(question, options, at, &Cell::Text(together.into()))
    }

    pub(super) fn several(
        &self,
        question: &Question,
        at: (u32, u32),
        labels: impl Iterator<Item = String>,
    ) -> Beside {
        let labels: Vec<String> = labels.collect();
        match self.is_multi(question) {
            true => Beside::clear(at, Cell::Text(labels.join(SEVERAL).into())),
            false => {
                let said = labels.iter().map(|label| format!("√ {label}"));
                Beside::unclear(at, said.collect::<Vec<_>>().join("; "))
            }
        }
    }

    /// Options with boxes in one cell; `None` where it holds none.
    fn in_one_cell(
        &self,
        question: &Question,
        options: &Options,
        at: (u32, u32),
        cell: &Cell,
    ) -> Option<Beside> {
        let text = drawn(text(cell)?);
        let boxed = boxed(&text)?;
        let known = |label: &str| {
            let found = options.by_label(label);
            found.or_else(|| options.by_worn_label(label)).is_some()
        };
        if !boxed.iter().any(|it| known(it.label)) {
            return None;
        }
        let mut ticked = boxed.iter().filter(|it| it.ticked);
        Some(match (ticked.next(), ticked.next()) {
            (None, _) => Beside::clear(at, Cell::Empty),
            (Some(one), None) => Beside::clear(at, Cell::Text(one.label.into())),
            _ => {
                let all = boxed.iter().filter(|it| it.ticked);
                self.several(question, at, all.map(|it| it.label.to_owned()))
            }
        })
    }

    /// A text, a number or a date: right of the question, or below it.
    fn written(&self, question: &Question) -> Beside {
        let (row, column) = question.at;
        if let Some((at, cell)) = self.filled(question).first() {
            return Beside::clear((row, *at), (*cell).clone());
        }
        let below = self.grid.cell(row + 1, column);
        let asked = self.questions.iter().any(|it| it.at.0 == row + 1);
        match asked || below.is_empty() {
            false => Beside::clear((row + 1, column), below.clone()),
            true => {
                let right = self.right_of(question).next().unwrap_or(column);
                Beside::clear((row, right), Cell::Empty)
            }
        }
    }
}
