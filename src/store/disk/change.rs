//! The lines of the log: each edit as what it is of and what differed.

use serde::Serialize;
use serde_json::{Map, Value, json};

use super::choice::ChoiceForm;
use super::closing::ClosingsForm;
use super::difference::difference;
use super::questionnaire::QuestionnaireForm;
use super::rules::RulesForm;
use super::{
    ExpectedForm, Form, KpiForm, MarkingForm, PastForm, SettlementForm, SignaturesForm, StageForm,
    TagForm, subject_text,
};
use crate::model::{
    ActionStep, Answer, AnswerCell, Attachment, Change, Contact, CorrectiveAction, Customer, Edit,
    Evidence, FrameEntry, Frozen, Import, Issue, Kpi, Marking, Past, Return, Revision, Signed,
    Survey, Tag, Tagging, Wave, Workspace,
};

/// A list of `{"noun", "id" …, "before", "after"}` with only what differs.
pub(in crate::store) fn lines(changes: &[Change]) -> Vec<Value> {
    changes.iter().map(line).collect()
}

fn line(change: &Change) -> Value {
    match change {
        Change::Workspace(edit) => of("workspace", edit, workspace),
        Change::Survey(edit) => of("survey", edit, survey),
        Change::Revision(edit) => of("revision", edit, revision),
        Change::Freeze(edit) => of("revision", edit, frozen),
        Change::Sign(edit) => of("revision", edit, signed),
        Change::Customer(edit) => of("customer", edit, customer),
        Change::Wave(edit) => of("wave", edit, wave),
        Change::Frame(edit) => of("frame", edit, frame),
        Change::Import(edit) => of("import", edit, import),
        Change::Return(edit) => of("return", edit, returned),
        Change::Answer(edit) => of("answer", edit, cell),
        Change::Issue(edit) => of("issue", edit, issue),
        Change::Action(edit) => of("action", edit, action),
        Change::Attachment(edit) => of("attachment", edit, attachment),
        Change::Contact(edit) => of("contact", edit, contact),
        Change::Past(edit) => of("past", edit, past),
        Change::Kpi(edit) => of("kpi", edit, kpi),
        Change::Tag(edit) => of("tag", edit, tag),
        Change::Tagging(edit) => of("tagging", edit, tagging),
        Change::Marking(edit) => of("marking", edit, marking),
    }
}

/// What names the thing, whatever the noun.
const NAMES: [&str; 6] = ["id", "wave", "customer", "returned", "item", "tag"];

fn of<T>(noun: &str, edit: &Edit<T>, form: fn(&T) -> Value) -> Value {
    let side = |side: &Option<T>| side.as_ref().map_or(Value::Null, form);
    let (before, after) = (side(&edit.before), side(&edit.after));
    let mut line = Map::new();
    line.insert("noun".to_owned(), Value::from(noun));
    for name in NAMES {
        let value = before.get(name).or(after.get(name)).cloned();
        line.extend(value.map(|value| (name.to_owned(), value)));
    }
    let (before, after) = difference(before, after);
    line.insert("before".to_owned(), before);
    line.insert("after".to_owned(), after);
    Value::Object(line)
}

/// A form as it is; forms hold nothing JSON cannot.
fn value(form: impl Serialize) -> Value {
    serde_json::to_value(form).unwrap_or_default()
}

fn workspace(it: &Workspace) -> Value {
    json!({"company": it.company, "document": it.document})
}

fn survey(it: &Survey) -> Value {
    json!({"id": it.id.0, "name": it.name})
}

fn revision(it: &Revision) -> Value {
    json!({
        "id": it.id.0,
        "survey": it.survey.0,
        "number": it.number,
        "label": it.label,
        "document": it.document,
        "effective": it.effective,
        "parent": it.parent.map(|parent| parent.0),
        "rules": value(RulesForm::of(&it.questionnaire.rules)),
        "questionnaire": value(QuestionnaireForm::of(&it.questionnaire)),
    })
}

fn frozen(it: &Frozen) -> Value {
    json!({"id": it.id.0, "frozen": it.frozen})
}

fn signed(it: &Signed) -> Value {
    json!({"id": it.id.0, "signatures": value(SignaturesForm::of(&it.signatures))})
}

fn customer(it: &Customer) -> Value {
    json!({
        "id": it.id.0,
        "code": it.code,
        "name": it.name,
        "turnover": it.turnover,
        "key": it.key,
        "attributes": it.attributes,
    })
}

fn wave(it: &Wave) -> Value {
    json!({
        "id": it.id.0,
        "survey": it.survey.0,
        "period": it.period.to_string(),
        "label": it.label,
        "revision": it.revision.0,
        "opened": it.opened,
        "choice": it.choice.as_ref().map(|it| value(ChoiceForm::of(it))),
        "closings": value(ClosingsForm::of(&it.closings)),
    })
}

fn frame(it: &FrameEntry) -> Value {
    json!({
        "wave": it.wave.0,
        "customer": it.customer.0,
        "issued": it.issued,
        "channel": it.channel,
        "turnover": it.turnover,
        "key": it.key,
        "attributes": it.attributes,
        "collector": it.collector.map(super::collector::text),
        "excluded": it.excluded,
    })
}

fn contact(it: &Contact) -> Value {
    json!({
        "id": it.id.0,
        "wave": it.wave.0,
        "customer": it.customer.0,
        "kind": super::contact::text(it.kind),
        "date": it.date,
        "who": it.who,
        "how": it.how,
        "reached": it.reached,
        "note": it.note,
    })
}

fn past(it: &Past) -> Value {
    json!({
        "id": it.id.0,
        "survey": it.survey.0,
        "period": it.period.to_string(),
        "figures": value(PastForm::of(&it.figures)),
    })
}

fn kpi(it: &Kpi) -> Value {
    json!({"id": it.id.0, "code": it.code, "content": value(KpiForm::of(it))})
}

fn tag(it: &Tag) -> Value {
    json!({
        "id": it.id.0,
        "survey": it.survey.0,
        "name": it.name,
        "content": value(TagForm::of(it)),
    })
}

fn tagging(it: &Tagging) -> Value {
    json!({
        "id": it.id.0,
        "wave": it.wave.0,
        "returned": it.returned.0,
        "item": it.item.0,
        "tag": it.tag.0,
        "given": it.given,
    })
}

fn marking(it: &Marking) -> Value {
    json!({
        "id": it.id.0,
        "survey": it.survey.0,
        "name": it.file,
        "sha256": it.sha256,
        "content": value(MarkingForm::of(it)),
    })
}

/// Without the mapping, which the import keeps.
fn import(it: &Import) -> Value {
    json!({
        "id": it.id.0,
        "wave": it.wave.0,
        "file": it.file,
        "sheet": it.sheet,
        "sha256": it.sha256,
        "at": it.at,
        "platform": it.platform,
        "returns": it.returns,
        "undone": it.undone,
    })
}

fn returned(it: &Return) -> Value {
    json!({
        "id": it.id.0,
        "wave": it.wave.0,
        "import": it.import.map(|import| import.0),
        "row": it.row,
        "customer": it.customer.map(|customer| customer.0),
        "customer_text": it.customer_text,
        "respondent": it.respondent,
        "role": it.role,
        "seconds": it.seconds,
        "late": it.late,
        "date": it.date,
        "channel": it.channel,
        "collector": it.collector,
        "void": it.void,
    })
}

fn cell(it: &AnswerCell) -> Value {
    json!({
        "returned": it.returned.0,
        "wave": it.wave.0,
        "item": it.item,
        "answer": answer(&it.answer),
    })
}

fn answer(it: &Answer) -> Value {
    match it {
        Answer::Blank => json!("blank"),
        Answer::Skipped => json!("skipped"),
        Answer::NotApplicable => json!("not_applicable"),
        Answer::Unreadable => json!("unreadable"),
        Answer::Option(option) => json!({"option": option}),
        Answer::Options(options) => json!({"options": options}),
        Answer::Number(number) => json!({"number": number}),
        Answer::Text(text) => json!({"text": text}),
    }
}

fn issue(it: &Issue) -> Value {
    json!({
        "id": it.id.0,
        "wave": it.wave.0,
        "import": it.import.map(|import| import.0),
        "kind": super::kind::text(it.kind),
        "returned": it.returned.0,
        "item": it.item.map(|item| item.0),
        "sheet": it.sheet,
        "cell": it.cell,
        "found": it.found,
        "expected": value(ExpectedForm::of(&it.expected)),
        "settled": it.settled.as_ref().map(|it| value(SettlementForm::of(it))),
    })
}

fn action(it: &CorrectiveAction) -> Value {
    json!({
        "id": it.id.0,
        "number": it.number,
        "survey": it.survey.0,
        "title": it.title,
        "department": it.department,
        "owner": it.owner,
        "cause": it.cause,
        "measure": it.measure,
        "due": it.due,
        "evidence": it.evidence.iter().map(evidence).collect::<Vec<_>>(),
        "steps": it.steps.iter().map(step).collect::<Vec<_>>(),
    })
}

fn attachment(it: &Attachment) -> Value {
    json!({
        "id": it.id.0,
        "returned": it.of.0,
        "name": it.name,
        "sha256": it.sha256,
        "size": it.size,
        "sealed": it.sealed,
        "at": it.at,
    })
}

fn evidence(it: &Evidence) -> Value {
    json!({
        "wave": it.wave.0,
        "subject": subject_text(&it.subject),
        "score": it.score,
        "change": it.change,
        "target": it.target,
        "returns": it.returns.iter().map(|it| it.0).collect::<Vec<_>>(),
    })
}

fn step(it: &ActionStep) -> Value {
    json!({
        "stage": value(StageForm::from(it.stage)),
        "date": it.date,
        "who": it.who,
        "note": it.note,
        "reopened": it.reopened,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{CustomerId, WaveId};

    #[test]
    fn a_line_says_what_it_is_of() {
        let entry = FrameEntry {
            wave: WaveId(3),
            customer: CustomerId(7),
            issued: None,
            channel: String::new(),
            collector: None,
            excluded: None,
            turnover: None,
            key: false,
            attributes: std::collections::BTreeMap::default(),
        };
        let line = line(&Change::Frame(Edit::created(entry)));
        assert_eq!(line["noun"], "frame");
        assert_eq!((&line["wave"], &line["customer"]), (&json!(3), &json!(7)));
        assert_eq!(line["before"], Value::Null);
    }
}
