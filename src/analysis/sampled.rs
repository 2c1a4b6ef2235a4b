//! The values of one wave, a return each: what two waves, and many, are compared by.

use rustc_hash::FxHashMap;

use super::column::Column;
use super::matched::Side;
use super::panel::Panel;
use super::percents::percents;
use super::whose::Whose;
use super::{Compare, Sample};
use crate::model::{CustomerId, Item, Subject};

/// A wave with the rows that count and what they weigh.
pub(super) struct Sampled<'a> {
    pub of: &'a Compare<'a>,
    rows: Vec<usize>,
    weights: Option<Vec<f64>>,
    whose: Whose,
}

impl<'a> Sampled<'a> {
    pub fn of(of: &'a Compare<'a>) -> Self {
        let panel = Panel::of(of.measure, of.returns, of.frame, of.customers, of.filter);
        Self {
            of,
            rows: panel.rows,
            weights: panel.weights,
            whose: panel.whose,
        }
    }

    /// Whether some returns weigh more than others.
    pub fn weighed(&self) -> bool {
        self.weights.is_some()
    }

    /// The values with those at these places in both waves.
    pub fn side<'s>(
        &'s self,
        values: &'s [Option<f64>],
        both: impl Iterator<Item = usize>,
    ) -> Side<'s> {
        let mut marks = vec![false; values.len()];
        both.for_each(|at| marks[at] = true);
        Side {
            sample: self.sample(values),
            whose: &self.whose,
            both: marks,
        }
    }

    pub fn sample<'s>(&'s self, values: &'s [Option<f64>]) -> Sample<'s> {
        Sample {
            values,
            weights: self.weights.as_deref(),
        }
    }

    /// The score and whether it may not be shown.
    pub fn figure(&self, subject: &Subject) -> Option<(Option<f64>, bool)> {
        let figures = self.of.figures;
        let figure = match subject {
            Subject::Index | Subject::Satisfied => &figures.index,
            Subject::Dimension(code) => &figures.dimension(code)?.figure,
            Subject::Item(lineage) => &figures.item(*lineage)?.figure,
        };
        Some((figure.score, figure.few()))
    }

    /// One a row that counts.
    pub fn values(&self, subject: &Subject) -> Option<Vec<Option<f64>>> {
        let scores = &self.of.figures.by_return;
        let of_rows = |all: &[Option<f64>]| -> Vec<Option<f64>> {
            let rows = self.rows.iter();
            rows.map(|row| all.get(*row).copied().flatten()).collect()
        };
        match subject {
            Subject::Index | Subject::Satisfied => Some(of_rows(&scores.index)),
            Subject::Dimension(code) => {
                let mut known = self.of.figures.dimensions.iter();
                let at = known.position(|it| it.code == *code)?;
                scores.dimensions.get(at).map(|all| of_rows(all))
            }
            Subject::Item(lineage) => {
                let mut items = self.of.measure.items.iter();
                let at = items.position(|it| it.lineage == *lineage)?;
                self.percents(at, &self.of.measure.items[at])
            }
        }
    }

    fn percents(&self, at: usize, item: &Item) -> Option<Vec<Option<f64>>> {
        let column = Column::read(item, self.of.returns.columns.get(at), &self.rows);
        percents(item, &column, &self.of.measure.rules)
    }

    /// The first return of each customer.
    pub fn firsts(&self) -> FxHashMap<CustomerId, usize> {
        let mut firsts = FxHashMap::default();
        for (at, row) in self.rows.iter().enumerate() {
            if let Some(customer) = self.of.returns.returns[*row].customer {
                firsts.entry(customer).or_insert(at);
            }
        }
        firsts
    }
}
