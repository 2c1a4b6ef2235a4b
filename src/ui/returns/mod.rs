//! What came back, what waits to be settled, the frame and the ledger.

mod customers;
mod frame;
mod imports;
mod kept;
mod ledger;
mod mapping;
mod one;
mod open_wave;
mod review;
mod rows;
mod start;
mod table;
mod unanswered;
mod void;

use std::sync::Arc;

use egui::Ui;

use super::ready::Wanted;
use super::{Action, Cx, Place};
use crate::model::ReturnId;
use crate::tr;
use crate::ui::widgets::{Button, empty, icons, panel};
use rows::{Field, Rows, Show};
pub use rows::{Listed, Query};

/// The tab and what it remembers.
#[derive(Debug)]
pub struct ReturnsTab {
    page: Page,
    query: Query,
    rows: Rows,
    chosen: Option<ReturnId>,
    /// A return to bring into sight.
    reveal: Option<ReturnId>,
    review: review::Review,
    one: one::OnePage,
    open_wave: open_wave::OpenWave,
    kept: kept::KeptDialog,
    mapping: mapping::MappingPage,
    customers: customers::CustomersPage,
    frame: frame::FramePage,
}

/// Where in the tab the user is.
#[derive(Clone, Debug, Default, PartialEq)]
enum Page {
    #[default]
    List,
    One(ReturnId),
    Mapping,
    Customers,
    Frame,
}

impl Default for ReturnsTab {
    fn default() -> Self {
        Self {
            page: Page::default(),
            query: Query {
                sorted: Some((Field::Turnover, true)),
                ..Query::default()
            },
            rows: Rows::default(),
            chosen: None,
            reveal: None,
            review: review::Review::default(),
            one: one::OnePage::default(),
            open_wave: open_wave::OpenWave::default(),
            kept: kept::KeptDialog::default(),
            mapping: mapping::MappingPage::default(),
            customers: customers::CustomersPage::default(),
            frame: frame::FramePage::default(),
        }
    }
}

impl ReturnsTab {
    /// Leads to a place of this tab.
    pub fn go(&mut self, place: &Place, cx: &Cx<'_>) {
        self.page = match place {
            Place::Return(id) => {
                self.chosen = Some(*id);
                Page::One(*id)
            }
            Place::Returns { words, returns } => {
                self.query.show = Show::All;
                self.query.import = None;
                self.query.only = Some((words.clone(), returns.clone()));
                Page::List
            }
            Place::Customers => Page::Customers,
            Place::Customer(id) => {
                self.customers.lead(*id);
                Page::Customers
            }
            Place::Frame => Page::Frame,
            Place::OpenWave => {
                self.open_wave.ask(cx);
                Page::List
            }
            // A file that waits is the work at hand.
            _ if cx.incoming.is_some() => Page::Mapping,
            _ => Page::List,
        };
    }

    /// What is typed and not kept yet, because the tab is being left.
    pub fn leave(&mut self, cx: &Cx<'_>) -> Vec<Action> {
        self.customers.leave(cx)
    }

    /// What it needs to be made to go on with.
    pub fn wants(&self, cx: &Cx<'_>) -> Option<Wanted> {
        let listed = cx.ready.rows();
        let fits = listed.is_some_and(|listed| listed.fits(cx, &self.query));
        let known = cx.wave.and(cx.view).is_some();
        (known && !fits).then(|| Wanted::rows(&self.query))
    }

    /// Draws it.
    pub fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) -> Option<Action> {
        self.rows.refresh(cx);
        let wish = match &self.page {
            Page::Mapping if cx.incoming.is_some() => self.mapping.page(ui, cx),
            Page::One(id) => {
                let id = *id;
                let parts = (&self.rows, &mut self.review);
                self.one.page(ui, cx, parts, id)
            }
            Page::Customers => self.customers.page(ui, cx),
            Page::Frame if cx.wave.is_some() => {
                let asked = self.frame.page(ui, cx, &self.rows);
                self.asked(cx, asked)
            }
            _ => self.list(ui, cx),
        };
        let removed = self.kept.show(ui.ctx(), cx);
        self.open_wave.show(ui.ctx(), cx).or(removed).or(wish)
    }

    fn asked(&mut self, cx: &Cx<'_>, asked: Option<start::Asked>) -> Option<Action> {
        match asked? {
            start::Asked::OpenWave => {
                self.open_wave.ask(cx);
                None
            }
            start::Asked::Wish(wish) => Some(wish),
        }
    }

    fn list(&mut self, ui: &mut Ui, cx: &Cx<'_>) -> Option<Action> {
        if cx.wave.is_none() {
            let asked = panel::work(ui, |ui| start::start(ui, cx));
            return self.asked(cx, asked);
        }
        let mut wish = None;
        let listed = listed(cx);
        match ledger::ledger(ui, cx, listed.map(|listed| listed.reach)) {
            Some(ledger::Pressed::Show(show)) => {
                self.query.only = None;
                self.query.import = None;
                self.query.show = show;
            }
            Some(ledger::Pressed::Wish(action)) => wish = Some(action),
            None => {}
        }
        match imports::imports(ui, cx, &self.rows, self.query.import) {
            Some(imports::Done::Only(import)) => self.query.import = import,
            Some(imports::Done::OpenWave) => self.open_wave.ask(cx),
            Some(imports::Done::Kept(import, kept)) => wish = self.kept.ask(import, kept).or(wish),
            Some(imports::Done::Wish(action)) => wish = Some(action),
            None => {}
        }
        let nothing = listed.is_some_and(|listed| listed.counts.all == 0);
        if nothing && self.query.show != Show::Unanswered {
            let asked = panel::work(ui, |ui| start::start(ui, cx));
            return self.asked(cx, asked).or(wish);
        }
        let done = self.review.panel(ui, cx, &self.rows);
        if let Some(returned) = done.chosen {
            self.chosen = Some(returned);
            self.reveal = Some(returned);
        }
        wish = done.wish.or(wish);
        panel::work(ui, |ui| match listed {
            Some(listed) => self.middle(ui, cx, listed),
            None => None,
        })
        .or(wish)
    }

    fn middle(&mut self, ui: &mut Ui, cx: &Cx<'_>, listed: &Listed) -> Option<Action> {
        let mut wish = table::chips(ui, cx, (listed, self.rows.open()), &mut self.query);
        if self.query.show == Show::Unanswered {
            return unanswered::unanswered(ui, cx, listed).or(wish);
        }
        let rows = (self.chosen, self.reveal.take());
        let done = table::table(ui, cx, listed, &mut self.query, rows);
        if let Some(returned) = done.chosen {
            self.chosen = Some(returned);
            self.review.choose(cx, &self.rows, returned);
        }
        if let Some(returned) = done.opened {
            wish = Some(Action::Go(Place::Return(returned)));
        }
        done.wish.or(wish)
    }
}

/// The rows as they were made last, of the wave that is shown.
fn listed<'a>(cx: &Cx<'a>) -> Option<&'a Listed> {
    let wave = cx.view?.wave;
    let listed = cx.ready.rows().map(Arc::as_ref);
    listed.filter(|listed| listed.is_of(wave))
}

/// A return that is no longer there: its import was taken back, or another wave is shown.
fn gone(ui: &mut Ui, cx: &Cx<'_>) -> Option<Action> {
    let mut wish = None;
    panel::work(ui, |ui| {
        if cx.view.is_none() {
            return;
        }
        let title = tr!(cx.language, "one-gone");
        empty(ui, icons::ICON_INBOX, &title, "", |ui| {
            let words = tr!(cx.language, "back");
            if ui.add(Button::secondary(words)).clicked() {
                wish = Some(Action::Go(Place::Tab(super::Tab::Returns)));
            }
        });
    });
    wish
}
