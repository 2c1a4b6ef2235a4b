//! What was settled before and meant for files to come: words that mean an answer, names that
//! mean a customer. They are read so without being asked again.

use rustc_hash::FxHashMap;

use crate::edit::read_answer;
use crate::intake::Imported;
use crate::model::{
    Customer, CustomerId, Data, Expected, Issue, IssueKind, LineageId, Questionnaire, Settlement,
};

/// What was learned. Words that were settled one way and another way mean nothing.
#[derive(Debug, Default)]
pub struct Learned<'a> {
    answers: FxHashMap<(LineageId, &'a str), Option<&'a str>>,
    customers: FxHashMap<&'a str, Option<CustomerId>>,
}

impl<'a> Learned<'a> {
    /// From everything that was settled in the workspace.
    pub fn of(data: &'a Data) -> Self {
        let mut learned = Self::default();
        for issue in &data.issues {
            match (issue.kind, issue.item, &issue.settled) {
                (IssueKind::UnreadableCell, Some(item), Some(Settlement::Learned(words))) => {
                    note(
                        &mut learned.answers,
                        (item, issue.found.as_str()),
                        words.as_str(),
                    );
                }
                (IssueKind::UnknownCustomer, _, Some(Settlement::Corrected(said)))
                    if !issue.found.is_empty() && !several(issue) =>
                {
                    if let Some(customer) = meant(said, &data.customers) {
                        note(&mut learned.customers, issue.found.as_str(), customer);
                    }
                }
                _ => {}
            }
        }
        learned
    }

    /// Reads what is known by now; how many issues it spared.
    pub fn read(&self, imported: &mut Imported, asked: &Questionnaire) -> usize {
        let before = imported.issues.len();
        let mut issues = std::mem::take(&mut imported.issues);
        issues.retain(|issue| !self.settles(issue, imported, asked));
        imported.issues = issues;
        before - imported.issues.len()
    }

    /// Whether it is known what stands there; it is put in its place then.
    fn settles(&self, issue: &Issue, imported: &mut Imported, asked: &Questionnaire) -> bool {
        let Ok(row) = usize::try_from(issue.returned.0) else {
            return false;
        };
        match (issue.kind, issue.item) {
            (IssueKind::UnreadableCell, Some(lineage)) => {
                let known = self.answers.get(&(lineage, issue.found.as_str()));
                let answer = known.copied().flatten().and_then(|words| {
                    let at = asked.items.iter().position(|it| it.lineage == lineage)?;
                    Some((at, read_answer(asked.items.get(at)?, words).ok()?))
                });
                let place =
                    answer.and_then(|(at, answer)| Some((imported.columns.get_mut(at)?, answer)));
                place
                    .map(|(column, answer)| column.set(row, answer))
                    .is_some()
            }
            (IssueKind::UnknownCustomer, _) if !several(issue) => {
                let known = self.customers.get(issue.found.as_str()).copied().flatten();
                let returned = imported.returns.get_mut(row);
                let both = known.zip(returned);
                both.map(|(customer, returned)| returned.customer = Some(customer))
                    .is_some()
            }
            _ => false,
        }
    }
}

fn note<K: Eq + std::hash::Hash, V: PartialEq>(
    known: &mut FxHashMap<K, Option<V>>,
    key: K,
    value: V,
) {
    match known.get(&key) {
        None => {
            known.insert(key, Some(value));
        }
        Some(Some(same)) if *same == value => {}
        Some(_) => {
            known.insert(key, None);
        }
    }
}

/// Several customers go by the name that stands there: which it was says nothing of another.
fn several(issue: &Issue) -> bool {
    matches!(issue.expected, Expected::OneCustomerOf(_))
}

/// The customer of a code and whatever it was called then.
fn meant(said: &str, customers: &[Customer]) -> Option<CustomerId> {
    let of_code = |it: &&Customer| {
        let rest = said.strip_prefix(it.code.as_str());
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    };
    let found = customers
        .iter()
        .filter(of_code)
        .max_by_key(|it| it.code.len());
    found.map(|it| it.id)
}
