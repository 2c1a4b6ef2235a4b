//! The review list as a workbook: written, filled in beside the files it came from, read back.

use std::path::Path;

use jiff::Zoned;
use rustc_hash::FxHashMap;

use super::JobError;
use crate::edit::{Decision, Intent, Known, called};
use crate::i18n::Language;
use crate::intake::{Cell, Decoding, Sheet, Spreadsheet, file};
use crate::model::{
    Data, Expected, Issue, IssueId, IssueKind, Progress, Questionnaire, ReturnId, WaveId,
    WaveReturns,
};
use crate::paper::excel;
use crate::store::Store;
use crate::tr;

/// The workbook of these issues.
pub fn write(
    store: &Store,
    data: &Data,
    issues: &[&Issue],
    language: Language,
) -> Result<Vec<u8>, JobError> {
    let mut waves: Vec<WaveId> = issues.iter().map(|it| it.wave).collect();
    waves.sort_unstable();
    waves.dedup();
    let mut names: FxHashMap<ReturnId, String> = FxHashMap::default();
    for wave in waves {
        let returns = store.load_wave(wave).map_err(JobError::of(store))?;
        names.extend(returns.returns.iter().map(|it| {
            let customer = it.customer.and_then(|id| data.customer(id));
            (it.id, called(customer, it).unwrap_or_default().to_owned())
        }));
    }
    let named = |id| names.get(&id).cloned().unwrap_or_default();
    Ok(excel::issues(
        data,
        |it| asked(data, it),
        named,
        issues,
        language,
    )?)
}

/// What a filled-in list came to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Settled {
    pub settled: usize,
    /// Lines left blank: they wait on.
    pub waiting: usize,
    /// Cells that could not be read, what stands there, and what could.
    pub unread: Vec<(String, String, Expected)>,
    /// Lines filled in that speak of something else than the issue of that number: the list is of
    /// another workspace, or was sorted in part. Nothing of them is taken.
    pub strange: Vec<String>,
}

/// Reads the list back and settles what it says. A line nobody can read waits on and is named;
/// it does not keep the others from being settled.
///
/// # Errors
/// [`JobError::NoIssueList`] when the file is none; those of reading a file and of the store.
pub fn read_back(store: &mut Store, path: &Path, progress: &Progress) -> Result<Settled, JobError> {
    let source = file::read(path, progress)?;
    let (name, bytes) = (&source.name, &source.bytes);
    let mut book = Spreadsheet::open_decoded(name, bytes, Decoding::Recognised, progress)?;
    let sheet = book.read(0, progress)?;
    let data = store.load().map_err(JobError::of(store))?;
    let mut told = Settled::default();
    let decided =
        decisions(&data, &sheet, &mut told).ok_or_else(|| JobError::NoIssueList(name.clone()))?;
    let mut each: FxHashMap<WaveId, Vec<(IssueId, Decision)>> = FxHashMap::default();
    let mut alone = Vec::new();
    for (issue, decision) in decided {
        // What changes a return itself may change what is known of the next one.
        match decision {
            Decision::Answer(..) | Decision::Blank | Decision::Keep => {
                each.entry(issue.wave)
                    .or_default()
                    .push((issue.id, decision));
            }
            _ => alone.push((issue.wave, issue.id, decision)),
        }
    }
    for (wave, decisions) in each {
        told.settled += decisions.len();
        settle(store, wave, &Intent::SettleEach(decisions))?;
    }
    for (wave, id, decision) in alone {
        told.settled += 1;
        settle(store, wave, &Intent::Settle(id, decision))?;
    }
    Ok(told)
}

fn settle(store: &mut Store, wave: WaveId, intent: &Intent) -> Result<(), JobError> {
    let data = store.load().map_err(JobError::of(store))?;
    let returns: WaveReturns = store.load_wave(wave).map_err(JobError::of(store))?;
    let ids = store.ids();
    let known = Known {
        data: &data,
        returns: Some(&returns),
        ids: &ids,
        today: Zoned::now().date(),
        who: &crate::store::who(),
    };
    match intent.step(&known) {
        // Settled with one before it: a name holds for all that go by it.
        Err(crate::edit::Refusal::Settled) => Ok(()),
        step => {
            let step = step.map_err(JobError::Refused)?;
            store.apply(&step).map_err(JobError::of(store))?;
            Ok(())
        }
    }
}

/// What is decided of each line; `None` when it is no such list.
fn decisions<'a>(
    data: &'a Data,
    sheet: &Sheet,
    told: &mut Settled,
) -> Option<Vec<(&'a Issue, Decision)>> {
    let titled = |key: fn(Language) -> String| {
        let titles = Language::ALL.map(key);
        sheet.columns.iter().find(|it| titles.contains(&it.title))
    };
    let number = titled(|language| tr!(language, "issues-number"))?;
    let meant = titled(|language| tr!(language, "issues-take-as"))?;
    let file = titled(|language| tr!(language, "cli-column-file"))?;
    let cell = titled(|language| tr!(language, "cli-column-cell"))?;
    let wrote = titled(|language| tr!(language, "cli-column-found"))?;
    let mut decided = Vec::new();
    for row in 0..sheet.rows() {
        let said = words(meant.value(row));
        let id = words(number.value(row));
        let found = id.parse().ok().and_then(|id| {
            let id = IssueId(id);
            data.issues.iter().find(|it| it.id == id)
        });
        let same = found.is_some_and(|issue| {
            let import = data.import(issue.import);
            let of = import.map_or("", |it| it.file.as_str());
            [(file, of), (cell, &issue.cell), (wrote, &issue.found)]
                .into_iter()
                .all(|(column, text)| words(column.value(row)) == text.trim())
        });
        if !same {
            if !said.is_empty() {
                told.strange.push(sheet.cell_name(number, row));
            }
            continue;
        }
        let Some(issue) = found.filter(|it| it.settled.is_none()) else {
            continue;
        };
        if said.is_empty() {
            told.waiting += 1;
            continue;
        }
        match decision(data, issue, &said) {
            Some(decision) => decided.push((issue, decision)),
            None => {
                let could = issue.expected.clone();
                let at = sheet.cell_name(meant, row);
                told.unread.push((at, said, could));
            }
        }
    }
    Some(decided)
}

fn words(cell: &Cell) -> String {
    cell.found().trim().to_owned()
}

/// What stands in a line, in either language.
fn decision(data: &Data, issue: &Issue, said: &str) -> Option<Decision> {
    let is = |key: fn(Language) -> String| Language::ALL.map(key).iter().any(|it| it == said);
    match issue.kind {
        IssueKind::SecondReturn if is(|language| tr!(language, "issue-keep")) => {
            Some(Decision::Keep)
        }
        IssueKind::SecondReturn => {
            let void = is(|language| tr!(language, "issue-void-this"));
            void.then(|| Decision::Void {
                returned: issue.returned,
                reason: said.to_owned(),
            })
        }
        _ if is(|language| tr!(language, "issue-blank")) => Some(Decision::Blank),
        IssueKind::UnknownCustomer => {
            let mut fitting = data
                .customers
                .iter()
                .filter(|it| it.code == said || it.name == said);
            let customer = fitting.next()?;
            fitting
                .next()
                .is_none()
                .then_some(Decision::Customer(customer.id))
        }
        IssueKind::UnreadableCell | IssueKind::MissingAnswer => {
            let item = issue.item.and_then(|it| asked(data, issue)?.item_of(it));
            Decision::read(issue, item, said).ok()
        }
        IssueKind::Correction => None,
    }
}

fn asked<'a>(data: &'a Data, issue: &Issue) -> Option<&'a Questionnaire> {
    let wave = data.wave(issue.wave)?;
    Some(&data.revision(wave.revision)?.questionnaire)
}
