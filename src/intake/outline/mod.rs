//! A questionnaire outlined from the export of a survey: what was asked, with which options, and
//! what belongs together.
//!
//! Everything is read from titles and values, and everything that was assumed is listed for a
//! person to correct. Which end of a scale is the best is never guessed: the words of its labels
//! say it, or it is [asked](crate::intake::SheetFault::BestUnknown). An import of the same sheet finds its items
//! without a mapping; a question for which that does not hold is left out and listed.

mod answers;
mod degree;
mod direction;
mod draft;
mod ends;
mod item;
mod ladder;
mod made;
mod name;
mod question;
mod several;
mod stated;
mod ticked;
mod tree;

use self::answers::Values;
use self::draft::Draft;
pub use self::question::LeftOut;
use super::definition::Definition;
use super::error::{IntakeError, SheetFault};
use super::platform::Platform;
use super::sheet::{Sheet, SheetColumn};
use super::{Context, Imported, mapping, returns, tally};
use crate::model::{BestEnd, Mapping, Progress, Questionnaire, WaveId};

/// What the titles of a sheet do not say, in the language of the user.
#[derive(Clone, Debug)]
pub struct Words {
    /// The dimension of what belongs to nothing else.
    pub overall: String,
    pub yes: String,
    pub no: String,
}

/// A questionnaire, and what was assumed of it.
#[derive(Clone, Debug)]
pub struct Outline {
    pub definition: Definition,
    pub platform: &'static Platform,
    /// Rows that are returns.
    pub returns: usize,
    /// One an item, in their order.
    pub items: Vec<Outlined>,
    /// Columns that are no questions, from left to right.
    pub left_out: Vec<ColumnLeftOut>,
}

/// Where an item comes from.
#[derive(Clone, Debug, PartialEq)]
pub struct Outlined {
    /// Letters of its first column.
    pub column: String,
    /// How the order of its options is known.
    pub order: Order,
    /// Options that are there though nobody chose them, in any item with the same ones.
    pub added: Vec<String>,
    /// An option that may be missing: the form may have it, and nobody chose it.
    pub open: Option<String>,
    /// Answers that fit no option, each once; they wait in the review list of an import.
    pub strays: Vec<String>,
}

/// How the order of options is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// There is none, or it does not matter.
    None,
    /// The words of the labels say it.
    Words,
    /// Title or values say what numbers stand for.
    Points,
    /// Nobody told it: they stand as they were met in answers.
    Assumed,
    /// Somebody was asked.
    Asked(BestEnd),
}

/// A column that is no question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnLeftOut {
    /// Letters of the column.
    pub column: String,
    pub title: String,
    pub why: LeftOut,
}

/// Share of the cells of a column that make it what it is, before rows that are no returns are
/// known, and after.
const AT_FIRST: f64 = 0.6;
const AT_LAST: f64 = 0.9;
/// Times questions are left out for which an import would have to ask.
const ROUNDS: usize = 5;

/// Outlines the questionnaire whose returns stand in a sheet.
///
/// # Errors
/// [`SheetFault::BestUnknown`] where `best` is needed and not given; [`SheetFault::NoQuestion`];
/// [`IntakeError::Cancelled`].
pub fn outline(
    sheet: &Sheet,
    best: Option<BestEnd>,
    words: &Words,
    progress: &Progress,
) -> Result<Outline, IntakeError> {
    let columns: Vec<&SheetColumn> = sheet.columns.iter().collect();
    let counts = tally::rows(sheet, &columns);
    let first = draft(
        sheet,
        &counts,
        best.or(Some(BestEnd::Last)),
        words,
        AT_FIRST,
    );
    let found = first.map_err(|fault| fault_of(sheet, fault))?;
    let mapping = propose(sheet, &found.questionnaire, progress)?;
    let imported = read(sheet, &mapping, &found.questionnaire, progress)?;
    let aside = imported.set_aside.iter().filter_map(|it| sheet.row(it.row));
    let aside: Vec<u32> = aside.collect();
    let mut drafted =
        draft(sheet, &aside, best, words, AT_LAST).map_err(|it| fault_of(sheet, it))?;
    for _ in 0..ROUNDS {
        let mapping = propose(sheet, &drafted.questionnaire, progress)?;
        if !drafted.leave_untold(&mapping) {
            break;
        }
    }
    if drafted.questionnaire.items.is_empty() {
        return Err(fault_of(sheet, SheetFault::NoQuestion));
    }
    let mapping = propose(sheet, &drafted.questionnaire, progress)?;
    let imported = read(sheet, &mapping, &drafted.questionnaire, progress)?;
    drafted.note(&imported);
    Ok(drafted.outline(sheet, imported.returns.len()))
}

/// How the values of columns are looked at.
#[derive(Clone, Copy)]
struct Reading<'a> {
    platform: &'static Platform,
    /// Rows that are no returns.
    aside: &'a [u32],
    /// Share of the cells that makes a column what it is.
    share: f64,
}

impl Reading<'_> {
    fn values<'c>(&self, column: &'c SheetColumn) -> Values<'c> {
        Values::of(column.values_but(self.aside), self.platform, self.share)
    }
}

fn draft(
    sheet: &Sheet,
    aside: &[u32],
    best: Option<BestEnd>,
    words: &Words,
    share: f64,
) -> Result<Draft, SheetFault> {
    let read = Reading {
        platform: sheet.platform,
        aside,
        share,
    };
    let (questions, left_out) = question::questions(sheet, read);
    if questions.is_empty() {
        return Err(SheetFault::NoQuestion);
    }
    let answers = questions.iter().map(|it| {
        let column = it.columns.first().and_then(|at| sheet.columns.get(*at));
        item::answers(sheet, it, column.map(|it| read.values(it)), aside)
    });
    let answers = answers.collect();
    item::draft(sheet, &questions, left_out, answers, (best, words))
}

fn propose(
    sheet: &Sheet,
    asked: &Questionnaire,
    progress: &Progress,
) -> Result<Mapping, IntakeError> {
    Ok(mapping::propose(sheet, asked, &[], None, progress)?)
}

/// What an import of the sheet would bring.
fn read(
    sheet: &Sheet,
    mapping: &Mapping,
    asked: &Questionnaire,
    progress: &Progress,
) -> Result<Imported, IntakeError> {
    let context = Context {
        questionnaire: asked,
        customers: &[],
        wave: WaveId(0),
        period: None,
        there: &std::collections::BTreeMap::new(),
    };
    match returns::read_decided(sheet, &mapping.settled(), &context, progress) {
        Err(IntakeError::Cancelled(cancelled)) => Err(cancelled.into()),
        // What cannot be read as returns is told when it is imported.
        other => Ok(other.unwrap_or_default()),
    }
}

fn fault_of(sheet: &Sheet, fault: SheetFault) -> IntakeError {
    IntakeError::Sheet {
        file: sheet.file.clone(),
        sheet: sheet.name.clone(),
        fault,
    }
}
