//! The dialog for what the workspace is called: company, document number, the survey's name.

use egui::{Context, Ui};

use crate::edit::{Intent, Names};
use crate::theme::tokens;
use crate::tr;
use crate::ui::Cx;
use crate::ui::widgets::{Dialog, TextField};

/// What was typed so far.
#[derive(Clone, Debug)]
pub struct InfoDialog {
    company: String,
    document: String,
    survey: String,
}

impl InfoDialog {
    pub fn new(cx: &Cx<'_>) -> Self {
        Self {
            company: cx.data.workspace.company.clone(),
            document: cx.data.workspace.document.clone(),
            survey: cx.survey.map(|it| it.name.clone()).unwrap_or_default(),
        }
    }

    /// Asks while it is open.
    pub fn ask(open: &mut Option<Self>, context: &Context, cx: &Cx<'_>) {
        let (title, verb) = (
            tr!(cx.language, "info-title"),
            tr!(cx.language, "info-verb"),
        );
        let fields = |ui: &mut Ui, draft: &mut Self| draft.fields(ui, cx);
        let names = Dialog::new("workspace info", cx.language, title, verb).run(
            context,
            open,
            fields,
            |draft| {
                let names = draft.names(cx);
                names.check(cx.data)?;
                Ok(Intent::Name(names))
            },
        );
        cx.edit(names);
    }

    fn names(&self, cx: &Cx<'_>) -> Names {
        Names {
            company: Some(self.company.clone()),
            document: Some(self.document.clone()),
            survey: cx.survey.map(|survey| (survey.id, self.survey.clone())),
        }
    }

    fn fields(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        ui.spacing_mut().item_spacing.y = tokens().space.group_gap;
        for (name, value) in [
            (tr!(cx.language, "new-company"), &mut self.company),
            (tr!(cx.language, "new-survey"), &mut self.survey),
            (tr!(cx.language, "new-document"), &mut self.document),
        ] {
            TextField::new(name).labelled(ui, value);
        }
    }
}
