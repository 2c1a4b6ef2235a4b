//! A wave taken back with the import that opened it, and both brought back.

use super::sample::{self, Sample, step};
use crate::model::{
    Change, Customer, Data, Edit, Import, Progress, Revision, RevisionId, Step, StepKind, Wave,
    WaveId,
};
use crate::store::check::check;
use crate::store::{Rule, StoreError, Taken};

/// A draft, the wave an import opened with it, and what its inverse takes back.
pub(super) fn taken_in() -> (Sample, Revision, Wave, Step) {
    let mut sample = sample::open();
    let draft = Revision {
        id: RevisionId(700),
        number: 2,
        parent: Some(sample.revision.id),
        frozen: false,
        ..sample.revision.clone()
    };
    let created = Change::Revision(Box::new(Edit::created(draft.clone())));
    apply(&mut sample, &step(StepKind::NewRevision, vec![created])).unwrap();
    let wave = Wave {
        id: WaveId(702),
        period: "2026H2".parse().unwrap(),
        revision: draft.id,
        ..sample.wave.clone()
    };
    let opening = sample::open_wave(&draft, &wave);
    let mut batch = sample.batch("a.xlsx", 5);
    batch.import.wave = wave.id;
    let progress = Progress::default();
    let entered = sample.store.open_and_import(&opening, batch, &progress);
    let entered = entered.unwrap();
    let undone = Import {
        undone: true,
        ..entered.import.clone()
    };
    let mut changes = opening.changes;
    changes.push(Change::Import(Edit::changed(undone, entered.import)));
    (sample, draft, wave, step(StepKind::RestoreImport, changes))
}

fn apply(sample: &mut Sample, step: &Step) -> Result<(), StoreError> {
    sample.store.apply(step).map(|_| ())
}

fn sound(sample: &Sample) {
    assert_eq!(check(&sample.path, &Progress::default()).unwrap(), []);
}

/// What counts: without the traces of imports taken back.
fn counting(sample: &Sample) -> Data {
    let mut data = sample.store.load().unwrap();
    data.imports.retain(|import| !import.undone);
    data
}

fn heavier(draft: &Revision) -> Step {
    let mut after = draft.clone();
    after.questionnaire.items[0].weight = 9.0;
    let edit = Edit::changed(draft.clone(), after);
    step(
        StepKind::EditQuestionnaire,
        vec![Change::Revision(Box::new(edit))],
    )
}

fn rule(error: Result<(), StoreError>) -> Rule {
    match error {
        Err(StoreError::Forbidden(rule)) => rule,
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_wave_an_import_opened_goes_and_comes_with_it() {
    let (mut sample, draft, wave, again) = taken_in();
    let (data, returns) = (
        sample.store.load().unwrap(),
        sample.store.load_wave(wave.id).unwrap(),
    );
    let back = again.clone().inverse();
    assert_eq!(back.kind, StepKind::UndoImport);
    apply(&mut sample, &back).unwrap();
    let without = sample.store.load().unwrap();
    assert_eq!(without.wave(wave.id), None);
    assert!(without.revision(draft.id).unwrap().editable());
    assert!(sample.store.load_wave(wave.id).is_err());
    sound(&sample);
    // What lay before it can go too, and come again.
    let weight = heavier(&draft);
    let created = Change::Revision(Box::new(Edit::removed(draft)));
    let removed = step(StepKind::NewRevision, vec![created]);
    apply(&mut sample, &weight).unwrap();
    sound(&sample);
    apply(&mut sample, &weight.inverse()).unwrap();
    apply(&mut sample, &removed).unwrap();
    sound(&sample);
    apply(&mut sample, &removed.inverse()).unwrap();
    apply(&mut sample, &again).unwrap();
    assert_eq!(sample.store.load().unwrap(), data);
    assert_eq!(sample.store.load_wave(wave.id).unwrap(), returns);
    sound(&sample);
}

#[test]
fn returns_come_back_only_to_the_questions_they_answer() {
    let (mut sample, draft, _, again) = taken_in();
    apply(&mut sample, &again.clone().inverse()).unwrap();
    apply(&mut sample, &heavier(&draft)).unwrap();
    let error = apply(&mut sample, &again);
    assert_eq!(rule(error), Rule::OtherQuestions);
    apply(&mut sample, &heavier(&draft).inverse()).unwrap();
    apply(&mut sample, &again).unwrap();
}

#[test]
fn it_comes_back_however_the_same_questions_are_written() {
    let (mut sample, draft, wave, again) = taken_in();
    apply(&mut sample, &again.clone().inverse()).unwrap();
    let otherwise = format!(
        "UPDATE revision SET questionnaire = replace(questionnaire, ',\"', ' , \"') WHERE id = {}",
        draft.id.0
    );
    sample::forge(&sample.path, &otherwise);
    apply(&mut sample, &again).unwrap();
    assert!(sample.store.load().unwrap().wave(wave.id).is_some());
    sound(&sample);
}

#[test]
fn another_wave_in_its_place_keeps_it_away_and_goes_before_it() {
    let (mut sample, draft, wave, again) = taken_in();
    apply(&mut sample, &again.clone().inverse()).unwrap();
    let before = counting(&sample);
    let other = Wave {
        id: WaveId(703),
        ..wave
    };
    let opened = sample::open_wave(&draft, &other);
    apply(&mut sample, &opened).unwrap();
    let mut thawed = again.clone();
    thawed.changes.retain(|it| !matches!(it, Change::Freeze(_)));
    let error = apply(&mut sample, &thawed);
    assert!(
        matches!(error, Err(StoreError::Taken(Taken::Wave { .. }))),
        "{error:?}"
    );
    apply(&mut sample, &opened.inverse()).unwrap();
    assert_eq!(counting(&sample), before);
    apply(&mut sample, &again).unwrap();
    sound(&sample);
}

#[test]
fn a_wave_with_a_frame_or_returns_that_count_is_not_taken_back() {
    let (mut sample, draft, wave, again) = taken_in();
    let frozen = Revision {
        frozen: true,
        ..draft
    };
    let gone = Change::Wave(Edit::removed(wave.clone()));
    let thaw = step(StepKind::OpenWave, vec![gone, frozen.freeze(false)]);
    assert_eq!(rule(apply(&mut sample, &thaw)), Rule::InUse);
    let chosen = Change::Frame(Edit::created(sample::frame(wave.id, &sample.customers[0])));
    apply(&mut sample, &step(StepKind::EditFrame, vec![chosen])).unwrap();
    assert_eq!(rule(apply(&mut sample, &again.inverse())), Rule::InUse);
}

#[test]
fn returns_taken_back_hold_on_to_no_customer_and_need_it_to_come_back() {
    let mut sample = sample::open();
    let fourth = sample::customer(750, "C004");
    let registered = Change::Customer(Edit::created(fourth.clone()));
    let registered = step(StepKind::EditCustomers, vec![registered]);
    apply(&mut sample, &registered).unwrap();
    let mut batch = sample.batch("a.xlsx", 5);
    batch.returns[4].customer = Some(fourth.id);
    let entered = sample.store.import(batch, &Progress::default()).unwrap();
    let undone = Import {
        undone: true,
        ..entered.import.clone()
    };
    let undo = Change::Import(Edit::changed(entered.import, undone));
    let undo = step(StepKind::UndoImport, vec![undo]);
    let gone = registered.clone().inverse();
    assert_eq!(rule(apply(&mut sample, &gone)), Rule::InUse);
    apply(&mut sample, &undo).unwrap();
    apply(&mut sample, &gone).unwrap();
    sound(&sample);
    let restore = undo.inverse();
    assert_eq!(rule(apply(&mut sample, &restore)), Rule::Dangling);
    apply(&mut sample, &registered).unwrap();
    apply(&mut sample, &restore).unwrap();
    let known: Vec<Customer> = sample.store.load().unwrap().customers.to_vec();
    assert!(known.contains(&fourth));
    sound(&sample);
}
