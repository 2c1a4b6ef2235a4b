//! What the customers of the list think together, in a sentence: the interval that speaks of them
//! alone, and what those who are silent would have to score.

use crate::analysis::WaveFigures;
use crate::i18n::{Language, number};
use crate::model::{Rules, Weighting};
use crate::tr;

/// `None` while the list is not known, where nobody of it answered, of too few, and where customers
/// weigh by turnover: the silent would move the mean by what they weigh, not by how many they are.
pub fn frame(figures: &WaveFigures, rules: &Rules, language: Language) -> Option<String> {
    let by_heads = rules.weights == Weighting::Equal;
    let silent = figures.silent.filter(|it| by_heads && it.answered > 0)?;
    let index = &figures.index;
    let score = index.score.filter(|_| !index.few())?;
    let all = silent.frame;
    let written = number::score_under(score, rules);
    if silent.answered >= all {
        return Some(tr!(language, "silent-all", all = all, score = written));
    }
    let range = number::range_beside(&written, index.frame_low, index.frame_high, rules);
    let range = (range != number::MISSING)
        .then(|| tr!(language, "silent-between", all = all, range = range));
    let missing = all - silent.answered;
    let needed = silent
        .must_score
        .zip(figures.ends)
        .map(|(needed, (low, high))| {
            if needed > high {
                tr!(language, "silent-beyond-reach", missing = missing)
            } else if needed <= low {
                tr!(language, "silent-met-anyway", missing = missing)
            } else {
                let needed = number::decimals(needed, 1);
                tr!(
                    language,
                    "silent-needed",
                    missing = missing,
                    needed = needed
                )
            }
        });
    let said: Vec<String> = range.into_iter().chain(needed).collect();
    Some(said.join(&tr!(language, "sentence-space")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{Figure, Silent};

    fn of(answered: usize, must_score: Option<f64>) -> WaveFigures {
        WaveFigures {
            index: Figure {
                score: Some(86.0),
                n: answered,
                frame_low: Some(84.996),
                frame_high: Some(87.0),
                ..Figure::default()
            },
            ends: Some((20.0, 100.0)),
            silent: Some(Silent {
                frame: 30,
                answered,
                must_score,
            }),
            ..WaveFigures::default()
        }
    }

    #[test]
    fn the_silent_are_told_what_they_would_have_to_score() {
        let said = |figures: &WaveFigures, language| frame(figures, &Rules::default(), language);
        assert_eq!(
            said(&of(22, Some(82.25)), Language::Zh).unwrap(),
            "没答的若与答了的相仿，名单上 30 家的均值在 84.996–87.000 之间（95%）。没答的 8 家平均至少要给 82.3 分才达标。"
        );
        assert_eq!(
            said(&of(22, Some(82.25)), Language::En).unwrap(),
            "Were the silent like those who answered, the mean of all 30 customers on the list would \
             lie within 84.996–87.000 (95%). \
             The 8 silent ones would have to give 82.3 on average for the target."
        );
        let beyond = said(&of(22, Some(101.0)), Language::En).unwrap();
        assert!(
            beyond.ends_with("Even full marks from the 8 silent ones would not reach the target.")
        );
        let anyway = said(&of(22, Some(20.0)), Language::En).unwrap();
        assert!(anyway.ends_with("Whatever the 8 silent ones give, the target is met."));
        let all = said(&of(30, None), Language::En).unwrap();
        assert_eq!(
            all,
            "All 30 customers on the list answered: their mean is 86.0."
        );
        assert_eq!(said(&of(0, None), Language::En), None);
        assert_eq!(
            said(&of(4, Some(85.0)), Language::En),
            None,
            "of four nothing is told"
        );
    }
}
