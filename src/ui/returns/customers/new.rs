//! The dialog that enters a new customer.

use egui::Context;

use crate::edit;
use crate::tr;
use crate::ui::Cx;
use crate::ui::widgets::{Dialog, TextField, dialog, text};

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
        let (title, verb) = (
            tr!(language, "customer-new"),
            tr!(language, "customer-new-verb"),
        );
        let code = self.code.trim().to_owned();
        let name = self.name.trim().to_owned();
        let answer = Dialog::new("new customer", language, title, verb)
            .unless(edit::check_customer(cx.data, &code, &name))
            .show(context, |ui| {
                text::table(ui, tr!(language, "customer-new-explained"));
                let code = TextField::new(tr!(language, "customer-code"));
                code.labelled(ui, &mut self.code);
                let name = TextField::new(tr!(language, "customer-name"));
                name.begins().labelled(ui, &mut self.name);
            })?;
        Some(match answer {
            dialog::Answer::Done => Ended::Entered { code, name },
            dialog::Answer::Cancelled => Ended::Cancelled,
        })
    }
}
