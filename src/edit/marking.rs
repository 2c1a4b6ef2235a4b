//! A firm's own form is marked, marked otherwise, or its marks are removed.

use super::{Known, Refusal};
use crate::model::{Change, Edit, Marking, MarkingId, Step, StepKind};

/// Keeps the marks of a form; those of the same blank, or of its id, make room for them.
pub(super) fn set(known: &Known<'_>, wanted: &Marking) -> Result<Step, Refusal> {
    let data = known.data;
    data.survey(wanted.survey).ok_or(Refusal::Gone)?;
    // A form of an older revision may come back while a newer one is prepared.
    let asked = data.revisions_of(wanted.survey).rev();
    let mut faults =
        asked.map(|it| Marking::fault(&wanted.sheet, &wanted.marks, &it.questionnaire));
    let newest = faults.next().ok_or(Refusal::NoQuestionnaire)?;
    if let Some(fault) = newest.filter(|_| faults.all(|it| it.is_some())) {
        return Err(Refusal::Marking(fault));
    }
    let mut kept = data.markings_of(wanted.survey);
    let before = kept.find(|it| {
        let same = it.sha256 == wanted.sha256 && it.sheet.name == wanted.sheet.name;
        same || it.id == wanted.id
    });
    let mut after = wanted.clone();
    // How a cell looks is asked of the marked ones alone.
    let marks = &wanted.marks;
    let looks = &mut after.sheet.looks;
    looks.retain(|look| marks.iter().any(|mark| mark.at == look.at));
    let edit = match before {
        Some(before) => {
            after.id = before.id;
            if *before == after {
                return Err(Refusal::Unchanged);
            }
            Edit::changed(before.clone(), after)
        }
        None => Edit::created(after),
    };
    Ok(step(&wanted.file, edit))
}

/// Removes the marks of a form. What was read by them stays.
pub(super) fn remove(known: &Known<'_>, id: MarkingId) -> Result<Step, Refusal> {
    let mut all = known.data.markings.iter();
    let marking = all.find(|it| it.id == id).ok_or(Refusal::Gone)?;
    Ok(step(&marking.file, Edit::removed(marking.clone())))
}

fn step(file: &str, edit: Edit<Marking>) -> Step {
    let changes = vec![Change::Marking(Box::new(edit))];
    Step::new(StepKind::MarkForm, file, changes)
}
