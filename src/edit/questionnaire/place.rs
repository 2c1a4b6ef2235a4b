//! Where items and dimensions stand.

use super::order::beside;
use crate::edit::Refusal;
use crate::model::{LineageId, Questionnaire};

/// Whether there is such a dimension to lie in.
pub(super) fn held(all: &Questionnaire, dimension: Option<&str>) -> Result<(), Refusal> {
    let there = dimension.is_none_or(|code| all.dimension(code).is_some());
    there.then_some(()).ok_or(Refusal::Gone)
}

/// Puts an item into a dimension, before another one or at its end.
pub(super) fn move_item(
    all: &mut Questionnaire,
    lineage: LineageId,
    into: Option<&str>,
    before: Option<LineageId>,
) {
    let items = &mut all.items;
    let Some(from) = items.iter().position(|item| item.lineage == lineage) else {
        return;
    };
    let mut moved = items.remove(from);
    let same = moved.dimension.as_deref() == into;
    moved.dimension = into.map(str::to_owned);
    let mut siblings = items.iter();
    let last = siblings.rposition(|item| item.dimension.as_deref() == into);
    let end = last.map_or(if same { from } else { items.len() }, |last| last + 1);
    let before = before.and_then(|it| items.iter().position(|item| item.lineage == it));
    items.insert(before.unwrap_or(end).min(items.len()), moved);
}

/// Puts a dimension below another one, before a sibling or at the end.
pub(super) fn move_dimension(
    all: &mut Questionnaire,
    code: &str,
    below: Option<&str>,
    before: Option<&str>,
) -> Result<(), Refusal> {
    if below.is_some_and(|below| !may_hold(all, below, code)) || before == Some(code) {
        return Err(Refusal::TooDeep);
    }
    let dimensions = &mut all.dimensions;
    let from = dimensions.iter().position(|it| it.code == code);
    let mut moved = dimensions.remove(from.ok_or(Refusal::Gone)?);
    moved.parent = below.map(str::to_owned);
    let at = before.and_then(|before| dimensions.iter().position(|it| it.code == before));
    dimensions.insert(at.unwrap_or(dimensions.len()), moved);
    Ok(())
}

/// Whether `code` may lie below `holder`: dimensions are two levels deep at most, items being
/// the third.
pub fn may_hold(all: &Questionnaire, holder: &str, code: &str) -> bool {
    let holder_on_top = all.dimension(holder).is_some_and(|it| it.parent.is_none());
    holder_on_top && holder != code && all.children(Some(code)).next().is_none()
}

/// One place up or down among its siblings; past the first or last into the dimension beside.
pub(super) fn nudge_item(
    all: &mut Questionnaire,
    lineage: LineageId,
    down: bool,
) -> Result<(), Refusal> {
    let item = all.item_of(lineage).ok_or(Refusal::Gone)?;
    let dimension = item.dimension.clone();
    let siblings = all.items_in(dimension.as_deref()).map(|item| item.lineage);
    let siblings: Vec<LineageId> = siblings.collect();
    let at = siblings.iter().position(|it| *it == lineage);
    let at = at.ok_or(Refusal::Gone)?;
    let within = match down {
        true => (at + 1 < siblings.len()).then(|| siblings.get(at + 2).copied()),
        false => at.checked_sub(1).map(|above| siblings.get(above).copied()),
    };
    if let Some(before) = within {
        move_item(all, lineage, dimension.as_deref(), before);
        return Ok(());
    }
    let to = beside(all, dimension.as_deref(), down).ok_or(Refusal::Unchanged)?;
    let first = all.items_in(Some(&to)).next().map(|item| item.lineage);
    move_item(all, lineage, Some(&to), first.filter(|_| down));
    Ok(())
}

/// One place up or down among its siblings.
pub(super) fn nudge_dimension(
    all: &mut Questionnaire,
    code: &str,
    down: bool,
) -> Result<(), Refusal> {
    let below = all.dimension(code).ok_or(Refusal::Gone)?.parent.clone();
    let siblings: Vec<&str> = all
        .children(below.as_deref())
        .map(|sibling| sibling.code.as_str())
        .collect();
    let at = siblings.iter().position(|sibling| *sibling == code);
    let other = at.and_then(|at| {
        if down {
            Some(at + 1)
        } else {
            at.checked_sub(1)
        }
    });
    let other = other.and_then(|other| siblings.get(other));
    let other = (*other.ok_or(Refusal::Unchanged)?).to_owned();
    let place = |code: &str| all.dimensions.iter().position(|it| it.code == code);
    if let (Some(one), Some(two)) = (place(code), place(&other)) {
        all.dimensions.swap(one, two);
    }
    Ok(())
}
