//! What a hand drew where nothing is asked for: beside the boxes, between the lines, in a margin.
//!
//! Nobody but a person can know what it says, so it is laid to the line it stands nearest to.
//! Stamps and stains are none, with what lies within them; nor is what the first page asks to be
//! filled in above its first line, or a hole that was punched.

use super::ink::Piece;
use crate::model::{LineageId, PageLayout, PaperArea};

/// Larger than this on a side, in points, what lies on the page is no tick: a stamp, a stain, a
/// line through everything.
const BLOT: f32 = 62.0;
/// Around the boxes of an item, in points, a tick is still meant for it.
const BESIDE: f32 = 12.0;
/// Sides of a stamp, and of a stain, in points.
const STAMP: std::ops::Range<f32> = 30.0..230.0;
/// A stroke of a hand is so long at least, in points, and has so much ink, in square points: what
/// is less is dust, or print beside its place.
const STROKE: f32 = 6.5;
const INK: f32 = 3.0;
/// Around corners and code, in points, the print of which is dark and wide.
const AROUND: f32 = 6.0;
/// A hole is so wide, in points, so full, and so near to an edge of the page.
const HOLE: std::ops::Range<f32> = 11.0..24.0;
const FULL: f32 = 0.55;
const EDGE: f32 = 60.0;

/// The strokes nothing on the page explains, each with the item whose line is nearest.
pub(super) fn strays<'p>(pieces: &'p [Piece], layout: &PageLayout) -> Vec<(LineageId, &'p Piece)> {
    let blots: Vec<&Piece> = pieces.iter().filter(|it| stamp(it)).collect();
    let first = layout.lines.iter().map(|it| it.area.top);
    let first = first.reduce(f32::min).unwrap_or(0.0);
    let rooms: Vec<PaperArea> = asked(layout);
    let strokes = pieces.iter().filter(|piece| {
        let (x, y) = piece.bounds.center();
        let long = piece.bounds.width().max(piece.bounds.height()) >= STROKE;
        let drawn = long && piece.area >= INK && piece.boxes.is_empty();
        let within = blots.iter().any(|blot| holds(blot.bounds, x, y));
        let meant = rooms.iter().any(|room| holds(*room, x, y));
        drawn && !blot(piece) && !within && !meant && y >= first && !hole(piece, layout)
    });
    let nearest = |piece: &Piece| {
        let (_, y) = piece.bounds.center();
        let away = |area: PaperArea| (area.top - y).max(y - area.bottom).max(0.0);
        let lines = layout.lines.iter();
        let nearest = lines.min_by(|one, other| away(one.area).total_cmp(&away(other.area)));
        nearest.map(|it| it.item)
    };
    strokes
        .filter_map(|piece| Some((nearest(piece)?, piece)))
        .collect()
}

/// Where ink is looked at already, and where print is darkest.
fn asked(layout: &PageLayout) -> Vec<PaperArea> {
    let mut items: Vec<LineageId> = layout.ticks.iter().map(|it| it.item).collect();
    items.dedup();
    let boxes = items.into_iter().map(|item| room(item, layout));
    let written = layout.rooms.iter().map(|it| it.area);
    let marks = layout.corners.iter().chain([&layout.code]);
    let marks = marks.map(|it| PaperArea {
        left: it.left - AROUND,
        top: it.top - AROUND,
        right: it.right + AROUND,
        bottom: it.bottom + AROUND,
    });
    boxes.chain(written).chain(marks).collect()
}

fn hole(piece: &Piece, layout: &PageLayout) -> bool {
    let PaperArea {
        left,
        top,
        right,
        bottom,
    } = piece.bounds;
    let (width, height) = (piece.bounds.width(), piece.bounds.height());
    let round = HOLE.contains(&width) && HOLE.contains(&height);
    let full = piece.area > FULL * width * height;
    let edges = [left, top, layout.width - right, layout.height - bottom];
    round && full && edges.iter().any(|edge| *edge < EDGE)
}

/// A blot as large as a stamp or what a cup leaves, not a shadow along the edges of a page.
fn stamp(piece: &Piece) -> bool {
    let sides = [piece.bounds.width(), piece.bounds.height()];
    blot(piece) && sides.iter().all(|side| STAMP.contains(side))
}

pub(super) fn blot(piece: &Piece) -> bool {
    piece.bounds.width().max(piece.bounds.height()) > BLOT
}

pub(super) fn holds(area: PaperArea, x: f32, y: f32) -> bool {
    area.left <= x && x <= area.right && area.top <= y && y <= area.bottom
}

/// Around the boxes of an item, no further than its line goes.
pub(super) fn room(item: LineageId, layout: &PageLayout) -> PaperArea {
    let ticks = layout.ticks.iter().filter(|tick| tick.item == item);
    let boxes = ticks.map(|tick| tick.area).reduce(PaperArea::with);
    let boxes = boxes.unwrap_or_default();
    let line = layout.lines.iter().find(|line| line.item == item);
    let line = line.map_or(boxes, |line| line.area);
    PaperArea {
        left: boxes.left - BESIDE,
        right: boxes.right + BESIDE,
        top: (boxes.top - BESIDE).max(line.top),
        bottom: (boxes.bottom + BESIDE).min(line.bottom.max(boxes.bottom)),
    }
}
