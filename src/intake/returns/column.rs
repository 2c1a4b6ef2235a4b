//! The column of one item: every distinct value read once, rows look theirs up.

use super::issues::Issues;
use super::spread::{OptionColumn, Sign, Together};
use super::wrong::{self, Counted};
use super::{Account, fault};
use crate::intake::cell::Cell;
use crate::intake::error::{IntakeError, MappingFault};
use crate::intake::interpret::Interpreter;
use crate::intake::sheet::SheetColumn;
use crate::intake::tick::{Mark, mark};
use crate::model::{
    Answer, AnswerColumn, BesideOption, ColumnMapping, Expected, IssueKind, Item, LineageId,
    Mapping, Questionnaire, Target,
};

const VALUES_PER_LOOK: usize = 10_000;
/// Bytes a text takes beside its own.
const AROUND_TEXT: u64 = 16;

/// A column with every distinct value read.
pub(super) struct ItemColumn<'a> {
    pub item: &'a Item,
    pub column: &'a SheetColumn,
    /// Answer of each value of the dictionary, or each there is where options have columns of
    /// their own.
    pub read: Vec<Answer>,
    /// The columns of the options, and which of the answers each row holds.
    spread: Option<(Vec<OptionColumn<'a>>, Together)>,
    expected: Expected,
    /// What would have been right of one value, where that is known: by its place in `read`.
    either: Vec<(usize, Expected)>,
    /// Its place among the columns of the mapping, and words beside options by the place in `read`.
    written: (usize, Vec<Option<String>>),
}

/// The columns that are items, in the order of the sheet; those of the options of one item are
/// one, where the first of them stands.
pub(super) fn item_columns<'a>(
    account: &Account<'a>,
    mapping: &Mapping,
    questionnaire: &'a Questionnaire,
) -> Result<Vec<ItemColumn<'a>>, IntakeError> {
    let sheet = account.sheet;
    let mut columns: Vec<(&ColumnMapping, ItemColumn<'a>)> = Vec::new();
    let both = mapping.columns.iter().zip(&sheet.columns);
    for ((done, at), (mapped, column)) in (0..).zip(0..).zip(both) {
        let Some(lineage) = mapped.target.item() else {
            continue;
        };
        if columns
            .iter()
            .any(|(_, before)| before.item.lineage == lineage)
        {
            continue;
        }
        let item = questionnaire.item_of(lineage).ok_or_else(|| {
            let (cell, title) = (mapped.cell.clone(), mapped.title.clone());
            fault(sheet, MappingFault::UnknownItem { cell, title })
        })?;
        let interpreter = Interpreter::new(item, mapped.reading, sheet.platform)
            .numbered(&mapped.numbered)
            .learned(column);
        let mut written = Vec::new();
        let (read, spread) = match mapped.target {
            Target::ItemOption(..) => {
                let options = option_columns(account, mapping, lineage, &interpreter)?;
                let (answers, together) = Together::of(&options, item.kind, account)?;
                (answers, Some((options, together)))
            }
            Target::Item(_)
            | Target::Customer
            | Target::Respondent
            | Target::Role
            | Target::Duration
            | Target::Date
            | Target::Channel
            | Target::Collector
            | Target::Void
            | Target::Ignore
            | Target::Private => {
                let read = |cell: &Cell| interpreter.read(cell);
                let read = each_value(account, column, done, read)?;
                written = words(&interpreter, column);
                (read, None)
            }
        };
        columns.push((
            mapped,
            ItemColumn {
                item,
                column,
                read,
                spread,
                expected: interpreter.expected(),
                either: either(&interpreter, column),
                written: (at, written),
            },
        ));
    }
    let counted = columns.iter().map(|(mapped, it)| Counted {
        mapped,
        item: it.item,
        column: it.column,
        unreadable: it.unreadable(),
    });
    wrong::refuse(sheet, &counted.collect::<Vec<_>>())?;
    Ok(columns.into_iter().map(|(_, column)| column).collect())
}

/// The columns of the options of an item.
fn option_columns<'a>(
    account: &Account<'a>,
    mapping: &Mapping,
    item: LineageId,
    interpreter: &Interpreter<'_>,
) -> Result<Vec<OptionColumn<'a>>, IntakeError> {
    let mut options = Vec::new();
    for (done, (mapped, column)) in (0..).zip(mapping.columns.iter().zip(&account.sheet.columns)) {
        if let Target::ItemOption(lineage, option) = mapped.target
            && lineage == item
        {
            let says = |cell: &Cell| interpreter.tick(option, cell);
            let says = each_value(account, column, done, says)?;
            let sign = |(cell, said): (&Cell, &Answer)| match (said, mark(cell)) {
                (Answer::Blank, Some(Mark::Cross)) => Some(Sign::Cross),
                (Answer::Blank, Some(Mark::Circle)) => Some(Sign::Circle),
                _ => None,
            };
            let signs = column.dictionary().iter().zip(&says).map(sign);
            options.push(OptionColumn {
                option,
                column,
                signs: signs.collect(),
                says,
            });
        }
    }
    Ok(options)
}

/// The words written beside options by the place in the dictionary; none at all where there are none.
fn words(interpreter: &Interpreter<'_>, column: &SheetColumn) -> Vec<Option<String>> {
    let values = column.dictionary().iter().enumerate();
    let words = values.map(|(code, cell)| match column.count(code) {
        0 => None,
        _ => interpreter.written(cell),
    });
    let words: Vec<Option<String>> = words.collect();
    match words.iter().any(Option::is_some) {
        true => words,
        false => Vec::new(),
    }
}

/// What would have been right of single values of a column.
fn either(interpreter: &Interpreter<'_>, column: &SheetColumn) -> Vec<(usize, Expected)> {
    let values = column.dictionary().iter().enumerate();
    values
        .filter_map(|(code, cell)| Some((code, interpreter.expected_of(cell)?)))
        .collect()
}

/// What each value of the dictionary of a column is read as.
fn each_value(
    account: &Account<'_>,
    column: &SheetColumn,
    done: u64,
    read: impl Fn(&Cell) -> Answer,
) -> Result<Vec<Answer>, IntakeError> {
    let values = column.dictionary();
    let texts: u64 = values.iter().map(Cell::weight).sum();
    account.take(answers_weight(values.len()) + texts, &column.cell)?;
    let mut answers = Vec::with_capacity(values.len());
    for (code, cell) in values.iter().enumerate() {
        if code.is_multiple_of(VALUES_PER_LOOK) {
            account.look(done)?;
        }
        answers.push(match column.count(code) {
            0 => Answer::Blank,
            _ => read(cell),
        });
    }
    Ok(answers)
}

impl ItemColumn<'_> {
    /// Place in `read` of the answer of a row.
    pub fn code(&self, row: u32) -> usize {
        match &self.spread {
            Some((_, together)) => together.code(row),
            None => self.column.code(row) as usize,
        }
    }

    /// The columns it stands in.
    pub fn cells(&self) -> impl Iterator<Item = &SheetColumn> {
        let options = self.spread.iter().flat_map(|(options, _)| options);
        let one = Some(self.column).filter(|_| self.spread.is_none());
        one.into_iter().chain(options.map(|it| it.column))
    }

    /// Sends answers somebody struck through to whoever looks at what could not be read; what of a
    /// row that a person called a return is struck too waits as well.
    fn hold_struck(
        &self,
        answers: &mut AnswerColumn,
        rows: &[u32],
        issues: &mut Issues<'_>,
        account: &Account<'_>,
    ) -> Result<(), IntakeError> {
        let sheet = account.sheet;
        for (returned, row) in rows.iter().enumerate().filter(|_| sheet.has_struck()) {
            let struck = self.cells().find(|it| sheet.is_struck(it, *row));
            let known = matches!(self.answer(*row), Answer::Unreadable | Answer::Blank);
            if let Some(column) = struck.filter(|_| !known) {
                let (kind, item) = (IssueKind::UnreadableCell, Some(self.item.lineage));
                issues.push(kind, returned, (column, *row), item, &Expected::Struck)?;
                answers.set(returned, Answer::Unreadable);
            }
        }
        Ok(())
    }

    /// It stands in one column, not in one an option.
    pub fn has_one_column(&self) -> bool {
        self.spread.is_none()
    }

    /// How many rows hold the answer at a place in `read`.
    fn count(&self, code: usize) -> u64 {
        u64::from(match &self.spread {
            Some((_, together)) => together.counts.get(code).copied().unwrap_or(0),
            None => self.column.count(code),
        })
    }

    /// The column whose cell is to blame for the answer of a row: one that cannot be read, the last
    /// of several ticks where one is asked for, or the first cross where nothing else is ticked.
    fn blamed(&self, row: u32) -> &SheetColumn {
        let options = || self.spread.iter().flat_map(|(options, _)| options);
        let unreadable = options().find(|it| *it.says(row) == Answer::Unreadable);
        let ticked = || options().filter(|it| matches!(it.says(row), Answer::Options(_)));
        let crossed = || options().find(|it| it.is_signed(row));
        let blamed = unreadable.or_else(|| ticked().next_back()).or_else(crossed);
        blamed.map_or(self.column, |it| it.column)
    }

    fn unreadable(&self) -> u64 {
        let read = self.read.iter().enumerate();
        read.filter(|(_, answer)| **answer == Answer::Unreadable)
            .map(|(code, _)| self.count(code))
            .sum()
    }

    fn expected_of(&self, row: u32) -> &Expected {
        let code = self.code(row);
        let own = self.either.binary_search_by_key(&code, |(at, _)| *at).ok();
        let own = own.and_then(|at| self.either.get(at));
        own.map_or(&self.expected, |(_, expected)| expected)
    }

    pub fn answer(&self, row: u32) -> &Answer {
        self.read.get(self.code(row)).unwrap_or(&Answer::Blank)
    }

    /// Answers of the given rows, with an issue for each that is unreadable or missing; `open`:
    /// every scored one is missed.
    pub fn answers(
        &self,
        rows: &[u32],
        open: bool,
        issues: &mut Issues<'_>,
        account: &Account<'_>,
    ) -> Result<AnswerColumn, IntakeError> {
        let unreadable = self.read.contains(&Answer::Unreadable);
        let missed = open && self.item.scored;
        let required = self.item.required || missed;
        if unreadable || required {
            for (returned, row) in rows.iter().enumerate() {
                match self.answer(*row) {
                    Answer::Unreadable => issues.push(
                        IssueKind::UnreadableCell,
                        returned,
                        (self.blamed(*row), *row),
                        Some(self.item.lineage),
                        match self.blamed(*row).value(*row) {
                            Cell::Formula(_) => &Expected::Calculated,
                            _ => self.expected_of(*row),
                        },
                    )?,
                    Answer::Blank if required => issues.push(
                        IssueKind::MissingAnswer,
                        returned,
                        (self.column, *row),
                        Some(self.item.lineage),
                        &Expected::Answer,
                    )?,
                    _ => {}
                }
            }
        }
        account.take(self.weight(rows), &self.column.cell)?;
        let mut answers = self.packed(rows);
        self.hold_struck(&mut answers, rows, issues, account)?;
        Ok(answers)
    }

    /// What stands beside the options of the given rows in words.
    pub fn written(
        &self,
        rows: &[u32],
        account: &Account<'_>,
    ) -> Result<Vec<BesideOption>, IntakeError> {
        let (column, words) = &self.written;
        let mut written = Vec::new();
        for row in rows.iter().filter(|_| !words.is_empty()) {
            if let Some(Some(text)) = words.get(self.code(*row)) {
                account.take(
                    (size_of::<BesideOption>() + text.len()) as u64,
                    &self.column.cell,
                )?;
                written.push(BesideOption {
                    row: account.sheet.row_number(*row),
                    cell: account.sheet.cell_name(self.column, *row),
                    column: *column,
                    text: text.clone(),
                });
            }
        }
        Ok(written)
    }

    /// Bytes the answers of the rows take at most: a text stands there once for each row.
    fn weight(&self, rows: &[u32]) -> u64 {
        let plain = |answer: &Answer| !matches!(answer, Answer::Text(_) | Answer::Options(_));
        if self.item.kind.takes_one_option() && self.read.iter().all(plain) {
            return rows.len() as u64;
        }
        let texts = self.read.iter().enumerate().map(|(code, answer)| {
            let text = match answer {
                Answer::Text(text) => text.len() as u64 + AROUND_TEXT,
                Answer::Options(options) => options.len() as u64 + AROUND_TEXT,
                Answer::Blank
                | Answer::Skipped
                | Answer::NotApplicable
                | Answer::Unreadable
                | Answer::Option(_)
                | Answer::Number(_) => 0,
            };
            text.saturating_mul(self.count(code))
        });
        texts.fold(answers_weight(rows.len()), u64::saturating_add)
    }

    fn packed(&self, rows: &[u32]) -> AnswerColumn {
        if !self.item.kind.takes_one_option() {
            return AnswerColumn::Other(rows.iter().map(|row| self.answer(*row).clone()).collect());
        }
        let mut table = AnswerColumn::Choice(Vec::with_capacity(self.read.len()));
        for answer in &self.read {
            table.push(answer.clone());
        }
        match table {
            AnswerColumn::Choice(table) => {
                let code = |row: &u32| table.get(self.code(*row)).copied();
                let codes = rows
                    .iter()
                    .map(|row| code(row).unwrap_or(AnswerColumn::BLANK));
                AnswerColumn::Choice(codes.collect())
            }
            AnswerColumn::Other(_) => {
                AnswerColumn::Other(rows.iter().map(|row| self.answer(*row).clone()).collect())
            }
        }
    }
}

/// The answers to an item the sheet has no column for.
pub(super) fn blank(
    item: &Item,
    returns: usize,
    account: &Account<'_>,
) -> Result<AnswerColumn, IntakeError> {
    Ok(if item.kind.takes_one_option() {
        account.take(returns as u64, "")?;
        AnswerColumn::Choice(vec![AnswerColumn::BLANK; returns])
    } else {
        account.take(answers_weight(returns), "")?;
        AnswerColumn::Other(vec![Answer::Blank; returns])
    })
}

fn answers_weight(answers: usize) -> u64 {
    answers as u64 * size_of::<Answer>() as u64
}
