//! Rows that brought no return of their own.

use serde::Serialize;

use crate::model::{Differs, NoReturn, RepeatedReturn, SetAside};

#[derive(Debug, Serialize)]
pub(in crate::cli) struct AsideReport {
    pub sheet: String,
    pub row: u32,
    pub why: &'static str,
}

impl AsideReport {
    pub(in crate::cli) fn of(sheet: &str, aside: SetAside) -> Self {
        Self {
            sheet: sheet.to_owned(),
            row: aside.row,
            why: why(aside.why),
        }
    }
}

fn why(why: NoReturn) -> &'static str {
    match why {
        NoReturn::NoAnswer => "no answer",
        NoReturn::Titles => "titles",
        NoReturn::Statistics => "statistics",
        NoReturn::Yardstick => "yardstick",
        NoReturn::Note => "note",
        NoReturn::There => "repeat",
        NoReturn::Elsewhere => "in another wave",
        NoReturn::First => "first answers kept",
        NoReturn::OtherTitles => "under other titles",
        NoReturn::Trial => "trial run",
        NoReturn::Said => "left out by you",
        NoReturn::Struck => "struck through",
        NoReturn::Shifted => "more fields than titles",
    }
}

/// A row whose return came in before.
#[derive(Debug, Serialize)]
pub(in crate::cli) struct RepeatReport {
    pub sheet: String,
    pub row: u32,
    pub why: &'static str,
    /// Where it came from then.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<BeforeReport>,
    /// The wave it is in, where that is another one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wave: Option<String>,
    /// Answers that are others now.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub differs: Vec<DiffersReport>,
}

#[derive(Debug, Serialize)]
pub(in crate::cli) struct BeforeReport {
    file: String,
    row: u32,
}

#[derive(Debug, Serialize)]
pub(in crate::cli) struct DiffersReport {
    cell: String,
    title: String,
    before: String,
    now: String,
}

impl RepeatReport {
    pub(in crate::cli) fn of(sheet: &str, aside: SetAside) -> Self {
        Self {
            sheet: sheet.to_owned(),
            row: aside.row,
            why: why(aside.why),
            before: None,
            wave: None,
            differs: Vec::new(),
        }
    }

    /// One that has other answers now, with what was chosen.
    pub(in crate::cli) fn changed(
        sheet: &str,
        repeated: &RepeatedReturn,
        why: &'static str,
    ) -> Self {
        Self {
            sheet: sheet.to_owned(),
            row: repeated.row,
            why,
            before: Some(BeforeReport {
                file: repeated.file.clone(),
                row: repeated.before_row,
            }),
            wave: None,
            differs: repeated.differs.iter().map(Into::into).collect(),
        }
    }
}

impl From<&Differs> for DiffersReport {
    fn from(differs: &Differs) -> Self {
        Self {
            cell: differs.cell.clone(),
            title: differs.title.clone(),
            before: differs.before.clone(),
            now: differs.now.clone(),
        }
    }
}
