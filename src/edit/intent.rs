//! Everything the user can want done to a workspace.

use jiff::civil::Date;

use super::action::{NewAction, NewStep};
use super::questionnaire::Revise;
use super::returned::{Decision, NewReturn};
use super::survey::Names;
use super::typed::Typed;
use super::wave::NewContact;
use super::{
    Known, Refusal, action, comment, customer, import, kpi, marking, past, questionnaire, returned,
    revision, survey, wave,
};
use crate::model::{
    Answer, Attachment, AttachmentId, CollectorKind, CustomerId, FrameRule, ImportId, IssueId, Kpi,
    KpiId, LineageId, Marking, MarkingId, Past, PastId, Period, ReturnId, RevisionId, Role,
    Signature, Step, SurveyId, Tag, TagId, WaveId,
};

/// One thing wanted. Ids of what is to be new are drawn by whoever wants it, who knows it
/// again by them.
#[derive(Clone, Debug, PartialEq)]
pub enum Intent {
    /// A text that is typed where it stands says this.
    Type(Typed, String),
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
        collector: Option<CollectorKind>,
    },
    /// The list is what a rule chooses.
    ChooseByRule(WaveId, FrameRule),
    /// Not asked after all, for a reason; `None`: asked again.
    Exclude(WaveId, Vec<CustomerId>, Option<String>),
    NoteContact(NewContact),
    CloseWave {
        wave: WaveId,
        date: Date,
        who: String,
    },
    ReopenWave {
        wave: WaveId,
        who: String,
        reason: String,
    },
    TakeIssueBack(WaveId, CustomerId),
    /// These answered without being asked: they are on the list, and the form went out to them.
    TakeIn(WaveId, Vec<CustomerId>),
    /// What came after the wave was closed counts.
    CountLate(WaveId),

    Settle(IssueId, Decision),
    /// The same decision for all of them. `learn`: the same words mean it in files to come.
    SettleAll {
        issues: Vec<IssueId>,
        decision: Decision,
        learn: bool,
    },
    /// Each as decided, in one step: answers, blanks, and second returns that count.
    SettleEach(Vec<(IssueId, Decision)>),
    /// A return that came on paper or by telephone.
    TypeIn(NewReturn),
    /// An answer of a return is put right, for a reason.
    Correct {
        returned: ReturnId,
        item: LineageId,
        answer: Answer,
        reason: String,
    },
    /// Files whose bytes are kept are laid beside a return.
    Attach(ReturnId, Vec<Attachment>),
    /// Whether a file beside a return shows the customer's seal.
    MarkSealed(AttachmentId, bool),
    Detach(AttachmentId),
    Void(ReturnId, String),
    /// None of these counts, for one reason.
    VoidAll(Vec<ReturnId>, String),
    CountAgain(ReturnId),
    UndoImport(ImportId),
    RestoreImport(ImportId),
    /// The import and all that came in with it, taken back (`true`) or let count again.
    MarkTogether(ImportId, bool),

    /// A tag of the survey is this, new or as it was made before.
    SetTag(Tag),
    RemoveTag(TagId),
    /// Each of these comments, by return and question, has the tag (`true`) or has it not.
    TagComments {
        tag: TagId,
        comments: Vec<(ReturnId, LineageId)>,
        given: bool,
    },

    /// A form of the firm's own is read by these marks.
    SetMarking(Box<Marking>),
    RemoveMarking(MarkingId),

    /// What an old report says of a wave whose returns are lost, new or as it was typed before.
    SetPast(Past),
    RemovePast(PastId),
    /// A series of the firm's own, new or as it was before.
    SetKpi(Box<Kpi>),
    RemoveKpi(KpiId),

    Raise(NewAction),
    Advance(NewStep),
}

impl Intent {
    /// What does it.
    ///
    /// # Errors
    /// The reason why it cannot be done.
    pub fn step(&self, known: &Known<'_>) -> Result<Step, Refusal> {
        match self {
            Self::Type(typed, text) => typed.step(known, text),
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
                collector,
            } => wave::issue(known, *wave, customers, (*day, channel, *collector)),
            Self::ChooseByRule(wave, rule) => wave::by_rule(known, *wave, rule),
            Self::Exclude(wave, customers, reason) => {
                wave::exclude(known, *wave, customers, reason.as_deref())
            }
            Self::NoteContact(new) => wave::note(known, new),
            Self::CloseWave { wave, date, who } => wave::close(known, *wave, *date, who),
            Self::ReopenWave { wave, who, reason } => wave::reopen(known, *wave, who, reason),
            Self::TakeIn(wave, customers) => wave::take_in(known, *wave, customers),
            Self::CountLate(wave) => wave::count_late(known, *wave),
            Self::TakeIssueBack(wave, customer) => wave::take_back(known, *wave, *customer),
            Self::Settle(issue, decision) => returned::settle(known, *issue, decision),
            Self::SettleAll {
                issues,
                decision,
                learn,
            } => returned::settle_all(known, issues, decision, *learn),
            Self::SettleEach(decided) => returned::settle_each(known, decided),
            Self::TypeIn(new) => returned::type_in(known, new),
            Self::Correct {
                returned,
                item,
                answer,
                reason,
            } => returned::correct(known, *returned, *item, answer, reason),
            Self::Attach(id, files) => returned::attach(known, *id, files),
            Self::MarkSealed(id, sealed) => returned::mark_sealed(known, *id, *sealed),
            Self::Detach(id) => returned::detach(known, *id),
            Self::Void(id, reason) => returned::void(known, *id, reason),
            Self::VoidAll(ids, reason) => returned::void_all(known, ids, reason),
            Self::CountAgain(id) => returned::count_again(known, *id),
            Self::UndoImport(id) => import::mark(known, *id, true),
            Self::RestoreImport(id) => import::mark(known, *id, false),
            Self::MarkTogether(id, undone) => import::mark_together(known, *id, *undone),
            Self::SetTag(tag) => comment::set(known, tag),
            Self::RemoveTag(id) => comment::remove(known, *id),
            Self::TagComments {
                tag,
                comments,
                given,
            } => comment::give(known, *tag, comments, *given),
            Self::SetMarking(wanted) => marking::set(known, wanted),
            Self::RemoveMarking(id) => marking::remove(known, *id),
            Self::SetPast(wanted) => past::set(known, wanted),
            Self::RemovePast(id) => past::remove(known, *id),
            Self::SetKpi(wanted) => kpi::set(known, wanted),
            Self::RemoveKpi(id) => kpi::remove(known, *id),
            Self::Raise(new) => action::raise(known, new),
            Self::Advance(new) => action::advance(known, new),
        }
    }

    /// The text it types: typing in it again is the same edit going on, one step of undo.
    /// `None` for what is done at once.
    pub fn typed(&self) -> Option<&Typed> {
        match self {
            Self::Type(typed, _) => Some(typed),
            _ => None,
        }
    }
}
