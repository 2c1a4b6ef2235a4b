//! Which stretch of a scale an axis shows, and where its marks stand.

use crate::i18n::number;

/// The least stretch of scores an axis shows, so that small moves do not look large.
const LEAST_WINDOW: f64 = 20.0;

/// Room kept below the lowest and above the highest value of lines, in points: labels may
/// rise out of the plot at the top, but not at the bottom.
const ROOM: (f64, f64) = (1.8, 0.4);

/// A mark on an axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    pub at: f64,
    pub label: String,
}

/// A stretch of the scale 0–100 with its marks.
#[derive(Clone, Debug, PartialEq)]
pub struct Axis {
    pub low: f64,
    pub high: f64,
    /// Ascending, the ends among them.
    pub ticks: Vec<Tick>,
    /// Begins above 0: the break is drawn and footnoted.
    pub broken: bool,
}

impl Axis {
    /// 0–100.
    pub fn full() -> Self {
        Self::between(0.0, 100.0, 20.0)
    }

    /// The window of 0–100 that holds all values, at least 20 points wide, from round mark to
    /// round mark.
    pub fn window(values: impl IntoIterator<Item = f64>) -> Self {
        Self::around(values, ROOM)
    }

    /// The same for dot rows, which need no room for labels.
    pub fn of_dots(values: impl IntoIterator<Item = f64>) -> Self {
        Self::around(values, (0.0, 0.0))
    }

    fn around(values: impl IntoIterator<Item = f64>, (below, above): (f64, f64)) -> Self {
        let inside = |value: &f64| value.is_finite();
        let (least, most) = values
            .into_iter()
            .filter(inside)
            .fold((f64::MAX, f64::MIN), |(least, most), value| {
                (least.min(value), most.max(value))
            });
        if least > most {
            return Self::full();
        }
        let step = match most - least {
            spread if spread <= 24.0 => 5.0,
            spread if spread <= 60.0 => 10.0,
            _ => 20.0,
        };
        let mut low = (((least - below) / step).floor() * step).clamp(0.0, 100.0 - step);
        let mut high = (((most + above) / step).ceil() * step).clamp(low + step, 100.0);
        while high - low < LEAST_WINDOW {
            let below = least - low;
            let above = high - most;
            if high >= 100.0 || (below < above && low > 0.0) {
                low -= step;
            } else {
                high += step;
            }
        }
        Self::between(low, high, step)
    }

    /// Marks it as an axis of rates.
    pub fn in_percent(&mut self) {
        for tick in &mut self.ticks {
            tick.label.push('%');
        }
    }

    /// Whether it is an axis of rates.
    pub fn percent(&self) -> bool {
        self.ticks.iter().any(|tick| tick.label.ends_with('%'))
    }

    fn between(low: f64, high: f64, step: f64) -> Self {
        let ticks = std::iter::successors(Some(low), |at| Some(at + step))
            .take_while(|at| *at <= high + step / 1e3)
            .map(|at| Tick {
                at,
                label: number::plain(at.round()),
            })
            .collect();
        Self {
            low,
            high,
            ticks,
            broken: low > 0.0,
        }
    }

    /// Round marks within a stretch somebody zoomed to: at least two where it is not narrower
    /// than a tenth of a point.
    pub fn ticks_within(low: f64, high: f64) -> Vec<Tick> {
        const STEPS: [f64; 9] = [20.0, 10.0, 5.0, 2.0, 1.0, 0.5, 0.2, 0.1, 0.05];
        let enough = |step: &&f64| (high - low) / **step >= 3.0;
        let step = *STEPS.iter().find(enough).unwrap_or(&STEPS[8]);
        let first = (low / step).ceil();
        let places = if step < 0.1 {
            2
        } else {
            usize::from(step < 1.0)
        };
        (0..64)
            .map(|count| (first + f64::from(count)) * step)
            .take_while(|at| *at <= high + step / 1e3)
            .map(|at| Tick {
                at,
                label: number::decimals(at, places),
            })
            .collect()
    }

    /// How far along the axis a value lies, 0–1; what lies outside is at the nearer end.
    pub fn share(&self, value: f64) -> f32 {
        let share = (value - self.low) / (self.high - self.low);
        share.clamp(0.0, 1.0) as f32
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ends(values: &[f64]) -> (f64, f64) {
        let axis = Axis::window(values.iter().copied());
        assert!(axis.high - axis.low >= LEAST_WINDOW, "{values:?}");
        assert!(
            axis.low >= 0.0 && axis.high <= 100.0 && axis.low < axis.high,
            "{values:?}"
        );
        assert_eq!(axis.ticks.first().unwrap().at, axis.low, "{values:?}");
        assert_eq!(axis.ticks.last().unwrap().at, axis.high, "{values:?}");
        (axis.low, axis.high)
    }

    #[test]
    fn shows_at_least_twenty_points_around_the_values() {
        assert_eq!(ends(&[73.0, 85.0, 88.7]), (70.0, 90.0));
        assert_eq!(ends(&[85.0]), (75.0, 95.0));
        assert_eq!(ends(&[100.0, 100.0]), (80.0, 100.0));
        assert_eq!(ends(&[0.0]), (0.0, 20.0));
        assert_eq!(ends(&[-14.0, 85.0]), (0.0, 100.0));
        assert_eq!(ends(&[52.9, 90.4]), (50.0, 100.0));
        assert_eq!(ends(&[2.0, 110.0]), (0.0, 100.0));
    }

    #[test]
    fn a_zoomed_stretch_has_round_marks() {
        let labels = |low, high| -> Vec<String> {
            let ticks = Axis::ticks_within(low, high);
            ticks.into_iter().map(|tick| tick.label).collect()
        };
        assert_eq!(labels(70.0, 90.0), ["70", "75", "80", "85", "90"]);
        assert_eq!(labels(81.3, 85.2), ["82", "83", "84", "85"]);
        assert_eq!(labels(84.05, 84.75), ["84.2", "84.4", "84.6"]);
        assert!(labels(84.0, 84.0).len() <= 1);
    }

    #[test]
    fn nothing_to_show_is_the_whole_scale() {
        assert_eq!(Axis::window([]), Axis::full());
        assert_eq!(Axis::window([f64::NAN]), Axis::full());
        assert!(!Axis::full().broken);
        assert_eq!(Axis::full().share(110.0), 1.0);
    }
}
