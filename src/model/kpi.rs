//! Figures of the firm's own that come every month or quarter: on-time delivery, complaints,
//! the index of a trade.

use super::{KpiId, Period};

/// One of them with its values.
#[derive(Clone, Debug, PartialEq)]
pub struct Kpi {
    pub id: KpiId,
    /// What it is asked for by; unique in the workspace.
    pub code: String,
    pub name: String,
    /// `%`, `ppm`, pieces … as the firm writes it.
    pub unit: String,
    /// An index of others that stands beside ours and is never mixed in.
    pub external: bool,
    /// What its values cannot fall below or rise above.
    pub least: Option<f64>,
    pub most: Option<f64>,
    /// By period, each once.
    pub points: Vec<KpiPoint>,
    /// Periods from which something was done otherwise: limits begin anew there.
    pub stages: Vec<Period>,
    /// Limits rest on so many first points of each stage; `None`: on all of them.
    pub baseline: Option<u32>,
    /// Which way it is better; `None` where nobody said.
    pub better: Option<Better>,
    /// Code of the dimension whose customers feel it.
    pub acts_on: Option<String>,
}

/// Which way a figure is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Better {
    Up,
    Down,
}

/// One value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct KpiPoint {
    pub period: Period,
    pub value: f64,
}

impl Kpi {
    /// The values in the order of time.
    pub fn values(&self) -> Vec<f64> {
        self.points.iter().map(|point| point.value).collect()
    }

    /// The lowest and the highest value there can be. Where nobody said, what never lay below 0 is
    /// taken not to: a count, a share, a time.
    pub fn possible(&self) -> (Option<f64>, Option<f64>) {
        let never_below = self.points.iter().all(|point| point.value >= 0.0);
        (self.least.or(never_below.then_some(0.0)), self.most)
    }

    /// Positions of the points that begin a stage.
    pub fn starts(&self) -> Vec<usize> {
        let starts = self.stages.iter().filter_map(|stage| {
            let mut points = self.points.iter();
            points.position(|point| point.period.start_month() >= stage.start_month())
        });
        starts.collect()
    }
}

#[cfg(test)]
impl Kpi {
    /// One whose values came month by month from January 2024 on.
    pub(crate) fn monthly(values: &[f64]) -> Self {
        let months = (0..).map(|at| format!("{}-{:02}", 2024 + at / 12, at % 12 + 1));
        let points = months.zip(values).map(|(period, value)| KpiPoint {
            period: period.parse().unwrap(),
            value: *value,
        });
        Self {
            id: KpiId(1),
            code: "OTD".to_owned(),
            name: "OTD".to_owned(),
            unit: "%".to_owned(),
            external: false,
            least: None,
            most: None,
            points: points.collect(),
            stages: Vec::new(),
            baseline: None,
            better: None,
            acts_on: None,
        }
    }
}
