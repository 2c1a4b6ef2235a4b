//! The answers to one item of the returns that count, ready to be tallied.

use std::borrow::Cow;
use std::slice;

use super::judged::is_answer;
use crate::model::{Answer, AnswerColumn, Item, ItemKind, MAX_OPTIONS};

/// What the returns that count answered to one item, in their order.
pub(super) enum Column<'a> {
    /// Options and the marks of [`AnswerColumn`].
    Codes(Cow<'a, [u8]>),
    /// Numbers within the item's range.
    Numbers(Vec<Reply<f64>>),
    /// Options ticked, several at once.
    Ticks(Vec<Reply<&'a [u8]>>),
    /// Texts and dates, of which only their being there counts.
    Words(Vec<Reply<()>>),
}

/// One answer of a kind that is not packed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Reply<T> {
    Given(T),
    NotApplicable,
    Missing,
}

impl<'a> Column<'a> {
    /// Whether a return gave an answer that counts.
    pub fn answered(&self, item: &Item) -> impl Fn(usize) -> bool {
        let mut counts = [false; 256];
        for (at, option) in item.scale.iter().flat_map(|it| &it.options).enumerate() {
            if let (Some(count), Some(scale)) = (counts.get_mut(at), &item.scale) {
                *count = is_answer(scale, option);
            }
        }
        move |at| match self {
            Self::Codes(codes) => codes.get(at).is_some_and(|it| counts[usize::from(*it)]),
            Self::Numbers(replies) => matches!(replies.get(at), Some(Reply::Given(_))),
            Self::Ticks(replies) => matches!(replies.get(at), Some(Reply::Given(_))),
            Self::Words(replies) => matches!(replies.get(at), Some(Reply::Given(()))),
        }
    }

    /// `rows` are ascending positions in the column; beyond its end nothing was answered.
    pub fn read(item: &Item, column: Option<&'a AnswerColumn>, rows: &[usize]) -> Self {
        const NOTHING: &AnswerColumn = &AnswerColumn::Choice(Vec::new());
        let column = column.unwrap_or(NOTHING);
        match item.kind {
            ItemKind::Rating | ItemKind::YesNo | ItemKind::Single => Self::codes(column, rows),
            ItemKind::Nps | ItemKind::Number => {
                let (low, high) = item.range().unwrap_or((f64::MIN, f64::MAX));
                Self::Numbers(replies(column, rows, |answer| match answer {
                    Answer::Number(x) if (low..=high).contains(x) => Some(*x),
                    _ => None,
                }))
            }
            ItemKind::Multi => Self::ticks(column, rows),
            ItemKind::Text | ItemKind::Date => {
                Self::Words(replies(column, rows, |answer| match answer {
                    Answer::Text(text) if !text.trim().is_empty() => Some(()),
                    _ => None,
                }))
            }
        }
    }

    fn ticks(column: &'a AnswerColumn, rows: &[usize]) -> Self {
        Self::Ticks(match column {
            AnswerColumn::Choice(codes) => rows
                .iter()
                .map(|row| match codes.get(*row) {
                    Some(&AnswerColumn::NOT_APPLICABLE) => Reply::NotApplicable,
                    Some(option) if usize::from(*option) < MAX_OPTIONS => {
                        Reply::Given(slice::from_ref(option))
                    }
                    _ => Reply::Missing,
                })
                .collect(),
            AnswerColumn::Other(_) => replies(column, rows, |answer| match answer {
                Answer::Option(option) => Some(slice::from_ref(option)),
                Answer::Options(options) if !options.is_empty() => Some(options.as_slice()),
                _ => None,
            }),
        })
    }

    fn codes(column: &'a AnswerColumn, rows: &[usize]) -> Self {
        Self::Codes(match column {
            // As many ascending rows as answers, up to the last one: all of them.
            AnswerColumn::Choice(codes)
                if codes.len() == rows.len()
                    && rows.last().is_none_or(|row| *row < codes.len()) =>
            {
                Cow::Borrowed(codes)
            }
            AnswerColumn::Choice(codes) => rows
                .iter()
                .map(|row| codes.get(*row).copied().unwrap_or(AnswerColumn::BLANK))
                .collect(),
            AnswerColumn::Other(answers) => rows
                .iter()
                .map(|row| match answers.get(*row) {
                    Some(Answer::Option(option)) => *option,
                    Some(Answer::NotApplicable) => AnswerColumn::NOT_APPLICABLE,
                    _ => AnswerColumn::BLANK,
                })
                .collect(),
        })
    }
}

/// Reads a column that is not packed; a packed one holds no such answer but may say
/// "not applicable".
fn replies<'a, T>(
    column: &'a AnswerColumn,
    rows: &[usize],
    given: impl Fn(&'a Answer) -> Option<T>,
) -> Vec<Reply<T>> {
    rows.iter()
        .map(|row| match column {
            AnswerColumn::Choice(codes) => match codes.get(*row) {
                Some(&AnswerColumn::NOT_APPLICABLE) => Reply::NotApplicable,
                _ => Reply::Missing,
            },
            AnswerColumn::Other(answers) => match answers.get(*row) {
                Some(Answer::NotApplicable) => Reply::NotApplicable,
                Some(answer) => given(answer).map_or(Reply::Missing, Reply::Given),
                None => Reply::Missing,
            },
        })
        .collect()
}
