//! Mean and standard deviation, with or without weights.

/// Equal values of several returns, or the value of one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Group {
    pub value: f64,
    /// How many returns.
    pub n: usize,
    /// Sum of their weights, and of the squares of their weights.
    pub weight: f64,
    pub squares: f64,
}

impl Group {
    /// One return.
    pub fn one(value: f64, weight: f64) -> Self {
        Self {
            value,
            n: 1,
            weight,
            squares: weight * weight,
        }
    }
}

/// What is known of a sample of numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Spread {
    /// How many values, weightless ones included.
    pub n: usize,
    /// How many equally weighted values would tell as much: (Σw)²/Σw² (Kish 1965); `n` when
    /// all weigh the same.
    pub effective: f64,
    pub mean: Option<f64>,
    /// With n − 1; absent below two (effective) values.
    pub sd: Option<f64>,
}

impl Spread {
    /// The spread of plain values.
    pub fn of(values: &[f64]) -> Self {
        Self::of_groups(values.iter().map(|value| Group::one(*value, 1.0)))
    }

    /// s² = Σw(x−x̄)²/Σw · n_eff/(n_eff−1), which without weights is the usual
    /// Σ(x−x̄)²/(n−1).
    pub(super) fn of_groups(groups: impl Iterator<Item = Group> + Clone) -> Self {
        // Counted from the first value that weighs, so that equal values have exactly no spread.
        let mut weighty = groups.clone().filter(|group| group.weight > 0.0);
        let origin = weighty.next().map_or(0.0, |group| group.value);
        let (mut n, mut weight, mut squares, mut sum) = (0, 0.0, 0.0, 0.0);
        for group in groups.clone() {
            n += group.n;
            weight += group.weight;
            squares += group.squares;
            sum += group.weight * (group.value - origin);
        }
        if weight <= 0.0 {
            return Self {
                n,
                ..Self::default()
            };
        }
        let (mean, effective) = (origin + sum / weight, weight * weight / squares);
        let deviations: f64 = groups
            .map(|group| group.weight * (group.value - mean).powi(2))
            .sum();
        // One value may come out as 1.0000000000000002 effective ones.
        let sd = (effective > 1.0 + 1e-9)
            .then(|| (deviations / weight * effective / (effective - 1.0)).sqrt());
        Self {
            n,
            effective,
            mean: Some(mean),
            sd,
        }
    }
}
