//! What is told of lines: seldom where nothing changes, often enough where something does.

use super::super::exact_figures;
use super::super::example::{rated, two_dimensions};
use super::super::{Compare, Filter, RuleField, StoryKind, Verdict, changes, stories, trend};
use super::waves::{Series, dimension, item, next, revision};
use crate::model::{CustomerId, Normalisation, Questionnaire, Revision, Subject, WaveReturns};

const WAVES: usize = 6;
const CUSTOMERS: usize = 30;
const ANSWERING: usize = 22;

/// Six half-years in which 22 of 30 customers answer, each with its own level; dimension A loses
/// so many points of a hundred from wave to wave.
fn waves(random: &mut fastrand::Rng, loss: f64) -> Vec<WaveReturns> {
    let normal = |random: &mut fastrand::Rng| (0..12).map(|_| random.f64()).sum::<f64>() - 6.0;
    let levels: Vec<f64> = (0..CUSTOMERS).map(|_| 3.9 + 0.6 * normal(random)).collect();
    let wave = |random: &mut fastrand::Rng, at: usize| {
        let mut who: Vec<usize> = (0..CUSTOMERS).collect();
        random.shuffle(&mut who);
        who.truncate(ANSWERING);
        let mut answer = |level: f64| (level + 0.7 * normal(random)).round().clamp(1.0, 5.0) as u8;
        let rows: Vec<[u8; 4]> = who
            .iter()
            .map(|customer| {
                let (level, lower) = (levels[*customer], at as f64 * loss / 20.0);
                [level - lower, level - lower, level, level].map(&mut answer)
            })
            .collect();
        let rows: Vec<&[u8]> = rows.iter().map(<[u8; 4]>::as_slice).collect();
        let mut returns = rated(&rows);
        for (it, customer) in returns.returns.iter_mut().zip(&who) {
            it.customer = Some(CustomerId(*customer as i64 + 1));
        }
        returns
    };
    (0..WAVES).map(|at| wave(random, at)).collect()
}

const PERIODS: [&str; WAVES] = ["2023H2", "2024H1", "2024H2", "2025H1", "2025H2", "2026H1"];

/// The waves with their figures beside all waves before.
fn compared(revisions: &[Revision], waves: &[WaveReturns]) -> Series {
    let named: Vec<(&str, &WaveReturns)> = PERIODS.into_iter().zip(waves).collect();
    let mut series = Series::of(revisions, &named);
    for newer in 1..waves.len() {
        let all = |at: usize| Compare {
            wave: &series.waves[at],
            revision: &revisions[at],
            measure: &revisions[at].questionnaire,
            returns: &waves[at],
            frame: &[],
            customers: &[],
            filter: everybody(),
            figures: &series.figures[at],
        };
        let since = (0..newer).rev();
        let since = since.map(|older| changes(&all(older), &all(newer), Vec::new(), revisions));
        series.figures[newer].changes = since.collect();
    }
    series
}

fn everybody() -> &'static Filter {
    static EVERYBODY: std::sync::OnceLock<Filter> = std::sync::OnceLock::new();
    EVERYBODY.get_or_init(Filter::default)
}

fn told(random: &mut fastrand::Rng, loss: f64) -> Vec<super::super::Story> {
    let revisions = vec![revision(1, two_dimensions()); WAVES];
    let series = compared(&revisions, &waves(random, loss));
    let subjects = [Subject::Index, dimension("A"), dimension("B")];
    stories(&trend(&series.all(), &series.revisions, &[], &subjects))
}

#[test]
fn of_300_surveys_in_which_nothing_changes_few_tell_a_story() {
    let mut random = fastrand::Rng::with_seed(6);
    let wrong = (0..300)
        .filter(|_| !told(&mut random, 0.0).is_empty())
        .count();
    assert!(wrong <= 18, "{wrong} of 300");
}

#[test]
fn a_line_that_truly_falls_is_told() {
    let mut random = fastrand::Rng::with_seed(7);
    let falls = |story: &super::super::Story| {
        let down = match story.kind {
            StoryKind::Run { down, .. } | StoryKind::Trend { down, .. } => down,
            StoryKind::Recovered { .. } => false,
        };
        down && story.subject == dimension("A")
    };
    let right = (0..100)
        .filter(|_| told(&mut random, 3.0).iter().any(falls))
        .count();
    assert!(right >= 30, "{right} of 100");
}

#[test]
fn proven_changes_of_nothing_stay_within_their_families() {
    let mut random = fastrand::Rng::with_seed(8);
    let mut proven = [0; 2];
    for _ in 0..300 {
        let revisions = vec![revision(1, two_dimensions()); WAVES];
        let series = compared(&revisions, &waves(&mut random, 0.0));
        let newest = &series.figures[WAVES - 1];
        let of = |subject: &Subject| newest.change(subject).is_some_and(|it| it.verdict.proven());
        proven[0] += usize::from(of(&Subject::Index));
        proven[1] += usize::from([dimension("A"), dimension("B")].iter().any(of));
    }
    assert!(proven.iter().all(|it| *it <= 27), "{proven:?} of 300 each");
}

#[test]
fn rules_that_changed_are_no_fall_once_both_are_scored_alike() {
    let mut random = fastrand::Rng::with_seed(9);
    let same = waves(&mut random, 0.0).swap_remove(0);
    let first = revision(1, two_dimensions());
    let mut second = next(&first, &[], &[]);
    second.questionnaire.rules.normalisation = Normalisation::MinMax;
    let revisions = [first, second];
    let both = [same.clone(), same];
    let series = compared(&revisions, &both);
    // Scored each by its own rules the line breaks.
    let lines = trend(&series.all(), &series.revisions, &[], &[Subject::Index]);
    assert!(lines[0].points[1].breaks_before);
    assert_eq!(lines[0].points[1].rules, [RuleField::Normalisation]);
    // Scored alike nobody changed.
    let (anew, fields) =
        super::super::restated(&revisions[0].questionnaire, &revisions[1].questionnaire).unwrap();
    let figures = |of: &Questionnaire| exact_figures(of, &both[0], &[], &[], everybody());
    let (older, newer) = (figures(&anew), figures(&revisions[1].questionnaire));
    let of = |at: usize, measure, figures| Compare {
        wave: &series.waves[at],
        revision: &revisions[at],
        measure,
        returns: &both[at],
        frame: &[],
        customers: &[],
        filter: everybody(),
        figures,
    };
    let made = changes(
        &of(0, &anew, &older),
        &of(1, &revisions[1].questionnaire, &newer),
        fields,
        &revisions,
    );
    assert_eq!(made.restated, [RuleField::Normalisation]);
    let index = made.of(&Subject::Index).unwrap();
    assert_eq!(index.verdict, Verdict::NoChange);
    assert!(index.difference().abs() < 1e-12);
}

#[test]
fn nothing_is_told_against_too_few_nor_of_what_was_reworded() {
    let first = revision(1, two_dimensions());
    let second = next(&first, &[1], &[]);
    let many = rated(
        &[
            [5, 4, 4, 3],
            [4, 4, 5, 3],
            [3, 3, 4, 2],
            [5, 5, 5, 4],
            [4, 3, 3, 3],
        ]
        .each_ref()
        .map(|row| row.as_slice()),
    );
    let few = rated(&[&[1, 1, 1, 1], &[2, 1, 1, 2]]);
    let series = compared(&[first.clone(), first], &[few, many.clone()]);
    let index = series.figures[1].change(&Subject::Index).unwrap();
    assert!(index.hidden && index.p_adjusted.is_none());
    assert_eq!(index.verdict, Verdict::CannotTell);
    let first = series.revisions[0].clone();
    let series = compared(&[first, second], &[many.clone(), many]);
    assert!(
        series.figures[1].change(&item(1)).is_none(),
        "half of A means something else"
    );
    assert!(series.figures[1].change(&dimension("A")).is_none());
    assert!(series.figures[1].change(&dimension("B")).is_some());
}
