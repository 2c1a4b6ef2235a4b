//! The thread between whoever reads a file and whoever waits for it: how far it is, whether
//! it is still wanted, what it may cost, and why a reader deep inside another crate gave up.

use std::io;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use super::stop::Stop;
use crate::intake::budget::Budget;
use crate::intake::error::FileFault;
use crate::model::Progress;

/// Clones speak of the same work.
#[derive(Clone, Default)]
pub(super) struct Watch {
    /// What reading the file may cost.
    pub budget: Budget,
    state: Arc<Mutex<State>>,
    cells: Arc<AtomicU64>,
}

#[derive(Default)]
struct State {
    progress: Progress,
    stop: Option<Stop>,
    /// The part of an archive that was begun last holds formulas, as far as it was read.
    formulas: bool,
    /// Bytes that came out of an archive, parts that were read again counted again.
    unpacked: u64,
    /// How many of them there may be; 0 for any.
    unpackable: u64,
}

impl Watch {
    pub fn new(progress: &Progress, budget: Budget) -> Self {
        let watch = Self {
            budget,
            ..Self::default()
        };
        watch.report_to(progress);
        watch
    }

    /// From now on reports to `progress`, and forgets why it stopped before.
    pub fn report_to(&self, progress: &Progress) {
        let mut state = self.state();
        state.progress = progress.clone();
        state.stop = None;
        drop(state);
        self.delivered(0);
    }

    /// Notes whether formulas went by in the part of an archive that is read.
    pub fn note_formulas(&self, seen: bool) {
        self.state().formulas = seen;
    }

    /// Whether formulas went by in the part that was begun last.
    pub fn formulas(&self) -> bool {
        self.state().formulas
    }

    pub fn expect(&self, total: u64) {
        self.state().progress.expect(total);
    }

    /// Says how much is done. The error carries nothing: [`Watch::cause`] knows.
    pub fn reach(&self, done: u64) -> io::Result<()> {
        self.note(done, 0)
    }

    /// The same where no other crate is in between.
    pub fn done(&self, done: u64) -> Result<(), Stop> {
        self.reach(done)
            .map_err(|error| self.cause(|| Stop::broken(&error)))
    }

    /// How many bytes may come out of the archive until its sheets are read.
    pub fn allow(&self, unpackable: u64) {
        self.state().unpackable = unpackable;
    }

    /// Says that so many bytes more came out of a part, and how much of it is done.
    pub fn unpacked(&self, more: u64, done: u64) -> io::Result<()> {
        self.note(done, more)
    }

    fn note(&self, done: u64, more: u64) -> io::Result<()> {
        let mut state = self.state();
        state.unpacked = state.unpacked.saturating_add(more);
        let stop = match state.progress.reach(done) {
            Err(cancelled) => Some(cancelled.into()),
            Ok(()) if state.unpackable > 0 && state.unpacked > state.unpackable => {
                Some(FileFault::ReadTooOften.into())
            }
            Ok(()) => self.budget.look().err().map(Stop::from),
        };
        match stop {
            None => Ok(()),
            stop => {
                state.stop = stop;
                Err(io::Error::other("stopped"))
            }
        }
    }

    /// Says how many cells were delivered; 0 while nobody counts them.
    pub fn delivered(&self, cells: u64) {
        self.cells.store(cells, Ordering::Relaxed);
    }

    /// The number that was said last.
    pub fn cells(&self) -> u64 {
        self.cells.load(Ordering::Relaxed)
    }

    /// Gives up for a reason that has to survive the crate in between.
    pub fn fail(&self, stop: impl Into<Stop>) -> io::Error {
        self.state().stop.get_or_insert(stop.into());
        io::Error::other("stopped")
    }

    /// Why reading stopped: what was noted here, or else what the crate in between says.
    pub fn cause(&self, otherwise: impl FnOnce() -> Stop) -> Stop {
        self.state().stop.take().unwrap_or_else(otherwise)
    }

    fn state(&self) -> std::sync::MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
