//! Excluding a customer of the list, for a reason.

use egui::{Context, Ui};

use crate::edit::{Intent, Refusal};
use crate::model::{CustomerId, Wave};
use crate::tr;
use crate::ui::Cx;
use crate::ui::widgets::{Chip, Dialog, TextField, text};

/// The question, while it is asked.
#[derive(Debug, Default)]
pub(super) struct Exclude {
    /// The customer and why.
    asked: Option<(CustomerId, String)>,
}

impl Exclude {
    /// Asks for the reason; one that is excluded is asked again at once.
    pub(super) fn ask(&mut self, cx: &Cx<'_>, wave: &Wave, customer: CustomerId) {
        let mut list = cx.data.frame(wave.id).iter();
        match list.find(|it| it.customer == customer) {
            Some(entry) if entry.excluded.is_some() => {
                cx.edit(Intent::Exclude(wave.id, vec![customer], None));
            }
            Some(_) => self.asked = Some((customer, String::new())),
            None => {}
        }
    }

    /// Draws it if it is asked.
    pub(super) fn show(&mut self, context: &Context, cx: &Cx<'_>, wave: &Wave) {
        let language = cx.language;
        let customer = self.asked.as_ref().and_then(|it| cx.data.customer(it.0));
        let Some(name) = customer.map(|it| it.name.clone()) else {
            return;
        };
        let (title, verb) = (
            tr!(language, "exclude-title"),
            tr!(language, "exclude-verb"),
        );
        let excluded = Dialog::new("exclude", language, title, verb).run(
            context,
            &mut self.asked,
            |ui, (_, reason)| fields(ui, cx, &name, reason),
            |(id, reason)| match reason.trim().is_empty() {
                true => Err(Refusal::NeedsReason.into()),
                false => Ok(Intent::Exclude(wave.id, vec![*id], Some(reason.clone()))),
            },
        );
        cx.edit(excluded);
    }
}

fn fields(ui: &mut Ui, cx: &Cx<'_>, name: &str, reason: &mut String) {
    let language = cx.language;
    text::table(ui, tr!(language, "exclude-explained", name = name));
    ui.add_space(4.0);
    TextField::new(tr!(language, "exclude-reason")).labelled(ui, reason);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        for usual in [
            tr!(language, "exclude-no-business"),
            tr!(language, "exclude-own-group"),
            tr!(language, "exclude-closed"),
            tr!(language, "exclude-dispute"),
        ] {
            let chosen = *reason == usual;
            if ui.add(Chip::new(usual.as_str()).chosen(chosen)).clicked() {
                *reason = usual;
            }
        }
    });
}
