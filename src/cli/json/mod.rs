//! The shapes of the JSON output. Numbers are unrounded, absent values null. The
//! figures are those of however few returns, for programs to reckon with: how often each option
//! was chosen stands beside them anyway, and `n` says what they are worth.

mod aside;
mod beside;
mod change;
mod groups;
mod new;
mod remark;
mod rules;

use serde::Serialize;

pub(super) use self::aside::{AsideReport, RepeatReport};
pub(super) use self::beside::{BesideReport, SegmentReport};
pub(super) use self::change::FigureReport;
pub(super) use self::groups::GroupsReport;
pub(super) use self::new::NewReport;
pub(super) use self::remark::RemarkReport;
pub(super) use self::rules::{ChoiceReport, RulesReport};

use self::beside::AlphaReport;
use crate::analysis::{
    Consistency, DimensionFigures, ItemFigures, ItemReliability, Ledger, Limits, OptionCount,
    SamePiece, SamePoint, Silent, TrendPoint, TypedPoint, WaveFigures,
};
use crate::model::{ColumnMapping, CopyReason, CopyState, KeptCopy, KpiPoint, Rules, Subject};

/// One value as text, with a line end.
pub(super) fn text<T: Serialize>(value: &T) -> String {
    // Strings, numbers and options only: nothing here can fail to be written.
    let mut text = serde_json::to_string_pretty(value).unwrap_or_default();
    text.push('\n');
    text
}

#[derive(Debug, Default, Serialize)]
pub(super) struct ImportReport {
    pub files: Vec<FileReport>,
}

#[derive(Debug, Default, Serialize)]
pub(super) struct FileReport {
    pub file: String,
    pub sha256: String,
    pub returns: usize,
    pub valid: usize,
    pub void: usize,
    pub issues: Vec<IssueReport>,
    /// Codes of the scored items that no column was found for.
    pub unmapped_items: Vec<String>,
    /// Titles of the columns that fit no item or field.
    pub unused_columns: Vec<String>,
    /// What stands on a form beside its answers and goes nowhere.
    pub written_beside: Vec<WrittenReport>,
    /// Titles of the columns that tell who sat where, which are left out.
    pub private_columns: Vec<String>,
    /// What was read one way and could have been meant otherwise.
    pub remarks: Vec<RemarkReport>,
    /// Rows that hold something but are no returns.
    pub set_aside: Vec<AsideReport>,
    /// Rows taken for returns though they are called what sums others up.
    pub doubtful: Vec<u32>,
    /// Rows whose return the survey held already.
    pub repeats: Vec<RepeatReport>,
    /// Why nothing came of it; said only of a file that was refused.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error: Option<String>,
    pub seconds: f64,
}

/// A cell of a form that is neither an answer nor part of the blank.
#[derive(Debug, Serialize)]
pub(super) struct WrittenReport {
    pub cell: String,
    pub title: String,
    pub found: String,
}

impl WrittenReport {
    pub fn of(column: &ColumnMapping) -> Self {
        Self {
            cell: column.cell.clone(),
            title: column.title.clone(),
            found: column.found.clone(),
        }
    }
}

#[derive(Debug, Serialize)]
pub(super) struct IssueReport {
    pub sheet: String,
    pub cell: String,
    pub found: String,
    pub expected: String,
}

/// One imported file, and what is kept of it.
#[derive(Debug, Serialize)]
pub struct KeptReport<'a> {
    pub import: i64,
    pub file: &'a str,
    pub sha256: &'a str,
    pub wave: Option<String>,
    pub returns: u32,
    /// Bytes; null when it was removed, or lost with a damaged workspace.
    pub kept: Option<u32>,
    /// Said only of a lost one.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub lost: bool,
    pub undone: bool,
}

/// One wave of a survey.
#[derive(Debug, Serialize)]
pub(super) struct WaveReport<'a> {
    pub wave: String,
    pub revision: Option<&'a str>,
    pub opened: String,
    /// While it is closed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub closed: Option<String>,
    /// Customers to be asked, and those whom the form went out to.
    pub chosen: usize,
    pub issued: usize,
    pub open_issues: usize,
}

/// One thing that waits to be settled.
#[derive(Debug, Serialize)]
pub(super) struct OpenIssue {
    pub issue: i64,
    #[serde(rename = "return")]
    pub returned: i64,
    pub file: String,
    pub sheet: String,
    pub cell: String,
    pub found: String,
    pub expected: String,
}

#[derive(Debug, Serialize)]
pub(super) struct CopyReport<'a> {
    name: &'a str,
    time: String,
    bytes: u64,
    state: &'static str,
    reason: Option<&'static str>,
}

impl<'a> From<&'a KeptCopy> for CopyReport<'a> {
    fn from(copy: &'a KeptCopy) -> Self {
        Self {
            name: &copy.name,
            time: copy.at.to_string(),
            bytes: copy.bytes,
            state: match copy.state {
                CopyState::Sound => "sound",
                CopyState::Unknown => "unknown",
                CopyState::Damaged => "damaged",
            },
            reason: copy.reason.map(|reason| match reason {
                CopyReason::First => "first",
                CopyReason::Hourly => "hourly",
                CopyReason::Migration => "migration",
                CopyReason::Asked => "asked",
                CopyReason::Restore => "restore",
            }),
        }
    }
}

#[derive(Debug, Serialize)]
pub(super) struct RestoreReport<'a> {
    pub restored: &'a str,
    pub kept: Option<String>,
}

#[derive(Debug, Serialize)]
pub(super) struct ScoresReport<'a> {
    pub survey: &'a str,
    pub wave: String,
    pub rules: &'a Rules,
    pub ledger: &'a Ledger,
    /// The list, those of it who answered, what the others must score to reach the target.
    pub frame: Option<Silent>,
    pub index: FigureReport<'a>,
    pub dimensions: Vec<DimensionReport<'a>>,
    pub items: Vec<ItemReport<'a>>,
    #[serde(flatten)]
    pub beside: BesideReport<'a>,
    pub segments: Vec<SegmentReport<'a>>,
    /// Where they were asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub groups: Option<GroupsReport<'a>>,
}

#[derive(Debug, Serialize)]
pub(super) struct DimensionReport<'a> {
    code: &'a str,
    name: &'a str,
    parent: Option<&'a str>,
    weight: f64,
    alpha: Option<AlphaReport>,
    #[serde(flatten)]
    figure: FigureReport<'a>,
}

impl<'a> DimensionReport<'a> {
    pub fn of(
        figures: &'a WaveFigures,
        dimension: &'a DimensionFigures,
        alpha: Option<&'a Consistency>,
    ) -> Self {
        let subject = Subject::Dimension(dimension.code.clone());
        Self {
            code: &dimension.code,
            name: &dimension.name,
            parent: dimension.parent.as_deref(),
            weight: dimension.weight,
            alpha: alpha.map(Into::into),
            figure: FigureReport::of(figures, &dimension.figure, &subject),
        }
    }
}

#[derive(Debug, Serialize)]
pub(super) struct ItemReport<'a> {
    code: &'a str,
    text: &'a str,
    dimension: Option<&'a str>,
    weight: f64,
    mean: Option<f64>,
    counts: &'a [OptionCount],
    na: usize,
    blank: usize,
    alpha_if_dropped: Option<f64>,
    item_rest: Option<f64>,
    #[serde(flatten)]
    figure: FigureReport<'a>,
    satisfied_frame_low: Option<f64>,
    satisfied_frame_high: Option<f64>,
}

impl<'a> ItemReport<'a> {
    pub fn of(
        figures: &'a WaveFigures,
        item: &'a ItemFigures,
        reliability: Option<&ItemReliability>,
    ) -> Self {
        let subject = Subject::Item(item.lineage);
        Self {
            code: &item.code,
            text: &item.text,
            dimension: item.dimension.as_deref(),
            weight: item.weight,
            mean: item.mean,
            counts: &item.counts,
            na: item.na,
            blank: item.blank,
            alpha_if_dropped: reliability.and_then(|it| it.if_dropped),
            item_rest: reliability.and_then(|it| it.rest),
            figure: FigureReport::of(figures, &item.figure, &subject),
            satisfied_frame_low: item.satisfied_frame_low,
            satisfied_frame_high: item.satisfied_frame_high,
        }
    }
}

#[derive(Debug, Serialize)]
pub(super) struct LineReport {
    pub of: String,
    pub name: String,
    pub points: Vec<PointReport>,
    /// What those said who answered every wave, or one wave and the next.
    pub same_customers: Vec<SameReport>,
}

/// One set of customers over some waves.
#[derive(Debug, Serialize)]
pub(super) struct SameReport {
    customers: usize,
    points: Vec<SamePointReport>,
}

#[derive(Debug, Serialize)]
struct SamePointReport {
    period: String,
    label: String,
    score: f64,
    few: bool,
}

impl From<&SamePiece> for SameReport {
    fn from(piece: &SamePiece) -> Self {
        let point = |point: &SamePoint| SamePointReport {
            period: point.period.to_string(),
            label: point.label.clone(),
            score: point.score,
            few: point.few,
        };
        Self {
            customers: piece.customers,
            points: piece.points.iter().map(point).collect(),
        }
    }
}

#[derive(Debug, Serialize)]
pub(super) struct PointReport {
    period: String,
    score: Option<f64>,
    n: Option<usize>,
    low: Option<f64>,
    high: Option<f64>,
    target: Option<f64>,
    /// Fewer than five customers stand behind it, or are left by subtraction.
    few: bool,
    /// The line does not go on from the point before.
    pub(super) broken: bool,
    /// From an old report, without returns.
    typed: bool,
}

impl PointReport {
    /// One value of the firm's own, between its limits.
    pub(super) fn of_kpi(point: &KpiPoint, limits: Option<Limits>, broken: bool) -> Self {
        Self {
            period: point.period.to_string(),
            score: Some(point.value),
            n: Some(1),
            few: false,
            low: limits.map(|it| it.low),
            high: limits.map(|it| it.high),
            target: None,
            broken,
            typed: true,
        }
    }
}

/// Of a wave known by a report alone, of so many returns as somebody said.
impl From<&TypedPoint> for PointReport {
    fn from(point: &TypedPoint) -> Self {
        Self {
            period: point.period.to_string(),
            score: Some(point.value),
            n: point.n.map(|n| n as usize),
            few: false,
            low: None,
            high: None,
            target: None,
            broken: false,
            typed: true,
        }
    }
}

impl From<&TrendPoint> for PointReport {
    fn from(point: &TrendPoint) -> Self {
        Self {
            period: point.period.to_string(),
            score: point.score,
            n: Some(point.n),
            few: point.few(),
            low: point.low,
            high: point.high,
            target: point.target,
            broken: point.breaks_before,
            typed: false,
        }
    }
}
