//! The chart of single values and their moving range (Shewhart 1931; Wheeler & Chambers 1992,
//! Understanding Statistical Process Control, 3.4).

/// Mean of the range of two normal values, in standard deviations.
const D2: f64 = 1.128;

/// Points in a row on one side of the mean that are a signal (Western Electric 1956, rule 4).
const RUN: usize = 8;

/// Limits of fewer points are provisional.
pub const PROVISIONAL_BELOW: usize = 12;

/// Where values of a steady process lie.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Limits {
    pub mean: f64,
    /// Mean ± 3/1.128 · mean moving range, cut at what can be.
    pub low: f64,
    pub high: f64,
    /// Points they were reckoned from.
    pub n: usize,
}

impl Limits {
    /// Reckoned from fewer points than [`PROVISIONAL_BELOW`].
    pub fn provisional(&self) -> bool {
        self.n < PROVISIONAL_BELOW
    }
}

/// Points between two dates on which something was changed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stage {
    /// Positions of its first point and of the one after its last.
    pub from: usize,
    pub to: usize,
    /// `None` below two points.
    pub limits: Option<Limits>,
}

/// A point that does not look like wavering.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Signal {
    /// Position of the point.
    pub at: usize,
    pub kind: SignalKind,
}

/// Why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignalKind {
    /// Outside the limits.
    Beyond,
    /// The eighth or a later one in a row on one side of the mean.
    Run,
}

/// A series with its stages.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Xmr {
    pub stages: Vec<Stage>,
    /// By position; a point outside the limits that also ends a run is told once.
    pub signals: Vec<Signal>,
}

/// Limits and signals of values in the order of time. A stage begins at each of the positions
/// in `starts`; `baseline` points of each stage, where it is given, freeze its limits; values
/// cannot lie outside `possible`. Values that are no numbers are none of the caller's: there
/// are only finite ones.
pub fn xmr(
    values: &[f64],
    starts: &[usize],
    baseline: Option<usize>,
    possible: (Option<f64>, Option<f64>),
) -> Xmr {
    let mut cuts: Vec<usize> = starts
        .iter()
        .copied()
        .filter(|at| (1..values.len()).contains(at))
        .collect();
    cuts.extend([0, values.len()]);
    cuts.sort_unstable();
    cuts.dedup();
    let mut found = Xmr::default();
    for ends in cuts.windows(2) {
        let (from, to) = (ends[0], ends[1]);
        let until = baseline.map_or(to, |count| to.min(from + count));
        let limits = limits(&values[from..until], possible);
        if let Some(limits) = limits {
            found.signals.extend(signals(values, from..to, limits));
        }
        found.stages.push(Stage { from, to, limits });
    }
    found
}

fn limits(values: &[f64], (least, most): (Option<f64>, Option<f64>)) -> Option<Limits> {
    let n = values.len();
    if n < 2 {
        return None;
    }
    let mean = values.iter().sum::<f64>() / n as f64;
    let ranges: f64 = values.windows(2).map(|two| (two[1] - two[0]).abs()).sum();
    let reach = 3.0 / D2 * ranges / (n - 1) as f64;
    Some(Limits {
        mean,
        low: least.map_or(mean - reach, |least| (mean - reach).max(least)),
        high: most.map_or(mean + reach, |most| (mean + reach).min(most)),
        n,
    })
}

fn signals(values: &[f64], points: std::ops::Range<usize>, limits: Limits) -> Vec<Signal> {
    let mut found = Vec::new();
    let (mut side, mut run) = (0, 0);
    for at in points {
        let value = values[at];
        // Differences that are rounding lie on the mean.
        let apart = ((value - limits.mean) * 1e9).round();
        let now = if apart > 0.0 {
            1
        } else {
            -i32::from(apart < 0.0)
        };
        run = match now {
            0 => 0,
            now if now == side => run + 1,
            _ => 1,
        };
        side = now;
        let outside = |end: f64, sign: f64| ((value - end) * sign * 1e9).round() > 0.0;
        let kind = match () {
            () if outside(limits.low, -1.0) || outside(limits.high, 1.0) => SignalKind::Beyond,
            () if run >= RUN => SignalKind::Run,
            () => continue,
        };
        found.push(Signal { at, kind });
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    const FREE: (Option<f64>, Option<f64>) = (None, None);
    const TEN: [f64; 10] = [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1];

    fn near(value: f64, expected: f64) {
        assert!((value - expected).abs() < 5e-5, "{value} is not {expected}");
    }

    #[test]
    fn limits_as_the_method_prints_them() {
        let found = xmr(&TEN, &[], None, FREE);
        let limits = found.stages[0].limits.unwrap();
        near(limits.low, 45.8159);
        near(limits.high, 55.8041);
        assert!(limits.provisional() && found.signals.is_empty());
    }

    #[test]
    fn stages_have_limits_of_their_own_and_a_baseline_freezes_them() {
        let mut values = TEN.to_vec();
        values.extend([70.0, 71.0, 69.5]);
        let whole = xmr(&values, &[10], None, FREE);
        let ends: Vec<(usize, usize)> = whole.stages.iter().map(|it| (it.from, it.to)).collect();
        assert_eq!(ends, [(0, 10), (10, 13)]);
        assert!(whole.signals.is_empty());
        let frozen = xmr(&values, &[], Some(10), FREE);
        near(frozen.stages[0].limits.unwrap().high, 55.8041);
        let beyond = |at| Signal {
            at,
            kind: SignalKind::Beyond,
        };
        assert_eq!(frozen.signals, [beyond(10), beyond(11), beyond(12)]);
    }

    #[test]
    fn eight_on_a_side_are_a_signal_and_seven_are_not() {
        let side = |count: usize| {
            let mut values = vec![0.0, 10.0, 0.0, 10.0, 0.0, 10.0];
            values.extend(vec![6.0; count]);
            xmr(&values, &[], Some(6), FREE).signals
        };
        // The sixth point lies above the mean too.
        assert_eq!(side(6), []);
        let eighth = Signal {
            at: 12,
            kind: SignalKind::Run,
        };
        assert_eq!(side(7), [eighth]);
    }

    #[test]
    fn limits_end_where_values_do() {
        let found = xmr(&[0.5, 99.0, 1.0], &[], None, (Some(0.0), Some(100.0)));
        let limits = found.stages[0].limits.unwrap();
        assert_eq!((limits.low, limits.high), (0.0, 100.0));
    }

    #[test]
    fn nothing_comes_of_one_point_and_equal_ones_have_no_width() {
        assert_eq!(xmr(&[], &[], None, FREE).stages, []);
        assert_eq!(xmr(&[3.0], &[0, 1, 9], None, FREE).stages[0].limits, None);
        let same = xmr(&[0.1; 20], &[], None, FREE);
        assert!(same.signals.is_empty());
        assert!((same.stages[0].limits.unwrap().high - 0.1).abs() < 1e-12);
        assert_eq!(xmr(&[1.0, 2.0], &[], Some(0), FREE).stages[0].limits, None);
    }
}
