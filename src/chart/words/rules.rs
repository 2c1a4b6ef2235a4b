//! The scoring rules in words, beside the figures they produced.

use super::target_value;
use super::title::{first_large, sentence};
use crate::i18n::{Language, number};
use crate::model::{Bound, IndexRule, Normalisation, NotApplicable, Rules, Weighting};
use crate::tr;

/// In one line: how answers become the index.
pub fn rules_in_short(rules: &Rules, language: Language) -> String {
    [
        normalisation(rules, language),
        index(rules, language),
        weights(rules, language),
    ]
    .join(&tr!(language, "title-comma"))
}

/// Every rule, one sentence each.
pub fn rules_in_words(rules: &Rules, language: Language) -> Vec<String> {
    let sentence = |text: String| sentence(&first_large(&text), language);
    let least = number::whole_percent(rules.min_answered);
    let na = match rules.na {
        NotApplicable::Exclude => tr!(language, "rules-na-exclude"),
        NotApplicable::Include => tr!(language, "rules-na-include"),
    };
    let answered = if rules.min_answered > 0.0 {
        tr!(language, "rules-min-answered", share = least)
    } else {
        tr!(language, "rules-one-answer")
    };
    let mut words = vec![
        sentence(normalisation(rules, language)),
        sentence(index(rules, language)),
        sentence(weights(rules, language)),
        sentence(answered),
        sentence(na),
        sentence(tr!(language, "rules-target", target = target_value(rules))),
    ];
    if !rules.bands.is_empty() {
        words.push(sentence(bands(rules, language)));
    }
    let margin = number::plain(rules.no_change_within);
    words.push(sentence(tr!(language, "rules-no-change", points = margin)));
    words.push(sentence(tr!(language, "rules-interval")));
    words
}

fn normalisation(rules: &Rules, language: Language) -> String {
    match rules.normalisation {
        Normalisation::OfMaximum => tr!(language, "rules-of-maximum"),
        Normalisation::MinMax => tr!(language, "rules-minmax"),
    }
}

fn index(rules: &Rules, language: Language) -> String {
    match rules.index {
        IndexRule::ByDimension => tr!(language, "rules-by-dimension"),
        IndexRule::Pooled => tr!(language, "rules-pooled"),
    }
}

fn weights(rules: &Rules, language: Language) -> String {
    match rules.weights {
        Weighting::Equal => tr!(language, "rules-equal"),
        Weighting::Turnover => tr!(language, "rules-turnover"),
    }
}

fn bands(rules: &Rules, language: Language) -> String {
    let sign = match rules.bands_rule {
        Bound::AtLeast => "≥",
        Bound::Above => ">",
    };
    let band =
        |band: &crate::model::Band| format!("{} {sign} {}", band.name, number::plain(band.from));
    let all: Vec<String> = rules.bands.iter().map(band).collect();
    let bands = all.join(&tr!(language, "title-comma"));
    tr!(language, "rules-bands", bands = bands)
}
