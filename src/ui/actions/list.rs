//! All actions as a table, overdue ones on top.

use egui::Ui;

use super::{ActionsTab, card};
use crate::i18n::stage;
use crate::model::{CorrectiveAction, Stage};
use crate::theme::tokens;
use crate::tr;
use crate::ui::Cx;
use crate::ui::widgets::tag::Tone;
use crate::ui::widgets::{Column, Table};

impl ActionsTab {
    pub(super) fn list(&mut self, ui: &mut Ui, cx: &Cx<'_>, actions: &[&CorrectiveAction]) {
        let columns = [
            Column::words(tr!(cx.language, "actions-number"), 110.0),
            Column::words(tr!(cx.language, "actions-title"), 220.0).stretch(1.0),
            Column::words(tr!(cx.language, "actions-department"), 110.0),
            Column::words(tr!(cx.language, "actions-owner"), 90.0),
            Column::words(tr!(cx.language, "actions-due"), 110.0),
            Column::words(tr!(cx.language, "actions-stage"), 100.0),
        ];
        let chosen = actions
            .iter()
            .position(|action| Some(action.id) == self.chosen);
        let answer = Table::new("actions", &columns, actions.len())
            .inset(tokens().space.page_margin)
            .chosen(chosen)
            .show(ui, |row, cells| {
                let Some(action) = actions.get(row) else {
                    return;
                };
                cells.weak(&action.number);
                cells.bold(&action.title);
                cells.text(&action.department);
                cells.text(&action.owner);
                let (due, late) = card::due(cx, action);
                if late {
                    cells.toned(Tone::Negative, &due);
                } else {
                    cells.weak(&due);
                }
                let stage = action.stage();
                cells.status(tone(stage), &stage::name(cx.language, stage));
            });
        if let Some(action) = answer
            .chosen
            .or(answer.opened)
            .and_then(|row| actions.get(row))
        {
            self.chosen = Some(action.id);
        }
    }
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
