//! Making a return void, with the reason.

use egui::{Context, Ui};

use super::rows::Rows;
use crate::edit::{Intent, Refusal};
use crate::model::ReturnId;
use crate::tr;
use crate::ui::Cx;
use crate::ui::widgets::dialog::Reason;
use crate::ui::widgets::{Chip, Dialog, TextField, text};

/// The question, while it is asked.
#[derive(Debug, Default)]
pub(super) struct VoidDialog {
    /// The return and why.
    asked: Option<(ReturnId, String)>,
}

impl VoidDialog {
    pub(super) fn ask(&mut self, returned: ReturnId) {
        self.asked = Some((returned, String::new()));
    }

    /// Draws it if it is asked.
    pub(super) fn show(&mut self, context: &Context, cx: &Cx<'_>, rows: &Rows) {
        let asked = self.asked.as_ref().map(|(id, _)| *id);
        let Some(row) = asked.and_then(|id| rows.find(cx, id)) else {
            return;
        };
        let name = row.name(cx.language);
        let (title, verb) = (
            tr!(cx.language, "void-title"),
            tr!(cx.language, "void-verb"),
        );
        let void = Dialog::new("void", cx.language, title, verb).run(
            context,
            &mut self.asked,
            |ui, (_, reason)| fields(ui, cx, &name, reason),
            |(id, reason)| match reason.trim().is_empty() {
                true => Err(Refusal::NeedsReason.into()),
                false if cx.stale => Err(Reason::from(Refusal::NotRead)),
                false => Ok(Intent::Void(*id, reason.clone())),
            },
        );
        cx.edit(void);
    }
}

fn fields(ui: &mut Ui, cx: &Cx<'_>, name: &str, reason: &mut String) {
    let language = cx.language;
    text::table(ui, tr!(language, "void-explained", name = name));
    ui.add_space(4.0);
    TextField::new(tr!(language, "void-reason")).labelled(ui, reason);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        for usual in [
            tr!(language, "void-too-little"),
            tr!(language, "void-all-alike"),
            tr!(language, "void-wrong-person"),
            tr!(language, "void-second"),
            tr!(language, "void-no-return"),
        ] {
            let chosen = *reason == usual;
            if ui.add(Chip::new(usual.as_str()).chosen(chosen)).clicked() {
                *reason = usual;
            }
        }
    });
}
