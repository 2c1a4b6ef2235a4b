//! Who has not answered, the largest turnover first.

use egui::Ui;

use super::rows::{Listed, Rows};
use crate::i18n::number;
use crate::model::{CustomerId, FrameEntry};
use crate::theme::tokens;
use crate::tr;
use crate::ui::widgets::{Cells, Column, Table, empty, icons};
use crate::ui::{Action, Cx, Place, Sight};

/// Draws the list.
pub(super) fn unanswered(ui: &mut Ui, cx: &Cx<'_>, listed: &Listed) -> Option<Action> {
    let language = cx.language;
    let (rows, cx) = (&listed.rows, &listed.sight(language));
    if listed.unanswered.is_empty() {
        let frame = cx.wave.map_or(&[][..], |wave| cx.data.frame(wave.id));
        let issued = frame.iter().any(|entry| entry.issued.is_some());
        let (title, next) = if issued {
            let title = tr!(language, "unanswered-none");
            (title, String::new())
        } else {
            let title = tr!(language, "unanswered-not-issued");
            (title, tr!(language, "unanswered-not-issued-next"))
        };
        let mut wish = None;
        empty(ui, icons::ICON_TASK_ALT, &title, &next, |ui| {
            let button = crate::ui::widgets::Button::secondary(tr!(language, "returns-frame"));
            if !issued && ui.add(button).clicked() {
                wish = Some(Action::Go(Place::Frame));
            }
        });
        return wish;
    }
    let attribute = rows.attributes.first();
    let mut columns = vec![
        Column::words(tr!(language, "column-code"), 72.0),
        Column::words(tr!(language, "column-customer"), 160.0).stretch(2.0),
    ];
    if let Some(name) = attribute {
        columns.push(Column::words(name.as_str(), 80.0).stretch(0.5));
    }
    columns.extend([
        Column::number(tr!(language, "column-turnover"), 96.0),
        Column::words(tr!(language, "column-channel"), 96.0).stretch(0.5),
        Column::words(tr!(language, "column-issued"), 96.0),
    ]);
    let frame = cx.wave.map_or(&[][..], |wave| cx.data.frame(wave.id));
    Table::new("unanswered", &columns, listed.unanswered.len())
        .inset(tokens().space.page_margin)
        .show(ui, |row, cells| {
            if let Some(id) = listed.unanswered.get(row) {
                fill(cx, rows, *id, (frame, attribute), cells);
            }
        });
    None
}

fn fill(
    cx: &Sight<'_>,
    rows: &Rows,
    id: CustomerId,
    (frame, attribute): (&[FrameEntry], Option<&String>),
    cells: &mut Cells<'_>,
) {
    let customer = rows.customer(cx, id);
    let entry = frame.iter().find(|entry| entry.customer == id);
    cells.weak(customer.map_or("", |it| it.code.as_str()));
    cells.text(customer.map_or("", |it| it.name.as_str()));
    if let Some(name) = attribute {
        let value = customer.and_then(|it| it.attributes.get(name));
        cells.weak(value.map_or("", String::as_str));
    }
    cells.text(&number::percent(rows.share(id)));
    cells.weak(entry.map_or("", |it| it.channel.as_str()));
    let issued = entry.and_then(|it| it.issued);
    cells.weak(&issued.map_or_else(String::new, |date| date.to_string()));
}
