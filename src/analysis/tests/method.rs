//! Every worked number of the method that waves give. Those of t tests and Holm stand in
//! `compare`.

use super::super::example::{dimension, five, framed, item, rated, scale, six, two_dimensions};
use super::super::figures::exact_figures;
use super::super::{Filter, Ledger, alpha, nps, wilson};
use super::{near, plain};
use crate::model::{IndexRule, Normalisation, Questionnaire, Rules};

/// Twelve questions, the first not scored.
fn twelve() -> Questionnaire {
    let mut questionnaire = Questionnaire {
        dimensions: vec![dimension("全部", None, 1.0)],
        items: (1..=12)
            .map(|lineage| item(lineage, Some("全部"), Some(five())))
            .collect(),
        ..Questionnaire::default()
    };
    questionnaire.items[0].scored = false;
    questionnaire
}

#[test]
fn all_answers_worth_four_are_80_and_satisfied() {
    for index in [IndexRule::ByDimension, IndexRule::Pooled] {
        let mut questionnaire = twelve();
        questionnaire.rules.index = index;
        let figures = plain(
            &questionnaire,
            &rated(&[&[1, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4]]),
        );
        assert_eq!(figures.index.score, Some(80.0));
        assert_eq!(figures.index.band.as_deref(), Some("满意"));
        let reached: f64 = figures.items[1..].iter().filter_map(|item| item.mean).sum();
        near(reached, 44.0, 1e-12);
    }
}

#[test]
fn all_answers_worth_three_are_60_and_hardly_satisfied() {
    for scores in [&[5.0, 4.0, 3.0, 2.0, 1.0][..], &[5.0, 3.0, 1.0]] {
        let mut questionnaire = twelve();
        for item in &mut questionnaire.items {
            item.scale = Some(scale(scores, 1));
        }
        let middle = (scores.len() / 2) as u8;
        let row = vec![5 - middle; 12];
        let figures = plain(&questionnaire, &rated(&[&row]));
        assert_eq!(figures.index.score, Some(60.0));
        assert_eq!(figures.index.band.as_deref(), Some("不太满意"));
    }
}

#[test]
fn ten_answered_with_45_of_50_are_exactly_90() {
    for index in [IndexRule::ByDimension, IndexRule::Pooled] {
        let mut questionnaire = twelve();
        questionnaire.rules.index = index;
        let figures = plain(
            &questionnaire,
            &rated(&[&[3, 5, 5, 5, 5, 5, 4, 4, 4, 4, 4, 0]]),
        );
        assert_eq!(figures.index.score, Some(90.0));
        assert_eq!(figures.index.band.as_deref(), Some("很满意"));
    }
}

#[test]
fn over_90_leaves_exactly_90_without_its_band() {
    let mut questionnaire = twelve();
    questionnaire.rules.bands_rule = crate::model::Bound::Above;
    questionnaire.rules.bands.truncate(1);
    let figures = plain(
        &questionnaire,
        &rated(&[&[3, 5, 5, 5, 5, 5, 4, 4, 4, 4, 4, 0]]),
    );
    assert_eq!(figures.index.score, Some(90.0));
    assert_eq!(figures.index.band, None);
}

#[test]
fn ledger_of_30_25_22_21() {
    let ledger = Ledger::new(Some(30), Some(25), 22, 21);
    near(ledger.coverage, 0.833, 5e-4);
    near(ledger.return_rate, 0.880, 5e-4);
    near(ledger.valid_rate, 0.955, 5e-4);
}

#[test]
fn satisfaction_rate_of_35_and_43_percent() {
    let mut questionnaire = two_dimensions();
    questionnaire.items.truncate(1);
    let rows: Vec<[u8; 1]> = [(35, 5), (43, 4), (12, 3), (10, 1)]
        .into_iter()
        .flat_map(|(times, score)| vec![[score]; times])
        .collect();
    let rows: Vec<&[u8]> = rows.iter().map(<[u8; 1]>::as_slice).collect();
    let figures = plain(&questionnaire, &rated(&rows));
    near(figures.items[0].figure.satisfied, 0.78, 1e-12);
    near(figures.index.satisfied, 0.78, 1e-12);
    assert_eq!(figures.index.satisfied_low, None);
    let counts: Vec<usize> = figures.items[0].counts.iter().map(|one| one.n).collect();
    assert_eq!(
        counts,
        [35, 43, 12, 0, 10],
        "unused options keep their place"
    );
}

#[test]
fn four_levels_scored_5_4_3_1() {
    let mut questionnaire = two_dimensions();
    for item in &mut questionnaire.items {
        item.scale = Some(scale(&[5.0, 4.0, 3.0, 1.0], 2));
    }
    // Options 0 to 3 are 很满意 满意 较不满意 不满意.
    let figures = plain(&questionnaire, &rated(&[&[5, 4, 3, 2]]));
    let scores: Vec<f64> = figures
        .items
        .iter()
        .filter_map(|one| one.figure.score)
        .collect();
    assert_eq!(scores, [100.0, 80.0, 60.0, 20.0]);
    assert_eq!(figures.index.satisfied, Some(0.5));
}

#[test]
fn wilson_intervals() {
    for (hits, n, population, low, high, digits) in [
        (22, 22, None, 0.851, 1.0, 5e-4),
        (18, 22, None, 0.615, 0.927, 5e-4),
        (11, 22, None, 0.3072, 0.6928, 5e-5),
        (11, 22, Some(30), 0.3928, 0.6072, 5e-5),
        // Within 5 % of the population nothing is corrected; nor beyond it.
        (11, 22, Some(440), 0.3072, 0.6928, 5e-5),
        (11, 22, Some(21), 0.3072, 0.6928, 5e-5),
        // Everybody was asked: nothing is uncertain.
        (11, 22, Some(22), 0.5, 0.5, 0.0),
    ] {
        let rate = wilson(hits, n, population).unwrap();
        near(rate.low, low, digits);
        near(rate.high, high, digits);
    }
}

#[test]
fn wilson_agrees_with_statsmodels() {
    // statsmodels 0.15: proportion_confint(k, n, method="wilson"), with a population of N
    // for k·m/n and m = n(N−1)/(N−n) in place of k and n.
    for (hits, n, population, low, high) in [
        (
            18,
            22,
            None,
            0.614_833_925_628_734_5,
            0.926_931_154_165_779_4,
        ),
        (0, 7, None, 0.0, 0.354_330_435_066_687_5),
        (1, 1, None, 0.206_549_314_377_237_4, 1.0),
        (
            18,
            22,
            Some(40),
            0.686_481_540_828_690_5,
            0.902_422_307_764_608,
        ),
    ] {
        let rate = wilson(hits, n, population).unwrap();
        near(rate.low, low, 1e-12);
        near(rate.high, high, 1e-12);
    }
    assert_eq!(wilson(0, 0, Some(4)), None);
}

#[test]
fn six_returns_by_dimension() {
    let figures = plain(&two_dimensions(), &six());
    let (a, b) = (&figures.dimensions[0].figure, &figures.dimensions[1].figure);
    near(a.score, 75.0, 1e-9);
    near(a.sd, 18.708, 5e-4);
    near(b.score, 66.667, 5e-4);
    near(figures.index.score, 71.667, 5e-4);
    near(figures.index.sd, 17.862, 5e-4);
    near(figures.index.low, 52.92, 5e-3);
    near(figures.index.high, 90.41, 5e-3);
    assert_eq!(figures.index.n, 6);
    assert_eq!(figures.index.band.as_deref(), Some("基本满意"));
    assert_eq!(figures.index.target_met, Some(false));
    let index: Vec<f64> = figures.by_return.index.iter().flatten().copied().collect();
    for (value, expected) in index.iter().zip([82.0, 80.0, 60.0, 96.0, 66.0, 46.0]) {
        near(*value, expected, 1e-9);
    }
}

#[test]
fn six_of_a_frame_of_ten() {
    let returns = six();
    let frame = framed(10, &returns);
    let with = |frame: &[_]| {
        exact_figures(&two_dimensions(), &returns, frame, &[], &Filter::default()).index
    };
    let index = with(&frame);
    near(index.low, 59.81, 5e-3);
    near(index.high, 83.52, 5e-3);
    // A census leaves no uncertainty, more values than customers leave the size unknown.
    let census = with(&frame[..6]);
    assert_eq!((census.low, census.high), (census.score, census.score));
    near(with(&frame[..5]).low, 52.92, 5e-3);
    // 6 of 120 are 5 %, and that is not more than 5 %.
    near(with(&framed(120, &returns)).low, 52.92, 5e-3);
    assert!(with(&framed(119, &returns)).low > with(&framed(120, &returns)).low);
}

#[test]
fn six_returns_pooled_and_by_min_and_max() {
    let with = |rules: Rules| {
        let questionnaire = Questionnaire {
            rules,
            ..two_dimensions()
        };
        plain(&questionnaire, &six()).index.score
    };
    let pooled = Rules {
        index: IndexRule::Pooled,
        ..Rules::default()
    };
    near(with(pooled.clone()), 70.833, 5e-4);
    let min_max = Rules {
        normalisation: Normalisation::MinMax,
        ..Rules::default()
    };
    near(with(min_max), 64.583, 5e-4);
    // (Σx − 4)/16 of each return: 12, 12, 8, 15, 9 and 5 of 16.
    let both = Rules {
        normalisation: Normalisation::MinMax,
        ..pooled
    };
    near(with(both), 100.0 * 61.0 / 96.0, 1e-9);
}

#[test]
fn cronbach_over_the_four_items() {
    let columns: Vec<Vec<f64>> = (0..4)
        .map(|item| {
            let six = super::super::example::SIX.iter();
            six.map(|row| 20.0 * f64::from(row[item])).collect()
        })
        .collect();
    let reliability = alpha(&columns).unwrap();
    near(reliability.raw, 0.91954, 5e-6);
    near(reliability.standardised, 0.92574, 5e-6);
    assert!(reliability.rough && reliability.n == 6);
    // numpy: k/(k−1)·(1 − Σ var(ddof=1) / var of the sums) over np.delete(M, i, 1).
    let dropped = [
        0.893_617_021_3,
        0.886_075_949_4,
        0.930_612_244_9,
        0.865_671_641_8,
    ];
    for (item, expected) in reliability.items.iter().zip(dropped) {
        near(item.if_dropped, expected, 1e-9);
    }
    assert_eq!(alpha(&columns[..1]), None);
    assert_eq!(alpha(&[vec![1.0, 1.0], vec![2.0, 2.0]]), None);
    assert_eq!(alpha(&[vec![1.0, 2.0], vec![2.0]]), None);
}

#[test]
fn nps_of_12_promoters_and_4_detractors() {
    let nps_of_22 = nps(12, 4, 22).unwrap();
    near(nps_of_22.score, 36.4, 0.05);
    near(nps_of_22.low, 1.7, 0.05);
    near(nps_of_22.high, 62.3, 0.05);
    assert_eq!(nps(0, 0, 0), None);
    assert_eq!(nps(3, 3, 5), None);
}
