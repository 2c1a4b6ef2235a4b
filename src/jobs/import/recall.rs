//! What was said of a file holds for another under the same titles.

use crate::model::{Mapping, Reading};

/// Reads columns that wait as the same columns of an earlier file were read, where `which` wants
/// it; the places of those that are settled by it.
pub fn recall(
    mapping: &mut Mapping,
    before: &Mapping,
    which: impl Fn(usize) -> bool,
) -> Vec<usize> {
    let mut settled = Vec::new();
    // The file's own name may add a column at the end.
    let columns = mapping.columns.iter_mut().zip(&before.columns);
    for (at, (column, before)) in columns.enumerate().filter(|(at, _)| which(*at)) {
        let waits = matches!(column.reading, Reading::Undecided | Reading::Unordered);
        if waits && column.target == before.target {
            column.reading = before.reading;
            column.numbered.clone_from(&before.numbered);
            settled.push(at);
        }
    }
    settled
}
