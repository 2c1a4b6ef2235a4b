//! `manyi import`: files of returns into a wave, each one its own step.

use std::path::Path;
use std::time::Instant;

use super::json::{FileReport, ImportReport, IssueReport};
use super::left_out::LeftOut;
use super::{Failure, args, output};
use crate::i18n::Language;
use crate::i18n::expected::{cell, expected};
use crate::jobs::copy_settings::CopySettings;
use crate::jobs::import::{self, Asked, Taken};
use crate::jobs::{JobError, choose, copy_note, explain, wave};
use crate::model::{Issue, Progress};
use crate::store::Store;
use crate::tr;

pub(super) fn run(words: &args::Import, language: Language) -> Result<(), Failure> {
    let workspace = words.workspace.as_path();
    let mut store = CopySettings::default().open(workspace)?;
    if !store.others_are_told() {
        output::complain(&tr!(language, "lockless"));
    }
    let data = store.load().map_err(JobError::of(&store))?;
    // What was typed is settled before any file is opened.
    let survey = choose::survey(&data, words.survey.as_deref())?;
    wave::revision_for(&data, survey, words.wave)?;
    let mut report = ImportReport::default();
    let mut refused = false;
    for path in &words.files {
        let begun = Instant::now();
        match take_in(&mut store, path, words) {
            Ok((sha256, taken, left_out)) => {
                let file = FileReport {
                    file: path.display().to_string(),
                    sha256,
                    returns: taken.returns,
                    valid: taken.valid,
                    void: taken.returns - taken.valid,
                    issues: issues(&taken, language),
                    seconds: begun.elapsed().as_secs_f64(),
                };
                if !words.json {
                    output::print(&told(&file, language))?;
                }
                left_out.tell(path, language);
                report.files.push(file);
            }
            Err(error) => {
                refused = true;
                output::complain(&explain(&error, language));
            }
        }
    }
    for note in store.last_copy_notes() {
        output::complain(&copy_note(workspace, &note, language));
    }
    if words.json {
        output::print_json(&super::json::text(&report))?;
    }
    if refused { Err(Failure::Told) } else { Ok(()) }
}

fn take_in(
    store: &mut Store,
    path: &Path,
    words: &args::Import,
) -> Result<(String, Taken, LeftOut), JobError> {
    let progress = Progress::default();
    let data = store.load().map_err(JobError::of(store))?;
    let survey = choose::survey(&data, words.survey.as_deref())?;
    let revision = wave::revision_for(&data, survey, words.wave)?;
    let asked = Asked {
        questionnaire: &revision.questionnaire,
        customers: &data.customers,
        values: words.values.map(Into::into),
    };
    let mut candidate = import::open(path, asked, &progress)?;
    candidate.keep_private = words.keep_private;
    let sha256 = candidate.source.sha256.clone();
    let mut left_out = LeftOut::of(&candidate, &revision.questionnaire);
    let taken = import::take_in(store, &data, survey, words.wave, candidate, &progress)?;
    left_out.rows.clone_from(&taken.left_out);
    Ok((sha256, taken, left_out))
}

fn issues(taken: &Taken, language: Language) -> Vec<IssueReport> {
    let report = |issue: &Issue| IssueReport {
        sheet: issue.sheet.clone(),
        cell: issue.cell.clone(),
        found: issue.found.clone(),
        expected: expected(language, &issue.expected),
    };
    taken.issues.iter().map(report).collect()
}

/// What stands in a cell, in quotation marks; that nothing does, in words.
fn found(text: &str, language: Language) -> String {
    match text {
        "" => tr!(language, "found-blank"),
        text => tr!(language, "found-text", text = text),
    }
}

/// A file as a person wants to read it.
fn told(file: &FileReport, language: Language) -> String {
    /// More are in the review list of the window.
    const SHOWN: usize = 20;
    let mut text = tr!(
        language,
        "cli-import-done",
        file = file.file.as_str(),
        returns = file.returns,
        issues = file.issues.len()
    );
    text.push('\n');
    if file.void > 0 {
        let line = tr!(language, "cli-import-void", count = file.void);
        text += &format!("  {line}\n");
    }
    for issue in file.issues.iter().take(SHOWN) {
        let line = tr!(
            language,
            "cli-import-issue",
            sheet = issue.sheet.as_str(),
            cell = cell(language, &issue.cell),
            found = found(&issue.found, language),
            expected = issue.expected.as_str()
        );
        text += &format!("  {line}\n");
    }
    if file.issues.len() > SHOWN {
        let more = file.issues.len() - SHOWN;
        text += &format!("  {}\n", tr!(language, "cli-import-more", count = more));
    }
    text
}
