//! The golden file of version 8: how it was made. Once the version is released it is never made
//! anew; `tests/golden` opens it with every later version of the program.

mod beside;
mod ledger;
mod markings;
mod tags;

pub(super) use markings::kept;

use std::fs;
use std::path::Path;

use jiff::civil::{Date, date};

use super::sample::{self, Sample, step};
use super::{undo, withdrawn};
use crate::model::{
    ActionId, ActionStep, Band, Bound, Change, CorrectiveAction, Dimension, Edit, Evidence,
    Expected, Flag, Import, ImportId, IndexRule, Issue, IssueId, IssueKind, Item, ItemKind,
    LineageId, Normalisation, NotApplicable, Origin, PeriodKind, Progress, Revision, RevisionId,
    Rules, Settlement, Signature, Signatures, Stage, Step, StepKind, Subject, Survey, SurveyId,
    Validity, Wave, WaveId, Weighting, Workspace,
};
use crate::store::check::check;

#[test]
#[ignore = "makes the golden file of this version anew"]
fn the_golden_file_of_version_8_is_made() {
    let (mut sample, _, _, again) = withdrawn::taken_in();
    apply(&mut sample, &again.inverse());
    imports(&mut sample);
    for step in undo::customer_steps(&sample) {
        apply(&mut sample, &step);
    }
    for step in undo::return_steps(&sample) {
        if step.kind != StepKind::UndoImport {
            apply(&mut sample, &step);
        }
    }
    issues(&mut sample);
    let revision = questionnaire(&mut sample);
    let wave = signed_and_opened(&mut sample, &revision);
    ledger::ledger(&mut sample, &wave);
    beside::beside(&mut sample);
    tags::tags(&mut sample);
    markings::markings(&mut sample);
    actions(&mut sample);
    drop(std::mem::replace(&mut sample.store, sample::empty().2));
    // So far nobody writes these.
    sample::forge(
        &sample.path,
        "INSERT INTO wave (id, survey, period, label, opened)
         SELECT 790, id, '2019', '', '2019-12-01' FROM survey LIMIT 1;
         INSERT INTO summary (wave, subject, n, score, sd, rate)
         VALUES (790, 'index', 40, 71.5, 12.25, 0.6), (790, 'dimension Q', NULL, 70.0, NULL, NULL);
         INSERT INTO attachment (noun, of, file, name, note, at)
         SELECT 'action', action.id, file.id, '照片.jpg', '现场', '2026-07-01T00:00:00Z'
         FROM action, file LIMIT 1",
    );
    sample::tamper(&sample.path, "VACUUM");
    assert_eq!(check(&sample.path, &Progress::default()).unwrap(), []);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/v8");
    fs::create_dir_all(&folder).unwrap();
    fs::copy(&sample.path, folder.join("everything.manyi")).unwrap();
}

fn apply(sample: &mut Sample, step: &Step) {
    sample.store.apply(step).unwrap();
}

fn brought(sample: &mut Sample, file: &str, rows: usize) -> ImportId {
    let batch = sample.batch(file, rows);
    let entered = sample.store.import(batch, &Progress::default()).unwrap();
    entered.import.id
}

fn undone(sample: &Sample, id: ImportId) -> Step {
    let import = sample.store.load().unwrap().import(id).unwrap().clone();
    let undone = Import {
        undone: true,
        ..import.clone()
    };
    let change = Change::Import(Edit::changed(import, undone));
    step(StepKind::UndoImport, vec![change])
}

/// Counting, taken back, restored, removed for good, with a shared file and without one.
fn imports(sample: &mut Sample) {
    let main = brought(sample, "returns.xlsx", 14);
    sample.store.drop_original(main).unwrap();
    let shared = brought(sample, "a.csv", 3);
    let undo = undone(sample, shared);
    apply(sample, &undo);
    apply(sample, &undo.clone().inverse());
    apply(sample, &undo);
    brought(sample, "a.csv", 3);
    let forgotten = brought(sample, "forgotten.csv", 2);
    let undo = undone(sample, forgotten);
    apply(sample, &undo);
    sample.store.forget_import(forgotten).unwrap();
}

/// Of every kind, with everything that can be expected, settled in every way and open.
fn issues(sample: &mut Sample) {
    let standing = sample.store.load().unwrap().issues;
    let known = standing.iter().find(|it| it.item.is_some()).unwrap();
    let expected = [
        Expected::OneOf(vec!["满意".to_owned()]),
        Expected::Number {
            low: 0.0,
            high: 10.0,
        },
        Expected::Date,
        Expected::Answer,
        Expected::KnownCustomer,
        Expected::OneReturnPerCustomer,
        Expected::Calculated,
        Expected::OneCustomerOf(vec!["C001".to_owned(), "C002".to_owned()]),
    ];
    let kinds = [
        IssueKind::UnreadableCell,
        IssueKind::MissingAnswer,
        IssueKind::UnknownCustomer,
        IssueKind::SecondReturn,
    ];
    let settled = [
        Some(Settlement::Corrected("一般".to_owned())),
        Some(Settlement::LeftBlank),
        Some(Settlement::Kept),
        Some(Settlement::Voided),
        None,
    ];
    let ways = kinds.iter().cycle().zip(settled.iter().cycle());
    let changes = expected
        .into_iter()
        .zip(ways)
        .map(|(expected, (kind, settled))| {
            let issue = Issue {
                id: IssueId(sample.store.fresh_id()),
                kind: *kind,
                expected,
                settled: settled.clone(),
                ..known.clone()
            };
            Change::Issue(Box::new(Edit::created(issue)))
        });
    let changes = changes.collect();
    apply(sample, &step(StepKind::SettleIssue, changes));
}

/// A survey of its own: every kind of item and origin, all rules away from their defaults.
fn questionnaire(sample: &mut Sample) -> Revision {
    let survey = Survey {
        id: SurveyId(sample.store.fresh_id()),
        name: "Service's \"服务\" 🛠".to_owned(),
    };
    let first = Revision::first(RevisionId(sample.store.fresh_id()), survey.id);
    let changes = vec![
        Change::Survey(Edit::created(survey)),
        Change::Revision(Box::new(Edit::created(first.clone()))),
    ];
    apply(sample, &step(StepKind::NewSurvey, changes));
    let mut filled = first.clone();
    filled.label = "B/0".to_owned();
    filled.document = "QR-8.2-04".to_owned();
    filled.effective = Some(date(2026, 8, 1));
    let all = &mut filled.questionnaire;
    all.clone_from(&sample::questionnaire());
    let dimension = |code: &str, parent: Option<&str>, weight| Dimension {
        code: code.to_owned(),
        name: format!("维度 {code}"),
        parent: parent.map(str::to_owned),
        weight,
    };
    all.dimensions
        .extend([dimension("D", None, 0.1), dimension("DD", Some("D"), 3.0)]);
    all.rules = rules();
    all.items = items(sample);
    let texts = [("质量".to_owned(), "Qualität".to_owned())];
    all.translations
        .insert("de".to_owned(), texts.into_iter().collect());
    let edit = Edit::changed(first, filled.clone());
    let change = Change::Revision(Box::new(edit));
    apply(sample, &step(StepKind::EditQuestionnaire, vec![change]));
    filled
}

fn rules() -> Rules {
    Rules {
        period: PeriodKind::Quarter,
        target: 82.5,
        target_rule: Bound::Above,
        normalisation: Normalisation::MinMax,
        index: IndexRule::Pooled,
        na: NotApplicable::Include,
        min_answered: 1.0 / 3.0,
        weights: Weighting::Turnover,
        bands: vec![
            Band {
                from: 75.5,
                name: "好".to_owned(),
            },
            Band {
                from: 0.0,
                name: String::new(),
            },
        ],
        bands_rule: Bound::Above,
        validity: Validity {
            least: 0.8,
            required: true,
            alike: 5,
            seconds: 1.5,
            voids: vec![Flag::TooFew, Flag::TooFast],
        },
        no_change_within: 3.0,
    }
}

fn items(sample: &Sample) -> Vec<Item> {
    let origins = [
        Origin::New,
        Origin::Same,
        Origin::Reworded,
        Origin::Split,
        Origin::Merged,
    ];
    let model = sample::questionnaire().items[0].clone();
    let kinds = ItemKind::ALL.into_iter().zip(origins.into_iter().cycle());
    let item = |(at, (kind, origin)): (usize, (ItemKind, Origin))| Item {
        lineage: LineageId(sample.store.fresh_id()),
        origin,
        from: match origin {
            Origin::Split | Origin::Merged => vec![LineageId(901), LineageId(902)],
            _ => Vec::new(),
        },
        code: format!("S{at}"),
        text: format!("第 {at} 题 <b>=1+1</b>\n?"),
        dimension: ["Q", "D", "DD"].get(at).map(|code| (*code).to_owned()),
        kind,
        scale: model.scale.clone().filter(|_| kind.has_scale()),
        scored: at < 3 && kind.scored_by_default(),
        weight: 0.1,
        required: at == 1,
        segment: at == 2,
        importance_of: (at == 4).then(|| "S0".to_owned()),
        aliases: vec![format!("S-{at}")],
    };
    (0..).zip(kinds).map(item).collect()
}

/// Signed in every place, superseded, frozen by a labelled wave with a frame.
fn signed_and_opened(sample: &mut Sample, revision: &Revision) -> Wave {
    let by = |name: &str, day| {
        Some(Signature {
            name: name.to_owned(),
            date: date(2026, 7, day),
        })
    };
    let first = Signatures {
        prepared: by("张三", 1),
        reviewed: None,
        approved: None,
    };
    let full = Signatures {
        prepared: by("李四", 2),
        reviewed: by("王五", 3),
        approved: by("赵六", 4),
    };
    let signed = step(StepKind::Sign, vec![revision.sign(first.clone())]);
    apply(sample, &signed);
    let mut revision = Revision {
        signatures: first,
        ..revision.clone()
    };
    let signed = step(StepKind::Sign, vec![revision.sign(full.clone())]);
    apply(sample, &signed);
    revision.signatures = full;
    let wave = Wave {
        id: WaveId(sample.store.fresh_id()),
        survey: revision.survey,
        period: "2026Q3".parse().unwrap(),
        label: "华东".to_owned(),
        revision: revision.id,
        opened: date(2026, 8, 2),
        choice: None,
        closings: Vec::new(),
    };
    apply(sample, &sample::open_wave(&revision, &wave));
    let customers = sample.store.load().unwrap().customers;
    let chosen = customers.iter().take(2);
    let chosen = chosen.map(|it| Change::Frame(Edit::created(sample::frame(wave.id, it))));
    apply(sample, &step(StepKind::EditFrame, chosen.collect()));
    let workspace = sample.store.load().unwrap().workspace;
    let renamed = Workspace {
        document: "QR-9.3-03".to_owned(),
        ..workspace.clone()
    };
    let change = Change::Workspace(Edit::changed(workspace, renamed));
    apply(sample, &step(StepKind::EditWorkspace, vec![change]));
    wave
}

fn taken(stage: Stage, on: Date, reopened: bool) -> ActionStep {
    ActionStep {
        stage,
        date: on,
        who: "王强".to_owned(),
        note: if reopened { "效果不够" } else { "" }.to_owned(),
        reopened,
    }
}

/// One open, one closed, one reopened.
fn actions(sample: &mut Sample) {
    let evidence = |(change, subject)| Evidence {
        wave: sample.wave.id,
        subject,
        score: 500.0 / 7.0,
        change,
        target: 85.0,
        returns: vec![crate::model::ReturnId(1)],
    };
    let subjects = [
        (Some(-0.1 - 0.2), Subject::Index),
        (None, Subject::Satisfied),
        (None, Subject::Dimension("Q".to_owned())),
        (None, Subject::Item(LineageId(901))),
    ];
    let raised = CorrectiveAction {
        id: ActionId(sample.store.fresh_id()),
        number: "CA-2026-01".to_owned(),
        survey: sample.survey.id,
        title: "交期".to_owned(),
        department: "生产部".to_owned(),
        owner: "王强".to_owned(),
        cause: String::new(),
        measure: String::new(),
        due: Some(date(2026, 9, 30)),
        evidence: subjects.into_iter().map(evidence).collect(),
        steps: vec![taken(Stage::Open, date(2026, 7, 6), false)],
    };
    let stages = Stage::ALL.into_iter().zip(6_i8..);
    let all = stages.map(|(stage, day)| taken(stage, date(2026, 7, day), false));
    let closed = CorrectiveAction {
        number: "CA-2026-02".to_owned(),
        cause: "排产".to_owned(),
        measure: "周计划".to_owned(),
        steps: all.collect(),
        ..raised.clone()
    };
    let mut reopened = CorrectiveAction {
        number: "CA-2026-03".to_owned(),
        ..closed.clone()
    };
    let again = taken(Stage::Analysis, date(2026, 7, 20), true);
    reopened.steps.push(again);
    for (kind, mut action) in [
        (StepKind::RaiseAction, raised),
        (StepKind::AdvanceAction, closed),
        (StepKind::EditAction, reopened),
    ] {
        action.id = ActionId(sample.store.fresh_id());
        let change = Change::Action(Box::new(Edit::created(action)));
        apply(sample, &step(kind, vec![change]));
    }
}
