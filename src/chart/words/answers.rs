//! The title of answers: it states what they show.

use crate::analysis::{ItemFigures, few_returns, unhappy_options};
use crate::i18n::Language;
use crate::model::Questionnaire;
use crate::tr;

/// The item scored lowest among those of `name`, and how many are unhappy with it.
pub fn answers_title(
    name: &str,
    items: &[&ItemFigures],
    asked: &Questionnaire,
    language: Language,
) -> String {
    let shown = items.iter().filter(|item| !item.figure.few());
    let score = |item: &ItemFigures| item.figure.score.unwrap_or(f64::MAX);
    let Some(lowest) = shown.min_by(|a, b| score(a).total_cmp(&score(b))) else {
        return match items.iter().any(|item| !few_returns(item.figure.n)) {
            true => tr!(language, "answers-hidden", name = name),
            false => tr!(language, "answers-few", name = name),
        };
    };
    let n = lowest.figure.n;
    match (unhappy(lowest, asked), items.len()) {
        (0, _) => tr!(language, "answers-nobody", name = name, n = n),
        (unhappy, 1) => tr!(
            language,
            "answers-unhappy",
            name = name,
            n = n,
            unhappy = unhappy
        ),
        (unhappy, _) => tr!(
            language,
            "answers-lowest",
            name = name,
            code = lowest.code.as_str(),
            n = n,
            unhappy = unhappy
        ),
    }
}

/// Returns with an unhappy answer to the item.
fn unhappy(item: &ItemFigures, asked: &Questionnaire) -> usize {
    let asked = asked.item_of(item.lineage);
    let Some(scale) = asked.and_then(|asked| asked.scale.as_ref()) else {
        return 0;
    };
    let counts = item.counts.iter().zip(unhappy_options(scale));
    let unhappy = counts.filter(|(_, low)| *low);
    let all: Option<usize> = unhappy.map(|(count, _)| count.n).sum();
    all.unwrap_or_default()
}
