//! Keys in the tree.

use egui::{EventFilter, Key, Modifiers, Response, Ui};

use super::{Field, QuestionnaireTab, Row, Selected, View};
use crate::edit::Revise;

impl QuestionnaireTab {
    /// Keys of the row that has the keyboard, `at` its place among all.
    pub(super) fn keys(
        &mut self,
        ui: &Ui,
        view: &View<'_>,
        rows: &[Row<'_>],
        at: usize,
        response: &Response,
    ) {
        let Some(row) = rows.get(at).filter(|_| response.has_focus()) else {
            return;
        };
        let arrows = EventFilter {
            vertical_arrows: true,
            horizontal_arrows: true,
            ..EventFilter::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, arrows));
        let pressed = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
        let plain = |key| pressed(Modifiers::NONE, key);
        if let Some(what) = row.what.as_ref().filter(|_| view.editable) {
            for (key, down) in [(Key::ArrowUp, false), (Key::ArrowDown, true)] {
                if pressed(Modifiers::ALT, key) {
                    self.focus = true;
                    return nudge(view, what, down);
                }
            }
            if plain(Key::Delete) {
                self.focus = true;
                return self.remove(view, what);
            }
            if plain(Key::F2) || plain(Key::Enter) {
                return self.type_over(view, what);
            }
        }
        let mut others = rows.iter().filter_map(|row| row.what.as_ref());
        let above = rows.iter().take(at).filter(|row| row.what.is_some());
        let above = above.count();
        let walk = if plain(Key::ArrowUp) {
            above.checked_sub(1).and_then(|before| others.nth(before))
        } else if plain(Key::ArrowDown) {
            others.nth(above + usize::from(row.what.is_some()))
        } else {
            None
        };
        if let Some(next) = walk.cloned() {
            self.selected = next;
            self.focus = true;
            ui.ctx().request_repaint();
        }
        // Left closes a branch, Right opens it.
        if let Some(branch) = row.branch {
            if plain(Key::ArrowLeft) {
                self.closed.insert(branch.to_owned());
            } else if plain(Key::ArrowRight) {
                self.closed.remove(branch);
            }
        }
    }

    /// Its name is typed over.
    fn type_over(&mut self, view: &View<'_>, what: &Selected) {
        let field = match what {
            Selected::Item(lineage) => Field::Text(*lineage),
            Selected::Dimension(code) => Field::DimensionName(code.clone()),
            Selected::Form | Selected::Rules | Selected::Checks => return,
        };
        self.typed.type_over(view.typed(field));
    }
}

fn nudge(view: &View<'_>, what: &Selected, down: bool) {
    view.revise(match what {
        &Selected::Item(item) => Revise::NudgeItem { item, down },
        Selected::Dimension(code) => {
            let code = code.clone();
            Revise::NudgeDimension { code, down }
        }
        Selected::Form | Selected::Rules | Selected::Checks => return,
    });
}
