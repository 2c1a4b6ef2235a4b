//! The customer register: found, entered, edited, taken over from a sheet.

mod edit;
mod new;
mod register;

use egui::Ui;

use crate::edit::Intent;
use crate::i18n::number;
use crate::model::CustomerId;
use crate::theme::tokens;
use crate::tr;
use crate::ui::form::Form;
use crate::ui::list::{Chosen, Kept, List};
use crate::ui::returns::who::Who;
use crate::ui::style::{Face, palette};
use crate::ui::widgets::{Button, TextField, empty, icons, panel, text};
use crate::ui::{Action, Cx, Pick, list};
pub(super) use new::NewCustomer;
use register::Query;

/// What the page remembers.
#[derive(Debug, Default)]
pub(super) struct CustomersPage {
    query: Query,
    /// Places of the customers shown.
    shown: Kept<(u64, Query), Vec<usize>>,
    chosen: Chosen<CustomerId>,
    form: Form,
    /// Name of a new attribute, as typed.
    attribute: String,
    new: Option<NewCustomer>,
}

impl CustomersPage {
    /// Asks for what is typed and not kept yet.
    pub(super) fn leave(&mut self, cx: &Cx<'_>) {
        self.form.leave(cx);
    }

    /// Leads to one customer, whatever was looked for.
    pub(super) fn lead(&mut self, customer: CustomerId) {
        self.query.show_all();
        self.chosen.lead(customer);
    }

    /// Draws the page.
    pub(super) fn page(&mut self, ui: &mut Ui, cx: &Cx<'_>, who: &Who) {
        self.head(ui, cx);
        if cx.data.customers.is_empty() {
            panel::work(ui, |ui| nobody(ui, cx));
        } else {
            panel::before_right(ui, "one customer", 336.0, |ui| {
                panel::work(ui, |ui| self.table(ui, cx, who));
            });
            panel::right(ui, cx.language, "one customer", 336.0, |ui| {
                self.edit(ui, cx, who);
            });
        }
        if let Some(new) = NewCustomer::enter(&mut self.new, ui.ctx(), cx) {
            let id = CustomerId(cx.fresh_id());
            let NewCustomer { code, name } = new;
            cx.edit(Intent::AddCustomer { id, code, name });
            self.lead(id);
        }
        self.form.keep(cx);
    }

    fn head(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let language = cx.language;
        let count = cx.data.customers.len();
        let left = |ui: &mut Ui| {
            let colors = palette(ui);
            let title = tr!(language, "customers-title");
            text::say(ui, Face::Heading, colors.text, title);
            text::say(ui, Face::Body, colors.text_weak, number::count(count));
        };
        super::head(ui, cx, tokens().height.page_header, left, |ui| {
            if count > 0 {
                let name = tr!(language, "customers-search");
                TextField::new(name.clone())
                    .hint(name)
                    .width(220.0)
                    .show(ui, &mut self.query.sought);
            }
            if !cx.writable {
                return;
            }
            let words = tr!(language, "customers-import");
            if ui.add(Button::secondary(words)).clicked() {
                cx.ask(Action::Pick(Pick::Customers));
            }
            let words = tr!(language, "customer-new");
            let button = Button::primary(words).icon(icons::ICON_ADD);
            if ui.add(button).clicked() {
                self.new = Some(NewCustomer::called(cx, ""));
            }
        });
    }

    fn table(&mut self, ui: &mut Ui, cx: &Cx<'_>, who: &Who) {
        let language = cx.language;
        if who.tells() {
            panel::bare_bar(ui, "customers chips", 48.0, |ui| {
                ui.spacing_mut().item_spacing.x = tokens().space.control_gap;
                who.chips(ui, language, &mut self.query.values);
            });
        }
        let asked = (cx.version, self.query.clone());
        let shown = self
            .shown
            .of(&asked, || register::select(cx, who, &self.query));
        if shown.is_empty() {
            let title = tr!(language, "customers-none-fit");
            if list::none_pass(ui, &title, &tr!(language, "returns-show-all")) {
                self.query.show_all();
            }
            return;
        }
        let customer = |row: usize| cx.data.customers.get(*shown.get(row)?);
        let mut rows = (0..shown.len()).filter_map(customer);
        let chosen = rows.position(|it| self.chosen.is(it.id));
        let taken = List::new("customers", register::columns(language, who))
            .sorted(&mut self.query.order)
            .chosen(chosen, chosen.is_some() && self.chosen.reveal())
            .show(ui, shown.len(), customer);
        if let Some(customer) = taken.chosen.or(taken.opened) {
            self.chosen.choose(customer.id);
        }
    }
}

fn nobody(ui: &mut Ui, cx: &Cx<'_>) {
    let language = cx.language;
    let title = tr!(language, "start-no-customers");
    let next = tr!(language, "start-no-customers-next");
    empty(ui, icons::ICON_GROUP, &title, &next, |ui| {
        if !cx.writable {
            return;
        }
        let words = tr!(language, "customers-import-sheet");
        if ui.add(Button::secondary(words)).clicked() {
            cx.ask(Action::Pick(Pick::Customers));
        }
    });
}
