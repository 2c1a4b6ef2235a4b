//! About how much memory things take: what they hold beside their own size. Estimates, near
//! enough to keep the sum of many within a bound.

use std::mem::size_of;

use crate::analysis::{
    Consistency, Importance, Insight, ItemReliability, OptionCount, Segment, SegmentValue,
    WaveFigures,
};
use crate::model::{Answer, AnswerColumn, Return, Tagged, WaveReturns};

/// Bytes of a wave's returns.
pub(super) fn of_returns(all: &WaveReturns) -> usize {
    let texts = |one: &Return| {
        let named = [
            &one.customer_text,
            &one.respondent,
            &one.channel,
            &one.collector,
        ];
        let named: usize = named.into_iter().map(String::capacity).sum();
        named + one.void.as_ref().map_or(0, String::capacity)
    };
    let rows = all.returns.capacity() * size_of::<Return>();
    let texts: usize = all.returns.iter().map(texts).sum();
    let tagged = all.tagged.capacity() * size_of::<Tagged>();
    rows + texts + tagged + all.columns.iter().map(of_column).sum::<usize>()
}

fn of_column(column: &AnswerColumn) -> usize {
    let beside = |answer: &Answer| match answer {
        Answer::Text(text) => text.capacity(),
        Answer::Options(options) => options.capacity(),
        Answer::Blank
        | Answer::Skipped
        | Answer::NotApplicable
        | Answer::Unreadable
        | Answer::Option(_)
        | Answer::Number(_) => 0,
    };
    match column {
        AnswerColumn::Choice(codes) => codes.capacity(),
        AnswerColumn::Other(answers) => {
            let cells = answers.capacity() * size_of::<Answer>();
            cells + answers.iter().map(beside).sum::<usize>()
        }
    }
}

/// Bytes of the figures of a wave, those of its returns included.
pub(super) fn of_figures(figures: &WaveFigures) -> usize {
    let scores = |each: &Vec<Option<f64>>| each.capacity() * size_of::<Option<f64>>();
    let dimensions = figures.by_return.dimensions.iter().map(scores);
    let each = scores(&figures.by_return.index) + dimensions.sum::<usize>();
    let items = figures.items.iter().map(|item| {
        let counts = item.counts.capacity() * size_of::<OptionCount>();
        let labels: usize = item.counts.iter().map(|it| it.label.capacity()).sum();
        size_of_val(item) + item.text.capacity() + counts + labels
    });
    let named = figures.dimensions.iter();
    let named = named.map(|known| size_of_val(known) + known.name.capacity());
    each + items.sum::<usize>() + named.sum::<usize>() + size_of::<WaveFigures>()
}

/// Bytes of what a wave tells beside its scores.
pub(super) fn of_insight(insight: &Insight) -> usize {
    let every = insight.dimensions.iter().chain([&insight.consistency]);
    let items: usize = every.flatten().map(|it| it.items.capacity()).sum();
    let matters = insight.importance.items.capacity() * size_of::<Importance>();
    let alphas = insight.dimensions.capacity() * size_of::<Option<Consistency>>();
    size_of::<Insight>() + matters + alphas + items * size_of::<ItemReliability>() * 2
}

/// Bytes of what a wave can be split by.
pub(super) fn of_segments(segments: &[Segment]) -> usize {
    let value = |value: &SegmentValue| size_of::<SegmentValue>() + value.value.capacity();
    let one = |segment: &Segment| {
        let values: usize = segment.values.iter().map(value).sum();
        size_of::<Segment>() + segment.name.capacity() + values
    };
    segments.iter().map(one).sum()
}
