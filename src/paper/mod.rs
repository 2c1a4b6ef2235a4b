//! Paper: reports and scenes as PDF, SVG and PNG, and figures as workbooks.
//!
//! Takes reports, figures and charts, never the store; returns bytes, and knows no file, no
//! printer and no screen.

mod document;
pub mod excel;
mod figure;
mod heading;
pub mod made;
mod pages;
mod press;
mod svg;

pub use document::{Document, Pixels, Section};
pub use figure::{figure, figure_page};
pub use heading::Heading;
pub use pages::pages;
pub use svg::svg;

use std::path::{Path, PathBuf};

use crate::model::Cancelled;

/// What a page or picture is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Pdf,
    Svg,
    Png,
}

impl Format {
    /// By the ending of the file's name, in any case.
    pub fn of(path: &Path) -> Option<Self> {
        match path.extension()?.to_str()?.to_lowercase().as_str() {
            "pdf" => Some(Self::Pdf),
            "svg" => Some(Self::Svg),
            "png" => Some(Self::Png),
            _ => None,
        }
    }

    /// What the file's name ends in.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Svg => "svg",
            Self::Png => "png",
        }
    }
}

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
