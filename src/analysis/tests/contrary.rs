//! A figure of the firm's own against what customers say.

use super::super::example::{rated, two_dimensions};
use super::super::{Compare, Filter, changes, contraries};
use super::waves::{Series, revision};
use crate::model::{Better, CustomerId, Kpi, WaveReturns};

/// Twelve customers, dimension A with these answers, B all the same.
fn returned(answers: &[u8; 12]) -> WaveReturns {
    let rows: Vec<[u8; 4]> = answers.iter().map(|it| [*it, *it, 4, 4]).collect();
    let rows: Vec<&[u8]> = rows.iter().map(<[u8; 4]>::as_slice).collect();
    let mut returns = rated(&rows);
    for (at, it) in (1..).zip(&mut returns.returns) {
        it.customer = Some(CustomerId(at));
    }
    returns
}

/// A steady year and a half, and half a year at another level.
fn kpi(last: f64, better: Option<Better>, acts_on: Option<&str>) -> Kpi {
    let level = |at: usize| if at < 18 { 90.0 } else { last };
    let values: Vec<f64> = (0..24).map(|at| level(at) + (at % 2) as f64).collect();
    Kpi {
        better,
        acts_on: acts_on.map(str::to_owned),
        ..Kpi::monthly(&values)
    }
}

const HIGH: [u8; 12] = [5, 5, 4, 5, 5, 4, 5, 5, 5, 4, 5, 5];
const LOW: [u8; 12] = [3, 4, 3, 3, 4, 2, 3, 4, 3, 3, 4, 3];

/// Whether it rose and improved, where it is told.
fn told(older: &[u8; 12], newer: &[u8; 12], kpi: Kpi) -> Option<(bool, bool)> {
    let revisions = vec![revision(1, two_dimensions()); 2];
    let returns = [returned(older), returned(newer)];
    let named = [("2025H1", &returns[0]), ("2025H2", &returns[1])];
    let mut series = Series::of(&revisions, &named);
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
    series.figures[1].changes = vec![all];
    let kpis = [kpi];
    let found = contraries(&kpis, &series.at(1));
    found.first().map(|it| (it.rose, it.improved))
}

#[test]
fn only_opposite_moves_that_are_both_proven_are_told() {
    let (up, down) = (Some(Better::Up), Some(Better::Down));
    let a = Some("A");
    for (older, newer, kpi, expected) in [
        // On time more often, and customers say less.
        (&HIGH, &LOW, kpi(97.0, up, a), Some((true, true))),
        (&LOW, &HIGH, kpi(83.0, up, a), Some((false, false))),
        // More complaints, and customers say more.
        (&LOW, &HIGH, kpi(97.0, down, a), Some((true, false))),
        (&HIGH, &LOW, kpi(83.0, down, a), Some((false, true))),
        // Both the same way.
        (&LOW, &HIGH, kpi(97.0, up, a), None),
        (&HIGH, &LOW, kpi(97.0, down, a), None),
        // The figure did not move, or the customers did not.
        (&HIGH, &LOW, kpi(90.0, up, a), None),
        (&HIGH, &HIGH, kpi(97.0, up, a), None),
        (&HIGH, &LOW, kpi(97.0, up, Some("B")), None),
        // Nobody said which way it is better, or what it acts on.
        (&HIGH, &LOW, kpi(97.0, None, a), None),
        (&HIGH, &LOW, kpi(97.0, up, None), None),
        (&HIGH, &LOW, kpi(97.0, up, Some("Z")), None),
    ] {
        let said = format!("{kpi:?}");
        assert_eq!(told(older, newer, kpi), expected, "{said}");
    }
}
