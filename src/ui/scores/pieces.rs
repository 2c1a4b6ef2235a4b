//! Pieces of a drawn bar that open the returns behind them.

use egui::{Rect, Stroke, StrokeKind, Ui, pos2};

use super::behind;
use crate::analysis::Answered;
use crate::chart::{Area, Mark};
use crate::model::LineageId;
use crate::theme::tokens;
use crate::tr;
use crate::ui::style::palette;
use crate::ui::widgets::Hotspot;
use crate::ui::{Action, Cx};

/// The part of an item's bar that is one option.
pub struct Piece<'a> {
    pub option: &'a str,
    /// How often it was chosen.
    pub count: usize,
    /// Bars and dots it is drawn with.
    pub drawn: usize,
}

/// Lays something to press over every bar and dot among the marks, which are the pieces in the
/// order they are drawn.
pub fn show<'a>(
    ui: &Ui,
    cx: &Cx<'_>,
    marks: &[Mark],
    (item, code): (LineageId, &str),
    pieces: impl Iterator<Item = Piece<'a>>,
) {
    let areas = marks.iter().filter_map(|mark| match mark {
        Mark::Rect { area, .. } => Some(*area),
        Mark::Circle { center, radius, .. } => {
            Some(Area::new(center.x, center.y, center.x, center.y).grown(*radius))
        }
        Mark::Line { .. } | Mark::Polyline { .. } | Mark::Polygon { .. } | Mark::Text(_) => None,
    });
    let owners = pieces.flat_map(|piece| {
        let name = tr!(
            cx.language,
            "answers-piece",
            code = code,
            option = piece.option,
            n = piece.count
        );
        std::iter::repeat_n((piece.option, name), piece.drawn)
    });
    for (at, (area, (option, name))) in areas.zip(owners).enumerate() {
        let spot = Rect::from_min_max(pos2(area.left, area.top), pos2(area.right, area.bottom));
        let piece = Hotspot::link(name).corner(1.0);
        let response = piece.at(ui, spot, ("piece", at));
        if response.hovered() {
            let edge = Stroke::new(tokens().stroke.tab_underline, palette(ui).text);
            ui.painter()
                .rect_stroke(spot, 1.0, edge, StrokeKind::Outside);
        }
        if response.clicked() {
            let wanted = behind::option(cx, item, option);
            let wanted = wanted.map_or(Answered::Nothing, Answered::Option);
            cx.ask(behind::answered(cx, item, wanted, Some(option)).map(Action::Go));
        }
    }
}
