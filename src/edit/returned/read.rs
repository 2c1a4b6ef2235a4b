//! What a person types for an answer, as the decision it is.

use super::Decision;
use crate::edit::{Refusal, date};
use crate::model::{Answer, Expected, Issue, Item, ItemKind};

/// Several options of one answer stand apart by these.
const APART: [char; 4] = [';', '；', '+', '|'];

impl Decision {
    /// What `text` says in answer to an issue; `item` is the one it is about, if it is about
    /// one. An option goes by its label or one of its other spellings.
    ///
    /// # Errors
    /// [`Refusal::NoAnswer`].
    pub fn read(issue: &Issue, item: Option<&Item>, text: &str) -> Result<Self, Refusal> {
        read(issue, item, text.trim()).ok_or(Refusal::NoAnswer)
    }
}

fn read(issue: &Issue, item: Option<&Item>, text: &str) -> Option<Decision> {
    let day = || date::parse(text).ok().flatten();
    let Some(item) = item else {
        let dated = issue.expected == Expected::Date;
        return dated.then(day).flatten().map(Decision::Date);
    };
    let (answer, words) = match item.kind {
        ItemKind::Rating | ItemKind::YesNo | ItemKind::Single => {
            let at = option(item, text)?;
            (Answer::Option(at), label(item, at))
        }
        ItemKind::Multi => {
            let parts = text.split(APART).map(str::trim);
            let ticked = parts.map(|part| option(item, part));
            let mut ticked: Vec<u8> = ticked.collect::<Option<_>>()?;
            ticked.sort_unstable();
            ticked.dedup();
            let words: Vec<String> = ticked.iter().map(|at| label(item, *at)).collect();
            (Answer::Options(ticked), words.join(" + "))
        }
        ItemKind::Nps | ItemKind::Number => {
            let (low, high) = match issue.expected {
                Expected::Number { low, high } => (low, high),
                _ => item.range().unwrap_or((0.0, 10.0)),
            };
            let number: f64 = text.parse().ok()?;
            let fits = number.is_finite() && (low..=high).contains(&number);
            (fits.then_some(Answer::Number(number))?, number.to_string())
        }
        ItemKind::Date => {
            let day = day()?.to_string();
            (Answer::Text(day.clone()), day)
        }
        ItemKind::Text => {
            let text = (!text.is_empty()).then(|| text.to_owned())?;
            (Answer::Text(text.clone()), text)
        }
    };
    Some(Decision::Answer(answer, words))
}

/// The place of the option a text names.
fn option(item: &Item, text: &str) -> Option<u8> {
    let options = &item.scale.as_ref()?.options;
    let mut named = options.iter();
    let at = named.position(|it| it.label == text || it.aliases.iter().any(|alias| alias == text));
    u8::try_from(at?).ok()
}

fn label(item: &Item, at: u8) -> String {
    let options = item.scale.iter().flat_map(|it| &it.options);
    let option = options.into_iter().nth(usize::from(at));
    option.map_or_else(String::new, |it| it.label.clone())
}
