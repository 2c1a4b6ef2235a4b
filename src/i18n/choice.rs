//! How the list of a wave was chosen, and how it was closed, in words.

use super::{Language, number, period};
use crate::model::{Choice, Closing, CollectorKind, ContactKind, FrameRule, Sampling};
use crate::tr;

/// A rule, as a phrase.
pub fn rule(language: Language, rule: &FrameRule) -> String {
    let percent = |share: f64| number::plain(share * 100.0);
    match rule {
        FrameRule::All => tr!(language, "rule-all"),
        FrameRule::AsLastTime => tr!(language, "rule-last"),
        FrameRule::Largest { share } => {
            tr!(language, "rule-largest", share = percent(*share))
        }
        FrameRule::Random { share, seed } => tr!(
            language,
            "rule-random",
            share = percent(*share),
            seed = seed.to_string()
        ),
        FrameRule::Turnover { share } => {
            tr!(language, "rule-turnover", share = percent(*share))
        }
        FrameRule::Segment { attribute, value } => tr!(
            language,
            "rule-segment",
            attribute = attribute.as_str(),
            value = value.as_str()
        ),
        FrameRule::Bought { attribute, period } => tr!(
            language,
            "rule-bought",
            attribute = attribute.as_str(),
            period = period::name(language, *period)
        ),
    }
}

/// How the list was chosen, in one sentence or two; `None`: by hand.
pub fn choice(language: Language, choice: Option<&Choice>) -> String {
    let Some(it) = choice else {
        return tr!(language, "choice-by-hand");
    };
    let mut said = tr!(
        language,
        "choice-by-rule",
        rule = rule(language, &it.rule),
        date = it.on.to_string(),
        chosen = it.chosen.to_string(),
        of = it.customers.to_string(),
        turnover = number::percent(it.turnover)
    );
    if let Some(cutoff) = it.cutoff {
        said += &tr!(language, "choice-cutoff", cutoff = number::plain(cutoff));
    }
    if it.adjusted {
        said += &tr!(language, "choice-adjusted");
    }
    said
}

/// What a list chosen so lets be said, in one sentence.
pub fn sampling(language: Language, choice: Option<&Choice>) -> String {
    match Sampling::of(choice) {
        Sampling::All => tr!(language, "sampling-all"),
        Sampling::Rule => tr!(language, "sampling-rule"),
        Sampling::Random => tr!(language, "sampling-random"),
        Sampling::Convenience => tr!(language, "sampling-convenience"),
    }
}

/// When and by whom a wave was closed or opened again.
pub fn closing(language: Language, closing: &Closing) -> String {
    let (date, who) = (closing.date.to_string(), closing.who.as_str());
    match closing.reopened {
        false => tr!(language, "closing-closed", date = date, who = who),
        true => tr!(
            language,
            "closing-reopened",
            date = date,
            who = who,
            reason = closing.reason.as_str()
        ),
    }
}

/// Who collects.
pub fn collector(language: Language, kind: Option<CollectorKind>) -> String {
    match kind {
        Some(CollectorKind::Sales) => tr!(language, "collector-sales"),
        Some(CollectorKind::Quality) => tr!(language, "collector-quality"),
        Some(CollectorKind::ThirdParty) => tr!(language, "collector-third-party"),
        None => tr!(language, "collector-none"),
    }
}

/// What a customer was contacted for.
pub fn contact(language: Language, kind: ContactKind) -> String {
    match kind {
        ContactKind::Call => tr!(language, "contact-call"),
        ContactKind::Reminder => tr!(language, "contact-reminder"),
    }
}
