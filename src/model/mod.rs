//! The nouns of Manyi: what a survey is made of, and how one of them changes.
//!
//! Everything here is plain data that is valid by construction and knows neither files nor
//! SQL, neither the screen nor any language. Texts the user typed are kept as typed; texts
//! the program says are made in `i18n` from the values found here.

mod action;
mod answer;
mod attachment;
mod batch;
mod beside;
mod cell;
mod change;
mod choice;
mod closing;
mod contact;
mod copy;
mod customer;
mod data;
mod encoding;
mod expected;
mod form;
mod form_layout;
mod form_spot;
mod format;
mod id;
mod ids;
mod import;
mod issue;
mod item;
mod kpi;
mod limits;
mod mapping;
mod marking;
mod overall;
mod past;
mod period;
mod progress;
mod remark;
mod repeat;
mod returns;
mod revision;
mod rule;
mod rules;
mod scale;
mod set_aside;
mod shared;
mod survey;
mod tag;
mod validity;
mod wave;

pub use action::{ActionStep, CorrectiveAction, Evidence, Stage, Subject};
pub use answer::{Answer, AnswerColumn, MAX_OPTIONS};
pub use attachment::Attachment;
pub use batch::{ImportBatch, ReturnFile};
pub use beside::BesideOption;
pub use cell::{cell_name, column_letters};
pub use change::{AnswerCell, Change, Edit, Step, StepKind, Touched};
pub use choice::{Choice, FrameRule, Sampling};
pub use closing::Closing;
pub use contact::{Contact, ContactKind};
pub use copy::{CopyReason, CopyRules, CopyState, KeptCopy};
pub use customer::Customer;
pub use data::{Data, WaveReturns};
pub use encoding::TextEncoding;
pub use expected::says_expected;
pub use form::{FormFault, FormIdentity, FormKind, FormPage};
pub use form_layout::{FormLayout, PageLayout, PaperArea, Tick, Written};
pub use form_spot::{FormSpot, NoSpot};
pub use format::{Format, FormatKind};
pub use id::{
    ActionId, AttachmentId, ContactId, CustomerId, ImportId, IssueId, KpiId, LineageId, MarkingId,
    PastId, ReturnId, RevisionId, SurveyId, TagId, TaggingId, WaveId,
};
pub use ids::Ids;
pub use import::{FORM, Import, PAGE, SCAN, SourceFile};
pub use issue::{Expected, Issue, IssueKind, Settlement};
pub use item::{Item, ItemKind, Origin};
pub use kpi::{Better, Kpi, KpiPoint};
pub use limits::{MAX_SCORE, MAX_TURNOVER, MAX_WEIGHT, is_reserved_code};
pub use mapping::{
    ColumnMapping, ColumnPreview, Mapping, Reading, Sample, Target, Undecided, read_alike,
};
pub use marking::{
    BlankSheet, CellPlace, Mark, Marking, MarkingFault, Meant, PlainLook, Printed, stands_over,
};
pub use overall::says_overall;
pub use past::{Past, PastFigure, impossible_share};
pub use period::{Period, PeriodKind};
pub use progress::{Cancelled, Progress};
pub use remark::{Doubt, Remark};
pub use repeat::{Differs, RepeatChoice, RepeatedReturn, Replaced, RowChoice};
pub use returns::{Answered, Channel, Return};
pub use revision::{
    Dimension, Frozen, Influence, Questionnaire, Revision, Role, Signature, Signatures, Signed,
    Translations,
};
pub use rule::Rule;
pub use rules::{
    Band, Bound, IndexRule, NO_CHANGE_WITHIN, Normalisation, NotApplicable, Rules, Weighting,
    is_usual_margin,
};
pub use scale::{BestEnd, Preset, Scale, ScaleOption};
pub use set_aside::{NoReturn, SetAside};
pub use shared::Shared;
pub use survey::{Survey, Workspace};
pub use tag::{Tag, TagClass, Tagged, Tagging};
pub use validity::{Flag, Validity};
pub use wave::{CollectorKind, FrameEntry, Wave};
