//! The dialog for a new workspace: whose it is, what it begins with, where it is kept.

use std::path::{Path, PathBuf};

use egui::{Context, Ui};

use crate::edit::Refusal;
use crate::i18n::Language;
use crate::model::BestEnd;
use crate::theme::tokens;
use crate::tr;
use crate::ui::action::{NewWorkspace, WorkspaceAction};
use crate::ui::shell::best_end;
use crate::ui::widgets::dialog::{Answer, Reason};
use crate::ui::widgets::{Button, Dialog, Segment, TextField, labelled, text};
use crate::ui::{Action, Outbox, Pick};

/// What was typed so far.
#[derive(Clone, Debug, Default)]
pub struct NewDialog {
    company: String,
    document: String,
    survey: String,
    /// Begins with a definition workbook or an export instead of blank.
    defined: bool,
    definition: String,
    /// Titles of an export under which nothing says which end is the best, and what was said.
    untold: Vec<String>,
    best: Option<BestEnd>,
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

    /// Asks which end of the scales under these titles is the best.
    pub fn ask_best(&mut self, titles: Vec<String>) {
        self.untold = titles;
    }

    /// Beginning with the workbook or export at `definition`.
    pub fn with_definition(mut self, definition: &Path) -> Self {
        self.defined = true;
        self.definition = definition.display().to_string();
        self
    }

    /// A file was picked for one of its fields.
    pub fn picked(&mut self, pick: Pick, path: &Path) {
        let text = path.display().to_string();
        match pick {
            Pick::NewDefinition => {
                self.definition = text;
                self.untold.clear();
            }
            _ => {
                self.path = text;
                self.placed = true;
            }
        }
    }

    /// Asks while it is open. What was typed stays until the workspace is there, should it be
    /// refused.
    pub fn ask(open: &mut Option<Self>, context: &Context, language: Language, outbox: &Outbox) {
        let Some(draft) = open else {
            return;
        };
        let answer = Dialog::new(
            "new workspace",
            language,
            tr!(language, "new-title"),
            tr!(language, "new-verb"),
        )
        .width(480.0)
        .unless(draft.wanted(language))
        .show(context, |ui| draft.fields(ui, language, outbox));
        match (answer, draft.wanted(language)) {
            (Some(Answer::Done), Ok(new)) => {
                outbox.ask(Action::Workspace(WorkspaceAction::Create(new)));
            }
            (Some(Answer::Cancelled), _) => *open = None,
            _ => {}
        }
    }

    fn fields(&mut self, ui: &mut Ui, language: Language, outbox: &Outbox) {
        ui.spacing_mut().item_spacing.y = tokens().space.group_gap;
        let width = ui.available_width();
        TextField::new(tr!(language, "new-company")).labelled(ui, &mut self.company);
        ui.horizontal(|ui| {
            let half = (width - tokens().space.control_gap) / 2.0;
            let survey = TextField::new(tr!(language, "new-survey"));
            survey.width(half).labelled(ui, &mut self.survey);
            let document = TextField::new(tr!(language, "new-document"));
            document.width(half).labelled(ui, &mut self.document);
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
            let before = self.definition.clone();
            if picked(ui, &name, &button, &mut self.definition) {
                outbox.ask(Action::Pick(Pick::NewDefinition));
            }
            if self.definition != before {
                self.untold.clear();
            }
            if !self.untold.is_empty() {
                best_end(ui, language, &self.untold, &mut self.best);
            }
        }
        self.follow();
        let before = self.path.clone();
        let name = tr!(language, "new-place");
        let button = tr!(language, "new-browse");
        if picked(ui, &name, &button, &mut self.path) {
            outbox.ask(Action::Pick(Pick::NewWorkspace));
        }
        self.placed |= self.path != before;
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

    /// What is typed, or what it still needs.
    fn wanted(&self, language: Language) -> Result<NewWorkspace, Reason> {
        let needed = |typed: &str, reason: Reason| match typed.trim() {
            "" => Err(reason),
            typed => Ok(typed.to_owned()),
        };
        let company = needed(&self.company, Refusal::NeedsCompany.into())?;
        let survey = needed(&self.survey, Refusal::NeedsSurveyName.into())?;
        let definition = match self.defined {
            true => {
                let reason = tr!(language, "new-needs-definition");
                Some(needed(&self.definition, reason.into())?.into())
            }
            false => None,
        };
        if self.defined && !self.untold.is_empty() && self.best.is_none() {
            return Err(tr!(language, "new-needs-best").into());
        }
        let path = needed(&self.path, tr!(language, "new-needs-place").into())?;
        let mut path = PathBuf::from(path);
        if path.extension().is_none() {
            path.set_extension("manyi");
        }
        Ok(NewWorkspace {
            company,
            document: self.document.trim().to_owned(),
            survey,
            path,
            definition,
            best: self.best.filter(|_| !self.untold.is_empty()),
            language,
        })
    }
}

/// A field for a path with a button that asks for one.
fn picked(ui: &mut Ui, name: &str, button: &str, value: &mut String) -> bool {
    let width = ui.available_width();
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
