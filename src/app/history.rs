//! Undo and redo: the steps taken in this window. The workspace keeps its own log.

use crate::model::{Change, Edit, Step};

/// Seconds within which typing in one field again is the same step.
const TOGETHER: f64 = 30.0;

/// Steps that can be taken back, and those that were.
#[derive(Debug, Default)]
pub struct History {
    done: Vec<Done>,
    undone: Vec<Step>,
}

#[derive(Debug)]
struct Done {
    step: Step,
    field: Option<String>,
    at: f64,
    number: u64,
}

impl History {
    /// A step is on its way to the file. `field` names what was typed in, so that typing on
    /// stays one step; `number` is the one the worker answers with; `now` in seconds.
    pub fn push(&mut self, step: Step, field: Option<String>, number: u64, now: f64) {
        self.undone.clear();
        if !step.kind.undoable() {
            return;
        }
        if let Some(last) = self.done.last_mut() {
            let same = field.is_some() && last.field == field && now - last.at < TOGETHER;
            if same && let Some(both) = joined(&last.step, &step) {
                last.step = both;
                last.at = now;
                last.number = number;
                return;
            }
        }
        self.done.push(Done {
            step,
            field,
            at: now,
            number,
        });
    }

    /// The file refused that step: it never happened.
    pub fn refused(&mut self, number: u64) {
        self.done.retain(|done| done.number != number);
    }

    /// The step that takes the last one back.
    pub fn undo(&mut self) -> Option<Step> {
        let done = self.done.pop()?;
        self.undone.push(done.step.clone());
        Some(done.step.inverse())
    }

    /// The step taken back last, to be done again as `number`.
    pub fn redo(&mut self, number: u64) -> Option<Step> {
        let step = self.undone.pop()?;
        self.done.push(Done {
            step: step.clone(),
            field: None,
            at: f64::NEG_INFINITY,
            number,
        });
        Some(step)
    }

    pub fn can_undo(&self) -> bool {
        !self.done.is_empty()
    }

    pub fn can_redo(&self) -> bool {
        !self.undone.is_empty()
    }
}

/// Both steps as one, when each changes one and the same thing and the second begins where
/// the first ended.
fn joined(first: &Step, second: &Step) -> Option<Step> {
    let ([one], [two]) = (first.changes.as_slice(), second.changes.as_slice()) else {
        return None;
    };
    let change = match (one, two) {
        (Change::Workspace(a), Change::Workspace(b)) => Change::Workspace(both(a, b)?),
        (Change::Survey(a), Change::Survey(b)) => Change::Survey(both(a, b)?),
        (Change::Revision(a), Change::Revision(b)) => Change::Revision(Box::new(both(a, b)?)),
        (Change::Customer(a), Change::Customer(b)) => Change::Customer(both(a, b)?),
        (Change::Frame(a), Change::Frame(b)) => Change::Frame(both(a, b)?),
        (Change::Action(a), Change::Action(b)) => Change::Action(Box::new(both(a, b)?)),
        _ => return None,
    };
    Some(Step {
        changes: vec![change],
        ..second.clone()
    })
}

fn both<T: Clone + PartialEq>(first: &Edit<T>, second: &Edit<T>) -> Option<Edit<T>> {
    let meet = first.after.is_some() && first.after == second.before;
    let keeps = first.before.is_some() && second.after.is_some();
    (meet && keeps).then(|| Edit {
        before: first.before.clone(),
        after: second.after.clone(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{StepKind, Workspace};

    fn named(name: &str) -> Workspace {
        Workspace {
            company: name.to_owned(),
            ..Workspace::default()
        }
    }

    fn rename(from: &str, to: &str) -> Step {
        let edit = Edit::changed(named(from), named(to));
        Step::new(StepKind::EditCustomers, "", vec![Change::Workspace(edit)])
    }

    #[test]
    fn typing_on_in_a_field_is_one_step() {
        let mut history = History::default();
        let field = || Some("name".to_owned());
        history.push(rename("", "a"), field(), 1, 0.0);
        history.push(rename("a", "ab"), field(), 2, 1.0);
        assert_eq!(history.undo(), Some(rename("", "ab").inverse()));
        assert!(!history.can_undo());
        assert_eq!(history.redo(3), Some(rename("", "ab")));
        // Elsewhere, or much later, a new one begins.
        history.push(rename("ab", "abc"), None, 4, 2.0);
        history.push(rename("abc", "abcd"), field(), 5, 3.0);
        history.push(rename("abcd", "e"), field(), 6, 99.0);
        assert_eq!(history.undo(), Some(rename("abcd", "e").inverse()));
        assert_eq!(history.undo(), Some(rename("abc", "abcd").inverse()));
    }

    #[test]
    fn a_refused_step_is_forgotten_and_a_signature_never_undone() {
        let mut history = History::default();
        history.push(rename("", "a"), None, 1, 0.0);
        history.refused(1);
        assert!(!history.can_undo());
        let signed = Step {
            kind: StepKind::Sign,
            ..rename("", "a")
        };
        history.push(signed, None, 2, 0.0);
        assert!(!history.can_undo());
    }
}
