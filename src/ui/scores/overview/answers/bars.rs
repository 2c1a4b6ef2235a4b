//! Diverging bars, one row an item. Every piece of a bar opens the returns behind it.

use egui::accesskit::Role;
use egui::{CursorIcon, Rect, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2};

use crate::analysis::Answered;
use crate::chart::{Answers, Area, Distribution, Mark, Measure, Reach};
use crate::i18n::number;
use crate::model::{LineageId, Subject};
use crate::theme::tokens;
use crate::tr;
use crate::ui::scores::behind;
use crate::ui::style::{Face, palette};
use crate::ui::widgets::{Column, Table, focus};
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
        return behind::answered(cx, item, Answered::Option(option.0), &option.1).map(Action::Go);
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
    let pieces = marks.iter().filter_map(|mark| match mark {
        Mark::Rect { area, .. } => Some(*area),
        Mark::Circle { center, radius, .. } => {
            Some(Area::new(center.x, center.y, center.x, center.y).grown(*radius))
        }
        _ => None,
    });
    // The pieces come in the order of the key; of few answers one for each.
    let chosen = chart.key.iter().zip(&row.counts).enumerate();
    let owners: Vec<usize> = chosen
        .flat_map(|(at, (_, count))| {
            let times = if row.few {
                *count
            } else {
                usize::from(*count > 0)
            };
            std::iter::repeat_n(at, times)
        })
        .collect();
    let mut pressed = None;
    for (piece, (area, at)) in pieces.zip(owners).enumerate() {
        let spot = Rect::from_min_max(pos2(area.left, area.top), pos2(area.right, area.bottom));
        let id = ui.scope_id().with(("piece", piece));
        let response = ui.interact(spot, id, Sense::click());
        let choice = &chart.key[at];
        let name = tr!(
            cx.language,
            "answers-piece",
            code = row.code.as_str(),
            option = choice.label.as_str(),
            n = row.counts[at]
        );
        response.widget_info(|| WidgetInfo::labeled(Role::Link, true, &name));
        if response.hovered() {
            ui.set_cursor_icon(CursorIcon::PointingHand);
            let edge = Stroke::new(tokens().stroke.tab_underline, palette(ui).text);
            ui.painter()
                .rect_stroke(spot, 1.0, edge, StrokeKind::Outside);
        }
        focus::ring(ui, &response, spot, 1.0);
        if response.clicked() {
            let option = position(cx, row.lineage, &choice.label);
            pressed = option.map(|option| (row.lineage, (option, choice.label.clone())));
        }
    }
    pressed
}

/// Where in the item's scale an option stands.
fn position(cx: &Cx<'_>, item: LineageId, label: &str) -> Option<u8> {
    let scale = cx.revision()?.questionnaire.item_of(item)?.scale.as_ref()?;
    let mut options = scale.options.iter();
    let at = options.position(|option| option.label == label)?;
    u8::try_from(at).ok()
}
