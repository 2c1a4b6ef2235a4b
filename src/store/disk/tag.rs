//! A tag with its words.

use serde::{Deserialize, Serialize};

use super::Form;
use crate::model::{SurveyId, Tag, TagClass, TagId};

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum ClassForm {
    Complaint,
    Praise,
    Wish,
    Other,
}

same!(ClassForm, TagClass: Complaint = Complaint, Praise = Praise, Wish = Wish, Other = Other);

/// Without id, survey and name, which have columns of their own.
#[derive(Serialize, Deserialize)]
pub(in crate::store) struct TagForm {
    class: ClassForm,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    words: Vec<String>,
}

impl Form for TagForm {
    type Noun = Tag;

    fn of(noun: &Tag) -> Self {
        Self {
            class: noun.class.into(),
            words: noun.words.clone(),
        }
    }

    /// The caller has id, survey and name.
    fn noun(self) -> Tag {
        Tag {
            id: TagId::default(),
            survey: SurveyId::default(),
            name: String::new(),
            class: self.class.into(),
            words: self.words,
        }
    }
}
