//! What is found, by kind.

use super::rank::Rank;
use crate::i18n::Language;
use crate::tr;
use crate::ui::Action;

/// What a hit is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Item,
    Dimension,
    Customer,
    Action,
    Wave,
    Command,
    Comment,
}

impl Kind {
    /// The words over its hits.
    pub(super) fn name(self, language: Language) -> String {
        match self {
            Self::Item => tr!(language, "search-items"),
            Self::Dimension => tr!(language, "search-dimensions"),
            Self::Customer => tr!(language, "search-customers"),
            Self::Action => tr!(language, "search-actions"),
            Self::Wave => tr!(language, "search-waves"),
            Self::Command => tr!(language, "search-commands"),
            Self::Comment => tr!(language, "search-comments"),
        }
    }
}

/// One thing to choose.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Hit {
    pub(super) title: String,
    /// Where it lies, or the key that does the same.
    pub(super) place: String,
    pub(super) leads: Action,
    pub(super) rank: Rank,
}

/// The hits of a kind, best first.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Group {
    pub(super) kind: Kind,
    pub(super) hits: Vec<Hit>,
    /// How many there are, those not listed included.
    pub(super) of: usize,
}

impl Group {
    /// The `most` best of the hits; `None` without any.
    pub(super) fn of(kind: Kind, mut hits: Vec<Hit>, most: usize) -> Option<Self> {
        let of = hits.len();
        hits.sort_by_key(|hit| hit.rank);
        hits.truncate(most);
        (of > 0).then_some(Self { kind, hits, of })
    }

    /// How it stands among the others.
    pub(super) fn best(&self) -> (Option<Rank>, Kind) {
        (self.hits.first().map(|hit| hit.rank), self.kind)
    }
}
