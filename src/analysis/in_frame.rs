//! How large a share of a finite list is, from those of it who answered.

use super::Rate;
use super::distribution::ln_ways;

/// What either one-sided test may err.
const TAIL: f64 = 0.025;

/// Exact 95 % interval of the share of `frame` customers who are satisfied, when `hits` of `n` of
/// them said so: every count that neither one-sided hypergeometric test rejects (Buonaccorsi
/// 1987, The American Statistician 41:215). `None` of nobody, and where more answered than there
/// are.
pub fn in_frame(hits: usize, n: usize, frame: usize) -> Option<Rate> {
    if n == 0 || n > frame || hits > n {
        return None;
    }
    let (least, most) = (hits, frame - (n - hits));
    let of = |satisfied: usize| Urn {
        all: frame,
        satisfied,
        drawn: n,
    };
    // More satisfied ones make as many hits or more likelier: the bounds are found by halving.
    let low = first(least, most, |count| of(count).at_least(hits) > TAIL);
    let high = first(least, most, |count| of(count).at_most(hits) <= TAIL);
    let high = if of(most).at_most(hits) > TAIL {
        most
    } else {
        high.saturating_sub(1)
    };
    let share = |count: usize| count as f64 / frame as f64;
    Some(Rate {
        share: hits as f64 / n as f64,
        low: share(low),
        high: share(high),
    })
}

/// The first count from `from` to `to` that holds; `to` where none before does.
fn first(from: usize, to: usize, holds: impl Fn(usize) -> bool) -> usize {
    let (mut from, mut to) = (from, to);
    while from < to {
        let middle = from + (to - from) / 2;
        match holds(middle) {
            true => to = middle,
            false => from = middle + 1,
        }
    }
    from
}

/// Drawing without putting back.
#[derive(Clone, Copy)]
struct Urn {
    all: usize,
    satisfied: usize,
    drawn: usize,
}

impl Urn {
    /// How likely there are at least so many satisfied ones among those drawn.
    fn at_least(self, hits: usize) -> f64 {
        match self.above_most_likely(hits) {
            true => self.outward(hits, true),
            false => {
                1.0 - hits
                    .checked_sub(1)
                    .map_or(0.0, |it| self.outward(it, false))
            }
        }
    }

    fn at_most(self, hits: usize) -> f64 {
        match self.above_most_likely(hits) {
            true => 1.0 - self.outward(hits + 1, true),
            false => self.outward(hits, false),
        }
    }

    fn above_most_likely(self, hits: usize) -> bool {
        let (all, satisfied) = (self.all as f64, self.satisfied as f64);
        hits as f64 >= (self.drawn as f64 + 1.0) * (satisfied + 1.0) / (all + 2.0)
    }

    /// The sum of the chances from `hits` away from the most likely count, where they only
    /// shrink.
    fn outward(self, hits: usize, up: bool) -> f64 {
        let (all, satisfied) = (self.all as f64, self.satisfied as f64);
        let (drawn, mut at) = (self.drawn as f64, hits as f64);
        let (least, most) = ((drawn - (all - satisfied)).max(0.0), drawn.min(satisfied));
        if at < least || at > most {
            return match (up, at < least) {
                (true, true) | (false, false) => 1.0,
                (true, false) | (false, true) => 0.0,
            };
        }
        let ways = ln_ways(satisfied, at) + ln_ways(all - satisfied, drawn - at);
        let mut chance = (ways - ln_ways(all, drawn)).exp();
        let mut sum = chance;
        while (if up { at < most } else { at > least }) && chance > sum * 1e-17 {
            let others = all - satisfied - drawn;
            chance *= match up {
                true => (satisfied - at) * (drawn - at) / ((at + 1.0) * (others + at + 1.0)),
                false => at * (others + at) / ((satisfied - at + 1.0) * (drawn - at + 1.0)),
            };
            at += if up { 1.0 } else { -1.0 };
            sum += chance;
        }
        sum.min(1.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_method_s_own_numbers() {
        for (hits, n, low, high) in [
            (11, 22, 0.4, 0.6),
            (18, 22, 0.7, 0.866_667),
            (22, 22, 0.933_333, 1.0),
            (5, 5, 0.533_333, 1.0),
            (9, 10, 0.633_333, 0.966_667),
        ] {
            let rate = in_frame(hits, n, 30).unwrap();
            assert!((rate.low - low).abs() < 5e-7, "{hits}/{n}: {rate:?}");
            assert!((rate.high - high).abs() < 5e-7, "{hits}/{n}: {rate:?}");
        }
    }

    #[test]
    fn every_count_kept_is_kept_by_the_plain_sums() {
        // Chances by their definition, with whole numbers.
        let ways = |n: u64, k: u64| -> f64 {
            if k > n {
                return 0.0;
            }
            (0..k).fold(1.0, |all, at| all * (n - at) as f64 / (at + 1) as f64)
        };
        for frame in 1..14_u64 {
            for n in 1..=frame {
                for hits in 0..=n {
                    let chance = |satisfied: u64, at: u64| {
                        if n - at > frame - satisfied {
                            return 0.0;
                        }
                        ways(satisfied, at) * ways(frame - satisfied, n - at) / ways(frame, n)
                    };
                    let kept: Vec<u64> = (hits..=frame - (n - hits))
                        .filter(|satisfied| {
                            let more: f64 = (hits..=n).map(|at| chance(*satisfied, at)).sum();
                            let less: f64 = (0..=hits).map(|at| chance(*satisfied, at)).sum();
                            more > TAIL && less > TAIL
                        })
                        .collect();
                    let [h, n, frame] = [hits, n, frame].map(|it| usize::try_from(it).unwrap());
                    let rate = in_frame(h, n, frame).unwrap();
                    let counts = [rate.low, rate.high].map(|it| (it * frame as f64).round() as u64);
                    let ends = [kept[0], kept[kept.len() - 1]];
                    assert_eq!(counts, ends, "{hits} of {n} of {frame}");
                }
            }
        }
    }

    #[test]
    fn everybody_leaves_nothing_open_and_a_million_is_counted_at_once() {
        let all = in_frame(3, 7, 7).unwrap();
        assert!(all.low == all.high && (all.low - 3.0 / 7.0).abs() < 1e-15);
        assert_eq!(in_frame(0, 0, 7), None);
        assert_eq!(in_frame(8, 8, 7), None);
        let rate = in_frame(412_345, 512_345, 1_000_000).unwrap();
        assert!(rate.low < rate.share && rate.share < rate.high);
        assert!(rate.high - rate.low < 0.002, "{rate:?}");
    }
}
