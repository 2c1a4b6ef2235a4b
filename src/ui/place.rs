//! Places in the window one can be led to, and back from with Alt+←.

use super::Tab;
use crate::analysis::SegmentKey;
use crate::model::{ActionId, CustomerId, LineageId, ReturnId, Subject};

/// What some returns have in common. It is meaning, not words: those are made in the language of
/// the moment.
#[derive(Clone, Debug, PartialEq)]
pub enum Common {
    /// They count in a score.
    Behind(Subject),
    /// They gave an item an answer or belong to a part of the customers, which the survey itself
    /// calls so.
    Called { item: LineageId, so: String },
    /// The same for those of key accounts, or of all others.
    Key { item: LineageId, key: bool },
    /// They are of a group, called `value` by the name the groups are told apart by, and count in a
    /// score.
    Group {
        key: SegmentKey,
        value: String,
        subject: Subject,
    },
    /// They left an item blank.
    Blank(LineageId),
    /// They are dissatisfied with an item.
    Unhappy(LineageId),
    /// They are forms somebody wrote on beside the answers.
    WroteBeside,
}

/// Somewhere a link leads. Each tab takes the places it owns in its `go`.
#[derive(Clone, Debug, PartialEq)]
pub enum Place {
    /// A tab as it was left.
    Tab(Tab),
    /// An item in the questionnaire.
    Question(LineageId),
    /// A dimension in the questionnaire, by its code.
    Dimension(String),
    /// The scores of one item.
    Item(LineageId),
    /// What customers wrote.
    Comments,
    /// Groups of customers side by side.
    Groups,
    /// Only these returns of the wave.
    Returns {
        common: Common,
        returns: Vec<ReturnId>,
    },
    /// One return with all its answers.
    Return(ReturnId),
    /// The page that types in returns, at a customer's where that is known.
    TypeIn(Option<CustomerId>),
    /// The page that maps the columns of a file being imported.
    Mapping,
    /// The forms of the firm's own that were marked, or the one that is being marked.
    Marks,
    /// The customer register.
    Customers,
    /// One customer of the register.
    Customer(CustomerId),
    /// The customers chosen for the wave, and when the form went out to them.
    Frame,
    /// The ledger as a page.
    Ledger,
    /// The returns, where a new wave is asked for.
    OpenWave,
    /// One corrective action.
    Action(ActionId),
}

impl Place {
    /// The tab it lies in.
    pub fn tab(&self) -> Tab {
        match self {
            Self::Tab(tab) => *tab,
            Self::Question(_) | Self::Dimension(_) => Tab::Questionnaire,
            Self::Item(_) | Self::Comments | Self::Groups => Tab::Scores,
            Self::Returns { .. }
            | Self::Return(_)
            | Self::TypeIn(_)
            | Self::Mapping
            | Self::Marks
            | Self::Customers
            | Self::Customer(_)
            | Self::Frame
            | Self::Ledger
            | Self::OpenWave => Tab::Returns,
            Self::Action(_) => Tab::Actions,
        }
    }
}
