//! From a number down to the returns it is made of.

use crate::analysis::{Answered, Filter, SegmentKey, counted, ratings, rows_behind};
use crate::chart::words::{key_name, subject_name, value_name};
use crate::model::{LineageId, ReturnId, Subject};
use crate::tr;
use crate::ui::{Common, Cx, Place, Sight};

/// The rows that count under the filter.
pub fn rows(cx: &Sight<'_>) -> Vec<usize> {
    passing(cx, cx.filter)
}

/// The rows that count under another.
fn passing(cx: &Sight<'_>, filter: &Filter) -> Vec<usize> {
    let (Some(revision), Some(view)) = (cx.revision(), cx.view) else {
        return Vec::new();
    };
    let (frame, customers) = (cx.data.frame(view.wave), &cx.data.customers);
    let asked = &revision.questionnaire;
    counted(asked, &view.returns, frame, customers, filter)
}

/// Those of some rows that have a score.
fn holding(cx: &Sight<'_>, rows: &[usize], subject: &Subject) -> Option<Vec<usize>> {
    let (revision, view) = (cx.revision()?, cx.view?);
    let by_return = &view.figures.by_return;
    let defined = |values: &[Option<f64>]| -> Vec<usize> {
        let has = |row: &usize| values.get(*row).is_some_and(Option::is_some);
        rows.iter().copied().filter(has).collect()
    };
    Some(match subject {
        Subject::Index | Subject::Satisfied => defined(&by_return.index),
        Subject::Dimension(code) => {
            let mut dimensions = view.figures.dimensions.iter();
            let at = dimensions.position(|dimension| dimension.code == *code)?;
            defined(by_return.dimensions.get(at)?)
        }
        Subject::Item(item) => {
            let asked = &revision.questionnaire;
            rows_behind(asked, &view.returns, rows, *item, Answered::Any)
        }
    })
}

/// The returns behind a score.
pub fn score(cx: &Cx<'_>, subject: &Subject) -> Option<Place> {
    let rows = holding(cx, &rows(cx), subject)?;
    Some(place(cx, &rows, Common::Behind(subject.clone())))
}

/// The returns of a group behind a score: the group is told by its key and its value.
pub fn group(cx: &Cx<'_>, (key, value): (&SegmentKey, &str), subject: &Subject) -> Option<Place> {
    let mut filter = cx.filter.clone();
    filter.clear(key);
    filter.add(key.clone(), value);
    let rows = holding(cx, &passing(cx, &filter), subject)?;
    let common = Common::Group {
        key: key.clone(),
        value: value.to_owned(),
        subject: subject.clone(),
    };
    Some(place(cx, &rows, common))
}

/// The returns that gave an item one kind of answer, called `label` by its scale; all that gave
/// any without one.
pub fn answered(
    cx: &Cx<'_>,
    item: LineageId,
    wanted: Answered,
    label: Option<&str>,
) -> Option<Place> {
    let questionnaire = &cx.revision()?.questionnaire;
    let all = rows(cx);
    let rows = rows_behind(questionnaire, &cx.view?.returns, &all, item, wanted);
    let common = match label {
        Some(_) if wanted == Answered::Nothing => Common::Blank(item),
        Some(label) => Common::Called {
            item,
            so: label.to_owned(),
        },
        None => Common::Behind(Subject::Item(item)),
    };
    Some(place(cx, &rows, common))
}

/// Where in an item's scale the option of that label stands; of an item that asks for a
/// number, the number.
pub fn option(cx: &Cx<'_>, item: LineageId, label: &str) -> Option<u8> {
    let asked = cx.revision()?.questionnaire.item_of(item)?;
    let Some(scale) = &asked.scale else {
        return label.parse().ok();
    };
    let mut options = scale.options.iter();
    let at = options.position(|option| option.label == label)?;
    u8::try_from(at).ok()
}

/// Returns with an unhappy answer to an item, or to any scored item of a dimension or of the
/// questionnaire.
pub fn unhappy(cx: &Cx<'_>, subject: &Subject) -> Vec<ReturnId> {
    let (Some(revision), Some(view)) = (cx.revision(), cx.view) else {
        return Vec::new();
    };
    let all = rows(cx);
    let items = view.figures.items_of(subject);
    // What is hidden of a part is told of nobody in it.
    let items = items.filter(|it| view.figures.counted_out(&it.figure));
    let mut rows: Vec<usize> = items
        .flat_map(|item| ratings(&revision.questionnaire, &view.returns, &all, item.lineage))
        .filter(|rating| rating.unhappy)
        .map(|rating| rating.row)
        .collect();
    rows.sort_unstable();
    rows.dedup();
    ids(cx, &rows)
}

/// What a subject is called.
pub fn name(cx: &Cx<'_>, subject: &Subject) -> String {
    let named = cx
        .surveyed()
        .and_then(|wave| subject_name(&wave, subject, cx.language));
    named.map_or_else(String::new, |named| named.full())
}

/// What returns have in common, in words.
pub fn common(cx: &Cx<'_>, common: &Common, count: usize) -> String {
    let item = |item: &LineageId| cx.revision()?.questionnaire.item_of(*item);
    let code = |id: &LineageId| item(id).map_or("", |item| item.code.as_str());
    match common {
        Common::Behind(subject) => {
            let name = name(cx, subject);
            tr!(cx.language, "behind-returns", name = name, n = count)
        }
        Common::Group {
            key,
            value,
            subject,
        } => {
            let value = value_name(key, value, cx.language);
            let name = format!("{value} {}", name(cx, subject));
            tr!(cx.language, "behind-returns", name = name, n = count)
        }
        Common::Called { item, so } => {
            let name = format!("{} {so}", code(item));
            tr!(cx.language, "behind-returns", name = name, n = count)
        }
        Common::Key { item, key } => {
            let name = format!("{} {}", code(item), key_name(*key, cx.language));
            tr!(cx.language, "behind-returns", name = name, n = count)
        }
        Common::Blank(item) => {
            let name = format!("{} {}", code(item), tr!(cx.language, "chart-blank"));
            tr!(cx.language, "behind-returns", name = name, n = count)
        }
        Common::WroteBeside => tr!(cx.language, "behind-beside", n = count),
        Common::Unhappy(item) => {
            let name = name(cx, &Subject::Item(*item));
            tr!(cx.language, "finding-unhappy", count = count, name = name)
        }
    }
}

fn place(cx: &Cx<'_>, rows: &[usize], common: Common) -> Place {
    let returns = ids(cx, rows);
    Place::Returns { common, returns }
}

fn ids(cx: &Cx<'_>, rows: &[usize]) -> Vec<ReturnId> {
    let returns = cx.view.map(|view| &view.returns.returns);
    let returned = |row: &usize| returns.and_then(|returns| returns.get(*row));
    let known = rows.iter().filter_map(returned);
    known.map(|returned| returned.id).collect()
}
