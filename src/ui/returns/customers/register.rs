//! The register as a list: which customers are shown, and what a row says of one.

use std::collections::BTreeMap;

use crate::i18n::{Language, number};
use crate::model::Customer;
use crate::tr;
use crate::ui::Cx;
use crate::ui::list::{Counts, Field, Order, Sought, Values, count_values, has, sort};

/// Attributes that get a column.
const COLUMNS: usize = 4;
/// Attributes that get a chip, and the most values one of them may have.
const CHIPS: usize = 3;
const MOST_VALUES: usize = 40;

/// What is asked for.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Query {
    /// Words typed.
    pub(super) sought: String,
    pub(super) values: Values,
    pub(super) order: Option<Order>,
}

/// What is shown of the register.
#[derive(Debug)]
pub(super) struct Register {
    /// Places of the customers.
    pub(super) places: Vec<usize>,
    /// Every attribute there is.
    pub(super) attributes: Vec<String>,
    pub(super) counts: Counts,
}

impl Register {
    pub(super) fn of(cx: &Cx<'_>, query: &Query) -> Self {
        let customers = &cx.data.customers;
        let counts = count_values(customers.iter().map(|it| &it.attributes));
        let mut register = Self {
            places: Vec::new(),
            attributes: counts.keys().cloned().collect(),
            counts,
        };
        let sought = Sought::new(&query.sought);
        let fits = |it: &Customer| {
            let texts = [it.code.as_str(), it.name.as_str()];
            let values = it.attributes.values().map(String::as_str);
            has(&it.attributes, &query.values) && sought.fits(texts.into_iter().chain(values))
        };
        let places = (0..customers.len()).filter(|at| customers.get(*at).is_some_and(fits));
        let mut places: Vec<usize> = places.collect();
        let columns = register.columns(cx.language);
        let order = query.order.as_ref();
        sort(&mut places, order, &columns, |at| customers.get(at));
        drop(columns);
        register.places = places;
        register
    }

    /// Attributes that tell customers apart at a glance, with how many have each value.
    pub(super) fn telling(&self) -> impl Iterator<Item = (&str, &BTreeMap<String, usize>)> {
        let counts = self.counts.iter();
        let telling = counts.filter(|(_, values)| (2..=MOST_VALUES).contains(&values.len()));
        telling
            .map(|(name, values)| (name.as_str(), values))
            .take(CHIPS)
    }

    /// What a row says.
    pub(super) fn columns<'a>(&'a self, language: Language) -> Vec<Field<'a, &'a Customer>> {
        let code = |it: &'a Customer| it.code.as_str();
        let name = |it: &'a Customer| it.name.as_str();
        let turnover = |it: &'a Customer| it.turnover;
        let key = move |it: &'a Customer| match it.key {
            true => tr!(language, "customer-key-short"),
            false => String::new(),
        };
        let mut columns = vec![
            Field::words("code", tr!(language, "column-code"), 72.0, code),
            Field::words("customer", tr!(language, "column-customer"), 160.0, name)
                .drawn(|it, cells| cells.text(&it.name))
                .stretch(2.0),
            Field::number(
                "turnover",
                tr!(language, "customer-turnover"),
                104.0,
                turnover,
                number::amount,
            ),
            Field::words("key", tr!(language, "column-key"), 56.0, key)
                .drawn(move |it, cells| cells.text(&key(it))),
        ];
        for (name, turn) in self.attributes.iter().take(COLUMNS).zip(1..) {
            let value = move |it: &'a Customer| it.attributes.get(name).map_or("", String::as_str);
            let column = Field::words(format!("attribute {name}"), name, 80.0, value);
            columns.push(column.stretch(0.5).gives_way(turn));
        }
        columns
    }
}
