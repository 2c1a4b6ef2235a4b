//! A blank form as the page shows it that marks it.

use crate::model::{BlankSheet, CellPlace, Mark, Marking, MarkingId, Meant, RevisionId, SurveyId};

/// A file that is to be marked, or was.
#[derive(Clone, Debug, PartialEq)]
pub struct Blank {
    /// Counts up with every one that is opened.
    pub number: u64,
    /// The marking that is changed; `None`: it is new.
    pub id: Option<MarkingId>,
    pub survey: SurveyId,
    /// Whose items are marked.
    pub revision: RevisionId,
    pub file: String,
    pub sha256: String,
    pub sheets: Vec<MarkableSheet>,
    /// The one shown first.
    pub first: usize,
}

/// A label in a cell, and what it asks for where it says so.
pub type CellLabel = (String, Option<Meant>);

/// One of its sheets, with what is known of it.
#[derive(Clone, Debug, PartialEq)]
pub struct MarkableSheet {
    pub sheet: BlankSheet,
    /// As the program would mark it.
    pub marks: Vec<Mark>,
    /// Cells in which labels stand before answers, with what each asks for.
    pub labels: Vec<(CellPlace, Vec<CellLabel>)>,
}

impl Blank {
    /// What it comes to with these marks on a sheet.
    pub fn marking(&self, sheet: usize, marks: Vec<Mark>) -> Option<Marking> {
        Some(Marking {
            id: self.id.unwrap_or_default(),
            survey: self.survey,
            file: self.file.clone(),
            sha256: self.sha256.clone(),
            sheet: self.sheets.get(sheet)?.sheet.clone(),
            marks,
        })
    }
}
