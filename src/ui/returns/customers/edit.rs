//! The fields of one customer.

use egui::{ScrollArea, Ui};

use super::CustomersPage;
use crate::edit::{CustomerField as Field, Intent};
use crate::i18n::{number, refusal};
use crate::model::{Customer, CustomerId};
use crate::tr;
use crate::ui::Cx;
use crate::ui::widgets::{Button, Checkbox, TextField, icons, labelled, panel, text};

/// One field of one customer.
pub(super) type Key = (CustomerId, Field);

impl CustomersPage {
    /// Draws the panel of the chosen customer.
    pub(super) fn edit(&mut self, ui: &mut Ui, cx: &Cx<'_>, attributes: &[String]) {
        let Some(customer) = self.chosen.get().and_then(|id| cx.data.customer(id)) else {
            panel::padded(ui, |ui| {
                ui.add_space(16.0);
                text::weak(ui, tr!(cx.language, "customers-choose"));
            });
            return;
        };
        let inside = |ui: &mut Ui| {
            panel::padded(ui, |ui| {
                ui.add_space(4.0);
                panel::section_head(ui, &customer.name, |_| {});
                self.fields(ui, cx, customer);
                key_account(ui, cx, customer);
                self.attributes_of(ui, cx, customer, attributes);
                ui.add_space(16.0);
                remove(ui, cx, customer);
            });
        };
        let area = ScrollArea::vertical().auto_shrink([false, false]);
        area.show(ui, inside);
    }

    fn fields(&mut self, ui: &mut Ui, cx: &Cx<'_>, customer: &Customer) {
        let language = cx.language;
        let turnover = customer.turnover.map(number::plain).unwrap_or_default();
        for (name, field, current) in [
            (tr!(language, "customer-code"), Field::Code, &customer.code),
            (tr!(language, "customer-name"), Field::Name, &customer.name),
            (
                tr!(language, "customer-turnover"),
                Field::Turnover,
                &turnover,
            ),
        ] {
            labelled(ui, &name, |ui| {
                let mut shown = TextField::new("").read_only(!cx.writable);
                if field == Field::Turnover {
                    shown = shown.right();
                }
                let check = |text: &str| {
                    let checked = field.check(cx.data, customer.id, text);
                    checked.map_err(|why| refusal::words(language, &why))
                };
                let key = (customer.id, field.clone());
                (self.drafts.checked(ui, &key, current, shown, check), ())
            });
        }
    }

    fn attributes_of(
        &mut self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        customer: &Customer,
        attributes: &[String],
    ) {
        let language = cx.language;
        for name in attributes {
            labelled(ui, name, |ui| {
                let key = (customer.id, Field::Attribute(name.clone()));
                let value = customer.attributes.get(name).map_or("", String::as_str);
                let field = TextField::new("").read_only(!cx.writable);
                (self.drafts.field(ui, &key, value, field), ())
            });
        }
        if !cx.writable {
            return;
        }
        ui.add_space(8.0);
        ui.horizontal(|ui| {
            let name = tr!(language, "customer-attribute-new");
            TextField::new(name.clone())
                .hint(name)
                .width(160.0)
                .show(ui, &mut self.attribute);
            let ready = {
                let name = self.attribute.trim();
                !name.is_empty() && !attributes.iter().any(|it| it == name)
            };
            let button = Button::secondary(tr!(language, "customer-attribute-add"));
            if ui.add_enabled(ready, button).clicked() {
                let name = std::mem::take(&mut self.attribute).trim().to_owned();
                let field = Field::Attribute(name);
                cx.edit(Intent::SetCustomer(customer.id, field, String::new()));
            }
        });
    }
}

fn key_account(ui: &mut Ui, cx: &Cx<'_>, customer: &Customer) {
    let mut key = customer.key;
    let words = tr!(cx.language, "customer-key");
    let box_ = ui.add_enabled(cx.writable, Checkbox::new(&mut key, words));
    if box_.changed() {
        cx.edit(Intent::SetKeyAccount(customer.id, key));
    }
}

fn remove(ui: &mut Ui, cx: &Cx<'_>, customer: &Customer) {
    if !cx.writable {
        return;
    }
    let button = Button::quiet(tr!(cx.language, "customer-remove"));
    let button = button.icon(icons::ICON_DELETE).negative().small();
    if ui.add(button).clicked() {
        cx.edit(Intent::RemoveCustomer(customer.id));
    }
}

/// Keeps what was typed into a field.
pub(super) fn keep(cx: &Cx<'_>, (id, field): Key, text: String) {
    if cx.writable {
        cx.edit(Intent::SetCustomer(id, field, text));
    }
}
