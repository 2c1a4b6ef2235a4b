//! Whose the returns that count are: how many customers stand behind a figure, how many of them
//! are on the list, and how much of it one of them holds.

use rustc_hash::{FxHashMap, FxHashSet};

use super::FEW;
use crate::model::{CustomerId, Return};

/// Whose each return that counts is.
#[derive(Clone, Debug, Default)]
pub(super) struct Whose {
    /// A number a customer; `None` where every return is another one's.
    numbers: Option<Vec<u32>>,
    /// Customers in all.
    customers: usize,
    listed: Listed,
}

/// Which returns are of customers on the list.
#[derive(Clone, Debug, Default)]
enum Listed {
    #[default]
    None,
    All,
    Some(Vec<bool>),
}

/// The customers behind one figure.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Behind {
    /// One of unknown name is one customer however often it answered; without a name every
    /// return is another's.
    pub customers: usize,
    /// Of them, those on the list.
    pub listed: usize,
    /// The largest share (0–1) of the weight that one of them holds; 0 without weights.
    pub largest: f64,
}

impl Behind {
    /// Too few of them, or one among them outweighs all others (with weights): nothing of it may
    /// be shown. `effective` is how many equally weighted returns would tell as much.
    pub fn hidden(&self, effective: f64) -> bool {
        self.customers < FEW || (self.largest > 0.0 && self.too_uneven(effective))
    }

    /// How far one customer moves a mean of `n` returns at most that can lie this far apart.
    pub fn worth(&self, n: usize, width: f64) -> Option<f64> {
        let share = if self.largest > 0.0 {
            self.largest
        } else {
            1.0 / n as f64
        };
        (n > 0).then_some(share * width)
    }

    fn too_uneven(&self, effective: f64) -> bool {
        effective < FEW as f64 - 1e-9 || self.largest > 0.5 + 1e-9
    }
}

impl Whose {
    /// `listed`: the customers of the list, as far as it is known.
    pub fn of(returns: &[&Return], listed: Option<&FxHashSet<CustomerId>>) -> Self {
        let mut known: FxHashMap<CustomerId, u32> = FxHashMap::default();
        let mut named: FxHashMap<&str, u32> = FxHashMap::default();
        let mut customers = 0;
        let mut numbers = Vec::with_capacity(returns.len());
        for it in returns {
            let next = customers;
            let number = match (it.customer, it.customer_text.trim()) {
                (Some(customer), _) => *known.entry(customer).or_insert(next),
                (None, "") => next,
                (None, name) => *named.entry(name).or_insert(next),
            };
            customers += u32::from(number == next);
            numbers.push(number);
        }
        let on_list = |it: &&Return| {
            let customer = it.customer.zip(listed);
            customer.is_some_and(|(customer, listed)| listed.contains(&customer))
        };
        let marks: Vec<bool> = returns.iter().map(on_list).collect();
        let repeated = customers as usize != returns.len();
        Self {
            numbers: repeated.then_some(numbers),
            customers: customers as usize,
            listed: match marks.iter().filter(|it| **it).count() {
                0 => Listed::None,
                all if all == marks.len() => Listed::All,
                _ => Listed::Some(marks),
            },
        }
    }

    /// The values of those on the list; the others as if they had none. `None` where all are.
    pub fn only_listed(&self, values: &[Option<f64>]) -> Option<Vec<Option<f64>>> {
        match &self.listed {
            Listed::All => None,
            Listed::None => Some(vec![None; values.len()]),
            Listed::Some(marks) => {
                let both = values.iter().zip(marks);
                Some(both.map(|(value, mark)| value.filter(|_| *mark)).collect())
            }
        }
    }

    /// Those behind a figure: `has` says which returns count in it.
    pub fn behind(&self, n: usize, has: impl Fn(usize) -> bool, weights: Option<&[f64]>) -> Behind {
        let mut behind = match (&self.numbers, &self.listed) {
            (None, Listed::None) => Behind {
                customers: n,
                ..Behind::default()
            },
            (None, Listed::All) => Behind {
                customers: n,
                listed: n,
                largest: 0.0,
            },
            (None, Listed::Some(marks)) => Behind {
                customers: n,
                listed: (marks.iter().enumerate())
                    .filter(|(at, mark)| **mark && has(*at))
                    .count(),
                largest: 0.0,
            },
            (Some(numbers), listed) => {
                let mut seen = vec![false; self.customers];
                let mut behind = Behind::default();
                for (at, number) in numbers.iter().enumerate() {
                    if has(at) && !std::mem::replace(&mut seen[*number as usize], true) {
                        behind.customers += 1;
                        behind.listed += usize::from(listed.has(at));
                    }
                }
                behind
            }
        };
        if let Some(weights) = weights {
            behind.largest = self.largest(&has, weights);
        }
        behind
    }

    /// Whether a return is the first of a customer on the list among those that count in a
    /// figure, one after another.
    pub fn first_listed(&self) -> impl FnMut(usize) -> bool {
        let mut seen = vec![false; self.customers];
        move |at: usize| {
            let number = match &self.numbers {
                Some(numbers) => numbers.get(at).map_or(at, |it| *it as usize),
                None => at,
            };
            self.listed.has(at) && !std::mem::replace(&mut seen[number], true)
        }
    }

    fn largest(&self, has: &impl Fn(usize) -> bool, weights: &[f64]) -> f64 {
        let mut held = vec![0.0; self.customers];
        for (at, weight) in weights.iter().enumerate().filter(|(at, _)| has(*at)) {
            let number = self.numbers.as_ref().map_or(at, |all| all[at] as usize);
            held[number] += weight;
        }
        let all: f64 = held.iter().sum();
        let largest = held.into_iter().fold(0.0, f64::max);
        if all > 0.0 { largest / all } else { 1.0 }
    }
}

impl Listed {
    fn has(&self, at: usize) -> bool {
        match self {
            Self::None => false,
            Self::All => true,
            Self::Some(marks) => marks.get(at).copied().unwrap_or(false),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::example;
    use super::*;

    fn whose(customers: &[Option<i64>], listed: &[i64]) -> Whose {
        let rows: Vec<&[u8]> = customers.iter().map(|_| &[5][..]).collect();
        let mut returns = example::rated(&rows).returns;
        for (it, customer) in returns.iter_mut().zip(customers) {
            it.customer = customer.map(CustomerId);
        }
        let returns: Vec<&Return> = returns.iter().collect();
        Whose::of(
            &returns,
            Some(&listed.iter().copied().map(CustomerId).collect()),
        )
    }

    #[test]
    fn second_returns_and_strangers_are_no_further_customers_of_the_list() {
        let whose = whose(&[Some(1), Some(1), Some(2), Some(9), None], &[1, 2, 3]);
        let all = whose.behind(5, |_| true, None);
        assert_eq!((all.customers, all.listed), (4, 2));
        let second = whose.behind(1, |at| at == 1, None);
        assert_eq!((second.customers, second.listed), (1, 1));
        let mut first = whose.first_listed();
        let firsts: Vec<bool> = (0..5).map(&mut first).collect();
        assert_eq!(firsts, [true, false, true, false, false]);
    }

    #[test]
    fn one_who_holds_over_half_hides_the_rest() {
        let whose = whose(&[Some(1), Some(1), Some(2), Some(3), Some(4), Some(5)], &[]);
        let with = |weights: &[f64]| whose.behind(6, |_| true, Some(weights));
        let even = with(&[0.5, 0.5, 1.0, 1.0, 1.0, 1.0]);
        assert!((even.largest - 0.2).abs() < 1e-12 && !even.hidden(5.0));
        assert!(
            with(&[1.0, 1.0, 0.2, 0.2, 0.2, 0.2]).hidden(5.0),
            "two returns, one customer"
        );
        assert!(even.hidden(4.9), "as if of fewer than five");
        assert!(with(&[0.0; 6]).hidden(5.0), "nobody weighs anything");
    }

    #[test]
    fn nobody_is_nobody() {
        let nobody = whose(&[], &[1]).behind(0, |_| true, None);
        assert_eq!((nobody.customers, nobody.listed), (0, 0));
        assert!(nobody.hidden(0.0));
    }
}
