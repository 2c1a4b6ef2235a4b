//! The backups of a workspace: their dialog, and one of them restored.

use std::path::{Path, PathBuf};

use egui::Context;

use super::window::Window;
use super::worker::{Command, Opened};
use crate::model::CopyRules;
use crate::tr;
use crate::ui::shell::{CopiesDialog, KnownCopies};

impl Window {
    /// Shows the backups of the open workspace, or of one that cannot be opened.
    pub(super) fn show_copies(&mut self, path: Option<PathBuf>) {
        let open = self.desk.as_ref().map(|desk| &desk.shown);
        let (path, writable) = match (path, open) {
            (Some(path), _) => (path, true),
            (None, Some(shown)) => (shown.path.clone(), shown.writable),
            (None, None) => return,
        };
        self.copies = Some(CopiesDialog::new(&path, writable));
        self.worker.send(Command::Copies(path));
    }

    /// They were read.
    pub(super) fn copies_known(&mut self, path: &Path, known: KnownCopies) {
        if let Some(dialog) = self.copies.as_mut().filter(|it| it.path() == path) {
            dialog.learn(known);
        }
    }

    /// On this machine, from now on.
    pub(super) fn keep_copies_so(&mut self, rules: CopyRules) {
        if let Some(dialog) = &self.copies {
            let path = dialog.path().to_owned();
            self.worker.send(Command::CopyRules { path, rules });
        }
    }

    /// The second place was chosen.
    pub(super) fn second_place(&mut self, folder: PathBuf) {
        if let Some(dialog) = &self.copies {
            let path = dialog.path().to_owned();
            self.worker.send(Command::SecondPlace { path, folder });
        }
    }

    pub(super) fn restore(&mut self, context: &Context, path: PathBuf, name: String) {
        // What is typed belongs to the state that is kept.
        self.leave_tab(context);
        let other = false;
        self.worker.send(Command::Restore { path, name, other });
    }

    /// It is what it was then.
    pub(super) fn restored(&mut self, context: &Context, kept: Option<&Path>, opened: Opened) {
        self.opened(opened);
        let language = self.language();
        let words = match kept.and_then(Path::file_name) {
            Some(name) => {
                let name = name.to_string_lossy().into_owned();
                tr!(language, "said-restored", file = name)
            }
            None => tr!(language, "said-restored-new"),
        };
        self.say(context, words, None);
    }
}
