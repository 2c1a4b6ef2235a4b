//! Who answered: the list of a wave beside its valid returns, by everything known of its
//! customers.

use std::collections::BTreeMap;

use statrs::distribution::{Discrete, Hypergeometric};

use super::SegmentKey;
use super::breakdown::{Part, counted_by, note, parts};
use super::family::holm;
use super::people::people;
use crate::model::{Customer, FrameEntry, WaveReturns};

/// A name with more values than these, or more than half as many as there are customers, splits
/// them one by one: it is an address, not a kind.
const MOST_VALUES: usize = 12;
/// Below this a difference is called one.
const LEVEL: f64 = 0.05;

/// The list by the values of one name, the largest first.
#[derive(Clone, Debug, PartialEq)]
pub struct Composition {
    pub key: SegmentKey,
    pub values: Vec<Composed>,
}

/// The customers of the list who share a value.
#[derive(Clone, Debug, PartialEq)]
pub struct Composed {
    /// `None`: they have none.
    pub value: Option<String>,
    pub part: Part,
    /// Their share of the list, and of the customers of the list who answered validly, 0–1.
    pub of_list: f64,
    pub of_valid: Option<f64>,
    /// How likely valid returns would be spread over the list at least as unevenly if the value
    /// had nothing to do with it: Fisher's exact test, two-sided (Fisher 1935, J. R. Stat. Soc.
    /// 98:39), by Holm over all values of all names. `None` where there is nothing to compare.
    pub p: Option<f64>,
}

impl Composed {
    /// They answered more, or less, than chance would have it.
    pub fn differs(&self) -> bool {
        self.p.is_some_and(|p| p < LEVEL)
    }
}

impl Composition {
    /// The values that are tested: of two, what is true of one is true of the other.
    fn tests(&self) -> &[Composed] {
        match &self.values[..] {
            [first, _] => std::slice::from_ref(first),
            all => all,
        }
    }
}

/// Of a wave, by attribute as customers had them at the wave, and by key accounts. Those excluded
/// from the list are in no part. Names that only split off single customers are left out, and
/// those that split nothing.
pub fn composition(
    returns: &WaveReturns,
    frame: &[FrameEntry],
    customers: &[Customer],
) -> Vec<Composition> {
    let people = people(frame, customers);
    let answered = counted_by(returns, frame);
    let mut names: BTreeMap<SegmentKey, BTreeMap<Option<String>, Part>> = BTreeMap::new();
    let asked: Vec<&FrameEntry> = frame.iter().filter(|it| it.excluded.is_none()).collect();
    for entry in &asked {
        let attributes = entry.attributes.keys().cloned();
        for key in attributes
            .map(SegmentKey::Attribute)
            .chain([SegmentKey::Key])
        {
            names.entry(key).or_default();
        }
    }
    for (key, values) in &mut names {
        for entry in &asked {
            let person = people.get(&entry.customer);
            let value = person.and_then(|it| it.value(key)).map(str::to_owned);
            let answer = answered.get(&entry.customer).copied();
            note(values.entry(value).or_default(), entry, answer);
        }
    }
    let most = MOST_VALUES.min(asked.len() / 2);
    let kind = |values: &BTreeMap<Option<String>, Part>| (2..=most).contains(&values.len());
    let named = names.into_iter().filter(|(_, values)| kind(values));
    let mut all: Vec<Composition> = named.map(|(key, values)| of_values(key, values)).collect();
    let tests = all.iter().flat_map(Composition::tests);
    let ps: Vec<f64> = tests.filter_map(|it| it.p).collect();
    let mut corrected = holm(&ps).into_iter();
    for one in &mut all {
        let count = one.tests().len();
        let (tested, same) = one.values.split_at_mut(count);
        for value in tested.iter_mut() {
            value.p = value.p.and_then(|_| corrected.next());
        }
        for value in same {
            value.p = tested.first().and_then(|it| it.p);
        }
    }
    all
}

fn of_values(key: SegmentKey, values: BTreeMap<Option<String>, Part>) -> Composition {
    let values = parts(values);
    let sum = |of: fn(&Part) -> usize| values.iter().map(|(_, part)| of(part)).sum::<usize>();
    let (list, valid) = (sum(|part| part.chosen), sum(|part| part.valid));
    let share = |part: usize, whole: usize| part as f64 / whole as f64;
    let composed = |(value, part): &(Option<String>, Part)| Composed {
        value: value.clone(),
        part: part.clone(),
        of_list: share(part.chosen, list),
        of_valid: (valid > 0).then(|| share(part.valid, valid)),
        p: fisher((list, valid), (part.chosen, part.valid)),
    };
    Composition {
        key,
        values: values.iter().map(composed).collect(),
    }
}

/// p of `hits` of the `drawn` being among the `marked` of `all`: that of all counts no likelier.
/// `None` where only one count was possible.
fn fisher((all, drawn): (usize, usize), (marked, hits): (usize, usize)) -> Option<f64> {
    let urn = Hypergeometric::new(all as u64, marked as u64, drawn as u64).ok()?;
    let (least, most) = ((drawn + marked).saturating_sub(all), drawn.min(marked));
    if least == most {
        return None;
    }
    // Ties come out a rounding apart.
    let seen = urn.pmf(hits as u64) * (1.0 + 1e-7);
    let ways = (least..=most).map(|count| urn.pmf(count as u64));
    Some(ways.filter(|p| *p <= seen).sum::<f64>().min(1.0))
}

#[cfg(test)]
mod tests {
    use super::super::example;
    use super::*;

    /// Ten customers on the list: seven in the east, of whom two answered; three in the south,
    /// who all did.
    #[test]
    fn whoever_answers_less_than_the_list_has_of_them_is_told() {
        let mut returns = example::rated(&[&[5], &[5], &[4], &[4], &[3]]);
        let mut frame = example::framed(10, &returns);
        for (it, entry) in returns.returns.iter_mut().zip(&frame) {
            it.customer = Some(entry.customer);
        }
        for (at, entry) in frame.iter_mut().enumerate() {
            let south = (2..5).contains(&at);
            let value = if south { "华南" } else { "华东" };
            entry.attributes.insert("区域".to_owned(), value.to_owned());
            entry
                .attributes
                .insert("地址".to_owned(), format!("{at} 号"));
            entry.key = false;
        }
        let all = composition(&returns, &frame, &[]);
        let [region] = &all[..] else {
            panic!("{all:?}");
        };
        assert_eq!(region.key, SegmentKey::Attribute("区域".to_owned()));
        let told: Vec<(Option<&str>, usize, usize)> = (region.values.iter())
            .map(|it| (it.value.as_deref(), it.part.chosen, it.part.valid))
            .collect();
        assert_eq!(told, [(Some("华东"), 7, 2), (Some("华南"), 3, 3)]);
        assert_eq!(region.values[0].of_valid, Some(0.4));
        let ps: Vec<f64> = region.values.iter().filter_map(|it| it.p).collect();
        // One test, whichever value it is asked of.
        assert!(ps.iter().all(|p| (p - 1.0 / 6.0).abs() < 1e-9), "{ps:?}");
        assert!(!region.values[0].differs(), "five returns tell nothing");
    }

    /// `scipy.stats.fisher_exact` of the same tables.
    #[test]
    fn as_an_independent_tool_has_it() {
        for (urn, marked, expected) in [
            ((30, 24), (9, 4), 0.004_597_701_149_425_3),
            ((20, 10), (10, 2), 0.023_014_137_565_221_2),
            ((12, 6), (6, 3), 1.0),
        ] {
            let p = fisher(urn, marked).unwrap();
            assert!((p - expected).abs() < 1e-9, "{urn:?} {marked:?} {p}");
        }
        assert_eq!(fisher((10, 10), (4, 4)), None, "all answered");
        assert_eq!(fisher((10, 0), (4, 0)), None, "nobody did");
    }
}
