//! Scans and photographs of our own printed form: [`pages`] makes pictures of a file, [`codes`]
//! and [`plane()`] find whose page it is and how it lies there, [`read()`] lays it flat and
//! measures what was added to the empty page, and a [`Verdict`] says what that comes to.
//!
//! Deliberately knows neither the questionnaire nor whose form is wanted: what a form looks like
//! is given, and what a tick means is said elsewhere. Nothing here guesses: what could be read in
//! two ways is a [`Doubt`].

mod corners;
mod cut;
mod file;
mod flat;
mod ink;
mod judge;
mod pdf;
mod picture;
mod plane;
mod read;
mod stray;
mod tiff;

pub use corners::{Code, codes, plane};
pub use cut::{Cut, cut};
pub use file::{ScanKind, page, pages};
pub use flat::{Grey, PER_POINT};
pub use judge::{Doubt, Verdict};
pub use picture::{MAX_PAGES, MAX_PIXELS, Picture};
pub use plane::{Plane, Point};
pub use read::{Inked, PageRead, Ticked, read};

use crate::model::{Cancelled, FormFault};

/// Why a scan or a page of it is not read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ScanFault {
    #[error(transparent)]
    Cancelled(#[from] Cancelled),
    /// Neither a PDF nor a picture.
    #[error("holds no pages")]
    Foreign,
    #[error("is damaged")]
    Damaged,
    #[error("{pixels} pixels are more than {MAX_PIXELS}")]
    TooManyPixels { pixels: u64 },
    #[error("{pages} pages are more than {MAX_PAGES}")]
    TooManyPages { pages: usize },
    /// No code of a form is on it, or none that can be read.
    #[error("no code is on the page")]
    NoCode,
    /// A code of a form is, and says why it is none of ours.
    #[error("{0}")]
    Form(FormFault),
    /// Fewer than three of the corners are on it.
    #[error("the corners of the page are not found")]
    NoCorners,
}
