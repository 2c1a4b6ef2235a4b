//! Means, covariances and correlations of items over the returns that answered all of them.

use super::column::{Column, Reply};
use super::score::Marking;
use crate::model::{Item, Rules};

/// Returns worked on at a time: their values stay in the processor's nearest memory.
const BLOCK: usize = 1024;

/// One number a return, where it has one.
pub(super) enum Numbers<'a> {
    /// What each code of a packed column is worth; no number where it is no answer.
    Codes(&'a [u8], Box<[f64; 256]>),
    /// Raw scores that a marking turns into percents.
    Raw(&'a [Reply<f64>], Marking),
    Values(&'a [Option<f64>]),
    Plain(&'a [f64]),
}

impl<'a> Numbers<'a> {
    /// The percents of an item; `None` when it has no scores.
    pub fn of(item: &Item, column: &'a Column<'a>, rules: &Rules) -> Option<Self> {
        let marking = Marking::of(item, rules)?;
        match column {
            Column::Codes(codes) => {
                let mut table = Box::new([f64::NAN; 256]);
                let options = item.scale.iter().flat_map(|scale| &scale.options);
                for (cell, option) in table.iter_mut().zip(options) {
                    *cell = option
                        .score
                        .map_or(f64::NAN, |score| marking.percent(score));
                }
                Some(Self::Codes(codes, table))
            }
            Column::Numbers(replies) => Some(Self::Raw(replies, marking)),
            Column::Ticks(_) | Column::Words(_) => None,
        }
    }

    pub fn len(&self) -> usize {
        match self {
            Self::Codes(codes, _) => codes.len(),
            Self::Raw(replies, _) => replies.len(),
            Self::Values(values) => values.len(),
            Self::Plain(values) => values.len(),
        }
    }

    /// Puts the numbers from `start` on in place; what is none is NaN, within a block only.
    fn fill(&self, start: usize, block: &mut [f64]) {
        let end = start + block.len();
        match self {
            Self::Codes(codes, table) => {
                for (value, code) in block.iter_mut().zip(&codes[start..end]) {
                    *value = table[usize::from(*code)];
                }
            }
            Self::Raw(replies, marking) => {
                for (value, reply) in block.iter_mut().zip(&replies[start..end]) {
                    *value = match reply {
                        Reply::Given(score) => marking.percent(*score),
                        Reply::NotApplicable | Reply::Missing => f64::NAN,
                    };
                }
            }
            Self::Values(values) => {
                for (value, given) in block.iter_mut().zip(&values[start..end]) {
                    *value = given.unwrap_or(f64::NAN);
                }
            }
            Self::Plain(values) => block.copy_from_slice(&values[start..end]),
        }
    }
}

/// The numbers of the returns that have one in every column, column by column.
pub(super) fn complete(columns: &[Numbers]) -> Vec<Vec<f64>> {
    let returns = columns.iter().map(Numbers::len).min().unwrap_or(0);
    let mut blocks = vec![vec![0.0; BLOCK]; columns.len()];
    let mut complete = vec![Vec::new(); columns.len()];
    for start in (0..returns).step_by(BLOCK) {
        let size = returns.min(start + BLOCK) - start;
        let kept = fill_complete(columns, &mut blocks, start, size);
        for (all, block) in complete.iter_mut().zip(&blocks) {
            all.extend_from_slice(&block[..kept]);
        }
    }
    complete
}

/// What is known of several columns together.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Moments {
    /// Returns that have a number in every column.
    pub n: usize,
    pub means: Vec<f64>,
    /// With n − 1; all 0 below two returns.
    covariances: Vec<Vec<f64>>,
}

impl Moments {
    /// Of columns of one length. A column of equal numbers has a variance of exactly 0.
    pub fn of(columns: &[Numbers]) -> Self {
        let returns = columns.iter().map(Numbers::len).min().unwrap_or(0);
        let mut sums = Sums::new(columns.len());
        for start in (0..returns).step_by(BLOCK) {
            sums.add(columns, start, returns.min(start + BLOCK) - start);
        }
        sums.finish()
    }

    /// Columns there are.
    pub fn size(&self) -> usize {
        self.means.len()
    }

    pub fn covariance(&self, one: usize, other: usize) -> f64 {
        self.covariances[one.max(other)][one.min(other)]
    }

    pub fn sd(&self, column: usize) -> f64 {
        self.covariance(column, column).sqrt()
    }

    /// Pearson's; `None` when either column does not vary.
    pub fn correlation(&self, one: usize, other: usize) -> Option<f64> {
        let (a, b) = (self.sd(one), self.sd(other));
        let varies = a > 0.0 && b > 0.0;
        varies.then(|| (self.covariance(one, other) / (a * b)).clamp(-1.0, 1.0))
    }

    /// All of them; `None` when any column does not vary.
    pub fn correlations(&self) -> Option<Vec<Vec<f64>>> {
        let row = |one: usize| {
            let row = (0..self.size()).map(|other| match one == other {
                true => (self.sd(one) > 0.0).then_some(1.0),
                false => self.correlation(one, other),
            });
            row.collect()
        };
        (0..self.size()).map(row).collect()
    }
}

/// Fills the blocks from `start` on and moves the complete returns to their front; gives how
/// many those are.
fn fill_complete(columns: &[Numbers], blocks: &mut [Vec<f64>], start: usize, size: usize) -> usize {
    for (block, column) in blocks.iter_mut().zip(columns) {
        block.resize(size, 0.0);
        column.fill(start, block);
    }
    let mut complete = 0;
    for at in 0..size {
        if blocks.iter().all(|block| !block[at].is_nan()) {
            if complete < at {
                for block in blocks.iter_mut() {
                    block[complete] = block[at];
                }
            }
            complete += 1;
        }
    }
    complete
}

/// Sums of deviations from the first complete return, and of their products.
struct Sums {
    n: usize,
    origin: Vec<f64>,
    plain: Vec<f64>,
    products: Vec<Vec<f64>>,
    blocks: Vec<Vec<f64>>,
}

impl Sums {
    fn new(columns: usize) -> Self {
        Self {
            n: 0,
            origin: Vec::new(),
            plain: vec![0.0; columns],
            products: (1..=columns).map(|size| vec![0.0; size]).collect(),
            blocks: vec![vec![0.0; BLOCK]; columns],
        }
    }

    fn add(&mut self, columns: &[Numbers], start: usize, size: usize) {
        let complete = fill_complete(columns, &mut self.blocks, start, size);
        if complete == 0 {
            return;
        }
        if self.origin.is_empty() {
            self.origin = self.blocks.iter().map(|block| block[0]).collect();
        }
        self.n += complete;
        for (block, origin) in self.blocks.iter_mut().zip(&self.origin) {
            block.truncate(complete);
            block.iter_mut().for_each(|value| *value -= origin);
        }
        for (one, row) in self.products.iter_mut().enumerate() {
            self.plain[one] += self.blocks[one].iter().sum::<f64>();
            for (other, product) in row.iter_mut().enumerate() {
                *product += dot(&self.blocks[one], &self.blocks[other]);
            }
        }
    }

    fn finish(self) -> Moments {
        let n = self.n as f64;
        let columns = self.plain.len();
        let covariance = |one: usize, other: usize| match self.n {
            0 | 1 => 0.0,
            _ => {
                let product = self.products[one][other] - self.plain[one] * self.plain[other] / n;
                product / (n - 1.0)
            }
        };
        let row = |one: usize| (0..=one).map(|other| covariance(one, other)).collect();
        let mut covariances: Vec<Vec<f64>> = (0..columns).map(row).collect();
        for (one, row) in covariances.iter_mut().enumerate() {
            row[one] = row[one].max(0.0);
        }
        let origins = self.origin.iter().zip(&self.plain);
        let means = match self.n {
            0 => vec![0.0; columns],
            _ => origins.map(|(origin, sum)| origin + sum / n).collect(),
        };
        Moments {
            n: self.n,
            means,
            covariances,
        }
    }
}

/// Four sums side by side, because one would wait for itself.
fn dot(one: &[f64], other: &[f64]) -> f64 {
    let (quads, rest) = one.as_chunks::<4>();
    let (other_quads, other_rest) = other.as_chunks::<4>();
    let mut lanes = [0.0; 4];
    for (a, b) in quads.iter().zip(other_quads) {
        for at in 0..4 {
            lanes[at] += a[at] * b[at];
        }
    }
    let rest: f64 = rest.iter().zip(other_rest).map(|(a, b)| a * b).sum();
    lanes.iter().sum::<f64>() + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moments(columns: &[&[Option<f64>]]) -> Moments {
        let columns: Vec<Numbers> = columns.iter().map(|it| Numbers::Values(it)).collect();
        Moments::of(&columns)
    }

    #[test]
    fn only_complete_returns_count() {
        // numpy.cov([[1, 2, 4], [2, 1, 9]])
        let one = [Some(1.0), None, Some(2.0), Some(4.0), Some(7.0)];
        let other = [Some(2.0), Some(5.0), Some(1.0), Some(9.0), None];
        let found = moments(&[&one, &other]);
        assert_eq!(found.n, 3);
        assert!((found.means[0] - 7.0 / 3.0).abs() < 1e-12);
        assert!((found.covariance(0, 1) - 6.0).abs() < 1e-12);
        assert!((found.covariance(1, 1) - 19.0).abs() < 1e-12);
        assert!((found.covariance(0, 0) - 7.0 / 3.0).abs() < 1e-12);
    }

    #[test]
    fn blocks_do_not_show() {
        let values: Vec<Option<f64>> = (0..2500)
            .map(|at| (at % 7 != 3).then(|| f64::from(at % 11)))
            .collect();
        let shuffled: Vec<Option<f64>> = values.iter().rev().copied().collect();
        let found = moments(&[&values, &shuffled]);
        let both = values.iter().zip(&shuffled);
        let both: Vec<(f64, f64)> = both.filter_map(|(a, b)| Some(((*a)?, (*b)?))).collect();
        let n = both.len() as f64;
        let mean = |of: fn(&(f64, f64)) -> f64| both.iter().map(of).sum::<f64>() / n;
        let (a, b) = (mean(|it| it.0), mean(|it| it.1));
        let products: f64 = both.iter().map(|(x, y)| (x - a) * (y - b)).sum();
        assert_eq!(found.n, both.len());
        assert!((found.covariance(0, 1) - products / (n - 1.0)).abs() < 1e-9);
    }

    #[test]
    fn nothing_is_told_of_what_does_not_vary() {
        let (same, other) = ([Some(0.1); 5], [1.0, 2.0, 3.0, 4.0, 5.0].map(Some));
        let found = moments(&[&same, &other]);
        assert_eq!(found.sd(0), 0.0);
        assert_eq!(found.correlation(0, 1), None);
        assert_eq!(found.correlations(), None);
        assert_eq!(moments(&[&[], &[]]).n, 0);
        assert_eq!(moments(&[]).n, 0);
        let one = moments(&[&other[..1], &other[..1]]);
        assert_eq!((one.n, one.correlation(0, 1)), (1, None));
    }
}
