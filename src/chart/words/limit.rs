//! What limits the figures, in words.

use crate::analysis::Note;
use crate::i18n::Language;
use crate::tr;

/// A note beside the figures, in one sentence.
pub fn limit(note: &Note, language: Language) -> String {
    match note {
        Note::MoreThanFrame { n, frame } => {
            tr!(
                language,
                "limit-more-than-frame",
                n = (*n),
                frame = (*frame)
            )
        }
        Note::MoreThanIssued { returned, issued } => tr!(
            language,
            "limit-more-than-issued",
            returned = (*returned),
            issued = (*issued)
        ),
        Note::WithoutTurnover(customers) => {
            tr!(language, "limit-without-turnover", n = customers.len())
        }
        Note::WithoutCustomer(n) => tr!(language, "limit-without-customer", n = (*n)),
        Note::FrameNotFiltered => tr!(language, "limit-frame-not-filtered"),
        Note::OutsideTree(items) => tr!(language, "limit-outside-tree", n = items.len()),
    }
}
