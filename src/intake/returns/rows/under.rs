//! What rows of figures are called, where that stands under an item: the table has no column for
//! who answered, or the name slipped to another place. No answer of a scale is so called.

use super::super::column::ItemColumn;
use super::called::{Called, called};
use super::words::is_total;
use crate::intake::cell::Cell;
use crate::intake::normal::measured;
use crate::model::{Answer, ItemKind};

/// The columns of answers that are no free texts, with what their values are called.
pub(super) struct Under<'a>(Vec<(&'a ItemColumn<'a>, Vec<Option<Called>>)>);

impl<'a> Under<'a> {
    pub fn of(columns: &'a [ItemColumn<'a>]) -> Self {
        let told = columns.iter();
        let told = told.filter(|it| it.item.kind != ItemKind::Text && it.has_one_column());
        let named = |column: &'a ItemColumn<'a>| {
            let values = column.column.dictionary().iter().zip(&column.read);
            let names = values.map(|(cell, read)| match cell {
                Cell::Text(text) if *read == Answer::Unreadable => name(text),
                _ => None,
            });
            (column, names.collect())
        };
        Self(told.map(named).collect())
    }

    /// What the row is called, where nothing else in it is an answer in words.
    pub fn called(&self, row: u32) -> Option<Called> {
        let names = self.0.iter();
        let names = names.filter_map(|(column, names)| names.get(column.code(row)).copied()?);
        let name = names.min_by_key(|it| *it == Called::Yardstick)?;
        let no_words = self.0.iter().all(|(column, _)| {
            let cell = column.column.value(row);
            let unread = column.read.get(column.code(row)) == Some(&Answer::Unreadable);
            cell.is_empty() || unread || measured(cell).is_some()
        });
        no_words.then_some(name)
    }
}

fn name(text: &str) -> Option<Called> {
    match is_total(text) {
        true => Some(Called::Sum),
        false => called(text).filter(|it| it.sure).map(|it| it.called),
    }
}
