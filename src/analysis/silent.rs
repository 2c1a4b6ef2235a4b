//! What those who have not answered would have to score.

/// The mean score the silent of a frame must give so that the frame's mean is the target:
/// (N·T − n·x̄)/(N − n), for N customers of whom n answered x̄ on average. Above the scale it cannot be
/// reached, below it cannot be missed. `None` where nobody has answered and where nobody is
/// silent.
pub fn silent_must_score(frame: usize, answered: usize, mean: f64, target: f64) -> Option<f64> {
    if answered == 0 || answered >= frame {
        return None;
    }
    let (all, known) = (frame as f64, answered as f64);
    Some((all * target - known * mean) / (all - known))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn eight_silent_of_thirty() {
        assert_eq!(silent_must_score(30, 22, 86.0, 85.0), Some(82.25));
        assert_eq!(silent_must_score(30, 0, 86.0, 85.0), None);
        assert_eq!(silent_must_score(30, 30, 86.0, 85.0), None);
        assert_eq!(silent_must_score(30, 31, 86.0, 85.0), None);
        assert_eq!(silent_must_score(0, 0, 86.0, 85.0), None);
    }
}
