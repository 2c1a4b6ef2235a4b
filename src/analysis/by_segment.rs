//! The index of every group the returns can be split into.

use super::groups::parts;
use super::{Figure, Filter, Segment, SegmentKey};
use crate::model::{Customer, FrameEntry, Questionnaire, WaveReturns};

/// One group and its index.
#[derive(Clone, Debug, PartialEq)]
pub struct SegmentFigure {
    pub key: SegmentKey,
    /// As a [`Filter`] asks for it.
    pub value: String,
    /// Marked where it, or who is left out of it, is too few to be shown.
    pub index: Figure,
}

/// The index of each value of each name, in their order and the same as under the filter with
/// that value alone of the name: one pass over the returns a name, however many values it has.
pub fn by_segment(
    questionnaire: &Questionnaire,
    returns: &WaveReturns,
    people: (&[FrameEntry], &[Customer]),
    filter: &Filter,
    segments: &[Segment],
) -> Vec<SegmentFigure> {
    let of = |segment: &Segment| {
        let whole = segment.with_unassigned();
        let parts = parts(questionnaire, returns, people, filter, &whole);
        let parts = segment.values.iter().zip(parts);
        let figure = parts.map(|(value, (_, figures))| SegmentFigure {
            key: segment.key.clone(),
            value: value.value.clone(),
            index: figures.index,
        });
        figure.collect::<Vec<_>>()
    };
    segments.iter().flat_map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::super::example::{framed, rated, two_dimensions};
    use super::super::{exact_figures, segments};
    use super::*;
    use crate::model::CustomerId;

    /// Twelve customers, half of them in each region, of a list of fourteen.
    fn wave() -> (Questionnaire, WaveReturns, Vec<FrameEntry>) {
        let rows: Vec<[u8; 4]> = (0..12).map(|at| [5 - at % 3, 4, 1 + at % 5, 3]).collect();
        let rows: Vec<&[u8]> = rows.iter().map(<[u8; 4]>::as_slice).collect();
        let mut returns = rated(&rows);
        for (returned, id) in returns.returns.iter_mut().zip(1..) {
            returned.customer = Some(CustomerId(id));
        }
        let frame = framed(14, &returns);
        (two_dimensions(), returns, frame)
    }

    #[test]
    fn each_group_is_what_its_filter_gives() {
        let (questionnaire, returns, frame) = wave();
        let known = segments(&questionnaire, &returns, &frame, &[]);
        let nobody = Filter::default();
        let people = (frame.as_slice(), &[][..]);
        let found = by_segment(&questionnaire, &returns, people, &nobody, &known);
        assert_eq!(found.len(), 4, "two regions, key accounts or not");
        for group in &found {
            let alone = Filter::default().with(group.key.clone(), group.value.clone());
            let expected = exact_figures(&questionnaire, &returns, &frame, &[], &alone);
            assert_eq!(group.index, expected.index, "{group:?}");
        }
        let n: usize = found.iter().map(|group| group.index.n).sum();
        assert_eq!(n, 24, "everybody once by each name");
        // Three key accounts are few, and so are found by who is none.
        let key = found.iter().filter(|group| group.key == SegmentKey::Key);
        assert!(key.clone().count() == 2 && key.into_iter().all(|it| it.index.few));
    }

    #[test]
    fn nobody_is_in_a_group_nobody_is_in() {
        let (questionnaire, mut returns, frame) = wave();
        let known = segments(&questionnaire, &returns, &frame, &[]);
        returns.returns.truncate(0);
        returns.columns.clear();
        let people = (frame.as_slice(), &[][..]);
        let found = by_segment(&questionnaire, &returns, people, &Filter::default(), &known);
        assert!(
            found
                .iter()
                .all(|it| it.index.n == 0 && it.index.score.is_none())
        );
    }
}
