//! The rows that are shown, as of one state of the data, with everything counted over all of
//! the returns.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::{Query, Rows};
use crate::analysis::{Reach, reach, unanswered};
use crate::i18n::Language;
use crate::model::{CustomerId, Return, ReturnId, WaveId, WaveReturns};
use crate::ui::{Basis, Sight};

/// How many there are of each kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::ui::returns) struct Counts {
    pub(in crate::ui::returns) all: usize,
    pub(in crate::ui::returns) valid: usize,
    pub(in crate::ui::returns) void: usize,
}

/// What the returns of the wave say at all.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::ui::returns) struct Has {
    pub(in crate::ui::returns) customer: bool,
    pub(in crate::ui::returns) turnover: bool,
    pub(in crate::ui::returns) respondent: bool,
    pub(in crate::ui::returns) channel: bool,
    pub(in crate::ui::returns) date: bool,
}

/// Rows worked out for one state of the data and one question, with that state: what is drawn
/// of them and what a click on them means stay as they were made.
#[derive(Debug)]
pub struct Listed {
    basis: Arc<Basis>,
    query: Query,
    pub(in crate::ui::returns) rows: Rows,
    /// Places in the wave's returns, as they are shown.
    pub(in crate::ui::returns) shown: Vec<u32>,
    pub(in crate::ui::returns) counts: Counts,
    /// Customers who have not answered, the largest turnover first.
    pub(in crate::ui::returns) unanswered: Vec<CustomerId>,
    pub(in crate::ui::returns) reach: Reach,
    pub(in crate::ui::returns) has: Has,
    /// The valid returns of customers who have more than one.
    several: FxHashMap<CustomerId, Vec<ReturnId>>,
}

impl Listed {
    /// Goes through all returns; `None` while there is no wave to list.
    pub(in crate::ui) fn of(basis: Arc<Basis>, query: Query) -> Option<Self> {
        let sight = basis.sight();
        let returns = &sight.wave.and(sight.view)?.returns;
        let rows = Rows::learn(&sight);
        let (frame, customers) = (sight.data.frame(returns.wave), &sight.data.customers);
        Some(Self {
            shown: rows.select(&sight, &query),
            counts: counts(returns),
            unanswered: unanswered(frame, returns),
            reach: reach(returns, customers),
            has: has(returns, &rows),
            several: several(returns),
            query,
            rows,
            basis,
        })
    }

    /// Still what is asked for.
    pub(in crate::ui::returns) fn fits(&self, sight: &Sight<'_>, query: &Query) -> bool {
        self.basis.version == sight.version && self.query == *query
    }

    /// Of the wave that is shown.
    pub(in crate::ui::returns) fn is_of(&self, wave: WaveId) -> bool {
        self.basis.wave == Some(wave)
    }

    /// What the rows are of, in the language they are drawn in.
    pub(in crate::ui::returns) fn sight(&self, language: Language) -> Sight<'_> {
        Sight {
            language,
            ..self.basis.sight()
        }
    }

    /// The return in a row, with its place in the wave.
    pub(in crate::ui::returns) fn returned(&self, row: usize) -> Option<(usize, &Return)> {
        let at = *self.shown.get(row)? as usize;
        Some((at, self.basis.view.as_ref()?.returns.returns.get(at)?))
    }

    /// The valid returns of a customer who has more than one, in the order they came.
    pub(in crate::ui::returns) fn several(&self, customer: CustomerId) -> &[ReturnId] {
        self.several.get(&customer).map_or(&[], Vec::as_slice)
    }

    /// The row a return stands in.
    pub(in crate::ui::returns) fn row(&self, id: ReturnId) -> Option<usize> {
        let at = u32::try_from(self.rows.place(id)?).ok()?;
        self.shown.iter().position(|shown| *shown == at)
    }
}

fn counts(returns: &WaveReturns) -> Counts {
    let all = returns.returns.len();
    let valid = returns.returns.iter().filter(|it| it.valid()).count();
    Counts {
        all,
        valid,
        void: all - valid,
    }
}

fn several(returns: &WaveReturns) -> FxHashMap<CustomerId, Vec<ReturnId>> {
    let mut several: FxHashMap<CustomerId, Vec<ReturnId>> = FxHashMap::default();
    for returned in returns.returns.iter().filter(|it| it.valid()) {
        if let Some(customer) = returned.customer {
            several.entry(customer).or_default().push(returned.id);
        }
    }
    several.retain(|_, returns| returns.len() > 1);
    several
}

fn has(returns: &WaveReturns, rows: &Rows) -> Has {
    let any = |has: fn(&Return) -> bool| returns.returns.iter().any(has);
    Has {
        customer: any(|it| it.customer.is_some() || !it.customer_text.is_empty()),
        turnover: !rows.shares.is_empty(),
        respondent: any(|it| !it.respondent.is_empty()),
        channel: any(|it| !it.channel.is_empty()),
        date: any(|it| it.date.is_some()),
    }
}
