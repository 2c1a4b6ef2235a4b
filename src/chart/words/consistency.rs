//! Whether the questions behind a figure may be added up.

use crate::analysis::{Consistency, WaveFigures, few_returns};
use crate::i18n::{Language, number};
use crate::tr;

/// From here on items are commonly added up (Nunnally 1978, Psychometric Theory).
const ENOUGH: f64 = 0.7;

/// An item is named where its dimension would be more consistent by as much without it.
const GAIN: f64 = 0.05;

/// One sentence on the reliability of some items, and those that follow from it; empty of too
/// few returns.
pub fn consistency_in_words(
    consistency: &Consistency,
    figures: &WaveFigures,
    language: Language,
) -> String {
    let alpha = &consistency.alpha;
    if few_returns(alpha.n) {
        return String::new();
    }
    let count = consistency.items.len();
    let value = number::decimals(alpha.best(), 2);
    let (low, high) = (alpha.low, alpha.high);
    let interval = [low, high].map(|end| end.map_or_else(String::new, written));
    let mut said = match (count, low.zip(high)) {
        // Feldt's interval is that of the raw alpha.
        (2, _) => tr!(language, "consistency-two", value = value, n = alpha.n),
        (_, Some((low, high))) => {
            let verdict = verdict(low, high, language);
            let [low, high] = interval;
            tr!(
                language,
                "consistency-many",
                count = count,
                value = value,
                low = low,
                high = high,
                n = alpha.n,
                verdict = verdict
            )
        }
        (_, None) => return String::new(),
    };
    let mut add = |more: String| {
        said += &tr!(language, "sentence-space");
        said += &more;
    };
    if alpha.rough {
        add(tr!(language, "consistency-rough"));
    } else if let Some((code, without)) = better_without(consistency, figures) {
        let value = number::decimals(without, 2);
        add(tr!(
            language,
            "consistency-dropped",
            code = code,
            value = value
        ));
    }
    said
}

/// The same beside the figure itself: interval, returns and what they allow.
pub fn consistency_in_short(consistency: &Consistency, language: Language) -> String {
    let alpha = &consistency.alpha;
    let (Some(low), Some(high)) = (alpha.low, alpha.high) else {
        return String::new();
    };
    let verdict = verdict(low, high, language);
    let mut said = tr!(
        language,
        "consistency-short",
        low = written(low),
        high = written(high),
        n = alpha.n,
        verdict = verdict
    );
    if alpha.rough {
        said += &tr!(language, "sentence-space");
        said += &tr!(language, "consistency-rough");
    }
    said
}

fn verdict(low: f64, high: f64, language: Language) -> String {
    match () {
        () if low >= ENOUGH => tr!(language, "consistency-enough"),
        () if high < ENOUGH => tr!(language, "consistency-poor"),
        () => tr!(language, "consistency-unsure"),
    }
}

/// An end of an interval; below 0 nothing is consistent at all.
fn written(end: f64) -> String {
    number::decimals(end.max(0.0), 2)
}

/// The item that takes most from the others, if any does.
fn better_without<'a>(
    consistency: &Consistency,
    figures: &'a WaveFigures,
) -> Option<(&'a str, f64)> {
    let items = consistency.items.iter().zip(&consistency.alpha.items);
    let without = items.filter_map(|(item, it)| Some((item, it.if_dropped?)));
    let (item, best) = without.max_by(|a, b| a.1.total_cmp(&b.1))?;
    let item = figures.item(*item)?;
    (best >= consistency.alpha.raw + GAIN).then_some((item.code.as_str(), best))
}
