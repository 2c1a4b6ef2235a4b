//! The order a reader of the tree meets things in.

use crate::model::Questionnaire;

/// Codes of all dimensions, each right before those below it.
pub fn in_tree_order(all: &Questionnaire) -> Vec<String> {
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

/// The dimension that comes after or before another one in the tree.
pub(super) fn beside(all: &Questionnaire, dimension: Option<&str>, after: bool) -> Option<String> {
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
