//! The files opened last.

use std::path::PathBuf;

use egui::{Frame, Ui};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::Front;
use crate::i18n::{moment, period};
use crate::model::Period;
use crate::theme::tokens;
use crate::tr;
use crate::ui::Action;
use crate::ui::action::WorkspaceAction;
use crate::ui::style::{Face, margin, palette};
use crate::ui::widgets::{Column, Table, icon, icons, panel, text};

/// A workspace opened before.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Recent {
    pub path: PathBuf,
    /// Its newest wave.
    pub period: Option<Period>,
    pub opened: Timestamp,
}

/// Draws the list; nothing without recent files.
pub(super) fn list(ui: &mut Ui, front: &Front<'_>) {
    if front.recent.is_empty() {
        return;
    }
    let language = front.language;
    ui.spacing_mut().item_spacing.x = tokens().space.control_gap;
    head(ui, front);
    let columns = [
        Column::words(tr!(language, "welcome-file"), 200.0).stretch(1.0),
        Column::words(tr!(language, "welcome-newest"), 120.0),
        Column::number(tr!(language, "welcome-opened"), 150.0),
    ];
    let answer = Table::new("recent", &columns, front.recent.len().min(5))
        .row_height(tokens().height.row_two_lines)
        .inset(tokens().space.group_gap)
        .plain()
        .show(ui, |row, cells| {
            let Some(recent) = front.recent.get(row) else {
                return;
            };
            cells.ui_said(&file_name(recent), |ui| file(ui, recent));
            let newest = recent.period.map(|newest| period::name(language, newest));
            cells.weak(&newest.unwrap_or_default());
            cells.weak(&moment::day(language, recent.opened, front.today));
        });
    let picked = answer.chosen.or(answer.opened);
    if let Some(recent) = picked.and_then(|row| front.recent.get(row)) {
        let open = WorkspaceAction::OpenPath(recent.path.clone());
        front.outbox.ask(Action::Workspace(open));
    }
}

/// What the list is, in line with its columns, and the way to clear it.
fn head(ui: &mut Ui, front: &Front<'_>) {
    let inset = margin(tokens().space.group_gap, 0.0);
    Frame::NONE.inner_margin(inset).show(ui, |ui| {
        ui.horizontal(|ui| {
            text::section(ui, tr!(front.language, "welcome-recent"));
            panel::at_right(ui, "forget", |ui| {
                let words = tr!(front.language, "welcome-forget");
                let ink = palette(ui).text_weak;
                if text::quiet_link(ui, Face::Small, ink, &words).clicked() {
                    let forget = WorkspaceAction::ForgetRecent;
                    front.outbox.ask(Action::Workspace(forget));
                }
            });
        });
    });
}

fn file_name(recent: &Recent) -> String {
    let name = recent.path.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}

fn file(ui: &mut Ui, recent: &Recent) {
    let colors = palette(ui);
    icon::show(
        ui,
        icons::ICON_DESCRIPTION,
        tokens().icon.normal,
        colors.text_weak,
    );
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.add_space(7.0);
        text::line(ui, Face::Section, colors.text, file_name(recent));
        let folder = recent.path.parent().map(|path| path.display().to_string());
        text::line(
            ui,
            Face::Small,
            colors.text_weak,
            folder.unwrap_or_default(),
        );
    });
}
