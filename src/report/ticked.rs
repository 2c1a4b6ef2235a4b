//! Questions where several options can be ticked: how many returns ticked each.

use super::{Cell, Emphasis, Head, Line, Rank, Table, Width};
use crate::analysis::{ItemFigures, OptionCount, WaveFigures};
use crate::i18n::Language;
use crate::model::{ItemKind, Questionnaire};
use crate::tr;

/// A question with its table.
#[derive(Clone, Debug, PartialEq)]
pub struct Ticks {
    pub title: String,
    pub table: Table,
}

/// One a question, in the order of the form; those nobody answered are left out. The shares are of
/// the returns that answered, so that together they may be more than all.
pub fn ticks(asked: &Questionnaire, figures: &WaveFigures, language: Language) -> Vec<Ticks> {
    let several = asked.items.iter().filter(|it| it.kind == ItemKind::Multi);
    let items = several.filter_map(|it| figures.item(it.lineage));
    items
        .filter(|item| item.figure.n > 0)
        .map(|item| Ticks {
            title: format!("{} {}", item.code, item.text),
            table: table(item, language),
        })
        .collect()
}

/// All of them in one, with the question in front.
pub fn all_ticks(asked: &Questionnaire, figures: &WaveFigures, language: Language) -> Table {
    let head = |name, number| Head {
        name,
        number,
        ..Head::default()
    };
    let several = asked.items.iter().filter(|it| it.kind == ItemKind::Multi);
    let items = several.filter_map(|it| figures.item(it.lineage));
    let line = |item: &ItemFigures, option: &OptionCount| {
        let rate = item.ticked(option);
        Line {
            cells: vec![
                Cell::text(&item.code),
                Cell::text(&item.text),
                Cell::text(&option.label),
                count(item, option),
                Cell::Count(item.figure.n),
                Cell::some(rate.map(|it| it.share), Cell::Rate),
                Cell::some(rate.map(|it| it.low), Cell::Rate),
                Cell::some(rate.map(|it| it.high), Cell::Rate),
            ],
            place: Rank::Plain,
            level: 0,
        }
    };
    let lines = items.flat_map(|item| item.counts.iter().map(move |it| line(item, it)));
    Table {
        lines: lines.collect(),
        heads: vec![
            head(tr!(language, "sheet-code"), false),
            head(tr!(language, "sheet-text"), false),
            head(tr!(language, "sheet-option"), false),
            head(tr!(language, "ticks-ticked"), true),
            head(tr!(language, "ticks-answered"), true),
            head(tr!(language, "sheet-share"), true),
            head(tr!(language, "sheet-low"), true),
            head(tr!(language, "sheet-high"), true),
        ],
        ..Table::default()
    }
}

/// What is hidden is hidden whole: a share could be reckoned from its count.
fn count(item: &ItemFigures, option: &OptionCount) -> Cell {
    let shown = option.n.filter(|_| !item.figure.few());
    shown.map_or(Cell::Missing, Cell::Count)
}

fn table(item: &ItemFigures, language: Language) -> Table {
    let head = |name, number, width| Head {
        name,
        number,
        width,
        emphasis: Emphasis::Plain,
    };
    let line = |option: &OptionCount| {
        let rate = item.ticked(option);
        Line {
            cells: vec![
                Cell::Name(option.label.clone()),
                count(item, option),
                Cell::some(rate.map(|it| it.share), Cell::Rate),
                rate.map_or(Cell::Missing, |it| Cell::Rates {
                    low: it.low,
                    high: it.high,
                }),
            ],
            place: Rank::Plain,
            level: 0,
        }
    };
    let base = item.figure.n;
    let note = match item.figure.few() {
        true => tr!(language, "ticks-few", n = base),
        false => tr!(language, "ticks-base", n = base),
    };
    Table {
        heads: vec![
            head(tr!(language, "sheet-option"), false, Width::Rest),
            head(tr!(language, "ticks-ticked"), true, Width::Content),
            head(tr!(language, "sheet-share"), true, Width::Content),
            head(tr!(language, "chart-head-interval"), true, Width::Content),
        ],
        lines: item.counts.iter().map(line).collect(),
        notes: vec![note],
        ..Table::default()
    }
}
