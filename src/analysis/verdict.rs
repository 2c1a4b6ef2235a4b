//! What may be said of a change: three verdicts, and what these answers could have shown.

use super::Overlap;

/// Proven at this chance of being wrong.
pub const LEVEL: f64 = 0.05;

/// What a change is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    Rose,
    Fell,
    /// Surely smaller than the margin.
    NoChange,
    CannotTell,
}

impl Verdict {
    /// `p` is corrected for how many are compared. Rose or fell where it is proven; no change
    /// where the 90 % interval lies within ± `margin` points (two one-sided tests at 5 %:
    /// Schuirmann 1987, J. Pharmacokinet. Biopharm. 15:657) or the same customers answered the
    /// same; else nothing can be told.
    pub fn of(test: &Overlap, p: Option<f64>, margin: f64) -> Self {
        if p.is_some_and(|p| p < LEVEL) {
            return if test.difference > 0.0 {
                Self::Rose
            } else {
                Self::Fell
            };
        }
        let within = |(low, high): (f64, f64)| -margin < low && high < margin;
        match test.identical || test.interval_90().is_some_and(within) {
            true => Self::NoChange,
            false => Self::CannotTell,
        }
    }

    /// More than chance.
    pub fn proven(self) -> bool {
        matches!(self, Self::Rose | Self::Fell)
    }
}

#[cfg(test)]
mod tests {
    use super::super::Sample;
    use super::*;

    /// The same customers, who differ by these points.
    fn moved(by: &[f64]) -> Overlap {
        let before: Vec<Option<f64>> = (0..by.len())
            .map(|at| Some(60.0 + 3.0 * at as f64))
            .collect();
        let both = before.iter().zip(by);
        let after: Vec<Option<f64>> = both.map(|(it, by)| it.map(|it| it + by)).collect();
        let same: Vec<(usize, usize)> = (0..by.len()).map(|at| (at, at)).collect();
        let sample = |values| Sample {
            values,
            weights: None,
        };
        Overlap::of(sample(&before), sample(&after), &same).unwrap()
    }

    fn interval_90(by: &[f64], low: f64, high: f64) -> Verdict {
        let test = moved(by);
        let made = test.interval_90().unwrap();
        assert!(
            (made.0 - low).abs() < 5e-7 && (made.1 - high).abs() < 5e-7,
            "{made:?}"
        );
        Verdict::of(&test, test.p(), 3.0)
    }

    #[test]
    fn the_method_s_own_numbers() {
        let unclear = interval_90(&[12.0, 2.0, 5.0, 4.0, 4.0, -4.0], -0.406_789, 8.073_456);
        assert_eq!(unclear, Verdict::CannotTell);
        let same = [
            1.0, 0.0, -1.0, 0.0, 2.0, -1.0, 0.0, 1.0, -2.0, 0.0, 1.0, 0.0, -1.0, 1.0, 0.0, 0.0,
        ];
        let same = interval_90(&same, -0.374_849, 0.499_849);
        assert_eq!(same, Verdict::NoChange);
    }

    #[test]
    fn proven_only_where_the_corrected_p_is() {
        let test = moved(&[-8.0, -7.0, -9.0, -8.0, -6.0, -8.5]);
        assert_eq!(Verdict::of(&test, test.p(), 3.0), Verdict::Fell);
        assert_eq!(Verdict::of(&test, Some(0.05), 3.0), Verdict::CannotTell);
        assert_eq!(Verdict::of(&test, None, 3.0), Verdict::CannotTell);
        let up = moved(&[8.0, 7.0, 9.0, 8.0, 6.0, 8.5]);
        assert_eq!(Verdict::of(&up, up.p(), 3.0), Verdict::Rose);
    }

    #[test]
    fn the_same_answers_are_no_change_and_an_equal_step_of_all_is_not_told() {
        let same = moved(&[0.0; 6]);
        assert_eq!(Verdict::of(&same, same.p(), 3.0), Verdict::NoChange);
        let all_up = moved(&[10.0; 6]);
        assert_eq!(Verdict::of(&all_up, all_up.p(), 3.0), Verdict::CannotTell);
    }
}
