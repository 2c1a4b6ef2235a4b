//! What forms say that nobody filled in, and words as they are compared with it.

use std::borrow::Cow;
use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::intake::cell::Cell;
use crate::intake::error::IntakeError;
use crate::intake::normal::folded;
use crate::intake::spreadsheet::Spreadsheet;
use crate::model::Progress;

/// What empty forms say: nearly every cell of one that comes back says the same letter for letter.
#[derive(Clone, Debug, Default)]
pub struct Printed {
    /// Each text as it is compared with words that are looked for.
    words: FxHashMap<String, String>,
    /// All texts in any width and spacing.
    folded: FxHashSet<String>,
}

impl Printed {
    /// Adds what a form says that nobody filled in.
    ///
    /// # Errors
    /// Those of opening a spreadsheet.
    pub fn add(&mut self, form: Vec<u8>, progress: &Progress) -> Result<(), IntakeError> {
        let bytes: Arc<[u8]> = form.into();
        let mut book = Spreadsheet::open("form.xlsx", &bytes, progress)?;
        for sheet in 0..book.sheets().len() {
            let grid = book.cells(sheet, progress)?;
            for cell in grid.columns.iter().flat_map(|column| &column.values) {
                let said = cell.found();
                self.folded.insert(folded(&said));
                self.words.entry(said).or_insert_with_key(|it| words(it));
            }
        }
        Ok(())
    }

    /// A text as words are compared.
    pub(super) fn words<'a>(&'a self, text: &str) -> Cow<'a, str> {
        let known = self.words.get(text).map(|it| Cow::from(it.as_str()));
        known.unwrap_or_else(|| words(text).into())
    }

    /// Whether a cell says what is printed on the form, or nothing.
    pub(super) fn says(&self, cell: &Cell) -> bool {
        match cell {
            Cell::Empty => true,
            Cell::Text(text) if self.words.contains_key(&**text) => true,
            other => self.folded.contains(&folded(&other.found())),
        }
    }
}

/// Words as they are compared: in any width and spacing, without what marks them as required.
pub(super) fn words(text: &str) -> String {
    let mut text = folded(text);
    text.retain(|c| !matches!(c, '*' | '★' | '※'));
    text
}
