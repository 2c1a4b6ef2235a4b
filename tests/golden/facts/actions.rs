//! Corrective actions, and the log of everything that was done.

use std::fmt::Write;

use manyi::model::{CorrectiveAction, Data, Evidence, Subject};
use manyi::store::Store;

use super::{or_dash, quoted, wave_name, yes};

/// More lines than a golden file has.
const ALL: u32 = 10_000;

pub(super) fn actions(data: &Data) -> String {
    let each = data.actions.iter();
    each.map(|action| self::action(data, action)).collect()
}

fn action(data: &Data, action: &CorrectiveAction) -> String {
    let mut text = format!(
        "action {} of {} {} department={} owner={} due={}\n",
        quoted(&action.number),
        quoted(&data.survey(action.survey).unwrap().name),
        quoted(&action.title),
        quoted(&action.department),
        quoted(&action.owner),
        or_dash(action.due),
    );
    writeln!(text, "  cause {}", quoted(&action.cause)).unwrap();
    writeln!(text, "  measure {}", quoted(&action.measure)).unwrap();
    for evidence in &action.evidence {
        text += &self::evidence(data, evidence);
    }
    for step in &action.steps {
        writeln!(
            text,
            "  {:?} on {} by {} note={} reopened={}",
            step.stage,
            step.date,
            quoted(&step.who),
            quoted(&step.note),
            yes(step.reopened),
        )
        .unwrap();
    }
    text
}

fn evidence(data: &Data, evidence: &Evidence) -> String {
    let subject = match &evidence.subject {
        Subject::Index => "index".to_owned(),
        Subject::Satisfied => "satisfied".to_owned(),
        Subject::Dimension(code) => format!("dimension {}", quoted(code)),
        Subject::Item(line) => format!("line {}", line.0),
    };
    let returns: Vec<_> = evidence.returns.iter().map(|it| it.0.to_string()).collect();
    format!(
        "  evidence {subject} of {} score={} change={} target={} returns=[{}]\n",
        wave_name(data, data.wave(evidence.wave).unwrap()),
        evidence.score,
        or_dash(evidence.change),
        evidence.target,
        returns.join(" "),
    )
}

/// Oldest first.
pub(super) fn log(store: &Store) -> String {
    let mut lines = store.log(ALL).unwrap();
    lines.reverse();
    let mut text = String::new();
    for line in lines {
        let (subject, changes) = (quoted(&line.subject), &line.changes);
        writeln!(text, "log {} {:?} {subject} {changes}", line.at, line.kind).unwrap();
    }
    text
}
