//! Groups of a name side by side.

use super::super::example::{framed, rated, two_dimensions};
use super::super::{
    FEW, Figure, Filter, GroupTest, Groups, Segment, SegmentKey, exact_figures, exact_groups,
    groups, segments,
};
use crate::model::{
    Answer, AnswerColumn, CustomerId, FrameEntry, ItemKind, LineageId, Questionnaire, Subject,
    WaveReturns, Weighting,
};

fn region() -> SegmentKey {
    SegmentKey::Attribute("区域".to_owned())
}

/// A customer a return, in regions of these sizes; those beyond the names have none.
fn wave(
    sizes: &[(&str, usize)],
    score: impl Fn(usize, usize) -> u8,
) -> (WaveReturns, Vec<FrameEntry>) {
    let places = sizes.iter().enumerate();
    let each = places.flat_map(|(at, (_, size))| (0..*size).map(move |n| (at, n)));
    let each: Vec<(usize, usize)> = each.collect();
    let rows: Vec<[u8; 4]> = each.iter().map(|(at, n)| [score(*at, *n); 4]).collect();
    let rows: Vec<&[u8]> = rows.iter().map(<[u8; 4]>::as_slice).collect();
    let mut returns = rated(&rows);
    for (returned, id) in returns.returns.iter_mut().zip(1..) {
        returned.customer = Some(CustomerId(id));
    }
    let mut frame = framed(each.len() as i64, &returns);
    for (entry, (at, _)) in frame.iter_mut().zip(&each) {
        entry.attributes.clear();
        let name = sizes[*at].0;
        if !name.is_empty() {
            entry.attributes.insert("区域".to_owned(), name.to_owned());
        }
    }
    (returns, frame)
}

fn by(key: &SegmentKey, (returns, frame): &(WaveReturns, Vec<FrameEntry>)) -> Segment {
    let all = segments(&two_dimensions(), returns, frame, &[]);
    all.into_iter().find(|it| it.key == *key).unwrap()
}

fn of(wave: &(WaveReturns, Vec<FrameEntry>)) -> Groups {
    let segment = by(&region(), wave);
    groups(
        &two_dimensions(),
        &wave.0,
        (&wave.1, &[]),
        &Filter::default(),
        &segment,
    )
}

fn names(groups: &Groups) -> Vec<(&str, usize, usize)> {
    let all = groups.groups.iter();
    all.map(|it| (it.value.as_str(), it.returns, it.customers))
        .collect()
}

#[test]
fn whoever_has_no_value_is_a_group_and_so_are_strangers() {
    let mut wave = wave(&[("东", 8), ("南", 7), ("", 4)], |_, n| 1 + (n % 5) as u8);
    wave.0.returns[0].customer = None;
    wave.0.returns[1].customer = Some(CustomerId(2));
    wave.0.returns[2].customer = Some(CustomerId(2));
    let found = of(&wave);
    assert_eq!(
        names(&found),
        [("东", 7, 6), ("南", 7, 7), (SegmentKey::NONE, 5, 5)]
    );
    let subjects: Vec<&Subject> = found.lines.iter().map(|it| &it.subject).collect();
    assert_eq!(
        subjects.len(),
        7,
        "index, two dimensions, four items: {subjects:?}"
    );
    let none = Filter::default().with(region(), SegmentKey::NONE);
    let alone = exact_figures(&two_dimensions(), &wave.0, &wave.1, &[], &none);
    assert_eq!(
        (alone.counted, &alone.index),
        (5, &found.lines[0].figures[2])
    );
}

#[test]
fn groups_apart_are_told_in_pairs_only_after_all_together() {
    // One region scores 2 and 3 where two others score 4 and 5.
    let score = |at: usize, n: usize| (if at == 2 { 2 } else { 4 }) + (n % 2) as u8;
    let found = of(&wave(&[("东", 12), ("南", 12), ("西", 12)], score));
    let index = &found.lines[0];
    assert!(index.test.differs());
    let apart: Vec<(usize, usize)> = index.pairs.iter().map(|it| (it.low, it.high)).collect();
    assert_eq!(apart, [(2, 0), (2, 1)]);
    assert!(
        index
            .pairs
            .iter()
            .all(|it| (it.difference - 40.0).abs() < 1e-9 && it.p < 0.05)
    );
    // Two dimensions of the same answers have twice the p of the index.
    let p = |at: usize| found.lines[at].test.p().unwrap();
    assert!((p(1) - 2.0 * p(0)).abs() < 1e-15);
    let alike = of(&wave(&[("东", 12), ("南", 12), ("西", 12)], |_, n| {
        3 + (n % 3) as u8
    }));
    assert!(
        alike
            .lines
            .iter()
            .all(|it| !it.test.differs() && it.pairs.is_empty())
    );
    assert!(alike.lines[0].test.p().is_some());
}

#[test]
fn nothing_is_tested_where_nothing_can_be() {
    let one = of(&wave(&[("东", 12), ("南", 4)], |_, n| 1 + (n % 5) as u8));
    assert_eq!(
        one.lines[0].test,
        GroupTest::TooFew,
        "the other stands on four"
    );
    assert!(
        one.lines[0]
            .figures
            .iter()
            .all(|it| it.few && it.score.is_none()),
        "found by subtraction"
    );
    let agreed = of(&wave(&[("东", 6), ("南", 6)], |at, _| 3 + at as u8));
    assert_eq!(agreed.lines[0].test, GroupTest::NoSpread);
    for sizes in [
        &[("东", 1), ("南", 2)][..],
        &[("东", 0), ("南", 2)],
        &[("东", 9)],
    ] {
        let wave = wave(sizes, |_, n| 1 + (n % 5) as u8);
        let found = of(&wave);
        assert!(
            found.lines.iter().all(|it| it.test == GroupTest::TooFew),
            "{sizes:?}"
        );
    }
    let mut nobody = wave(&[("东", 6), ("南", 6)], |_, _| 3);
    let segment = by(&region(), &nobody);
    nobody.0.returns.clear();
    nobody.0.columns.clear();
    let found = groups(
        &two_dimensions(),
        &nobody.0,
        (&nobody.1, &[]),
        &Filter::default(),
        &segment,
    );
    assert!(found.groups.is_empty() && found.lines.is_empty());
}

#[test]
fn a_return_in_several_groups_is_no_sample_of_its_own() {
    let mut questionnaire = two_dimensions();
    questionnaire.items[3].kind = ItemKind::Multi;
    questionnaire.items[3].segment = true;
    let (mut returns, frame) = wave(&[("东", 12)], |_, n| 1 + (n % 5) as u8);
    let ticks = |n: u8| {
        Answer::Options(if n.is_multiple_of(2) {
            vec![0, 1]
        } else {
            vec![1]
        })
    };
    returns.columns[3] = AnswerColumn::Other((0..12).map(ticks).collect());
    let all = segments(&questionnaire, &returns, &frame, &[]);
    let item = SegmentKey::Item(LineageId(4));
    let segment = all.iter().find(|it| it.key == item).unwrap();
    let found = groups(
        &questionnaire,
        &returns,
        (&frame, &[]),
        &Filter::default(),
        segment,
    );
    assert_eq!(names(&found), [("5", 6, 6), ("4", 12, 12)]);
    assert!(
        found
            .lines
            .iter()
            .all(|it| it.test == GroupTest::Overlapping)
    );
    assert!(found.lines[0].figures.iter().all(|it| it.score.is_some()));
}

/// Random waves: what is left of the whole when everything shown is taken away is nobody, or so many
/// that it may be shown; and each group alone is hidden under its filter as it is in the table.
#[test]
fn no_group_is_found_by_subtraction() {
    let mut random = fastrand::Rng::with_seed(17);
    let regions = ["东", "南", "西", "北", ""];
    for round in 0..300 {
        let sizes: Vec<(&str, usize)> = regions
            .iter()
            .map(|it| (*it, random.usize(0..11)))
            .collect();
        let mut wave = wave(&sizes, |_, n| 1 + (n % 5) as u8);
        let mut questionnaire = two_dimensions();
        if round % 3 == 0 {
            questionnaire.rules.weights = Weighting::Turnover;
            for entry in &mut wave.1 {
                entry.turnover = Some(f64::from(random.u32(1..40)).powi(2));
            }
        }
        for column in &mut wave.0.columns {
            if let AnswerColumn::Choice(codes) = column {
                codes
                    .iter_mut()
                    .filter(|_| random.usize(0..5) == 0)
                    .for_each(|it| *it = AnswerColumn::BLANK);
            }
        }
        check(&questionnaire, &wave);
    }
}

fn check(questionnaire: &Questionnaire, wave: &(WaveReturns, Vec<FrameEntry>)) {
    let (returns, frame) = wave;
    let all = segments(questionnaire, returns, frame, &[]);
    let Some(segment) = all.iter().find(|it| it.key == region()) else {
        return;
    };
    let nobody = Filter::default();
    let found = exact_groups(questionnaire, returns, (frame, &[]), &nobody, segment);
    let whole = exact_figures(questionnaire, returns, frame, &[], &nobody);
    let sum = |figures: &mut dyn Iterator<Item = &Figure>| figures.map(|it| it.n).sum::<usize>();
    for line in &found.lines {
        let left = sum(&mut line.figures.iter().filter(|it| it.few()));
        let shown = line.figures.iter().any(|it| !it.few());
        let hidden = line
            .figures
            .iter()
            .filter(|it| it.n > 0 && it.few())
            .count();
        assert!(
            !shown || left == 0 || (left >= FEW && hidden > 1),
            "{line:?}"
        );
    }
    assert_eq!(sum(&mut found.lines[0].figures.iter()), whole.index.n);
    for (at, group) in found.groups.iter().enumerate() {
        let alone = Filter::default().with(region(), &group.value);
        let alone = exact_figures(questionnaire, returns, frame, &[], &alone);
        let table = &found.lines[0].figures[at];
        let mut filtered = alone.index.clone();
        if questionnaire.rules.weights == Weighting::Turnover {
            // A figure under a filter minds the rest of the wave as well.
            assert!(filtered.few || !table.few);
            filtered.few = table.few;
        }
        assert_eq!(&filtered, table, "{}", group.value);
        assert_eq!(alone.counted, group.returns);
    }
}

#[test]
fn nobody_is_hidden_for_the_sake_of_customers_nobody_knows() {
    let mut wave = wave(&[("东", 12), ("南", 9), ("", 2)], |_, n| {
        1 + (n % 5) as u8
    });
    let few = |wave: &(WaveReturns, Vec<FrameEntry>)| -> Vec<bool> {
        let figures = of(wave).lines[0].figures.clone();
        figures.iter().map(Figure::few).collect()
    };
    assert_eq!(few(&wave), [false, true, true], "two customers of the list");
    wave.0.returns[21].customer = None;
    assert_eq!(few(&wave), [false, true, true], "one of them");
    wave.0.returns[22].customer = None;
    assert_eq!(few(&wave), [false, false, true]);
    let south = Filter::default().with(region(), "南");
    let south = exact_figures(&two_dimensions(), &wave.0, &wave.1, &[], &south);
    assert!(!south.index.few);
}

#[test]
fn values_together_do_not_tell_of_those_hidden_alone() {
    let wave = wave(
        &[("东", 20), ("南", 17), ("西", 3), ("北", 4)],
        |_, n| 1 + (n % 5) as u8,
    );
    let few = |values: &[&str]| {
        let filter = values
            .iter()
            .fold(Filter::default(), |it, value| it.with(region(), *value));
        exact_figures(&two_dimensions(), &wave.0, &wave.1, &[], &filter)
            .index
            .few
    };
    assert!(!few(&["东"]) && !few(&["南"]) && few(&["西"]) && few(&["北"]));
    assert!(
        few(&["东", "西"]) && few(&["东", "南", "北"]),
        "three, or four, beside the rest"
    );
    assert!(
        !few(&["西", "北"]) && !few(&["东", "西", "北"]),
        "seven together"
    );
}
