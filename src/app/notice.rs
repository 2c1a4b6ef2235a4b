//! What the window has to say: a dialog that stops the user, or a toast that passes.

use std::path::{Path, PathBuf};

use egui::Context;

use super::dialogs::Kind;
use super::ended::Ended;
use super::history::{Stuck, Turn};
use super::rescue::Rescue;
use super::worker::Command;
use crate::i18n::Language;
use crate::theme::tokens;
use crate::tr;
use crate::ui::action::WorkspaceAction;
use crate::ui::style::{Face, palette};
use crate::ui::widgets::dialog::{self, Reason};
use crate::ui::widgets::{Dialog, TextField, text, toast};
use crate::ui::{Action, IncomingAction, MarkAction, Pick, Place};

/// A dialog of the window itself.
#[derive(Clone, Debug)]
pub(super) enum Notice {
    /// Something failed.
    Failed { title: String, words: String },
    /// A file of returns is not understood: mark it as a form of the firm's own?
    Unknown { title: String, words: String },
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
    /// Forms came to a wave that is closed: take them in as late?
    Late {
        title: String,
        words: String,
        again: Box<Command>,
    },
    /// Somebody wrote on forms beside the answers: look at their returns?
    Beside {
        title: String,
        words: String,
        /// Where they are shown.
        place: Option<Place>,
    },
    /// Where something was to be written is a file already: replace it?
    Occupied(Box<Command>),
    /// The system has no file dialogs: the path is typed.
    Path {
        question: Box<super::dialogs::Question>,
        typed: String,
    },
}

impl Notice {
    /// Draws it.
    pub(super) fn show(&mut self, context: &Context, language: Language) -> Option<Ended> {
        match self {
            Self::Failed { title, words } => failed(context, language, title, words),
            Self::Unknown { title, words } => unknown(context, language, title, words),
            Self::Stuck {
                title,
                words,
                stuck,
            } => step_over(context, language, (title, words), stuck),
            Self::Held { path, words } => held(context, language, path, words),
            Self::Damaged { title, path, words } => damaged(context, language, title, path, words),
            Self::Salvaged(rescue) => rescue.show(context, language),
            Self::Other { words, again } => other(context, language, words, again),
            Self::Late {
                title,
                words,
                again,
            } => late(context, language, (title, words), again),
            Self::Beside {
                title,
                words,
                place,
            } => beside(context, language, (title, words), place.as_ref()),
            Self::Moved { words } => moved(context, language, words),
            Self::Occupied(again) => occupied(context, language, again),
            Self::Path { question, typed } => path(context, language, question, typed),
        }
    }
}

/// One that asks in words alone: `done` is what is done then.
fn asked(dialog: Dialog<'_>, context: &Context, words: &str, done: Ended) -> Option<Ended> {
    let meant = dialog.says(context, words)?;
    Some(if meant { done } else { Ended::Closed })
}

fn failed(context: &Context, language: Language, title: &str, words: &str) -> Option<Ended> {
    let dialog = Dialog::new("failed", language, title, tr!(language, "understood"));
    asked(dialog.tells(), context, words, Ended::Closed)
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
    let dialog = Dialog::new("stuck", language, title, verb).closes();
    let done = Ended::StepOver(Box::new(stuck.clone()));
    asked(dialog, context, words, done)
}

fn held(context: &Context, language: Language, path: &Path, words: &str) -> Option<Ended> {
    let (title, verb) = (tr!(language, "held-title"), tr!(language, "held-verb"));
    let dialog = Dialog::new("held", language, title, verb);
    let open = WorkspaceAction::OpenReadOnly(path.to_owned());
    asked(dialog, context, words, Ended::Wish(Action::Workspace(open)))
}

fn damaged(
    context: &Context,
    language: Language,
    title: &str,
    path: &Path,
    words: &str,
) -> Option<Ended> {
    let salvage = tr!(language, "salvage-verb");
    let mut rescue = false;
    let dialog = Dialog::new(
        "damaged",
        language,
        title,
        tr!(language, "workspace-copies"),
    )
    .closes()
    .other(&salvage, &mut rescue)
    .width(tokens().width.dialog + 80.0);
    let copies = WorkspaceAction::Copies(Some(path.to_owned()));
    let copies = Ended::Wish(Action::Workspace(copies));
    let ended = asked(dialog, context, words, copies);
    if rescue {
        let salvage = WorkspaceAction::Salvage(path.to_owned());
        return Some(Ended::Wish(Action::Workspace(salvage)));
    }
    ended
}

fn unknown(context: &Context, language: Language, title: &str, words: &str) -> Option<Ended> {
    let dialog = Dialog::new("unknown", language, title, tr!(language, "mark-verb"))
        .closes()
        .width(tokens().width.dialog + 80.0);
    match asked(
        dialog,
        context,
        words,
        Ended::Wish(Action::Mark(MarkAction::AtHand)),
    )? {
        Ended::Closed => Some(Ended::Wish(Action::Incoming(IncomingAction::Skip))),
        ended => Some(ended),
    }
}

fn moved(context: &Context, language: Language, words: &str) -> Option<Ended> {
    let (title, verb) = (
        tr!(language, "moved-title"),
        tr!(language, "workspace-save-copy"),
    );
    let dialog = Dialog::new("moved", language, title, verb);
    let save = Action::Workspace(WorkspaceAction::SaveCopy);
    asked(dialog, context, words, Ended::Wish(save))
}

fn other(context: &Context, language: Language, words: &str, again: &Command) -> Option<Ended> {
    let (title, verb) = (tr!(language, "other-title"), tr!(language, "other-verb"));
    let dialog = Dialog::new("other", language, title, verb);
    asked(
        dialog,
        context,
        words,
        Ended::Again(Box::new(again.clone())),
    )
}

fn late(
    context: &Context,
    language: Language,
    (title, words): (&str, &str),
    again: &Command,
) -> Option<Ended> {
    let dialog = Dialog::new(
        "late forms",
        language,
        title,
        tr!(language, "forms-late-verb"),
    );
    let done = Ended::Again(Box::new(again.clone()));
    asked(dialog, context, words, done)
}

fn beside(
    context: &Context,
    language: Language,
    (title, words): (&str, &str),
    place: Option<&Place>,
) -> Option<Ended> {
    let Some(place) = place else {
        return failed(context, language, title, words);
    };
    let dialog = Dialog::new(
        "beside",
        language,
        title,
        tr!(language, "forms-beside-look"),
    );
    let dialog = dialog.closes().width(tokens().width.dialog + 80.0);
    let look = Ended::Wish(Action::Go(place.clone()));
    asked(dialog, context, words, look)
}

fn occupied(context: &Context, language: Language, again: &Command) -> Option<Ended> {
    let Command::Write(_, target) = again else {
        return Some(Ended::Closed);
    };
    let (title, verb) = (
        tr!(language, "occupied-title"),
        tr!(language, "occupied-verb"),
    );
    let dialog = Dialog::new("occupied", language, title, verb);
    let named = target.path.display().to_string();
    let words = tr!(language, "occupied-body", path = named);
    asked(
        dialog,
        context,
        &words,
        Ended::Again(Box::new(again.clone())),
    )
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
    let name = tr!(language, "path-name");
    let explained = match question.kind {
        Kind::Save => tr!(language, "path-explained-save"),
        Kind::OpenMany => tr!(language, "path-explained-many"),
        Kind::Open | Kind::Folder => tr!(language, "path-explained"),
    };
    let answer = Dialog::new("path", language, &question.title, verb)
        .width(tokens().width.dialog + 80.0)
        .unless(match typed.trim().is_empty() {
            true => Err(Reason::Said(String::new())),
            false => Ok(()),
        })
        .show(context, |ui| {
            ui.add_space(tokens().space.control_gap);
            let field = TextField::new(name).labelled(ui, typed);
            if ui.memory(|memory| memory.focused().is_none()) {
                field.request_focus();
            }
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
pub(super) struct Passing {
    pub(super) words: String,
    /// What takes it back.
    pub(super) act: Option<Action>,
    /// In seconds of the window's clock.
    pub(super) until: f64,
}

impl Passing {
    /// Draws it; `Some(None)` when it is to go.
    pub(super) fn show(&self, context: &Context, language: Language) -> Option<Option<Action>> {
        let now = context.input(|input| input.time);
        if now >= self.until {
            return Some(None);
        }
        let rest = std::time::Duration::from_secs_f64(self.until - now);
        context.request_repaint_after(rest);
        let (undo, close) = (undo(self.act.as_ref(), language), tr!(language, "close"));
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

/// What the button says: how many forms it takes back, where those are several.
fn undo(act: Option<&Action>, language: Language) -> String {
    match act {
        Some(Action::UndoForms(forms)) if forms.len() > 1 => {
            tr!(language, "undo-forms", count = forms.len())
        }
        _ => tr!(language, "undo"),
    }
}

/// Only the newest edit has a key; an import is taken back by its id.
fn key_of(act: &Action) -> &'static str {
    match act {
        Action::Undo => "Ctrl Z",
        _ => "",
    }
}
