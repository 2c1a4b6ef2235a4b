//! The returns of the wave as rows. [`Rows`] is what the data say of them at this moment, worked
//! out at once when something changed; it does not go through the returns. [`Listed`] does: which
//! are shown, in what order. That is made beside the drawing, so that 100,000 of them scroll.

mod columns;
mod listed;

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::who::Who;
use crate::analysis::{Waiting, given, turnover_shares};
use crate::edit::called;
use crate::i18n::Language;
use crate::model::{Customer, CustomerId, Data, ImportId, Return, ReturnId, Shared, WaveReturns};
use crate::ui::list::Sorting;
use crate::ui::{Common, Cx, Sight};

use columns::TURNOVER;
pub(super) use columns::status_words;
pub use listed::Listed;

/// Which returns are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Show {
    All,
    Valid,
    /// Something about them waits to be settled.
    Open,
    Void,
    /// They count in no rate.
    Apart,
    /// A rule of validity flags them.
    Flagged,
    /// Customers who have not answered.
    Unanswered,
}

/// What a return counts as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Status {
    Open,
    Valid,
    Void,
}

/// A return as the columns see it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row<'a> {
    /// Its place in the wave.
    pub(super) at: usize,
    pub(super) returned: &'a Return,
    pub(super) customer: Option<&'a Customer>,
    pub(super) status: Status,
}

/// What is asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct Query {
    pub(super) show: Show,
    pub(super) import: Option<ImportId>,
    /// Only these, for what they have in common.
    pub(super) only: Option<(Common, Vec<ReturnId>)>,
    pub(super) order: Option<Sorting>,
}

impl Default for Query {
    /// All of them, the largest customers first.
    fn default() -> Self {
        Self {
            show: Show::All,
            import: None,
            only: None,
            order: Some(Sorting::falling(TURNOVER)),
        }
    }
}

impl Query {
    /// All of them, in the order they are in.
    pub(super) fn show_all(&mut self) {
        *self = Self {
            order: self.order.take(),
            ..Self::default()
        };
    }
}

/// What the data say of the returns of the wave, whichever of them are shown.
#[derive(Debug, Default)]
pub(super) struct Rows {
    version: Option<u64>,
    /// What `who` was made of.
    register: Shared<Vec<Customer>>,
    pub(super) waiting: Waiting,
    pub(super) who: Who,
    customers: FxHashMap<CustomerId, usize>,
    /// Share of the turnover of the register, 0–1.
    shares: FxHashMap<CustomerId, f64>,
    /// Those of the wave, in the order of their ids.
    returns: Option<Arc<WaveReturns>>,
}

impl Rows {
    /// Brings everything up to date.
    pub(super) fn refresh(&mut self, cx: &Cx<'_>) {
        if self.version != Some(cx.version) {
            let before = std::mem::take(self);
            *self = Self::of(cx, before);
        }
    }

    /// Takes as long as there are customers and issues; returns are looked up, not gone through.
    /// What tells customers apart is kept while the register is the same.
    fn of(sight: &Sight<'_>, before: Self) -> Self {
        let customers = &sight.data.customers;
        let who = match before.register.same(customers) {
            true => before.who,
            false => Who::of(customers),
        };
        let places = customers.iter().enumerate();
        let mut rows = Self {
            version: Some(sight.version),
            customers: places.map(|(at, customer)| (customer.id, at)).collect(),
            register: customers.clone(),
            who,
            ..Self::default()
        };
        if let Some((wave, view)) = sight.wave.zip(sight.view) {
            let frame = sight.data.frame(wave.id);
            rows.shares = turnover_shares(frame, customers);
            rows.waiting = Waiting::of(&sight.data.issues, &view.returns);
            rows.returns = Some(Arc::clone(&view.returns));
        }
        rows
    }

    fn status(&self, returned: &Return) -> Status {
        match (returned.valid(), self.waiting.has(returned.id)) {
            (false, _) => Status::Void,
            (true, true) => Status::Open,
            (true, false) => Status::Valid,
        }
    }

    pub(super) fn customer<'a>(&self, data: &'a Data, id: CustomerId) -> Option<&'a Customer> {
        data.customers.get(*self.customers.get(&id)?)
    }

    pub(super) fn share(&self, id: CustomerId) -> Option<f64> {
        self.shares.get(&id).copied()
    }

    /// Place of a return among those of the wave.
    pub(super) fn place(&self, id: ReturnId) -> Option<usize> {
        let returns = &self.returns.as_ref()?.returns;
        returns.binary_search_by_key(&id, |it| it.id).ok()
    }

    /// A return of the wave that is shown.
    pub(super) fn find<'a>(&self, sight: &Sight<'a>, id: ReturnId) -> Option<Row<'a>> {
        let at = self.place(id)?;
        let returned = sight.view?.returns.returns.get(at)?;
        Some(self.row(sight.data, at, returned))
    }

    /// The return at a place of the wave.
    fn row<'a>(&self, data: &'a Data, at: usize, returned: &'a Return) -> Row<'a> {
        Row {
            at,
            returned,
            customer: returned.customer.and_then(|id| self.customer(data, id)),
            status: self.status(returned),
        }
    }
}

impl Row<'_> {
    /// What it is called: its customer, what the file says it is, or its row.
    pub(super) fn name(&self, language: Language) -> String {
        let row = || match self.returned.row {
            0 => crate::tr!(
                language,
                "returns-number",
                number = self.returned.id.0.to_string()
            ),
            row => crate::tr!(language, "returns-row", row = row.to_string()),
        };
        called(self.customer, self.returned).map_or_else(row, str::to_owned)
    }
}

/// Scored items the return answers, of how many.
fn answered(sight: &Sight<'_>, at: usize) -> (usize, usize) {
    let known = sight.view.zip(sight.revision());
    known.map_or((0, 0), |(view, revision)| {
        given(&revision.questionnaire, &view.returns, at)
    })
}

/// The index of one return, 0–100.
pub(super) fn index(cx: &Sight<'_>, at: usize) -> Option<f64> {
    let by_return = &cx.view?.whole.by_return;
    by_return.index.get(at).copied().flatten()
}
