//! A figure of the firm's own with its values.

use serde::{Deserialize, Serialize};

use super::Form;
use crate::model::{Better, Kpi, KpiId, KpiPoint, Period};

/// Which way it is better, as a word.
#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum BetterForm {
    Up,
    Down,
}

same!(BetterForm, Better: Up = Up, Down = Down);

/// Without id and code, which have columns of their own.
#[derive(Serialize, Deserialize)]
pub(in crate::store) struct KpiForm {
    name: String,
    #[serde(default)]
    unit: String,
    #[serde(default)]
    external: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    least: Option<f64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    most: Option<f64>,
    points: Vec<(Period, f64)>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    stages: Vec<Period>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    baseline: Option<u32>,
    /// Since version 8, as the one below.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    better: Option<BetterForm>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    acts_on: Option<String>,
}

impl Form for KpiForm {
    type Noun = Kpi;

    fn of(noun: &Kpi) -> Self {
        Self {
            name: noun.name.clone(),
            unit: noun.unit.clone(),
            external: noun.external,
            least: noun.least,
            most: noun.most,
            points: noun.points.iter().map(|it| (it.period, it.value)).collect(),
            stages: noun.stages.clone(),
            baseline: noun.baseline,
            better: noun.better.map(Into::into),
            acts_on: noun.acts_on.clone(),
        }
    }

    /// The caller has id and code.
    fn noun(self) -> Kpi {
        let points = self.points.into_iter();
        Kpi {
            id: KpiId::default(),
            code: String::new(),
            name: self.name,
            unit: self.unit,
            external: self.external,
            least: self.least,
            most: self.most,
            points: points
                .map(|(period, value)| KpiPoint { period, value })
                .collect(),
            stages: self.stages,
            baseline: self.baseline,
            better: self.better.map(Into::into),
            acts_on: self.acts_on,
        }
    }
}
