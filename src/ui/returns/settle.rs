//! From what the user decided about an issue to the step that keeps it.

use super::listed;
use super::rows::Rows;
use crate::model::{
    Answer, AnswerCell, Answered, Change, Customer, CustomerId, Edit, Expected, Issue, IssueId,
    IssueKind, Return, ReturnId, Settlement, Step, StepKind,
};
use crate::tr;
use crate::ui::Cx;

/// What was decided.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Decision {
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

/// The step; `None` when it cannot be: the return is gone, or no number is left.
pub(super) fn step(cx: &Cx<'_>, rows: &Rows, issue: &Issue, decision: Decision) -> Option<Step> {
    let (_, returned) = rows.returned(cx, issue.returned)?;
    let settle = Settling {
        cx,
        rows,
        issue,
        returned,
    };
    let changes = match decision {
        Decision::Answer(answer, words) => vec![
            settle.answer(answer)?,
            closed(issue, Settlement::Corrected(words)),
        ],
        Decision::Date(date) => vec![
            settle.changed(|it| it.date = Some(date)),
            closed(issue, Settlement::Corrected(date.to_string())),
        ],
        Decision::Blank if issue.item.is_some() && issue.kind == IssueKind::UnreadableCell => vec![
            settle.answer(Answer::Blank)?,
            closed(issue, Settlement::LeftBlank),
        ],
        Decision::Blank => vec![closed(issue, Settlement::LeftBlank)],
        Decision::Customer(id) => settle.customer(id, rows.customer(cx, id)?),
        Decision::NewCustomer { code, name } => settle.new_customer(code, name),
        Decision::Keep => vec![closed(issue, Settlement::Kept)],
        Decision::Void {
            returned: id,
            reason,
        } => vec![
            void(rows.returned(cx, id)?.1, Some(reason)),
            closed(issue, Settlement::Voided),
        ],
    };
    let subject = rows.name(cx, returned);
    Some(Step::new(StepKind::SettleIssue, subject, changes))
}

/// A return made void, or counted again.
pub(super) fn void(returned: &Return, reason: Option<String>) -> Change {
    let after = Return {
        void: reason,
        ..returned.clone()
    };
    Change::Return(Box::new(Edit::changed(returned.clone(), after)))
}

fn closed(issue: &Issue, settlement: Settlement) -> Change {
    let after = Issue {
        settled: Some(settlement),
        ..issue.clone()
    };
    Change::Issue(Box::new(Edit::changed(issue.clone(), after)))
}

struct Settling<'a> {
    cx: &'a Cx<'a>,
    rows: &'a Rows,
    issue: &'a Issue,
    returned: &'a Return,
}

impl Settling<'_> {
    fn changed(&self, change: impl FnOnce(&mut Return)) -> Change {
        let mut after = self.returned.clone();
        change(&mut after);
        Change::Return(Box::new(Edit::changed(self.returned.clone(), after)))
    }

    fn answer(&self, after: Answer) -> Option<Change> {
        let lineage = self.issue.item?;
        let items = &self.cx.revision()?.questionnaire.items;
        let item = items.iter().position(|it| it.lineage == lineage)?;
        let row = self.rows.place(self.returned.id)?;
        let before = self.cx.view?.returns.columns.get(item)?.get(row);
        let cell = |answer| AnswerCell {
            returned: self.returned.id,
            wave: self.returned.wave,
            item,
            answer,
        };
        Some(Change::Answer(Edit::changed(cell(before), cell(after))))
    }

    fn new_customer(&self, code: String, name: String) -> Vec<Change> {
        let customer = Customer {
            id: CustomerId(self.cx.fresh_id()),
            code,
            name,
            turnover: None,
            key: false,
            attributes: std::collections::BTreeMap::new(),
        };
        let mut changes = vec![Change::Customer(Edit::created(customer.clone()))];
        changes.extend(self.customer(customer.id, &customer));
        changes
    }

    /// Every return of the wave that waits under the same words gets the customer: what the
    /// file says is the same. Where several customers go by those words, only this one does.
    fn customer(&self, id: CustomerId, customer: &Customer) -> Vec<Change> {
        let mut changes = Vec::new();
        let mut answered =
            Answered::of(self.cx.view.into_iter().flat_map(|it| &it.returns.returns));
        let namesakes = matches!(self.issue.expected, Expected::OneCustomerOf(_));
        let same: Vec<&Issue> = (self.cx.data.open_issues(self.issue.wave))
            .filter(|it| it.kind == IssueKind::UnknownCustomer)
            .filter(|it| it.id == self.issue.id || (!namesakes && self.same_words(it)))
            .collect();
        for issue in same {
            let Some((_, returned)) = self.rows.returned(self.cx, issue.returned) else {
                continue;
            };
            let after = Return {
                customer: Some(id),
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

    fn same_words(&self, issue: &Issue) -> bool {
        !self.issue.found.is_empty() && issue.found == self.issue.found
    }

    fn second(&self, returned: &Return, customer: &Customer) -> Change {
        let import = self.cx.data.import(returned.import);
        let id = IssueId(self.cx.fresh_id());
        let second = Issue::second_return(id, returned, import, customer);
        Change::Issue(Box::new(Edit::created(second)))
    }
}

/// The other valid return of the same customer, the earliest one.
pub(super) fn other_return<'a>(cx: &Cx<'a>, rows: &Rows, returned: &Return) -> Option<&'a Return> {
    let customer = returned.customer?;
    let several = listed(cx)?.several(customer).iter();
    let others = several.filter(|id| **id != returned.id);
    let known = others.filter_map(|id| Some(rows.returned(cx, *id)?.1));
    let mut valid = known.filter(|it| it.valid() && it.customer == Some(customer));
    valid.next()
}

/// How it was settled, in words.
pub(super) fn settled_words(cx: &Cx<'_>, settlement: &Settlement) -> String {
    let language = cx.language;
    match settlement {
        Settlement::Corrected(words) => tr!(language, "settled-corrected", words = words.as_str()),
        Settlement::LeftBlank => tr!(language, "settled-blank"),
        Settlement::Kept => tr!(language, "settled-kept"),
        Settlement::Voided => tr!(language, "settled-voided"),
    }
}
