//! What is wrong with the marks of a form, in words.

use super::Language;
use crate::model::{MarkingFault, cell_name};
use crate::tr;

/// The cell it speaks of, if any, and the sentence.
pub fn fault(language: Language, fault: &MarkingFault) -> String {
    let cell = |at: &(u32, u32)| cell_name(at.0, at.1);
    match fault {
        MarkingFault::NoAnswer => tr!(language, "marking-no-answer"),
        MarkingFault::TooLarge => tr!(language, "marking-too-large"),
        MarkingFault::Unknown { at, found } => {
            tr!(
                language,
                "marking-unknown",
                cell = cell(at),
                found = found.as_str()
            )
        }
        MarkingFault::NoOption { at, item, found } => tr!(
            language,
            "marking-no-option",
            cell = cell(at),
            item = item.as_str(),
            found = found.as_str()
        ),
        MarkingFault::Twice { at, first } if at == first => {
            tr!(language, "marking-two-in-one", cell = cell(at))
        }
        MarkingFault::Twice { at, first } => tr!(
            language,
            "marking-twice",
            cell = cell(at),
            first = cell(first)
        ),
        MarkingFault::OneOption { at, item } => tr!(
            language,
            "marking-one-option",
            cell = cell(at),
            item = item.as_str()
        ),
        MarkingFault::NoWords { at, item } => tr!(
            language,
            "marking-no-words",
            cell = cell(at),
            item = item.as_str()
        ),
        MarkingFault::NoScale { at, item } => tr!(
            language,
            "marking-no-scale",
            cell = cell(at),
            item = item.as_str()
        ),
    }
}
