//! Rows that say in front that they sum up the others.

use super::super::column::ItemColumn;
use crate::intake::cell::Cell;
use crate::intake::normal::{folded, number};
use crate::intake::options::Options;
use crate::intake::sheet::{Sheet, SheetColumn};

/// What stands in front of a row that sums up the others.
const TOTALS: [&str; 24] = [
    "total",
    "totals",
    "grandtotal",
    "subtotal",
    "sum",
    "average",
    "averages",
    "averagescore",
    "mean",
    "meanscore",
    "median",
    "variance",
    "std",
    "stdev",
    "std.dev",
    "stddev",
    "standarddeviation",
    "fullmarks",
    "fullscore",
    "maximum",
    "minimum",
    "max",
    "min",
    "satisfactionrate",
];
/// The same where it may go on for a few characters: 平均得分, 满分值.
const BEGINNINGS: [&str; 20] = [
    "合计",
    "总计",
    "小计",
    "共计",
    "汇总",
    "平均",
    "均值",
    "均分",
    "总分",
    "得分率",
    "满意率",
    "满意度",
    "满分",
    "方差",
    "标准差",
    "中位数",
    "众数",
    "最高分",
    "最低分",
    "各项得分",
];
/// Characters behind a beginning.
const GOES_ON: usize = 4;

/// The columns before the answers, with what their values say.
pub(super) struct Words<'a> {
    before: Vec<(&'a SheetColumn, Vec<Word>)>,
    /// Columns of answers that are no texts.
    answers: Vec<&'a SheetColumn>,
}

/// What a value in front of a row says.
#[derive(Clone, Copy, PartialEq)]
enum Word {
    Total,
    /// It is an option: how often it was chosen may stand behind it.
    Option,
    Other,
}

impl<'a> Words<'a> {
    pub fn of(sheet: &'a Sheet, columns: &[ItemColumn<'a>]) -> Self {
        let first = columns.iter().map(|column| column.column.index).min();
        let before = sheet.columns.iter();
        let before = before.filter(|column| Some(column.index) < first);
        let scales: Vec<Options> = columns
            .iter()
            .filter_map(|column| Some(Options::of(column.item.scale.as_ref()?)))
            .collect();
        let words = |column: &'a SheetColumn| {
            let values = column.dictionary().iter();
            (column, values.map(|value| word(value, &scales)).collect())
        };
        let answers = columns.iter().filter(|it| it.item.kind.has_scale());
        Self {
            before: before.map(words).collect(),
            answers: answers.map(|it| it.column).collect(),
        }
    }

    /// Whether the row sums up the others.
    pub fn sum_up(&self, row: u32) -> bool {
        let filled = |(column, _): &&(&SheetColumn, Vec<Word>)| column.code(row) != 0;
        let Some((column, words)) = self.before.iter().find(filled) else {
            return false;
        };
        match words.get(column.code(row) as usize) {
            Some(Word::Total) => true,
            Some(Word::Option) => self.only_numbers(row),
            Some(Word::Other) | None => false,
        }
    }

    fn only_numbers(&self, row: u32) -> bool {
        let cells = self.answers.iter().map(|column| column.value(row));
        let mut filled = cells.filter(|cell| !cell.is_empty()).peekable();
        filled.peek().is_some() && filled.all(|cell| number(cell).is_some())
    }
}

fn word(cell: &Cell, scales: &[Options]) -> Word {
    let Cell::Text(text) = cell else {
        return Word::Other;
    };
    let folded = folded(text);
    let bare = folded.trim_end_matches([':', '.']);
    let begins = |word: &&str| {
        let rest = bare.strip_prefix(*word);
        rest.is_some_and(|rest| rest.chars().count() <= GOES_ON)
    };
    match () {
        () if TOTALS.contains(&bare) || BEGINNINGS.iter().any(begins) => Word::Total,
        () if scales.iter().any(|scale| scale.by_label(text).is_some()) => Word::Option,
        () => Word::Other,
    }
}
