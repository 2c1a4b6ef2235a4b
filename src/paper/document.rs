//! Pages laid out, ready to be looked at or written by a format.

use typst::foundations::{NativeElement, StyleChain, Value};
use typst::introspection::{Introspector, MetadataElem};
use typst::layout::{Frame, FrameItem};
use typst::model::HeadingElem;
use typst_layout::PagedDocument;
use typst_render::RenderOptions;

use crate::chart::Scene;

/// Between pages that stand below each other in one picture, in points.
pub(super) const GAP: f64 = 12.0;

/// Laid-out pages.
pub struct Document {
    pages: PagedDocument,
    warnings: Vec<String>,
    lacking: String,
    /// What is written as a picture instead of the pages, and its name.
    figure: Option<(Scene, String)>,
}

/// A page as pixels.
pub struct Pixels {
    pub width: usize,
    pub height: usize,
    /// Red, green, blue, alpha of each pixel, row by row; opaque.
    pub rgba: Vec<u8>,
}

/// A part of a document, by its heading.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    pub title: String,
    /// Where it begins, counted from 0.
    pub page: usize,
    /// How far down there, in points.
    pub top: f32,
}

/// Something on a page that its template marked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Marked {
    /// What the data called it.
    pub mark: i64,
    /// Counted from 0.
    pub page: usize,
    /// In points from the page's left and upper edge.
    pub left: f32,
    pub top: f32,
    pub right: f32,
    pub bottom: f32,
}

/// Words of one line in one face, in points from the upper left corner of their page.
#[derive(Clone, Debug, PartialEq)]
pub struct Words {
    pub text: String,
    pub left: f32,
    pub right: f32,
    pub baseline: f32,
    pub size: f32,
}

impl Document {
    pub(super) fn new(pages: PagedDocument, warnings: Vec<String>, lacking: String) -> Self {
        Self {
            pages,
            warnings,
            lacking,
            figure: None,
        }
    }

    pub(super) fn with_figure(self, figure: Scene, name: &str) -> Self {
        Self {
            figure: Some((figure, name.to_owned())),
            ..self
        }
    }

    /// How many pages it has.
    pub fn page_count(&self) -> usize {
        self.pages.pages().len()
    }

    /// What the typesetter found odd, such as an unknown font. Empty if all is well.
    pub fn warnings(&self) -> &[String] {
        &self.warnings
    }

    /// Characters the fonts lack, each once: boxes stand in their places. Usually empty.
    pub fn lacking(&self) -> &str {
        &self.lacking
    }

    /// Width and height of a page in points, counted from 0.
    pub fn page_size(&self, page: usize) -> Option<(f32, f32)> {
        let size = self.pages.pages().get(page)?.frame.size();
        Some((size.x.to_pt() as f32, size.y.to_pt() as f32))
    }

    /// A page, counted from 0, with `scale` pixels a point.
    pub fn page(&self, page: usize, scale: f32) -> Option<Pixels> {
        let page = self.pages.pages().get(page)?;
        let pixels = typst_render::render(page, &rendering(scale));
        Some(Pixels {
            width: pixels.width() as usize,
            height: pixels.height() as usize,
            rgba: pixels.take(),
        })
    }

    /// The parts that have a heading of the first level, in their order.
    pub fn sections(&self) -> Vec<Section> {
        let known = self.pages.introspector();
        let headings = known.query(&HeadingElem::ELEM.select());
        let section = |content: &typst::foundations::Content| {
            let heading = content.to_packed::<HeadingElem>()?;
            let first = heading.depth.get(StyleChain::default()).get() == 1;
            let place = known.position(content.location()?)?;
            let title = heading.body.plain_text().to_string();
            first.then(|| Section {
                title,
                page: place.page.get() - 1,
                top: place.point.y.to_pt() as f32,
            })
        };
        headings.iter().filter_map(section).collect()
    }

    /// What the template marked: each between a remark at its upper left corner and one at its
    /// lower right. What goes on over a page is marked on the first.
    pub fn marked(&self) -> Vec<Marked> {
        let known = self.pages.introspector();
        let mut open: Option<Marked> = None;
        let mut all = Vec::new();
        for content in known.query(&MetadataElem::ELEM.select()) {
            let value = content
                .to_packed::<MetadataElem>()
                .map(|it| it.value.clone());
            let place = content.location().and_then(|at| known.position(at));
            let (Some(value), Some(place)) = (value, place) else {
                continue;
            };
            let page = place.page.get() - 1;
            let (x, y) = (place.point.x.to_pt() as f32, place.point.y.to_pt() as f32);
            match (value, open.take()) {
                // A place inside what is marked.
                (Value::Dict(_), begun) => open = begun,
                (Value::Int(mark), _) => {
                    open = Some(Marked {
                        mark,
                        page,
                        left: x,
                        top: y,
                        right: x,
                        bottom: y,
                    });
                }
                (_, Some(begun)) => all.push(Marked {
                    right: x,
                    bottom: match begun.page == page {
                        true => y,
                        false => self.page_size(begun.page).map_or(y, |(_, high)| high),
                    },
                    ..begun
                }),
                (_, None) => {}
            }
        }
        all
    }

    /// The words of a page in their order, without those inside charts: what a screen reader
    /// says of the page.
    pub fn text(&self, page: usize) -> String {
        let words = self.words(page).into_iter().map(|it| it.text);
        words.collect::<Vec<_>>().join(" ")
    }

    /// The same, each with its place.
    pub fn words(&self, page: usize) -> Vec<Words> {
        let mut words = Vec::new();
        if let Some(page) = self.pages.pages().get(page) {
            collect(&page.frame, (0.0, 0.0), &mut words);
        }
        words
    }

    /// What it is about, drawn, and the name of that; `None` where it is about no one thing.
    pub(super) fn figure(&self) -> Option<(&Scene, &str)> {
        let figure = self.figure.as_ref()?;
        Some((&figure.0, &figure.1))
    }

    pub(super) fn pages(&self) -> &PagedDocument {
        &self.pages
    }
}

fn collect(frame: &Frame, (left, top): (f32, f32), words: &mut Vec<Words>) {
    for (place, item) in frame.items() {
        let (x, y) = (left + place.x.to_pt() as f32, top + place.y.to_pt() as f32);
        match item {
            FrameItem::Text(text) => words.push(Words {
                text: text.text.to_string(),
                left: x,
                right: x + text.width().to_pt() as f32,
                baseline: y,
                size: text.size.to_pt() as f32,
            }),
            FrameItem::Group(group) => {
                let moved = &group.transform;
                let to = (x + moved.tx.to_pt() as f32, y + moved.ty.to_pt() as f32);
                collect(&group.frame, to, words);
            }
            _ => {}
        }
    }
}

/// With `scale` pixels a point.
pub(super) fn rendering(scale: f32) -> RenderOptions {
    RenderOptions {
        pixel_per_pt: f64::from(scale).into(),
        render_bleed: false,
    }
}
