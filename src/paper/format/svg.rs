//! SVG: what a document is about as a drawing, with its texts as texts.

use typst::layout::Abs;
use typst_svg::SvgOptions;

use super::{Writer, Written};
use crate::model::FormatKind;
use crate::paper::document::GAP;
use crate::paper::figure::on_white;
use crate::paper::mark::{MAKER, Mark};
use crate::paper::{Document, figure_page, pages};

pub(super) static SVG: Writer = Writer {
    ending: "svg",
    kind: FormatKind::Drawing,
    document: Some(|report, heading| {
        let document = pages(report, heading)?;
        Ok(Written {
            bytes: bytes(&document),
            lacking: document.lacking().to_owned(),
        })
    }),
    chart: Some(|scene, title| {
        // What the fonts lack is found where the page is laid out.
        let lacking = figure_page(scene, title)?.lacking().to_owned();
        let bytes = on_white(scene).into_bytes();
        Ok(Written { bytes, lacking })
    }),
    mark: Some(Mark {
        begins: b"<svg",
        of: |digest| format!("<!-- {MAKER} {digest} -->\n").into_bytes(),
        behind: |_| Some(0),
        announce: |_, _| true,
    }),
};

/// What the document is about; of one that is about no one thing, all pages below each other.
pub fn bytes(document: &Document) -> Vec<u8> {
    if let Some((scene, _)) = document.figure() {
        return on_white(scene).into_bytes();
    }
    let options = SvgOptions {
        render_bleed: false,
        pretty: false,
    };
    typst_svg::svg_merged(document.pages(), &options, Abs::pt(GAP)).into_bytes()
}
