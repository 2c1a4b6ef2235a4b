//! PDF files, as scanners write them: each page drawn, whatever is on it.

use std::sync::Arc;

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::hayro_syntax::object::{Dict, Object};
use hayro::hayro_syntax::page::Page;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{RenderCache, RenderSettings, render};
use image::{DynamicImage, RgbaImage};

use super::ScanFault;
use super::picture::{MAX_PAGES, MAX_PIXELS, Picture, guarded};
use crate::model::Progress;

/// Pixels of the longer side of a page: 200 dpi of A4.
const LONG_SIDE: f32 = 2_340.0;
/// Points of a side. Beyond it is no page of paper.
const SIDES: std::ops::RangeInclusive<f32> = 72.0..=14_400.0;

pub(super) fn pages(
    bytes: &[u8],
    progress: &Progress,
    each: &mut impl FnMut(usize, Result<Picture, ScanFault>),
) -> Result<(), ScanFault> {
    let pdf = guarded(|| open(bytes))?;
    let count = guarded(|| Ok(pdf.pages().len()))?;
    if count > MAX_PAGES {
        return Err(ScanFault::TooManyPages { pages: count });
    }
    for at in 0..count {
        progress.wanted()?;
        let drawn = guarded(|| Ok(pdf.pages().get(at).map(draw)));
        match drawn {
            Ok(Some(picture)) => each(at, picture),
            Ok(None) => {}
            Err(fault) => each(at, Err(fault)),
        }
    }
    Ok(())
}

/// One page of it.
pub(super) fn page(
    bytes: &[u8],
    at: usize,
    progress: &Progress,
) -> Option<Result<Picture, ScanFault>> {
    if let Err(cancelled) = progress.wanted() {
        return Some(Err(cancelled.into()));
    }
    guarded(|| {
        let pdf = open(bytes)?;
        pdf.pages().get(at).map(draw).transpose()
    })
    .transpose()
}

fn open(bytes: &[u8]) -> Result<Pdf, ScanFault> {
    let pdf = Pdf::new(Arc::new(bytes.to_vec())).map_err(|_| ScanFault::Damaged)?;
    // Pictures say how large they are before they are decoded.
    for object in pdf.objects() {
        let Object::Stream(stream) = object else {
            continue;
        };
        let pixels = pixels(stream.dict());
        if pixels > MAX_PIXELS {
            return Err(ScanFault::TooManyPixels { pixels });
        }
    }
    Ok(pdf)
}

fn pixels(dict: &Dict<'_>) -> u64 {
    let side = |key: &str| {
        let side: Option<i32> = dict.get(key);
        u64::try_from(side.unwrap_or(0)).unwrap_or(0)
    };
    side("Width") * side("Height")
}

fn draw(page: &Page<'_>) -> Result<Picture, ScanFault> {
    let (width, height) = page.render_dimensions();
    if !SIDES.contains(&width) || !SIDES.contains(&height) {
        return Err(ScanFault::Damaged);
    }
    let scale = LONG_SIDE / width.max(height);
    let settings = RenderSettings {
        x_scale: scale,
        y_scale: scale,
        bg_color: WHITE,
        ..RenderSettings::default()
    };
    let cache = RenderCache::new();
    let pixels = render(page, &cache, &InterpreterSettings::default(), &settings);
    let (width, height) = (u32::from(pixels.width()), u32::from(pixels.height()));
    let bytes = pixels.data_as_u8_slice().to_vec();
    let image = RgbaImage::from_raw(width, height, bytes).ok_or(ScanFault::Damaged)?;
    Ok(Picture::of(&DynamicImage::ImageRgba8(image)))
}
