//! Which customer a return is from: chosen from the register, or entered anew.

use egui::{Context, Popup, PopupCloseBehavior, Response, ScrollArea, Ui};

use crate::analysis::Likeness;
use crate::edit::Decision;
use crate::model::{Customer, CustomerId, Issue, IssueId};
use crate::tr;
use crate::ui::Cx;
use crate::ui::list::Sought;
use crate::ui::returns::customers::NewCustomer;
use crate::ui::widgets::{MenuItem, TextField};

/// What is typed to find one, and the dialog for a new one.
#[derive(Debug, Default)]
pub(super) struct Picker {
    sought: String,
    likeness: Likeness,
    /// Entered anew, for this issue.
    new: Option<NewCustomer>,
    issue: Option<IssueId>,
}

/// Lines shown of what fits.
const LINES: usize = 40;
const WIDTH: f32 = 280.0;

impl Picker {
    /// Customers to offer at once.
    pub(super) fn alike<'a>(&mut self, issue: &Issue, cx: &Cx<'a>) -> Vec<&'a Customer> {
        self.likeness.alike(issue, &cx.data.customers)
    }

    /// A list under the chip, narrowed by typing.
    pub(super) fn popup(&mut self, chip: &Response, cx: &Cx<'_>) -> Option<CustomerId> {
        if chip.clicked() {
            self.sought.clear();
        }
        let shown = Popup::menu(chip)
            .width(WIDTH)
            .gap(4.0)
            .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
            .show(|ui| {
                ui.set_min_width(WIDTH);
                let picked = self.list(ui, cx);
                if picked.is_some() {
                    ui.close();
                }
                picked
            });
        shown.and_then(|shown| shown.inner)
    }

    fn list(&mut self, ui: &mut Ui, cx: &Cx<'_>) -> Option<CustomerId> {
        let name = tr!(cx.language, "customers-search");
        TextField::new(name.clone())
            .hint(name)
            .show(ui, &mut self.sought);
        ui.spacing_mut().item_spacing.y = 0.0;
        let sought = Sought::new(&self.sought);
        let fits = |it: &&Customer| sought.fits([it.code.as_str(), it.name.as_str()]);
        let mut picked = None;
        ScrollArea::vertical().max_height(280.0).show(ui, |ui| {
            let fitting = cx.data.customers.iter().filter(fits);
            for customer in fitting.take(LINES) {
                let words = format!("{} {}", customer.code, customer.name);
                if ui.add(MenuItem::new(words)).clicked() {
                    picked = Some(customer.id);
                }
            }
        });
        picked
    }

    /// Opens the dialog for a new customer.
    pub(super) fn ask(&mut self, cx: &Cx<'_>, issue: &Issue) {
        self.issue = Some(issue.id);
        self.new = Some(NewCustomer::called(cx, &issue.found));
    }

    /// Draws it if it is open.
    pub(super) fn dialog(&mut self, context: &Context, cx: &Cx<'_>) -> Option<(IssueId, Decision)> {
        let NewCustomer { code, name } = NewCustomer::enter(&mut self.new, context, cx)?;
        Some((self.issue?, Decision::NewCustomer { code, name }))
    }
}
