//! Whether a backup is really to take the workspace's place, and what that means.

use egui::Context;

use super::CopiesDialog;
use crate::i18n::{Language, copy};
use crate::theme::tokens;
use crate::tr;
use crate::ui::action::WorkspaceAction;
use crate::ui::widgets::{Dialog, text};
use crate::ui::{Action, Outbox};

impl CopiesDialog {
    /// Asks; the list comes back when it was not meant. True when it is to be done.
    pub(super) fn restore(
        &mut self,
        context: &Context,
        language: Language,
        outbox: &Outbox,
    ) -> bool {
        let time = self.asking.as_ref().map(copy::time).unwrap_or_default();
        let title = tr!(language, "restore-title", time = time);
        let stem = self.path.file_stem().unwrap_or_default().to_string_lossy();
        let kept = tr!(language, "restore-kept", name = stem.into_owned());
        let meant = Dialog::new("restore", language, title, tr!(language, "restore-verb")).run(
            context,
            &mut self.asking,
            |ui, chosen| {
                ui.add_space(tokens().space.control_gap);
                let reason = copy::reason(language, chosen);
                text::body(ui, tr!(language, "restore-body", reason = reason));
                text::body(ui, kept);
                text::body(ui, tr!(language, "restore-undo"));
            },
            |chosen| {
                Ok(WorkspaceAction::Restore {
                    path: self.path.clone(),
                    name: chosen.name.clone(),
                })
            },
        );
        let ends = meant.is_some();
        outbox.ask(meant.map(Action::Workspace));
        ends
    }
}
