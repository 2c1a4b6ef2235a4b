//! Reports as pages: a writer that hands the typesetter every block with its texts written
//! and its charts drawn. How wide columns and how high rows are is the typesetter's business.

mod block;
mod form;
mod picture;
mod scene;
mod standing;
mod table;

use serde::Serialize;

use self::block::BlockData;
use super::heading::{Frame, Heading};
use super::press::{Template, print};
use super::{Document, PaperError};
use crate::report::Report;

/// Text width of an upright page and of one that lies on its side, in points.
const UPRIGHT: f32 = 482.0;
const LANDSCAPE: f32 = 728.0;

#[derive(Serialize)]
struct ReportData<'a> {
    frame: Frame,
    numbering: &'a str,
    landscape: bool,
    /// Of the text, in points.
    width: f32,
    blocks: Vec<BlockData<'a>>,
}

/// The report as pages. One with a title is, as SVG or PNG, one picture: its charts below each
/// other under that title.
///
/// # Errors
/// [`PaperError::Typeset`] when the typesetter refuses, which is a fault of the program.
pub fn pages(report: &Report, heading: &Heading) -> Result<Document, PaperError> {
    let width = match report.landscape {
        true => LANDSCAPE,
        false => UPRIGHT,
    };
    let blocks = report.blocks.iter();
    let data = ReportData {
        frame: Frame::new(heading, report),
        numbering: &report.numbering,
        landscape: report.landscape,
        width,
        blocks: blocks
            .map(|one| BlockData::of(one, &report.rules, width))
            .collect(),
    };
    let document = print(Template::Report, &data)?;
    Ok(match scene::figure(report) {
        Some((figure, title)) => document.with_figure(figure, title),
        None => document,
    })
}
