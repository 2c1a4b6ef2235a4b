//! How the answers of a part fall on the options is hidden wherever its score is: it tells the score.

use super::super::example::{framed, rated, two_dimensions};
use super::super::{
    Filter, SegmentKey, WaveFigures, exact_figures, few_returns, figures, segments,
};
use crate::model::{CustomerId, FrameEntry, ItemKind, Questionnaire, WaveReturns};

/// Up to thirty returns of somewhat fewer customers in up to four regions, with blanks and "not
/// applicable", one item asking who would recommend.
fn wave(random: &mut fastrand::Rng) -> (Questionnaire, WaveReturns, Vec<FrameEntry>) {
    let mut asked = two_dimensions();
    let rows: Vec<[u8; 4]> = (0..random.usize(1..30))
        .map(|_| [(); 4].map(|()| *random.choice(&[0, 1, 2, 3, 4, 5, 5, 9]).unwrap_or(&5)))
        .collect();
    let rows: Vec<&[u8]> = rows.iter().map(<[u8; 4]>::as_slice).collect();
    let mut returns = rated(&rows);
    for (returned, id) in returns.returns.iter_mut().zip(1..) {
        let same = random.u8(..6) == 0;
        returned.customer = (random.u8(..20) > 0).then_some(CustomerId(if same { 1 } else { id }));
    }
    let mut frame = framed(rows.len() as i64, &returns);
    for entry in &mut frame {
        entry.attributes.clear();
        let region = ["", "东", "东", "东", "南", "南", "西"][random.usize(..7)];
        if !region.is_empty() {
            entry
                .attributes
                .insert("区域".to_owned(), region.to_owned());
        }
    }
    if random.bool() {
        asked.items[3].kind = ItemKind::Multi;
    }
    (asked, returns, frame)
}

/// Filters by one value, and by one of each of two names.
fn filters(asked: &Questionnaire, returns: &WaveReturns, frame: &[FrameEntry]) -> Vec<Filter> {
    let all = segments(asked, returns, frame, &[]);
    let values = all.iter().flat_map(|segment| {
        let values = segment.values.iter();
        values.map(|it| (segment.key.clone(), it.value.clone()))
    });
    let values: Vec<(SegmentKey, String)> = values.collect();
    let one = |(key, value): &(SegmentKey, String)| Filter::default().with(key.clone(), value);
    let pairs = values.iter().flat_map(|first| {
        let others = values.iter().filter(|other| other.0 != first.0);
        others.map(|(key, value)| one(first).with(key.clone(), value))
    });
    values.iter().map(one).chain(pairs).collect()
}

fn asserted(shown: &WaveFigures, exact: &WaveFigures) -> usize {
    let mut hidden = 0;
    for (item, known) in shown.items.iter().zip(&exact.items) {
        if item.figure.n == 0 {
            continue;
        }
        let whole_and_few = !shown.part && few_returns(item.figure.n);
        assert_eq!(
            item.hidden(),
            item.figure.few() && !whole_and_few,
            "{}",
            item.code
        );
        assert!(item.figure.score.is_none() || !item.hidden());
        let every = item.counts.iter().map(|it| it.n);
        match item.hidden() {
            true => assert!(every.clone().all(|n| n.is_none()), "all or none of an item"),
            false => assert_eq!(item.counts, known.counts),
        }
        for option in item.counts.iter().filter(|_| item.figure.few()) {
            assert_eq!((item.share_of(option), item.ticked(option)), (None, None));
        }
        assert!(!item.figure.few() || (item.nps, item.mean) == (None, None));
        hidden += usize::from(item.hidden());
    }
    hidden
}

#[test]
fn no_counts_tell_a_score_that_is_hidden() {
    let mut random = fastrand::Rng::with_seed(18);
    let (mut hidden, mut all) = (0, 0);
    for _ in 0..60 {
        let (asked, returns, frame) = wave(&mut random);
        let mut filters = filters(&asked, &returns, &frame);
        filters.push(Filter::default());
        for filter in &filters {
            let of = |compute: fn(&_, &_, &[_], &[_], &_) -> WaveFigures| {
                compute(&asked, &returns, &frame, &[], filter)
            };
            hidden += asserted(&of(figures), &of(exact_figures));
            all += asked.items.len();
        }
    }
    assert!(hidden > 60 && hidden < all, "{hidden} of {all}");
}

#[test]
fn what_is_hidden_of_one_group_is_not_the_whole_less_the_others() {
    let mut random = fastrand::Rng::with_seed(11);
    let mut found = 0;
    for _ in 0..120 {
        let (asked, returns, frame) = wave(&mut random);
        let of = |filter: &Filter| figures(&asked, &returns, &frame, &[], filter);
        let whole = of(&Filter::default());
        for segment in segments(&asked, &returns, &frame, &[]) {
            let parts = segment.with_unassigned();
            let each = parts
                .values
                .iter()
                .map(|it| of(&Filter::default().with(parts.key.clone(), &it.value)));
            let each: Vec<WaveFigures> = each.collect();
            for (at, item) in whole
                .items
                .iter()
                .enumerate()
                .filter(|(_, it)| !it.hidden())
            {
                let answered = each.iter().map(|it| &it.items[at]);
                let answered = answered.filter(|it| it.figure.n > 0);
                let hidden: Vec<usize> = answered
                    .filter(|it| it.hidden())
                    .map(|it| it.figure.n)
                    .collect();
                // Strangers alone are told of nobody; of too few in all every group is hidden.
                let known = returns.returns.iter().all(|it| it.customer.is_some());
                if known && !few_returns(item.figure.n) {
                    assert_ne!(hidden.len(), 1, "{:?} of {}", hidden, item.code);
                    found += usize::from(!hidden.is_empty());
                }
            }
        }
    }
    assert!(found > 40, "{found}");
}
