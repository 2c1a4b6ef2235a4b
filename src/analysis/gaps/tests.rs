use super::*;
use crate::analysis::example::{five, item, rated, scale, two_dimensions};
use crate::analysis::{Filter, exact_figures, figures};
use crate::model::{CustomerId, WaveReturns};

/// Items 1 and 2 with a question each of what is wanted of them, 5 and 6.
fn asked() -> Questionnaire {
    let mut asked = two_dimensions();
    for (lineage, of) in [(5, "I1"), (6, "I2")] {
        let mut asking = item(lineage, None, Some(five()));
        asking.scored = false;
        asking.importance_of = Some(of.to_owned());
        asked.items.push(asking);
    }
    asked
}

fn of(asked: &Questionnaire, returns: &WaveReturns, exact: bool) -> Gaps {
    let filter = Filter::default();
    let compute = if exact { exact_figures } else { figures };
    let figures = compute(asked, returns, &[], &[], &filter);
    let panel = Panel::of(asked, returns, &[], &[], &filter);
    let columns: Vec<Column> = (asked.items.iter().zip(&returns.columns))
        .map(|(item, column)| Column::read(item, Some(column), &panel.rows))
        .collect();
    gaps(asked, &columns, &panel, &figures)
}

/// Found of item 1, wanted of it, found of item 2, wanted of it; 0 is a blank.
const EIGHT: [[u8; 4]; 8] = [
    [3, 5, 4, 4],
    [4, 5, 5, 4],
    [2, 4, 3, 4],
    [3, 5, 4, 3],
    [4, 4, 5, 5],
    [3, 5, 0, 5],
    [5, 5, 4, 4],
    [2, 5, 3, 3],
];

fn returned(rows: &[[u8; 4]]) -> WaveReturns {
    let rows: Vec<[u8; 6]> = rows
        .iter()
        .map(|[one, want_one, two, want_two]| [*one, *two, 4, 4, *want_one, *want_two])
        .collect();
    let rows: Vec<&[u8]> = rows.iter().map(<[u8; 6]>::as_slice).collect();
    rated(&rows)
}

fn near(value: f64, expected: f64) {
    assert!((value - expected).abs() < 1e-6, "{value} {expected}");
}

#[test]
fn the_gap_is_that_of_the_returns_that_answered_both() {
    let all = of(&asked(), &returned(&EIGHT), false);
    let [first, second] = &all.items[..] else {
        panic!("{all:?}")
    };
    // d = 20*(a[:,1]-a[:,0]); scipy.stats.ttest_1samp(d, 0), .confidence_interval()
    near(first.difference(), 30.000_000_000);
    let test = first.test.unwrap();
    let (low, high) = test.interval().unwrap();
    near(low, 12.125_120_818);
    near(high, 47.874_879_182);
    near(test.p().unwrap(), 0.005_401_769);
    // scipy.stats.false_discovery_control([p1, p2])
    near(first.p_adjusted.unwrap(), 0.010_803_539);
    assert_eq!((first.n, first.verdict), (8, Verdict::Rose));
    assert_eq!((second.n, second.verdict), (7, Verdict::CannotTell));
    near(second.difference(), -2.857_142_857);
    near(second.test.unwrap().p().unwrap(), 0.603_645_057);
    near(second.wanted - second.found, second.difference());
}

#[test]
fn of_too_few_customers_nothing_is_shown() {
    for n in 1..=8 {
        let all = of(&asked(), &returned(&EIGHT[..n]), false);
        assert!(all.items.iter().all(|it| it.hidden == (it.n < 5)), "{n}");
        let exact = of(&asked(), &returned(&EIGHT[..n]), true);
        assert_eq!(exact.items.len(), 2, "programs reckon with them");
    }
    // Eight returns of four customers.
    let mut returns = returned(&EIGHT);
    for (at, it) in returns.returns.iter_mut().enumerate() {
        it.customer = Some(CustomerId(at as i64 % 4));
    }
    let all = of(&asked(), &returns, false);
    assert!(all.items.iter().all(|it| it.hidden));
}

#[test]
fn answers_on_another_scale_are_not_held_against_each_other() {
    let mut asked = asked();
    asked.items[4].scale = Some(scale(&[5.0, 3.0, 1.0], 1));
    asked.items[5].scale = Some(scale(&[3.0, 2.0, 1.0], 1));
    let mut returns = returned(&EIGHT);
    returns.columns.truncate(4);
    for _ in 0..2 {
        let column = rated(&EIGHT.each_ref().map(|_| &[5_u8][..])).columns;
        returns.columns.extend(column);
    }
    let all = of(&asked, &returns, false);
    let codes: Vec<&str> = all.items.iter().map(|it| it.code.as_str()).collect();
    assert_eq!(codes, ["I1"], "from 20 to 100 in both");
    assert_eq!(all.unlike, [LineageId(2)]);
}

#[test]
fn without_such_questions_and_without_answers_there_is_none() {
    let plain = of(&two_dimensions(), &returned(&EIGHT), false);
    assert_eq!(plain, Gaps::default());
    let nobody = of(&asked(), &returned(&[[0, 5, 4, 0]; 6]), false);
    assert!(nobody.items.is_empty(), "nobody answered both");
    // All find just what they want: no test, and no difference.
    let same = of(&asked(), &returned(&[[4, 4, 5, 5]; 6]), false);
    assert!(same.items.iter().all(|it| it.verdict == Verdict::NoChange));
}
