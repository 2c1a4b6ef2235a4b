//! PDF: pages as they print.

use typst::foundations::Smart;
use typst_pdf::PdfOptions;

use super::{Writer, written};
use crate::model::FormatKind;
use crate::paper::mark::{MAKER, Mark};
use crate::paper::{Document, PaperError, figure_page, pages};

/// The last three lines of every PDF begin so; readers look for them as they are, one after the
/// other (ISO 32000-1, 7.5.5).
const END: &[u8] = b"startxref";

/// The format.
pub static PDF: Writer = Writer {
    ending: "pdf",
    kind: FormatKind::Pages,
    document: Some(|report, heading| written(&pages(report, heading)?, bytes)),
    chart: Some(|scene, title| written(&figure_page(scene, title)?, bytes)),
    mark: Some(Mark {
        begins: b"%PDF-",
        // A comment may stand wherever white space may.
        of: |digest| format!("% {MAKER} {digest}\n").into_bytes(),
        behind: |bytes| Some(bytes.len() - memchr::memmem::rfind(bytes, END)?),
        announce: |_, _| true,
    }),
};

/// Tagged, with its fonts cut to what is used. The same pages give the same bytes.
///
/// # Errors
/// [`PaperError::Typeset`].
pub fn bytes(document: &Document) -> Result<Vec<u8>, PaperError> {
    let options = PdfOptions {
        creator: Smart::Custom(Some(MAKER.to_owned())),
        ..PdfOptions::default()
    };
    typst_pdf::pdf(document.pages(), &options).map_err(|errors| {
        let texts = errors.iter().map(|error| error.message.to_string());
        PaperError::Typeset(texts.collect::<Vec<_>>().join("; "))
    })
}
