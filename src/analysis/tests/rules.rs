//! What each choice of the rules does.

use super::super::example::{dimension, five, item, rated, six, two_dimensions};
use super::super::{Figure, Note, WaveFigures};
use super::{near, plain};
use crate::model::{IndexRule, LineageId, Normalisation, NotApplicable, Questionnaire, Rules};

fn with(min_answered: f64, index: IndexRule) -> Questionnaire {
    Questionnaire {
        rules: Rules {
            min_answered,
            index,
            ..Rules::default()
        },
        ..two_dimensions()
    }
}

#[test]
fn half_the_weight_of_a_dimension_must_be_answered() {
    let mut questionnaire = with(0.5, IndexRule::ByDimension);
    questionnaire.items[0].weight = 3.0;
    let figures = plain(&questionnaire, &rated(&[&[0, 5, 4, 9], &[4, 0, 0, 0]]));
    // The first left out three quarters of A; N/A counts as unanswered but half of B is there.
    assert_eq!(figures.by_return.dimensions[0], [None, Some(80.0)]);
    assert_eq!(figures.by_return.dimensions[1], [Some(80.0), None]);
    assert_eq!(figures.by_return.index, [Some(80.0), Some(80.0)]);
    assert_eq!(figures.dimensions[0].figure.n, 1);
    // All the answers are still in the rate: 5, 4 and 4 of three.
    assert_eq!(figures.index.satisfied, Some(1.0));
}

#[test]
fn with_a_minimum_of_nothing_one_answer_is_enough_and_none_is_not() {
    let figures = plain(
        &with(0.0, IndexRule::ByDimension),
        &rated(&[&[0, 5, 0, 0], &[0, 0, 0, 0], &[9, 9, 9, 9]]),
    );
    assert_eq!(figures.by_return.index, [Some(100.0), None, None]);
    assert_eq!(figures.index.n, 1);
    assert_eq!((figures.index.sd, figures.index.low), (None, None));
    let pooled = plain(
        &with(0.0, IndexRule::Pooled),
        &rated(&[&[0, 5, 0, 0], &[0; 4]]),
    );
    assert_eq!(pooled.by_return.index, [Some(100.0), None]);
}

#[test]
fn a_minimum_of_everything_survives_decimal_weights() {
    let mut questionnaire = with(1.0, IndexRule::Pooled);
    for (item, weight) in questionnaire.items.iter_mut().zip([0.1, 0.2, 0.3, 0.4]) {
        item.weight = weight;
    }
    let figures = plain(&questionnaire, &rated(&[&[5, 5, 5, 5], &[5, 5, 5, 0]]));
    assert_eq!(figures.by_return.index, [Some(100.0), None]);
}

#[test]
fn pooling_asks_for_half_of_all_scored_weight() {
    let figures = plain(
        &with(0.5, IndexRule::Pooled),
        &rated(&[&[5, 4, 0, 0], &[5, 0, 0, 0]]),
    );
    assert_eq!(figures.by_return.index, [Some(90.0), None]);
}

#[test]
fn dimensions_below_a_dimension_count_like_items() {
    let questionnaire = Questionnaire {
        dimensions: vec![
            dimension("产品", None, 2.0),
            dimension("质量", Some("产品"), 3.0),
            dimension("包装", Some("产品"), 1.0),
            dimension("服务", None, 1.0),
            dimension("空", None, 5.0),
        ],
        items: vec![
            item(1, Some("质量"), Some(five())),
            item(2, Some("质量"), Some(five())),
            item(3, Some("包装"), Some(five())),
            item(4, Some("产品"), Some(five())),
            item(5, Some("服务"), Some(five())),
        ],
        ..Questionnaire::default()
    };
    let figures = plain(
        &questionnaire,
        &rated(&[&[5, 4, 3, 2, 1], &[0, 0, 3, 2, 1]]),
    );
    // 质量 90, 包装 60, item 4 40: (3·90 + 60 + 40) / 5 = 74; without 质量 only 2 of 5 are
    // there, so 服务 alone is the index.
    assert_eq!(figures.by_return.dimensions[0], [Some(74.0), None]);
    near(figures.by_return.index[0], (2.0 * 74.0 + 20.0) / 3.0, 1e-9);
    assert_eq!(figures.by_return.index[1], Some(20.0));
    let order: Vec<(&str, usize)> = figures
        .dimensions
        .iter()
        .map(|one| (one.code.as_str(), one.level))
        .collect();
    assert_eq!(
        order,
        [
            ("产品", 0),
            ("质量", 1),
            ("包装", 1),
            ("服务", 0),
            ("空", 0)
        ]
    );
    near(figures.dimensions[1].share, 0.6, 1e-12);
    near(figures.dimensions[3].share, 1.0 / 3.0, 1e-12);
    assert_eq!(figures.dimensions[4].share, None);
    let nothing = Figure {
        few: true,
        ..Figure::default()
    };
    assert_eq!(figures.dimensions[4].figure, nothing);
    near(figures.items[3].share, 0.2, 1e-12);
    // Satisfied answers of everything below: 5 and 4 of 质量 of six answers in 产品.
    near(figures.dimensions[0].figure.satisfied, 2.0 / 6.0, 1e-12);
}

#[test]
fn not_applicable_leaves_the_base_of_the_rate_or_stays() {
    let mut questionnaire = two_dimensions();
    let returns = rated(&[&[5, 9, 4, 2], &[9, 9, 0, 5]]);
    let rate = |figures: &WaveFigures, item: usize| figures.items[item].figure.satisfied;
    let left_out = plain(&questionnaire, &returns);
    assert_eq!(rate(&left_out, 0), Some(1.0));
    assert_eq!(rate(&left_out, 1), None);
    near(left_out.index.satisfied, 3.0 / 4.0, 1e-12);
    questionnaire.rules.na = NotApplicable::Include;
    let kept = plain(&questionnaire, &returns);
    assert_eq!(rate(&kept, 0), Some(0.5));
    assert_eq!(rate(&kept, 1), Some(0.0));
    near(kept.index.satisfied, 3.0 / 7.0, 1e-12);
    // It never enters n or the score.
    assert_eq!(kept.items[1].figure.score, None);
    assert_eq!((kept.items[1].figure.n, kept.items[1].na), (0, 2));
    assert_eq!(kept.items[0].figure.score, Some(100.0));
}

#[test]
fn a_questionnaire_without_dimensions_is_one() {
    let mut questionnaire = with(0.5, IndexRule::ByDimension);
    questionnaire.dimensions.clear();
    for item in &mut questionnaire.items {
        item.dimension = None;
    }
    let figures = plain(&questionnaire, &rated(&[&[5, 4, 0, 0], &[5, 0, 0, 0]]));
    assert_eq!(figures.by_return.index, [Some(90.0), None]);
    assert_eq!(figures.index.satisfied, Some(1.0));
    assert!(figures.notes.is_empty());
}

#[test]
fn a_scored_item_outside_the_tree_enters_only_a_pooled_index_and_is_named() {
    let mut questionnaire = with(0.5, IndexRule::ByDimension);
    questionnaire.items[3].dimension = None;
    let returns = rated(&[&[5, 5, 5, 1]]);
    let figures = plain(&questionnaire, &returns);
    assert_eq!(figures.index.score, Some(100.0));
    assert_eq!(figures.index.satisfied, Some(1.0));
    assert_eq!(figures.notes, [Note::OutsideTree(vec![LineageId(4)])]);
    questionnaire.rules.index = IndexRule::Pooled;
    let pooled = plain(&questionnaire, &returns);
    assert_eq!(pooled.index.score, Some(80.0));
    assert_eq!(pooled.index.satisfied, Some(0.75));
    assert!(pooled.notes.is_empty());
}

#[test]
fn scores_do_not_depend_on_the_order_of_returns_or_on_units_of_weight() {
    let questionnaire = two_dimensions();
    let forward = plain(&questionnaire, &six());
    let mut rows = super::super::example::SIX;
    rows.reverse();
    let backward = plain(
        &questionnaire,
        &rated(&rows.each_ref().map(<[u8; 4]>::as_slice)),
    );
    let mut heavier = two_dimensions();
    for dimension in &mut heavier.dimensions {
        dimension.weight *= 50.0;
    }
    for item in &mut heavier.items {
        item.weight *= 7.0;
    }
    for other in [backward, plain(&heavier, &six())] {
        near(other.index.score, forward.index.score.unwrap(), 1e-9);
        near(other.index.sd, forward.index.sd.unwrap(), 1e-9);
        near(other.index.low, forward.index.low.unwrap(), 1e-9);
        for (one, other) in forward.items.iter().zip(&other.items) {
            assert_eq!(one.counts, other.counts);
            near(other.figure.score, one.figure.score.unwrap(), 1e-9);
        }
    }
}

#[test]
fn min_max_with_a_scale_of_one_score_has_no_percent() {
    let mut questionnaire = two_dimensions();
    questionnaire.rules.normalisation = Normalisation::MinMax;
    questionnaire.items[0].scale = Some(super::super::example::scale(&[5.0], 1));
    let figures = plain(&questionnaire, &rated(&[&[5, 3, 3, 3]]));
    assert_eq!(figures.items[0].figure.score, None);
    assert_eq!(figures.items[0].mean, Some(5.0));
    assert_eq!(figures.by_return.dimensions[0], [Some(50.0)]);
}

#[test]
fn a_circle_of_dimensions_is_left_out_without_harm() {
    let mut questionnaire = two_dimensions();
    questionnaire.dimensions[0].parent = Some("A".to_owned());
    let figures = plain(&questionnaire, &six());
    assert_eq!(figures.dimensions.len(), 1);
    near(figures.index.score, 66.667, 5e-4);
}
