//! Lines over several waves, changes between two, and what the lines tell.

use super::super::example::{rated, six, two_dimensions};
use super::super::{
    Difference, Known, RuleField, Surveyed, change, differences, occasions, subject_of, subjects,
    trend,
};
use super::near;
use super::waves::{Series, dimension, item, next, revision};
use crate::model::{Normalisation, Past, PastFigure, PastId, Revision, Subject, SurveyId};

/// Two waves: between them item 4 was reworded, item 3 got another code, and scores count
/// from the worst answer on.
fn two() -> Series {
    let first = revision(1, two_dimensions());
    let mut second = next(&first, &[4], &[]);
    second.questionnaire.items[2].code = "B1".to_owned();
    second.questionnaire.rules.normalisation = Normalisation::MinMax;
    second.questionnaire.rules.target = 70.0;
    let new = rated(&[&[5, 5, 5, 5], &[4, 4, 4, 4]]);
    Series::of(&[first, second], &[("2025H2", &six()), ("2026H1", &new)])
}

#[test]
fn lines_follow_lineage_and_code_over_revisions() {
    let series = two();
    let wanted = [
        Subject::Index,
        Subject::Satisfied,
        dimension("B"),
        item(3),
        item(4),
    ];
    let newest_first: Vec<Surveyed> = series.all().into_iter().rev().collect();
    let lines = trend(&newest_first, &series.revisions, &[], &wanted);
    let index = &lines[0].points;
    assert_eq!(index[0].period.to_string(), "2025H2");
    near(index[0].score, 71.667, 5e-4);
    near(index[0].low, 52.423_819, 5e-7);
    assert_eq!((index[0].target, index[1].target), (Some(85.0), Some(70.0)));
    assert!(index[1].breaks_before, "scored by other rules");
    assert!(index[1].wording.marked());
    assert_eq!(index[1].rules, [RuleField::Normalisation]);
    assert!(index[0].rules.is_empty());
    let rate = &lines[1].points;
    assert_eq!((rate[0].score, rate[1].score), (Some(0.5), Some(1.0)));
    near(rate[0].low, 0.184_613, 5e-7);
    assert_eq!(rate[1].target, None);
    assert!(lines[2].points[1].breaks_before);
    assert_eq!(lines[3].code.as_deref(), Some("B1"));
    assert!(lines[3].points[1].breaks_before);
    assert!(lines[4].points[1].breaks_before);
    assert_eq!(lines[0].name, None);
}

/// 2025H2 and 2026H1 have returns; of the index nothing but its score was reported.
#[test]
fn what_a_report_says_stands_on_a_line_unless_the_wave_has_returns() {
    let series = two();
    let past = |period: &str, score| Past {
        id: PastId(1),
        survey: SurveyId(1),
        period: period.parse().unwrap(),
        figures: vec![PastFigure {
            subject: Subject::Index,
            score: Some(score),
            n: Some(22),
            sd: None,
            rate: None,
        }],
    };
    let past = [
        past("2025H1", 84.7),
        past("2024H1", 83.2),
        past("2025H2", 99.0),
    ];
    let past: Vec<&Past> = past.iter().collect();
    let wanted = [Subject::Index, Subject::Satisfied];
    let lines = trend(&series.all(), &series.revisions, &past, &wanted);
    let typed: Vec<(String, f64)> = (lines[0].typed.iter())
        .map(|it| (it.period.to_string(), it.value))
        .collect();
    let expected = [("2024H1".to_owned(), 83.2), ("2025H1".to_owned(), 84.7)];
    assert_eq!(typed, expected);
    assert!(lines[1].typed.is_empty(), "no rate was reported");
    let all: Vec<(String, Known)> = (occasions(&lines).into_iter())
        .map(|it| (it.period.to_string(), it.known))
        .collect();
    let expected = [
        ("2024H1", Known::Report),
        ("2024H2", Known::Nothing),
        ("2025H1", Known::Report),
        ("2025H2", Known::Answers),
        ("2026H1", Known::Answers),
    ];
    assert_eq!(
        all,
        expected.map(|(period, known)| (period.to_owned(), known))
    );
}

#[test]
fn changes_are_plain_differences_where_wording_allows() {
    let series = two();
    let moved =
        |subject: &Subject| change(&series.at(0), &series.at(1), &series.revisions, subject);
    near(
        moved(&Subject::Index).unwrap().score,
        87.5 - 430.0 / 6.0,
        1e-9,
    );
    near(moved(&Subject::Satisfied).unwrap().satisfied, 0.5, 1e-12);
    assert_eq!(moved(&item(4)).unwrap().score, None);
    assert_eq!(moved(&dimension("B")).unwrap().score, None);
    assert!(moved(&dimension("B")).unwrap().wording.breaks());
    assert_eq!(moved(&item(99)), None);
}

#[test]
fn subjects_are_found_by_code_and_listed_in_the_order_of_the_form() {
    let series = two();
    for (code, subject) in [
        ("index", Some(Subject::Index)),
        ("satisfied", Some(Subject::Satisfied)),
        ("B", Some(dimension("B"))),
        ("B1", Some(item(3))),
        ("I3", Some(item(3))),
        ("Z", None),
    ] {
        assert_eq!(subject_of(&series.all(), code), subject);
    }
    let expected = [
        Subject::Index,
        Subject::Satisfied,
        dimension("A"),
        item(1),
        item(2),
        dimension("B"),
        item(3),
        item(4),
    ];
    assert_eq!(subjects(&series.all()), expected);
}

#[test]
fn a_wave_that_did_not_ask_has_no_point() {
    let first = revision(1, two_dimensions());
    let second = next(&first, &[], &[2]);
    let third = next(&revision(2, two_dimensions()), &[], &[]);
    let five = rated(&[&[5, 5, 5], &[4, 4, 4]]);
    let series = Series::of(
        &[first, second, third],
        &[("2025H1", &six()), ("2025H2", &five), ("2026H1", &six())],
    );
    let lines = trend(
        &series.all(),
        &series.revisions,
        &[],
        &[item(2), Subject::Index],
    );
    let asked: Vec<i64> = lines[0].points.iter().map(|point| point.wave.0).collect();
    assert_eq!(asked, [1, 3]);
    assert_eq!(lines[1].points.len(), 3);
    assert!(
        lines[1].points[1].breaks_before,
        "0.3 of the index was dropped"
    );
}

/// How lines A and B differ when five customers all gave these scores, wave by wave.
fn told(levels: &[[u8; 2]], change_rules: bool) -> Vec<Difference> {
    let first = revision(1, two_dimensions());
    let mut revisions: Vec<Revision> = levels.iter().map(|_| first.clone()).collect();
    if let Some(last) = revisions.last_mut().filter(|_| change_rules) {
        last.questionnaire.rules.normalisation = Normalisation::MinMax;
    }
    let returns: Vec<_> = levels
        .iter()
        .map(|[a, b]| rated(&[&[*a, *a, *b, *b][..]; 5]))
        .collect();
    let periods: Vec<String> = (2020..)
        .take(levels.len())
        .map(|year| year.to_string())
        .collect();
    let waves: Vec<_> = periods.iter().map(String::as_str).zip(&returns).collect();
    let series = Series::of(&revisions, &waves);
    let subjects = [dimension("A"), dimension("B")];
    differences(&trend(&series.all(), &revisions, &[], &subjects))
}

#[test]
fn lines_differ_from_the_wave_before_by_what_they_differ() {
    let differs = |code: &str, since: &str, from, to| Difference {
        subject: dimension(code),
        since: since.parse().unwrap(),
        from,
        to,
        change: None,
    };
    assert_eq!(
        told(&[[4, 4], [5, 4], [3, 2], [2, 5]], false),
        [
            differs("A", "2022", 60.0, 40.0),
            differs("B", "2022", 40.0, 100.0)
        ]
    );
    assert_eq!(told(&[[5, 4], [4, 4]], false).len(), 1, "B is as before");
    assert_eq!(told(&[[5, 4], [4, 3]], true), [], "scored by other rules");
    assert_eq!(told(&[[5, 4]], false), []);
    assert_eq!(told(&[], false), []);
}
