//! Whether bytes look like a western language in the one-byte encoding of Windows.
//!
//! A Chinese character is two bytes, mostly both beyond ASCII; an accented letter is one, with
//! Latin letters beside it. Which western encoding it is is not known here.

use encoding_rs::WINDOWS_1252;

use crate::intake::spreadsheet::stop::Stop;
use crate::intake::spreadsheet::watch::Watch;

/// Of a hundred stretches of bytes beyond ASCII so many have to be accents as western words
/// have them.
const ACCENTS_PER_CENT: usize = 90;
/// Latin letters to two accented ones in the words that hold some: Chinese of which every
/// second byte happens to be ASCII has two.
const LETTERS_TO_TWO_ACCENTS: usize = 3;
/// Letters beyond ASCII that may stand side by side, as in `Größe`.
const MOST_IN_A_ROW: usize = 2;

/// Bytes looked at together; a word across two of them counts as two.
const BLOCK: usize = 64 << 10;

/// Whether nearly all bytes beyond ASCII are accented letters in Latin words.
pub(super) fn looks_western(bytes: &[u8], watch: &Watch) -> Result<bool, Stop> {
    let mut seen = Seen::default();
    let mut done = 0;
    for block in bytes.chunks(BLOCK) {
        seen.add(&WINDOWS_1252.decode_without_bom_handling(block).0);
        done += block.len() as u64;
        watch.done(done)?;
    }
    Ok(seen.is_western())
}

/// What was counted so far.
#[derive(Default)]
struct Seen {
    stretches: usize,
    accents: usize,
    letters: usize,
    accented: usize,
}

impl Seen {
    fn add(&mut self, text: &str) {
        for word in text.split(|c: char| c.is_ascii() && !c.is_ascii_alphabetic()) {
            if word.is_ascii() {
                continue;
            }
            self.letters += word.chars().filter(char::is_ascii).count();
            let beyond = word.split(|c: char| c.is_ascii());
            for stretch in beyond.filter(|stretch| !stretch.is_empty()) {
                let length = stretch.chars().count();
                self.stretches += 1;
                self.accented += length;
                let western = stretch.chars().all(|c| c.is_alphabetic() || is_mark(c));
                self.accents += usize::from(western && length <= MOST_IN_A_ROW);
            }
        }
    }

    fn is_western(&self) -> bool {
        self.stretches > 0
            && self.accents * 100 >= self.stretches * ACCENTS_PER_CENT
            && self.letters * 2 >= self.accented * LETTERS_TO_TWO_ACCENTS
    }
}

/// Marks that western texts hold beside letters.
fn is_mark(c: char) -> bool {
    const MARKS: &str = "\u{A0}§«»°´·€…–—‘’“”„•";
    MARKS.contains(c)
}

#[cfg(test)]
mod tests {
    use encoding_rs::{BIG5, GB18030};

    use super::*;

    fn looks_western(bytes: &[u8]) -> bool {
        super::looks_western(bytes, &Watch::default()).unwrap()
    }

    #[test]
    fn accents_in_latin_words_are_western_and_chinese_is_not() {
        for text in [
            "Müller;sehr zufrieden",
            "Größe,für",
            "Qualité,Délai\ntrès bien,à améliorer",
        ] {
            assert!(looks_western(&WINDOWS_1252.encode(text).0), "{text}");
        }
        // in the second every other byte is a Latin letter
        for text in ["客戶,滿意", "大小,大", "Q1 大小"] {
            assert!(!looks_western(&BIG5.encode(text).0), "{text}");
        }
        for text in ["质量,很满意", "姓名\n张喆\n", "ABC质量DEF"] {
            assert!(!looks_western(&GB18030.encode(text).0), "{text}");
        }
        assert!(!looks_western(b"plain"));
    }
}
