//! Where on a picture a page lies: its code says which page and roughly where, the squares in
//! its corners say exactly.

use image::imageops::FilterType;
use image::{DynamicImage, GrayImage};
use rqrr::PreparedImage;

use super::ScanFault;
use super::picture::{Picture, guarded};
use super::plane::{Plane, Point, solve};
use crate::model::{FormFault, FormPage, PageLayout, PaperArea};

/// How far from where it is expected a corner is looked for, as a part of the distance to the
/// code, and at least so many of its own sides.
const REACH: f64 = 0.24;
const NEAR: f64 = 3.0;
/// Candidates kept for a corner.
const CANDIDATES: usize = 6;
/// How far, in points, the code may lie from where the corners say it lies.
const CODE_OFF: f64 = 7.0;

/// How much larger a picture is looked at, one after the other.
const LOOKS: [(f64, FilterType); 6] = [
    (1.0, FilterType::Triangle),
    (1.5, FilterType::CatmullRom),
    (2.0, FilterType::CatmullRom),
    (1.5, FilterType::Triangle),
    (3.0, FilterType::Triangle),
    (1.25, FilterType::CatmullRom),
];

/// A code on a picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Code {
    pub page: FormPage,
    /// Its corners in the picture: upper left, upper right, lower right, lower left of the code.
    pub corners: [Point; 4],
}

/// The codes of forms on a picture; usually one. Where none is found as it is, the picture is
/// looked at larger.
///
/// # Errors
/// [`ScanFault::NoCode`]; [`ScanFault::Form`] for a damaged or newer one, where no other is.
pub fn codes(picture: &Picture) -> Result<Vec<Code>, ScanFault> {
    let grey = || {
        GrayImage::from_raw(
            picture.width as u32,
            picture.height as u32,
            picture.dark.clone(),
        )
    };
    let mut fault = ScanFault::NoCode;
    for (times, filter) in LOOKS {
        let looked = guarded(|| {
            let grey = DynamicImage::ImageLuma8(grey().ok_or(ScanFault::Damaged)?);
            let side = |pixels: usize| (pixels as f64 * times) as u32;
            let (width, height) = (side(picture.width), side(picture.height));
            let larger = match times > 1.0 {
                true => grey.resize_exact(width, height, filter),
                false => grey,
            };
            Ok(texts(&larger.into_luma8()))
        });
        let mut found = Vec::new();
        for (corners, text) in looked? {
            match text.parse() {
                // The middle of a pixel stays where it is.
                Ok(page) => found.push(Code {
                    page,
                    corners: corners.map(|at| {
                        let place = |at: f64| (at + 0.5) / times - 0.5;
                        Point::new(place(at.x), place(at.y))
                    }),
                }),
                Err(FormFault::Foreign) => {}
                Err(other) => fault = ScanFault::Form(other),
            }
        }
        if !found.is_empty() {
            return Ok(found);
        }
    }
    Err(fault)
}

/// What is written in codes, and where their corners lie.
fn texts(grey: &GrayImage) -> Vec<([Point; 4], String)> {
    let (width, height) = (grey.width() as usize, grey.height() as usize);
    let samples = grey.as_raw();
    let sample = |x, y| samples[y * width + x];
    let mut prepared = PreparedImage::prepare_from_greyscale(width, height, sample);
    let grids = prepared.detect_grids().into_iter();
    let text = grids.filter_map(|grid| {
        let corners = grid
            .bounds
            .map(|at| Point::new(f64::from(at.x), f64::from(at.y)));
        Some((corners, grid.decode().ok()?.1))
    });
    text.collect()
}

/// How the page of a code lies on its picture.
///
/// # Errors
/// [`ScanFault::NoCorners`] when fewer than three of them are found, or do not agree with the
/// code.
pub fn plane(picture: &Picture, code: &Code, layout: &PageLayout) -> Result<Plane, ScanFault> {
    let on_page = corners_of(layout.code);
    let pairs: Vec<(Point, Point)> = on_page.into_iter().zip(code.corners).collect();
    let mut guess = Guess::of(&pairs).ok_or(ScanFault::NoCorners)?;
    let middle = center(layout.code);
    let mut order = [0, 1, 2, 3];
    let far = |at: &usize| center(layout.corners[*at]).distance(middle);
    order.sort_by(|a, b| far(a).total_cmp(&far(b)));
    let mut known = pairs.clone();
    let mut candidates: [Vec<Point>; 4] = Default::default();
    for at in order {
        let from = center(layout.corners[at]);
        let side = f64::from(layout.corners[at].width()) * guess.scale();
        let reach = (far(&at) * REACH * guess.scale()).max(NEAR * side);
        candidates[at] = squares(picture, guess.at(from), side, reach);
        if let [only] = candidates[at][..] {
            known.push((from, only));
            guess = Guess::of(&known).unwrap_or(guess);
        }
    }
    best(&candidates, &pairs, layout).ok_or(ScanFault::NoCorners)
}

/// The choice of one candidate a corner that agrees best with the code; one corner may be
/// missing.
fn best(
    candidates: &[Vec<Point>; 4],
    code: &[(Point, Point)],
    layout: &PageLayout,
) -> Option<Plane> {
    let mut best: Option<(usize, f64, Plane)> = None;
    let choices = |at: usize| {
        let some = candidates[at].iter().copied().map(Some);
        some.chain([None]).collect::<Vec<_>>()
    };
    for a in choices(0) {
        for b in choices(1) {
            for c in choices(2) {
                for d in choices(3) {
                    let chosen = [a, b, c, d];
                    let pairs = chosen.iter().zip(&layout.corners);
                    let mut pairs: Vec<_> = pairs
                        .filter_map(|(at, area)| Some((center(*area), (*at)?)))
                        .collect();
                    let corners = pairs.len();
                    if corners < 3 {
                        continue;
                    }
                    if corners == 3 {
                        pairs.extend(code);
                    }
                    let Some(plane) = Plane::through(&pairs) else {
                        continue;
                    };
                    let off = off(&plane, code);
                    let better = best
                        .as_ref()
                        .is_none_or(|(most, least, _)| (corners, -off) > (*most, -least));
                    if off < CODE_OFF && sound(&plane, layout) && better {
                        best = Some((corners, off, plane));
                    }
                }
            }
        }
    }
    best.map(|(_, _, plane)| plane)
}

/// How far, in points, the corners of the code lie from where the plane has them, at most.
fn off(plane: &Plane, code: &[(Point, Point)]) -> f64 {
    let pixels = code
        .iter()
        .map(|(from, to)| plane.at(from.x, from.y).distance(*to));
    let side = |a: usize, b: usize| {
        let (from, to) = (code[a], code[b]);
        from.1.distance(to.1) / from.0.distance(to.0)
    };
    pixels.fold(0.0, f64::max) / ((side(0, 1) + side(1, 2)) / 2.0)
}

/// A page seen from the front, not much longer on one side than on the other.
fn sound(plane: &Plane, layout: &PageLayout) -> bool {
    let [a, b, c, d] = layout.corners.map(|area| {
        let at = center(area);
        plane.at(at.x, at.y)
    });
    let turn =
        |a: Point, b: Point, c: Point| (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x) > 0.0;
    let alike = |one: f64, other: f64| (0.6..1.67).contains(&(one / other));
    turn(a, b, c)
        && turn(b, c, d)
        && turn(c, d, a)
        && turn(d, a, b)
        && alike(a.distance(b), d.distance(c))
        && alike(a.distance(d), b.distance(c))
}

/// A rough idea of where things are: turned, moved, stretched.
struct Guess([f64; 6]);

impl Guess {
    /// The one that fits best by least squares.
    fn of(pairs: &[(Point, Point)]) -> Option<Self> {
        let mut normal = [[0.0; 5]; 3];
        for (from, to) in pairs {
            let row = [from.x, from.y, 1.0, to.x, to.y];
            for (at, sums) in normal.iter_mut().enumerate() {
                for (sum, value) in sums.iter_mut().zip(row) {
                    *sum += row[at] * value;
                }
            }
        }
        let column = |last: usize| {
            let rows = normal.map(|row| [row[0], row[1], row[2], row[last]]);
            solve::<3, 4>(rows)
        };
        let ([a, b, c], [d, e, f]) = (column(3)?, column(4)?);
        Some(Self([a, b, c, d, e, f]))
    }

    fn at(&self, point: Point) -> Point {
        let [a, b, c, d, e, f] = self.0;
        Point::new(a * point.x + b * point.y + c, d * point.x + e * point.y + f)
    }

    /// Pixels a point.
    fn scale(&self) -> f64 {
        let [a, b, _, d, e, _] = self.0;
        (a * e - b * d).abs().sqrt()
    }
}

pub(super) fn center(area: PaperArea) -> Point {
    let (x, y) = area.center();
    Point::new(f64::from(x), f64::from(y))
}

fn corners_of(area: PaperArea) -> [Point; 4] {
    let PaperArea {
        left,
        top,
        right,
        bottom,
    } = area;
    [(left, top), (right, top), (right, bottom), (left, bottom)]
        .map(|(x, y)| Point::new(f64::from(x), f64::from(y)))
}

/// Middles of solid dark squares of about that side around a place, the nearest first.
fn squares(picture: &Picture, around: Point, side: f64, reach: f64) -> Vec<Point> {
    let clamp = |value: f64, most: usize| value.clamp(0.0, most as f64) as usize;
    let (left, right) = (
        clamp(around.x - reach - side, picture.width),
        clamp(around.x + reach + side, picture.width),
    );
    let (top, bottom) = (
        clamp(around.y - reach - side, picture.height),
        clamp(around.y + reach + side, picture.height),
    );
    let (width, height) = (right - left, bottom - top);
    if width < 4 || height < 4 {
        return Vec::new();
    }
    let at = |x: usize, y: usize| picture.dark[(top + y) * picture.width + left + x];
    let Some(threshold) = between(width, height, &at) else {
        return Vec::new();
    };
    let mut seen = vec![false; width * height];
    let mut found: Vec<Point> = Vec::new();
    let mut stack = Vec::new();
    for start in 0..width * height {
        if seen[start] || at(start % width, start / width) >= threshold {
            continue;
        }
        seen[start] = true;
        stack.push(start);
        let mut blob = Blob::default();
        while let Some(place) = stack.pop() {
            let (x, y) = (place % width, place / width);
            blob.add(x, y);
            let mut visit = |x: usize, y: usize| {
                let next = y * width + x;
                if !seen[next] && at(x, y) < threshold {
                    seen[next] = true;
                    stack.push(next);
                }
            };
            if x > 0 {
                visit(x - 1, y);
            }
            if x + 1 < width {
                visit(x + 1, y);
            }
            if y > 0 {
                visit(x, y - 1);
            }
            if y + 1 < height {
                visit(x, y + 1);
            }
        }
        if let Some(middle) = blob.square(side) {
            found.push(Point::new(left as f64 + middle.x, top as f64 + middle.y));
        }
    }
    found.retain(|it| it.distance(around) <= reach);
    found.sort_by(|a, b| a.distance(around).total_cmp(&b.distance(around)));
    found.truncate(CANDIDATES);
    found
}

/// Half-way between the darkest and what most of the place is; `None` where nothing is dark.
fn between(width: usize, height: usize, at: &impl Fn(usize, usize) -> u8) -> Option<u8> {
    let mut counts = [0_usize; 256];
    for y in 0..height {
        for x in 0..width {
            counts[usize::from(at(x, y))] += 1;
        }
    }
    let reach = |part: usize| {
        let mut sum = 0;
        counts.iter().position(|count| {
            sum += count;
            sum * 1000 >= width * height * part
        })
    };
    let (dark, light) = (reach(2)?, reach(700)?);
    let apart = light.checked_sub(dark).filter(|apart| *apart > 40)?;
    u8::try_from(dark + apart / 2).ok()
}

/// Pixels that hang together.
#[derive(Default)]
struct Blob {
    count: usize,
    sum: (usize, usize),
    squares: (f64, f64, f64),
}

impl Blob {
    fn add(&mut self, x: usize, y: usize) {
        self.count += 1;
        self.sum.0 += x;
        self.sum.1 += y;
        let (x, y) = (x as f64, y as f64);
        self.squares.0 += x * x;
        self.squares.1 += y * y;
        self.squares.2 += x * y;
    }

    /// Its middle, if it is a solid square of about that side, turned anyhow: a square of side s
    /// has a variance of s²/12 whichever way it is measured.
    fn square(&self, side: f64) -> Option<Point> {
        let count = self.count as f64;
        let own = count.sqrt();
        if !(0.7..1.4).contains(&(own / side)) {
            return None;
        }
        let (x, y) = (self.sum.0 as f64 / count, self.sum.1 as f64 / count);
        let (xx, yy) = (
            self.squares.0 / count - x * x,
            self.squares.1 / count - y * y,
        );
        let xy = self.squares.2 / count - x * y;
        let apart = ((xx - yy).powi(2) / 4.0 + xy * xy).sqrt();
        let (most, least) = ((xx + yy) / 2.0 + apart, (xx + yy) / 2.0 - apart);
        let solid = count / 12.0;
        let round = most / least.max(0.1) < 1.9;
        let full = (xx + yy) / 2.0 < 1.2 * solid + 0.5;
        (round && full).then_some(Point::new(x, y))
    }
}
