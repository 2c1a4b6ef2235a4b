//! A mapped sheet read into returns, answers by the column, and issues.
//!
//! Every distinct value of a column is read once; rows only look theirs up. Decisions:
//!
//! - A row without any answer is no return, whatever its other columns say.
//! - An unknown customer is an issue when the sheet has a column for customers or the
//!   workspace has a register; an anonymous survey without either raises none.
//! - A required item that the sheet has no column for raises no issue: it was not asked.
//! - More than [`MAX_UNREADABLE`] unreadable cells mean that a column is not what it was taken
//!   for; the sheet is refused and the column named. Nothing is dropped to stay below it.

mod batch;
mod fields;

use super::cell::Cell;
use super::error::{IntakeError, MappingFault, SheetFault};
use super::interpret::Interpreter;
use super::mapping::{ColumnMapping, Mapping, Problem, Target};
use super::sheet::{Sheet, SheetColumn};
use crate::model::{
    Answer, AnswerColumn, Customer, Expected, ImportId, Issue, IssueId, IssueKind, Item, LineageId,
    Progress, Questionnaire, Return, ReturnId, WaveId,
};

/// Unreadable cells of one sheet that somebody may still want to settle by hand.
pub const MAX_UNREADABLE: u64 = 10_000;
/// Issues of one sheet of all kinds.
pub const MAX_ISSUES: u64 = 200_000;

/// What the returns belong to.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The questionnaire of the wave's revision.
    pub questionnaire: &'a Questionnaire,
    /// The register; may be empty.
    pub customers: &'a [Customer],
    pub wave: WaveId,
}

/// What a sheet holds. Returns are numbered from 0; issues refer to those numbers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Imported {
    /// In the order of the rows.
    pub returns: Vec<Return>,
    /// One column an item of the questionnaire, in its order, each as long as `returns`.
    pub columns: Vec<AnswerColumn>,
    /// By return, then in the order of the columns.
    pub issues: Vec<Issue>,
    /// Rows that hold something but no answer: no returns.
    pub rows_without_answer: u32,
}

/// Reads every row of the sheet.
///
/// # Errors
/// [`IntakeError::Mapping`] when the mapping is not settled or a column is plainly something
/// else, [`IntakeError::Sheet`] when no row holds an answer, [`IntakeError::Cancelled`].
pub fn read(
    sheet: &Sheet,
    mapping: &Mapping,
    context: &Context<'_>,
    progress: &Progress,
) -> Result<Imported, IntakeError> {
    progress.expect(sheet.columns.len() as u64 + 1);
    check(sheet, mapping)?;
    let columns = item_columns(sheet, mapping, context.questionnaire)?;
    let (rows, rows_without_answer) = rows(sheet, &columns);
    if rows.is_empty() {
        return Err(IntakeError::Sheet {
            file: sheet.file.clone(),
            sheet: sheet.name.clone(),
            fault: SheetFault::NoReturns,
        });
    }
    let mut issues = Issues::new(sheet, context.wave);
    let mut answers = Vec::with_capacity(context.questionnaire.items.len());
    for (done, item) in (1..).zip(&context.questionnaire.items) {
        progress.reach(done)?;
        let column = columns
            .iter()
            .find(|column| column.item.lineage == item.lineage);
        answers.push(match column {
            Some(column) => column.answers(&rows, &mut issues)?,
            None => blank(item, rows.len()),
        });
    }
    let returns = fields::returns(sheet, mapping, context, &rows, &mut issues)?;
    Ok(Imported {
        returns,
        columns: answers,
        issues: issues.sorted(),
        rows_without_answer,
    })
}

fn fault(sheet: &Sheet, fault: MappingFault) -> IntakeError {
    IntakeError::Mapping {
        file: sheet.file.clone(),
        sheet: sheet.name.clone(),
        fault,
    }
}

/// A mapping has to be settled, and made for this sheet.
fn check(sheet: &Sheet, mapping: &Mapping) -> Result<(), IntakeError> {
    if !mapping.fits(sheet) {
        return Err(fault(sheet, MappingFault::OtherSheet));
    }
    let column = |at: usize| mapping.columns.get(at);
    let title = |at| {
        column(at)
            .map(|column| column.title.clone())
            .unwrap_or_default()
    };
    let cell = |at| {
        column(at)
            .map(|column| column.cell.clone())
            .unwrap_or_default()
    };
    match mapping.problems().into_iter().next() {
        None => Ok(()),
        Some(problem) => Err(fault(
            sheet,
            match problem {
                Problem::NothingFits => MappingFault::NothingFits,
                Problem::Undecided { column } => MappingFault::Undecided {
                    cell: cell(column),
                    title: title(column),
                },
                Problem::Conflict { columns, .. } => MappingFault::Conflict {
                    title: columns.first().map(|at| title(*at)).unwrap_or_default(),
                    cells: columns.into_iter().map(cell).collect(),
                },
            },
        )),
    }
}

/// A column with every distinct value read.
struct ItemColumn<'a> {
    item: &'a Item,
    column: &'a SheetColumn,
    /// Answer of each value of the dictionary.
    read: Vec<Answer>,
    expected: Expected,
}

fn item_columns<'a>(
    sheet: &'a Sheet,
    mapping: &Mapping,
    questionnaire: &'a Questionnaire,
) -> Result<Vec<ItemColumn<'a>>, IntakeError> {
    let mut columns = Vec::new();
    for (mapped, column) in mapping.columns.iter().zip(&sheet.columns) {
        let Target::Item(lineage) = mapped.target else {
            continue;
        };
        let item = questionnaire.item_of(lineage).ok_or_else(|| {
            let (cell, title) = (mapped.cell.clone(), mapped.title.clone());
            fault(sheet, MappingFault::UnknownItem { cell, title })
        })?;
        let interpreter = Interpreter::new(item, mapped.reading, mapping.platform);
        let values = column.dictionary().iter().enumerate();
        let read = values.map(|(code, cell)| match column.count(code) {
            0 => Answer::Blank,
            _ => interpreter.read(cell),
        });
        columns.push((
            mapped,
            ItemColumn {
                item,
                column,
                read: read.collect(),
                expected: interpreter.expected(),
            },
        ));
    }
    refuse_wrong_columns(sheet, &columns)?;
    Ok(columns.into_iter().map(|(_, column)| column).collect())
}

/// Refuses a sheet with more unreadable cells than anybody would settle; the column with the
/// most of them is named.
fn refuse_wrong_columns(
    sheet: &Sheet,
    columns: &[(&ColumnMapping, ItemColumn<'_>)],
) -> Result<(), IntakeError> {
    let total: u64 = columns.iter().map(|(_, column)| column.unreadable()).sum();
    if total <= MAX_UNREADABLE {
        return Ok(());
    }
    let worst = columns.iter().max_by_key(|(_, column)| column.unreadable());
    match worst {
        Some((mapped, column)) => Err(fault(
            sheet,
            MappingFault::WrongColumn {
                cell: mapped.cell.clone(),
                title: mapped.title.clone(),
                unreadable: column.unreadable(),
                cells: column
                    .column
                    .values()
                    .map(|(_, count)| u64::from(count))
                    .sum(),
            },
        )),
        None => Ok(()),
    }
}

impl ItemColumn<'_> {
    fn unreadable(&self) -> u64 {
        let read = self.read.iter().enumerate();
        read.filter(|(_, answer)| **answer == Answer::Unreadable)
            .map(|(code, _)| u64::from(self.column.count(code)))
            .sum()
    }

    fn answer(&self, row: u32) -> &Answer {
        let code = self.column.code(row) as usize;
        self.read.get(code).unwrap_or(&Answer::Blank)
    }

    /// Answers of the given rows, with an issue for each that is unreadable or missing.
    fn answers(&self, rows: &[u32], issues: &mut Issues<'_>) -> Result<AnswerColumn, IntakeError> {
        let unreadable = self.read.contains(&Answer::Unreadable);
        let required = self.item.required;
        if unreadable || required {
            for (returned, row) in rows.iter().enumerate() {
                match self.answer(*row) {
                    Answer::Unreadable => issues.push(
                        IssueKind::UnreadableCell,
                        returned,
                        (self.column, *row),
                        Some(self.item.lineage),
                        &self.expected,
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
        Ok(self.packed(rows))
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
                let code = |row: &u32| table.get(self.column.code(*row) as usize).copied();
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

fn blank(item: &Item, returns: usize) -> AnswerColumn {
    if item.kind.takes_one_option() {
        AnswerColumn::Choice(vec![AnswerColumn::BLANK; returns])
    } else {
        AnswerColumn::Other(vec![Answer::Blank; returns])
    }
}

/// Rows that hold an answer, and how many hold something else only.
fn rows(sheet: &Sheet, columns: &[ItemColumn<'_>]) -> (Vec<u32>, u32) {
    let mut answered = vec![false; sheet.rows() as usize];
    for column in columns {
        let answers: Vec<bool> = column
            .read
            .iter()
            .map(|answer| !answer.is_empty())
            .collect();
        for (row, answered) in (0..).zip(&mut answered) {
            let code = column.column.code(row) as usize;
            *answered |= answers.get(code).copied().unwrap_or(false);
        }
    }
    let holds_something = |row: u32| {
        sheet
            .columns
            .iter()
            .any(|column| *column.value(row) != Cell::Empty)
    };
    let without = (0..)
        .zip(&answered)
        .filter(|(row, answered)| !**answered && holds_something(*row));
    let without = u32::try_from(without.count()).unwrap_or(u32::MAX);
    let rows = (0..).zip(&answered).filter(|(_, answered)| **answered);
    (rows.map(|(row, _)| row).collect(), without)
}

/// Issues as they are found, column by column.
struct Issues<'a> {
    sheet: &'a Sheet,
    wave: WaveId,
    found: Vec<(u32, Issue)>,
}

impl<'a> Issues<'a> {
    fn new(sheet: &'a Sheet, wave: WaveId) -> Self {
        Self {
            sheet,
            wave,
            found: Vec::new(),
        }
    }

    /// Notes what is wrong with the cell of a return.
    fn push(
        &mut self,
        kind: IssueKind,
        returned: usize,
        (column, row): (&SheetColumn, u32),
        item: Option<LineageId>,
        expected: &Expected,
    ) -> Result<(), IntakeError> {
        let found = column.value(row).found();
        self.push_text(kind, returned, (column, row), found, expected)?;
        if let Some((_, issue)) = self.found.last_mut() {
            issue.item = item;
        }
        Ok(())
    }

    /// The same for a field, with what the row says in words of its own.
    fn push_text(
        &mut self,
        kind: IssueKind,
        returned: usize,
        (column, row): (&SheetColumn, u32),
        found: String,
        expected: &Expected,
    ) -> Result<(), IntakeError> {
        if self.found.len() as u64 >= MAX_ISSUES {
            let limit = MAX_ISSUES;
            return Err(fault(self.sheet, MappingFault::TooManyIssues { limit }));
        }
        let issue = Issue {
            id: IssueId(0),
            wave: self.wave,
            import: ImportId(0),
            kind,
            returned: ReturnId(returned as i64),
            item: None,
            sheet: self.sheet.name.clone(),
            cell: self.sheet.cell_name(column, row),
            found,
            expected: expected.clone(),
            settled: None,
        };
        self.found.push((column.index, issue));
        Ok(())
    }

    fn sorted(mut self) -> Vec<Issue> {
        self.found
            .sort_by_key(|(column, issue)| (issue.returned, *column));
        self.found.into_iter().map(|(_, issue)| issue).collect()
    }
}
