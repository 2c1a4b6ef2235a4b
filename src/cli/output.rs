//! Writing to the terminal or whatever stands at its place.

use std::io::{ErrorKind, Write};

/// Prints to standard output. A reader that has left (`| head`) is no error: what it wanted it
/// has.
pub fn print(text: &str) -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        other => other,
    }
}

/// Says something on standard error. Nobody is left to be told if that fails.
pub fn complain(text: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{text}");
}
