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
use super::code::code;
use super::heading::{Frame, Heading};
use super::press::{Template, print};
use super::{Document, PaperError};
use crate::chart::Measure;
use crate::model::FormIdentity;
use crate::report::{Block, Report};
use crate::theme::tokens;

/// Text width of an upright page and of one that lies on its side, in points.
const UPRIGHT: f32 = 482.0;
const LANDSCAPE: f32 = 728.0;
/// Room beside the code of a form for whose it is, in points: 144 mm, less than the page has.
const WHOSE: f32 = 400.0;

#[derive(Serialize)]
struct ReportData<'a> {
    frame: Frame,
    numbering: &'a str,
    landscape: bool,
    /// Of the text, in points.
    width: f32,
    /// One a page, as SVG; empty for a form without marks, `None` for what is no form.
    codes: Option<&'a [String]>,
    /// Whose form it is, beside the codes.
    whose: String,
    blocks: Vec<BlockData<'a>>,
}

/// The report as pages. One with a title is, as SVG or PNG, one picture: its charts below each
/// other under that title.
///
/// # Errors
/// [`PaperError::Typeset`] when the typesetter refuses, which is a fault of the program.
pub fn pages(report: &Report, heading: &Heading) -> Result<Document, PaperError> {
    let document = laid_out(report, heading, (&[], ""))?;
    Ok(match scene::figure(report) {
        Some((figure, title)) => document.with_figure(figure, title),
        None => document,
    })
}

/// The form as pages that are known again when they come back: with a mark in each corner, and a
/// code that says whose it is and which page, beside it `whose` for people. All else stands where
/// it stands without.
///
/// # Errors
/// Those of [`pages`].
pub fn marked_pages(
    report: &Report,
    heading: &Heading,
    form: FormIdentity,
    whose: &str,
) -> Result<Document, PaperError> {
    let count = laid_out(report, heading, (&[], ""))?.page_count();
    let count = u16::try_from(count).unwrap_or(u16::MAX);
    let codes = (1..=count).map(|page| code(&form.page(page).to_string()));
    let codes = codes.collect::<Result<Vec<_>, _>>()?;
    laid_out(report, heading, (&codes, whose))
}

/// The name of a customer as far as it fits beside the code.
fn fitted(whose: &str) -> String {
    Measure::shared().fit(whose, WHOSE, tokens().paper_type_pt.body, true)
}

fn laid_out(
    report: &Report,
    heading: &Heading,
    (codes, whose): (&[String], &str),
) -> Result<Document, PaperError> {
    let width = match report.landscape {
        true => LANDSCAPE,
        false => UPRIGHT,
    };
    let form = |block: &Block| matches!(block, Block::FormHead(_));
    let blocks = report.blocks.iter();
    let data = ReportData {
        frame: Frame::new(heading, report),
        numbering: &report.numbering,
        landscape: report.landscape,
        width,
        codes: report.blocks.first().is_some_and(form).then_some(codes),
        whose: fitted(whose),
        blocks: blocks
            .map(|one| BlockData::of(one, &report.rules, width))
            .collect(),
    };
    print(Template::Report, &data)
}
