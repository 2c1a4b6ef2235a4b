//! When figures rest on too few customers to be shown.

use super::score::Marking;
use crate::model::{Item, Rules};

/// Below this many returns no mean and no share is shown: of all returns counts and one dot a
/// customer instead, of a part of them nothing.
pub const FEW: usize = 5;

/// Whether `n` returns are too few to show a mean or a share of.
pub fn small(n: usize) -> bool {
    n < FEW
}

/// How far the item's score moves when one of `n` customers chooses the option next to the
/// one it chose, the distance between the options averaged over the scale. `None` for an item
/// without at least two scores.
pub fn one_step(item: &Item, rules: &Rules, n: usize) -> Option<f64> {
    let marking = Marking::of(item, rules)?;
    let (min, max) = item.range()?;
    let steps = item
        .scale
        .as_ref()
        .map_or(max - min, |scale| scale.scores().count() as f64 - 1.0);
    let whole = marking.percent(max) - marking.percent(min);
    (steps > 0.0 && n > 0).then(|| whole / steps / n as f64)
}

#[cfg(test)]
mod tests {
    use super::super::example;
    use super::*;

    #[test]
    fn four_are_few_and_five_are_not() {
        assert!(small(0) && small(4) && !small(5));
    }

    #[test]
    fn a_step_of_one_of_25() {
        let questionnaire = example::two_dimensions();
        let step = one_step(&questionnaire.items[0], &questionnaire.rules, 25);
        assert_eq!(step, Some(0.8));
        assert_eq!(
            one_step(&questionnaire.items[0], &questionnaire.rules, 0),
            None
        );
    }
}
