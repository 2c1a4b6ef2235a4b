//! Rows dragged to another place.

use egui::{Response, Stroke, Ui};

use super::{QuestionnaireTab, Row, Selected, View};
use crate::edit::Revise;
use crate::model::Questionnaire;
use crate::theme::tokens;
use crate::ui::style::palette;

impl QuestionnaireTab {
    /// Dragging: where the row would fall is marked by a line; letting go moves it there.
    pub(super) fn dragged(&mut self, ui: &Ui, view: &View<'_>, row: &Row<'_>, response: &Response) {
        if let Some(what) = &row.what {
            response.dnd_set_drag_payload(what.clone());
        }
        let over = response.dnd_hover_payload::<Selected>();
        if over.is_none_or(|moved| row.what.as_ref() == Some(&*moved)) {
            return;
        }
        let line = Stroke::new(tokens().stroke.focus_ring, palette(ui).accent);
        let place = response.rect;
        ui.painter().hline(place.x_range(), place.top(), line);
        if let Some(moved) = response.dnd_release_payload::<Selected>() {
            self.focus = true;
            let all = &view.revision.questionnaire;
            if let Some(fallen) = dropped_on(all, &moved, row.what.as_ref()) {
                view.revise(fallen);
            }
        }
    }
}

/// Before the row it was let go on; at the end of a branch if that is one.
fn dropped_on(all: &Questionnaire, moved: &Selected, on: Option<&Selected>) -> Option<Revise> {
    let item = |item: &_, into: Option<&String>, before| Revise::MoveItem {
        item: *item,
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
            code: code.clone(),
            below: all.dimension(on)?.parent.clone(),
            before: Some(on.clone()),
        },
        (Selected::Dimension(_), Some(Selected::Item(_)) | None)
        | (Selected::Form | Selected::Rules | Selected::Checks, _)
        | (_, Some(Selected::Form | Selected::Rules | Selected::Checks)) => return None,
    })
}
