//! One action as a card of the board.

use egui::{Align2, Rect, Response, Stroke, StrokeKind, Ui, vec2};

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
    let both =
        text::width(ui, Face::Small, &action.number) + text::width(ui, Face::SmallBold, &due.words);
    // A due date that has no room beside the number stands below it.
    let one_line = both + tokens().space.control_gap <= wrap;
    let small = Face::Small.line_height();
    let head = if one_line { small } else { 2.0 * small };
    let height = 2.0 * PADDING + head + small + title.size().y + 8.0;
    let owner = format!("{} {}", action.department, action.owner);
    let name = format!("{} {} {}", action.number, action.title, due.words);
    let corner = tokens().radius.card;
    let hotspot = Hotspot::button(name).chosen(chosen).corner(corner);
    let (rect, response) = hotspot.take(ui, vec2(width, height));
    let (edge, color) = if chosen {
        (tokens().stroke.focus_ring, colors.accent)
    } else if response.hovered() {
        (tokens().stroke.control, colors.line_strong)
    } else {
        (tokens().stroke.control, colors.line)
    };
    let (corner, stroke) = (radius(corner), Stroke::new(edge, color));
    ui.painter()
        .rect(rect, corner, colors.surface, stroke, StrokeKind::Inside);
    let inner = rect.shrink(PADDING);
    let line = |at: f32| {
        let min = inner.min + vec2(0.0, at);
        Rect::from_min_size(min, vec2(inner.width(), small))
    };
    let weak = |line: Rect, words: &str| {
        let weak = (Face::Small, colors.text_weak);
        text::paint(ui, line, Align2::LEFT_CENTER, weak, words);
    };
    weak(line(0.0), &action.number);
    let (face, ink) = match due.late {
        true => (Face::SmallBold, colors.negative),
        false => (Face::Small, colors.text_weak),
    };
    let beside = line(head - small);
    text::paint(ui, beside, Align2::RIGHT_CENTER, (face, ink), &due.words);
    let at = inner.min + vec2(0.0, head + 4.0);
    let below = head + 8.0 + title.size().y;
    ui.painter().galley(at, title, colors.text.into());
    weak(line(below), owner.trim());
    response
}

/// What is said of a due date.
pub(super) struct Due {
    pub words: String,
    pub late: bool,
}

/// Of an action.
pub(super) fn due(cx: &Cx<'_>, action: &CorrectiveAction) -> Due {
    let words = match (action.overdue(cx.today), action.due) {
        (Some(days), _) => tr!(cx.language, "actions-late", days = days),
        (None, Some(due)) if due.year() == cx.today.year() => {
            format!("{:02}-{:02}", due.month(), due.day())
        }
        (None, Some(due)) => due.to_string(),
        (None, None) => String::new(),
    };
    let late = action.overdue(cx.today).is_some();
    Due { words, late }
}
