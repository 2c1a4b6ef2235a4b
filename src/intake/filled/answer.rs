//! What stands beside a question: a tick under one of the options, a box ticked in a cell, a label
//! or a score.

use std::cell::{Cell as Flag, OnceCell};

use rustc_hash::FxHashMap;

use super::inline::{Boxed, boxed};
use super::letters::{drawn, glued};
use super::mark::{Mark, UNCLEAR, together, unboxed};
use super::question::Question;
use super::text;
use crate::intake::cell::Cell;
use crate::intake::grid::Grid;
use crate::intake::look::{At, Dressed, Look, Looks};
use crate::intake::options::Options;
use crate::model::{Item, ItemKind};

/// Between several options of one answer: the mark no label holds.
const SEVERAL: &str = "┋";

/// What was found beside a question.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Beside {
    pub at: (u32, u32),
    /// Further cells, where several options are ticked.
    pub further: Vec<At>,
    pub value: Cell,
    found: Found,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Found {
    /// At most one thing that could be the answer.
    Clear,
    /// Several values: returns, counts or means may stand there.
    Unclear,
    /// Two ticks, a cross: what stands on a form, and nobody can know.
    Doubtful,
    /// Options of which none is ticked, or nothing at all.
    Open,
    /// Several options, none of them ticked.
    Several,
}

impl Beside {
    /// Whether it is what stands on one form for certain: an answer, a doubt, or none at all.
    pub fn is_of_a_form(&self) -> bool {
        matches!(self.found, Found::Clear | Found::Open | Found::Doubtful)
    }

    /// Whether it is an answer that leaves no doubt.
    pub fn is_answer(&self) -> bool {
        self.found == Found::Clear && !self.value.is_empty()
    }

    /// Whether no option is ticked, or said in any other way than by its look.
    pub fn is_open(&self) -> bool {
        matches!(self.found, Found::Open | Found::Several)
    }

    /// The same with nothing ticked.
    pub(super) fn open(self) -> Self {
        let found = match self.found {
            Found::Clear | Found::Open => Found::Open,
            Found::Unclear | Found::Doubtful | Found::Several => Found::Several,
        };
        Self { found, ..self }
    }

    pub(super) fn clear(at: (u32, u32), value: Cell) -> Self {
        Self {
            at,
            further: Vec::new(),
            value,
            found: Found::Clear,
        }
    }

    pub(super) fn unclear(at: (u32, u32), said: String) -> Self {
        let value = match said.is_empty() {
            true => Cell::Empty,
            false => Cell::Text(said.into()),
        };
        Self {
            found: Found::Unclear,
            ..Self::clear(at, value)
        }
    }

    /// It is said in these cells.
    pub(super) fn ticked_in(self, cells: impl IntoIterator<Item = At>) -> Self {
        let mut cells = cells.into_iter();
        Self {
            at: cells.next().unwrap_or(self.at),
            further: cells.collect(),
            ..self
        }
    }

    /// Ticks nobody can know the meaning of.
    pub(super) fn doubtful(at: (u32, u32), said: String) -> Self {
        let found = Found::Doubtful;
        Self {
            found,
            ..Self::unclear(at, said)
        }
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
    /// How cells look, once it is asked.
    looks: &'a dyn Looks,
    looked: OnceCell<Dressed>,
    /// Nothing is ticked but with crosses.
    crosses_tick: bool,
    /// A cross was met that no tick stands beside, and a tick anywhere.
    crossed: Flag<bool>,
    ticked: Flag<bool>,
}

impl<'a> Answers<'a> {
    pub fn new(
        grid: &'a Grid,
        questions: &'a [Question],
        items: &'a [Item],
        looks: &'a dyn Looks,
    ) -> Self {
        let scale = |question: &Question| {
            let scale = items.get(question.item)?.scale.as_ref()?;
            Some((question.item, Options::of(scale)))
        };
        Self {
            grid,
            questions,
            items,
            options: questions.iter().filter_map(scale).collect(),
            looks,
            looked: OnceCell::new(),
            crosses_tick: false,
            crossed: Flag::new(false),
            ticked: Flag::new(false),
        }
    }

    /// What is read of a form; where nothing but crosses ticks on it, with those.
    pub(super) fn with_crosses<T>(
        &mut self,
        read: impl Fn(&Self) -> T,
        ticked: impl Fn(&T) -> bool,
    ) -> T {
        let found = read(self);
        if self.crossed.get() && !self.ticked.get() && !ticked(&found) {
            self.crosses_tick = true;
            return read(self);
        }
        found
    }

    /// The marks of one line as they are meant together on this form.
    pub(super) fn resolve(&self, marks: &mut [Mark]) {
        let ticked = marks.contains(&Mark::Tick);
        let alone = marks.contains(&Mark::Cross) && !ticked;
        self.crossed.set(self.crossed.get() || alone);
        self.ticked.set(self.ticked.get() || ticked);
        together(marks, self.crosses_tick);
    }

    /// How a cell looks, if it looks like anything.
    pub(super) fn look(&self, at: At) -> Option<&Look> {
        self.looked.get_or_init(|| self.looks.cells()).get(&at)
    }

    /// The answers to all questions.
    pub fn all(&self) -> Vec<(&'a Question, Beside)> {
        let questions = self.questions.iter();
        questions.map(|it| (it, self.read(it, true))).collect()
    }

    /// The answer to a question, as far as it stands beside it.
    pub fn beside(&self, question: &Question) -> Beside {
        self.read(question, false)
    }

    fn read(&self, question: &Question, below: bool) -> Beside {
        match (self.options.get(&question.item), question.rest.as_str()) {
            (Some(options), rest) => {
                let beside = match rest {
                    "" => self.chosen(question, options),
                    rest => self.within(question, options, rest),
                };
                let beside = match below {
                    true => self.with_below(question, options, beside),
                    false => beside,
                };
                let looked = beside.is_open().then(|| self.emphasised(question, options));
                looked.flatten().unwrap_or(beside)
            }
            (None, "") => self.written(question),
            (None, rest) => Beside::clear(question.at, Cell::Text(rest.into())),
        }
    }

    /// What stands behind a question in its own cell.
    fn within(&self, question: &Question, options: &Options, rest: &str) -> Beside {
        let value = Cell::Text(rest.into());
        let boxes = self.in_one_cell(question, options, question.at, &value);
        boxes.unwrap_or_else(|| {
            let known = is_option(options, &value);
            let beside = Beside::clear(question.at, value);
            if known { beside } else { beside.open() }
        })
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

    pub(super) fn filled(&self, question: &Question) -> Vec<Place<'a>> {
        let cells = self.right_of(question);
        let cells = cells.map(|column| (column, self.grid.cell(question.at.0, column)));
        cells.filter(|(_, cell)| !cell.is_empty()).collect()
    }

    /// One of several options.
    fn chosen(&self, question: &Question, options: &Options) -> Beside {
        let row = question.at.0;
        let filled = self.filled(question);
        // Options that stand in one cell are chosen from there, whatever stands above.
        let within = filled
            .iter()
            .find_map(|(column, cell)| self.in_one_cell(question, options, (row, *column), cell));
        let beside = |cell: &Cell| text(cell).and_then(|it| label_of(options, unboxed(it)));
        let head = self.head(question, options);
        // Options that stand beside the question are its own, whatever stands above.
        let head = head.filter(|_| self.named(row, question, beside).is_none());
        if let (None, Some(head)) = (&within, head) {
            return self.under(question, options, (&head, row));
        }
        within
            .or_else(|| self.across_cells(question, options, &filled))
            .or_else(|| self.between(question, options, row))
            .or_else(|| self.offered(question, options))
            .or_else(|| unsure(row, &filled))
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
        let (first, _) = filled.first().filter(|_| filled.len() > 1)?;
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
                Beside::doubtful(at, said.collect::<Vec<_>>().join("; "))
            }
        }
    }

    /// Options with boxes in one cell; `None` where it holds none.
    pub(super) fn in_one_cell(
        &self,
        question: &Question,
        options: &Options,
        at: (u32, u32),
        cell: &Cell,
    ) -> Option<Beside> {
        let known = |label: &str| label_of(options, label).is_some();
        let own = text(cell)?;
        let drawn = drawn(own);
        let text = glued(&drawn, known);
        let mut boxed: Vec<Boxed<'_>> = boxed(&text, known)?;
        if !boxed.iter().any(|it| known(it.label)) {
            return None;
        }
        let mut marks: Vec<Mark> = boxed.iter().map(|it| it.mark).collect();
        self.resolve(&mut marks);
        for (boxed, mark) in boxed.iter_mut().zip(marks) {
            boxed.mark = mark;
        }
        if boxed.iter().any(|it| it.mark == Mark::Unclear) {
            return Some(Beside::doubtful(at, own.to_owned()));
        }
        let marked = || boxed.iter().filter(|it| it.mark == Mark::Tick);
        let mut ticked = marked();
        Some(match (ticked.next(), ticked.next()) {
            (None, _) => Beside::clear(at, Cell::Empty).open(),
            (Some(one), None) => Beside::clear(at, Cell::Text(one.label.into())),
            _ => self.several(question, at, marked().map(|it| it.label.to_owned())),
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

/// A control in a row of which nobody can say what it means, whatever stands beside it.
fn unsure(row: u32, filled: &[Place<'_>]) -> Option<Beside> {
    let unclear = |cell: &Cell| text(cell).is_some_and(|text| text.contains(UNCLEAR));
    let (at, cell) = filled.iter().find(|(_, cell)| unclear(cell))?;
    Some(Beside::doubtful((row, *at), cell.found()))
}

/// The option a text names.
pub(super) fn label_of(options: &Options, text: &str) -> Option<u8> {
    let found = options.by_label(text);
    found.or_else(|| options.by_worn_label(text))
}

/// Whether a cell names an option, by its label or its score.
pub(super) fn is_option(options: &Options, cell: &Cell) -> bool {
    option_of(options, cell).is_some()
}

/// The option a cell names.
pub(super) fn option_of(options: &Options, cell: &Cell) -> Option<u8> {
    match cell {
        Cell::Text(text) => label_of(options, text),
        Cell::Number(number) => options.by_score(*number),
        _ => None,
    }
}
