//! Rows around the returns of a table that nobody has answered: the titles in other words above,
//! signatures and notes below. Neither holds anything that can be read as an answer.

use super::super::column::ItemColumn;
use crate::intake::cell::Cell;
use crate::intake::heading::is_hint;
use crate::intake::normal::folded;
use crate::intake::sheet::Sheet;
use crate::model::{Answer, ItemKind};

/// What a line below a table begins with, whoever wrote it.
const MAKERS: [&str; 26] = [
    "制表",
    "编制",
    "审核",
    "批准",
    "复核",
    "填表",
    "填报",
    "统计人",
    "统计员",
    "调查员",
    "录入",
    "核对",
    "经办",
    "负责人",
    "签字",
    "签名",
    "盖章",
    "签章",
    "preparedby",
    "reviewedby",
    "approvedby",
    "checkedby",
    "compiledby",
    "enteredby",
    "signature",
    "signed",
];
/// The same where no free text can begin so.
const NOTES: [&str; 15] = [
    "日期:",
    "填表日期",
    "制表日期",
    "统计日期",
    "备注:",
    "说明:",
    "注:",
    "附注",
    "填表说明",
    "date:",
    "note:",
    "notes:",
    "remark:",
    "remarks:",
    "page",
];
/// Unreadable texts in a row before it says something else than answers.
const SEVERAL: usize = 2;

/// Looks at rows around the returns.
pub(super) struct Around<'a> {
    sheet: &'a Sheet,
    /// Columns whose answers are options or numbers.
    columns: Vec<&'a ItemColumn<'a>>,
    /// Those of free texts.
    written: Vec<&'a ItemColumn<'a>>,
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
        let (written, told) = columns.partition(|it| it.item.kind == ItemKind::Text);
        let told: Vec<&ItemColumn<'_>> = told;
        Self {
            sheet,
            columns: told.into_iter().filter(|it| it.has_one_column()).collect(),
            written,
        }
    }

    /// Whether the row says the titles in other words: codes, or another language than titles
    /// and options.
    pub fn titles(&self, row: u32) -> bool {
        let held = self.held(row);
        let none_is_an_answer =
            held.strange >= SEVERAL && held.other == 0 && held.strange * 2 >= self.columns.len();
        let reworded = none_is_an_answer && (self.in_another_script(row) || self.codes(row));
        reworded || self.hints(row)
    }

    /// Whether all a row says is how to fill in the columns: `1-5分`, `请选择`, `很满意/满意/一般`.
    fn hints(&self, row: u32) -> bool {
        let held = self.held(row);
        let asked = || self.columns.iter().chain(&self.written);
        let mut filled = asked().filter(|it| it.column.code(row) != 0);
        let told = |it: &&ItemColumn<'_>| match it.column.value(row) {
            Cell::Text(text) => says_how(text) || lists_options(it, text),
            _ => false,
        };
        let table = !self.sheet.is_form() && self.sheet.rows() > 1;
        table && held.strange > 0 && held.other == 0 && filled.all(told)
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
        let mut filled = super::filled(self.sheet, row).map(|(_, cell)| cell);
        let first = filled.next();
        let noted = first.is_some_and(|it| is_note(it, &MAKERS) || is_note(it, &NOTES));
        let made = first
            .into_iter()
            .chain(filled)
            .any(|it| is_note(it, &MAKERS));
        let written = self.written.iter().any(|it| it.column.code(row) != 0);
        match (held.strange, held.other) {
            (_, 1..) => false,
            (0, 0) => written && first.is_some_and(|it| is_note(it, &MAKERS)),
            (_, 0) => noted || made,
        }
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
                Cell::Text(_) | Cell::Date(_) if unreadable && once => held.strange += 1,
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

/// Whether a text lists the options of the item and says nothing else.
fn lists_options(column: &ItemColumn<'_>, text: &str) -> bool {
    let options = column.item.scale.iter().flat_map(|it| &it.options);
    let mut labels: Vec<String> = options.map(|it| folded(&it.label)).collect();
    let all = labels.len();
    labels.sort_by_key(|it| std::cmp::Reverse(it.len()));
    let mut rest = folded(text);
    let mut listed = 0;
    for label in labels.iter().filter(|it| !it.is_empty()) {
        if rest.contains(label.as_str()) {
            listed += 1;
            rest = rest.replace(label.as_str(), "");
        }
    }
    let between = |c: char| c.is_ascii_digit() || "/、,;|或()=-:.分~".contains(c);
    listed > 1 && (listed > 2 || listed == all) && rest.chars().all(between)
}

/// Whether a text says in words, or with the first and the last number, how to answer.
fn says_how(text: &str) -> bool {
    let range = text.contains(['-', '~', '～', '–', '至', '到']);
    let words = text.chars().any(char::is_alphabetic);
    is_hint(text) && (range || words)
}

/// One of the words for a line below a table, and what it is for behind a colon.
fn is_note(cell: &Cell, notes: &[&str]) -> bool {
    let Cell::Text(text) = cell else {
        return false;
    };
    let text = folded(text);
    notes.iter().any(|note| {
        let rest = text.strip_prefix(note.trim_end_matches(':'));
        let rest = rest.map(|it| {
            ["人", "者", "日期"]
                .iter()
                .find_map(|end| it.strip_prefix(end))
                .unwrap_or(it)
        });
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(':'))
    })
}
