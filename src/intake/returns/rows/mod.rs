//! Which rows of a sheet are returns, and why the others are none.

mod around;
mod called;
mod heads;
mod marks;
mod shifted;
mod statistics;
mod trials;
mod under;
mod words;

use self::around::Around;
use self::called::Called;
use self::shifted::Shifted;
use self::statistics::Statistics;
use self::trials::Trials;
use self::under::Under;
use self::words::{Says, Words};
use super::column::ItemColumn;
use super::{Account, Context};
use crate::intake::cell::Cell;
use crate::intake::error::IntakeError;
use crate::intake::sheet::Sheet;
use crate::intake::tally;
use crate::model::{Answer, ItemKind, NoReturn, RowChoice, SetAside};

const ROWS_PER_LOOK: u32 = 10_000;

/// What the rows of a sheet are.
#[derive(Default)]
pub(super) struct Sorted {
    /// Rows that are returns, counted from 0 below the header.
    pub returns: Vec<u32>,
    /// Rows that hold something but are no returns.
    pub aside: Vec<SetAside>,
    /// Rows that are taken for returns though they are called what sums others up, as the
    /// spreadsheet numbers them.
    pub doubtful: Vec<u32>,
}

/// Rows above the last one in which what sums up is looked for, and rows below the titles in which
/// what is held against the others is.
const LAST: u32 = 6;
const FIRST: u32 = 3;

/// Which rows are returns, and why the others are none.
pub(super) fn returns(
    account: &Account<'_>,
    columns: &[ItemColumn<'_>],
    context: &Context<'_>,
    choices: &[RowChoice],
) -> Result<Sorted, IntakeError> {
    let sheet = account.sheet;
    // what each row is, and its number in one of two lists that grow by doubling
    account.take(u64::from(sheet.rows()) * 10, "")?;
    let mut kinds = answered(sheet, columns);
    let (words, shifted) = (
        Words::of(sheet, columns, context.customers),
        Shifted::of(sheet),
    );
    let statistics = Statistics::of(sheet, columns, &kinds);
    let (trials, under) = (Trials::of(sheet), Under::of(columns));
    let spread = columns.iter().filter(|it| !it.has_one_column());
    let counts = tally::rows(
        sheet,
        &spread.flat_map(ItemColumn::cells).collect::<Vec<_>>(),
    );
    for row in 0..sheet.rows() {
        if row.is_multiple_of(ROWS_PER_LOOK) {
            account.look(0)?;
        }
        let (above, rest) = kinds.split_at_mut(row as usize);
        let Some(kind) = rest.first_mut().filter(|kind| kind.is_return()) else {
            continue;
        };
        let why = match shifted.shifted(row) {
            true => Some(NoReturn::Shifted),
            false if is_struck(sheet, columns, row) => Some(NoReturn::Struck),
            false if counts.contains(&row) => Some(NoReturn::Statistics),
            false if trials.is_one(row) => Some(NoReturn::Trial),
            false if statistics.anonymous(row) && under.called(row).is_some() => {
                under.called(row).map(why)
            }
            false => why_none(sheet, columns, (&words, &statistics), (row, above)),
        };
        *kind = why.map_or(Row::Return, Row::None);
    }
    around_the_table(sheet, columns, &statistics, &mut kinds);
    below_other_titles(sheet, &mut kinds);
    // What a person says goes before what was seen, but nothing comes in twice.
    for choice in choices {
        let kind = sheet
            .row(choice.row)
            .and_then(|row| kinds.get_mut(row as usize));
        if let Some(kind) = kind.filter(|it| **it != Row::Empty) {
            *kind = match choice.returned {
                true => Row::Return,
                false => Row::None(NoReturn::Said),
            };
        }
    }
    for (row, why) in context.there {
        let kind = sheet.row(*row).and_then(|row| kinds.get_mut(row as usize));
        if let Some(kind) = kind.filter(|it| it.is_return()) {
            *kind = Row::None(*why);
        }
    }
    let mut sorted = Sorted {
        aside: sheet.above().to_vec(),
        ..Sorted::default()
    };
    let sums_up = |row: u32| {
        let last = row + LAST >= sheet.rows();
        let said = match words.say(row) {
            Says::Called(_) => last || row < FIRST,
            Says::Perhaps { .. } | Says::Option | Says::Written => last,
            Says::Nothing | Says::Beside | Says::Digits | Says::Somebody | Says::Total => false,
        };
        said && !choices.iter().any(|it| sheet.row(it.row) == Some(row))
    };
    for (row, kind) in (0..).zip(kinds) {
        match kind {
            Row::Empty => {}
            Row::Return => {
                sorted.returns.push(row);
                if sums_up(row) {
                    sorted.doubtful.push(sheet.row_number(row));
                }
            }
            Row::None(why) => sorted.aside.push(SetAside {
                row: sheet.row_number(row),
                why,
            }),
        }
    }
    Ok(sorted)
}

/// What a row is.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Row {
    Empty,
    Return,
    None(NoReturn),
}

impl Row {
    fn is_return(self) -> bool {
        self == Self::Return
    }
}

/// Rows with an answer are returns until something else is known.
fn answered(sheet: &Sheet, columns: &[ItemColumn<'_>]) -> Vec<Row> {
    let mut rows = vec![Row::Empty; sheet.rows() as usize];
    for column in &sheet.columns {
        for (row, kind) in (0..).zip(&mut rows) {
            if column.code(row) != 0 {
                *kind = Row::None(NoReturn::NoAnswer);
            }
        }
    }
    for column in columns {
        let answers: Vec<bool> = column.read.iter().map(|it| !it.is_empty()).collect();
        for (row, kind) in (0..).zip(&mut rows) {
            if answers.get(column.code(row)).copied().unwrap_or(false) {
                *kind = Row::Return;
            }
        }
    }
    rows
}

/// Why a row is no return, as far as it and those above it tell.
fn why_none(
    sheet: &Sheet,
    columns: &[ItemColumn<'_>],
    (words, statistics): (&Words<'_>, &Statistics<'_>),
    (row, above): (u32, &[Row]),
) -> Option<NoReturn> {
    let said = words.say(row);
    if let Says::Called(name) = said {
        let place = words.place(row);
        let proved = || {
            statistics.bear_out(name, place, (row, above))
                || (name.called == Called::Sum
                    && !is_answered(columns, row)
                    && statistics.of_rows_above(row, above, false))
        };
        return (name.sure || proved()).then_some(why(name.called));
    }
    let sums_up = match said {
        Says::Nothing | Says::Beside | Says::Digits | Says::Somebody | Says::Called(_) => false,
        Says::Total => true,
        Says::Written => {
            // Sums stand below each other.
            let below_one = matches!(above.last(), Some(Row::None(NoReturn::Statistics)));
            statistics.of_strange_rows_above(row, above)
                || below_one && statistics.of_rows_above(row, above, false)
        }
        Says::Perhaps { full } => statistics.of_rows_above(row, above, full),
        Says::Option => words
            .first(row)
            .is_some_and(|label| statistics.of_an_option(row, label, above)),
    };
    match () {
        () if sums_up || is_reckoned(sheet, columns, row) => Some(NoReturn::Statistics),
        () if repeats_titles(sheet, row) && !is_answered(columns, row) => Some(NoReturn::Titles),
        () => None,
    }
}

fn why(called: Called) -> NoReturn {
    match called {
        Called::Sum => NoReturn::Statistics,
        Called::Yardstick => NoReturn::Yardstick,
    }
}

/// Whether all that stands under items are formulas over the rows above.
fn is_reckoned(sheet: &Sheet, columns: &[ItemColumn<'_>], row: u32) -> bool {
    let asked = columns.iter().filter(|it| it.item.kind != ItemKind::Text);
    let mut filled = asked.filter(|it| it.column.code(row) != 0).peekable();
    filled.peek().is_some() && filled.all(|it| sheet.is_reckoned(it.column, row))
}

/// Whether somebody struck through every answer of a row.
fn is_struck(sheet: &Sheet, columns: &[ItemColumn<'_>], row: u32) -> bool {
    let cells = || columns.iter().flat_map(ItemColumn::cells);
    let mut filled = cells().filter(|it| it.code(row) != 0).peekable();
    sheet.has_struck() && filled.peek().is_some() && filled.all(|it| sheet.is_struck(it, row))
}

/// Whether all that stands under items can be read as answers.
fn is_answered(columns: &[ItemColumn<'_>], row: u32) -> bool {
    let asked = columns.iter().filter(|it| it.item.kind.has_scale());
    let mut read = asked.filter_map(|it| it.read.get(it.code(row)));
    read.all(|answer| *answer != Answer::Unreadable)
}

/// What stands between the titles and the first return, and below the last one.
fn around_the_table(
    sheet: &Sheet,
    columns: &[ItemColumn<'_>],
    statistics: &Statistics<'_>,
    kinds: &mut [Row],
) {
    let around = Around::of(sheet, columns);
    for (row, kind) in (0..).zip(kinds.iter_mut()).take(Around::TITLES) {
        match kind {
            Row::Return if marks::are_full(row, columns, sheet) && statistics.nobody(row, None) => {
                *kind = Row::None(NoReturn::Yardstick);
            }
            Row::Return
                if around.titles(row)
                    || statistics.anonymous(row) && heads::are_options(sheet, columns, row) =>
            {
                *kind = Row::None(NoReturn::Titles);
            }
            Row::Return => break,
            Row::Empty | Row::None(_) => {}
        }
    }
    let Some(last) = kinds.iter().rposition(|kind| kind.is_return()) else {
        return;
    };
    for row in (0..=last).rev().take(Around::BELOW) {
        let (above, rest) = kinds.split_at_mut(row);
        let Some(kind) = rest.first_mut().filter(|kind| kind.is_return()) else {
            continue;
        };
        let at = u32::try_from(row).unwrap_or(u32::MAX);
        let why = match () {
            () if around.note(at) => NoReturn::Note,
            () if statistics.of_nobody(at, above) => NoReturn::Statistics,
            () => break,
        };
        *kind = Row::None(why);
    }
}

/// Another table may stand below with its columns in another order: its rows cannot be read under
/// the titles above.
fn below_other_titles(sheet: &Sheet, kinds: &mut [Row]) {
    let mut other = false;
    for (row, kind) in (0..).zip(kinds) {
        match *kind {
            Row::None(NoReturn::Titles) => other = false,
            _ if says_titles_elsewhere(sheet, row) => {
                other = true;
                *kind = Row::None(NoReturn::Titles);
            }
            Row::Return if other => *kind = Row::None(NoReturn::OtherTitles),
            Row::Empty | Row::Return | Row::None(_) => {}
        }
    }
}

/// Whether all a row says are titles, but not those of its columns.
fn says_titles_elsewhere(sheet: &Sheet, row: u32) -> bool {
    let mut moved = 0;
    let all = filled(sheet, row).all(|(title, cell)| match cell {
        Cell::Text(text) => {
            let own = **text == *title;
            let mut titles = sheet.columns.iter().map(|it| it.title.as_str());
            moved += usize::from(!own);
            own || titles.any(|it| **text == *it)
        }
        _ => false,
    });
    all && moved > 1
}

/// Cells of a row that hold something, with the title above.
fn filled(sheet: &Sheet, row: u32) -> impl Iterator<Item = (&str, &Cell)> {
    let cells = sheet.columns.iter();
    let cells = cells.map(move |column| (column.title.as_str(), column.value(row)));
    cells.filter(|(_, cell)| !cell.is_empty())
}

/// Tables of several months stand below each other with their titles.
fn repeats_titles(sheet: &Sheet, row: u32) -> bool {
    let same = |(title, cell): (&str, &Cell)| matches!(cell, Cell::Text(text) if **text == *title);
    filled(sheet, row).all(same) && filled(sheet, row).nth(1).is_some()
}
