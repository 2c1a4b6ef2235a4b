//! Diverging bars, one row an item. Every piece of a bar opens the returns behind it.

use egui::{Rect, Ui, vec2};

use crate::chart::{Answers, Area, Distribution, Mark, Measure, Reach};
use crate::i18n::number;
use crate::model::Subject;
use crate::theme::tokens;
use crate::tr;
use crate::ui::scores::behind;
use crate::ui::scores::pieces::{self, Piece};
use crate::ui::style::{Face, palette};
use crate::ui::widgets::table::TableAnswer;
use crate::ui::widgets::{Column, Table};
use crate::ui::{Action, Cx, Place, scene};

/// Draws the rows.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, chart: &Distribution, title: &str) {
    let measure = Measure::shared();
    let wide = ui.available_width() >= 1000.0;
    let columns = [
        Column::words(chart.item.as_str(), if wide { 280.0 } else { 230.0 }).stretch(0.2),
        Column::words("", 260.0).stretch(1.0),
        Column::number(chart.satisfied.as_str(), 84.0),
        Column::number(chart.score.as_str(), 76.0),
    ];
    let before = ui.cursor().top();
    // A key of several lines needs room above the head's own line; how many it takes is known
    // once the bars were drawn.
    let id = ui.scope_id().with("key");
    let lines: usize = ui.data(|data| data.get_temp(id)).unwrap_or(1);
    ui.add_space((lines.saturating_sub(1)) as f32 * Distribution::KEY_LINE);
    let height = &tokens().height;
    let height = height.table_head + chart.rows.len() as f32 * height.row_chart;
    let place = Rect::from_min_size(ui.cursor().min, vec2(ui.available_width(), height));
    let name = tr!(cx.language, "chart-picture", title = title);
    scene::named(ui, place, &name);
    let reach = chart.reach();
    let mut track = None;
    let answer = Table::new("bars", &columns, chart.rows.len())
        .row_height(tokens().height.row_chart)
        .inset(tokens().space.page_margin)
        .plain()
        .show(ui, |at, cells| {
            let row = &chart.rows[at];
            cells.named(&row.code, &row.text);
            cells.ui_said(&chart.said(row), |ui| {
                track = Some(ui.max_rect().x_range());
                bar(ui, cx, chart, row, reach);
            });
            let colors = cells.palette();
            for (face, words) in [(Face::Table, &row.satisfied), (Face::Section, &row.score)] {
                if words == number::MISSING {
                    cells.weak(words);
                } else {
                    cells.figure(face, colors.text, words);
                }
            }
        });
    if let Some(track) = track {
        let (marks, needed) = chart.key_marks(track.min, track.max, measure);
        if needed != lines {
            ui.data_mut(|data| data.insert_temp(id, needed));
            ui.ctx().request_repaint();
        }
        let moved: Vec<Mark> = marks
            .into_iter()
            .map(|mark| mark.moved(0.0, before))
            .collect();
        scene::marks(ui.painter(), &moved, palette(ui));
    }
    leads(cx, chart, answer, |column| column > 0);
}

/// A row leads to its item's page, figures to the returns behind them.
pub(super) fn leads(
    cx: &Cx<'_>,
    chart: &Distribution,
    answer: TableAnswer,
    figure: impl Fn(usize) -> bool,
) {
    let pressed = answer.figure.or(answer.opened.map(|at| (at, 0)));
    cx.ask(pressed.and_then(|(at, column)| {
        let item = chart.rows.get(at)?.of?;
        let place = match figure(column) {
            true => behind::score(cx, &Subject::Item(item))?,
            false => Place::Item(item),
        };
        Some(Action::Go(place))
    }));
}

fn bar(ui: &mut Ui, cx: &Cx<'_>, chart: &Distribution, row: &Answers, reach: Reach) {
    let rect = ui.max_rect();
    let area = Area::new(rect.left(), rect.top(), rect.right(), rect.bottom());
    let marks = chart.bar(row, reach, area, Measure::shared());
    scene::marks(ui.painter(), &marks, palette(ui));
    let counted = chart.key.iter().zip(&row.counts);
    let pieces = counted.map(|(choice, count)| Piece {
        option: &choice.label,
        count: *count,
        // One for each of few answers.
        drawn: if row.few { *count } else { (*count).min(1) },
    });
    if let Some(item) = row.of {
        pieces::show(ui, cx, &marks, (item, &row.code), pieces);
    }
}
