//! Whom to ask: the customers a rule chooses from the register, and what they stand for.

use jiff::civil::Date;
use rustc_hash::FxHashMap;

use super::coverage::turnover_shares;
use crate::model::{Customer, CustomerId, FrameRule, Period};

/// What a rule comes to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Chosen {
    /// In the order of the register.
    pub customers: Vec<CustomerId>,
    /// Their share of the register by heads, 0–1; `None` of an empty register.
    pub heads: Option<f64>,
    /// Their share of its turnover, 0–1; `None` when none is known.
    pub turnover: Option<f64>,
    /// Turnover of the smallest customer taken, where the rule takes the largest first.
    pub cutoff: Option<f64>,
}

/// The customers a rule chooses. `last` are those of the wave before.
///
/// Shares are reached, not approached: 30 % of 62 customers are 19. Of customers with the same
/// turnover those come first that stand first in the register. Customers without turnover come
/// last and add nothing to it.
pub fn choose(rule: &FrameRule, customers: &[Customer], last: &[CustomerId]) -> Chosen {
    let shares = turnover_shares(&[], customers);
    let mut taken: Vec<usize> = match rule {
        FrameRule::All => (0..customers.len()).collect(),
        FrameRule::AsLastTime => places(customers, |it| last.contains(&it.id)),
        FrameRule::Largest { share } => {
            let mut all = by_turnover(customers);
            all.truncate(heads(*share, customers.len()));
            all
        }
        FrameRule::Random { share, seed } => {
            let mut all = shuffled(customers, *seed);
            all.truncate(heads(*share, customers.len()));
            all
        }
        FrameRule::Turnover { share } => most_turnover(*share, customers, &shares),
        FrameRule::Segment { attribute, value } => places(customers, |it| {
            it.attributes.get(attribute).map_or("", String::as_str) == value
        }),
        FrameRule::Bought { attribute, period } => places(customers, |it| {
            let said = it.attributes.get(attribute);
            said.is_some_and(|said| bought(said, *period))
        }),
    };
    taken.sort_unstable();
    let sum: f64 = taken
        .iter()
        .filter_map(|at| shares.get(&customers[*at].id))
        .sum();
    let sorted = matches!(rule, FrameRule::Largest { .. } | FrameRule::Turnover { .. });
    let turnovers = taken.iter().filter_map(|at| turnover(&customers[*at]));
    let smallest = turnovers.min_by(f64::total_cmp);
    Chosen {
        heads: (!customers.is_empty()).then(|| taken.len() as f64 / customers.len() as f64),
        turnover: (!shares.is_empty()).then(|| sum.min(1.0)),
        cutoff: smallest.filter(|_| sorted),
        customers: taken.into_iter().map(|at| customers[at].id).collect(),
    }
}

fn places(customers: &[Customer], wanted: impl Fn(&Customer) -> bool) -> Vec<usize> {
    let all = customers.iter().enumerate();
    all.filter(|(_, it)| wanted(it)).map(|(at, _)| at).collect()
}

fn turnover(customer: &Customer) -> Option<f64> {
    customer.turnover.filter(|it| it.is_finite() && *it >= 0.0)
}

/// How many of them make a share, rounded to 1e-9 before it is rounded up.
fn heads(share: f64, of: usize) -> usize {
    let exact = (share.clamp(0.0, 1.0) * of as f64 * 1e9).round() / 1e9;
    exact.ceil() as usize
}

/// The largest first.
fn by_turnover(customers: &[Customer]) -> Vec<usize> {
    let mut all: Vec<usize> = (0..customers.len()).collect();
    let key = |at: &usize| turnover(&customers[*at]).unwrap_or(-1.0);
    all.sort_by(|a, b| key(b).total_cmp(&key(a)));
    all
}

/// The largest until they reach a share of the turnover. Nobody while none is known.
fn most_turnover(
    share: f64,
    customers: &[Customer],
    shares: &FxHashMap<CustomerId, f64>,
) -> Vec<usize> {
    let (mut sum, mut taken) = (0.0, Vec::new());
    for at in by_turnover(customers) {
        let own = shares.get(&customers[at].id).copied().unwrap_or(0.0);
        if ((sum - share) * 1e9).round() >= 0.0 || own <= 0.0 {
            break;
        }
        sum += own;
        taken.push(at);
    }
    taken
}

/// By lot. Each customer draws a number from the seed and its own code, so that the same seed
/// draws the same ones, whatever order the register is in.
///
/// The numbers are splitmix64 (Steele, Lea & Flood 2014) over FNV-1a (Fowler, Noll & Vo) of the
/// code.
fn shuffled(customers: &[Customer], seed: u64) -> Vec<usize> {
    let mut all: Vec<usize> = (0..customers.len()).collect();
    let lot = |code: &str| {
        let hash = code.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
        });
        let mut z = (hash ^ seed).wrapping_add(0x9e37_79b9_7f4a_7c15);
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    };
    all.sort_by_cached_key(|at| (lot(&customers[*at].code), customers[*at].code.clone()));
    all
}

/// Whether what an attribute says is a day, month or period from the first day of `period` on.
/// A last purchase after its end says that the customer was one then too.
fn bought(said: &str, period: Period) -> bool {
    let said = said.trim();
    if let Ok(found) = said.parse::<Period>() {
        let end = found.start_month() + i32::from(found.kind().months());
        return end > period.start_month();
    }
    let mut parts = said.split(|it: char| !it.is_ascii_digit());
    let mut parts = parts.by_ref().filter(|it| !it.is_empty());
    let day = (parts.next(), parts.next(), parts.next());
    let (Some(year), Some(month), Some(day)) = day else {
        return false;
    };
    let (Ok(year), Ok(month), Ok(day)) = (year.parse(), month.parse(), day.parse()) else {
        return false;
    };
    let day = Date::new(year, month, day).ok();
    day.is_some_and(|day| {
        i32::from(day.year()) * 12 + i32::from(day.month()) > period.start_month()
    })
}

/// Attributes whose values tell when a customer bought, by most of those that say anything.
pub fn tells_purchases(customers: &[Customer]) -> Vec<String> {
    let mut names: Vec<&String> = customers
        .iter()
        .flat_map(|it| it.attributes.keys())
        .collect();
    names.sort_unstable();
    names.dedup();
    let Some(long_ago) = Period::new(crate::model::PeriodKind::Year, 1900, 1) else {
        return Vec::new();
    };
    let tells = |name: &&String| {
        let said = customers.iter().filter_map(|it| it.attributes.get(*name));
        let said = said.filter(|it| !it.trim().is_empty());
        let dated = said.clone().filter(|it| bought(it, long_ago)).count();
        let all = said.count();
        all > 0 && dated * 2 > all
    };
    names.into_iter().filter(tells).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::super::example::customers;
    use super::*;

    fn ids(chosen: &Chosen) -> Vec<i64> {
        chosen.customers.iter().map(|it| it.0).collect()
    }

    #[test]
    fn shares_are_reached_and_the_cut_off_is_said() {
        let register = customers(&[
            Some(10.0),
            Some(50.0),
            None,
            Some(30.0),
            Some(10.0),
            Some(0.0),
        ]);
        let by_turnover = |share| choose(&FrameRule::Turnover { share }, &register, &[]);
        let found = by_turnover(0.8);
        assert_eq!(ids(&found), [2, 4]);
        assert_eq!((found.cutoff, found.turnover), (Some(30.0), Some(0.8)));
        assert_eq!(found.heads, Some(2.0 / 6.0));
        assert_eq!(ids(&by_turnover(0.85)), [1, 2, 4]);
        // Who has no turnover adds nothing to it.
        assert_eq!(ids(&by_turnover(1.0)), [1, 2, 4, 5]);
        let largest = |share| choose(&FrameRule::Largest { share }, &register, &[]);
        assert_eq!(ids(&largest(0.3)), [2, 4]);
        assert_eq!(ids(&largest(0.5)), [1, 2, 4]);
        assert_eq!(largest(1.0).customers.len(), 6);
        let none = choose(
            &FrameRule::Turnover { share: 0.8 },
            &customers(&[None, None]),
            &[],
        );
        assert_eq!(none.customers, []);
        assert_eq!(none.turnover, None);
    }

    #[test]
    fn a_seed_draws_the_same_ones_in_whatever_order_the_register_is() {
        let mut register = customers(&[None; 62]);
        let draw = |register: &[Customer], seed| {
            let rule = FrameRule::Random { share: 0.3, seed };
            let mut drawn = choose(&rule, register, &[]).customers;
            drawn.sort_unstable();
            drawn
        };
        let first = draw(&register, 7);
        assert_eq!(first.len(), 19);
        assert_ne!(draw(&register, 8), first);
        register.reverse();
        assert_eq!(draw(&register, 7), first);
    }

    #[test]
    fn who_bought_since_the_period_began_is_told_from_days_and_periods() {
        let period: Period = "2026H1".parse().unwrap();
        for (said, since) in [
            ("2026-01-01", true),
            ("2026/3/15", true),
            ("2026年2月3日", true),
            ("2026-07-09 00:00:00", true),
            ("2025-12-31", false),
            ("2026H1", true),
            ("2026", true),
            ("2025H2", false),
            ("很久以前", false),
            ("", false),
        ] {
            assert_eq!(bought(said, period), since, "{said}");
        }
    }

    #[test]
    fn everybody_those_of_last_time_and_a_segment() {
        let mut register = customers(&[Some(1.0), Some(2.0), Some(3.0)]);
        register[2].attributes.insert("区域".into(), "华东".into());
        assert_eq!(ids(&choose(&FrameRule::All, &register, &[])), [1, 2, 3]);
        let last = [CustomerId(3), CustomerId(1), CustomerId(77)];
        let again = choose(&FrameRule::AsLastTime, &register, &last);
        assert_eq!(ids(&again), [1, 3]);
        let east = FrameRule::Segment {
            attribute: "区域".to_owned(),
            value: "华东".to_owned(),
        };
        assert_eq!(ids(&choose(&east, &register, &[])), [3]);
        assert_eq!(tells_purchases(&register), Vec::<String>::new());
    }
}
