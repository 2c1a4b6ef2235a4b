//! The pages of the review material as the window has them: the last that were laid out, and
//! the picture of one of them. The old ones stay until the new ones are there.

use egui::{TextureHandle, Vec2};
use jiff::civil::Date;

use crate::i18n::Language;
use crate::model::{SurveyId, WaveId};

/// What pages are made of. Another one: they have to be made again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edition {
    pub survey: SurveyId,
    pub wave: WaveId,
    /// Of the data; see [`Sight::version`](super::Sight::version).
    pub version: u64,
    /// Of the pages, not of the window.
    pub language: Language,
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

/// Pages that were laid out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Laid {
    pub sections: Vec<Section>,
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
#[derive(Debug, Default)]
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
    /// The picture asked for last: of which pages, which page, at which scale.
    pub page_asked: Option<(u64, usize, f32)>,
    /// It has not come yet.
    pub page_waiting: bool,
    pub sheet: Option<Sheet>,
}
