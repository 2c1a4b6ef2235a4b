//! Words many comments share and no tag has yet: what a tag could be made of.

use rustc_hash::{FxHashMap, FxHashSet};

use super::word::{Words, folded};
use crate::model::{Customer, Tag};

/// Words that say nothing by themselves, one a line.
const EMPTY: &str = include_str!("../../assets/words/empty.txt");

/// Comments a word stands in before it is worth a tag.
const LEAST: usize = 2;

/// At most so many are named.
const MOST: usize = 30;

/// Each with the comments it stands in, the most frequent first. Words that say nothing by
/// themselves are left out, figures, those of tags there are, and names of customers: a tag says
/// what was written, never by whom.
pub fn frequent_words<'a>(
    texts: impl Iterator<Item = &'a str>,
    tags: &[&Tag],
    customers: &[Customer],
) -> Vec<(String, usize)> {
    let words = Words::new();
    let mut counts: FxHashMap<String, usize> = FxHashMap::default();
    for text in texts {
        let text = folded(text);
        let inside: FxHashSet<&str> = words.of(&text).into_iter().map(|it| &text[it]).collect();
        for word in inside {
            *counts.entry(word.to_owned()).or_default() += 1;
        }
    }
    let empty: FxHashSet<&str> = EMPTY.lines().collect();
    let known: FxHashSet<String> = (tags.iter())
        .flat_map(|tag| tag.words.iter().chain([&tag.name]))
        .map(|word| folded(word))
        .collect();
    let names: Vec<String> = customers.iter().map(|it| folded(&it.name)).collect();
    let told = |word: &str| {
        let long = word.chars().count() >= if word.is_ascii() { 3 } else { 2 };
        let figure = word.chars().any(|c| c.is_ascii_digit());
        let named = || names.iter().any(|name| name.contains(word));
        long && !figure && !empty.contains(word) && !known.contains(word) && !named()
    };
    let mut all: Vec<(String, usize)> = counts
        .into_iter()
        .filter(|(word, count)| *count >= LEAST && told(word))
        .collect();
    all.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    all.truncate(MOST);
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::CustomerId;

    #[test]
    fn words_that_say_something_are_named() {
        let texts = [
            "希望提供样品，交货时间请提前",
            "样品太少，恒达公司希望我们提前",
            "恒达的样品很好 2026",
            "Packaging was damaged",
            "The packaging and the labels",
        ];
        let customer = Customer {
            id: CustomerId(1),
            code: "C1".to_owned(),
            name: "恒达".to_owned(),
            turnover: None,
            key: false,
            attributes: std::collections::BTreeMap::new(),
        };
        let found = frequent_words(texts.into_iter(), &[], &[customer]);
        let words: Vec<(&str, usize)> = found.iter().map(|(w, n)| (w.as_str(), *n)).collect();
        assert!(words.starts_with(&[("样品", 3)]), "{words:?}");
        assert!(words.contains(&("packaging", 2)) && words.contains(&("提前", 2)));
        for never in ["恒达", "the", "我们", "2026", "很"] {
            assert!(words.iter().all(|(word, _)| *word != never), "{never}");
        }
    }
}
