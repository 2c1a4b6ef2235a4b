//! Which copies go when there are many: a rule over their times, sizes and states alone.
//!
//! Kept are the newest ten, the last of each of the latest 24 hours and thirty days that have
//! any, and the last of each month for ever, as far as there is room; the oldest go first. The clock is
//! asked for nothing but which copies lie in the future, since it may be wrong: days are
//! counted, not measured back from today.
//!
//! Copies are thinned within their own kind, sound ones first, then those nobody looked at,
//! then those dated in the future, then damaged ones. What a kind leaves of the room goes to
//! the next, so none pushes out one of a kind before it. The newest of each kind always stays.

use std::collections::HashSet;

use jiff::Span;
use jiff::civil::{Date, DateTime};

use crate::model::{CopyState, KeptCopy};

const NEWEST: usize = 10;
/// A script makes ten in a moment: they do not push out what was kept an hour before.
const HOURS: usize = 24;
const DAYS: usize = 30;
/// Of damaged ones, which are of use only while the sound ones are older.
const DAMAGED: usize = 3;

/// The places of those to remove.
pub(super) fn surplus(copies: &[KeptCopy], now: DateTime, room: u64) -> Vec<usize> {
    // A traveller's clock may be a day ahead of the one at home.
    let tomorrow = now.saturating_add(Span::new().days(1));
    let kind = |copy: &KeptCopy| {
        (
            copy.state == CopyState::Damaged,
            copy.at > tomorrow,
            copy.state,
        )
    };
    let mut kinds: Vec<_> = copies.iter().map(kind).collect();
    kinds.sort_unstable();
    kinds.dedup();
    let (mut gone, mut left) = (Vec::new(), room);
    for one in kinds {
        let of_kind = copies.iter().enumerate();
        let mut alike: Vec<_> = of_kind.filter(|(_, copy)| kind(copy) == one).collect();
        alike.sort_by(|(_, a), (_, b)| (b.at, &b.name).cmp(&(a.at, &a.name)));
        let (damaged, _, _) = one;
        let kept = if damaged {
            alike.iter().map(|(at, _)| *at).take(DAMAGED).collect()
        } else {
            generations(&alike)
        };
        let mut full = false;
        for (place, (at, copy)) in alike.iter().enumerate() {
            full |= kept.contains(at) && place > 0 && copy.bytes > left;
            if full || !kept.contains(at) {
                gone.push(*at);
            } else {
                left = left.saturating_sub(copy.bytes);
            }
        }
    }
    gone.sort_unstable();
    gone
}

/// The newest, the last of each hour, day and month; they come newest first.
fn generations(alike: &[(usize, &KeptCopy)]) -> HashSet<usize> {
    let (mut days, mut months) = (HashSet::<Date>::new(), HashSet::new());
    let mut hours = HashSet::new();
    let mut kept = HashSet::new();
    for (place, (at, copy)) in alike.iter().enumerate() {
        let date = copy.at.date();
        let of_its_hour = hours.len() < HOURS && hours.insert((date, copy.at.hour()));
        let of_its_day = days.len() < DAYS && days.insert(date);
        let of_its_month = months.insert((date.year(), date.month()));
        if place < NEWEST || of_its_hour || of_its_day || of_its_month {
            kept.insert(*at);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    const ROOM: u64 = 1_000;

    /// Numbers that look random and are the same in every run.
    struct Dice(u64);

    impl Dice {
        fn below(&mut self, bound: u64) -> u64 {
            self.0 ^= self.0 << 13;
            self.0 ^= self.0 >> 7;
            self.0 ^= self.0 << 17;
            self.0 % bound
        }
    }

    fn now() -> DateTime {
        date(2026, 11, 22).at(12, 0, 0, 0)
    }

    fn copy(at: DateTime, bytes: u64, state: CopyState) -> KeptCopy {
        KeptCopy {
            name: at.to_string(),
            at,
            bytes,
            state,
            reason: None,
        }
    }

    /// Copies over years before now, and over some after it.
    fn some(dice: &mut Dice) -> Vec<KeptCopy> {
        let count = dice.below(120);
        let spread = 1 + dice.below(1_500_000);
        let made = |dice: &mut Dice| {
            let minutes = dice.below(spread) as i64;
            let minutes = if dice.below(4) == 0 {
                -minutes
            } else {
                minutes
            };
            let state = match dice.below(3) {
                0 => CopyState::Sound,
                1 => CopyState::Unknown,
                _ => CopyState::Damaged,
            };
            let at = now().checked_sub(Span::new().minutes(minutes)).unwrap();
            copy(at, 1 + dice.below(60), state)
        };
        (0..count).map(|_| made(dice)).collect()
    }

    fn thinned(copies: &[KeptCopy], room: u64) -> Vec<KeptCopy> {
        let gone = surplus(copies, now(), room);
        let left = copies.iter().enumerate();
        left.filter(|(at, _)| !gone.contains(at))
            .map(|(_, copy)| copy.clone())
            .collect()
    }

    /// Sound ones that are not dated in the future.
    fn sound(copies: &[KeptCopy]) -> Vec<KeptCopy> {
        let tomorrow = now().checked_add(Span::new().days(1)).unwrap();
        let good = |copy: &&KeptCopy| copy.state == CopyState::Sound && copy.at <= tomorrow;
        copies.iter().filter(good).cloned().collect()
    }

    #[test]
    fn thinning_again_removes_nothing() {
        let mut dice = Dice(1);
        for _ in 0..500 {
            let copies = some(&mut dice);
            let once = thinned(&copies, ROOM);
            assert_eq!(thinned(&once, ROOM), once);
        }
    }

    #[test]
    fn the_newest_sound_one_always_stays() {
        let mut dice = Dice(2);
        for _ in 0..500 {
            let copies = some(&mut dice);
            for room in [0, 10, ROOM] {
                let left = thinned(&copies, room);
                for seen in [copies.clone(), sound(&copies)] {
                    let good = seen.iter().filter(|it| it.state == CopyState::Sound);
                    let Some(newest) = good.max_by_key(|copy| (copy.at, copy.name.clone())) else {
                        continue;
                    };
                    assert!(left.iter().any(|copy| copy.at == newest.at));
                }
            }
        }
    }

    #[test]
    fn sound_ones_are_not_pushed_out_by_damaged_ones_nor_by_the_future() {
        let mut dice = Dice(3);
        for _ in 0..500 {
            let copies = some(&mut dice);
            let alone = sound(&copies);
            for room in [0, 300, ROOM] {
                assert_eq!(sound(&thinned(&copies, room)), thinned(&alone, room));
            }
        }
    }

    #[test]
    fn what_is_kept_fits_into_the_room_but_for_the_newest_of_each_kind() {
        let mut dice = Dice(4);
        for _ in 0..500 {
            let left = thinned(&some(&mut dice), ROOM);
            let bytes: u64 = left.iter().map(|copy| copy.bytes).sum();
            assert!(bytes <= ROOM + 5 * 60, "{bytes}");
            let tight = thinned(&left, 0);
            assert!(tight.len() <= 6, "{}", tight.len());
        }
    }

    #[test]
    fn ten_then_one_an_hour_then_one_a_day_then_one_a_month() {
        // One every six hours for two years.
        let every = |quarter: i64| now().checked_sub(Span::new().hours(6 * quarter)).unwrap();
        let copies: Vec<_> = (0..2 * 365 * 4)
            .map(|quarter| copy(every(quarter), 1, CopyState::Sound))
            .collect();
        let left = thinned(&copies, ROOM);
        assert_eq!(left[..10], copies[..10], "the newest ten");
        let days: HashSet<Date> = left.iter().map(|copy| copy.at.date()).collect();
        let back = |days: i64| now().date().checked_sub(Span::new().days(days)).unwrap();
        assert!((0..30).all(|day| days.contains(&back(day))));
        let months: HashSet<_> = days.iter().map(|day| (day.year(), day.month())).collect();
        assert_eq!(months.len(), 25);
        // 24 hours span seven days; October and November lie within the thirty.
        assert_eq!(left.len(), 24 + 23 + 23);
    }

    #[test]
    fn ten_in_a_moment_leave_what_was_kept_an_hour_before() {
        let before = now().checked_sub(Span::new().hours(1)).unwrap();
        let moments = (0..12).map(|at| now().checked_add(Span::new().seconds(at)).unwrap());
        let mut copies: Vec<_> = moments.map(|at| copy(at, 1, CopyState::Sound)).collect();
        copies.push(copy(before, 1, CopyState::Sound));
        let left = thinned(&copies, ROOM);
        assert!(left.iter().any(|copy| copy.at == before));
        assert_eq!(left.len(), 10 + 1);
    }

    #[test]
    fn a_clock_that_was_ahead_once_costs_nothing() {
        let day = |days: i64| now().checked_sub(Span::new().days(days)).unwrap();
        let mut copies: Vec<_> = (0..20)
            .map(|days| copy(day(days), 1, CopyState::Sound))
            .collect();
        let ahead = (0..20).map(|minutes| {
            let at = now().checked_add(Span::new().days(365).minutes(minutes));
            copy(at.unwrap(), 1, CopyState::Sound)
        });
        copies.extend(ahead);
        let left = thinned(&copies, ROOM);
        assert_eq!(sound(&left).len(), 20);
        assert_eq!(left.len(), 20 + 10);
    }

    #[test]
    fn without_room_the_oldest_go_first() {
        let month = |months: i64| now().checked_sub(Span::new().months(months)).unwrap();
        let copies: Vec<_> = (0..24)
            .map(|months| copy(month(months), 100, CopyState::Sound))
            .collect();
        assert_eq!(thinned(&copies, ROOM), copies[..10]);
        assert_eq!(thinned(&copies, 0), copies[..1]);
    }
}
