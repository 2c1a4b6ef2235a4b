//! Which answers to a scale count, and which of them are satisfied.

use crate::model::{AnswerColumn, NotApplicable, Scale, ScaleOption};

/// What each code of a scale with satisfied options counts for in its rates.
pub(super) struct Judged {
    pub satisfied: [bool; 256],
    /// Part of the base the rates are a share of.
    pub base: [bool; 256],
}

impl Judged {
    /// `None` when no option counts as satisfied: nothing was asked that a rate could tell.
    pub fn of(scale: &Scale, rule: NotApplicable) -> Option<Self> {
        let mut judged = Self {
            satisfied: [false; 256],
            base: [false; 256],
        };
        let kept = rule == NotApplicable::Include;
        judged.base[usize::from(AnswerColumn::NOT_APPLICABLE)] = kept;
        let mut any = false;
        for (at, option) in scale.options.iter().enumerate().take(256) {
            let answer = is_answer(scale, option);
            judged.base[at] = answer || kept;
            judged.satisfied[at] = answer && option.satisfied;
            any |= judged.satisfied[at];
        }
        any.then_some(judged)
    }
}

/// On a scale without any score (a plain choice) every option is an answer.
pub(super) fn is_answer(scale: &Scale, option: &ScaleOption) -> bool {
    option.score.is_some() || scale.scores().next().is_none()
}
