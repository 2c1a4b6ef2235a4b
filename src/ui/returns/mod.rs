//! What came back, what waits to be settled, the frame and the ledger.

mod customers;
mod frame;
mod given;
mod imports;
mod kept;
mod ledger;
mod list;
mod mapping;
mod mark;
mod one;
mod open_wave;
mod overview;
mod rows;
mod settle;
mod start;
mod type_in;
mod unanswered;
mod void;
mod who;

use std::sync::Arc;

use egui::Ui;

use super::ready::Wanted;
use super::{Action, Cx, Page, Place};
use crate::model::ReturnId;
use crate::tr;
use crate::ui::list::Chosen;
use crate::ui::widgets::{Button, empty, icons, panel};
use rows::Rows;
pub use rows::{Listed, Query};

/// The tab and what it remembers.
#[derive(Debug, Default)]
pub struct ReturnsTab {
    page: Part,
    query: Query,
    rows: Rows,
    chosen: Chosen<ReturnId>,
    waiting: settle::Waiting,
    one: one::OnePage,
    open_wave: open_wave::OpenWave,
    kept: kept::KeptDialog,
    type_in: type_in::TypeInPage,
    mapping: mapping::MappingPage,
    mark: mark::MarkPage,
    customers: customers::CustomersPage,
    frame: frame::FramePage,
    overview: overview::OverviewPage,
}

/// Where in the tab the user is.
#[derive(Clone, Debug, Default, PartialEq)]
enum Part {
    #[default]
    List,
    One(ReturnId),
    TypeIn,
    Mapping,
    Marks,
    Customers,
    Frame,
    Ledger,
}

impl ReturnsTab {
    /// What was typed of returns when the program ended last.
    pub fn take_up(&mut self, kept: &str) {
        self.type_in.take_up(kept);
    }
}

impl Page for ReturnsTab {
    fn go(&mut self, place: &Place, cx: &Cx<'_>) {
        self.page = match place {
            Place::Return(id) => {
                self.chosen.choose(*id);
                self.waiting.choose(cx, &self.rows, *id);
                Part::One(*id)
            }
            Place::Returns { common, returns } => {
                self.query.show_all();
                self.query.only = Some((common.clone(), returns.clone()));
                Part::List
            }
            Place::TypeIn(customer) => {
                self.type_in.lead(cx, *customer);
                Part::TypeIn
            }
            Place::Marks => Part::Marks,
            Place::Customers => Part::Customers,
            Place::Customer(id) => {
                self.customers.lead(*id);
                Part::Customers
            }
            Place::Frame => Part::Frame,
            Place::Ledger => Part::Ledger,
            Place::OpenWave => {
                self.open_wave.ask(cx);
                // It is asked over whatever is in sight.
                return;
            }
            // A form or a file that waits is the work at hand.
            _ if cx.blank.is_some() => Part::Marks,
            _ if cx.incoming.is_some() => Part::Mapping,
            _ => Part::List,
        };
    }

    fn leave(&mut self, cx: &Cx<'_>) {
        self.customers.leave(cx);
        self.type_in.leave(cx);
    }

    fn wants(&self, cx: &Cx<'_>) -> Option<Wanted> {
        let listed = cx.ready.rows();
        let fits = listed.is_some_and(|listed| listed.fits(cx, &self.query));
        let known = cx.wave.and(cx.view).is_some();
        (known && !fits).then(|| Wanted::rows(&self.query))
    }

    fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        self.rows.refresh(cx);
        match (&self.page, cx.incoming, cx.wave) {
            (Part::Mapping, Some(incoming), _) => self.mapping.page(ui, cx, incoming),
            (Part::Marks, ..) => self.mark.page(ui, cx),
            (Part::One(id), ..) => {
                let id = *id;
                let parts = (&self.rows, &mut self.waiting);
                self.one.page(ui, cx, parts, id);
            }
            (Part::TypeIn, _, Some(wave)) if cx.writable && cx.revision().is_some() => {
                if let Some(revision) = cx.revision() {
                    self.type_in.page(ui, cx, wave, revision);
                }
            }
            (Part::Customers, ..) => self.customers.page(ui, cx, &self.rows.who),
            (Part::Ledger, _, Some(wave)) => self.overview.page(ui, cx, wave),
            (Part::Frame, _, Some(wave)) => self.frame.page(ui, cx, &self.rows.who, wave),
            (.., Some(_)) => self.list(ui, cx),
            (.., None) => panel::work(ui, |ui| start::start(ui, cx)),
        }
        self.kept.show(ui.ctx(), cx);
        self.open_wave.show(ui.ctx(), cx);
    }
}

/// The rows as they were made last, of the wave that is shown.
fn listed<'a>(cx: &Cx<'a>) -> Option<&'a Listed> {
    let wave = cx.view?.wave;
    let listed = cx.ready.rows().map(Arc::as_ref);
    listed.filter(|listed| listed.is_of(wave))
}

/// The head of a page of the tab: the way back, what it is, and what to do at the right.
fn head(
    ui: &mut Ui,
    cx: &Cx<'_>,
    height: f32,
    left: impl FnOnce(&mut Ui),
    right: impl FnOnce(&mut Ui),
) {
    panel::bar(ui, "page head", height, |ui| {
        let back = Button::icon_only(icons::ICON_ARROW_BACK, tr!(cx.language, "back"));
        if ui.add(back.key("Alt+←")).clicked() {
            cx.ask(Action::Back);
        }
        ui.add_space(8.0);
        panel::ends(ui, "page head", left, right);
    });
}

/// A return that is no longer there: its import was taken back, or another wave is shown.
fn gone(ui: &mut Ui, cx: &Cx<'_>) {
    panel::work(ui, |ui| {
        if cx.view.is_none() {
            return;
        }
        let title = tr!(cx.language, "one-gone");
        empty(ui, icons::ICON_INBOX, &title, "", |ui| {
            let words = tr!(cx.language, "back");
            if ui.add(Button::secondary(words)).clicked() {
                cx.ask(Action::Go(Place::Tab(super::Tab::Returns)));
            }
        });
    });
}
