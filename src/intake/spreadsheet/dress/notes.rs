//! Notes that are pinned to the cells of a sheet: those of old, and the conversations Excel keeps
//! beside them since.

use std::collections::BTreeMap;

use super::parts::{Relations, Source};
use super::walk::{Step, attribute, walk};
use crate::intake::cell::cell_place;
use crate::intake::look::At;
use crate::intake::spreadsheet::stop::Stop;

/// Notes of one sheet, and bytes of one.
const MOST: usize = 500;
const LONGEST: usize = 8_000;

/// The notes of a sheet by the cell each is pinned to.
pub(super) fn read(
    source: &Source<'_>,
    relations: &Relations,
) -> Result<BTreeMap<At, String>, Stop> {
    let (mut old, mut talks) = (BTreeMap::new(), BTreeMap::new());
    let mut keys: Vec<&String> = relations.values().collect();
    keys.sort_unstable();
    for key in keys {
        if key.contains("threadedcomment") {
            let bytes = source.part(key)?.unwrap_or_default();
            pinned(&bytes, "threadedComment", &mut talks);
        } else if key.contains("comments") {
            let bytes = source.part(key)?.unwrap_or_default();
            pinned(&bytes, "comment", &mut old);
        }
    }
    // What stands in the note of a conversation is a word to programs that know none.
    old.extend(talks);
    Ok(old)
}

fn pinned(bytes: &[u8], element: &str, notes: &mut BTreeMap<At, String>) {
    let (mut at, mut in_text) = (None, false);
    walk(bytes, |step| match step {
        Step::Begin(name, start) if name == element => {
            at = attribute(start, "ref").and_then(|it| cell_place(&it));
        }
        Step::Begin(name, _) => in_text = matches!(name, "t" | "text"),
        Step::Text(text) if in_text => {
            if let Some(at) = at.filter(|at| notes.len() < MOST || notes.contains_key(at)) {
                let note: &mut String = notes.entry(at).or_default();
                if note.len() + text.len() <= LONGEST {
                    note.push_str(text);
                }
            }
        }
        Step::End(name) if name == element => at = None,
        Step::End(_) => in_text = false,
        Step::Text(_) => {}
    });
}
