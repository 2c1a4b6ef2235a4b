//! `manyi settle`: what an import could not settle by itself, and deciding it.

use std::path::Path;

use super::carry_out::{Wanted, carry_out};
use super::json::{self, OpenIssue};
use super::table::{Align, table};
use super::{Failure, args, output, workspace};
use crate::edit::{Decision, Intent, other_return};
use crate::i18n::Language;
use crate::i18n::expected::{cell, expected};
use crate::jobs::{JobError, choose, issues};
use crate::model::{Data, Issue, Progress, Wave, WaveReturns};
use crate::store::Store;
use crate::tr;

pub(super) fn run(words: &args::Settle, language: Language) -> Result<(), Failure> {
    let how = &words.how;
    if let (Some(filled), None, 0) = (&words.filled, words.issue, how.count()) {
        return read_back(words, filled, language);
    }
    let (store, data) = workspace::read(&words.workspace)?;
    match (words.issue, how.count()) {
        (None, 0) => list(words, &data, language),
        (Some(id), 1) => {
            let issue = data.issues.iter().find(|it| it.id.0 == id);
            let issue = issue.ok_or(JobError::NoIssue(id))?;
            let decision = decision(how, &store, &data, issue, language)?;
            drop(store);
            carry_out(&words.workspace, language, |_, _| {
                Ok(Wanted {
                    intent: Intent::Settle(issue.id, decision),
                    wave: Some(issue.wave),
                })
            })
        }
        _ => {
            let fault = tr!(language, "cli-error-settle");
            Err(Failure::usage(&fault, "settle", language))
        }
    }
}

/// A review list that was filled in.
fn read_back(words: &args::Settle, filled: &Path, language: Language) -> Result<(), Failure> {
    let mut store = workspace::write(&words.workspace)?;
    let told = issues::read_back(&mut store, filled, &Progress::default())?;
    workspace::tell_copies(&mut store, &words.workspace, language);
    let (settled, waiting) = (told.settled, told.waiting);
    let line = tr!(
        language,
        "cli-settle-read",
        settled = settled,
        waiting = waiting
    );
    output::print(&format!("{line}\n"))?;
    for (cell, said, could) in &told.unread {
        let line = tr!(
            language,
            "cli-settle-unread",
            cell = cell.as_str(),
            said = said.as_str(),
            expected = expected(language, could)
        );
        output::complain(&line);
    }
    for cell in &told.strange {
        let line = tr!(language, "cli-settle-strange", cell = cell.as_str());
        output::complain(&line);
    }
    match told.unread.is_empty() && told.strange.is_empty() {
        true => Ok(()),
        false => Err(Failure::Told),
    }
}

/// What was decided, from how it was said.
fn decision(
    how: &args::How,
    store: &Store,
    data: &Data,
    issue: &Issue,
    language: Language,
) -> Result<Decision, Failure> {
    if let Some(text) = &how.answer {
        let wave = data.wave(issue.wave);
        let revision = wave.and_then(|wave| data.revision(wave.revision));
        let item = revision.zip(issue.item);
        let item = item.and_then(|(revision, item)| revision.questionnaire.item_of(item));
        let read = Decision::read(issue, item, text);
        return Ok(read.map_err(JobError::Refused)?);
    }
    if let Some(code) = &how.customer {
        let customer = data.customers.iter().find(|it| it.code == *code);
        let customer = customer.ok_or_else(|| JobError::UnknownCustomer(code.clone()))?;
        return Ok(Decision::Customer(customer.id));
    }
    if let Some(code) = &how.new_customer {
        let name = how.name.as_ref().unwrap_or(&issue.found);
        return Ok(Decision::NewCustomer {
            code: code.clone(),
            name: name.clone(),
        });
    }
    if how.void || how.void_other {
        let returns = store.load_wave(issue.wave).map_err(JobError::of(store))?;
        let returned = match how.void {
            true => issue.returned,
            false => other(&returns, issue).ok_or(JobError::NoIssue(issue.id.0))?,
        };
        let reason = tr!(language, "void-second");
        return Ok(Decision::Void { returned, reason });
    }
    Ok(if how.keep {
        Decision::Keep
    } else {
        Decision::Blank
    })
}

fn other(returns: &WaveReturns, issue: &Issue) -> Option<crate::model::ReturnId> {
    let mut all = returns.returns.iter();
    let returned = all.find(|it| it.id == issue.returned)?;
    Some(other_return(returns, returned)?.id)
}

fn list(words: &args::Settle, data: &Data, language: Language) -> Result<(), Failure> {
    let survey = choose::survey(data, words.survey.as_deref())?;
    let wave = choose::wave(data, survey, words.wave)?;
    let issues: Vec<OpenIssue> = reports(data, wave, language).collect();
    if words.json {
        return Ok(output::print_json(&json::text(&issues))?);
    }
    if issues.is_empty() {
        let none = tr!(language, "cli-settle-none");
        return Ok(output::print(&format!("{none}\n"))?);
    }
    let head = [
        (tr!(language, "cli-column-number"), Align::Right),
        (tr!(language, "cli-column-file"), Align::Left),
        (tr!(language, "cli-column-cell"), Align::Left),
        (tr!(language, "cli-column-found"), Align::Left),
        (tr!(language, "cli-column-expected"), Align::Left),
    ];
    let row = |it: &OpenIssue| {
        let found = it.found.clone();
        let place = format!("{} {}", it.sheet, cell(language, &it.cell));
        let place = place.trim().to_owned();
        vec![
            it.issue.to_string(),
            it.file.clone(),
            place,
            found,
            it.expected.clone(),
        ]
    };
    let rows: Vec<_> = issues.iter().map(row).collect();
    Ok(output::print(&table(&head, &rows))?)
}

fn reports<'a>(
    data: &'a Data,
    wave: &Wave,
    language: Language,
) -> impl Iterator<Item = OpenIssue> + use<'a> {
    data.open_issues(wave.id).map(move |issue| OpenIssue {
        issue: issue.id.0,
        returned: issue.returned.0,
        file: data
            .import(issue.import)
            .map_or_else(String::new, |it| it.file.clone()),
        sheet: issue.sheet.clone(),
        cell: issue.cell.clone(),
        found: issue.found.clone(),
        expected: expected(language, &issue.expected),
    })
}
