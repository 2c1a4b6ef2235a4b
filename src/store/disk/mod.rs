//! The form documents have on the disk, apart from the types of the program: those may change
//! with every version, a form only with a new number.
//!
//! A document is JSON, `{"v": 2, "is": …}`. Each form lies in a file of its own with what turns
//! it into the noun and back; `v1` holds the forms of version 1, which only the migration reads.
//! Nothing here knows tables or columns.

/// Two names for one choice, both ways.
macro_rules! same {
    ($form:ident, $noun:ident: $($there:ident = $here:ident),+) => {
        impl From<$noun> for $form {
            fn from(noun: $noun) -> Self {
                match noun {
                    $($noun::$here => Self::$there),+
                }
            }
        }

        impl From<$form> for $noun {
            fn from(form: $form) -> Self {
                match form {
                    $($form::$there => Self::$here),+
                }
            }
        }
    };
}

mod change;
mod choice;
mod closing;
pub(super) mod collector;
pub(super) mod contact;
mod difference;
mod expected;
pub(super) mod kind;
mod kpi;
mod mapping;
mod marking;
mod past;
mod questionnaire;
mod rules;
mod settlement;
mod signatures;
mod stage;
mod subject;
mod tag;
pub(super) mod v1;

use rusqlite::types::{FromSqlError, FromSqlResult, Type};
use rusqlite::{Row, RowIndex};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

pub(super) use change::lines;
pub(super) use choice::ChoiceForm;
pub(super) use closing::ClosingsForm;
pub(super) use expected::ExpectedForm;
pub(super) use kpi::KpiForm;
pub(super) use mapping::MappingForm;
pub(super) use marking::MarkingForm;
pub(super) use past::PastForm;
pub(super) use questionnaire::QuestionnaireForm;
pub(super) use rules::RulesForm;
pub(super) use settlement::SettlementForm;
pub(super) use signatures::SignaturesForm;
pub(super) use stage::StageForm;
pub(super) use subject::{subject, subject_text};
pub(super) use tag::TagForm;

/// The number of the forms written today.
const VERSION: u32 = 2;

/// What a noun looks like on the disk.
pub(super) trait Form: Serialize + DeserializeOwned {
    type Noun;

    fn of(noun: &Self::Noun) -> Self;

    fn noun(self) -> Self::Noun;
}

#[derive(Serialize, Deserialize)]
struct Document<F> {
    v: u32,
    is: F,
}

#[derive(Debug, thiserror::Error)]
#[error("a document of version {0}")]
struct UnknownVersion(u32);

/// The document of a noun.
pub(super) fn encode<F: Form>(noun: &F::Noun) -> rusqlite::Result<String> {
    text(F::of(noun))
}

/// A document of anything that is its own form.
pub(super) fn text<F: Serialize>(is: F) -> rusqlite::Result<String> {
    let document = Document { v: VERSION, is };
    serde_json::to_string(&document)
        .map_err(|error| rusqlite::Error::ToSqlConversionFailure(Box::new(error)))
}

/// The noun of a document.
pub(super) fn decode<F: Form>(text: &str) -> FromSqlResult<F::Noun> {
    let document: Document<F> = serde_json::from_str(text).map_err(FromSqlError::other)?;
    if document.v != VERSION {
        return Err(FromSqlError::other(UnknownVersion(document.v)));
    }
    Ok(document.is.noun())
}

/// The noun of the document in a column.
pub(super) fn read<F: Form>(row: &Row<'_>, column: impl RowIndex) -> rusqlite::Result<F::Noun> {
    let text = row.get_ref(column)?.as_str()?;
    decode::<F>(text).map_err(unreadable)
}

/// What the document in a column says, for what is its own form in every version.
pub(super) fn read_plain<T: DeserializeOwned>(
    row: &Row<'_>,
    column: impl RowIndex,
) -> rusqlite::Result<T> {
    let text = row.get_ref(column)?.as_str()?;
    let document = serde_json::from_str::<Document<T>>(text).map_err(FromSqlError::other);
    document.map(|document| document.is).map_err(unreadable)
}

fn unreadable(error: FromSqlError) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(0, Type::Text, Box::new(error))
}

/// A column that is no document, as `read` understands it.
pub(super) fn read_with<T>(
    row: &Row<'_>,
    column: impl RowIndex,
    read: fn(&str) -> FromSqlResult<T>,
) -> rusqlite::Result<T> {
    read(row.get_ref(column)?.as_str()?).map_err(unreadable)
}

/// The noun of the document in a column that may hold none.
pub(super) fn read_some<F: Form>(
    row: &Row<'_>,
    column: impl RowIndex,
) -> rusqlite::Result<Option<F::Noun>> {
    match row.get_ref(column)? {
        rusqlite::types::ValueRef::Null => Ok(None),
        _ => read::<F>(row, column).map(Some),
    }
}
