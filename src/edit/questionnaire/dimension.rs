//! Dimensions: added, called otherwise, taken out.

use crate::model::{Dimension, Questionnaire};

/// A new one at the top, weighing what the last one does.
pub(super) fn added(all: &mut Questionnaire, code: &str, name: &str) {
    let weight = all.children(None).last().map_or(1.0, |last| last.weight);
    all.dimensions.push(Dimension {
        code: code.to_owned(),
        name: name.to_owned(),
        parent: None,
        weight,
    });
}

/// The dimension of this code.
pub(super) fn of<'a>(all: &'a mut Questionnaire, code: &str) -> Option<&'a mut Dimension> {
    all.dimensions.iter_mut().find(|it| it.code == code)
}

/// Gives a dimension another code, and everything below it with it.
pub(super) fn renamed(all: &mut Questionnaire, code: &str, to: &str) {
    if let Some(dimension) = of(all, code) {
        to.clone_into(&mut dimension.code);
        moved_below(all, code, Some(to));
        let ends = all.influences.iter_mut();
        for end in ends.flat_map(|it| [&mut it.from, &mut it.to]) {
            if end == code {
                to.clone_into(end);
            }
        }
    }
}

/// Takes a dimension out; what lay in it moves to the one above, or out of the tree.
pub(super) fn removed(all: &mut Questionnaire, code: &str) {
    let Some(above) = all.dimension(code).map(|it| it.parent.clone()) else {
        return;
    };
    all.dimensions.retain(|dimension| dimension.code != code);
    all.influences.retain(|it| it.from != code && it.to != code);
    moved_below(all, code, above.as_deref());
}

/// What lay in one dimension lies in another one.
fn moved_below(all: &mut Questionnaire, code: &str, to: Option<&str>) {
    let parents = all.dimensions.iter_mut().map(|it| &mut it.parent);
    let holders = all.items.iter_mut().map(|it| &mut it.dimension);
    for place in parents.chain(holders) {
        if place.as_deref() == Some(code) {
            *place = to.map(str::to_owned);
        }
    }
}
