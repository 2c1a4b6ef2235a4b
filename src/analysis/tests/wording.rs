//! How much of a figure rests on changed wording.

use super::super::example::two_dimensions;
use super::super::{Fate, wording};
use super::near;
use super::waves::{dimension, item, next, revision};
use crate::model::{Revision, RevisionId, Subject};

/// Whether the subject's line breaks between two revisions, and its share of changed weight.
fn broken(revisions: &[Revision], from: usize, to: usize, subject: &Subject) -> (bool, f64) {
    let wording = wording(revisions, &revisions[from], &revisions[to], subject);
    assert_eq!(
        wording.marked(),
        !wording.items.is_empty() && !wording.breaks()
    );
    (wording.breaks(), wording.share)
}

#[test]
fn an_item_breaks_where_it_was_reworded_and_weighty_dimensions_with_it() {
    let first = revision(1, two_dimensions());
    let second = next(&first, &[4], &[]);
    let revisions = [first, second];
    let is = |subject: &Subject| broken(&revisions, 0, 1, subject);
    assert_eq!(is(&item(4)), (true, 1.0));
    assert_eq!(is(&item(3)), (false, 0.0));
    assert_eq!(is(&dimension("A")), (false, 0.0));
    assert_eq!(is(&dimension("B")), (true, 0.5));
    // Half of B's 0.4: below a quarter the index carries a mark.
    let (breaks, share) = is(&Subject::Index);
    assert!(!breaks);
    near(share, 0.2, 1e-12);
    let wording = wording(&revisions, &revisions[0], &revisions[1], &Subject::Index);
    assert!(wording.marked());
    assert_eq!(wording.items[0].fate, Fate::Reworded);
    assert_eq!(wording.items[0].code, "I4");
}

#[test]
fn a_quarter_of_the_weight_is_enough_and_less_is_not() {
    for (weight, breaks) in [(1.0, true), (0.999, false)] {
        let mut questionnaire = two_dimensions();
        for item in &mut questionnaire.items {
            item.dimension = Some("A".to_owned());
        }
        questionnaire.items[0].weight = weight;
        let first = revision(1, questionnaire);
        let second = next(&first, &[1], &[]);
        let (found, _) = broken(&[first, second], 0, 1, &dimension("A"));
        assert_eq!(found, breaks);
    }
}

#[test]
fn dropped_items_count_and_new_ones_do_not() {
    let first = revision(1, two_dimensions());
    let second = next(&first, &[], &[1]);
    let revisions = [first, second];
    near(broken(&revisions, 0, 1, &Subject::Index).1, 0.3, 1e-12);
    assert!(broken(&revisions, 0, 1, &Subject::Satisfied).0);
    assert_eq!(broken(&revisions, 0, 1, &dimension("A")), (true, 0.5));
    // Backwards item 1 is new in A.
    assert_eq!(broken(&revisions, 1, 0, &dimension("A")), (false, 0.0));
    assert_eq!(broken(&revisions, 1, 0, &Subject::Index), (false, 0.0));
}

#[test]
fn rewording_in_a_revision_no_wave_used_counts_too() {
    let first = revision(1, two_dimensions());
    let second = next(&first, &[3], &[]);
    let third = next(&second, &[], &[]);
    let revisions = [first, second, third];
    assert!(broken(&revisions, 0, 2, &item(3)).0);
    assert!(broken(&revisions, 2, 0, &item(3)).0);
    assert!(!broken(&revisions, 1, 2, &item(3)).0);
}

#[test]
fn a_circle_of_revisions_ends() {
    let mut first = revision(1, two_dimensions());
    first.parent = Some(RevisionId(2));
    let second = next(&first, &[], &[]);
    assert!(!broken(&[first, second], 0, 1, &item(3)).0);
}
