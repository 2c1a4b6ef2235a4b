//! What waits to be settled, to be filled in beside the files it came from and read back: the
//! last column takes what each thing means.

use super::book::{Book, Value};
use crate::i18n::Language;
use crate::i18n::expected::expected;
use crate::model::{Data, Issue, Questionnaire, ReturnId};
use crate::paper::PaperError;
use crate::tr;

/// A workbook of one sheet; `named` is what a return is called.
///
/// # Errors
/// [`PaperError::Workbook`] when it cannot be packed.
pub fn issues<'a>(
    data: &Data,
    asked: impl Fn(&Issue) -> Option<&'a Questionnaire>,
    named: impl Fn(ReturnId) -> String,
    issues: &[&Issue],
    language: Language,
) -> Result<Vec<u8>, PaperError> {
    let title = tr!(language, "sheet-issues");
    let mut book = Book::new(&data.workspace.company, &title);
    let heads = [
        tr!(language, "issues-number"),
        tr!(language, "cli-column-file"),
        tr!(language, "issues-sheet"),
        tr!(language, "cli-column-cell"),
        tr!(language, "column-customer"),
        tr!(language, "column-item"),
        tr!(language, "column-question"),
        tr!(language, "cli-column-found"),
        tr!(language, "cli-column-expected"),
        tr!(language, "issues-take-as"),
    ];
    let mut page = book.sheet(&title, &heads)?;
    for issue in issues {
        let import = data.import(issue.import);
        let item = issue.item.and_then(|it| asked(issue)?.item_of(it));
        page.row(&[
            Value::text(issue.id.0.to_string()),
            Value::text(import.map_or("", |it| it.file.as_str())),
            Value::text(issue.sheet.as_str()),
            Value::text(issue.cell.as_str()),
            Value::text(named(issue.returned)),
            Value::text(item.map_or("", |it| it.code.as_str())),
            Value::text(item.map_or("", |it| it.text.as_str())),
            Value::text(issue.found.as_str()),
            Value::text(expected(language, &issue.expected)),
            Value::Empty,
        ])?;
    }
    page.filter()?;
    page.finish()?;
    book.bytes()
}
