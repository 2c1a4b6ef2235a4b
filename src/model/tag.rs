//! Tags: what a comment is about, in the firm's own words.

use std::sync::Arc;

use super::{LineageId, ReturnId, SurveyId, TagId, TaggingId, WaveId};

/// What kind of thing a tag says of a comment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum TagClass {
    Complaint,
    Praise,
    Wish,
    #[default]
    Other,
}

impl TagClass {
    pub const ALL: [Self; 4] = [Self::Complaint, Self::Praise, Self::Wish, Self::Other];
}

/// A tag of a survey, with the words that give it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tag {
    pub id: TagId,
    pub survey: SurveyId,
    /// Unique in the survey.
    pub name: String,
    pub class: TagClass,
    /// A comment in which one of them stands has the tag; none: it is given by hand alone.
    pub words: Vec<String>,
}

/// What a person said of one comment and one tag, whatever the words say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tagging {
    pub id: TaggingId,
    pub wave: WaveId,
    pub returned: ReturnId,
    /// The text item the comment answers.
    pub item: LineageId,
    pub tag: TagId,
    /// The comment has it, or has it not although a word of the tag stands in it.
    pub given: bool,
}

/// A tag a comment has, by its words or by hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tagged {
    /// Position in [`WaveReturns::returns`](super::WaveReturns::returns).
    pub row: usize,
    /// The text item the comment answers.
    pub item: LineageId,
    pub tag: TagId,
    /// As the tag is called.
    pub name: Arc<str>,
    pub class: TagClass,
    /// A person gave it, no word.
    pub by_hand: bool,
}
