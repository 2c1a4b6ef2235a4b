//! Whether a backup is really to take the workspace's place, and what that means.

use egui::Context;

use super::{CopiesAnswer, CopiesDialog};
use crate::i18n::{Language, copy};
use crate::model::KeptCopy;
use crate::theme::tokens;
use crate::tr;
use crate::ui::Action;
use crate::ui::action::WorkspaceAction;
use crate::ui::widgets::{Dialog, dialog, text};

impl CopiesDialog {
    /// Asks; the list comes back when it was not meant.
    pub(super) fn ask(
        &mut self,
        context: &Context,
        language: Language,
        chosen: &KeptCopy,
    ) -> Option<CopiesAnswer> {
        let time = copy::time(chosen);
        let (title, verb, cancel) = (
            tr!(language, "restore-title", time = time),
            tr!(language, "restore-verb"),
            tr!(language, "cancel"),
        );
        let stem = self.path.file_stem().unwrap_or_default().to_string_lossy();
        let kept = tr!(language, "restore-kept", name = stem.into_owned());
        let answer = Dialog::new("restore", &title, &verb, &cancel).show(context, |ui| {
            ui.add_space(tokens().space.control_gap);
            let reason = copy::reason(language, chosen);
            text::body(ui, tr!(language, "restore-body", reason = reason));
            text::body(ui, kept);
            text::body(ui, tr!(language, "restore-undo"));
        })?;
        self.asking = false;
        match answer {
            dialog::Answer::Done => {
                let restore = WorkspaceAction::Restore {
                    path: self.path.clone(),
                    name: chosen.name.clone(),
                };
                Some(CopiesAnswer::Last(Action::Workspace(restore)))
            }
            dialog::Answer::Cancelled => None,
        }
    }
}
