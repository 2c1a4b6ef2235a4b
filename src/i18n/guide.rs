//! The user's guide, chapter by chapter: the second part of the README, as it was when the
//! program was built.

use std::sync::LazyLock;

use super::Language;

/// A chapter of the guide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chapter {
    pub title: &'static str,
    /// Markdown, without the title.
    pub text: &'static str,
}

static CHINESE: LazyLock<Vec<Chapter>> =
    LazyLock::new(|| split(include_str!("../../README.zh-CN.md")));
static ENGLISH: LazyLock<Vec<Chapter>> = LazyLock::new(|| split(include_str!("../../README.md")));

/// The chapters in the order of the guide; in both languages there are as many.
pub fn chapters(language: Language) -> &'static [Chapter] {
    match language {
        Language::Zh => &CHINESE,
        Language::En => &ENGLISH,
    }
}

/// What stands between the guide's own heading and the next of its rank.
fn split(readme: &'static str) -> Vec<Chapter> {
    let parts = readme.split("\n# ");
    let is_guide = |part: &&str| part.starts_with("Guide") || part.starts_with("使用指南");
    let guide = parts.into_iter().find(is_guide).unwrap_or_default();
    let chapters = guide.split("\n## ").skip(1);
    let whole = chapters.filter_map(|chapter| chapter.split_once('\n'));
    whole
        .map(|(title, text)| Chapter {
            title,
            text: text.trim(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_have_the_same_chapters_of_some_text() {
        let [chinese, english] = [Language::Zh, Language::En].map(chapters);
        assert!(chinese.len() > 10, "{chinese:?}");
        // The command line is told in English only.
        assert_eq!(chinese.len() + 1, english.len());
        for chapter in chinese.iter().chain(english) {
            assert!(chapter.text.len() > 60, "{}", chapter.title);
        }
    }
}
