//! The inverse of a step restores everything.

use jiff::civil::date;

use super::sample::{self, Sample, step};
use crate::model::{
    ActionId, ActionStep, Answer, AnswerCell, Change, CorrectiveAction, Edit, Issue, IssueId,
    Progress, Revision, RevisionId, Settlement, Signature, Signatures, Stage, Step, StepKind,
    Touched, Wave, WaveId, Workspace,
};
use crate::store::check::check;
use crate::store::{Rule, StoreError};

fn changed<T: Clone>(before: &T, change: impl FnOnce(&mut T)) -> Edit<T> {
    let mut after = before.clone();
    change(&mut after);
    Edit::changed(before.clone(), after)
}

/// A second, editable revision and a sample with returns.
fn prepared() -> (Sample, Revision) {
    let mut sample = sample::open();
    let batch = sample.batch("returns.xlsx", 10);
    sample.store.import(batch, &Progress::default()).unwrap();
    let next = Revision {
        id: RevisionId(700),
        number: 2,
        parent: Some(sample.revision.id),
        frozen: false,
        ..sample.revision.clone()
    };
    sample.store.apply(&new_revision(&next)).unwrap();
    (sample, next)
}

fn new_revision(revision: &Revision) -> Step {
    let change = Change::Revision(Box::new(Edit::created(revision.clone())));
    step(StepKind::NewRevision, vec![change])
}

fn action(sample: &Sample) -> CorrectiveAction {
    CorrectiveAction {
        id: ActionId(800),
        number: "CA-2026-01".to_owned(),
        survey: sample.survey.id,
        title: "价格".to_owned(),
        department: String::new(),
        owner: String::new(),
        cause: String::new(),
        measure: String::new(),
        due: None,
        evidence: Vec::new(),
        steps: vec![taken(Stage::Open)],
    }
}

fn taken(stage: Stage) -> ActionStep {
    ActionStep {
        stage,
        date: date(2026, 2, 1),
        who: "王五".to_owned(),
        note: String::new(),
        reopened: false,
    }
}

fn questionnaire_steps(sample: &Sample, draft: &Revision) -> Vec<Step> {
    let survey = changed(&sample.survey, |it| it.name = "售后客户".to_owned());
    let weight = changed(draft, |it| it.questionnaire.items[0].weight = 2.0);
    let third = Revision {
        id: RevisionId(701),
        number: 3,
        ..draft.clone()
    };
    let wave = Wave {
        id: WaveId(702),
        period: "2026H2".parse().unwrap(),
        revision: draft.id,
        ..sample.wave.clone()
    };
    let workspace = Workspace {
        company: "新名".to_owned(),
        ..sample::workspace()
    };
    vec![
        step(
            StepKind::SetUp,
            vec![
                Change::Survey(survey),
                Change::Workspace(Edit::changed(sample::workspace(), workspace)),
            ],
        ),
        step(
            StepKind::EditQuestionnaire,
            vec![Change::Revision(Box::new(weight))],
        ),
        new_revision(&third),
        sample::open_wave(draft, &wave),
    ]
}

pub(super) fn customer_steps(sample: &Sample) -> Vec<Step> {
    let fourth = sample::customer(703, "C004");
    let renamed = changed(&sample.customers[0], |it| it.name = "新名".to_owned());
    let dropped = sample::frame(sample.wave.id, &sample.customers[1]);
    let issued = changed(&sample::frame(sample.wave.id, &sample.customers[0]), |it| {
        it.issued = Some(date(2026, 1, 9));
    });
    vec![
        step(
            StepKind::EditCustomers,
            vec![
                Change::Customer(Edit::created(fourth)),
                Change::Customer(renamed),
            ],
        ),
        step(
            StepKind::EditFrame,
            vec![Change::Frame(Edit::removed(dropped)), Change::Frame(issued)],
        ),
    ]
}

pub(super) fn return_steps(sample: &Sample) -> Vec<Step> {
    let data = sample.store.load().unwrap();
    let loaded = sample.store.load_wave(sample.wave.id).unwrap();
    let cell = |item, row: usize, after| {
        let cell = AnswerCell {
            returned: loaded.returns[row].id,
            wave: sample.wave.id,
            item,
            answer: sample::answer(item, row),
        };
        Change::Answer(changed(&cell, |it| it.answer = after))
    };
    let issue = data.issues[0].clone();
    let second = Issue {
        id: IssueId(704),
        ..issue.clone()
    };
    vec![
        step(
            StepKind::UndoImport,
            vec![Change::Import(changed(&data.imports[0], |it| {
                it.undone = true;
            }))],
        ),
        step(
            StepKind::VoidReturn,
            vec![Change::Return(Box::new(changed(
                &loaded.returns[0],
                |it| {
                    it.void = Some("重复".to_owned());
                },
            )))],
        ),
        step(
            StepKind::RestoreReturn,
            vec![Change::Return(Box::new(changed(
                &loaded.returns[4],
                |it| {
                    it.void = None;
                    it.customer = Some(sample.customers[0].id);
                    it.channel = "电话".to_owned();
                },
            )))],
        ),
        step(
            StepKind::SettleIssue,
            vec![
                cell(1, 1, Answer::Option(2)),
                cell(3, 1, Answer::Number(9.75)),
                cell(4, 3, Answer::Blank),
                cell(4, 4, Answer::Text("好".to_owned())),
                cell(2, 3, Answer::Options(vec![1])),
                Change::Issue(Box::new(changed(&issue, |it| {
                    it.settled = Some(Settlement::Corrected("一般".to_owned()));
                }))),
                Change::Issue(Box::new(Edit::created(second))),
            ],
        ),
    ]
}

#[test]
fn the_inverse_of_every_step_restores_everything() {
    let (mut sample, draft) = prepared();
    let raised = action(&sample);
    let mut steps = questionnaire_steps(&sample, &draft);
    steps.extend(customer_steps(&sample));
    steps.extend(return_steps(&sample));
    let raise = Change::Action(Box::new(Edit::created(raised.clone())));
    steps.push(step(StepKind::RaiseAction, vec![raise]));
    for step in steps {
        there_and_back(&mut sample, step);
    }
    let raise = Change::Action(Box::new(Edit::created(raised.clone())));
    let raise = step(StepKind::RaiseAction, vec![raise]);
    sample.store.apply(&raise).unwrap();
    let planned = changed(&raised, |it| it.cause = "原材料".to_owned());
    let advanced = changed(&raised, |it| it.steps.push(taken(Stage::Analysis)));
    for (kind, edit) in [
        (StepKind::EditAction, planned),
        (StepKind::AdvanceAction, advanced),
    ] {
        there_and_back(
            &mut sample,
            step(kind, vec![Change::Action(Box::new(edit))]),
        );
    }
}

fn there_and_back(sample: &mut Sample, step: Step) {
    let state = |sample: &Sample| {
        let faults = check(&sample.path, &Progress::default()).unwrap();
        assert_eq!(faults, [], "every row written is counted");
        let returns = sample.store.load_wave(sample.wave.id).unwrap();
        (sample.store.load().unwrap(), returns)
    };
    let before = state(sample);
    let kind = step.kind;
    let touched = sample.store.apply(&step).unwrap();
    assert_ne!(state(sample), before, "{kind:?} changed nothing");
    let back = sample.store.apply(&step.inverse()).unwrap();
    assert_eq!(state(sample), before, "{kind:?}");
    assert_eq!(touched, back, "{kind:?}");
}

#[test]
fn an_import_taken_back_leaves_its_returns_and_issues_out_until_it_is_restored() {
    let (mut sample, _) = prepared();
    let data = sample.store.load().unwrap();
    let undo = Change::Import(changed(&data.imports[0], |it| it.undone = true));
    let undo = step(StepKind::UndoImport, vec![undo]);
    sample.store.apply(&undo).unwrap();
    let without = sample.store.load().unwrap();
    assert!(without.issues.is_empty());
    assert!(without.imports[0].undone);
    let loaded = sample.store.load_wave(sample.wave.id).unwrap();
    assert!(loaded.returns.is_empty());
    assert!(loaded.columns.iter().all(|column| column.is_empty()));
    sample.store.apply(&undo.inverse()).unwrap();
    assert_eq!(sample.store.load().unwrap(), data);
}

#[test]
fn a_signature_is_superseded_and_never_taken_back() {
    let (mut sample, draft) = prepared();
    let signed = |name: &str| {
        Some(Signature {
            name: name.to_owned(),
            date: date(2026, 1, 2),
        })
    };
    let approved_by = |name: &str| Signatures {
        approved: signed(name),
        ..Signatures::default()
    };
    let first = step(StepKind::Sign, vec![draft.sign(approved_by("总经理"))]);
    let touched = sample.store.apply(&first).unwrap();
    assert_eq!(touched, Touched::default(), "signing moves no figure");
    assert!(sample.store.apply(&first.inverse()).is_err());
    let signed = &sample.store.load().unwrap().revisions[1];
    let second = signed.sign(approved_by("新总经理"));
    sample
        .store
        .apply(&step(StepKind::Sign, vec![second]))
        .unwrap();
    let data = sample.store.load().unwrap();
    let approved = data.revisions[1].signatures.approved.as_ref().unwrap();
    assert_eq!(approved.name, "新总经理");
}

#[test]
fn what_is_asked_is_taken_back_whatever_became_of_the_revision_since() {
    let (mut sample, draft) = prepared();
    let heavier = changed(&draft, |it| it.questionnaire.items[0].weight = 2.0);
    let heavier = step(
        StepKind::EditQuestionnaire,
        vec![Change::Revision(Box::new(heavier))],
    );
    let wave = Wave {
        id: WaveId(702),
        period: "2026H2".parse().unwrap(),
        revision: draft.id,
        ..sample.wave.clone()
    };
    let opened = sample::open_wave(&draft, &wave);
    let prepared = Signatures {
        prepared: Some(Signature {
            name: "李工".to_owned(),
            date: date(2026, 1, 2),
        }),
        ..Signatures::default()
    };
    let signed = step(StepKind::Sign, vec![draft.sign(prepared.clone())]);
    sample.store.apply(&heavier).unwrap();
    sample.store.apply(&signed).unwrap();
    sample.store.apply(&opened).unwrap();
    let refused = sample.store.apply(&heavier.clone().inverse()).unwrap_err();
    assert!(
        matches!(refused, StoreError::Forbidden(Rule::FixedQuestionnaire)),
        "{refused:?}"
    );
    sample.store.apply(&opened.inverse()).unwrap();
    sample.store.apply(&heavier.inverse()).unwrap();
    let revision = &sample.store.load().unwrap().revisions[1];
    assert_eq!(revision.questionnaire, draft.questionnaire);
    assert!(!revision.frozen);
    assert_eq!(revision.signatures, prepared, "a signature stays");
}
