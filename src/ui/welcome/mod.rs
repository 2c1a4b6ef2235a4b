//! The page without a workspace: three ways to begin, the recent files, a place to drop one.

mod cards;
mod new_workspace;
mod recent;

pub use new_workspace::NewDialog;
pub use recent::Recent;

use egui::{Layout, Panel, Rect, Stroke, Ui, UiBuilder, pos2, vec2};
use jiff::civil::Date;

use super::shell;
use super::style::{Face, palette};
use super::widgets::{dashed_edge, icon, icons, panel, text};
use super::{Outbox, Running};
use crate::i18n::Language;
use crate::theme::tokens;
use crate::tr;

/// The state of the window the page is drawn from.
pub struct Front<'a> {
    pub language: Language,
    pub dark: bool,
    pub today: Date,
    /// Newest first.
    pub recent: &'a [Recent],
    /// A workspace is being opened or made.
    pub running: Option<&'a Running>,
    pub outbox: &'a Outbox,
}

/// Widest the page gets; beyond that it stands in the middle.
const WIDTH: f32 = 1064.0;

/// Draws the page over the whole window.
pub fn welcome(ui: &mut Ui, front: &Front<'_>) {
    top(ui, front);
    foot(ui, front);
    let fill = palette(ui).background;
    egui::CentralPanel::no_frame()
        .frame(egui::Frame::NONE.fill(fill.into()))
        .show(ui, |ui| {
            let room = ui.available_rect_before_wrap();
            let width = WIDTH.min(room.width() - 2.0 * tokens().space.page_margin);
            let above = ((room.height() - 600.0) / 2.0).clamp(24.0, 96.0);
            let page = Rect::from_min_max(
                pos2(room.center().x - width / 2.0, room.top() + above),
                pos2(room.center().x + width / 2.0, room.bottom()),
            );
            content(&mut panel::part(ui, "welcome", page), front);
        });
}

fn top(ui: &mut Ui, front: &Front<'_>) {
    let top = Panel::top("welcome top");
    panel::chrome(ui, top, tokens().height.top_line, |ui| {
        shell::logo(ui);
        text::section(ui, tr!(front.language, "app-name"));
        panel::at_right(ui, "welcome top", |ui| {
            shell::appearance(ui, front.outbox, front.language, front.dark);
        });
    });
}

fn foot(ui: &mut Ui, front: &Front<'_>) {
    let foot = Panel::bottom("welcome foot");
    panel::chrome(ui, foot, tokens().height.status_line, |ui| {
        text::weak(ui, tr!(front.language, "welcome-none-open"));
        panel::at_right(ui, "welcome foot", |ui| {
            if let Some(running) = front.running {
                shell::work(ui, front.outbox, front.language, running);
                ui.add_space(tokens().space.panel_margin);
            }
            text::weak(ui, env!("CARGO_PKG_VERSION"));
        });
    });
    let y = ui.max_rect().bottom() - tokens().height.status_line;
    let line = Stroke::new(tokens().stroke.hairline, palette(ui).line);
    ui.painter().hline(ui.max_rect().x_range(), y, line);
}

fn content(ui: &mut Ui, front: &Front<'_>) {
    let colors = palette(ui);
    ui.spacing_mut().item_spacing.y = 0.0;
    let title = tr!(front.language, "welcome-title");
    text::say(ui, Face::Title, colors.text, title);
    ui.add_space(4.0);
    let claim = tr!(front.language, "welcome-claim");
    text::say(ui, Face::Body, colors.text_weak, claim);
    ui.add_space(40.0);
    let left = 360.0_f32.min(ui.available_width() * 0.4);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 48.0;
        let down = Layout::top_down(egui::Align::Min);
        ui.allocate_ui_with_layout(vec2(left, 0.0), down, |ui| cards::cards(ui, front));
        let rest = vec2(ui.available_width(), 0.0);
        ui.allocate_ui_with_layout(rest, down, |ui| recent::list(ui, front));
    });
    ui.add_space(40.0);
    zone(ui, front);
}

/// Where files can be dropped; dropping works over the whole window.
fn zone(ui: &mut Ui, front: &Front<'_>) {
    let colors = palette(ui);
    let height = (ui.available_height() - 24.0).clamp(120.0, 176.0);
    let size = vec2(ui.available_width(), height);
    let (rect, _) = ui.allocate_exact_size(size, egui::Sense::hover());
    dashed_edge(ui, rect, colors.line_strong.into());
    let inside = rect.shrink2(vec2(24.0, (height - 92.0) / 2.0));
    let builder = UiBuilder::new()
        .max_rect(inside)
        .layout(Layout::top_down(egui::Align::Center));
    let mut ui = ui.new_child(builder);
    let size = tokens().icon.empty_state;
    icon::show(&mut ui, icons::ICON_MOVE_TO_INBOX, size, colors.text_weak);
    ui.add_space(8.0);
    let words = tr!(front.language, "welcome-drop");
    text::say(&mut ui, Face::Body, colors.text, words);
    ui.add_space(4.0);
    text::weak(&mut ui, tr!(front.language, "welcome-drop-explained"));
}
