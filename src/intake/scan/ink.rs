//! What was added to a printed page by hand: ink that is not on the empty page, in pieces that
//! hang together.

use super::flat::{Flat, Grey, PER_POINT};
use crate::model::{PageLayout, PaperArea};

/// From here on a sample is ink, and is faint ink when its neighbourhood is so dark in the mean.
const INK: u8 = 84;
const FAINT: u32 = 33;
/// Paler than this, print on the empty page is none: the ground of a heading.
const PRINTED: u8 = 200;
/// So many samples around what is printed are not looked at: it may lie a little beside its place.
const AROUND: usize = 3;
/// So far a stroke is followed over what is printed, in samples.
const OVER: i32 = 6;
/// Pieces of fewer samples are specks.
const SPECK: usize = 3;
/// Ink nearer to the edge of the page than this, in points, is the edge.
const EDGE: f32 = 16.0;

/// Samples that hang together.
#[derive(Clone, Debug, Default)]
pub(super) struct Piece {
    /// Samples of its own, in square points.
    pub area: f32,
    /// Around them, in points.
    pub bounds: PaperArea,
    /// Boxes of the page it lies in or touches, by their place in the layout, and its area inside.
    pub boxes: Vec<(usize, f32)>,
}

/// What was added to a page.
pub(super) struct Added {
    pub pieces: Vec<Piece>,
    /// How much of the inside of each box of the layout is ink, and how much at least faint
    /// ink; from 0 to 1.
    pub full: Vec<f32>,
    pub faint: Vec<f32>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Sample {
    Paper,
    Printed,
    Ink,
    /// Printed, and a stroke may go on over it.
    Over,
}

/// What a page has that the empty page has not.
pub(super) fn added(flat: &Flat, empty: &Grey, layout: &PageLayout) -> Added {
    let (width, height) = (flat.width, flat.height);
    let mut samples = printed(empty, width, height);
    let edge = (EDGE * PER_POINT) as usize;
    let mut ink = Vec::new();
    for y in edge..height.saturating_sub(edge) {
        for x in edge..width.saturating_sub(edge) {
            let at = y * width + x;
            if flat.ink[at] >= INK && samples[at] == Sample::Paper {
                samples[at] = Sample::Ink;
                ink.push(at);
            }
        }
    }
    bridge(&mut samples, &ink, flat);
    let owners = owners(layout, width, height);
    let mut full = vec![0.0; layout.ticks.len()];
    let pieces = pieces(&mut samples, &ink, &owners, width);
    for (at, inside) in pieces.iter().flat_map(|piece| &piece.boxes) {
        full[*at] += inside;
    }
    let shares = layout.ticks.iter().zip(&mut full).map(|(tick, full)| {
        let (inside, faint) = inside(flat, empty, tick.area);
        *full /= inside.max(1.0);
        faint / inside.max(1.0)
    });
    let faint = shares.collect();
    Added {
        pieces,
        full,
        faint,
    }
}

/// What is printed, and a little around it.
fn printed(empty: &Grey, width: usize, height: usize) -> Vec<Sample> {
    let dark = |x: usize, y: usize| {
        x < empty.width && y < empty.height && empty.samples[y * empty.width + x] < PRINTED
    };
    let mut rows = vec![false; width * height];
    for y in 0..height {
        for x in (0..width).filter(|x| dark(*x, y)) {
            let from = y * width + x.saturating_sub(AROUND);
            rows[from..=y * width + (x + AROUND).min(width - 1)].fill(true);
        }
    }
    let mut samples = vec![Sample::Paper; width * height];
    for y in 0..height {
        let (from, to) = (y.saturating_sub(AROUND), (y + AROUND).min(height - 1));
        for x in (0..width).filter(|x| rows[y * width + x]) {
            for below in from..=to {
                samples[below * width + x] = Sample::Printed;
            }
        }
    }
    samples
}

/// Marks what is dark and printed near ink: there a stroke goes on.
fn bridge(samples: &mut [Sample], ink: &[usize], flat: &Flat) {
    let width = flat.width;
    for at in ink {
        let beside = [at - 1, at + 1, at - width, at + width];
        if beside.iter().all(|it| samples[*it] != Sample::Printed) {
            continue;
        }
        let (x, y) = ((at % width) as i32, (at / width) as i32);
        for down in -OVER..=OVER {
            for right in -OVER..=OVER {
                if flat.ink_at(x + right, y + down) < INK {
                    continue;
                }
                let near = (y + down) as usize * width + (x + right) as usize;
                if samples[near] == Sample::Printed {
                    samples[near] = Sample::Over;
                }
            }
        }
    }
}

/// Which box each sample belongs to, its outline included; 0 for none, else its place and one.
fn owners(layout: &PageLayout, width: usize, height: usize) -> Vec<u16> {
    let mut owners = vec![0; width * height];
    for (at, tick) in layout.ticks.iter().enumerate() {
        let Ok(owner) = u16::try_from(at + 1) else {
            break;
        };
        let [left, top, right, bottom] = samples_of(tick.area, 0.8);
        for y in top..bottom.min(height) {
            let right = right.min(width);
            if left < right {
                owners[y * width + left..y * width + right].fill(owner);
            }
        }
    }
    owners
}

/// An area in samples, so many points larger on each side.
fn samples_of(area: PaperArea, larger: f32) -> [usize; 4] {
    let sample = |at: f32| (at * PER_POINT).round().max(0.0) as usize;
    [
        sample(area.left - larger),
        sample(area.top - larger),
        sample(area.right + larger),
        sample(area.bottom + larger),
    ]
}

fn pieces(samples: &mut [Sample], ink: &[usize], owners: &[u16], width: usize) -> Vec<Piece> {
    let area = 1.0 / (PER_POINT * PER_POINT);
    let mut pieces = Vec::new();
    let mut stack = Vec::new();
    for start in ink {
        if samples[*start] != Sample::Ink {
            continue;
        }
        samples[*start] = Sample::Paper;
        stack.push((*start, true));
        let (mut count, mut boxes) = (0, Vec::<(u16, usize)>::new());
        let (mut left, mut top, mut right, mut bottom) = (usize::MAX, usize::MAX, 0, 0);
        while let Some((at, own)) = stack.pop() {
            let (x, y) = (at % width, at / width);
            if own {
                count += 1;
                (left, right) = (left.min(x), right.max(x));
                (top, bottom) = (top.min(y), bottom.max(y));
            }
            if owners[at] > 0 {
                match boxes.iter_mut().find(|(owner, _)| *owner == owners[at]) {
                    Some((_, inside)) => *inside += usize::from(own),
                    None => boxes.push((owners[at], usize::from(own))),
                }
            }
            let around = [
                at - width - 1,
                at - width,
                at - width + 1,
                at - 1,
                at + 1,
                at + width - 1,
                at + width,
                at + width + 1,
            ];
            for next in around {
                let own = match samples.get(next) {
                    Some(Sample::Ink) => true,
                    Some(Sample::Over) => false,
                    _ => continue,
                };
                samples[next] = Sample::Paper;
                stack.push((next, own));
            }
        }
        if count < SPECK {
            continue;
        }
        let points = |at: usize| at as f32 / PER_POINT;
        let inside = |(owner, inside): (u16, usize)| (usize::from(owner - 1), inside as f32 * area);
        pieces.push(Piece {
            area: count as f32 * area,
            bounds: PaperArea {
                left: points(left),
                top: points(top),
                right: points(right + 1),
                bottom: points(bottom + 1),
            },
            boxes: boxes.into_iter().map(inside).collect(),
        });
    }
    pieces
}

/// How much of a box can be looked at, and how much of that is at least faint, in square points.
fn inside(flat: &Flat, empty: &Grey, area: PaperArea) -> (f32, f32) {
    let margin = AROUND as f32 / PER_POINT + 0.5;
    let [left, top, right, bottom] = samples_of(area, -margin);
    let (mut all, mut faint) = (0, 0);
    for y in top..bottom.min(empty.height) {
        for x in left..right {
            all += 1;
            let (x, y) = (x as i32, y as i32);
            let mut sum = 0;
            for down in -1..=1 {
                for right in -1..=1 {
                    sum += u32::from(flat.ink_at(x + right, y + down));
                }
            }
            faint += usize::from(sum / 9 >= FAINT);
        }
    }
    let area = 1.0 / (PER_POINT * PER_POINT);
    (all as f32 * area, faint as f32 * area)
}
