//! What the window has to say: a dialog that stops the user, or a toast that passes.

use std::path::{Path, PathBuf};

use egui::Context;

use super::dialogs::Kind;
use super::history::{Stuck, Turn};
use super::rescue::Rescue;
use super::worker::Command;
use crate::i18n::Language;
use crate::theme::tokens;
use crate::tr;
use crate::ui::action::WorkspaceAction;
use crate::ui::style::{Face, palette};
use crate::ui::widgets::{Dialog, TextField, dialog, labelled, text, toast};
use crate::ui::{Action, Pick};

/// A dialog of the window itself.
#[derive(Clone, Debug)]
pub(super) enum Notice {
    /// Something failed.
    Failed { title: String, words: String },
    /// A step could not be taken back or done again: step over it?
    Stuck {
        title: String,
        words: String,
        stuck: Box<Stuck>,
    },
    /// The file is held by somebody else: look at it without writing?
    Held { path: PathBuf, words: String },
    /// The file is damaged: look at its backups, or save what can be read?
    Damaged {
        title: String,
        path: PathBuf,
        words: String,
    },
    /// What could be read of one is in a new one: open that?
    Salvaged(Box<Rescue>),
    /// A backup is of another workspace: restore it all the same?
    Other { words: String, again: Box<Command> },
    /// The open file is not where it was: save what is open elsewhere?
    Moved { words: String },
    /// Where something was to be written is a file already: replace it?
    Occupied(Box<Command>),
    /// The system has no file dialogs: the path is typed.
    Path {
        question: Box<super::dialogs::Question>,
        typed: String,
    },
}

/// How a notice ended.
#[derive(Clone, Debug)]
pub(super) enum Ended {
    Closed,
    Wish(Action),
    /// This one is left as it is, for the one behind it.
    StepOver(Box<Stuck>),
    /// This is to be done after all.
    Again(Box<Command>),
    /// These paths answer the question for a file.
    Paths(Box<super::dialogs::Question>, Vec<PathBuf>),
}

impl Notice {
    /// Draws it.
    pub(super) fn show(&mut self, context: &Context, language: Language) -> Option<Ended> {
        match self {
            Self::Failed { title, words } => failed(context, language, title, words),
            Self::Stuck {
                title,
                words,
                stuck,
            } => step_over(context, language, (title, words), stuck),
            Self::Held { path, words } => held(context, language, path, words),
            Self::Damaged { title, path, words } => damaged(context, language, title, path, words),
            Self::Salvaged(rescue) => rescue.show(context, language),
            Self::Other { words, again } => other(context, language, words, again),
            Self::Moved { words } => moved(context, language, words),
            Self::Occupied(again) => occupied(context, language, again),
            Self::Path { question, typed } => path(context, language, question, typed),
        }
    }
}

fn failed(context: &Context, language: Language, title: &str, words: &str) -> Option<Ended> {
    let verb = tr!(language, "understood");
    Dialog::new("failed", title, &verb, "")
        .show(context, |ui| {
            text::body(ui, words);
        })
        .map(|_| Ended::Closed)
}

fn step_over(
    context: &Context,
    language: Language,
    (title, words): (&str, &str),
    stuck: &Stuck,
) -> Option<Ended> {
    let verb = match stuck.turn {
        Turn::Undo => tr!(language, "stuck-undo-next"),
        Turn::Redo => tr!(language, "stuck-redo-next"),
    };
    let close = tr!(language, "close");
    let answer = Dialog::new("stuck", title, &verb, &close).show(context, |ui| {
        text::body(ui, words);
    })?;
    Some(match answer {
        dialog::Answer::Done => Ended::StepOver(Box::new(stuck.clone())),
        dialog::Answer::Cancelled => Ended::Closed,
    })
}

fn held(context: &Context, language: Language, path: &Path, words: &str) -> Option<Ended> {
    let (title, verb, cancel) = (
        tr!(language, "held-title"),
        tr!(language, "held-verb"),
        tr!(language, "cancel"),
    );
    let answer = Dialog::new("held", &title, &verb, &cancel).show(context, |ui| {
        text::body(ui, words);
    })?;
    Some(match answer {
        dialog::Answer::Done => {
            let open = WorkspaceAction::OpenReadOnly(path.to_owned());
            Ended::Wish(Action::Workspace(open))
        }
        dialog::Answer::Cancelled => Ended::Closed,
    })
}

fn damaged(
    context: &Context,
    language: Language,
    title: &str,
    path: &Path,
    words: &str,
) -> Option<Ended> {
    let (verb, salvage, close) = (
        tr!(language, "workspace-copies"),
        tr!(language, "salvage-verb"),
        tr!(language, "close"),
    );
    let mut rescue = false;
    let answer = Dialog::new("damaged", title, &verb, &close)
        .other(&salvage, &mut rescue)
        .width(tokens().width.dialog + 80.0)
        .show(context, |ui| {
            text::body(ui, words);
        });
    if rescue {
        let salvage = WorkspaceAction::Salvage(path.to_owned());
        return Some(Ended::Wish(Action::Workspace(salvage)));
    }
    Some(match answer? {
        dialog::Answer::Done => {
            let copies = WorkspaceAction::Copies(Some(path.to_owned()));
            Ended::Wish(Action::Workspace(copies))
        }
        dialog::Answer::Cancelled => Ended::Closed,
    })
}

fn moved(context: &Context, language: Language, words: &str) -> Option<Ended> {
    let (title, verb, cancel) = (
        tr!(language, "moved-title"),
        tr!(language, "workspace-save-copy"),
        tr!(language, "cancel"),
    );
    let answer = Dialog::new("moved", &title, &verb, &cancel).show(context, |ui| {
        text::body(ui, words);
    })?;
    Some(match answer {
        dialog::Answer::Done => Ended::Wish(Action::Workspace(WorkspaceAction::SaveCopy)),
        dialog::Answer::Cancelled => Ended::Closed,
    })
}

fn other(context: &Context, language: Language, words: &str, again: &Command) -> Option<Ended> {
    let (title, verb, cancel) = (
        tr!(language, "other-title"),
        tr!(language, "other-verb"),
        tr!(language, "cancel"),
    );
    let answer = Dialog::new("other", &title, &verb, &cancel).show(context, |ui| {
        text::body(ui, words);
    })?;
    Some(match answer {
        dialog::Answer::Done => Ended::Again(Box::new(again.clone())),
        dialog::Answer::Cancelled => Ended::Closed,
    })
}

fn occupied(context: &Context, language: Language, again: &Command) -> Option<Ended> {
    let Command::Write(_, target) = again else {
        return Some(Ended::Closed);
    };
    let (title, verb, cancel) = (
        tr!(language, "occupied-title"),
        tr!(language, "occupied-verb"),
        tr!(language, "cancel"),
    );
    let named = target.path.display().to_string();
    let answer = Dialog::new("occupied", &title, &verb, &cancel).show(context, |ui| {
        text::body(ui, tr!(language, "occupied-body", path = named));
    })?;
    Some(match answer {
        dialog::Answer::Done => Ended::Again(Box::new(again.clone())),
        dialog::Answer::Cancelled => Ended::Closed,
    })
}

fn path(
    context: &Context,
    language: Language,
    question: &super::dialogs::Question,
    typed: &mut String,
) -> Option<Ended> {
    let verb = match question.purpose {
        super::dialogs::Purpose::Pick(Pick::NewWorkspace) => tr!(language, "path-choose"),
        super::dialogs::Purpose::Pick(_) => tr!(language, "path-open"),
        _ => tr!(language, "path-save"),
    };
    let cancel = tr!(language, "cancel");
    let name = tr!(language, "path-name");
    let explained = match question.kind {
        Kind::Save => tr!(language, "path-explained-save"),
        Kind::OpenMany => tr!(language, "path-explained-many"),
        Kind::Open | Kind::Folder => tr!(language, "path-explained"),
    };
    let answer = Dialog::new("path", &question.title, &verb, &cancel)
        .width(tokens().width.dialog + 80.0)
        .ready(!typed.trim().is_empty(), "")
        .show(context, |ui| {
            ui.add_space(tokens().space.control_gap);
            labelled(ui, &name, |ui| {
                let field = TextField::new("").show(ui, typed);
                if ui.memory(|memory| memory.focused().is_none()) {
                    field.request_focus();
                }
                (field, ())
            });
            let color = palette(ui).text_weak;
            text::say(ui, Face::Small, color, explained);
        })?;
    Some(match answer {
        dialog::Answer::Done => {
            let named = |path: &str| PathBuf::from(path.trim());
            let paths = match question.kind {
                Kind::OpenMany => typed.split(';').map(named).collect(),
                Kind::Open | Kind::Save | Kind::Folder => vec![named(typed)],
            };
            Ended::Paths(Box::new(question.clone()), paths)
        }
        dialog::Answer::Cancelled => Ended::Closed,
    })
}

/// The toast that is shown, and until when.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Said {
    pub(super) words: String,
    /// What takes it back.
    pub(super) act: Option<Action>,
    /// In seconds of the window's clock.
    pub(super) until: f64,
}

impl Said {
    /// Draws it; `Some(None)` when it is to go.
    pub(super) fn show(&self, context: &Context, language: Language) -> Option<Option<Action>> {
        let now = context.input(|input| input.time);
        if now >= self.until {
            return Some(None);
        }
        let rest = std::time::Duration::from_secs_f64(self.until - now);
        context.request_repaint_after(rest);
        let (undo, close) = (tr!(language, "undo"), tr!(language, "close"));
        let shown = toast::Toast {
            words: &self.words,
            act: self.act.as_ref().map(|act| (&*undo, key_of(act))),
            close: &close,
        };
        toast::toast(context, &shown).map(|answer| match answer {
            toast::Answer::Act => self.act.clone(),
            toast::Answer::Close => None,
        })
    }
}

/// Only the newest edit has a key; an import is taken back by its id.
fn key_of(act: &Action) -> &'static str {
    match act {
        Action::Undo => "Ctrl Z",
        _ => "",
    }
}
