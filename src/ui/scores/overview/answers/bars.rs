//! Diverging bars, one row an item. Every piece of a bar opens the returns behind it.

use egui::{Rect, Ui};

use crate::analysis::Answered;
use crate::chart::{Answers, Area, Distribution, Mark, Measure, Reach};
use crate::i18n::number;
use crate::model::{LineageId, Subject};
use crate::theme::tokens;
use crate::tr;
use crate::ui::scores::behind;
use crate::ui::scores::pieces::pieces;
use crate::ui::style::{Face, palette};
use crate::ui::widgets::{Column, Table};
use crate::ui::{Action, Cx, Place, scene};

/// Draws the rows.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, chart: &Distribution) -> Option<Action> {
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
    let reach = chart.reach();
    let mut track = None;
    let mut pressed = None;
    let answer = Table::new("bars", &columns, chart.rows.len())
        .row_height(tokens().height.row_chart)
        .inset(tokens().space.page_margin)
        .plain()
        .show(ui, |at, cells| {
            let row = &chart.rows[at];
            cells.named(&row.code, &row.text);
            let inner = cells.ui_said(&said(chart, row), |ui| {
                let rect = ui.max_rect();
                track = Some(rect.x_range());
                bar(ui, cx, chart, row, reach, rect)
            });
            pressed = pressed.take().or(inner.flatten());
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
    if let Some((item, option)) = pressed {
        return behind::answered(cx, item, Answered::Option(option.0), Some(&option.1))
            .map(Action::Go);
    }
    let (at, column) = answer.figure.or(answer.opened.map(|at| (at, 0)))?;
    let item = chart.rows.get(at)?.lineage;
    match column {
        0 => Some(Action::Go(Place::Item(item))),
        _ => behind::score(cx, &Subject::Item(item)).map(Action::Go),
    }
}

/// What the bar says: every option with its count.
fn said(chart: &Distribution, row: &Answers) -> String {
    let pairs = chart.key.iter().zip(&row.counts);
    let words = pairs.map(|(choice, count)| format!("{} {count}", choice.label));
    words.collect::<Vec<_>>().join(" ")
}

/// Position of an option in the item's scale, and what it is called.
type Picked = (u8, String);

fn bar(
    ui: &mut Ui,
    cx: &Cx<'_>,
    chart: &Distribution,
    row: &Answers,
    reach: Reach,
    rect: Rect,
) -> Option<(LineageId, Picked)> {
    let area = Area::new(rect.left(), rect.top(), rect.right(), rect.bottom());
    let marks = chart.bar(row, reach, area, Measure::shared());
    scene::marks(ui.painter(), &marks, palette(ui));
    // The pieces come in the order of the key; of few answers one for each.
    let names: Vec<(usize, String)> = chart
        .key
        .iter()
        .zip(&row.counts)
        .enumerate()
        .flat_map(|(at, (choice, count))| {
            let name = tr!(
                cx.language,
                "answers-piece",
                code = row.code.as_str(),
                option = choice.label.as_str(),
                n = (*count)
            );
            let times = if row.few {
                *count
            } else {
                usize::from(*count > 0)
            };
            std::iter::repeat_n((at, name), times)
        })
        .collect();
    let choice = &chart.key[pieces(ui, &marks, &names)?];
    let option = behind::option(cx, row.lineage, &choice.label)?;
    Some((row.lineage, (option, choice.label.clone())))
}
