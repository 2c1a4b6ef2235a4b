//! How the values of a column are read, decided from all of them at once.
//!
//! On many forms 1 is the worst score and on many exports 1 is the first, best option. Read
//! the wrong way round every result is inverted, so numbers are only read where both ways
//! give the same or only one of them can be meant.

use crate::intake::cell::Cell;
use crate::intake::decimals::{Mark, mark};
use crate::intake::decoration::taken_off;
use crate::intake::interpret::{Interpreter, letter, may_answer};
use crate::intake::normal::{flag, folded, number, number_in};
use crate::intake::platform::Platform;
use crate::intake::sheet::SheetColumn;
use crate::model::{Answer, Item, ItemKind, MAX_OPTIONS, Reading};

/// Reading of an item's column. `asked` settles columns of numbers; a column of labels is
/// always read as labels, unless scores or numbers are asked for, which read labels too.
pub(super) fn reading(
    column: &SheetColumn,
    item: &Item,
    asked: Option<Reading>,
    platform: &'static Platform,
) -> Reading {
    match item.kind {
        ItemKind::Nps | ItemKind::Number => {
            let cells = column.values().map(|(cell, _)| cell);
            return match mark(cells, |number| may_answer(item, number)) {
                Some(Mark::Point) => Reading::Number,
                Some(Mark::Comma) => Reading::CommaDecimals,
                None => Reading::Undecided,
            };
        }
        ItemKind::Text => return Reading::Text,
        ItemKind::Date => return Reading::Date,
        ItemKind::Rating | ItemKind::YesNo | ItemKind::Single | ItemKind::Multi => {}
    }
    let labels = Interpreter::new(item, Reading::Labels, platform);
    if mostly_ticks(column, item, &labels, asked.is_some()) {
        return Reading::Ticks;
    }
    let mut answers = column
        .values()
        .filter(|(cell, _)| labels.marked(cell).is_none());
    let is_number = |cell: &Cell| {
        labels.number(cell).is_some() || (item.kind == ItemKind::Multi && is_list(cell))
    };
    if let Some(asked) = asked {
        let lettered = |cell: &Cell| asked == Reading::OptionNumbers && letter(cell).is_some();
        return match answers.any(|(cell, _)| is_number(cell) || lettered(cell)) {
            true => asked.of(item),
            false => Reading::Labels,
        };
    }
    let mut ways = Ways::new(item, platform);
    let mut a_label = false;
    for (cell, count) in answers {
        if is_number(cell) {
            ways.read(cell, count);
        }
        a_label |= labels.number(cell).is_none() && labels.read(cell) != Answer::Unreadable;
        if ways.unreadable > MAX_UNREADABLE {
            break;
        }
    }
    // Numbers that are the labels, from the lowest up, are what somebody chose.
    if numbered(item) && ways.most(Reading::Labels) {
        return Reading::Labels;
    }
    if ways.cells == 0 || (a_label && item.kind != ItemKind::Multi) {
        return Reading::Labels;
    }
    let chosen = ways.choose();
    // Where all are places, a score like them may be a place as well.
    let places = matches!(chosen, Reading::Scores) && ways.all(Reading::OptionNumbers);
    match places.then(|| Reading::OptionNumbers.of(item)) {
        Some(Reading::Unordered) => Reading::Unordered,
        _ => chosen.of(item),
    }
}

/// The places of options as numbers that mean them.
static PLACES: [Option<u8>; MAX_OPTIONS] = {
    let mut places = [None; MAX_OPTIONS];
    let mut at = 0;
    while at < MAX_OPTIONS {
        places[at] = Some(at as u8);
        at += 1;
    }
    places
};

/// Whether most of what stands in a column is ticks that no option is called: that somebody chose
/// something, and not what. Ones are ticks where noughts stand beside them and nothing else, if
/// nobody said how numbers are read.
fn mostly_ticks(
    column: &SheetColumn,
    item: &Item,
    labels: &Interpreter<'_>,
    numbers_said: bool,
) -> bool {
    let scores = || item.scale.iter().flat_map(|scale| scale.scores());
    let nought = scores().any(|score| score == 0.0);
    let (mut all, mut ticks, mut marks) = (0_u32, 0_u32, false);
    let (mut ones, mut noughts, mut others) = (false, false, false);
    for (cell, count) in column.values() {
        all = all.saturating_add(count);
        match (flag(cell), number(cell)) {
            (None, found) => others |= found.is_some(),
            (Some(_), _) if labels.read(cell) != Answer::Unreadable => {}
            (Some(ticked), found) => {
                ticks = ticks.saturating_add(count);
                marks |= ticked && found.is_none();
                ones |= ticked && found.is_some();
                noughts |= !ticked && found.is_some();
            }
        }
    }
    let numbers = ones && noughts && !others && !nought && !numbers_said;
    (marks || numbers) && ticks.saturating_mul(2) > all
}

/// Values that nobody can read after which the column is something else anyway.
const MAX_UNREADABLE: u32 = 20_000;

/// Whether the labels of an item are numbers that grow from option to option.
fn numbered(item: &Item) -> bool {
    let options = item.scale.iter().flat_map(|scale| &scale.options);
    let number = |label: &str| {
        let text = folded(label);
        let worn = || taken_off(&text).find_map(|it| it.numbers.into_iter().flatten().next());
        number_in(&text).or_else(worn)
    };
    let numbers: Option<Vec<f64>> = options.map(|option| number(&option.label)).collect();
    let grow = |pair: &[f64]| matches!(pair, [one, next] if one < next);
    item.kind != ItemKind::Multi
        && numbers.is_some_and(|it| it.len() > 1 && it.windows(2).all(grow))
}

/// Several numbers as the ticks of one answer.
fn is_list(cell: &Cell) -> bool {
    matches!(cell, Cell::Text(text)
        if text.chars().any(|c| c.is_ascii_digit()) && !text.chars().any(char::is_alphabetic))
}

/// The three ways to read numbers, each value read in all of them and then forgotten.
struct Ways<'a> {
    ways: [(Reading, Interpreter<'a>); 3],
    /// Cells that hold a number.
    cells: u32,
    /// Values none of the ways reads.
    unreadable: u32,
    /// Cells each way does not read.
    unread: [u32; 3],
    /// Whether a cell is read by both in different ways.
    differ: [[bool; 3]; 3],
}

const READINGS: [Reading; 3] = [Reading::Scores, Reading::Labels, Reading::OptionNumbers];

impl<'a> Ways<'a> {
    fn new(item: &'a Item, platform: &'static Platform) -> Self {
        // An assumed order is looked at as if it were told, and asked about then.
        let options = item.scale.as_ref().map_or(0, |it| it.options.len());
        let places = PLACES.get(..options).unwrap_or(&PLACES);
        Self {
            ways: READINGS.map(|reading| {
                let way = Interpreter::new(item, reading, platform);
                (reading, way.numbered(places))
            }),
            cells: 0,
            unreadable: 0,
            unread: [0; 3],
            differ: [[false; 3]; 3],
        }
    }

    /// One value, and how many cells hold it.
    fn read(&mut self, cell: &Cell, count: u32) {
        self.cells = self.cells.saturating_add(count);
        let answers = self.ways.each_ref().map(|(_, way)| way.read(cell));
        let read = answers
            .each_ref()
            .map(|answer| *answer != Answer::Unreadable);
        self.unreadable += u32::from(read == [false; 3]);
        for (unread, read) in self.unread.iter_mut().zip(read) {
            *unread = unread.saturating_add(if read { 0 } else { count });
        }
        for (differ, own) in self.differ.iter_mut().zip(answers.iter().zip(read)) {
            for (differ, other) in differ.iter_mut().zip(answers.iter().zip(read)) {
                *differ |= own.1 && other.1 && own.0 != other.0;
            }
        }
    }

    /// Whether most cells are read so.
    fn most(&self, wanted: Reading) -> bool {
        let mut ways = READINGS.iter().zip(self.unread);
        ways.any(|(way, unread)| *way == wanted && unread.saturating_mul(2) < self.cells)
    }

    /// Whether all cells are read so.
    fn all(&self, wanted: Reading) -> bool {
        let mut ways = READINGS.iter().zip(self.unread);
        ways.any(|(way, unread)| *way == wanted && unread == 0)
    }

    /// The reading that reads most cells, if all that do read alike: cells that are mistyped, or
    /// come from another form, never decide.
    fn choose(&self) -> Reading {
        let most = |unread: u32| unread.saturating_mul(2) < self.cells;
        let ways = (0..).zip(self.unread);
        let mut fitting: Vec<usize> = ways
            .filter(|(_, unread)| most(*unread))
            .map(|(at, _)| at)
            .collect();
        fitting.sort_by_key(|at| self.unread.get(*at));
        let Some(first) = fitting.first() else {
            // Numbers that are neither scores nor places are no question of which they are.
            return match self.unread.iter().all(|unread| *unread == self.cells) {
                true => Reading::Labels,
                false => Reading::Undecided,
            };
        };
        let differ = |one: usize, other: usize| {
            let row = self.differ.get(one);
            row.and_then(|row| row.get(other)).copied().unwrap_or(true)
        };
        let mut pairs = fitting
            .iter()
            .flat_map(|one| fitting.iter().map(move |it| (*one, *it)));
        match pairs.any(|(one, other)| differ(one, other)) {
            true => Reading::Undecided,
            false => READINGS.get(*first).copied().unwrap_or(Reading::Undecided),
        }
    }
}
