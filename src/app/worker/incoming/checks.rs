//! What the file at hand is held against: the register, the frame, the wave as it is.

use rustc_hash::FxHashSet;

use super::letters;
use crate::app::worker::bench::Bench;
use crate::intake::Imported;
use crate::jobs::JobError;
use crate::jobs::import::Candidate;
use crate::model::{Answered, CustomerId, Data, Issue, IssueKind, Wave};
use crate::ui::Checks;

/// Names listed of those that are not known or come twice.
const NAMED: usize = 200;

impl Bench {
    pub(super) fn checks(
        &mut self,
        data: &Data,
        open: Option<&Wave>,
        candidate: &Candidate,
        imported: &Imported,
    ) -> Result<Checks, JobError> {
        let issues = |kind| imported.issues.iter().filter(move |it| it.kind == kind);
        let unreadable = issues(IssueKind::UnreadableCell).next();
        let frame: FxHashSet<CustomerId> = open
            .map(|wave| data.frame(wave.id))
            .unwrap_or_default()
            .iter()
            .map(|entry| entry.customer)
            .collect();
        let customers = || imported.returns.iter().filter_map(|it| it.customer);
        let outside = customers().filter(|id| !frame.is_empty() && !frame.contains(id));
        let (unknown, nameless) = unknown(imported);
        Ok(Checks {
            returns: imported.returns.len(),
            set_aside: imported.set_aside.clone(),
            doubtful: imported.doubtful.clone(),
            known: customers().count(),
            outside_frame: outside.count(),
            unknown,
            nameless,
            second: self.second(data, open, imported)?,
            same_file: None,
            refused: None,
            unreadable: issues(IssueKind::UnreadableCell).count() as u64,
            first_unreadable: unreadable.map(|issue| placed(issue, candidate)),
            missing: issues(IssueKind::MissingAnswer).count(),
            ..Checks::default()
        })
    }

    /// Names of customers who answer twice in the file, or have answered in the wave.
    fn second(
        &mut self,
        data: &Data,
        open: Option<&Wave>,
        imported: &Imported,
    ) -> Result<Vec<String>, JobError> {
        let mut answered = match open {
            Some(wave) => {
                let (engine, from) = self.engine()?;
                Answered::of(&engine.returns(from, wave.id)?.returns)
            }
            None => Answered::default(),
        };
        let mut named = FxHashSet::default();
        let second = imported.returns.iter().filter_map(|it| answered.second(it));
        let twice = second.filter(|id| named.insert(*id));
        let names = twice.filter_map(|id| Some(data.customer(id)?.name.clone()));
        Ok(names.take(NAMED).collect())
    }
}

/// Names the register has not, each once, and how many returns name nobody.
fn unknown(imported: &Imported) -> (Vec<String>, usize) {
    let mut nameless = 0;
    let mut names: Vec<String> = Vec::new();
    let mut known = FxHashSet::default();
    let kind = IssueKind::UnknownCustomer;
    for issue in imported.issues.iter().filter(|it| it.kind == kind) {
        let returned = usize::try_from(issue.returned.0).ok();
        let text = returned
            .and_then(|at| imported.returns.get(at))
            .map_or("", |it| it.customer_text.as_str());
        if text.is_empty() {
            nameless += 1;
        } else if known.insert(text) && names.len() < NAMED {
            names.push(text.to_owned());
        }
    }
    (names, nameless)
}

fn placed(issue: &Issue, candidate: &Candidate) -> (usize, String, String) {
    let column = letters(&issue.cell);
    let mut columns = candidate.mapping.columns.iter();
    let at = columns.position(|mapped| letters(&mapped.cell) == column);
    (at.unwrap_or(0), issue.cell.clone(), issue.found.clone())
}
