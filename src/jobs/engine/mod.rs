//! The figures of waves, for window, review, print, export and command line alike: waves are
//! read and figures computed when they are asked for, and kept until a change reaches them or
//! their room is needed.
//!
//! Knows no one's wishes: which waves, which filter and what becomes of the figures is said by
//! who asks.

mod cache;
mod compare;
mod same;
mod weight;
mod what_if;

use std::sync::Arc;

use self::cache::Cache;
use super::{JobError, choose};
use crate::analysis::{
    self, Filter, Groups, Insight, Segment, SegmentFigure, Surveyed, WaveFigures,
};
use crate::model::{
    Data, Progress, Questionnaire, Revision, RevisionId, Tag, Tagging, Touched, Wave, WaveId,
    WaveReturns,
};
use crate::store::Store;

/// What waves are read from: the file, and what is known of it.
#[derive(Clone, Copy)]
pub struct Source<'a> {
    pub store: &'a Store,
    pub data: &'a Data,
}

/// A wave with what its returns say.
#[derive(Clone, Debug)]
pub struct WaveScores {
    pub wave: Wave,
    pub revision: Revision,
    pub figures: Arc<WaveFigures>,
}

impl WaveScores {
    /// As analysis wants it.
    pub fn surveyed(&self) -> Surveyed<'_> {
        Surveyed {
            wave: &self.wave,
            revision: &self.revision,
            figures: &self.figures,
        }
    }
}

/// Returns and figures of waves of one file.
#[derive(Default)]
pub struct Engine {
    cache: Cache,
    /// However few the returns are.
    exact: bool,
}

impl Engine {
    /// One whose figures hold however few returns stand behind them: for programs that reckon
    /// on with them, never for what somebody reads.
    #[must_use]
    pub fn exact() -> Self {
        Self {
            exact: true,
            ..Self::default()
        }
    }

    /// Forgets what a change reached.
    pub fn forget(&mut self, touched: &Touched) {
        self.cache.forget(touched);
    }

    /// The returns of a wave, read if they are not at hand.
    ///
    /// # Errors
    /// What the file says that cannot be read.
    pub fn returns(
        &mut self,
        from: Source<'_>,
        wave: WaveId,
    ) -> Result<Arc<WaveReturns>, JobError> {
        if let Some(returns) = self.cache.returns(wave) {
            return Ok(returns);
        }
        let read = from.store.load_wave(wave);
        let mut returns = read.map_err(JobError::of(from.store))?;
        tag(from.data, &mut returns);
        let returns = Arc::new(returns);
        self.cache.keep_returns(&returns);
        Ok(returns)
    }

    /// The figures of a wave under a filter, those of each return among them, beside the wave
    /// before; empty of a wave that is not known.
    ///
    /// # Errors
    /// As for [`Engine::returns`].
    pub fn figures(
        &mut self,
        from: Source<'_>,
        wave: WaveId,
        filter: &Filter,
    ) -> Result<Arc<WaveFigures>, JobError> {
        if let Some(figures) = self.cache.figures(wave, filter) {
            return Ok(figures);
        }
        let before = from.data.wave_before(wave).map(|it| it.id);
        let figures = self.figures_against(from, wave, filter, before)?;
        self.cache.keep_figures(wave, filter, &figures);
        Ok(figures)
    }

    /// The figures of a wave by the rules of a revision beside the wave before, without those of
    /// its returns: so that those of all waves stay at hand.
    fn line(
        &mut self,
        from: Source<'_>,
        wave: WaveId,
        filter: &Filter,
        by: RevisionId,
    ) -> Result<Arc<WaveFigures>, JobError> {
        if let Some(line) = self.cache.line(wave, filter, by) {
            return Ok(line);
        }
        let line = Arc::new(self.compared_line(from, wave, filter, by)?);
        self.cache.keep_line(wave, (filter, by), &line);
        Ok(line)
    }

    /// What a wave tells beside its scores; nothing of a wave that is not known.
    ///
    /// # Errors
    /// As for [`Engine::returns`].
    pub fn insight(
        &mut self,
        from: Source<'_>,
        wave: WaveId,
        filter: &Filter,
    ) -> Result<Arc<Insight>, JobError> {
        if let Some(insight) = self.cache.insight(wave, filter) {
            return Ok(insight);
        }
        let figures = self.figures(from, wave, filter)?;
        let returns = self.returns(from, wave)?;
        let people = (from.data.frame(wave), from.data.customers.as_slice());
        let asked = questionnaire(from.data, wave);
        let insight =
            asked.map(|asked| analysis::insight(asked, &returns, people, filter, &figures));
        let insight = Arc::new(insight.unwrap_or_default());
        self.cache.keep_insight(wave, filter, &insight);
        Ok(insight)
    }

    /// What the returns of a wave can be split by.
    ///
    /// # Errors
    /// As for [`Engine::returns`].
    pub fn segments(
        &mut self,
        from: Source<'_>,
        wave: WaveId,
    ) -> Result<Arc<Vec<Segment>>, JobError> {
        if let Some(segments) = self.cache.segments(wave) {
            return Ok(segments);
        }
        let returns = self.returns(from, wave)?;
        let frame = from.data.frame(wave);
        let customers = &from.data.customers;
        let asked = questionnaire(from.data, wave);
        let segments = asked.map(|asked| analysis::segments(asked, &returns, frame, customers));
        let segments = Arc::new(segments.unwrap_or_default());
        self.cache.keep_segments(wave, &segments);
        Ok(segments)
    }

    /// The index of every group of a wave under a filter; of none of a wave that is not known.
    ///
    /// # Errors
    /// As for [`Engine::returns`].
    pub fn by_segment(
        &mut self,
        from: Source<'_>,
        wave: WaveId,
        filter: &Filter,
    ) -> Result<Vec<SegmentFigure>, JobError> {
        let segments = self.segments(from, wave)?;
        let returns = self.returns(from, wave)?;
        let people = (from.data.frame(wave), from.data.customers.as_slice());
        let asked = questionnaire(from.data, wave);
        let groups =
            asked.map(|asked| analysis::by_segment(asked, &returns, people, filter, &segments));
        Ok(groups.unwrap_or_default())
    }

    /// The groups of a name side by side, under a filter; `None` of a wave that is not known.
    ///
    /// # Errors
    /// As for [`Engine::returns`].
    pub fn groups(
        &mut self,
        from: Source<'_>,
        wave: WaveId,
        filter: &Filter,
        segment: &Segment,
    ) -> Result<Option<Groups>, JobError> {
        let returns = self.returns(from, wave)?;
        let people = (from.data.frame(wave), from.data.customers.as_slice());
        let asked = questionnaire(from.data, wave);
        let compute = match self.exact {
            true => analysis::exact_groups,
            false => analysis::groups,
        };
        Ok(asked.map(|asked| compute(asked, &returns, people, filter, segment)))
    }

    /// A wave with its figures under a filter.
    ///
    /// # Errors
    /// As for [`Engine::returns`].
    pub fn scores(
        &mut self,
        from: Source<'_>,
        wave: &Wave,
        filter: &Filter,
    ) -> Result<WaveScores, JobError> {
        Ok(WaveScores {
            wave: wave.clone(),
            revision: choose::revision(from.data, wave)?.clone(),
            figures: self.figures(from, wave.id, filter)?,
        })
    }

    /// Some waves in their order under a filter, each without the figures of its returns and by the
    /// rules of the last, with all that decides what may be told of them.
    ///
    /// # Errors
    /// As for [`Engine::returns`]; [`JobError::Cancelled`] when it was called off.
    pub fn lines<'a>(
        &mut self,
        from: Source<'_>,
        waves: impl IntoIterator<Item = &'a Wave>,
        filter: &Filter,
        progress: &Progress,
    ) -> Result<Vec<WaveScores>, JobError> {
        let waves: Vec<&Wave> = waves.into_iter().collect();
        let Some(by) = waves.last().map(|newest| newest.revision) else {
            return Ok(Vec::new());
        };
        let mut lines = Vec::new();
        for (done, wave) in (0..).zip(waves) {
            progress.reach(done)?;
            lines.push(WaveScores {
                wave: wave.clone(),
                revision: choose::revision(from.data, wave)?.clone(),
                figures: self.line(from, wave.id, filter, by)?,
            });
        }
        progress.reach(lines.len() as u64)?;
        self.decide(from, &mut lines, filter, by)?;
        Ok(lines)
    }
}

/// What a wave asked.
fn questionnaire(data: &Data, wave: WaveId) -> Option<&Questionnaire> {
    let wave = data.wave(wave)?;
    let revision = data.revision(wave.revision)?;
    Some(&revision.questionnaire)
}

/// Tells the tags of its comments, which are no part of the file.
fn tag(data: &Data, returns: &mut WaveReturns) {
    let Some(wave) = data.wave(returns.wave) else {
        return;
    };
    let tags: Vec<&Tag> = data.tags_of(wave.survey).collect();
    let said = data.taggings.iter().filter(|it| it.wave == wave.id);
    let said: Vec<&Tagging> = said.collect();
    if let Some(asked) = questionnaire(data, wave.id) {
        returns.tagged = analysis::tagged(asked, returns, &tags, &said);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Language;
    use crate::jobs::{export, print, sample};

    #[test]
    fn what_one_has_asked_for_another_finds_at_hand() {
        let folder = tempfile::tempdir().unwrap();
        let path = sample::at(folder.path(), &Progress::default()).unwrap();
        let store = Store::open_read_only(&path).unwrap();
        let data = store.load().unwrap();
        let from = Source {
            store: &store,
            data: &data,
        };
        let survey = &data.surveys[0];
        let wave = choose::wave(&data, survey, None).unwrap();
        let (language, progress) = (Language::Zh, Progress::default());
        let mut engine = Engine::default();
        let returns = engine.returns(from, wave.id).unwrap();
        let figures = engine.figures(from, wave.id, &Filter::default()).unwrap();
        let scope = print::PageScope {
            survey,
            wave,
            language,
        };
        let book = export::BookScope {
            survey,
            wave: Some(wave),
            language,
        };
        print::review(&mut engine, from, scope, &progress).unwrap();
        export::scores(&mut engine, from, book, &progress).unwrap();
        let again = engine.figures(from, wave.id, &Filter::default()).unwrap();
        assert!(Arc::ptr_eq(&figures, &again));
        assert!(Arc::ptr_eq(
            &returns,
            &engine.returns(from, wave.id).unwrap()
        ));
        engine.forget(&Touched {
            waves: vec![wave.id],
            everything: false,
            tags: false,
        });
        let changed = engine.figures(from, wave.id, &Filter::default()).unwrap();
        assert!(!Arc::ptr_eq(&figures, &changed));
    }
}
