//! Writing to the terminal or whatever stands at its place.

use std::io::{ErrorKind, Write};
use std::path::Path;

use super::{Failure, harmless};
use crate::i18n::Language;
use crate::jobs::save::{OutputFile, Replace};
use crate::model::Format;
use crate::paper::{FORMATS, Writer};
use crate::tr;

/// Prints to standard output, with names shown and never obeyed.
pub fn print(text: &str) -> std::io::Result<()> {
    put(&harmless::lines(text))
}

/// Prints JSON, byte for byte.
pub fn print_json(text: &str) -> std::io::Result<()> {
    put(text)
}

/// A reader that has left (`| head`) is no error: what it wanted it has.
fn put(text: &str) -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        other => other,
    }
}

/// Where a file goes that was asked for by its name: what an earlier command wrote there is
/// replaced, since scripts write the same name again and again; anything else only by `force`.
pub fn place<'a>(
    path: &'a Path,
    ending: &'a str,
    workspace: &'a Path,
    force: bool,
) -> OutputFile<'a> {
    OutputFile {
        path,
        ending,
        workspace,
        replace: if force { Replace::Yes } else { Replace::Ours },
    }
}

/// The format a file's name asks for, of those that will do for what is written.
pub fn format(
    path: &Path,
    will_do: fn(&Format) -> bool,
    command: &'static str,
    language: Language,
) -> Result<&'static Writer, Failure> {
    Writer::of(path, will_do).ok_or_else(|| {
        let formats = FORMATS.iter().filter(|it| will_do(it));
        let formats: Vec<String> = formats.map(|it| format!(".{}", it.ending)).collect();
        let text = tr!(
            language,
            "error-output-format",
            path = path.display().to_string(),
            formats = formats.join(" / ")
        );
        Failure::usage(&text, command, language)
    })
}

/// Says that a file was written.
pub fn written(path: &Path, language: Language) -> std::io::Result<()> {
    let path = path.display().to_string();
    print(&format!("{}\n", tr!(language, "cli-written", path = path)))
}

/// Says something on standard error. Nobody is left to be told if that fails.
pub fn complain(text: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{}", harmless::lines(text));
}
