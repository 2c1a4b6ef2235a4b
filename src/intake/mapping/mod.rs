//! What each column of a sheet is, and how its values are read.
//!
//! [`propose`] fills a mapping in as far as the titles and values leave no doubt; a person
//! settles the rest. Nothing is guessed: what fits twice, or could be read in two ways with
//! different results, is listed by [`Mapping::problems`] and keeps the sheet from being read.

mod decide;
mod preview;
mod propose;

use super::platform::Platform;
use super::sheet::Sheet;
use crate::model;
pub use crate::model::{ColumnMapping, ColumnPreview, Reading, Sample, Target};

pub use self::preview::preview;
pub use self::propose::{propose, reading};

/// Whether only one column may have a target.
fn single(target: Target) -> bool {
    !matches!(target, Target::Customer | Target::Ignore | Target::Private)
}

/// One mapping while it is made: what is kept of it is a [`model::Mapping`].
#[derive(Clone, Debug, PartialEq)]
pub struct Mapping {
    pub platform: Platform,
    /// [`Sheet::fingerprint`] of the sheet it was made for.
    pub fingerprint: String,
    /// One a column of the sheet, in its order.
    pub columns: Vec<ColumnMapping>,
}

/// Something a person has to settle before the sheet can be read. Columns are positions in
/// [`Mapping::columns`].
#[derive(Clone, Debug, PartialEq)]
pub enum Problem {
    /// Several columns name one item or field.
    Conflict { target: Target, columns: Vec<usize> },
    /// Scores or option numbers?
    Undecided { column: usize },
    /// Not one column is an item.
    NothingFits,
}

impl Mapping {
    /// What keeps it from being used, in the order of the columns.
    pub fn problems(&self) -> Vec<Problem> {
        let mut problems = Vec::new();
        for (at, column) in self.columns.iter().enumerate() {
            if column.reading == Reading::Undecided {
                problems.push(Problem::Undecided { column: at });
            }
            let same = |other: &&ColumnMapping| other.target == column.target;
            let first = self.columns.iter().take(at).filter(same).count() == 0;
            let twice = single(column.target) && self.columns.iter().filter(same).count() > 1;
            if twice && first {
                problems.push(Problem::Conflict {
                    target: column.target,
                    columns: self.columns_of(column.target).collect(),
                });
            }
        }
        let is_item = |column: &ColumnMapping| matches!(column.target, Target::Item(_));
        if !self.columns.iter().any(is_item) {
            problems.push(Problem::NothingFits);
        }
        problems
    }

    /// Positions of the columns with a target.
    pub fn columns_of(&self, target: Target) -> impl Iterator<Item = usize> {
        self.columns
            .iter()
            .enumerate()
            .filter(move |(_, column)| column.target == target)
            .map(|(at, _)| at)
    }

    /// Whether it was made for a sheet with the same titles.
    pub fn fits(&self, sheet: &Sheet) -> bool {
        made_for(&self.fingerprint, self.columns.len(), sheet)
    }

    /// What is kept of it with the import.
    pub fn kept(&self) -> model::Mapping {
        model::Mapping {
            fingerprint: self.fingerprint.clone(),
            columns: self.columns.clone(),
        }
    }
}

/// Whether a mapping that was kept was made for a sheet with the same titles, so that it can be used again.
pub fn kept_fits(kept: &model::Mapping, sheet: &Sheet) -> bool {
    made_for(&kept.fingerprint, kept.columns.len(), sheet)
}

fn made_for(fingerprint: &str, columns: usize, sheet: &Sheet) -> bool {
    columns == sheet.columns.len() && fingerprint == sheet.fingerprint()
}
