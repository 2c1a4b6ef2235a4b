//! The returns behind a number.

use std::collections::BTreeSet;

use super::coverage::turnover_shares;
use super::score::Marking;
use crate::model::{
    Answer, Customer, CustomerId, FrameEntry, LineageId, Questionnaire, Scale, WaveReturns,
};

/// Which answers to an item are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answered {
    /// Any that counts: the n of the item.
    Any,
    /// One option of its scale, by position. Of an NPS item: the number.
    Option(u8),
    NotApplicable,
    /// None: blank, not shown or unreadable.
    Nothing,
}

/// The rows, of those given, whose answer to the item is of the kind asked for.
pub fn rows_behind(
    questionnaire: &Questionnaire,
    returns: &WaveReturns,
    rows: &[usize],
    item: LineageId,
    wanted: Answered,
) -> Vec<usize> {
    let place = questionnaire
        .items
        .iter()
        .position(|known| known.lineage == item);
    let Some((at, column)) = place.and_then(|at| Some((at, returns.columns.get(at)?))) else {
        return Vec::new();
    };
    let scale = questionnaire.items[at].scale.as_ref();
    let is = |answer: Answer| match wanted {
        Answered::Any => kind_of(&answer, scale) == ReplyKind::Given,
        Answered::NotApplicable => kind_of(&answer, scale) == ReplyKind::NotApplicable,
        Answered::Nothing => kind_of(&answer, scale) == ReplyKind::Nothing,
        Answered::Option(wanted) => match answer {
            Answer::Option(option) => option == wanted,
            Answer::Options(options) => options.contains(&wanted),
            Answer::Number(number) => number.floor() == f64::from(wanted),
            Answer::Blank
            | Answer::Skipped
            | Answer::NotApplicable
            | Answer::Unreadable
            | Answer::Text(_) => false,
        },
    };
    let rows = rows.iter().copied();
    rows.filter(|row| is(column.get(*row))).collect()
}

#[derive(PartialEq, Eq)]
enum ReplyKind {
    Given,
    NotApplicable,
    Nothing,
}

fn kind_of(answer: &Answer, scale: Option<&Scale>) -> ReplyKind {
    match answer {
        Answer::NotApplicable => ReplyKind::NotApplicable,
        Answer::Option(option) => {
            let options = scale.map_or(&[][..], |scale| &scale.options);
            let plain = options.iter().all(|option| option.score.is_none());
            match options.get(usize::from(*option)) {
                Some(option) if plain || option.score.is_some() => ReplyKind::Given,
                Some(_) => ReplyKind::NotApplicable,
                None => ReplyKind::Nothing,
            }
        }
        Answer::Options(options) if !options.is_empty() => ReplyKind::Given,
        Answer::Number(_) => ReplyKind::Given,
        Answer::Text(text) if !text.trim().is_empty() => ReplyKind::Given,
        Answer::Blank
        | Answer::Skipped
        | Answer::Unreadable
        | Answer::Options(_)
        | Answer::Text(_) => ReplyKind::Nothing,
    }
}

/// What one return gave an item.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rating {
    /// Position in [`WaveReturns::returns`].
    pub row: usize,
    pub customer: Option<CustomerId>,
    /// Raw score.
    pub score: f64,
    /// 0–100; `None` where the scale leaves nothing to divide by.
    pub percent: Option<f64>,
    /// The answer is an unhappy one; see [`unhappy_options`].
    pub unhappy: bool,
}

/// Every rating of an item among the given rows, the lowest first.
pub fn ratings(
    questionnaire: &Questionnaire,
    returns: &WaveReturns,
    rows: &[usize],
    item: LineageId,
) -> Vec<Rating> {
    let mut items = questionnaire.items.iter().zip(&returns.columns);
    let Some((item, column)) = items.find(|(known, _)| known.lineage == item) else {
        return Vec::new();
    };
    let marking = Marking::of(item, &questionnaire.rules);
    let unhappy = item.scale.as_ref().map(unhappy_options).unwrap_or_default();
    let score = |answer: Answer| match answer {
        Answer::Option(at) => {
            let at = usize::from(at);
            let option = item.scale.as_ref()?.options.get(at)?;
            Some((option.score?, unhappy[at]))
        }
        Answer::Number(number) => Some((number, number <= 6.0)),
        Answer::Blank
        | Answer::Skipped
        | Answer::NotApplicable
        | Answer::Unreadable
        | Answer::Options(_)
        | Answer::Text(_) => None,
    };
    let mut ratings: Vec<Rating> = rows
        .iter()
        .filter_map(|row| {
            let (score, unhappy) = score(column.get(*row))?;
            Some(Rating {
                row: *row,
                customer: returns.returns.get(*row)?.customer,
                score,
                percent: marking.map(|marking| marking.percent(score)),
                unhappy,
            })
        })
        .collect();
    ratings.sort_by(|a, b| a.score.total_cmp(&b.score).then(a.row.cmp(&b.row)));
    ratings
}

/// Which options of a scale an unhappy customer ticks: those in its lower half, without the
/// middle one of an odd number, that do not count as satisfied. So 不满意 and 很不满意 of
/// five, 较不满意 and 不满意 of 5-4-3-1, only 差 of 差 / 一般 / 好 / 很好.
pub fn unhappy_options(scale: &Scale) -> Vec<bool> {
    let mut scores: Vec<f64> = scale.scores().collect();
    scores.sort_by(|a, b| b.total_cmp(a));
    let lower = scores.split_off(scores.len().div_ceil(2));
    let highest_of_lower = lower.first().copied();
    scale
        .options
        .iter()
        .map(|option| {
            let low = option.score.zip(highest_of_lower);
            !option.satisfied && low.is_some_and(|(score, limit)| score <= limit)
        })
        .collect()
}

/// Some customers' share of the turnover of the whole register, 0–1. `None` when no turnover is
/// known.
pub fn turnover_share(
    some: &BTreeSet<CustomerId>,
    frame: &[FrameEntry],
    customers: &[Customer],
) -> Option<f64> {
    let shares = turnover_shares(frame, customers);
    let share = |id: &CustomerId| shares.get(id).copied().unwrap_or(0.0);
    (!shares.is_empty()).then(|| some.iter().map(share).sum::<f64>().min(1.0))
}
