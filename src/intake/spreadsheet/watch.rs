//! The thread between whoever reads a file and whoever waits for it: how far it is, whether
//! it is still wanted, and why a reader deep inside another crate gave up.

use std::io;
use std::sync::{Arc, Mutex, PoisonError};

use super::stop::Stop;
use crate::model::Progress;

/// Clones speak of the same work.
#[derive(Clone, Default)]
pub(super) struct Watch(Arc<Mutex<State>>);

#[derive(Default)]
struct State {
    progress: Progress,
    stop: Option<Stop>,
    /// The part of an archive that was begun last holds formulas, as far as it was read.
    formulas: bool,
}

impl Watch {
    pub fn new(progress: &Progress) -> Self {
        let watch = Self::default();
        watch.report_to(progress);
        watch
    }

    /// From now on reports to `progress`, and forgets why it stopped before.
    pub fn report_to(&self, progress: &Progress) {
        let mut state = self.state();
        state.progress = progress.clone();
        state.stop = None;
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
        let mut state = self.state();
        state.progress.reach(done).map_err(|cancelled| {
            state.stop = Some(cancelled.into());
            io::Error::other("cancelled")
        })
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
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
