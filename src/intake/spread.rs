//! Which columns of a sheet are for one option of a question each.
//!
//! A platform says so by the shape of its headings. In a table of a firm's own only columns that
//! stand beside each other, hold nothing but ticks and begin alike are: `Q6 电话`, `Q6_1`,
//! `如何联系-电话`.

use rustc_hash::{FxHashMap, FxHashSet};

use super::heading::plain;
use super::normal::folded;
use super::sheet::{Sheet, SheetColumn};
use super::tick::{is_word, mark};

/// What stands between a question and its option, and what may stand within either.
const BETWEEN: [&str; 9] = [">>", "->", "—", "–", "-", "－", "：", ":", "|"];
const PERHAPS: [&str; 7] = ["_", "/", ".", "、", "　", " ", "\n"];
/// Around an option behind its question.
const AROUND: [(char, char); 4] = [('(', ')'), ('（', '）'), ('[', ']'), ('【', '】')];
/// Ways to cut a heading that are looked at.
const MOST: usize = 24;

/// Question and option of a column.
pub(super) type Part<'a> = (&'a str, &'a str);

/// What each column of the sheet is an option of. Where a definition says what is asked, `known`
/// are the labels of its options, folded: a column called so is one whatever somebody wrote into
/// it, and 是 and 否 under an option are no answers of their own. Rows in `aside` are no returns.
pub(super) fn options<'s>(
    sheet: &'s Sheet,
    known: Option<&FxHashSet<String>>,
    aside: &[u32],
) -> Vec<Option<Part<'s>>> {
    let told = sheet.columns.iter().map(|column| {
        let told = sheet.platform.option(&column.title, &column.group);
        told.filter(|(_, option)| !sheet.platform.written.contains(&plain(option).as_str()))
    });
    let mut all: Vec<Option<Part<'_>>> = told.collect();
    let mut from = 0;
    while from < all.len() {
        let run = sheet.columns.iter().zip(&all).skip(from);
        let run =
            run.take_while(|(column, told)| told.is_none() && is_option(column, known, aside));
        let titles: Vec<&str> = run.map(|(column, _)| column.title.as_str()).collect();
        for (at, part) in (from..).zip(alike(&titles)) {
            if let Some(place) = all.get_mut(at) {
                *place = part;
            }
        }
        from += titles.len().max(1);
    }
    all
}

/// Whether a column is one of an option by its name, or nothing but ticks stand in it.
fn is_option(column: &SheetColumn, known: Option<&FxHashSet<String>>, aside: &[u32]) -> bool {
    let ways = ways(&column.title);
    let words = known.is_some();
    if known.is_some_and(|known| ways.iter().any(|it| known.contains(&folded(it.option)))) {
        return true;
    }
    let own = |text: &str| ways.iter().any(|it| it.option == text);
    // What nobody ticked holds noughts or nothing.
    !column.title.is_empty()
        && column.values_but(aside).into_iter().all(|(cell, _)| {
            let said = words || !is_word(cell);
            said && (mark(cell).is_some() || own(cell.found().trim()))
        })
}

/// Question and option of titles that stand beside each other, where several begin alike.
fn alike<'a>(titles: &[&'a str]) -> Vec<Option<Part<'a>>> {
    let mut heads: FxHashMap<&str, usize> = FxHashMap::default();
    for title in titles {
        let mut own: Vec<&str> = ways(title).iter().map(|it| it.head).collect();
        own.sort_unstable();
        own.dedup();
        for head in own {
            *heads.entry(head).or_default() += 1;
        }
    }
    let of = |title: &&'a str| {
        let known = |head: &str| heads.get(head).copied().unwrap_or_default();
        let ways = ways(title).into_iter().filter(|it| known(it.head) > 1);
        let best = ways.max_by_key(|it| (known(it.head), it.clear, it.head.len()));
        best.map(|it| (it.head, it.option))
    };
    let mut parts: Vec<Option<Part<'a>>> = titles.iter().map(of).collect();
    // One column is no question, and no option stands there twice.
    let (mut of_head, mut times) = (FxHashMap::default(), FxHashMap::default());
    for (head, option) in parts.iter().flatten() {
        *of_head.entry(*head).or_insert(0_usize) += 1;
        *times.entry((*head, *option)).or_insert(0_usize) += 1;
    }
    for part in &mut parts {
        part.take_if(|it| of_head.get(it.0) < Some(&2) || times.get(it) > Some(&1));
    }
    parts
}

/// A heading cut into a question and an option.
struct Way<'a> {
    head: &'a str,
    option: &'a str,
    /// By a mark that stands between them and nowhere else.
    clear: bool,
}

/// The ways a heading can be cut.
fn ways(title: &str) -> Vec<Way<'_>> {
    let title = title.trim();
    let cut = |mark: &'static str, clear: bool| {
        let places = title.match_indices(mark);
        places.filter_map(move |(at, mark)| {
            Some((title.get(..at)?, title.get(at + mark.len()..)?, clear))
        })
    };
    let clear = BETWEEN.iter().flat_map(|mark| cut(mark, true));
    let perhaps = PERHAPS.iter().flat_map(|mark| cut(mark, false));
    let around = AROUND.iter().filter_map(|(opens, closes)| {
        let (head, option) = title.strip_suffix(*closes)?.split_once(*opens)?;
        Some((head, option, true))
    });
    let ways = around.chain(clear).chain(perhaps);
    let ways = ways.map(|(head, option, clear)| Way {
        head: tidy(head),
        option: tidy(option),
        clear,
    });
    ways.filter(|it| !it.head.is_empty() && !it.option.is_empty())
        .take(MOST)
        .collect()
}

fn tidy(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || ":：-—_".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_of_options_begin_alike() {
        for (titles, question, options) in [
            (
                ["Q6 电话", "Q6 邮件", "Q6 来访"],
                "Q6",
                ["电话", "邮件", "来访"],
            ),
            (["Q6_1", "Q6_2", "Q6_3"], "Q6", ["1", "2", "3"]),
            (["Q6.1", "Q6.2", "Q6.3"], "Q6", ["1", "2", "3"]),
            (
                ["如何联系-电话", "如何联系-邮件", "如何联系-来访"],
                "如何联系",
                ["电话", "邮件", "来访"],
            ),
            (
                ["如何联系（电话）", "如何联系（邮件）", "如何联系（来访）"],
                "如何联系",
                ["电话", "邮件", "来访"],
            ),
            (
                ["如何联系[电话]", "如何联系[邮件]", "如何联系[来访]"],
                "如何联系",
                ["电话", "邮件", "来访"],
            ),
            (
                [
                    "6、如何联系：电话",
                    "6、如何联系：邮件",
                    "6、如何联系：来访",
                ],
                "6、如何联系",
                ["电话", "邮件", "来访"],
            ),
            (
                ["How - Phone", "How - E-mail", "How - Visit"],
                "How",
                ["Phone", "E-mail", "Visit"],
            ),
        ] {
            let expected: Vec<_> = options.iter().map(|it| Some((question, *it))).collect();
            assert_eq!(alike(&titles), expected, "{titles:?}");
        }
        for titles in [["电话", "邮件", "来访"], ["质量-稳定", "交货-准时", "价格"]]
        {
            assert_eq!(alike(&titles), [None, None, None], "{titles:?}");
        }
    }

    #[test]
    fn two_questions_beside_each_other_stay_two() {
        let titles = ["Q6 电话", "Q6 邮件", "Q7 价格", "Q7 质量"];
        let questions: Vec<_> = alike(&titles).iter().map(|it| it.unwrap().0).collect();
        assert_eq!(questions, ["Q6", "Q6", "Q7", "Q7"]);
    }
}
