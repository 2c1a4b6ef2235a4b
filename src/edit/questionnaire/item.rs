//! Items: added, copied, replaced, called otherwise, taken out.

use super::code::next_code;
use crate::model::{Item, ItemKind, LineageId, Origin, Questionnaire, Revision, Scale};

/// A new rating item at the end of a dimension, with the scale of its sibling; `usual` is the
/// scale of the first one.
pub(super) fn added(
    all: &mut Questionnaire,
    lineage: LineageId,
    dimension: Option<&str>,
    text: &str,
    usual: &Scale,
) {
    let scaled = |item: &&Item| item.scale.is_some();
    let sibling = all.items_in(dimension).filter(scaled).last();
    let like = sibling.or_else(|| all.items.iter().find(scaled));
    let last = all.items_in(dimension).last();
    let stem = match (last, dimension) {
        (Some(sibling), _) => sibling.code.clone(),
        // D1 was numbered by the program: its items are not D2 and D3.
        (None, Some(named)) if !named.ends_with(|c: char| c.is_ascii_digit()) => named.to_owned(),
        (None, _) => "Q".to_owned(),
    };
    let item = Item {
        lineage,
        origin: Origin::New,
        from: Vec::new(),
        code: next_code(all, &stem),
        text: text.to_owned(),
        dimension: dimension.map(str::to_owned),
        kind: ItemKind::Rating,
        scale: like
            .and_then(|item| item.scale.clone())
            .or(Some(usual.clone())),
        scored: dimension.is_some(),
        weight: last.map_or(1.0, |it| it.weight),
        required: false,
        segment: false,
        importance_of: None,
        aliases: Vec::new(),
    };
    let after = last.map(|it| it.lineage);
    insert_after(&mut all.items, after, item);
}

/// A double right behind an item, with a line and a code of its own.
pub(super) fn copied(all: &mut Questionnaire, item: LineageId, double: LineageId) {
    let Some(mut copy) = all.item_of(item).cloned() else {
        return;
    };
    copy.lineage = double;
    copy.origin = Origin::New;
    copy.code = next_code(all, &copy.code);
    insert_after(&mut all.items, Some(item), copy);
}

fn insert_after(items: &mut Vec<Item>, after: Option<LineageId>, item: Item) {
    let at = items.iter().position(|it| Some(it.lineage) == after);
    items.insert(at.map_or(items.len(), |at| at + 1), item);
}

/// An item of the revision before that is asked again, as it was.
pub(super) fn restored(revision: &mut Revision, earlier: &Item) {
    let all = &mut revision.questionnaire;
    let known = |code: &String| all.dimension(code).is_some();
    let item = Item {
        origin: Origin::Same,
        code: match all.item(&earlier.code) {
            Some(_) => next_code(all, &earlier.code),
            None => earlier.code.clone(),
        },
        dimension: earlier.dimension.clone().filter(known),
        ..earlier.clone()
    };
    all.items.push(item);
}

/// The item of this lineage.
pub(super) fn of(all: &mut Questionnaire, lineage: LineageId) -> Option<&mut Item> {
    all.items.iter_mut().find(|item| item.lineage == lineage)
}

/// Gives an item another code, and the items that state its importance with it.
pub(super) fn renamed(all: &mut Questionnaire, lineage: LineageId, to: &str) {
    let Some(item) = of(all, lineage) else {
        return;
    };
    let from = std::mem::replace(&mut item.code, to.to_owned());
    for item in &mut all.items {
        if item.importance_of.as_ref() == Some(&from) {
            item.importance_of = Some(to.to_owned());
        }
    }
}

/// Takes an item out. Its line ends.
pub(super) fn removed(all: &mut Questionnaire, lineage: LineageId) {
    let Some(code) = all.item_of(lineage).map(|item| item.code.clone()) else {
        return;
    };
    all.items.retain(|item| item.lineage != lineage);
    for item in &mut all.items {
        if item.importance_of.as_ref() == Some(&code) {
            item.importance_of = None;
        }
    }
}
