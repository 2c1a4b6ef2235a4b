//! What can be wrong with a sheet, its columns or a register of customers.

use super::file::megabytes;
use super::list;
use crate::i18n::{Language, number};
use crate::intake::mapping::Decimals;
use crate::intake::{CustomerFault, MappingFault, SheetFault};
use crate::tr;

/// The cell it speaks of, if any, and the sentence.
pub(super) fn explain(fault: &SheetFault, language: Language) -> (String, String) {
    match fault {
        SheetFault::Empty => (String::new(), tr!(language, "error-sheet-empty")),
        SheetFault::Hidden => (String::new(), tr!(language, "error-sheet-hidden")),
        SheetFault::NoHeader => (String::new(), tr!(language, "error-sheet-no-header")),
        SheetFault::TooManyColumns { cell, limit } => (
            cell.clone(),
            tr!(language, "error-sheet-columns", limit = limit.to_string()),
        ),
        SheetFault::TooManyCells { cell, limit } => (
            cell.clone(),
            tr!(language, "error-sheet-cells", limit = limit.to_string()),
        ),
        SheetFault::LongText { cell, limit } => (
            cell.clone(),
            tr!(language, "error-sheet-long-text", limit = megabytes(*limit)),
        ),
        SheetFault::TakesTooMuch { cell, limit } => (
            cell.clone(),
            tr!(
                language,
                "error-sheet-takes-too-much",
                limit = megabytes(*limit)
            ),
        ),
        SheetFault::Turned { column } => (
            String::new(),
            tr!(language, "error-sheet-turned", column = column.as_str()),
        ),
        SheetFault::OpenForm {
            questions,
            cell,
            title,
        } => (
            cell.clone(),
            tr!(
                language,
                "error-sheet-open-form",
                count = questions.to_string(),
                title = title.as_str()
            ),
        ),
        SheetFault::RowPerAnswer { column } => (
            String::new(),
            tr!(
                language,
                "error-sheet-row-per-answer",
                column = column.as_str()
            ),
        ),
        SheetFault::Numbered { readable } => (
            String::new(),
            tr!(
                language,
                "error-sheet-numbered",
                readable = (*readable).to_owned()
            ),
        ),
        SheetFault::Controls => (String::new(), tr!(language, "error-sheet-controls")),
        SheetFault::Unanchored {
            form,
            lost,
            doubled,
        } => marked(form, lost, *doubled, language),
        SheetFault::StaleMarking { form, item, option } => (
            String::new(),
            tr!(
                language,
                "error-sheet-stale-marking",
                form = form.as_str(),
                item = item.as_str(),
                option = option.as_str()
            ),
        ),
        SheetFault::AllThere { returns } => (
            String::new(),
            tr!(
                language,
                "error-sheet-all-there",
                count = returns.to_string()
            ),
        ),
        SheetFault::NoQuestion => (String::new(), tr!(language, "error-sheet-no-question")),
        SheetFault::BestUnknown { titles } => (
            String::new(),
            tr!(
                language,
                "error-sheet-best",
                count = titles.len(),
                titles = list(titles, language)
            ),
        ),
        SheetFault::SecondForm { cell } => (cell.clone(), tr!(language, "error-sheet-second-form")),
        SheetFault::NoReturns => (String::new(), tr!(language, "error-sheet-no-returns")),
    }
}

/// Words of a marked form that are named; more say no more.
const MOST_LOST: usize = 5;

/// A form that was marked and is not as it was marked.
fn marked(
    form: &str,
    lost: &[(String, String)],
    doubled: bool,
    language: Language,
) -> (String, String) {
    let (count, lost) = (lost.len(), named(lost, language));
    let text = match doubled {
        true => tr!(
            language,
            "error-sheet-doubled",
            form = form,
            count = count,
            lost = lost
        ),
        false => tr!(
            language,
            "error-sheet-unanchored",
            form = form,
            count = count,
            lost = lost
        ),
    };
    (String::new(), text)
}

fn named(lost: &[(String, String)], language: Language) -> String {
    let named = lost.iter().take(MOST_LOST).map(|(cell, words)| {
        let (cell, words) = (cell.as_str(), words.trim());
        match words.is_empty() {
            true => cell.to_owned(),
            false => tr!(language, "error-sheet-anchor", cell = cell, words = words),
        }
    });
    let named: Vec<String> = named.collect();
    list(&named, language)
}

/// The cell it speaks of, if any, and the sentence.
pub(super) fn mapping(fault: &MappingFault, language: Language) -> (String, String) {
    match fault {
        MappingFault::NothingFits => (String::new(), tr!(language, "error-mapping-nothing-fits")),
        MappingFault::NothingScored { items, columns } => (
            String::new(),
            tr!(
                language,
                "error-mapping-nothing-scored",
                items = list(items, language),
                columns = list(columns, language)
            ),
        ),
        MappingFault::Conflict { title, cells } => (
            cells.first().cloned().unwrap_or_default(),
            tr!(
                language,
                "error-mapping-conflict",
                title = title.as_str(),
                cells = list(cells, language)
            ),
        ),
        MappingFault::Undecided { cell, title } => (
            cell.clone(),
            tr!(language, "error-mapping-undecided", title = title.as_str()),
        ),
        MappingFault::Decimals(asked) => decimals(asked, language),
        MappingFault::OtherDecimals(shown) => (
            shown.cell.clone(),
            tr!(
                language,
                "error-mapping-other-decimals",
                title = shown.title.as_str(),
                found = shown.found.as_str(),
                place = shown.place.as_str(),
                mark = if shown.comma { "comma" } else { "point" }
            ),
        ),
        MappingFault::Unordered(asked) => (
            asked.cell.clone(),
            tr!(
                language,
                "error-mapping-unordered",
                title = asked.title.as_str(),
                options = asked.options.as_str()
            ),
        ),
        MappingFault::Ticks { cell, titles } => (
            cell.clone(),
            tr!(
                language,
                "error-mapping-ticks",
                columns = list(titles, language)
            ),
        ),
        MappingFault::WrongColumn {
            cell,
            title,
            unreadable,
            cells,
        } => (
            cell.clone(),
            tr!(
                language,
                "error-mapping-wrong-column",
                title = title.as_str(),
                unreadable = unreadable.to_string(),
                cells = cells.to_string()
            ),
        ),
        MappingFault::NoneReadable(unread) => (
            unread.cell.clone(),
            tr!(
                language,
                "error-mapping-none-readable",
                title = unread.title.as_str(),
                cells = unread.cells.to_string(),
                found = unread.example.as_str(),
                expected = crate::i18n::expected::expected(language, &unread.expected)
            ),
        ),
        MappingFault::TooManyIssues { limit } => (
            String::new(),
            tr!(language, "error-mapping-issues", limit = limit.to_string()),
        ),
        MappingFault::OtherSheet => (String::new(), tr!(language, "error-mapping-other-sheet")),
        MappingFault::UnknownItem { cell, title } => (
            cell.clone(),
            tr!(
                language,
                "error-mapping-unknown-item",
                title = title.as_str()
            ),
        ),
    }
}

/// What stands before decimals has to be said.
fn decimals(asked: &Decimals, language: Language) -> (String, String) {
    let [point, comma] = asked.numbers;
    let words = tr!(
        language,
        "error-mapping-decimals",
        title = asked.title.as_str(),
        found = asked.found.as_str(),
        point = number::plain(point),
        comma = number::plain(comma)
    );
    (asked.cell.clone(), words)
}

/// What is wrong with a register of customers, or with one row of it.
pub fn customer(fault: &CustomerFault, language: Language) -> String {
    match fault {
        CustomerFault::NoNameColumn => tr!(language, "error-customers-no-name"),
        CustomerFault::DuplicateColumn { title, first } => tr!(
            language,
            "error-duplicate-column",
            heading = title.as_str(),
            first = first.as_str()
        ),
        CustomerFault::Nameless => tr!(language, "error-customer-nameless"),
        CustomerFault::DuplicateCode { code, first } => tr!(
            language,
            "error-duplicate",
            found = code.as_str(),
            first = first.as_str()
        ),
        CustomerFault::Turnover { found } => {
            tr!(language, "error-customer-turnover", found = found.as_str())
        }
        CustomerFault::TurnoverTooLarge { found, limit } => tr!(
            language,
            "error-customer-turnover-large",
            found = found.as_str(),
            limit = number::plain(*limit)
        ),
        CustomerFault::Failed { found } => {
            tr!(language, "error-failed-formula", found = found.as_str())
        }
        CustomerFault::Flag { found } => {
            tr!(language, "error-flag", found = found.as_str())
        }
    }
}
