//! What a page says: ink in its boxes and in its room for writing, item by item.

use super::flat::{Flat, Grey};
use super::ink::{Piece, added};
use super::picture::Picture;
use super::plane::Plane;
use super::stray::{blot, holds, room, strays};
use crate::model::{LineageId, PageLayout, PaperArea, Tick};

/// So near to a box, in points, a blot may have reached it.
const NEAR: f32 = 4.0;
/// Ink of that many square points is writing.
const WRITING: f32 = 3.0;

/// The ink of an option.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Inked {
    pub option: u8,
    /// How much of its box is ink, and is at least faint; from 0 to 1.
    pub full: f32,
    pub faint: f32,
    /// Of the pieces that lie in the box: their whole area, in square points, and their part of
    /// it that lies inside.
    pub area: f32,
    pub inside: f32,
    /// The longer side of what holds them all, in points.
    pub extent: f32,
    /// How far they reach beyond it to the left and to the right, in points.
    pub left: f32,
    pub right: f32,
    /// A piece that lies in it lies in another box too.
    pub shared: bool,
    /// Ink that touches its outline from outside, in square points.
    pub touching: f32,
    /// A blot lies over it.
    pub covered: bool,
}

/// What a page says of an item that is ticked.
#[derive(Clone, Debug, PartialEq)]
pub struct Ticked {
    pub item: LineageId,
    pub options: Vec<Inked>,
    /// Ink beside the boxes, in none of them, in square points.
    pub beside: f32,
    /// The same further away, as far as a hand drew it: a word, a tick on the name of an option.
    pub aside: f32,
}

/// What a page says.
#[derive(Clone, Debug, PartialEq)]
pub struct PageRead {
    pub ticked: Vec<Ticked>,
    /// Items with room for writing, and whether something stands there.
    pub written: Vec<(LineageId, bool)>,
    /// What a hand drew where nothing is asked for, by the item whose line is nearest.
    pub strays: Vec<(LineageId, PaperArea)>,
}

/// Reads a page that lies on its picture so, held against the page as it was printed, which has
/// [`PER_POINT`](super::PER_POINT) samples a point.
pub fn read(picture: &Picture, plane: &Plane, layout: &PageLayout, empty: &Grey) -> PageRead {
    let flat = Flat::of(picture, plane, layout);
    let added = added(&flat, empty, layout);
    let blots: Vec<&Piece> = added.pieces.iter().filter(|piece| blot(piece)).collect();
    let mut ticked: Vec<Ticked> = Vec::new();
    for (at, tick) in layout.ticks.iter().enumerate() {
        let inked = Inked {
            full: added.full[at],
            faint: added.faint[at],
            covered: blots.iter().any(|blot| reaches(blot.bounds, tick.area)),
            ..of_pieces(at, tick, &added.pieces)
        };
        match ticked.iter_mut().find(|it| it.item == tick.item) {
            Some(item) => item.options.push(inked),
            None => ticked.push(Ticked {
                item: tick.item,
                options: vec![inked],
                beside: 0.0,
                aside: 0.0,
            }),
        }
    }
    let strays = strays(&added.pieces, layout);
    for item in &mut ticked {
        let own = strays.iter().filter(|(of, _)| *of == item.item);
        item.aside = own.map(|(_, piece)| piece.area).sum();
        let room = room(item.item, layout);
        let beside = added.pieces.iter().filter(|piece| {
            let (x, y) = piece.bounds.center();
            piece.boxes.is_empty() && !blot(piece) && holds(room, x, y)
        });
        item.beside = beside.map(|piece| piece.area).sum();
    }
    let written = layout.rooms.iter().map(|room| {
        let inside = added.pieces.iter().filter(|piece| {
            let (x, y) = piece.bounds.center();
            holds(room.area, x, y) || reaches(piece.bounds, room.area)
        });
        let area: f32 = inside.map(|piece| piece.area).sum();
        let around = strays.iter().any(|(of, _)| *of == room.item);
        (room.item, area >= WRITING || around)
    });
    PageRead {
        written: written.collect(),
        ticked,
        strays: strays.iter().map(|(of, it)| (*of, it.bounds)).collect(),
    }
}

fn reaches(blot: PaperArea, area: PaperArea) -> bool {
    blot.left < area.right + NEAR
        && area.left < blot.right + NEAR
        && blot.top < area.bottom + NEAR
        && area.top < blot.bottom + NEAR
}

fn of_pieces(at: usize, tick: &Tick, pieces: &[Piece]) -> Inked {
    let mut inked = Inked {
        option: tick.option,
        full: 0.0,
        faint: 0.0,
        area: 0.0,
        inside: 0.0,
        extent: 0.0,
        left: 0.0,
        right: 0.0,
        shared: false,
        touching: 0.0,
        covered: false,
    };
    let mut around: Option<PaperArea> = None;
    for piece in pieces {
        let Some((_, inside)) = piece.boxes.iter().find(|(place, _)| *place == at) else {
            continue;
        };
        if *inside == 0.0 {
            // What lies in another box is that one's.
            let alone = piece.boxes.iter().all(|(_, inside)| *inside == 0.0);
            inked.touching += if alone { piece.area } else { 0.0 };
            continue;
        }
        let own = piece.bounds;
        let all = around.map_or(own, |it| it.with(own));
        around = Some(all);
        inked.extent = all.width().max(all.height());
        inked.area += piece.area;
        inked.inside += inside;
        inked.left = inked.left.max(tick.area.left - piece.bounds.left);
        inked.right = inked.right.max(piece.bounds.right - tick.area.right);
        inked.shared |= piece
            .boxes
            .iter()
            .filter(|(_, inside)| *inside > 0.0)
            .count()
            > 1;
    }
    inked
}
