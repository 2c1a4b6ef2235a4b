//! A score table from the figures of a wave and the one before.

use super::{Dots, Heads, Key, Row, Scores};
use crate::analysis::{self, Figure, ItemFigures, Surveyed, small};
use crate::chart::words::target_value;
use crate::chart::{Axis, Ink};
use crate::i18n::{Language, number};
use crate::model::{ItemKind, Revision, Rules, Subject};
use crate::tr;

/// What the table is made from.
#[derive(Clone, Copy, Debug)]
pub struct Compared<'a> {
    pub current: Surveyed<'a>,
    pub previous: Option<Surveyed<'a>>,
    /// All of the survey.
    pub revisions: &'a [Revision],
}

impl Compared<'_> {
    fn rules(&self) -> &Rules {
        &self.current.revision.questionnaire.rules
    }

    /// The score of the wave before, where it may be compared, and the difference to it.
    pub fn before(&self, subject: &Subject) -> (Option<f64>, Option<f64>) {
        let Some(previous) = &self.previous else {
            return (None, None);
        };
        let moved = analysis::change(previous, &self.current, self.revisions, subject);
        let change = moved.and_then(|moved| moved.score);
        let few = [previous, &self.current]
            .into_iter()
            .filter_map(|wave| wave.figure(subject))
            .any(|figure| small(figure.n));
        let change = change.filter(|_| !few);
        let score = previous.figure(subject).and_then(|figure| figure.score);
        (score.filter(|_| change.is_some()), change)
    }
}

impl Scores {
    /// Dimensions in tree order with their items, then scored items outside the tree, then
    /// unscored ones that have a score all the same. Answers on the scale of recommendation
    /// have figures of their own and no row.
    pub fn build(compared: &Compared, language: Language) -> Self {
        let rows = rows(compared, language);
        let rules = compared.rules();
        let values = rows.iter().flat_map(|row| row.dots.values());
        let axis = Axis::of_dots(values.chain([rules.target]));
        let mut notes = Vec::new();
        if axis.broken {
            let low = number::plain(axis.low);
            notes.push(tr!(language, "chart-dots-from", low = low));
        }
        notes.extend(beyond(&rows).then(|| tr!(language, "chart-beyond")));
        if rows.iter().any(|row| row.below) {
            notes.push(tr!(language, "chart-red"));
        }
        let any = |shown: fn(&Dots) -> bool| rows.iter().any(|row| shown(&row.dots));
        let when = |shown: bool, text: String| if shown { text } else { String::new() };
        let target = target_value(rules);
        let key = Key {
            now: when(any(|dots| dots.score.is_some()), tr!(language, "chart-now")),
            previous: when(
                any(|dots| dots.previous.is_some()),
                tr!(language, "chart-previous"),
            ),
            interval: when(
                any(|dots| dots.low.is_some()),
                tr!(language, "chart-interval"),
            ),
            target: tr!(language, "chart-target", target = target),
            each: when(
                any(|dots| !dots.each.is_empty()),
                tr!(language, "chart-each"),
            ),
        };
        Self {
            heads: heads(language),
            axis,
            target: rules.target,
            rows,
            key,
            notes,
        }
    }
}

/// An interval reaches where no score can lie.
fn beyond(rows: &[Row]) -> bool {
    let outside = |row: &Row| {
        let low = row.dots.low.is_some_and(|low| low < 0.0);
        low || row.dots.high.is_some_and(|high| high > 100.0)
    };
    rows.iter().any(outside)
}

fn heads(language: Language) -> Heads {
    Heads {
        name: tr!(language, "chart-head-name"),
        weight: tr!(language, "chart-head-weight"),
        score: tr!(language, "chart-head-score"),
        interval: tr!(language, "chart-head-interval"),
        satisfied: tr!(language, "chart-head-satisfied"),
        change: tr!(language, "chart-head-change"),
        target: tr!(language, "chart-head-target"),
    }
}

fn rows(compared: &Compared, language: Language) -> Vec<Row> {
    let figures = compared.current.figures;
    let mut rows = Vec::new();
    for (at, dimension) in figures.dimensions.iter().enumerate() {
        let mut row = row(compared, &dimension.figure, language);
        row.subject = Subject::Dimension(dimension.code.clone());
        row.depth = dimension.level;
        row.name.clone_from(&dimension.name);
        row.weight = dimension
            .share
            .map_or_else(|| number::MISSING.to_owned(), number::whole_percent);
        row.dots.each = each_of_dimension(compared, at, &dimension.figure);
        finish(&mut row, compared);
        rows.push(row);
        let inside = |item: &&ItemFigures| item.dimension.as_ref() == Some(&dimension.code);
        for item in figures.items.iter().filter(inside) {
            rows.extend(item_row(compared, item, dimension.level + 1, language));
        }
    }
    let outside = |item: &&ItemFigures| item.dimension.is_none();
    let (scored, unscored): (Vec<_>, Vec<_>) = figures
        .items
        .iter()
        .filter(outside)
        .partition(|item| item.scored);
    for item in scored.into_iter().chain(unscored) {
        rows.extend(item_row(compared, item, 0, language));
    }
    rows
}

/// The row of an item; `None` when its answers have no score.
fn item_row(
    compared: &Compared,
    item: &ItemFigures,
    depth: usize,
    language: Language,
) -> Option<Row> {
    let asked = compared
        .current
        .revision
        .questionnaire
        .item_of(item.lineage)?;
    asked.range().filter(|_| asked.kind != ItemKind::Nps)?;
    let mut row = row(compared, &item.figure, language);
    row.subject = Subject::Item(item.lineage);
    row.depth = depth;
    row.code.clone_from(&item.code);
    row.name.clone_from(&item.text);
    row.weight = item
        .share
        .map_or_else(|| number::MISSING.to_owned(), number::whole_percent);
    if !item.scored {
        // It enters nothing, so there is nothing to meet.
        row.verdict = number::MISSING.to_owned();
        (row.verdict_ink, row.below) = (Ink::Weak, false);
    }
    if small(item.figure.n) {
        let percent = |score| analysis::percent(asked, compared.rules(), score);
        let times = |option: &analysis::OptionCount| {
            let value = option.score.and_then(percent);
            std::iter::repeat_n(value, option.n).flatten()
        };
        row.dots.each = item.counts.iter().flat_map(times).collect();
    }
    finish(&mut row, compared);
    Some(row)
}

/// What a figure says by itself; the subject comes after.
fn row(compared: &Compared, figure: &Figure, language: Language) -> Row {
    let rules = compared.rules();
    let few = small(figure.n);
    let shown = |value: Option<f64>| value.filter(|_| !few);
    let score = shown(figure.score);
    let written = score.map(|score| number::score_under(score, rules));
    let written = written.unwrap_or_else(|| number::MISSING.to_owned());
    let met = figure.target_met.filter(|_| !few);
    let surely_below = figure.high.is_some_and(|high| high < rules.target);
    Row {
        subject: Subject::Index,
        depth: 0,
        code: String::new(),
        name: String::new(),
        weight: String::new(),
        dots: Dots {
            score,
            low: shown(figure.low),
            high: shown(figure.high),
            previous: None,
            each: Vec::new(),
        },
        interval: if few {
            tr!(language, "chart-few", n = figure.n)
        } else {
            number::range_beside(&written, figure.low, figure.high)
        },
        score: written,
        satisfied: number::percent(shown(figure.satisfied)),
        change: String::new(),
        verdict: match met {
            Some(true) => tr!(language, "chart-met"),
            Some(false) => tr!(language, "chart-below"),
            None => number::MISSING.to_owned(),
        },
        // Red asks for action: only where chance does not explain the gap.
        verdict_ink: match met {
            Some(false) if surely_below => Ink::Negative,
            Some(false) => Ink::Text,
            _ => Ink::Weak,
        },
        below: met == Some(false),
    }
}

/// Fills in the wave before, once the subject is known.
fn finish(row: &mut Row, compared: &Compared) {
    let (previous, change) = compared.before(&row.subject);
    row.dots.previous = previous;
    row.change = number::signed(change);
}

fn each_of_dimension(compared: &Compared, at: usize, figure: &Figure) -> Vec<f64> {
    if !small(figure.n) {
        return Vec::new();
    }
    let values = compared.current.figures.by_return.dimensions.get(at);
    values.into_iter().flatten().flatten().copied().collect()
}

impl Dots {
    /// All values it shows.
    pub fn values(&self) -> impl Iterator<Item = f64> {
        let single = [self.score, self.low, self.high, self.previous];
        let inside = |value: f64| value.clamp(0.0, 100.0);
        let each = self.each.clone().into_iter();
        single.into_iter().flatten().chain(each).map(inside)
    }
}
