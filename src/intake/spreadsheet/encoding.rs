//! Text of an unknown encoding, decoded without loss or not at all.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{BIG5, Encoding, GB18030, GBK, UTF_16BE, UTF_16LE};

use crate::intake::error::{FileFault, ForeignKind};

/// A hundredth of the characters beyond ASCII may be marks of an earlier loss.
const LOST_PER_CENT: usize = 1;
/// Share of common characters from which a text is taken for Chinese.
const MOSTLY_COMMON: f64 = 0.9;

/// Decodes by byte order mark, then as UTF-8, then as UTF-16 if there are zeros in it, then by
/// what the bytes look like, Chinese encodings first.
///
/// # Errors
/// [`FileFault::Encoding`] with the line that no encoding reads;
/// [`FileFault::NotASpreadsheet`] where it is no text at all.
pub(super) fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, FileFault> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return strictly(encoding, bytes.get(mark..).unwrap_or_default());
    }
    if bytes.contains(&0) {
        return strictly(utf_16(bytes)?, bytes);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return checked(Cow::Borrowed(text));
    }
    strictly(guess(bytes), bytes).map_err(|fault| match fault {
        FileFault::Encoding { line } => FileFault::Encoding {
            line: line.max(first_line_not_utf_8(bytes)),
        },
        other => other,
    })
}

/// Of two encodings the one that reads further is the one that was meant.
fn first_line_not_utf_8(bytes: &[u8]) -> u64 {
    let valid = std::str::from_utf8(bytes).map_or_else(|error| error.valid_up_to(), str::len);
    let read = bytes.get(..valid).unwrap_or_default();
    read.iter().filter(|byte| **byte == b'\n').count() as u64 + 1
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

/// The half of the byte pairs that is often zero is the high one.
fn utf_16(bytes: &[u8]) -> Result<&'static Encoding, FileFault> {
    let zeros = |parity: usize| {
        let half = bytes.iter().skip(parity).step_by(2);
        half.filter(|byte| **byte == 0).count()
    };
    let (even, odd) = (zeros(0), zeros(1));
    let clear = even.max(odd) >= 4 * even.min(odd) && bytes.len().is_multiple_of(2);
    match clear {
        true if odd > even => Ok(UTF_16LE),
        true => Ok(UTF_16BE),
        false => Err(FileFault::NotASpreadsheet(ForeignKind::Unknown)),
    }
}

/// Chinese where nine in ten of the characters are common ones, else what the detector says:
/// alone it takes short Chinese texts for other languages of East Asia.
fn guess(bytes: &[u8]) -> &'static Encoding {
    let (simplified, traditional) = (common_share(GB18030, bytes), common_share(BIG5, bytes));
    if simplified.max(traditional) >= MOSTLY_COMMON {
        return if simplified >= traditional {
            GB18030
        } else {
            BIG5
        };
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guessed = detector.guess(Some(b"cn"), Utf8Detection::Deny);
    // GBK is the smaller part of GB18030
    if guessed == GBK { GB18030 } else { guessed }
}

/// Share of the characters beyond ASCII that are common if the bytes are in this encoding; 0
/// if they cannot be.
fn common_share(encoding: &'static Encoding, bytes: &[u8]) -> f64 {
    let Some(text) = encoding.decode_without_bom_handling_and_without_replacement(bytes) else {
        return 0.0;
    };
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

#[cfg(test)]
mod tests {
    use super::*;

    const SIMPLE: &str = "序号,您对产品质量的满意程度\n1,很满意\n2,不太满意\n";

    fn encoded(encoding: &'static Encoding, text: &str) -> Vec<u8> {
        encoding.encode(text).0.into_owned()
    }

    #[test]
    fn chinese_encodings_are_told_apart() {
        assert_eq!(decode(SIMPLE.as_bytes()).unwrap(), SIMPLE);
        assert_eq!(decode(&encoded(GB18030, SIMPLE)).unwrap(), SIMPLE);
        let traditional = "序號,您對產品品質的滿意程度\n1,非常滿意\n2,不太滿意\n";
        assert_eq!(decode(&encoded(BIG5, traditional)).unwrap(), traditional);
        for short in ["客戶\n滿意\n", "品質,交期\n很滿意,滿意\n"] {
            assert_eq!(decode(&encoded(BIG5, short)).unwrap(), short, "{short}");
        }
        let western = "Qualité,Délai\ntrès bien,à améliorer\n";
        let windows = encoded(encoding_rs::WINDOWS_1252, western);
        assert_eq!(decode(&windows).unwrap(), western);
        for short in ["客户\n满意\n", "质量,交期\n很满意,满意\n", "姓名\n张喆\n"] {
            assert_eq!(decode(&encoded(GB18030, short)).unwrap(), short, "{short}");
        }
    }

    #[test]
    fn utf_16_is_read_with_and_without_its_mark() {
        let units = |swap: bool| -> Vec<u8> {
            SIMPLE
                .encode_utf16()
                .flat_map(|unit| {
                    if swap {
                        unit.to_be_bytes()
                    } else {
                        unit.to_le_bytes()
                    }
                })
                .collect()
        };
        for swap in [false, true] {
            assert_eq!(decode(&units(swap)).unwrap(), SIMPLE);
            let mark: &[u8] = if swap { b"\xFE\xFF" } else { b"\xFF\xFE" };
            assert_eq!(decode(&[mark, &units(swap)].concat()).unwrap(), SIMPLE);
        }
        assert_eq!(
            decode(&[b"\xEF\xBB\xBF", SIMPLE.as_bytes()].concat()).unwrap(),
            SIMPLE
        );
    }

    #[test]
    fn what_was_lost_is_said_and_not_guessed() {
        let mut broken = encoded(GB18030, SIMPLE);
        broken.extend(b"3,\xB0\xFF\xFF\n");
        assert!(matches!(
            decode(&broken),
            Err(FileFault::Encoding { line: 4 })
        ));
        assert!(matches!(
            decode("客户,锟斤拷\n".as_bytes()),
            Err(FileFault::Encoding { line: 1 })
        ));
        let bytes: Vec<u8> = (0..=255).cycle().take(4_000).collect();
        assert!(decode(&bytes).is_err());
    }
}
