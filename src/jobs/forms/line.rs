//! The line of a form as it was filled in by hand: cut out of the scan that is kept with the
//! return.

use super::blank::Blanks;
use super::meant;
use crate::intake::scan::{self, Cut, Picture};
use crate::jobs::JobError;
use crate::model::{
    Attachment, Data, FormPage, LineageId, PageLayout, PaperArea, Progress, Return, SCAN,
    SourceFile,
};
use crate::store::Store;

/// Around the line, in points.
const MARGIN: f32 = 8.0;
/// Beside the outermost boxes of a line, in points.
const BESIDE: f32 = 22.0;
/// Pixels a point.
const SCALE: f32 = 2.0;

/// The picture of what a return that was scanned says to an item; `None` when its scan is not
/// kept any more, or does not show that item.
///
/// # Errors
/// Those of the workspace and of laying the form out; [`JobError::Cancelled`].
pub fn line(
    store: &Store,
    data: &Data,
    returned: &Return,
    item: LineageId,
    progress: &Progress,
) -> Result<Option<Cut>, JobError> {
    let import = data
        .import(returned.import)
        .filter(|it| it.platform == SCAN);
    let Some(import) = import else {
        return Ok(None);
    };
    let mut files: Vec<&Attachment> = data.attached_to(returned.id).collect();
    // The form begins in the file it came with.
    files.sort_by_key(|it| it.sha256 != import.sha256);
    let blanks = Blanks::of(data);
    let mut form = None;
    for (at, file) in files.into_iter().enumerate() {
        let attached = store.attached(file.id).map_err(JobError::of(store))?;
        let Some(source) = attached else {
            continue;
        };
        let first = match at {
            0 => (returned.row as usize).saturating_sub(1),
            _ => 0,
        };
        let mut page = first;
        while let Some(seen) = look(&source, page, progress)? {
            page += 1;
            for code in seen.codes {
                let whose = *form.get_or_insert(code.page.form);
                if whose != code.page.form {
                    continue;
                }
                let Ok(meant) = meant(data, whose.workspace, Ok(code.page)) else {
                    return Ok(None);
                };
                let blank = blanks.get(meant.revision, whose)?;
                let Some(layout) = layout_of(&blank.layout.pages, code.page) else {
                    continue;
                };
                let mut lines = layout.lines.iter();
                let Some(line) = lines.find(|it| it.item == item) else {
                    continue;
                };
                let Ok(plane) = scan::plane(&seen.picture, &code, layout) else {
                    continue;
                };
                let area = shown(line.area, item, layout);
                let empty = blank.pages.get(usize::from(code.page.page).wrapping_sub(1));
                let strays = empty.map(|empty| scan::read(&seen.picture, &plane, layout, empty));
                let strays = strays.into_iter().flat_map(|read| read.strays);
                let area = strays
                    .filter(|(of, _)| *of == item)
                    .fold(area, |area, (_, stray)| area.with(stray));
                let area = around(area, layout.width, layout.height);
                return Ok(Some(scan::cut(&seen.picture, &plane, area, SCALE)));
            }
        }
    }
    Ok(None)
}

/// A page of a file with the codes on it.
struct Seen {
    picture: Picture,
    codes: Vec<scan::Code>,
}

/// `None` behind the last page; a page that cannot be read has no codes.
fn look(source: &SourceFile, page: usize, progress: &Progress) -> Result<Option<Seen>, JobError> {
    progress.wanted()?;
    let picture = match scan::page(&source.bytes, page, progress) {
        Ok(Some(picture)) => picture,
        Ok(None) | Err(_) => return Ok(None),
    };
    let codes = scan::codes(&picture).unwrap_or_default();
    Ok(Some(Seen { picture, codes }))
}

fn layout_of(pages: &[PageLayout], page: FormPage) -> Option<&PageLayout> {
    pages.get(usize::from(page.page).checked_sub(1)?)
}

/// What of a line tells something: its boxes, or all of it where there are none.
fn shown(line: PaperArea, item: LineageId, layout: &PageLayout) -> PaperArea {
    let boxes = || layout.ticks.iter().filter(|it| it.item == item);
    let left = boxes().map(|it| it.area.left).reduce(f32::min);
    let right = boxes().map(|it| it.area.right).reduce(f32::max);
    PaperArea {
        left: left.map_or(line.left, |it| it - BESIDE),
        right: right.map_or(line.right, |it| it + BESIDE),
        ..line
    }
}

/// The line with a margin, no further than the page goes.
fn around(area: PaperArea, width: f32, height: f32) -> PaperArea {
    PaperArea {
        left: (area.left - MARGIN).max(0.0),
        top: (area.top - MARGIN).max(0.0),
        right: (area.right + MARGIN).min(width),
        bottom: (area.bottom + MARGIN).min(height),
    }
}
