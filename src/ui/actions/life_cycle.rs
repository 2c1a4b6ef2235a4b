//! Where an action stands: a dot a stage, with who and when below those behind it.

use egui::{Align2, Rect, Stroke, Ui, pos2, vec2};

use crate::i18n::{number, stage};
use crate::model::{ActionStep, CorrectiveAction, Stage};
use crate::theme::tokens;
use crate::tr;
use crate::ui::Cx;
use crate::ui::style::{Face, palette};
use crate::ui::widgets::{Hotspot, icon, icons, text};

const DOT: f32 = 9.0;

/// Draws it across the panel.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, action: &CorrectiveAction) {
    let lines = Face::SmallBold.line_height() + 2.0 * Face::Small.line_height();
    let size = vec2(ui.available_width(), 2.0 * DOT + 6.0 + lines);
    let (rect, _) = Hotspot::label(stage::name(cx.language, action.stage())).take(ui, size);
    let colors = palette(ui);
    let step = rect.width() / Stage::ALL.len() as f32;
    let y = rect.top() + DOT;
    let centre = |at: usize| pos2(rect.left() + step * (at as f32 + 0.5), y);
    let now = Stage::ALL
        .iter()
        .position(|stage| *stage == action.stage())
        .unwrap_or(0);
    for at in 1..Stage::ALL.len() {
        let ink = if at <= now {
            colors.accent
        } else {
            colors.control
        };
        let ends = [centre(at - 1) + vec2(DOT, 0.0), centre(at) - vec2(DOT, 0.0)];
        ui.painter().line_segment(ends, Stroke::new(1.5, ink));
    }
    for (at, named) in Stage::ALL.into_iter().enumerate() {
        dot(ui, centre(at), at.cmp(&now), action.closed());
        let mut below = vec![(Face::SmallBold, colors.text, name(cx, named))];
        if at <= now
            && let Some(taken) = last(action, named)
        {
            let day = format!("{:02}-{:02}", taken.date.month(), taken.date.day());
            below.push((Face::Small, colors.text_weak, day));
            below.push((Face::Small, colors.text_weak, who(taken).to_owned()));
        }
        let mut top = y + DOT + 6.0;
        for (face, ink, words) in below {
            let room = vec2(step - 4.0, face.line_height());
            let room = Rect::from_center_size(centre(at), room);
            let room = room.translate(vec2(0.0, top - room.top()));
            text::paint(ui, room, Align2::CENTER_CENTER, (face, ink), &words);
            top += face.line_height();
        }
    }
}

fn dot(ui: &Ui, centre: egui::Pos2, against_now: std::cmp::Ordering, closed: bool) {
    let colors = palette(ui);
    let painter = ui.painter();
    let stroke = tokens().stroke.focus_ring;
    if against_now.is_lt() || (against_now.is_eq() && closed) {
        painter.circle_filled(centre, DOT, colors.accent);
        let size = tokens().icon.small - 2.0;
        icon::paint(painter, centre, icons::ICON_CHECK, size, colors.accent_text);
    } else if against_now.is_eq() {
        painter.circle_stroke(centre, DOT - 1.0, Stroke::new(stroke, colors.accent));
        painter.circle_filled(centre, DOT / 2.0, colors.accent);
    } else {
        painter.circle_stroke(centre, DOT - 1.0, Stroke::new(1.0, colors.control));
    }
}

/// The stage as something done: 提出 rather than 已提出.
fn name(cx: &Cx<'_>, stage: Stage) -> String {
    match stage {
        Stage::Open => tr!(cx.language, "actions-step-open"),
        Stage::Analysis => tr!(cx.language, "actions-step-analysis"),
        Stage::Approved => tr!(cx.language, "actions-step-approved"),
        Stage::UnderWay => tr!(cx.language, "actions-step-under-way"),
        Stage::Verification => tr!(cx.language, "actions-step-verification"),
        Stage::Closed => tr!(cx.language, "actions-step-closed"),
    }
}

/// Who took a step; what is not known is a dash, not a gap.
pub(super) fn who(taken: &ActionStep) -> &str {
    if taken.who.is_empty() {
        number::MISSING
    } else {
        &taken.who
    }
}

fn last(action: &CorrectiveAction, stage: Stage) -> Option<&ActionStep> {
    action.steps.iter().rev().find(|step| step.stage == stage)
}
