//! Corrective actions: from a bad number to a verified remedy.

use jiff::civil::Date;
use serde::Deserialize;

use super::{ActionId, LineageId, ReturnId, SurveyId, WaveId};

/// What a score, a line or an action speaks of.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Subject {
    /// The satisfaction index.
    Index,
    /// The satisfaction rate over all scored items.
    Satisfied,
    /// A dimension by its code.
    Dimension(String),
    Item(LineageId),
}

/// Where an action stands. The order is the order of the work.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    #[default]
    Open,
    Analysis,
    Approved,
    UnderWay,
    Verification,
    Closed,
}

impl Stage {
    pub const ALL: [Self; 6] = [
        Self::Open,
        Self::Analysis,
        Self::Approved,
        Self::UnderWay,
        Self::Verification,
        Self::Closed,
    ];

    /// The stage after this one; `None` once closed.
    pub fn next(self) -> Option<Self> {
        let at = Self::ALL.iter().position(|stage| *stage == self)?;
        Self::ALL.get(at + 1).copied()
    }
}

/// A step taken: who brought the action to a stage, and when.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct ActionStep {
    pub stage: Stage,
    pub date: Date,
    pub who: String,
    #[serde(default)]
    pub note: String,
    /// The action came back from a later stage.
    #[serde(default)]
    pub reopened: bool,
}

/// The number an action rests on, as it was when the action was raised.
#[derive(Clone, Debug, PartialEq)]
pub struct Evidence {
    pub wave: WaveId,
    pub subject: Subject,
    /// 0–100
    pub score: f64,
    /// Against the wave before.
    pub change: Option<f64>,
    pub target: f64,
    /// The returns behind it worth reading, usually the unhappy ones.
    pub returns: Vec<ReturnId>,
}

/// One corrective action.
#[derive(Clone, Debug, PartialEq)]
pub struct CorrectiveAction {
    pub id: ActionId,
    /// As printed, e.g. `CA-2026-04`.
    pub number: String,
    pub survey: SurveyId,
    pub title: String,
    pub department: String,
    pub owner: String,
    pub cause: String,
    pub measure: String,
    pub due: Option<Date>,
    pub evidence: Vec<Evidence>,
    /// Every step since it was raised; the last one says where it stands. Never empty.
    pub steps: Vec<ActionStep>,
}

impl CorrectiveAction {
    pub fn stage(&self) -> Stage {
        self.steps.last().map_or(Stage::Open, |step| step.stage)
    }

    pub fn closed(&self) -> bool {
        self.stage() == Stage::Closed
    }

    /// The day it was closed, as long as it is.
    pub fn closed_on(&self) -> Option<Date> {
        let last = self.steps.last();
        last.filter(|step| step.stage == Stage::Closed)
            .map(|step| step.date)
    }

    /// Days past its due date, for one that is not closed and not only waiting for the next
    /// wave to verify it.
    pub fn overdue(&self, today: Date) -> Option<i32> {
        let due = self.due.filter(|_| self.stage() < Stage::Verification)?;
        let days = (today - due).get_days();
        (days > 0).then_some(days)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn overdue_counts_days_until_it_waits_for_verification() {
        let step = |stage| ActionStep {
            stage,
            date: date(2026, 7, 1),
            who: String::new(),
            note: String::new(),
            reopened: false,
        };
        let mut action = CorrectiveAction {
            id: ActionId(1),
            number: "CA-2026-01".to_owned(),
            survey: SurveyId(1),
            title: String::new(),
            department: String::new(),
            owner: String::new(),
            cause: String::new(),
            measure: String::new(),
            due: Some(date(2026, 7, 20)),
            evidence: Vec::new(),
            steps: vec![step(Stage::Open)],
        };
        assert_eq!(action.overdue(date(2026, 8, 1)), Some(12));
        assert_eq!(action.overdue(date(2026, 7, 20)), None);
        action.steps.push(step(Stage::Verification));
        assert_eq!(action.overdue(date(2026, 8, 1)), None);
        assert_eq!(Stage::Closed.next(), None);
    }
}
