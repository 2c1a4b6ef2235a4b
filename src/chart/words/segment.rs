//! Segments in words.

use crate::analysis::SegmentKey;
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
