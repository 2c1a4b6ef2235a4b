//! Rows that say in front that they sum up the others.

use std::cell::OnceCell;

use rustc_hash::FxHashSet;

use super::super::column::ItemColumn;
use super::called::{Called, Name, called};
use crate::intake::cell::Cell;
use crate::intake::day::day;
use crate::intake::normal::{folded, number};
use crate::intake::options::Options;
use crate::intake::sheet::{Sheet, SheetColumn};
use crate::model::{Customer, ItemKind};

/// What nobody is called, in front of a row that sums up the others.
const TOTALS: [&str; 12] = [
    "合计",
    "总计",
    "小计",
    "共计",
    "汇总",
    "平均",
    "平均分",
    "平均值",
    "均值",
    "总分",
    "得分率",
    "满意率",
];
/// What else may be part of what such a row is called. A firm or person may be called so too, and
/// so the figures have to say it as well.
const PERHAPS: [&str; 23] = [
    "均分",
    "得分",
    "分值",
    "满分",
    "满意度",
    "方差",
    "标准差",
    "中位数",
    "众数",
    "占比",
    "比例",
    "人数",
    "份数",
    "average",
    "avg",
    "mean",
    "median",
    "total",
    "sum",
    "std",
    "variance",
    "score",
    "count",
];
/// Words for the marks there are at most.
const FULL: [&str; 4] = ["满分", "分值", "fullmarks", "fullscore"];

/// Titles of what people write beside their answers.
const REMARKS: [&str; 10] = [
    "备注",
    "意见",
    "建议",
    "说明",
    "留言",
    "原因",
    "remark",
    "comment",
    "suggestion",
    "feedback",
];

/// What a row says in front of its answers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Says {
    Nothing,
    /// A number or a day: nothing of who answered.
    Beside,
    /// Somebody of the register.
    Somebody,
    /// Nothing but digits and what stands between them: not yet looked at whether it is a number
    /// or a day, of which a file may hold one a row.
    Digits,
    /// It sums up the others.
    Total,
    /// It has the name of a row of figures, wherever that stands.
    Called(Name),
    /// Somebody's free text is such a name, and nobody is named beside it; or something behind what
    /// could be somebody's name is.
    Written,
    /// It may sum up the others, or hold the most there is to get.
    Perhaps {
        full: bool,
    },
    /// It is an option of a scale: how often it was chosen may stand behind it.
    Option,
}

/// The columns before the answers, with what their values say.
pub(super) struct Words<'a> {
    columns: Vec<(&'a SheetColumn, Vec<Says>)>,
    /// Whether most of what stands in a column is on the register, once somebody asked.
    known: Vec<OnceCell<bool>>,
    /// Whether it is an item that is answered in words, or a column for them.
    texts: Vec<bool>,
    /// Codes and names of the register, folded.
    names: FxHashSet<String>,
}

impl<'a> Words<'a> {
    pub fn of(sheet: &'a Sheet, columns: &[ItemColumn<'a>], customers: &[Customer]) -> Self {
        let told = columns.iter().filter(|it| it.item.kind != ItemKind::Text);
        let first = told.map(|column| column.column.index).min();
        let before = sheet.columns.iter();
        let is_text = |column: &SheetColumn| {
            let mut items = columns.iter().map(|it| it.column.index);
            let title = folded(&column.title);
            items.any(|it| it == column.index) || REMARKS.iter().any(|it| title.contains(it))
        };
        let behind = |column: &SheetColumn| Some(column.index) >= first;
        let is_written = |column: &SheetColumn| {
            let mut texts = columns.iter().filter(|it| it.item.kind == ItemKind::Text);
            texts.any(|it| it.column.index == column.index)
        };
        let before = before.filter(|column| !behind(column) || is_written(column));
        let scales = columns.iter().filter_map(|it| it.item.scale.as_ref());
        let labels = scales.flat_map(|scale| {
            let options = Options::of(scale);
            options.labels().map(str::to_owned).collect::<Vec<_>>()
        });
        let labels: FxHashSet<String> = labels.collect();
        let names = customers.iter().flat_map(|it| [&it.code, &it.name]);
        let names: FxHashSet<String> = names.map(|name| folded(name)).collect();
        let words = |column: &'a SheetColumn| {
            let values = (0..).zip(column.dictionary());
            let says = values.map(|(code, value)| match says(value, &labels, &names) {
                // What stands beside several rows is a group of them.
                Says::Called(name)
                    if name.called == Called::Yardstick && column.count(code) > 1 =>
                {
                    Says::Nothing
                }
                said => said,
            });
            // What somebody wrote may be called so too: there the figures have to say it, and
            // only the name and nothing else tells anything.
            let written = is_text(column);
            let says = says.map(|said| match said {
                Says::Total | Says::Called(_) if written => Says::Written,
                _ if written => Says::Nothing,
                said => said,
            });
            (column, says.collect())
        };
        let columns: Vec<_> = before.map(words).collect();
        Self {
            known: columns.iter().map(|_| OnceCell::new()).collect(),
            texts: columns.iter().map(|(it, _)| is_text(it)).collect(),
            columns,
            names,
        }
    }

    pub fn say(&self, row: u32) -> Says {
        let all = || self.said(row).map(|(_, said)| said);
        let first = all().next().unwrap_or(Says::Nothing);
        if all().any(|said| said == Says::Somebody) {
            return Says::Nothing;
        }
        let is_example = |said: &Says| matches!(said, Says::Called(name) if name.example);
        let named = || self.told(row).find(|said| *said != Says::Beside);
        let example = all().any(|said| is_example(&said)).then(named).flatten();
        match example.filter(is_example) {
            Some(example) => return example,
            None if matches!(first, Says::Total | Says::Option) => return first,
            None => {}
        }
        if let Some((_, said)) = self.called(row) {
            return said;
        }
        let perhaps =
            |said: &Says| matches!(said, Says::Total | Says::Perhaps { .. } | Says::Called(_));
        match first {
            Says::Perhaps { .. } => first,
            _ if all().any(|said| perhaps(&said)) => Says::Written,
            _ => match self.written(row) {
                true if named().is_none() => Says::Written,
                _ => Says::Nothing,
            },
        }
    }

    /// Whether somebody wrote such a name.
    fn written(&self, row: u32) -> bool {
        let mut said = self.columns.iter().zip(&self.texts);
        said.any(|((column, says), text)| {
            *text && says.get(column.code(row) as usize) == Some(&Says::Written)
        })
    }

    /// The same as [`Self::said`] where digits are looked at.
    fn told(&self, row: u32) -> impl Iterator<Item = Says> {
        self.said(row).map(move |(at, said)| {
            let holds = || {
                let column = self.columns.get(at);
                column.is_some_and(|(column, _)| is_beside(column.value(row)))
            };
            match said {
                Says::Digits if holds() => Says::Beside,
                Says::Digits => Says::Nothing,
                said => said,
            }
        })
    }

    /// What each filled column before the answers says, by its place; what was written is no name.
    fn said(&self, row: u32) -> impl Iterator<Item = (usize, Says)> {
        let all = self.columns.iter().enumerate();
        let all = all.filter(|(at, _)| self.texts.get(*at) == Some(&false));
        let filled = all.filter(move |(_, (column, _))| column.code(row) != 0);
        filled.map(move |(at, (column, says))| {
            let said = says.get(column.code(row) as usize);
            (at, said.copied().unwrap_or(Says::Nothing))
        })
    }

    /// The name of a row of figures, and where it stands, if nobody's name stands beside it.
    fn called(&self, row: u32) -> Option<(usize, Says)> {
        let is_name = |said: &Says| matches!(said, Says::Called(_) | Says::Total);
        let mut names = self.said(row).filter(|(_, said)| is_name(said));
        let name = names.next()?;
        let mut all = self.told(row);
        all.all(|said| said == Says::Beside || is_name(&said))
            .then_some(name)
    }

    /// The column the name of the row stands in, as the sheet counts them, and whether all others
    /// in it are on the register.
    pub fn place(&self, row: u32) -> Option<(u32, bool)> {
        let (at, _) = self.called(row)?;
        let (column, _) = self.columns.get(at)?;
        let known = self.known.get(at)?;
        Some((column.index, *known.get_or_init(|| self.is_known(column))))
    }

    fn is_known(&self, column: &SheetColumn) -> bool {
        let all: u32 = column.values().map(|(_, count)| count).sum();
        let known = column.values();
        let known = known.filter(|(value, _)| self.names.contains(&folded(&value.found())));
        let known: u32 = known.map(|(_, count)| count).sum();
        known > 0 && known.saturating_mul(2) >= all
    }

    /// What stands first in a row.
    pub fn first(&self, row: u32) -> Option<&Cell> {
        let mut filled = self
            .columns
            .iter()
            .filter(|(column, _)| column.code(row) != 0);
        filled.next().map(|(column, _)| column.value(row))
    }
}

/// Whether a text is what nobody is called, and no answer.
pub(super) fn is_total(text: &str) -> bool {
    TOTALS.contains(&folded(text).trim_end_matches([':', '.']))
}

fn says(cell: &Cell, labels: &FxHashSet<String>, names: &FxHashSet<String>) -> Says {
    let Cell::Text(text) = cell else {
        return match cell {
            Cell::Number(_) | Cell::Date(_) => Says::Beside,
            _ => Says::Nothing,
        };
    };
    let folded = folded(text);
    let bare = folded.trim_end_matches([':', '.']);
    let holds = |words: &[&str]| words.iter().any(|word| bare.contains(word));
    match () {
        () if names.contains(&folded) => Says::Somebody,
        () if TOTALS.contains(&bare) => Says::Total,
        () if labels.contains(&folded) => Says::Option,
        () if bare.chars().all(is_digit_or_between) => Says::Digits,
        () if is_beside(cell) => Says::Beside,
        () if let Some(name) = called(text) => Says::Called(name),
        () if holds(&TOTALS) || holds(&PERHAPS) => Says::Perhaps { full: holds(&FULL) },
        () => Says::Nothing,
    }
}

/// Whether a cell holds a number or a day.
fn is_beside(cell: &Cell) -> bool {
    number(cell).is_some() || day(cell).is_some()
}

/// No word for a row of figures is made of these alone.
fn is_digit_or_between(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, ':' | '.' | '/' | '-' | ',' | '秒' | '分' | '时')
}
