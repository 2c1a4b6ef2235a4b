//! From the register and the list of a wave to the chart.

use rustc_hash::{FxHashMap, FxHashSet};

use super::{Pareto, ParetoBar};
use crate::analysis::turnover_shares;
use crate::i18n::{Language, number};
use crate::model::{Customer, CustomerId, FrameEntry, FrameRule, WaveReturns};
use crate::tr;

/// What a customer is to the wave.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Standing {
    /// On the list, with a valid return.
    Answered,
    /// On the list, without one.
    Silent,
    /// Not on the list, or excluded.
    Outside,
}

impl Pareto {
    /// Of a wave; `None` while no turnover is known.
    pub fn build(
        returns: &WaveReturns,
        frame: &[FrameEntry],
        customers: &[Customer],
        language: Language,
    ) -> Option<Self> {
        let shares = turnover_shares(frame, customers);
        if shares.is_empty() {
            return None;
        }
        let bars = bars(returns, frame, &shares);
        let heads = number::whole_percent(FrameRule::HEADS);
        let turnover = number::whole_percent(FrameRule::TURNOVER);
        let key = [
            (Standing::Answered, tr!(language, "pareto-answered")),
            (Standing::Silent, tr!(language, "pareto-silent")),
            (Standing::Outside, tr!(language, "pareto-outside")),
        ];
        let occurs = |it: &(Standing, String)| bars.iter().any(|bar| bar.standing == it.0);
        let mut sum = 0.0;
        let few = bars.iter().take_while(|bar| {
            let before = sum;
            sum += bar.share;
            ((before - FrameRule::TURNOVER) * 1e9).round() < 0.0
        });
        let few = few.count();
        let note = tr!(
            language,
            "pareto-note",
            count = few,
            all = customers.len(),
            share = turnover.as_str()
        );
        Some(Self {
            title: tr!(language, "pareto-title"),
            without: customers.len().saturating_sub(bars.len()),
            key: key.into_iter().filter(occurs).collect(),
            bars,
            customers: tr!(language, "pareto-customers"),
            turnover: tr!(language, "pareto-turnover"),
            heads_line: tr!(language, "pareto-heads-line", share = heads),
            turnover_line: tr!(language, "pareto-turnover-line", share = turnover.as_str()),
            note,
        })
    }
}

fn bars(
    returns: &WaveReturns,
    frame: &[FrameEntry],
    shares: &FxHashMap<CustomerId, f64>,
) -> Vec<ParetoBar> {
    let asked = frame.iter().filter(|it| it.excluded.is_none());
    let asked: FxHashSet<CustomerId> = asked.map(|it| it.customer).collect();
    let valid = returns.returns.iter().filter(|it| it.valid());
    let valid: FxHashSet<CustomerId> = valid.filter_map(|it| it.customer).collect();
    let mut all: Vec<(&CustomerId, &f64)> = shares.iter().collect();
    all.sort_by(|a, b| b.1.total_cmp(a.1).then(a.0.cmp(b.0)));
    let bar = |(id, share): (&CustomerId, &f64)| ParetoBar {
        share: *share,
        standing: match (asked.contains(id), valid.contains(id)) {
            (true, true) => Standing::Answered,
            (true, false) => Standing::Silent,
            (false, _) => Standing::Outside,
        },
    };
    all.into_iter().map(bar).collect()
}
