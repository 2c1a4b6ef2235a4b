//! An edit shown before the file has taken it: the data as they will be, so that the next
//! edit can begin from there. The worker does the same to its own data once the file has it,
//! instead of reading everything again; both find what a reader of the file would find.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::hash::Hash;

use rustc_hash::FxHashMap;

use crate::model::{
    Attachment, Change, Contact, CorrectiveAction, Customer, Data, Edit, FrameEntry, Frozen,
    Import, Issue, Kpi, Marking, Past, Revision, Shared, Signed, Step, Survey, Tag, Tagging, Wave,
    WaveId,
};

/// Whether [`apply`] says all the step does to the data. Taking back an import and letting it
/// count again does not: what waits to be settled comes and goes with it.
pub fn is_whole(step: &Step) -> bool {
    let imported = |change: &Change| matches!(change, Change::Import(_));
    !step.changes.iter().any(imported)
}

/// Applies the step to the data: a list it does not touch stays shared with whoever else has
/// it. Answers and returns are not part of them.
pub fn apply(data: &mut Data, step: &Step) {
    let mut edits = Edits::default();
    for change in &step.changes {
        match change {
            Change::Workspace(edit) => {
                if let Some(after) = &edit.after {
                    data.workspace = after.clone();
                }
            }
            Change::Survey(edit) => edits.surveys.push(edit),
            Change::Revision(edit) => revision(data, edit),
            Change::Freeze(edit) => freeze(data, edit),
            Change::Sign(edit) => sign(data, edit),
            Change::Customer(edit) => edits.customers.push(edit),
            Change::Wave(edit) => edits.waves.push(edit),
            Change::Frame(edit) => edits.frames.push(edit),
            Change::Import(edit) => edits.imports.push(edit),
            Change::Issue(edit) => edits.issues.push(edit),
            Change::Action(edit) => edits.actions.push(edit),
            Change::Attachment(edit) => edits.attachments.push(edit),
            Change::Contact(edit) => edits.contacts.push(edit),
            Change::Past(edit) => edits.past.push(edit),
            Change::Kpi(edit) => edits.kpis.push(edit),
            Change::Tag(edit) => edits.tags.push(edit),
            Change::Tagging(edit) => edits.taggings.push(edit),
            Change::Marking(edit) => edits.markings.push(edit),
            Change::Return(_) | Change::Answer(_) => {}
        }
    }
    edits.apply(data);
}

/// A register of ten thousand customers comes as one step, so the edits of a list are made in
/// one go through it.
#[derive(Default)]
struct Edits<'a> {
    surveys: Vec<&'a Edit<Survey>>,
    customers: Vec<&'a Edit<Customer>>,
    waves: Vec<&'a Edit<Wave>>,
    frames: Vec<&'a Edit<FrameEntry>>,
    imports: Vec<&'a Edit<Import>>,
    issues: Vec<&'a Edit<Issue>>,
    actions: Vec<&'a Edit<CorrectiveAction>>,
    attachments: Vec<&'a Edit<Attachment>>,
    contacts: Vec<&'a Edit<Contact>>,
    past: Vec<&'a Edit<Past>>,
    kpis: Vec<&'a Edit<Kpi>>,
    tags: Vec<&'a Edit<Tag>>,
    taggings: Vec<&'a Edit<Tagging>>,
    markings: Vec<&'a Edit<Marking>>,
}

impl Edits<'_> {
    /// In the order the file has them.
    fn apply(self, data: &mut Data) {
        let by_code = |a: &Customer, b: &Customer| a.code.cmp(&b.code);
        let by_period = |a: &Wave, b: &Wave| {
            let place = (a.survey, a.period, &a.label);
            place.cmp(&(b.survey, b.period, &b.label))
        };
        let by_number = |a: &CorrectiveAction, b: &CorrectiveAction| a.number.cmp(&b.number);
        let issue_id = |a: &Issue, b: &Issue| a.id.cmp(&b.id);
        merge(
            &mut data.surveys,
            &self.surveys,
            |it| it.id,
            |a, b| a.id.cmp(&b.id),
        );
        merge(&mut data.customers, &self.customers, |it| it.id, by_code);
        merge(&mut data.waves, &self.waves, |it| it.id, by_period);
        merge(
            &mut data.imports,
            &self.imports,
            |it| it.id,
            |a, b| a.id.cmp(&b.id),
        );
        merge(&mut data.issues, &self.issues, |it| it.id, issue_id);
        let contact_id = |a: &Contact, b: &Contact| a.id.cmp(&b.id);
        merge(&mut data.contacts, &self.contacts, |it| it.id, contact_id);
        let by_wave = |a: &Past, b: &Past| (a.survey, a.period).cmp(&(b.survey, b.period));
        merge(&mut data.past, &self.past, |it| it.id, by_wave);
        let by_kpi = |a: &Kpi, b: &Kpi| a.code.cmp(&b.code);
        merge(&mut data.kpis, &self.kpis, |it| it.id, by_kpi);
        let tag_id = |a: &Tag, b: &Tag| a.id.cmp(&b.id);
        merge(&mut data.tags, &self.tags, |it| it.id, tag_id);
        let tagging_id = |a: &Tagging, b: &Tagging| a.id.cmp(&b.id);
        merge(&mut data.taggings, &self.taggings, |it| it.id, tagging_id);
        let marking_id = |a: &Marking, b: &Marking| a.id.cmp(&b.id);
        merge(&mut data.markings, &self.markings, |it| it.id, marking_id);
        merge(&mut data.actions, &self.actions, |it| it.id, by_number);
        merge(
            &mut data.attachments,
            &self.attachments,
            |it| it.id,
            |a, b| a.id.cmp(&b.id),
        );
        frames(data, &self.frames);
    }
}

/// Puts things as they are after the edits into their places among the others.
fn merge<T: Clone, I: Copy + Eq + Hash>(
    all: &mut Shared<Vec<T>>,
    edits: &[&Edit<T>],
    id: impl Fn(&T) -> I,
    order: impl Fn(&T, &T) -> Ordering,
) {
    let known = |edit: &Edit<T>| edit.before.as_ref().or(edit.after.as_ref()).map(&id);
    let mut after: FxHashMap<I, Option<&T>> = FxHashMap::default();
    for edit in edits {
        if let Some(known) = known(edit) {
            after.insert(known, edit.after.as_ref());
        }
    }
    if after.is_empty() {
        return;
    }
    let all: &mut Vec<T> = all;
    all.retain(|it| !after.contains_key(&id(it)));
    all.extend(after.into_values().flatten().cloned());
    // Nearly sorted, which the sort takes in one go.
    all.sort_by(order);
}

fn frames(data: &mut Data, edits: &[&Edit<FrameEntry>]) {
    let wave = |edit: &Edit<FrameEntry>| {
        let entry = edit.before.as_ref().or(edit.after.as_ref());
        entry.map(|entry| entry.wave)
    };
    let mut of: BTreeMap<WaveId, Vec<&Edit<FrameEntry>>> = BTreeMap::new();
    for edit in edits {
        if let Some(wave) = wave(edit) {
            of.entry(wave).or_default().push(edit);
        }
    }
    for (wave, edits) in of {
        let entries = data.frames.entry(wave).or_default();
        let by_customer = |a: &FrameEntry, b: &FrameEntry| a.customer.cmp(&b.customer);
        merge(entries, &edits, |it| it.customer, by_customer);
        if entries.is_empty() {
            data.frames.remove(&wave);
        }
    }
}

fn freeze(data: &mut Data, edit: &Edit<Frozen>) {
    if let Some(after) = &edit.after
        && let Some(it) = data.revisions.iter_mut().find(|it| it.id == after.id)
    {
        it.frozen = after.frozen;
    }
}

fn sign(data: &mut Data, edit: &Edit<Signed>) {
    if let Some(after) = &edit.after
        && let Some(it) = data.revisions.iter_mut().find(|it| it.id == after.id)
    {
        it.signatures = after.signatures.clone();
    }
}

/// Whether it is frozen and signed stays as it is: those are changes of their own.
fn revision(data: &mut Data, edit: &Edit<Revision>) {
    let after = edit.after.as_ref();
    let state = after.and_then(|after| data.revision(after.id)).cloned();
    let by_number = |a: &Revision, b: &Revision| (a.survey, a.number).cmp(&(b.survey, b.number));
    merge(&mut data.revisions, &[edit], |it| it.id, by_number);
    if let (Some(after), Some(state)) = (after, state)
        && let Some(it) = data.revisions.iter_mut().find(|it| it.id == after.id)
    {
        it.frozen = state.frozen;
        it.signatures = state.signatures;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{StepKind, SurveyId};

    #[test]
    fn a_step_and_its_inverse_leave_the_data_as_they_were() {
        let survey = |name: &str| Survey {
            id: SurveyId(1),
            name: name.to_owned(),
        };
        let before = Data {
            surveys: vec![survey("a")].into(),
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
    #[test]
    fn a_list_the_step_does_not_touch_stays_shared() {
        let survey = Survey {
            id: SurveyId(1),
            name: "a".to_owned(),
        };
        let before = Data::default();
        let mut data = before.clone();
        let change = Change::Survey(Edit::created(survey));
        apply(&mut data, &Step::new(StepKind::NewSurvey, "", vec![change]));
        assert!(!data.surveys.same(&before.surveys));
        assert!(data.revisions.same(&before.revisions));
        assert!(data.customers.same(&before.customers));
        assert!(data.waves.same(&before.waves));
        assert!(data.frames.same(&before.frames));
        assert!(data.imports.same(&before.imports));
        assert!(data.issues.same(&before.issues));
        assert!(data.actions.same(&before.actions));
    }
}
