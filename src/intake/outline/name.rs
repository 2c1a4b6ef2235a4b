//! What items are called: code, text, and the other headings an import knows them by.

use rustc_hash::FxHashMap;

use super::question::Question;
use super::tree::Group;
use crate::intake::normal::folded;
use crate::intake::sheet::Sheet;
use crate::model::is_reserved_code;

/// Code of an item, in letters.
const LONGEST_CODE: usize = 24;

/// The scored question of the same words whose importance one states.
pub(super) fn stated(at: usize, questions: &[Question], scored: &[usize]) -> Option<usize> {
    let text = folded(&questions.get(at)?.spoken.text);
    let mut same = scored.iter().filter(|other| {
        let other = questions.get(**other);
        other.is_some_and(|it| folded(&it.spoken.text) == text)
    });
    match (same.next(), same.next()) {
        (Some(only), None) => Some(*only),
        _ => None,
    }
}

/// Other headings an import reads as the item.
pub(super) fn names(question: &Question, text: &str, code: &str) -> Vec<String> {
    let names = question.names.iter();
    let other = names.filter(|it| *it != text && *it != code && !it.is_empty());
    other.cloned().collect()
}

/// A code for each question: the one its heading has, or its number.
pub(super) fn codes(questions: &[Question]) -> Vec<String> {
    let mut lines: FxHashMap<&str, usize> = FxHashMap::default();
    for number in questions
        .iter()
        .filter_map(|it| it.spoken.number.as_deref())
    {
        *lines.entry(number).or_default() += 1;
    }
    let mut met: FxHashMap<&str, usize> = FxHashMap::default();
    let mut codes: Vec<String> = Vec::new();
    for (at, question) in questions.iter().enumerate() {
        let spoken = &question.spoken;
        let own = spoken.code.as_deref();
        let own =
            own.filter(|it| it.len() <= LONGEST_CODE && !it.is_empty() && !is_reserved_code(it));
        let numbered = spoken.number.as_deref().map(|number| {
            let line = met.entry(number).or_default();
            *line += 1;
            match lines.get(number) {
                Some(1) | None => format!("Q{number}"),
                Some(_) => format!("Q{number}.{line}"),
            }
        });
        let wanted = own.map(str::to_owned).or(numbered);
        let wanted = wanted.unwrap_or_else(|| format!("Q{}", at + 1));
        let again = (2..).map(|count| format!("{wanted}-{count}"));
        let mut free = std::iter::once(wanted.clone()).chain(again);
        let taken = |code: &String| codes.iter().any(|it| folded(it) == folded(code));
        let code = free.find(|code| !taken(code));
        codes.push(code.unwrap_or(wanted));
    }
    codes
}

/// What each question asks: what is left of its heading in its group, with what stands above where
/// a heading would name two.
pub(super) fn texts(sheet: &Sheet, questions: &[Question], groups: &[Group]) -> Vec<String> {
    let mut texts: Vec<String> = questions.iter().map(|it| it.spoken.text.clone()).collect();
    let scored = || groups.iter().flat_map(|it| &it.questions);
    for (at, text) in scored() {
        if let Some(own) = texts.get_mut(*at) {
            own.clone_from(text);
        }
    }
    let (mut all, mut marks) = (FxHashMap::default(), FxHashMap::default());
    for (at, text) in texts.iter().enumerate() {
        *all.entry(folded(text)).or_insert(0_usize) += 1;
        if scored().any(|(it, _)| *it == at) {
            *marks.entry(folded(text)).or_insert(0_usize) += 1;
        }
    }
    let title = |question: &Question| {
        let column = question
            .columns
            .first()
            .and_then(|it| sheet.columns.get(*it));
        column.map_or("", |it| it.title.as_str())
    };
    let several = |title: &str| sheet.columns.iter().filter(|it| it.title == title).count() > 1;
    let whole = questions
        .iter()
        .zip(&texts)
        .enumerate()
        .map(|(at, (question, text))| {
            let own = folded(text);
            let marked = scored().any(|(it, _)| *it == at);
            let among = if marked { &marks } else { &all };
            let twice = among.get(&own).is_some_and(|count| *count > 1);
            match &question.head {
                Some(head) if twice || several(title(question)) => format!("{head}—{text}"),
                _ if twice => question.names.first().cloned().unwrap_or_default(),
                _ => text.clone(),
            }
        });
    whole.collect()
}
