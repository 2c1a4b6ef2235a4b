//! Customers: weights by turnover, filters, segments, the ledger.

use std::collections::BTreeSet;

use super::super::example::{customers, framed, rated, six, two_dimensions};
use super::super::{
    Filter, FilterError, Note, SegmentKey, figures, reach, resolve, segments, turnover_share,
    unanswered,
};
use super::near;
use crate::model::{CustomerId, LineageId, Questionnaire, Rules, WaveReturns, Weighting};

fn by_turnover() -> Questionnaire {
    Questionnaire {
        rules: Rules {
            weights: Weighting::Turnover,
            ..Rules::default()
        },
        ..two_dimensions()
    }
}

/// The six returns, from customers 1 to 6.
fn known() -> WaveReturns {
    let mut returns = six();
    for (at, returned) in returns.returns.iter_mut().enumerate() {
        returned.customer = Some(CustomerId(at as i64 + 1));
    }
    returns
}

fn region(value: &str) -> Filter {
    Filter::default().with(SegmentKey::Attribute("区域".to_owned()), value)
}

#[test]
fn weights_by_turnover_agree_with_statsmodels() {
    // statsmodels 0.15: DescrStatsW([82, 80, 60, 96, 66, 46], weights=w·n_eff/Σw, ddof=1)
    // with w = [5, 3, 1, 8, 2, 1]: mean, std and tconfint_mean().
    let customers = customers(&[5.0, 3.0, 1.0, 8.0, 2.0, 1.0].map(Some));
    let returns = known();
    let figures = figures(
        &by_turnover(),
        &returns,
        &[],
        &customers,
        &Filter::default(),
    );
    let index = &figures.index;
    near(index.score, 82.8, 1e-9);
    near(index.sd, 16.147_964_477_195_16, 1e-9);
    near(index.low, 55.776_308_650_123_91, 1e-9);
    near(index.high, 109.823_691_349_876_1, 1e-9);
    assert_eq!(index.n, 6);
    // np.average([5, 4, 3, 5, 4, 2], weights=w) = 4.5
    near(figures.items[0].mean, 4.5, 1e-12);
    near(figures.items[0].figure.score, 90.0, 1e-9);
    // Counts and rates are of answers, whoever gave them.
    assert_eq!(figures.items[0].counts[0].n, 2);
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
    let index = figures(
        &by_turnover(),
        &returns,
        &frame,
        &customers,
        &Filter::default(),
    )
    .index;
    // The half-width above times √(1 − 6/10).
    near(index.low, 65.708_716_909_800_26, 1e-9);
    near(index.high, 99.891_283_090_199_74, 1e-9);
}

#[test]
fn equal_turnovers_weigh_like_none() {
    let equal = super::plain(&two_dimensions(), &six()).index;
    let customers = customers(&[Some(3e5); 6]);
    let index = figures(
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
    let figures = figures(
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
    let figures = figures(&by_turnover(), &known(), &[], &[], &Filter::default());
    assert_eq!((figures.index.score, figures.index.n), (None, 6));
    assert_eq!((figures.index.sd, figures.index.band.clone()), (None, None));
    near(figures.index.satisfied, 0.5, 1e-12);
}

#[test]
fn one_giant_among_dwarfs_has_no_interval_worth_printing() {
    let mut turnovers = [Some(1e-9); 6];
    turnovers[0] = Some(1e300);
    let index = figures(
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
fn equal_answers_have_no_spread_however_unequal_the_weights() {
    let turnovers = [100.0, 1.0, 0.3].map(Some);
    let mut returns = rated(&[&[2, 2, 2, 2], &[2, 2, 2, 2], &[2, 2, 2, 2]]);
    for (returned, id) in returns.returns.iter_mut().zip(1..) {
        returned.customer = Some(CustomerId(id));
    }
    let customers = customers(&turnovers);
    let made = figures(
        &by_turnover(),
        &returns,
        &[],
        &customers,
        &Filter::default(),
    );
    for figure in [&made.index, &made.items[0].figure] {
        assert_eq!((figure.score, figure.sd), (Some(40.0), Some(0.0)));
        assert_eq!((figure.low, figure.high), (Some(40.0), Some(40.0)));
    }
}

#[test]
fn a_filter_narrows_returns_and_frame_alike() {
    let returns = known();
    let frame = framed(10, &returns);
    let figures = figures(&two_dimensions(), &returns, &frame, &[], &region("华东"));
    // Customers 1, 3, 5, 7 and 9; the first five of ten were sent the form.
    assert_eq!(figures.ledger.frame, Some(5));
    assert_eq!(figures.ledger.issued, Some(5));
    assert_eq!((figures.ledger.returned, figures.index.n), (3, 3));
    near(figures.index.score, (82.0 + 60.0 + 66.0) / 3.0, 1e-9);
    assert_eq!(figures.by_return.index[1], None);
    // Three of five; scipy: x.mean() - t.ppf(.975, 2)*x.std(ddof=1)/3**.5*(1-3/5)**.5
    near(figures.index.low, 51.465_952_304_114, 1e-9);
}

#[test]
fn names_must_all_hold_and_values_are_alternatives() {
    let returns = known();
    let frame = framed(10, &returns);
    let rows =
        |filter: &Filter| super::super::counted(&two_dimensions(), &returns, &frame, &[], filter);
    assert_eq!(
        rows(&region("华东").with(SegmentKey::Attribute("区域".to_owned()), "华南")),
        [0, 1, 2, 3, 4, 5]
    );
    assert_eq!(
        rows(&region("华东").with(SegmentKey::Key, SegmentKey::YES)),
        [0, 2]
    );
    assert_eq!(rows(&region("华北")), Vec::<usize>::new());
    assert_eq!(
        rows(&Filter::default().with(SegmentKey::Customer, "C002")),
        Vec::<usize>::new()
    );
}

#[test]
fn answers_filter_too_and_leave_the_frame_unknown() {
    let mut questionnaire = two_dimensions();
    questionnaire.items[0].segment = true;
    let returns = known();
    let frame = framed(10, &returns);
    let filter = Filter::default()
        .with(SegmentKey::Item(LineageId(1)), "5")
        .with(SegmentKey::Item(LineageId(1)), "4");
    let narrowed = figures(&questionnaire, &returns, &frame, &[], &filter);
    assert_eq!(narrowed.index.n, 4);
    assert_eq!(
        (narrowed.ledger.frame, narrowed.ledger.coverage),
        (None, None)
    );
    assert_eq!(narrowed.notes, [Note::FrameNotFiltered]);
    let other = Filter::default().with(SegmentKey::Item(LineageId(77)), "5");
    assert_eq!(
        figures(&questionnaire, &returns, &frame, &[], &other)
            .index
            .n,
        0
    );
}

#[test]
fn more_values_than_customers_is_said() {
    let returns = known();
    let figures = figures(
        &two_dimensions(),
        &returns,
        &framed(4, &returns),
        &[],
        &Filter::default(),
    );
    assert_eq!(figures.notes, [Note::MoreThanFrame { n: 6, frame: 4 }]);
}

#[test]
fn segments_list_every_name_with_its_values() {
    let mut questionnaire = two_dimensions();
    questionnaire.items[3].segment = true;
    let returns = known();
    let all = segments(&questionnaire, &returns, &framed(10, &returns), &[]);
    let names: Vec<&str> = all.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["区域", "key", "题4"]);
    let values = |at: usize| {
        let values = all[at].values.iter();
        values
            .map(|one| (one.value.as_str(), one.returns, one.frame))
            .collect::<Vec<_>>()
    };
    assert_eq!(values(0), [("华东", 3, Some(5)), ("华南", 3, Some(5))]);
    assert_eq!(values(1), [("yes", 3, Some(3)), ("no", 3, Some(7))]);
    assert_eq!(values(2)[1..3], [("4", 1, None), ("3", 3, None)]);
}

#[test]
fn what_the_register_says_now_counts_only_for_those_outside_the_frame() {
    let returns = known();
    let mut register = customers(&[Some(1.0); 6]);
    for customer in &mut register {
        let _ = customer
            .attributes
            .insert("区域".to_owned(), "海外".to_owned());
    }
    let frame = framed(3, &returns);
    let all = segments(&two_dimensions(), &returns, &frame, &register);
    let counts: Vec<(&str, usize)> = all[0]
        .values
        .iter()
        .map(|one| (one.value.as_str(), one.returns))
        .collect();
    assert_eq!(counts, [("海外", 3), ("华东", 2), ("华南", 1)]);
}

#[test]
fn a_filter_is_found_by_names_people_write() {
    let mut questionnaire = two_dimensions();
    questionnaire.items[0].segment = true;
    let returns = known();
    let all = segments(&questionnaire, &returns, &framed(10, &returns), &[]);
    let found = resolve(
        &all,
        [("区域", "华东"), (" KEY", "Yes"), ("i1", "5"), ("题1", "4")],
    )
    .unwrap();
    let expected = region("华东")
        .with(SegmentKey::Key, SegmentKey::YES)
        .with(SegmentKey::Item(LineageId(1)), "5")
        .with(SegmentKey::Item(LineageId(1)), "4");
    assert_eq!(found, expected);
    let known = ["区域", "key", "题1"].map(str::to_owned).to_vec();
    assert_eq!(
        resolve(&all, [("行业", "电子")]),
        Err(FilterError::UnknownName {
            name: "行业".to_owned(),
            known
        })
    );
    assert_eq!(
        resolve(&all, [("区域", "华北")]),
        Err(FilterError::UnknownValue {
            name: "区域".to_owned(),
            value: "华北".to_owned(),
            known: vec!["华东".to_owned(), "华南".to_owned()],
        })
    );
}

#[test]
fn reach_counts_heads_and_turnover_of_the_register() {
    let register = customers(&[Some(5.0), Some(3.0), None, Some(8.0)]);
    let mut returns = rated(&[&[5, 5, 5, 5], &[4, 4, 4, 4], &[3, 3, 3, 3]]);
    returns.returns[0].customer = Some(CustomerId(1));
    returns.returns[1].customer = Some(CustomerId(1));
    returns.returns[2].customer = Some(CustomerId(4));
    returns.returns[2].void = Some("空白".to_owned());
    let reach = reach(&returns, &register);
    assert_eq!((reach.answered, reach.customers), (1, 4));
    near(reach.heads, 0.25, 1e-12);
    near(reach.turnover, 5.0 / 16.0, 1e-12);
    let some = BTreeSet::from([CustomerId(2), CustomerId(3)]);
    near(turnover_share(&some, &[], &register), 3.0 / 16.0, 1e-12);
    assert_eq!(turnover_share(&some, &[], &[]), None);
}

#[test]
fn who_was_asked_and_has_not_answered_by_turnover() {
    let returns = known();
    let mut frame = framed(10, &returns);
    frame[8].turnover = Some(50.0);
    frame[9].issued = None;
    assert_eq!(unanswered(&frame, &returns), [9, 7, 8].map(CustomerId));
}
