//! Figures for the window, from the engine.

use std::sync::Arc;

use super::Event;
use super::bench::Bench;
use crate::analysis::{Evidence, Filter, Finding, Surveyed, WaveFigures, findings};
use crate::jobs::JobError;
use crate::model::{Progress, SurveyId, WaveId};
use crate::ui::{SinceView, TrendWave, WaveView};

impl Bench {
    pub(super) fn figures(
        &mut self,
        (wave, against): (WaveId, Option<WaveId>),
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
        let since = match against {
            Some(other) => Some(self.since(wave, other, filter, progress)?),
            None => None,
        };
        progress.wanted()?;
        let found = self.findings(&view, previous.as_deref(), filter);
        Ok(Event::Figures {
            number,
            findings: Arc::new(found.unwrap_or_default()),
            view,
            previous,
            since,
        })
    }

    /// A wave beside another one that was chosen.
    fn since(
        &mut self,
        wave: WaveId,
        other: WaveId,
        filter: &Filter,
        progress: &Progress,
    ) -> Result<SinceView, JobError> {
        let (engine, from) = self.engine()?;
        progress.wanted()?;
        let before = engine.figures(from, other, filter)?;
        progress.wanted()?;
        let figures = engine.figures_against(from, wave, filter, Some(other))?;
        Ok(SinceView {
            wave: other,
            before,
            figures,
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
        let (engine, from) = self.engine()?;
        let waves = engine.lines(from, from.data.waves_of(survey), filter, progress)?;
        let waves = waves.into_iter().map(|it| TrendWave {
            wave: it.wave.id,
            figures: it.figures,
        });
        let waves = waves.collect();
        // Of some customers alone, those of all would tell of the few others.
        let same = match filter.is_empty() {
            true => engine.same_customers(from, from.data.waves_of(survey), progress)?,
            false => Vec::new(),
        };
        Ok(Event::Waves {
            number,
            waves,
            same,
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
        let (engine, from) = self.engine()?;
        progress.wanted()?;
        let returns = engine.returns(from, wave)?;
        progress.wanted()?;
        let whole = engine.figures(from, wave, &Filter::default())?;
        progress.wanted()?;
        let figures = engine.figures(from, wave, filter)?;
        progress.wanted()?;
        let segments = engine.segments(from, wave)?;
        Ok(WaveView {
            wave,
            returns,
            whole,
            figures,
            segments,
        })
    }
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
            let returns = |bench: &mut Bench, known: &TrendWave| {
                let (engine, from) = bench.engine().unwrap();
                engine.returns(from, known.wave).unwrap()
            };
            let first: Vec<_> = waves.iter().map(|it| returns(&mut bench, it)).collect();
            let again = read(&mut bench).unwrap();
            let same = waves.iter().zip(&again).zip(first);
            for ((one, other), first) in same {
                assert!(Arc::ptr_eq(&one.figures, &other.figures));
                assert!(Arc::ptr_eq(&first, &returns(&mut bench, one)));
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
        let made = bench.figures((wave, None), &Filter::default(), 1, &progress);
        assert!(matches!(made, Err(JobError::Cancelled(_))));
        let survey = bench.data.surveys[0].id;
        let made = bench.waves(survey, &Filter::default(), 1, &progress);
        assert!(matches!(made, Err(JobError::Cancelled(_))));
    }
}
