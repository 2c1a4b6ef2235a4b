//! How often chance alone makes a score go one way several waves running.

/// The chance of `steps` falls (or rises) running where nothing changes: all orders of the
/// `steps` + 1 values are as likely, and one of them falls all the way (the runs-up test: Knuth
/// 1997, The Art of Computer Programming 2, 3.3.2 G).
pub fn chance_of_run(steps: u32) -> f64 {
    (2..=u64::from(steps) + 1).fold(1.0, |chance, it| chance / it as f64)
}

/// How many steps the newest values go one way without a break: falls negative, rises positive.
/// Differences below 1e-9 are none.
pub fn run_to_newest(values: &[f64]) -> i32 {
    let way = |pair: &[f64]| match pair[1] - pair[0] {
        it if it > 1e-9 => 1,
        it if it < -1e-9 => -1,
        _ => 0,
    };
    let mut steps = values.windows(2).rev().map(way);
    let newest = steps.next().unwrap_or(0);
    let before = steps.take_while(|it| *it == newest).count();
    newest * (1 + i32::try_from(before).unwrap_or(i32::MAX - 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_falls_happen_once_in_six() {
        assert_eq!(chance_of_run(0), 1.0);
        assert_eq!(chance_of_run(1), 0.5);
        assert!((chance_of_run(2) - 1.0 / 6.0).abs() < 1e-15);
        assert!((chance_of_run(3) - 1.0 / 24.0).abs() < 1e-15);
        assert!(chance_of_run(400) >= 0.0);
    }

    #[test]
    fn a_run_ends_where_a_step_goes_otherwise_or_nowhere() {
        assert_eq!(run_to_newest(&[]), 0);
        assert_eq!(run_to_newest(&[80.0]), 0);
        assert_eq!(run_to_newest(&[70.0, 80.0, 79.0, 78.0]), -2);
        assert_eq!(run_to_newest(&[78.0, 79.0, 80.0]), 2);
        assert_eq!(
            run_to_newest(&[80.0, 70.0, 70.0 - 1e-12]),
            0,
            "rounding is no step"
        );
        assert_eq!(run_to_newest(&[80.0, 70.0, 70.0, 69.0]), -1);
    }
}
