//! Heads of several rows: which platform's a sheet begins with, and what its columns are called
//! there.

use super::ALL;
use super::kind::{HeadRow, Platform};
use crate::intake::cell::{Cell, cell_name};
use crate::intake::grid::Grid;
use crate::intake::header::{Header, Title};
use crate::intake::heading::plain;

/// The platform whose head of several rows the sheet begins with, and where that is.
pub(in crate::intake) fn headed(grid: &Grid) -> Option<(&'static Platform, Header)> {
    let mut heads = ALL.iter().filter(|it| !it.head.is_empty());
    let found = *heads.find(|platform| {
        let rows = || (0..).zip(platform.head);
        let named = |(row, _)| platform.marks.are_on(&texts(grid, row));
        rows().all(|(row, kind)| fits(grid, row, *kind)) && rows().any(named)
    })?;
    let last = u32::try_from(found.head.len()).ok()?.checked_sub(1)?;
    Some((found, Header { first: 0, last }))
}

/// What the columns are called under the head of a platform, from left to right.
pub(in crate::intake) fn titles<'a>(
    grid: &'a Grid,
    platform: &'a Platform,
) -> impl Iterator<Item = Title> + 'a {
    let mut question = "";
    (0..grid.width()).map(move |column| {
        let above = || (0..).zip(platform.head);
        let mut title = Title::default();
        for (row, kind) in above() {
            let text = text(grid, row, column);
            if matches!(kind, HeadRow::Questions) && !text.is_empty() {
                question = text;
            }
            let (text, group) = match kind {
                HeadRow::Codes => (text, ""),
                HeadRow::Titles if platform.is_mark(&title.text) || text.is_empty() => continue,
                HeadRow::Titles => (text, &*title.text.clone()),
                HeadRow::Questions => (question, ""),
                HeadRow::Parts(words) if text.is_empty() || words.contains(&&*plain(text)) => {
                    continue;
                }
                HeadRow::Parts(_) => (text, question),
                HeadRow::Machine(_) => continue,
            };
            title = Title {
                text: text.to_owned(),
                group: group.to_owned(),
                cell: cell_name(row, column),
            };
        }
        title
    })
}

/// Whether a row may be one of that kind.
fn fits(grid: &Grid, row: u32, kind: HeadRow) -> bool {
    let texts = texts(grid, row);
    let mut filled = texts.iter().filter(|text| !text.is_empty()).peekable();
    filled.peek().is_some()
        && match kind {
            HeadRow::Codes | HeadRow::Titles | HeadRow::Questions => true,
            // Every return has its number there.
            HeadRow::Parts(_) => grid.cell(row, 0).is_empty(),
            HeadRow::Machine(begin) => filled.all(|text| text.starts_with(begin)),
        }
}

fn texts(grid: &Grid, row: u32) -> Vec<&str> {
    (0..grid.width())
        .map(|column| text(grid, row, column))
        .collect()
}

fn text(grid: &Grid, row: u32, column: u32) -> &str {
    match grid.cell(row, column) {
        Cell::Text(text) => text,
        Cell::Empty
        | Cell::Number(_)
        | Cell::Bool(_)
        | Cell::Date(_)
        | Cell::Error(_)
        | Cell::Formula(_) => "",
    }
}
