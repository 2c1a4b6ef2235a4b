use super::*;
use crate::analysis::ItemFigures;
use crate::chart::{Measure, Size};
use crate::model::LineageId;

fn item(at: i64, score: f64, half: f64) -> ItemFigures {
    ItemFigures {
        lineage: LineageId(at),
        code: format!("I{at}"),
        text: format!("题{at}"),
        dimension: None,
        weight: 1.0,
        share: Some(0.25),
        scored: true,
        mean: None,
        counts: Vec::new(),
        na: 0,
        blank: 0,
        figure: Figure {
            score: Some(score),
            n: 80,
            low: Some(score - half),
            high: Some(score + half),
            ..Figure::default()
        },
        nps: None,
        satisfied_frame_low: None,
        satisfied_frame_high: None,
    }
}

fn figures(items: Vec<ItemFigures>) -> WaveFigures {
    WaveFigures {
        counted: 80,
        items,
        ..WaveFigures::default()
    }
}

fn matters(n: usize, values: &[(Option<f64>, f64)]) -> Importances {
    let items = values.iter().zip(1..);
    Importances {
        items: items
            .map(|((stated, derived), at)| Importance {
                lineage: LineageId(at),
                code: format!("I{at}"),
                stated: *stated,
                derived: Some(*derived),
                dominance: None,
            })
            .collect(),
        overall: None,
        n,
    }
}

fn four() -> WaveFigures {
    figures(vec![
        item(1, 70.0, 5.0),
        item(2, 83.0, 5.0),
        item(3, 90.0, 2.0),
        item(4, 60.0, 5.0),
    ])
}

const DERIVED: [(Option<f64>, f64); 4] = [(None, 0.8), (None, 0.7), (None, 0.75), (None, 0.2)];

fn build(importances: &Importances) -> Result<Matrix, String> {
    Matrix::build(importances, &four(), &Rules::default(), Language::Zh)
}

#[test]
fn quarters_part_at_the_target_and_the_mean() {
    let matrix = build(&matters(80, &DERIVED)).unwrap();
    let found: Vec<(&str, Quarter, bool)> = matrix
        .points
        .iter()
        .map(|it| (it.code.as_str(), it.quarter, it.proven))
        .collect();
    assert_eq!(
        found,
        [
            ("I1", Quarter::First, true),
            ("I3", Quarter::Keep, false),
            ("I2", Quarter::First, false),
            ("I4", Quarter::Later, false),
        ]
    );
    assert!(matrix.title.contains("I1") && !matrix.title.contains("I2"));
}

#[test]
fn below_sixty_returns_no_order_is_drawn_from_answers_alone() {
    let said = build(&matters(59, &DERIVED)).unwrap_err();
    assert!(said.contains("59"), "{said}");
    let stated = DERIVED.map(|(_, derived)| (Some(100.0 * derived), derived));
    let matrix = build(&matters(59, &stated)).unwrap();
    assert_eq!(matrix.points.len(), 4, "what was asked may be drawn");
}

#[test]
fn one_item_or_four_returns_are_no_matrix() {
    assert_eq!(build(&matters(80, &DERIVED[..1])), Err(String::new()));
    let few = WaveFigures {
        counted: 4,
        ..four()
    };
    let none = Matrix::build(
        &matters(80, &DERIVED),
        &few,
        &Rules::default(),
        Language::En,
    );
    assert_eq!(none, Err(String::new()));
}

#[test]
fn labels_cover_nothing() {
    let many: Vec<ItemFigures> = (1..=40)
        .map(|at| item(at, 80.0 + (at % 5) as f64, 1.0))
        .collect();
    let values: Vec<(Option<f64>, f64)> = (1..=40)
        .map(|at| (None, 0.5 + f64::from(at % 7) / 100.0))
        .collect();
    let importances = matters(80, &values);
    let rules = Rules::default();
    let matrix = Matrix::build(&importances, &figures(many), &rules, Language::Zh).unwrap();
    let measure = Measure::shared();
    let scene = matrix.layout(Size::new(640.0, 400.0), measure);
    let texts: Vec<_> = scene
        .texts()
        .filter(|it| it.text.starts_with('I'))
        .collect();
    assert!(texts.len() > 3);
    for (at, one) in texts.iter().enumerate() {
        for other in &texts[..at] {
            let same_line = (one.at.y - other.at.y).abs() < 6.0;
            let apart = (one.at.x - other.at.x).abs() > 6.0;
            assert!(!same_line || apart, "{one:?} on {other:?}");
        }
    }
}
