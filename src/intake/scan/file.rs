//! The pages of a scan, whatever file they come in. What a file is, its first bytes say.

use std::io::Cursor;

use image::{ImageFormat, ImageReader, Limits};

use super::picture::{MAX_PIXELS, Picture, guarded};
use super::{ScanFault, pdf, tiff};
use crate::model::Progress;

/// Longest side, in pixels.
const MAX_SIDE: u32 = 30_000;
/// Memory a decoder may take, in bytes.
const MAX_MEMORY: u64 = 320 << 20;

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
    if ScanKind::of(bytes) == Some(ScanKind::Tiff) {
        let mut pages = tiff::Pages::of(bytes).ok_or(ScanFault::Damaged)?;
        for _ in 0..at {
            pages.next();
        }
        let page = pages.next().map(|page| decoded(page, ImageFormat::Tiff));
        return page.transpose();
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
