//! Rows dragged to another place.

use egui::{Response, Ui};

use super::{QuestionnaireTab, Row, Selected, View};
use crate::edit::Revise;
use crate::model::Questionnaire;
use crate::theme::tokens;
use crate::ui::style::palette;

/// What is being dragged.
#[derive(Debug, Default)]
pub(in crate::ui::questionnaire) struct Drag {
    moved: Option<Selected>,
}

impl Drag {
    /// After all rows: whatever was let go has fallen.
    pub(super) fn settle(&mut self, ui: &Ui) {
        if ui.input(|input| input.pointer.any_released()) {
            self.moved = None;
        }
    }
}

impl QuestionnaireTab {
    /// Dragging: where the row would fall is marked by a line; letting go moves it there.
    pub(super) fn dragged(&mut self, ui: &Ui, view: &View<'_>, row: &Row<'_>, response: &Response) {
        if response.drag_started() {
            self.drag.moved = row.what.clone();
        }
        let Some(moved) = self.drag.moved.clone() else {
            return;
        };
        let over = response.contains_pointer()
            || ui.input(|input| {
                let at = input.pointer.latest_pos();
                at.is_some_and(|at| response.rect.contains(at))
            });
        if !over || row.what.as_ref() == Some(&moved) {
            return;
        }
        let colors = palette(ui);
        let line = egui::Stroke::new(tokens().stroke.focus_ring, colors.accent);
        ui.painter()
            .hline(response.rect.x_range(), response.rect.top(), line);
        if !ui.input(|input| input.pointer.any_released()) {
            return;
        }
        self.drag.moved = None;
        self.focus = true;
        if let Some(fallen) = dropped_on(&view.revision.questionnaire, moved, row.what.as_ref()) {
            view.revise(fallen);
        }
    }
}

/// Before the row it was let go on; at the end of a branch if that is one.
fn dropped_on(all: &Questionnaire, moved: Selected, on: Option<&Selected>) -> Option<Revise> {
    let item = |item, into: Option<&String>, before| Revise::MoveItem {
        item,
        into: into.cloned(),
        before,
    };
    Some(match (moved, on) {
        (Selected::Item(moved), Some(Selected::Item(on))) => {
            item(moved, all.item_of(*on)?.dimension.as_ref(), Some(*on))
        }
        (Selected::Item(moved), Some(Selected::Dimension(on))) => item(moved, Some(on), None),
        (Selected::Item(moved), None) => item(moved, None, None),
        (Selected::Dimension(code), Some(Selected::Dimension(on))) => Revise::MoveDimension {
            code,
            below: all.dimension(on)?.parent.clone(),
            before: Some(on.clone()),
        },
        _ => return None,
    })
}
