//! The groups of a name side by side.

use serde::Serialize;

use super::beside::key_name;
use crate::analysis::{Figure, Group, GroupLine, GroupTest, Groups, SegmentKey, WaveFigures};
use crate::model::Subject;

#[derive(Debug, Serialize)]
pub(in crate::cli) struct GroupsReport<'a> {
    /// As it was asked for.
    by: &'a str,
    returns: usize,
    customers: usize,
    groups: Vec<GroupReport<'a>>,
    lines: Vec<LineOfGroups<'a>>,
}

#[derive(Debug, Serialize)]
struct GroupReport<'a> {
    /// Null: of those who have none.
    value: Option<&'a str>,
    returns: usize,
    customers: usize,
}

/// One figure of every group, in the order of the groups.
#[derive(Debug, Serialize)]
struct LineOfGroups<'a> {
    of: &'a str,
    figures: &'a [Figure],
    test: Option<TestReport>,
    /// Why there is none.
    untested: Option<&'static str>,
    differs: bool,
    /// Pairs of groups that differ by more than chance; empty unless all together do.
    apart: Vec<ApartReport<'a>>,
}

/// Brown and Forsythe's F*; `p_adjusted` is corrected for how many are told at once.
#[derive(Debug, Serialize)]
struct TestReport {
    f: f64,
    df_between: f64,
    df_within: f64,
    p: f64,
    p_adjusted: f64,
}

#[derive(Debug, Serialize)]
struct ApartReport<'a> {
    low: Option<&'a str>,
    high: Option<&'a str>,
    difference: f64,
    p: f64,
}

impl<'a> GroupsReport<'a> {
    pub(in crate::cli) fn of(groups: &'a Groups, figures: &'a WaveFigures) -> Self {
        let group = |it: &'a Group| GroupReport {
            value: told(it),
            returns: it.returns,
            customers: it.customers,
        };
        let lines = groups.lines.iter();
        Self {
            by: key_name(&groups.key, figures),
            returns: groups.whole.returns,
            customers: groups.whole.customers,
            groups: groups.groups.iter().map(group).collect(),
            lines: lines.map(|it| line(groups, it, figures)).collect(),
        }
    }
}

fn told(group: &Group) -> Option<&str> {
    Some(group.value.as_str()).filter(|value| *value != SegmentKey::NONE)
}

fn line<'a>(groups: &'a Groups, line: &'a GroupLine, figures: &'a WaveFigures) -> LineOfGroups<'a> {
    let value = |at: usize| groups.groups.get(at).and_then(told);
    LineOfGroups {
        of: match &line.subject {
            Subject::Index => "index",
            Subject::Satisfied => "satisfied",
            Subject::Dimension(code) => code,
            Subject::Item(item) => figures.item(*item).map_or("", |it| &it.code),
        },
        figures: &line.figures,
        test: match line.test {
            GroupTest::Tested(test) => Some(TestReport {
                f: test.f,
                df_between: test.between,
                df_within: test.within,
                p: test.p,
                p_adjusted: test.p_adjusted,
            }),
            GroupTest::TooFew | GroupTest::Overlapping | GroupTest::NoSpread => None,
        },
        untested: match line.test {
            GroupTest::Tested(_) => None,
            GroupTest::TooFew => Some("too_few"),
            GroupTest::Overlapping => Some("overlapping"),
            GroupTest::NoSpread => Some("no_spread"),
        },
        differs: line.test.differs(),
        apart: (line.pairs.iter())
            .map(|it| ApartReport {
                low: value(it.low),
                high: value(it.high),
                difference: it.difference,
                p: it.p,
            })
            .collect(),
    }
}
