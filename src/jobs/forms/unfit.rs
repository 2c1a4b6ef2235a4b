//! Why a form that came back is not taken in.

use jiff::Timestamp;

use crate::intake::scan::ScanFault;
use crate::model::Period;

/// What is wrong with the form as a whole.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unfit {
    /// What says whose form it is, is gone or not whole.
    #[error("whose form it is cannot be read")]
    Damaged,
    /// A later version of the program made it.
    #[error("a form of version {0}")]
    Newer(u8),
    /// Another firm's, by name; empty where the form does not say.
    #[error("a form of {company:?}")]
    Foreign { company: String },
    /// Its wave is not in the workspace any more.
    #[error("its wave is gone")]
    NoWave,
    /// Its revision is not in the workspace any more.
    #[error("its revision is gone")]
    NoRevision,
    /// Only the forms of another wave are wanted.
    #[error("a form of {survey:?} {period}")]
    OtherWave { survey: String, period: Period },
    /// A form of an older revision with answers that the wave does not ask for, or no longer
    /// so; codes of their items.
    #[error("a form of {revision}: no place for {items:?}")]
    Older {
        revision: String,
        items: Vec<String>,
    },
    /// The places of these items are gone.
    #[error("no place of {items:?}")]
    NoPlaces { items: Vec<String> },
    /// A page of a scan cannot be read; from 1, 0 for the file as a whole.
    #[error("page {page} {fault}")]
    Scan { page: usize, fault: ScanFault },
    /// Its return came in before with the same answers, from another file; without a moment it
    /// came with this one.
    #[error("came in from {before:?} already")]
    There {
        customer: String,
        before: String,
        at: Option<Timestamp>,
    },
    /// No ink is dark enough to be a tick on any page of a scan, or nobody filled it in.
    #[error("no tick can be made out")]
    Unseen,
    /// The same form stands filled in otherwise on another sheet of its file.
    #[error("filled in otherwise on {sheet:?}")]
    OtherSheet { sheet: String },
    /// Nobody filled it in.
    #[error("nothing is filled in")]
    Empty,
}
