//! The European customer satisfaction index of mobile phones.

mod mobi;

use super::*;
use mobi::MOBI;

fn mobi() -> Vec<Vec<f64>> {
    let cell = |row: usize, column: usize| match row == column {
        true => 1.0,
        false => {
            let (below, above) = (row.max(column), row.min(column));
            MOBI[below * (below - 1) / 2 + above]
        }
    };
    let row = |row| (0..24).map(|column| cell(row, column)).collect();
    (0..24).map(row).collect()
}

const IMAGE: usize = 0;
const EXPECTATION: usize = 1;
const QUALITY: usize = 2;
const VALUE: usize = 3;
const SATISFACTION: usize = 4;
const COMPLAINTS: usize = 5;
const LOYALTY: usize = 6;

fn ecsi() -> Plan {
    let sizes = [5, 3, 7, 2, 3, 1, 3];
    let mut next = 0;
    let block = |size: &usize| {
        next += size;
        (next - size..next).collect()
    };
    Plan {
        blocks: sizes.iter().map(block).collect(),
        paths: vec![
            (IMAGE, EXPECTATION),
            (IMAGE, SATISFACTION),
            (IMAGE, LOYALTY),
            (EXPECTATION, QUALITY),
            (EXPECTATION, VALUE),
            (EXPECTATION, SATISFACTION),
            (QUALITY, VALUE),
            (QUALITY, SATISFACTION),
            (VALUE, SATISFACTION),
            (SATISFACTION, COMPLAINTS),
            (SATISFACTION, LOYALTY),
            (COMPLAINTS, LOYALTY),
        ],
    }
}

fn near(value: f64, expected: f64) {
    assert!((value - expected).abs() < 1e-6, "{value} is not {expected}");
}

#[test]
fn mobi_as_the_method_prints_it() {
    let fit = fit(&mobi(), &ecsi()).unwrap();
    near(fit.coefficients[7], 0.512_024);
    near(fit.coefficients[1], 0.178_740);
    near(fit.explained[SATISFACTION].unwrap(), 0.681_078);
    assert_eq!(fit.explained[IMAGE], None);
    // The same algorithm in numpy (tests/README.md).
    let rest = [
        (0, 0.504_914),
        (2, 0.195_755),
        (3, 0.556_749),
        (4, 0.049_988),
        (9, 0.528_066),
        (11, 0.066_926),
    ];
    for (path, expected) in rest {
        near(fit.coefficients[path], expected);
    }
    near(fit.explained[LOYALTY].unwrap(), 0.456_944);
    near(fit.weights[COMPLAINTS][0], 1.0);
}

#[test]
fn items_that_run_against_their_block_do_not_turn_it() {
    let mut turned = mobi();
    // One of the three items of loyalty asked the other way round.
    turned[23].iter_mut().take(23).for_each(|it| *it = -*it);
    turned
        .iter_mut()
        .take(23)
        .for_each(|row| row[23] = -row[23]);
    let (straight, turned) = (
        fit(&mobi(), &ecsi()).unwrap(),
        fit(&turned, &ecsi()).unwrap(),
    );
    near(
        turned.weights[LOYALTY][0].abs(),
        straight.weights[LOYALTY][0],
    );
    near(
        turned.weights[LOYALTY][2],
        -turned.weights[LOYALTY][0].signum() * straight.weights[LOYALTY][2],
    );
}

#[test]
fn what_cannot_be_told_is_not() {
    let same = vec![vec![1.0; 3]; 3];
    let plan = Plan {
        blocks: vec![vec![0], vec![1], vec![2]],
        paths: vec![(0, 2), (1, 2)],
    };
    assert_eq!(fit(&same, &plan), None, "two blocks are one");
    let mut apart = vec![vec![0.0; 3]; 3];
    for (at, row) in apart.iter_mut().enumerate() {
        row[at] = 1.0;
    }
    assert_eq!(fit(&apart, &plan), None, "nothing goes with anything");
}
