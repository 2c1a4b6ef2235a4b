use super::super::Filter;
use super::super::example::{dimension, item, rated, scale};
use super::super::tests::plain;
use super::*;
use crate::analysis::insight;
use crate::model::{Influence, WaveReturns};

/// Quality (two items) acts on satisfaction (two items).
fn asked() -> Questionnaire {
    let five = || scale(&[5.0, 4.0, 3.0, 2.0, 1.0], 2);
    Questionnaire {
        dimensions: vec![dimension("Q", None, 1.0), dimension("S", None, 1.0)],
        items: [("Q", 1), ("Q", 2), ("S", 3), ("S", 4)]
            .map(|(code, lineage)| item(lineage, Some(code), Some(five())))
            .to_vec(),
        influences: vec![Influence {
            from: "Q".to_owned(),
            to: "S".to_owned(),
        }],
        ..Questionnaire::default()
    }
}

fn of(questionnaire: &Questionnaire, returns: &WaveReturns) -> Option<Latent> {
    let figures = plain(questionnaire, returns);
    let nobody = Filter::default();
    insight(questionnaire, returns, (&[], &[]), &nobody, &figures).latent
}

fn returns() -> WaveReturns {
    rated(&[
        &[5, 4, 4, 3],
        &[4, 4, 5, 3],
        &[3, 3, 4, 2],
        &[5, 5, 5, 4],
        &[4, 3, 3, 3],
        &[2, 3, 3, 1],
        &[0, 3, 3, 1],
    ])
}

#[test]
fn blocks_are_weighed_by_how_they_go_together() {
    let found = of(&asked(), &returns()).unwrap();
    assert_eq!(found.n, 6, "only complete returns");
    let near = |value: f64, expected: f64| {
        assert!((value - expected).abs() < 5e-7, "{value} is not {expected}");
    };
    // The same algorithm in numpy (tests/README.md).
    near(found.paths[0].coefficient, 0.924211503);
    near(found.blocks[1].r2.unwrap(), 0.924211503 * 0.924211503);
    near(found.blocks[0].index.unwrap(), 68.3429647);
    near(found.blocks[1].index.unwrap(), 57.7851824);
    // (3.833333 + 3.666667)/2 of 1–5
    near(found.blocks[0].mean, 68.75);
    let block = &found.blocks[0];
    let (low, high) = (block.low.unwrap(), block.high.unwrap());
    assert!(low < block.index.unwrap() && block.index.unwrap() < high);
    assert_eq!(of(&asked(), &returns()), Some(found), "the same again");
}

#[test]
fn nothing_is_told_of_what_does_not_carry_it() {
    let mut none = asked();
    none.influences.clear();
    assert_eq!(of(&none, &returns()), None, "none declared");
    let mut nowhere = asked();
    nowhere.influences[0].to = "X".to_owned();
    assert_eq!(of(&nowhere, &returns()), None);
    assert_eq!(of(&asked(), &rated(&[&[5, 4, 4, 3][..]; 4])), None, "few");
    assert_eq!(
        of(&asked(), &rated(&[&[5, 4, 4, 3][..]; 9])),
        None,
        "all alike"
    );
    let mut nothing = rated(&[&[0, 0, 0, 0]]);
    nothing.columns.clear();
    assert_eq!(of(&asked(), &nothing), None);
}
