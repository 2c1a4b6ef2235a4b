//! Items that take several options and have a column for each of them.

use std::collections::BTreeMap;

use crate::intake::heading::{Named, named, plain};
use crate::intake::normal::{flag, folded};
use crate::intake::options::Options;
use crate::intake::sheet::Sheet;
use crate::model::{ColumnMapping, Item, ItemKind, LineageId, Target};

/// The columns of one question: their places and the options they are for.
type Question<'a> = Vec<(usize, &'a str)>;

/// Takes the columns of a question that fit nothing else for the options of an item, where all
/// of them are options of that item: the item the question names, or else the only one that has
/// no column yet, if no other question could be it.
pub(super) fn name_options(columns: &mut [ColumnMapping], sheet: &Sheet, items: &[Item]) {
    prefer_options(columns, sheet, items);
    let mut questions = questions(columns, sheet);
    let titles: Vec<(&str, &str)> = questions.keys().map(|title| (*title, "")).collect();
    let mut names = named(&titles, items).into_iter();
    questions.retain(|_, question| {
        let named = match names.next() {
            Some(Named::Item(at)) => items.get(at),
            Some(Named::Several(_) | Named::Nothing) | None => None,
        };
        let fitting = named.and_then(|item| fitting(item, question, columns, sheet));
        if let Some((item, options)) = &fitting {
            take(columns, question, *item, options);
        }
        fitting.is_none()
    });
    let fits = |question: &Question<'_>| -> Vec<(LineageId, Vec<u8>)> {
        let all = items.iter();
        all.filter_map(|item| fitting(item, question, columns, sheet))
            .collect()
    };
    let fits: Vec<_> = questions.values().map(fits).collect();
    for (question, own) in questions.values().zip(&fits) {
        if let [(item, options)] = own.as_slice() {
            let rivals = fits.iter().flatten().filter(|(other, _)| other == item);
            if rivals.count() == 1 {
                take(columns, question, *item, options);
            }
        }
    }
}

/// Where a column holds all that was chosen and others beside it say so option by option, those
/// are read: what stands between options may stand in one.
fn prefer_options(columns: &mut [ColumnMapping], sheet: &Sheet, items: &[Item]) {
    for (title, question) in questions(columns, sheet) {
        let mut all = sheet.columns.iter();
        let whole = all.position(|column| column.title.trim() == title.trim());
        let Some(mapped) = whole.and_then(|at| columns.get(at)) else {
            continue;
        };
        let item = items
            .iter()
            .find(|item| mapped.target == Target::Item(item.lineage));
        let filled = |(at, _): &(usize, &str)| {
            let column = sheet.columns.get(*at);
            column.is_some_and(|it| it.values().next().is_some())
        };
        let said = question.iter().any(filled)
            && question
                .iter()
                .all(|(at, option)| ticks(sheet, *at, option));
        let Some((item, whole)) = item.zip(whole).filter(|_| said) else {
            continue;
        };
        let mut others = columns.to_vec();
        if let Some(mapped) = others.get_mut(whole) {
            mapped.target = Target::Ignore;
        }
        if let Some((lineage, options)) = fitting(item, &question, &others, sheet) {
            columns.clone_from_slice(&others);
            take(columns, &question, lineage, &options);
        }
    }
}

/// The questions whose columns fit nothing else, without what was written beside their options.
fn questions<'a>(columns: &[ColumnMapping], sheet: &'a Sheet) -> BTreeMap<&'a str, Question<'a>> {
    let mut questions: BTreeMap<&str, Question<'_>> = BTreeMap::new();
    for (at, (column, mapped)) in sheet.columns.iter().zip(columns).enumerate() {
        if mapped.is_free()
            && let Some((question, option)) = sheet.platform.option(&column.title, &column.group)
            && !sheet.platform.written.contains(&plain(option).as_str())
        {
            questions.entry(question).or_default().push((at, option));
        }
    }
    questions.retain(|_, question| question.len() > 1);
    questions
}

/// The item and the option of it each column is for, if it has no column yet and each is for
/// one of its own.
fn fitting(
    item: &Item,
    question: &Question<'_>,
    columns: &[ColumnMapping],
    sheet: &Sheet,
) -> Option<(LineageId, Vec<u8>)> {
    let mut named = columns.iter().filter_map(|it| it.target.item());
    if !item.kind.has_scale() || named.any(|lineage| lineage == item.lineage) {
        return None;
    }
    // One option is ticked in one of several columns; anything else there is an answer of its own.
    if item.kind != ItemKind::Multi
        && !question
            .iter()
            .all(|(at, option)| ticks(sheet, *at, option))
    {
        return None;
    }
    let options = Options::of(item.scale.as_ref()?);
    let named = question.iter().map(|(_, label)| options.by_label(label));
    let named = named.collect::<Option<Vec<u8>>>()?;
    let mut once = named.clone();
    once.sort_unstable();
    once.dedup();
    (once.len() == named.len()).then_some((item.lineage, named))
}

/// Whether nothing but ticks stand in a column, or the label of the option it is for.
fn ticks(sheet: &Sheet, at: usize, option: &str) -> bool {
    let option = folded(option);
    let values = sheet.columns.get(at).map(|column| column.values());
    values.is_some_and(|mut values| {
        values.all(|(cell, _)| flag(cell).is_some() || folded(&cell.found()) == option)
    })
}

fn take(columns: &mut [ColumnMapping], question: &Question<'_>, item: LineageId, options: &[u8]) {
    for ((at, _), option) in question.iter().zip(options) {
        if let Some(column) = columns.get_mut(*at) {
            column.target = Target::ItemOption(item, *option);
        }
    }
}
