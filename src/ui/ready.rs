//! What takes too long to be made while drawing: rows of a hundred thousand returns in their
//! order, everything about one item. A tab says what it wants; it is made on another thread of
//! what the tab saw then, and lies ready for a later frame. Until then the tab goes on with
//! what it had, so that nothing flickers and a click means what the user saw.

use std::sync::Arc;

use super::Basis;
use super::questionnaire::{RulesContents, RulesQuery};
use super::returns::{Listed, Query};
use super::scores::{
    BesideContents, CommentsContents, GroupsContents, GroupsQuery, ItemContents, ItemQuery,
};
use super::search::Found;
use crate::model::{Cancelled, Progress};

/// Something a tab wants made.
#[derive(Clone, Debug, PartialEq)]
pub struct Wanted(Kind);

#[derive(Clone, Debug, PartialEq)]
enum Kind {
    Rows(Query),
    Item(ItemQuery),
    Beside,
    Comments,
    Groups(GroupsQuery),
    Found(String),
    Rules(RulesQuery),
}

impl Wanted {
    pub(super) fn rows(query: &Query) -> Self {
        Self(Kind::Rows(query.clone()))
    }

    pub(super) fn item(query: ItemQuery) -> Self {
        Self(Kind::Item(query))
    }

    pub(super) fn beside() -> Self {
        Self(Kind::Beside)
    }

    pub(super) fn comments() -> Self {
        Self(Kind::Comments)
    }

    pub(super) fn groups(query: GroupsQuery) -> Self {
        Self(Kind::Groups(query))
    }

    pub(super) fn found(query: &str) -> Self {
        Self(Kind::Found(query.to_owned()))
    }

    pub(super) fn rules(query: RulesQuery) -> Self {
        Self(Kind::Rules(query))
    }

    /// Makes it; this is what takes long.
    pub fn make(self, basis: &Arc<Basis>, progress: &Progress) -> Ready {
        let mut ready = Ready::default();
        let sight = basis.sight();
        match &self.0 {
            Kind::Rows(query) => {
                ready.rows = Listed::of(Arc::clone(basis), query.clone()).map(Arc::new);
            }
            Kind::Item(query) => {
                ready.item = ItemContents::of(&sight, query.clone()).map(Arc::new);
            }
            Kind::Beside => ready.beside = BesideContents::of(&sight).map(Arc::new),
            Kind::Comments => ready.comments = CommentsContents::of(&sight).map(Arc::new),
            Kind::Groups(query) => {
                ready.groups = GroupsContents::of(&sight, query.clone()).map(Arc::new);
            }
            Kind::Rules(query) => match RulesContents::of(&sight, query.clone(), progress) {
                Ok(made) => ready.rules = made.map(Arc::new),
                Err(Cancelled) => ready.stopped = Some(self),
            },
            Kind::Found(query) => {
                ready.found = Some(Arc::new(Found::of(&sight, query.clone())));
            }
        }
        ready
    }
}

/// What was made last of each kind.
#[derive(Clone, Debug, Default)]
pub struct Ready {
    rows: Option<Arc<Listed>>,
    item: Option<Arc<ItemContents>>,
    beside: Option<Arc<BesideContents>>,
    comments: Option<Arc<CommentsContents>>,
    groups: Option<Arc<GroupsContents>>,
    found: Option<Arc<Found>>,
    rules: Option<Arc<RulesContents>>,
    /// What somebody called off on the way.
    stopped: Option<Wanted>,
}

impl Ready {
    /// Takes the newer of each kind and gives what it takes the place of.
    #[must_use = "letting go of it takes long"]
    pub fn take(&mut self, newer: Self) -> Self {
        let mut older = Self::default();
        self.stopped = newer.stopped;
        if newer.rows.is_some() {
            older.rows = std::mem::replace(&mut self.rows, newer.rows);
        }
        if newer.item.is_some() {
            older.item = std::mem::replace(&mut self.item, newer.item);
        }
        if newer.beside.is_some() {
            older.beside = std::mem::replace(&mut self.beside, newer.beside);
        }
        if newer.comments.is_some() {
            older.comments = std::mem::replace(&mut self.comments, newer.comments);
        }
        if newer.groups.is_some() {
            older.groups = std::mem::replace(&mut self.groups, newer.groups);
        }
        if newer.found.is_some() {
            older.found = std::mem::replace(&mut self.found, newer.found);
        }
        if newer.rules.is_some() {
            older.rules = std::mem::replace(&mut self.rules, newer.rules);
        }
        older
    }

    /// There is nothing of any kind.
    pub fn is_empty(&self) -> bool {
        let scores = self.item.is_none() && self.beside.is_none() && self.comments.is_none();
        let others = self.rows.is_none() && self.found.is_none() && self.rules.is_none();
        scores && self.groups.is_none() && others
    }

    /// It was called off on the way, and nobody has said that it is wanted again.
    pub(super) fn stopped(&self, wanted: &Wanted) -> bool {
        self.stopped.as_ref() == Some(wanted)
    }

    /// What was called off is wanted again.
    pub fn go_on(&mut self) {
        self.stopped = None;
    }

    pub(super) fn rows(&self) -> Option<&Arc<Listed>> {
        self.rows.as_ref()
    }

    pub(super) fn found(&self) -> Option<&Arc<Found>> {
        self.found.as_ref()
    }

    pub(super) fn rules(&self) -> Option<&Arc<RulesContents>> {
        self.rules.as_ref()
    }

    pub(super) fn beside(&self) -> Option<&Arc<BesideContents>> {
        self.beside.as_ref()
    }

    pub(super) fn comments(&self) -> Option<&Arc<CommentsContents>> {
        self.comments.as_ref()
    }

    pub(super) fn groups(&self) -> Option<&Arc<GroupsContents>> {
        self.groups.as_ref()
    }

    pub(super) fn item(&self) -> Option<&Arc<ItemContents>> {
        self.item.as_ref()
    }
}
