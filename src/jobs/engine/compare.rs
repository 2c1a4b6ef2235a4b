//! Waves beside earlier ones: by the same rules, so that a change of rules is not read as a change
//! of customers.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Engine, JobError, Source, WaveScores, choose};
use crate::analysis::{self, Changes, Compare, Filter, RuleField, Surveyed, WaveFigures, restated};
use crate::model::{Data, Questionnaire, Revision, RevisionId, Subject, Wave, WaveId};

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

    /// The figures of a wave by the rules of a revision, beside those of the wave before, without
    /// those of its returns. What the wave before did not ask is held against the last that did.
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
        let mut missing = figures.subjects();
        for other in earlier(from.data, wave) {
            let Some(before) = revision_of(from.data, other) else {
                continue;
            };
            let all = missing.len();
            missing.retain(|it| !asked(&before.questionnaire, it));
            if figures.changes.is_empty() || missing.len() < all {
                let changes = self.changes(from, (other, wave), filter, by)?;
                figures.changes.push(changes);
            }
            if missing.is_empty() {
                break;
            }
        }
        Ok(figures)
    }

    /// Adds to lines by the rules of a revision, oldest first, the tests that decide what may be
    /// told of them.
    pub(super) fn decide(
        &mut self,
        from: Source<'_>,
        lines: &mut [WaveScores],
        filter: &Filter,
        by: RevisionId,
    ) -> Result<(), JobError> {
        let Some(by) = from.data.revision(by) else {
            return Ok(());
        };
        let surveyed: Vec<Surveyed<'_>> = lines.iter().map(WaveScores::surveyed).collect();
        let subjects = analysis::subjects(&surveyed);
        let drawn = analysis::trend(&surveyed, &from.data.revisions, &[], &subjects);
        let mut pairs: BTreeMap<(WaveId, WaveId), Vec<Subject>> = BTreeMap::new();
        for (subject, older, newer) in analysis::undecided(&drawn) {
            pairs
                .entry((older, newer))
                .or_default()
                .push(subject.clone());
        }
        for (pair, subjects) in pairs {
            let tests = self.compared(from, pair, filter, by, |older, newer, _| {
                analysis::changes_in(older, newer, &subjects, &from.data.revisions)
            })?;
            if let Some(line) = lines.iter_mut().find(|it| it.wave.id == pair.1) {
                Arc::make_mut(&mut line.figures).changes.push(tests);
            }
        }
        Ok(())
    }

    /// What changed from the older wave to the newer, both by the rules of a revision.
    fn changes(
        &mut self,
        from: Source<'_>,
        pair: (WaveId, WaveId),
        filter: &Filter,
        by: &Revision,
    ) -> Result<Changes, JobError> {
        self.compared(from, pair, filter, by, |older, newer, anew| {
            analysis::changes(older, newer, anew, &from.data.revisions)
        })
    }

    /// What a comparison makes of the older wave and the newer, both by the rules of a revision,
    /// and of the rules the older was scored by anew.
    fn compared(
        &mut self,
        from: Source<'_>,
        (older, newer): (WaveId, WaveId),
        filter: &Filter,
        by: &Revision,
        compare: impl FnOnce(&Compare, &Compare, Vec<RuleField>) -> Changes,
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
        let side = |at: usize| {
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
        let changes = compare(&side(0), &side(1), measures[0].1.clone());
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

/// Whether a questionnaire asks for a subject.
fn asked(questionnaire: &Questionnaire, subject: &Subject) -> bool {
    match subject {
        Subject::Index | Subject::Satisfied => true,
        Subject::Dimension(code) => questionnaire.dimensions.iter().any(|it| it.code == *code),
        Subject::Item(lineage) => questionnaire.item_of(*lineage).is_some(),
    }
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
