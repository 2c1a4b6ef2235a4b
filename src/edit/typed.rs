//! Every text of a workspace that is typed where it stands: what it says now, what is wrong
//! with another one, and what makes it say that.

use super::{
    ActionField, CustomerField, Known, Names, QuestionnaireField, Refusal, Revise, action,
    customer, questionnaire, survey,
};
use crate::model::{ActionId, CustomerId, Data, RevisionId, Step};

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

    /// What makes it say that.
    pub(super) fn step(&self, known: &Known<'_>, text: &str) -> Result<Step, Refusal> {
        match self {
            Self::Company | Self::Document => survey::name(known, &self.names(text.to_owned())),
            Self::Questionnaire(id, field) => {
                let typed = Revise::Type(field.clone(), text.to_owned());
                questionnaire::revise(known, *id, &typed)
            }
            Self::Customer(id, field) => customer::set(known, *id, field, text),
            Self::Action(id, field) => action::set(known, *id, *field, text),
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
