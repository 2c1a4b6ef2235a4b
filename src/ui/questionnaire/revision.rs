//! Revisions as wholes: the next one, and how its items relate to those before.

use crate::model::{
    Change, Data, Edit, Item, LineageId, Origin, Revision, RevisionId, Signatures, Step, StepKind,
};

/// The next revision, in which every item goes on as it was.
pub(super) fn next(data: &Data, from: &Revision, id: RevisionId) -> (Revision, Step) {
    let newest = data.revisions_of(from.survey).next_back().unwrap_or(from);
    let mut revision = Revision {
        id,
        number: newest.number.saturating_add(1),
        label: next_label_of(data, from),
        parent: Some(from.id),
        frozen: false,
        signatures: Signatures::default(),
        effective: None,
        ..from.clone()
    };
    for item in &mut revision.questionnaire.items {
        item.origin = Origin::Same;
    }
    let created = Edit::created(revision.clone());
    let change = Change::Revision(Box::new(created));
    let step = Step::new(StepKind::NewRevision, revision.label.clone(), vec![change]);
    (revision, step)
}

/// What the next revision of a survey would be called.
pub(super) fn next_label_of(data: &Data, revision: &Revision) -> String {
    let newest = data.revisions_of(revision.survey).next_back();
    next_label(&newest.unwrap_or(revision).label)
}

/// `A/5` after `A/4`, `B10` after `B9`; a label without a number gets one.
fn next_label(label: &str) -> String {
    let stem = label.trim_end_matches(|c: char| c.is_ascii_digit());
    let number: u64 = label[stem.len()..].parse().unwrap_or(1);
    format!("{stem}{}", number.saturating_add(1))
}

/// The item this one goes on from, in the revision before.
pub(super) fn earlier<'a>(before: Option<&'a Revision>, item: &Item) -> Option<&'a Item> {
    before?.questionnaire.item_of(item.lineage)
}

/// Items of the revision before that are not asked any more.
pub(super) fn dropped<'a>(
    before: Option<&'a Revision>,
    revision: &'a Revision,
) -> impl Iterator<Item = &'a Item> {
    before
        .into_iter()
        .flat_map(|before| &before.questionnaire.items)
        .filter(|item| revision.questionnaire.item_of(item.lineage).is_none())
}

/// After new words: they mean something else unless the user says they do not, and the old
/// words back again mean what they meant.
pub(super) fn reworded(before: Option<&Revision>, item: &mut Item, old_text: &str) {
    let Some(earlier) = earlier(before, item) else {
        return;
    };
    if item.text == earlier.text {
        item.origin = Origin::Same;
    } else if old_text == earlier.text && item.origin == Origin::Same {
        item.origin = Origin::Reworded;
    }
}

/// The item as it was asked before, put back.
pub(super) fn restored(revision: &Revision, earlier: &Item) -> Item {
    let known = |code: &String| revision.questionnaire.dimension(code).is_some();
    let all = &revision.questionnaire;
    let code = if all.item(&earlier.code).is_some() {
        super::edit::next_code(all, &earlier.code)
    } else {
        earlier.code.clone()
    };
    Item {
        origin: Origin::Same,
        code,
        dimension: earlier.dimension.clone().filter(known),
        ..earlier.clone()
    }
}

/// How many items differ from the revision before.
pub(super) fn differences(before: &Revision, revision: &Revision) -> usize {
    let changed = revision.questionnaire.items.iter().filter(|item| {
        let comparable = |item: &Item| Item {
            origin: Origin::New,
            ..item.clone()
        };
        match earlier(Some(before), item) {
            Some(earlier) => comparable(earlier) != comparable(item),
            None => true,
        }
    });
    changed.count() + dropped(Some(before), revision).count()
}

/// A lineage of its own for an item that is new after all.
pub(super) fn made_new(item: &mut Item, lineage: LineageId) {
    item.lineage = lineage;
    item.origin = Origin::New;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_count_on() {
        for (label, next) in [("A/4", "A/5"), ("B9", "B10"), ("C", "C2"), ("", "2")] {
            assert_eq!(next_label(label), next);
        }
    }
}
