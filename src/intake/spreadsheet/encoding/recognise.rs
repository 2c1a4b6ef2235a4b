//! What encoding an unmarked text seems to be in. Chinese files are the rule here: what the
//! detector of encodings cannot tell for want of characters is Chinese where that reads well.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{BIG5, Encoding, GB18030};

use super::offered::{offered, real};
use super::{Decoding, first_line_not_utf_8, pieces, unreadable, zero_bytes};
use crate::intake::error::{FileFault, ForeignKind};
use crate::intake::spreadsheet::stop::Stop;
use crate::intake::spreadsheet::watch::Watch;
use crate::model::TextEncoding;

/// Share of common characters from which a text is taken for Chinese.
const MOSTLY_COMMON: f64 = 0.9;
/// Share of characters a text may hold from which it is taken for UTF-16.
const MOSTLY_LIKELY: f64 = 0.7;
/// Characters before a loss that say nothing of what the others would be.
const FEW: u32 = 8;
/// Characters after which it is plain how common they are.
const PLAIN: u32 = 1_000_000;
/// Bytes that show whether a file with zeros in it is a text.
const LOOKED_AT: usize = 1 << 20;
/// Bytes the detector of encodings takes at once.
const BLOCK: usize = 1 << 20;

/// What an unmarked text looks like.
pub(super) fn recognised(
    bytes: &[u8],
    known: Decoding,
    watch: &Watch,
) -> Result<TextEncoding, Stop> {
    if let Some(zero) = bytes.iter().position(|byte| *byte == 0) {
        let found = utf_16(bytes, watch)?;
        return found.ok_or_else(|| with_zeros(bytes, zero).into());
    }
    if std::str::from_utf8(bytes).is_ok() {
        return Ok(TextEncoding::Utf8);
    }
    if let Some(line) = change_to_utf_8(bytes) {
        return Err(unreadable(line).into());
    }
    if let Decoding::Rather(encoding) = known
        && pieces::decode(real(encoding), bytes, watch, |_| {})?
            .lost
            .is_none()
    {
        return Ok(encoding);
    }
    let detected = detected(bytes, watch)?;
    // The detector is at a loss for a character or two, and for what was cut off in the middle.
    if detected.is_single_byte() {
        for encoding in [TextEncoding::Gb18030, TextEncoding::Big5] {
            let beyond_ascii = |c: char| (!c.is_ascii()).then(|| is_common(real(encoding), c));
            let (share, lost) = share(real(encoding), bytes, watch, beyond_ascii)?;
            if share >= MOSTLY_COMMON {
                return lost.map_or(Ok(encoding), |line| Err(unreadable(line).into()));
            }
        }
    }
    let refused = || unreadable(first_line_not_utf_8(bytes)).into();
    offered(detected).ok_or_else(refused)
}

/// A text with zeros among its bytes, or no text at all: that holds other bytes no text has too.
fn with_zeros(bytes: &[u8], first: usize) -> FileFault {
    let looked_at = bytes.get(..bytes.len().min(LOOKED_AT)).unwrap_or_default();
    let zeros = looked_at.iter().filter(|byte| **byte == 0).count();
    let control = |byte: &&u8| byte.is_ascii_control() && !b"\0\t\n\r\x1a".contains(*byte);
    let controls = looked_at.iter().filter(control).count();
    match zeros * 2 < looked_at.len() && controls * 1_000 <= looked_at.len() {
        true => zero_bytes(bytes, first),
        false => FileFault::NotASpreadsheet(ForeignKind::Unknown),
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

/// The half of the byte pairs that is often zero is the high one. What comes out has to read
/// like a text, for pairs of Latin letters are Chinese characters too, only rare ones.
fn utf_16(bytes: &[u8], watch: &Watch) -> Result<Option<TextEncoding>, Stop> {
    let zeros = |parity: usize| {
        let half = bytes.iter().skip(parity).step_by(2);
        half.filter(|byte| **byte == 0).count()
    };
    let (even, odd) = (zeros(0), zeros(1));
    if even.max(odd) < 4 * even.min(odd) || !bytes.len().is_multiple_of(2) {
        return Ok(None);
    }
    let encoding = match odd > even {
        true => TextEncoding::Utf16Le,
        false => TextEncoding::Utf16Be,
    };
    let latin = |c: char| ('\t'..'\u{250}').contains(&c);
    let likely = |c: char| Some(latin(c) || is_common(GB18030, c) || is_common(BIG5, c));
    let (share, lost) = share(real(encoding), bytes, watch, likely)?;
    Ok((lost.is_none() && share >= MOSTLY_LIKELY).then_some(encoding))
}

fn detected(bytes: &[u8], watch: &Watch) -> Result<&'static Encoding, Stop> {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    let mut blocks = bytes.chunks(BLOCK).peekable();
    let mut done = 0;
    while let Some(block) = blocks.next() {
        detector.feed(block, blocks.peek().is_none());
        done += block.len() as u64;
        watch.done(done)?;
    }
    Ok(detector.guess(None, Utf8Detection::Deny))
}

/// Share of the characters for which `counts` holds, of those it has a word for, if the bytes
/// are in this encoding; and the line that shows that they are not.
fn share(
    encoding: &'static Encoding,
    bytes: &[u8],
    watch: &Watch,
    counts: impl Fn(char) -> Option<bool>,
) -> Result<(f64, Option<u64>), Stop> {
    let (mut held, mut all) = (0_u32, 0_u32);
    let decoded = pieces::decode(encoding, bytes, watch, |piece| {
        for counted in piece
            .chars()
            .filter_map(&counts)
            .take((PLAIN - all) as usize)
        {
            all += 1;
            held += u32::from(counted);
        }
    })?;
    let all = all.max(if decoded.lost.is_some() { FEW } else { 1 });
    Ok((f64::from(held) / f64::from(all), decoded.lost))
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
