//! Dialogs of the system for files. The only file that names `rfd`.

use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::mpsc::Sender;
use std::time::{Duration, Instant};

use rfd::{AsyncFileDialog, FileHandle};

use crate::chart::Chart;
use crate::model::{AttachmentId, CustomerId, FormKind, ImportId, MarkingId, WaveId};
use crate::report::Report;
use crate::ui::{Export, Output, Pages, Pick};

/// What a file is for, so that the answer finds its way.
#[derive(Clone, Debug, PartialEq)]
pub enum Purpose {
    Pick(Pick),
    /// The workspace itself.
    Copy,
    /// What can be got out of this damaged one.
    Rescue(PathBuf),
    Chart(Box<Chart>, Output),
    Report(Box<Report>, Output),
    Export(Export),
    Original(ImportId),
    /// A file beside a return.
    Attachment(AttachmentId),
    /// A form of the firm's own with its marks.
    Marked(MarkingId),
    Pages(Pages, Output),
    /// The folder for the forms of a wave.
    Forms(WaveId, FormKind, Vec<CustomerId>),
}

/// How a dialog is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Open,
    OpenMany,
    Save,
    Folder,
}

/// One question for a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    pub purpose: Purpose,
    pub kind: Kind,
    pub title: String,
    /// File name to begin with when saving.
    pub name: String,
    /// What the files are, and their endings.
    pub files: (String, Vec<&'static str>),
}

/// What was answered.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    pub question: Question,
    /// Empty: nothing was chosen.
    pub paths: Vec<PathBuf>,
    /// The system has no dialogs: it said no without having asked.
    pub unasked: bool,
}

/// Who answers.
#[derive(Debug)]
pub enum Dialogs {
    /// The system's dialogs.
    Native,
    /// Answers prepared by a test, in order; nothing is chosen when they run out.
    Scripted(VecDeque<Vec<PathBuf>>),
}

/// Nobody cancels a dialog faster than this after asking for it.
const BLINK: Duration = Duration::from_millis(400);

impl Dialogs {
    /// Asks; the answer comes through `answers` without making anybody wait.
    pub fn ask(&mut self, question: Question, answers: &Sender<Answer>, context: &egui::Context) {
        match self {
            Self::Scripted(prepared) => {
                let paths = prepared.pop_front().unwrap_or_default();
                let answer = Answer {
                    question,
                    paths,
                    unasked: false,
                };
                // The window holds the other end as long as it lives.
                let _ = answers.send(answer);
            }
            Self::Native => native(question, answers.clone(), context.clone()),
        }
    }
}

/// Made on the drawing thread, as some systems want it, and waited for on another.
fn native(question: Question, answers: Sender<Answer>, context: egui::Context) {
    let mut dialog = AsyncFileDialog::new().set_title(&question.title);
    if !question.files.1.is_empty() {
        dialog = dialog.add_filter(&question.files.0, &question.files.1);
    }
    if !question.name.is_empty() {
        dialog = dialog.set_file_name(&question.name);
    }
    let paths = |files: Vec<FileHandle>| files.iter().map(|file| file.path().to_owned()).collect();
    let asked = Instant::now();
    type Waiting = std::pin::Pin<Box<dyn Future<Output = Vec<PathBuf>> + Send>>;
    let waiting: Waiting = match question.kind {
        Kind::Open => {
            let answer = dialog.pick_file();
            Box::pin(async move { paths(answer.await.into_iter().collect()) })
        }
        Kind::OpenMany => {
            let answer = dialog.pick_files();
            Box::pin(async move { paths(answer.await.unwrap_or_default()) })
        }
        Kind::Folder => {
            let answer = dialog.pick_folder();
            Box::pin(async move { paths(answer.await.into_iter().collect()) })
        }
        Kind::Save => {
            let answer = dialog.save_file();
            Box::pin(async move { paths(answer.await.into_iter().collect()) })
        }
    };
    std::thread::spawn(move || {
        let paths = pollster::block_on(waiting);
        let answer = Answer {
            question,
            unasked: paths.is_empty() && asked.elapsed() < BLINK,
            paths,
        };
        if answers.send(answer).is_ok() {
            context.request_repaint();
        }
    });
}
