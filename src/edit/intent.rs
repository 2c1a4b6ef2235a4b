//! Everything the user can want done to a workspace.

use jiff::civil::Date;

use super::action::{ActionField, NewAction, NewStep};
use super::customer::CustomerField;
use super::questionnaire::Revise;
use super::returned::Decision;
use super::survey::Names;
use super::{
    Known, Refusal, action, customer, import, questionnaire, returned, revision, survey, wave,
};
use crate::model::{
    ActionId, CustomerId, ImportId, IssueId, Period, ReturnId, RevisionId, Role, Signature, Step,
    SurveyId, WaveId,
};

/// One thing wanted. Ids of what is to be new are drawn by whoever wants it, who knows it
/// again by them.
#[derive(Clone, Debug, PartialEq)]
pub enum Intent {
    Name(Names),
    NewSurvey {
        survey: SurveyId,
        revision: RevisionId,
        name: String,
    },

    Revise(RevisionId, Revise),
    NextRevision {
        id: RevisionId,
        from: RevisionId,
    },
    RemoveRevision(RevisionId),
    Sign {
        revision: RevisionId,
        role: Role,
        signature: Signature,
    },

    AddCustomer {
        id: CustomerId,
        code: String,
        name: String,
    },
    SetCustomer(CustomerId, CustomerField, String),
    SetKeyAccount(CustomerId, bool),
    RemoveCustomer(CustomerId),

    OpenWave {
        id: WaveId,
        survey: SurveyId,
        period: Period,
    },
    ChooseFrame(WaveId, Vec<CustomerId>),
    LeaveOut(WaveId, Vec<CustomerId>),
    /// The form went out to these.
    Issue {
        wave: WaveId,
        customers: Vec<CustomerId>,
        day: Date,
        channel: String,
    },
    TakeIssueBack(WaveId, CustomerId),

    Settle(IssueId, Decision),
    Void(ReturnId, String),
    CountAgain(ReturnId),
    UndoImport(ImportId),
    RestoreImport(ImportId),

    Raise(NewAction),
    SetAction(ActionId, ActionField, String),
    Advance(NewStep),
}

impl Intent {
    /// What does it.
    ///
    /// # Errors
    /// The reason why it cannot be done.
    pub fn step(&self, known: &Known<'_>) -> Result<Step, Refusal> {
        match self {
            Self::Name(names) => survey::name(known, names),
            Self::NewSurvey {
                survey,
                revision,
                name,
            } => survey::new(known, *survey, *revision, name),
            Self::Revise(id, what) => questionnaire::revise(known, *id, what),
            Self::NextRevision { id, from } => revision::next(known, *id, *from),
            Self::RemoveRevision(id) => revision::remove(known, *id),
            Self::Sign {
                revision,
                role,
                signature,
            } => revision::sign(known, *revision, *role, signature),
            Self::AddCustomer { id, code, name } => customer::add(known, *id, code, name),
            Self::SetCustomer(id, field, text) => customer::set(known, *id, field, text),
            Self::SetKeyAccount(id, key) => customer::set_key(known, *id, *key),
            Self::RemoveCustomer(id) => customer::remove(known, *id),
            Self::OpenWave { id, survey, period } => wave::open(known, *id, *survey, *period),
            Self::ChooseFrame(wave, customers) => wave::choose(known, *wave, customers),
            Self::LeaveOut(wave, customers) => wave::leave_out(known, *wave, customers),
            Self::Issue {
                wave,
                customers,
                day,
                channel,
            } => wave::issue(known, *wave, customers, *day, channel),
            Self::TakeIssueBack(wave, customer) => wave::take_back(known, *wave, *customer),
            Self::Settle(issue, decision) => returned::settle(known, *issue, decision),
            Self::Void(id, reason) => returned::void(known, *id, reason),
            Self::CountAgain(id) => returned::count_again(known, *id),
            Self::UndoImport(id) => import::mark(known, *id, true),
            Self::RestoreImport(id) => import::mark(known, *id, false),
            Self::Raise(new) => action::raise(known, new),
            Self::SetAction(id, field, text) => action::set(known, *id, *field, text),
            Self::Advance(new) => action::advance(known, new),
        }
    }

    /// The field it types into: typing in it again is the same edit going on, one step of
    /// undo. `None` for what is done at once.
    pub fn field(&self) -> Option<String> {
        match self {
            Self::Revise(id, Revise::Type(field, _)) => Some(format!("{} {field:?}", id.0)),
            Self::SetCustomer(id, field, _) => Some(format!("{} {field:?}", id.0)),
            Self::SetAction(id, field, _) => Some(format!("{} {field:?}", id.0)),
            Self::Name(names) => names.field(),
            _ => None,
        }
    }
}
