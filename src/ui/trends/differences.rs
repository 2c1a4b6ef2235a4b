//! What the lines did, in sentences, also those not drawn.

use egui::{Align, Frame, Layout, Ui};

use super::made::Made;
use super::page::scrolled;
use super::pick::Picked;
use crate::chart::Ink;
use crate::model::Subject;
use crate::theme::tokens;
use crate::tr;
use crate::ui::Cx;
use crate::ui::style::{Face, margin, palette};
use crate::ui::widgets::{panel, text};

/// Draws the part; gives a line to draw.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, made: &Made, picked: &Picked) -> Option<Subject> {
    let inset = margin(tokens().space.page_margin, 0.0);
    Frame::NONE.inner_margin(inset).show(ui, |ui| {
        panel::section_head(ui, &tr!(cx.language, "trends-differences"), |_| {});
    });
    scrolled(ui, "differences", |ui| {
        let mut wanted = None;
        for (at, (subject, sentence)) in made.differences.iter().enumerate() {
            let inset = margin(tokens().space.page_margin, 5.0);
            ui.push_id(at, |ui| {
                Frame::NONE.inner_margin(inset).show(ui, |ui| {
                    if one(ui, cx, subject, sentence, picked) {
                        wanted = Some(subject.clone());
                    }
                });
            });
        }
        wanted
    })
}

/// True when its line is to be drawn.
fn one(ui: &mut Ui, cx: &Cx<'_>, subject: &Subject, sentence: &str, picked: &Picked) -> bool {
    let colors = palette(ui);
    let drawn = picked.color(subject);
    let mut wanted = false;
    ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
        if drawn.is_none() && !picked.full() {
            wanted = text::link_called(ui, tr!(cx.language, "trends-draw"), sentence).clicked();
        }
        ui.with_layout(Layout::top_down(Align::Min), |ui| {
            let ink = drawn.map_or(colors.text, |color| Ink::Series(color).color(colors));
            text::say(ui, Face::Table, ink, sentence);
        });
    });
    wanted
}
