//! Text of an unknown encoding, decoded without loss or not at all.

mod pieces;
#[cfg(test)]
mod tests;
mod western;

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{BIG5, EUC_KR, Encoding, GB18030, GBK, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use self::western::looks_western;
use super::stop::Stop;
use super::watch::Watch;
use crate::intake::error::{FileFault, ForeignKind};

/// A hundredth of the characters beyond ASCII may be marks of an earlier loss.
const LOST_PER_CENT: usize = 1;
/// Share of common characters from which a text is taken for Chinese.
const MOSTLY_COMMON: f64 = 0.9;
/// The same where something else speaks for it too: lists of names hold rare characters.
const HALF_COMMON: f64 = 0.5;
/// Bytes of plain text to every stray one that need not be understood.
const ASCII_TO_A_STRAY: usize = 2_000;
/// Characters beyond ASCII after which it is plain how common they are.
const PLAIN: u32 = 1_000_000;
/// Bytes that show whether a file with zeros in it is a text.
const LOOKED_AT: usize = 1 << 20;
/// Bytes the detector of encodings takes at once.
const BLOCK: usize = 1 << 20;

/// Decodes by byte order mark, then as UTF-8, then as UTF-16 if there are zeros in it, then by
/// what the bytes look like: Chinese, or the western encoding of Windows. Anything else is
/// refused, for almost any bytes are valid in some encoding and would come in as nonsense.
///
/// # Errors
/// [`FileFault::Encoding`] with the line that no encoding reads; [`FileFault::ZeroBytes`]
/// where a text holds bytes that none has; [`FileFault::NotASpreadsheet`] where it is no text
/// at all; [`FileFault::TakesTooMuch`] where decoded it would not fit.
pub(super) fn decode<'a>(bytes: &'a [u8], watch: &Watch) -> Result<Cow<'a, str>, Stop> {
    watch.expect(bytes.len() as u64);
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let text = strictly(encoding, bytes.get(mark..).unwrap_or_default(), watch)?;
        return match text.bytes().position(|byte| byte == 0) {
            Some(at) => Err(zero_bytes(text.as_bytes(), at).into()),
            None => Ok(text),
        };
    }
    if let Some(zero) = bytes.iter().position(|byte| *byte == 0) {
        return match utf_16(bytes, watch)? {
            Some(encoding) => strictly(encoding, bytes, watch),
            None => Err(with_zeros(bytes, zero, watch)?.into()),
        };
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok(checked(Cow::Borrowed(text))?);
    }
    let Some(encoding) = guess(bytes, watch)? else {
        let line = match change_to_utf_8(bytes) {
            Some(line) => line,
            None => first_broken_line(bytes, watch)?,
        };
        return Err(FileFault::Encoding { line }.into());
    };
    if let Some(line) = change_to_utf_8(bytes) {
        return Err(FileFault::Encoding { line }.into());
    }
    strictly(encoding, bytes, watch)
}

/// A text with zeros among its bytes, or no text at all. Its beginning tells.
fn with_zeros(bytes: &[u8], first: usize, watch: &Watch) -> Result<FileFault, Stop> {
    let looked_at = bytes.get(..bytes.len().min(LOOKED_AT)).unwrap_or_default();
    let whole = if looked_at.len() < bytes.len() {
        // not in the middle of a character
        looked_at.iter().rposition(|byte| *byte == b'\n')
    } else {
        Some(looked_at.len())
    };
    let looked_at = whole
        .and_then(|end| looked_at.get(..end))
        .unwrap_or(looked_at);
    let others: Vec<u8> = looked_at
        .iter()
        .copied()
        .filter(|byte| *byte != 0)
        .collect();
    let is_text = others.len() * 2 > looked_at.len()
        && match decode(&others, watch) {
            Ok(_) => true,
            Err(Stop::Cancelled) => return Err(Stop::Cancelled),
            Err(_) => false,
        };
    Ok(match is_text {
        true => zero_bytes(bytes, first),
        false => FileFault::NotASpreadsheet(ForeignKind::Unknown),
    })
}

fn zero_bytes(bytes: &[u8], first: usize) -> FileFault {
    let before = bytes.get(..first).unwrap_or_default();
    FileFault::ZeroBytes {
        line: before.iter().filter(|byte| **byte == b'\n').count() as u64 + 1,
    }
}

/// Where a text that is not UTF-8 as a whole changes to it or from it, as files of two programs
/// in one do: the first line that is Chinese in UTF-8, or the first behind it that is not.
fn change_to_utf_8(bytes: &[u8]) -> Option<u64> {
    const ENOUGH: usize = 3;
    let chinese = |line: &[u8]| {
        if line.is_ascii() {
            return false;
        }
        let text = std::str::from_utf8(line).unwrap_or_default();
        let mut beyond = text.chars().filter(|c| !c.is_ascii());
        text.chars().filter(|c| is_common(GB18030, *c)).count() >= ENOUGH
            && beyond.all(|c| is_common(GB18030, c) || is_common(BIG5, c))
    };
    let at = bytes.split(|byte| *byte == b'\n').position(chinese)?;
    Some((at as u64 + 1).max(first_line_not_utf_8(bytes)))
}

fn first_line_not_utf_8(bytes: &[u8]) -> u64 {
    let valid = std::str::from_utf8(bytes).map_or_else(|error| error.valid_up_to(), str::len);
    let read = bytes.get(..valid).unwrap_or_default();
    read.iter().filter(|byte| **byte == b'\n').count() as u64 + 1
}

/// Of several encodings the one that reads furthest is the one that was meant.
fn first_broken_line(bytes: &[u8], watch: &Watch) -> Result<u64, Stop> {
    let mut furthest = first_line_not_utf_8(bytes);
    for encoding in [GB18030, BIG5] {
        let (share, lost) = common_share(encoding, bytes, watch)?;
        if let Some(line) = lost.filter(|_| share >= MOSTLY_COMMON) {
            furthest = furthest.max(line);
        }
    }
    Ok(furthest)
}

fn strictly<'a>(
    encoding: &'static Encoding,
    bytes: &'a [u8],
    watch: &Watch,
) -> Result<Cow<'a, str>, Stop> {
    if encoding == UTF_8 {
        let text = std::str::from_utf8(bytes).map_err(|_| FileFault::Encoding {
            line: first_line_not_utf_8(bytes),
        })?;
        return Ok(checked(Cow::Borrowed(text))?);
    }
    let decoded = pieces::decode(encoding, bytes, watch, |_| {})?;
    if let Some(line) = decoded.lost {
        return Err(FileFault::Encoding { line }.into());
    }
    watch.budget.take(decoded.length)?;
    let mut text = String::with_capacity(usize::try_from(decoded.length).unwrap_or(0));
    pieces::decode(encoding, bytes, watch, |piece| text.push_str(piece))?;
    Ok(checked(Cow::Owned(text))?)
}

/// Text that decodes but shows that it was lost before, or was never text.
fn checked(text: Cow<'_, str>) -> Result<Cow<'_, str>, FileFault> {
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
        return Err(FileFault::Encoding { line });
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
    FileFault::Encoding {
        line: line as u64 + 1,
    }
}

/// The half of the byte pairs that is often zero is the high one. What comes out has to read
/// like a text, for pairs of Latin letters are Chinese characters too, only rare ones.
fn utf_16(bytes: &[u8], watch: &Watch) -> Result<Option<&'static Encoding>, Stop> {
    let zeros = |parity: usize| {
        let half = bytes.iter().skip(parity).step_by(2);
        half.filter(|byte| **byte == 0).count()
    };
    let (even, odd) = (zeros(0), zeros(1));
    if even.max(odd) < 4 * even.min(odd) || !bytes.len().is_multiple_of(2) {
        return Ok(None);
    }
    let encoding = if odd > even { UTF_16LE } else { UTF_16BE };
    let latin = |c: char| ('\t'..'\u{250}').contains(&c);
    let (mut likely, mut all) = (0_u32, 0_u32);
    let decoded = pieces::decode(encoding, bytes, watch, |piece| {
        for c in piece.chars().take((PLAIN - all) as usize) {
            all += 1;
            likely += u32::from(latin(c) || is_common(GB18030, c) || is_common(BIG5, c));
        }
    })?;
    let needed = f64::from(all) * f64::midpoint(HALF_COMMON, MOSTLY_COMMON);
    let meant = decoded.lost.is_none() && f64::from(likely) >= needed;
    Ok(meant.then_some(encoding))
}

/// Western where single bytes stand in Latin words, Chinese where nine in ten of the
/// characters are common ones, else what the detector says if that is Chinese and half of it
/// common: alone it takes short Chinese texts for other languages of East Asia, and an accent
/// with the letter behind it for a rare Chinese character.
fn guess(bytes: &[u8], watch: &Watch) -> Result<Option<&'static Encoding>, Stop> {
    if looks_western(bytes, watch)? {
        let guessed = detected(bytes, None, watch)?;
        return Ok(Some(guessed).filter(|guessed| *guessed == WINDOWS_1252));
    }
    if reads_like_korean(bytes) && detected(bytes, None, watch)? == EUC_KR {
        return Ok(None);
    }
    let share = |encoding| {
        let (share, lost) = common_share(encoding, bytes, watch)?;
        Ok::<_, Stop>(if lost.is_none() { share } else { 0.0 })
    };
    let (simplified, traditional) = (share(GB18030)?, share(BIG5)?);
    if simplified.max(traditional) >= MOSTLY_COMMON {
        return Ok(Some(if simplified >= traditional {
            GB18030
        } else {
            BIG5
        }));
    }
    let guessed = detected(bytes, Some(b"cn"), watch)?;
    // GBK is the smaller part of GB18030
    if guessed == GBK && simplified >= HALF_COMMON {
        return Ok(Some(GB18030));
    }
    if guessed == BIG5 && traditional >= HALF_COMMON {
        return Ok(Some(BIG5));
    }
    Ok(few_strays(bytes).then_some(WINDOWS_1252))
}

/// A long Latin text with a character or two of another time, in a title or a comment: whatever
/// they were, every other cell reads as it stands.
fn few_strays(bytes: &[u8]) -> bool {
    let strays = bytes.iter().filter(|byte| !byte.is_ascii()).count();
    strays * ASCII_TO_A_STRAY <= bytes.len()
}

/// Korean syllables are the first half of the common Chinese characters, which no Chinese text
/// of some length keeps to.
fn reads_like_korean(bytes: &[u8]) -> bool {
    const SYLLABLES: std::ops::RangeInclusive<u8> = 0xB0..=0xC8;
    const ENOUGH: usize = 8;
    let stretches = bytes.chunk_by(|a, b| a.is_ascii() == b.is_ascii());
    let stretches = stretches.filter(|stretch| !stretch.is_ascii());
    let mut firsts = stretches.flat_map(|stretch| stretch.iter().step_by(2));
    let enough = firsts.clone().take(ENOUGH).count() == ENOUGH;
    enough && firsts.all(|first| SYLLABLES.contains(first))
}

fn detected(bytes: &[u8], land: Option<&[u8]>, watch: &Watch) -> Result<&'static Encoding, Stop> {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    let mut blocks = bytes.chunks(BLOCK).peekable();
    let mut done = 0;
    while let Some(block) = blocks.next() {
        detector.feed(block, blocks.peek().is_none());
        done += block.len() as u64;
        watch.done(done)?;
    }
    Ok(detector.guess(land, Utf8Detection::Deny))
}

/// Share of the characters beyond ASCII that are common if the bytes are in this encoding, and
/// the line that shows that they are not.
fn common_share(
    encoding: &'static Encoding,
    bytes: &[u8],
    watch: &Watch,
) -> Result<(f64, Option<u64>), Stop> {
    let (mut common, mut all) = (0_u32, 0_u32);
    let decoded = pieces::decode(encoding, bytes, watch, |piece| {
        let beyond_ascii = piece.chars().filter(|c| !c.is_ascii());
        for character in beyond_ascii.take((PLAIN - all) as usize) {
            all += 1;
            common += u32::from(is_common(encoding, character));
        }
    })?;
    Ok((f64::from(common) / f64::from(all.max(1)), decoded.lost))
}

/// Punctuation, or a character of the first level: rows B0 to D7 of GB 2312, rows A4 to C6 of
/// Big5. Either covers well over 99 % of what is written.
fn is_common(encoding: &'static Encoding, character: char) -> bool {
    if matches!(character, '\u{2000}'..='\u{206F}' | '\u{3000}'..='\u{303F}' | '\u{FF00}'..='\u{FFEF}')
    {
        return true;
    }
    let mut buffer = [0; 4];
    let (bytes, _, lost) = encoding.encode(character.encode_utf8(&mut buffer));
    match *bytes {
        _ if lost => false,
        [0xB0..=0xD7, 0xA1..=0xFE] if encoding == GB18030 => true,
        [0xA4..=0xC6, _] if encoding == BIG5 => true,
        _ => false,
    }
}
