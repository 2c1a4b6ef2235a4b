//! What a customer wrote beside the answers of a form: kept with the comment, or looked at.

use super::Meant;
use super::carry::Carried;
use super::said::expected;
use crate::intake::form::{Filled, Note, Wrong};
use crate::model::{Answer, IssueKind, Item, ItemKind};

/// Lays notes to the last comment the form asks for, each with what it stands at; without one the
/// answer each stands at waits to be looked at together with it.
pub(super) fn lay(notes: &[Note], meant: &Meant<'_>, filled: &mut Filled, carried: &mut Carried) {
    if notes.is_empty() {
        return;
    }
    let asked = &meant.asked.questionnaire.items;
    let is_comment = |item: &Item, slot: &Option<(usize, Answer)>| {
        let open = slot.as_ref().map(|(_, answer)| answer);
        let open = matches!(
            open,
            Some(Answer::Text(_) | Answer::Blank | Answer::Skipped)
        );
        item.kind == ItemKind::Text && open
    };
    let mut slots = asked.iter().zip(carried.iter_mut());
    if let Some((item, Some((_, answer)))) = slots.rfind(|(item, slot)| is_comment(item, slot)) {
        let own = match answer {
            Answer::Text(text) => Some(std::mem::take(text)),
            _ => None,
        };
        let lines = notes.iter().map(|note| line(note, meant));
        let lines: Vec<String> = own.into_iter().chain(lines).collect();
        *answer = Answer::Text(lines.join("\n"));
        let missed = |it: &Wrong| it.kind == IssueKind::MissingAnswer;
        filled
            .wrong
            .retain(|it| !(missed(it) && it.item == Some(item.lineage)));
        return;
    }
    for note in notes {
        doubt(note, meant, filled, carried);
    }
}

/// A note with what it stands at.
fn line(note: &Note, meant: &Meant<'_>) -> String {
    let items = &meant.revision.questionnaire.items;
    let item = note.item.and_then(|at| items.get(at));
    let called = item
        .map(|item| format!("{} ", item.text))
        .unwrap_or_default();
    format!("{called}({}): {}", note.cell, note.text)
}

/// Sends the answer a note stands at to whoever looks at what could not be read.
fn doubt(note: &Note, meant: &Meant<'_>, filled: &mut Filled, carried: &mut Carried) {
    let asked = &meant.asked.questionnaire.items;
    let own = note
        .item
        .and_then(|at| meant.revision.questionnaire.items.get(at));
    let place = own.and_then(|own| asked.iter().position(|it| it.lineage == own.lineage));
    let first = || carried.iter().position(Option::is_some);
    let Some((place, item)) = place
        .or_else(first)
        .and_then(|at| Some((at, asked.get(at)?)))
    else {
        return;
    };
    let Some(Some((_, answer))) = carried.get_mut(place) else {
        return;
    };
    let said = said(item, answer);
    *answer = Answer::Unreadable;
    let wrong = filled.wrong.iter_mut();
    let mut wrong = wrong.filter(|it| it.item == Some(item.lineage));
    match wrong.next() {
        Some(known) if known.kind == IssueKind::UnreadableCell => {
            known.found = format!("{}; {}", known.found, note.text);
        }
        known => {
            let wrong = Wrong {
                kind: IssueKind::UnreadableCell,
                item: Some(item.lineage),
                cell: note.cell.clone(),
                found: [said, note.text.clone()].join("; "),
                expected: expected(item),
            };
            match known {
                Some(known) => *known = wrong,
                None => filled.wrong.push(wrong),
            }
        }
    }
}

/// An answer in the words of its item.
fn said(item: &Item, answer: &Answer) -> String {
    let label = |at: &u8| {
        let option = item.scale.as_ref()?.options.get(usize::from(*at))?;
        Some(option.label.clone())
    };
    match answer {
        Answer::Option(at) => label(at).unwrap_or_default(),
        Answer::Options(all) => all.iter().filter_map(label).collect::<Vec<_>>().join(" + "),
        Answer::Number(number) => number.to_string(),
        Answer::Text(text) => text.clone(),
        Answer::Blank | Answer::Skipped | Answer::NotApplicable | Answer::Unreadable => {
            String::new()
        }
    }
}
