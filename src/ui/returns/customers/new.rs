//! The dialog that enters a new customer.

use egui::Context;

use crate::edit;
use crate::tr;
use crate::ui::Cx;
use crate::ui::widgets::{Dialog, TextField, text};

/// A customer as it is typed, or was entered.
#[derive(Clone, Debug, Default)]
pub(in crate::ui::returns) struct NewCustomer {
    pub(in crate::ui::returns) code: String,
    pub(in crate::ui::returns) name: String,
}

impl NewCustomer {
    /// One of that name, with the next code of the register.
    pub(in crate::ui::returns) fn called(cx: &Cx<'_>, name: &str) -> Self {
        Self {
            code: edit::next_customer_code(&cx.data.customers),
            name: name.to_owned(),
        }
    }

    /// Draws the dialog while one is typed; what was entered.
    pub(in crate::ui::returns) fn enter(
        typed: &mut Option<Self>,
        context: &Context,
        cx: &Cx<'_>,
    ) -> Option<Self> {
        let language = cx.language;
        let (title, verb) = (
            tr!(language, "customer-new"),
            tr!(language, "customer-new-verb"),
        );
        Dialog::new("new customer", language, title, verb).run(
            context,
            typed,
            |ui, typed| {
                text::table(ui, tr!(language, "customer-new-explained"));
                let code = TextField::new(tr!(language, "customer-code"));
                code.labelled(ui, &mut typed.code);
                let name = TextField::new(tr!(language, "customer-name"));
                name.begins().labelled(ui, &mut typed.name);
            },
            |typed| {
                let (code, name) = (typed.code.trim(), typed.name.trim());
                edit::check_customer(cx.data, code, name)?;
                let (code, name) = (code.to_owned(), name.to_owned());
                Ok(Self { code, name })
            },
        )
    }
}
