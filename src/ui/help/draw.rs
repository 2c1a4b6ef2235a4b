//! The blocks of a chapter as words on the screen.

use egui::text::{LayoutJob, TextFormat};
use egui::{Align, Frame, Label, Layout, Ui, vec2};

use super::markdown::{Block, Line};
use crate::theme::tokens;
use crate::ui::style::{Face, margin, palette, radius};
use crate::ui::widgets::{panel, text};

/// Room for the number or dot of a list.
const MARK: f32 = 20.0;
/// Share of a row its first cell takes.
const FIRST: f32 = 0.28;

/// Draws the blocks under each other.
pub(super) fn draw(ui: &mut Ui, blocks: &[Block]) {
    let gap = tokens().space.control_gap;
    ui.spacing_mut().item_spacing.y = gap;
    for block in blocks {
        match block {
            Block::Words(line) => words(ui, line),
            Block::Listed(mark, line) => listed(ui, mark, line),
            Block::Row(cells) => row(ui, cells),
            Block::Code(lines) => code(ui, lines),
        }
    }
}

fn words(ui: &mut Ui, line: &Line) {
    let color = palette(ui).text.into();
    let mut job = LayoutJob::default();
    for span in line {
        let face = if span.bold { Face::Section } else { Face::Body };
        let format = TextFormat {
            font_id: face.font(),
            color,
            line_height: Some(Face::Body.line_height()),
            ..TextFormat::default()
        };
        job.append(&span.text, 0.0, format);
    }
    ui.add(Label::new(job).wrap());
}

fn listed(ui: &mut Ui, mark: &str, line: &Line) {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        let color = palette(ui).text_weak;
        cell(ui, MARK, |ui| {
            text::say(ui, Face::Body, color, mark);
        });
        cell(ui, ui.available_width(), |ui| words(ui, line));
    });
}

fn row(ui: &mut Ui, cells: &[Line]) {
    let gap = tokens().space.group_gap;
    let all = ui.available_width();
    let first = if cells.len() > 1 { all * FIRST } else { all };
    let others = cells.len().saturating_sub(1).max(1) as f32;
    let other = (all - first - gap * others) / others;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = gap;
        for (at, line) in cells.iter().enumerate() {
            let width = if at == 0 { first } else { other };
            cell(ui, width, |ui| words(ui, line));
        }
    });
    panel::rule(ui);
}

fn cell(ui: &mut Ui, width: f32, content: impl FnOnce(&mut Ui)) {
    let layout = Layout::top_down(Align::Min);
    ui.allocate_ui_with_layout(vec2(width, 0.0), layout, |ui| {
        ui.set_width(width);
        content(ui);
    });
}

fn code(ui: &mut Ui, lines: &str) {
    let colors = palette(ui);
    Frame::NONE
        .fill(colors.sunken.into())
        .corner_radius(radius(tokens().radius.control))
        .inner_margin(margin(10.0, 8.0))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            text::say(ui, Face::Table, colors.text, lines);
        });
}
