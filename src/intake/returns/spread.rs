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
    /// Which of them are crosses that tick nothing.
    pub crosses: Vec<bool>,
}

impl OptionColumn<'_> {
    /// What the cell of a row says of the option.
    pub fn says(&self, row: u32) -> &Answer {
        let code = self.column.code(row) as usize;
        self.says.get(code).unwrap_or(&Answer::Blank)
    }

    /// Whether a cross stands in the row that is not read as a tick.
    pub fn is_crossed(&self, row: u32) -> bool {
        let code = self.column.code(row) as usize;
        self.crosses.get(code).copied().unwrap_or(false)
    }

    fn is_ticked(&self, row: u32) -> bool {
        matches!(self.says(row), Answer::Options(_))
    }
}

/// Whether somebody put ticks and crosses beside each other: there a cross says no.
fn crosses_say_no(columns: &[OptionColumn<'_>], rows: u32) -> bool {
    let any = columns.iter().any(|it| it.crosses.contains(&true));
    any && (0..rows).any(|row| {
        columns.iter().any(|it| it.is_crossed(row)) && columns.iter().any(|it| it.is_ticked(row))
    })
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
        let say_no = crosses_say_no(columns, rows);
        for row in 0..rows {
            if row.is_multiple_of(ROWS_PER_LOOK) {
                account.look(0)?;
            }
            let key = Key::of(columns, row, say_no);
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
    /// says no in every column, nothing was chosen.
    fn of(columns: &[OptionColumn<'_>], row: u32, crosses_say_no: bool) -> Self {
        let says = || columns.iter().map(|it| (it.option, it.says(row)));
        if says().any(|(_, answer)| *answer == Answer::Unreadable) {
            return Self::Unreadable;
        }
        let ticked = says().filter(|(_, answer)| matches!(answer, Answer::Options(_)));
        let mut ticked: Vec<u8> = ticked.map(|(option, _)| option).collect();
        if !ticked.is_empty() {
            ticked.sort_unstable();
            return Self::Ticked(ticked);
        }
        let crossed = columns.iter().any(|it| it.is_crossed(row));
        let all_denied = || columns.iter().all(|it| it.column.code(row) != 0);
        if crossed && !(crosses_say_no && all_denied()) {
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
