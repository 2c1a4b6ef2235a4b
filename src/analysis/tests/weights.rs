//! Returns that weigh by their customers' turnover.

use super::super::exact_figures;
use super::super::example::{customers, framed, rated, six, two_dimensions};
use super::super::{Filter, Note};
use super::near;
use super::people::known;
use crate::model::{CustomerId, Questionnaire, Rules, Weighting};

fn by_turnover() -> Questionnaire {
    Questionnaire {
        rules: Rules {
            weights: Weighting::Turnover,
            ..Rules::default()
        },
        ..two_dimensions()
    }
}

#[test]
fn weights_by_turnover_agree_with_statsmodels() {
    // statsmodels 0.15: DescrStatsW([82, 80, 60, 96, 66, 46], weights=w·n_eff/Σw, ddof=1)
    // with w = [5, 3, 1, 8, 2, 1]: mean and std.
    let customers = customers(&[5.0, 3.0, 1.0, 8.0, 2.0, 1.0].map(Some));
    let returns = known();
    let figures = exact_figures(
        &by_turnover(),
        &returns,
        &[],
        &customers,
        &Filter::default(),
    );
    let index = &figures.index;
    near(index.score, 82.8, 1e-9);
    near(index.sd, 16.147_964_477_195_16, 1e-9);
    // The bounded interval with n_eff of 3.846; how it was made is in tests/README.md.
    near(index.low, 50.793_302_207_843, 1e-9);
    near(index.high, 96.412_956_424_945, 1e-9);
    assert!(
        index.few,
        "so uneven that they tell no more than four would"
    );
    assert_eq!(index.n, 6);
    // np.average([5, 4, 3, 5, 4, 2], weights=w) = 4.5
    near(figures.items[0].mean, 4.5, 1e-12);
    near(figures.items[0].figure.score, 90.0, 1e-9);
    // Counts and rates are of answers, whoever gave them.
    assert_eq!(figures.items[0].counts[0].n, Some(2));
    near(figures.items[0].figure.satisfied, 4.0 / 6.0, 1e-12);
    assert!(figures.notes.is_empty());
}

#[test]
fn the_frame_corrects_by_heads_also_under_weights() {
    let customers = customers(&[5.0, 3.0, 1.0, 8.0, 2.0, 1.0].map(Some));
    let returns = known();
    let mut frame = framed(10, &returns);
    for (entry, customer) in frame.iter_mut().zip(&customers) {
        entry.turnover = customer.turnover;
    }
    let index = exact_figures(
        &by_turnover(),
        &returns,
        &frame,
        &customers,
        &Filter::default(),
    )
    .index;
    // Six of ten, however they weigh.
    near(index.frame_low, 62.025_376_236_263, 1e-9);
    near(index.frame_high, 93.867_870_524_862, 1e-9);
}

#[test]
fn equal_turnovers_weigh_like_none() {
    let equal = super::plain(&two_dimensions(), &six()).index;
    let customers = customers(&[Some(3e5); 6]);
    let index = exact_figures(
        &by_turnover(),
        &known(),
        &[],
        &customers,
        &Filter::default(),
    )
    .index;
    near(index.score, equal.score.unwrap(), 1e-9);
    near(index.sd, equal.sd.unwrap(), 1e-9);
    near(index.high, equal.high.unwrap(), 1e-9);
}

#[test]
fn a_customer_without_turnover_weighs_nothing_and_is_listed() {
    let customers = customers(&[
        Some(1.0),
        None,
        Some(1.0),
        Some(0.0),
        Some(f64::NAN),
        Some(2.0),
    ]);
    let mut returns = known();
    returns.returns[5].customer = None;
    let figures = exact_figures(
        &by_turnover(),
        &returns,
        &[],
        &customers,
        &Filter::default(),
    );
    near(figures.index.score, (82.0 + 60.0) / 2.0, 1e-9);
    assert_eq!(figures.index.n, 6);
    assert_eq!(
        figures.notes,
        [
            Note::WithoutTurnover(vec![CustomerId(2), CustomerId(5)]),
            Note::WithoutCustomer(1)
        ]
    );
}

#[test]
fn nobody_weighs_anything_means_no_score() {
    let figures = exact_figures(&by_turnover(), &known(), &[], &[], &Filter::default());
    assert_eq!((figures.index.score, figures.index.n), (None, 6));
    assert_eq!((figures.index.sd, figures.index.band.clone()), (None, None));
    near(figures.index.satisfied, 0.5, 1e-12);
}

#[test]
fn one_giant_among_dwarfs_has_no_interval_worth_printing() {
    let mut turnovers = [Some(1e-9); 6];
    turnovers[0] = Some(1e300);
    let index = exact_figures(
        &by_turnover(),
        &known(),
        &[],
        &customers(&turnovers),
        &Filter::default(),
    )
    .index;
    near(index.score, 82.0, 1e-6);
    assert_eq!((index.low, index.high), (None, None));
}

#[test]
fn equal_answers_have_no_spread_and_unequal_weights_make_them_one_answer() {
    let turnovers = [100.0, 1.0, 0.3].map(Some);
    let mut returns = rated(&[&[2, 2, 2, 2], &[2, 2, 2, 2], &[2, 2, 2, 2]]);
    for (returned, id) in returns.returns.iter_mut().zip(1..) {
        returned.customer = Some(CustomerId(id));
    }
    let customers = customers(&turnovers);
    let made = exact_figures(
        &by_turnover(),
        &returns,
        &[],
        &customers,
        &Filter::default(),
    );
    for figure in [&made.index, &made.items[0].figure] {
        assert_eq!((figure.score, figure.sd), (Some(40.0), Some(0.0)));
        assert!(figure.few, "one customer holds nearly all");
        assert!(figure.high.unwrap() - figure.low.unwrap() > 79.0);
    }
}
