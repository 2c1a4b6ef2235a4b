//! A limit on the size of files: without this it ends the program in the middle of a write.

#[cfg(unix)]
use std::sync::{Arc, LazyLock, atomic::AtomicBool, atomic::Ordering};

/// A write met the limit since the program began.
#[cfg(unix)]
static REACHED: LazyLock<Arc<AtomicBool>> = LazyLock::new(Arc::default);

/// From now on a write over the limit fails, which is told like any other failure.
pub fn outlive_size_limit() {
    #[cfg(unix)]
    {
        // Where it cannot be done everything stays as the system has it.
        let reached = Arc::clone(&REACHED);
        let _ = signal_hook::flag::register(signal_hook::consts::SIGXFSZ, reached);
    }
}

/// Whether the limit stands behind a failed write.
pub fn size_limit_reached() -> bool {
    #[cfg(unix)]
    {
        REACHED.load(Ordering::Relaxed)
    }
    #[cfg(not(unix))]
    {
        false
    }
}
