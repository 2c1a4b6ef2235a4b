//! The customers who stayed, over all waves of a survey.

use std::sync::Arc;

use super::compare::measure;
use super::{Engine, JobError, Source, choose};
use crate::analysis::{Compare, Filter, SameLine, WaveFigures, same_lines};
use crate::model::{Progress, Questionnaire, Revision, Wave, WaveReturns};

/// Returns of all waves together that are held at once, at most.
const MOST: usize = 200_000;

/// A wave held by its rules.
struct Held<'a> {
    wave: &'a Wave,
    revision: &'a Revision,
    measure: Questionnaire,
    returns: Arc<WaveReturns>,
    figures: Arc<WaveFigures>,
}

impl Engine {
    /// What the same customers said of each subject in some waves, in their order, by the rules of
    /// the last; nothing of more returns than can be held.
    ///
    /// # Errors
    /// As for [`Engine::returns`]; [`JobError::Cancelled`] when it was called off.
    pub fn same_customers<'a>(
        &mut self,
        from: Source<'a>,
        waves: impl IntoIterator<Item = &'a Wave>,
        progress: &Progress,
    ) -> Result<Vec<SameLine>, JobError> {
        let waves: Vec<&Wave> = waves.into_iter().collect();
        let newest = waves.last().map(|it| choose::revision(from.data, it));
        let Some(by) = newest.transpose()? else {
            return Ok(Vec::new());
        };
        let everybody = Filter::default();
        let mut held = Vec::new();
        let mut returns = 0;
        for wave in waves {
            progress.wanted()?;
            let revision = choose::revision(from.data, wave)?;
            let figures = self.alone(from, wave.id, &everybody, by)?;
            returns += figures.counted;
            if returns > MOST {
                return Ok(Vec::new());
            }
            held.push(Held {
                wave,
                revision,
                measure: measure(revision, by).0,
                returns: self.returns(from, wave.id)?,
                figures,
            });
        }
        let compared = held.iter().map(|it| Compare {
            wave: it.wave,
            revision: it.revision,
            measure: &it.measure,
            returns: &it.returns,
            frame: from.data.frame(it.wave.id),
            customers: &from.data.customers,
            filter: &everybody,
            figures: &it.figures,
        });
        let compared: Vec<Compare> = compared.collect();
        Ok(same_lines(&compared, self.exact))
    }
}
