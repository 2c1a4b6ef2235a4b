//! What limits the figures, in words.

use crate::analysis::Note;
use crate::i18n::Language;
use crate::model::{Customer, CustomerId};
use crate::tr;

/// Customers named one by one, at most.
const MOST_NAMES: usize = 6;

/// Customers by name, the first few of many. Whom `customers` does not know is left out.
pub(super) fn names(ids: &[CustomerId], customers: &[Customer], language: Language) -> String {
    let known = |id: &CustomerId| customers.iter().find(|one| one.id == *id);
    let names: Vec<&str> = ids
        .iter()
        .filter_map(known)
        .map(|customer| customer.name.as_str())
        .collect();
    let shown = names.iter().take(MOST_NAMES).copied();
    let list = shown.collect::<Vec<_>>().join(&tr!(language, "list-comma"));
    if names.len() > MOST_NAMES {
        tr!(language, "finding-and-others", list = list)
    } else {
        list
    }
}

/// A note beside the figures, in one sentence; customers of the register go by their names.
pub fn limit(note: &Note, customers: &[Customer], language: Language) -> String {
    match note {
        Note::OffList(n) => tr!(language, "limit-off-list", n = (*n)),
        Note::WithoutTurnover(ids) => match names(ids, customers, language) {
            names if names.is_empty() => {
                tr!(language, "limit-without-turnover", n = ids.len())
            }
            names => tr!(
                language,
                "limit-without-turnover-named",
                n = ids.len(),
                names = names
            ),
        },
        Note::WithoutCustomer(n) => tr!(language, "limit-without-customer", n = (*n)),
        Note::FrameNotFiltered => tr!(language, "limit-frame-not-filtered"),
        Note::OutsideTree(items) => tr!(language, "limit-outside-tree", n = items.len()),
    }
}
