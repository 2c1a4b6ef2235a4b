//! The figures of the wave: the overview, the page of one item, what customers wrote, and groups of
//! them side by side.

mod behind;
mod comments;
mod figure;
mod groups;
mod item;
mod overview;
mod pieces;
mod raise;
mod way;

use egui::Ui;

use super::ready::Wanted;
use super::{Cx, Page, Place};
use crate::model::LineageId;
pub use behind::common as returns_in_words;
pub use comments::CommentsContents;
use comments::CommentsPage;
use groups::GroupsPage;
pub use groups::{GroupsContents, GroupsQuery};
use item::ItemPage;
pub use item::{ItemContents, ItemQuery};
use overview::Overview;
pub use overview::{BesideContents, filter_in_words};

/// The tab and what it remembers.
#[derive(Debug, Default)]
pub struct ScoresTab {
    overview: Overview,
    item: ItemPage,
    comments: CommentsPage,
    groups: GroupsPage,
    /// What is shown.
    shown: Shown,
}

/// A page of the tab.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Shown {
    #[default]
    Overview,
    /// That of one item.
    Item(LineageId),
    /// What customers wrote.
    Comments,
    /// Groups of customers side by side.
    Groups,
}

impl Page for ScoresTab {
    fn go(&mut self, place: &Place, _cx: &Cx<'_>) {
        self.shown = match place {
            Place::Item(item) => Shown::Item(*item),
            Place::Comments => Shown::Comments,
            Place::Groups => Shown::Groups,
            _ => Shown::Overview,
        };
    }

    fn wants(&self, cx: &Cx<'_>) -> Option<Wanted> {
        match self.shown {
            Shown::Item(item) => self.item.wants(cx, item),
            Shown::Comments => CommentsPage::wants(cx),
            Shown::Groups => self.groups.wants(cx),
            Shown::Overview => Overview::wants(cx),
        }
    }

    fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        match self.shown {
            Shown::Item(item) => self.item.ui(ui, cx, item, &mut self.overview.look),
            Shown::Comments => {
                self.item.leave();
                self.comments.ui(ui, cx);
            }
            Shown::Groups => {
                self.item.leave();
                self.groups.ui(ui, cx);
            }
            Shown::Overview => {
                self.item.leave();
                self.overview.ui(ui, cx);
            }
        }
    }
}
