//! Pages from what the workspace holds.

use jiff::Zoned;

use super::figures::{self, WaveScores};
use super::{JobError, choose};
use crate::analysis::{Evidence, Filter, Surveyed, TrendLine, trend};
use crate::chart::{Compared, Lines, Shown, Trend};
use crate::i18n::Language;
use crate::model::{Data, Progress, Revision, Subject, Survey, Wave};
use crate::paper::{self, Document, Heading};
use crate::report::{self, Report, Review};
use crate::store::Store;

/// What is printed, of which survey up to which wave.
#[derive(Clone, Copy, Debug)]
pub struct Order<'a> {
    pub survey: &'a Survey,
    pub wave: &'a Wave,
    pub language: Language,
}

/// The page with the lines that were named up to the wave; of the index if none were.
pub fn trend_page(
    store: &Store,
    data: &Data,
    order: Order<'_>,
    of: &[String],
    progress: &Progress,
) -> Result<Document, JobError> {
    let waves = until(store, data, order, progress)?;
    let lines = figures::lines(data, order.survey, &waves, of)?;
    let of_chart = Lines {
        lines: &lines,
        survey: &order.survey.name,
        rules: &choose::revision(data, order.wave)?.questionnaire.rules,
    };
    let chart = Trend::build(&of_chart, Shown::default(), order.language);
    let report = report::trend_page(&chart, &lines, order.language);
    pages(&report, data, order)
}

/// The scores of the wave beside those of the wave before.
pub fn score_page(
    store: &Store,
    data: &Data,
    order: Order<'_>,
    progress: &Progress,
) -> Result<Document, JobError> {
    let now = figures::of_wave(store, data, order.wave, &Filter::default())?;
    progress.wanted()?;
    let before = before(store, data, order.wave)?;
    progress.wanted()?;
    let revisions = revisions(data, order.survey);
    let compared = Compared {
        current: now.surveyed(),
        previous: before.as_ref().map(WaveScores::surveyed),
        revisions: &revisions,
    };
    let report = report::score_page(&compared, order.survey, order.language);
    pages(&report, data, order)
}

/// The management-review material of the wave.
pub fn review(
    store: &Store,
    data: &Data,
    order: Order<'_>,
    progress: &Progress,
) -> Result<Document, JobError> {
    let waves = until(store, data, order, progress)?;
    let Some((now, earlier)) = waves.split_last() else {
        return Err(JobError::NoWave {
            survey: order.survey.name.clone(),
        });
    };
    let revisions = revisions(data, order.survey);
    let evidence = Evidence {
        current: now.surveyed(),
        previous: earlier.last().map(WaveScores::surveyed),
        revisions: &revisions,
        returns: &now.returns,
        frame: data.frame(order.wave.id),
        customers: &data.customers,
        filter: &Filter::default(),
    };
    let review = Review {
        survey: order.survey,
        evidence,
        lines: &dimension_lines(now, &waves, &revisions),
        actions: &data.actions,
        today: Zoned::now().date(),
    };
    let report = report::review(&review, &data.workspace, order.language);
    pages(&report, data, order)
}

/// The index and every dimension of the newest questionnaire.
fn dimension_lines(
    now: &WaveScores,
    waves: &[WaveScores],
    revisions: &[Revision],
) -> Vec<TrendLine> {
    let dimensions = now.figures.dimensions.iter();
    let dimensions = dimensions.map(|known| Subject::Dimension(known.code.clone()));
    let subjects: Vec<Subject> = std::iter::once(Subject::Index).chain(dimensions).collect();
    let surveyed: Vec<Surveyed<'_>> = waves.iter().map(WaveScores::surveyed).collect();
    trend(&surveyed, revisions, &subjects)
}

/// The index and every dimension up to the wave.
pub(super) fn lines_until(
    store: &Store,
    data: &Data,
    order: Order<'_>,
    progress: &Progress,
) -> Result<Vec<TrendLine>, JobError> {
    let waves = until(store, data, order, progress)?;
    let revisions = revisions(data, order.survey);
    let now = waves.last();
    Ok(now.map_or_else(Vec::new, |now| dimension_lines(now, &waves, &revisions)))
}

fn pages(report: &Report, data: &Data, order: Order<'_>) -> Result<Document, JobError> {
    Ok(paper::pages(report, &heading(data, order))?)
}

pub(super) fn heading<'a>(data: &'a Data, order: Order<'_>) -> Heading<'a> {
    Heading {
        workspace: &data.workspace,
        language: order.language,
    }
}

pub(super) fn revisions(data: &Data, survey: &Survey) -> Vec<Revision> {
    data.revisions_of(survey.id).cloned().collect()
}

/// Every wave up to the one that is printed, oldest first.
fn until(
    store: &Store,
    data: &Data,
    order: Order<'_>,
    progress: &Progress,
) -> Result<Vec<WaveScores>, JobError> {
    let mut waves: Vec<&Wave> = data.waves_of(order.survey.id).collect();
    let last = waves.iter().position(|one| one.id == order.wave.id);
    waves.truncate(last.map_or(waves.len(), |last| last + 1));
    // What is made of them counts as one more.
    progress.expect(waves.len() as u64 + 1);
    figures::of_waves(store, data, waves, progress)
}

pub(super) fn before(
    store: &Store,
    data: &Data,
    wave: &Wave,
) -> Result<Option<WaveScores>, JobError> {
    let before = data.wave_before(wave.id);
    before
        .map(|wave| figures::of_wave(store, data, wave, &Filter::default()))
        .transpose()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::jobs::{export, sample};

    #[test]
    fn what_is_called_off_is_not_made() {
        let folder = tempfile::tempdir().unwrap();
        let path = sample::at(folder.path(), &Progress::default()).unwrap();
        let store = Store::open_read_only(&path).unwrap();
        let data = store.load().unwrap();
        let survey = &data.surveys[0];
        let wave = choose::wave(&data, survey, None).unwrap();
        let language = Language::En;
        let order = Order {
            survey,
            wave,
            language,
        };
        let book = export::Order {
            survey,
            wave: None,
            language,
        };
        let progress = Progress::default();
        progress.cancel();
        let made = [
            trend_page(&store, &data, order, &[], &progress).err(),
            score_page(&store, &data, order, &progress).err(),
            review(&store, &data, order, &progress).err(),
            export::returns(&store, &data, book, &progress).err(),
            export::scores(&store, &data, book, &progress).err(),
        ];
        for error in made {
            assert!(matches!(error, Some(JobError::Cancelled(_))), "{error:?}");
        }
    }
}
