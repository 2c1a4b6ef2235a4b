//! How much room the backups may take, and where else they go.

use egui::{Align, Layout, Ui, vec2};

use super::KnownCopies;
use crate::i18n::{Language, copy};
use crate::model::{CopyReason, CopyRules};
use crate::theme::tokens;
use crate::tr;
use crate::ui::action::WorkspaceAction;
use crate::ui::widgets::{Button, Select, text};
use crate::ui::{Action, Pick};

/// Room to choose from.
const ROOM: [u64; 6] = [500 << 20, 1 << 30, 2 << 30, 5 << 30, 10 << 30, 50 << 30];

/// Width of the names before the controls.
const NAME: f32 = 120.0;

/// Draws both and says what is to change.
pub(super) fn rules(ui: &mut Ui, language: Language, known: &KnownCopies) -> Option<Action> {
    let wish = room(ui, language, known);
    ui.add_space(tokens().space.control_gap);
    second(ui, language, &known.rules).or(wish)
}

fn room(ui: &mut Ui, language: Language, known: &KnownCopies) -> Option<Action> {
    let name = tr!(language, "copies-room");
    let rules = &known.rules;
    row(ui, &name, |ui| {
        let shown = copy::size(rules.room);
        let mut choices = ROOM.to_vec();
        choices.push(rules.room);
        choices.sort_unstable();
        choices.dedup();
        let choices: Vec<_> = choices
            .into_iter()
            .map(|room| (room, copy::size(room)))
            .collect();
        let select = Select::new(&name, &shown).width(110.0).small();
        let (_, picked) = select.show(ui, &rules.room, &choices);
        // What was kept before a restore is the user's own and counts for nothing.
        let copies = known.copies.iter();
        let ours = copies.filter(|copy| copy.reason != Some(CopyReason::Restore));
        let used = copy::size(ours.map(|copy| copy.bytes).sum());
        text::weak(ui, tr!(language, "copies-used", used = used));
        picked.map(|room| {
            changed(CopyRules {
                room,
                ..rules.clone()
            })
        })
    })
}

fn second(ui: &mut Ui, language: Language, rules: &CopyRules) -> Option<Action> {
    let name = tr!(language, "copies-second");
    row(ui, &name, |ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let mut wish = None;
            let choose = Button::secondary(tr!(language, "copies-second-choose")).small();
            if ui.add(choose).clicked() {
                wish = Some(Action::Pick(Pick::SecondPlace));
            }
            if rules.second.is_some() {
                let drop = Button::quiet(tr!(language, "copies-second-drop")).small();
                if ui.add(drop).clicked() {
                    wish = Some(changed(CopyRules {
                        second: None,
                        ..rules.clone()
                    }));
                }
            }
            let shown = match &rules.second {
                Some(folder) => folder.display().to_string(),
                None => tr!(language, "copies-second-none"),
            };
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let color = crate::ui::style::palette(ui).text_weak;
                text::line(ui, crate::ui::style::Face::Small, color, shown);
            });
            wish
        })
        .inner
    })
}

fn changed(rules: CopyRules) -> Action {
    Action::Workspace(WorkspaceAction::CopyRules(rules))
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
