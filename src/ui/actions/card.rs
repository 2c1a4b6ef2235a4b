//! One action as a card of the board.

use egui::{Align, Layout, Response, Stroke, StrokeKind, Ui, UiBuilder, vec2};

use crate::model::CorrectiveAction;
use crate::theme::tokens;
use crate::tr;
use crate::ui::Cx;
use crate::ui::style::{Face, palette, radius};
use crate::ui::widgets::{Hotspot, text};

const PADDING: f32 = 12.0;

/// Draws it; clicked chooses it.
pub(super) fn card(ui: &mut Ui, cx: &Cx<'_>, action: &CorrectiveAction, chosen: bool) -> Response {
    let colors = palette(ui);
    let width = ui.available_width();
    let wrap = width - 2.0 * PADDING;
    let title = ui.fonts_mut(|fonts| {
        let font = Face::Section.font();
        fonts.layout(action.title.clone(), font, colors.text.into(), wrap)
    });
    let due = due(cx, action);
    let lines = if beside(ui, &action.number, &due.0, wrap) {
        1.0
    } else {
        2.0
    };
    let small = Face::Small.line_height();
    let height = 2.0 * PADDING + (lines + 1.0) * small + title.size().y + 8.0;
    let name = format!("{} {} {}", action.number, action.title, due.0);
    let hotspot = Hotspot::button(name).chosen(chosen);
    let (rect, response) = hotspot
        .corner(tokens().radius.card)
        .take(ui, vec2(width, height));
    let owner = format!("{} {}", action.department, action.owner);
    let (edge, color) = if chosen {
        (tokens().stroke.focus_ring, colors.accent)
    } else if response.hovered() {
        (tokens().stroke.control, colors.line_strong)
    } else {
        (tokens().stroke.control, colors.line)
    };
    let corner = radius(tokens().radius.card);
    let stroke = Stroke::new(edge, color);
    ui.painter()
        .rect(rect, corner, colors.surface, stroke, StrokeKind::Inside);
    let inner = rect.shrink(PADDING);
    let line = |at: f32| {
        let min = inner.min + vec2(0.0, at);
        egui::Rect::from_min_size(min, vec2(inner.width(), small))
    };
    let late = (&*due.0, due.1);
    if lines > 1.0 {
        pair(ui, line(0.0), &action.number, ("", false));
        pair(ui, line(small), "", late);
    } else {
        pair(ui, line(0.0), &action.number, late);
    }
    let at = inner.min + vec2(0.0, lines * small + 4.0);
    let below = lines * small + 8.0 + title.size().y;
    ui.painter().galley(at, title, colors.text.into());
    pair(ui, line(below), owner.trim(), ("", false));
    response
}

/// Whether number and due date fit into one line of this width.
fn beside(ui: &Ui, number: &str, due: &str, width: f32) -> bool {
    let ink = palette(ui).text;
    let wide = |face, words| text::galley(ui, face, ink, words, f32::INFINITY).size().x;
    let both = wide(Face::Small, number) + wide(Face::SmallBold, due);
    both + tokens().space.control_gap <= width
}

/// What is said of its due date, and whether it is late.
pub(super) fn due(cx: &Cx<'_>, action: &CorrectiveAction) -> (String, bool) {
    match (action.overdue(cx.today), action.due) {
        (Some(days), _) => (tr!(cx.language, "actions-late", days = days), true),
        (None, Some(due)) if due.year() == cx.today.year() => {
            (format!("{:02}-{:02}", due.month(), due.day()), false)
        }
        (None, Some(due)) => (due.to_string(), false),
        (None, None) => (String::new(), false),
    }
}

fn pair(ui: &mut Ui, rect: egui::Rect, left: &str, (right, late): (&str, bool)) {
    let colors = palette(ui);
    let layout = UiBuilder::new()
        .max_rect(rect)
        .layout(Layout::right_to_left(Align::Center));
    ui.scope_builder(layout, |ui| {
        let (face, ink) = if late {
            (Face::SmallBold, colors.negative)
        } else {
            (Face::Small, colors.text_weak)
        };
        text::line(ui, face, ink, right);
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            text::line(ui, Face::Small, colors.text_weak, left);
        });
    });
}
