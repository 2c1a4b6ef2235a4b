//! Scoring rules. Names of choices are those of the definition workbook.

use serde::{Deserialize, Serialize};

use super::Form;
use crate::model::{
    Band, Bound, IndexRule, Normalisation, NotApplicable, PeriodKind, Rules, Weighting,
};

#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum PeriodForm {
    Month,
    Quarter,
    Half,
    Year,
}

#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum NormalisationForm {
    Max,
    MinMax,
}

#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum IndexForm {
    Dimension,
    Pooled,
}

#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum NotApplicableForm {
    Exclude,
    Include,
}

#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum WeightingForm {
    Equal,
    Turnover,
}

#[derive(Clone, Copy, Serialize, Deserialize)]
enum BoundForm {
    #[serde(rename = ">=")]
    AtLeast,
    #[serde(rename = ">")]
    Above,
}

#[derive(Serialize, Deserialize)]
struct BandForm {
    from: f64,
    name: String,
}

/// Everything firms do differently.
#[derive(Serialize, Deserialize)]
pub(in crate::store) struct RulesForm {
    period: PeriodForm,
    target: f64,
    target_rule: BoundForm,
    normalisation: NormalisationForm,
    index: IndexForm,
    na: NotApplicableForm,
    min_answered: f64,
    weights: WeightingForm,
    bands: Vec<BandForm>,
    bands_rule: BoundForm,
}

same!(PeriodForm, PeriodKind: Month = Month, Quarter = Quarter, Half = Half, Year = Year);
same!(NormalisationForm, Normalisation: Max = OfMaximum, MinMax = MinMax);
same!(IndexForm, IndexRule: Dimension = ByDimension, Pooled = Pooled);
same!(NotApplicableForm, NotApplicable: Exclude = Exclude, Include = Include);
same!(WeightingForm, Weighting: Equal = Equal, Turnover = Turnover);
same!(BoundForm, Bound: AtLeast = AtLeast, Above = Above);

impl Form for RulesForm {
    type Noun = Rules;

    fn of(noun: &Rules) -> Self {
        let bands = noun.bands.iter().map(|band| BandForm {
            from: band.from,
            name: band.name.clone(),
        });
        Self {
            period: noun.period.into(),
            target: noun.target,
            target_rule: noun.target_rule.into(),
            normalisation: noun.normalisation.into(),
            index: noun.index.into(),
            na: noun.na.into(),
            min_answered: noun.min_answered,
            weights: noun.weights.into(),
            bands: bands.collect(),
            bands_rule: noun.bands_rule.into(),
        }
    }

    fn noun(self) -> Rules {
        let bands = self.bands.into_iter().map(|band| Band {
            from: band.from,
            name: band.name,
        });
        Rules {
            period: self.period.into(),
            target: self.target,
            target_rule: self.target_rule.into(),
            normalisation: self.normalisation.into(),
            index: self.index.into(),
            na: self.na.into(),
            min_answered: self.min_answered,
            weights: self.weights.into(),
            bands: bands.collect(),
            bands_rule: self.bands_rule.into(),
        }
    }
}
