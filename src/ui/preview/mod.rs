//! Pages as the window has them: those that were laid out last, and pictures of them. The old
//! ones stay until the new ones are there.
//!
//! Knows no typesetter: it asks for pages and shows the pictures that come back.

mod zoom;

use std::collections::VecDeque;

use egui::accesskit::Role;
use egui::emath::GuiRounding;
use egui::load::SizedTexture;
use egui::{Image, Rect, Response, Sense, Stroke, StrokeKind, TextureHandle, Ui, Vec2, WidgetInfo};
use jiff::civil::Date;

use super::style::palette;
use super::{Action, Pages, PagesAction};
use crate::model::LineageId;
use crate::theme::tokens;

pub use zoom::{FULL, Zoom};

/// A4 upright in points, while no page is known.
const A4: Vec2 = egui::vec2(595.28, 841.89);

/// What pages are made of. Another one: they have to be made again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edition {
    pub pages: Pages,
    /// Of the data; see [`Sight::version`](super::Sight::version).
    pub version: u64,
    pub today: Date,
}

/// A part of the material, by its heading.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    pub title: String,
    /// Where it begins, counted from 0.
    pub page: usize,
    /// How far down there, in points.
    pub top: f32,
}

/// Where an item of a form is asked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
    pub item: LineageId,
    /// Counted from 0.
    pub page: usize,
    /// On that page, in points.
    pub place: Rect,
}

/// Pages that were laid out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Laid {
    pub sections: Vec<Section>,
    /// In the order of the form; empty for other pages.
    pub spots: Vec<Spot>,
    /// Size in points and the words of each page.
    pub pages: Vec<(Vec2, String)>,
}

/// A page as a picture.
pub struct Sheet {
    /// Which pages it belongs to: the number they were asked for with.
    pub number: u64,
    /// Counted from 0.
    pub page: usize,
    pub picture: TextureHandle,
}

impl std::fmt::Debug for Sheet {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let size = self.picture.size();
        write!(out, "page {} of {}, {size:?}", self.page, self.number)
    }
}

/// What is known of the pages.
#[derive(Debug)]
pub struct Preview {
    /// The pages asked for last.
    pub asked: Option<Edition>,
    /// The number they were asked for with.
    pub number: u64,
    /// They have not come yet.
    pub waiting: bool,
    /// The number of those that came last, and they.
    pub laid: Option<(u64, Laid)>,
    /// Why those asked for last could not be made.
    pub failed: Option<String>,
    /// The pictures asked for last, newest last: of which pages, which page, at which scale.
    pub pictures_asked: VecDeque<(u64, usize, f32)>,
    /// The newest of them has not come yet.
    pub picture_waiting: bool,
    /// The pictures that came last, newest last.
    pub sheets: VecDeque<Sheet>,
    /// How many pages are looked at together.
    together: usize,
}

impl Preview {
    /// Of pages of which so many are looked at together.
    pub fn of(together: usize) -> Self {
        Self {
            asked: None,
            number: 0,
            waiting: false,
            laid: None,
            failed: None,
            pictures_asked: VecDeque::new(),
            picture_waiting: false,
            sheets: VecDeque::new(),
            together,
        }
    }

    /// How many pages there are; 0 while none is laid out.
    pub fn count(&self) -> usize {
        self.laid.as_ref().map_or(0, |(_, laid)| laid.pages.len())
    }

    /// The size of a page in points.
    pub fn page_size(&self, page: usize) -> Vec2 {
        let laid = self.laid.as_ref();
        let known = laid.and_then(|(_, laid)| laid.pages.get(page));
        known.map_or(A4, |(size, _)| *size)
    }

    /// The words of a page.
    pub fn words(&self, page: usize) -> &str {
        let laid = self.laid.as_ref();
        let known = laid.and_then(|(_, laid)| laid.pages.get(page));
        known.map_or("", |(_, words)| words)
    }

    /// Asks for pages when those at hand are of something else.
    pub fn lay_out(&self, edition: Edition) -> Option<Action> {
        let current = self.asked == Some(edition);
        (!self.waiting && !current).then_some(Action::Pages(PagesAction::LayOut(edition)))
    }

    /// Asks for the picture of a page with so many logical pixels a point, one at a time.
    pub fn draw(&self, ui: &Ui, page: usize, zoom: f32) -> Option<Action> {
        let (number, _) = *self.laid.as_ref()?;
        // A graphics card takes pictures of some size only.
        let most = ui.input(|input| input.max_texture_side).min(8192);
        let most = (most as f32 - 2.0) / self.page_size(page).max_elem();
        let scale = (zoom * ui.pixels_per_point()).min(most);
        let asked = self.pictures_asked.contains(&(number, page, scale));
        let action = PagesAction::Page {
            number,
            page,
            scale,
        };
        (!self.picture_waiting && !asked).then_some(Action::Pages(action))
    }

    /// A picture was asked for.
    pub fn expect(&mut self, number: u64, page: usize, scale: f32) {
        self.pictures_asked.push_back((number, page, scale));
        self.picture_waiting = true;
        while self.pictures_asked.len() > self.together {
            self.pictures_asked.pop_front();
        }
    }

    /// It came, in place of an older one of that page.
    pub fn take(&mut self, sheet: Sheet) {
        self.sheets.retain(|older| older.page != sheet.page);
        self.sheets.push_back(sheet);
        while self.sheets.len() > self.together {
            self.sheets.pop_front();
        }
    }

    /// The paper of a page, with what is known of the page on it.
    pub fn paper(&self, ui: &Ui, page: usize, place: Rect, name: impl Fn() -> String) -> Response {
        let place = place.round_to_pixels(ui.pixels_per_point());
        let id = ui.scope_id().with(("page", page));
        let sense = match self.together {
            1 => Sense::hover(),
            _ => Sense::CLICK,
        };
        let response = ui.interact(place, id, sense);
        response.widget_info(|| WidgetInfo::labeled(Role::Document, true, name()));
        let ground = tokens().paper.surface;
        ui.painter().rect_filled(place, 0.0, ground);
        if let Some(sheet) = self.sheet(page) {
            let picture = SizedTexture::from_handle(&sheet.picture);
            // Pixel for pixel once the picture of this size has come.
            let exact = picture.size / ui.pixels_per_point();
            let near = (exact - place.size()).abs().max_elem() < 2.0;
            let on = if near {
                Rect::from_min_size(place.min, exact)
            } else {
                place
            };
            Image::from_texture(picture).paint_at(ui, on);
        }
        let edge = Stroke::new(tokens().stroke.hairline, palette(ui).line_strong);
        ui.painter()
            .rect_stroke(place, 0.0, edge, StrokeKind::Outside);
        response
    }

    /// Of the page; where one is looked at at a time, of the one before until its own comes.
    fn sheet(&self, page: usize) -> Option<&Sheet> {
        let own = self.sheets.iter().rfind(|sheet| sheet.page == page);
        own.or_else(|| self.sheets.back().filter(|_| self.together == 1))
    }
}
