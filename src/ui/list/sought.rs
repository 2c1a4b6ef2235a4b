//! Words looked for.

/// Words that all have to stand somewhere, in whatever letter case.
#[derive(Debug)]
pub struct Sought(Vec<String>);

impl Sought {
    /// As typed; nothing typed fits everything.
    pub fn new(typed: &str) -> Self {
        let words = typed.split_whitespace().map(str::to_lowercase);
        Self(words.collect())
    }

    /// Whether each word stands in one of the texts.
    pub fn fits<'t>(&self, texts: impl IntoIterator<Item = &'t str>) -> bool {
        if self.0.is_empty() {
            return true;
        }
        let texts: Vec<String> = texts.into_iter().map(str::to_lowercase).collect();
        let stands = |word: &String| texts.iter().any(|text| text.contains(word));
        self.0.iter().all(stands)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_has_to_stand_somewhere() {
        let texts = ["C007", "Suzhou Qiheng", "华东"];
        for fits in ["", " ", "qiheng", "c007 华", "su 00"] {
            assert!(Sought::new(fits).fits(texts), "{fits:?}");
        }
        assert!(!Sought::new("qiheng 华南").fits(texts));
    }
}
