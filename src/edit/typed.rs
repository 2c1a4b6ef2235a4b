//! Every text of a workspace that is typed where it stands: what it says now, what is wrong
//! with another one, and what is wanted once that is typed.

use super::{ActionField, CustomerField, Intent, Names, QuestionnaireField, Refusal, Revise};
use crate::model::{ActionId, CustomerId, Data, RevisionId};

/// Such a text, by where it stands.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Typed {
    Company,
    /// Document number of the management-review material.
    Document,
    Questionnaire(RevisionId, QuestionnaireField),
    Customer(CustomerId, CustomerField),
    Action(ActionId, ActionField),
}

impl Typed {
    /// What stands there; empty for what is gone.
    pub fn current(&self, data: &Data) -> String {
        let found = match self {
            Self::Company => Some(data.workspace.company.clone()),
            Self::Document => Some(data.workspace.document.clone()),
            Self::Questionnaire(id, field) => data.revision(*id).map(|it| field.current(it)),
            Self::Customer(id, field) => data.customer(*id).map(|it| field.text(it)),
            Self::Action(id, field) => {
                let action = data.actions.iter().find(|action| action.id == *id);
                action.map(|it| field.text(it))
            }
        };
        found.unwrap_or_default()
    }

    /// What is wrong with a text for it.
    ///
    /// # Errors
    /// The reason why the workspace cannot have it.
    pub fn check(&self, data: &Data, text: &str) -> Result<(), Refusal> {
        match self {
            Self::Company | Self::Document => self.names(text.to_owned()).check(data),
            Self::Questionnaire(id, field) => {
                field.check(text, data.revision(*id).ok_or(Refusal::Gone)?)
            }
            Self::Customer(id, field) => field.check(data, *id, text),
            Self::Action(_, field) => field.check(text),
        }
    }

    /// What is wanted once it is typed.
    pub fn keep(self, text: String) -> Intent {
        match self {
            Self::Company | Self::Document => Intent::Name(self.names(text)),
            Self::Questionnaire(id, field) => Intent::Revise(id, Revise::Type(field, text)),
            Self::Customer(id, field) => Intent::SetCustomer(id, field, text),
            Self::Action(id, field) => Intent::SetAction(id, field, text),
        }
    }

    fn names(&self, text: String) -> Names {
        let mut names = Names::default();
        match self {
            Self::Company => names.company = Some(text),
            Self::Document => names.document = Some(text),
            Self::Questionnaire(..) | Self::Customer(..) | Self::Action(..) => {}
        }
        names
    }
}
