//! A page of a scan as pixels.

use image::DynamicImage;

use super::ScanFault;
use crate::intake::spreadsheet::guard;

/// Pixels of a picture; a sheet of A4 at 600 dpi has 35 million. More are not decoded.
pub const MAX_PIXELS: u64 = 64_000_000;
/// Pages of a file.
pub const MAX_PAGES: usize = 500;
/// Pixels the shorter side keeps at least when a picture is made smaller: 150 dpi of A4.
const SHORT_SIDE: u32 = 1_200;

/// A page as pixels.
#[derive(Clone, Debug)]
pub struct Picture {
    pub width: usize,
    pub height: usize,
    /// Red, green, blue, row by row.
    pub rgb: Vec<u8>,
    /// The darkest of the three: a pen of any colour is dark in one of them.
    pub(super) dark: Vec<u8>,
}

impl Picture {
    pub(super) fn of(image: &DynamicImage) -> Self {
        let (width, height) = (image.width(), image.height());
        let smaller = (width.min(height) / SHORT_SIDE).max(1);
        let rgb = match smaller {
            1 => image.to_rgb8(),
            _ => image
                .thumbnail_exact(width / smaller, height / smaller)
                .to_rgb8(),
        };
        let (width, height) = (rgb.width() as usize, rgb.height() as usize);
        let rgb = rgb.into_raw();
        let dark = rgb
            .chunks_exact(3)
            .map(|pixel| pixel[0].min(pixel[1]).min(pixel[2]));
        Self {
            width,
            height,
            dark: dark.collect(),
            rgb,
        }
    }

    /// Nothing is on it, as on the back of a form that was printed on one side.
    pub fn blank(&self) -> bool {
        let mut counts = [0_usize; 256];
        for sample in &self.dark {
            counts[usize::from(*sample)] += 1;
        }
        let mut sum = 0;
        let usual = counts.iter().position(|count| {
            sum += count;
            sum * 2 > self.dark.len()
        });
        let dark = usual.unwrap_or(0) * 3 / 5;
        let inked: usize = counts.iter().take(dark).sum();
        // Dust and the shadow of an edge are there all the same.
        inked * 400 < self.dark.len()
    }

    /// Of the nearest pixel; white beyond the edges.
    pub(super) fn color_at(&self, x: f64, y: f64) -> [u8; 3] {
        let (x, y) = (x.round(), y.round());
        let inside = x >= 0.0 && y >= 0.0 && x < self.width as f64 && y < self.height as f64;
        let at = (y.max(0.0) as usize * self.width + x.max(0.0) as usize) * 3;
        match self.rgb.get(at..at + 3) {
            Some(&[red, green, blue]) if inside => [red, green, blue],
            _ => [255; 3],
        }
    }

    /// Between the four pixels around a place; white beyond the edges.
    pub(super) fn dark_at(&self, x: f64, y: f64) -> u8 {
        let (left, top) = (x.floor(), y.floor());
        if left < 0.0 || top < 0.0 {
            return 255;
        }
        let (column, row) = (left as usize, top as usize);
        if column + 1 >= self.width || row + 1 >= self.height {
            return 255;
        }
        let at = row * self.width + column;
        let (right, below) = (((x - left) * 256.0) as u32, ((y - top) * 256.0) as u32);
        let dark = &self.dark;
        let mix = |a: u8, b: u8| u32::from(a) * (256 - right) + u32::from(b) * right;
        let upper = mix(dark[at], dark[at + 1]);
        let lower = mix(dark[at + self.width], dark[at + self.width + 1]);
        ((upper * (256 - below) + lower * below) >> 16) as u8
    }
}

/// A decoder that gives up on a hostile file in its own way ends that page alone.
pub(super) fn guarded<T>(read: impl FnOnce() -> Result<T, ScanFault>) -> Result<T, ScanFault> {
    guard::guarded(read).unwrap_or(Err(ScanFault::Damaged))
}
