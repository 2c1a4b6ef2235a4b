//! Text of an unknown encoding, decoded without loss or not at all.

#[cfg(test)]
mod tests;
mod western;

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{BIG5, EUC_KR, Encoding, GB18030, GBK, UTF_16BE, UTF_16LE, WINDOWS_1252};

use self::western::looks_western;
use crate::intake::error::{FileFault, ForeignKind};

/// A hundredth of the characters beyond ASCII may be marks of an earlier loss.
const LOST_PER_CENT: usize = 1;
/// Share of common characters from which a text is taken for Chinese.
const MOSTLY_COMMON: f64 = 0.9;
/// The same where something else speaks for it too: lists of names hold rare characters.
const HALF_COMMON: f64 = 0.5;
/// Bytes of plain text to every stray one that need not be understood.
const ASCII_TO_A_STRAY: usize = 2_000;

/// Decodes by byte order mark, then as UTF-8, then as UTF-16 if there are zeros in it, then by
/// what the bytes look like: Chinese, or the western encoding of Windows. Anything else is
/// refused, for almost any bytes are valid in some encoding and would come in as nonsense.
///
/// # Errors
/// [`FileFault::Encoding`] with the line that no encoding reads; [`FileFault::ZeroBytes`]
/// where a text holds bytes that none has; [`FileFault::NotASpreadsheet`] where it is no text
/// at all.
pub(super) fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, FileFault> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let text = strictly(encoding, bytes.get(mark..).unwrap_or_default())?;
        return match text.bytes().position(|byte| byte == 0) {
            Some(at) => Err(zero_bytes(text.as_bytes(), at)),
            None => Ok(text),
        };
    }
    if let Some(zero) = bytes.iter().position(|byte| *byte == 0) {
        return match utf_16(bytes) {
            Some(encoding) => strictly(encoding, bytes),
            None => Err(with_zeros(bytes, zero)),
        };
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return checked(Cow::Borrowed(text));
    }
    let Some(encoding) = guess(bytes) else {
        let line = change_to_utf_8(bytes).unwrap_or_else(|| first_broken_line(bytes));
        return Err(FileFault::Encoding { line });
    };
    if let Some(line) = change_to_utf_8(bytes) {
        return Err(FileFault::Encoding { line });
    }
    strictly(encoding, bytes)
}

/// A text with zeros among its bytes, or no text at all.
fn with_zeros(bytes: &[u8], first: usize) -> FileFault {
    let others: Vec<u8> = bytes.iter().copied().filter(|byte| *byte != 0).collect();
    let is_text = others.len() * 2 > bytes.len() && decode(&others).is_ok();
    match is_text {
        true => zero_bytes(bytes, first),
        false => FileFault::NotASpreadsheet(ForeignKind::Unknown),
    }
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
fn first_broken_line(bytes: &[u8]) -> u64 {
    let in_chinese = [GB18030, BIG5].into_iter().filter_map(|encoding| {
        let text = encoding.decode_without_bom_handling(bytes).0;
        let (read, _) = text.split_once('\u{FFFD}')?;
        let meant = common_in(encoding, read) >= MOSTLY_COMMON;
        meant.then(|| read.matches('\n').count() as u64 + 1)
    });
    in_chinese.fold(first_line_not_utf_8(bytes), u64::max)
}

fn strictly<'a>(encoding: &'static Encoding, bytes: &'a [u8]) -> Result<Cow<'a, str>, FileFault> {
    match encoding.decode_without_bom_handling_and_without_replacement(bytes) {
        Some(text) => checked(text),
        None => {
            let lossy = encoding.decode_without_bom_handling(bytes).0;
            Err(lost_at(&lossy))
        }
    }
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
fn utf_16(bytes: &[u8]) -> Option<&'static Encoding> {
    let zeros = |parity: usize| {
        let half = bytes.iter().skip(parity).step_by(2);
        half.filter(|byte| **byte == 0).count()
    };
    let (even, odd) = (zeros(0), zeros(1));
    if even.max(odd) < 4 * even.min(odd) || !bytes.len().is_multiple_of(2) {
        return None;
    }
    let encoding = if odd > even { UTF_16LE } else { UTF_16BE };
    let text = encoding.decode_without_bom_handling_and_without_replacement(bytes)?;
    let latin = |c: char| ('\t'..'\u{250}').contains(&c);
    let likely = |c: char| latin(c) || is_common(GB18030, c) || is_common(BIG5, c);
    let likely = text.chars().filter(|c| likely(*c)).count();
    let needed = text.chars().count() as f64 * f64::midpoint(HALF_COMMON, MOSTLY_COMMON);
    (likely as f64 >= needed).then_some(encoding)
}

/// Western where single bytes stand in Latin words, Chinese where nine in ten of the
/// characters are common ones, else what the detector says if that is Chinese and half of it
/// common: alone it takes short Chinese texts for other languages of East Asia, and an accent
/// with the letter behind it for a rare Chinese character.
fn guess(bytes: &[u8]) -> Option<&'static Encoding> {
    if looks_western(bytes) {
        return Some(detected(bytes, None)).filter(|guessed| *guessed == WINDOWS_1252);
    }
    if reads_like_korean(bytes) && detected(bytes, None) == EUC_KR {
        return None;
    }
    let (simplified, traditional) = (common_share(GB18030, bytes), common_share(BIG5, bytes));
    if simplified.max(traditional) >= MOSTLY_COMMON {
        return Some(if simplified >= traditional {
            GB18030
        } else {
            BIG5
        });
    }
    let guessed = detected(bytes, Some(b"cn"));
    // GBK is the smaller part of GB18030
    if guessed == GBK && simplified >= HALF_COMMON {
        return Some(GB18030);
    }
    if guessed == BIG5 && traditional >= HALF_COMMON {
        return Some(BIG5);
    }
    few_strays(bytes).then_some(WINDOWS_1252)
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
    let firsts = bytes.chunk_by(|a, b| a.is_ascii() == b.is_ascii());
    let firsts = firsts.filter(|stretch| !stretch.is_ascii());
    let firsts: Vec<u8> = firsts
        .flat_map(|it| it.iter().step_by(2))
        .copied()
        .collect();
    firsts.len() >= ENOUGH && firsts.iter().all(|first| SYLLABLES.contains(first))
}

fn detected(bytes: &[u8], land: Option<&[u8]>) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(land, Utf8Detection::Deny)
}

/// Share of the characters beyond ASCII that are common if the bytes are in this encoding; 0
/// if they cannot be.
fn common_share(encoding: &'static Encoding, bytes: &[u8]) -> f64 {
    let Some(text) = encoding.decode_without_bom_handling_and_without_replacement(bytes) else {
        return 0.0;
    };
    common_in(encoding, &text)
}

fn common_in(encoding: &'static Encoding, text: &str) -> f64 {
    let (mut common, mut all) = (0_u32, 0_u32);
    for character in text.chars().filter(|c| !c.is_ascii()) {
        all += 1;
        common += u32::from(is_common(encoding, character));
    }
    f64::from(common) / f64::from(all.max(1))
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
