//! A mapped sheet read into returns, answers by the column, and issues.
//!
//! Every distinct value of a column is read once; rows only look theirs up. Decisions:
//!
//! - A row without any answer is no return, whatever its other columns say; nor is one of
//!   totals or means below the returns, one that repeats the titles or says them in other words,
//!   or a line of signatures. They are set aside with the reason.
//! - An unknown customer is an issue when the sheet has a column for customers or the
//!   workspace has a register; an anonymous survey without either raises none.
//! - A form of which no scored answer was read waits for somebody to look at each: what its answers
//!   look like may be unknown here.
//! - A required item that the sheet has no column for raises no issue: it was not asked.
//! - More than [`MAX_UNREADABLE`] unreadable cells mean that a column is not what it was taken
//!   for; the sheet is refused and the column named. Nothing is dropped to stay below it.

mod batch;
mod column;
mod dated;
mod fields;
mod issues;
mod readable;
mod rows;
mod spread;
mod wrong;

use std::collections::BTreeMap;

pub use self::batch::quoted;
use self::column::{ItemColumn, blank, item_columns};
use self::issues::Issues;
pub use self::readable::refuse_unreadable;
#[cfg(test)]
use super::budget::Spent;
use super::budget::{Budget, Limits, TooMuch};
use super::decimals;
use super::error::{IntakeError, MappingFault, SheetFault};
use super::interpret::may_answer;
use super::mapping::{Decimals, Unordered};
use super::sheet::Sheet;
use crate::model::{
    Answer, AnswerColumn, BesideOption, Customer, Issue, ItemKind, Mapping, NoReturn, Period,
    Progress, Questionnaire, Reading, Return, SetAside, Target, Undecided, WaveId,
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
    /// What the wave asks about; a day far from it is no day of a return. `None`: any is.
    pub period: Option<Period>,
    /// Rows that bring no return for a reason of their own, as the spreadsheet numbers them: it is
    /// there already.
    pub there: &'a BTreeMap<u32, NoReturn>,
}

/// What a sheet holds. Returns are numbered from 0; issues refer to those numbers.
#[derive(Clone, Debug, Default)]
pub struct Imported {
    /// In the order of the rows.
    pub returns: Vec<Return>,
    /// One column an item of the questionnaire, in its order, each as long as `returns`.
    pub columns: Vec<AnswerColumn>,
    /// By return, then in the order of the columns.
    pub issues: Vec<Issue>,
    /// Rows that hold something but are no returns.
    pub set_aside: Vec<SetAside>,
    /// What customers wrote beside options.
    pub written: Vec<BesideOption>,
    /// Rows that are taken for returns though they are called what sums others up.
    pub doubtful: Vec<u32>,
    /// What it cost, the sheet included.
    #[cfg(test)]
    pub(super) spent: Spent,
}

/// Reads every row of the sheet.
///
/// # Errors
/// [`IntakeError::Mapping`] when the mapping is not settled or a column is plainly something
/// else, [`IntakeError::Sheet`] when no row holds an answer or they take too much memory,
/// [`IntakeError::Cancelled`].
pub fn read(
    sheet: &Sheet,
    mapping: &Mapping,
    context: &Context<'_>,
    progress: &Progress,
) -> Result<Imported, IntakeError> {
    check(sheet, mapping, context.questionnaire)?;
    check_scored(sheet, mapping, context.questionnaire)?;
    let limits = match mapping.columns_of(Target::Private).next() {
        Some(_) => Limits::default().parted(sheet.spent())[0],
        None => Limits::default(),
    };
    read_within(sheet, mapping, context, progress, limits)
}

/// The same while columns wait to be decided: what is scored may be among them.
///
/// # Errors
/// As [`read`], but that nothing is scored.
pub fn read_decided(
    sheet: &Sheet,
    decided: &Mapping,
    context: &Context<'_>,
    progress: &Progress,
) -> Result<Imported, IntakeError> {
    read_within(sheet, decided, context, progress, Limits::default())
}

/// The same at other costs, those of the sheet included.
pub(super) fn read_within(
    sheet: &Sheet,
    mapping: &Mapping,
    context: &Context<'_>,
    progress: &Progress,
    limits: Limits,
) -> Result<Imported, IntakeError> {
    let expected = sheet.columns.len() + context.questionnaire.items.len() + 1;
    progress.expect(expected as u64);
    check(sheet, mapping, context.questionnaire)?;
    let account = Account {
        sheet,
        budget: Budget::after(sheet.spent(), limits),
        progress,
    };
    let columns = item_columns(&account, mapping, context.questionnaire)?;
    let sorted = rows::returns(&account, &columns, context, &mapping.rows)?;
    let (rows, set_aside) = (sorted.returns, sorted.aside);
    if rows.is_empty() {
        return Err(IntakeError::Sheet {
            file: sheet.file.clone(),
            sheet: sheet.name.clone(),
            fault: match set_aside.iter().filter(|it| it.why.is_there()).count() {
                0 => open_form(sheet, &columns).unwrap_or(SheetFault::NoReturns),
                returns => SheetFault::AllThere { returns },
            },
        });
    }
    let mut issues = Issues::new(&account, context.wave);
    let open = sheet.is_form() && nothing_scored(&columns, &rows);
    let mut answers = Vec::with_capacity(context.questionnaire.items.len());
    for (done, item) in (sheet.columns.len() as u64..).zip(&context.questionnaire.items) {
        progress.reach(done)?;
        let column = columns
            .iter()
            .find(|column| column.item.lineage == item.lineage);
        answers.push(match column {
            Some(column) => column.answers(&rows, open, &mut issues, &account)?,
            None => blank(item, rows.len(), &account)?,
        });
    }
    let mut written = Vec::new();
    for column in &columns {
        written.extend(column.written(&rows, &account)?);
    }
    let returns = fields::returns(&account, mapping, context, &rows, &mut issues)?;
    Ok(Imported {
        returns,
        columns: answers,
        issues: issues.sorted(),
        set_aside,
        written,
        doubtful: sorted.doubtful,
        #[cfg(test)]
        spent: account.budget.spent(account.budget.taken()),
    })
}

/// A form on which no question is answered at all.
fn open_form(sheet: &Sheet, columns: &[ItemColumn<'_>]) -> Option<SheetFault> {
    let first = columns.first().filter(|_| sheet.is_form())?;
    Some(SheetFault::OpenForm {
        questions: columns.len(),
        cell: first.column.cell.clone(),
        title: first.column.title.clone(),
    })
}

/// Whether none of the questions that are scored has an answer; all of them, where none is scored.
fn nothing_scored(columns: &[ItemColumn<'_>], rows: &[u32]) -> bool {
    let any = columns.iter().any(|it| it.item.scored);
    let asked = columns.iter().filter(|it| it.item.scored || !any);
    let mut answers = asked.flat_map(|it| rows.iter().map(|row| it.answer(*row)));
    answers.all(Answer::is_empty)
}

/// The sheet that is read, with what that may cost.
struct Account<'a> {
    sheet: &'a Sheet,
    budget: Budget,
    progress: &'a Progress,
}

impl Account<'_> {
    /// Takes so many bytes for something that stands in a cell, or for all rows.
    fn take(&self, bytes: u64, cell: &str) -> Result<(), IntakeError> {
        self.budget.take(bytes).map_err(|TooMuch { limit }| {
            let first = self.sheet.columns.first();
            let cell = match cell {
                "" => first.map_or("", |column| column.cell.as_str()),
                cell => cell,
            };
            let cell = cell.to_owned();
            IntakeError::Sheet {
                file: self.sheet.file.clone(),
                sheet: self.sheet.name.clone(),
                fault: SheetFault::TakesTooMuch { cell, limit },
            }
        })
    }

    /// Whether there is still time, and somebody who waits.
    fn look(&self, done: u64) -> Result<(), IntakeError> {
        self.progress.reach(done)?;
        self.budget.look().map_err(|spent| IntakeError::File {
            file: self.sheet.file.clone(),
            fault: spent.into(),
        })
    }
}

fn fault(sheet: &Sheet, fault: MappingFault) -> IntakeError {
    IntakeError::Mapping {
        file: sheet.file.clone(),
        sheet: sheet.name.clone(),
        fault,
    }
}

/// Where something is scored, a column has to be for it.
fn check_scored(
    sheet: &Sheet,
    mapping: &Mapping,
    asked: &Questionnaire,
) -> Result<(), IntakeError> {
    let scored = || asked.items.iter().filter(|item| item.scored);
    let mut targets = mapping.columns.iter().filter_map(|it| it.target.item());
    let told = targets.any(|lineage| scored().any(|item| item.lineage == lineage));
    if told || scored().next().is_none() {
        return Ok(());
    }
    let unused = mapping.columns.iter();
    let unused = unused.filter(|it| it.target == Target::Ignore && !it.title.is_empty());
    Err(fault(
        sheet,
        MappingFault::NothingScored {
            items: scored()
                .map(|item| format!("{} {}", item.code, item.text))
                .collect(),
            columns: unused.map(|it| it.title.clone()).collect(),
        },
    ))
}

/// Refuses a mapping that is not settled, or not made for this sheet.
///
/// # Errors
/// [`IntakeError::Mapping`] with the first thing a person has to decide.
pub fn check(
    sheet: &Sheet,
    mapping: &Mapping,
    questionnaire: &Questionnaire,
) -> Result<(), IntakeError> {
    if !sheet.fits(mapping) {
        return Err(fault(sheet, MappingFault::OtherSheet));
    }
    let column = |at: usize| mapping.columns.get(at);
    let title = |at| {
        column(at)
            .map(|column| column.title.clone())
            .unwrap_or_default()
    };
    // What stands over several columns, where they have titles of their own below it.
    let above = |at: usize| match sheet.columns.get(at) {
        Some(column) if !column.group.is_empty() => column.group.clone(),
        _ => title(at),
    };
    let cell = |at| {
        column(at)
            .map(|column| column.cell.clone())
            .unwrap_or_default()
    };
    match mapping.undecided().into_iter().next() {
        None => Ok(()),
        Some(undecided) => Err(fault(
            sheet,
            match undecided {
                Undecided::NothingFits => MappingFault::NothingFits,
                Undecided::Reading(column) => {
                    match twofold(sheet, mapping, column, questionnaire) {
                        Some((found, numbers)) => MappingFault::Decimals(Box::new(Decimals {
                            cell: cell(column),
                            title: title(column),
                            found,
                            numbers,
                        })),
                        None => MappingFault::Undecided {
                            cell: cell(column),
                            title: title(column),
                        },
                    }
                }
                Undecided::Unordered(column) => MappingFault::Unordered(Box::new(Unordered {
                    cell: cell(column),
                    title: title(column),
                    options: options(mapping, column, questionnaire),
                })),
                Undecided::Ticks(column) => MappingFault::Ticks {
                    cell: cell(column),
                    titles: ticks(mapping),
                },
                Undecided::Conflict { columns, .. } => MappingFault::Conflict {
                    title: columns.first().map(|at| above(*at)).unwrap_or_default(),
                    cells: columns.into_iter().map(cell).collect(),
                },
            },
        )),
    }
}

/// A cell of a column of plain numbers that is another number to those who write a comma before
/// decimals.
fn twofold(
    sheet: &Sheet,
    mapping: &Mapping,
    column: usize,
    questionnaire: &Questionnaire,
) -> Option<(String, [f64; 2])> {
    let lineage = mapping.columns.get(column)?.target.item()?;
    let item = questionnaire.item_of(lineage)?;
    let mut cells = sheet.columns.get(column)?.values().map(|(cell, _)| cell);
    match item.kind {
        ItemKind::Number | ItemKind::Nps => {
            cells.find_map(|cell| decimals::twofold(cell, |number| may_answer(item, number)))
        }
        _ => None,
    }
}

/// The options of the item a column is, as an order of them can be typed: code and labels.
fn options(mapping: &Mapping, column: usize, questionnaire: &Questionnaire) -> String {
    let lineage = mapping.columns.get(column).and_then(|it| it.target.item());
    let item = lineage.and_then(|it| questionnaire.item_of(it));
    let options = item.and_then(|it| it.scale.as_ref()).map(|it| &it.options);
    let labels = options.into_iter().flatten().map(|it| it.label.as_str());
    let code = item.map_or("", |it| it.code.as_str());
    format!("{code}={}", labels.collect::<Vec<_>>().join(";"))
}

/// The columns of ticks that wait for their options, told together.
fn ticks(mapping: &Mapping) -> Vec<String> {
    let columns = mapping.columns.iter();
    let ticks = columns.filter(|it| it.reading == Reading::Ticks);
    ticks
        .map(|it| format!("{} {}", it.letters(), it.title).trim().to_owned())
        .collect()
}
