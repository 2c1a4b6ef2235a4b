//! Paper: reports and scenes as PDF, SVG and PNG, and figures as workbooks.
//!
//! Takes reports, figures and charts, never the store; returns bytes, and knows no file, no
//! printer and no screen.

mod code;
mod document;
pub mod excel;
mod figure;
pub mod format;
mod heading;
pub mod made;
mod mark;
mod pages;
mod places;
mod press;
mod svg;

pub use document::{Document, Marked, Pixels, Section, Words};
pub use figure::figure_page;
pub use format::{FORMATS, Writer, Written};
pub use heading::Heading;
pub use pages::{marked_pages, pages};
pub use svg::svg;

use std::path::PathBuf;

use crate::model::Cancelled;

/// Why nothing was printed.
#[derive(Debug, thiserror::Error)]
pub enum PaperError {
    /// The typesetter or its PDF writer refused; its own words. A fault of the program, not
    /// of the data.
    #[error("the page could not be laid out: {0}")]
    Typeset(String),
    /// The pixels could not be packed.
    #[error("the picture could not be written: {0}")]
    Picture(String),
    /// The workbook could not be written.
    #[error("the workbook could not be written: {0}")]
    Workbook(rust_xlsxwriter::XlsxError),
    /// Large sheets are kept in a folder for temporary files while they are written.
    #[error("{folder}: {source}")]
    Temporary {
        folder: PathBuf,
        source: std::io::Error,
    },
    /// What is to be written has no place in files that end so.
    #[error("not in files that end in {0}")]
    Format(&'static str),
    #[error(transparent)]
    Cancelled(#[from] Cancelled),
}

impl From<rust_xlsxwriter::XlsxError> for PaperError {
    fn from(error: rust_xlsxwriter::XlsxError) -> Self {
        match error {
            rust_xlsxwriter::XlsxError::TempFileError(folder, source) => {
                Self::Temporary { folder, source }
            }
            error => Self::Workbook(error),
        }
    }
}
