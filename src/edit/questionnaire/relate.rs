//! What an item is to the revision before. It decides whether its line goes on.

use super::item;
use crate::model::{LineageId, Origin, Questionnaire};

/// What the user can say of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    Same,
    Reworded,
    /// It has a line of its own from now on.
    New(LineageId),
    /// It goes on from an item of another lineage that was dropped.
    GoesOn(LineageId),
}

pub(super) fn relate(all: &mut Questionnaire, lineage: LineageId, relation: Relation) {
    let Some(item) = item::of(all, lineage) else {
        return;
    };
    (item.lineage, item.origin) = match relation {
        Relation::Same => (lineage, Origin::Same),
        Relation::Reworded => (lineage, Origin::Reworded),
        Relation::New(own) => (own, Origin::New),
        Relation::GoesOn(earlier) => (earlier, Origin::Same),
    };
}
