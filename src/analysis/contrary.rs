//! A figure of the firm's own that moved one way while the customers who feel it say the other. Told
//! only where both are proven: the figure by its own limits, the dimension by its tested change.

use super::process::xmr;
use super::{Surveyed, Verdict};
use crate::model::{Better, Kpi, Period, Subject};

/// Both of them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Contrary<'a> {
    pub kpi: &'a Kpi,
    /// Its value rose; else it fell.
    pub rose: bool,
    /// That is for the better; the score of its dimension went the other way.
    pub improved: bool,
}

/// Those of a wave against the wave it is compared with.
pub fn contraries<'a>(kpis: &'a [Kpi], wave: &Surveyed) -> Vec<Contrary<'a>> {
    let Some(before) = wave.figures.changes.first().map(|it| it.period) else {
        return Vec::new();
    };
    let contrary = |kpi: &'a Kpi| {
        let dimension = Subject::Dimension(kpi.acts_on.clone()?);
        let change = wave.figures.change(&dimension)?;
        let better = match change.verdict {
            Verdict::Rose => true,
            Verdict::Fell => false,
            Verdict::NoChange | Verdict::CannotTell => return None,
        };
        let rose = moved(kpi, wave.wave.period)?;
        // What moved by the wave before already did not move since.
        let since = moved(kpi, before) != Some(rose);
        let improved = rose == (kpi.better? == Better::Up);
        (since && !change.hidden && improved != better).then_some(Contrary {
            kpi,
            rose,
            improved,
        })
    };
    kpis.iter().filter_map(contrary).collect()
}

/// Whether the values of a period lie higher or lower than chance has it, as far as was known at its
/// end; `None` where its limits are provisional, and where they say both or neither.
fn moved(kpi: &Kpi, period: Period) -> Option<bool> {
    let (start, end) = (period.start_month(), period.next().start_month());
    let mut known = kpi.clone();
    known.points.retain(|it| it.period.start_month() < end);
    let baseline = known.baseline.map(|it| it as usize);
    let values = known.values();
    let found = xmr(&values, &known.starts(), baseline, known.possible());
    let stage = found.stages.last()?;
    let limits = stage.limits.filter(|it| !it.provisional())?;
    let mut signals = found.signals.iter().filter(|signal| {
        let inside = known.points[signal.at].period.start_month() >= start;
        inside && signal.at >= stage.from
    });
    let rose = |at: usize| values[at] > limits.mean;
    let first = rose(signals.next()?.at);
    signals.all(|it| rose(it.at) == first).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(values: &[f64], period: &str) -> Option<bool> {
        moved(&Kpi::monthly(values), period.parse().unwrap())
    }

    /// Wavering by one about `middle`.
    fn steady(middle: f64, months: usize) -> Vec<f64> {
        let both = [middle - 0.5, middle + 0.5];
        both.into_iter().cycle().take(months).collect()
    }

    #[test]
    fn a_move_is_proven_by_the_limits_of_the_time_or_not_told() {
        let mut values = steady(90.0, 18);
        values.extend(steady(96.0, 6));
        assert_eq!(of(&values, "2025H2"), Some(true));
        assert_eq!(of(&values, "2025H1"), None, "steady, as far as was known");
        let fell: Vec<f64> = values.iter().map(|it| -it).collect();
        assert_eq!(of(&fell, "2025H2"), Some(false));
        assert_eq!(of(&steady(90.0, 24), "2025H2"), None);
        assert_eq!(of(&[], "2025H2"), None);
        // Ten points give provisional limits.
        let mut few = steady(90.0, 9);
        few.push(99.0);
        assert_eq!(of(&few, "2024H2"), None);
        // Out on both sides.
        let mut both = steady(90.0, 18);
        both.extend([99.0, 90.0, 81.0, 90.0, 89.5, 90.5]);
        assert_eq!(of(&both, "2025H2"), None);
        // Where something is done otherwise, limits begin anew.
        let mut staged = Kpi::monthly(&values);
        staged.stages = vec!["2025-07".parse().unwrap()];
        assert_eq!(moved(&staged, "2025H2".parse().unwrap()), None);
    }
}
