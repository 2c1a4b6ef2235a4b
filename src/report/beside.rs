//! What stands beside the scores of a wave: satisfied customers, who would recommend, how far
//! questions may be added up, latent indices.

use super::{Cell, Fact};
use crate::analysis::{Insight, ItemFigures, Latent, SatisfiedCustomers, WaveFigures, few_returns};
use crate::chart::words::consistency_in_short;
use crate::i18n::{Language, number};
use crate::tr;

/// Its title, which says the first of it, and the facts; `None` where there is none.
pub fn beside(
    insight: &Insight,
    figures: &WaveFigures,
    language: Language,
) -> Option<(String, Vec<Fact>)> {
    let mut facts = Vec::new();
    let mut title = tr!(language, "beside-title");
    let shown = !figures.index.few();
    if let Some((found, fact)) = satisfied_customers(insight, figures, language) {
        let (n, satisfied) = (found.n, found.satisfied);
        title = tr!(
            language,
            "beside-satisfied-title",
            n = n,
            satisfied = satisfied
        );
        facts.push(fact);
    }
    facts.extend(figures.items.iter().filter_map(|item| nps(item, language)));
    let whole = insight.consistency.as_ref();
    if let Some(whole) = whole.filter(|it| !few_returns(it.alpha.n)) {
        facts.push(Fact {
            label: tr!(language, "beside-consistency"),
            value: Cell::Text(number::decimals(whole.alpha.best(), 2)),
            note: consistency_in_short(whole, language),
        });
    }
    let latent = insight.latent.as_ref();
    let latent = latent.filter(|it| shown && !few_returns(it.n));
    facts.extend(latent.into_iter().flat_map(|it| blocks(it, language)));
    (!facts.is_empty()).then_some((title, facts))
}

/// The share of satisfied customers with its interval; `None` of too few, and where the index is
/// hidden, which is reckoned from the same answers.
pub(super) fn satisfied_customers(
    insight: &Insight,
    figures: &WaveFigures,
    language: Language,
) -> Option<(SatisfiedCustomers, Fact)> {
    let found = insight.satisfied_customers;
    let found = found.filter(|it| !figures.index.few() && !few_returns(it.n))?;
    let fact = Fact {
        label: tr!(language, "beside-satisfied"),
        value: Cell::Rate(found.share),
        note: tr!(
            language,
            "beside-satisfied-note",
            n = found.n,
            satisfied = found.satisfied,
            from = number::plain(found.from),
            range = number::percent_range(Some(found.low), Some(found.high))
        ),
    };
    Some((found, fact))
}

fn nps(item: &ItemFigures, language: Language) -> Option<Fact> {
    let found = item.nps.filter(|it| !few_returns(it.n))?;
    let rest = found.n - found.promoters - found.detractors;
    let code = item.code.as_str();
    Some(Fact {
        label: tr!(language, "beside-nps", code = code),
        value: Cell::Text(number::signed(Some(found.score))),
        note: tr!(
            language,
            "beside-nps-note",
            promoters = found.promoters,
            rest = rest,
            detractors = found.detractors,
            low = number::signed(Some(found.low)),
            high = number::signed(Some(found.high))
        ),
    })
}

fn blocks(latent: &Latent, language: Language) -> impl Iterator<Item = Fact> {
    let name = |code: &str| {
        let mut blocks = latent.blocks.iter();
        let block = blocks.find(|block| block.code == code);
        block.map_or_else(String::new, |block| block.name.clone())
    };
    latent.blocks.iter().map(move |block| {
        let mut parts = Vec::new();
        if let (Some(_), Some(_)) = (block.low, block.high) {
            let range = number::range(block.low, block.high);
            parts.push(tr!(language, "beside-latent-interval", range = range));
        }
        let mean = number::score(Some(block.mean));
        parts.push(tr!(language, "beside-latent-mean", mean = mean));
        let acting = latent.paths.iter().filter(|path| path.to == block.code);
        parts.extend(acting.map(|path| {
            tr!(
                language,
                "beside-latent-path",
                from = name(&path.from),
                coefficient = number::decimals(path.coefficient, 2)
            )
        }));
        if let Some(r2) = block.r2 {
            let share = number::percent(Some(r2));
            parts.push(tr!(language, "beside-latent-r2", share = share));
        }
        Fact {
            label: tr!(language, "beside-latent", name = block.name.as_str()),
            value: Cell::Text(number::score(block.index)),
            note: parts.join(&tr!(language, "beside-comma")),
        }
    })
}
