//! Workbooks from what the workspace holds.

use jiff::Zoned;

use super::engine::{Engine, Source};
use super::print::{self, Both};
use super::{JobError, choose, issues};
use crate::analysis::{self, Filter};
use crate::chart::words::segment_name;
use crate::i18n::Language;
use crate::model::{Data, Progress, Survey, Wave};
use crate::paper::excel::{self, ReturnsBook, Scored};

/// What is saved, of which survey and wave.
#[derive(Clone, Copy, Debug)]
pub struct BookScope<'a> {
    pub survey: &'a Survey,
    /// `None`: of every wave; the newest revision where it is about the questionnaire.
    pub wave: Option<&'a Wave>,
    pub language: Language,
}

/// The questionnaire as a definition workbook, with customers and frames.
pub fn definition(data: &Data, scope: BookScope<'_>) -> Result<Vec<u8>, JobError> {
    let revision = match scope.wave {
        Some(wave) => choose::revision(data, wave)?,
        None => choose::latest_revision(data, scope.survey)?,
    };
    Ok(excel::definition(data, revision, scope.language)?)
}

/// The returns of the wave, or of every wave, a sheet each.
pub fn returns(
    engine: &mut Engine,
    from: Source<'_>,
    scope: BookScope<'_>,
    progress: &Progress,
) -> Result<Vec<u8>, JobError> {
    let data = from.data;
    let mut book = ReturnsBook::new(data, scope.language);
    let all = data.waves_of(scope.survey.id);
    for wave in all.filter(|wave| scope.wave.is_none_or(|one| one.id == wave.id)) {
        let returns = engine.returns(from, wave.id)?;
        book.add(wave, choose::revision(data, wave)?, &returns, progress)?;
    }
    Ok(book.bytes()?)
}

/// The customers the form of the wave, or of the newest one, went to who have not answered.
pub fn unanswered(
    engine: &mut Engine,
    from: Source<'_>,
    scope: BookScope<'_>,
) -> Result<Vec<u8>, JobError> {
    let data = from.data;
    let wave = match scope.wave {
        Some(wave) => wave,
        None => choose::wave(data, scope.survey, None)?,
    };
    let returns = engine.returns(from, wave.id)?;
    let silent = analysis::unanswered(data.frame(wave.id), &returns);
    Ok(excel::unanswered(data, wave, &silent, scope.language)?)
}

/// What waits to be settled of the wave, or of the newest one.
pub fn issues(from: Source<'_>, scope: BookScope<'_>) -> Result<Vec<u8>, JobError> {
    let data = from.data;
    let wave = match scope.wave {
        Some(wave) => wave,
        None => choose::wave(data, scope.survey, None)?,
    };
    let open: Vec<_> = data.open_issues(wave.id).collect();
    issues::write(from.store, data, &open, scope.language)
}

/// The figures of the wave, or of the newest one, beside the wave before, and how they went
/// until then.
pub fn scores(
    engine: &mut Engine,
    from: Source<'_>,
    scope: BookScope<'_>,
    progress: &Progress,
) -> Result<Vec<u8>, JobError> {
    let wave = match scope.wave {
        Some(wave) => wave,
        None => choose::wave(from.data, scope.survey, None)?,
    };
    let scope = print::PageScope {
        survey: scope.survey,
        wave,
        language: scope.language,
    };
    let both = Both::of(engine, from, scope, progress)?;
    let lines = print::lines_until(engine, from, scope, progress)?;
    let returns = engine.returns(from, wave.id)?;
    let segments = engine.segments(from, wave.id)?;
    let mut groups = Vec::new();
    for segment in segments.iter().filter(|it| it.compares()) {
        progress.wanted()?;
        let found = engine.groups(from, wave.id, &Filter::default(), segment)?;
        groups.extend(found.map(|found| (segment_name(segment, scope.language), found)));
    }
    let scored = Scored {
        compared: both.compared(),
        survey: scope.survey,
        lines: &lines,
        segments: &segments,
        whom: &analysis::composition(&returns, from.data.frame(wave.id), &from.data.customers),
        groups: &groups,
        returns: &returns,
        actions: &from.data.actions,
        customers: &from.data.customers,
        today: Zoned::now().date(),
    };
    let heading = print::heading(from.data, scope.language);
    Ok(excel::scores(&scored, &heading)?)
}
