//! The customers who answered two waves, by themselves: who came and who went moves a mean as
//! well as what those think who stayed.

use super::overlap::{Overlap, Sample};
use super::spread::Group;
use super::whose::Whose;
use super::{Change, Spread, Verdict, small};

/// How the same customers changed. Each counts once a wave, with its first return.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Matched {
    pub customers: usize,
    /// Their mean in the older wave and in the newer.
    pub before: f64,
    pub after: f64,
    /// All of them in both: the paired t test; `None` where nothing can be tested.
    pub test: Option<Overlap>,
    /// Corrected like that of the whole, among the same customers of the others of its family.
    pub p_adjusted: Option<f64>,
    pub verdict: Verdict,
}

/// One wave of two: its values, whose they are, and which of them are of customers in both.
pub(super) struct Side<'a> {
    pub sample: Sample<'a>,
    pub whose: &'a Whose,
    pub both: Vec<bool>,
}

impl Side<'_> {
    /// Values of those in both alone.
    pub fn values(&self) -> Vec<Option<f64>> {
        let values = self.sample.values.iter().zip(&self.both);
        values
            .map(|(value, both)| value.filter(|_| *both))
            .collect()
    }

    /// They, or those left out, are so few that their mean could be told of them.
    pub fn tells_of_few(&self) -> bool {
        self.few(true).1 || self.few(false) == (true, true)
    }

    /// There are any of those marked, and they are too few.
    pub fn some_but_few(&self) -> bool {
        self.few(true) == (true, true)
    }

    /// Of those marked, or of the others: whether there are any, and whether too few.
    fn few(&self, both: bool) -> (bool, bool) {
        let Sample { values, weights } = self.sample;
        let has = |at: usize| values[at].is_some() && self.both[at] == both;
        let places = || (0..values.len()).filter(|at| has(*at));
        let n = places().count();
        let effective = match weights {
            None => n as f64,
            Some(weights) => {
                let weighed = places().map(|at| Group::one(0.0, weights[at]));
                Spread::of_groups(weighed).effective
            }
        };
        let behind = self.whose.behind(n, has, weights);
        (n > 0, behind.hidden(effective))
    }
}

impl Matched {
    /// Not yet judged. `None` where everybody answered both, so that it would say the same again,
    /// and where it may not be shown.
    pub(super) fn of(older: &Side, newer: &Side, same: &[(usize, usize)]) -> Option<Self> {
        let all = |side: &Side| side.sample.values.iter().flatten().count();
        let (before, after) = (older.values(), newer.values());
        let customers = before.iter().flatten().count();
        let everybody = customers == all(older) && customers == all(newer);
        if everybody || small(customers) || older.tells_of_few() || newer.tells_of_few() {
            return None;
        }
        let (before, after) = (older.sample.with(&before), newer.sample.with(&after));
        Some(Self {
            customers,
            before: Spread::of_groups(before.groups()).mean?,
            after: Spread::of_groups(after.groups()).mean?,
            test: Overlap::of(before, after, same),
            p_adjusted: None,
            verdict: Verdict::CannotTell,
        })
    }

    /// In points, newer less older.
    pub fn difference(&self) -> f64 {
        self.after - self.before
    }

    /// Tells another story than all who answered: in verdict, in direction as written with one
    /// decimal, or by more than a change has to be to count.
    pub fn differs(&self, whole: &Change) -> bool {
        let direction = |points: f64| match (points * 10.0).round() {
            tenths if tenths > 0.0 => 1,
            tenths if tenths < 0.0 => -1,
            _ => 0,
        };
        let (own, all) = (self.difference(), whole.difference());
        let against = direction(own) * direction(all) < 0;
        self.verdict != whole.verdict || against || (own - all).abs() > whole.margin
    }
}
