//! Rows that are no returns, each with what stands there and the way to bring it back.

use egui::{Align, Layout, Ui};

use super::Seen;
use crate::i18n::set_aside;
use crate::model::{NoReturn, RowChoice};
use crate::tr;
use crate::ui::Look;
use crate::ui::widgets::{panel, text};

/// Draws them; nothing where every row is a return.
pub(super) fn aside(ui: &mut Ui, seen: Seen<'_>) {
    let language = seen.cx.language;
    let checks = &seen.incoming.checks;
    let mut kept = seen
        .incoming
        .rows
        .iter()
        .filter(|it| it.returned)
        .peekable();
    let nothing = checks.aside.is_empty() && checks.doubtful.is_empty();
    if nothing && kept.peek().is_none() {
        return;
    }
    panel::padded(ui, |ui| {
        panel::section_head(ui, &tr!(language, "aside-title"), |_| {});
        for (aside, said) in &checks.aside {
            let row = aside.row.to_string();
            let why = set_aside::why(language, aside.why);
            let words = tr!(language, "aside-row", row = row.as_str(), why = why);
            let (verb, returned) = match aside.why {
                NoReturn::Said => (tr!(language, "aside-undo"), None),
                _ => (tr!(language, "aside-keep"), Some(true)),
            };
            line(ui, (&words, said), (&verb, &row), || {
                seen.look(Look::Row {
                    row: aside.row,
                    returned,
                });
            });
        }
        for row in &checks.doubtful {
            let said = row.to_string();
            let words = tr!(language, "aside-doubtful", row = said.as_str());
            let verb = tr!(language, "aside-drop");
            line(ui, (&words, ""), (&verb, &said), || {
                seen.look(Look::Row {
                    row: *row,
                    returned: Some(false),
                });
            });
        }
        for RowChoice { row, .. } in kept {
            let said = row.to_string();
            let words = tr!(language, "aside-kept", row = said.as_str());
            let verb = tr!(language, "aside-undo");
            line(ui, (&words, ""), (&verb, &said), || {
                seen.look(Look::Row {
                    row: *row,
                    returned: None,
                });
            });
        }
    });
}

/// A row in words, what stands there, and what can be done with it.
fn line(ui: &mut Ui, (words, said): (&str, &str), (verb, row): (&str, &str), act: impl FnOnce()) {
    ui.horizontal_top(|ui| {
        let room = ui.available_width() - 84.0;
        ui.vertical(|ui| {
            ui.set_max_width(room);
            ui.set_min_width(room);
            text::table(ui, words);
            if !said.is_empty() {
                text::weak(ui, said);
            }
        });
        ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
            if text::link_called(ui, verb, row).clicked() {
                act();
            }
        });
    });
    ui.add_space(6.0);
}
