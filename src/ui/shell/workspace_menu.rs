//! The menu of the workspace: another file, this one, and an end to it.

use egui::Ui;

use crate::tr;
use crate::ui::action::WorkspaceAction;
use crate::ui::widgets::{MenuItem, icons, menu};
use crate::ui::{Action, Cx, Pick};

/// Draws what lies under the workspace's name.
pub(super) fn workspace_menu(ui: &mut Ui, cx: &Cx<'_>) {
    another_file(ui, cx);
    menu::rule(ui);
    of_firm(ui, cx);
    copies(ui, cx);
    menu::rule(ui);
    let close = MenuItem::new(tr!(cx.language, "workspace-close"));
    pick(
        ui,
        cx,
        close.icon(icons::ICON_CLOSE),
        to(WorkspaceAction::Close),
    );
}

fn another_file(ui: &mut Ui, cx: &Cx<'_>) {
    let new = MenuItem::new(tr!(cx.language, "workspace-new"));
    let new = new.icon(icons::ICON_NOTE_ADD).key("Ctrl+N");
    pick(ui, cx, new, to(WorkspaceAction::New));
    let open = MenuItem::new(tr!(cx.language, "workspace-open"));
    let open = open.icon(icons::ICON_FOLDER_OPEN).key("Ctrl+O");
    pick(ui, cx, open, to(WorkspaceAction::Open));
}

/// Whose file it is, and whom it asks.
fn of_firm(ui: &mut Ui, cx: &Cx<'_>) {
    if !cx.writable {
        return;
    }
    let info = MenuItem::new(tr!(cx.language, "workspace-info"));
    pick(
        ui,
        cx,
        info.icon(icons::ICON_EDIT),
        to(WorkspaceAction::Info),
    );
    let customers = MenuItem::new(tr!(cx.language, "workspace-customers"));
    let customers = customers.icon(icons::ICON_GROUP_ADD);
    pick(ui, cx, customers, Action::Pick(Pick::Customers));
}

fn copies(ui: &mut Ui, cx: &Cx<'_>) {
    if cx.writable {
        let backup = MenuItem::new(tr!(cx.language, "workspace-backup"));
        pick(ui, cx, backup.icon(icons::ICON_BACKUP), Action::Backup);
    }
    let earlier = MenuItem::new(tr!(cx.language, "workspace-copies"));
    let earlier = earlier.icon(icons::ICON_HISTORY);
    pick(ui, cx, earlier, to(WorkspaceAction::Copies(None)));
    let save = MenuItem::new(tr!(cx.language, "workspace-save-copy-menu"));
    let save = save.icon(icons::ICON_FILE_COPY);
    pick(ui, cx, save, to(WorkspaceAction::SaveCopy));
}

fn to(wish: WorkspaceAction) -> Action {
    Action::Workspace(wish)
}

fn pick(ui: &mut Ui, cx: &Cx<'_>, item: MenuItem<'_>, wish: Action) {
    if ui.add(item).clicked() {
        cx.ask(wish);
    }
}
