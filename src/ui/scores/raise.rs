//! A corrective action raised from a number, with the number as its evidence.

use super::{behind, filter_in_words};
use crate::analysis::{Surveyed, change};
use crate::chart::words::subject_name;
use crate::edit::NewAction;
use crate::i18n::number;
use crate::model::{ActionId, CorrectiveAction, Evidence, Subject};
use crate::tr;
use crate::ui::Cx;

/// The action raised for this number of this wave already, or for an item behind it.
pub fn raised<'a>(cx: &Cx<'a>, subject: &Subject) -> Option<&'a CorrectiveAction> {
    let wave = cx.wave?.id;
    let figures = &cx.view?.figures;
    let same = |other: &Subject| match (subject, other) {
        (Subject::Dimension(_), Subject::Item(item)) => figures
            .items_of(subject)
            .any(|inside| inside.lineage == *item),
        _ => other == subject,
    };
    let rests = |evidence: &Evidence| evidence.wave == wave && same(&evidence.subject);
    let mut actions = cx.data.actions.iter();
    actions.find(|action| action.evidence.iter().any(rests))
}

/// What raises one. `None` when the wave has no such figure.
///
/// The evidence is the figure over all returns, which the next wave is compared with; under a
/// filter the title says whom it is about.
pub fn raise(cx: &Cx<'_>, subject: &Subject) -> Option<NewAction> {
    let (current, previous) = cx.surveyed_whole();
    let current = current?;
    let score = current.figure(subject)?.score?;
    let rules = &current.revision.questionnaire.rules;
    let moved = previous.and_then(|before| change(&before, &current, &cx.data.revisions, subject));
    let evidence = Evidence {
        wave: current.wave.id,
        subject: subject.clone(),
        score,
        change: moved.and_then(|moved| moved.score),
        target: rules.target,
        returns: behind::unhappy(cx, subject),
    };
    Some(NewAction {
        id: ActionId(cx.fresh_id()),
        survey: current.wave.survey,
        title: title(cx, &current, subject, score)?,
        department: String::new(),
        owner: String::new(),
        due: None,
        evidence: vec![evidence],
    })
}

/// What is wrong, in a few words.
fn title(cx: &Cx<'_>, current: &Surveyed<'_>, subject: &Subject, score: f64) -> Option<String> {
    let rules = &current.revision.questionnaire.rules;
    let name = subject_name(current, subject, cx.language)?.name;
    let filter = filter_in_words(cx);
    if !filter.is_empty() {
        return Some(tr!(
            cx.language,
            "raise-filtered",
            name = name,
            filter = filter
        ));
    }
    let score = number::score_under(score, rules);
    let below = current.figure(subject)?.target_met == Some(false);
    Some(if below {
        let target = number::plain(rules.target);
        tr!(
            cx.language,
            "raise-below",
            name = name,
            score = score,
            target = target
        )
    } else {
        tr!(cx.language, "raise-other", name = name, score = score)
    })
}
