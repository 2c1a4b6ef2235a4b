//! What truly rose, what truly fell, what stayed and what cannot be told since another wave:
//! one table for window, pages and workbook.

use std::cmp::Reverse;

use super::{Cell, Emphasis, Head, Line, Rank, Table, Width};
use crate::analysis::{Change, Changes, ScoreLine, Verdict, score_lines};
use crate::chart::Compared;
use crate::chart::words::{
    change_interval, changes_counted, changes_judged, difference_written, same_customers,
    since_when, verdict_word,
};
use crate::i18n::{Language, number, period};
use crate::model::Subject;
use crate::tr;

/// A column of the list of changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangeColumn {
    Verdict,
    Code,
    Name,
    /// Code and name in one.
    Named,
    Before,
    After,
    Difference,
    /// In words, that which the verdict goes by.
    Interval,
    /// 95 %.
    Low,
    High,
    /// What a change would have had to be, where none can be told.
    ShownFrom,
    /// Of the customers who answered both waves.
    SameCount,
    SameBefore,
    SameAfter,
    SameVerdict,
}

impl ChangeColumn {
    /// What fits a page and the window.
    pub const PAGE: [Self; 7] = [
        Self::Verdict,
        Self::Named,
        Self::Before,
        Self::After,
        Self::Difference,
        Self::Interval,
        Self::ShownFrom,
    ];

    /// Everything as single numbers.
    pub const FULL: [Self; 13] = [
        Self::Verdict,
        Self::Code,
        Self::Name,
        Self::Before,
        Self::After,
        Self::Difference,
        Self::Low,
        Self::High,
        Self::ShownFrom,
        Self::SameCount,
        Self::SameBefore,
        Self::SameAfter,
        Self::SameVerdict,
    ];

    fn head(self, compared: &Compared<'_>, since: &Changes, language: Language) -> Head {
        let wave = compared.current.wave;
        let short = |time, label: &str| match label {
            "" => period::short(language, time),
            label => label.to_owned(),
        };
        let name = match self {
            Self::Verdict => tr!(language, "changes-verdict"),
            Self::Code => tr!(language, "cli-column-code"),
            Self::Name => tr!(language, "cli-column-name"),
            Self::Named => tr!(language, "chart-head-name"),
            Self::Before => short(since.period, &since.label),
            Self::After => short(wave.period, &wave.label),
            Self::Difference => tr!(language, "changes-difference"),
            Self::Interval => tr!(language, "chart-head-interval"),
            Self::Low => tr!(language, "changes-low"),
            Self::High => tr!(language, "changes-high"),
            Self::ShownFrom => tr!(language, "changes-shown-from"),
            Self::SameCount => tr!(language, "changes-same-count"),
            Self::SameBefore => tr!(language, "changes-same-before"),
            Self::SameAfter => tr!(language, "changes-same-after"),
            Self::SameVerdict => tr!(language, "changes-same-verdict"),
        };
        let words = matches!(
            self,
            Self::Verdict | Self::Code | Self::Name | Self::Named | Self::SameVerdict
        );
        Head {
            name,
            number: !words,
            emphasis: match self {
                Self::Interval | Self::ShownFrom => Emphasis::Weak,
                Self::Named | Self::Name => Emphasis::AsLine,
                _ => Emphasis::Plain,
            },
            width: match self {
                Self::Named | Self::Name => Width::Rest,
                _ => Width::Content,
            },
        }
    }

    fn cell(self, line: &ScoreLine<'_>, change: &Change, language: Language) -> Cell {
        let test = change.test;
        let ends = test.and_then(|test| test.interval());
        let same = change.same;
        match self {
            Self::Verdict => Cell::text(verdict_word(change.verdict, language)),
            Self::Code => Cell::text(line.code),
            Self::Name => Cell::Name(named(line, language)),
            Self::Named => Cell::Named {
                code: line.item.map_or_else(String::new, |item| item.code.clone()),
                name: named(line, language),
            },
            Self::Before => Cell::Score(change.before),
            Self::After => Cell::Score(change.after),
            Self::Difference => {
                let points = change.difference();
                let written = difference_written(points, change.verdict);
                match written == difference_written(points, Verdict::CannotTell) {
                    true => Cell::Change(points),
                    false => Cell::text(written),
                }
            }
            Self::Interval => change_interval(change, language).map_or(Cell::Missing, Cell::text),
            Self::Low => Cell::some(ends.map(|ends| ends.0), Cell::Change),
            Self::High => Cell::some(ends.map(|ends| ends.1), Cell::Change),
            Self::ShownFrom => match change.verdict {
                Verdict::CannotTell => {
                    Cell::some(test.and_then(|test| test.detectable()), Cell::Points)
                }
                Verdict::Rose | Verdict::Fell | Verdict::NoChange => Cell::Empty,
            },
            Self::SameCount => same.map_or(Cell::Empty, |it| Cell::Count(it.customers)),
            Self::SameBefore => same.map_or(Cell::Empty, |it| Cell::Score(it.before)),
            Self::SameAfter => same.map_or(Cell::Empty, |it| Cell::Score(it.after)),
            Self::SameVerdict => same.map_or(Cell::Empty, |it| {
                Cell::text(verdict_word(it.verdict, language))
            }),
        }
    }
}

fn named(line: &ScoreLine<'_>, language: Language) -> String {
    match line.subject {
        Subject::Index => tr!(language, "subject-index"),
        Subject::Satisfied | Subject::Dimension(_) | Subject::Item(_) => line.name.to_owned(),
    }
}

/// The changes of a wave as a list.
#[derive(Clone, Debug, PartialEq)]
pub struct Changed {
    /// 与 2025 下半年相比.
    pub title: String,
    /// How many rose, fell, stayed and cannot be told.
    pub counted: String,
    /// What rose first, then what fell, the widest first; then what stayed and what cannot be
    /// told, in the order of the questionnaire.
    pub table: Table,
    /// What each line of it is about.
    pub subjects: Vec<Subject>,
}

/// The list with these columns; `None` where there is no wave to compare with.
pub fn changes(
    compared: &Compared<'_>,
    columns: &[ChangeColumn],
    language: Language,
) -> Option<Changed> {
    list(compared, columns, false, language)
}

/// The same for a page: items of which nothing can be told are counted, not listed.
pub fn changes_in_brief(compared: &Compared<'_>, language: Language) -> Option<Changed> {
    list(compared, &ChangeColumn::PAGE, true, language)
}

fn list(
    compared: &Compared<'_>,
    columns: &[ChangeColumn],
    brief: bool,
    language: Language,
) -> Option<Changed> {
    let wave = &compared.current;
    let since = wave.figures.changes.first()?;
    let lines = score_lines(wave.figures, &wave.revision.questionnaire);
    let (mut told, mut reworded, mut few) = (Vec::new(), Vec::new(), Vec::new());
    for line in &lines {
        let name = || full_name(line, language);
        match compared.change(&line.subject) {
            Some(change) => told.push((line, change)),
            None if compared.reworded(&line.subject) => reworded.push(name()),
            None => few.push(name()),
        }
    }
    told.sort_by_key(|(_, change)| rank(change));
    let counted = changes_counted(&told.iter().map(|it| it.1).collect::<Vec<_>>(), language);
    let mut notes = others(&told, language);
    if brief {
        notes.extend(leave_out_unsure(&mut told, language));
    }
    let cells = |(line, change): &(&ScoreLine<'_>, &Change)| Line {
        cells: columns
            .iter()
            .map(|column| column.cell(line, change, language))
            .collect(),
        place: match line.item {
            None => Rank::Strong,
            Some(_) => Rank::Plain,
        },
        level: 0,
    };
    let listed = |names: &[String]| names.join(&tr!(language, "list-comma"));
    if !reworded.is_empty() {
        let names = listed(&reworded);
        notes.push(tr!(language, "changes-reworded", names = names));
    }
    if !few.is_empty() {
        notes.push(tr!(language, "changes-few", names = listed(&few)));
    }
    let margin = compared.rules().no_change_within;
    notes.extend(changes_judged(since, margin, language));
    let time = since_when(since, language);
    Some(Changed {
        title: tr!(language, "changes-title", wave = time),
        counted,
        table: Table {
            heads: columns
                .iter()
                .map(|it| it.head(compared, since, language))
                .collect(),
            lines: told.iter().map(cells).collect(),
            notes,
            ..Table::default()
        },
        subjects: told.iter().map(|it| it.0.subject.clone()).collect(),
    })
}

fn full_name(line: &ScoreLine<'_>, language: Language) -> String {
    let code = line.item.map_or("", |item| item.code.as_str());
    let name = named(line, language);
    format!("{code} {name}").trim().to_owned()
}

/// What is proven first, the widest first.
fn rank(change: &Change) -> (u8, Reverse<i64>) {
    let wide = (change.difference().abs() * 1e6).round() as i64;
    match change.verdict {
        Verdict::Rose => (0, Reverse(wide)),
        Verdict::Fell => (1, Reverse(wide)),
        Verdict::NoChange => (2, Reverse(0)),
        Verdict::CannotTell => (3, Reverse(0)),
    }
}

/// Leaves out the items of which nothing can be told, and says how many they are and from where
/// a change of theirs would have shown.
fn leave_out_unsure(
    told: &mut Vec<(&ScoreLine<'_>, &Change)>,
    language: Language,
) -> Option<String> {
    let unsure = |(line, change): &(&ScoreLine<'_>, &Change)| {
        line.item.is_some() && change.verdict == Verdict::CannotTell
    };
    let all: Vec<&Change> = told.iter().filter(|it| unsure(it)).map(|it| it.1).collect();
    told.retain(|it| !unsure(it));
    let shown = all.iter().filter_map(|it| it.test?.detectable());
    let (low, high) = shown.fold((f64::INFINITY, 0.0), |(low, high): (f64, f64), it| {
        (low.min(it), high.max(it))
    });
    let range = number::range(Some(low), Some(high));
    let said = || match high > 0.0 {
        true => tr!(
            language,
            "changes-unsure-items",
            count = all.len(),
            range = range
        ),
        false => tr!(language, "changes-unsure-items-only", count = all.len()),
    };
    (!all.is_empty()).then(said)
}

/// Where the same customers tell another story than all who answered.
fn others(told: &[(&ScoreLine<'_>, &Change)], language: Language) -> Vec<String> {
    let said = told.iter().filter_map(|(line, change)| {
        let name = full_name(line, language);
        let same = change.other_story()?;
        Some(same_customers(&name, same, change.verdict, language))
    });
    said.collect()
}
