//! Items: the questions of a questionnaire.

use super::{LineageId, Scale};

/// What kind of answer an item asks for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ItemKind {
    #[default]
    Rating,
    YesNo,
    Single,
    Multi,
    /// 0–10, how likely the customer is to recommend.
    Nps,
    Number,
    Text,
    Date,
}

impl ItemKind {
    pub const ALL: [Self; 8] = [
        Self::Rating,
        Self::YesNo,
        Self::Single,
        Self::Multi,
        Self::Nps,
        Self::Number,
        Self::Text,
        Self::Date,
    ];

    /// What a definition workbook and other programs call it.
    pub fn key(self) -> &'static str {
        match self {
            Self::Rating => "rating",
            Self::YesNo => "yesno",
            Self::Single => "single",
            Self::Multi => "multi",
            Self::Nps => "nps",
            Self::Number => "number",
            Self::Text => "text",
            Self::Date => "date",
        }
    }

    /// Whether one option of the item's scale is the answer.
    pub fn takes_one_option(self) -> bool {
        matches!(self, Self::Rating | Self::YesNo | Self::Single)
    }

    /// Whether the item carries a scale at all.
    pub fn has_scale(self) -> bool {
        self.takes_one_option() || self == Self::Multi
    }

    /// Whether its answers can be scores.
    pub fn may_be_scored(self) -> bool {
        !matches!(self, Self::Text | Self::Date | Self::Multi)
    }

    /// Scored unless the questionnaire says otherwise.
    pub fn scored_by_default(self) -> bool {
        matches!(self, Self::Rating | Self::YesNo)
    }
}

/// How an item relates to the one of the same lineage in the revision before.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Origin {
    /// It was not asked before.
    #[default]
    New,
    /// It means what it meant: the line goes on.
    Same,
    /// Its meaning changed: figures are not compared and the line breaks.
    Reworded,
    /// One of several it was taken apart into: the lines of those begin anew.
    Split,
    /// Several became one: its line begins anew.
    Merged,
}

/// One question.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    pub lineage: LineageId,
    pub origin: Origin,
    /// The items of the revision before it was split from or merged of; empty otherwise.
    pub from: Vec<LineageId>,
    /// Unique in its revision, e.g. `PR1`.
    pub code: String,
    pub text: String,
    /// Code of the dimension it belongs to; `None` for what stands outside the tree.
    pub dimension: Option<String>,
    pub kind: ItemKind,
    /// The item's own options; present exactly for the kinds that have a scale.
    pub scale: Option<Scale>,
    /// Enters the index.
    pub scored: bool,
    /// Relative to its siblings, positive.
    pub weight: f64,
    /// A blank goes to the review list.
    pub required: bool,
    /// Answers can be used to filter and split.
    pub segment: bool,
    /// Code of the item whose importance this one states.
    pub importance_of: Option<String>,
    /// Other headings an import reads as this item.
    pub aliases: Vec<String>,
}

impl Item {
    /// Asked as another kind from now on, with the flags that go with it; `usual` is the scale
    /// of an item of that kind that had none.
    pub fn become_kind(&mut self, kind: ItemKind, usual: Scale) {
        let had_scale = self.kind.has_scale() && self.scale.is_some();
        self.kind = kind;
        self.scored = kind.scored_by_default() && self.dimension.is_some();
        self.segment &= kind.takes_one_option();
        if !kind.has_scale() {
            self.scale = None;
        } else if kind == ItemKind::YesNo || !had_scale {
            self.scale = Some(usual);
        }
    }

    /// Lowest and highest raw score an answer can have: the scale's, or 0–10 for numbers.
    pub fn range(&self) -> Option<(f64, f64)> {
        match self.kind {
            ItemKind::Nps | ItemKind::Number => Some((0.0, 10.0)),
            ItemKind::Rating
            | ItemKind::YesNo
            | ItemKind::Single
            | ItemKind::Multi
            | ItemKind::Text
            | ItemKind::Date => {
                let scale = self.scale.as_ref()?;
                Some((scale.min()?, scale.max()?))
            }
        }
    }
}
