//! Writing to the terminal or whatever stands at its place.

use std::io::{ErrorKind, Write};
use std::path::Path;

use crate::i18n::Language;
use crate::tr;

/// Prints to standard output. A reader that has left (`| head`) is no error: what it wanted it
/// has.
pub fn print(text: &str) -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        other => other,
    }
}

/// Says that a file was written.
pub fn written(path: &Path, language: Language) -> std::io::Result<()> {
    let path = path.display().to_string();
    print(&format!("{}\n", tr!(language, "cli-written", path = path)))
}

/// Says something on standard error. Nobody is left to be told if that fails.
pub fn complain(text: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{text}");
}
