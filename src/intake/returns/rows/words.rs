//! Rows that say in front that they sum up the others.

use rustc_hash::FxHashSet;

use super::super::column::ItemColumn;
use crate::intake::cell::Cell;
use crate::intake::normal::folded;
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

/// What a row says in front of its answers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Says {
    Nothing,
    /// It sums up the others.
    Total,
    /// It may sum up the others, or hold the most there is to get.
    Perhaps {
        full: bool,
    },
    /// It is an option of a scale: how often it was chosen may stand behind it.
    Option,
}

/// The columns before the answers, with what their values say.
pub(super) struct Words<'a>(Vec<(&'a SheetColumn, Vec<Says>)>);

impl<'a> Words<'a> {
    pub fn of(sheet: &'a Sheet, columns: &[ItemColumn<'a>], customers: &[Customer]) -> Self {
        let told = columns.iter().filter(|it| it.item.kind != ItemKind::Text);
        let first = told.map(|column| column.column.index).min();
        let before = sheet.columns.iter();
        let before = before.filter(|column| Some(column.index) < first);
        let is_text = |index: u32| columns.iter().any(|it| it.column.index == index);
        let scales: Vec<Options> = columns
            .iter()
            .filter_map(|column| Some(Options::of(column.item.scale.as_ref()?)))
            .collect();
        let names = customers.iter().flat_map(|it| [&it.code, &it.name]);
        let names: FxHashSet<String> = names.map(|name| folded(name)).collect();
        let words = |column: &'a SheetColumn| {
            let values = column.dictionary().iter();
            let says = values.map(|value| says(value, &scales, &names));
            // What somebody wrote may be called so too: there the figures have to say it.
            let written = is_text(column.index);
            let says = says.map(|said| match said {
                Says::Total if written => Says::Perhaps { full: false },
                said => said,
            });
            (column, says.collect())
        };
        Self(before.map(words).collect())
    }

    pub fn say(&self, row: u32) -> Says {
        let all = self.0.iter().filter(|(column, _)| column.code(row) != 0);
        let mut all = all.map(|(column, says)| {
            let said = says.get(column.code(row) as usize);
            said.copied().unwrap_or(Says::Nothing)
        });
        match all.next() {
            Some(first @ (Says::Total | Says::Perhaps { .. } | Says::Option)) => first,
            Some(Says::Nothing) => {
                let perhaps = |said| matches!(said, Says::Total | Says::Perhaps { .. });
                match all.any(perhaps) {
                    true => Says::Perhaps { full: false },
                    false => Says::Nothing,
                }
            }
            None => Says::Nothing,
        }
    }

    /// What stands first in a row.
    pub fn first(&self, row: u32) -> Option<&Cell> {
        let mut filled = self.0.iter().filter(|(column, _)| column.code(row) != 0);
        filled.next().map(|(column, _)| column.value(row))
    }
}

fn says(cell: &Cell, scales: &[Options], names: &FxHashSet<String>) -> Says {
    let Cell::Text(text) = cell else {
        return Says::Nothing;
    };
    let folded = folded(text);
    let bare = folded.trim_end_matches([':', '.']);
    let holds = |words: &[&str]| words.iter().any(|word| bare.contains(word));
    match () {
        () if names.contains(&folded) => Says::Nothing,
        () if TOTALS.contains(&bare) => Says::Total,
        () if scales.iter().any(|scale| scale.by_label(text).is_some()) => Says::Option,
        () if holds(&TOTALS) || holds(&PERHAPS) => Says::Perhaps { full: holds(&FULL) },
        () => Says::Nothing,
    }
}
