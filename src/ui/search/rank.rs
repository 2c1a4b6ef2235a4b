//! How well a thing matches what is typed. Case and full width make no difference.

use unicode_normalization::UnicodeNormalization;

/// How well it matches, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    /// Its code or its name is what is typed.
    Exact,
    /// Its code begins with what is typed.
    Code,
    /// Its name does.
    Beginning,
    /// Every word stands in its name.
    Name,
    /// Every word stands somewhere in what it says.
    Beside,
}

/// What is typed, ready to be looked for.
#[derive(Debug)]
pub(super) struct Sought {
    whole: String,
    words: Vec<String>,
}

impl Sought {
    pub(super) fn new(query: &str) -> Self {
        let whole = plain(query.trim());
        let words = whole.split_whitespace().map(str::to_owned).collect();
        Self { whole, words }
    }

    /// How well something of this code and name matches, which says `beside` too; `None` if it
    /// does not. Everything matches when nothing is typed.
    pub(super) fn rank<'a>(
        &self,
        code: &str,
        name: &str,
        beside: impl IntoIterator<Item = &'a str>,
    ) -> Option<Rank> {
        let (code, name) = (plain(code), plain(name));
        if self.whole == code || self.whole == name {
            return Some(Rank::Exact);
        }
        if code.starts_with(&self.whole) {
            return Some(Rank::Code);
        }
        if name.starts_with(&self.whole) {
            return Some(Rank::Beginning);
        }
        let mut said = format!("{code} {name}");
        if self.all_in(&said) {
            return Some(Rank::Name);
        }
        for more in beside {
            said.push(' ');
            said.push_str(&plain(more));
        }
        self.all_in(&said).then_some(Rank::Beside)
    }

    fn all_in(&self, said: &str) -> bool {
        self.words.iter().all(|word| said.contains(word.as_str()))
    }
}

fn plain(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    text.nfkc().collect::<String>().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_exact_code_comes_before_its_beginning_and_the_name_before_the_rest() {
        let rank = |query: &str, code: &str, name: &str, beside: &str| {
            Sought::new(query).rank(code, name, [beside])
        };
        assert_eq!(rank("pr1", "PR1", "价格水平", ""), Some(Rank::Exact));
        assert_eq!(rank("ＰＲ１", "PR1", "价格水平", ""), Some(Rank::Exact));
        assert_eq!(rank("pr1", "PR12", "价格", ""), Some(Rank::Code));
        assert_eq!(rank("价格", "PR1", "价格水平", ""), Some(Rank::Beginning));
        assert_eq!(rank("水平 pr", "PR1", "价格水平", ""), Some(Rank::Name));
        assert_eq!(
            rank("水平 商务", "PR1", "价格水平", "商务"),
            Some(Rank::Beside)
        );
        assert_eq!(rank("水平 交付", "PR1", "价格水平", "商务"), None);
        assert!(Rank::Exact < Rank::Code && Rank::Name < Rank::Beside);
    }
}
