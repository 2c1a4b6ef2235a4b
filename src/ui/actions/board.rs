//! The board: a column a stage, a card an action.

use egui::{Frame, Layout, Ui, vec2};

use super::ActionsTab;
use crate::i18n::stage;
use crate::model::{CorrectiveAction, Stage};
use crate::theme::tokens;
use crate::ui::Cx;
use crate::ui::style::{Face, margin, palette, radius};
use crate::ui::widgets::tag::{self, Tone};
use crate::ui::widgets::text;

/// An approved action waits to be carried out: both stand in one column.
const COLUMNS: [(Stage, &[Stage], Tone); 4] = [
    (Stage::Open, &[Stage::Open], Tone::Hollow),
    (Stage::Analysis, &[Stage::Analysis], Tone::Neutral),
    (
        Stage::UnderWay,
        &[Stage::Approved, Stage::UnderWay],
        Tone::Accent,
    ),
    (Stage::Verification, &[Stage::Verification], Tone::Hollow),
];

impl ActionsTab {
    pub(super) fn board(&mut self, ui: &mut Ui, cx: &Cx<'_>, open: &[&CorrectiveAction]) {
        let space = &tokens().space;
        let height = (ui.available_height() - space.page_margin).max(320.0);
        let margins = 2.0 * space.page_margin + 3.0 * space.group_gap;
        let width = ((ui.available_width() - margins) / 4.0).max(120.0);
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space.group_gap;
            ui.add_space(space.page_margin);
            for (name, stages, tone) in COLUMNS {
                let cards: Vec<_> = open
                    .iter()
                    .filter(|action| stages.contains(&action.stage()))
                    .collect();
                let top_down = Layout::top_down(egui::Align::Min);
                ui.allocate_ui_with_layout(vec2(width, height), top_down, |ui| {
                    let head =
                        |ui: &mut Ui| head(ui, &stage::name(cx.language, name), tone, cards.len());
                    column(ui, height, head, |ui| {
                        for action in &cards {
                            let chosen = self.chosen == Some(action.id);
                            if super::card::card(ui, cx, action, chosen).clicked() {
                                self.chosen = Some(action.id);
                            }
                        }
                    });
                });
            }
        });
    }
}

fn column(ui: &mut Ui, height: f32, head: impl FnOnce(&mut Ui), cards: impl FnOnce(&mut Ui)) {
    let gap = tokens().space.control_gap;
    Frame::NONE
        .fill(palette(ui).sunken.into())
        .corner_radius(radius(tokens().radius.card))
        .inner_margin(margin(gap, gap))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.set_min_height(height - 2.0 * gap);
            head(ui);
            cards(ui);
        });
}

fn head(ui: &mut Ui, name: &str, tone: Tone, count: usize) {
    let colors = palette(ui);
    ui.horizontal(|ui| {
        ui.set_min_height(tokens().height.control_small);
        ui.add_space(4.0);
        let (_, dot) = ui.allocate_space(vec2(12.0, 12.0));
        tag::paint_dot(ui.painter(), colors, dot.center(), tone);
        text::say(ui, Face::Section, colors.text, name);
        text::say(ui, Face::Small, colors.text_weak, count.to_string());
    });
}
