//! `manyi export`: questionnaire, returns or scores as a workbook.

use super::args::What;
use super::{Failure, args, output, usage, workspace};
use crate::i18n::Language;
use crate::jobs::export::{self, Order};
use crate::jobs::{choose, save};
use crate::model::Progress;
use crate::tr;

pub(super) fn run(words: &args::Export, language: Language) -> Result<(), Failure> {
    let ending = words
        .output
        .extension()
        .map(|ending| ending.to_ascii_lowercase());
    if ending.is_none_or(|ending| ending != "xlsx") {
        let text = tr!(
            language,
            "error-output-format",
            path = words.output.display().to_string(),
            formats = ".xlsx"
        );
        let more = usage::more(Some("export"), language);
        return Err(Failure::Usage(format!("{text}\n{more}")));
    }
    let (store, data) = workspace::read(&words.workspace)?;
    let survey = choose::survey(&data, words.survey.as_deref())?;
    let wave = match words.wave {
        Some(period) => Some(choose::wave(&data, survey, Some(period))?),
        None => None,
    };
    let order = Order {
        survey,
        wave,
        language,
    };
    let progress = Progress::default();
    let bytes = match words.what {
        What::Definition => export::definition(&data, order)?,
        What::Returns => export::returns(&store, &data, order, &progress)?,
        What::Scores => export::scores(&store, &data, order, &progress)?,
    };
    save::save(&words.output, &bytes)?;
    Ok(output::written(&words.output, language)?)
}
