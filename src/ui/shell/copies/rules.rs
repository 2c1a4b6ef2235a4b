//! How much room the backups may take, and where else they go.

use std::path::PathBuf;

use egui::{Align, Layout, Ui, vec2};

use super::KnownCopies;
use crate::i18n::{Language, copy};
use crate::model::CopyReason;
use crate::theme::tokens;
use crate::tr;
use crate::ui::action::WorkspaceAction;
use crate::ui::style::{Face, palette};
use crate::ui::widgets::{Button, Select, panel, text};
use crate::ui::{Action, Outbox, Pick};

/// Room to choose from.
const ROOM: [u64; 6] = [500 << 20, 1 << 30, 2 << 30, 5 << 30, 10 << 30, 50 << 30];

/// Width of the names before the controls.
const NAME: f32 = 120.0;

/// Draws both, and asks for what is to change.
pub(super) fn rules(ui: &mut Ui, language: Language, known: &KnownCopies, outbox: &Outbox) {
    let mut rules = known.rules.clone();
    room(ui, language, known, &mut rules.room);
    ui.add_space(tokens().space.control_gap);
    second(ui, language, &mut rules.second, outbox);
    if rules != known.rules {
        let changed = WorkspaceAction::CopyRules(rules);
        outbox.ask(Action::Workspace(changed));
    }
}

fn room(ui: &mut Ui, language: Language, known: &KnownCopies, room: &mut u64) {
    let name = tr!(language, "copies-room");
    row(ui, &name, |ui| {
        let mut choices = ROOM.to_vec();
        choices.push(*room);
        choices.sort_unstable();
        choices.dedup();
        let choices = choices.into_iter().map(|room| (room, copy::size(room)));
        let choices: Vec<_> = choices.collect();
        let shown = copy::size(*room);
        let select = Select::new(&name, &shown).width(110.0).small();
        if let (_, Some(picked)) = select.show(ui, room, &choices) {
            *room = picked;
        }
        // What was kept before a restore is the user's own and counts for nothing.
        let copies = known.copies.iter();
        let ours = copies.filter(|copy| copy.reason != Some(CopyReason::Restore));
        let used = copy::size(ours.map(|copy| copy.bytes).sum());
        text::weak(ui, tr!(language, "copies-used", used = used));
    });
}

fn second(ui: &mut Ui, language: Language, second: &mut Option<PathBuf>, outbox: &Outbox) {
    let name = tr!(language, "copies-second");
    row(ui, &name, |ui| {
        let shown = match second {
            Some(folder) => folder.display().to_string(),
            None => tr!(language, "copies-second-none"),
        };
        panel::ends(
            ui,
            "second place",
            |ui| {
                let color = palette(ui).text_weak;
                text::line(ui, Face::Small, color, shown);
            },
            |ui| {
                let drop = Button::quiet(tr!(language, "copies-second-drop")).small();
                if second.is_some() && ui.add(drop).clicked() {
                    *second = None;
                }
                let choose = Button::secondary(tr!(language, "copies-second-choose")).small();
                if ui.add(choose).clicked() {
                    outbox.ask(Action::Pick(Pick::SecondPlace));
                }
            },
        );
    });
}

/// A name and what stands beside it.
fn row<R>(ui: &mut Ui, name: &str, content: impl FnOnce(&mut Ui) -> R) -> R {
    let size = vec2(ui.available_width(), tokens().height.control_small);
    let layout = Layout::left_to_right(Align::Center);
    ui.allocate_ui_with_layout(size, layout, |ui| {
        let size = vec2(NAME, ui.available_height());
        ui.allocate_ui_with_layout(size, layout, |ui| {
            ui.set_min_width(NAME);
            text::table(ui, name);
        });
        content(ui)
    })
    .inner
}
