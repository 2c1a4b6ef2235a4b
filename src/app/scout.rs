//! Looks at files and folders for the window, each question on a thread of its own: a disk
//! that does not answer holds up neither drawing nor the worker, which may be busy importing.

use std::io;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};

use egui::Context;

use crate::jobs::folder::{self, Unfolded};

/// What was seen.
#[derive(Debug)]
enum Seen {
    /// What files let go over the window come to.
    Dropped(io::Result<Unfolded>),
    /// Whether a folder is among the files held over it.
    Held { paths: Vec<PathBuf>, folder: bool },
    /// Where a user's files are usually kept.
    Documents(PathBuf),
}

/// Asks, and remembers what came back.
#[derive(Debug)]
pub(super) struct Scout {
    context: Context,
    answers: (Sender<Seen>, Receiver<Seen>),
    waiting: usize,
    held: (Vec<PathBuf>, bool),
    documents: PathBuf,
}

impl Scout {
    /// Ready to look; it wakes the window when it has seen something.
    pub(super) fn start(context: Context) -> Self {
        let home = std::env::home_dir().unwrap_or_default();
        let mut scout = Self {
            context,
            answers: channel(),
            waiting: 0,
            held: (Vec::new(), false),
            documents: home.clone(),
        };
        scout.ask(move || {
            let documents = home.join("Documents");
            let there = documents.is_dir();
            Seen::Documents(if there { documents } else { home })
        });
        scout
    }

    /// Nothing is being looked at.
    pub(super) fn idle(&self) -> bool {
        self.waiting == 0
    }

    /// Where a user's files are usually kept; the home folder until that is known.
    pub(super) fn documents(&self) -> PathBuf {
        self.documents.clone()
    }

    /// Looks into folders that were let go over the window.
    pub(super) fn unfold(&mut self, paths: Vec<PathBuf>) {
        self.ask(move || Seen::Dropped(folder::unfold(&paths)));
    }

    /// Whether a folder is held over the window; not until that is known.
    pub(super) fn holds_folder(&mut self, paths: Vec<PathBuf>) -> bool {
        if self.held.0 != paths {
            self.held = (paths.clone(), false);
            self.ask(move || {
                let folder = paths.iter().any(|path| path.is_dir());
                Seen::Held { paths, folder }
            });
        }
        self.held.1
    }

    /// What files let go over the window came to, if that is known now.
    pub(super) fn receive(&mut self) -> Option<io::Result<Unfolded>> {
        loop {
            let seen = self.answers.1.try_recv().ok()?;
            self.waiting = self.waiting.saturating_sub(1);
            match seen {
                Seen::Dropped(unfolded) => return Some(unfolded),
                Seen::Documents(documents) => self.documents = documents,
                Seen::Held { paths, folder } if paths == self.held.0 => self.held.1 = folder,
                Seen::Held { .. } => {}
            }
        }
    }

    fn ask(&mut self, look: impl FnOnce() -> Seen + Send + 'static) {
        self.waiting += 1;
        let (answers, context) = (self.answers.0.clone(), self.context.clone());
        std::thread::spawn(move || {
            // A window that is gone wants to know nothing.
            if answers.send(look()).is_ok() {
                context.request_repaint();
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rest(scout: &mut Scout) -> Vec<io::Result<Unfolded>> {
        let mut seen = Vec::new();
        while !scout.idle() {
            seen.extend(scout.receive());
        }
        seen
    }

    #[test]
    fn a_folder_held_over_the_window_is_known_once_it_was_looked_at() {
        let folder = tempfile::tempdir().unwrap();
        let held = vec![folder.path().to_owned()];
        let mut scout = Scout::start(Context::default());
        assert!(!scout.holds_folder(held.clone()), "nobody waited");
        rest(&mut scout);
        assert!(scout.holds_folder(held));
        assert!(scout.idle(), "the same files are not looked at again");
        assert!(!scout.holds_folder(vec![folder.path().join("a.csv")]));
    }

    #[test]
    fn what_is_dropped_comes_back_and_what_cannot_be_read_says_so() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("a.csv"), "").unwrap();
        let mut scout = Scout::start(Context::default());
        scout.unfold(vec![folder.path().to_owned()]);
        let seen = rest(&mut scout);
        assert_eq!(seen.len(), 1);
        assert_eq!(
            seen[0].as_ref().unwrap().files,
            [folder.path().join("a.csv")]
        );
    }
}
