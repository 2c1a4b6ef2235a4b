//! Customers: filters, segments, the ledger.

use std::collections::BTreeSet;

use super::super::exact_figures;
use super::super::example::{customers, framed, rated, six, two_dimensions};
use super::super::{
    Filter, FilterError, Note, SegmentKey, reach, resolve, segments, turnover_share, unanswered,
};
use super::near;
use crate::model::{CustomerId, LineageId, WaveReturns};

/// The six returns, from customers 1 to 6.
pub(super) fn known() -> WaveReturns {
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
fn a_filter_narrows_returns_and_frame_alike() {
    let returns = known();
    let frame = framed(10, &returns);
    let figures = exact_figures(&two_dimensions(), &returns, &frame, &[], &region("华东"));
    // Customers 1, 3, 5, 7 and 9; the first five of ten were sent the form.
    assert_eq!(figures.ledger.frame, Some(5));
    assert_eq!(figures.ledger.issued, Some(5));
    assert_eq!((figures.ledger.returned, figures.index.n), (3, 3));
    near(figures.index.score, (82.0 + 60.0 + 66.0) / 3.0, 1e-9);
    assert_eq!(figures.by_return.index[1], None);
    // Three of five; how the expected value was made is in tests/README.md.
    near(figures.index.frame_low, 51.389_522_561_378, 1e-9);
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
    let narrowed = exact_figures(&questionnaire, &returns, &frame, &[], &filter);
    assert_eq!(narrowed.index.n, 4);
    assert_eq!(
        (narrowed.ledger.frame, narrowed.ledger.coverage),
        (None, None)
    );
    assert_eq!(narrowed.notes, [Note::FrameNotFiltered]);
    let other = Filter::default().with(SegmentKey::Item(LineageId(77)), "5");
    assert_eq!(
        exact_figures(&questionnaire, &returns, &frame, &[], &other)
            .index
            .n,
        0
    );
}

#[test]
fn answers_from_off_the_list_are_said() {
    let returns = known();
    let figures = exact_figures(
        &two_dimensions(),
        &returns,
        &framed(4, &returns),
        &[],
        &Filter::default(),
    );
    assert_eq!(figures.notes, [Note::OffList(2)]);
    assert_eq!(figures.silent.unwrap().answered, 4);
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
    let reach = reach(&returns, &[], &register);
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

#[test]
fn whom_a_filter_leaves_out_alone_hides_it() {
    // Ten answer, an index each; the first three are key accounts, odd ones in 华东.
    let rows: Vec<[u8; 4]> = (0..10).map(|at| [1 + at % 5; 4]).collect();
    let rows: Vec<&[u8]> = rows.iter().map(<[u8; 4]>::as_slice).collect();
    let mut returns = rated(&rows);
    for (it, customer) in returns.returns.iter_mut().zip(1..) {
        it.customer = Some(CustomerId(customer));
    }
    let frame = framed(10, &returns);
    let with =
        |filter: &Filter| exact_figures(&two_dimensions(), &returns, &frame, &[], filter).index;
    let others = Filter::default().with(SegmentKey::Key, SegmentKey::NO);
    let seven = with(&others);
    assert_eq!(
        (seven.n, seven.few),
        (7, true),
        "the three key accounts are the rest"
    );
    assert!(seven.score.is_some(), "computed all the same");
    assert!(!with(&region("华东")).few, "five and five");
    let both = region("华东").with(SegmentKey::Attribute("区域".to_owned()), "华南");
    assert!(!with(&both).few, "nobody is left out");
    let east_without_key = others.with(SegmentKey::Attribute("区域".to_owned()), "华东");
    assert!(
        with(&east_without_key).few,
        "three, and two are the rest of 华东"
    );
}
