//! What of a wave waits to be settled, and which return and file it is of.

use rustc_hash::FxHashMap;

use crate::model::{ImportId, Issue, ReturnId, WaveReturns};

/// The open issues of a wave; those of void returns are left out, as what does not count need
/// not be settled.
#[derive(Clone, Debug, Default)]
pub struct Waiting {
    /// Their places in the data.
    issues: Vec<usize>,
    /// Each once, in the order of their ids.
    returns: Vec<ReturnId>,
    imports: FxHashMap<ImportId, usize>,
}

impl Waiting {
    /// Takes as long as there are issues: returns, which are in the order of their ids, are
    /// looked up, from the one of the issue before where they come in that order too.
    pub fn of(issues: &[Issue], returns: &WaveReturns) -> Self {
        let mut waiting = Self::default();
        let all = &returns.returns;
        let mut next = 0;
        for (at, issue) in issues.iter().enumerate() {
            if issue.wave != returns.wave || issue.settled.is_some() {
                continue;
            }
            let is_next = |at: &usize| all.get(*at).is_some_and(|it| it.id == issue.returned);
            let place = [next, next + 1].into_iter().find(is_next);
            let searched = || all.binary_search_by_key(&issue.returned, |it| it.id).ok();
            let place = place.or_else(searched);
            next = place.unwrap_or(next);
            let returned = place.and_then(|at| all.get(at));
            if returned.is_some_and(|it| it.valid()) {
                waiting.issues.push(at);
                waiting.returns.push(issue.returned);
                if let Some(import) = issue.import {
                    *waiting.imports.entry(import).or_default() += 1;
                }
            }
        }
        waiting.returns.sort_unstable();
        waiting.returns.dedup();
        waiting
    }

    /// The issues among all, in their order.
    pub fn issues<'a>(&self, all: &'a [Issue]) -> impl Iterator<Item = &'a Issue> {
        self.issues.iter().filter_map(move |at| all.get(*at))
    }

    /// How many issues there are.
    pub fn count(&self) -> usize {
        self.issues.len()
    }

    /// How many returns have one.
    pub fn returns(&self) -> usize {
        self.returns.len()
    }

    /// Whether a return has one.
    pub fn has(&self, returned: ReturnId) -> bool {
        self.returns.binary_search(&returned).is_ok()
    }

    /// How many are of an import.
    pub fn of_import(&self, import: ImportId) -> usize {
        self.imports.get(&import).copied().unwrap_or(0)
    }
}
