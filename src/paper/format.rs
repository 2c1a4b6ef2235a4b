//! The formats documents are saved in: a line each, and a folder with what writes it.

use std::path::Path;

use super::{Heading, PageFormat, PaperError, pages};
use crate::report::Report;

/// A format.
#[derive(Clone, Copy, Debug)]
pub struct Format {
    /// What its files' names end in.
    pub ending: &'static str,
    write: fn(&Report, &Heading<'_>) -> Result<Written, PaperError>,
}

/// All of them.
pub const FORMATS: [Format; 3] = [
    Format {
        ending: PageFormat::Pdf.ending(),
        write: |report, heading| paged(report, heading, PageFormat::Pdf),
    },
    Format {
        ending: PageFormat::Svg.ending(),
        write: |report, heading| paged(report, heading, PageFormat::Svg),
    },
    Format {
        ending: PageFormat::Png.ending(),
        write: |report, heading| paged(report, heading, PageFormat::Png),
    },
];

/// A file.
#[derive(Clone, Debug)]
pub struct Written {
    pub bytes: Vec<u8>,
    /// Characters the fonts lack, each once. Usually empty.
    pub lacking: String,
}

impl Format {
    /// By what a file's name ends in, in any case.
    pub fn of_ending(ending: &str) -> Option<Self> {
        let mut all = FORMATS.into_iter();
        all.find(|format| format.ending.eq_ignore_ascii_case(ending))
    }

    /// By the file's name.
    pub fn of(path: &Path) -> Option<Self> {
        Self::of_ending(path.extension()?.to_str()?)
    }

    /// The report as a file.
    ///
    /// # Errors
    /// What its writer says; [`PaperError::Typeset`] of pages.
    pub fn write(self, report: &Report, heading: &Heading<'_>) -> Result<Written, PaperError> {
        (self.write)(report, heading)
    }
}

fn paged(
    report: &Report,
    heading: &Heading<'_>,
    format: PageFormat,
) -> Result<Written, PaperError> {
    let document = pages(report, heading)?;
    Ok(Written {
        bytes: document.write(format)?,
        lacking: document.lacking().to_owned(),
    })
}
