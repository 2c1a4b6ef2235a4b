//! Rows around the returns of a table that nobody has answered: the titles in other words above,
//! signatures and notes below. Neither holds anything that can be read as an answer.

use super::super::column::ItemColumn;
use crate::intake::cell::Cell;
use crate::intake::normal::folded;
use crate::intake::sheet::Sheet;
use crate::model::Answer;

/// What a line below a table begins with.
const NOTES: [&str; 26] = [
    "制表",
    "编制",
    "审核",
    "批准",
    "复核",
    "填表",
    "填报",
    "统计人",
    "签字",
    "签名",
    "盖章",
    "日期:",
    "备注:",
    "说明:",
    "注:",
    "附注",
    "preparedby",
    "reviewedby",
    "approvedby",
    "checkedby",
    "signature",
    "signed",
    "note:",
    "notes:",
    "remark:",
    "remarks:",
];
/// Unreadable texts in a row before it says something else than answers.
const SEVERAL: usize = 2;

/// Looks at rows around the returns.
pub(super) struct Around<'a> {
    sheet: &'a Sheet,
    /// Columns whose answers are options or numbers.
    columns: Vec<&'a ItemColumn<'a>>,
}

/// What the cells of a row under the items hold.
#[derive(Default)]
struct Held {
    /// Texts nobody can read as an answer, each only here in its column.
    strange: usize,
    /// Anything else.
    other: usize,
}

impl<'a> Around<'a> {
    /// Rows of titles below the first ones.
    pub const TITLES: usize = 3;
    /// Rows looked at from the last one upwards.
    pub const BELOW: usize = 30;

    pub fn of(sheet: &'a Sheet, columns: &'a [ItemColumn<'a>]) -> Self {
        let columns = columns.iter();
        let told = columns.filter(|it| it.item.kind.has_scale() && it.has_one_column());
        Self {
            sheet,
            columns: told.collect(),
        }
    }

    /// Whether the row says the titles in other words: codes, or another language than titles
    /// and options.
    pub fn titles(&self, row: u32) -> bool {
        let held = self.held(row);
        let none_is_an_answer =
            held.strange >= SEVERAL && held.other == 0 && held.strange * 2 >= self.columns.len();
        none_is_an_answer && (self.in_another_script(row) || self.codes(row))
    }

    /// Latin letters below titles without any, or the other way round. Codes are Latin anyway.
    fn in_another_script(&self, row: u32) -> bool {
        let cells = super::filled(self.sheet, row);
        let scripts: Vec<[bool; 2]> = cells
            .filter_map(|(title, cell)| match cell {
                Cell::Text(text) => Some([latin(title), latin(text)]),
                _ => None,
            })
            .collect();
        let other = scripts.iter().filter(|[title, text]| title != text).count();
        let same = |latin: bool| scripts.contains(&[latin, latin]);
        other * 2 >= scripts.len() && !same(false)
    }

    /// Codes of the items below their texts.
    fn codes(&self, row: u32) -> bool {
        let code = |column: &ItemColumn<'_>, cell: &Cell| match cell {
            Cell::Text(text) => folded(text) == folded(&column.item.code),
            _ => false,
        };
        let mut filled = self.columns.iter().filter(|it| it.column.code(row) != 0);
        filled.all(|it| code(it, it.column.value(row)))
    }

    /// Whether the row is a line below a table: it begins as one, and holds no answer.
    pub fn note(&self, row: u32) -> bool {
        let held = self.held(row);
        let first = super::filled(self.sheet, row).next();
        let noted = first.is_some_and(|(_, cell)| is_note(cell));
        held.strange > 0 && held.other == 0 && noted
    }

    fn held(&self, row: u32) -> Held {
        let mut held = Held::default();
        for column in &self.columns {
            let code = column.code(row);
            let cell = column.column.value(row);
            let unreadable = column.read.get(code) == Some(&Answer::Unreadable);
            let once = column.column.count(code) == 1;
            match cell {
                Cell::Empty => {}
                Cell::Text(_) if unreadable && once => held.strange += 1,
                Cell::Text(_)
                | Cell::Number(_)
                | Cell::Bool(_)
                | Cell::Date(_)
                | Cell::Error(_)
                | Cell::Formula(_) => held.other += 1,
            }
        }
        held
    }
}

fn latin(text: &str) -> bool {
    let mut letters = text.chars().filter(|c| c.is_alphabetic());
    letters.all(|c| c.is_ascii())
}

/// A word for a line below a table, and what it is for behind a colon.
fn is_note(cell: &Cell) -> bool {
    let Cell::Text(text) = cell else {
        return false;
    };
    let text = folded(text);
    NOTES.iter().any(|note| {
        let rest = text.strip_prefix(note.trim_end_matches(':'));
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(':') || rest.starts_with("人:"))
    })
}
