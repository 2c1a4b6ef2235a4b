//! The firm's own figures and indices of others beside what customers say, for the review: each in a
//! strip of its own, up to the wave in review.

use super::{Block, Paragraph, Review};
use crate::analysis::contraries;
use crate::chart::words::contrary_in_words;
use crate::chart::{Chart, ProcessChart};
use crate::i18n::Language;
use crate::model::{Kpi, Period};
use crate::tr;

/// Nothing where none has a value by then.
pub(super) fn kpis(review: &Review<'_>, language: Language) -> Vec<Block> {
    let period = review.evidence.current.wave.period;
    let wave = &review.evidence.current;
    let contrary = contraries(review.kpis, wave);
    let strips = review.kpis.iter().filter_map(|kpi| {
        let chart = ProcessChart::build(&until(kpi, period), language)?;
        let contrary = contrary.iter().find(|it| it.kpi.id == kpi.id);
        let contrary = contrary.map(|it| contrary_in_words(it, wave, language));
        let strip = [
            Block::Text(Paragraph::Headline, chart.said.clone()),
            Block::Drawn(Box::new(Chart::Process(Box::new(chart)))),
        ];
        let words = contrary.map(|words| Block::Text(Paragraph::Body, words));
        Some(strip.into_iter().chain(words))
    });
    let strips: Vec<Block> = strips.flatten().collect();
    if strips.is_empty() {
        return strips;
    }
    let heading = Block::Heading {
        level: 1,
        words: tr!(language, "paper-section-kpis"),
    };
    std::iter::once(heading).chain(strips).collect()
}

/// As it was known at the end of a period.
fn until(kpi: &Kpi, period: Period) -> Kpi {
    let end = period.next().start_month();
    let mut known = kpi.clone();
    known.points.retain(|it| it.period.start_month() < end);
    known.stages.retain(|it| it.start_month() < end);
    known
}
