//! `manyi export`: questionnaire, returns or scores as a workbook.

use super::args::What;
use super::{Failure, args, output, workspace};
use crate::i18n::Language;
use crate::jobs::choose;
use crate::jobs::engine::{Engine, Source};
use crate::jobs::export::{self, BookScope};
use crate::model::{Format, FormatKind, Progress};

pub(super) fn run(words: &args::Export, language: Language) -> Result<(), Failure> {
    let workbooks = |it: &Format| it.kind == FormatKind::Workbook;
    let format = output::format(&words.output, workbooks, "export", language)?;
    let place = output::place(&words.output, format.ending, &words.workspace, words.force);
    place.check()?;
    let (store, data) = workspace::read(&words.workspace)?;
    let survey = choose::survey(&data, words.survey.as_deref())?;
    let wave = match words.wave {
        Some(period) => Some(choose::wave(&data, survey, Some(period))?),
        None => None,
    };
    let scope = BookScope {
        survey,
        wave,
        language,
    };
    let progress = Progress::default();
    let engine = &mut Engine::default();
    let from = Source {
        store: &store,
        data: &data,
    };
    let bytes = match words.what {
        What::Definition => export::definition(&data, scope)?,
        What::Returns => export::returns(engine, from, scope, &progress)?,
        What::Scores => export::scores(engine, from, scope, &progress)?,
    };
    place.write(bytes)?;
    Ok(output::written(&words.output, language)?)
}
