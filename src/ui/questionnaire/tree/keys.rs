//! Keys in the tree.

use egui::{EventFilter, Key, Modifiers, Response, Ui};

use super::{Field, QuestionnaireTab, Row, View};
use crate::edit::Revise;

impl QuestionnaireTab {
    pub(super) fn keys(
        &mut self,
        ui: &Ui,
        view: &View<'_>,
        row: &Row<'_>,
        rows: &[Row<'_>],
        response: &Response,
    ) {
        if !response.has_focus() {
            return;
        }
        let arrows = EventFilter {
            vertical_arrows: true,
            horizontal_arrows: true,
            ..EventFilter::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, arrows));
        let pressed = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
        let selects = row.selects();
        if view.editable
            && let Some(selected) = &selects
        {
            for (key, down) in [(Key::ArrowUp, false), (Key::ArrowDown, true)] {
                if pressed(Modifiers::ALT, key) {
                    self.focus = true;
                    return nudge(view, row, down);
                }
            }
            if pressed(Modifiers::NONE, Key::Delete) {
                self.focus = true;
                return self.remove(view, selected);
            }
            if pressed(Modifiers::NONE, Key::F2) || pressed(Modifiers::NONE, Key::Enter) {
                return self.name(view, row);
            }
        }
        let Some(at) = rows.iter().position(|other| other.selects() == selects) else {
            return;
        };
        let walk = if pressed(Modifiers::NONE, Key::ArrowUp) {
            rows[..at].iter().rev().find_map(Row::selects)
        } else if pressed(Modifiers::NONE, Key::ArrowDown) {
            rows[at + 1..].iter().find_map(Row::selects)
        } else {
            self.fold(row, &pressed);
            None
        };
        if let Some(next) = walk {
            self.selected = next;
            self.focus = true;
            ui.ctx().request_repaint();
        }
    }

    /// Its name is typed over.
    fn name(&mut self, view: &View<'_>, row: &Row<'_>) {
        let field = match row {
            Row::Item(item, _) => Field::Text(item.lineage),
            Row::Dimension(dimension, _) => Field::DimensionName(dimension.code.clone()),
            Row::Outside(_) => return,
        };
        self.typed.type_over(view.typed(field));
    }

    /// Left closes a branch, Right opens it.
    fn fold(&mut self, row: &Row<'_>, pressed: &impl Fn(Modifiers, Key) -> bool) {
        if let Row::Dimension(dimension, _) = row {
            if pressed(Modifiers::NONE, Key::ArrowLeft) {
                self.closed.insert(dimension.code.clone());
            } else if pressed(Modifiers::NONE, Key::ArrowRight) {
                self.closed.remove(&dimension.code);
            }
        }
    }
}

fn nudge(view: &View<'_>, row: &Row<'_>, down: bool) {
    view.revise(match row {
        Row::Item(item, _) => Revise::NudgeItem {
            item: item.lineage,
            down,
        },
        Row::Dimension(dimension, _) => Revise::NudgeDimension {
            code: dimension.code.clone(),
            down,
        },
        Row::Outside(_) => return,
    });
}
