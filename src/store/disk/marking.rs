//! A form that was marked: its sheet and its marks.

use serde::{Deserialize, Serialize};

use super::Form;
use crate::model::{
    BlankSheet, CellPlace, LineageId, Mark, Marking, MarkingId, Meant, PlainLook, Printed, SurveyId,
};

/// Without id, survey, name and hash, which have columns of their own.
#[derive(Serialize, Deserialize)]
pub(in crate::store) struct MarkingForm {
    sheet: String,
    size: (u32, u32),
    printed: Vec<PrintedForm>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    merged: Vec<(CellPlace, CellPlace)>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    looks: Vec<LookForm>,
    marks: Vec<MarkForm>,
}

#[derive(Serialize, Deserialize)]
struct PrintedForm {
    at: CellPlace,
    /// The last cell it covers, where it covers more than one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    to: Option<CellPlace>,
    text: String,
}

#[derive(Serialize, Deserialize)]
struct LookForm {
    at: CellPlace,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    bold: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    fill: Option<u32>,
}

#[derive(Serialize, Deserialize)]
struct MarkForm {
    at: CellPlace,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    label: String,
    meant: MeantForm,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum MeantForm {
    Item(i64),
    Option { item: i64, label: String },
    Customer,
    Respondent,
    Role,
    Date,
    Channel,
    Collector,
}

impl Form for MarkingForm {
    type Noun = Marking;

    fn of(noun: &Marking) -> Self {
        let sheet = &noun.sheet;
        let printed = sheet.printed.iter().map(|it| PrintedForm {
            at: it.at,
            to: (it.to != it.at).then_some(it.to),
            text: it.text.clone(),
        });
        let looks = sheet.looks.iter().map(|it| LookForm {
            at: it.at,
            bold: it.bold,
            fill: it.fill,
        });
        let marks = noun.marks.iter().map(|it| MarkForm {
            at: it.at,
            label: it.label.clone(),
            meant: MeantForm::of(&it.meant),
        });
        Self {
            sheet: sheet.name.clone(),
            size: sheet.size,
            printed: printed.collect(),
            merged: sheet.merged.clone(),
            looks: looks.collect(),
            marks: marks.collect(),
        }
    }

    /// The caller has id, survey, name and hash.
    fn noun(self) -> Marking {
        let printed = self.printed.into_iter().map(|it| Printed {
            at: it.at,
            to: it.to.unwrap_or(it.at),
            text: it.text,
        });
        let looks = self.looks.into_iter().map(|it| PlainLook {
            at: it.at,
            bold: it.bold,
            fill: it.fill,
        });
        let marks = self.marks.into_iter().map(|it| Mark {
            at: it.at,
            label: it.label,
            meant: it.meant.noun(),
        });
        Marking {
            id: MarkingId::default(),
            survey: SurveyId::default(),
            file: String::new(),
            sha256: String::new(),
            sheet: BlankSheet {
                name: self.sheet,
                size: self.size,
                printed: printed.collect(),
                merged: self.merged,
                looks: looks.collect(),
            },
            marks: marks.collect(),
        }
    }
}

impl MeantForm {
    fn of(noun: &Meant) -> Self {
        match noun {
            Meant::Item(lineage) => Self::Item(lineage.0),
            Meant::Option(lineage, label) => Self::Option {
                item: lineage.0,
                label: label.clone(),
            },
            Meant::Customer => Self::Customer,
            Meant::Respondent => Self::Respondent,
            Meant::Role => Self::Role,
            Meant::Date => Self::Date,
            Meant::Channel => Self::Channel,
            Meant::Collector => Self::Collector,
        }
    }

    fn noun(self) -> Meant {
        match self {
            Self::Item(lineage) => Meant::Item(LineageId(lineage)),
            Self::Option { item, label } => Meant::Option(LineageId(item), label),
            Self::Customer => Meant::Customer,
            Self::Respondent => Meant::Respondent,
            Self::Role => Meant::Role,
            Self::Date => Meant::Date,
            Self::Channel => Meant::Channel,
            Self::Collector => Meant::Collector,
        }
    }
}
