//! The figure that stands for all: the index first, and what to hold it against.

use super::{Cell, Fact};
use crate::analysis::{Figure, one_customer};
use crate::chart::words::target_value;
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
    let (previous, change) = compared.before(&Subject::Index);
    let dots = Dots {
        score: figure.score,
        low: figure.low,
        high: figure.high,
        previous,
        each: if few {
            figures.by_return.index.iter().flatten().copied().collect()
        } else {
            Vec::new()
        },
    };
    let value = figure.score.map(|score| number::score_under(score, rules));
    let value = value.unwrap_or_else(|| number::MISSING.to_owned());
    let interval = if few {
        tr!(language, "paper-few")
    } else if figure.low.is_none() {
        String::new()
    } else {
        let range = number::range_beside(&value, figure.low, figure.high);
        tr!(language, "paper-interval", range = range)
    };
    Standing {
        label: tr!(language, "subject-index"),
        value,
        interval,
        gauge: gauge(dots, rules, language),
        facts: vec![
            target(figure, rules, few, language),
            band(figure, rules, few, language),
            Fact::new(
                tr!(language, "chart-head-change"),
                Cell::some(change, Cell::Change),
            ),
            valid(compared, language),
        ],
    }
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
    let gap = figure.score.map(|score| score - rules.target);
    let spans = figure
        .low
        .zip(figure.high)
        .is_some_and(|(low, high)| low < rules.target && rules.target < high);
    let size = number::decimals(gap.unwrap_or(0.0).abs(), 1);
    let said = match figure.target_met {
        Some(true) => tr!(language, "paper-over", points = size),
        _ => tr!(language, "paper-short", points = size),
    };
    let note = if spans {
        tr!(language, "paper-spans", said = said)
    } else {
        said
    };
    Fact {
        label: tr!(language, "paper-target"),
        value: Cell::Text(target_value(rules)),
        note: if few || gap.is_none() {
            String::new()
        } else {
            note
        },
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
        label: tr!(language, "paper-band"),
        value: band.map_or(Cell::Missing, |band| Cell::text(&band.name)),
        note,
    }
}

fn valid(compared: &Compared<'_>, language: Language) -> Fact {
    let figures = compared.current.figures;
    let valid = figures.ledger.valid;
    let value = match figures.ledger.frame.filter(|frame| *frame > 0) {
        Some(frame) => format!("{valid} / {frame}"),
        None => valid.to_string(),
    };
    let worth = one_customer(figures.index.n).map(number::worth);
    Fact {
        label: tr!(language, "paper-valid"),
        value: Cell::Text(value),
        note: worth.map_or_else(String::new, |points| {
            tr!(language, "paper-one-customer", points = points)
        }),
    }
}
