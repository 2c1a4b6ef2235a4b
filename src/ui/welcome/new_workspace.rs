//! The dialog for a new workspace: whose it is, what it begins with, where it is kept.

use std::path::{Path, PathBuf};

use egui::{Context, Ui};

use crate::edit::Refusal;
use crate::i18n::{Language, refusal};
use crate::theme::tokens;
use crate::tr;
use crate::ui::action::{NewWorkspace, WorkspaceAction};
use crate::ui::widgets::{Button, Dialog, Segment, TextField, dialog, labelled, text};
use crate::ui::{Action, Pick};

/// What was typed so far.
#[derive(Clone, Debug, Default)]
pub struct NewDialog {
    company: String,
    document: String,
    survey: String,
    /// Begins with a definition workbook instead of blank.
    defined: bool,
    definition: String,
    path: String,
    /// The user named a place; before that it follows the company's name.
    placed: bool,
    /// Folder a workspace is kept in unless the user says otherwise.
    folder: PathBuf,
}

impl NewDialog {
    /// An empty dialog; workspaces are kept in `folder` unless said otherwise.
    pub fn new(language: Language, folder: PathBuf) -> Self {
        Self {
            survey: tr!(language, "new-survey-name"),
            folder,
            ..Self::default()
        }
    }

    /// Beginning with the definition workbook at `definition`.
    pub fn with_definition(mut self, definition: &Path) -> Self {
        self.defined = true;
        self.definition = definition.display().to_string();
        self
    }

    /// A file was picked for one of its fields.
    pub fn picked(&mut self, pick: Pick, path: &Path) {
        let text = path.display().to_string();
        match pick {
            Pick::NewDefinition => self.definition = text,
            _ => {
                self.path = text;
                self.placed = true;
            }
        }
    }

    /// Draws it: a wish, or `Some(None)` when it was left.
    pub fn show(&mut self, context: &Context, language: Language) -> Option<Option<Action>> {
        let missing = self.missing(language);
        let reason = missing.clone().unwrap_or_default();
        let (title, verb, cancel) = (
            tr!(language, "new-title"),
            tr!(language, "new-verb"),
            tr!(language, "cancel"),
        );
        let mut wish = None;
        let answer = Dialog::new("new workspace", &title, &verb, &cancel)
            .width(480.0)
            .ready(missing.is_none(), &reason)
            .show(context, |ui| wish = self.fields(ui, language));
        match answer {
            Some(dialog::Answer::Done) => {
                let create = WorkspaceAction::Create(self.answer());
                Some(Some(Action::Workspace(create)))
            }
            Some(dialog::Answer::Cancelled) => Some(None),
            None => wish.map(Some),
        }
    }

    fn fields(&mut self, ui: &mut Ui, language: Language) -> Option<Action> {
        ui.spacing_mut().item_spacing.y = tokens().space.group_gap;
        let mut wish = None;
        let width = ui.available_width();
        field(ui, &tr!(language, "new-company"), width, &mut self.company);
        ui.horizontal(|ui| {
            let half = (width - tokens().space.control_gap) / 2.0;
            field(ui, &tr!(language, "new-survey"), half, &mut self.survey);
            field(ui, &tr!(language, "new-document"), half, &mut self.document);
        });
        let (blank, workbook) = (
            tr!(language, "new-blank"),
            tr!(language, "new-from-workbook"),
        );
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            text::weak(ui, tr!(language, "new-begin"));
            let choices = [(false, &*blank), (true, &*workbook)];
            if let Some(defined) = Segment::new(self.defined, &choices).width(width).show(ui) {
                self.defined = defined;
            }
        });
        if self.defined {
            let name = tr!(language, "new-definition");
            let button = tr!(language, "new-choose");
            if picked(ui, &name, &button, width, &mut self.definition) {
                wish = Some(Action::Pick(Pick::NewDefinition));
            }
        }
        self.follow();
        let before = self.path.clone();
        let name = tr!(language, "new-place");
        let button = tr!(language, "new-browse");
        if picked(ui, &name, &button, width, &mut self.path) {
            wish = Some(Action::Pick(Pick::NewWorkspace));
        }
        self.placed |= self.path != before;
        wish
    }

    /// Until the user names a place, the file is called after the company.
    fn follow(&mut self) {
        if self.placed {
            return;
        }
        let name: String = self
            .company
            .trim()
            .chars()
            .map(|c| if r#"/\:*?"<>|"#.contains(c) { '_' } else { c })
            .collect();
        self.path = if name.is_empty() {
            String::new()
        } else {
            let file = self.folder.join(format!("{name}.manyi"));
            file.display().to_string()
        };
    }

    fn missing(&self, language: Language) -> Option<String> {
        if self.company.trim().is_empty() {
            Some(refusal::words(language, &Refusal::NeedsCompany))
        } else if self.survey.trim().is_empty() {
            Some(refusal::words(language, &Refusal::NeedsSurveyName))
        } else if self.defined && self.definition.trim().is_empty() {
            Some(tr!(language, "new-needs-definition"))
        } else if self.path.trim().is_empty() {
            Some(tr!(language, "new-needs-place"))
        } else {
            None
        }
    }

    fn answer(&self) -> NewWorkspace {
        let mut path = PathBuf::from(self.path.trim());
        if path.extension().is_none() {
            path.set_extension("manyi");
        }
        NewWorkspace {
            company: self.company.trim().to_owned(),
            document: self.document.trim().to_owned(),
            survey: self.survey.trim().to_owned(),
            path,
            definition: self.defined.then(|| PathBuf::from(self.definition.trim())),
        }
    }
}

fn field(ui: &mut Ui, name: &str, width: f32, value: &mut String) {
    labelled(ui, name, |ui| {
        (TextField::new("").width(width).show(ui, value), ())
    });
}

/// A field for a path with a button that asks for one.
fn picked(ui: &mut Ui, name: &str, button: &str, width: f32, value: &mut String) -> bool {
    labelled(ui, name, |ui| {
        ui.horizontal(|ui| {
            let room = width - 96.0 - tokens().space.control_gap;
            let response = TextField::new("").width(room).show(ui, value);
            let pressed = ui.add(Button::secondary(button).width(96.0)).clicked();
            (response, pressed)
        })
        .inner
    })
}
