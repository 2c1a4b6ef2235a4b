//! Pages of a scan as pixels, whatever file they come in. What a file is, its first bytes say.

use std::io::Cursor;

use image::{DynamicImage, ImageFormat, ImageReader, Limits};

use super::{ScanFault, pdf, tiff};
use crate::intake::spreadsheet::guard;
use crate::model::Progress;

/// Pixels of a picture; a sheet of A4 at 600 dpi has 35 million. More are not decoded.
pub const MAX_PIXELS: u64 = 64_000_000;
/// Pages of a file.
pub const MAX_PAGES: usize = 500;
/// Longest side, in pixels.
const MAX_SIDE: u32 = 30_000;
/// Memory a decoder may take, in bytes.
const MAX_MEMORY: u64 = 320 << 20;
/// Pixels the shorter side keeps at least when a picture is made smaller: 150 dpi of A4.
const SHORT_SIDE: u32 = 1_200;

/// What a file with pages in it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScanKind {
    Pdf,
    Jpeg,
    Png,
    Tiff,
}

impl ScanKind {
    /// What the bytes begin like; `None` for what holds no pages.
    pub fn of(bytes: &[u8]) -> Option<Self> {
        let begins = |with: &[u8]| bytes.starts_with(with);
        Some(match () {
            () if begins(b"%PDF-") => Self::Pdf,
            () if begins(b"\xFF\xD8\xFF") => Self::Jpeg,
            () if begins(b"\x89PNG\r\n\x1a\n") => Self::Png,
            () if begins(b"II*\0") || begins(b"MM\0*") => Self::Tiff,
            () => return None,
        })
    }
}

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

/// Every page of a file, one after the other, counted from 0.
///
/// # Errors
/// What is wrong with the file, or with that page; [`ScanFault::Cancelled`]. A page that cannot
/// be read does not end the others: what `each` makes of the fault is its business.
pub fn pages(
    bytes: &[u8],
    progress: &Progress,
    mut each: impl FnMut(usize, Result<Picture, ScanFault>),
) -> Result<(), ScanFault> {
    let kind = ScanKind::of(bytes).ok_or(ScanFault::Foreign)?;
    match kind {
        ScanKind::Pdf => pdf::pages(bytes, progress, &mut each),
        ScanKind::Jpeg => alone(bytes, ImageFormat::Jpeg, each),
        ScanKind::Png => alone(bytes, ImageFormat::Png, each),
        ScanKind::Tiff => {
            let mut pages = tiff::Pages::of(bytes).ok_or(ScanFault::Damaged)?;
            let mut at = 0;
            while let Some(page) = pages.next() {
                progress.wanted()?;
                each(at, decoded(page, ImageFormat::Tiff));
                at += 1;
            }
            Ok(())
        }
    }
}

/// One page of a file, counted from 0; `None` where there is none.
///
/// # Errors
/// As [`pages`].
pub fn page(bytes: &[u8], at: usize, progress: &Progress) -> Result<Option<Picture>, ScanFault> {
    if ScanKind::of(bytes) == Some(ScanKind::Pdf) {
        return pdf::page(bytes, at, progress).transpose();
    }
    let mut found = None;
    pages(bytes, progress, |page, picture| {
        if page == at {
            found = Some(picture);
        }
    })?;
    found.transpose()
}

fn alone(
    bytes: &[u8],
    format: ImageFormat,
    mut each: impl FnMut(usize, Result<Picture, ScanFault>),
) -> Result<(), ScanFault> {
    each(0, decoded(bytes, format));
    Ok(())
}

/// How large it is stands in its first bytes and is looked at before anything is decoded.
fn decoded(bytes: &[u8], format: ImageFormat) -> Result<Picture, ScanFault> {
    let reader = || {
        let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
        let mut limits = Limits::default();
        limits.max_image_width = Some(MAX_SIDE);
        limits.max_image_height = Some(MAX_SIDE);
        limits.max_alloc = Some(MAX_MEMORY);
        reader.limits(limits);
        reader
    };
    guarded(|| {
        let (width, height) = reader().into_dimensions().map_err(|_| ScanFault::Damaged)?;
        let pixels = u64::from(width) * u64::from(height);
        if pixels > MAX_PIXELS {
            return Err(ScanFault::TooManyPixels { pixels });
        }
        let image = reader().decode().map_err(|_| ScanFault::Damaged)?;
        Ok(Picture::of(&image))
    })
}

/// A decoder that gives up on a hostile file in its own way ends that page alone.
pub(super) fn guarded<T>(read: impl FnOnce() -> Result<T, ScanFault>) -> Result<T, ScanFault> {
    guard::guarded(read).unwrap_or(Err(ScanFault::Damaged))
}
