//! A first mapping from titles and values.

use rustc_hash::FxHashMap;

use super::decide;
use super::spread::{name_options, tell_crosses};
use crate::intake::customers::known::Known;
use crate::intake::field::{Rank, field, is_private};
use crate::intake::heading::{Named, named, named_by};
use crate::intake::platform::Platform;
use crate::intake::sheet::{Sheet, SheetColumn};
use crate::model::{
    Cancelled, ColumnMapping, Customer, Item, LineageId, Mapping, Progress, Questionnaire, Reading,
    Target,
};

/// Share of the distinct values that must be customers of the register for a column without
/// a known heading to hold them.
const MOSTLY: f64 = 0.9;

/// The mapping as far as titles and values leave no doubt. `values` decides how columns of
/// numbers are read; without it only those that read the same either way are settled.
///
/// # Errors
/// [`Cancelled`] when nobody waits for it any more.
pub fn propose(
    sheet: &Sheet,
    questionnaire: &Questionnaire,
    customers: &[Customer],
    values: Option<Reading>,
    progress: &Progress,
) -> Result<Mapping, Cancelled> {
    let headings: Vec<_> = sheet
        .columns
        .iter()
        .map(|column| (column.title.as_str(), column.group.as_str()))
        .collect();
    let named = named_with_codes(&headings, &questionnaire.items, sheet.platform);
    let lineage = |at: usize| questionnaire.items.get(at).map(|item| item.lineage);
    let mut columns: Vec<ColumnMapping> = sheet
        .columns
        .iter()
        .zip(named)
        .map(|(column, named)| {
            let (target, candidates) = match named {
                Named::Item(at) => (lineage(at).map_or(Target::Ignore, Target::Item), Vec::new()),
                Named::Several(items) => (
                    Target::Ignore,
                    items.into_iter().filter_map(lineage).collect(),
                ),
                Named::Nothing => (Target::Ignore, Vec::new()),
            };
            mapped(column, target, candidates)
        })
        .collect();
    name_options(&mut columns, sheet, &questionnaire.items, values);
    name_private(&mut columns);
    name_fields(&mut columns, sheet.platform);
    find_customers(&mut columns, sheet, customers, progress)?;
    for (mapping, column) in columns.iter_mut().zip(&sheet.columns) {
        progress.wanted()?;
        let (target, known) = column.said;
        if let Some(target) = target {
            mapping.target = target;
            mapping.candidates.clear();
        }
        let tell = || {
            reading(
                column,
                mapping.target,
                questionnaire,
                values,
                sheet.platform,
            )
        };
        mapping.reading = known.unwrap_or_else(tell);
    }
    let mut mapping = Mapping {
        fingerprint: sheet.fingerprint(),
        columns,
        rows: Vec::new(),
        replaces: Vec::new(),
        instead_of: Vec::new(),
        written: Vec::new(),
    };
    tell_crosses(&mut mapping, sheet);
    Ok(mapping)
}

/// What each heading names; one that names nothing may go by the name its program gave it, if
/// no other column has that item.
fn named_with_codes(headings: &[(&str, &str)], items: &[Item], platform: &Platform) -> Vec<Named> {
    let mut found = named_by(headings, items, !platform.key.is_empty());
    if platform.has_codes() {
        let codes = headings.iter().map(|(_, code)| (*code, ""));
        let codes = named(&codes.collect::<Vec<_>>(), items);
        let taken = found.clone();
        for (found, code) in found.iter_mut().zip(codes) {
            if *found == Named::Nothing && !taken.contains(&code) {
                *found = code;
            }
        }
    }
    found
}

/// How a column is read once a person made it `target`, as far as its values leave no doubt.
pub fn reading(
    column: &SheetColumn,
    target: Target,
    questionnaire: &Questionnaire,
    values: Option<Reading>,
    platform: &'static Platform,
) -> Reading {
    match target {
        Target::Item(lineage) => questionnaire
            .item_of(lineage)
            .map_or(Reading::None, |item| {
                decide::reading(column, item, values, platform)
            }),
        // What stands there is the option's label, or a mark that it is ticked.
        Target::ItemOption(..) => Reading::Labels,
        Target::Date => Reading::Date,
        Target::Customer
        | Target::Respondent
        | Target::Role
        | Target::Channel
        | Target::Collector => Reading::Name,
        Target::Duration => Reading::Number,
        Target::Void => Reading::Text,
        Target::Ignore | Target::Private => Reading::None,
    }
}

fn mapped(column: &SheetColumn, target: Target, candidates: Vec<LineageId>) -> ColumnMapping {
    ColumnMapping {
        cell: column.cell.clone(),
        title: column.title.clone(),
        target,
        reading: Reading::None,
        candidates,
        numbered: Vec::new(),
        found: String::new(),
        answer: String::new(),
    }
}

/// What tells who sat where is left out; an option may be called as such a column is.
fn name_private(columns: &mut [ColumnMapping]) {
    let free = columns.iter_mut().filter(|it| it.is_free());
    for column in free.filter(|it| is_private(&it.title)) {
        column.target = Target::Private;
    }
}

/// Columns that are no item may be a field. Of several titles for one field the usual one is
/// taken; the same title twice is left for [`Mapping::undecided`]. Customers may have both a
/// code and a name.
fn name_fields(columns: &mut [ColumnMapping], platform: &Platform) {
    let mut best: FxHashMap<Target, Rank> = FxHashMap::default();
    for column in columns.iter().filter(|column| column.is_free()) {
        if let Some((target, rank)) = field(&column.title, platform) {
            let lowest = best.entry(target).or_insert(rank);
            *lowest = (*lowest).min(rank);
        }
    }
    for column in columns.iter_mut().filter(|column| column.is_free()) {
        if let Some((target, rank)) = field(&column.title, platform)
            && (target == Target::Customer || best.get(&target) == Some(&rank))
        {
            column.target = target;
        }
    }
}

/// Without a heading for customers, a column whose values are customers of the register.
fn find_customers(
    columns: &mut [ColumnMapping],
    sheet: &Sheet,
    customers: &[Customer],
    progress: &Progress,
) -> Result<(), Cancelled> {
    let named = columns
        .iter()
        .any(|column| column.target == Target::Customer);
    if named || customers.is_empty() {
        return Ok(());
    }
    let known = Known::new(customers);
    let mut holding = Vec::new();
    for (mapping, column) in columns.iter_mut().zip(&sheet.columns) {
        progress.wanted()?;
        if mapping.is_free() && mostly_known(column, &known) {
            holding.push(mapping);
        }
    }
    if let [only] = holding.as_mut_slice() {
        only.target = Target::Customer;
    }
    Ok(())
}

/// Whether nearly all values of a column are customers. It ends when so many are not that the
/// rest cannot make up for them.
fn mostly_known(column: &SheetColumn, known: &Known<'_>) -> bool {
    let missing = (1.0 - MOSTLY) * column.values().count() as f64;
    let (mut all, mut found) = (0_u32, 0_u32);
    for (cell, _) in column.values() {
        all += 1;
        found += u32::from(!known.all(&cell.found()).is_empty());
        if f64::from(all - found) > missing + 1.0 {
            return false;
        }
    }
    found > 1 && f64::from(found) >= MOSTLY * f64::from(all)
}
