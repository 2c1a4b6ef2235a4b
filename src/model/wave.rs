//! Waves: a survey carried out in one period, and the customers chosen for it.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{Choice, Closing, Customer, CustomerId, Period, RevisionId, SurveyId, WaveId};

/// A survey in one period with one revision. Unique by survey, period and label.
#[derive(Clone, Debug, PartialEq)]
pub struct Wave {
    pub id: WaveId,
    pub survey: SurveyId,
    pub period: Period,
    /// Tells ad-hoc waves of one period apart; empty for the regular one.
    pub label: String,
    /// Frozen by this wave; rules and target come from it.
    pub revision: RevisionId,
    pub opened: Date,
    /// How its list was chosen; `None`: by hand.
    pub choice: Option<Choice>,
    /// When it was closed and opened again, oldest first.
    pub closings: Vec<Closing>,
}

impl Wave {
    /// The closing that holds; `None` while it is open.
    pub fn closed(&self) -> Option<&Closing> {
        self.closings.last().filter(|it| !it.reopened)
    }
}

/// Who collects the answers of a customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum CollectorKind {
    Sales,
    Quality,
    ThirdParty,
}

impl CollectorKind {
    pub const ALL: [Self; 3] = [Self::Sales, Self::Quality, Self::ThirdParty];
}

/// A customer chosen for a wave, with its segments as they were then.
#[derive(Clone, Debug, PartialEq)]
pub struct FrameEntry {
    pub wave: WaveId,
    pub customer: CustomerId,
    /// When the form went out; `None`: chosen but not issued.
    pub issued: Option<Date>,
    pub channel: String,
    /// Who collects its answers, where that was said.
    pub collector: Option<CollectorKind>,
    /// Why it is not asked after all: it stays listed and counts in nothing.
    pub excluded: Option<String>,
    pub turnover: Option<f64>,
    pub key: bool,
    pub attributes: BTreeMap<String, String>,
}

impl FrameEntry {
    /// The customer chosen for the wave as it is now, not issued yet.
    pub fn of(wave: WaveId, customer: &Customer) -> Self {
        Self {
            wave,
            customer: customer.id,
            issued: None,
            channel: String::new(),
            collector: None,
            excluded: None,
            turnover: customer.turnover,
            key: customer.key,
            attributes: customer.attributes.clone(),
        }
    }
}
