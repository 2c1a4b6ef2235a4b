//! How questions about everything at once are known.

/// What such a question says.
const WORDS: [&str; 8] = [
    "总体",
    "整体",
    "总的",
    "综合",
    "總體",
    "整體",
    "overall",
    "in general",
];

/// Whether the words of a question ask about everything at once.
pub fn says_overall(text: &str) -> bool {
    let text = text.to_lowercase();
    WORDS.iter().any(|word| text.contains(word))
}
