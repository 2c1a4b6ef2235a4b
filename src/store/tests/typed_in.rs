//! Returns that came with no file: typed in, put right, with files beside them.

use jiff::civil::date;

use super::sample::{self, Sample};
use crate::edit::{Intent, Known, NewReturn, Refusal};
use crate::model::{
    Answer, Attachment, AttachmentId, IssueKind, Progress, ReturnId, Settlement, SourceFile, Step,
    WaveReturns,
};
use crate::store::check::check;
use crate::store::{Rule, StoreError};

fn step(sample: &Sample, intent: &Intent) -> Result<Step, Refusal> {
    let data = sample.store.load().unwrap();
    let known = Known {
        data: &data,
        returns: Some(&returns(sample)),
        ids: &sample.store.ids(),
        today: date(2026, 7, 1),
        who: "li@office",
    };
    intent.step(&known)
}

fn returns(sample: &Sample) -> WaveReturns {
    sample.store.load_wave(sample.wave.id).unwrap()
}

/// Does it, and gives what takes it back.
pub(super) fn done(sample: &mut Sample, intent: &Intent) -> Step {
    let step = step(sample, intent).unwrap();
    sample.store.apply(&step).unwrap();
    step.inverse()
}

pub(super) fn call(sample: &Sample, customer: usize) -> NewReturn {
    NewReturn {
        id: sample.store.ids().fresh_return(),
        wave: sample.wave.id,
        customer: Some(sample.customers[customer].id),
        respondent: "刘工".to_owned(),
        date: Some(date(2026, 6, 18)),
        channel: "电话回访".to_owned(),
        collector: "王强".to_owned(),
        answers: vec![
            Answer::Option(1),
            Answer::NotApplicable,
            Answer::Options(vec![0, 2]),
            Answer::Number(9.0),
            Answer::Text("交期".to_owned()),
        ],
    }
}

#[test]
fn a_return_typed_in_is_there_with_every_answer_and_goes_with_its_step() {
    let mut sample = sample::open();
    let before = returns(&sample);
    let new = call(&sample, 0);
    let back = done(&mut sample, &Intent::TypeIn(new.clone()));
    let after = returns(&sample);
    assert_eq!(after.returns[0].customer, new.customer);
    assert_eq!(after.returns[0].import, None);
    let answers: Vec<Answer> = after.columns.iter().map(|column| column.get(0)).collect();
    assert_eq!(answers, new.answers);
    assert_eq!(check(&sample.path, &Progress::default()).unwrap(), []);
    sample.store.apply(&back).unwrap();
    assert_eq!(returns(&sample), before);
    sample.store.apply(&back.inverse()).unwrap();
    assert_eq!(returns(&sample), after);
}

#[test]
fn numbers_of_returns_typed_in_and_imported_never_meet() {
    let mut sample = sample::open();
    // Drawn before the file comes, kept after it.
    let early = call(&sample, 1);
    let batch = sample.batch("a.xlsx", 2);
    sample.store.import(batch, &Progress::default()).unwrap();
    done(&mut sample, &Intent::TypeIn(early));
    let late = call(&sample, 2);
    done(&mut sample, &Intent::TypeIn(late));
    let path = sample.path.clone();
    let ids: Vec<ReturnId> = returns(&sample).returns.iter().map(|it| it.id).collect();
    assert_eq!(ids.len(), 4);
    drop(std::mem::replace(&mut sample.store, sample::empty().2));
    sample.store = crate::store::Store::open(&path).unwrap();
    assert!(sample.store.ids().fresh_return() > ids[3]);
}

#[test]
fn who_has_answered_before_is_put_on_the_review_list() {
    let mut sample = sample::open();
    let batch = sample.batch("a.xlsx", 1);
    sample.store.import(batch, &Progress::default()).unwrap();
    let again = call(&sample, 0);
    let back = done(&mut sample, &Intent::TypeIn(again.clone()));
    let data = sample.store.load().unwrap();
    let second = data.issues.last().unwrap();
    assert_eq!(
        (second.kind, second.returned),
        (IssueKind::SecondReturn, again.id)
    );
    assert_eq!((second.import, second.cell.as_str()), (None, ""));
    sample.store.apply(&back).unwrap();
    assert_eq!(
        sample.store.load().unwrap().issues.len(),
        data.issues.len() - 1
    );
}

#[test]
fn a_return_that_says_nothing_or_came_with_a_file_is_no_typed_one() {
    let mut sample = sample::open();
    let mut new = call(&sample, 0);
    new.answers = vec![Answer::Blank; 5];
    let nothing = step(&sample, &Intent::TypeIn(new)).unwrap_err();
    assert_eq!(nothing, Refusal::NothingAnswered);
    // Nor can what came with a file go.
    let batch = sample.batch("a.xlsx", 1);
    sample.store.import(batch, &Progress::default()).unwrap();
    let returned = returns(&sample).returns[0].clone();
    let gone = crate::model::Change::Return(Box::new(crate::model::Edit::removed(returned)));
    let gone = sample::step(crate::model::StepKind::TypeIn, vec![gone]);
    let refused = sample.store.apply(&gone).unwrap_err();
    assert!(matches!(
        refused,
        StoreError::Forbidden(Rule::ReturnIsFixed)
    ));
}

#[test]
fn what_an_answer_was_who_put_it_right_and_why_is_kept() {
    let mut sample = sample::open();
    let batch = sample.batch("a.xlsx", 2);
    sample.store.import(batch, &Progress::default()).unwrap();
    let before = (returns(&sample), sample.store.load().unwrap().issues);
    let id = before.0.returns[1].id;
    let item = sample.revision.questionnaire.items[0].clone();
    let was = item.scale.as_ref().unwrap().options[1].label.clone();
    let is = item.scale.as_ref().unwrap().options[4].label.clone();
    let correct = |reason: &str| Intent::Correct {
        returned: id,
        item: item.lineage,
        answer: Answer::Option(4),
        reason: reason.to_owned(),
    };
    assert_eq!(
        step(&sample, &correct(" ")).unwrap_err(),
        Refusal::NeedsReason
    );
    let intent = correct("客户来电更正");
    let back = done(&mut sample, &intent);
    assert_eq!(returns(&sample).columns[0].get(1), Answer::Option(4));
    let data = sample.store.load().unwrap();
    let kept = data.issues.last().unwrap();
    assert_eq!(
        (kept.kind, kept.item),
        (IssueKind::Correction, Some(item.lineage))
    );
    assert_eq!(kept.found, was);
    let expected = Settlement::Amended {
        to: is,
        reason: "客户来电更正".to_owned(),
        who: "li@office".to_owned(),
        on: date(2026, 7, 1),
    };
    assert_eq!(kept.settled, Some(expected));
    assert_eq!(step(&sample, &intent).unwrap_err(), Refusal::Unchanged);
    let log = sample.store.log(1).unwrap();
    assert_eq!(log[0].kind, crate::model::StepKind::Correct);
    assert!(log[0].changes.to_string().contains("客户来电更正"));
    sample.store.apply(&back).unwrap();
    assert_eq!(
        (returns(&sample), sample.store.load().unwrap().issues),
        before
    );
}

#[test]
fn a_doubt_about_a_cell_is_settled_with_its_correction() {
    let mut sample = sample::open();
    let batch = sample.batch("a.xlsx", 2);
    sample.store.import(batch, &Progress::default()).unwrap();
    let data = sample.store.load().unwrap();
    let doubt = data
        .issues
        .iter()
        .find(|it| it.item.is_some())
        .unwrap()
        .clone();
    let at = sample.revision.questionnaire.items.iter();
    let at = at
        .map(|it| it.lineage)
        .position(|it| Some(it) == doubt.item)
        .unwrap();
    done(
        &mut sample,
        &Intent::Correct {
            returned: doubt.returned,
            item: doubt.item.unwrap(),
            answer: Answer::Option(0),
            reason: "原件清楚".to_owned(),
        },
    );
    assert_eq!(returns(&sample).columns[at].get(0), Answer::Option(0));
    let data = sample.store.load().unwrap();
    let settled = data.issues.iter().find(|it| it.id == doubt.id).unwrap();
    assert!(matches!(settled.settled, Some(Settlement::Corrected(_))));
}

pub(super) fn scan(sample: &Sample, name: &str) -> (SourceFile, Attachment) {
    use sha2::{Digest, Sha256};
    let bytes: Vec<u8> = name.bytes().cycle().take(5_000).collect();
    let digest = Sha256::digest(&bytes);
    let sha256: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    let attachment = Attachment {
        id: AttachmentId(sample.store.fresh_id()),
        of: ReturnId(0),
        name: name.to_owned(),
        sha256: sha256.clone(),
        size: bytes.len() as u64,
        sealed: false,
        at: "2026-06-20T08:00:00Z".parse().unwrap(),
    };
    let source = SourceFile {
        name: name.to_owned(),
        bytes: bytes.into(),
        sha256,
    };
    (source, attachment)
}

#[test]
fn a_file_beside_a_return_comes_out_as_it_went_in() {
    let mut sample = sample::open();
    let new = call(&sample, 0);
    let typed = done(&mut sample, &Intent::TypeIn(new.clone()));
    let (source, scan) = scan(&sample, "回执.pdf");
    sample.store.keep_file(&source).unwrap();
    let attach = Intent::Attach(new.id, vec![scan.clone()]);
    let back = done(&mut sample, &attach);
    assert_eq!(step(&sample, &attach).unwrap_err(), Refusal::Unchanged);
    done(&mut sample, &Intent::MarkSealed(scan.id, true));
    let data = sample.store.load().unwrap();
    let kept = data.attached_to(new.id).next().unwrap();
    assert!(kept.sealed && kept.size == 5_000);
    let out = sample.store.attached(scan.id).unwrap().unwrap();
    assert_eq!((out.bytes, out.sha256), (source.bytes, source.sha256));
    assert_eq!(check(&sample.path, &Progress::default()).unwrap(), []);
    // The return does not go while something lies beside it.
    let refused = sample.store.apply(&typed).unwrap_err();
    assert!(matches!(refused, StoreError::Forbidden(Rule::InUse)));
    done(&mut sample, &Intent::MarkSealed(scan.id, false));
    sample.store.apply(&back).unwrap();
    sample.store.apply(&typed).unwrap();
    assert_eq!(check(&sample.path, &Progress::default()).unwrap(), []);
}

#[test]
fn a_changed_byte_of_a_file_beside_a_return_is_found() {
    let mut sample = sample::open();
    let new = call(&sample, 0);
    done(&mut sample, &Intent::TypeIn(new.clone()));
    let (source, scan) = scan(&sample, "回执.pdf");
    sample.store.keep_file(&source).unwrap();
    done(&mut sample, &Intent::Attach(new.id, vec![scan]));
    let path = sample.path.clone();
    drop(std::mem::replace(&mut sample.store, sample::empty().2));
    sample::tamper(&path, "UPDATE file SET bytes = zeroblob(size)");
    let faults = check(&path, &Progress::default()).unwrap();
    let expected = crate::store::check::Fault::Attached("回执.pdf".to_owned());
    assert_eq!(faults, [expected]);
}

#[test]
fn a_wave_with_returns_typed_in_stays() {
    let mut sample = sample::open();
    let new = call(&sample, 0);
    done(&mut sample, &Intent::TypeIn(new));
    let wave = crate::model::Change::Wave(crate::model::Edit::removed(sample.wave.clone()));
    let gone = sample::step(crate::model::StepKind::OpenWave, vec![wave]);
    let refused = sample.store.apply(&gone).unwrap_err();
    assert!(matches!(refused, StoreError::Forbidden(Rule::InUse)));
}
