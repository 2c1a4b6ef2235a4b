//! Rows of the file at hand that bring no return of their own.

use crate::jobs::import::{Candidate, Repeats};
use crate::model::{RepeatedReturn, SetAside};
use crate::ui::Checks;

/// Rows shown with what stands there.
const SHOWN: usize = 40;
/// Cells quoted of a row, and letters of the whole.
const CELLS: usize = 6;
const LETTERS: usize = 60;

/// The first rows that are no returns, with what stands there; those that came in before are told
/// by themselves.
pub(super) fn aside(candidate: &Candidate, set_aside: &[SetAside]) -> Vec<(SetAside, String)> {
    let sheet = &candidate.sheet;
    let rows = set_aside.iter().filter(|it| !it.why.is_there()).take(SHOWN);
    let quoted = rows.filter_map(|aside| {
        let row = sheet.row(aside.row)?;
        let cells = sheet.columns.iter().map(|column| column.value(row).found());
        let cells: Vec<String> = cells.filter(|it| !it.is_empty()).take(CELLS).collect();
        let text = cells.join(" · ");
        let short: String = text.chars().take(LETTERS).collect();
        let text = if short.len() < text.len() {
            format!("{short}…")
        } else {
            text
        };
        Some((*aside, text))
    });
    quoted.collect()
}

/// Returns that came in before with other answers, or as a whole sheet.
pub(super) fn repeated(checks: &mut Checks, repeats: &Repeats) {
    let differ = |it: &&RepeatedReturn| !it.differs.is_empty();
    let changed = repeats.asked.iter().filter(differ);
    let words = changed.clone().take(SHOWN).map(|it| {
        let answers = it.differs.iter().take(CELLS);
        let answers = answers.map(|it| format!("{}: {} → {}", it.title, it.before, it.now));
        let answers: Vec<String> = answers.collect();
        (it.row, answers.join(" · "))
    });
    checks.changed = (words.collect(), changed.count());
    let alike = repeats.asked.iter().find(|it| it.differs.is_empty());
    checks.alike = alike.map(|it| it.file.clone());
}
