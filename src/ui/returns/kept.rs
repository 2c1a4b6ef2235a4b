//! What is kept of an imported file: saved, removed, and the question before it is removed.

use egui::{Context, Rect, Ui, UiBuilder};

use crate::model::{Import, ImportId};
use crate::tr;
use crate::ui::widgets::{Button, Dialog, MenuItem, icons, menu, text};
use crate::ui::{Action, Cx, Kept};

/// The menu of one import, drawn into `spot`.
pub(super) fn menu(ui: &mut Ui, cx: &Cx<'_>, import: &Import, spot: Rect) -> Option<Kept> {
    let language = cx.language;
    let name = tr!(language, "imports-more", file = import.file.as_str());
    let mut child = ui.new_child(UiBuilder::new().max_rect(spot).id_salt(("kept", import.id)));
    let button = child.add(Button::icon_only(icons::ICON_MORE_HORIZ, name));
    menu::menu(&button, |ui| {
        let mut kept = None;
        let item = MenuItem::new(tr!(language, "imports-save-original"));
        if ui.add(item.icon(icons::ICON_FILE_OPEN)).clicked() {
            kept = Some(Kept::Save);
        }
        if cx.writable {
            let item = MenuItem::new(tr!(language, "imports-drop-original"));
            if ui.add(item.icon(icons::ICON_VISIBILITY_OFF)).clicked() {
                kept = Some(Kept::Drop);
            }
        }
        if cx.writable && import.undone {
            let item = MenuItem::new(tr!(language, "imports-forget"));
            if ui.add(item.icon(icons::ICON_DELETE)).clicked() {
                kept = Some(Kept::Forget);
            }
        }
        kept
    })
    .flatten()
}

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
    /// Saving needs no question.
    pub(super) fn ask(&mut self, cx: &Cx<'_>, import: ImportId, kept: Kept) {
        if kept == Kept::Save {
            cx.ask(Action::Kept(import, kept));
        } else {
            self.asked = Some((import, kept));
        }
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
