//! What rules make of a wave: sets of rules side by side, and every other choice of each rule.

use super::{Cell, Emphasis, Head, Line, Rank, Table, Width};
use crate::analysis::{Effect, Figure, Outcome};
use crate::chart::words::{rules_apart, score_written, target_value};
use crate::i18n::{Language, rule};
use crate::tr;

/// Stands before a score below the target of its rules, so that figures stay below each other.
const BELOW: &str = "* ";

/// Rules under a name, and what they make of the wave.
#[derive(Clone, Debug)]
pub struct RuleSet<'a> {
    pub name: String,
    pub outcome: &'a Outcome,
}

/// A cell, and its number as far as it can be taken from another: in points.
type Told = (Cell, Option<f64>);

/// The sets as columns, each but the first with its difference from the first.
pub fn rule_sets(sets: &[RuleSet<'_>], language: Language) -> Table {
    let line = |name: String, told: &dyn Fn(&Outcome) -> Told| Line {
        cells: row(name, sets, told),
        place: Rank::Plain,
        level: 0,
    };
    let mut lines = vec![
        Line {
            place: Rank::Strong,
            ..line(tr!(language, "subject-index"), &|it| score(it, &it.index))
        },
        line(tr!(language, "fact-band"), &|it| {
            let band = it.index.band.clone();
            (band.map_or(Cell::Missing, Cell::text), None)
        }),
        line(tr!(language, "chart-head-satisfied"), &|it| {
            let share = it.index.satisfied;
            (Cell::some(share, Cell::Rate), share.map(|it| it * 100.0))
        }),
    ];
    let dimensions = sets.first().map(|it| &it.outcome.dimensions);
    lines.extend(dimensions.into_iter().flatten().map(|dimension| {
        let told = |it: &Outcome| match it.dimension(&dimension.code) {
            Some(known) => score(it, &known.figure),
            None => (Cell::Missing, None),
        };
        Line {
            level: dimension.level,
            ..line(dimension.name.clone(), &told)
        }
    }));
    lines.extend([
        line(tr!(language, "chart-head-target"), &|it| {
            (Cell::text(target_value(&it.rules)), None)
        }),
        line(tr!(language, "what-if-head-below"), &|it| (below(it), None)),
        line(tr!(language, "what-if-head-counted"), &|it| {
            (Cell::Count(it.counted), None)
        }),
        line(tr!(language, "what-if-head-flagged"), &|it| {
            (Cell::Count(it.flagged), None)
        }),
    ]);
    Table {
        heads: heads(sets, language),
        lines,
        notes: notes(sets, language),
        whole: true,
        ..Table::default()
    }
}

/// A name and a set each, beside each but the first how far it is from that.
fn row(name: String, sets: &[RuleSet<'_>], told: &dyn Fn(&Outcome) -> Told) -> Vec<Cell> {
    let mut cells = vec![Cell::Name(name)];
    let mut first = None;
    for (at, set) in sets.iter().enumerate() {
        let (cell, value) = told(set.outcome);
        cells.push(cell);
        if at == 0 {
            first = value;
        } else {
            let moved = value.zip(first).map(|(value, first)| value - first);
            cells.push(moved.map_or(Cell::Empty, Cell::Change));
        }
    }
    cells
}

/// How many dimensions are below the target, where all of them are told.
fn below(of: &Outcome) -> Cell {
    of.below().map_or(Cell::Missing, Cell::Count)
}

/// As it is written under its own rules.
fn score(of: &Outcome, figure: &Figure) -> Told {
    let mark = match figure.target_met {
        Some(false) => BELOW,
        Some(true) | None => "",
    };
    let cell = figure.score.map_or(Cell::Missing, |value| Cell::Told {
        value,
        rate: false,
        words: format!("{mark}{}", score_written(Some(value), &of.rules)),
    });
    (cell, figure.score)
}

fn heads(sets: &[RuleSet<'_>], language: Language) -> Vec<Head> {
    let mut heads = vec![Head {
        name: tr!(language, "chart-head-name"),
        emphasis: Emphasis::AsLine,
        width: Width::Rest,
        ..Head::default()
    }];
    let number = |name: String, emphasis| Head {
        name,
        number: true,
        emphasis,
        ..Head::default()
    };
    for (at, set) in sets.iter().enumerate() {
        heads.push(number(set.name.clone(), Emphasis::AsLine));
        if at > 0 {
            let name = tr!(language, "changes-difference");
            heads.push(number(name, Emphasis::Weak));
        }
    }
    heads
}

/// Which rules the sets differ in.
fn notes(sets: &[RuleSet<'_>], language: Language) -> Vec<String> {
    let Some((first, others)) = sets.split_first() else {
        return Vec::new();
    };
    let apart = others.iter().filter_map(|set| {
        let (from, to) = (&first.outcome.rules, &set.outcome.rules);
        let rules = rules_apart(from, to, language);
        let name = set.name.as_str();
        (!rules.is_empty()).then(|| tr!(language, "what-if-apart", name = name, rules = rules))
    });
    let mut notes: Vec<String> = apart.collect();
    notes.extend(hidden(sets.iter().map(|it| it.outcome), language));
    notes
}

/// Why some figures are not shown, where that is because of others that are.
pub fn hidden<'a>(
    outcomes: impl IntoIterator<Item = &'a Outcome>,
    language: Language,
) -> Option<String> {
    let any = outcomes.into_iter().any(|it| it.hidden);
    any.then(|| tr!(language, "what-if-hidden"))
}

/// A line each other choice of each rule, below the rules it is one of.
pub fn rule_effects(base: &RuleSet<'_>, effects: &[&Effect], language: Language) -> Table {
    let head = |name, number| Head {
        name,
        number,
        ..Head::default()
    };
    let heads = vec![
        head(tr!(language, "what-if-head-rule"), false),
        Head {
            width: Width::Rest,
            ..head(tr!(language, "what-if-head-choice"), false)
        },
        head(tr!(language, "column-index"), true),
        head(tr!(language, "changes-difference"), true),
        head(tr!(language, "fact-band"), false),
        head(tr!(language, "chart-head-satisfied"), true),
        head(tr!(language, "what-if-head-below"), true),
        head(tr!(language, "what-if-head-counted"), true),
        head(tr!(language, "what-if-head-flagged"), true),
    ];
    let mut notes = vec![tr!(language, "what-if-about")];
    notes.extend(hidden(effects.iter().map(|it| &it.outcome), language));
    let mut before = None;
    let lines = effects.iter().map(|it| {
        // A rule is named once above its choices.
        let name = match before.replace(it.rule) == Some(it.rule) {
            true => String::new(),
            false => rule::name(language, it.rule),
        };
        let chosen = rule::chosen(language, it.rule, &it.outcome.rules);
        effect((name, chosen), &it.outcome, base.outcome)
    });
    let first = effect(
        (base.name.clone(), String::new()),
        base.outcome,
        base.outcome,
    );
    let lines = std::iter::once(first).chain(lines).map(|cells| Line {
        cells,
        place: Rank::Plain,
        level: 0,
    });
    Table {
        heads,
        lines: lines.collect(),
        notes,
        ..Table::default()
    }
}

/// The cells of a choice, beside what it is chosen instead of.
fn effect((name, chosen): (String, String), it: &Outcome, base: &Outcome) -> Vec<Cell> {
    let (index, value) = score(it, &it.index);
    let moved = value.zip(base.index.score);
    vec![
        Cell::text(name),
        Cell::text(chosen),
        index,
        moved.map_or(Cell::Missing, |(value, base)| Cell::Change(value - base)),
        it.index.band.clone().map_or(Cell::Missing, Cell::text),
        Cell::some(it.index.satisfied, Cell::Rate),
        below(it),
        Cell::Count(it.counted),
        Cell::Count(it.flagged),
    ]
}
