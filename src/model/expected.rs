//! How questions about what is expected are known from those about what matters.

/// What such a question says.
const WORDS: [&str; 7] = ["期望", "期待", "预期", "預期", "理想", "expect", "ideal"];

/// Whether the words of a question ask what is expected.
pub fn says_expected(text: &str) -> bool {
    let text = text.to_lowercase();
    WORDS.iter().any(|word| text.contains(word))
}
