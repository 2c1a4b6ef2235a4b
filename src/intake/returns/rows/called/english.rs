//! What a row of figures is called in English: words that a firm or a person may be called by too.

use super::{Called, HALVES, Name, figure, period};

const ENGLISH_SUMS: [&str; 21] = [
    "average",
    "avg",
    "mean",
    "median",
    "total",
    "sum",
    "std",
    "stdev",
    "stddev",
    "deviation",
    "variance",
    "max",
    "maximum",
    "min",
    "minimum",
    "highest",
    "lowest",
    "mode",
    "range",
    "count",
    "n",
];
const ENGLISH_YARDSTICKS: [&str; 15] = [
    "target",
    "targets",
    "goal",
    "weight",
    "weights",
    "weighting",
    "rank",
    "ranking",
    "example",
    "sample",
    "baseline",
    "benchmark",
    "previous",
    "last",
    "full",
];
const ENGLISH_AROUND: [&str; 22] = [
    "score", "scores", "point", "points", "value", "values", "standard", "dev", "of", "the", "all",
    "overall", "period", "half", "year", "wave", "rating", "ratings", "mark", "marks", "per",
    "item",
];
/// Of the English words those that parents choose.
const GIVEN: [&str; 2] = ["max", "min"];

/// A text of English words.
pub(super) fn english(text: &str) -> Option<Name> {
    let text = text.to_lowercase();
    let words = || {
        // Any other sign is part of somebody's name.
        let between = |c: char| {
            let wide = matches!(c, '\u{2010}'..='\u{2026}' | '\u{3000}'..='\u{303F}' | '\u{FF00}'..='\u{FF0F}' | '\u{FF1A}'..='\u{FF20}');
            c.is_whitespace() || !c.is_alphanumeric() && (c.is_ascii() || wide)
        };
        let words = text.split(between);
        words.filter(|word| !word.is_empty())
    };
    let is_period = |word: &str| !word.is_empty() && period(word) == word.len();
    let sum = words().any(|word| ENGLISH_SUMS.contains(&word));
    let yardstick = words().any(|word| ENGLISH_YARDSTICKS.contains(&word) || is_period(word));
    let known = |word: &str| {
        ENGLISH_SUMS.contains(&word)
            || figure(word) == word.len()
            || ENGLISH_YARDSTICKS.contains(&word)
            || ENGLISH_AROUND.contains(&word)
            || is_period(word)
            || HALVES.contains(&word)
            || period(&format!("{word}h1")) == word.len() + 2
    };
    if !(sum || yardstick) || !words().all(known) {
        return None;
    }
    Some(Name {
        called: if sum { Called::Sum } else { Called::Yardstick },
        sure: false,
        given: words().all(|word| GIVEN.contains(&word)),
        example: false,
        count: words().any(|word| matches!(word, "n" | "count")),
    })
}
