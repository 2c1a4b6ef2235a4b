//! The customer register: found, entered, edited, taken over from a sheet.

mod edit;
mod new;

use egui::{Align, Layout, Ui};

use crate::edit::Intent;
use crate::i18n::number;
use crate::model::{Customer, CustomerId};
use crate::theme::tokens;
use crate::tr;
use crate::ui::style::{Face, palette};
use crate::ui::widgets::{
    Button, Cells, Column, Drafts, Table, TextField, empty, icons, panel, text,
};
use crate::ui::{Action, Cx, Pick};
pub(super) use new::{Ended, NewCustomer};

/// What the page remembers.
#[derive(Debug, Default)]
pub(super) struct CustomersPage {
    sought: String,
    chosen: Option<CustomerId>,
    /// The chosen one has to come into sight.
    reveal: bool,
    drafts: Drafts<edit::Key>,
    /// Name of a new attribute, as typed.
    attribute: String,
    new: Option<NewCustomer>,
    /// Places of the customers shown.
    shown: Vec<usize>,
    known: Option<(u64, String)>,
    /// Attributes of the register, the columns.
    attributes: Vec<String>,
}

/// Attributes that get a column.
const COLUMNS: usize = 4;

impl CustomersPage {
    /// Asks for what is typed and not kept yet.
    pub(super) fn leave(&mut self, cx: &Cx<'_>) {
        for (key, text) in self.drafts.flush() {
            edit::keep(cx, key, text);
        }
    }

    /// Leads to one customer, whatever was looked for.
    pub(super) fn lead(&mut self, customer: CustomerId) {
        self.sought.clear();
        self.chosen = Some(customer);
        self.reveal = true;
    }

    /// Draws the page.
    pub(super) fn page(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        self.refresh(cx);
        self.head(ui, cx);
        if cx.data.customers.is_empty() {
            panel::work(ui, |ui| self.nobody(ui, cx));
        } else {
            panel::before_right(ui, "one customer", 336.0, |ui| {
                panel::work(ui, |ui| self.table(ui, cx));
            });
            panel::right(ui, cx.language, "one customer", 336.0, |ui| {
                self.edit(ui, cx);
            });
        }
        if let Some(ended) = self.new.as_mut().and_then(|new| new.show(ui.ctx(), cx)) {
            self.new = None;
            self.entered(cx, ended);
        }
        if let Some((key, text)) = self.drafts.take() {
            edit::keep(cx, key, text);
        }
    }

    fn refresh(&mut self, cx: &Cx<'_>) {
        let key = (cx.version, self.sought.clone());
        if self.known.as_ref() == Some(&key) {
            return;
        }
        let sought = self.sought.trim().to_lowercase();
        let fits = |it: &Customer| {
            let mut values = it.attributes.values();
            it.name.to_lowercase().contains(&sought)
                || it.code.to_lowercase().contains(&sought)
                || values.any(|value| value.to_lowercase().contains(&sought))
        };
        let customers = cx.data.customers.iter().enumerate();
        let fitting = customers.filter(|(_, customer)| fits(customer));
        self.shown = fitting.map(|(at, _)| at).collect();
        let names = cx.data.customers.iter().flat_map(|it| it.attributes.keys());
        let names: std::collections::BTreeSet<&String> = names.collect();
        self.attributes = names.into_iter().cloned().collect();
        self.known = Some(key);
    }

    fn head(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let language = cx.language;
        panel::bar(ui, "customers head", tokens().height.page_header, |ui| {
            let back = Button::icon_only(icons::ICON_ARROW_BACK, tr!(language, "back"));
            if ui.add(back.key("Alt+←")).clicked() {
                cx.ask(Action::Back);
            }
            ui.add_space(8.0);
            let colors = palette(ui);
            let title = tr!(language, "customers-title");
            text::say(ui, Face::Heading, colors.text, title);
            let count = cx.data.customers.len();
            text::say(ui, Face::Body, colors.text_weak, count.to_string());
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if cx.writable {
                    let words = tr!(language, "customer-new");
                    let button = Button::primary(words).icon(icons::ICON_ADD);
                    if ui.add(button).clicked() {
                        self.new = Some(NewCustomer::called(cx, ""));
                    }
                    let words = tr!(language, "customers-import");
                    if ui.add(Button::secondary(words)).clicked() {
                        cx.ask(Action::Pick(Pick::Customers));
                    }
                }
                if count > 0 {
                    let name = tr!(language, "customers-search");
                    TextField::new(name.clone())
                        .hint(name)
                        .width(220.0)
                        .show(ui, &mut self.sought);
                }
            });
        });
    }

    fn nobody(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
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

    fn table(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let language = cx.language;
        if self.shown.is_empty() {
            let title = tr!(language, "customers-none-fit");
            empty(ui, icons::ICON_SEARCH, &title, "", |_| {});
            return;
        }
        let mut columns = vec![
            Column::words(tr!(language, "column-code"), 72.0),
            Column::words(tr!(language, "column-customer"), 160.0).stretch(2.0),
            Column::number(tr!(language, "customer-turnover"), 104.0),
            Column::words(tr!(language, "column-key"), 56.0),
        ];
        let attributes: Vec<&String> = self.attributes.iter().take(COLUMNS).collect();
        for name in &attributes {
            columns.push(Column::words(name.as_str(), 80.0).stretch(0.5));
        }
        let chosen = self.shown.iter().position(|at| {
            let customer = cx.data.customers.get(*at);
            customer.is_some_and(|it| Some(it.id) == self.chosen)
        });
        let answer = Table::new("customers", &columns, self.shown.len())
            .inset(tokens().space.page_margin)
            .chosen(chosen)
            .reveal(chosen.filter(|_| std::mem::take(&mut self.reveal)))
            .show(ui, |row, cells| {
                let at = self.shown.get(row);
                if let Some(customer) = at.and_then(|at| cx.data.customers.get(*at)) {
                    fill(cx, customer, &attributes, cells);
                }
            });
        if let Some(row) = answer.chosen.or(answer.opened) {
            let at = self.shown.get(row);
            let customer = at.and_then(|at| cx.data.customers.get(*at));
            self.chosen = customer.map(|it| it.id);
        }
    }

    fn entered(&mut self, cx: &Cx<'_>, ended: Ended) {
        let Ended::Entered { code, name } = ended else {
            return;
        };
        let id = CustomerId(cx.fresh_id());
        self.chosen = Some(id);
        self.sought.clear();
        cx.edit(Intent::AddCustomer { id, code, name });
    }
}

fn fill(cx: &Cx<'_>, customer: &Customer, attributes: &[&String], cells: &mut Cells<'_>) {
    cells.weak(&customer.code);
    cells.text(&customer.name);
    let turnover = customer.turnover;
    cells.text(&turnover.map_or_else(|| number::MISSING.to_owned(), number::plain));
    let key = if customer.key {
        tr!(cx.language, "customer-key-short")
    } else {
        String::new()
    };
    cells.text(&key);
    for name in attributes {
        let value = customer.attributes.get(*name);
        cells.weak(value.map_or("", String::as_str));
    }
}
