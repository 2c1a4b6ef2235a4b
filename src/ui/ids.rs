//! Numbers for new things, fetched from the workspace ahead of time so that a tab can make an
//! edit without waiting.

use std::cell::RefCell;
use std::collections::VecDeque;

/// Numbers never used before in this workspace.
#[derive(Debug, Default)]
pub struct Ids(RefCell<VecDeque<i64>>);

impl Ids {
    /// Below this many, more are fetched. One edit never needs more.
    pub const LOW: usize = 256;

    /// One of them. `None` for the blink of an eye after very many were used.
    pub fn take(&self) -> Option<i64> {
        self.0.borrow_mut().pop_front()
    }

    pub fn add(&self, fresh: impl IntoIterator<Item = i64>) {
        self.0.borrow_mut().extend(fresh);
    }

    pub fn low(&self) -> bool {
        self.0.borrow().len() < Self::LOW
    }
}
