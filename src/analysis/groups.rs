//! The groups of one name side by side: every figure of each, and whether they differ by more than
//! chance, asked of all of them at once before any two are compared.
//!
//! A return may be in several groups where several options or tags can be given; then the groups are
//! no samples of their own, and no test is made.

use super::equality::{Equality, Told, equal_means};
use super::figures::figures_of;
use super::panel::Panel;
use super::subtraction::Subtraction;
use super::whose::Whose;
use super::{
    Figure, Filter, LEVEL, Segment, SegmentKey, WaveFigures, benjamini_hochberg, holm, score_lines,
};
use crate::model::{Customer, FrameEntry, Questionnaire, Return, Subject, WaveReturns};

/// The groups of a name.
#[derive(Clone, Debug, PartialEq)]
pub struct Groups {
    pub key: SegmentKey,
    /// All of them together.
    pub whole: Group,
    /// Those that anybody is in, in the order of the values; those of no value are the last.
    pub groups: Vec<Group>,
    /// The index, dimensions with their items, items outside the tree: as [`score_lines`] has them.
    pub lines: Vec<GroupLine>,
}

/// Whose they are.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// As a [`Filter`] asks for it; [`SegmentKey::NONE`] of those who have none.
    pub value: String,
    /// Valid returns, and the customers who gave them.
    pub returns: usize,
    pub customers: usize,
}

impl Group {
    fn of(value: String, returns: &WaveReturns, rows: &[usize]) -> Self {
        let own: Vec<&Return> = rows.iter().map(|row| &returns.returns[*row]).collect();
        let behind = Whose::of(&own, None).behind(rows.len(), |_| true, None);
        Self {
            value,
            returns: rows.len(),
            customers: behind.customers,
        }
    }
}

/// One figure of every group.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupLine {
    pub subject: Subject,
    /// In the order of the groups; marked where one may not be shown.
    pub figures: Vec<Figure>,
    pub test: GroupTest,
    /// Which groups are apart, those further apart first; empty unless all together are.
    pub pairs: Vec<GroupPair>,
}

/// What can be said of all groups together. Those that are not shown take no part.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum GroupTest {
    /// p is corrected for how many are told at once: dimensions by Holm, items by Benjamini and
    /// Hochberg; the index stands alone.
    Tested(Equality),
    /// Fewer than two groups have a mean and a spread.
    TooFew,
    /// A return may be in several.
    Overlapping,
    /// In no group do the answers vary, so that nothing says what chance does.
    NoSpread,
}

impl GroupTest {
    /// Some group differs by more than chance.
    pub fn differs(&self) -> bool {
        self.p().is_some_and(|p| p < LEVEL)
    }

    pub fn p(&self) -> Option<f64> {
        match self {
            Self::Tested(test) => Some(test.p_adjusted),
            Self::TooFew | Self::Overlapping | Self::NoSpread => None,
        }
    }
}

/// Two groups that differ by more than chance.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GroupPair {
    /// Places of the groups.
    pub low: usize,
    pub high: usize,
    /// In points.
    pub difference: f64,
    /// By Holm over all pairs of the line.
    pub p: f64,
}

/// Every group of a name that a filter lets pass. What may not be shown of it is left out.
pub fn groups(
    questionnaire: &Questionnaire,
    returns: &WaveReturns,
    people: (&[FrameEntry], &[Customer]),
    filter: &Filter,
    segment: &Segment,
) -> Groups {
    let mut groups = exact_groups(questionnaire, returns, people, filter, segment);
    for figure in groups.lines.iter_mut().flat_map(|it| &mut it.figures) {
        *figure = figure.shown();
    }
    groups
}

/// The same however few they are: for programs that reckon on with them.
pub fn exact_groups(
    questionnaire: &Questionnaire,
    returns: &WaveReturns,
    people: (&[FrameEntry], &[Customer]),
    filter: &Filter,
    segment: &Segment,
) -> Groups {
    let known = segment.with_unassigned();
    let parts = parts(questionnaire, returns, people, filter, &known);
    let wanted = filter.values(&segment.key);
    let passes = |value: &String| wanted.is_empty() || wanted.contains(value);
    let there = known.values.into_iter().zip(parts);
    let there = there.filter(|(value, (rows, _))| passes(&value.value) && !rows.is_empty());
    let mut rows = Vec::new();
    let (groups, figures): (Vec<Group>, Vec<WaveFigures>) = there
        .map(|(value, (own, figures))| {
            rows.extend(&own);
            (Group::of(value.value, returns, &own), figures)
        })
        .unzip();
    let all = rows.len();
    rows.sort_unstable();
    rows.dedup();
    let overlapping = all > rows.len();
    let mut lines = lines(questionnaire, &figures, overlapping);
    correct(&mut lines);
    for line in &mut lines {
        line.pairs = pairs(line);
    }
    Groups {
        key: segment.key.clone(),
        whole: Group::of(SegmentKey::NONE.to_owned(), returns, &rows),
        groups,
        lines,
    }
}

/// The returns of each value of the name, with their figures, marked where they may not be shown. The last value is
/// that of those who have none.
pub(super) fn parts(
    questionnaire: &Questionnaire,
    returns: &WaveReturns,
    people: (&[FrameEntry], &[Customer]),
    filter: &Filter,
    segment: &Segment,
) -> Vec<(Vec<usize>, WaveFigures)> {
    let panels = Panel::split(questionnaire, returns, people, filter, segment);
    let rows: Vec<Vec<usize>> = panels.iter().map(|it| it.rows.clone()).collect();
    let told = Subtraction::of(questionnaire, returns, people);
    let told = told.told_of_parts(filter, segment, &rows);
    let all = panels.into_iter().zip(rows).zip(told);
    all.map(|((panel, rows), told)| {
        // What each return scored is nearly all of their size, and nobody asks for it.
        let mut figures = figures_of(questionnaire, returns, &panel).without_returns();
        figures.hide(&told);
        (rows, figures)
    })
    .collect()
}

fn lines(
    questionnaire: &Questionnaire,
    figures: &[WaveFigures],
    overlapping: bool,
) -> Vec<GroupLine> {
    let each: Vec<_> = figures
        .iter()
        .map(|it| score_lines(it, questionnaire))
        .collect();
    let first = each.first().map_or(&[][..], Vec::as_slice);
    let line = |(at, line): (usize, &super::ScoreLine<'_>)| {
        let figures = each.iter().filter_map(|lines| lines.get(at));
        let figures: Vec<Figure> = figures.map(|it| it.figure.clone()).collect();
        let shown = figures.iter().filter(|it| !it.few());
        let told: Vec<Told> = shown.filter_map(Told::of).collect();
        let test = match equal_means(&told) {
            _ if overlapping => GroupTest::Overlapping,
            Some(test) => GroupTest::Tested(test),
            None if told.len() < 2 => GroupTest::TooFew,
            None => GroupTest::NoSpread,
        };
        GroupLine {
            subject: line.subject.clone(),
            figures,
            test,
            pairs: Vec::new(),
        }
    };
    first.iter().enumerate().map(line).collect()
}

/// For how many are told at once, by family.
fn correct(lines: &mut [GroupLine]) {
    let dimensions = |it: &Subject| matches!(it, Subject::Dimension(_));
    family(lines, dimensions, holm);
    let items = |it: &Subject| matches!(it, Subject::Item(_));
    family(lines, items, benjamini_hochberg);
}

fn family(lines: &mut [GroupLine], of: fn(&Subject) -> bool, by: fn(&[f64]) -> Vec<f64>) {
    let lines = lines.iter_mut().filter(|it| of(&it.subject));
    let tests = lines.filter_map(|it| match &mut it.test {
        GroupTest::Tested(test) => Some(test),
        GroupTest::TooFew | GroupTest::Overlapping | GroupTest::NoSpread => None,
    });
    let mut tests: Vec<&mut Equality> = tests.collect();
    let ps: Vec<f64> = tests.iter().map(|it| it.p).collect();
    for (test, p) in tests.iter_mut().zip(by(&ps)) {
        test.p_adjusted = p;
    }
}

/// Any two groups that differ by more than chance, once all together do.
fn pairs(line: &GroupLine) -> Vec<GroupPair> {
    if !line.test.differs() {
        return Vec::new();
    }
    let shown = line.figures.iter().enumerate().filter(|(_, it)| !it.few());
    let told: Vec<(usize, Told)> = shown
        .filter_map(|(at, it)| Some((at, Told::of(it)?)))
        .collect();
    let mut pairs = Vec::new();
    for (place, (one, first)) in told.iter().enumerate() {
        for (other, second) in &told[place + 1..] {
            let Some(test) = equal_means(&[*first, *second]) else {
                continue;
            };
            let (low, high) = match first.mean < second.mean {
                true => (*one, *other),
                false => (*other, *one),
            };
            pairs.push(GroupPair {
                low,
                high,
                difference: (first.mean - second.mean).abs(),
                p: test.p,
            });
        }
    }
    let ps: Vec<f64> = pairs.iter().map(|it| it.p).collect();
    for (pair, p) in pairs.iter_mut().zip(holm(&ps)) {
        pair.p = p;
    }
    pairs.retain(|it| it.p < LEVEL);
    pairs.sort_by(|a, b| b.difference.total_cmp(&a.difference));
    pairs
}
