//! Which item a column heading names.
//!
//! A heading that is exactly a code, text or alias comes first; then width, white space and
//! case do not matter, then numbers in front (`3、`, `Q3.`), then the question above the lines
//! of a matrix (`17、题干—子项`, followed by `17、子项`). An item that was named more exactly is
//! not named again by a vaguer heading, and a vague heading whose number or question
//! contradicts the item's names nothing.

use rustc_hash::{FxHashMap, FxHashSet};

use super::normal::folded;
use crate::model::Item;

/// Between the question of a matrix and its line.
const DASH: char = '—';

/// A heading or the name of an item, taken apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Parts {
    /// As written, without white space around it.
    exact: String,
    /// Folded, without a colon at the end.
    whole: String,
    /// Number in front, if there is one.
    number: Option<String>,
    /// Question of the matrix, if it is a line of one.
    question: Option<String>,
    /// What is left.
    line: String,
}

impl Parts {
    fn of(text: &str) -> Self {
        let whole = folded(text);
        let whole = whole.trim_end_matches([':', '*']).to_owned();
        let (number, rest) = split_number(&whole);
        let (question, line) = split_question(rest);
        Self {
            exact: text.trim().to_owned(),
            number: number.map(str::to_owned),
            question: question.map(str::to_owned),
            line: bare(line).to_owned(),
            whole,
        }
    }

    /// Everything but the number.
    fn numberless(&self) -> String {
        match &self.question {
            Some(question) => format!("{question}{DASH}{}", self.line),
            None => self.line.clone(),
        }
    }

    fn numbered(&self) -> Option<String> {
        let number = self.number.as_ref()?;
        Some(format!("{number}、{}", self.numberless()))
    }

    fn numbered_line(&self) -> Option<String> {
        let number = self.number.as_ref()?;
        Some(format!("{number}、{}", self.line))
    }

    /// Neither the numbers nor the questions differ, as far as both have one.
    fn agrees(&self, other: &Self) -> bool {
        let differ = |a: &Option<String>, b: &Option<String>| a.is_some() && b.is_some() && a != b;
        !differ(&self.number, &other.number) && !differ(&self.question, &other.question)
    }
}

/// A number in front of a folded heading: `3、`, `3.`, `q3.`, `3)`, `(3)`, `3:`. In `3.5寸` and
/// `3位` there is none.
fn split_number(whole: &str) -> (Option<&str>, &str) {
    let text = whole.strip_prefix('(').unwrap_or(whole);
    let text = text.strip_prefix('q').unwrap_or(text);
    let end = text
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(text.len());
    let (digits, after) = text.split_at(end);
    let marks = after.trim_start_matches(['、', '.', ':', ')', '-']);
    let separated = marks.len() < after.len() && !marks.starts_with(|c: char| c.is_ascii_digit());
    if digits.is_empty() || digits.len() > 3 || !separated || marks.is_empty() {
        return (None, whole);
    }
    (Some(digits), marks)
}

/// Splits at the last dash that stands alone: two in a row are punctuation.
fn split_question(text: &str) -> (Option<&str>, &str) {
    let single = text.rmatch_indices(DASH).find(|(at, dash)| {
        let before = text.get(..*at).unwrap_or_default();
        let after = text.get(at + dash.len()..).unwrap_or_default();
        !before.is_empty()
            && !after.is_empty()
            && !before.ends_with(DASH)
            && !after.starts_with(DASH)
    });
    single.map_or((None, text), |(at, dash)| {
        (
            text.get(..at),
            text.get(at + dash.len()..).unwrap_or_default(),
        )
    })
}

/// A line in brackets of its own, as `8、(子项)`.
fn bare(line: &str) -> &str {
    line.strip_prefix('(')
        .and_then(|inner| inner.strip_suffix(')'))
        .filter(|inner| !inner.is_empty() && !inner.contains(['(', ')']))
        .unwrap_or(line)
}

/// What a heading names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Named {
    Nothing,
    /// Position of the item.
    Item(usize),
    /// Several items equally well.
    Several(Vec<usize>),
}

/// From exact to vague.
const TIERS: [fn(&Parts) -> Vec<String>; 5] = [
    |parts| vec![parts.exact.clone()],
    |parts| vec![parts.whole.clone()],
    |parts| {
        parts
            .numbered()
            .into_iter()
            .chain(parts.numbered_line())
            .collect()
    },
    |parts| vec![parts.numberless()],
    |parts| vec![parts.line.clone()],
];
/// From this tier on a heading must not contradict the item.
const VAGUE: usize = 4;

/// What each heading names. `headings` are title and group of each column, in their order.
pub(super) fn named(headings: &[(&str, &str)], items: &[Item]) -> Vec<Named> {
    let columns = columns(headings);
    let names: Vec<(usize, Parts)> = items
        .iter()
        .enumerate()
        .flat_map(|(at, item)| names(item).map(move |name| (at, Parts::of(name))))
        .collect();
    let mut found = vec![Named::Nothing; columns.len()];
    let mut taken = FxHashSet::default();
    for (tier, forms) in TIERS.iter().enumerate() {
        let mut index: FxHashMap<String, Vec<&(usize, Parts)>> = FxHashMap::default();
        for name in &names {
            for form in forms(&name.1).into_iter().filter(|form| !form.is_empty()) {
                index.entry(form).or_default().push(name);
            }
        }
        let mut now_taken = Vec::new();
        for (column, found) in columns.iter().zip(&mut found) {
            if *found != Named::Nothing {
                continue;
            }
            let mut fits: Vec<usize> = column
                .iter()
                .flat_map(|parts| forms(parts).into_iter().map(move |form| (parts, form)))
                .filter_map(|(parts, form)| Some((parts, index.get(&form)?)))
                .flat_map(|(parts, names)| names.iter().map(move |(at, name)| (parts, at, name)))
                .filter(|(parts, _, name)| tier < VAGUE || parts.agrees(name))
                .map(|(_, at, _)| *at)
                .collect();
            fits.sort_unstable();
            fits.dedup();
            *found = match *fits.as_slice() {
                _ if fits.iter().all(|item| taken.contains(item)) => continue,
                [item] => {
                    now_taken.push(item);
                    Named::Item(item)
                }
                _ => Named::Several(fits),
            };
        }
        taken.extend(now_taken);
    }
    found
}

fn names(item: &Item) -> impl Iterator<Item = &str> {
    let own = [item.code.as_str(), item.text.as_str()];
    own.into_iter()
        .chain(item.aliases.iter().map(String::as_str))
}

/// Each heading in the ways it can be meant: as it stands, below its group, and as a line of
/// the matrix whose question only its first line carries.
fn columns(headings: &[(&str, &str)]) -> Vec<Vec<Parts>> {
    let mut questions: FxHashMap<String, String> = FxHashMap::default();
    headings
        .iter()
        .map(|(title, group)| {
            let own = Parts::of(title);
            let mut ways = vec![own.clone()];
            if let (Some(number), Some(question)) = (&own.number, &own.question) {
                questions.insert(number.clone(), question.clone());
            } else if let Some(question) = own.number.as_ref().and_then(|n| questions.get(n)) {
                ways = vec![Parts {
                    question: Some(question.clone()),
                    ..own.clone()
                }];
            }
            if !group.is_empty() {
                ways.push(Parts::of(&format!("{group}{DASH}{title}")));
            }
            ways
        })
        .collect()
}

/// A heading as field headings are compared: folded, without number and colon.
pub(super) fn plain(heading: &str) -> String {
    Parts::of(heading).numberless()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{ItemKind, LineageId, Origin};

    fn item(code: &str, text: &str, aliases: &[&str]) -> Item {
        Item {
            lineage: LineageId(0),
            origin: Origin::New,
            code: code.to_owned(),
            text: text.to_owned(),
            dimension: None,
            kind: ItemKind::Text,
            scale: None,
            scored: false,
            weight: 1.0,
            required: false,
            segment: false,
            importance_of: None,
            aliases: aliases.iter().map(|alias| (*alias).to_owned()).collect(),
        }
    }

    fn all(headings: &[&str], items: &[Item]) -> Vec<Named> {
        let headings: Vec<_> = headings.iter().map(|title| (*title, "")).collect();
        named(&headings, items)
    }

    #[test]
    fn code_text_and_alias_name_an_item_however_they_are_written() {
        let items = [
            item("PR1", "价格 合理性：", &["报价"]),
            item("QU1", "质量", &[]),
        ];
        for heading in [
            "PR1",
            "pr1",
            "价格合理性",
            "价格　合理性:",
            "3、价格合理性",
            "Q3. 价格合理性",
            "３．价格合理性：",
            "(3) 价格合理性",
            "报价",
            "12、报价 ",
        ] {
            assert_eq!(all(&[heading], &items), [Named::Item(0)], "{heading}");
        }
        for heading in ["价格", "PR", "3位价格合理性", "3.5价格合理性", ""] {
            assert_eq!(all(&[heading], &items), [Named::Nothing], "{heading}");
        }
    }

    #[test]
    fn the_lines_of_a_matrix_are_found_with_and_without_their_question() {
        let items = [
            item("A", "准时", &[]),
            item("B", "17、包装完好", &[]),
            item("C", "通知", &[]),
        ];
        let headings = ["17、请评价交付。—准时", "17、包装完好", "17、(通知)"];
        assert_eq!(
            all(&headings, &items),
            [Named::Item(0), Named::Item(1), Named::Item(2)]
        );
        let full = [
            item("A", "17、请评价交付。—准时", &[]),
            item("B", "请评价交付。—包装完好", &[]),
        ];
        assert_eq!(all(&headings[..2], &full), [Named::Item(0), Named::Item(1)]);
    }

    #[test]
    fn two_matrices_with_the_same_lines_are_not_mixed_up() {
        let headings = ["16、重要度—准时", "16、包装", "17、满意度—准时", "17、包装"];
        let by_alias = [
            item("S1", "准时", &["17、满意度—准时"]),
            item("S2", "包装", &["17、包装"]),
        ];
        assert_eq!(
            all(&headings, &by_alias),
            [
                Named::Nothing,
                Named::Nothing,
                Named::Item(0),
                Named::Item(1)
            ]
        );
        let by_question = [
            item("S1", "满意度—准时", &[]),
            item("S2", "满意度—包装", &[]),
        ];
        assert_eq!(
            all(&headings, &by_question),
            [
                Named::Nothing,
                Named::Nothing,
                Named::Item(0),
                Named::Item(1)
            ]
        );
        // the column of 17 is missing: the one of 16 must not take its place
        assert_eq!(
            all(&headings[..2], &by_question),
            [Named::Nothing, Named::Nothing]
        );
    }

    #[test]
    fn what_fits_twice_is_said_and_not_guessed() {
        let items = [item("A", "1、质量", &[]), item("B", "2、质量", &[])];
        assert_eq!(all(&["质量"], &items), [Named::Several(vec![0, 1])]);
        assert_eq!(all(&["2、质量"], &items), [Named::Item(1)]);
        let same = [item("A", "质量", &[])];
        assert_eq!(
            all(&["质量", "质量"], &same),
            [Named::Item(0), Named::Item(0)]
        );
        assert_eq!(
            all(&["5、质量", "质量"], &same),
            [Named::Nothing, Named::Item(0)]
        );
    }

    #[test]
    fn a_group_above_tells_lines_apart() {
        let items = [item("A", "质量—稳定", &[]), item("B", "交期—稳定", &[])];
        let found = named(&[("稳定", "质量"), ("稳定", "交期")], &items);
        assert_eq!(found, [Named::Item(0), Named::Item(1)]);
    }
}
