//! The same customers beside all who answered.

use super::super::example::two_dimensions;
use super::super::{Change, Compare, Filter, Verdict, changes};
use super::near;
use super::waves::{Answers, Series, returned, revision};
use crate::model::{Questionnaire, Subject};

fn index(older: &Answers, newer: &Answers, asked: &Questionnaire) -> Change {
    let revisions = vec![revision(1, asked.clone()); 2];
    let returns = [returned(older), returned(newer)];
    let named = [("2025H2", &returns[0]), ("2026H1", &returns[1])];
    let series = Series::of(&revisions, &named);
    let filter = Filter::default();
    let of = |at: usize| Compare {
        wave: &series.waves[at],
        revision: &revisions[at],
        measure: &revisions[at].questionnaire,
        returns: &returns[at],
        frame: &[],
        customers: &[],
        filter: &filter,
        figures: &series.figures[at],
    };
    let all = changes(&of(0), &of(1), Vec::new(), &revisions);
    *all.of(&Subject::Index).unwrap()
}

/// Customers from one on, answering in turn.
fn wave(from: i64, answers: &[u8]) -> Answers {
    (from..).zip(answers.iter().copied()).collect()
}

const STAYED: [u8; 8] = [5, 4, 4, 3, 5, 4, 3, 4];

#[test]
fn who_came_and_who_went_is_told_from_what_those_think_who_stayed() {
    let (mut older, mut newer) = (wave(1, &STAYED), wave(1, &STAYED));
    older.extend(wave(101, &[1, 2, 1, 2, 1, 2]));
    newer.extend(wave(201, &[5, 5, 5, 4, 5, 5]));
    let change = index(&older, &newer, &two_dimensions());
    assert_eq!(change.verdict, Verdict::Rose);
    let same = change.other_story().unwrap();
    assert_eq!((same.customers, same.verdict), (8, Verdict::NoChange));
    near(same.before, 80.0, 1e-9);
    near(same.difference(), 0.0, 1e-9);
}

#[test]
fn everybody_in_both_waves_has_no_other_story() {
    let newer = wave(1, &[5, 4, 5, 3, 5, 4, 4, 4]);
    let change = index(&wave(1, &STAYED), &newer, &two_dimensions());
    assert_eq!(change.same, None);
}

#[test]
fn nothing_is_told_that_gives_away_the_few_who_came_or_went() {
    for left_out in 0..8 {
        let mut older = wave(1, &STAYED);
        older.extend(wave(101, &[1, 2, 1, 2, 1, 2, 1][..left_out.min(7)]));
        let newer = wave(1, &STAYED);
        let change = index(&older, &newer, &two_dimensions());
        let told = change.same.is_some();
        assert_eq!(told, left_out >= 5, "{left_out} left");
    }
    // Fewer than five in both.
    let (mut older, mut newer) = (wave(1, &STAYED[..4]), wave(1, &STAYED[..4]));
    older.extend(wave(101, &STAYED));
    newer.extend(wave(201, &STAYED));
    assert_eq!(index(&older, &newer, &two_dimensions()).same, None);
}

#[test]
fn their_means_are_those_of_the_pairs_whoever_they_are() {
    let mut random = fastrand::Rng::with_seed(12);
    for _ in 0..200 {
        let mut some = |from: i64, n: usize| -> Answers {
            let answers: Vec<u8> = (0..n).map(|_| random.u8(1..=5)).collect();
            wave(from, &answers)
        };
        let (mut older, mut newer) = (some(1, 9), some(1, 9));
        older.extend(some(101, 6));
        newer.extend(some(201, 7));
        let mean = |wave: &Answers| {
            let own = wave.iter().take(9).map(|it| f64::from(it.1) * 20.0);
            own.sum::<f64>() / 9.0
        };
        let change = index(&older, &newer, &two_dimensions());
        let same = change.same.unwrap();
        near(same.before, mean(&older), 1e-9);
        near(same.after, mean(&newer), 1e-9);
        if let Some(test) = same.test {
            near(test.difference, same.difference(), 1e-9);
            near(test.df, 8.0, 1e-9);
        }
    }
}

#[test]
fn what_counts_as_no_change_is_a_rule_of_the_survey() {
    let older = wave(1, &[5, 4, 4, 3, 5, 4, 3, 4, 5, 4, 4, 3]);
    let mut newer = older.clone();
    newer[0].1 = 4;
    let mut asked = two_dimensions();
    let verdict = |asked: &Questionnaire| index(&older, &newer, asked).verdict;
    assert_eq!(verdict(&asked), Verdict::CannotTell);
    asked.rules.no_change_within = 10.0;
    assert_eq!(verdict(&asked), Verdict::NoChange);
}
