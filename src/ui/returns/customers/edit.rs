//! The fields of one customer.

use egui::Ui;

use super::CustomersPage;
use crate::edit::{CustomerField, Intent, Typed};
use crate::model::Customer;
use crate::theme::tokens;
use crate::tr;
use crate::ui::Cx;
use crate::ui::form::FormField;
use crate::ui::returns::who::Who;
use crate::ui::widgets::{Button, Checkbox, TextField, icons, panel, text};

impl CustomersPage {
    /// Draws the panel of the chosen customer.
    pub(super) fn edit(&mut self, ui: &mut Ui, cx: &Cx<'_>, who: &Who) {
        let chosen = self.chosen.get().and_then(|id| cx.data.customer(id));
        panel::scrolled(ui, "one customer", |ui| {
            panel::padded(ui, |ui| match chosen {
                Some(customer) => self.fields(ui, cx, customer, who),
                None => {
                    ui.add_space(16.0);
                    text::weak(ui, tr!(cx.language, "customers-choose"));
                }
            });
        });
    }

    fn fields(&mut self, ui: &mut Ui, cx: &Cx<'_>, customer: &Customer, who: &Who) {
        let language = cx.language;
        ui.add_space(4.0);
        panel::section_head(ui, &customer.name, |_| {});
        ui.spacing_mut().item_spacing.y = tokens().space.control_gap;
        let field = |name: String, field: CustomerField| {
            let field = FormField::text(name, Typed::Customer(customer.id, field));
            field.locked(!cx.writable)
        };
        let code = field(tr!(language, "customer-code"), CustomerField::Code);
        self.form.field(ui, cx, code);
        let name = field(tr!(language, "customer-name"), CustomerField::Name);
        self.form.field(ui, cx, name);
        let turnover = field(tr!(language, "customer-turnover"), CustomerField::Turnover)
            .note(tr!(language, "customer-turnover-unit"))
            .look(TextField::right);
        self.form.field(ui, cx, turnover);
        let mut key = customer.key;
        let words = tr!(language, "customer-key");
        let tick = ui.add_enabled(cx.writable, Checkbox::new(&mut key, words));
        if tick.changed() {
            cx.edit(Intent::SetKeyAccount(customer.id, key));
        }
        for name in &who.attributes {
            let attribute = field(name.clone(), CustomerField::Attribute(name.clone()));
            self.form.field(ui, cx, attribute);
        }
        if !cx.writable {
            return;
        }
        ui.add_space(8.0);
        ui.horizontal(|ui| self.new_attribute(ui, cx, customer, who));
        ui.add_space(16.0);
        let button = Button::quiet(tr!(language, "customer-remove"));
        let button = button.icon(icons::ICON_DELETE).negative().small();
        if ui.add(button).clicked() {
            cx.edit(Intent::RemoveCustomer(customer.id));
        }
    }

    fn new_attribute(&mut self, ui: &mut Ui, cx: &Cx<'_>, customer: &Customer, who: &Who) {
        let name = tr!(cx.language, "customer-attribute-new");
        TextField::new(name.clone())
            .hint(name)
            .width(160.0)
            .show(ui, &mut self.attribute);
        let name = self.attribute.trim();
        let ready = !name.is_empty() && !who.attributes.iter().any(|it| it == name);
        let button = Button::secondary(tr!(cx.language, "customer-attribute-add"));
        if ui.add_enabled(ready, button).clicked() {
            let field = CustomerField::Attribute(name.to_owned());
            let typed = Typed::Customer(customer.id, field);
            cx.edit(Intent::Type(typed, String::new()));
            self.attribute.clear();
        }
    }
}
