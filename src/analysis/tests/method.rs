//! Every worked number of the method that waves give. Those of t tests and Holm stand in
//! `compare`.

use super::super::exact_figures;
use super::super::example::{dimension, five, framed, item, rated, scale, six, two_dimensions};
use super::super::{Filter, Ledger, alpha, nps, wilson};
use super::{near, plain};
use crate::model::{CustomerId, IndexRule, Normalisation, Questionnaire, Rules, WaveReturns};

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
    let figure = &figures.index;
    near(figure.dissatisfied, 0.10, 1e-12);
    near(figure.middle, 0.12, 1e-12);
    let counts: Vec<usize> = figures.items[0]
        .counts
        .iter()
        .filter_map(|one| one.n)
        .collect();
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
    for (hits, n, low, high, digits) in [
        (22, 22, 0.851, 1.0, 5e-4),
        (18, 22, 0.615, 0.927, 5e-4),
        (11, 22, 0.3072, 0.6928, 5e-5),
    ] {
        let rate = wilson(hits, n).unwrap();
        near(rate.low, low, digits);
        near(rate.high, high, digits);
    }
}

#[test]
fn wilson_agrees_with_statsmodels() {
    // statsmodels 0.15: proportion_confint(k, n, method="wilson").
    for (hits, n, low, high) in [
        (18, 22, 0.614_833_925_628_734_5, 0.926_931_154_165_779_4),
        (0, 7, 0.0, 0.354_330_435_066_687_5),
        (1, 1, 0.206_549_314_377_237_4, 1.0),
    ] {
        let rate = wilson(hits, n).unwrap();
        near(rate.low, low, 1e-12);
        near(rate.high, high, 1e-12);
    }
    assert_eq!(wilson(0, 0), None);
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
    near(figures.index.low, 52.423_819, 5e-7);
    near(figures.index.high, 86.392_767, 5e-7);
    near(a.satisfied, 7.0 / 12.0, 1e-12);
    near(a.satisfied_low, 0.180_699, 5e-7);
    near(a.satisfied_high, 0.898_855, 5e-7);
    near(figures.index.satisfied_low, 0.184_613, 5e-7);
    near(figures.index.satisfied_high, 0.815_387, 5e-7);
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
    let mut returns = six();
    for (it, customer) in returns.returns.iter_mut().zip(1..) {
        it.customer = Some(CustomerId(customer));
    }
    let of = |frame: i64, returns: &WaveReturns| {
        let frame = framed(frame, returns);
        exact_figures(&two_dimensions(), returns, &frame, &[], &Filter::default())
    };
    let figures = of(10, &returns);
    near(figures.index.frame_low, 59.274_109, 5e-7);
    near(figures.index.frame_high, 82.015_112, 5e-7);
    near(figures.index.low, 52.423_819, 5e-7);
    let silent = figures.silent.unwrap();
    assert_eq!((silent.frame, silent.answered), (10, 6));
    near(silent.must_score, 105.0, 1e-9);
    // Everybody answered: these customers leave nothing open, what they stand for does.
    let census = of(6, &returns);
    let index = census.index;
    assert_eq!(
        (index.frame_low, index.frame_high),
        (index.score, index.score)
    );
    near(index.low, 52.423_819, 5e-7);
    assert_eq!(census.silent.unwrap().must_score, None);
    // The fraction counts whatever the size of the frame: 6 of 1,000 narrow a little.
    let large = of(1000, &returns).index;
    assert!(large.frame_low > large.low && large.frame_high < large.high);
    // A stranger's score is no part of the list's mean: 82, 80, 60, 66 and 46 are.
    returns.returns[3].customer = None;
    near(of(10, &returns).silent.unwrap().must_score, 103.2, 1e-9);
    // Second returns and strangers are no further customers of the list.
    returns.returns[5].customer = Some(CustomerId(1));
    returns.returns[4].customer = Some(CustomerId(99));
    returns.returns[3].customer = None;
    let fewer = of(10, &returns);
    assert_eq!(fewer.silent.unwrap().answered, 3);
    assert!(fewer.index.frame_low < figures.index.frame_low);
    assert!(!fewer.index.few, "five customers");
    returns.returns[4].customer = Some(CustomerId(1));
    assert!(of(10, &returns).index.few, "six returns of four customers");
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
