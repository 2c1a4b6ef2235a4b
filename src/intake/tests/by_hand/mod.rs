//! Forms that no words give away, marked by hand on their blank.

mod alike;
mod cases;
mod layout;
mod paper;
mod random;

use crate::intake::{Imported, IntakeError, Sheet, Spreadsheet, file, mapping, marking, returns};
use crate::model::{Marking, MarkingId, Progress, Questionnaire, Reading, SurveyId};

use super::returned::{context, customers};

/// A marking from a blank with marks in its cells.
fn marking(bytes: Vec<u8>, asked: &Questionnaire) -> Marking {
    let source = file::source("空白表.xlsx".to_owned(), bytes);
    let blanks = marking::blanks(&source, &Progress::default()).unwrap();
    let (sheet, marks) = marking::written(&blanks[0], asked).unwrap();
    assert_eq!(Marking::fault(&sheet, &marks, asked), None);
    Marking {
        id: MarkingId(1),
        survey: SurveyId(1),
        file: source.name,
        sha256: source.sha256,
        sheet,
        marks,
    }
}

fn sheet(
    (name, bytes): (&str, Vec<u8>),
    asked: &Questionnaire,
    markings: &[Marking],
) -> Result<Sheet, IntakeError> {
    let progress = Progress::default();
    let mut book = Spreadsheet::open(name, &bytes.into(), &progress)?;
    book.read_marked(0, &asked.items, markings, &progress)
}

fn read(file: (&str, Vec<u8>), asked: &Questionnaire, marking: &Marking) -> Imported {
    let marked = std::slice::from_ref(marking);
    let sheet = sheet(file, asked, marked).unwrap_or_else(|error| panic!("{error}"));
    assert!(sheet.is_form(), "{:?}", sheet.columns);
    let (customers, progress) = (customers(), Progress::default());
    let scores = Some(Reading::Scores);
    let mapping = mapping::propose(&sheet, asked, &customers, scores, &progress).unwrap();
    returns::read(&sheet, &mapping, &context(asked, &customers), &progress).unwrap()
}
