//! An edit shown before the file has taken it: the data as they will be, so that the next
//! edit can begin from there. The worker's own data take its place as soon as no edit is on
//! its way.

use crate::model::{Change, Data, Edit, FrameEntry, Revision, Step};

/// Applies the step to the data. Answers and returns are not part of them.
pub fn apply(data: &mut Data, step: &Step) {
    for change in &step.changes {
        match change {
            Change::Workspace(edit) => {
                if let Some(after) = &edit.after {
                    data.workspace = after.clone();
                }
            }
            Change::Survey(edit) => replace(&mut data.surveys, edit, |it| it.id),
            Change::Revision(edit) => revision(data, edit),
            Change::Freeze(edit) => {
                if let Some(after) = &edit.after
                    && let Some(it) = data.revisions.iter_mut().find(|it| it.id == after.id)
                {
                    it.frozen = after.frozen;
                }
            }
            Change::Sign(edit) => {
                if let Some(after) = &edit.after
                    && let Some(it) = data.revisions.iter_mut().find(|it| it.id == after.id)
                {
                    it.signatures = after.signatures.clone();
                }
            }
            Change::Customer(edit) => {
                replace(&mut data.customers, edit, |it| it.id);
                data.customers.sort_by(|a, b| a.code.cmp(&b.code));
            }
            Change::Wave(edit) => {
                replace(&mut data.waves, edit, |it| it.id);
                data.waves.sort_by_key(|it| (it.survey, it.period));
            }
            Change::Frame(edit) => frame(data, edit),
            Change::Import(edit) => replace(&mut data.imports, edit, |it| it.id),
            Change::Issue(edit) => replace(&mut data.issues, edit, |it| it.id),
            Change::Action(edit) => {
                replace(&mut data.actions, edit, |it| it.id);
                data.actions.sort_by(|a, b| a.number.cmp(&b.number));
            }
            Change::Return(_) | Change::Answer(_) => {}
        }
    }
}

fn replace<T: Clone, I: PartialEq>(all: &mut Vec<T>, edit: &Edit<T>, id: impl Fn(&T) -> I) {
    let Some(known) = edit.before.as_ref().or(edit.after.as_ref()).map(&id) else {
        return;
    };
    let at = all.iter().position(|it| id(it) == known);
    match (at, &edit.after) {
        (Some(at), Some(after)) => all[at] = after.clone(),
        (Some(at), None) => {
            all.remove(at);
        }
        (None, Some(after)) => all.push(after.clone()),
        (None, None) => {}
    }
}

/// Whether it is frozen and signed stays as it is: those are changes of their own.
fn revision(data: &mut Data, edit: &Edit<Revision>) {
    let after = edit.after.as_ref();
    let state = after.and_then(|after| data.revision(after.id)).cloned();
    replace(&mut data.revisions, edit, |it| it.id);
    if let (Some(after), Some(state)) = (after, state)
        && let Some(it) = data.revisions.iter_mut().find(|it| it.id == after.id)
    {
        it.frozen = state.frozen;
        it.signatures = state.signatures;
    }
    data.revisions.sort_by_key(|it| (it.survey, it.number));
}

fn frame(data: &mut Data, edit: &Edit<FrameEntry>) {
    if let Some(entry) = edit.before.as_ref().or(edit.after.as_ref()) {
        let entries = data.frames.entry(entry.wave).or_default();
        replace(entries, edit, |it| it.customer);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{StepKind, Survey, SurveyId};

    #[test]
    fn a_step_and_its_inverse_leave_the_data_as_they_were() {
        let survey = |name: &str| Survey {
            id: SurveyId(1),
            name: name.to_owned(),
        };
        let before = Data {
            surveys: vec![survey("a")],
            ..Data::default()
        };
        let changes = vec![
            Change::Survey(Edit::changed(survey("a"), survey("b"))),
            Change::Survey(Edit::created(Survey {
                id: SurveyId(2),
                name: String::new(),
            })),
        ];
        let step = Step::new(StepKind::SetUp, "", changes);
        let mut data = before.clone();
        apply(&mut data, &step);
        assert_eq!(data.surveys.len(), 2);
        assert_eq!(data.survey(SurveyId(1)).unwrap().name, "b");
        apply(&mut data, &step.inverse());
        assert_eq!(data, before);
    }
}
