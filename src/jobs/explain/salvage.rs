//! What a rescue could not get out, in words.

use crate::i18n::Language;
use crate::jobs::salvage::{Loss, Why};
use crate::tr;

/// One thing that was lost.
pub fn loss(loss: &Loss, language: Language) -> String {
    let mut what = tr!(language, "table-noun", table = loss.table);
    if let Some(id) = loss.id {
        what += &format!(" {id}");
    }
    if !loss.was.is_empty() {
        what += &tr!(language, "salvage-was", was = loss.was.as_str());
    }
    match loss.why {
        Why::Changed => tr!(language, "salvage-changed", what = what),
        Why::Page => tr!(language, "salvage-page", what = what),
        Why::Alone => tr!(language, "salvage-alone", what = what),
        Why::Taken => tr!(language, "salvage-taken", what = what),
        Why::Part => tr!(language, "salvage-part", what = what),
    }
}
