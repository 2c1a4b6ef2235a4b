//! `manyi export`: questionnaire, returns or scores as a workbook.

use std::path::Path;

use super::args::What;
use super::{Failure, output};
use crate::i18n::Language;
use crate::jobs::export::{self, Order};
use crate::jobs::{JobError, choose, save};
use crate::model::Period;
use crate::store::Store;
use crate::tr;

pub(super) struct Asked<'a> {
    pub what: What,
    pub survey: Option<&'a str>,
    pub period: Option<Period>,
    pub to: &'a Path,
}

pub(super) fn run(workspace: &Path, asked: &Asked<'_>, language: Language) -> Result<(), Failure> {
    let ending = asked
        .to
        .extension()
        .map(|ending| ending.to_ascii_lowercase());
    if ending.is_none_or(|ending| ending != "xlsx") {
        let text = tr!(
            language,
            "error-output-format",
            path = asked.to.display().to_string(),
            formats = ".xlsx"
        );
        let more = tr!(language, "cli-error-more");
        return Err(Failure::Usage(format!("{text}\n{more}")));
    }
    let store =
        Store::open_read_only(workspace).map_err(|error| JobError::of_file(workspace, error))?;
    let data = store.load().map_err(JobError::of(&store))?;
    let survey = choose::survey(&data, asked.survey)?;
    let wave = match asked.period {
        Some(period) => Some(choose::wave(&data, survey, Some(period))?),
        None => None,
    };
    let order = Order {
        survey,
        wave,
        language,
    };
    let bytes = match asked.what {
        What::Definition => export::definition(&data, order)?,
        What::Returns | What::Scores => return Err(Failure::Told),
    };
    save::save(asked.to, &bytes)?;
    let text = tr!(
        language,
        "cli-written",
        path = asked.to.display().to_string()
    );
    Ok(output::print(&format!("{text}\n"))?)
}
