//! What an item is to the revision before.

use crate::model::{Item, Origin, Revision};

/// The item this one goes on from, in the revision before.
pub fn earlier<'a>(before: Option<&'a Revision>, item: &Item) -> Option<&'a Item> {
    before?.questionnaire.item_of(item.lineage)
}

/// Items of the revision before that are not asked any more.
pub fn dropped<'a>(
    before: Option<&'a Revision>,
    revision: &'a Revision,
) -> impl Iterator<Item = &'a Item> {
    let items = before.into_iter().flat_map(|it| &it.questionnaire.items);
    items.filter(|item| revision.questionnaire.item_of(item.lineage).is_none())
}

/// How many items differ from the revision before.
pub fn differences(before: &Revision, revision: &Revision) -> usize {
    let comparable = |item: &Item| Item {
        origin: Origin::New,
        ..item.clone()
    };
    let changed = revision.questionnaire.items.iter().filter(|item| {
        let earlier = earlier(Some(before), item);
        earlier.is_none_or(|earlier| comparable(earlier) != comparable(item))
    });
    changed.count() + dropped(Some(before), revision).count()
}

/// After new words: they mean something else unless the user says they do not, and the old
/// words back again mean what they meant.
pub(in crate::edit) fn reworded(before: Option<&Revision>, item: &mut Item, old_text: &str) {
    let Some(earlier) = earlier(before, item) else {
        return;
    };
    if item.text == earlier.text {
        item.origin = Origin::Same;
    } else if old_text == earlier.text && item.origin == Origin::Same {
        item.origin = Origin::Reworded;
    }
}
