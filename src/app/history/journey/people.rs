//! Edits of the register, of frames and of actions.

use super::edits::Kind;
use super::{Journey, today};
use crate::model::{
    ActionId, ActionStep, Change, CorrectiveAction, Customer, CustomerId, Edit, Evidence,
    FrameEntry, Stage, Step, StepKind, Subject,
};

impl Journey {
    pub(super) fn other_step(&mut self, kind: Kind) -> Option<Step> {
        match kind {
            Kind::NewCustomer => Some(self.new_customer()),
            Kind::Customer => self.customer(),
            Kind::DropCustomer => {
                let customers = self.data.customers.clone();
                let gone = self.one(&customers)?.clone();
                Some(register(Edit::removed(gone)))
            }
            Kind::Frame => self.frame(),
            Kind::Issue => self.issue(),
            Kind::Raise => self.raise(),
            Kind::Plan => {
                let cause = self.word();
                self.action(StepKind::EditAction, |it| it.cause = cause)
            }
            Kind::Advance => self.action(StepKind::AdvanceAction, |it| {
                it.steps.extend(it.stage().next().map(taken));
            }),
            other => self.return_step(other),
        }
    }

    fn new_customer(&mut self) -> Step {
        let id = CustomerId(self.store.fresh_id());
        let customer = Customer {
            id,
            code: format!("N{}", id.0),
            name: self.word(),
            turnover: None,
            key: self.rng.bool(),
            attributes: [("区域".to_owned(), self.word())].into(),
        };
        register(Edit::created(customer))
    }

    fn customer(&mut self) -> Option<Step> {
        let customers = self.data.customers.clone();
        let before = self.one(&customers)?.clone();
        let after = Customer {
            // Another code, another place in the list.
            code: format!("{}{}", before.code, self.rng.u8(..10)),
            turnover: Some(f64::from(self.rng.u16(..))),
            ..before.clone()
        };
        Some(register(Edit::changed(before, after)))
    }

    /// A few customers chosen for a wave, or one left out again.
    fn frame(&mut self) -> Option<Step> {
        let (waves, customers) = (self.data.waves.clone(), self.data.customers.clone());
        let wave = self.one(&waves)?.id;
        let frame = self.data.frame(wave).to_vec();
        let changes = match self.one(&frame).filter(|_| frame.len() > 2) {
            Some(entry) => vec![Change::Frame(Edit::removed(entry.clone()))],
            None => {
                let known = |it: &&Customer| frame.iter().all(|entry| entry.customer != it.id);
                let new = customers.iter().filter(known).take(3);
                new.map(|it| Change::Frame(Edit::created(FrameEntry::of(wave, it))))
                    .collect()
            }
        };
        Some(Step::new(StepKind::EditFrame, "", changes))
    }

    fn issue(&mut self) -> Option<Step> {
        let frames = self.data.frames.values();
        let entries: Vec<FrameEntry> = frames.flat_map(|it| it.iter().cloned()).collect();
        let before = self.one(&entries)?.clone();
        let after = FrameEntry {
            issued: Some(today()),
            channel: self.word(),
            ..before.clone()
        };
        let change = Change::Frame(Edit::changed(before, after));
        Some(Step::new(StepKind::EditFrame, "", vec![change]))
    }

    fn raise(&mut self) -> Option<Step> {
        let waves = self.data.waves.clone();
        let wave = self.one(&waves)?;
        let id = self.store.fresh_id();
        let action = CorrectiveAction {
            id: ActionId(id),
            number: format!("CA-{:05}", self.rng.u16(..)),
            survey: wave.survey,
            title: self.word(),
            department: String::new(),
            owner: String::new(),
            cause: String::new(),
            measure: String::new(),
            due: None,
            evidence: vec![Evidence {
                wave: wave.id,
                subject: Subject::Index,
                score: 70.0,
                change: None,
                target: 85.0,
                returns: Vec::new(),
            }],
            steps: vec![taken(Stage::Open)],
        };
        let change = Change::Action(Box::new(Edit::created(action)));
        Some(Step::new(StepKind::RaiseAction, "", vec![change]))
    }

    fn action(
        &mut self,
        kind: StepKind,
        change: impl FnOnce(&mut CorrectiveAction),
    ) -> Option<Step> {
        let actions = self.data.actions.clone();
        let before = self.one(&actions)?.clone();
        let mut after = before.clone();
        change(&mut after);
        (before != after).then(|| {
            let change = Change::Action(Box::new(Edit::changed(before, after)));
            Step::new(kind, "", vec![change])
        })
    }
}

fn register(edit: Edit<Customer>) -> Step {
    Step::new(StepKind::EditCustomers, "", vec![Change::Customer(edit)])
}

fn taken(stage: Stage) -> ActionStep {
    ActionStep {
        stage,
        date: today(),
        who: "王五".to_owned(),
        note: String::new(),
        reopened: false,
    }
}
