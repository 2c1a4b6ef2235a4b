//! The tables of a document, a sheet each, with their notes: to go on computing with.

use super::book::Book;
use crate::paper::{Heading, PaperError};
use crate::report::{Block, Report};

/// A workbook of them, each called by the last heading before it.
///
/// # Errors
/// [`PaperError::Workbook`] when it cannot be packed.
pub fn tables(report: &Report, heading: &Heading<'_>) -> Result<Vec<u8>, PaperError> {
    let mut book = Book::new(&heading.workspace.company, &report.title);
    let mut name = report.title.as_str();
    for block in &report.blocks {
        match block {
            Block::Title { title, .. } => name = title,
            Block::Heading { words, .. } => name = words,
            Block::Table(table) => book.noted(name, table)?,
            Block::Cover(_)
            | Block::Text(..)
            | Block::KeyFigure(_)
            | Block::Findings(_)
            | Block::Chain(_)
            | Block::Chart { .. }
            | Block::Drawn(_)
            | Block::FormHead(_)
            | Block::Grid(_)
            | Block::Question(_)
            | Block::NewPage
            | Block::Signatures { .. } => {}
        }
    }
    book.bytes()
}
