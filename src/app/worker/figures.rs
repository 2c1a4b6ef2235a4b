//! Waves read and figures computed, kept until a change reaches them.

use std::sync::Arc;

use super::Event;
use super::bench::Bench;
use crate::analysis::{
    Evidence, Filter, Finding, Segment, Surveyed, WaveFigures, figures, findings, segments,
};
use crate::jobs::JobError;
use crate::model::{Data, Progress, Questionnaire, SurveyId, WaveId, WaveReturns};
use crate::ui::{TrendWave, WaveView};

impl Bench {
    pub(super) fn figures(
        &mut self,
        wave: WaveId,
        filter: &Filter,
        number: u64,
        progress: &Progress,
    ) -> Result<Event, JobError> {
        let before = self.data.wave_before(wave).map(|before| before.id);
        let view = Box::new(self.view(wave, filter, progress)?);
        let previous = match before {
            Some(before) => Some(Box::new(self.view(before, filter, progress)?)),
            None => None,
        };
        progress.wanted()?;
        let found = self.findings(&view, previous.as_deref(), filter);
        Ok(Event::Figures {
            number,
            findings: Arc::new(found.unwrap_or_default()),
            view,
            previous,
        })
    }

    /// The figures of every wave of a survey, oldest first.
    pub(super) fn waves(
        &mut self,
        survey: SurveyId,
        filter: &Filter,
        number: u64,
        progress: &Progress,
    ) -> Result<Event, JobError> {
        let all: Vec<WaveId> = self.data.waves_of(survey).map(|wave| wave.id).collect();
        let waves: Result<Vec<TrendWave>, JobError> = all
            .into_iter()
            .map(|wave| {
                progress.wanted()?;
                let figures = self.line(wave, filter)?;
                Ok(TrendWave { wave, figures })
            })
            .collect();
        Ok(Event::Waves {
            number,
            waves: waves?,
        })
    }

    fn findings(
        &self,
        view: &WaveView,
        previous: Option<&WaveView>,
        filter: &Filter,
    ) -> Option<Vec<Finding>> {
        let evidence = Evidence {
            current: self.surveyed(view.wave, &view.figures)?,
            previous: previous.and_then(|view| self.surveyed(view.wave, &view.figures)),
            revisions: &self.data.revisions,
            returns: &view.returns,
            frame: self.data.frame(view.wave),
            customers: &self.data.customers,
            filter,
        };
        Some(findings(&evidence))
    }

    fn surveyed<'a>(&'a self, wave: WaveId, figures: &'a WaveFigures) -> Option<Surveyed<'a>> {
        let wave = self.data.wave(wave)?;
        Some(Surveyed {
            wave,
            revision: self.data.revision(wave.revision)?,
            figures,
        })
    }

    /// The figures of one wave, computed if they are not at hand.
    fn view(
        &mut self,
        wave: WaveId,
        filter: &Filter,
        progress: &Progress,
    ) -> Result<WaveView, JobError> {
        progress.wanted()?;
        let returns = self.returns(wave)?;
        progress.wanted()?;
        let whole = self.scored(&returns, &Filter::default());
        progress.wanted()?;
        let figures = self.scored(&returns, filter);
        progress.wanted()?;
        let segments = self.segments(&returns);
        Ok(WaveView {
            wave,
            returns,
            whole,
            figures,
            segments,
        })
    }

    /// The figures of one wave without those of its returns: so that those of all waves
    /// stay at hand.
    fn line(&mut self, wave: WaveId, filter: &Filter) -> Result<Arc<WaveFigures>, JobError> {
        if let Some(line) = self.cache.line(wave, filter) {
            return Ok(line);
        }
        let whole = match self.cache.figures(wave, filter) {
            Some(figures) => figures,
            None => {
                let returns = self.returns(wave)?;
                Arc::new(self.compute(&returns, filter))
            }
        };
        let line = Arc::new(whole.without_returns());
        self.cache.keep_line(wave, filter, &line);
        Ok(line)
    }

    /// The returns of a wave, read if they are not at hand.
    pub(super) fn returns(&mut self, wave: WaveId) -> Result<Arc<WaveReturns>, JobError> {
        if let Some(returns) = self.cache.returns(wave) {
            return Ok(returns);
        }
        let store = self.store()?;
        let returns = Arc::new(store.load_wave(wave).map_err(JobError::of(store))?);
        self.cache.keep_returns(&returns);
        Ok(returns)
    }

    fn scored(&mut self, returns: &WaveReturns, filter: &Filter) -> Arc<WaveFigures> {
        if let Some(figures) = self.cache.figures(returns.wave, filter) {
            return figures;
        }
        let figures = Arc::new(self.compute(returns, filter));
        self.cache.keep_figures(returns.wave, filter, &figures);
        figures
    }

    fn compute(&self, returns: &WaveReturns, filter: &Filter) -> WaveFigures {
        let questionnaire = questionnaire(&self.data, returns.wave);
        let computed = questionnaire.map(|questionnaire| {
            let frame = self.data.frame(returns.wave);
            figures(questionnaire, returns, frame, &self.data.customers, filter)
        });
        computed.unwrap_or_default()
    }

    fn segments(&mut self, returns: &WaveReturns) -> Arc<Vec<Segment>> {
        if let Some(segments) = self.cache.segments(returns.wave) {
            return segments;
        }
        let questionnaire = questionnaire(&self.data, returns.wave);
        let found = questionnaire.map(|questionnaire| {
            let frame = self.data.frame(returns.wave);
            segments(questionnaire, returns, frame, &self.data.customers)
        });
        let found = Arc::new(found.unwrap_or_default());
        self.cache.keep_segments(returns.wave, &found);
        found
    }
}

/// What a wave asked.
fn questionnaire(data: &Data, wave: WaveId) -> Option<&Questionnaire> {
    let wave = data.wave(wave)?;
    let revision = data.revision(wave.revision)?;
    Some(&revision.questionnaire)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::jobs::{sample, wave};
    use crate::model::{Step, StepKind};
    use crate::store::Store;

    /// The sample with as many waves, most of them without a return yet.
    fn with_waves(folder: &std::path::Path, count: usize) -> Bench {
        let path = sample::at(folder, &Progress::default()).unwrap();
        let mut store = Store::open(&path).unwrap();
        let mut data = store.load().unwrap();
        let survey = data.surveys[0].clone();
        let mut period = data.waves_of(survey.id).last().unwrap().period;
        while data.waves_of(survey.id).count() < count {
            period = period.next();
            let today = jiff::civil::date(2050, 1, 1);
            let opening = wave::opening(&store, &data, &survey, period, today).unwrap();
            let step = Step::new(StepKind::OpenWave, "", opening.changes);
            store.apply(&step).unwrap();
            data = store.load().unwrap();
        }
        Bench {
            store: Some(store),
            data: Arc::new(data),
            ..Bench::default()
        }
    }

    fn read(bench: &mut Bench) -> Result<Vec<TrendWave>, JobError> {
        let survey = bench.data.surveys[0].id;
        let nobody = Filter::default();
        match bench.waves(survey, &nobody, 1, &Progress::default())? {
            Event::Waves { waves, .. } => Ok(waves),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn every_wave_is_read_once_however_many_there_are() {
        for count in [13, 50] {
            let folder = tempfile::tempdir().unwrap();
            let mut bench = with_waves(folder.path(), count);
            let waves = read(&mut bench).unwrap();
            assert_eq!(waves.len(), count);
            for known in &waves {
                bench.returns(known.wave).unwrap();
            }
            // Without the file nothing can be read any more.
            bench.store = None;
            let again = read(&mut bench).unwrap();
            let same = waves.iter().zip(&again);
            for (one, other) in same {
                assert!(Arc::ptr_eq(&one.figures, &other.figures));
                bench.returns(one.wave).unwrap();
            }
        }
    }

    #[test]
    fn figures_nobody_waits_for_are_not_computed() {
        let folder = tempfile::tempdir().unwrap();
        let mut bench = with_waves(folder.path(), 1);
        let progress = Progress::default();
        progress.cancel();
        let wave = bench.data.waves[0].id;
        let made = bench.figures(wave, &Filter::default(), 1, &progress);
        assert!(matches!(made, Err(JobError::Cancelled(_))));
        let survey = bench.data.surveys[0].id;
        let made = bench.waves(survey, &Filter::default(), 1, &progress);
        assert!(matches!(made, Err(JobError::Cancelled(_))));
    }
}
