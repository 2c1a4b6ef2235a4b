//! The formats things are saved in: a file and a line here each. What the window offers, what
//! file dialogs filter by and what the command line takes comes from this list.

pub mod pdf;
pub mod png;
pub mod svg;
pub mod xlsx;

use std::path::Path;
use std::sync::LazyLock;

use super::mark::Mark;
use super::{Document, Heading, PaperError};
use crate::chart::Scene;
use crate::model::{Format, FormatKind};
use crate::report::Report;

/// All of them; the first is what goes to the printer.
pub static WRITERS: [&Writer; 4] = [&pdf::PDF, &svg::SVG, &png::PNG, &xlsx::XLSX];

/// What is known of all of them.
pub static FORMATS: LazyLock<Vec<Format>> =
    LazyLock::new(|| WRITERS.iter().map(|it| it.format()).collect());

type WriteDocument = fn(&Report, &Heading<'_>) -> Result<Written, PaperError>;
type WriteChart = fn(&Scene, &str) -> Result<Written, PaperError>;

/// A format, and how it is written.
#[derive(Debug)]
pub struct Writer {
    /// What its files' names end in.
    pub ending: &'static str,
    pub kind: FormatKind,
    /// Writes a document; `None` where it holds none.
    document: Option<WriteDocument>,
    /// Writes a chart under its name as a file of its own size; `None` where it holds none.
    chart: Option<WriteChart>,
    /// Tells our own files; `None` where they have no room for it.
    pub(super) mark: Option<Mark>,
}

/// A file.
#[derive(Clone, Debug)]
pub struct Written {
    pub bytes: Vec<u8>,
    /// Characters the fonts lack, each once. Usually empty.
    pub lacking: String,
}

impl Writer {
    /// By what a file's name ends in, in any case.
    pub fn of_ending(ending: &str) -> Option<&'static Self> {
        let mut all = WRITERS.iter().copied();
        all.find(|it| it.ending.eq_ignore_ascii_case(ending))
    }

    /// By the file's name, of those that will do.
    pub fn of(path: &Path, will_do: fn(&Format) -> bool) -> Option<&'static Self> {
        let writer = Self::of_ending(path.extension()?.to_str()?)?;
        will_do(&writer.format()).then_some(writer)
    }

    /// What is known of it.
    pub fn format(&self) -> Format {
        Format {
            ending: self.ending,
            kind: self.kind,
            documents: self.document.is_some(),
            charts: self.chart.is_some(),
        }
    }

    /// The report as a file.
    ///
    /// # Errors
    /// What its writer says; [`PaperError::Format`] where it holds no documents.
    pub fn document(&self, report: &Report, heading: &Heading<'_>) -> Result<Written, PaperError> {
        let write = self.document.ok_or(PaperError::Format(self.ending))?;
        write(report, heading)
    }

    /// The scene as a file in the colours of paper; `title` names it to screen readers.
    ///
    /// # Errors
    /// What its writer says; [`PaperError::Format`] where it holds no charts.
    pub fn chart(&self, scene: &Scene, title: &str) -> Result<Written, PaperError> {
        let write = self.chart.ok_or(PaperError::Format(self.ending))?;
        write(scene, title)
    }
}

/// A document as the bytes of a format.
fn written(
    document: &Document,
    bytes: fn(&Document) -> Result<Vec<u8>, PaperError>,
) -> Result<Written, PaperError> {
    Ok(Written {
        bytes: bytes(document)?,
        lacking: document.lacking().to_owned(),
    })
}
