//! Items that take several options and have a column for each of them.

use std::collections::BTreeMap;

use rustc_hash::{FxHashMap, FxHashSet};

use super::bare::{Bare, Question, is_open};
use crate::intake::cell::Cell;
use crate::intake::heading::{Named, named, number_alone, number_of, without_hints};
use crate::intake::identity::is_missing;
use crate::intake::normal::{folded, number};
use crate::intake::options::Options;
use crate::intake::sheet::Sheet;
use crate::intake::spread;
use crate::intake::tick::{Mark, Marks, mark};
use crate::model::{ColumnMapping, Item, ItemKind, LineageId, Mapping, Reading, Target};

/// Takes the columns of a question that fit nothing else for the options of an item, where all
/// of them are options of that item: the item the question names, or else the only one that has
/// no column yet, if no other question could be it.
/// `values` says what bare numbers in their titles are.
pub(super) fn name_options(
    columns: &mut [ColumnMapping],
    sheet: &Sheet,
    items: &[Item],
    values: Option<Reading>,
) {
    prefer_options(columns, (sheet, values), items);
    let taken = set_free(columns, sheet, items);
    let mut questions = questions(columns, sheet, items);
    let titles: Vec<(&str, &str)> = questions.keys().map(|title| (*title, "")).collect();
    let mut names = named(&titles, items).into_iter();
    questions.retain(|title, question| {
        let named = match names.next() {
            Some(Named::Item(at)) => items.get(at),
            Some(Named::Nothing) => numbered(title, items),
            Some(Named::Several(_)) | None => None,
        };
        let fitting = named.and_then(|item| fitting(item, question, columns, (sheet, values)));
        if let Some((item, options)) = &fitting {
            take(columns, question, *item, options);
            return false;
        }
        // Which is which somebody has to say: until then all of them are the item.
        let Some(item) = named.filter(|item| is_open(item, question)) else {
            return true;
        };
        for (at, _) in question {
            if let Some(column) = columns.get_mut(*at) {
                column.target = Target::Item(item.lineage);
            }
        }
        false
    });
    let fits = |question: &Question<'_>| -> Vec<(LineageId, Vec<Option<u8>>)> {
        let all = items.iter();
        let fitting = all.filter_map(|item| fitting(item, question, columns, (sheet, values)));
        // Only the name of the question says that an option nobody knows is one of its own.
        fitting
            .filter(|(_, options)| options.iter().all(Option::is_some))
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
    for (at, target) in taken {
        if let Some(column) = columns.get_mut(at).filter(|it| it.is_free()) {
            column.target = target;
        }
    }
}

/// Lets go of columns that all name the same item by what they begin with, and are options of it
/// by what stands there; what they were.
fn set_free(columns: &mut [ColumnMapping], sheet: &Sheet, items: &[Item]) -> Vec<(usize, Target)> {
    let parts = spread::options(sheet, Some(&labels(items)), &[]);
    let mut taken = Vec::new();
    for item in items.iter().filter(|it| it.kind.has_scale()) {
        let own = Target::Item(item.lineage);
        let named = columns.iter().enumerate();
        let named = named.filter(|(_, it)| it.target == own).map(|(at, _)| at);
        let named: Vec<usize> = named.collect();
        let heads = named.iter().map(|at| parts.get(*at).copied().flatten());
        let heads: Option<Vec<&str>> = heads.map(|it| it.map(|(head, _)| head)).collect();
        let alike = heads.is_some_and(|it| {
            it.len() > 1
                && it
                    .windows(2)
                    .all(|it| matches!(it, [one, other] if one == other))
        });
        if alike {
            taken.extend(named.into_iter().map(|at| (at, own)));
        }
    }
    for (at, _) in &taken {
        if let Some(column) = columns.get_mut(*at) {
            column.target = Target::Ignore;
        }
    }
    taken
}

/// Says which columns of options crosses tick: in a question whose columns hold no other tick.
pub fn tell_crosses(mapping: &mut Mapping, sheet: &Sheet) {
    let marks = marks(mapping, sheet);
    for mapped in &mut mapping.columns {
        if let Some(marks) = ticked(mapped).and_then(|it| marks.get(&it)) {
            mapped.reading = match marks.crosses() {
                true => Reading::Crosses,
                false => Reading::Labels,
            };
        }
    }
}

/// The item a column is an option of.
fn ticked(mapped: &ColumnMapping) -> Option<LineageId> {
    match mapped.target {
        Target::ItemOption(lineage, _) => Some(lineage),
        _ => None,
    }
}

/// What stands in the columns of options, by item.
pub(super) fn marks(mapping: &Mapping, sheet: &Sheet) -> FxHashMap<LineageId, Marks> {
    let mut all: FxHashMap<LineageId, Marks> = FxHashMap::default();
    for (mapped, column) in mapping.columns.iter().zip(&sheet.columns) {
        let Some(lineage) = ticked(mapped) else {
            continue;
        };
        let marks = all.entry(lineage).or_default();
        let mut filled = 0;
        for (cell, count) in column.values() {
            marks.add(cell, "");
            filled += count;
        }
        if filled < sheet.rows() {
            marks.add(&Cell::Empty, "");
        }
    }
    all
}

/// Where a column holds all that was chosen and others beside it say so option by option, those
/// are read: what stands between options may stand in one.
fn prefer_options(
    columns: &mut [ColumnMapping],
    (sheet, values): (&Sheet, Option<Reading>),
    items: &[Item],
) {
    for (title, question) in questions(columns, sheet, items) {
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
        let said = question.iter().any(filled) && are_ticks(sheet, &question);
        let Some((item, whole)) = item.zip(whole).filter(|_| said) else {
            continue;
        };
        let mut others = columns.to_vec();
        if let Some(mapped) = others.get_mut(whole) {
            mapped.target = Target::Ignore;
        }
        if let Some((lineage, options)) = fitting(item, &question, &others, (sheet, values)) {
            columns.clone_from_slice(&others);
            take(columns, &question, lineage, &options);
        }
    }
}

/// The questions whose columns fit nothing else, without what was written beside their options.
fn questions<'a>(
    columns: &[ColumnMapping],
    sheet: &'a Sheet,
    items: &[Item],
) -> BTreeMap<&'a str, Question<'a>> {
    let parts = spread::options(sheet, Some(&labels(items)), &[]);
    let mut questions: BTreeMap<&str, Question<'_>> = BTreeMap::new();
    for (at, (part, mapped)) in parts.iter().zip(columns).enumerate() {
        if let (Some((question, option)), true) = (part, mapped.is_free()) {
            questions.entry(question).or_default().push((at, *option));
        }
    }
    questions.retain(|_, question| question.len() > 1);
    questions
}

/// The item of a question that goes by its number alone, as in `第6题(选项)`, if one has that number
/// in a heading of its own; a code with it may number otherwise.
fn numbered<'i>(title: &str, items: &'i [Item]) -> Option<&'i Item> {
    let number = number_alone(title)?;
    let mut with = items.iter().filter(|item| {
        let mut names = std::iter::once(&item.text).chain(&item.aliases);
        names.any(|name| number_of(name).as_ref() == Some(&number))
    });
    match (with.next(), with.next()) {
        (Some(only), None) => Some(only),
        _ => None,
    }
}

/// The item and the option of it each column is for, if it has no column yet and each is for
/// one of its own; none where nobody ticked an option the item does not have.
fn fitting(
    item: &Item,
    question: &Question<'_>,
    columns: &[ColumnMapping],
    (sheet, values): (&Sheet, Option<Reading>),
) -> Option<(LineageId, Vec<Option<u8>>)> {
    let mut named = columns.iter().filter_map(|it| it.target.item());
    if !item.kind.has_scale() || named.any(|lineage| lineage == item.lineage) {
        return None;
    }
    // One option is ticked in one of several columns; anything else there is an answer of its own.
    if item.kind != ItemKind::Multi && !are_ticks(sheet, question) {
        return None;
    }
    let options = Options::of(item.scale.as_ref()?);
    let bare = Bare::of(item, question, &options, values);
    let named = question.iter().map(|(at, label)| {
        let own = || options.by_label(label);
        let place = || bare?.option(label, &options);
        let hintless = || options.by_label(without_hints(label));
        let worn = || options.by_worn_label(label);
        let option = own().or_else(hintless).or_else(worn).or_else(place);
        (option.is_some() || is_unticked(sheet, *at)).then_some(option)
    });
    let named = named.collect::<Option<Vec<Option<u8>>>>()?;
    let mut once: Vec<u8> = named.iter().flatten().copied().collect();
    let known = once.len();
    once.sort_unstable();
    once.dedup();
    (known > 1 && once.len() == known).then_some((item.lineage, named))
}

/// Whether nobody ticked the option a column is for.
fn is_unticked(sheet: &Sheet, at: usize) -> bool {
    let column = sheet.columns.get(at);
    column.is_some_and(|column| {
        let mut values = column.values();
        let missing = |cell: &Cell| {
            let number = number(cell).and_then(|it| sheet.platform.missing_number(it));
            number.is_some() || is_missing(cell)
        };
        values.all(|(cell, _)| mark(cell) == Some(Mark::Off) || missing(cell))
    })
}

/// Whether more ticks stand in the columns of a question, or labels of the options they are for,
/// than anything else: what somebody wrote among them makes none of them another column.
fn are_ticks(sheet: &Sheet, question: &Question<'_>) -> bool {
    let (mut ticks, mut others) = (0_u64, 0_u64);
    for (at, option) in question {
        let option = folded(option);
        let values = sheet
            .columns
            .get(*at)
            .into_iter()
            .flat_map(|it| it.values());
        for (cell, count) in values {
            match mark(cell).is_some() || folded(&cell.found()) == option {
                true => ticks += u64::from(count),
                false => others += u64::from(count),
            }
        }
    }
    ticks > others || others == 0
}

/// What the options of all items are called, folded.
fn labels(items: &[Item]) -> FxHashSet<String> {
    let scales = items.iter().filter_map(|it| it.scale.as_ref());
    let options = scales.flat_map(|it| &it.options);
    options.map(|it| folded(&it.label)).collect()
}

fn take(
    columns: &mut [ColumnMapping],
    question: &Question<'_>,
    item: LineageId,
    options: &[Option<u8>],
) {
    for ((at, _), option) in question.iter().zip(options) {
        if let (Some(column), Some(option)) = (columns.get_mut(*at), option) {
            column.target = Target::ItemOption(item, *option);
        }
    }
}
