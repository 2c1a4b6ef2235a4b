//! Identifiers: one number line for the whole workspace, a type for each noun.

use serde::{Deserialize, Serialize};

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub i64);
    )*};
}

ids! {
    /// A survey.
    SurveyId,
    /// One version of a survey's questionnaire.
    RevisionId,
    /// An item across revisions: the same question keeps it when its code or place changes.
    LineageId,
    /// A customer of the register.
    CustomerId,
    /// A survey carried out in one period.
    WaveId,
    /// One imported file.
    ImportId,
    /// One filled-in questionnaire. Numbered apart from everything else, densely, because
    /// there are many.
    ReturnId,
    /// One thing in the review list.
    IssueId,
    /// A corrective action.
    ActionId,
    /// A file kept beside something.
    AttachmentId,
    /// An attempt to reach a customer.
    ContactId,
    /// A wave known by its figures alone.
    PastId,
    /// A figure of the firm's own.
    KpiId,
    /// A tag of comments.
    TagId,
    /// What a person said of one comment and one tag.
    TaggingId,
    /// A firm's own form that was marked.
    MarkingId,
}
