//! How many customers to ask for the interval wanted.

use super::distribution::t_975;

/// What is known before a wave.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PlanWish {
    /// Customers there are to ask.
    pub frame: usize,
    /// Standard deviation of the index among customers, in points: of the last wave.
    pub sd: f64,
    /// Half the width wanted of the 95 % interval, in points.
    pub half_width: f64,
    /// Share (0–1) of those asked who answer validly.
    pub response: f64,
}

/// What it takes, for one of the two intervals.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Plan {
    /// Valid returns needed; `None` where even all customers would not do.
    pub returns: Option<usize>,
    /// Customers to ask: all where fewer would not do.
    pub send: usize,
    /// Valid returns to expect of them.
    pub expected: usize,
    /// Half the width those would give; `None` below two of them.
    pub half_width: Option<f64>,
    /// Whether that is what was wanted.
    pub reached: bool,
}

/// For the firm's interval, t(0.975, n−1)·s/√n, and for that of these customers, which is
/// narrower by √(1−n/N) (Cochran 1977, Sampling Techniques, 4.5 and 2.6). The mean is not known
/// beforehand, so that neither is bent towards the ends of the scale as those of answers are.
/// `None` where what is wished makes no sense.
pub fn plan(wish: &PlanWish) -> Option<(Plan, Plan)> {
    let positive = |value: f64| value.is_finite() && value > 0.0;
    let share = positive(wish.response) && wish.response <= 1.0;
    let sound = wish.frame > 0 && positive(wish.sd) && positive(wish.half_width) && share;
    sound.then(|| (of(wish, false), of(wish, true)))
}

fn of(wish: &PlanWish, corrected: bool) -> Plan {
    let half = |returns: usize| {
        let n = returns as f64;
        let mut half = t_975(n - 1.0)? * wish.sd / n.sqrt();
        if corrected {
            half *= (1.0 - n / wish.frame as f64).max(0.0).sqrt();
        }
        Some(half)
    };
    let does = |returns: usize| half(returns).is_some_and(|half| half <= wish.half_width + 1e-9);
    let returns = first(2, wish.frame, does);
    let wanted = returns.map(|returns| (returns as f64 / wish.response - 1e-9).ceil() as usize);
    let send = wanted.unwrap_or(wish.frame).min(wish.frame);
    let expected = (send as f64 * wish.response + 1e-9).floor() as usize;
    Plan {
        returns,
        send,
        expected,
        half_width: half(expected),
        reached: does(expected),
    }
}

/// The first of `from..=to` that does, where all after it do too.
fn first(from: usize, to: usize, does: impl Fn(usize) -> bool) -> Option<usize> {
    let (mut low, mut high) = (from, to);
    if low > high || !does(high) {
        return None;
    }
    while low < high {
        let middle = low + (high - low) / 2;
        if does(middle) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    Some(low)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wish(frame: usize, half_width: f64, response: f64) -> PlanWish {
        PlanWish {
            frame,
            sd: 15.0,
            half_width,
            response,
        }
    }

    #[test]
    fn the_smallest_number_that_does() {
        // scipy: the first n with t.ppf(.975, n−1)·15/sqrt(n)[·sqrt(1−n/N)] <= 5
        let (firm, frame) = plan(&wish(200, 5.0, 0.5)).unwrap();
        assert_eq!((firm.returns, firm.send, firm.expected), (Some(38), 76, 38));
        assert_eq!((frame.returns, frame.send), (Some(32), 64));
        assert!(firm.reached && frame.reached);
        // scipy: t.ppf(.975, 37)*15/sqrt(38)
        let half = firm.half_width.unwrap();
        assert!((half - 4.930_377_3).abs() < 5e-7, "{half}");
    }

    #[test]
    fn where_too_few_answer_all_are_asked_and_what_that_gives_is_said() {
        let (firm, frame) = plan(&wish(30, 3.0, 0.7)).unwrap();
        assert_eq!((firm.returns, firm.send, firm.expected), (None, 30, 21));
        assert!(!firm.reached && firm.half_width.unwrap() > 6.0);
        assert!(frame.returns.is_some_and(|n| n < 30), "{frame:?}");
        assert!(!frame.reached && frame.send == 30);
        let (_, all) = plan(&wish(30, 3.0, 1.0)).unwrap();
        assert!(all.reached && all.send < 30);
        let (one, _) = plan(&wish(1, 3.0, 1.0)).unwrap();
        assert_eq!(
            (one.returns, one.half_width, one.reached),
            (None, None, false)
        );
    }

    #[test]
    fn nonsense_is_refused() {
        assert_eq!(plan(&wish(0, 3.0, 0.5)), None);
        assert_eq!(plan(&wish(30, 0.0, 0.5)), None);
        assert_eq!(plan(&wish(30, 3.0, 0.0)), None);
        assert_eq!(plan(&wish(30, 3.0, 1.1)), None);
        assert_eq!(plan(&wish(30, f64::NAN, 0.5)), None);
    }
}
