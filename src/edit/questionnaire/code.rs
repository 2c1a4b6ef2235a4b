//! Codes of items and dimensions: one namespace.

use crate::edit::Refusal;
use crate::model::{LineageId, Questionnaire, is_reserved_code};

/// A code not in use that goes on from `stem`: `QU4` after `QU3`.
pub fn next_code(all: &Questionnaire, stem: &str) -> String {
    let stem = stem.trim_end_matches(|c: char| c.is_ascii_digit());
    let taken = |code: &str| all.item(code).is_some() || all.dimension(code).is_some();
    (1..)
        .map(|number| format!("{stem}{number}"))
        .find(|code| !taken(code))
        .unwrap_or_default()
}

/// Whether this item may have that code.
pub(super) fn free_for_item(
    all: &Questionnaire,
    lineage: LineageId,
    code: &str,
) -> Result<(), Refusal> {
    let other = all.item(code).is_some_and(|it| it.lineage != lineage);
    free(code, other || all.dimension(code).is_some())
}

/// Whether the dimension that is called `now` may have that code.
pub(super) fn free_for_dimension(
    all: &Questionnaire,
    now: &str,
    code: &str,
) -> Result<(), Refusal> {
    let taken = all.dimension(code).is_some() || all.item(code).is_some();
    free(code, code != now && taken)
}

fn free(code: &str, taken: bool) -> Result<(), Refusal> {
    if is_reserved_code(code) {
        Err(Refusal::ReservedCode(code.to_owned()))
    } else if code.is_empty() {
        Err(Refusal::NeedsCode)
    } else if taken {
        Err(Refusal::CodeTaken)
    } else {
        Ok(())
    }
}
