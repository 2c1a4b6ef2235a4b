//! An item that has a column for each of its options, put together as if it had one: every
//! distinct answer once, rows look theirs up.

use rustc_hash::FxHashMap;

use super::Account;
use crate::intake::error::IntakeError;
use crate::intake::sheet::SheetColumn;
use crate::model::{Answer, ItemKind};

const ROWS_PER_LOOK: u32 = 10_000;
/// Bytes a distinct answer takes beside its options, in the list and to be found again.
const ANSWER: u64 = 2 * (size_of::<Answer>() as u64 + 32);

/// The column of one option.
pub(super) struct OptionColumn<'a> {
    pub option: u8,
    pub column: &'a SheetColumn,
    /// What each value of the dictionary says of the option.
    pub says: Vec<Answer>,
    /// Which of them are signs whose sense depends on what stands beside them.
    pub signs: Vec<Option<Sign>>,
}

/// A sign that ticks nothing by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    Cross,
    Circle,
}

impl OptionColumn<'_> {
    /// What the cell of a row says of the option.
    pub fn says(&self, row: u32) -> &Answer {
        let code = self.column.code(row) as usize;
        self.says.get(code).unwrap_or(&Answer::Blank)
    }

    /// Whether any sign stands in the row that ticks nothing by itself.
    pub fn is_signed(&self, row: u32) -> bool {
        self.has(row, Sign::Cross) || self.has(row, Sign::Circle)
    }

    /// Whether this one stands there.
    fn has(&self, row: u32, sign: Sign) -> bool {
        let code = self.column.code(row) as usize;
        self.signs.get(code).copied().flatten() == Some(sign)
    }

    fn is_ticked(&self, row: u32) -> bool {
        matches!(self.says(row), Answer::Options(_))
    }
}

/// What signs say of an item that tick nothing by themselves, seen from all its rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Senses {
    /// Somebody put ticks and crosses beside each other: there a cross says no.
    crosses_say_no: bool,
    circles: Circles,
}

/// What an empty circle is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Circles {
    /// A box nobody ticked: one stands beside a tick, or all of them stand everywhere.
    Boxes,
    /// What was chosen: no other tick stands anywhere, and a cross or nothing beside one.
    Ticks,
    /// Others ticked otherwise, in other rows.
    Unclear,
}

impl Senses {
    fn of(columns: &[OptionColumn<'_>], rows: u32) -> Self {
        let holds = |sign: Sign| columns.iter().any(|it| it.signs.contains(&Some(sign)));
        let ticked = |row: u32| columns.iter().any(|it| it.is_ticked(row));
        let has = |row: u32, sign: Sign| columns.iter().any(|it| it.has(row, sign));
        let beside = |sign: Sign| holds(sign) && (0..rows).any(|row| has(row, sign) && ticked(row));
        let among = |row: u32| {
            has(row, Sign::Circle) && columns.iter().any(|it| !it.has(row, Sign::Circle))
        };
        let circles = match () {
            () if !holds(Sign::Circle) || beside(Sign::Circle) => Circles::Boxes,
            () if (0..rows).any(ticked) => Circles::Unclear,
            () if (0..rows).any(among) => Circles::Ticks,
            () => Circles::Boxes,
        };
        let circled = circles == Circles::Ticks
            && (0..rows).any(|row| has(row, Sign::Circle) && has(row, Sign::Cross));
        Self {
            crosses_say_no: circled || beside(Sign::Cross),
            circles,
        }
    }
}

/// Which of the distinct answers each row holds.
#[derive(Default)]
pub(super) struct Together {
    codes: Vec<u32>,
    /// How many rows hold each.
    pub counts: Vec<u32>,
}

impl Together {
    /// The distinct answers to an item of a kind, and who holds them.
    pub fn of(
        columns: &[OptionColumn<'_>],
        kind: ItemKind,
        account: &Account<'_>,
    ) -> Result<(Vec<Answer>, Self), IntakeError> {
        let rows = account.sheet.rows();
        let cell = columns.first().map_or("", |it| it.column.cell.as_str());
        account.take(u64::from(rows) * 8, cell)?;
        let mut together = Self::default();
        let mut answers = Vec::new();
        let mut known: FxHashMap<Key, u32> = FxHashMap::default();
        let senses = Senses::of(columns, rows);
        for row in 0..rows {
            if row.is_multiple_of(ROWS_PER_LOOK) {
                account.look(0)?;
            }
            let key = Key::of(columns, row, senses);
            let code = match known.get(&key) {
                Some(code) => *code,
                None => {
                    account.take(ANSWER + 2 * columns.len() as u64, cell)?;
                    let code = u32::try_from(answers.len()).unwrap_or(u32::MAX);
                    answers.push(key.answer(kind));
                    together.counts.push(0);
                    known.insert(key, code);
                    code
                }
            };
            if let Some(count) = together.counts.get_mut(code as usize) {
                *count += 1;
            }
            together.codes.push(code);
        }
        Ok((answers, together))
    }

    /// Place of the answer of a row.
    pub fn code(&self, row: u32) -> usize {
        self.codes
            .get(row as usize)
            .map_or(usize::MAX, |code| *code as usize)
    }
}

/// What the cells of a row come to.
#[derive(PartialEq, Eq, Hash)]
enum Key {
    Ticked(Vec<u8>),
    Skipped,
    Blank,
    Unreadable,
}

impl Key {
    /// One cell that cannot be read makes the answer unreadable; where nothing is ticked the
    /// question was skipped if any cell says so. Crosses alone are no answer anybody can tell: many
    /// cross what they choose. Only where they say no elsewhere, and one stands or something else
    /// says no in every column, nothing was chosen. So is a circle where others ticked.
    fn of(columns: &[OptionColumn<'_>], row: u32, senses: Senses) -> Self {
        let says = || columns.iter().map(|it| (it.option, it.says(row)));
        if says().any(|(_, answer)| *answer == Answer::Unreadable) {
            return Self::Unreadable;
        }
        let ticks = |it: &&OptionColumn<'_>| {
            it.is_ticked(row) || senses.circles == Circles::Ticks && it.has(row, Sign::Circle)
        };
        let ticked = columns.iter().filter(ticks);
        let mut ticked: Vec<u8> = ticked.map(|it| it.option).collect();
        if !ticked.is_empty() {
            ticked.sort_unstable();
            return Self::Ticked(ticked);
        }
        let has = |sign: Sign| columns.iter().any(|it| it.has(row, sign));
        if senses.circles == Circles::Unclear && has(Sign::Circle) {
            return Self::Unreadable;
        }
        let all_denied = || columns.iter().all(|it| it.column.code(row) != 0);
        if has(Sign::Cross) && !(senses.crosses_say_no && all_denied()) {
            return Self::Unreadable;
        }
        match says().any(|(_, answer)| *answer == Answer::Skipped) {
            true => Self::Skipped,
            false => Self::Blank,
        }
    }

    /// Of an item that takes one option several ticks are no answer.
    fn answer(&self, kind: ItemKind) -> Answer {
        match self {
            Self::Ticked(options) => match (options.as_slice(), kind.takes_one_option()) {
                ([option], true) => Answer::Option(*option),
                (_, true) => Answer::Unreadable,
                (_, false) => Answer::Options(options.clone()),
            },
            Self::Skipped => Answer::Skipped,
            Self::Blank => Answer::Blank,
            Self::Unreadable => Answer::Unreadable,
        }
    }
}
