//! People with pens: what becomes of a page on the desk.

use fastrand::Rng;
use manyi::model::PaperArea;
use manyi::paper::Document;

/// A page on the desk.
#[derive(Clone)]
pub struct Sheet {
    pub width: usize,
    pub height: usize,
    /// Pixels a point.
    pub scale: f64,
    rgb: Vec<u8>,
}

/// A pen.
#[derive(Clone, Copy, Debug)]
pub struct Pen {
    pub color: [u8; 3],
    /// Points.
    pub width: f64,
}

pub const PENS: [[u8; 3]; 6] = [
    [20, 20, 25],
    [25, 40, 140],
    [40, 70, 200],
    [190, 25, 35],
    [20, 110, 60],
    [85, 85, 90],
];

/// How a box is ticked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    Check,
    Cross,
    Filled,
    Circle,
    Dash,
}

pub const STYLES: [Style; 5] = [
    Style::Check,
    Style::Cross,
    Style::Filled,
    Style::Circle,
    Style::Dash,
];

impl Sheet {
    pub fn of(document: &Document, page: usize, scale: f32) -> Self {
        let pixels = document.page(page, scale).unwrap();
        let rgb = pixels
            .rgba
            .chunks_exact(4)
            .flat_map(|it| [it[0], it[1], it[2]]);
        Self {
            width: pixels.width,
            height: pixels.height,
            scale: f64::from(scale),
            rgb: rgb.collect(),
        }
    }

    /// Between the pixels around a place; white beyond the edges.
    pub fn at(&self, x: f64, y: f64) -> [f64; 3] {
        let (left, top) = ((x - 0.5).floor(), (y - 0.5).floor());
        if left < 0.0 || top < 0.0 {
            return [255.0; 3];
        }
        let (column, row) = (left as usize, top as usize);
        if column + 1 >= self.width || row + 1 >= self.height {
            return [255.0; 3];
        }
        let (right, below) = (x - 0.5 - left, y - 0.5 - top);
        let at = (row * self.width + column) * 3;
        let down = self.width * 3;
        let mut color = [0.0; 3];
        for (part, value) in color.iter_mut().enumerate() {
            let of = |at: usize| f64::from(self.rgb[at + part]);
            let upper = of(at) * (1.0 - right) + of(at + 3) * right;
            let lower = of(at + down) * (1.0 - right) + of(at + down + 3) * right;
            *value = upper * (1.0 - below) + lower * below;
        }
        color
    }

    /// A line through points of the page.
    pub fn line(&mut self, pen: Pen, points: &[(f64, f64)]) {
        for pair in points.windows(2) {
            self.stroke(pen, pair[0], pair[1]);
        }
    }

    fn stroke(&mut self, pen: Pen, from: (f64, f64), to: (f64, f64)) {
        let scale = self.scale;
        let (ax, ay, bx, by) = (from.0 * scale, from.1 * scale, to.0 * scale, to.1 * scale);
        let half = pen.width * scale / 2.0;
        let clamp = |value: f64, most: usize| value.clamp(0.0, most as f64) as usize;
        let (left, right) = (ax.min(bx) - half - 1.0, ax.max(bx) + half + 2.0);
        let (top, bottom) = (ay.min(by) - half - 1.0, ay.max(by) + half + 2.0);
        let length = ((bx - ax).powi(2) + (by - ay).powi(2)).max(1e-6);
        for y in clamp(top, self.height)..clamp(bottom, self.height) {
            for x in clamp(left, self.width)..clamp(right, self.width) {
                let (px, py) = (x as f64 + 0.5, y as f64 + 0.5);
                let along = ((px - ax) * (bx - ax) + (py - ay) * (by - ay)) / length;
                let along = along.clamp(0.0, 1.0);
                let far = (px - ax - along * (bx - ax)).hypot(py - ay - along * (by - ay));
                let cover = (half + 0.5 - far).clamp(0.0, 1.0);
                for part in 0..3 {
                    let at = &mut self.rgb[(y * self.width + x) * 3 + part];
                    let ink = f64::from(pen.color[part]);
                    let mixed = f64::from(*at).min(f64::from(*at) * (1.0 - cover) + ink * cover);
                    *at = mixed as u8;
                }
            }
        }
    }

    /// A tick in a box, as a hand does it.
    pub fn tick(&mut self, area: PaperArea, style: Style, pen: Pen, rng: &mut Rng) {
        let side = f64::from(area.width());
        let size = side * (0.75 + rng.f64() * 0.5);
        let (x, y) = area.center();
        let mut near = |by: f64| (rng.f64() * 2.0 - 1.0) * by * side;
        let (x, y) = (f64::from(x) + near(0.12), f64::from(y) + near(0.12));
        let mut at = |right: f64, down: f64| {
            let off = (near(0.06), near(0.06));
            (x + right * size + off.0, y + down * size + off.1)
        };
        match style {
            Style::Check => {
                let points = [at(-0.45, -0.05), at(-0.1, 0.4), at(0.75, -0.65)];
                self.line(pen, &points);
            }
            Style::Cross => {
                let (a, b) = (
                    [at(-0.45, -0.45), at(0.45, 0.45)],
                    [at(0.45, -0.45), at(-0.45, 0.45)],
                );
                self.line(pen, &a);
                self.line(pen, &b);
            }
            Style::Filled => {
                let step = pen.width * 0.8 / size;
                let mut points = Vec::new();
                let mut down = -0.42;
                while down < 0.42 {
                    points.push(at(-0.42, down));
                    points.push(at(0.42, down + step / 2.0));
                    down += step;
                }
                self.line(pen, &points);
            }
            Style::Circle => {
                let points: Vec<_> = (0..=18)
                    .map(|part| {
                        let angle = f64::from(part) * 0.34 + 0.4;
                        at(0.36 * angle.cos(), 0.33 * angle.sin())
                    })
                    .collect();
                self.line(pen, &points);
            }
            Style::Dash => {
                let points = [at(-0.35, 0.05), at(0.35, -0.05)];
                self.line(pen, &points);
            }
        }
    }

    /// A small mark nobody meant.
    pub fn stray(&mut self, pen: Pen, rng: &mut Rng) {
        let (wide, high) = (
            self.width as f64 / self.scale,
            self.height as f64 / self.scale,
        );
        let (x, y) = (rng.f64() * wide, rng.f64() * high);
        let reach = rng.f64() * 5.0;
        let angle = rng.f64() * std::f64::consts::TAU;
        let to = (x + reach * angle.cos(), y + reach * angle.sin());
        let thin = Pen {
            width: pen.width.min(1.2),
            ..pen
        };
        self.line(thin, &[(x, y), to]);
    }

    /// A round stamp around a place.
    pub fn stamp(&mut self, x: f64, y: f64, rng: &mut Rng) {
        let red = Pen {
            color: [215, 45, 50],
            width: 2.5,
        };
        let ring = |radius: f64| -> Vec<(f64, f64)> {
            (0..=60)
                .map(|part| {
                    let angle = f64::from(part) * std::f64::consts::TAU / 60.0;
                    (x + radius * angle.cos(), y + radius * angle.sin())
                })
                .collect()
        };
        self.line(red, &ring(56.0));
        let thin = Pen { width: 1.6, ..red };
        for part in 0..14 {
            let angle = f64::from(part) * 0.32;
            let (cx, cy) = (x + 44.0 * angle.cos(), y + 44.0 * angle.sin());
            for _ in 0..5 {
                let mut near = || (rng.f64() - 0.5) * 12.0;
                let (a, b) = ((cx + near(), cy + near()), (cx + near(), cy + near()));
                self.line(thin, &[a, b]);
            }
        }
        let star: Vec<_> = (0..=5)
            .map(|part| {
                let angle = f64::from(part) * std::f64::consts::TAU * 2.0 / 5.0 - 1.57;
                (x + 15.0 * angle.cos(), y + 15.0 * angle.sin())
            })
            .collect();
        self.line(red, &star);
    }

    /// What a cup leaves.
    pub fn stain(&mut self, x: f64, y: f64, dark: u8) {
        let brown = [205 - dark, 175 - dark, 130_u8.saturating_sub(dark)];
        for (radius, width) in [(95.0, 5.0), (93.0, 9.0)] {
            let points: Vec<_> = (0..=70)
                .map(|part| {
                    let angle = f64::from(part) * std::f64::consts::TAU / 70.0;
                    (x + radius * angle.cos(), y + radius * angle.sin())
                })
                .collect();
            self.line(
                Pen {
                    color: brown,
                    width,
                },
                &points,
            );
        }
    }
}
