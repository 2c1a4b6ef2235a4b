//! What is wanted of items, or expected, held against what is found: a table, and a chart of it.

use super::{Cell, Emphasis, Head, Line, Rank, Table, Width};
use crate::analysis::{Gap, Gaps, WaveFigures};
use crate::chart::GroupCharts;
use crate::chart::words::{gap_interval, gap_title, gap_verdict, gap_wanted, gap_written};
use crate::i18n::Language;
use crate::model::{LineageId, Questionnaire};
use crate::tr;

/// The gaps of a wave.
#[derive(Clone, Debug, PartialEq)]
pub struct GapPart {
    /// What they are of.
    pub heading: String,
    /// Which are proven.
    pub title: String,
    pub table: Table,
    /// What each line of it is about.
    pub items: Vec<LineageId>,
    /// `None` where all of it is hidden.
    pub chart: Option<GroupCharts>,
}

/// Of the shown figures; `None` where no item was asked both ways.
pub fn gaps(
    gaps: &Gaps,
    asked: &Questionnaire,
    figures: &WaveFigures,
    language: Language,
) -> Option<GapPart> {
    if gaps.items.is_empty() && gaps.unlike.is_empty() {
        return None;
    }
    let wanted = gap_wanted(gaps, asked, language);
    let line = |gap: &Gap| {
        let text = figures.item(gap.lineage).map(|item| item.text.clone());
        let points = |value: f64| match gap.hidden {
            true => Cell::Missing,
            false => Cell::Points(value),
        };
        Line {
            cells: vec![
                Cell::Named {
                    code: gap.code.clone(),
                    name: text.unwrap_or_default(),
                },
                points(gap.wanted),
                points(gap.found),
                Cell::text(gap_written(gap)),
                gap_interval(gap, language).map_or(Cell::Missing, Cell::text),
                Cell::Count(gap.n),
                Cell::text(gap_verdict(gap, &asked.rules, language)),
            ],
            place: Rank::Plain,
            level: 0,
        }
    };
    let mut notes = Vec::new();
    if !gaps.items.is_empty() {
        notes.push(tr!(
            language,
            "gap-note",
            wanted = wanted.as_str(),
            n = gaps.items.len()
        ));
    }
    if !gaps.unlike.is_empty() {
        let codes = gaps.unlike.iter().filter_map(|it| asked.item_of(*it));
        let codes: Vec<&str> = codes.map(|it| it.code.as_str()).collect();
        let codes = codes.join(&tr!(language, "matrix-comma"));
        notes.push(tr!(language, "gap-unlike", codes = codes));
    }
    Some(GapPart {
        heading: tr!(language, "gap-heading", wanted = wanted.as_str()),
        title: gap_title(gaps, &wanted, language),
        table: Table {
            heads: heads(wanted, language),
            lines: gaps.items.iter().map(line).collect(),
            notes,
            ..Table::default()
        },
        items: gaps.items.iter().map(|it| it.lineage).collect(),
        chart: GroupCharts::gaps(gaps, asked, figures, language),
    })
}

fn heads(wanted: String, language: Language) -> Vec<Head> {
    let head = |name: String, number: bool| Head {
        name,
        number,
        ..Head::default()
    };
    vec![
        Head {
            emphasis: Emphasis::AsLine,
            width: Width::Rest,
            ..head(tr!(language, "matrix-item"), false)
        },
        head(wanted, true),
        head(tr!(language, "gap-found"), true),
        Head {
            emphasis: Emphasis::Strong,
            ..head(tr!(language, "gap-points"), true)
        },
        head(tr!(language, "chart-head-interval"), true),
        head("n".to_owned(), true),
        head(tr!(language, "gap-said"), false),
    ]
}
