//! How far a long piece of work is, and whether anybody still wants it.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

/// Shared between the one who works and the one who watches. Clones speak of the same work.
#[derive(Clone, Debug, Default)]
pub struct Progress {
    count: Arc<Count>,
    cancelled: Arc<AtomicBool>,
}

#[derive(Debug, Default)]
struct Count {
    done: AtomicU64,
    total: AtomicU64,
}

/// The work was called off; nothing of it was kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("cancelled")]
pub struct Cancelled;

impl Progress {
    /// A piece of the work that counts for itself and is called off with the whole.
    pub fn part(&self) -> Self {
        Self {
            count: Arc::default(),
            cancelled: Arc::clone(&self.cancelled),
        }
    }

    /// Says how much there is to do, in whatever unit `done` counts.
    pub fn expect(&self, total: u64) {
        self.count.total.store(total, Ordering::Relaxed);
    }

    /// Says how much is done. `Err` when the work is no longer wanted: stop and leave no trace.
    pub fn reach(&self, done: u64) -> Result<(), Cancelled> {
        self.count.done.store(done, Ordering::Relaxed);
        self.wanted()
    }

    /// `Err` when the work is no longer wanted, without a word on how far it is.
    pub fn wanted(&self) -> Result<(), Cancelled> {
        if self.cancelled() {
            Err(Cancelled)
        } else {
            Ok(())
        }
    }

    /// The work is no longer wanted.
    pub fn cancelled(&self) -> bool {
        self.cancelled.load(Ordering::Relaxed)
    }

    /// Asks the worker to stop at its next step.
    pub fn cancel(&self) {
        self.cancelled.store(true, Ordering::Relaxed);
    }

    /// Done and total; a total of 0 means it is not known yet.
    pub fn state(&self) -> (u64, u64) {
        (
            self.count.done.load(Ordering::Relaxed),
            self.count.total.load(Ordering::Relaxed),
        )
    }
}
