//! Waves read and figures computed, kept until a change reaches them.

use std::sync::Arc;

use super::Event;
use super::bench::Bench;
use crate::analysis::{
    Evidence, Filter, Finding, Surveyed, WaveFigures, figures, findings, segments,
};
use crate::jobs::JobError;
use crate::model::{Data, SurveyId, Touched, WaveId, WaveReturns};
use crate::ui::{TrendWave, WaveView};

/// Waves kept in memory; a big one takes some megabytes.
const KEPT: usize = 12;

/// What was read, the wave used last at the end.
#[derive(Default)]
pub(super) struct Cache {
    waves: Vec<Kept>,
}

struct Kept {
    returns: Arc<WaveReturns>,
    views: Vec<(Filter, WaveView)>,
}

impl Cache {
    /// Forgets what a change reached.
    pub(super) fn forget(&mut self, touched: &Touched) {
        if touched.everything {
            for kept in &mut self.waves {
                kept.views.clear();
            }
        }
        self.waves
            .retain(|kept| !touched.waves.contains(&kept.returns.wave));
    }
}

impl Bench {
    pub(super) fn figures(
        &mut self,
        wave: WaveId,
        filter: &Filter,
        number: u64,
    ) -> Result<Event, JobError> {
        let before = self.data.wave_before(wave).map(|before| before.id);
        let view = Box::new(self.view(wave, filter)?);
        let previous = match before {
            Some(before) => Some(Box::new(self.view(before, filter)?)),
            None => None,
        };
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
    ) -> Result<Event, JobError> {
        let all: Vec<WaveId> = self.data.waves_of(survey).map(|wave| wave.id).collect();
        let waves: Result<Vec<TrendWave>, JobError> = all
            .into_iter()
            .map(|wave| {
                let figures = self.view(wave, filter)?.figures;
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
    pub(super) fn view(&mut self, wave: WaveId, filter: &Filter) -> Result<WaveView, JobError> {
        let mut kept = self.kept(wave)?;
        let known = kept.views.iter().find(|(known, _)| known == filter);
        let view = match known {
            Some((_, view)) => view.clone(),
            None => {
                let view = compute(&self.data, &kept.returns, filter);
                kept.views.push((filter.clone(), view.clone()));
                view
            }
        };
        if kept.views.len() > KEPT {
            kept.views.remove(0);
        }
        self.cache.waves.push(kept);
        if self.cache.waves.len() > KEPT {
            self.cache.waves.remove(0);
        }
        Ok(view)
    }

    /// The returns of a wave, read if they are not at hand.
    pub(super) fn returns(&mut self, wave: WaveId) -> Result<Arc<WaveReturns>, JobError> {
        let kept = self.kept(wave)?;
        let returns = Arc::clone(&kept.returns);
        self.cache.waves.push(kept);
        Ok(returns)
    }

    /// Takes a wave out of the cache, or reads it.
    fn kept(&mut self, wave: WaveId) -> Result<Kept, JobError> {
        let waves = &mut self.cache.waves;
        if let Some(at) = waves.iter().position(|kept| kept.returns.wave == wave) {
            return Ok(waves.remove(at));
        }
        let store = self.store()?;
        let returns = store.load_wave(wave).map_err(JobError::of(store))?;
        Ok(Kept {
            returns: Arc::new(returns),
            views: Vec::new(),
        })
    }
}

fn compute(data: &Data, returns: &Arc<WaveReturns>, filter: &Filter) -> WaveView {
    let questionnaire = data
        .wave(returns.wave)
        .and_then(|wave| data.revision(wave.revision))
        .map(|revision| &revision.questionnaire);
    let with = |filter: &Filter| {
        let computed = questionnaire.map(|questionnaire| {
            let frame = data.frame(returns.wave);
            figures(questionnaire, returns, frame, &data.customers, filter)
        });
        Arc::new(computed.unwrap_or_default())
    };
    let whole = with(&Filter::default());
    let filtered = if filter.is_empty() {
        Arc::clone(&whole)
    } else {
        with(filter)
    };
    let segments = questionnaire.map(|questionnaire| {
        let frame = data.frame(returns.wave);
        segments(questionnaire, returns, frame, &data.customers)
    });
    WaveView {
        wave: returns.wave,
        returns: Arc::clone(returns),
        whole,
        figures: filtered,
        segments: Arc::new(segments.unwrap_or_default()),
    }
}
