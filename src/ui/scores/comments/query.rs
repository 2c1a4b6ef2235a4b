//! Which comments are shown.

use super::contents::{CommentsContents, Row};
use crate::analysis::{Beside, Sentiment};
use crate::model::TagId;
use crate::ui::list::Sought;

/// What is asked for.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Query {
    /// Words that stand in the comment or name its customer, as typed.
    pub(super) sought: String,
    pub(super) beside: Option<Beside>,
    pub(super) felt: Option<Sentiment>,
    pub(super) tag: Option<Tagging>,
}

/// What is asked of tags.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tagging {
    Has(TagId),
    /// No tag at all.
    None,
}

impl Query {
    /// Places of the comments that pass.
    pub(super) fn shown(&self, made: &CommentsContents) -> Vec<usize> {
        let sought = Sought::new(&self.sought);
        let rows = made.rows.iter().enumerate();
        let passing = rows.filter(|(_, row)| self.passes(row, &sought));
        passing.map(|(at, _)| at).collect()
    }

    fn passes(&self, row: &Row, sought: &Sought) -> bool {
        let tagged = match self.tag {
            Some(Tagging::Has(tag)) => row.tags.iter().any(|it| it.tag == tag),
            Some(Tagging::None) => row.tags.is_empty(),
            None => true,
        };
        let beside = self.beside.as_ref().is_none_or(|it| *it == row.beside);
        let felt = self.felt.is_none_or(|it| row.felt == Some(it));
        tagged && beside && felt && sought.fits([row.text.as_str(), &row.customer])
    }
}
