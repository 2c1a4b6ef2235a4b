//! The run chart, for few points: whether they go to and fro about their median as chance would
//! have them (Anhøj & Olesen 2014, PLoS ONE 9(11):e113825).

/// What the points do about their median.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RunChart {
    pub median: f64,
    /// Points not on it, the only ones that tell.
    pub useful: usize,
    /// Most of those in a row on one side, and more of them than this are not chance.
    pub longest: usize,
    pub most: usize,
    /// How often they change sides, and fewer than this are not chance.
    pub crossings: usize,
    pub least: usize,
}

impl RunChart {
    /// Whether the points do what chance hardly would.
    pub fn shifted(&self) -> bool {
        self.longest > self.most || self.crossings < self.least
    }
}

/// Of values in the order of time; `None` without a point off the median.
pub fn run_chart(values: &[f64]) -> Option<RunChart> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let middle = sorted.len() / 2;
    let median = match sorted.len() % 2 {
        _ if sorted.is_empty() => return None,
        1 => sorted[middle],
        _ => f64::midpoint(sorted[middle - 1], sorted[middle]),
    };
    let apart = values.iter().map(|value| ((value - median) * 1e9).round());
    let sides: Vec<bool> = apart.filter(|it| *it != 0.0).map(|it| it > 0.0).collect();
    let useful = sides.len();
    if useful == 0 {
        return None;
    }
    let runs = sides.chunk_by(|a, b| a == b).map(<[bool]>::len);
    let crossings = runs.clone().count() - 1;
    Some(RunChart {
        median,
        useful,
        longest: runs.max().unwrap_or(0),
        most: ((useful as f64).log2() + 3.0).round() as usize,
        crossings,
        least: fifth_percentile(useful - 1),
    })
}

/// The fewest heads of `throws` of a coin that one throw in twenty or more stays at or below.
fn fifth_percentile(throws: usize) -> usize {
    let n = throws as f64;
    // In logarithms, so that a thousand throws stay in range.
    let mut chance = n * 0.5_f64.ln();
    let mut sum = chance.exp();
    let mut heads = 0;
    while sum < 0.05 && heads < throws {
        chance += ((n - heads as f64) / (heads as f64 + 1.0)).ln();
        heads += 1;
        sum += chance.exp();
    }
    heads
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_are_those_of_the_source() {
        // Table of Anhøj 2015: useful points, longest run at most, crossings at least.
        for (useful, most, least) in [(10, 6, 2), (12, 7, 3), (20, 7, 6), (24, 8, 8), (60, 9, 23)] {
            let values: Vec<f64> = (0..useful).map(|at| f64::from(at % 2)).collect();
            let found = run_chart(&values).unwrap();
            assert_eq!((found.most, found.least), (most, least), "{useful}");
            assert!(!found.shifted());
        }
    }

    #[test]
    fn a_shift_is_seen_and_points_on_the_median_tell_nothing() {
        let values: Vec<f64> = [1.0, 2.0, 1.5, 2.2, 1.1, 1.9, 5.0, 6.0, 5.5, 5.2, 6.1, 5.9].into();
        let found = run_chart(&values).unwrap();
        assert_eq!((found.longest, found.crossings), (6, 1));
        assert!(found.shifted());
        let flat = run_chart(&[3.0, 3.0, 3.0, 4.0, 2.0]).unwrap();
        assert_eq!((flat.median, flat.useful, flat.crossings), (3.0, 2, 1));
        assert_eq!(run_chart(&[]), None);
        assert_eq!(run_chart(&[2.0; 9]), None);
    }
}
