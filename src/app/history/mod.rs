//! Undo and redo: the steps taken in this window. The workspace keeps its own log.
//!
//! It knows nothing of the file but its answers: a step is done or taken back once the file
//! has said so, and until then no other one is taken back or done again.

mod joined;
#[cfg(test)]
mod journey;
#[cfg(test)]
mod tests;

use std::collections::VecDeque;

use self::joined::joined;
use crate::edit::Typed;
use crate::model::{Change, ImportId, Step, StepKind};

/// Seconds within which typing in one field again is the same step.
const TOGETHER: f64 = 30.0;

/// Steps that can be taken back, and those that were.
#[derive(Debug, Default)]
pub struct History {
    done: Vec<UserStep>,
    undone: Vec<UserStep>,
    /// The one on its way back or forth.
    turning: Option<Turning>,
    /// What was asked for meanwhile.
    waiting: VecDeque<Turn>,
}

/// Back or forth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    Undo,
    Redo,
}

/// A step the file would not take back or do again: it stays where it was.
#[derive(Clone, Debug, PartialEq)]
pub struct Stuck {
    pub turn: Turn,
    pub step: Step,
    /// Finds it again.
    pub number: u64,
    /// Whether another one lies behind it.
    pub more: bool,
}

/// One step of the user: edits of one field that follow each other closely are one.
#[derive(Debug)]
struct UserStep {
    /// Each with the number the file answers with; those it has taken are joined in the first.
    edits: Vec<(u64, Step)>,
    field: Option<Typed>,
    at: f64,
}

#[derive(Debug)]
struct Turning {
    done: UserStep,
    turn: Turn,
    number: u64,
    /// How many steps lay below it.
    below: usize,
    /// A new edit came meanwhile, so that it cannot be done again afterwards.
    passed: bool,
}

impl UserStep {
    fn new(step: Step, number: u64) -> Self {
        Self {
            edits: vec![(number, step)],
            field: None,
            at: f64::NEG_INFINITY,
        }
    }

    /// All of it as one step.
    fn step(&self) -> Option<Step> {
        let mut edits = self.edits.iter().map(|(_, step)| step);
        let first = edits.next()?.clone();
        Some(edits.fold(first, |all, next| {
            joined(&all, next).unwrap_or_else(|| next.clone())
        }))
    }

    fn last(&self) -> Option<&(u64, Step)> {
        self.edits.last()
    }

    /// The file has everything up to this number.
    fn settle(&mut self, number: u64) {
        while let [(_, first), (next, second), ..] = self.edits.as_slice()
            && *next <= number
            && let Some(both) = joined(first, second)
        {
            let next = *next;
            self.edits.splice(..2, [(next, both)]);
        }
    }

    /// The file refused that edit: it never happened.
    fn forget(&mut self, number: u64) {
        self.edits.retain(|(edit, _)| *edit != number);
    }
}

impl History {
    /// A step is on its way to the file. `field` names what was typed in, so that typing on
    /// stays one step; `number` is the one the worker answers with; `now` in seconds.
    pub fn push(&mut self, step: Step, field: Option<Typed>, number: u64, now: f64) {
        self.undone.clear();
        self.waiting.clear();
        if let Some(turning) = &mut self.turning {
            turning.passed = true;
        }
        if !step.kind.undoable() {
            return;
        }
        if let Some(last) = self.done.last_mut() {
            let same = field.is_some() && last.field == field && now - last.at < TOGETHER;
            let goes_on = |(_, edit): &(u64, Step)| joined(edit, &step).is_some();
            if same && last.last().is_some_and(goes_on) {
                last.edits.push((number, step));
                last.at = now;
                return;
            }
        }
        self.done.push(UserStep {
            edits: vec![(number, step)],
            field,
            at: now,
        });
    }

    /// The step to send as `number`: the last one taken back, or the last one taken back done
    /// again. While another one is on its way the wish waits, see [`History::kept`].
    pub fn turn(&mut self, turn: Turn, number: u64) -> Option<Step> {
        if self.turning.is_some() {
            self.waiting.push_back(turn);
            return None;
        }
        let done = match turn {
            Turn::Undo => self.done.pop()?,
            Turn::Redo => self.undone.pop()?,
        };
        let step = done.step()?;
        self.turning = Some(Turning {
            done,
            turn,
            number,
            below: self.done.len(),
            passed: false,
        });
        Some(match turn {
            Turn::Undo => step.inverse(),
            Turn::Redo => step,
        })
    }

    /// The file took what was sent under that number. What waited for it can be done now.
    pub fn kept(&mut self, number: u64) -> Option<Turn> {
        for done in &mut self.done {
            done.settle(number);
        }
        let turning = self.turning.take_if(|turning| turning.number == number)?;
        if let Some(step) = turning.done.step() {
            let done = UserStep::new(step, number);
            match turning.turn {
                Turn::Redo => self.lay(turning.below, done),
                Turn::Undo if !turning.passed => self.undone.push(done),
                Turn::Undo => {}
            }
        }
        self.waiting.pop_front()
    }

    /// The file refused it: an edit never happened; what could not be taken back or done again
    /// stays where it was.
    pub fn refused(&mut self, number: u64) -> Option<Stuck> {
        for done in &mut self.done {
            done.forget(number);
        }
        self.done.retain(|done| !done.edits.is_empty());
        if let Some(turning) = &mut self.turning {
            turning.done.forget(number);
        }
        let turning = self.turning.take_if(|turning| turning.number == number)?;
        self.waiting.clear();
        let step = turning.done.step()?;
        let number = turning.done.last()?.0;
        let (turn, below) = (turning.turn, turning.below);
        let more = match turn {
            Turn::Undo => {
                self.lay(below, turning.done);
                below > 0
            }
            Turn::Redo if turning.passed => return None,
            Turn::Redo => {
                self.undone.push(turning.done);
                self.undone.len() > 1
            }
        };
        Some(Stuck {
            turn,
            step,
            number,
            more,
        })
    }

    /// Leaves a step as it is, so that the one behind it can be reached.
    pub fn step_over(&mut self, stuck: &Stuck) {
        let stack = match stuck.turn {
            Turn::Undo => &mut self.done,
            Turn::Redo => &mut self.undone,
        };
        let it = |done: &UserStep| {
            done.last()
                .is_some_and(|(number, _)| *number == stuck.number)
        };
        if let Some(at) = stack.iter().rposition(it) {
            stack.remove(at);
        }
    }

    /// Whether the step that would be taken back next is these imports coming in, and no others.
    pub fn newest_are(&self, imports: &[ImportId]) -> bool {
        let newest = self.done.last().and_then(UserStep::step);
        newest.is_some_and(|step| {
            let mut came: Vec<ImportId> = step.changes.iter().filter_map(coming).collect();
            let mut imports = imports.to_vec();
            came.sort_unstable();
            imports.sort_unstable();
            step.kind == StepKind::RestoreImport && came == imports
        })
    }

    pub fn can_undo(&self) -> bool {
        !self.done.is_empty()
    }

    pub fn can_redo(&self) -> bool {
        !self.undone.is_empty()
    }

    /// Back among what was done, under what came meanwhile.
    fn lay(&mut self, below: usize, done: UserStep) {
        self.done.insert(below.min(self.done.len()), done);
    }
}

/// The import a change lets count.
fn coming(change: &Change) -> Option<ImportId> {
    match change {
        Change::Import(edit) => edit.after.as_ref().filter(|it| !it.undone).map(|it| it.id),
        _ => None,
    }
}
