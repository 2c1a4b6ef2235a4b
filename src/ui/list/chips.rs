//! Chips over a list: which of its kinds are shown, and which values of what the rows have.

use std::collections::BTreeMap;

use egui::Ui;

use crate::i18n::{Language, number};
use crate::tr;
use crate::ui::widgets::{Chip, MenuItem, menu};

/// The names rows have, each with one value.
pub type Values = BTreeMap<String, String>;

/// How many rows have each value of each name; those that have none under the empty value.
pub type Counts = BTreeMap<String, BTreeMap<String, usize>>;

/// A chip that shows the rows of one kind, with how many there are.
pub fn chip<T: PartialEq>(ui: &mut Ui, shown: &mut T, kind: T, words: String, count: usize) {
    let chip = Chip::new(words).count(count).chosen(*shown == kind);
    if ui.add(chip).clicked() {
        *shown = kind;
    }
}

/// Counts the values of all rows.
pub fn count_values<'v>(rows: impl Iterator<Item = &'v Values> + Clone) -> Counts {
    let mut counts = Counts::new();
    for (name, value) in rows.clone().flatten() {
        if !counts.contains_key(name) {
            counts.insert(name.clone(), BTreeMap::new());
        }
        let Some(values) = counts.get_mut(name) else {
            continue;
        };
        match values.get_mut(value) {
            Some(count) => *count += 1,
            None => {
                values.insert(value.clone(), 1);
            }
        }
    }
    let all = rows.count();
    for values in counts.values_mut() {
        let named: usize = values.values().sum();
        if named < all {
            *values.entry(String::new()).or_default() += all - named;
        }
    }
    counts
}

/// Whether a row has all the values asked for.
pub fn has(row: &Values, asked: &Values) -> bool {
    let value = |name: &String| row.get(name).map_or("", String::as_str);
    asked.iter().all(|(name, asked)| value(name) == asked)
}

/// A chip that chooses one value of a name.
pub fn value_chip(
    ui: &mut Ui,
    language: Language,
    asked: &mut Values,
    (name, counts): (&str, &BTreeMap<String, usize>),
) {
    let value = asked.get(name).cloned();
    let said = |value: &str| match value {
        "" => tr!(language, "segment-none"),
        value => value.to_owned(),
    };
    let words = match &value {
        Some(value) => format!("{name} {}", said(value)),
        None => name.to_owned(),
    };
    let chip = ui.add(Chip::new(words).arrow().chosen(value.is_some()));
    menu::menu(&chip, |ui| {
        let any = MenuItem::new(tr!(language, "frame-any")).chosen(value.is_none());
        if ui.add(any).clicked() {
            asked.remove(name);
        }
        // Those without a value last.
        let without = counts.get_key_value("");
        let with = counts.iter().filter(|(value, _)| !value.is_empty());
        for (known, count) in with.chain(without) {
            let count = number::count(*count);
            let item = MenuItem::new(said(known)).key(&count);
            if ui.add(item.chosen(value.as_ref() == Some(known))).clicked() {
                asked.insert(name.to_owned(), known.clone());
            }
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(values: &[(&str, &str)]) -> Values {
        let values = values.iter();
        values
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect()
    }

    #[test]
    fn those_without_a_value_are_counted_too() {
        let rows = [
            row(&[("区域", "华东")]),
            row(&[("区域", "")]),
            row(&[("等级", "A")]),
        ];
        let counts = count_values(rows.iter());
        assert_eq!(counts["区域"].get("华东"), Some(&1));
        assert_eq!(counts["区域"].get(""), Some(&2));
        let asked = row(&[("区域", "")]);
        let passing: Vec<bool> = rows.iter().map(|it| has(it, &asked)).collect();
        assert_eq!(passing, [false, true, true]);
    }
}
