//! From what was decided of an open issue to the step that keeps it.

use rustc_hash::{FxHashMap, FxHashSet};

use super::subject;
use super::void::marked;
use crate::edit::customer::made;
use crate::edit::{Known, Refusal};
use crate::model::{
    Answer, AnswerCell, Answered, Change, Customer, CustomerId, Edit, Expected, Issue, IssueId,
    IssueKind, Return, ReturnId, Settlement, Step, StepKind, WaveReturns,
};

/// What was decided.
#[derive(Clone, Debug, PartialEq)]
pub enum Decision {
    /// The cell means this answer, which reads as these words.
    Answer(Answer, String),
    /// The cell means this date.
    Date(jiff::civil::Date),
    /// It stays blank, or without a customer.
    Blank,
    /// It is this customer of the register.
    Customer(CustomerId),
    /// It is a customer the register has not had so far.
    NewCustomer { code: String, name: String },
    /// Both returns count.
    Keep,
    /// One of the two does not count.
    Void { returned: ReturnId, reason: String },
}

impl Decision {
    /// Whether it answers what such an issue asks.
    fn fits(&self, kind: IssueKind) -> bool {
        use IssueKind::{Correction, MissingAnswer, SecondReturn, UnknownCustomer, UnreadableCell};
        match self {
            Self::Answer(..) | Self::Date(_) => matches!(kind, UnreadableCell | MissingAnswer),
            Self::Blank => !matches!(kind, SecondReturn | Correction),
            Self::Customer(_) | Self::NewCustomer { .. } => kind == UnknownCustomer,
            Self::Keep | Self::Void { .. } => kind == SecondReturn,
        }
    }
}

/// Settles it.
///
/// # Errors
/// [`Refusal::Settled`]; [`Refusal::OtherIssue`]; [`Refusal::NotRead`] while the answers of its wave
/// are not there.
pub(in crate::edit) fn settle(
    known: &Known<'_>,
    id: IssueId,
    decision: &Decision,
) -> Result<Step, Refusal> {
    settle_all(known, &[id], decision, false)
}

/// Settles all of them in one step; those settled meanwhile are left out. `learn`: the words
/// that stand there mean this answer in files to come.
///
/// # Errors
/// Those of [`settle`]; [`Refusal::Settled`] when none of them waits.
pub(in crate::edit) fn settle_all(
    known: &Known<'_>,
    ids: &[IssueId],
    decision: &Decision,
    learn: bool,
) -> Result<Step, Refusal> {
    let wanted: FxHashSet<IssueId> = ids.iter().copied().collect();
    let found = known
        .data
        .issues
        .iter()
        .filter(|it| wanted.contains(&it.id));
    let found: Vec<&Issue> = found.collect();
    if found.is_empty() {
        return Err(Refusal::Gone);
    }
    let open = found.into_iter().filter(|it| it.settled.is_none());
    let open: Vec<&Issue> = open.collect();
    let first = *open.first().ok_or(Refusal::Settled)?;
    if open.iter().any(|it| !decision.fits(it.kind)) {
        return Err(Refusal::OtherIssue);
    }
    let mut changes = Vec::new();
    for issue in &open {
        let settling = Settling {
            known,
            returns: known.returns.ok_or(Refusal::NotRead)?,
            returned: known.returned(issue.returned)?,
            issue,
            learn,
        };
        changes.extend(settling.changes(decision)?);
        // A customer settles every return under the same name at once.
        if matches!(
            decision,
            Decision::Customer(_) | Decision::NewCustomer { .. }
        ) {
            break;
        }
    }
    let subject = match open.len() {
        1 => subject(known.data, known.returned(first.returned)?),
        count => format!("{} × {count}", first.found).trim().to_owned(),
    };
    Ok(Step::new(StepKind::SettleIssue, subject, changes))
}

/// Settles each as decided, in one step; those settled meanwhile are left out. What changes a
/// return itself has to be a step of its own.
///
/// # Errors
/// Those of [`settle_all`]; [`Refusal::OtherIssue`] for a decision about a return itself.
pub(in crate::edit) fn settle_each(
    known: &Known<'_>,
    decided: &[(IssueId, Decision)],
) -> Result<Step, Refusal> {
    let mut changes = Vec::new();
    let mut count = 0;
    for (id, decision) in decided {
        let itself = !matches!(
            decision,
            Decision::Answer(..) | Decision::Blank | Decision::Keep
        );
        if itself {
            return Err(Refusal::OtherIssue);
        }
        match settle_all(known, &[*id], decision, false) {
            Ok(step) => {
                count += 1;
                changes.extend(step.changes);
            }
            Err(Refusal::Settled) => {}
            Err(why) => return Err(why),
        }
    }
    match count {
        0 => Err(Refusal::Settled),
        count => Ok(Step::new(
            StepKind::SettleIssue,
            format!("× {count}"),
            changes,
        )),
    }
}

struct Settling<'a> {
    known: &'a Known<'a>,
    returns: &'a WaveReturns,
    returned: &'a Return,
    issue: &'a Issue,
    learn: bool,
}

impl Settling<'_> {
    fn changes(&self, decision: &Decision) -> Result<Vec<Change>, Refusal> {
        let issue = self.issue;
        let learns = self.learn && issue.may_be_learned();
        let corrected = |words: &str| {
            let words = words.to_owned();
            let settlement = match learns {
                true => Settlement::Learned(words),
                false => Settlement::Corrected(words),
            };
            closed(issue, settlement)
        };
        Ok(match decision {
            Decision::Answer(answer, words) => {
                vec![self.answer(answer.clone())?, corrected(words)]
            }
            Decision::Date(date) => vec![self.dated(*date), corrected(&date.to_string())],
            Decision::Blank => {
                let unreadable = issue.item.is_some() && issue.kind == IssueKind::UnreadableCell;
                let blank = unreadable.then(|| self.answer(Answer::Blank));
                let mut changes: Vec<Change> = blank.transpose()?.into_iter().collect();
                changes.push(closed(issue, Settlement::LeftBlank));
                changes
            }
            Decision::Customer(id) => {
                let customer = self.known.data.customer(*id).ok_or(Refusal::Gone)?;
                self.customer(customer)
            }
            Decision::NewCustomer { code, name } => {
                let id = CustomerId(self.known.ids.fresh());
                let customer = made(self.known.data, id, code, name)?;
                let mut changes = vec![Change::Customer(Edit::created(customer.clone()))];
                changes.extend(self.customer(&customer));
                changes
            }
            Decision::Keep => vec![closed(issue, Settlement::Kept)],
            Decision::Void { returned, reason } => {
                let returned = self.known.returned(*returned)?;
                let void = marked(returned, Some(reason));
                vec![void, closed(issue, Settlement::Voided)]
            }
        })
    }

    fn dated(&self, date: jiff::civil::Date) -> Change {
        let after = Return {
            date: Some(date),
            ..self.returned.clone()
        };
        Change::Return(Box::new(Edit::changed(self.returned.clone(), after)))
    }

    fn answer(&self, after: Answer) -> Result<Change, Refusal> {
        let (item, before) = self.cell().ok_or(Refusal::Gone)?;
        let cell = |answer| AnswerCell {
            returned: self.returned.id,
            wave: self.returned.wave,
            item,
            answer,
        };
        Ok(Change::Answer(Edit::changed(cell(before), cell(after))))
    }

    /// The place of the issue's item, and what the return says to it now.
    fn cell(&self) -> Option<(usize, Answer)> {
        let lineage = self.issue.item?;
        let data = self.known.data;
        let revision = data.revision(data.wave(self.returned.wave)?.revision)?;
        let mut items = revision.questionnaire.items.iter();
        let item = items.position(|it| it.lineage == lineage)?;
        Some((item, self.known.answer(self.returned.id, item)?))
    }

    /// Every return of the wave that waits under the same words gets the customer: what the
    /// file says is the same. Where several customers go by those words, only this one does.
    fn customer(&self, customer: &Customer) -> Vec<Change> {
        let mut changes = Vec::new();
        let all = &self.returns.returns;
        let mut answered = Answered::of(all);
        let known: FxHashMap<ReturnId, &Return> = all.iter().map(|it| (it.id, it)).collect();
        for issue in self.waiting_alike() {
            let Some(returned) = known.get(&issue.returned).copied() else {
                continue;
            };
            let after = Return {
                customer: Some(customer.id),
                ..returned.clone()
            };
            // A customer known only now may have answered before.
            let second = answered
                .second(&after)
                .map(|_| self.second(&after, customer));
            let edit = Edit::changed(returned.clone(), after);
            changes.push(Change::Return(Box::new(edit)));
            let said = format!("{} {}", customer.code, customer.name);
            changes.push(closed(issue, Settlement::Corrected(said)));
            changes.extend(second);
        }
        changes
    }

    fn waiting_alike(&self) -> impl Iterator<Item = &Issue> {
        let namesakes = matches!(self.issue.expected, Expected::OneCustomerOf(_));
        let same_words = |it: &Issue| !self.issue.found.is_empty() && it.found == self.issue.found;
        let open = self.known.data.open_issues(self.issue.wave);
        open.filter(|it| it.kind == IssueKind::UnknownCustomer)
            .filter(move |it| it.id == self.issue.id || (!namesakes && same_words(it)))
    }

    fn second(&self, returned: &Return, customer: &Customer) -> Change {
        let import = self.known.data.import(returned.import);
        let id = IssueId(self.known.ids.fresh());
        let second = Issue::second_return(id, returned, import, customer);
        Change::Issue(Box::new(Edit::created(second)))
    }
}

pub(super) fn closed(issue: &Issue, settlement: Settlement) -> Change {
    let after = Issue {
        settled: Some(settlement),
        ..issue.clone()
    };
    Change::Issue(Box::new(Edit::changed(issue.clone(), after)))
}

/// The other valid return of the same customer, the earliest one.
pub fn other_return<'a>(returns: &'a WaveReturns, returned: &Return) -> Option<&'a Return> {
    let customer = returned.customer?;
    let mut returns = returns.returns.iter();
    returns.find(|it| it.valid() && it.id != returned.id && it.customer == Some(customer))
}
