//! The tree of what is measured: dimensions, their items, their weights as shares. Arrow keys
//! walk it, Alt with them moves a row, Delete takes it out, F2 leads to its name; rows can be
//! dragged.

mod add;
mod drag;
mod keys;
mod panel;

use std::collections::BTreeSet;

use super::{Field, QuestionnaireTab, Selected, View};
use crate::model::{Dimension, Item, LineageId, Questionnaire};

/// One row of the tree.
#[derive(Clone, Debug)]
pub(super) struct Row<'a> {
    /// What is looked at once it is chosen; `None` for the branch of what lies outside.
    what: Option<Selected>,
    code: &'a str,
    name: &'a str,
    depth: usize,
    /// Share (0–1) of its weight among its siblings.
    share: Option<f64>,
    /// Under which it is closed, where something lies below it.
    branch: Option<&'a str>,
}

/// Name under which the rows outside every dimension are closed; no dimension is called so.
pub(super) const OUTSIDE: &str = "\u{0}";

/// The rows in sight, from top to bottom.
pub(super) fn rows<'a>(all: &'a Questionnaire, closed: &BTreeSet<String>) -> Vec<Row<'a>> {
    let mut rows = Vec::new();
    for dimension in all.children(None) {
        branch(all, dimension, 0, closed, &mut rows);
    }
    if all.items_in(None).next().is_some() {
        rows.push(Row {
            what: None,
            code: "",
            name: "",
            depth: 0,
            share: None,
            branch: Some(OUTSIDE),
        });
        if !closed.contains(OUTSIDE) {
            rows.extend(all.items_in(None).map(|item| leaf(all, item, 0)));
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
    rows.push(Row {
        what: Some(Selected::Dimension(dimension.code.clone())),
        code: "",
        name: &dimension.name,
        depth,
        share: share_of_dimension(all, dimension),
        branch: Some(&dimension.code),
    });
    // Two levels at most, whatever a damaged file says.
    if closed.contains(&dimension.code) || depth > 2 {
        return;
    }
    for below in all.children(Some(&dimension.code)) {
        branch(all, below, depth + 1, closed, rows);
    }
    let items = all.items_in(Some(&dimension.code));
    rows.extend(items.map(|item| leaf(all, item, depth)));
}

fn leaf<'a>(all: &Questionnaire, item: &'a Item, depth: usize) -> Row<'a> {
    Row {
        what: Some(Selected::Item(item.lineage)),
        code: &item.code,
        name: &item.text,
        depth,
        share: share_of_item(all, item),
        branch: None,
    }
}

/// The items in sight, in the order of the tree.
pub(super) fn items(all: &Questionnaire, closed: &BTreeSet<String>) -> Vec<LineageId> {
    let rows = rows(all, closed);
    let items = rows.into_iter().filter_map(|row| match row.what? {
        Selected::Item(lineage) => Some(lineage),
        Selected::Dimension(_) | Selected::Form | Selected::Rules | Selected::Checks => None,
    });
    items.collect()
}

/// Share (0–1) of a dimension's weight among its siblings.
pub(super) fn share_of_dimension(all: &Questionnaire, dimension: &Dimension) -> Option<f64> {
    let siblings = all.children(dimension.parent.as_deref());
    share(dimension.weight, siblings.map(|sibling| sibling.weight))
}

/// Share (0–1) of an item's weight among its scored siblings; `None` for one not scored.
pub(super) fn share_of_item(all: &Questionnaire, item: &Item) -> Option<f64> {
    let siblings = all.items_in(item.dimension.as_deref());
    let scored = siblings.filter(|sibling| sibling.scored);
    let share = share(item.weight, scored.map(|sibling| sibling.weight));
    share.filter(|_| item.scored)
}

fn share(weight: f64, all: impl Iterator<Item = f64>) -> Option<f64> {
    let total: f64 = all.sum();
    (total > 0.0).then(|| weight / total)
}
