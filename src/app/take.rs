//! Files that come in: asked for, dropped on the window, or named.

use std::path::{Path, PathBuf};

use egui::{Context, Ui};

use super::dialogs::{Kind, Purpose, Question};
use super::window::Window;
use super::worker::{Command, Destination, Writing};
use crate::i18n::{Language, period};
use crate::jobs::folder::{SCANS, SHEETS, Unfolded};
use crate::jobs::reason;
use crate::model::BestEnd;
use crate::model::ReturnId;
use crate::tr;
use crate::ui::action::WorkspaceAction;
use crate::ui::shell::{self, Drop};
use crate::ui::welcome::NewDialog;
use crate::ui::{Action, MarkAction, Pick, Place};

fn is_workspace(path: &Path) -> bool {
    path.extension()
        .is_some_and(|ending| ending.eq_ignore_ascii_case("manyi"))
}

impl Window {
    /// Asks for a file of some kind.
    pub(super) fn pick(&mut self, context: &Context, pick: Pick) {
        let language = self.language();
        let sheets = || (tr!(language, "files-sheets"), SHEETS.to_vec());
        let workspaces = || (tr!(language, "files-workspaces"), vec!["manyi"]);
        let (kind, title, files) = match pick {
            Pick::Workspace => (Kind::Open, tr!(language, "pick-workspace"), workspaces()),
            Pick::SecondPlace => {
                let anything = (String::new(), Vec::new());
                (Kind::Folder, tr!(language, "pick-second"), anything)
            }
            Pick::NewWorkspace => (Kind::Save, tr!(language, "pick-place"), workspaces()),
            Pick::Attachments(_) => {
                let anything = (String::new(), Vec::new());
                (Kind::OpenMany, tr!(language, "pick-attachments"), anything)
            }
            Pick::Returns => {
                let files = [&SHEETS[..], &SCANS].concat();
                let files = (tr!(language, "files-returns"), files);
                (Kind::OpenMany, tr!(language, "pick-returns"), files)
            }
            Pick::Customers => (Kind::Open, tr!(language, "pick-customers"), sheets()),
            Pick::Blank => {
                let files = [&SHEETS[..], &["docx"]].concat();
                let files = (tr!(language, "files-forms"), files);
                (Kind::Open, tr!(language, "pick-blank"), files)
            }
            Pick::Definition | Pick::NewDefinition => {
                (Kind::Open, tr!(language, "pick-definition"), sheets())
            }
        };
        let question = Question {
            purpose: Purpose::Pick(pick),
            kind,
            title,
            name: String::new(),
            files,
        };
        self.question(context, question);
    }

    /// A question for a file was answered. `sure`: what is there may be replaced.
    pub(super) fn answered(
        &mut self,
        context: &Context,
        question: Question,
        paths: &[PathBuf],
        sure: bool,
    ) {
        let Some(path) = paths.first().cloned() else {
            return;
        };
        if let Purpose::Pick(pick) = question.purpose {
            return self.picked(context, pick, path, paths);
        }
        if let Purpose::Forms(wave, kind, customers) = question.purpose {
            return self.make_forms(wave, kind, customers, path);
        }
        let target = ended(path, question.files.1.first(), sure);
        match question.purpose {
            Purpose::Pick(_) | Purpose::Forms(..) => {}
            Purpose::Copy => self.worker.send(Command::SaveCopy(target.path)),
            Purpose::Rescue(damaged) => {
                let new = target.path;
                self.worker.send(Command::Salvage { damaged, new });
            }
            Purpose::Chart(chart, to) => {
                let writing = Writing::Chart(chart, to);
                self.worker.send(Command::Write(writing, target));
            }
            Purpose::Report(report, to) => self.report_to(report, to, target),
            Purpose::Export(what) => self.export_to(what, target),
            Purpose::Attachment(id) => {
                let writing = Writing::Attachment(id);
                self.worker.send(Command::Write(writing, target));
            }
            Purpose::Original(import) => {
                let writing = Writing::Original(import);
                self.worker.send(Command::Write(writing, target));
            }
            Purpose::Marked(id) => {
                let writing = Writing::Marked(id);
                self.worker.send(Command::Write(writing, target));
            }
            Purpose::Pages(pages, to) => self.print_to(pages, to, target),
        }
    }

    fn picked(&mut self, context: &Context, pick: Pick, path: PathBuf, paths: &[PathBuf]) {
        match pick {
            Pick::Workspace => {
                let open = WorkspaceAction::OpenPath(path);
                self.perform(context, Action::Workspace(open));
            }
            Pick::NewWorkspace | Pick::NewDefinition => {
                if let Some(new) = &mut self.new {
                    new.picked(pick, &path);
                }
            }
            Pick::SecondPlace => self.second_place(path),
            Pick::Attachments(returned) => self.attach(returned, paths.to_vec()),
            Pick::Returns => self.take(context, paths),
            Pick::Blank => self.mark(context, MarkAction::Open(path)),
            Pick::Customers => self.worker.send(Command::Customers {
                path,
                encoding: None,
            }),
            Pick::Definition => self.next_revision(path, None),
        }
    }

    /// Takes a definition workbook or an export in as the next revision.
    pub(super) fn next_revision(&mut self, path: PathBuf, best: Option<BestEnd>) {
        let survey = self.desk.as_ref().and_then(|desk| desk.shown.survey);
        if let Some(survey) = survey {
            self.revision = Some(path.clone());
            self.worker.send(Command::Revision {
                path,
                survey,
                best,
                language: self.language(),
            });
        }
    }

    /// Takes in files of any kind: a workspace is opened; without one a spreadsheet begins a
    /// new one; with one it is imported.
    pub(super) fn take(&mut self, context: &Context, paths: &[PathBuf]) {
        if let Some(path) = paths.iter().find(|path| is_workspace(path)) {
            let open = WorkspaceAction::OpenPath(path.clone());
            self.perform(context, Action::Workspace(open));
            return;
        }
        self.scout.unfold(paths.to_vec());
    }

    /// What was let go over the window, its folders looked into.
    pub(super) fn unfolded(&mut self, context: &Context, found: std::io::Result<Unfolded>) {
        let language = self.language();
        let all = match found {
            Ok(all) => all,
            Err(error) => {
                let why = reason(&error, language);
                let words = tr!(language, "folder-unreadable", why = why);
                return self.say(context, words, None);
            }
        };
        self.unpacked.extend(all.unpacked.iter().cloned());
        match (&self.desk, all.files.first().or(all.scans.first())) {
            (_, None) => self.say(context, tr!(language, "folder-empty"), None),
            (Some(desk), _) if desk.shown.writable => {
                let filled = desk.shown.wave;
                self.worker.send(Command::Arrive {
                    unfolded: all,
                    filled,
                    late: false,
                });
            }
            (Some(_), _) => {}
            // Which of its files is the definition only the user knows.
            (None, _) if all.folders => self.say(context, tr!(language, "folder-nowhere"), None),
            (None, Some(first)) => {
                let new = NewDialog::new(language, self.scout.documents());
                self.new = Some(new.with_definition(first));
            }
        }
    }

    /// Files let go over the window.
    pub(super) fn dropped(&mut self, context: &Context) -> Option<Action> {
        let files = context.input(|input| input.raw.dropped_files.clone());
        let paths: Vec<PathBuf> = files.iter().map(|file| file.path().to_owned()).collect();
        let returned = self.return_in_sight();
        let workspace = paths.iter().any(|path| is_workspace(path));
        let taken = match (returned, paths.first()) {
            (Some(returned), _) if !workspace => Action::Attach(returned, paths.clone()),
            (None, Some(path)) if !workspace && self.marks_in_sight() => {
                Action::Mark(MarkAction::Open(path.clone()))
            }
            _ => Action::Take(paths.clone()),
        };
        (!paths.is_empty()).then_some(taken)
    }

    /// The return whose page is shown, where files can be laid beside it.
    fn return_in_sight(&self) -> Option<ReturnId> {
        let shown = self.desk.as_ref().map(|desk| &desk.shown);
        match shown.filter(|shown| shown.writable)?.here {
            Place::Return(id) => Some(id),
            _ => None,
        }
    }

    /// The forms that were marked are shown, and none is being marked.
    fn marks_in_sight(&self) -> bool {
        let shown = self.desk.as_ref().map(|desk| &desk.shown);
        shown.is_some_and(|it| it.writable && it.here == Place::Marks && it.blank.is_none())
    }

    /// Has files read, to be laid beside a return.
    pub(super) fn attach(&mut self, returned: ReturnId, paths: Vec<PathBuf>) {
        if self.desk.as_ref().is_some_and(|desk| desk.shown.writable) {
            self.worker.send(Command::Attach { returned, paths });
        }
    }

    /// Says what letting go would do, while files are held over the window.
    pub(super) fn held_files(&mut self, ui: &mut Ui) {
        let context = ui.ctx().clone();
        let held = context.input(|input| input.raw.hovered_files.clone());
        if held.is_empty() {
            return;
        }
        let language = self.language();
        let paths: Vec<PathBuf> = held.iter().filter_map(|it| it.path.clone()).collect();
        let workspace = paths.iter().any(|path| is_workspace(path));
        let folder = self.scout.holds_folder(paths);
        let drop = match &self.desk {
            _ if workspace => Drop {
                title: tr!(language, "drop-open"),
                explained: tr!(language, "drop-open-explained"),
            },
            None => Drop {
                title: tr!(language, "drop-new"),
                explained: tr!(language, "drop-new-explained"),
            },
            Some(_) if self.return_in_sight().is_some() => Drop {
                title: tr!(language, "drop-attach"),
                explained: tr!(language, "drop-attach-explained"),
            },
            Some(desk) if desk.shown.writable => Drop {
                title: match folder {
                    true => tr!(language, "drop-folder"),
                    false => tr!(language, "drop-import", count = held.len()),
                },
                explained: into(language, desk),
            },
            Some(_) => Drop {
                title: tr!(language, "drop-read-only"),
                explained: tr!(language, "drop-read-only-explained"),
            },
        };
        shell::overlay(ui, &context, &drop);
    }
}

/// A name typed without its ending gets it; nobody was asked about the file of that name.
fn ended(path: PathBuf, ending: Option<&&str>, sure: bool) -> Destination {
    match ending {
        Some(ending) if path.extension().is_none() => Destination {
            path: path.with_extension(ending),
            replace: false,
        },
        _ => Destination {
            path,
            replace: sure,
        },
    }
}

/// How many files a folder came to, and how many were left aside.
pub(super) fn unfolded(language: Language, count: usize, skipped: usize) -> String {
    match skipped {
        0 => tr!(language, "folder-taken", count = count),
        skipped => tr!(
            language,
            "folder-taken-some",
            count = count,
            skipped = skipped
        ),
    }
}

fn into(language: Language, desk: &super::desk::Desk) -> String {
    let shown = &desk.shown;
    match shown.wave.and_then(|wave| shown.data.wave(wave)) {
        Some(wave) => {
            let period = period::name(language, wave.period);
            tr!(language, "drop-import-explained", wave = period)
        }
        None => tr!(language, "drop-import-new-wave"),
    }
}
