//! The keyboard in a table: one row has it, and keys move it.

use egui::{EventFilter, Key, Response, Ui, vec2};

use super::{Table, TableAnswer};

impl Table<'_> {
    /// The keyboard row is ringed once keys are used, not for a mere click.
    pub(super) fn ringed(&self, ui: &Ui) -> bool {
        let id = self.id.with("ring");
        ui.data(|data| data.get_temp(id)).unwrap_or(true)
    }

    pub(super) fn ring(&self, ui: &Ui, ringed: bool) {
        ui.data_mut(|data| data.insert_temp(self.id.with("ring"), ringed));
    }

    pub(super) fn cursor(&self, ui: &Ui) -> usize {
        let stored: Option<usize> = ui.data(|data| data.get_temp(self.id));
        stored
            .or(self.chosen)
            .unwrap_or(0)
            .min(self.rows.saturating_sub(1))
    }

    pub(super) fn set_cursor(&self, ui: &Ui, row: usize) {
        ui.data_mut(|data| data.insert_temp(self.id, row));
    }

    pub(super) fn keys(&self, ui: &Ui, response: &Response, row: usize, answer: &mut TableAnswer) {
        let moved = ui.data_mut(|data| data.remove_temp::<bool>(self.id.with("moved")));
        if moved.is_some() {
            response.request_focus();
        }
        if !response.has_focus() {
            return;
        }
        let filter = EventFilter {
            vertical_arrows: true,
            ..EventFilter::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
        if ui.input(|input| input.key_pressed(Key::Enter)) {
            answer.opened = Some(row);
        }
        let last = self.rows.saturating_sub(1);
        let page = ((ui.clip_rect().height() / self.height) as usize).max(1);
        let moved = ui.input(|input| {
            let pressed = |key| input.key_pressed(key);
            match () {
                () if pressed(Key::ArrowDown) => Some((row + 1).min(last)),
                () if pressed(Key::ArrowUp) => Some(row.saturating_sub(1)),
                () if pressed(Key::PageDown) => Some((row + page).min(last)),
                () if pressed(Key::PageUp) => Some(row.saturating_sub(page)),
                () if pressed(Key::Home) => Some(0),
                () if pressed(Key::End) => Some(last),
                () => None,
            }
        });
        if moved.is_some() {
            self.ring(ui, true);
        }
        if let Some(moved) = moved.filter(|moved| *moved != row) {
            self.set_cursor(ui, moved);
            // Not before it is the keyboard row: a row that is none refuses the focus.
            ui.data_mut(|data| data.insert_temp(self.id.with("moved"), true));
            ui.ctx().request_repaint();
            let shift = (moved as f32 - row as f32) * self.height;
            let rect = response.rect.translate(vec2(0.0, shift));
            ui.scroll_to_rect(rect, None);
        }
    }
}
