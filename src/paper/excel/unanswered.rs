//! Who has not answered, as a list to work through by telephone: the largest turnover first.

use rustc_hash::FxHashMap;

use super::book::{Book, Value};
use crate::i18n::Language;
use crate::model::{CustomerId, Data, FrameEntry, Wave};
use crate::paper::PaperError;
use crate::tr;

/// A workbook of one sheet; `silent` are the customers, in the order they are to stand.
///
/// # Errors
/// [`PaperError::Workbook`] when it cannot be packed.
pub fn unanswered(
    data: &Data,
    wave: &Wave,
    silent: &[CustomerId],
    language: Language,
) -> Result<Vec<u8>, PaperError> {
    let title = tr!(language, "sheet-unanswered");
    let mut book = Book::new(&data.workspace.company, &title);
    let heads = [
        tr!(language, "column-code"),
        tr!(language, "column-customer"),
        tr!(language, "sheet-turnover-amount"),
        tr!(language, "column-issued"),
        tr!(language, "column-channel"),
    ];
    let mut page = book.sheet(&format!("{title} {}", wave.period), &heads)?;
    let entries: FxHashMap<CustomerId, &FrameEntry> = data
        .frame(wave.id)
        .iter()
        .map(|entry| (entry.customer, entry))
        .collect();
    for id in silent {
        let customer = data.customers.iter().find(|one| one.id == *id);
        let entry = entries.get(id);
        let turnover = entry.and_then(|entry| entry.turnover);
        page.row(&[
            Value::text(customer.map_or("", |one| one.code.as_str())),
            Value::text(customer.map_or("", |one| one.name.as_str())),
            Value::some(turnover, Value::Number),
            entry
                .and_then(|entry| entry.issued)
                .map_or(Value::Empty, Value::Date),
            Value::text(entry.map_or("", |entry| entry.channel.as_str())),
        ])?;
    }
    page.filter()?;
    page.finish()?;
    book.bytes()
}
