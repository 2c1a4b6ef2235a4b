//! The way to what customers wrote, with the tags that stand most often: one of them filters.

use egui::{Frame, Ui, vec2};

use crate::analysis::SegmentKey;
use crate::theme::tokens;
use crate::tr;
use crate::ui::style::margin;
use crate::ui::widgets::{Chip, text};
use crate::ui::{Action, Cx, Place};

/// Tags shown.
const MOST: usize = 8;

/// Draws it in a row that wraps.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>) {
    let Some(view) = cx.view else {
        return;
    };
    let gap = tokens().space.control_gap;
    let inset = margin(tokens().space.page_margin, gap);
    let tags = view.segments.iter().find(|it| it.key == SegmentKey::Tag);
    Frame::NONE.inner_margin(inset).show(ui, |ui| {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(gap, gap);
            if text::link(ui, tr!(cx.language, "comments-written")).clicked() {
                cx.ask(Action::Go(Place::Comments));
            }
            let values = tags.map_or(&[][..], |it| it.values.as_slice());
            for tag in values.iter().take(MOST) {
                let chosen = cx.filter.has(&SegmentKey::Tag, &tag.value);
                let called = tr!(cx.language, "comments-tag-of", tag = tag.value.as_str());
                let chip = Chip::new(tag.value.as_str()).count(tag.returns);
                if ui.add(chip.chosen(chosen).called(called)).clicked() {
                    let mut filter = cx.filter.clone();
                    filter.clear(&SegmentKey::Tag);
                    if !chosen {
                        filter.add(SegmentKey::Tag, tag.value.as_str());
                    }
                    cx.ask(Action::Filter(filter));
                }
            }
        });
    });
}
