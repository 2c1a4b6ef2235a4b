//! Which customer it is, as every list of the tab says it: code, name and what tells most.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use egui::Ui;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::i18n::Language;
use crate::model::{Customer, CustomerId};
use crate::tr;
use crate::ui::list::{Counts, Field, Values, count_values, value_chip};
use crate::ui::widgets::Cells;

/// An attribute with more values than this tells nothing at a glance.
const MOST_VALUES: usize = 40;
/// Attributes that get a column in a list of something else.
const COLUMNS: usize = 2;
/// Attributes that get a chip.
const CHIPS: usize = 3;
/// Letters at the beginning by which names are told apart in the narrowest column.
const BEGINNING: usize = 6;

/// What tells the customers of the register apart.
#[derive(Debug, Default)]
pub(super) struct Who {
    /// All attributes, those that tell most first.
    pub(super) attributes: Vec<String>,
    /// How many customers have each value of them.
    counts: Counts,
    /// How many of the attributes tell something at a glance.
    telling: usize,
    /// Customers whose names begin as another's does.
    alike: FxHashSet<CustomerId>,
}

impl Who {
    pub(super) fn of(customers: &[Customer]) -> Self {
        let counts = count_values(customers.iter().map(|it| &it.attributes));
        let values = |name: &String| {
            let values = counts.get(name).into_iter().flat_map(BTreeMap::keys);
            values.filter(|value| !value.is_empty()).count()
        };
        let tells = |name: &String| Some(values(name)).filter(|it| (2..=MOST_VALUES).contains(it));
        let mut attributes: Vec<String> = counts.keys().cloned().collect();
        attributes.sort_by_key(|name| Reverse(tells(name)));
        Self {
            telling: attributes.iter().filter_map(tells).count(),
            attributes,
            alike: alike(customers),
            counts,
        }
    }

    /// Some attribute tells customers apart at a glance.
    pub(super) fn tells(&self) -> bool {
        self.telling > 0
    }

    /// Chips that choose values of what tells most.
    pub(super) fn chips(&self, ui: &mut Ui, language: Language, asked: &mut Values) {
        for name in self.attributes.iter().take(self.telling.min(CHIPS)) {
            if let Some(values) = self.counts.get(name) {
                value_chip(ui, language, asked, (name, values));
            }
        }
    }

    /// The customer of each row: code, name and what tells most.
    pub(super) fn columns<'a, R: Copy + 'a>(
        &'a self,
        language: Language,
        customer: impl Fn(R) -> Option<&'a Customer> + Copy + 'a,
    ) -> Vec<Field<'a, R>> {
        let mut columns = self.named(language, customer);
        columns.extend(self.attributes(self.telling.min(COLUMNS), customer));
        columns
    }

    /// Code and name.
    pub(super) fn named<'a, R: Copy + 'a>(
        &'a self,
        language: Language,
        customer: impl Fn(R) -> Option<&'a Customer> + Copy + 'a,
    ) -> Vec<Field<'a, R>> {
        let code = move |row| customer(row).map_or("", |it| it.code.as_str());
        let name = move |row| customer(row).map_or("", |it| it.name.as_str());
        let named = Field::words("customer", tr!(language, "column-customer"), 124.0, name);
        let named = named.drawn(move |row, cells| match customer(row) {
            Some(customer) => self.draw(customer, cells),
            None => cells.skip(),
        });
        vec![
            Field::words("code", tr!(language, "column-code"), 60.0, code),
            named.stretch(3.0),
        ]
    }

    /// The first so many attributes; the later, the sooner one gives way.
    pub(super) fn attributes<'a, R: Copy + 'a>(
        &'a self,
        count: usize,
        customer: impl Fn(R) -> Option<&'a Customer> + Copy + 'a,
    ) -> impl Iterator<Item = Field<'a, R>> {
        let shown = self.attributes.iter().take(count).zip(2..);
        shown.map(move |(name, turn)| {
            let value = move |row| {
                let value = customer(row).and_then(|it| it.attributes.get(name));
                value.map_or("", String::as_str)
            };
            let column = Field::words(format!("attribute {name}"), name, 64.0, value);
            column.stretch(0.5).gives_way(turn)
        })
    }

    /// Whether it is a key account.
    pub(super) fn key<'a, R: Copy + 'a>(
        language: Language,
        customer: impl Fn(R) -> &'a Customer + Copy + 'a,
    ) -> Field<'a, R> {
        let key = move |row| match customer(row).key {
            true => tr!(language, "customer-key-short"),
            false => String::new(),
        };
        let column = Field::words("key", tr!(language, "column-key"), 56.0, key);
        column.drawn(move |row, cells| cells.text(&key(row)))
    }

    /// A name, cut so that it is told from the others.
    pub(super) fn draw(&self, customer: &Customer, cells: &mut Cells<'_>) {
        cells.name(&customer.name, self.alike.contains(&customer.id));
    }
}

fn alike(customers: &[Customer]) -> FxHashSet<CustomerId> {
    let mut beginnings: FxHashMap<Vec<char>, Vec<CustomerId>> = FxHashMap::default();
    for customer in customers {
        let beginning = customer.name.chars().take(BEGINNING).collect();
        beginnings.entry(beginning).or_default().push(customer.id);
    }
    let shared = beginnings.into_values().filter(|it| it.len() > 1);
    shared.flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn customer(id: i64, name: &str, attributes: &[(&str, &str)]) -> Customer {
        let attributes = attributes.iter();
        Customer {
            id: CustomerId(id),
            code: format!("C{id:03}"),
            name: name.to_owned(),
            turnover: None,
            key: false,
            attributes: attributes
                .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
                .collect(),
        }
    }

    #[test]
    fn what_tells_most_comes_first_and_names_that_begin_alike_are_known() {
        let who = Who::of(&[
            customer(
                1,
                "苏州工业园区启衡电子",
                &[("国家", "中国"), ("区域", "华东")],
            ),
            customer(
                2,
                "苏州工业园区甬川电机",
                &[("国家", "中国"), ("区域", "华南")],
            ),
            customer(3, "东莞铭昇", &[("国家", "中国")]),
        ]);
        assert_eq!(who.attributes, ["区域", "国家"]);
        assert_eq!(who.telling, 1);
        assert_eq!(who.counts["区域"].get(""), Some(&1));
        let alike = [1, 2, 3].map(|id| who.alike.contains(&CustomerId(id)));
        assert_eq!(alike, [true, true, false]);
    }
}
