//! What is asked: dimensions, items and their scales. The rules it is scored by are a document
//! of their own.

use serde::{Deserialize, Serialize};

use super::Form;
use crate::model::{
    Dimension, Influence, Item, ItemKind, LineageId, Origin, Questionnaire, Rules, Scale,
    ScaleOption, Translations,
};

/// The questionnaire without its rules.
#[derive(Serialize, Deserialize)]
pub(in crate::store) struct QuestionnaireForm {
    title: String,
    dimensions: Vec<DimensionForm>,
    items: Vec<ItemForm>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    influences: Vec<InfluenceForm>,
    /// By language, then by the text as the firm wrote it.
    #[serde(default, skip_serializing_if = "Translations::is_empty")]
    translations: Translations,
}

#[derive(Serialize, Deserialize)]
pub(super) struct DimensionForm {
    code: String,
    name: String,
    parent: Option<String>,
    weight: f64,
}

/// From one dimension to another, by their codes.
#[derive(Serialize, Deserialize)]
struct InfluenceForm {
    from: String,
    to: String,
}

#[derive(Serialize, Deserialize)]
pub(super) struct ItemForm {
    lineage: i64,
    #[serde(default)]
    origin: OriginForm,
    /// Lineages it was split from or merged of.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    from: Vec<i64>,
    code: String,
    text: String,
    dimension: Option<String>,
    kind: KindForm,
    #[serde(default)]
    scale: Option<ScaleForm>,
    scored: bool,
    weight: f64,
    #[serde(default)]
    required: bool,
    #[serde(default)]
    segment: bool,
    #[serde(default)]
    importance_of: Option<String>,
    #[serde(default)]
    aliases: Vec<String>,
}

#[derive(Clone, Copy, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum OriginForm {
    #[default]
    New,
    Same,
    Reworded,
    Split,
    Merged,
}

#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum KindForm {
    Rating,
    YesNo,
    Single,
    Multi,
    Nps,
    Number,
    Text,
    Date,
}

#[derive(Serialize, Deserialize)]
struct ScaleForm {
    name: String,
    options: Vec<OptionForm>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    order_assumed: bool,
}

#[derive(Serialize, Deserialize)]
struct OptionForm {
    label: String,
    score: Option<f64>,
    #[serde(default)]
    satisfied: bool,
    #[serde(default)]
    aliases: Vec<String>,
}

impl Form for QuestionnaireForm {
    type Noun = Questionnaire;

    fn of(noun: &Questionnaire) -> Self {
        Self {
            title: noun.title.clone(),
            dimensions: noun.dimensions.iter().map(DimensionForm::of).collect(),
            items: noun.items.iter().map(ItemForm::of).collect(),
            influences: noun.influences.iter().map(InfluenceForm::of).collect(),
            translations: noun.translations.clone(),
        }
    }

    /// With the usual rules: the caller has the ones that count.
    fn noun(self) -> Questionnaire {
        let influences = self.influences.into_iter();
        Questionnaire {
            translations: self.translations,
            influences: influences.map(InfluenceForm::noun).collect(),
            ..questionnaire(self.title, Rules::default(), self.dimensions, self.items)
        }
    }
}

/// The noun of its parts.
pub(super) fn questionnaire(
    title: String,
    rules: Rules,
    dimensions: Vec<DimensionForm>,
    items: Vec<ItemForm>,
) -> Questionnaire {
    Questionnaire {
        title,
        rules,
        dimensions: dimensions.into_iter().map(DimensionForm::noun).collect(),
        items: items.into_iter().map(ItemForm::noun).collect(),
        translations: Translations::new(),
        influences: Vec::new(),
    }
}

impl InfluenceForm {
    fn of(noun: &Influence) -> Self {
        Self {
            from: noun.from.clone(),
            to: noun.to.clone(),
        }
    }

    fn noun(self) -> Influence {
        Influence {
            from: self.from,
            to: self.to,
        }
    }
}

impl DimensionForm {
    fn of(noun: &Dimension) -> Self {
        Self {
            code: noun.code.clone(),
            name: noun.name.clone(),
            parent: noun.parent.clone(),
            weight: noun.weight,
        }
    }

    fn noun(self) -> Dimension {
        Dimension {
            code: self.code,
            name: self.name,
            parent: self.parent,
            weight: self.weight,
        }
    }
}

impl ItemForm {
    fn of(noun: &Item) -> Self {
        Self {
            lineage: noun.lineage.0,
            origin: noun.origin.into(),
            from: noun.from.iter().map(|lineage| lineage.0).collect(),
            code: noun.code.clone(),
            text: noun.text.clone(),
            dimension: noun.dimension.clone(),
            kind: noun.kind.into(),
            scale: noun.scale.as_ref().map(ScaleForm::of),
            scored: noun.scored,
            weight: noun.weight,
            required: noun.required,
            segment: noun.segment,
            importance_of: noun.importance_of.clone(),
            aliases: noun.aliases.clone(),
        }
    }

    fn noun(self) -> Item {
        Item {
            lineage: LineageId(self.lineage),
            origin: self.origin.into(),
            from: self.from.into_iter().map(LineageId).collect(),
            code: self.code,
            text: self.text,
            dimension: self.dimension,
            kind: self.kind.into(),
            scale: self.scale.map(ScaleForm::noun),
            scored: self.scored,
            weight: self.weight,
            required: self.required,
            segment: self.segment,
            importance_of: self.importance_of,
            aliases: self.aliases,
        }
    }
}

impl ScaleForm {
    fn of(noun: &Scale) -> Self {
        let options = noun.options.iter().map(|option| OptionForm {
            label: option.label.clone(),
            score: option.score,
            satisfied: option.satisfied,
            aliases: option.aliases.clone(),
        });
        Self {
            name: noun.name.clone(),
            options: options.collect(),
            order_assumed: noun.order_assumed,
        }
    }

    fn noun(self) -> Scale {
        let options = self.options.into_iter().map(|option| ScaleOption {
            label: option.label,
            score: option.score,
            satisfied: option.satisfied,
            aliases: option.aliases,
        });
        Scale {
            order_assumed: self.order_assumed,
            name: self.name,
            options: options.collect(),
        }
    }
}

same!(OriginForm, Origin: New = New, Same = Same, Reworded = Reworded, Split = Split,
    Merged = Merged);
same!(KindForm, ItemKind: Rating = Rating, YesNo = YesNo, Single = Single, Multi = Multi,
    Nps = Nps, Number = Number, Text = Text, Date = Date);
