//! Making a return void, with the reason.

use egui::Context;

use super::rows::Rows;
use crate::edit::{Intent, Refusal};
use crate::model::ReturnId;
use crate::tr;
use crate::ui::widgets::{Chip, Dialog, TextField, dialog, labelled, text};
use crate::ui::{Action, Cx};

/// The question, while it is asked.
#[derive(Debug, Default)]
pub(super) struct VoidDialog {
    returned: Option<ReturnId>,
    reason: String,
}

impl VoidDialog {
    pub(super) fn ask(&mut self, returned: ReturnId) {
        self.returned = Some(returned);
        self.reason.clear();
    }

    /// Draws it if it is asked.
    pub(super) fn show(&mut self, context: &Context, cx: &Cx<'_>, rows: &Rows) -> Option<Action> {
        let language = cx.language;
        let row = rows.find(cx, self.returned?)?;
        let name = row.name(language);
        let (title, verb, cancel) = (
            tr!(language, "void-title"),
            tr!(language, "void-verb"),
            tr!(language, "cancel"),
        );
        let reason = match self.reason.trim().is_empty() {
            true => Err(Refusal::NeedsReason),
            false if cx.stale => Err(Refusal::NotRead),
            false => Ok(()),
        };
        let answer = Dialog::new("void", &title, &verb, &cancel)
            .unless(reason, language)
            .show(context, |ui| {
                text::table(ui, tr!(language, "void-explained", name = name.as_str()));
                ui.add_space(4.0);
                labelled(ui, &tr!(language, "void-reason"), |ui| {
                    (TextField::new("").show(ui, &mut self.reason), ())
                });
                ui.horizontal_wrapped(|ui| {
                    ui.spacing_mut().item_spacing.x = 6.0;
                    for reason in [
                        tr!(language, "void-too-little"),
                        tr!(language, "void-all-alike"),
                        tr!(language, "void-wrong-person"),
                        tr!(language, "void-second"),
                    ] {
                        let chosen = self.reason == reason;
                        if ui.add(Chip::new(reason.as_str()).chosen(chosen)).clicked() {
                            self.reason = reason;
                        }
                    }
                });
            })?;
        self.returned = None;
        match answer {
            dialog::Answer::Done => {
                let reason = std::mem::take(&mut self.reason);
                Some(Action::Do(Intent::Void(row.returned.id, reason)))
            }
            dialog::Answer::Cancelled => None,
        }
    }
}
