//! The toast: what was just done, for eight seconds at the bottom, with the way back.

use egui::{Align2, Area, Context, Frame, Order, Ui, vec2};

use super::icon::{self, icons};
use super::{Hotspot, panel, text};
use crate::theme::{Color, tokens};
use crate::ui::style::{Face, margin, palette, radius, shadow};

/// What the user did with a toast.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Pressed its word.
    Act,
    /// Pressed its cross.
    Close,
}

/// A toast's texts.
pub struct Toast<'a> {
    pub words: &'a str,
    /// The word to press, e.g. 撤销, with its key.
    pub act: Option<(&'a str, &'a str)>,
    /// Name of the cross.
    pub close: &'a str,
}

/// Draws it over everything at the bottom.
pub fn toast(context: &Context, toast: &Toast<'_>) -> Option<Answer> {
    let foot = panel::foot_height(context);
    Area::new(egui::Id::unique("toast"))
        .order(Order::Foreground)
        .anchor(
            Align2::CENTER_BOTTOM,
            vec2(0.0, -tokens().height.status_line - foot - 16.0),
        )
        .show(context, |ui| {
            let colors = palette(ui);
            Frame::NONE
                .fill(colors.text.into())
                .corner_radius(radius(tokens().radius.control))
                .shadow(shadow(colors))
                .inner_margin(margin(16.0, 12.0))
                .show(ui, |ui| content(ui, toast))
                .inner
        })
        .inner
}

fn content(ui: &mut Ui, toast: &Toast<'_>) -> Option<Answer> {
    let colors = palette(ui);
    let mut answer = None;
    ui.horizontal(|ui| {
        ui.set_max_width(640.0);
        text::say(ui, Face::Table, colors.surface, toast.words);
        ui.add_space(tokens().space.section_gap);
        if let Some((word, key)) = toast.act {
            if press(ui, word, colors.band) {
                answer = Some(Answer::Act);
            }
            text::say(ui, Face::Small, colors.axis, key);
        }
        if cross(ui, toast.close, colors.surface) {
            answer = Some(Answer::Close);
        }
    });
    answer
}

fn press(ui: &mut Ui, word: &str, ink: Color) -> bool {
    let galley = text::galley(ui, Face::TableBold, ink, word, f32::INFINITY);
    let (rect, response) = Hotspot::button(word).take(ui, galley.size());
    ui.painter().galley(rect.min, galley, ink.into());
    response.clicked()
}

fn cross(ui: &mut Ui, name: &str, ink: Color) -> bool {
    let size = vec2(tokens().icon.normal, tokens().icon.normal);
    let (rect, response) = Hotspot::button(name).take(ui, size);
    let (icon, size) = (icons::ICON_CLOSE, tokens().icon.control);
    icon::paint(ui.painter(), rect.center(), icon, size, ink);
    response.clicked()
}
