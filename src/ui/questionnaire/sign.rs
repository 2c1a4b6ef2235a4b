//! Signing: prepared, reviewed, approved, each with a name and a date. A signature is
//! superseded by a later one, never taken back.

use egui::Context;

use super::{QuestionnaireTab, View};
use crate::i18n::Language;
use crate::model::{Revision, Signature, Signatures, Step, StepKind};
use crate::theme::tokens;
use crate::tr;
use crate::ui::Action;
use crate::ui::widgets::{Dialog, Segment, TextField, date, dialog, labelled, text};

/// What a signature says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Role {
    #[default]
    Prepared,
    Reviewed,
    Approved,
}

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
        let signed = &view.revision.signatures;
        let role = if signed.prepared.is_none() {
            Role::Prepared
        } else if signed.reviewed.is_none() {
            Role::Reviewed
        } else {
            Role::Approved
        };
        Self {
            role,
            name: usual(view, role),
            date: view.cx.today.to_string(),
        }
    }

    fn missing(&self, language: Language) -> Option<String> {
        if self.name.trim().is_empty() {
            Some(tr!(language, "sign-needs-name"))
        } else if !matches!(date::parse(&self.date), Ok(Some(_))) {
            Some(tr!(language, "bad-date"))
        } else {
            None
        }
    }
}

/// Who gave that signature last.
fn usual(view: &View<'_>, role: Role) -> String {
    let before = view.cx.data.revisions_of(view.revision.survey).rev();
    before
        .filter_map(|revision| signature(&revision.signatures, role))
        .map(|signature| signature.name.clone())
        .next()
        .unwrap_or_default()
}

fn signature(signatures: &Signatures, role: Role) -> Option<&Signature> {
    match role {
        Role::Prepared => signatures.prepared.as_ref(),
        Role::Reviewed => signatures.reviewed.as_ref(),
        Role::Approved => signatures.approved.as_ref(),
    }
}

impl QuestionnaireTab {
    /// Draws the dialog while somebody signs.
    pub(super) fn sign_dialog(&mut self, context: &Context, view: &View<'_>) -> Option<Action> {
        let mut signing = self.signing.take()?;
        let language = view.cx.language;
        let label = view.revision.label.as_str();
        let title = tr!(language, "sign-title", label = label);
        let (verb, cancel) = (tr!(language, "sign-verb"), tr!(language, "cancel"));
        let missing = signing.missing(language);
        let reason = missing.clone().unwrap_or_default();
        let answer = Dialog::new("sign", &title, &verb, &cancel)
            .ready(missing.is_none(), &reason)
            .show(context, |ui| fields(ui, view, &mut signing));
        match answer {
            None => {
                self.signing = Some(signing);
                None
            }
            Some(dialog::Answer::Cancelled) => None,
            Some(dialog::Answer::Done) => signed(view.revision, &signing).map(Action::Apply),
        }
    }
}

fn fields(ui: &mut egui::Ui, view: &View<'_>, signing: &mut Signing) {
    let language = view.cx.language;
    ui.spacing_mut().item_spacing.y = tokens().space.group_gap;
    let words = [
        tr!(language, "sign-prepared"),
        tr!(language, "sign-reviewed"),
        tr!(language, "sign-approved"),
    ];
    let roles = [Role::Prepared, Role::Reviewed, Role::Approved];
    let choices: Vec<(Role, &str)> = roles
        .into_iter()
        .zip(words.iter().map(String::as_str))
        .collect();
    let width = ui.available_width();
    let picked = Segment::new(signing.role, &choices).width(width).show(ui);
    if let Some(role) = picked {
        signing.role = role;
        signing.name = usual(view, role);
    }
    ui.horizontal(|ui| {
        let date_width = 128.0;
        let name_width = width - date_width - tokens().space.control_gap;
        labelled(ui, &tr!(language, "sign-name"), |ui| {
            let field = TextField::new("").width(name_width);
            (field.show(ui, &mut signing.name), ())
        });
        labelled(ui, &tr!(language, "sign-date"), |ui| {
            let field = TextField::new("").width(date_width);
            (field.show(ui, &mut signing.date), ())
        });
    });
    if signing.role == Role::Approved && view.revision.editable() {
        text::weak(ui, tr!(language, "sign-approved-locks"));
    }
}

fn signed(revision: &Revision, signing: &Signing) -> Option<Step> {
    let date = date::parse(&signing.date).ok().flatten()?;
    let given = Some(Signature {
        name: signing.name.trim().to_owned(),
        date,
    });
    let mut signatures = revision.signatures.clone();
    match signing.role {
        Role::Prepared => signatures.prepared = given,
        Role::Reviewed => signatures.reviewed = given,
        Role::Approved => signatures.approved = given,
    }
    let change = revision.sign(signatures);
    Some(Step::new(
        StepKind::Sign,
        revision.label.clone(),
        vec![change],
    ))
}
