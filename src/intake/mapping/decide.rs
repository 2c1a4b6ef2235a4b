//! How the values of a column are read, decided from all of them at once.
//!
//! On many forms 1 is the worst score and on many exports 1 is the first, best option. Read
//! the wrong way round every result is inverted, so numbers are only read where both ways
//! give the same or only one of them can be meant.

use crate::intake::cell::Cell;
use crate::intake::interpret::Interpreter;
use crate::intake::normal::number;
use crate::intake::platform::Platform;
use crate::intake::sheet::SheetColumn;
use crate::model::{Answer, Item, ItemKind, Reading};

/// Reading of an item's column. `asked` settles columns of numbers; a column of labels is
/// always read as labels, unless scores or numbers are asked for, which read labels too.
pub(super) fn reading(
    column: &SheetColumn,
    item: &Item,
    asked: Option<Reading>,
    platform: &'static Platform,
) -> Reading {
    match item.kind {
        ItemKind::Nps | ItemKind::Number => return Reading::Number,
        ItemKind::Text => return Reading::Text,
        ItemKind::Date => return Reading::Date,
        ItemKind::Rating | ItemKind::YesNo | ItemKind::Single | ItemKind::Multi => {}
    }
    let labels = Interpreter::new(item, Reading::Labels, platform);
    let values = column.values().map(|(cell, _)| cell);
    let mut answers = values.filter(|cell| labels.marked(cell).is_none());
    let is_number =
        |cell: &Cell| number(cell).is_some() || (item.kind == ItemKind::Multi && is_list(cell));
    if let Some(asked) = asked {
        return match answers.any(is_number) {
            true => asked,
            false => Reading::Labels,
        };
    }
    let mut ways = Ways::new(item, platform);
    let mut a_label = false;
    for cell in answers {
        if is_number(cell) {
            ways.read(cell);
        }
        a_label |= number(cell).is_none() && labels.read(cell) != Answer::Unreadable;
        if ways.unreadable > MAX_UNREADABLE {
            break;
        }
    }
    if !ways.met || (a_label && item.kind != ItemKind::Multi) {
        return Reading::Labels;
    }
    ways.choose()
}

/// Values that nobody can read after which the column is something else anyway.
const MAX_UNREADABLE: u32 = 20_000;

/// Several numbers as the ticks of one answer.
fn is_list(cell: &Cell) -> bool {
    matches!(cell, Cell::Text(text)
        if text.chars().any(|c| c.is_ascii_digit()) && !text.chars().any(char::is_alphabetic))
}

/// The three ways to read numbers, each value read in all of them and then forgotten.
struct Ways<'a> {
    ways: [(Reading, Interpreter<'a>); 3],
    /// Whether there was a number at all.
    met: bool,
    /// Values each way reads, and whether it reads all of them.
    read: [u32; 3],
    whole: [bool; 3],
    /// Values none of them reads.
    unreadable: u32,
    /// Whether the first reads all values the same as the second.
    agree: [[bool; 3]; 3],
    /// Whether the first reads whatever the second reads.
    holds: [[bool; 3]; 3],
}

const READINGS: [Reading; 3] = [Reading::Scores, Reading::Labels, Reading::OptionNumbers];

impl<'a> Ways<'a> {
    fn new(item: &'a Item, platform: &'static Platform) -> Self {
        Self {
            ways: READINGS.map(|reading| (reading, Interpreter::new(item, reading, platform))),
            met: false,
            read: [0; 3],
            whole: [true; 3],
            unreadable: 0,
            agree: [[true; 3]; 3],
            holds: [[true; 3]; 3],
        }
    }

    fn read(&mut self, cell: &Cell) {
        self.met = true;
        let answers = self.ways.each_ref().map(|(_, way)| way.read(cell));
        let readable = answers
            .each_ref()
            .map(|answer| *answer != Answer::Unreadable);
        self.unreadable += u32::from(readable == [false; 3]);
        let pairs = self.agree.iter_mut().zip(&mut self.holds);
        for ((agree, holds), (own, own_readable)) in pairs.zip(answers.iter().zip(readable)) {
            let others = agree
                .iter_mut()
                .zip(holds)
                .zip(answers.iter().zip(readable));
            for ((agree, holds), (other, other_readable)) in others {
                *agree &= own == other;
                *holds &= own_readable || !other_readable;
            }
        }
        for ((read, whole), readable) in self.read.iter_mut().zip(&mut self.whole).zip(readable) {
            *read += u32::from(readable);
            *whole &= readable;
        }
    }

    /// The first reading that reads everything, if no other one that does reads it differently;
    /// else the one that reads whatever any of them reads, and more.
    fn choose(&self) -> Reading {
        let all = || {
            self.agree
                .iter()
                .zip(&self.holds)
                .zip(self.read)
                .zip(self.whole)
        };
        let named = |at: usize| READINGS.get(at).copied().unwrap_or(Reading::Undecided);
        if let Some((at, (((agree, _), _), _))) = all().enumerate().find(|(_, (_, whole))| *whole) {
            let agreed = agree
                .iter()
                .zip(self.whole)
                .all(|(agree, whole)| *agree || !whole);
            return if agreed {
                named(at)
            } else {
                Reading::Undecided
            };
        }
        let best = all().position(|(((agree, holds), own), _)| {
            let mut others = agree.iter().zip(holds).zip(self.read);
            others.all(|((agree, holds), read)| *agree || read == 0 || (*holds && read < own))
        });
        best.map_or(Reading::Undecided, named)
    }
}
