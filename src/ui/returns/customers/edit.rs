//! The fields of one customer.

use egui::{ScrollArea, Ui};

use super::CustomersPage;
use crate::i18n::number;
use crate::model::{Change, Customer, CustomerId, Edit, MAX_TURNOVER, Step, StepKind};
use crate::tr;
use crate::ui::widgets::{Button, Checkbox, TextField, icons, labelled, panel, text};
use crate::ui::{Action, Cx};

/// One field of one customer.
pub(super) type Key = (CustomerId, Field);

/// What a field holds.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Field {
    Code,
    Name,
    Turnover,
    Attribute(String),
}

impl CustomersPage {
    /// Draws the panel of the chosen customer.
    pub(super) fn edit(&mut self, ui: &mut Ui, cx: &Cx<'_>) -> Option<Action> {
        let Some(customer) = self.chosen.and_then(|id| cx.data.customer(id)) else {
            panel::padded(ui, |ui| {
                ui.add_space(16.0);
                text::weak(ui, tr!(cx.language, "customers-choose"));
            });
            return None;
        };
        let inside = |ui: &mut Ui| {
            panel::padded(ui, |ui| {
                ui.add_space(4.0);
                panel::section_head(ui, &customer.name, |_| {});
                self.fields(ui, cx, customer);
                let wish = key_account(ui, cx, customer);
                let wish = self.attributes_of(ui, cx, customer).or(wish);
                ui.add_space(16.0);
                remove(ui, cx, customer).or(wish)
            })
        };
        let area = ScrollArea::vertical().auto_shrink([false, false]);
        area.show(ui, inside).inner
    }

    fn fields(&mut self, ui: &mut Ui, cx: &Cx<'_>, customer: &Customer) {
        let language = cx.language;
        let read_only = !cx.writable;
        let taken = |code: &str| {
            let code = code.trim();
            let mut others = cx.data.customers.iter().filter(|it| it.id != customer.id);
            match (code.is_empty(), others.any(|it| it.code == code)) {
                (true, _) => Err(tr!(language, "customer-needs-code")),
                (_, true) => Err(tr!(language, "customer-code-taken")),
                _ => Ok(()),
            }
        };
        labelled(ui, &tr!(language, "customer-code"), |ui| {
            let (key, field) = ((customer.id, Field::Code), TextField::new(""));
            let field = field.read_only(read_only);
            (
                self.drafts.checked(ui, &key, &customer.code, field, taken),
                (),
            )
        });
        labelled(ui, &tr!(language, "customer-name"), |ui| {
            let (key, field) = ((customer.id, Field::Name), TextField::new(""));
            let field = field.read_only(read_only);
            let check = |name: &str| match name.trim().is_empty() {
                true => Err(tr!(language, "customer-needs-name")),
                false => Ok(()),
            };
            (
                self.drafts.checked(ui, &key, &customer.name, field, check),
                (),
            )
        });
        labelled(ui, &tr!(language, "customer-turnover"), |ui| {
            let (key, field) = ((customer.id, Field::Turnover), TextField::new(""));
            let field = field.read_only(read_only).right();
            let shown = customer.turnover.map(number::plain).unwrap_or_default();
            let check = |text: &str| match turnover(text) {
                Some(_) => Ok(()),
                None => Err(tr!(language, "customer-turnover-wrong")),
            };
            (self.drafts.checked(ui, &key, &shown, field, check), ())
        });
    }

    fn attributes_of(&mut self, ui: &mut Ui, cx: &Cx<'_>, customer: &Customer) -> Option<Action> {
        let language = cx.language;
        for name in &self.attributes {
            labelled(ui, name, |ui| {
                let key = (customer.id, Field::Attribute(name.clone()));
                let value = customer.attributes.get(name).map_or("", String::as_str);
                let field = TextField::new("").read_only(!cx.writable);
                (self.drafts.field(ui, &key, value, field), ())
            });
        }
        if !cx.writable {
            return None;
        }
        ui.add_space(8.0);
        let mut wish = None;
        ui.horizontal(|ui| {
            let name = tr!(language, "customer-attribute-new");
            TextField::new(name.clone())
                .hint(name)
                .width(160.0)
                .show(ui, &mut self.attribute);
            let ready = {
                let name = self.attribute.trim();
                !name.is_empty() && !self.attributes.iter().any(|it| it == name)
            };
            let button = Button::secondary(tr!(language, "customer-attribute-add"));
            if ui.add_enabled(ready, button).clicked() {
                let name = std::mem::take(&mut self.attribute).trim().to_owned();
                wish = Some(changed(customer, |it| {
                    it.attributes.insert(name, String::new());
                }));
            }
        });
        wish
    }
}

fn key_account(ui: &mut Ui, cx: &Cx<'_>, customer: &Customer) -> Option<Action> {
    let mut key = customer.key;
    let words = tr!(cx.language, "customer-key");
    let box_ = ui.add_enabled(cx.writable, Checkbox::new(&mut key, words));
    box_.changed().then(|| changed(customer, |it| it.key = key))
}

fn remove(ui: &mut Ui, cx: &Cx<'_>, customer: &Customer) -> Option<Action> {
    if !cx.writable {
        return None;
    }
    let button = Button::quiet(tr!(cx.language, "customer-remove"));
    let button = button.icon(icons::ICON_DELETE).negative().small();
    ui.add(button).clicked().then(|| {
        let change = Change::Customer(Edit::removed(customer.clone()));
        let name = customer.name.as_str();
        Action::Apply(Step::new(StepKind::EditCustomers, name, vec![change]))
    })
}

fn changed(customer: &Customer, change: impl FnOnce(&mut Customer)) -> Action {
    Action::Apply(step(customer, change))
}

fn step(customer: &Customer, change: impl FnOnce(&mut Customer)) -> Step {
    let mut after = customer.clone();
    change(&mut after);
    let edit = Edit::changed(customer.clone(), after);
    let name = customer.name.as_str();
    Step::new(StepKind::EditCustomers, name, vec![Change::Customer(edit)])
}

/// What was typed into a field as an edit; `None` when it says what stands there.
pub(super) fn kept(cx: &Cx<'_>, (id, field): &Key, text: &str) -> Option<Action> {
    let customer = cx.data.customer(*id)?;
    let text = text.trim().to_owned();
    let name = format!("customer {} {field:?}", id.0);
    let step = match field {
        Field::Code => step(customer, |it| it.code = text),
        Field::Name => step(customer, |it| it.name = text),
        Field::Turnover => {
            let turnover = turnover(&text)?;
            step(customer, |it| it.turnover = turnover)
        }
        Field::Attribute(name) => step(customer, |it| {
            it.attributes.insert(name.clone(), text);
        }),
    };
    let differs = step.changes.iter().any(|change| match change {
        Change::Customer(edit) => edit.before != edit.after,
        _ => true,
    });
    differs.then_some(Action::Edit { field: name, step })
}

/// A turnover as typed: nothing, or a number from 0 up.
fn turnover(text: &str) -> Option<Option<f64>> {
    let text: String = text
        .chars()
        .filter(|c| !c.is_whitespace() && *c != ',' && *c != '，')
        .collect();
    if text.is_empty() {
        return Some(None);
    }
    let number: f64 = text.parse().ok()?;
    (0.0..=MAX_TURNOVER)
        .contains(&number)
        .then_some(Some(number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_turnover_is_nothing_or_a_number_from_0_up() {
        assert_eq!(turnover(""), Some(None));
        assert_eq!(turnover(" 1,250 "), Some(Some(1250.0)));
        assert_eq!(turnover("-1"), None);
        assert_eq!(turnover("many"), None);
        assert_eq!(turnover("1e300"), None);
    }
}
