//! What each column of an imported sheet was taken for.

use serde::{Deserialize, Serialize};

use super::Form;
use crate::model::{
    BesideOption, ColumnMapping, ImportId, LineageId, Mapping, Reading, Replaced, ReturnId,
    RowChoice, Target,
};

/// The mapping an import was read with.
#[derive(Serialize, Deserialize)]
pub(in crate::store) struct MappingForm {
    fingerprint: String,
    columns: Vec<ColumnForm>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    rows: Vec<RowForm>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    replaces: Vec<ReplacedForm>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    instead_of: Vec<i64>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    written: Vec<WrittenForm>,
}

#[derive(Serialize, Deserialize)]
struct WrittenForm {
    row: u32,
    cell: String,
    column: usize,
    text: String,
}

#[derive(Serialize, Deserialize)]
struct RowForm {
    row: u32,
    returned: bool,
}

#[derive(Serialize, Deserialize)]
struct ReplacedForm {
    returned: i64,
    reason: String,
}

#[derive(Serialize, Deserialize)]
struct ColumnForm {
    cell: String,
    title: String,
    target: TargetForm,
    reading: ReadingForm,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    candidates: Vec<i64>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    numbered: Vec<Option<u8>>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    found: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    answer: String,
}

#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum TargetForm {
    Item(i64),
    /// One option of an item that takes several, ticked or not.
    ItemOption {
        item: i64,
        option: u8,
    },
    Customer,
    Respondent,
    Role,
    Date,
    Channel,
    Collector,
    Duration,
    Void,
    Ignore,
    Private,
}

#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum ReadingForm {
    Labels,
    Scores,
    OptionNumbers,
    Undecided,
    Unordered,
    Ticks,
    Crosses,
    Number,
    CommaDecimals,
    Text,
    Date,
    Name,
    None,
}

same!(ReadingForm, Reading: Labels = Labels, Scores = Scores, OptionNumbers = OptionNumbers,
    Undecided = Undecided, Unordered = Unordered, Ticks = Ticks, Crosses = Crosses, Number = Number, CommaDecimals = CommaDecimals, Text = Text, Date = Date, Name = Name, None = None);

impl Form for MappingForm {
    type Noun = Mapping;

    fn of(noun: &Mapping) -> Self {
        let columns = noun.columns.iter().map(|column| ColumnForm {
            cell: column.cell.clone(),
            title: column.title.clone(),
            target: TargetForm::of(column.target),
            reading: column.reading.into(),
            candidates: column.candidates.iter().map(|it| it.0).collect(),
            numbered: column.numbered.clone(),
            found: column.found.clone(),
            answer: column.answer.clone(),
        });
        Self {
            fingerprint: noun.fingerprint.clone(),
            columns: columns.collect(),
            rows: noun
                .rows
                .iter()
                .map(|it| RowForm {
                    row: it.row,
                    returned: it.returned,
                })
                .collect(),
            replaces: noun
                .replaces
                .iter()
                .map(|it| ReplacedForm {
                    returned: it.returned.0,
                    reason: it.reason.clone(),
                })
                .collect(),
            instead_of: noun.instead_of.iter().map(|it| it.0).collect(),
            written: noun
                .written
                .iter()
                .map(|it| WrittenForm {
                    row: it.row,
                    cell: it.cell.clone(),
                    column: it.column,
                    text: it.text.clone(),
                })
                .collect(),
        }
    }

    fn noun(self) -> Mapping {
        let columns = self.columns.into_iter().map(|column| ColumnMapping {
            cell: column.cell,
            title: column.title,
            target: column.target.noun(),
            reading: column.reading.into(),
            candidates: column.candidates.into_iter().map(LineageId).collect(),
            numbered: column.numbered,
            found: column.found,
            answer: column.answer,
        });
        Mapping {
            fingerprint: self.fingerprint,
            columns: columns.collect(),
            rows: self
                .rows
                .into_iter()
                .map(|it| RowChoice {
                    row: it.row,
                    returned: it.returned,
                })
                .collect(),
            replaces: self
                .replaces
                .into_iter()
                .map(|it| Replaced {
                    returned: ReturnId(it.returned),
                    reason: it.reason,
                })
                .collect(),
            instead_of: self.instead_of.into_iter().map(ImportId).collect(),
            written: self
                .written
                .into_iter()
                .map(|it| BesideOption {
                    row: it.row,
                    cell: it.cell,
                    column: it.column,
                    text: it.text,
                })
                .collect(),
        }
    }
}

impl TargetForm {
    fn of(noun: Target) -> Self {
        match noun {
            Target::Item(lineage) => Self::Item(lineage.0),
            Target::ItemOption(lineage, option) => Self::ItemOption {
                item: lineage.0,
                option,
            },
            Target::Customer => Self::Customer,
            Target::Respondent => Self::Respondent,
            Target::Role => Self::Role,
            Target::Duration => Self::Duration,
            Target::Date => Self::Date,
            Target::Channel => Self::Channel,
            Target::Collector => Self::Collector,
            Target::Void => Self::Void,
            Target::Ignore => Self::Ignore,
            Target::Private => Self::Private,
        }
    }

    fn noun(self) -> Target {
        match self {
            Self::Item(lineage) => Target::Item(LineageId(lineage)),
            Self::ItemOption { item, option } => Target::ItemOption(LineageId(item), option),
            Self::Customer => Target::Customer,
            Self::Respondent => Target::Respondent,
            Self::Role => Target::Role,
            Self::Duration => Target::Duration,
            Self::Date => Target::Date,
            Self::Channel => Target::Channel,
            Self::Collector => Target::Collector,
            Self::Void => Target::Void,
            Self::Ignore => Target::Ignore,
            Self::Private => Target::Private,
        }
    }
}
