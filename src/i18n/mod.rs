//! Everything the program says: Chinese and English texts from `assets/i18n`, and how
//! numbers, periods and dates are written in each.
//!
//! Texts are Fluent messages; [`tr!`](crate::tr) checks their names and arguments when the
//! program is compiled. Knows the nouns of `model`, and no screen, file or page.

pub mod beside;
pub mod check;
pub mod choice;
pub mod copy;
pub mod encoding;
pub mod expected;
pub mod flag;
pub mod form;
pub mod format;
pub mod guide;
pub mod marking;
pub mod moment;
pub mod number;
pub mod period;
pub mod platform;
pub mod preset;
pub mod refusal;
pub mod remark;
pub mod rule;
pub mod set_aside;
pub mod stage;
pub mod step;

use std::sync::LazyLock;

use fluent::FluentValue;
use i18n_embed::LanguageLoader;
use i18n_embed::fluent::FluentLanguageLoader;
use i18n_embed::unic_langid::LanguageIdentifier;
use rust_embed::RustEmbed;
use serde::{Deserialize, Serialize};

#[derive(RustEmbed)]
#[folder = "assets/i18n/"]
struct Texts;

/// A language of the program.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    #[default]
    Zh,
    En,
}

impl Language {
    pub const ALL: [Self; 2] = [Self::Zh, Self::En];

    /// The language of the machine; Chinese where it says nothing of use.
    pub fn of_system() -> Self {
        match sys_locale::get_locale() {
            Some(locale) if locale.to_lowercase().starts_with("en") => Self::En,
            _ => Self::Zh,
        }
    }

    /// The language a text is written in: Chinese with the first Han character; `None` for one
    /// without letters.
    pub fn of_text(text: &str) -> Option<Self> {
        let han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
        match text {
            text if text.contains(han) => Some(Self::Zh),
            text if text.contains(char::is_alphabetic) => Some(Self::En),
            _ => None,
        }
    }

    fn tag(self) -> &'static str {
        match self {
            Self::Zh => "zh-CN",
            Self::En => "en",
        }
    }
}

/// The text of a message in a language: `tr!(language, "key", name = value)`.
#[macro_export]
macro_rules! tr {
    ($language:expr, $key:literal $(, $name:ident = $value:expr)* $(,)?) => {
        i18n_embed_fl::fl!($crate::i18n::loader($language), $key $(, $name = $value)*)
    };
}

static CHINESE: LazyLock<FluentLanguageLoader> = LazyLock::new(|| load(Language::Zh));
static ENGLISH: LazyLock<FluentLanguageLoader> = LazyLock::new(|| load(Language::En));

/// Where [`tr!`](crate::tr) looks a message up.
pub fn loader(language: Language) -> &'static FluentLanguageLoader {
    match language {
        Language::Zh => &CHINESE,
        Language::En => &ENGLISH,
    }
}

/// A text that failed to load would show its key; a test holds that both languages load.
fn load(language: Language) -> FluentLanguageLoader {
    let chinese = identifier(Language::Zh);
    let loader = FluentLanguageLoader::new(env!("CARGO_PKG_NAME"), chinese.clone());
    let wanted = [identifier(language), chinese];
    if let Err(error) = loader.load_languages(&Texts, &wanted) {
        eprintln!("texts: {error}");
    }
    // The invisible marks Fluent puts around arguments would end up in files and on paper.
    loader.set_use_isolating(false);
    loader.with_bundles_mut(|bundle| bundle.set_formatter(Some(counted)));
    loader
}

/// How a number that is handed to a text is written: thousands apart. What is no quantity, such as
/// a year or the row of a sheet, is handed over as a text.
fn counted<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    match value {
        FluentValue::Number(number) if number.value.fract() == 0.0 => {
            Some(number::amount(Some(number.value)))
        }
        _ => None,
    }
}

fn identifier(language: Language) -> LanguageIdentifier {
    language.tag().parse().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn keys(language: Language) -> BTreeSet<String> {
        let path = format!("{}/manyi.ftl", language.tag());
        let file = Texts::get(&path).unwrap();
        let text = std::str::from_utf8(&file.data).unwrap().to_owned();
        let named = |line: &str| line.split_once(" =").map(|(key, _)| key.to_owned());
        let starts = |line: &&str| line.starts_with(|c: char| c.is_ascii_alphabetic());
        let all: Vec<_> = text.lines().filter(starts).filter_map(named).collect();
        let unique: BTreeSet<_> = all.iter().cloned().collect();
        assert_eq!(all.len(), unique.len(), "a message stands twice in {path}");
        unique
    }

    #[test]
    fn both_languages_say_everything() {
        let (chinese, english) = (keys(Language::Zh), keys(Language::En));
        let difference: Vec<_> = chinese.symmetric_difference(&english).collect();
        assert!(
            difference.is_empty(),
            "only in one language: {difference:?}"
        );
    }

    #[test]
    fn thousands_stand_apart_in_every_text() {
        for (n, written) in [
            (999_usize, "999"),
            (1_044, "1,044"),
            (1_000_000, "1,000,000"),
        ] {
            for language in Language::ALL {
                let text = tr!(language, "ledger-customers", count = n);
                assert!(text.contains(written), "{text}");
            }
            assert_eq!(number::count(n), written);
        }
    }

    #[test]
    fn arguments_carry_no_invisible_marks() {
        assert_eq!(
            tr!(Language::Zh, "period-half-1", year = "2026"),
            "2026 上半年"
        );
        assert_eq!(tr!(Language::En, "period-half-1", year = "2026"), "2026 H1");
    }
}
