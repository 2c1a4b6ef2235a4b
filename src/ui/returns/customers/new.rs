//! The dialog that enters a new customer.

use egui::Context;

use crate::model::Customer;
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
            code: next_code(&cx.data.customers),
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
        let taken = cx.data.customers.iter().any(|it| it.code == code);
        let reason = match (taken, code.is_empty() || name.is_empty()) {
            (true, _) => tr!(language, "customer-code-taken"),
            (_, true) => tr!(language, "customer-needs-both"),
            _ => String::new(),
        };
        let answer = Dialog::new("new customer", &title, &verb, &cancel)
            .ready(reason.is_empty(), &reason)
            .show(context, |ui| {
                text::table(ui, tr!(language, "customer-new-explained"));
                labelled(ui, &tr!(language, "customer-code"), |ui| {
                    (TextField::new("").show(ui, &mut self.code), ())
                });
                labelled(ui, &tr!(language, "customer-name"), |ui| {
                    (TextField::new("").show_first(ui, &mut self.name), ())
                });
            })?;
        Some(match answer {
            dialog::Answer::Done => Ended::Entered { code, name },
            dialog::Answer::Cancelled => Ended::Cancelled,
        })
    }
}

/// The code after the last one of the register: `C031` after `C030`.
fn next_code(customers: &[Customer]) -> String {
    let numbered = customers.iter().filter_map(|it| {
        let digits = it.code.trim_start_matches(|c: char| !c.is_ascii_digit());
        let number: u64 = digits.parse().ok()?;
        let letters = it.code.strip_suffix(digits)?;
        Some((number, letters, digits.len()))
    });
    match numbered.max() {
        Some((number, letters, width)) => format!("{letters}{:0width$}", number.saturating_add(1)),
        None => format!("C{:03}", customers.len() + 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::CustomerId;

    #[test]
    fn the_next_code_goes_on_where_the_register_ends() {
        let customer = |code: &str| Customer {
            id: CustomerId(1),
            code: code.to_owned(),
            name: String::new(),
            turnover: None,
            key: false,
            attributes: Default::default(),
        };
        assert_eq!(next_code(&[]), "C001");
        assert_eq!(next_code(&[customer("C030"), customer("C007")]), "C031");
        assert_eq!(next_code(&[customer("苏-99")]), "苏-100");
        assert_eq!(next_code(&[customer("甲")]), "C002");
    }
}
