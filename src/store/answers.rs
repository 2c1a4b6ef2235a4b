//! The answers of one return as one compact BLOB, in the order of the revision's items.
//!
//! Version 1: the byte 1; the number of items as LEB128; one byte an item; then, in the same
//! order, what did not fit into a byte.
//!
//! | byte | answer |
//! | --- | --- |
//! | 0–199 | that option |
//! | 200–250 | the whole number 0–50 |
//! | 251 | see below |
//! | 252–255 | unreadable, N/A, skipped, blank: the marks of [`AnswerColumn`] |
//!
//! Of each 251: a tag byte, then 0 options (their number, then a byte each), 1 number (8 bytes,
//! IEEE 754, little-endian), 2 text (nothing: the table `answer_text` holds it), 3 an option
//! beyond 199 (1 byte).

use crate::model::{Answer, AnswerColumn, MAX_OPTIONS};

const VERSION: u8 = 1;
const NUMBERS: u8 = 200;
const ELSEWHERE: u8 = 251;

const OPTIONS: u8 = 0;
const NUMBER: u8 = 1;
const TEXT: u8 = 2;
const OPTION: u8 = 3;

/// One answer on its way into a BLOB.
#[derive(Clone, Copy)]
pub(super) enum Cell<'a> {
    /// A byte of an [`AnswerColumn::Choice`].
    Code(u8),
    Other(&'a Answer),
}

/// The answer of the `row`-th return in a column; blank beyond the end.
pub(super) fn cell(column: &AnswerColumn, row: usize) -> Cell<'_> {
    match column {
        AnswerColumn::Choice(codes) => {
            Cell::Code(codes.get(row).copied().unwrap_or(AnswerColumn::BLANK))
        }
        AnswerColumn::Other(answers) => Cell::Other(answers.get(row).unwrap_or(&Answer::Blank)),
    }
}

/// A BLOB being made, and the texts that go into their own table. Reused from row to row.
#[derive(Default)]
pub(super) struct Encoded<'a> {
    pub(super) bytes: Vec<u8>,
    /// With the position of their item.
    pub(super) texts: Vec<(usize, &'a str)>,
    tail: Vec<u8>,
}

impl<'a> Encoded<'a> {
    /// Replaces what was there by the answers of one return.
    pub(super) fn encode(&mut self, cells: impl ExactSizeIterator<Item = Cell<'a>>) {
        self.bytes.clear();
        self.tail.clear();
        self.texts.clear();
        self.bytes.push(VERSION);
        push_length(&mut self.bytes, cells.len());
        for (item, cell) in cells.enumerate() {
            let code = match cell {
                Cell::Code(code) if is_plain(code) => code,
                Cell::Code(code) => self.elsewhere(OPTION, &[code]),
                Cell::Other(answer) => self.other(item, answer),
            };
            self.bytes.push(code);
        }
        self.bytes.extend_from_slice(&self.tail);
    }

    fn other(&mut self, item: usize, answer: &'a Answer) -> u8 {
        match answer {
            Answer::Blank => AnswerColumn::BLANK,
            Answer::Skipped => AnswerColumn::SKIPPED,
            Answer::NotApplicable => AnswerColumn::NOT_APPLICABLE,
            Answer::Unreadable => AnswerColumn::UNREADABLE,
            Answer::Option(option) if usize::from(*option) < MAX_OPTIONS => *option,
            Answer::Option(option) => self.elsewhere(OPTION, &[*option]),
            // The door lets no more through than a byte counts; zip would cut them otherwise.
            Answer::Options(options) => {
                let count = u8::try_from(options.len()).unwrap_or(u8::MAX);
                self.elsewhere(OPTIONS, &[count]);
                let kept = options.iter().take(usize::from(count));
                self.tail.extend(kept);
                ELSEWHERE
            }
            Answer::Number(number) => {
                small(*number).unwrap_or_else(|| self.elsewhere(NUMBER, &number.to_le_bytes()))
            }
            Answer::Text(text) => {
                self.texts.push((item, text));
                self.elsewhere(TEXT, &[])
            }
        }
    }

    fn elsewhere(&mut self, tag: u8, payload: &[u8]) -> u8 {
        self.tail.push(tag);
        self.tail.extend_from_slice(payload);
        ELSEWHERE
    }
}

/// Whether the byte says it all.
fn is_plain(code: u8) -> bool {
    !(NUMBERS..=ELSEWHERE).contains(&code)
}

/// The byte of a small whole number; minus zero is not one.
fn small(number: f64) -> Option<u8> {
    (0..ELSEWHERE - NUMBERS)
        .find(|small| f64::from(*small).to_bits() == number.to_bits())
        .map(|small| NUMBERS + small)
}

fn push_length(bytes: &mut Vec<u8>, mut length: usize) {
    while length >= 0x80 {
        bytes.push((length & 0x7f) as u8 | 0x80);
        length >>= 7;
    }
    bytes.push(length as u8);
}

/// A BLOB taken apart: one byte an item, and the rest.
pub(super) struct Decoded<'a> {
    pub(super) codes: &'a [u8],
    tail: &'a [u8],
}

impl<'a> Decoded<'a> {
    /// `None` when it is of no known version or too short.
    pub(super) fn new(bytes: &'a [u8]) -> Option<Self> {
        let (version, rest) = bytes.split_first()?;
        let (length, rest) = length(rest)?;
        let (codes, tail) = rest.split_at_checked(length)?;
        (*version == VERSION).then_some(Self { codes, tail })
    }

    /// The byte, where it says it all and fits a packed column.
    pub(super) fn packed(code: u8) -> Option<u8> {
        is_plain(code).then_some(code)
    }

    /// The answer behind the next byte; to be called for each in order. A text is empty: it
    /// lies elsewhere.
    pub(super) fn answer(&mut self, code: u8) -> Option<Answer> {
        Some(match code {
            AnswerColumn::BLANK => Answer::Blank,
            AnswerColumn::SKIPPED => Answer::Skipped,
            AnswerColumn::NOT_APPLICABLE => Answer::NotApplicable,
            AnswerColumn::UNREADABLE => Answer::Unreadable,
            ELSEWHERE => return self.next_in_tail(),
            number @ NUMBERS.. => Answer::Number(f64::from(number - NUMBERS)),
            option => Answer::Option(option),
        })
    }

    fn next_in_tail(&mut self) -> Option<Answer> {
        match self.take(1)? {
            [OPTIONS] => {
                let count = *self.take(1)?.first()?;
                Some(Answer::Options(self.take(usize::from(count))?.to_vec()))
            }
            [NUMBER] => {
                let bytes = self.take(8)?.try_into().ok()?;
                Some(Answer::Number(f64::from_le_bytes(bytes)))
            }
            [TEXT] => Some(Answer::Text(String::new())),
            [OPTION] => Some(Answer::Option(*self.take(1)?.first()?)),
            _ => None,
        }
    }

    fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.tail.split_at_checked(count)?;
        self.tail = rest;
        Some(taken)
    }

    /// Whether everything has been read.
    pub(super) fn finished(&self) -> bool {
        self.tail.is_empty()
    }
}

/// All answers of one BLOB; texts are empty. `None` when it cannot be read.
pub(super) fn decode(bytes: &[u8]) -> Option<Vec<Answer>> {
    let mut decoded = Decoded::new(bytes)?;
    let codes = decoded.codes;
    let answers = codes
        .iter()
        .map(|code| decoded.answer(*code))
        .collect::<Option<_>>()?;
    decoded.finished().then_some(answers)
}

fn length(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let mut length = 0_usize;
    for (at, byte) in bytes.iter().enumerate().take(3) {
        length |= usize::from(byte & 0x7f) << (7 * at);
        if byte & 0x80 == 0 {
            return Some((length, bytes.get(at + 1..)?));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn every_kind() -> Vec<Answer> {
        vec![
            Answer::Option(0),
            Answer::Option(199),
            Answer::Option(200),
            Answer::Option(255),
            Answer::Blank,
            Answer::Skipped,
            Answer::NotApplicable,
            Answer::Unreadable,
            Answer::Options(vec![]),
            Answer::Options(vec![0, 7, 255]),
            Answer::Number(0.0),
            Answer::Number(10.0),
            Answer::Number(50.0),
            Answer::Number(51.0),
            Answer::Number(-3.25),
            Answer::Text(String::new()),
        ]
    }

    fn encode(answers: &[Answer]) -> Vec<u8> {
        let mut encoded = Encoded::default();
        encoded.encode(answers.iter().map(Cell::Other));
        encoded.bytes
    }

    #[test]
    fn every_answer_comes_out_as_it_went_in() {
        let answers = every_kind();
        assert_eq!(decode(&encode(&answers)), Some(answers));
        let many: Vec<Answer> = (0..20_000).map(|at| Answer::Option(at as u8)).collect();
        assert_eq!(decode(&encode(&many)), Some(many));
        let minus = decode(&encode(&[Answer::Number(-0.0)])).unwrap();
        assert!(matches!(minus[..], [Answer::Number(zero)] if zero.is_sign_negative()));
    }

    #[test]
    fn a_return_of_ratings_takes_a_byte_an_answer_and_two_more() {
        let ratings = vec![Answer::Option(3); 42];
        assert_eq!(encode(&ratings).len(), 44);
    }

    #[test]
    fn texts_leave_for_their_own_table() {
        let answers = [Answer::Option(1), Answer::Text("价格偏高".to_owned())];
        let mut encoded = Encoded::default();
        encoded.encode(answers.iter().map(Cell::Other));
        assert_eq!(encoded.texts, [(1, "价格偏高")]);
    }

    #[test]
    fn a_damaged_blob_is_refused_wherever_it_is_cut() {
        let bytes = encode(&every_kind());
        for end in 0..bytes.len() {
            assert_eq!(decode(&bytes[..end]), None, "cut at {end}");
        }
        let mut longer = bytes.clone();
        longer.push(0);
        assert_eq!(decode(&longer), None);
        let mut newer = bytes;
        newer[0] = 9;
        assert_eq!(decode(&newer), None);
        assert_eq!(decode(&[VERSION, 0xff, 0xff, 0xff, 0xff]), None);
    }
}
