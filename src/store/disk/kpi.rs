//! A figure of the firm's own with its values.

use serde::{Deserialize, Serialize};

use super::Form;
use crate::model::{Kpi, KpiId, KpiPoint, Period};

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
        }
    }
}
