//! Changes: every edit as what was before and what is after, so that each can be undone.

use serde::{Deserialize, Serialize};

use super::{
    Answer, Attachment, Contact, CorrectiveAction, Customer, FrameEntry, Frozen, Import, Issue,
    Kpi, Marking, Past, Return, ReturnId, Revision, Signatures, Signed, Survey, Tag, Tagging, Wave,
    WaveId, Workspace,
};

/// One thing before and after. Only `after`: it is new. Only `before`: it is gone.
#[derive(Clone, Debug, PartialEq)]
pub struct Edit<T> {
    pub before: Option<T>,
    pub after: Option<T>,
}

impl<T> Edit<T> {
    pub fn created(after: T) -> Self {
        Self {
            before: None,
            after: Some(after),
        }
    }

    pub fn changed(before: T, after: T) -> Self {
        Self {
            before: Some(before),
            after: Some(after),
        }
    }

    pub fn removed(before: T) -> Self {
        Self {
            before: Some(before),
            after: None,
        }
    }

    /// The edit that takes this one back.
    pub fn inverse(self) -> Self {
        Self {
            before: self.after,
            after: self.before,
        }
    }
}

/// The answer of one return to one item.
#[derive(Clone, Debug, PartialEq)]
pub struct AnswerCell {
    pub returned: ReturnId,
    pub wave: WaveId,
    /// Position of the item in the wave's revision.
    pub item: usize,
    pub answer: Answer,
}

/// One edit of one noun.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    Workspace(Edit<Workspace>),
    Survey(Edit<Survey>),
    /// What a revision says. Whether it is frozen and signed are changes of their own, so an
    /// edit of it neither compares nor writes them.
    Revision(Box<Edit<Revision>>),
    Freeze(Edit<Frozen>),
    Sign(Box<Edit<Signed>>),
    Customer(Edit<Customer>),
    Wave(Edit<Wave>),
    Frame(Edit<FrameEntry>),
    Import(Edit<Import>),
    Return(Box<Edit<Return>>),
    Answer(Edit<AnswerCell>),
    Issue(Box<Edit<Issue>>),
    Action(Box<Edit<CorrectiveAction>>),
    Attachment(Edit<Attachment>),
    Contact(Edit<Contact>),
    Past(Edit<Past>),
    Kpi(Box<Edit<Kpi>>),
    Tag(Edit<Tag>),
    Tagging(Edit<Tagging>),
    Marking(Box<Edit<Marking>>),
}

impl Change {
    pub fn inverse(self) -> Self {
        match self {
            Self::Workspace(edit) => Self::Workspace(edit.inverse()),
            Self::Survey(edit) => Self::Survey(edit.inverse()),
            Self::Revision(edit) => Self::Revision(Box::new(edit.inverse())),
            Self::Freeze(edit) => Self::Freeze(edit.inverse()),
            Self::Sign(edit) => Self::Sign(Box::new(edit.inverse())),
            Self::Customer(edit) => Self::Customer(edit.inverse()),
            Self::Wave(edit) => Self::Wave(edit.inverse()),
            Self::Frame(edit) => Self::Frame(edit.inverse()),
            Self::Import(edit) => Self::Import(edit.inverse()),
            Self::Return(edit) => Self::Return(Box::new(edit.inverse())),
            Self::Answer(edit) => Self::Answer(edit.inverse()),
            Self::Issue(edit) => Self::Issue(Box::new(edit.inverse())),
            Self::Action(edit) => Self::Action(Box::new(edit.inverse())),
            Self::Attachment(edit) => Self::Attachment(edit.inverse()),
            Self::Contact(edit) => Self::Contact(edit.inverse()),
            Self::Past(edit) => Self::Past(edit.inverse()),
            Self::Kpi(edit) => Self::Kpi(Box::new(edit.inverse())),
            Self::Tag(edit) => Self::Tag(edit.inverse()),
            Self::Tagging(edit) => Self::Tagging(edit.inverse()),
            Self::Marking(edit) => Self::Marking(Box::new(edit.inverse())),
        }
    }
}

impl Revision {
    /// What freezes it, or thaws it again.
    pub fn freeze(&self, frozen: bool) -> Change {
        let state = |frozen| Frozen {
            id: self.id,
            frozen,
        };
        Change::Freeze(Edit::changed(state(self.frozen), state(frozen)))
    }

    /// What puts these signatures in place of its own.
    pub fn sign(&self, signatures: Signatures) -> Change {
        let state = |signatures| Signed {
            id: self.id,
            signatures,
        };
        let (before, after) = (state(self.signatures.clone()), state(signatures));
        Change::Sign(Box::new(Edit::changed(before, after)))
    }
}

/// What the user did, to name it in the undo button and the log.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StepKind {
    SetUp,
    /// What could be got out of a damaged workspace, in this one.
    Salvage,
    /// The file was brought to the form of a newer version of the program.
    Migrate,
    /// Company name or document number.
    EditWorkspace,
    NewSurvey,
    EditQuestionnaire,
    NewRevision,
    Sign,
    EditCustomers,
    OpenWave,
    CloseWave,
    ReopenWave,
    EditFrame,
    /// A call or a reminder was noted.
    NoteContact,
    Import,
    UndoImport,
    RestoreImport,
    /// What was kept of an imported file was removed.
    DropOriginal,
    /// An import that was taken back was removed for good.
    ForgetImport,
    VoidReturn,
    RestoreReturn,
    /// Returns that came after the wave was closed count after all.
    CountLate,
    SettleIssue,
    /// A return that came on paper or by telephone.
    TypeIn,
    /// An answer, for a reason.
    Correct,
    /// A file beside a return, or what is said of it.
    Attach,
    Detach,
    RaiseAction,
    EditAction,
    AdvanceAction,
    /// Figures of waves whose returns are lost.
    EnterPast,
    /// Figures of the firm's own.
    EnterKpi,
    /// A tag of the survey: its name, class and words.
    EditTags,
    /// Comments were given a tag, or it was taken off them.
    TagComments,
    /// A form of the firm's own was marked, marked otherwise, or is read by its marks no more.
    MarkForm,
}

impl StepKind {
    /// What taking it back is called in the log, where that has a name of its own.
    fn inverse(self) -> Self {
        match self {
            Self::Import | Self::RestoreImport => Self::UndoImport,
            Self::UndoImport => Self::RestoreImport,
            Self::VoidReturn => Self::RestoreReturn,
            Self::RestoreReturn => Self::VoidReturn,
            Self::Detach => Self::Attach,
            other => other,
        }
    }

    /// Signing is superseded by a later signature, never undone; what was removed for good is
    /// gone.
    pub fn undoable(self) -> bool {
        !matches!(
            self,
            Self::Sign
                | Self::SetUp
                | Self::Salvage
                | Self::Migrate
                | Self::DropOriginal
                | Self::ForgetImport
        )
    }
}

/// One thing the user did: applied in one transaction, undone in one.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    pub kind: StepKind,
    /// What it was done to, as the user knows it: a customer, an item code, a file name.
    pub subject: String,
    pub changes: Vec<Change>,
}

impl Step {
    pub fn new(kind: StepKind, subject: impl Into<String>, changes: Vec<Change>) -> Self {
        Self {
            kind,
            subject: subject.into(),
            changes,
        }
    }

    /// The step that takes this one back.
    pub fn inverse(self) -> Self {
        let changes = self.changes.into_iter().rev().map(Change::inverse);
        Self {
            kind: self.kind.inverse(),
            subject: self.subject,
            changes: changes.collect(),
        }
    }
}

/// What a step reached, so that only what depends on it is computed again.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Touched {
    /// Waves whose returns, answers or frame changed.
    pub waves: Vec<WaveId>,
    /// A questionnaire, survey or the register changed: every figure may differ.
    pub everything: bool,
    /// The tags of a survey changed: every comment may have others.
    pub tags: bool,
}

impl Touched {
    /// What either of both reached.
    #[must_use]
    pub fn and(mut self, other: &Self) -> Self {
        self.waves.extend(&other.waves);
        self.waves.sort();
        self.waves.dedup();
        self.everything |= other.everything;
        self.tags |= other.tags;
        self
    }
}
