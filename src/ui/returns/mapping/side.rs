//! Beside the columns: the first returns as they will be, above what the file was held against.

use egui::{ScrollArea, Ui};

use super::{Seen, aside, checks, waits};
use crate::i18n::number;
use crate::theme::tokens;
use crate::tr;
use crate::ui::style::palette;
use crate::ui::widgets::{Button, Cells, Column, Table, Tone, icons, panel, text};
use crate::ui::{HeadCell, Look};

/// Items shown of each return.
const ITEMS: usize = 5;
/// Returns shown.
const ROWS: usize = 7;

/// Draws it; the column one of the checks leads to.
pub(super) fn side(ui: &mut Ui, seen: Seen<'_>) -> Option<usize> {
    let area = ScrollArea::vertical().auto_shrink([false, false]);
    area.show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        head(ui, seen);
        rows(ui, seen);
        ui.add_space(tokens().space.group_gap);
        let led = checks::checks(ui, seen);
        aside::aside(ui, seen);
        led
    })
    .inner
}

fn head(ui: &mut Ui, seen: Seen<'_>) {
    let language = seen.cx.language;
    panel::padded(ui, |ui| {
        ui.add_space(4.0);
        panel::section_head(ui, &tr!(language, "head-title"), |ui| {
            let shown = seen.incoming.head.len().min(ROWS);
            if shown > 0 {
                let all = seen.incoming.checks.returns;
                text::weak(ui, tr!(language, "head-count", shown = shown, all = all));
            }
        });
    });
}

/// Places of the items shown: those that wait to be decided among them.
fn items(seen: Seen<'_>) -> Vec<usize> {
    let column_of = |place: usize| {
        let lineage = seen.asked.items.get(place)?.lineage;
        let mut columns = seen.incoming.columns.iter();
        let at = columns.position(|it| it.target.item() == Some(lineage))?;
        seen.column(at)
    };
    let mapped: Vec<usize> = (0..seen.asked.items.len())
        .filter(|place| column_of(*place).is_some())
        .collect();
    let urgent =
        |place: &usize| column_of(*place).is_some_and(|it| waits(&it) || it.preview.unreadable > 0);
    let mut shown: Vec<usize> = mapped.iter().copied().filter(urgent).take(ITEMS).collect();
    for place in mapped {
        if shown.len() < ITEMS && !shown.contains(&place) {
            shown.push(place);
        }
    }
    shown.sort_unstable();
    shown
}

fn rows(ui: &mut Ui, seen: Seen<'_>) {
    let items = items(seen);
    let language = seen.cx.language;
    let mut head = seen.incoming.head.iter();
    let whose = match head.any(|row| !row.customer.is_empty()) {
        true => tr!(language, "column-customer"),
        false => tr!(language, "column-row"),
    };
    let mut columns = vec![Column::words(whose, 80.0).stretch(1.0)];
    let leave = Column::words(String::new(), 28.0);
    let shown = items
        .iter()
        .filter_map(|place| seen.asked.items.get(*place));
    columns.extend(shown.map(|item| Column::number(item.code.as_str(), 50.0)));
    columns.push(leave);
    ui.scope(|ui| {
        let fill = palette(ui).surface;
        let shown = seen.incoming.head.len().min(ROWS);
        let height = tokens().height.table_head + shown as f32 * tokens().height.row_dense;
        let mut ground = ui.available_rect_before_wrap();
        ground.max.y = ground.min.y + height;
        ui.painter().rect_filled(ground, 0.0, fill);
        Table::new("head", &columns, shown)
            .inset(tokens().space.panel_margin)
            .row_height(tokens().height.row_dense)
            .plain()
            .show(ui, |row, cells| {
                let Some(head) = seen.incoming.head.get(row) else {
                    return;
                };
                match (head.customer.is_empty(), head.known) {
                    (true, _) => cells.weak(&head.row.to_string()),
                    (false, true) => cells.text(&head.customer),
                    (false, false) => cells.toned(Tone::Warning, &head.customer),
                }
                for place in &items {
                    cell(seen, head.answers.get(*place), cells);
                }
                cells.ui(|ui| leave_out(ui, seen, head.row));
            });
    });
}

/// The way to say that a row is no return.
fn leave_out(ui: &mut Ui, seen: Seen<'_>, row: u32) {
    let words = tr!(seen.cx.language, "aside-leave", row = row.to_string());
    let button = Button::icon_only(icons::ICON_CLOSE, words).small();
    if ui.add(button).clicked() {
        let returned = Some(false);
        seen.look(Look::Row { row, returned });
    }
}

fn cell(seen: Seen<'_>, cell: Option<&HeadCell>, cells: &mut Cells<'_>) {
    let language = seen.cx.language;
    match cell {
        Some(HeadCell::Score(score)) => cells.text(&number::plain(*score)),
        Some(HeadCell::Words(words)) => cells.weak(words),
        Some(HeadCell::NotApplicable) => cells.weak(&tr!(language, "head-na")),
        Some(HeadCell::Blank) => cells.weak(&tr!(language, "mapping-blank")),
        Some(HeadCell::Unreadable | HeadCell::Undecided) => cells.toned(Tone::Warning, "?"),
        Some(HeadCell::Absent) | None => cells.skip(),
    }
}
