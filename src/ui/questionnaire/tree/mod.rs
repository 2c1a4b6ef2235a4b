//! The tree of what is measured: dimensions, their items, their weights as shares. Arrow keys
//! walk it, Alt with them moves a row, Delete takes it out; rows can be dragged.

mod add;
mod drag;
mod keys;
mod panel;

use std::collections::BTreeSet;

use super::{Field, QuestionnaireTab, Selected, View};
use crate::model::{Dimension, Item, LineageId, Questionnaire};

pub(super) use drag::Drag;

/// One row of the tree.
#[derive(Clone, Copy, Debug)]
pub(super) enum Row<'a> {
    Dimension(&'a Dimension, usize),
    Item(&'a Item, usize),
    /// What lies outside the tree, and how many.
    Outside(usize),
}

impl Row<'_> {
    pub(super) fn item(&self) -> Option<LineageId> {
        match self {
            Self::Item(item, _) => Some(item.lineage),
            _ => None,
        }
    }

    pub(super) fn selects(&self) -> Option<Selected> {
        match self {
            Self::Dimension(dimension, _) => Some(Selected::Dimension(dimension.code.clone())),
            Self::Item(item, _) => Some(Selected::Item(item.lineage)),
            Self::Outside(_) => None,
        }
    }
}

/// Name under which the rows outside every dimension are closed; no dimension is called so.
pub(super) const OUTSIDE: &str = "\u{0}";

/// The rows in sight, from top to bottom.
pub(super) fn rows<'a>(all: &'a Questionnaire, closed: &BTreeSet<String>) -> Vec<Row<'a>> {
    let mut rows = Vec::new();
    for dimension in all.children(None) {
        branch(all, dimension, 0, closed, &mut rows);
    }
    let outside: Vec<&Item> = all.items_in(None).collect();
    if !outside.is_empty() {
        rows.push(Row::Outside(outside.len()));
        if !closed.contains(OUTSIDE) {
            rows.extend(outside.into_iter().map(|item| Row::Item(item, 0)));
        }
    }
    rows
}

fn branch<'a>(
    all: &'a Questionnaire,
    dimension: &'a Dimension,
    depth: usize,
    closed: &BTreeSet<String>,
    rows: &mut Vec<Row<'a>>,
) {
    rows.push(Row::Dimension(dimension, depth));
    // Two levels at most, whatever a damaged file says.
    if closed.contains(&dimension.code) || depth > 2 {
        return;
    }
    for below in all.children(Some(&dimension.code)) {
        branch(all, below, depth + 1, closed, rows);
    }
    let items = all.items_in(Some(&dimension.code));
    rows.extend(items.map(|item| Row::Item(item, depth)));
}

/// Share (0–1) of a dimension's weight among its siblings.
pub(super) fn share_of_dimension(all: &Questionnaire, dimension: &Dimension) -> Option<f64> {
    let siblings = all.children(dimension.parent.as_deref());
    share(dimension.weight, siblings.map(|sibling| sibling.weight))
}

/// Share (0–1) of an item's weight among its scored siblings; `None` for one not scored.
pub(super) fn share_of_item(all: &Questionnaire, item: &Item) -> Option<f64> {
    let siblings = all
        .items_in(item.dimension.as_deref())
        .filter(|sibling| sibling.scored);
    if !item.scored {
        return None;
    }
    share(item.weight, siblings.map(|sibling| sibling.weight))
}

fn share(weight: f64, all: impl Iterator<Item = f64>) -> Option<f64> {
    let total: f64 = all.sum();
    (total > 0.0).then(|| weight / total)
}
