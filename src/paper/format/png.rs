//! PNG: what a document is about as a picture.

use flate2::Crc;
use typst::layout::Abs;
use typst::visualize::Color;

use super::{Writer, written};
use crate::model::FormatKind;
use crate::paper::document::{GAP, rendering};
use crate::paper::mark::{MAKER, Mark};
use crate::paper::{Document, PaperError, figure_page, pages};

/// Pixels a point: 216 dpi.
const SCALE: f32 = 3.0;

/// The last chunk: length, name, checksum.
const END: usize = 12;

pub(super) static PNG: Writer = Writer {
    ending: "png",
    kind: FormatKind::Picture,
    document: Some(|report, heading| written(&pages(report, heading)?, bytes)),
    chart: Some(|scene, title| written(&figure_page(scene, title)?, bytes)),
    mark: Some(Mark {
        begins: b"\x89PNG\r\n\x1a\n",
        of: chunk,
        behind: |_| Some(END),
        announce: |_, _| true,
    }),
};

/// What the document is about; of one that is about no one thing, all pages below each other.
///
/// # Errors
/// [`PaperError::Typeset`] and [`PaperError::Picture`].
pub fn bytes(document: &Document) -> Result<Vec<u8>, PaperError> {
    if let Some((scene, name)) = document.figure() {
        return bytes(&figure_page(scene, name)?);
    }
    let scale = rendering(SCALE);
    let gap = Abs::pt(GAP);
    typst_render::render_merged(document.pages(), &scale, gap, Some(Color::WHITE))
        .encode_png()
        .map_err(|error| PaperError::Picture(error.to_string()))
}

/// A chunk of text, as the format has them.
fn chunk(digest: &str) -> Vec<u8> {
    let named = format!("tEXtSoftware\0{MAKER} {digest}");
    let mut crc = Crc::new();
    crc.update(named.as_bytes());
    let length = u32::try_from(named.len() - 4).unwrap_or_default();
    let mut chunk = length.to_be_bytes().to_vec();
    chunk.extend(named.as_bytes());
    chunk.extend(crc.sum().to_be_bytes());
    chunk
}
