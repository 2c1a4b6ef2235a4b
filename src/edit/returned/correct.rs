//! An answer put right. What it was is kept beside it, with who, when and why.

use super::{read, subject};
use crate::edit::{Known, Refusal};
use crate::model::{
    Answer, AnswerCell, Change, Data, Edit, Expected, Issue, IssueId, IssueKind, LineageId, Return,
    ReturnId, Settlement, Step, StepKind,
};

/// The step that puts `answer` in the place of what the return says to the item. A doubt about
/// that cell is settled with it.
///
/// # Errors
/// [`Refusal::NeedsReason`]; [`Refusal::Unchanged`]; [`Refusal::NotRead`] while the answers of
/// its wave are not there.
pub(in crate::edit) fn correct(
    known: &Known<'_>,
    id: ReturnId,
    lineage: LineageId,
    answer: &Answer,
    reason: &str,
) -> Result<Step, Refusal> {
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(Refusal::NeedsReason);
    }
    let returned = known.returned(id)?;
    let data = known.data;
    let wave = data.wave(returned.wave).ok_or(Refusal::Gone)?;
    let revision = data.revision(wave.revision).ok_or(Refusal::Gone)?;
    let items = &revision.questionnaire.items;
    let at = items.iter().position(|it| it.lineage == lineage);
    let (at, item) = at
        .and_then(|at| Some((at, items.get(at)?)))
        .ok_or(Refusal::Gone)?;
    let before = known.answer(id, at).ok_or(Refusal::Gone)?;
    if before == *answer {
        return Err(Refusal::Unchanged);
    }
    let cell = |answer| AnswerCell {
        returned: id,
        wave: returned.wave,
        item: at,
        answer,
    };
    let doubt = data.open_issues(returned.wave).find(|it| {
        let of_cell = (it.returned, it.item) == (id, Some(lineage));
        of_cell
            && matches!(
                it.kind,
                IssueKind::UnreadableCell | IssueKind::MissingAnswer
            )
    });
    let to = read::words(item, answer);
    let found = match doubt {
        Some(doubt) => doubt.found.clone(),
        None => read::words(item, &before),
    };
    let mut changes = vec![Change::Answer(Edit::changed(
        cell(before),
        cell(answer.clone()),
    ))];
    changes.extend(doubt.map(|doubt| {
        let settled = match answer {
            Answer::Blank => Settlement::LeftBlank,
            _ => Settlement::Corrected(to.clone()),
        };
        super::settle::closed(doubt, settled)
    }));
    let settled = Settlement::Amended {
        to,
        reason: reason.to_owned(),
        who: known.who.to_owned(),
        on: known.today,
    };
    let issue = Issue {
        id: IssueId(known.ids.fresh()),
        found,
        settled: Some(settled),
        ..place(data, returned, lineage)
    };
    changes.push(Change::Issue(Box::new(Edit::created(issue))));
    let subject = format!("{} · {}", subject(data, returned), item.code);
    Ok(Step::new(StepKind::Correct, subject, changes))
}

/// Where the answer stands, as far as it stands in a file.
fn place(data: &Data, returned: &Return, lineage: LineageId) -> Issue {
    let import = data.import(returned.import);
    let cell = import.and_then(|it| it.cells(returned.row).remove(&lineage));
    Issue {
        id: IssueId::default(),
        wave: returned.wave,
        import: returned.import,
        kind: IssueKind::Correction,
        returned: returned.id,
        item: Some(lineage),
        sheet: import.map(|it| it.sheet.clone()).unwrap_or_default(),
        cell: cell.unwrap_or_default(),
        found: String::new(),
        expected: Expected::Answer,
        settled: None,
    }
}
