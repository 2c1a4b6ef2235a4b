//! Text as its bytes say, in the encoding that is told or recognised, without loss or not at
//! all. Whether it was recognised rightly is for whoever looks at it: another can be chosen.

mod offered;
mod pieces;
mod recognise;
#[cfg(test)]
mod tests;

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8};

pub use self::offered::named;
use self::offered::{offered, real};
use super::stop::Stop;
use super::watch::Watch;
use crate::intake::error::{FileFault, ForeignKind};
use crate::model::TextEncoding;

/// A hundredth of the characters beyond ASCII may be marks of an earlier loss.
const LOST_PER_CENT: usize = 1;

/// What is known of the encoding of a text before it is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Decoding {
    /// Nothing: its marks and its bytes have to tell.
    #[default]
    Recognised,
    /// The one that is meant unless the text is marked as another, is UTF-8, or does not read
    /// in it: that of the file before.
    Rather(TextEncoding),
    /// Somebody said so.
    Only(TextEncoding),
}

/// Decodes a text, and says in what encoding. Not told which, it goes by its byte order mark;
/// it is UTF-8 where it can be, UTF-16 if there are zeros in it, and else what the bytes look
/// like.
///
/// # Errors
/// [`FileFault::Encoding`] with the line that does not read; [`FileFault::ZeroBytes`] where a
/// text holds bytes that none has; [`FileFault::NotASpreadsheet`] where it is no text at all;
/// [`FileFault::TakesTooMuch`] where decoded it would not fit.
pub(super) fn decode<'a>(
    bytes: &'a [u8],
    known: Decoding,
    watch: &Watch,
) -> Result<(Cow<'a, str>, TextEncoding), Stop> {
    watch.expect(bytes.len() as u64);
    let marked = Encoding::for_bom(bytes);
    let (encoding, chosen) = match (known, marked) {
        (Decoding::Only(encoding), _) => (encoding, Some(encoding)),
        (_, Some((encoding, _))) => (offered(encoding).ok_or_else(|| unreadable(1))?, None),
        (known, None) => (recognise::recognised(bytes, known, watch)?, None),
    };
    let real = real(encoding);
    let mark = marked.filter(|(marked, _)| *marked == real);
    let behind = mark.map_or(0, |(_, length)| length);
    let text = strictly(real, bytes.get(behind..).unwrap_or_default(), watch);
    let text = text.map_err(|stop| match stop {
        Stop::File(FileFault::Encoding { line, .. }) => FileFault::Encoding { line, chosen }.into(),
        stop => stop,
    })?;
    Ok((text, encoding))
}

fn unreadable(line: u64) -> FileFault {
    FileFault::Encoding { line, chosen: None }
}

fn zero_bytes(bytes: &[u8], first: usize) -> FileFault {
    let before = bytes.get(..first).unwrap_or_default();
    FileFault::ZeroBytes {
        line: before.iter().filter(|byte| **byte == b'\n').count() as u64 + 1,
    }
}

fn first_line_not_utf_8(bytes: &[u8]) -> u64 {
    let valid = std::str::from_utf8(bytes).map_or_else(|error| error.valid_up_to(), str::len);
    let read = bytes.get(..valid).unwrap_or_default();
    read.iter().filter(|byte| **byte == b'\n').count() as u64 + 1
}

fn strictly<'a>(
    encoding: &'static Encoding,
    bytes: &'a [u8],
    watch: &Watch,
) -> Result<Cow<'a, str>, Stop> {
    if encoding == UTF_8 {
        let text =
            std::str::from_utf8(bytes).map_err(|_| unreadable(first_line_not_utf_8(bytes)))?;
        return Ok(checked(Cow::Borrowed(text))?);
    }
    let decoded = pieces::decode(encoding, bytes, watch, |_| {})?;
    if let Some(line) = decoded.lost {
        return Err(unreadable(line).into());
    }
    watch.budget.take(decoded.length)?;
    let mut text = String::with_capacity(usize::try_from(decoded.length).unwrap_or(0));
    pieces::decode(encoding, bytes, watch, |piece| text.push_str(piece))?;
    Ok(checked(Cow::Owned(text))?)
}

/// Text that decodes but shows that it was lost before, or was never text.
fn checked(text: Cow<'_, str>) -> Result<Cow<'_, str>, FileFault> {
    if let Some(zero) = text.bytes().position(|byte| byte == 0) {
        return Err(zero_bytes(text.as_bytes(), zero));
    }
    let control =
        |c: char| c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{1a}' | '\u{85}');
    let controls = text.chars().filter(|c| control(*c)).count();
    // Text of several bytes a character, read as one byte each, and saved again.
    let lost_controls = text
        .chars()
        .filter(|c| ('\u{80}'..='\u{9f}').contains(c))
        .count();
    if controls > 2 && lost_controls == controls {
        let lost = |line: &str| line.contains(|c| ('\u{80}'..='\u{9f}').contains(&c));
        let line = text.split('\n').position(lost).unwrap_or(0);
        let line = line as u64 + 1;
        return Err(unreadable(line));
    }
    if controls > 2 + text.len() / 1_000 {
        return Err(FileFault::NotASpreadsheet(ForeignKind::Unknown));
    }
    let lost = text.chars().filter(|c| *c == '\u{FFFD}').count() + text.matches("锟斤拷").count();
    let beyond_ascii = text.chars().filter(|c| !c.is_ascii()).count();
    if lost * 100 > beyond_ascii * LOST_PER_CENT {
        return Err(lost_at(&text));
    }
    Ok(text)
}

fn lost_at(text: &str) -> FileFault {
    let lost = |line: &str| line.contains('\u{FFFD}') || line.contains("锟斤拷");
    let line = text.split('\n').position(lost).unwrap_or(0);
    unreadable(line as u64 + 1)
}
