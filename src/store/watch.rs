//! What SQLite may spend on one piece of work, and whether anybody still wants it.
//!
//! A workspace from somebody else can be made so that a plain question never ends. SQLite asks
//! here every thousand steps of its machine; steps, unlike seconds, are the same on a slow
//! laptop and on a slow share.

use std::fmt;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use rusqlite::Connection;

use super::StoreError;
use crate::model::Progress;

/// Steps between two looks.
const STEPS: i32 = 1_000;

/// What any file may cost, and what each of its bytes may beyond that. To check a million
/// returns takes 0.2 thousand million steps, 2 a byte, and to load them a quarter of that.
const FLAT: i64 = 500_000_000;
const A_BYTE: i64 = 40;

/// Nothing is counted.
const UNWATCHED: i64 = i64::MAX;

/// The watch over one connection.
#[derive(Clone)]
pub(super) struct Watch(Arc<Inner>);

struct Inner {
    left: AtomicI64,
    wanted: Mutex<Progress>,
}

impl Watch {
    /// Watches over a connection; nothing is counted before [`Watch::over`].
    pub(super) fn set(db: &mut Connection) -> rusqlite::Result<Self> {
        let watch = Self(Arc::new(Inner {
            left: AtomicI64::new(UNWATCHED),
            wanted: Mutex::default(),
        }));
        let asked = watch.clone();
        db.progress_handler(STEPS, Some(move || asked.stops()))?;
        Ok(watch)
    }

    /// Does a piece of work that reads the file, which ends when it took more steps than any
    /// sound file of its size needs, or when it is called off.
    ///
    /// # Errors
    /// Those of the work; [`StoreError::Endless`] and [`StoreError::Cancelled`].
    pub(super) fn over<T>(
        &self,
        db: &Connection,
        progress: &Progress,
        work: impl FnOnce() -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let allowed = FLAT.saturating_add(size(db)?.saturating_mul(A_BYTE));
        self.during(allowed, progress, work)
    }

    /// Does a piece of work that may take as long as it needs, until it is called off.
    ///
    /// # Errors
    /// Those of the work; [`StoreError::Cancelled`].
    pub(super) fn until_cancelled<T>(
        &self,
        progress: &Progress,
        work: impl FnOnce() -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        self.during(UNWATCHED - 1, progress, work)
    }

    fn during<T>(
        &self,
        allowed: i64,
        progress: &Progress,
        work: impl FnOnce() -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let before = self.0.left.swap(allowed, Ordering::Relaxed);
        let outer = std::mem::replace(&mut *self.wanted(), progress.clone());
        let done = work();
        *self.wanted() = outer;
        self.0.left.store(before, Ordering::Relaxed);
        match done {
            Err(StoreError::Endless) => Err(progress
                .wanted()
                .map_or_else(StoreError::Cancelled, |()| StoreError::Endless)),
            done => done,
        }
    }

    fn stops(&self) -> bool {
        let left = self.0.left.load(Ordering::Relaxed);
        if left == UNWATCHED {
            return false;
        }
        self.0
            .left
            .store(left.saturating_sub(STEPS.into()), Ordering::Relaxed);
        left < 0 || self.wanted().wanted().is_err()
    }

    fn wanted(&self) -> std::sync::MutexGuard<'_, Progress> {
        self.0.wanted.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for Watch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Watch").finish()
    }
}

/// Bytes of the file.
fn size(db: &Connection) -> rusqlite::Result<i64> {
    let pragma = |name| db.pragma_query_value(None, name, |row| row.get::<_, i64>(0));
    Ok(pragma("page_count")?.saturating_mul(pragma("page_size")?))
}

#[cfg(test)]
mod tests {
    use super::*;

    const FOR_EVER: &str =
        "WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n) SELECT max(n) FROM n";

    fn ask(db: &Connection) -> Result<i64, StoreError> {
        Ok(db.query_row(FOR_EVER, [], |row| row.get(0))?)
    }

    #[test]
    fn what_never_ends_is_stopped() {
        let mut db = Connection::open_in_memory().unwrap();
        let watch = Watch::set(&mut db).unwrap();
        let progress = Progress::default();
        let done = watch.during(1_000_000, &progress, || ask(&db));
        assert!(matches!(done, Err(StoreError::Endless)), "{done:?}");
        let next = watch.during(1_000_000, &progress, || {
            Ok(db.query_row("SELECT 1", [], |row| row.get::<_, i64>(0))?)
        });
        assert_eq!(next.unwrap(), 1);
    }

    #[test]
    fn what_nobody_wants_is_stopped() {
        let mut db = Connection::open_in_memory().unwrap();
        let watch = Watch::set(&mut db).unwrap();
        let progress = Progress::default();
        progress.cancel();
        let done = watch.over(&db, &progress, || ask(&db));
        assert!(matches!(done, Err(StoreError::Cancelled(_))), "{done:?}");
    }
}
