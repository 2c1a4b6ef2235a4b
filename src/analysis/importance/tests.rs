use super::*;
use crate::analysis::example::{five, item, rated, two_dimensions};
use crate::analysis::moments::{Moments, Numbers};
use crate::analysis::tests::{ATTITUDE, near, plain};
use crate::analysis::{Filter, insight};
use crate::model::WaveReturns;

fn moments(columns: &[usize]) -> Moments {
    of_first(columns, ATTITUDE.len())
}

fn of_first(columns: &[usize], returns: usize) -> Moments {
    let of = |at: &usize| {
        let rows = ATTITUDE.iter().take(returns);
        rows.map(|row| Some(f64::from(row[*at]))).collect()
    };
    let columns: Vec<Vec<Option<f64>>> = columns.iter().map(of).collect();
    let columns: Vec<Numbers> = columns.iter().map(|it| Numbers::Values(it)).collect();
    Moments::of(&columns)
}

fn of(questionnaire: &Questionnaire, returns: &WaveReturns) -> Importances {
    let figures = plain(questionnaire, returns);
    let nobody = Filter::default();
    insight(questionnaire, returns, (&[], &[]), &nobody, &figures).importance
}

#[test]
fn dominance_as_the_method_prints_it() {
    let shares = dominance::shares(&moments(&[0, 1, 2, 3, 4, 5, 6])).unwrap();
    let expected = [
        0.370_816, 0.050_904, 0.155_766, 0.120_345, 0.006_589, 0.028_182,
    ];
    for (share, expected) in shares.iter().zip(expected) {
        near(*share, expected, 5e-7);
    }
    // numpy: R² of the regression of rating on the other six
    near(shares.iter().sum::<f64>(), 0.732_602, 5e-7);
}

#[test]
fn what_depends_on_one_another_has_no_dominance() {
    assert_eq!(dominance::shares(&moments(&[0, 1, 1])), None);
    assert_eq!(dominance::shares(&moments(&[])), None);
    assert!(dominance::shares(&of_first(&[0, 1, 2], 4)).is_some());
    let as_many = of_first(&[0, 1, 2], 3);
    assert_eq!(dominance::shares(&as_many), None, "every regression fits");
}

#[test]
fn without_an_overall_item_each_is_held_against_the_rest() {
    let questionnaire = two_dimensions();
    let found = of(&questionnaire, &crate::analysis::example::six());
    assert_eq!(found.overall, None);
    assert!(!found.ordered());
    // numpy over the six returns: corrcoef of 20·column with the index reckoned without it,
    // e.g. for the first 0.6·p₂ + 0.4·(p₃ + p₄)/2
    let expected = [0.824_147_7, 0.836_428_1, 0.700_267_2, 0.883_327_1];
    for (item, expected) in found.items.iter().zip(expected) {
        near(item.derived, expected, 5e-7);
        assert_eq!((item.stated, item.dominance), (None, None));
    }
}

#[test]
fn stated_importance_and_the_overall_item_are_what_they_say() {
    let mut questionnaire = two_dimensions();
    let mut overall = item(9, None, Some(five()));
    overall.text = "您对我公司的总体满意程度".to_owned();
    overall.scored = false;
    let mut stating = item(10, None, Some(five()));
    stating.text = "价格有多重要".to_owned();
    stating.importance_of = Some("I2".to_owned());
    stating.scored = false;
    questionnaire.items.extend([overall, stating]);
    let returns = rated(&[
        &[5, 4, 4, 3, 5, 5],
        &[4, 4, 5, 3, 4, 4],
        &[3, 3, 4, 2, 3, 0],
        &[5, 5, 5, 4, 5, 3],
        &[4, 3, 3, 3, 3, 5],
        &[2, 3, 3, 1, 2, 4],
        &[5, 2, 1, 2, 0, 1],
    ]);
    let found = of(&questionnaire, &returns);
    assert_eq!(found.overall, Some(LineageId(9)));
    let codes: Vec<&str> = found.items.iter().map(|it| it.code.as_str()).collect();
    assert_eq!(codes, ["I1", "I2", "I3", "I4"]);
    // (100 + 80 + 60 + 100 + 80 + 20)/6
    near(found.items[1].stated, 440.0 / 6.0, 1e-9);
    assert_eq!(found.items[0].stated, None);
    // numpy.corrcoef over the first six
    near(found.items[0].derived, 0.941_763_218_7, 5e-10);
    let sum: Option<f64> = found.items.iter().map(|it| it.dominance).sum();
    // numpy.linalg.lstsq: R² of the overall item on the four
    near(sum, 0.996_411_483_3, 5e-9);
    let mut two = questionnaire;
    two.items[5].importance_of = None;
    two.items[5].text = "整体印象".to_owned();
    assert_eq!(
        of(&two, &returns).overall,
        None,
        "which of two is not guessed"
    );
}

#[test]
fn nothing_comes_of_nothing() {
    let questionnaire = two_dimensions();
    for rows in [&[][..], &[&[5, 4, 4, 3][..]], &[&[4, 4, 4, 4][..]; 9]] {
        let mut returns = rated(rows);
        if rows.is_empty() {
            returns.columns.clear();
        }
        for item in of(&questionnaire, &returns).items {
            assert_eq!((item.derived, item.dominance), (None, None));
        }
    }
}
