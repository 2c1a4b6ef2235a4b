//! Signing: prepared, reviewed, approved, each with a name and a date. A signature is
//! superseded by a later one, never taken back.

use egui::Context;

use super::{QuestionnaireTab, View};
use crate::edit::{Intent, Refusal, date};
use crate::i18n::form;
use crate::model::{Role, Signature};
use crate::theme::tokens;
use crate::tr;
use crate::ui::widgets::{Dialog, Segment, TextField, text};

/// The signature being given.
#[derive(Clone, Debug, Default)]
pub(super) struct Signing {
    role: Role,
    name: String,
    date: String,
}

impl Signing {
    /// The signature that is due next, by whoever gave it last time.
    pub(super) fn of(view: &View<'_>) -> Self {
        let role = view.revision.signatures.due();
        Self {
            role,
            name: usual(view, role),
            date: view.cx.today.to_string(),
        }
    }

    /// What is typed, as the signature it is.
    fn signature(&self) -> Result<Signature, Refusal> {
        let date = date::parse(&self.date).map_err(|_| Refusal::BadDate)?;
        let given = Signature {
            name: self.name.trim().to_owned(),
            date: date.ok_or(Refusal::NeedsDate)?,
        };
        match given.name.is_empty() {
            true => Err(Refusal::NeedsName),
            false => Ok(given),
        }
    }
}

/// Who gave that signature last.
fn usual(view: &View<'_>, role: Role) -> String {
    let before = view.cx.data.revisions_of(view.revision.survey).rev();
    before
        .filter_map(|revision| revision.signatures.of(role))
        .map(|signature| signature.name.clone())
        .next()
        .unwrap_or_default()
}

impl QuestionnaireTab {
    /// Draws the dialog while somebody signs.
    pub(super) fn sign_dialog(&mut self, context: &Context, view: &View<'_>) {
        let language = view.cx.language;
        let label = view.revision.label.as_str();
        let (title, verb) = (
            tr!(language, "sign-title", label = label),
            tr!(language, "sign-verb"),
        );
        let given = Dialog::new("sign", language, title, verb).run(
            context,
            &mut self.signing,
            |ui, signing| fields(ui, view, signing),
            |signing| {
                Ok(Intent::Sign {
                    revision: view.revision.id,
                    role: signing.role,
                    signature: signing.signature()?,
                })
            },
        );
        view.cx.edit(given);
    }
}

fn fields(ui: &mut egui::Ui, view: &View<'_>, signing: &mut Signing) {
    let language = view.cx.language;
    ui.spacing_mut().item_spacing.y = tokens().space.group_gap;
    let words = Role::ALL.map(|role| (role, form::role_name(language, role)));
    let choices = words.each_ref().map(|(role, name)| (*role, name.as_str()));
    let width = ui.available_width();
    let picked = Segment::new(signing.role, &choices).width(width).show(ui);
    if let Some(role) = picked {
        signing.role = role;
        signing.name = usual(view, role);
    }
    ui.horizontal(|ui| {
        let date_width = 128.0;
        let name_width = width - date_width - tokens().space.control_gap;
        let name = TextField::new(tr!(language, "sign-name"));
        name.width(name_width).labelled(ui, &mut signing.name);
        let date = TextField::new(tr!(language, "sign-date"));
        date.width(date_width).labelled(ui, &mut signing.date);
    });
    if signing.role == Role::Approved && view.revision.editable() {
        text::weak(ui, tr!(language, "sign-approved-locks"));
    }
}
