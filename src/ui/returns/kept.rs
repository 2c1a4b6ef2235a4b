//! What is kept of an imported file: saved, removed, and the question before it is removed.

use egui::{Context, Ui};

use crate::model::{Import, ImportId};
use crate::tr;
use crate::ui::widgets::{Button, Dialog, MenuItem, icons, menu, text};
use crate::ui::{Action, Cx, Kept};

/// What removing the kept file means; another import of the same file keeps its own.
fn dropped(cx: &Cx<'_>, import: &Import) -> String {
    let language = cx.language;
    let file = import.file.as_str();
    let explained = tr!(language, "drop-original-explained", file = file);
    let same = |other: &&Import| other.id != import.id && other.sha256 == import.sha256;
    match cx.data.imports.iter().filter(same).count() {
        0 => explained,
        others => {
            let shared = tr!(language, "drop-original-shared", count = others);
            format!("{explained}\n\n{shared}")
        }
    }
}

/// The question before something is removed for good.
#[derive(Debug, Default)]
pub(super) struct KeptDialog {
    asked: Option<(ImportId, Kept)>,
}

impl KeptDialog {
    /// The menu of one import.
    pub(super) fn menu(&mut self, ui: &mut Ui, cx: &Cx<'_>, import: &Import) {
        let language = cx.language;
        let name = tr!(language, "imports-more", file = import.file.as_str());
        let button = ui.add(Button::icon_only(icons::ICON_MORE_HORIZ, name));
        menu::menu(&button, |ui| {
            if cx.writable && !import.undone && cx.incoming.is_none() {
                let words = tr!(language, "imports-reread");
                if ui
                    .add(MenuItem::new(words).icon(icons::ICON_REFRESH))
                    .clicked()
                {
                    cx.ask(Action::Reread(import.id));
                }
            }
            let mut item = |words, icon, kept| {
                if ui.add(MenuItem::new(words).icon(icon)).clicked() {
                    match kept {
                        // Saving needs no question.
                        Kept::Save => cx.ask(Action::Kept(import.id, kept)),
                        Kept::Drop | Kept::Forget => self.asked = Some((import.id, kept)),
                    }
                }
            };
            let words = tr!(language, "imports-save-original");
            item(words, icons::ICON_FILE_OPEN, Kept::Save);
            if cx.writable {
                let words = tr!(language, "imports-drop-original");
                item(words, icons::ICON_VISIBILITY_OFF, Kept::Drop);
            }
            if cx.writable && import.undone {
                let words = tr!(language, "imports-forget");
                item(words, icons::ICON_DELETE, Kept::Forget);
            }
        });
    }

    /// Draws it if it is asked.
    pub(super) fn show(&mut self, context: &Context, cx: &Cx<'_>) {
        let language = cx.language;
        let Some((id, kept)) = self.asked else {
            return;
        };
        let Some(import) = cx.data.import(id) else {
            return;
        };
        let (title, explained) = match kept {
            Kept::Forget => {
                let (file, count) = (import.file.as_str(), import.returns);
                let explained = tr!(language, "forget-explained", file = file, count = count);
                (tr!(language, "forget-title"), explained)
            }
            Kept::Drop | Kept::Save => (tr!(language, "drop-original-title"), dropped(cx, import)),
        };
        let verb = tr!(language, "remove-verb");
        let meant = Dialog::new("kept", language, title, verb).run(
            context,
            &mut self.asked,
            |ui, _| {
                text::table(ui, explained);
            },
            |(id, kept)| Ok(Action::Kept(*id, *kept)),
        );
        cx.ask(meant);
    }
}
