//! What other rules would make of a wave, beside what its rules make of it now.

use super::subject::score_written;
use crate::analysis::Outcome;
use crate::i18n::{Language, number, rule};
use crate::model::{Rule, Rules};
use crate::tr;

/// What is otherwise under other rules, in a line; that nothing is, where nothing is.
pub fn effect_in_words(now: &Outcome, then: &Outcome, language: Language) -> String {
    let parts = [
        index(now, then, language),
        behind(now, then, language),
        satisfied(now, then, language),
        band(now, then, language),
        below(now, then, language),
        counted(now, then, language),
        flagged(now, then, language),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    match parts.is_empty() {
        false => parts.join(&tr!(language, "title-comma")),
        true if (&now.index, &now.dimensions) == (&then.index, &then.dimensions) => {
            tr!(language, "what-if-nothing")
        }
        true => tr!(language, "what-if-little"),
    }
}

/// The rules of a set that are not those of another, each with what it is set to; empty where
/// all figures go by the same.
pub fn rules_apart(from: &Rules, to: &Rules, language: Language) -> String {
    let said = |it: Rule, rules: &Rules| rule::chosen(language, it, rules);
    let apart = Rule::ALL.into_iter();
    let apart = apart.filter(|it| said(*it, from) != said(*it, to));
    let told = |it: Rule| {
        let (name, chosen) = (rule::name(language, it), said(it, to));
        tr!(language, "what-if-rule-is", name = name, chosen = chosen)
    };
    let mut apart: Vec<String> = apart.map(told).collect();
    if from.bands != to.bands {
        apart.push(tr!(language, "what-if-other-bands"));
    }
    apart.join(&tr!(language, "title-semicolon"))
}

/// A difference in points between two values, one of which may not be shown.
fn points(now: Option<f64>, then: Option<f64>) -> Option<f64> {
    Some(then? - now?)
}

fn index(now: &Outcome, then: &Outcome, language: Language) -> Option<String> {
    if then.hidden && then.index.few() {
        return Some(tr!(language, "what-if-index-hidden"));
    }
    let (before, after) = (now.index.score, then.index.score);
    let moved = points(before, after);
    let stays = moved.map_or(before.is_none() && after.is_none(), |it| {
        number::signed(Some(it)) == number::signed(Some(0.0))
    });
    (!stays).then(|| {
        let score = score_written(after, &then.rules);
        with_change(
            tr!(language, "what-if-index", score = score),
            moved,
            language,
        )
    })
}

/// How many returns have an index, where that is another number for another reason than that
/// more or fewer count.
fn behind(now: &Outcome, then: &Outcome, language: Language) -> Option<String> {
    let other = now.index.n != then.index.n && now.counted == then.counted;
    other.then(|| tr!(language, "what-if-behind", count = then.index.n))
}

fn satisfied(now: &Outcome, then: &Outcome, language: Language) -> Option<String> {
    let (before, after) = (now.index.satisfied, then.index.satisfied);
    if then.hidden && after.is_none() {
        return None;
    }
    let written = number::percent(after);
    (written != number::percent(before)).then(|| {
        let moved = points(before, after).map(|it| it * 100.0);
        let words = tr!(language, "what-if-satisfied", share = written);
        with_change(words, moved, language)
    })
}

fn band(now: &Outcome, then: &Outcome, language: Language) -> Option<String> {
    let band = then.index.band.as_ref()?;
    let other = now.index.band.as_ref() != Some(band);
    other.then(|| tr!(language, "what-if-band", band = band.as_str()))
}

fn below(now: &Outcome, then: &Outcome, language: Language) -> Option<String> {
    let count = then.below()?;
    (Some(count) != now.below()).then(|| tr!(language, "what-if-below", count = count))
}

fn counted(now: &Outcome, then: &Outcome, language: Language) -> Option<String> {
    (then.counted != now.counted).then(|| {
        let words = tr!(language, "what-if-counted", count = then.counted);
        let moved = then.counted as f64 - now.counted as f64;
        let moved = match moved > 0.0 {
            true => format!("+{}", number::plain(moved)),
            false => number::plain(moved),
        };
        tr!(
            language,
            "what-if-with-change",
            words = words,
            moved = moved
        )
    })
}

fn flagged(now: &Outcome, then: &Outcome, language: Language) -> Option<String> {
    let count = then.flagged;
    (count != now.flagged).then(|| tr!(language, "what-if-flagged", count = count))
}

fn with_change(words: String, moved: Option<f64>, language: Language) -> String {
    match moved {
        None => words,
        Some(_) => {
            let moved = number::signed(moved);
            tr!(
                language,
                "what-if-with-change",
                words = words,
                moved = moved
            )
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Figure;

    type Change = fn(&mut Outcome);

    fn made(score: Option<f64>, satisfied: f64) -> Outcome {
        let rules = Rules::default();
        Outcome {
            index: Figure {
                score,
                n: 20,
                satisfied: Some(satisfied),
                band: score
                    .and_then(|it| rules.band(it))
                    .map(|it| it.name.clone()),
                target_met: score.map(|it| rules.target_met(it)),
                ..Figure::default()
            },
            dimensions: Vec::new(),
            counted: 24,
            flagged: 0,
            hidden: false,
            rules,
        }
    }

    #[test]
    fn only_what_is_otherwise_is_said_and_nothing_only_where_nothing_is() {
        let now = made(Some(84.5), 0.8);
        let changed = |change: Change| {
            let mut then = now.clone();
            change(&mut then);
            effect_in_words(&now, &then, Language::En)
        };
        let cases: [(Change, &str); 9] = [
            (|_| {}, "no change"),
            (|it| it.index.score = Some(80.6), "index 80.6 (−3.9)"),
            (|it| it.index.score = None, "index –"),
            (
                |it| it.index.score = Some(84.52),
                "changes too small to show",
            ),
            (
                |it| it.index.satisfied = Some(0.75),
                "satisfied 75.0% (−5.0)",
            ),
            (|it| it.index.n = 18, "index of 18 returns"),
            (
                |it| (it.counted, it.index.n) = (23, 19),
                "23 returns count (−1)",
            ),
            (|it| it.flagged = 2, "2 flagged"),
            (
                |it| {
                    it.hidden = true;
                    (it.counted, it.index) = (23, Figure::default());
                },
                "index not shown (found by subtraction otherwise), 23 returns count (−1)",
            ),
        ];
        for (change, said) in cases {
            assert_eq!(changed(change), said);
        }
        let better = made(Some(90.0), 0.8);
        let said = effect_in_words(&now, &better, Language::Zh);
        assert_eq!(said, "指数 90.0（+5.5），等级“很满意”");
    }

    #[test]
    fn rules_are_apart_by_what_they_are_set_to() {
        let from = Rules::default();
        assert_eq!(rules_apart(&from, &from, Language::En), "");
        let mut to = from.clone();
        to.target = 90.0;
        to.validity.required = true;
        to.bands.pop();
        let said = rules_apart(&from, &to, Language::En);
        let expected = "Target (0–100): 90; Required items: All answered; other bands";
        assert_eq!(said, expected);
    }
}
