//! What went in comes out.

use jiff::civil::date;

use super::sample::{self, step};
use crate::model::{
    ActionId, ActionStep, AnswerColumn, Change, CorrectiveAction, Data, Edit, Evidence, Progress,
    ReturnId, Revision, RevisionId, Signatures, Stage, StepKind, Subject, Survey, SurveyId,
    Touched,
};
use crate::store::Store;

fn action(sample: &sample::Sample) -> CorrectiveAction {
    CorrectiveAction {
        id: ActionId(500),
        number: "CA-2026-01".to_owned(),
        survey: sample.survey.id,
        title: "价格".to_owned(),
        department: "销售部".to_owned(),
        owner: "李四".to_owned(),
        cause: String::new(),
        measure: String::new(),
        due: Some(date(2026, 7, 20)),
        evidence: vec![Evidence {
            wave: sample.wave.id,
            subject: Subject::Dimension("Q".to_owned()),
            score: 500.0 / 7.0,
            change: Some(-0.1 - 0.2),
            target: 85.0,
            returns: vec![ReturnId(1)],
        }],
        steps: vec![ActionStep {
            stage: Stage::Open,
            date: date(2026, 2, 1),
            who: "王五".to_owned(),
            note: String::new(),
            reopened: false,
        }],
    }
}

#[test]
fn a_new_workspace_holds_its_company_and_nothing_else() {
    let (_folder, path, store) = sample::empty();
    let fresh = Data {
        workspace: sample::workspace(),
        ..Data::default()
    };
    assert_eq!(store.load().unwrap(), fresh);
    assert_eq!(store.path(), path);
    assert!(store.writable());
}

#[test]
fn every_noun_comes_out_as_it_went_in_also_after_opening_again() {
    let mut sample = sample::open();
    let raised = action(&sample);
    sample
        .store
        .apply(&step(
            StepKind::RaiseAction,
            vec![Change::Action(Box::new(Edit::created(raised.clone())))],
        ))
        .unwrap();
    let data = sample.store.load().unwrap();
    assert_eq!(*data.surveys, [sample.survey]);
    assert_eq!(*data.revisions, [sample.revision]);
    assert_eq!(*data.customers, sample.customers);
    assert_eq!(*data.waves, std::slice::from_ref(&sample.wave));
    let frame: Vec<_> = sample
        .customers
        .iter()
        .map(|customer| sample::frame(sample.wave.id, customer))
        .collect();
    assert_eq!(data.frame(sample.wave.id), frame);
    assert_eq!(*data.actions, [raised]);

    drop(sample.store);
    let again = Store::open(&sample.path).unwrap();
    assert_eq!(again.load().unwrap(), data);
    let reader = Store::open_read_only(&sample.path).unwrap();
    assert_eq!(reader.load().unwrap(), data);
    assert!(!reader.writable());
}

#[test]
fn an_import_comes_out_by_the_column() {
    let mut sample = sample::open();
    let batch = sample.batch("returns.xlsx", 20);
    let entered = sample
        .store
        .import(batch.clone(), &Progress::default())
        .unwrap();
    let (import, touched) = (entered.import.id, entered.touched);
    let only_the_wave = Touched {
        waves: vec![sample.wave.id],
        everything: false,
        tags: false,
    };
    assert_eq!(touched, only_the_wave);

    let loaded = sample.store.load_wave(sample.wave.id).unwrap();
    assert_eq!(loaded.returns.len(), 20);
    for (at, returned) in loaded.returns.iter().enumerate() {
        let mut expected = batch.returns[at].clone();
        expected.id = ReturnId(at as i64 + 1);
        expected.import = Some(import);
        assert_eq!(*returned, expected);
        for (item, column) in loaded.columns.iter().enumerate() {
            assert_eq!(column.get(at), sample::answer(item, at), "{item} {at}");
        }
    }
    assert!(matches!(loaded.columns[0], AnswerColumn::Choice(_)));

    let data = sample.store.load().unwrap();
    assert_eq!(data.imports[0].at, batch.import.at);
    assert_eq!(data.imports[0].returns, 20);
    assert_eq!(data.issues.len(), 1);
    assert_eq!(data.issues[0].returned, ReturnId(1));
    assert_eq!(data.issues[0].expected, batch.issues[0].expected);

    let original = sample.store.original(import).unwrap().unwrap();
    assert_eq!(original.bytes, batch.source.bytes);
    assert_eq!(original.sha256, batch.source.sha256);
    assert_eq!(original.name, "returns.xlsx");
}

#[test]
fn a_number_is_never_given_out_twice() {
    let mut sample = sample::open();
    let before = sample.store.fresh_id();
    let gone = sample::customer(before + 100, "C900");
    let created = step(
        StepKind::EditCustomers,
        vec![Change::Customer(Edit::created(gone.clone()))],
    );
    sample.store.apply(&created).unwrap();
    sample.store.apply(&created.inverse()).unwrap();
    assert!(sample.store.fresh_id() > gone.id.0);
    drop(sample.store);
    let again = Store::open(&sample.path).unwrap();
    assert!(again.fresh_id() > gone.id.0);
    assert!(again.fresh_id() > sample::questionnaire().items[4].lineage.0);
}

#[test]
fn the_log_says_what_was_done_and_when() {
    let mut sample = sample::open();
    let before = sample.store.saved_at().unwrap();
    let mut renamed = sample.customers[0].clone();
    renamed.name = "新名".to_owned();
    let edit = Edit::changed(sample.customers[0].clone(), renamed);
    sample
        .store
        .apply(&step(StepKind::EditCustomers, vec![Change::Customer(edit)]))
        .unwrap();
    let log = sample.store.log(10).unwrap();
    assert_eq!(log.len(), 6);
    assert_eq!(log[0].kind, StepKind::EditCustomers);
    assert_eq!(log[0].changes[0]["after"]["name"], "新名");
    assert_eq!(log[0].changes[0]["after"].as_object().unwrap().len(), 1);
    assert_eq!(log[5].kind, StepKind::SetUp);
    assert!(sample.store.saved_at().unwrap() >= before);
    assert_eq!(sample.store.saved_at().unwrap(), log[0].at);
}

#[test]
fn further_languages_stay_when_a_questionnaire_is_written_again() {
    let (_folder, _, mut store) = sample::empty();
    let survey = Survey {
        id: SurveyId(store.fresh_id()),
        name: "客户".to_owned(),
    };
    let draft = Revision {
        id: RevisionId(store.fresh_id()),
        survey: survey.id,
        number: 1,
        label: "1".to_owned(),
        document: String::new(),
        effective: None,
        parent: None,
        frozen: false,
        signatures: Signatures::default(),
        questionnaire: sample::questionnaire(),
    };
    let known = draft.questionnaire.translations.clone();
    assert_eq!(known["en"]["质量"], "Quality");
    let mut without = draft.clone();
    without.questionnaire.items.clear();
    let changes = vec![
        Change::Survey(Edit::created(survey)),
        Change::Revision(Box::new(Edit::created(draft.clone()))),
        Change::Revision(Box::new(Edit::changed(draft.clone(), without))),
    ];
    store.apply(&step(StepKind::SetUp, changes)).unwrap();
    let data = store.load().unwrap();
    let written = data.revision(draft.id).unwrap();
    assert!(written.questionnaire.items.is_empty());
    assert_eq!(written.questionnaire.translations, known);
}
