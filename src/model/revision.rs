//! Revisions: one version of a survey's questionnaire, frozen once a wave used it.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Deserialize;

use super::{Item, LineageId, RevisionId, Rules, SurveyId};

/// A branch of the tree of what is measured.
#[derive(Clone, Debug, PartialEq)]
pub struct Dimension {
    /// Unique in its revision; the same code in another revision is the same dimension.
    pub code: String,
    pub name: String,
    /// Code of the dimension above; at most three levels with the items as leaves.
    pub parent: Option<String>,
    /// Relative to its siblings, positive.
    pub weight: f64,
}

/// That one dimension is thought to act on another, as in a national customer satisfaction
/// index: quality on satisfaction, satisfaction on loyalty. Both are blocks of a path model.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Influence {
    /// Codes of the dimensions.
    pub from: String,
    pub to: String,
}

/// What is asked and how it is scored.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Questionnaire {
    /// Heading of the form, e.g. 客户满意度调查表.
    pub title: String,
    pub rules: Rules,
    pub dimensions: Vec<Dimension>,
    /// In the order of the form.
    pub items: Vec<Item>,
    /// The path model that weighs blocks of items; empty where none is declared.
    pub influences: Vec<Influence>,
    /// Its texts in further languages.
    pub translations: Translations,
}

/// Texts in further languages: by language, then by the text as the firm wrote it.
pub type Translations = BTreeMap<String, BTreeMap<String, String>>;

impl Questionnaire {
    pub fn item(&self, code: &str) -> Option<&Item> {
        self.items.iter().find(|item| item.code == code)
    }

    pub fn item_of(&self, lineage: LineageId) -> Option<&Item> {
        self.items.iter().find(|item| item.lineage == lineage)
    }

    pub fn dimension(&self, code: &str) -> Option<&Dimension> {
        self.dimensions
            .iter()
            .find(|dimension| dimension.code == code)
    }

    /// Dimensions right below `parent`, or the top ones, in order.
    pub fn children<'a>(&'a self, parent: Option<&'a str>) -> impl Iterator<Item = &'a Dimension> {
        self.dimensions
            .iter()
            .filter(move |dimension| dimension.parent.as_deref() == parent)
    }

    /// Items right below the dimension, in order.
    pub fn items_in<'a>(&'a self, dimension: Option<&'a str>) -> impl Iterator<Item = &'a Item> {
        self.items
            .iter()
            .filter(move |item| item.dimension.as_deref() == dimension)
    }
}

/// Who signed, and when.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Signature {
    pub name: String,
    pub date: Date,
}

/// The three signatures of a controlled document. Signing sits on top of freezing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Signatures {
    pub prepared: Option<Signature>,
    pub reviewed: Option<Signature>,
    pub approved: Option<Signature>,
}

/// What a signature says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Role {
    #[default]
    Prepared,
    Reviewed,
    Approved,
}

impl Role {
    /// In the order they are given.
    pub const ALL: [Self; 3] = [Self::Prepared, Self::Reviewed, Self::Approved];
}

impl Signatures {
    pub fn of(&self, role: Role) -> Option<&Signature> {
        match role {
            Role::Prepared => self.prepared.as_ref(),
            Role::Reviewed => self.reviewed.as_ref(),
            Role::Approved => self.approved.as_ref(),
        }
    }

    /// The same with one given, in place of an earlier one of that role.
    #[must_use]
    pub fn with(mut self, role: Role, given: Signature) -> Self {
        let place = match role {
            Role::Prepared => &mut self.prepared,
            Role::Reviewed => &mut self.reviewed,
            Role::Approved => &mut self.approved,
        };
        *place = Some(given);
        self
    }

    /// The one that is due: the first that is missing, else approval again.
    pub fn due(&self) -> Role {
        let missing = Role::ALL.into_iter().find(|role| self.of(*role).is_none());
        missing.unwrap_or(Role::Approved)
    }
}

/// One version of the questionnaire as a controlled document.
#[derive(Clone, Debug, PartialEq)]
pub struct Revision {
    pub id: RevisionId,
    pub survey: SurveyId,
    /// Counts from 1 within the survey.
    pub number: u32,
    /// As the firm writes it, e.g. `A/4`.
    pub label: String,
    /// Document number of the form, e.g. `QR-8.2-03`.
    pub document: String,
    pub effective: Option<Date>,
    /// The revision it was made from.
    pub parent: Option<RevisionId>,
    /// A wave uses it: the questionnaire can no longer change.
    pub frozen: bool,
    pub signatures: Signatures,
    pub questionnaire: Questionnaire,
}

/// Whether a wave holds a revision: a thing of its own, so that what is asked can be taken back
/// whatever happened to the revision since.
#[derive(Clone, Debug, PartialEq)]
pub struct Frozen {
    pub id: RevisionId,
    pub frozen: bool,
}

/// Who signed a revision: a thing of its own for the same reason.
#[derive(Clone, Debug, PartialEq)]
pub struct Signed {
    pub id: RevisionId,
    pub signatures: Signatures,
}

impl Revision {
    /// The first one of a survey, in which nothing is asked yet.
    pub fn first(id: RevisionId, survey: SurveyId) -> Self {
        Self {
            id,
            survey,
            number: 1,
            label: "1".to_owned(),
            document: String::new(),
            effective: None,
            parent: None,
            frozen: false,
            signatures: Signatures::default(),
            questionnaire: Questionnaire::default(),
        }
    }

    /// Whether both say the same, whether frozen and signed or not.
    pub fn says_the_same(&self, other: &Self) -> bool {
        let Self {
            id,
            survey,
            number,
            label,
            document,
            effective,
            parent,
            frozen: _,
            signatures: _,
            questionnaire,
        } = other;
        (&self.id, &self.survey, &self.number) == (id, survey, number)
            && (&self.label, &self.document) == (label, document)
            && (&self.effective, &self.parent) == (effective, parent)
            && self.questionnaire == *questionnaire
    }

    /// Approved by name and date.
    pub fn approved(&self) -> bool {
        self.signatures.approved.is_some()
    }

    /// Whether its questionnaire may still be edited.
    pub fn editable(&self) -> bool {
        !self.frozen && !self.approved()
    }
}
