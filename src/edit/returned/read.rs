//! What a person types for an answer, as the answer or decision it is.

use super::Decision;
use crate::edit::{Refusal, date};
use crate::model::{Answer, Expected, Issue, Item, ItemKind};

/// Several options of one answer stand apart by these.
const APART: [char; 4] = [';', '；', '+', '|'];

/// What stands for "not applicable" where the scale has no option that is called so.
const NOT_APPLICABLE: [&str; 3] = ["n/a", "na", "n.a."];

impl Decision {
    /// What `text` says in answer to an issue; `item` is the one it is about, if it is about
    /// one. An option goes by its label, one of its other spellings, or its score.
    ///
    /// # Errors
    /// [`Refusal::NoAnswer`].
    pub fn read(issue: &Issue, item: Option<&Item>, text: &str) -> Result<Self, Refusal> {
        let text = text.trim();
        let Some(item) = item else {
            let dated = matches!(
                issue.expected,
                Expected::Date | Expected::DateWithin(..) | Expected::DateEither(..)
            );
            let day = dated.then(|| day(text)).flatten();
            return day.map(Self::Date).ok_or(Refusal::NoAnswer);
        };
        let range = match issue.expected {
            Expected::Number { low, high } => Some((low, high)),
            _ => None,
        };
        let answer = read(item, range, text).ok_or(Refusal::NoAnswer)?;
        let words = words(item, &answer);
        Ok(Self::Answer(answer, words))
    }
}

/// What `text` says in answer to an item; nothing is an answer left blank.
///
/// # Errors
/// [`Refusal::NoAnswer`].
pub fn read_answer(item: &Item, text: &str) -> Result<Answer, Refusal> {
    match text.trim() {
        "" => Ok(Answer::Blank),
        text => read(item, None, text).ok_or(Refusal::NoAnswer),
    }
}

fn day(text: &str) -> Option<jiff::civil::Date> {
    date::parse(text).ok().flatten()
}

fn read(item: &Item, range: Option<(f64, f64)>, text: &str) -> Option<Answer> {
    if NOT_APPLICABLE.contains(&text.to_lowercase().as_str()) {
        return Some(option(item, text).map_or(Answer::NotApplicable, Answer::Option));
    }
    match item.kind {
        ItemKind::Rating | ItemKind::YesNo | ItemKind::Single => option(item, text)
            .or_else(|| scored(item, text))
            .map(Answer::Option),
        ItemKind::Multi => {
            let parts = text.split(APART).map(str::trim);
            let ticked = parts.map(|part| option(item, part));
            let mut ticked: Vec<u8> = ticked.collect::<Option<_>>()?;
            ticked.sort_unstable();
            ticked.dedup();
            Some(Answer::Options(ticked))
        }
        ItemKind::Nps | ItemKind::Number => {
            let (low, high) = range.or_else(|| item.range()).unwrap_or((0.0, 10.0));
            let number: f64 = text.parse().ok()?;
            let fits = number.is_finite() && (low..=high).contains(&number);
            fits.then_some(Answer::Number(number))
        }
        ItemKind::Date => Some(Answer::Text(day(text)?.to_string())),
        ItemKind::Text => (!text.is_empty()).then(|| Answer::Text(text.to_owned())),
    }
}

/// An answer as the survey itself says it; nothing for one that says nothing.
pub(super) fn words(item: &Item, answer: &Answer) -> String {
    match answer {
        Answer::Blank | Answer::Skipped | Answer::Unreadable => String::new(),
        Answer::NotApplicable => "N/A".to_owned(),
        Answer::Option(at) => label(item, *at),
        Answer::Options(ticked) => {
            let labels: Vec<String> = ticked.iter().map(|at| label(item, *at)).collect();
            labels.join(" + ")
        }
        Answer::Number(number) => number.to_string(),
        Answer::Text(text) => text.clone(),
    }
}

/// The place of the option a text names.
fn option(item: &Item, text: &str) -> Option<u8> {
    let options = &item.scale.as_ref()?.options;
    let mut named = options.iter();
    let at = named.position(|it| it.label == text || it.aliases.iter().any(|alias| alias == text));
    u8::try_from(at?).ok()
}

/// The place of the only option with that score.
fn scored(item: &Item, text: &str) -> Option<u8> {
    let score: f64 = text.parse().ok()?;
    let options = &item.scale.as_ref()?.options;
    let mut places = options.iter().enumerate();
    let mut scored = places.by_ref().filter(|(_, it)| it.score == Some(score));
    let (at, _) = scored.next()?;
    scored.next().is_none().then_some(())?;
    u8::try_from(at).ok()
}

fn label(item: &Item, at: u8) -> String {
    let options = item.scale.iter().flat_map(|it| &it.options);
    let option = options.into_iter().nth(usize::from(at));
    option.map_or_else(String::new, |it| it.label.clone())
}
