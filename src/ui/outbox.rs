//! What the user asked for while a frame was drawn.

use std::cell::RefCell;

use super::Action;

/// Wishes in the order they were asked for. A piece of the screen asks where it is drawn; `app`
/// takes them out once the frame is.
#[derive(Debug, Default)]
pub struct Outbox(RefCell<Vec<Action>>);

impl Outbox {
    /// Takes a wish, if there is one.
    pub fn ask(&self, action: impl Into<Option<Action>>) {
        self.0.borrow_mut().extend(action.into());
    }

    /// Everything asked for since it was taken last.
    #[must_use]
    pub fn take(&self) -> Vec<Action> {
        self.0.take()
    }
}
