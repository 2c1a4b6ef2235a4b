//! Counting the answers to one item.

use super::column::{Column, Reply};
use super::judged::{Judged, is_answer};
use super::spread::Group;
use super::unhappy_options;
use crate::model::{AnswerColumn, Item, NotApplicable, Scale};

/// The answers to one item, counted.
#[derive(Clone, Debug, Default)]
pub(super) struct Tally {
    /// One an option of the scale; 0 to 10 for an NPS item.
    pub options: Vec<usize>,
    /// Answers by raw score, for the mean; empty when nothing is scored.
    pub scores: Vec<Group>,
    pub answered: usize,
    pub na: usize,
    pub blank: usize,
    /// Satisfied answers and others, and the base they are a share of; `None` when no option
    /// counts as satisfied.
    pub satisfied: Option<Share>,
}

/// Parts and whole, in answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Share {
    /// In satisfied options.
    pub hits: usize,
    /// In neither satisfied nor dissatisfied ones; `None` where the scale has none between.
    pub middle: Option<usize>,
    /// In [dissatisfied](unhappy_options) options.
    pub low: usize,
    pub base: usize,
}

impl Share {
    /// Of both together.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        let middle = match (self.middle, other.middle) {
            (None, None) => None,
            (one, other) => Some(one.unwrap_or(0) + other.unwrap_or(0)),
        };
        Self {
            hits: self.hits + other.hits,
            middle,
            low: self.low + other.low,
            base: self.base + other.base,
        }
    }

    /// Share of a part, 0–1; `None` of no answer.
    pub fn of(self, part: usize) -> Option<f64> {
        (self.base > 0).then(|| part as f64 / self.base as f64)
    }
}

impl Tally {
    pub fn of(item: &Item, column: &Column, weights: Option<&[f64]>, na: NotApplicable) -> Self {
        let none = Scale::default();
        let scale = item.scale.as_ref().unwrap_or(&none);
        match column {
            Column::Codes(codes) => of_codes(scale, codes, weights, na),
            Column::Numbers(replies) => of_numbers(replies, weights),
            Column::Ticks(replies) => of_ticks(scale, replies),
            Column::Words(replies) => of_words(replies),
        }
    }
}

/// How many returns carry each code, and what they weigh.
struct ByCode {
    n: [usize; 256],
    weight: [f64; 256],
    squares: [f64; 256],
}

impl ByCode {
    fn of(codes: &[u8], weights: Option<&[f64]>) -> Self {
        let mut by_code = Self {
            n: count(codes),
            weight: [0.0; 256],
            squares: [0.0; 256],
        };
        match weights {
            None => {
                for (code, n) in by_code.n.iter().enumerate() {
                    by_code.weight[code] = *n as f64;
                    by_code.squares[code] = *n as f64;
                }
            }
            Some(weights) => {
                for (code, weight) in codes.iter().zip(weights) {
                    by_code.weight[usize::from(*code)] += weight;
                    by_code.squares[usize::from(*code)] += weight * weight;
                }
            }
        }
        by_code
    }
}

/// Four counters a code, because equal answers in a row would wait for one another.
fn count(codes: &[u8]) -> [usize; 256] {
    let mut lanes = [[0u32; 256]; 4];
    let (quads, rest) = codes.as_chunks::<4>();
    for quad in quads {
        lanes[0][usize::from(quad[0])] += 1;
        lanes[1][usize::from(quad[1])] += 1;
        lanes[2][usize::from(quad[2])] += 1;
        lanes[3][usize::from(quad[3])] += 1;
    }
    for code in rest {
        lanes[0][usize::from(*code)] += 1;
    }
    std::array::from_fn(|code| lanes.iter().map(|lane| lane[code] as usize).sum())
}

fn of_codes(scale: &Scale, codes: &[u8], weights: Option<&[f64]>, rule: NotApplicable) -> Tally {
    let by_code = ByCode::of(codes, weights);
    let unhappy = unhappy_options(scale);
    let mut tally = Tally {
        na: by_code.n[usize::from(AnswerColumn::NOT_APPLICABLE)],
        ..Tally::default()
    };
    let mut share = Share::default();
    for ((option, unhappy), n) in scale.options.iter().zip(unhappy).zip(by_code.n) {
        tally.options.push(n);
        if !is_answer(scale, option) {
            tally.na += n;
            continue;
        }
        tally.answered += n;
        match (option.satisfied, unhappy) {
            (true, _) => share.hits += n,
            (false, true) => share.low += n,
            (false, false) => share.middle = Some(share.middle.unwrap_or(0) + n),
        }
        if let Some(score) = option.score {
            let code = tally.options.len() - 1;
            tally.scores.push(Group {
                value: score,
                n,
                weight: by_code.weight[code],
                squares: by_code.squares[code],
            });
        }
    }
    tally.blank = codes.len() - tally.answered - tally.na;
    if Judged::of(scale, rule).is_some() {
        let kept = match rule {
            NotApplicable::Exclude => 0,
            NotApplicable::Include => tally.na,
        };
        share.base = tally.answered + kept;
        tally.satisfied = Some(share);
    }
    tally
}

fn of_numbers(replies: &[Reply<f64>], weights: Option<&[f64]>) -> Tally {
    let mut tally = Tally {
        options: vec![0; 11],
        ..Tally::default()
    };
    for (at, reply) in replies.iter().enumerate() {
        match reply {
            Reply::Given(value) => {
                tally.answered += 1;
                let weight = weights.map_or(1.0, |weights| weights[at]);
                tally.scores.push(Group::one(*value, weight));
                if let Some(n) = tally.options.get_mut(value.floor() as usize) {
                    *n += 1;
                }
            }
            Reply::NotApplicable => tally.na += 1,
            Reply::Missing => tally.blank += 1,
        }
    }
    tally
}

fn of_ticks(scale: &Scale, replies: &[Reply<&[u8]>]) -> Tally {
    let mut tally = Tally {
        options: vec![0; scale.options.len()],
        ..Tally::default()
    };
    for reply in replies {
        match reply {
            Reply::Given(options) => {
                tally.answered += 1;
                for (at, option) in options.iter().enumerate() {
                    // A return that says the same twice has ticked it once.
                    if options[..at].contains(option) {
                        continue;
                    }
                    if let Some(n) = tally.options.get_mut(usize::from(*option)) {
                        *n += 1;
                    }
                }
            }
            Reply::NotApplicable => tally.na += 1,
            Reply::Missing => tally.blank += 1,
        }
    }
    tally
}

fn of_words(replies: &[Reply<()>]) -> Tally {
    let count = |wanted: Reply<()>| replies.iter().filter(|reply| **reply == wanted).count();
    Tally {
        answered: count(Reply::Given(())),
        na: count(Reply::NotApplicable),
        blank: count(Reply::Missing),
        ..Tally::default()
    }
}
