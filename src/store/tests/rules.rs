//! What the door refuses, whoever asks.

use jiff::civil::date;

use super::sample::{self, Sample, step};
use crate::model::{
    Answer, AnswerCell, Change, CustomerId, Edit, Frozen, Progress, Revision, RevisionId,
    Signature, Signatures, StepKind, Wave, WaveId,
};
use crate::store::{Rule, Store, StoreError, Taken};

/// Applies one change that has to be refused and leaves everything as it was.
fn refused(sample: &mut Sample, change: Change) -> StoreError {
    let before = sample.store.load().unwrap();
    let lines = sample.store.log(99).unwrap().len();
    let step = step(StepKind::EditQuestionnaire, vec![change]);
    let error = sample.store.apply(&step).unwrap_err();
    assert_eq!(sample.store.load().unwrap(), before);
    assert_eq!(sample.store.log(99).unwrap().len(), lines);
    error
}

fn rule(sample: &mut Sample, change: Change) -> Rule {
    match refused(sample, change) {
        StoreError::Forbidden(rule) => rule,
        other => panic!("{other:?}"),
    }
}

fn changed<T: Clone>(before: &T, change: impl FnOnce(&mut T)) -> Edit<T> {
    let mut after = before.clone();
    change(&mut after);
    Edit::changed(before.clone(), after)
}

fn revision(edit: Edit<Revision>) -> Change {
    Change::Revision(Box::new(edit))
}

#[test]
fn a_change_made_from_an_older_state_is_stale() {
    let mut sample = sample::open();
    let mut older = sample.customers[0].clone();
    older.name = "旧名".to_owned();
    let edit = changed(&older, |it| it.turnover = None);
    let error = refused(&mut sample, Change::Customer(edit));
    assert!(matches!(
        error,
        StoreError::Stale {
            table: "customer",
            ..
        }
    ));
    let again = Edit::created(sample.customers[0].clone());
    let error = refused(&mut sample, Change::Customer(again));
    assert!(matches!(error, StoreError::Stale { .. }));
    let gone = sample::customer(999, "C999");
    let error = refused(&mut sample, Change::Customer(Edit::removed(gone)));
    assert!(matches!(error, StoreError::Stale { .. }));
}

#[test]
fn one_refused_change_refuses_the_whole_step() {
    let mut sample = sample::open();
    let good = changed(&sample.customers[0], |it| it.key = true);
    let bad = changed(&sample.customers[1], |it| it.code = "C003".to_owned());
    let both = step(
        StepKind::EditCustomers,
        vec![Change::Customer(good), Change::Customer(bad)],
    );
    let before = sample.store.load().unwrap();
    assert!(sample.store.apply(&both).is_err());
    assert_eq!(sample.store.load().unwrap(), before);
}

#[test]
fn a_frozen_or_approved_questionnaire_stays_and_its_signatures_do_not() {
    let mut sample = sample::open();
    let frozen = sample.revision.clone();
    let edit = changed(&frozen, |it| it.questionnaire.items[0].weight = 9.0);
    assert_eq!(rule(&mut sample, revision(edit)), Rule::FixedQuestionnaire);
    let edit = changed(&frozen, |it| it.questionnaire.rules.target = 80.0);
    assert_eq!(rule(&mut sample, revision(edit)), Rule::FixedQuestionnaire);
    let thawed = frozen.freeze(false);
    assert_eq!(rule(&mut sample, thawed), Rule::WaveFreezesRevision);

    let signature = Signature {
        name: "总经理".to_owned(),
        date: date(2026, 1, 2),
    };
    let draft = Revision {
        id: RevisionId(600),
        number: 2,
        frozen: false,
        ..frozen
    };
    let signatures = Signatures {
        approved: Some(signature),
        ..Signatures::default()
    };
    let approved = Revision {
        signatures: signatures.clone(),
        ..draft.clone()
    };
    for made_so in [
        &approved,
        &Revision {
            frozen: true,
            ..draft.clone()
        },
    ] {
        let created = revision(Edit::created(made_so.clone()));
        assert_eq!(rule(&mut sample, created), Rule::DifferentThings);
    }
    let create = revision(Edit::created(draft.clone()));
    let changes = vec![create, draft.sign(signatures)];
    sample
        .store
        .apply(&step(StepKind::NewRevision, changes))
        .unwrap();
    let edit = changed(&approved, |it| it.questionnaire.title.clear());
    assert_eq!(rule(&mut sample, revision(edit)), Rule::FixedQuestionnaire);
    let erased = approved.sign(Signatures::default());
    assert_eq!(rule(&mut sample, erased), Rule::SignatureErased);
    let gone = Edit::removed(Frozen {
        id: draft.id,
        frozen: false,
    });
    assert_eq!(
        rule(&mut sample, Change::Freeze(gone)),
        Rule::DifferentThings
    );
    let removed = Edit::removed(approved.clone());
    assert_eq!(rule(&mut sample, revision(removed)), Rule::SignatureErased);
    let edit = changed(&approved, |it| it.effective = None);
    let dated = step(StepKind::Sign, vec![revision(edit)]);
    sample.store.apply(&dated).unwrap();
}

#[test]
fn a_wave_needs_a_frozen_revision_of_its_survey_and_keeps_it() {
    let mut sample = sample::open();
    let draft = Revision {
        id: RevisionId(600),
        number: 2,
        frozen: false,
        ..sample.revision.clone()
    };
    let create = step(
        StepKind::NewRevision,
        vec![revision(Edit::created(draft.clone()))],
    );
    sample.store.apply(&create).unwrap();
    let wave = Wave {
        id: WaveId(601),
        period: "2026H2".parse().unwrap(),
        revision: draft.id,
        ..sample.wave.clone()
    };
    let opened = Change::Wave(Edit::created(wave));
    assert_eq!(rule(&mut sample, opened), Rule::WaveFreezesRevision);

    let batch = sample.batch("a.xlsx", 3);
    sample.store.import(batch, &Progress::default()).unwrap();
    let moved = changed(&sample.wave, |it| it.revision = draft.id);
    assert_eq!(rule(&mut sample, Change::Wave(moved)), Rule::WaveHasReturns);
    let removed = Change::Wave(Edit::removed(sample.wave.clone()));
    assert_eq!(rule(&mut sample, removed), Rule::InUse);
}

#[test]
fn codes_numbers_and_periods_are_unique() {
    let mut sample = sample::open();
    let twin = sample::customer(600, "C001");
    let error = refused(&mut sample, Change::Customer(Edit::created(twin)));
    assert!(matches!(error, StoreError::Taken(Taken::CustomerCode(code)) if code == "C001"));
    let wave = Wave {
        id: WaveId(601),
        ..sample.wave.clone()
    };
    let error = refused(&mut sample, Change::Wave(Edit::created(wave.clone())));
    assert!(matches!(error, StoreError::Taken(Taken::Wave { .. })));
    let labelled = Wave {
        label: "补调查".to_owned(),
        ..wave
    };
    let labelled = Change::Wave(Edit::created(labelled));
    let labelled = step(StepKind::OpenWave, vec![labelled]);
    sample.store.apply(&labelled).unwrap();
    let again = Revision {
        id: RevisionId(602),
        frozen: false,
        ..sample.revision.clone()
    };
    let error = refused(&mut sample, revision(Edit::created(again)));
    assert!(matches!(error, StoreError::Taken(Taken::RevisionNumber(1))));
}

#[test]
fn nothing_refers_to_what_is_not_there() {
    let mut sample = sample::open();
    let mut stranger = sample::frame(sample.wave.id, &sample.customers[0]);
    stranger.customer = CustomerId(999);
    let stranger = Change::Frame(Edit::created(stranger));
    assert_eq!(rule(&mut sample, stranger), Rule::Dangling);
    let used = Change::Customer(Edit::removed(sample.customers[0].clone()));
    assert_eq!(rule(&mut sample, used), Rule::InUse);
}

#[test]
fn an_import_can_only_be_undone_and_a_return_keeps_its_origin() {
    let mut sample = sample::open();
    let batch = sample.batch("a.xlsx", 3);
    sample.store.import(batch, &Progress::default()).unwrap();
    let import = sample.store.load().unwrap().imports[0].clone();
    let renamed = changed(&import, |it| it.file = "b.xlsx".to_owned());
    assert_eq!(
        rule(&mut sample, Change::Import(renamed)),
        Rule::ImportIsFixed
    );
    let removed = Change::Import(Edit::removed(import));
    assert_eq!(rule(&mut sample, removed), Rule::ImportIsFixed);

    let returned = sample.store.load_wave(sample.wave.id).unwrap().returns[0].clone();
    let moved = changed(&returned, |it| it.row = 99);
    assert_eq!(
        rule(&mut sample, Change::Return(Box::new(moved))),
        Rule::ReturnIsFixed
    );
    let removed = Change::Return(Box::new(Edit::removed(returned)));
    assert_eq!(rule(&mut sample, removed), Rule::ReturnIsFixed);
}

#[test]
fn an_answer_has_to_be_one_of_its_items() {
    let mut sample = sample::open();
    let batch = sample.batch("a.xlsx", 3);
    sample.store.import(batch, &Progress::default()).unwrap();
    let returned = sample.store.load_wave(sample.wave.id).unwrap().returns[0].id;
    let cell = AnswerCell {
        returned,
        wave: sample.wave.id,
        item: 0,
        answer: sample::answer(0, 0),
    };
    for wrong in [
        Answer::Option(5),
        Answer::Options(vec![3, 1]),
        Answer::Number(f64::INFINITY),
    ] {
        let edit = changed(&cell, |it| it.answer = wrong);
        assert_eq!(
            rule(&mut sample, Change::Answer(edit)),
            Rule::AnswerOutsideScale
        );
    }
    let elsewhere = changed(&cell, |it| it.item = 1);
    assert_eq!(
        rule(&mut sample, Change::Answer(elsewhere)),
        Rule::DifferentThings
    );
    let beyond = AnswerCell { item: 5, ..cell };
    let error = refused(&mut sample, Change::Answer(changed(&beyond, |_| {})));
    assert!(matches!(error, StoreError::Stale { .. }));
}

#[test]
fn a_number_that_is_none_is_not_kept() {
    let mut sample = sample::open();
    let edit = changed(&sample.customers[0], |it| it.turnover = Some(f64::NAN));
    let error = refused(&mut sample, Change::Customer(edit));
    assert!(matches!(error, StoreError::Unstorable { .. }));
    let draft = Revision {
        id: RevisionId(600),
        number: 2,
        frozen: false,
        ..sample.revision.clone()
    };
    let edit = changed(&draft, |it| {
        it.questionnaire.items[0].weight = f64::INFINITY;
    });
    let endless = revision(Edit::created(edit.after.unwrap()));
    let error = refused(&mut sample, endless);
    assert!(matches!(error, StoreError::Unstorable { .. }));
}

#[test]
fn a_reader_writes_nothing() {
    let sample = sample::open();
    let mut reader = Store::open_read_only(&sample.path).unwrap();
    let edit = changed(&sample.customers[0], |it| it.key = true);
    let step = step(StepKind::EditCustomers, vec![Change::Customer(edit)]);
    assert!(matches!(reader.apply(&step), Err(StoreError::ReadOnly)));
    let batch = sample.batch("a.xlsx", 1);
    let import = reader.import(batch, &Progress::default());
    assert!(matches!(import, Err(StoreError::ReadOnly)));
}
