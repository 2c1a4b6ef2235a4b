//! Returns that are void by a rule the survey says so of, before they are taken in.

use crate::analysis::flags;
use crate::i18n::flag;
use crate::model::{ImportBatch, Questionnaire, WaveReturns};

/// Marks them, with the rule as the reason.
/// Nothing happens unless the rules of the questionnaire ask for it.
pub(super) fn apply(batch: &mut ImportBatch, questionnaire: &Questionnaire) {
    let voids = &questionnaire.rules.validity.voids;
    if voids.is_empty() {
        return;
    }
    let mut returns = WaveReturns {
        wave: batch.import.wave,
        returns: std::mem::take(&mut batch.returns),
        columns: std::mem::take(&mut batch.columns),
        tagged: Vec::new(),
    };
    for at in 0..returns.returns.len() {
        let found = flags(questionnaire, &returns, at);
        let broken = found.into_iter().find(|it| voids.contains(it));
        if let (Some(broken), Some(returned)) = (broken, returns.returns.get_mut(at))
            && returned.void.is_none()
        {
            returned.void = Some(flag::reason(broken));
        }
    }
    batch.returns = returns.returns;
    batch.columns = returns.columns;
}
