//! Scoring rules. Names of choices are those of the definition workbook.

use serde::{Deserialize, Serialize};

use super::Form;
use crate::model::{
    Band, Bound, Flag, IndexRule, NO_CHANGE_WITHIN, Normalisation, NotApplicable, PeriodKind,
    Rules, Validity, Weighting, is_usual_margin,
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
    #[serde(default, skip_serializing_if = "ValidityForm::is_usual")]
    validity: ValidityForm,
    /// Files from before there was a choice hold none.
    #[serde(default = "usual_margin", skip_serializing_if = "is_usual_margin")]
    no_change_within: f64,
}

fn usual_margin() -> f64 {
    NO_CHANGE_WITHIN
}

/// Which returns are doubtful.
#[derive(Serialize, Deserialize)]
struct ValidityForm {
    least: f64,
    required: bool,
    alike: u8,
    seconds: f64,
    voids: Vec<FlagForm>,
}

#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum FlagForm {
    TooFew,
    Required,
    Alike,
    TooFast,
}

same!(PeriodForm, PeriodKind: Month = Month, Quarter = Quarter, Half = Half, Year = Year);
same!(NormalisationForm, Normalisation: Max = OfMaximum, MinMax = MinMax);
same!(IndexForm, IndexRule: Dimension = ByDimension, Pooled = Pooled);
same!(NotApplicableForm, NotApplicable: Exclude = Exclude, Include = Include);
same!(WeightingForm, Weighting: Equal = Equal, Turnover = Turnover);
same!(FlagForm, Flag: TooFew = TooFew, Required = Required, Alike = Alike, TooFast = TooFast);
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
            validity: ValidityForm::of(&noun.validity),
            no_change_within: noun.no_change_within,
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
            validity: self.validity.noun(),
            no_change_within: self.no_change_within,
        }
    }
}

impl Default for ValidityForm {
    fn default() -> Self {
        Self::of(&Validity::default())
    }
}

impl ValidityForm {
    fn is_usual(&self) -> bool {
        self.noun().is_usual()
    }

    fn of(noun: &Validity) -> Self {
        Self {
            least: noun.least,
            required: noun.required,
            alike: noun.alike,
            seconds: noun.seconds,
            voids: noun.voids.iter().map(|it| (*it).into()).collect(),
        }
    }

    fn noun(&self) -> Validity {
        Validity {
            least: self.least,
            required: self.required,
            alike: self.alike,
            seconds: self.seconds,
            voids: self.voids.iter().map(|it| (*it).into()).collect(),
        }
    }
}
