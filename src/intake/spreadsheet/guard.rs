//! Keeps a panic inside another crate from ending the program or shouting on the terminal.

use std::cell::Cell;
use std::panic::{self, AssertUnwindSafe};
use std::sync::Once;

use super::stop::Stop;

thread_local! {
    static QUIET: Cell<bool> = const { Cell::new(false) };
}

static HOOK: Once = Once::new();

/// Runs `read`; a panic in it becomes a damaged file. What `read` was writing to may be half
/// done afterwards and has to be dropped.
pub(super) fn guard<T>(read: impl FnOnce() -> Result<T, Stop>) -> Result<T, Stop> {
    guarded(read).unwrap_or_else(|| Err(Stop::damaged("its parts contradict each other")))
}

/// What `read` comes to; `None` when it panicked.
pub(in crate::intake) fn guarded<T>(read: impl FnOnce() -> T) -> Option<T> {
    HOOK.call_once(|| {
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if !QUIET.get() {
                before(info);
            }
        }));
    });
    let outer = QUIET.replace(true);
    let outcome = panic::catch_unwind(AssertUnwindSafe(read));
    QUIET.set(outer);
    outcome.ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_becomes_an_error() {
        let caught = guard::<()>(|| panic!("boom"));
        assert!(matches!(caught, Err(Stop::File(_))));
        assert_eq!(guard(|| Ok(1)), Ok(1));
    }
}
