//! `manyi print`: a document in any format that holds one.

use super::args::Page;
use super::{Failure, args, output, workspace};
use crate::i18n::Language;
use crate::jobs::engine::{Engine, Source};
use crate::jobs::print::{self, PageScope};
use crate::jobs::{JobError, choose};
use crate::model::Progress;
use crate::report::Report;
use crate::tr;

pub(super) fn run(words: &args::Print, language: Language) -> Result<(), Failure> {
    let format = output::format(&words.output, |it| it.documents, "print", language)?;
    if words.page != Page::Trend && !words.of.is_empty() {
        let text = tr!(language, "cli-error-of");
        return Err(Failure::usage(&text, "print", language));
    }
    let place = output::place(&words.output, format.ending, &words.workspace, words.force);
    place.check()?;
    let (store, data) = workspace::read(&words.workspace)?;
    let from = Source {
        store: &store,
        data: &data,
    };
    let (report, language) = written(words, from, language)?;
    let heading = print::heading(&data, language);
    let file = format.document(&report, &heading).map_err(JobError::from)?;
    place.write(file.bytes)?;
    if !file.lacking.is_empty() {
        let words = tr!(language, "cli-lacking", lacking = file.lacking);
        output::complain(&words);
    }
    Ok(output::written(&words.output, language)?)
}

/// The document, and the language it is in.
fn written(
    words: &args::Print,
    from: Source<'_>,
    language: Language,
) -> Result<(Report, Language), JobError> {
    let survey = choose::survey(from.data, words.survey.as_deref())?;
    let scope = || {
        choose::wave(from.data, survey, words.wave).map(|wave| PageScope {
            survey,
            wave,
            language,
        })
    };
    let progress = Progress::default();
    let engine = &mut Engine::default();
    let report = match words.page {
        Page::Trend => print::trend_page(engine, from, scope()?, &words.of, &progress)?,
        Page::Scores => print::score_page(engine, from, scope()?, &progress)?,
        Page::Review => print::review(engine, from, scope()?, &progress)?,
        Page::Form => {
            let revision = match words.wave {
                Some(_) => choose::revision(from.data, scope()?.wave)?,
                None => choose::latest_revision(from.data, survey)?,
            };
            return Ok(print::form(revision, language));
        }
    };
    Ok((report, language))
}
