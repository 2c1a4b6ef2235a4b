//! Answers to the questions of one revision as those to another's, by lineage.

use crate::model::{Answer, Data, Item, Origin, Revision, RevisionId, Scale};

/// One answer of a form, and the place of its item in what the form asked; in the order of what
/// the wave asks. `None`: the form did not ask it.
pub(super) type Carried = Vec<Option<(usize, Answer)>>;

/// The answers in the order of `asked`.
///
/// # Errors
/// Codes of the items that were answered and are not asked any more, or otherwise: nothing a
/// customer wrote is dropped, and nothing is put under a question they did not read.
pub(super) fn carry(
    data: &Data,
    form: &Revision,
    answers: &[Answer],
    asked: &Revision,
) -> Result<Carried, Vec<String>> {
    if form.id == asked.id {
        let answers = answers.iter().cloned().enumerate();
        return Ok(answers.map(Some).collect());
    }
    let between = between(data, form.id, asked.id);
    let mut carried: Carried = vec![None; asked.questionnaire.items.len()];
    let mut lost = Vec::new();
    for ((at, item), answer) in (0..).zip(&form.questionnaire.items).zip(answers) {
        let mut items = asked.questionnaire.items.iter();
        let place = items.position(|other| other.lineage == item.lineage);
        let other = place.and_then(|place| asked.questionnaire.items.get(place));
        let kept = other
            .filter(|other| !between.iter().any(|it| reworded(it, other)))
            .and_then(|other| as_of(item, other, answer));
        match (place.and_then(|place| carried.get_mut(place)), kept) {
            (Some(slot), Some(kept)) => *slot = Some((at, kept)),
            _ if answer.is_empty() => {}
            _ => lost.push(item.code.clone()),
        }
    }
    match lost.is_empty() {
        true => Ok(carried),
        false => Err(lost),
    }
}

/// The revisions after the older of both, up to the newer.
fn between(data: &Data, one: RevisionId, other: RevisionId) -> Vec<&Revision> {
    let way = |from: RevisionId, to: RevisionId| {
        let mut revisions = Vec::new();
        let mut at = data.revision(from)?;
        while at.id != to && revisions.len() < data.revisions.len() {
            revisions.push(at);
            at = data.revision(at.parent?)?;
        }
        (at.id == to).then_some(revisions)
    };
    let way = way(other, one).or_else(|| way(one, other));
    way.unwrap_or_default()
}

fn reworded(revision: &Revision, item: &Item) -> bool {
    let found = revision.questionnaire.item_of(item.lineage);
    found.is_some_and(|it| it.origin == Origin::Reworded)
}

/// An answer to an item as one to what it is now.
fn as_of(item: &Item, other: &Item, answer: &Answer) -> Option<Answer> {
    let option = |at: &u8| moved(item.scale.as_ref()?, other.scale.as_ref()?, *at);
    match answer {
        Answer::Blank | Answer::Skipped => Some(answer.clone()),
        _ if item.kind != other.kind => None,
        Answer::Option(at) => option(at).map(Answer::Option),
        Answer::Options(all) => {
            let mut all = all.iter().map(option).collect::<Option<Vec<u8>>>()?;
            all.sort_unstable();
            Some(Answer::Options(all))
        }
        Answer::NotApplicable | Answer::Unreadable | Answer::Number(_) | Answer::Text(_) => {
            Some(answer.clone())
        }
    }
}

/// The place of an option in another scale: the one of its label and score.
fn moved(from: &Scale, to: &Scale, at: u8) -> Option<u8> {
    let option = from.options.get(usize::from(at))?;
    let same = to
        .options
        .iter()
        .position(|other| other.label.trim() == option.label.trim() && other.score == option.score);
    same.and_then(|place| u8::try_from(place).ok())
}
