//! Documents from what the workspace holds.

use jiff::Zoned;

use super::engine::{Engine, Source, WaveScores};
use super::{JobError, choose, figures};
use crate::analysis::{Evidence, Filter, Surveyed, TrendLine, trend};
use crate::chart::{Compared, Layers, Lines, Trend};
use crate::i18n::{self, Language};
use crate::model::{
    Data, FormIdentity, FormatKind, Past, Progress, Revision, Subject, Survey, Wave,
};
use crate::paper::{self, Document, Heading, Writer, Written};
use crate::report::{self, Report, Review};
use crate::tr;

/// What is printed, of which survey up to which wave.
#[derive(Clone, Copy, Debug)]
pub struct PageScope<'a> {
    pub survey: &'a Survey,
    pub wave: &'a Wave,
    pub language: Language,
}

/// The page with the lines that were named up to the wave; of the index if none were.
pub fn trend_page(
    engine: &mut Engine,
    from: Source<'_>,
    scope: PageScope<'_>,
    of: &[String],
    progress: &Progress,
) -> Result<Report, JobError> {
    let waves = until(engine, from, scope, progress)?;
    let past = past_until(from.data, scope);
    let lines = figures::lines(from.data, scope.survey, (&waves, &past), of)?;
    let of_chart = Lines {
        lines: &lines,
        survey: &scope.survey.name,
        rules: &choose::revision(from.data, scope.wave)?.questionnaire.rules,
    };
    let chart = Trend::build(&of_chart, Layers::default(), scope.language);
    Ok(report::trend_page(&chart, &lines, scope.language))
}

/// The scores of the wave beside those of the wave before.
pub fn score_page(
    engine: &mut Engine,
    from: Source<'_>,
    scope: PageScope<'_>,
    progress: &Progress,
) -> Result<Report, JobError> {
    let both = Both::of(engine, from, scope, progress)?;
    let compared = both.compared();
    Ok(report::score_page(&compared, scope.survey, scope.language))
}

/// The management-review material of the wave.
pub fn review(
    engine: &mut Engine,
    from: Source<'_>,
    scope: PageScope<'_>,
    progress: &Progress,
) -> Result<Report, JobError> {
    // The lines take what these two have computed.
    let both = Both::of(engine, from, scope, progress)?;
    let waves = until(engine, from, scope, progress)?;
    let returns = engine.returns(from, scope.wave.id)?;
    let insight = engine.insight(from, scope.wave.id, &Filter::default())?;
    let Compared {
        current,
        previous,
        revisions,
        ..
    } = both.compared();
    let evidence = Evidence {
        current,
        previous,
        revisions,
        returns: &returns,
        frame: from.data.frame(scope.wave.id),
        customers: &from.data.customers,
        filter: &Filter::default(),
    };
    let past = past_until(from.data, scope);
    let review = Review {
        survey: scope.survey,
        evidence,
        insight: &insight,
        kpis: &from.data.kpis,
        lines: &dimension_lines(&both.now, &waves, (revisions, &past)),
        actions: &from.data.actions,
        today: Zoned::now().date(),
    };
    let workspace = &from.data.workspace;
    Ok(report::review(&review, workspace, scope.language))
}

/// The form of a revision and the language it is in: that of its texts, `otherwise` while it has
/// none.
pub fn form(revision: &Revision, otherwise: Language) -> (Report, Language) {
    let language = i18n::form::language(&revision.questionnaire).unwrap_or(otherwise);
    (report::form(revision, language), language)
}

/// The form of a revision as one customer gets it: its pages carry whose it is, so that a scan of
/// them is known again. The same identity gives the same pages.
///
/// # Errors
/// Those of laying out pages.
pub fn form_of(
    data: &Data,
    revision: &Revision,
    identity: FormIdentity,
    otherwise: Language,
) -> Result<Document, JobError> {
    let (report, language) = form(revision, otherwise);
    let customer = data.customer(identity.customer);
    let whose = customer.map(|it| {
        let (name, code) = (it.name.as_str(), it.code.as_str());
        tr!(language, "form-whose", name = name, code = code)
    });
    Ok(paper::marked_pages(
        &report,
        &heading(data, language),
        identity,
        &whose.unwrap_or_default(),
    )?)
}

/// The index and every dimension of the newest questionnaire.
fn dimension_lines(
    now: &WaveScores,
    waves: &[WaveScores],
    (revisions, past): (&[Revision], &[&Past]),
) -> Vec<TrendLine> {
    let dimensions = now.figures.dimensions.iter();
    let dimensions = dimensions.map(|known| Subject::Dimension(known.code.clone()));
    let subjects: Vec<Subject> = std::iter::once(Subject::Index).chain(dimensions).collect();
    let surveyed: Vec<Surveyed<'_>> = waves.iter().map(WaveScores::surveyed).collect();
    trend(&surveyed, revisions, past, &subjects)
}

/// Waves up to that in question of which a report alone is left.
fn past_until<'a>(data: &'a Data, scope: PageScope<'_>) -> Vec<&'a Past> {
    let past = data.past_of(scope.survey.id);
    past.filter(|past| past.period <= scope.wave.period)
        .collect()
}

/// The index and every dimension up to the wave.
pub(super) fn lines_until(
    engine: &mut Engine,
    from: Source<'_>,
    scope: PageScope<'_>,
    progress: &Progress,
) -> Result<Vec<TrendLine>, JobError> {
    let waves = until(engine, from, scope, progress)?;
    let revisions = revisions(from.data, scope.survey);
    let past = past_until(from.data, scope);
    let now = waves.last();
    let lines = |now| dimension_lines(now, &waves, (&revisions, &past));
    Ok(now.map_or_else(Vec::new, lines))
}

/// A report in a format: on its pages, or its tables as a workbook.
///
/// # Errors
/// Those of laying it out and packing it.
pub fn file(report: &Report, heading: &Heading<'_>, format: &Writer) -> Result<Written, JobError> {
    match format.kind {
        FormatKind::Workbook => Ok(Written {
            bytes: paper::excel::tables(report, heading)?,
            lacking: String::new(),
        }),
        FormatKind::Pages | FormatKind::Drawing | FormatKind::Picture => {
            Ok(format.document(report, heading)?)
        }
    }
}

/// What stands on every page.
pub fn heading(data: &Data, language: Language) -> Heading<'_> {
    Heading {
        workspace: &data.workspace,
        language,
    }
}

fn revisions(data: &Data, survey: &Survey) -> Vec<Revision> {
    data.revisions_of(survey.id).cloned().collect()
}

/// Every wave up to the one that is printed, oldest first.
fn until(
    engine: &mut Engine,
    from: Source<'_>,
    scope: PageScope<'_>,
    progress: &Progress,
) -> Result<Vec<WaveScores>, JobError> {
    let mut waves: Vec<&Wave> = from.data.waves_of(scope.survey.id).collect();
    let last = waves.iter().position(|one| one.id == scope.wave.id);
    waves.truncate(last.map_or(waves.len(), |last| last + 1));
    // What is made of them counts as one more.
    progress.expect(waves.len() as u64 + 1);
    engine.lines(from, waves, &Filter::default(), progress)
}

/// A wave and the one before it, whoever is looked at.
pub(super) struct Both {
    now: WaveScores,
    before: Option<WaveScores>,
    revisions: Vec<Revision>,
}

impl Both {
    pub(super) fn of(
        engine: &mut Engine,
        from: Source<'_>,
        scope: PageScope<'_>,
        progress: &Progress,
    ) -> Result<Self, JobError> {
        let everybody = Filter::default();
        let now = engine.scores(from, scope.wave, &everybody)?;
        progress.wanted()?;
        let before = from.data.wave_before(scope.wave.id);
        let before = before.map(|wave| engine.scores(from, wave, &everybody));
        let before = before.transpose()?;
        progress.wanted()?;
        let revisions = revisions(from.data, scope.survey);
        Ok(Self {
            now,
            before,
            revisions,
        })
    }

    pub(super) fn compared(&self) -> Compared<'_> {
        Compared {
            current: self.now.surveyed(),
            previous: self.before.as_ref().map(WaveScores::surveyed),
            chosen: false,
            revisions: &self.revisions,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::jobs::{export, sample};
    use crate::store::Store;

    #[test]
    fn what_is_called_off_is_not_made() {
        let folder = tempfile::tempdir().unwrap();
        let path = sample::at(folder.path(), &Progress::default()).unwrap();
        let store = Store::open_read_only(&path).unwrap();
        let data = store.load().unwrap();
        let survey = &data.surveys[0];
        let wave = choose::wave(&data, survey, None).unwrap();
        let language = Language::En;
        let scope = PageScope {
            survey,
            wave,
            language,
        };
        let book = export::BookScope {
            survey,
            wave: None,
            language,
        };
        let from = Source {
            store: &store,
            data: &data,
        };
        let engine = &mut Engine::default();
        let progress = Progress::default();
        progress.cancel();
        let made = [
            trend_page(engine, from, scope, &[], &progress).err(),
            score_page(engine, from, scope, &progress).err(),
            review(engine, from, scope, &progress).err(),
            export::returns(engine, from, book, &progress).err(),
            export::scores(engine, from, book, &progress).err(),
        ];
        for error in made {
            assert!(matches!(error, Some(JobError::Cancelled(_))), "{error:?}");
        }
    }
}
