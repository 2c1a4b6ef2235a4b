//! Numbers for new things.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use super::ReturnId;

/// Numbers never used before in a workspace. Everybody who holds the source draws from the
/// same line, so that a new thing has its number at once, whoever makes it. Returns have a line
/// of their own: a file brings as many of them as there is of everything else.
#[derive(Clone, Debug)]
pub struct Ids {
    things: Arc<AtomicI64>,
    returns: Arc<AtomicI64>,
}

impl Ids {
    /// Everything below `next` was given out, and of returns everything below `next_return`.
    pub fn from(next: i64, next_return: i64) -> Self {
        let line = |next| Arc::new(AtomicI64::new(next));
        Self {
            things: line(next),
            returns: line(next_return),
        }
    }

    /// One of them. It may stay unused.
    pub fn fresh(&self) -> i64 {
        self.things.fetch_add(1, Ordering::Relaxed)
    }

    /// One for a return.
    pub fn fresh_return(&self) -> ReturnId {
        self.fresh_returns(1)
    }

    /// The first of so many for returns, which follow each other.
    pub fn fresh_returns(&self, count: usize) -> ReturnId {
        let count = i64::try_from(count).unwrap_or(i64::MAX);
        ReturnId(self.returns.fetch_add(count, Ordering::Relaxed))
    }

    /// The one that would be given out next.
    pub fn next(&self) -> i64 {
        self.things.load(Ordering::Relaxed)
    }

    /// Everything below `next` was given out elsewhere.
    pub fn pass(&self, next: i64) {
        self.things.fetch_max(next, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_gets_a_number_twice() {
        let ids = Ids::from(7, 1);
        let other = ids.clone();
        let drawn = std::thread::spawn(move || (0..1_000).map(|_| other.fresh()).collect());
        let mut all: Vec<i64> = (0..1_000).map(|_| ids.fresh()).collect();
        all.extend(drawn.join().unwrap_or_else(|_| Vec::new()));
        all.sort_unstable();
        assert_eq!(all, (7..2_007).collect::<Vec<_>>());
        ids.pass(9_000);
        ids.pass(10);
        assert_eq!((ids.fresh(), ids.next()), (9_000, 9_001));
        assert_eq!(ids.fresh_returns(5), ReturnId(1));
        assert_eq!(ids.fresh_return(), ReturnId(6));
    }
}
