//! Bringing an action to its next stage, or back: who, when, and what was found.

use egui::Ui;

use crate::edit::{Intent, NewStep, Refusal, date};
use crate::i18n::stage;
use crate::model::{ActionId, CorrectiveAction, Stage};
use crate::tr;
use crate::ui::Cx;
use crate::ui::widgets::{Dialog, TextField};

/// What is typed in the dialog.
#[derive(Clone, Debug)]
pub(super) struct Advance {
    action: ActionId,
    to: Stage,
    reopened: bool,
    who: String,
    date: String,
    note: String,
}

impl Advance {
    pub(super) fn new(cx: &Cx<'_>, action: &CorrectiveAction, to: Stage, reopened: bool) -> Self {
        Self {
            action: action.id,
            to,
            reopened,
            // Whose work it is answers for it; who approves or verifies it is somebody else.
            who: match to {
                Stage::Analysis | Stage::UnderWay => action.owner.clone(),
                _ => String::new(),
            },
            date: date::show(Some(cx.today)),
            note: String::new(),
        }
    }

    fn fields(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        for (name, value, rows) in [
            (tr!(cx.language, "actions-who"), &mut self.who, 1),
            (tr!(cx.language, "actions-when"), &mut self.date, 1),
            (tr!(cx.language, "actions-note"), &mut self.note, 3),
        ] {
            TextField::new(name).rows(rows).labelled(ui, value);
        }
    }

    /// What is typed, as the step it asks for.
    fn step(&self) -> Result<NewStep, Refusal> {
        let new = NewStep {
            action: self.action,
            to: self.to,
            reopened: self.reopened,
            who: self.who.clone(),
            date: date::parse(&self.date).map_err(|_| Refusal::BadDate)?,
            note: self.note.clone(),
        };
        new.check()?;
        Ok(new)
    }
}

/// Asks, while `advance` is open.
pub(super) fn ask(advance: &mut Option<Advance>, ui: &Ui, cx: &Cx<'_>) {
    let Some(draft) = advance else {
        return;
    };
    let to = stage::name(cx.language, draft.to);
    let (title, verb) = if draft.reopened {
        (
            tr!(cx.language, "actions-reopen-title"),
            tr!(cx.language, "actions-reopen-verb"),
        )
    } else {
        (
            tr!(cx.language, "actions-advance", stage = to),
            tr!(cx.language, "actions-advance-verb"),
        )
    };
    let step = Dialog::new("advance action", cx.language, title, verb)
        .without_enter()
        .run(
            ui.ctx(),
            advance,
            |ui, draft| draft.fields(ui, cx),
            |draft| Ok(draft.step()?),
        );
    cx.edit(step.map(Intent::Advance));
}
