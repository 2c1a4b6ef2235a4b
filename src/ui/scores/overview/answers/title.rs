//! The title of the answers: it states what they show.

use crate::analysis::{ItemFigures, unhappy_options};
use crate::tr;
use crate::ui::Cx;

/// The item scored lowest, and how many are unhappy with it.
pub(super) fn title(cx: &Cx<'_>, name: &str, items: &[&ItemFigures]) -> String {
    let shown = items.iter().filter(|item| !item.figure.few());
    let score = |item: &ItemFigures| item.figure.score.unwrap_or(f64::MAX);
    let Some(lowest) = shown.min_by(|a, b| score(a).total_cmp(&score(b))) else {
        return tr!(cx.language, "answers-few", name = name);
    };
    let unhappy = unhappy(cx, lowest);
    let n = lowest.figure.n;
    match (unhappy, items.len()) {
        (0, _) => tr!(cx.language, "answers-nobody", name = name, n = n),
        (unhappy, 1) => tr!(
            cx.language,
            "answers-unhappy",
            name = name,
            n = n,
            unhappy = unhappy
        ),
        (unhappy, _) => tr!(
            cx.language,
            "answers-lowest",
            name = name,
            code = lowest.code.as_str(),
            n = n,
            unhappy = unhappy
        ),
    }
}

/// Returns with an unhappy answer to the item.
fn unhappy(cx: &Cx<'_>, item: &ItemFigures) -> usize {
    let asked = cx
        .revision()
        .and_then(|revision| revision.questionnaire.item_of(item.lineage));
    let Some(scale) = asked.and_then(|asked| asked.scale.as_ref()) else {
        return 0;
    };
    let counts = item.counts.iter().zip(unhappy_options(scale));
    counts
        .filter(|(_, low)| *low)
        .map(|(count, _)| count.n)
        .sum()
}
