//! A page laid flat: as it was printed, two samples a point, its paper white and its ink dark
//! however it was lit.

use super::picture::Picture;
use super::plane::{Plane, solve};
use crate::model::{PageLayout, PaperArea};

/// Samples a point: 144 dpi.
pub const PER_POINT: f32 = 2.0;

/// Samples of a tile the light is taken from, a side: larger than any box, so that a box that is
/// filled in is no shadow.
const TILE: usize = 48;
/// The part of a tile that may be darker than its paper, in per mille.
const DARKER: usize = 220;
/// How far a box may lie from its place, in samples.
const REACH: i32 = 8;
/// Boxes it takes to say how a page is bent.
const ENOUGH: usize = 10;
/// Off by so many samples in the mean, a page is laid flat anew.
const BENT: f64 = 0.8;

/// Grey samples of a page.
#[derive(Clone, Debug, PartialEq)]
pub struct Grey {
    pub width: usize,
    pub height: usize,
    /// 0 black, 255 white, row by row.
    pub samples: Vec<u8>,
}

/// A page laid flat.
pub(super) struct Flat {
    pub width: usize,
    pub height: usize,
    /// How dark each sample is, from 0 for paper to 255 for print.
    pub ink: Vec<u8>,
}

/// How a page is bent beyond what a plane can be: samples to go right and down, by the place on
/// the page, up to the second power.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Bend {
    right: [f64; 6],
    down: [f64; 6],
}

impl Bend {
    fn powers(x: f64, y: f64) -> [f64; 6] {
        let (x, y) = (x / 1000.0, y / 1000.0);
        [1.0, x, y, x * x, x * y, y * y]
    }

    /// By how many samples a place, in samples, has moved.
    pub(super) fn at(&self, x: f64, y: f64) -> (f64, f64) {
        let powers = Self::powers(x, y);
        let sum = |by: &[f64; 6]| by.iter().zip(powers).map(|(by, power)| by * power).sum();
        (sum(&self.right), sum(&self.down))
    }

    /// What fits best to places that were seen to have moved.
    fn of(moved: &[Moved]) -> Option<Self> {
        let mut normal = [[0.0; 8]; 6];
        for one in moved {
            let powers = Self::powers(one.x, one.y);
            for (row, own) in normal.iter_mut().zip(powers) {
                let all = powers.into_iter().chain([one.right, one.down]);
                for (sum, value) in row.iter_mut().zip(all) {
                    *sum += own * value;
                }
            }
        }
        for (at, row) in normal.iter_mut().enumerate() {
            // Where boxes stand in one line only, the page is not bent across it.
            row[at] += 1e-3;
        }
        let column = |last: usize| {
            let rows =
                normal.map(|row| [row[0], row[1], row[2], row[3], row[4], row[5], row[last]]);
            solve::<6, 7>(rows)
        };
        Some(Self {
            right: column(6)?,
            down: column(7)?,
        })
    }
}

/// A box that was found beside its place, in samples.
#[derive(Clone, Copy, Debug)]
struct Moved {
    x: f64,
    y: f64,
    right: f64,
    down: f64,
}

impl Flat {
    /// The page of a picture.
    pub(super) fn of(picture: &Picture, plane: &Plane, layout: &PageLayout) -> Self {
        let first = Self::bent(picture, plane, layout, Bend::default());
        let moved: Vec<Moved> = layout
            .ticks
            .iter()
            .filter_map(|tick| first.moved(tick.area))
            .collect();
        let Some(bend) = (moved.len() >= ENOUGH)
            .then(|| Bend::of(&usual(moved)))
            .flatten()
        else {
            return first;
        };
        let places = layout.ticks.iter().map(|tick| {
            let (x, y) = tick.area.center();
            let (right, down) = bend.at(f64::from(x * PER_POINT), f64::from(y * PER_POINT));
            right.hypot(down)
        });
        let off = places.sum::<f64>() / layout.ticks.len() as f64;
        match off > BENT {
            true => Self::bent(picture, plane, layout, bend),
            false => first,
        }
    }

    fn bent(picture: &Picture, plane: &Plane, layout: &PageLayout, bend: Bend) -> Self {
        let width = (layout.width * PER_POINT) as usize;
        let height = (layout.height * PER_POINT) as usize;
        let per_point = f64::from(PER_POINT);
        let mut grey = Vec::with_capacity(width * height);
        let straight = bend == Bend::default();
        for row in 0..height {
            for column in 0..width {
                let (mut x, mut y) = (column as f64 + 0.5, row as f64 + 0.5);
                if !straight {
                    let (right, down) = bend.at(x, y);
                    x += right;
                    y += down;
                }
                let at = plane.at(x / per_point, y / per_point);
                grey.push(picture.dark_at(at.x, at.y));
            }
        }
        let print = print(&grey, width, layout);
        let light = Light::of(&grey, width, height);
        let mut ink = grey;
        for row in 0..height {
            for column in 0..width {
                let sample = &mut ink[row * width + column];
                let white = light.at(column, row);
                let dark = white.saturating_sub(u32::from(*sample)) * 255;
                *sample = (dark * 100 / (white * print).max(1)).min(255) as u8;
            }
        }
        Self { width, height, ink }
    }

    /// Where the outline of a box lies beside its place; `None` where it cannot be told.
    fn moved(&self, area: PaperArea) -> Option<Moved> {
        let right = self.shift(area, |flat, across, along| flat.ink_at(across, along))?;
        let turned = PaperArea {
            left: area.top,
            top: area.left,
            right: area.bottom,
            bottom: area.right,
        };
        let down = self.shift(turned, |flat, across, along| flat.ink_at(along, across))?;
        let (x, y) = area.center();
        Some(Moved {
            x: f64::from(x * PER_POINT),
            y: f64::from(y * PER_POINT),
            right: f64::from(right),
            down: f64::from(down),
        })
    }

    /// How far to the right both upright sides of the box lie darkest; `None` where no place is
    /// much darker than the others.
    fn shift(&self, area: PaperArea, ink: impl Fn(&Self, i32, i32) -> u8) -> Option<i32> {
        let [left, top, right, bottom] = [area.left, area.top, area.right, area.bottom]
            .map(|at| (at * PER_POINT).round() as i32);
        let column = |across: i32| -> u32 {
            (top..bottom)
                .map(|along| u32::from(ink(self, across, along)))
                .sum()
        };
        let columns: Vec<u32> = (-REACH..=REACH)
            .map(|by| {
                column(left + by)
                    + column(left + by - 1)
                    + column(right + by)
                    + column(right + by - 1)
            })
            .collect();
        let best = (0..columns.len()).max_by_key(|at| columns[*at])?;
        let mean = columns.iter().sum::<u32>() / u32::try_from(columns.len()).ok()?;
        let clear = columns[best] > mean + mean / 2;
        clear.then_some(i32::try_from(best).ok()? - REACH)
    }

    /// White beyond the edges.
    pub(super) fn ink_at(&self, x: i32, y: i32) -> u8 {
        let (Ok(x), Ok(y)) = (usize::try_from(x), usize::try_from(y)) else {
            return 0;
        };
        match x < self.width && y < self.height {
            true => self.ink[y * self.width + x],
            false => 0,
        }
    }
}

/// Without those that lie elsewhere than most.
fn usual(mut moved: Vec<Moved>) -> Vec<Moved> {
    let middle = |of: fn(&Moved) -> f64, all: &[Moved]| {
        let mut values: Vec<f64> = all.iter().map(of).collect();
        values.sort_by(f64::total_cmp);
        values.get(values.len() / 2).copied().unwrap_or(0.0)
    };
    let (right, down) = (middle(|it| it.right, &moved), middle(|it| it.down, &moved));
    moved.retain(|it| (it.right - right).abs() < 6.0 && (it.down - down).abs() < 6.0);
    moved
}

/// How dark print is, in per cent of the paper around it: as the corners of the page are.
fn print(grey: &[u8], width: usize, layout: &PageLayout) -> u32 {
    let mut darkness: Vec<u32> = layout
        .corners
        .iter()
        .filter_map(|area| {
            let at = |x: f32, y: f32| {
                let (x, y) = ((x * PER_POINT) as usize, (y * PER_POINT) as usize);
                grey.get(y * width + x).map(|sample| u32::from(*sample))
            };
            let (x, y) = area.center();
            let beside = area.width() * 1.2;
            let black = at(x, y)?;
            let white = [at(x - beside, y)?, at(x + beside, y)?, at(x, y - beside)?];
            let white = white.into_iter().max()?.max(1);
            Some(100 * white.saturating_sub(black) / white)
        })
        .collect();
    darkness.sort_unstable();
    let middle = darkness.get(darkness.len() / 2).copied().unwrap_or(90);
    middle.clamp(40, 100)
}

/// How light paper is over the page.
struct Light {
    columns: usize,
    rows: usize,
    tiles: Vec<u32>,
}

impl Light {
    fn of(grey: &[u8], width: usize, height: usize) -> Self {
        let (columns, rows) = (width.div_ceil(TILE), height.div_ceil(TILE));
        let mut tiles = Vec::with_capacity(columns * rows);
        for row in 0..rows {
            for column in 0..columns {
                let mut counts = [0_usize; 256];
                let mut all = 0;
                for y in row * TILE..((row + 1) * TILE).min(height) {
                    let from = y * width + column * TILE;
                    let to = y * width + ((column + 1) * TILE).min(width);
                    for sample in &grey[from..to] {
                        counts[usize::from(*sample)] += 1;
                        all += 1;
                    }
                }
                let mut sum = 0;
                let light = counts.iter().rposition(|count| {
                    sum += count;
                    sum * 1000 >= all * DARKER
                });
                tiles.push(u32::try_from(light.unwrap_or(255)).unwrap_or(255).max(1));
            }
        }
        Self {
            columns,
            rows,
            tiles,
        }
    }

    /// Between the middles of the four tiles around a sample.
    fn at(&self, x: usize, y: usize) -> u32 {
        let place = |at: usize, count: usize| {
            let from = at.saturating_sub(TILE / 2);
            let tile = (from / TILE).min(count - 1);
            (tile, (tile + 1).min(count - 1), (from % TILE) as u32)
        };
        let ((left, right, across), (top, bottom, along)) =
            (place(x, self.columns), place(y, self.rows));
        let tile = |column: usize, row: usize| self.tiles[row * self.columns + column];
        let side = TILE as u32;
        let mix = |a: u32, b: u32, part: u32| (a * (side - part) + b * part) / side;
        let upper = mix(tile(left, top), tile(right, top), across);
        let lower = mix(tile(left, bottom), tile(right, bottom), across);
        mix(upper, lower, along)
    }
}
