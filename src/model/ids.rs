//! Numbers for new things.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

/// Numbers never used before in a workspace. Everybody who holds the source draws from the
/// same line, so that a new thing has its number at once, whoever makes it.
#[derive(Clone, Debug)]
pub struct Ids(Arc<AtomicI64>);

impl Ids {
    /// Everything below `next` was given out.
    pub fn from(next: i64) -> Self {
        Self(Arc::new(AtomicI64::new(next)))
    }

    /// One of them. It may stay unused.
    pub fn fresh(&self) -> i64 {
        self.0.fetch_add(1, Ordering::Relaxed)
    }

    /// The one that would be given out next.
    pub fn next(&self) -> i64 {
        self.0.load(Ordering::Relaxed)
    }

    /// Everything below `next` was given out elsewhere.
    pub fn pass(&self, next: i64) {
        self.0.fetch_max(next, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_gets_a_number_twice() {
        let ids = Ids::from(7);
        let other = ids.clone();
        let drawn = std::thread::spawn(move || (0..1_000).map(|_| other.fresh()).collect());
        let mut all: Vec<i64> = (0..1_000).map(|_| ids.fresh()).collect();
        all.extend(drawn.join().unwrap_or_else(|_| Vec::new()));
        all.sort_unstable();
        assert_eq!(all, (7..2_007).collect::<Vec<_>>());
        ids.pass(9_000);
        ids.pass(10);
        assert_eq!((ids.fresh(), ids.next()), (9_000, 9_001));
    }
}
