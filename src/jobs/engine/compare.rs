//! Waves beside earlier ones: by the same rules, so that a change of rules is not read as a change
//! of customers.

use std::sync::Arc;

use super::{Engine, JobError, Source, choose};
use crate::analysis::{self, Changes, Compare, Filter, RuleField, WaveFigures, restated};
use crate::model::{Data, Questionnaire, Revision, RevisionId, Wave, WaveId};

/// How many earlier waves a wave of a line is compared with: no story goes back further.
const BACK: usize = 12;

/// Waves of more returns are compared with the one before alone: others would have to be read
/// again and again.
const LARGE: usize = 20_000;

impl Engine {
    /// The figures of a wave under a filter beside those of another one, however they lie in
    /// time. Not kept.
    ///
    /// # Errors
    /// As for [`Engine::returns`].
    pub fn figures_against(
        &mut self,
        from: Source<'_>,
        wave: WaveId,
        filter: &Filter,
        other: Option<WaveId>,
    ) -> Result<Arc<WaveFigures>, JobError> {
        let Some(by) = revision_of(from.data, wave) else {
            return Ok(Arc::default());
        };
        let alone = self.alone(from, wave, filter, by)?;
        let Some(other) = other else {
            return Ok(alone);
        };
        let mut figures = (*alone).clone();
        figures.changes = vec![self.changes(from, (other, wave), filter, by)?];
        Ok(Arc::new(figures))
    }

    /// The figures of a wave by the rules of a revision, beside those of the waves before, without
    /// those of its returns.
    pub(super) fn compared_line(
        &mut self,
        from: Source<'_>,
        wave: WaveId,
        filter: &Filter,
        by: RevisionId,
    ) -> Result<WaveFigures, JobError> {
        let Some(by) = from.data.revision(by) else {
            return Ok(WaveFigures::default());
        };
        let mut figures = self.alone(from, wave, filter, by)?.without_returns();
        let mut earlier = earlier(from.data, wave);
        if figures.counted > LARGE {
            earlier.truncate(1);
        }
        for other in earlier.into_iter().take(BACK) {
            let changes = self.changes(from, (other, wave), filter, by)?;
            figures.changes.push(changes);
        }
        Ok(figures)
    }

    /// What changed from the older wave to the newer, both by the rules of a revision.
    fn changes(
        &mut self,
        from: Source<'_>,
        (older, newer): (WaveId, WaveId),
        filter: &Filter,
        by: &Revision,
    ) -> Result<Changes, JobError> {
        let known = |wave| {
            let wave: &Wave = from.data.wave(wave).ok_or_else(unknown)?;
            Ok::<_, JobError>((wave, choose::revision(from.data, wave)?))
        };
        let (before, after) = (known(older)?, known(newer)?);
        let measures = [before, after].map(|(_, revision)| measure(revision, by));
        let figures = [
            self.alone(from, older, filter, by)?,
            self.alone(from, newer, filter, by)?,
        ];
        let returns = [self.returns(from, older)?, self.returns(from, newer)?];
        let compare = |at: usize| {
            let (wave, revision) = if at == 0 { before } else { after };
            Compare {
                wave,
                revision,
                measure: &measures[at].0,
                returns: &returns[at],
                frame: from.data.frame(wave.id),
                customers: &from.data.customers,
                filter,
                figures: &figures[at],
            }
        };
        let (older, newer) = (compare(0), compare(1));
        let anew = measures[0].1.clone();
        let changes = analysis::changes(&older, &newer, anew, &from.data.revisions);
        Ok(match self.exact {
            true => changes,
            false => changes.shown(),
        })
    }

    /// The figures of a wave by the rules of a revision, beside no other.
    pub(super) fn alone(
        &mut self,
        from: Source<'_>,
        wave: WaveId,
        filter: &Filter,
        by: &Revision,
    ) -> Result<Arc<WaveFigures>, JobError> {
        let Some(own) = revision_of(from.data, wave) else {
            return Ok(Arc::default());
        };
        let (questionnaire, anew) = measure(own, by);
        // What is scored alike is kept once.
        let by = if anew.is_empty() { own.id } else { by.id };
        if let Some(figures) = self.cache.alone(wave, filter, by) {
            return Ok(figures);
        }
        let returns = self.returns(from, wave)?;
        let (frame, customers) = (from.data.frame(wave), &from.data.customers);
        let compute = match self.exact {
            true => analysis::exact_figures,
            false => analysis::figures,
        };
        let mut figures = compute(&questionnaire, &returns, frame, customers, filter);
        figures.measure = (!anew.is_empty()).then_some(by);
        let figures = Arc::new(figures);
        self.cache.keep_alone(wave, (filter, by), &figures);
        Ok(figures)
    }
}

fn unknown() -> JobError {
    JobError::Unexpected("no such wave".to_owned())
}

/// A questionnaire by the rules of another, and which of its own that changes.
pub(super) fn measure(own: &Revision, by: &Revision) -> (Questionnaire, Vec<RuleField>) {
    let same = || (own.questionnaire.clone(), Vec::new());
    if own.id == by.id {
        return same();
    }
    restated(&own.questionnaire, &by.questionnaire).unwrap_or_else(same)
}

pub(super) fn revision_of(data: &Data, wave: WaveId) -> Option<&Revision> {
    data.revision(data.wave(wave)?.revision)
}

/// The waves before one in its survey, the nearest first.
fn earlier(data: &Data, wave: WaveId) -> Vec<WaveId> {
    let Some(known) = data.wave(wave) else {
        return Vec::new();
    };
    let before = data.waves_of(known.survey).take_while(|it| it.id != wave);
    let mut before: Vec<WaveId> = before.map(|it| it.id).collect();
    before.reverse();
    before
}
