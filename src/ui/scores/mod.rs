//! The figures of the wave: the overview, and the page of one item.

mod behind;
mod figure;
mod item;
mod overview;
mod pieces;
mod raise;

use egui::Ui;

use super::ready::Wanted;
use super::{Action, Cx, Place};
use crate::model::LineageId;
use item::ItemPage;
pub use item::{ItemQuery, Made};
use overview::Overview;
pub use overview::filter_in_words;

/// The tab and what it remembers.
#[derive(Debug, Default)]
pub struct ScoresTab {
    overview: Overview,
    item: ItemPage,
    /// The item whose page is shown instead of the overview.
    shown: Option<LineageId>,
    /// Asked for in the next frame, after what was asked for in this one.
    next: Option<Action>,
}

impl ScoresTab {
    /// Leads to a place of this tab.
    pub fn go(&mut self, place: &Place, _cx: &Cx<'_>) {
        self.shown = match place {
            Place::Item(item) => Some(*item),
            _ => None,
        };
    }

    /// What is typed and not kept yet, because the tab is being left.
    pub fn leave(&mut self, _cx: &Cx<'_>) -> Vec<Action> {
        Vec::new()
    }

    /// What it needs to be made to go on with.
    pub fn wants(&self, cx: &Cx<'_>) -> Option<Wanted> {
        self.item.wants(cx, self.shown?)
    }

    /// Draws it.
    pub fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) -> Option<Action> {
        let waiting = self.next.take();
        let (now, next) = match self.shown {
            Some(item) => self.item.ui(ui, cx, item, &mut self.overview),
            None => {
                self.item.leave();
                self.overview.ui(ui, cx)
            }
        };
        if next.is_some() {
            self.next = next;
            ui.ctx().request_repaint();
        }
        waiting.or(now)
    }
}
