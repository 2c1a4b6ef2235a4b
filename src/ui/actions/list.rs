//! Actions as lines under each other, overdue ones on top; below the board those that are
//! closed, folded away until asked for.

use egui::{Frame, Panel, Ui};

use super::{ActionsTab, card};
use crate::i18n::stage;
use crate::model::{CorrectiveAction, Stage};
use crate::theme::tokens;
use crate::tr;
use crate::ui::Cx;
use crate::ui::list::{Field, List};
use crate::ui::widgets::tag::Tone;
use crate::ui::widgets::{Button, icons, panel};

/// Closed actions in sight at once.
const CLOSED: usize = 4;

impl ActionsTab {
    pub(super) fn list(&mut self, ui: &mut Ui, cx: &Cx<'_>, actions: &[&CorrectiveAction]) {
        let mut fields = named(cx);
        let owner = |action: &CorrectiveAction| action.owner.clone();
        fields.extend([
            Field::words("owner", tr!(cx.language, "actions-owner"), 90.0, owner),
            Field::signs(
                "due",
                tr!(cx.language, "actions-due"),
                110.0,
                |action, cells| {
                    let due = card::due(cx, action);
                    let late = due.late.then_some(Tone::Negative);
                    cells.toned(late.unwrap_or(Tone::Neutral), &due.words);
                },
            ),
            Field::signs(
                "stage",
                tr!(cx.language, "actions-stage"),
                100.0,
                |action: &CorrectiveAction, cells| {
                    let stage = action.stage();
                    cells.status(tone(stage), &stage::name(cx.language, stage));
                },
            ),
        ]);
        self.lines(ui, "actions", fields, actions);
    }

    /// What was closed, at the foot of the board.
    pub(super) fn closed(&mut self, ui: &mut Ui, cx: &Cx<'_>, closed: &[&CorrectiveAction]) {
        if closed.is_empty() {
            return;
        }
        let height = &tokens().height;
        let rows = closed.len().min(CLOSED) as f32;
        let table = match self.show_closed {
            true => height.table_head + rows * height.row,
            false => 0.0,
        };
        Panel::bottom("closed")
            .exact_size(height.section_header + table)
            .resizable(false)
            .frame(Frame::NONE)
            .show(ui, |ui| {
                self.fold(ui, cx, closed.len());
                if self.show_closed {
                    let mut fields = named(cx);
                    let date = |action: &CorrectiveAction| {
                        let last = action.steps.last();
                        last.map_or_else(String::new, |step| step.date.to_string())
                    };
                    let name = tr!(cx.language, "actions-closed-on");
                    fields.push(Field::words("closed", name, 110.0, date));
                    self.lines(ui, "closed actions", fields, closed);
                }
            });
    }

    fn fold(&mut self, ui: &mut Ui, cx: &Cx<'_>, count: usize) {
        panel::padded(ui, |ui| {
            ui.add_space((tokens().height.section_header - tokens().height.control_small) / 2.0);
            let (icon, words) = if self.show_closed {
                (
                    icons::ICON_EXPAND_MORE,
                    tr!(cx.language, "actions-hide-closed", count = count),
                )
            } else {
                (
                    icons::ICON_CHEVRON_RIGHT,
                    tr!(cx.language, "actions-show-closed", count = count),
                )
            };
            if ui.add(Button::quiet(words).icon(icon).small()).clicked() {
                self.show_closed = !self.show_closed;
            }
        });
    }

    fn lines<'a>(
        &mut self,
        ui: &mut Ui,
        id: &'static str,
        fields: Vec<Field<'a, &'a CorrectiveAction>>,
        actions: &[&'a CorrectiveAction],
    ) {
        let mut known = actions.iter();
        let chosen = known.position(|action| Some(action.id) == self.chosen);
        let list = List::new(id, fields).chosen(chosen, false);
        let taken = list.show(ui, actions.len(), |at| actions.get(at).copied());
        if let Some(action) = taken.chosen.or(taken.opened) {
            self.chosen = Some(action.id);
        }
    }
}

/// The columns every list of actions begins with.
fn named<'a>(cx: &Cx<'_>) -> Vec<Field<'a, &'a CorrectiveAction>> {
    let number = |action: &CorrectiveAction| action.number.clone();
    let title = |action: &CorrectiveAction| action.title.clone();
    let department = |action: &CorrectiveAction| action.department.clone();
    vec![
        Field::words("number", tr!(cx.language, "actions-number"), 110.0, number),
        Field::words("title", tr!(cx.language, "actions-title"), 220.0, title)
            .drawn(|action, cells| cells.bold(&action.title))
            .stretch(1.0),
        Field::words(
            "department",
            tr!(cx.language, "actions-department"),
            110.0,
            department,
        ),
    ]
}

/// How far along a stage is, as a dot.
fn tone(stage: Stage) -> Tone {
    match stage {
        Stage::Open | Stage::Verification => Tone::Hollow,
        Stage::Analysis => Tone::Neutral,
        Stage::Approved | Stage::UnderWay => Tone::Accent,
        Stage::Closed => Tone::Positive,
    }
}
