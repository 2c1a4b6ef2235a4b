//! Looking at many files at once.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use crate::jobs::JobError;
use crate::model::{Cancelled, Progress};

/// Threads at most.
const HANDS: usize = 8;

/// Looks at files on several threads; what was seen comes in their order.
pub(super) fn side_by_side<T: Send>(
    paths: &[PathBuf],
    progress: &Progress,
    look: impl Fn(&Path, &Progress) -> Result<T, Cancelled> + Sync,
) -> Result<Vec<T>, JobError> {
    progress.expect(paths.len() as u64);
    let (next, done) = (AtomicUsize::new(0), AtomicU64::new(0));
    let seen: Mutex<Vec<Option<T>>> = Mutex::new(paths.iter().map(|_| None).collect());
    let work = || -> Result<(), Cancelled> {
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(path) = paths.get(at) else {
                return Ok(());
            };
            let one = look(path, &progress.part())?;
            let mut seen = seen.lock().unwrap_or_else(PoisonError::into_inner);
            if let Some(slot) = seen.get_mut(at) {
                *slot = Some(one);
            }
            drop(seen);
            progress.reach(done.fetch_add(1, Ordering::Relaxed) + 1)?;
        }
    };
    let hands = std::thread::available_parallelism().map_or(1, usize::from);
    let hands = hands.min(HANDS).min(paths.len());
    std::thread::scope(|scope| {
        let threads: Vec<_> = (0..hands).map(|_| scope.spawn(work)).collect();
        for thread in threads {
            let ended = thread.join();
            ended.unwrap_or_else(|panic| std::panic::resume_unwind(panic))?;
        }
        Ok::<(), Cancelled>(())
    })?;
    let seen = seen.into_inner().unwrap_or_else(PoisonError::into_inner);
    Ok(seen.into_iter().flatten().collect())
}
