//! The answers by option: for a page a bar an item, one table for items of one scale; for
//! whoever goes on computing a line an option.

use super::{Cell, Emphasis, Head, Line, Rank, Table, Width};
use crate::analysis::{ItemFigures, OptionCount, WaveFigures};
use crate::chart::{Answers, Chart, Compared, Distribution};
use crate::i18n::Language;
use crate::tr;

/// The scored items in the order of the form.
pub fn answers(compared: &Compared<'_>, language: Language) -> Vec<Table> {
    let figures = compared.current.figures;
    let scored = figures.items.iter().filter(|item| item.scored);
    let charts = Distribution::build(scored, compared.rules(), language);
    let table = |chart: Distribution| {
        let lines = chart.rows.iter().enumerate();
        Table {
            heads: heads(&chart),
            lines: lines.map(|(at, row)| drawn(at, row, figures)).collect(),
            chart: Some(Chart::Distribution(chart)),
            ..Table::default()
        }
    };
    charts.into_iter().map(table).collect()
}

fn heads(chart: &Distribution) -> Vec<Head> {
    let number = |name: &str, emphasis| Head {
        name: name.to_owned(),
        number: true,
        emphasis,
        width: Width::Content,
    };
    vec![
        Head {
            name: chart.item.clone(),
            width: Width::Rest,
            ..Head::default()
        },
        Head {
            width: Width::Chart,
            ..Head::default()
        },
        number(&chart.satisfied, Emphasis::Weak),
        number(&chart.score, Emphasis::Strong),
    ]
}

fn drawn(at: usize, row: &Answers, figures: &WaveFigures) -> Line {
    let item = row.of.and_then(|of| figures.item(of));
    let figure = item.map(|item| &item.figure);
    Line {
        cells: vec![
            Cell::Named {
                code: row.code.clone(),
                name: row.text.clone(),
            },
            Cell::Drawn(at),
            Cell::some(figure.and_then(|it| it.satisfied), Cell::Rate),
            Cell::some(figure.and_then(|it| it.score), Cell::Score),
        ],
        place: Rank::Plain,
        level: 0,
    }
}

/// Every option of every item with how often it was chosen.
pub fn options(figures: &WaveFigures, language: Language) -> Table {
    let head = |name, number| Head {
        name,
        number,
        ..Head::default()
    };
    let line = |item: &ItemFigures, option: &OptionCount| Line {
        cells: vec![
            Cell::text(&item.code),
            Cell::text(&item.text),
            Cell::text(&option.label),
            option.score.map_or(Cell::Empty, Cell::Raw),
            option.n.map_or(Cell::Missing, Cell::Count),
            Cell::some(item.share_of(option), Cell::Rate),
        ],
        place: Rank::Plain,
        level: 0,
    };
    let items = figures.items.iter();
    let lines = items.flat_map(|item| item.counts.iter().map(move |option| line(item, option)));
    Table {
        heads: vec![
            head(tr!(language, "sheet-code"), false),
            head(tr!(language, "sheet-text"), false),
            head(tr!(language, "sheet-option"), false),
            head(tr!(language, "sheet-score"), true),
            head(tr!(language, "sheet-count"), true),
            head(tr!(language, "sheet-share"), true),
        ],
        lines: lines.collect(),
        ..Table::default()
    }
}
