//! How many customers stand behind each figure of some returns, as far as it matters: nobody, too
//! few to be shown, or enough. Counted no further than that, so that it costs next to nothing.

use rustc_hash::FxHashSet;

use super::column::Column;
use super::sums::scores;
use super::tree::Tree;
use super::{FEW, Figure, WaveFigures};
use crate::model::{Questionnaire, Return, WaveReturns};

/// Returns looked through at a time: as a rule the first few hold as many customers as needed.
const BLOCK: usize = 1024;

/// The customers behind one figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Crowd {
    Nobody,
    Few,
    Enough,
}

impl Crowd {
    /// Somebody is not shown for another reason.
    pub fn narrow(&mut self) {
        if *self == Self::Enough {
            *self = Self::Few;
        }
    }

    fn of(figure: &Figure) -> Self {
        match figure.few {
            _ if figure.n == 0 => Self::Nobody,
            true => Self::Few,
            false => Self::Enough,
        }
    }
}

/// Of the figures of these rows: the index, the dimensions and the items, in their order. All
/// weigh the same.
pub(super) fn crowds(
    questionnaire: &Questionnaire,
    returns: &WaveReturns,
    rows: &[usize],
) -> Vec<Crowd> {
    let tree = Tree::of(questionnaire);
    let figures = 1 + tree.nodes.len() + questionnaire.items.len();
    let mut known = vec![Customers::default(); figures];
    for rows in rows.chunks(BLOCK) {
        let items = questionnaire.items.iter().enumerate();
        let read = |(at, item)| Column::read(item, returns.columns.get(at), rows);
        let columns: Vec<Column> = items.map(read).collect();
        let scores = scores(questionnaire, &tree, &columns, rows.len());
        let mut each = known.iter_mut();
        let values = std::iter::once(&scores.index).chain(&scores.nodes);
        for (known, values) in each.by_ref().zip(values) {
            known.add(returns, rows, |at| values[at].is_some());
        }
        let asked = questionnaire.items.iter().zip(&columns);
        for (known, (item, column)) in known[1 + tree.nodes.len()..].iter_mut().zip(asked) {
            known.add(returns, rows, column.answered(item));
        }
        if known.iter().all(Customers::enough) {
            break;
        }
    }
    known.iter().map(Customers::crowd).collect()
}

/// Whether the customers of these returns are too few; nobody is not.
pub(super) fn few(returns: &WaveReturns, rows: impl IntoIterator<Item = usize>) -> bool {
    let mut known = Customers::default();
    for row in rows {
        if known.enough() {
            break;
        }
        known.one(&returns.returns[row]);
    }
    known.crowd() == Crowd::Few
}

impl WaveFigures {
    /// Behind its own figures, in the same order.
    pub(super) fn crowds(&self) -> Vec<Crowd> {
        let dimensions = self.dimensions.iter().map(|it| &it.figure);
        let items = self.items.iter().map(|it| &it.figure);
        let all = std::iter::once(&self.index).chain(dimensions).chain(items);
        all.map(Crowd::of).collect()
    }

    /// Marks those at the places, in the same order, as not to be shown.
    pub(super) fn hide(&mut self, places: &[bool]) {
        let dimensions = self.dimensions.iter_mut().map(|it| &mut it.figure);
        let items = self.items.iter_mut().map(|it| &mut it.figure);
        let all = std::iter::once(&mut self.index)
            .chain(dimensions)
            .chain(items);
        for (figure, hidden) in all.zip(places) {
            figure.few |= hidden;
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

    fn enough(&self) -> bool {
        self.known.len() + self.ids.len() + self.nameless >= FEW
    }

    fn crowd(&self) -> Crowd {
        match self.known.len() + self.ids.len() + self.nameless {
            0 => Crowd::Nobody,
            count if count < FEW => Crowd::Few,
            _ => Crowd::Enough,
        }
    }
}
