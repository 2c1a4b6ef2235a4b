//! Edits of a questionnaire, each as the step that keeps it. Pure: a revision in, a step out.

use crate::model::{
    Change, Dimension, Edit, Item, ItemKind, LineageId, Origin, Questionnaire, Revision, Scale,
    Step, StepKind,
};

/// The step that changes a revision; `None` when nothing changes. `subject` is what it was
/// done to, as the user knows it.
pub(super) fn step(
    revision: &Revision,
    subject: &str,
    change: impl FnOnce(&mut Revision),
) -> Option<Step> {
    let mut after = revision.clone();
    change(&mut after);
    (after != *revision).then(|| {
        let edit = Edit::changed(revision.clone(), after);
        let change = Change::Revision(Box::new(edit));
        Step::new(StepKind::EditQuestionnaire, subject, vec![change])
    })
}

/// The same for one item of it.
pub(super) fn item(
    revision: &Revision,
    lineage: LineageId,
    change: impl FnOnce(&mut Item),
) -> Option<Step> {
    let code = revision.questionnaire.item_of(lineage)?.code.clone();
    step(revision, &code, |after| {
        if let Some(item) = after
            .questionnaire
            .items
            .iter_mut()
            .find(|item| item.lineage == lineage)
        {
            change(item);
        }
    })
}

/// The same for one dimension of it.
pub(super) fn dimension(
    revision: &Revision,
    code: &str,
    change: impl FnOnce(&mut Dimension),
) -> Option<Step> {
    step(revision, code, |after| {
        if let Some(dimension) = after
            .questionnaire
            .dimensions
            .iter_mut()
            .find(|dimension| dimension.code == code)
        {
            change(dimension);
        }
    })
}

/// Gives a dimension another code, and everything below it with it.
pub(super) fn rename_dimension(revision: &Revision, code: &str, to: &str) -> Option<Step> {
    step(revision, code, |after| {
        let all = &mut after.questionnaire;
        for dimension in &mut all.dimensions {
            if dimension.code == code {
                to.clone_into(&mut dimension.code);
            }
            if dimension.parent.as_deref() == Some(code) {
                dimension.parent = Some(to.to_owned());
            }
        }
        for item in &mut all.items {
            if item.dimension.as_deref() == Some(code) {
                item.dimension = Some(to.to_owned());
            }
        }
    })
}

/// Gives an item another code, and the items that state its importance with it.
pub(super) fn rename_item(revision: &Revision, lineage: LineageId, to: &str) -> Option<Step> {
    let code = revision.questionnaire.item_of(lineage)?.code.clone();
    step(revision, &code, |after| {
        for item in &mut after.questionnaire.items {
            if item.lineage == lineage {
                to.clone_into(&mut item.code);
            }
            if item.importance_of.as_deref() == Some(code.as_str()) {
                item.importance_of = Some(to.to_owned());
            }
        }
    })
}

/// Puts an item into a dimension, before another one or at its end.
pub(super) fn move_item(
    revision: &Revision,
    lineage: LineageId,
    into: Option<&str>,
    before: Option<LineageId>,
) -> Option<Step> {
    let code = revision.questionnaire.item_of(lineage)?.code.clone();
    step(revision, &code, |after| {
        let items = &mut after.questionnaire.items;
        let Some(from) = items.iter().position(|item| item.lineage == lineage) else {
            return;
        };
        let mut moved = items.remove(from);
        let same = moved.dimension.as_deref() == into;
        moved.dimension = into.map(str::to_owned);
        let last = items
            .iter()
            .rposition(|item| item.dimension.as_deref() == into);
        let end = last.map_or(if same { from } else { items.len() }, |last| last + 1);
        let at = before
            .and_then(|before| items.iter().position(|item| item.lineage == before))
            .unwrap_or(end);
        items.insert(at.min(items.len()), moved);
    })
}

/// Puts a dimension below another one, before a sibling or at the end.
pub(super) fn move_dimension(
    revision: &Revision,
    code: &str,
    below: Option<&str>,
    before: Option<&str>,
) -> Option<Step> {
    let all = &revision.questionnaire;
    if below.is_some_and(|below| !may_hold(all, below, code)) || before == Some(code) {
        return None;
    }
    step(revision, code, |after| {
        let dimensions = &mut after.questionnaire.dimensions;
        let Some(from) = dimensions.iter().position(|it| it.code == code) else {
            return;
        };
        let mut moved = dimensions.remove(from);
        moved.parent = below.map(str::to_owned);
        let at = before
            .and_then(|before| dimensions.iter().position(|it| it.code == before))
            .unwrap_or(dimensions.len());
        dimensions.insert(at, moved);
    })
}

/// Whether `code` may lie below `holder`: dimensions are two levels deep at most, items being
/// the third.
pub(super) fn may_hold(all: &Questionnaire, holder: &str, code: &str) -> bool {
    let top = all
        .dimension(holder)
        .is_some_and(|dimension| dimension.parent.is_none());
    top && holder != code && all.children(Some(code)).next().is_none()
}

/// One place up or down among its siblings; past the first or last into the dimension beside.
pub(super) fn nudge_item(revision: &Revision, lineage: LineageId, down: bool) -> Option<Step> {
    let all = &revision.questionnaire;
    let dimension = all.item_of(lineage)?.dimension.as_deref();
    let siblings: Vec<LineageId> = all.items_in(dimension).map(|item| item.lineage).collect();
    let at = siblings.iter().position(|sibling| *sibling == lineage)?;
    if down {
        if at + 1 < siblings.len() {
            return move_item(revision, lineage, dimension, siblings.get(at + 2).copied());
        }
        let next = beside(all, dimension, true)?;
        let first = all.items_in(Some(&next)).next().map(|item| item.lineage);
        return move_item(revision, lineage, Some(&next), first);
    }
    match at.checked_sub(1).and_then(|at| siblings.get(at)) {
        Some(before) => move_item(revision, lineage, dimension, Some(*before)),
        None => move_item(
            revision,
            lineage,
            Some(&beside(all, dimension, false)?),
            None,
        ),
    }
}

/// The dimension that comes after or before another one in the tree.
fn beside(all: &Questionnaire, dimension: Option<&str>, after: bool) -> Option<String> {
    let order = in_tree_order(all);
    let at = match dimension {
        Some(code) => order.iter().position(|other| other == code)?,
        // What stands outside the tree comes last.
        None => order.len(),
    };
    let to = if after {
        at.checked_add(1)?
    } else {
        at.checked_sub(1)?
    };
    order.get(to).cloned()
}

/// Codes of all dimensions, each right before those below it.
pub(super) fn in_tree_order(all: &Questionnaire) -> Vec<String> {
    let mut order = Vec::new();
    for top in all.children(None) {
        order.push(top.code.clone());
        order.extend(
            all.children(Some(&top.code))
                .map(|below| below.code.clone()),
        );
    }
    order
}

/// One place up or down among its siblings.
pub(super) fn nudge_dimension(revision: &Revision, code: &str, down: bool) -> Option<Step> {
    let all = &revision.questionnaire;
    let below = all.dimension(code)?.parent.clone();
    let siblings: Vec<&str> = all
        .children(below.as_deref())
        .map(|sibling| sibling.code.as_str())
        .collect();
    let at = siblings.iter().position(|sibling| *sibling == code)?;
    let other = if down { at + 1 } else { at.checked_sub(1)? };
    let other = (*siblings.get(other)?).to_owned();
    step(revision, code, |after| {
        let dimensions = &mut after.questionnaire.dimensions;
        let place = |code: &str| dimensions.iter().position(|it| it.code == code);
        if let (Some(one), Some(two)) = (place(code), place(&other)) {
            dimensions.swap(one, two);
        }
    })
}

/// Takes an item out. Its line ends.
pub(super) fn remove_item(revision: &Revision, lineage: LineageId) -> Option<Step> {
    let code = revision.questionnaire.item_of(lineage)?.code.clone();
    step(revision, &code, |after| {
        let items = &mut after.questionnaire.items;
        items.retain(|item| item.lineage != lineage);
        for item in items {
            if item.importance_of.as_deref() == Some(code.as_str()) {
                item.importance_of = None;
            }
        }
    })
}

/// Takes a dimension out; what lay in it moves to the one above, or out of the tree.
pub(super) fn remove_dimension(revision: &Revision, code: &str) -> Option<Step> {
    let above = revision.questionnaire.dimension(code)?.parent.clone();
    step(revision, code, |after| {
        let all = &mut after.questionnaire;
        all.dimensions.retain(|dimension| dimension.code != code);
        for dimension in &mut all.dimensions {
            if dimension.parent.as_deref() == Some(code) {
                dimension.parent.clone_from(&above);
            }
        }
        for item in &mut all.items {
            if item.dimension.as_deref() == Some(code) {
                item.dimension.clone_from(&above);
            }
        }
    })
}

/// A code not in use that goes on from `stem`: `QU4` after `QU3`.
pub(super) fn next_code(all: &Questionnaire, stem: &str) -> String {
    let stem = stem.trim_end_matches(|c: char| c.is_ascii_digit());
    let taken = |code: &str| all.item(code).is_some() || all.dimension(code).is_some();
    (1..)
        .map(|number| format!("{stem}{number}"))
        .find(|code| !taken(code))
        .unwrap_or_default()
}

/// A new rating item at the end of a dimension, with the scale of its sibling; `usual` is the
/// scale of the first one.
pub(super) fn new_item(
    all: &Questionnaire,
    lineage: LineageId,
    dimension: Option<&str>,
    text: &str,
    usual: Scale,
) -> Item {
    let sibling = all.items_in(dimension).filter(|item| item.scale.is_some());
    let like = sibling
        .last()
        .or_else(|| all.items.iter().find(|item| item.scale.is_some()));
    let stem = match (all.items_in(dimension).last(), dimension) {
        (Some(sibling), _) => sibling.code.clone(),
        // D1 was numbered by the program: its items are not D2 and D3.
        (None, Some(named)) if !named.ends_with(|c: char| c.is_ascii_digit()) => named.to_owned(),
        (None, _) => "Q".to_owned(),
    };
    Item {
        lineage,
        origin: Origin::New,
        from: Vec::new(),
        code: next_code(all, &stem),
        text: text.to_owned(),
        dimension: dimension.map(str::to_owned),
        kind: ItemKind::Rating,
        scale: like.and_then(|item| item.scale.clone()).or(Some(usual)),
        scored: dimension.is_some(),
        weight: all.items_in(dimension).last().map_or(1.0, |it| it.weight),
        required: false,
        segment: false,
        importance_of: None,
        aliases: Vec::new(),
    }
}
