//! Scanners and telephones: what becomes of a page on its way to a file.

use std::io::Cursor;

use fastrand::Rng;
use image::{ExtendedColorType, ImageEncoder, RgbImage, codecs::jpeg::JpegEncoder};

use super::hand::Sheet;

/// How a page is taken.
#[derive(Clone, Debug)]
pub struct Shot {
    /// Degrees.
    pub turned: f64,
    /// Quarters it lies on its side.
    pub quarters: usize,
    /// How far each corner is off, as a part of the page.
    pub perspective: f64,
    pub grey: bool,
    /// How much darker one side is than the other, 0 to 1.
    pub shade: f64,
    /// Standard deviation of the noise, of 255.
    pub noise: f64,
    /// Pixels.
    pub blur: usize,
    /// How dark its folds are, of 255.
    pub creases: Vec<(f64, f64, f64)>,
    /// White paper and black ink as they come out, of 255.
    pub paper: f64,
    pub black: f64,
}

impl Shot {
    pub fn random(rng: &mut Rng) -> Self {
        let photo = rng.f64() < 0.4;
        let creases = if rng.f64() < 0.3 { 2 } else { 0 };
        Self {
            turned: rng.f64() * 10.0 - 5.0,
            quarters: if rng.f64() < 0.3 { rng.usize(0..4) } else { 0 },
            perspective: if photo { rng.f64() * 0.05 } else { 0.0 },
            grey: rng.f64() < 0.5,
            shade: if photo {
                rng.f64() * 0.5
            } else {
                rng.f64() * 0.1
            },
            noise: rng.f64() * 10.0,
            blur: rng.usize(0..2),
            creases: (0..creases)
                .map(|_| (rng.f64(), rng.f64() * 0.1 - 0.05, 10.0 + rng.f64() * 25.0))
                .collect(),
            paper: 215.0 + rng.f64() * 40.0,
            black: rng.f64() * 50.0,
        }
    }

    /// The page as it comes out of the camera.
    pub fn take(&self, sheet: &Sheet, rng: &mut Rng) -> RgbImage {
        let (width, height) = (sheet.width as f64, sheet.height as f64);
        // From the picture back to the page: corners of the picture that see these of the page.
        let margin = 0.05;
        let mut corner = |x: f64, y: f64| {
            let off = |rng: &mut Rng| (rng.f64() * 2.0 - 1.0) * self.perspective;
            (x + off(rng), y + off(rng))
        };
        let corners = [
            corner(-margin, -margin),
            corner(1.0 + margin, -margin),
            corner(1.0 + margin, 1.0 + margin),
            corner(-margin, 1.0 + margin),
        ];
        let angle = self.turned.to_radians();
        let corners = corners.map(|(x, y)| {
            let (x, y) = ((x - 0.5) * width, (y - 0.5) * height);
            let (sin, cos) = angle.sin_cos();
            (
                x * cos - y * sin + width / 2.0,
                x * sin + y * cos + height / 2.0,
            )
        });
        let on_side = self.quarters % 2 == 1;
        let (wide, high) = match on_side {
            true => (sheet.height, sheet.width),
            false => (sheet.width, sheet.height),
        };
        let mut seen = corners;
        seen.rotate_left(self.quarters);
        let plane = square_to(seen);
        let mut pixels = Vec::with_capacity(wide * high * 3);
        let noise: Vec<f64> = (0..4096)
            .map(|_| (0..6).map(|_| rng.f64() - 0.5).sum::<f64>() * self.noise * 1.4)
            .collect();
        let mut at_noise = 0_usize;
        for row in 0..high {
            let down = row as f64 / high as f64;
            for column in 0..wide {
                let across = column as f64 / wide as f64;
                let (x, y) = plane(across, down);
                let light = 1.0 - self.shade * (0.7 * across + 0.3 * down);
                let crease: f64 = self
                    .creases
                    .iter()
                    .map(|(at, slope, dark)| {
                        let far = (y / height - at - slope * x / width).abs() * height;
                        if far < 1.5 { *dark } else { 0.0 }
                    })
                    .sum();
                let color = sheet.at(x, y);
                at_noise = (at_noise * 5 + 7919 + column) % 4096;
                for part in color {
                    let part = self.black + part * (self.paper - self.black) / 255.0;
                    let part = (part - crease) * light + noise[at_noise];
                    pixels.push(part.clamp(0.0, 255.0) as u8);
                }
            }
        }
        let mut image = RgbImage::from_raw(wide as u32, high as u32, pixels).unwrap();
        if self.blur > 0 {
            image = blurred(&image);
        }
        image
    }

    pub fn file(&self, image: &RgbImage) -> Vec<u8> {
        let mut bytes = Vec::new();
        let encoder = JpegEncoder::new_with_quality(Cursor::new(&mut bytes), 60);
        let (width, height) = image.dimensions();
        if self.grey {
            let grey = image.pixels().map(|it| {
                ((u32::from(it[0]) * 2 + u32::from(it[1]) * 5 + u32::from(it[2])) / 8) as u8
            });
            let grey: Vec<u8> = grey.collect();
            encoder
                .write_image(&grey, width, height, ExtendedColorType::L8)
                .unwrap();
        } else {
            encoder
                .write_image(image.as_raw(), width, height, ExtendedColorType::Rgb8)
                .unwrap();
        }
        bytes
    }
}

fn blurred(image: &RgbImage) -> RgbImage {
    let (width, height) = (image.width() as usize, image.height() as usize);
    let from = image.as_raw();
    let mut to = from.clone();
    for row in 1..height - 1 {
        for at in row * width * 3 + 3..(row + 1) * width * 3 - 3 {
            let sum = u32::from(from[at]) * 2
                + u32::from(from[at - 3])
                + u32::from(from[at + 3])
                + u32::from(from[at - width * 3])
                + u32::from(from[at + width * 3]);
            to[at] = (sum / 6) as u8;
        }
    }
    RgbImage::from_raw(image.width(), image.height(), to).unwrap()
}

/// From the unit square to a quadrilateral (Heckbert, Fundamentals of Texture Mapping, 2.2.3).
fn square_to(corners: [(f64, f64); 4]) -> impl Fn(f64, f64) -> (f64, f64) {
    let [a, b, c, d] = corners;
    let sum = (a.0 - b.0 + c.0 - d.0, a.1 - b.1 + c.1 - d.1);
    let (one, other) = ((b.0 - c.0, b.1 - c.1), (d.0 - c.0, d.1 - c.1));
    let under = one.0 * other.1 - other.0 * one.1;
    let g = (sum.0 * other.1 - other.0 * sum.1) / under;
    let h = (one.0 * sum.1 - sum.0 * one.1) / under;
    let (ax, bx) = (b.0 - a.0 + g * b.0, d.0 - a.0 + h * d.0);
    let (ay, by) = (b.1 - a.1 + g * b.1, d.1 - a.1 + h * d.1);
    move |u, v| {
        let w = g * u + h * v + 1.0;
        ((ax * u + bx * v + a.0) / w, (ay * u + by * v + a.1) / w)
    }
}
