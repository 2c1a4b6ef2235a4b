//! The dialog that enters a new customer.

use egui::Context;

use crate::edit;
use crate::tr;
use crate::ui::Cx;
use crate::ui::widgets::{Dialog, TextField, dialog, labelled, text};

/// What is typed into it.
#[derive(Clone, Debug, Default)]
pub(in crate::ui::returns) struct NewCustomer {
    code: String,
    name: String,
}

/// How the dialog ended.
pub(in crate::ui::returns) enum Ended {
    Entered { code: String, name: String },
    Cancelled,
}

impl NewCustomer {
    /// One of that name, with the next code of the register.
    pub(in crate::ui::returns) fn called(cx: &Cx<'_>, name: &str) -> Self {
        Self {
            code: edit::next_customer_code(&cx.data.customers),
            name: name.to_owned(),
        }
    }

    /// Draws it.
    pub(in crate::ui::returns) fn show(&mut self, context: &Context, cx: &Cx<'_>) -> Option<Ended> {
        let language = cx.language;
        let (title, verb, cancel) = (
            tr!(language, "customer-new"),
            tr!(language, "customer-new-verb"),
            tr!(language, "cancel"),
        );
        let code = self.code.trim().to_owned();
        let name = self.name.trim().to_owned();
        let answer = Dialog::new("new customer", &title, &verb, &cancel)
            .unless(edit::check_customer(cx.data, &code, &name), language)
            .show(context, |ui| {
                text::table(ui, tr!(language, "customer-new-explained"));
                labelled(ui, &tr!(language, "customer-code"), |ui| {
                    (TextField::new("").show(ui, &mut self.code), ())
                });
                labelled(ui, &tr!(language, "customer-name"), |ui| {
                    (TextField::new("").begins().show(ui, &mut self.name), ())
                });
            })?;
        Some(match answer {
            dialog::Answer::Done => Ended::Entered { code, name },
            dialog::Answer::Cancelled => Ended::Cancelled,
        })
    }
}
