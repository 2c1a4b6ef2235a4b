//! What the lines did, in sentences, also those not drawn.

use egui::{Align, Frame, Layout, Ui};

use super::contents::TrendContents;
use super::pick::Picked;
use crate::chart::Ink;
use crate::model::Subject;
use crate::theme::tokens;
use crate::tr;
use crate::ui::Cx;
use crate::ui::style::{Face, margin, palette};
use crate::ui::widgets::{panel, text};

/// Draws the part, each with the way to draw its line.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, made: &TrendContents, picked: &mut Picked) {
    panel::page_section(ui, &tr!(cx.language, "trends-differences"), |_| {});
    panel::scrolled(ui, "differences", |ui| {
        let inset = margin(tokens().space.page_margin, 5.0);
        for (at, (subject, sentence)) in made.differences.iter().enumerate() {
            ui.push_id(at, |ui| {
                Frame::NONE
                    .inner_margin(inset)
                    .show(ui, |ui| one(ui, cx, subject, sentence, picked));
            });
        }
    });
}

fn one(ui: &mut Ui, cx: &Cx<'_>, subject: &Subject, sentence: &str, picked: &mut Picked) {
    let colors = palette(ui);
    let drawn = picked.color(subject);
    ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
        let draw = tr!(cx.language, "trends-draw");
        if drawn.is_none() && !picked.full() && text::link_called(ui, draw, sentence).clicked() {
            picked.add(subject);
        }
        ui.with_layout(Layout::top_down(Align::Min), |ui| {
            let ink = drawn.map_or(colors.text, |color| Ink::Series(color).color(colors));
            text::say(ui, Face::Table, ink, sentence);
        });
    });
}
