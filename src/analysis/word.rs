//! Words of what customers wrote: where they begin and end, and whether a wanted one stands there.
//!
//! Chinese is written without blanks, so words are found by a dictionary: ICU4X's segmenter, which
//! comes with the crate and needs no network.

use std::ops::Range;

use icu_segmenter::options::WordBreakInvariantOptions;
use icu_segmenter::{WordSegmenter, WordSegmenterBorrowed};
use unicode_normalization::UnicodeNormalization;

/// Small letters, and full-width signs as their narrow ones: what is typed alike is found alike.
pub(super) fn folded(text: &str) -> String {
    text.trim().nfkc().flat_map(char::to_lowercase).collect()
}

/// Finds words. One serves many texts.
pub(super) struct Words(WordSegmenterBorrowed<'static>);

impl Words {
    pub(super) fn new() -> Self {
        Self(WordSegmenter::new_auto(WordBreakInvariantOptions::default()))
    }

    /// Where words lie in a text; blanks and signs are left out.
    pub(super) fn of(&self, text: &str) -> Vec<Range<usize>> {
        let mut from = 0;
        let breaks = self.0.segment_str(text).iter_with_word_type();
        let words = breaks.filter_map(|(to, kind)| {
            let word = std::mem::replace(&mut from, to)..to;
            (kind.is_word_like() && !word.is_empty()).then_some(word)
        });
        words.collect()
    }
}

/// Where the wanted words stand in a folded text, by their places in `wanted`.
///
/// Of words that overlap the first and longest counts, so that "not satisfied" is not also
/// "satisfied" where both are wanted. One inside a longer word of the dictionary is not there:
/// 服 is not in 服务, nor "late" in "plate". One that the dictionary would part is.
pub(super) fn found(words: &Words, text: &str, wanted: &[String]) -> Vec<usize> {
    let mut all: Vec<(Range<usize>, usize)> = Vec::new();
    for (at, word) in wanted.iter().enumerate().filter(|(_, it)| !it.is_empty()) {
        let places = text.match_indices(word.as_str());
        all.extend(places.map(|(from, _)| (from..from + word.len(), at)));
    }
    if all.is_empty() {
        return Vec::new();
    }
    let known = words.of(text);
    let hidden = |it: &Range<usize>| {
        let inside = |word: &Range<usize>| word.start <= it.start && it.end <= word.end;
        known.iter().any(|word| inside(word) && word != it)
    };
    all.retain(|(place, _)| !hidden(place));
    all.sort_by_key(|(place, _)| (place.start, std::cmp::Reverse(place.end)));
    let mut last: Option<Range<usize>> = None;
    let mut kept = Vec::new();
    for (place, at) in all {
        // The same word may be wanted twice.
        let apart = |last: &Range<usize>| place == *last || place.start >= last.end;
        if last.as_ref().is_none_or(apart) {
            kept.push(at);
            last = Some(place);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finds(text: &str, wanted: &[&str]) -> Vec<String> {
        let wanted: Vec<String> = wanted.iter().map(|it| folded(it)).collect();
        let found = found(&Words::new(), &folded(text), &wanted);
        found.into_iter().map(|at| wanted[at].clone()).collect()
    }

    #[test]
    fn chinese_words_are_parted() {
        let text = "希望交货时间再快一些";
        let words = Words::new().of(text);
        let words: Vec<&str> = words.into_iter().map(|it| &text[it]).collect();
        assert!(
            words.contains(&"希望") && words.contains(&"时间"),
            "{words:?}"
        );
        assert_eq!(words.concat(), text);
    }

    #[test]
    fn a_word_is_found_whole() {
        assert_eq!(finds("服务周到", &["服", "服务"]), ["服务"]);
        assert!(finds("服务周到", &["服"]).is_empty());
        assert!(finds("On a plate", &["late"]).is_empty());
        assert_eq!(finds("Always LATE!", &["late"]), ["late"]);
        assert_eq!(finds("ＲｏＨＳ资料慢", &["rohs"]), ["rohs"]);
    }

    #[test]
    fn words_of_the_trade_are_found_though_the_dictionary_parts_them() {
        assert_eq!(finds("贵司交期太长", &["交期"]), ["交期"]);
        assert_eq!(finds("毛刺较多", &["毛刺"]), ["毛刺"]);
    }

    #[test]
    fn the_longest_wanted_word_counts() {
        let wanted = ["满意", "不满意"];
        assert_eq!(finds("对包装不满意", &wanted), ["不满意"]);
        assert_eq!(finds("对包装满意", &wanted), ["满意"]);
    }
}
