//! The menu of the workspace: another file, this one, and an end to it.

use egui::Ui;

use crate::tr;
use crate::ui::action::WorkspaceAction;
use crate::ui::widgets::{MenuItem, icons, menu};
use crate::ui::{Action, Cx, Pick};

/// Draws what lies under the workspace's name.
pub(super) fn workspace_menu(ui: &mut Ui, cx: &Cx<'_>) -> Option<Action> {
    let mut wish = another_file(ui, cx);
    menu::rule(ui);
    wish = wish.or(of_firm(ui, cx));
    wish = wish.or(copies(ui, cx));
    menu::rule(ui);
    let words = tr!(cx.language, "workspace-close");
    let close = MenuItem::new(words).icon(icons::ICON_CLOSE);
    wish.or(picked(ui, close, to(WorkspaceAction::Close)))
}

fn another_file(ui: &mut Ui, cx: &Cx<'_>) -> Option<Action> {
    let new = MenuItem::new(tr!(cx.language, "workspace-new"));
    let new = new.icon(icons::ICON_NOTE_ADD).key("Ctrl+N");
    let wish = picked(ui, new, to(WorkspaceAction::New));
    let open = MenuItem::new(tr!(cx.language, "workspace-open"));
    let open = open.icon(icons::ICON_FOLDER_OPEN).key("Ctrl+O");
    wish.or(picked(ui, open, to(WorkspaceAction::Open)))
}

/// Whose file it is, and whom it asks.
fn of_firm(ui: &mut Ui, cx: &Cx<'_>) -> Option<Action> {
    if !cx.writable {
        return None;
    }
    let info = MenuItem::new(tr!(cx.language, "workspace-info"));
    let info = info.icon(icons::ICON_EDIT);
    let wish = picked(ui, info, to(WorkspaceAction::Info));
    let customers = MenuItem::new(tr!(cx.language, "workspace-customers"));
    let customers = customers.icon(icons::ICON_GROUP_ADD);
    wish.or(picked(ui, customers, Action::Pick(Pick::Customers)))
}

fn copies(ui: &mut Ui, cx: &Cx<'_>) -> Option<Action> {
    let mut wish = None;
    if cx.writable {
        let backup = MenuItem::new(tr!(cx.language, "workspace-backup"));
        wish = picked(ui, backup.icon(icons::ICON_BACKUP), Action::Backup);
    }
    let earlier = MenuItem::new(tr!(cx.language, "workspace-copies"));
    let earlier = earlier.icon(icons::ICON_HISTORY);
    wish = wish.or(picked(ui, earlier, to(WorkspaceAction::Copies(None))));
    let save = MenuItem::new(tr!(cx.language, "workspace-save-copy-menu"));
    let save = save.icon(icons::ICON_FILE_COPY);
    wish.or(picked(ui, save, to(WorkspaceAction::SaveCopy)))
}

fn to(wish: WorkspaceAction) -> Action {
    Action::Workspace(wish)
}

fn picked(ui: &mut Ui, item: MenuItem<'_>, wish: Action) -> Option<Action> {
    ui.add(item).clicked().then_some(wish)
}
