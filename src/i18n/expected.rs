//! What would have been right, in words.

use crate::i18n::{Language, number};
use crate::model::{Expected, PAGE};
use crate::tr;

/// What the review list expected in a cell.
pub fn expected(language: Language, expected: &Expected) -> String {
    match expected {
        Expected::OneOf(labels) => {
            let labels = labels.join(&tr!(language, "list-comma"));
            tr!(language, "expected-one-of", labels = labels)
        }
        Expected::Number { low, high } => tr!(
            language,
            "expected-number",
            low = number::plain(*low),
            high = number::plain(*high)
        ),
        Expected::Date => tr!(language, "expected-date"),
        Expected::DateWithin(from, to) => tr!(
            language,
            "expected-date-within",
            from = from.to_string(),
            to = to.yesterday().unwrap_or(*to).to_string()
        ),
        Expected::DateEither(one, other) => tr!(
            language,
            "expected-date-either",
            one = one.to_string(),
            other = other.to_string()
        ),
        Expected::Struck => tr!(language, "expected-struck"),
        Expected::Answer => tr!(language, "expected-answer"),
        Expected::KnownCustomer => tr!(language, "expected-customer"),
        Expected::Writing => tr!(language, "expected-writing"),
        Expected::Calculated => tr!(language, "expected-calculated"),
        Expected::OneCustomerOf(codes) => {
            let codes = codes.join(&tr!(language, "list-comma"));
            tr!(language, "expected-one-customer", codes = codes)
        }
        Expected::OneReturnPerCustomer => tr!(language, "expected-one-return"),
    }
}

/// The cell of an issue, or its row where it is about the whole of it.
pub fn cell(language: Language, cell: &str) -> String {
    if let Some(page) = cell.strip_prefix(PAGE) {
        return tr!(language, "issue-page", page = page);
    }
    match cell.parse::<u32>() {
        Ok(row) => tr!(language, "issue-row", row = row.to_string()),
        Err(_) => cell.to_owned(),
    }
}
