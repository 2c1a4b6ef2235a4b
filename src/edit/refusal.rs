//! Why something cannot be done.

use crate::model::{MarkingFault, Period, PeriodKind};

/// Why an intent makes no step. `i18n` says it in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It is that way already.
    Unchanged,
    /// What it is about is not there any more.
    Gone,
    /// The answers it needs are still being read.
    NotRead,
    /// The revision is in use or approved: what it asks cannot change.
    Locked,
    NeedsCompany,
    NeedsSurveyName,
    /// A survey of the workspace is called that already.
    SurveyNameTaken,
    NeedsCode,
    /// A customer has that code already.
    CustomerCodeTaken,
    NeedsCustomerName,
    /// A turnover is nothing or a number from 0 up.
    BadTurnover,
    /// An item or dimension has that code already.
    CodeTaken,
    /// The code means something else where scores are asked for by code.
    ReservedCode(String),
    BadWeight,
    BadScore,
    /// Not between 0 and 100.
    BadPercent,
    BadDate,
    /// A dimension cannot lie there: two levels, items being the third.
    TooDeep,
    /// Whoever signs or takes a step has a name.
    NeedsName,
    /// A return is made void for a reason.
    NeedsReason,
    /// A return says something.
    NothingAnswered,
    /// An action has a title.
    NeedsTitle,
    /// A step of an action is dated.
    NeedsDate,
    /// Nothing is asked in any revision of the survey.
    NoQuestionnaire,
    /// The survey goes by other periods.
    OtherPeriod {
        period: Period,
        kind: PeriodKind,
    },
    /// The wave of the period is open.
    OpenAlready(Period),
    /// The wave is closed: its list stays as it is.
    WaveClosed(Period),
    /// The wave is not closed.
    WaveOpen(Period),
    /// The issue was settled before.
    Settled,
    /// What was decided is said of another kind of issue.
    OtherIssue,
    /// The text is no answer to what is asked.
    NoAnswer,
    /// A tag has a name, and no two of a survey have the same.
    NeedsTagName,
    TagTaken,
    /// A form cannot be read by these marks.
    Marking(MarkingFault),
    /// Nobody is meant.
    Nobody,
    /// Not a whole number from 1 up.
    BadCount,
    BadNumber,
    /// The text names no period.
    BadPeriod,
    /// Two rows are of one period.
    PeriodTwice(Period),
    /// So many returns cannot give the share: so many of them are a little less and more.
    ImpossibleShare {
        n: u32,
        below: u32,
        above: u32,
    },
    /// Neither a score nor a rate is said.
    NeedsFigure,
    /// There is a wave of the period in the workspace.
    WaveThere(Period),
    /// Figures of the period were typed already.
    PastThere(Period),
    /// Another series is called that.
    KpiThere,
    /// The unit is percent and all values lie between 0 and 1.
    PercentOrShare,
}
