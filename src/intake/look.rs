//! What a sheet shows beside the values of its cells: controls that lie on it, bold letters and
//! filled cells. Only forms that people fill in are looked at so closely.

use rustc_hash::FxHashMap;

/// Row and column, counted from 0.
pub(super) type At = (u32, u32);

/// Whether something was chosen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Tick {
    No,
    Yes,
    /// A cross, a word, another number: nobody can know.
    Unclear,
}

/// A check box, an option button or a list that lies on a sheet.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Control {
    /// The cell its box lies on.
    pub at: At,
    /// What is written beside the box; may be empty.
    pub label: String,
    pub tick: Tick,
    /// The cell of the sheet that repeats its state.
    pub link: Option<At>,
    /// What it offers, where it is a list to choose from and no box.
    pub list: Option<List>,
}

/// A list to choose from.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct List {
    /// The cells it offers, as the file refers to them.
    pub range: String,
    /// Which of them is chosen, counted from 1; 0 for none.
    pub chosen: u32,
}

/// How the text and the background of a cell look.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Look {
    /// The cell is written in bold as a whole.
    pub bold: bool,
    /// The colour of its background; `None` for white.
    pub fill: Option<u32>,
    /// The pieces of a text that is written in several ways, and which of them are bold.
    pub runs: Vec<(String, bool)>,
}

impl Look {
    /// The look of a text in pieces, of which some are bold; `bold` is what no text is.
    pub fn of(runs: Vec<(String, bool)>, bold: bool, fill: Option<u32>) -> Self {
        let mut written = runs.iter().filter(|(text, _)| !text.trim().is_empty());
        let first = written.next().map_or(bold, |(_, bold)| *bold);
        let alike = written.all(|(_, bold)| *bold == first);
        Self {
            bold: alike && first,
            fill,
            runs: if alike { Vec::new() } else { runs },
        }
    }
}

/// Knows how one sheet looks. What is asked for is read only then.
pub(super) trait Looks {
    /// Its controls, from left to right and from top to bottom.
    fn controls(&self) -> Vec<Control>;
    /// The cells that look like anything.
    fn cells(&self) -> Dressed;
}

/// The cells of a sheet that look like anything, where no controls lie on it.
pub(super) type Dressed = FxHashMap<At, Look>;

impl Looks for Dressed {
    fn controls(&self) -> Vec<Control> {
        Vec::new()
    }

    fn cells(&self) -> Dressed {
        self.clone()
    }
}
