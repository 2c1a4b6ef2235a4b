//! What could be found by subtraction: who is left out of a group shown beside the whole it is
//! part of. One to four customers left out hide the group.

use rustc_hash::FxHashSet;

use super::column::Column;
use super::panel::counted;
use super::sums::scores;
use super::tree::Tree;
use super::{FEW, Filter, SegmentKey, WaveFigures};
use crate::model::{Customer, FrameEntry, Questionnaire, Return, WaveReturns};

/// Returns looked through at a time: as a rule the first few hold as many customers as needed.
const BLOCK: usize = 1024;

/// Marks the figures under a filter that would tell those of one to four customers: the filter
/// beside the whole wave and beside each filter with one name less, and values of one name
/// together beside each of them alone.
pub(super) fn hide_by_complement(
    figures: &mut WaveFigures,
    questionnaire: &Questionnaire,
    returns: &WaveReturns,
    (frame, customers): (&[FrameEntry], &[Customer]),
    filter: &Filter,
) {
    let rows = |filter: &Filter| counted(questionnaire, returns, frame, customers, filter);
    let own = rows(filter);
    let mut rests: Vec<Vec<usize>> = vec![apart(&rows(&Filter::default()), &own)];
    for condition in filter.conditions() {
        let mut without = filter.clone();
        without.clear(&condition.key);
        if !without.is_empty() {
            rests.push(apart(&rows(&without), &own));
        }
        if condition.values.len() > 1 {
            rests.extend(parts(filter, &condition.key).map(|part| rows(&part)));
        }
    }
    for rest in rests {
        Rest::of(questionnaire, returns, &rest).hide(figures);
    }
}

/// Marks the figures of a group that would tell those of the one to four customers left out of
/// it, at these rows.
pub(super) fn hide_rest(
    figures: &mut WaveFigures,
    questionnaire: &Questionnaire,
    returns: &WaveReturns,
    rest: &[usize],
) {
    Rest::of(questionnaire, returns, rest).hide(figures);
}

/// The filter with each of its values under a name alone.
fn parts<'a>(filter: &'a Filter, key: &'a SegmentKey) -> impl Iterator<Item = Filter> + 'a {
    let values = filter.values(key).iter();
    values.map(|value| {
        let mut alone = filter.clone();
        alone.clear(key);
        alone.with(key.clone(), value)
    })
}

/// Whether one to four customers among these rows answered an item.
pub(super) fn leaves_few(
    returns: &WaveReturns,
    questionnaire: &Questionnaire,
    item: usize,
    rows: &[usize],
) -> bool {
    let asked = &questionnaire.items[item];
    let mut known = Customers::default();
    for rows in rows.chunks(BLOCK) {
        let column = Column::read(asked, returns.columns.get(item), rows);
        let has = column.answered(asked);
        known.add(returns, rows, has);
        if known.enough() {
            return false;
        }
    }
    known.few()
}

/// The rows that are not among the others; both ascending.
pub(super) fn apart(rows: &[usize], others: &[usize]) -> Vec<usize> {
    let mut others = others.iter().copied().peekable();
    let rows = rows.iter().copied();
    rows.filter(|row| {
        while others.next_if(|other| other < row).is_some() {}
        others.peek() != Some(row)
    })
    .collect()
}

/// The customers of some returns behind each figure, as far as they matter.
struct Rest<'a> {
    index: Customers<'a>,
    dimensions: Vec<Customers<'a>>,
    items: Vec<Customers<'a>>,
}

impl<'a> Rest<'a> {
    fn of(questionnaire: &Questionnaire, returns: &'a WaveReturns, rows: &[usize]) -> Self {
        let tree = Tree::of(questionnaire);
        let mut rest = Self {
            index: Customers::default(),
            dimensions: vec![Customers::default(); tree.nodes.len()],
            items: vec![Customers::default(); questionnaire.items.len()],
        };
        for rows in rows.chunks(BLOCK) {
            let items = questionnaire.items.iter().enumerate();
            let read = |(at, item)| Column::read(item, returns.columns.get(at), rows);
            let columns: Vec<Column> = items.map(read).collect();
            let scores = scores(questionnaire, &tree, &columns, rows.len());
            rest.index
                .add(returns, rows, |at| scores.index[at].is_some());
            for (known, values) in rest.dimensions.iter_mut().zip(&scores.nodes) {
                known.add(returns, rows, |at| values[at].is_some());
            }
            let asked = questionnaire.items.iter().zip(&columns);
            for (known, (item, column)) in rest.items.iter_mut().zip(asked) {
                known.add(returns, rows, column.answered(item));
            }
            if rest.all().all(Customers::enough) {
                break;
            }
        }
        rest
    }

    fn all(&self) -> impl Iterator<Item = &Customers<'a>> {
        std::iter::once(&self.index)
            .chain(&self.dimensions)
            .chain(&self.items)
    }

    fn hide(&self, figures: &mut WaveFigures) {
        figures.index.few |= self.index.few();
        for (known, figures) in self.dimensions.iter().zip(&mut figures.dimensions) {
            figures.figure.few |= known.few();
        }
        for (known, figures) in self.items.iter().zip(&mut figures.items) {
            figures.figure.few |= known.few();
        }
    }
}

/// Who answered, counted no further than five.
#[derive(Clone, Debug, Default)]
struct Customers<'a> {
    known: FxHashSet<&'a str>,
    ids: FxHashSet<i64>,
    nameless: usize,
}

impl<'a> Customers<'a> {
    fn add(&mut self, returns: &'a WaveReturns, rows: &[usize], has: impl Fn(usize) -> bool) {
        for (at, row) in rows.iter().enumerate() {
            if self.enough() {
                return;
            }
            if has(at) {
                self.one(&returns.returns[*row]);
            }
        }
    }

    fn one(&mut self, returned: &'a Return) {
        match (returned.customer, returned.customer_text.trim()) {
            (Some(customer), _) => {
                self.ids.insert(customer.0);
            }
            (None, "") => self.nameless += 1,
            (None, name) => {
                self.known.insert(name);
            }
        }
    }

    fn count(&self) -> usize {
        self.known.len() + self.ids.len() + self.nameless
    }

    fn enough(&self) -> bool {
        self.count() >= FEW
    }

    fn few(&self) -> bool {
        (1..FEW).contains(&self.count())
    }
}
