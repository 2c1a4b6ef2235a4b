//! Above the table: scores or what changed, which wave they are compared with, and how many rose,
//! fell, stayed and cannot be told.

use egui::{Frame, Layout, Ui};

use crate::i18n::period;
use crate::model::{Wave, WaveId};
use crate::report::Changed;
use crate::theme::tokens;
use crate::tr;
use crate::ui::style::margin;
use crate::ui::widgets::{Segment, Select, text};
use crate::ui::{Action, Cx};

/// Width of the choice of a wave.
const WAVE: f32 = 210.0;

/// Draws it; nothing where there is no wave before.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, changed: Option<&Changed>, changes: &mut bool) {
    let (Some(changed), Some(wave)) = (changed, cx.wave) else {
        return;
    };
    let l = cx.language;
    let sizes = tokens();
    let inset = margin(sizes.space.page_margin, 0.0);
    Frame::NONE.inner_margin(inset).show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = sizes.space.control_gap;
            let views = [
                (false, tr!(l, "changes-show-scores")),
                (true, tr!(l, "changes-show-changes")),
            ];
            let views = views
                .each_ref()
                .map(|(value, words)| (*value, words.as_str()));
            if let Some(picked) = Segment::new(*changes, &views).small().show(ui) {
                *changes = picked;
            }
            ui.add_space(sizes.space.control_gap);
            against(ui, cx, wave);
            ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
                text::weak(ui, changed.counted.as_str());
            });
        });
    });
}

/// The choice of an earlier wave, the nearest first.
fn against(ui: &mut Ui, cx: &Cx<'_>, wave: &Wave) {
    let before = cx
        .data
        .waves_of(wave.survey)
        .take_while(|it| it.id != wave.id);
    let mut choices: Vec<(WaveId, String)> = before
        .map(|it| (it.id, period::of_wave(cx.language, it)))
        .collect();
    choices.reverse();
    let Some((nearest, _)) = choices.first() else {
        return;
    };
    let chosen = cx.against.unwrap_or(*nearest);
    let mut known = choices.iter();
    let wave = known
        .find(|it| it.0 == chosen)
        .map_or("", |it| it.1.as_str());
    let shown = tr!(cx.language, "changes-title", wave = wave);
    let name = tr!(cx.language, "changes-against");
    let select = Select::new(&name, &shown).small().width(WAVE);
    let (_, picked) = select.show(ui, &chosen, &choices);
    cx.ask(picked.map(Action::Against));
}
