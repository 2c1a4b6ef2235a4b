//! The firm's own figures and indices of others beside what customers say, for the review: each in a
//! strip of its own, up to the wave in review.

use super::{Block, Paragraph, Review};
use crate::chart::{Chart, ProcessChart};
use crate::i18n::Language;
use crate::model::{Kpi, Period};
use crate::tr;

/// Nothing where none has a value by then.
pub(super) fn kpis(review: &Review<'_>, language: Language) -> Vec<Block> {
    let period = review.evidence.current.wave.period;
    let strips = review.kpis.iter().filter_map(|kpi| {
        let chart = ProcessChart::build(&until(kpi, period), language)?;
        Some([
            Block::Text(Paragraph::Headline, chart.said.clone()),
            Block::Drawn(Box::new(Chart::Process(Box::new(chart)))),
        ])
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
