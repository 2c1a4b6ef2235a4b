//! The line of the customers who stayed.

use std::collections::BTreeMap;

use super::super::example::two_dimensions;
use super::super::{Compare, Filter, SameLine, SamePiece, figures, same_lines};
use super::near;
use super::waves::{Answers, Series, returned, revision};
use crate::model::{Customer, CustomerId, FrameEntry, Subject, WaveReturns, Weighting};

const PERIODS: [&str; 4] = ["2024H2", "2025H1", "2025H2", "2026H1"];

/// The line of the index; under weights where the firm knows turnovers.
fn line(waves: &[Answers], turnovers: Option<&[f64]>, exact: bool) -> Option<SameLine> {
    let mut asked = two_dimensions();
    let customers: Vec<Customer> = (1..)
        .zip(turnovers.unwrap_or_default())
        .map(|(id, turnover)| Customer {
            id: CustomerId(id),
            code: format!("C{id}"),
            name: format!("C{id}"),
            turnover: Some(*turnover),
            key: false,
            attributes: BTreeMap::new(),
        })
        .collect();
    if turnovers.is_some() {
        asked.rules.weights = Weighting::Turnover;
    }
    let revisions = vec![revision(1, asked); waves.len()];
    let returns: Vec<WaveReturns> = waves.iter().map(returned).collect();
    let named: Vec<(&str, &WaveReturns)> = PERIODS.into_iter().zip(&returns).collect();
    let mut series = Series::of(&revisions, &named);
    let filter = Filter::default();
    let frame: Vec<FrameEntry> = Vec::new();
    for (at, it) in series.figures.iter_mut().enumerate() {
        let questionnaire = &revisions[at].questionnaire;
        *it = figures(questionnaire, &returns[at], &frame, &customers, &filter);
    }
    let of = |at: usize| Compare {
        wave: &series.waves[at],
        revision: &revisions[at],
        measure: &revisions[at].questionnaire,
        returns: &returns[at],
        frame: &frame,
        customers: &customers,
        filter: &filter,
        figures: &series.figures[at],
    };
    let all: Vec<Compare> = (0..waves.len()).map(of).collect();
    let mut lines = same_lines(&all, exact).into_iter();
    lines.find(|it| it.subject == Subject::Index)
}

/// Customers from one on, answering in turn.
fn wave(from: i64, answers: &[u8]) -> Answers {
    (from..).zip(answers.iter().copied()).collect()
}

fn and(mut one: Answers, other: Answers) -> Answers {
    one.extend(other);
    one
}

fn scores(line: &SameLine) -> Vec<(usize, Vec<f64>)> {
    let pieces = line.pieces.iter();
    let scores = |it: &SamePiece| it.points.iter().map(|it| it.score).collect();
    pieces.map(|it| (it.customers, scores(it))).collect()
}

const STAYED: [[u8; 6]; 3] = [[5, 4, 4, 3, 5, 4], [4, 4, 4, 3, 5, 3], [4, 3, 4, 3, 4, 3]];

#[test]
fn the_same_customers_fall_while_newcomers_hide_it() {
    let others = [[1u8, 2, 1, 2, 1, 2], [3, 3, 3, 3, 3, 3], [5, 5, 5, 4, 5, 5]];
    let waves: Vec<Answers> = (0..3)
        .map(|at| {
            and(
                wave(1, &STAYED[at]),
                wave(100 * at as i64 + 101, &others[at]),
            )
        })
        .collect();
    let line = line(&waves, None, false).unwrap();
    let found = scores(&line);
    // numpy: (np.array(STAYED) * 20).mean(axis=1)
    let expected = [83.333_333_333, 76.666_666_667, 70.0];
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].0, 6);
    for (score, expected) in found[0].1.iter().zip(expected) {
        near(*score, expected, 1e-8);
    }
    assert_eq!(found[0].1.len(), 3);
}

#[test]
fn too_few_in_all_waves_go_from_wave_to_wave() {
    // 1–6 and 11–15 answer the first two waves, 11–16 the last two: five in all.
    let waves = [
        and(
            wave(1, &[5, 4, 4, 3, 5, 4]),
            and(wave(11, &[4; 4]), wave(101, &[2; 5])),
        ),
        and(
            wave(1, &[4, 4, 4, 3, 5, 3]),
            and(wave(11, &[3; 9]), wave(201, &[2; 5])),
        ),
        and(wave(11, &[5; 9]), wave(301, &[1; 5])),
    ];
    let line = line(&waves, None, false).unwrap();
    let found = scores(&line);
    // numpy: np.r_[5,4,4,3,5,4,[4]*4].mean()*20, np.r_[4,4,4,3,5,3,[3]*4].mean()*20; 60, 100
    let expected = [(10, [82.0, 70.0]), (9, [60.0, 100.0])];
    assert_eq!(found.len(), 2, "four answered all three");
    for ((customers, scores), (known, expected)) in found.iter().zip(expected) {
        assert_eq!(*customers, known);
        near(scores[0], expected[0], 1e-9);
        near(scores[1], expected[1], 1e-9);
    }
}

#[test]
fn there_is_no_line_where_nobody_stayed_and_none_of_one_wave() {
    let one = wave(1, &STAYED[0]);
    let other = wave(101, &STAYED[1]);
    for exact in [false, true] {
        assert_eq!(line(std::slice::from_ref(&one), None, exact), None);
        assert_eq!(line(&[one.clone(), other.clone()], None, exact), None);
        assert_eq!(line(&[], None, exact), None);
    }
    let mut strangers = one.clone();
    strangers.iter_mut().for_each(|it| it.0 += 1000);
    assert_eq!(line(&[one, strangers], None, false), None);
}

#[test]
fn a_wave_of_too_few_is_none_that_somebody_must_have_answered() {
    let others = |at: i64| wave(100 * at, &[3; 5]);
    let waves = [
        and(wave(1, &STAYED[0]), others(1)),
        wave(1, &STAYED[1][..3]),
        and(wave(1, &STAYED[2]), others(2)),
    ];
    let line = line(&waves, None, false).unwrap();
    assert_eq!(line.pieces.len(), 1);
    let points = &line.pieces[0].points;
    let periods: Vec<String> = points.iter().map(|it| it.period.to_string()).collect();
    assert_eq!(
        (line.pieces[0].customers, periods),
        (6, vec!["2024H2".to_owned(), "2025H2".to_owned()])
    );
}

#[test]
fn nothing_is_told_of_the_few_who_came_or_went_but_to_programs() {
    for left_out in 0..8usize {
        let gone = wave(101, &[1, 2, 1, 2, 1, 2, 1][..left_out.min(7)]);
        let waves = [and(wave(1, &STAYED[0]), gone), wave(1, &STAYED[1])];
        let told = line(&waves, None, false).is_some();
        assert_eq!(told, left_out == 0 || left_out >= 5, "{left_out} left");
        assert!(line(&waves, None, true).is_some());
    }
}

#[test]
fn those_of_two_waves_and_of_all_tell_of_no_few_between_them() {
    // 6 answer all three waves, 7 more the first two; with 1–4 more instead these could be told.
    for more in 1..8usize {
        let pair = |answer: u8| wave(51, &[answer; 7][..more]);
        let waves = [
            and(and(wave(1, &STAYED[0]), pair(5)), wave(101, &[3; 5])),
            and(and(wave(1, &STAYED[1]), pair(1)), wave(201, &[3; 5])),
            and(wave(1, &STAYED[2]), wave(301, &[3; 5])),
        ];
        let line = line(&waves, None, false);
        let whole = line.filter(|it| it.pieces.len() == 1 && it.pieces[0].customers == 6);
        assert_eq!(
            whole.is_some_and(|it| it.pieces[0].points.len() == 3),
            more >= 5,
            "{more}"
        );
    }
}

#[test]
fn one_customer_who_outweighs_all_others_hides_them() {
    let waves = [
        and(wave(1, &STAYED[0]), wave(7, &[3; 6])),
        and(wave(1, &STAYED[1]), wave(7, &[3; 6])),
    ];
    let even = [10.0; 18];
    let mut giant = even;
    // Of those who stayed, not of all.
    giant[2] = 60.0;
    let waves_but = [
        and(wave(1, &STAYED[0]), wave(7, &[3; 6])),
        and(wave(1, &STAYED[1]), wave(13, &[3; 6])),
    ];
    assert!(line(&waves, Some(&even), false).is_some());
    let told = line(&waves_but, Some(&giant), false);
    assert_eq!(told, None, "60 of 110 is one customer's");
}

#[test]
fn a_customer_counts_once_a_wave_with_its_first_return() {
    let twice = |answers: &[u8; 6]| {
        let again = wave(1, &[1, 1]);
        and(and(wave(1, answers), again), wave(101, &[3; 5]))
    };
    let line = line(&[twice(&STAYED[0]), twice(&STAYED[1])], None, true).unwrap();
    let found = scores(&line);
    assert_eq!(found[0].0, 11, "the others are the same too");
    // numpy: (np.r_[STAYED[0], [3]*5] * 20).mean()
    near(found[0].1[0], 72.727_272_727, 1e-8);
}
