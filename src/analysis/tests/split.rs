//! Parts in one pass are what a filter for each of them would find.

use super::super::example::{framed, two_dimensions};
use super::super::{Filter, Segment, SegmentKey, figures, segments, split_figures};
use super::people::known;
use crate::model::{
    Answer, AnswerColumn, FrameEntry, ItemKind, LineageId, Questionnaire, WaveReturns, Weighting,
};

/// Asserts it for every item and every name.
fn same(
    questionnaire: &Questionnaire,
    returns: &WaveReturns,
    frame: &[FrameEntry],
    filter: &Filter,
) {
    let all = segments(questionnaire, returns, frame, &[]);
    assert!(!all.is_empty());
    for segment in &all {
        for item in &questionnaire.items {
            let parts = split_figures(
                questionnaire,
                returns,
                (frame, &[]),
                filter,
                item.lineage,
                segment,
            );
            assert_eq!(parts.len(), segment.values.len());
            for ((part, rows), value) in parts.into_iter().zip(&segment.values) {
                let mut one = filter.clone();
                one.clear(&segment.key);
                one.add(segment.key.clone(), value.value.clone());
                let alone = figures(questionnaire, returns, frame, &[], &one);
                let name = format!("{} {} of {:?}", segment.name, value.value, item.lineage);
                assert_eq!(Some(&part), alone.item(item.lineage), "{name}");
                let counted = super::super::counted(questionnaire, returns, frame, &[], &one);
                assert_eq!(rows, counted, "{name}");
            }
        }
    }
}

/// One of them void, one of nobody, two ticked in a question of several ticks, one in a text.
fn mixed() -> (Questionnaire, WaveReturns) {
    let mut questionnaire = two_dimensions();
    let mut returns = known();
    returns.returns[2].void = Some("double".to_owned());
    returns.returns[4].customer = None;
    let came = [
        ("电话", "甲"),
        ("邮件", ""),
        ("", "乙"),
        ("电话", "乙"),
        ("邮件", "甲"),
        ("电话", "甲"),
    ];
    for (it, (channel, collector)) in returns.returns.iter_mut().zip(came) {
        it.channel = channel.to_owned();
        it.collector = collector.to_owned();
    }
    for item in &mut questionnaire.items[1..] {
        item.segment = true;
    }
    questionnaire.items[2].kind = ItemKind::Multi;
    let ticks = |codes: &[u8]| Answer::Options(codes.to_vec());
    returns.columns[2] = AnswerColumn::Other(vec![
        ticks(&[0, 1]),
        ticks(&[1, 1]),
        Answer::Blank,
        Answer::Option(3),
        ticks(&[4, 0]),
        Answer::NotApplicable,
    ]);
    questionnaire.items[3].kind = ItemKind::Text;
    questionnaire.items[3].scale = None;
    let said = |text: &str| Answer::Text(text.to_owned());
    returns.columns[3] = AnswerColumn::Other(vec![
        said("a"),
        said("b"),
        said("a"),
        Answer::Blank,
        said("b"),
        said("c"),
    ]);
    (questionnaire, returns)
}

#[test]
fn parts_have_the_figures_a_filter_for_each_would_find() {
    let (mut questionnaire, returns) = mixed();
    let mut frame = framed(10, &returns);
    let region = SegmentKey::Attribute("区域".to_owned());
    let filters = [
        Filter::default(),
        Filter::default().with(region, "华东"),
        Filter::default().with(SegmentKey::Key, SegmentKey::YES),
        Filter::default().with(SegmentKey::Item(LineageId(4)), "a"),
        Filter::default().with(SegmentKey::Item(LineageId(99)), "a"),
    ];
    for filter in &filters {
        same(&questionnaire, &returns, &frame, filter);
        same(&questionnaire, &returns, &[], filter);
    }
    questionnaire.rules.weights = Weighting::Turnover;
    for (entry, at) in frame.iter_mut().zip(1..) {
        entry.turnover = (at % 4 > 0).then_some(f64::from(at));
    }
    for filter in &filters {
        same(&questionnaire, &returns, &frame, filter);
    }
}

#[test]
fn an_item_nobody_asks_has_no_parts() {
    let (questionnaire, returns) = mixed();
    let by = Segment::unused(SegmentKey::Key, String::new(), ["yes"].into());
    let parts = |lineage| {
        let filter = Filter::default();
        split_figures(&questionnaire, &returns, (&[], &[]), &filter, lineage, &by)
    };
    assert_eq!(parts(LineageId(-1)), []);
    assert_eq!(parts(LineageId(1)).len(), 1);
}
