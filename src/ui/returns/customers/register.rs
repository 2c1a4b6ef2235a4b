//! The register as a list: which customers are shown, and what a row says of one.

use crate::i18n::{Language, number};
use crate::model::Customer;
use crate::tr;
use crate::ui::Cx;
use crate::ui::list::{Field, Sorting, Sought, Values, has, sort};
use crate::ui::returns::who::Who;

/// Attributes that get a column.
const COLUMNS: usize = 4;

/// What is asked for.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Query {
    /// Words typed.
    pub(super) sought: String,
    pub(super) values: Values,
    pub(super) order: Option<Sorting>,
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

/// Places of the customers shown, in their order.
pub(super) fn select(cx: &Cx<'_>, who: &Who, query: &Query) -> Vec<usize> {
    let customers = &cx.data.customers;
    let sought = Sought::new(&query.sought);
    let fits = |it: &Customer| {
        let texts = [it.code.as_str(), it.name.as_str()];
        let values = it.attributes.values().map(String::as_str);
        has(&it.attributes, &query.values) && sought.fits(texts.into_iter().chain(values))
    };
    let places = (0..customers.len()).filter(|at| customers.get(*at).is_some_and(fits));
    let mut places: Vec<usize> = places.collect();
    let (order, columns) = (query.order.as_ref(), columns(cx.language, who));
    sort(&mut places, order, &columns, |at| customers.get(at));
    places
}

/// What a row says.
pub(super) fn columns(language: Language, who: &Who) -> Vec<Field<'_, &Customer>> {
    let title = tr!(language, "customer-turnover");
    let turnover = |it: &Customer| it.turnover;
    let mut columns = who.named(language, Some);
    columns.extend([
        Field::number("turnover", title, 104.0, turnover, number::amount),
        Who::key(language, |it| it),
    ]);
    columns.extend(who.attributes(COLUMNS, Some));
    columns
}
