//! The figures of the wave: the overview, and the page of one item.

mod behind;
mod figure;
mod item;
mod overview;
mod pieces;
mod raise;

use egui::Ui;

use super::ready::Wanted;
use super::{Cx, Page, Place};
use crate::model::LineageId;
pub use behind::common as returns_in_words;
use item::ItemPage;
pub use item::{ItemContents, ItemQuery};
use overview::Overview;
pub use overview::{BesideContents, filter_in_words};

/// The tab and what it remembers.
#[derive(Debug, Default)]
pub struct ScoresTab {
    overview: Overview,
    item: ItemPage,
    /// The item whose page is shown instead of the overview.
    shown: Option<LineageId>,
}

impl Page for ScoresTab {
    fn go(&mut self, place: &Place, _cx: &Cx<'_>) {
        self.shown = match place {
            Place::Item(item) => Some(*item),
            _ => None,
        };
    }

    fn wants(&self, cx: &Cx<'_>) -> Option<Wanted> {
        match self.shown {
            Some(item) => self.item.wants(cx, item),
            None => Overview::wants(cx),
        }
    }

    fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        match self.shown {
            Some(item) => self.item.ui(ui, cx, item, &mut self.overview.look),
            None => {
                self.item.leave();
                self.overview.ui(ui, cx);
            }
        }
    }
}
