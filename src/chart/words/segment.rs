//! Segments in words.

use crate::analysis::{Condition, Filter, Segment, SegmentKey};
use crate::i18n::Language;
use crate::tr;

/// That a segment is too small to show a mean of: the name, the value, how many.
pub(super) fn segment_few(
    key: &SegmentKey,
    name: &str,
    value: &str,
    n: usize,
    language: Language,
) -> String {
    if *key != SegmentKey::Key {
        return tr!(language, "finding-few", name = name, value = value, n = n);
    }
    let which = if value == SegmentKey::YES {
        tr!(language, "finding-key-accounts")
    } else {
        tr!(language, "finding-other-accounts")
    };
    tr!(language, "finding-few-accounts", which = which, n = n)
}

/// What a segment is called.
pub fn segment_name(segment: &Segment, language: Language) -> String {
    segment_word(&segment.key, language).unwrap_or_else(|| segment.name.clone())
}

/// What a name is called that the firm has no word of its own for.
pub fn segment_word(key: &SegmentKey, language: Language) -> Option<String> {
    Some(match key {
        SegmentKey::Key => tr!(language, "segment-key"),
        SegmentKey::Customer => tr!(language, "segment-customer"),
        SegmentKey::Channel => tr!(language, "segment-channel"),
        SegmentKey::Collector => tr!(language, "segment-collector"),
        SegmentKey::Tag => tr!(language, "segment-tag"),
        SegmentKey::Attribute(_) | SegmentKey::Item(_) => return None,
    })
}

/// What one of its values is called.
pub fn value_name(key: &SegmentKey, value: &str, language: Language) -> String {
    match key {
        _ if value == SegmentKey::NONE => tr!(language, "segment-none"),
        SegmentKey::Key => key_name(value == SegmentKey::YES, language),
        SegmentKey::Customer
        | SegmentKey::Attribute(_)
        | SegmentKey::Item(_)
        | SegmentKey::Channel
        | SegmentKey::Collector
        | SegmentKey::Tag => value.to_owned(),
    }
}

/// What key accounts, or all others, are called.
pub fn key_name(key: bool, language: Language) -> String {
    if key {
        tr!(language, "segment-key")
    } else {
        tr!(language, "segment-not-key")
    }
}

/// What a filter asks for, in words; empty without one. `segments` are those there are.
pub fn filter_in_words(filter: &Filter, segments: &[Segment], language: Language) -> String {
    let say = |condition: &Condition| {
        let key = &condition.key;
        let values = condition.values.iter();
        let values = values.map(|value| value_name(key, value, language));
        if *key == SegmentKey::Key {
            return values.collect();
        }
        let segment = segments.iter().find(|segment| segment.key == *key);
        let name = segment.map_or_else(String::new, |it| segment_name(it, language));
        let values = values
            .collect::<Vec<_>>()
            .join(&tr!(language, "list-comma"));
        tr!(language, "filter-chosen", name = name, values = values)
    };
    let parts: Vec<String> = filter.conditions().iter().map(say).collect();
    if parts.is_empty() {
        return String::new();
    }
    let filter = parts.join(&tr!(language, "title-comma"));
    tr!(language, "filter-on", filter = filter)
}
