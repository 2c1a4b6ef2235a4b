//! What stands beside a question: a tick under one of the options, a box ticked in a cell, a label
//! or a score.

use rustc_hash::FxHashMap;

use super::inline::{boxed, drawn};
use super::question::Question;
use super::text;
use super::tick::{Tick, tick};
use crate::intake::cell::Cell;
use crate::intake::grid::Grid;
use crate::intake::normal::folded;
use crate::intake::options::Options;
use crate::model::{Item, ItemKind};

/// Rows above a question in which its options are looked for.
const ABOVE: u32 = 60;
/// What stands above answers.
const ANSWERS: [&str; 17] = [
    "得分",
    "评分",
    "打分",
    "评价",
    "评定",
    "分数",
    "满意度",
    "满意程度",
    "答案",
    "选择",
    "结果",
    "回答",
    "score",
    "rating",
    "answer",
    "result",
    "response",
];
/// What stands above something else.
const OTHERS: [&str; 22] = [
    "权重",
    "序号",
    "满分",
    "分值",
    "标准",
    "平均",
    "均分",
    "均值",
    "合计",
    "备注",
    "说明",
    "占比",
    "满意率",
    "人数",
    "份数",
    "weight",
    "max",
    "average",
    "mean",
    "total",
    "remark",
    "no.",
];
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

    fn clear(at: (u32, u32), value: Cell) -> Self {
        let found = Found::Clear;
        Self { at, value, found }
    }

    fn unclear(at: (u32, u32), said: String) -> Self {
        let value = match said.is_empty() {
            true => Cell::Empty,
            false => Cell::Text(said.into()),
        };
        let found = Found::Unclear;
        Self { at, value, found }
    }
}

/// A cell beside a question, by its column.
type Place<'a> = (u32, &'a Cell);

/// Looks for the answers of one form.
pub(super) struct Answers<'a> {
    grid: &'a Grid,
    questions: &'a [Question],
    items: &'a [Item],
    /// By item.
    options: FxHashMap<usize, Options>,
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
    fn right_of(&self, question: &Question) -> std::ops::Range<u32> {
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

    /// The columns of the options, named in the nearest row above that names two of them.
    fn head(&self, question: &Question, options: &Options) -> Option<Vec<(u32, u8)>> {
        let (row, _) = question.at;
        let rows = (row.saturating_sub(ABOVE)..row).rev();
        let mut heads = rows.map(|above| self.named(above, question, options));
        heads.find(|head| head.len() > 1)
    }

    /// The options a row names above the answers of a question, each once.
    fn named(&self, row: u32, question: &Question, options: &Options) -> Vec<(u32, u8)> {
        // What stands beside another question is its answer.
        if self.questions.iter().any(|it| it.at.0 == row) {
            return Vec::new();
        }
        let option = |cell: &Cell| match cell {
            Cell::Text(text) => options
                .by_label(text)
                .or_else(|| options.by_worn_label(text)),
            Cell::Number(number) => options.by_score(*number),
            _ => None,
        };
        let columns = self.right_of(question);
        let named = columns.filter_map(|at| Some((at, option(self.grid.cell(row, at))?)));
        let mut head: Vec<(u32, u8)> = Vec::new();
        for (column, option) in named {
            if !head.iter().any(|(_, before)| *before == option) {
                head.push((column, option));
            }
        }
        // Two scores above may be answers of their own.
        let all_numbers = head
            .iter()
            .all(|(at, _)| matches!(self.grid.cell(row, *at), Cell::Number(_)));
        match all_numbers && head.len() < 3 {
            true => Vec::new(),
            false => head,
        }
    }

    /// The option whose column holds a tick.
    fn under(&self, question: &Question, options: &Options, head: &[(u32, u8)]) -> Beside {
        let row = question.at.0;
        let ticks = head.iter().map(|(column, option)| {
            let cell = self.grid.cell(row, *column);
            let own = |cell: &Cell| match cell {
                Cell::Text(text) => options.by_label(text) == Some(*option),
                Cell::Number(number) => options.by_score(*number) == Some(*option),
                _ => false,
            };
            (*column, cell, tick(cell, own))
        });
        let ticks: Vec<(u32, &Cell, Tick)> = ticks.collect();
        let unclear = ticks.iter().filter(|(.., tick)| *tick == Tick::Unclear);
        let yes: Vec<u32> = ticks
            .iter()
            .filter(|(.., tick)| *tick == Tick::Yes)
            .map(|(column, ..)| *column)
            .collect();
        let first = head
            .first()
            .map_or(question.at, |(column, _)| (row, *column));
        let label = |column: u32| self.title(question, column);
        match yes.as_slice() {
            _ if unclear.clone().next().is_some() => {
                let at = unclear.clone().next().map_or(first, |(at, ..)| (row, *at));
                let marked = ticks.iter().filter(|(.., tick)| *tick != Tick::No);
                let said = marked.map(|(at, cell, _)| format!("{} {}", label(*at), cell.found()));
                Beside::unclear(at, said.collect::<Vec<_>>().join("; "))
            }
            [] => Beside::clear(first, Cell::Empty),
            [one] => Beside::clear((row, *one), Cell::Text(label(*one).into())),
            [one, ..] => self.several(question, (row, *one), yes.iter().map(|at| label(*at))),
        }
    }

    /// What the head above says of a column, as it is written.
    fn title(&self, question: &Question, column: u32) -> String {
        let options = self.options.get(&question.item);
        let named = |row: &u32| {
            let head = options.map(|options| self.named(*row, question, options));
            head.is_some_and(|head| head.len() > 1)
        };
        let mut rows = (question.at.0.saturating_sub(ABOVE)..question.at.0).rev();
        let row = rows.find(named).unwrap_or(question.at.0);
        self.grid.cell(row, column).found()
    }

    fn several(
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

    /// A label or a score in a cell of its own.
    fn single(&self, question: &Question, options: &Options, filled: &[Place<'a>]) -> Beside {
        let row = question.at.0;
        let titled = |words: &'static [&'static str]| {
            move |column: u32| {
                let title = self.above(question, column);
                words.iter().any(|word| title.contains(word))
            }
        };
        let (answers, others) = (titled(&ANSWERS), titled(&OTHERS));
        let mut meant = self
            .right_of(question)
            .filter(|at| answers(*at) && !others(*at));
        if let (Some(column), None) = (meant.next(), meant.next()) {
            return Beside::clear((row, column), self.grid.cell(row, column).clone());
        }
        let beside_others = !filled.is_empty();
        let filled: Vec<Place<'a>> = filled
            .iter()
            .filter(|(at, _)| !others(*at))
            .copied()
            .collect();
        let known = |cell: &Cell| match cell {
            Cell::Text(text) => {
                let found = options.by_label(text);
                found.or_else(|| options.by_worn_label(text)).is_some()
            }
            Cell::Number(number) => options.by_score(*number).is_some(),
            _ => false,
        };
        let readable: Vec<Place<'a>> = filled
            .iter()
            .filter(|(_, cell)| known(cell))
            .copied()
            .collect();
        match (readable.as_slice(), filled.as_slice()) {
            ([one], _) | ([], [one]) => Beside::clear((row, one.0), one.1.clone()),
            ([], []) => {
                let first = self.right_of(question).next().unwrap_or(question.at.1);
                match beside_others {
                    true => Beside::unclear((row, first), String::new()),
                    false => Beside::clear((row, first), Cell::Empty),
                }
            }
            (several, all) => {
                let several = if several.is_empty() { all } else { several };
                let said = several.iter().map(|(_, cell)| cell.found());
                let at = several.first().map_or(question.at.1, |(at, _)| *at);
                Beside::unclear((row, at), said.collect::<Vec<_>>().join("; "))
            }
        }
    }

    /// What stands above a column of answers, folded.
    fn above(&self, question: &Question, column: u32) -> String {
        let asked = |row: u32| self.questions.iter().any(|it| it.at.0 == row);
        let rows = (question.at.0.saturating_sub(ABOVE)..question.at.0).rev();
        let mut texts = rows
            .filter(|row| !asked(*row))
            .filter_map(|row| text(self.grid.looks(row, column)));
        texts.next().map(folded).unwrap_or_default()
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
