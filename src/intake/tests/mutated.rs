//! Small files of every format, changed at random from a fixed seed: whatever comes of them,
//! reading ends with sheets or with an error. `MANYI_ATTACK=full` changes them far more often.

use std::panic::{AssertUnwindSafe, catch_unwind};

use super::binary_excel::xlsb;
use super::book::{archive_of, ods, parts, xlsx};
use super::old_excel::{sample, xls};
use crate::intake::{IntakeError, Limits, Spreadsheet};
use crate::model::Progress;

const ROWS: &[&[&str]] = &[
    &["客户", "质量", "意见", "日期"],
    &["C001", "很满意", "交期, 包装", "2026-06-30"],
    &["C002", "4.5", "", "45000"],
    &["C003", "满意", "\"无\"", "-1e300"],
];
/// Changes of each file, and the same where a release is attacked.
const ROUNDS: usize = 150;
const FULL_ROUNDS: usize = 5_000;
/// What numbers of a file are replaced by.
const NUMBERS: [&str; 5] = ["0", "-1", "4294967295", "99999999999999999999", "1e308"];

/// xorshift64* (Marsaglia 2003, Vigna 2016): the same numbers on every machine.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let drawn = self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33;
        drawn as usize % limit.max(1)
    }

    /// A stretch of at most so many bytes.
    fn stretch(&mut self, bytes: &[u8], longest: usize) -> std::ops::Range<usize> {
        let start = self.below(bytes.len());
        let length = 1 + self.below(longest);
        start..(start + length).min(bytes.len())
    }

    /// One to four changes.
    fn change(&mut self, bytes: &mut Vec<u8>) {
        for _ in 0..=self.below(4) {
            if bytes.is_empty() {
                return;
            }
            let at = self.below(bytes.len());
            match self.below(8) {
                0 => bytes[at] = self.below(256) as u8,
                1 => bytes[at] ^= 1 << self.below(8),
                2 => bytes[at] = [0, 0xFF, 0x7F, 0x80, b'<', b'"'][self.below(6)],
                3 => drop(bytes.drain(self.stretch(bytes, 40))),
                4 => {
                    let copied = bytes[self.stretch(bytes, 200)].repeat(1 + self.below(50));
                    bytes.splice(at..at, copied);
                }
                5 => bytes.truncate(at),
                // a piece from elsewhere in it takes the place of another
                6 => {
                    let piece = bytes[self.stretch(bytes, 200)].to_vec();
                    bytes.splice(self.stretch(bytes, 200), piece);
                }
                _ => self.renumber(bytes, at),
            }
        }
    }

    /// The next number in the text becomes another.
    fn renumber(&mut self, bytes: &mut Vec<u8>, from: usize) {
        let Some(start) = (from..bytes.len()).find(|at| bytes[*at].is_ascii_digit()) else {
            return;
        };
        let digits = bytes[start..]
            .iter()
            .take_while(|byte| byte.is_ascii_digit());
        let end = start + digits.count();
        bytes.splice(start..end, NUMBERS[self.below(NUMBERS.len())].bytes());
    }
}

fn read(bytes: Vec<u8>) -> Result<(), IntakeError> {
    let progress = Progress::default();
    let limits = Limits {
        bytes: 64 << 20,
        ..Limits::default()
    };
    let mut opened = Spreadsheet::open_within("a", &bytes.into(), &progress, limits)?;
    for at in 0..opened.sheets().len().min(20) {
        opened.read(at, &progress)?;
    }
    Ok(())
}

fn rounds() -> usize {
    match std::env::var("MANYI_ATTACK").as_deref() {
        Ok("full") => FULL_ROUNDS,
        _ => ROUNDS,
    }
}

/// How many of the files were read, and how many refused.
fn outcomes(seed: u64, mut file: impl FnMut(&mut Dice) -> Vec<u8>) -> [usize; 2] {
    let mut dice = Dice(seed);
    let mut outcomes = [0, 0];
    for round in 0..rounds() {
        let bytes = file(&mut dice);
        let kept = bytes.clone();
        let read = catch_unwind(AssertUnwindSafe(|| read(bytes)));
        match read {
            Ok(read) => outcomes[usize::from(read.is_err())] += 1,
            Err(_) => panic!("round {round} of {seed}: {kept:?}"),
        }
    }
    outcomes
}

fn ordinary_ods() -> Vec<u8> {
    let row = |cells: &[&str]| {
        let cells: String = cells
            .iter()
            .map(|text| {
                format!(
                    "<table:table-cell table:number-columns-repeated=\"1\" office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>"
                )
            })
            .collect();
        format!("<table:table-row table:number-rows-repeated=\"1\">{cells}</table:table-row>")
    };
    let rows: String = ROWS.iter().map(|cells| row(cells)).collect();
    ods(&format!(
        "<table:table table:name=\"S\">{rows}</table:table>"
    ))
}

#[test]
fn whatever_bytes_of_a_file_change_reading_ends() {
    let csv: Vec<String> = ROWS.iter().map(|row| row.join(",")).collect();
    let csv = csv.join("\n").into_bytes();
    for (seed, whole) in [
        (1, xlsx(ROWS)),
        (2, xls(&sample(&[]))),
        (3, ordinary_ods()),
        (4, csv),
        (7, xlsb()),
    ] {
        let outcomes = outcomes(seed, |dice| {
            let mut bytes = whole.clone();
            dice.change(&mut bytes);
            bytes
        });
        assert_eq!(outcomes[0] + outcomes[1], rounds(), "seed {seed}");
        assert!(outcomes[1] > 0, "seed {seed}: {outcomes:?}");
    }
}

#[test]
fn whatever_a_part_of_an_archive_says_reading_ends() {
    for (seed, whole) in [(5, xlsx(ROWS)), (6, ordinary_ods()), (8, xlsb())] {
        let sound = parts(&whole);
        let outcomes = outcomes(seed, |dice| {
            let mut parts = sound.clone();
            let at = dice.below(parts.len());
            dice.change(&mut parts[at].1);
            let parts: Vec<_> = parts
                .iter()
                .map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
                .collect();
            archive_of(&parts)
        });
        assert!(
            outcomes[0] > 0 && outcomes[1] > 0,
            "seed {seed}: {outcomes:?}"
        );
    }
}

#[test]
fn whatever_the_records_of_an_old_workbook_say_reading_ends() {
    let sound = sample(&[]);
    let outcomes = outcomes(9, |dice| {
        let mut stream = sound.clone();
        dice.change(&mut stream);
        xls(&stream)
    });
    assert!(outcomes[0] > 0 && outcomes[1] > 0, "{outcomes:?}");
}

/// Parts of one workbook in another of its format.
#[test]
fn whatever_is_put_together_from_two_files_reading_ends() {
    for (seed, one, other) in [
        (10, xlsx(ROWS), xlsx(&ROWS[..2])),
        (11, xlsb(), xlsx(ROWS)),
        (12, ordinary_ods(), ods("<table:table table:name=\"T\"/>")),
        (
            13,
            xls(&sample(&[])),
            xls(&sample(&[0x85, 0, 8, 0, 9, 9, 0, 0, 0, 0, 1, 0x53])),
        ),
    ] {
        let outcomes = outcomes(seed, |dice| {
            let (from, to) = (dice.below(one.len()), dice.below(other.len()));
            [&one[..from], &other[to..]].concat()
        });
        assert_eq!(outcomes[0] + outcomes[1], rounds(), "seed {seed}");
    }
}
