//! What files are saved as.

/// A format, as somebody who chooses one has to know it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Format {
    /// What its files' names end in.
    pub ending: &'static str,
    pub kind: FormatKind,
    /// It holds documents.
    pub documents: bool,
    /// It holds a chart by itself.
    pub charts: bool,
}

impl Format {
    /// It holds documents that are nothing but tables: on pages, or a sheet each.
    pub fn holds_tables(&self) -> bool {
        match self.kind {
            FormatKind::Pages | FormatKind::Workbook => true,
            FormatKind::Drawing | FormatKind::Picture => false,
        }
    }
}

/// What the files of a format are made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormatKind {
    Pages,
    /// Lines and texts.
    Drawing,
    /// Pixels.
    Picture,
    /// Tables to go on computing with.
    Workbook,
}
