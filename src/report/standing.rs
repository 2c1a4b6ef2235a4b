//! The figure that stands for all: the index first, and what to hold it against.

use super::{Cell, Fact};
use crate::analysis::{Against, FEW, Figure};
use crate::chart::words::{few_returns, score_written, target_value, verdict_word};
use crate::chart::{Axis, Compared, Dots, Gauge};
use crate::i18n::{Language, number};
use crate::model::{Rules, Subject};
use crate::tr;

/// The index of a wave and what to hold it against, as written.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    pub label: String,
    pub value: String,
    pub interval: String,
    pub gauge: Gauge,
    pub facts: Vec<Fact>,
}

/// The index beside its target, its band, the wave before and the returns behind it.
pub fn standing(compared: &Compared<'_>, language: Language) -> Standing {
    let figures = compared.current.figures;
    let figure = &figures.index;
    let few = figure.few();
    let rules = &compared.current.revision.questionnaire.rules;
    let (previous, _) = compared.before(&Subject::Index);
    let dots = Dots {
        score: figure.score,
        low: figure.low,
        high: figure.high,
        previous,
        each: if few && figure.n < FEW && figures.counted_out(figure) {
            figures.by_return.index.iter().flatten().copied().collect()
        } else {
            Vec::new()
        },
    };
    let (value, interval) = figure_written(figure, rules, language);
    Standing {
        label: tr!(language, "subject-index"),
        value,
        interval: match few {
            true if figure.n < FEW => tr!(language, "paper-few"),
            true => few_returns(figure.n, language),
            false => interval,
        },
        gauge: gauge(dots, rules, language),
        facts: vec![
            target(figure, rules, few, language),
            band(figure, rules, few, language),
            moved(compared, language),
            counted(compared, language),
        ],
    }
}

/// A figure as written, and its interval in words; empty where it has none.
pub fn figure_written(figure: &Figure, rules: &Rules, language: Language) -> (String, String) {
    let value = score_written(figure.score, rules);
    let interval = figure.low.map(|_| {
        let range = number::range_beside(&value, figure.low, figure.high, rules);
        tr!(language, "scores-interval", range = range)
    });
    (value, interval.unwrap_or_default())
}

fn gauge(dots: Dots, rules: &Rules, language: Language) -> Gauge {
    let words = number::plain(rules.target);
    Gauge {
        axis: Axis::of_dots(dots.values().chain([rules.target])),
        target: Some((rules.target, tr!(language, "chart-target", target = words))),
        reference: None,
        dots,
    }
}

fn target(figure: &Figure, rules: &Rules, few: bool, language: Language) -> Fact {
    let spans = Against::of(figure, rules).is_some_and(|it| !it.sure());
    let said = |score: f64| {
        let points = written_gap((score - rules.target).abs());
        let said = if rules.target_rule.reached(score, rules.target) {
            tr!(language, "fact-over", points = points)
        } else {
            tr!(language, "fact-short", points = points)
        };
        match spans {
            true => tr!(language, "fact-spans", said = said),
            false => said,
        }
    };
    Fact {
        label: tr!(language, "fact-target"),
        value: Cell::Text(target_value(rules)),
        note: figure.score.filter(|_| !few).map_or_else(String::new, said),
    }
}

/// A gap that is not 0 is not written as 0.0.
fn written_gap(gap: f64) -> String {
    let short = number::decimals(gap, 1);
    if short == "0.0" && gap > 1e-9 {
        number::decimals(gap, 2)
    } else {
        short
    }
}

/// Against the wave before, as that wave wrote its index, or why it is not compared.
fn moved(compared: &Compared<'_>, language: Language) -> Fact {
    let (before, _) = compared.before(&Subject::Index);
    let note = match (&compared.previous, before) {
        (None, _) => tr!(language, "fact-first"),
        (Some(previous), Some(before)) => {
            let rules = &previous.revision.questionnaire.rules;
            let score = score_written(Some(before), rules);
            let wave = compared.earlier(language);
            match compared.chosen {
                true => format!("{wave} {score}"),
                false => tr!(language, "fact-before", score = score),
            }
        }
        (Some(_), None) if compared.reworded(&Subject::Index) => {
            tr!(language, "scores-reworded")
        }
        (Some(_), None) => tr!(language, "fact-too-few"),
    };
    Fact {
        label: compared.change_head(language),
        value: match compared.change(&Subject::Index) {
            Some(change) => Cell::Moved {
                points: change.difference(),
                verdict: verdict_word(change.verdict, language),
            },
            None => Cell::Missing,
        },
        note,
    }
}

fn band(figure: &Figure, rules: &Rules, few: bool, language: Language) -> Fact {
    let score = figure.score.filter(|_| !few);
    let band = score.and_then(|score| rules.band(score));
    let above = band.and_then(|band| {
        let higher = rules.bands.iter().filter(|other| other.from > band.from);
        higher.map(|other| other.from).reduce(f64::min)
    });
    let note = band.map_or_else(String::new, |band| {
        let from = number::plain(band.from);
        format!("{from}–{}", number::plain(above.unwrap_or(100.0)))
    });
    Fact {
        label: tr!(language, "fact-band"),
        value: band.map_or(Cell::Missing, |band| Cell::text(&band.name)),
        note,
    }
}

fn counted(compared: &Compared<'_>, language: Language) -> Fact {
    let figures = compared.current.figures;
    let counted = figures.counted;
    // Those that are not of the list are no part of it, and there are not more than it has.
    let of_list = counted == figures.ledger.valid && counted > 0;
    let holds = |frame: &usize| of_list && *frame >= counted;
    let value = match figures.ledger.frame.filter(holds) {
        Some(frame) => format!("{} / {}", number::count(counted), number::count(frame)),
        None => number::count(counted),
    };
    let worth = figures.worth.map(number::worth);
    Fact {
        label: tr!(language, "scores-counted"),
        value: Cell::Text(value),
        note: worth.map_or_else(String::new, |points| {
            tr!(language, "fact-one-customer", points = points)
        }),
    }
}
