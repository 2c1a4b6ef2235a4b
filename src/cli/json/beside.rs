//! What stands beside the scores of a wave.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::analysis::{
    Consistency, Figure, Gap, Importance, Insight, ItemFigures, Latent, Nps, SatisfiedCustomers,
    SegmentFigure, SegmentKey, Verdict, WaveFigures,
};

#[derive(Debug, Serialize)]
pub(in crate::cli) struct BesideReport<'a> {
    /// Of all scored items together.
    alpha: Option<AlphaReport>,
    nps: Vec<NpsReport<'a>>,
    importance: Vec<ImportanceReport<'a>>,
    /// What the derived importances are measured on; null: the index.
    importance_overall: Option<&'a str>,
    /// What is wanted of items, or expected, less what is found.
    gaps: Vec<GapReport<'a>>,
    satisfied_customers: Option<SatisfiedCustomersReport>,
    latent: Option<LatentReport<'a>>,
}

impl<'a> BesideReport<'a> {
    pub(in crate::cli) fn of(figures: &'a WaveFigures, insight: &'a Insight) -> Self {
        let importance = &insight.importance;
        let recommend = |item: &'a ItemFigures| Some(NpsReport::of(&item.code, item.nps?));
        let overall = importance.overall.and_then(|item| figures.item(item));
        Self {
            alpha: insight.consistency.as_ref().map(Into::into),
            nps: figures.items.iter().filter_map(recommend).collect(),
            importance: importance.items.iter().map(Into::into).collect(),
            importance_overall: overall.map(|item| item.code.as_str()),
            gaps: insight
                .gaps
                .items
                .iter()
                .map(|it| GapReport::of(it, figures))
                .collect(),
            satisfied_customers: insight.satisfied_customers.map(Into::into),
            latent: insight.latent.as_ref().map(Into::into),
        }
    }
}

/// One group: its name as `--where` takes it, its value, and its index.
#[derive(Debug, Serialize)]
pub(in crate::cli) struct SegmentReport<'a> {
    key: &'a str,
    value: &'a str,
    #[serde(flatten)]
    index: &'a Figure,
}

impl<'a> From<(&'a SegmentFigure, &'a WaveFigures)> for SegmentReport<'a> {
    fn from((group, figures): (&'a SegmentFigure, &'a WaveFigures)) -> Self {
        Self {
            key: key_name(&group.key, figures),
            value: &group.value,
            index: &group.index,
        }
    }
}

/// What `--where` and `--by` ask for it by.
pub(super) fn key_name<'a>(key: &'a SegmentKey, figures: &'a WaveFigures) -> &'a str {
    match key {
        SegmentKey::Attribute(name) => name,
        SegmentKey::Item(item) => figures.item(*item).map_or("", |item| &item.code),
        SegmentKey::Key | SegmentKey::Customer => SegmentKey::KEY,
        SegmentKey::Channel => SegmentKey::CHANNEL,
        SegmentKey::Collector => SegmentKey::COLLECTOR,
        SegmentKey::Tag => SegmentKey::TAG,
    }
}

#[derive(Debug, Serialize)]
pub(super) struct AlphaReport {
    raw: f64,
    low: Option<f64>,
    high: Option<f64>,
    standardised: Option<f64>,
    n: usize,
}

impl From<&Consistency> for AlphaReport {
    fn from(consistency: &Consistency) -> Self {
        let alpha = &consistency.alpha;
        Self {
            raw: alpha.raw,
            low: alpha.low,
            high: alpha.high,
            standardised: alpha.standardised,
            n: alpha.n,
        }
    }
}

#[derive(Debug, Serialize)]
struct NpsReport<'a> {
    code: &'a str,
    n: usize,
    score: f64,
    low: f64,
    high: f64,
    promoters: usize,
    detractors: usize,
}

impl<'a> NpsReport<'a> {
    fn of(code: &'a str, nps: Nps) -> Self {
        Self {
            code,
            n: nps.n,
            score: nps.score,
            low: nps.low,
            high: nps.high,
            promoters: nps.promoters,
            detractors: nps.detractors,
        }
    }
}

#[derive(Debug, Serialize)]
struct ImportanceReport<'a> {
    code: &'a str,
    stated: Option<f64>,
    derived: Option<f64>,
    dominance: Option<f64>,
}

impl<'a> From<&'a Importance> for ImportanceReport<'a> {
    fn from(importance: &'a Importance) -> Self {
        Self {
            code: &importance.code,
            stated: importance.stated,
            derived: importance.derived,
            dominance: importance.dominance,
        }
    }
}

#[derive(Debug, Serialize)]
struct GapReport<'a> {
    code: &'a str,
    /// Code of the item that asks what is wanted.
    asked_by: &'a str,
    n: usize,
    wanted: f64,
    found: f64,
    gap: f64,
    low: Option<f64>,
    high: Option<f64>,
    p: Option<f64>,
    p_adjusted: Option<f64>,
    verdict: &'static str,
    /// Too few customers answered both, or are left by subtraction.
    few: bool,
}

impl<'a> GapReport<'a> {
    fn of(gap: &'a Gap, figures: &'a WaveFigures) -> Self {
        let ends = gap.test.and_then(|test| test.interval());
        Self {
            code: &gap.code,
            asked_by: figures.item(gap.asking).map_or("", |item| &item.code),
            n: gap.n,
            wanted: gap.wanted,
            found: gap.found,
            gap: gap.difference(),
            few: gap.hidden,
            low: ends.map(|it| it.0),
            high: ends.map(|it| it.1),
            p: gap.test.and_then(|test| test.p()),
            p_adjusted: gap.p_adjusted,
            verdict: match gap.verdict {
                Verdict::Rose => "short",
                Verdict::Fell => "over",
                Verdict::NoChange => "none",
                Verdict::CannotTell => "unsure",
            },
        }
    }
}

#[derive(Debug, Serialize)]
struct SatisfiedCustomersReport {
    n: usize,
    share: f64,
    low: f64,
    high: f64,
    /// The index from which a customer is satisfied.
    from: f64,
}

impl From<SatisfiedCustomers> for SatisfiedCustomersReport {
    fn from(found: SatisfiedCustomers) -> Self {
        Self {
            n: found.n,
            share: found.share,
            low: found.low,
            high: found.high,
            from: found.from,
        }
    }
}

#[derive(Debug, Serialize)]
struct LatentReport<'a> {
    /// Returns that answered every item of every block.
    n: usize,
    blocks: Vec<BlockReport<'a>>,
    paths: Vec<PathReport<'a>>,
    /// Share of the variance of a block that the blocks acting on it explain, by its code.
    r2: BTreeMap<&'a str, f64>,
}

#[derive(Debug, Serialize)]
struct BlockReport<'a> {
    code: &'a str,
    index: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
    mean: f64,
}

#[derive(Debug, Serialize)]
struct PathReport<'a> {
    from: &'a str,
    to: &'a str,
    coefficient: f64,
}

impl<'a> From<&'a Latent> for LatentReport<'a> {
    fn from(latent: &'a Latent) -> Self {
        let blocks = latent.blocks.iter();
        Self {
            n: latent.n,
            r2: blocks
                .clone()
                .filter_map(|block| Some((block.code.as_str(), block.r2?)))
                .collect(),
            blocks: blocks
                .map(|block| BlockReport {
                    code: &block.code,
                    index: block.index,
                    low: block.low,
                    high: block.high,
                    mean: block.mean,
                })
                .collect(),
            paths: latent
                .paths
                .iter()
                .map(|path| PathReport {
                    from: &path.from,
                    to: &path.to,
                    coefficient: path.coefficient,
                })
                .collect(),
        }
    }
}
