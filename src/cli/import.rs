//! `manyi import`: files of returns into a wave, each one its own step.

use std::path::{Path, PathBuf};
use std::time::Instant;

use super::json::{FileReport, ImportReport, IssueReport};
use super::left_out::LeftOut;
use super::{Failure, args, import_forms, output, workspace};
use crate::i18n::Language;
use crate::i18n::expected::{cell, expected};
use crate::intake::{Decoding, file};
use crate::jobs::import::{self, Asked, Taken};
use crate::jobs::{JobError, choose, explain, folder, forms, wave};
use crate::model::{Issue, NoReturn, Period, Progress};
use crate::store::Store;
use crate::tr;

pub(super) fn run(words: &args::Import, language: Language) -> Result<(), Failure> {
    let path = words.workspace.as_path();
    // What was typed is settled before the file is opened for writing, and an older one is
    // brought up to date.
    let (store, data) = workspace::read(path)?;
    let mut survey = None;
    if words.wave.is_some() || words.survey.is_some() {
        survey = Some(choose::survey(&data, words.survey.as_deref())?);
    }
    if let (Some(survey), Some(period)) = (survey, words.wave) {
        wave::revision_for(&data, survey, period)?;
    }
    let wanted = forms::Wanted {
        survey: survey.map(|it| it.id),
        period: words.wave,
    };
    let files = unfolded(&words.files)?;
    let there = there(&files, language);
    let mut refused = there.len() < files.len();
    let [of_ours, there] = forms::sort(&there, &Progress::default())?;
    if let (Some(file), None) = (there.first(), words.wave) {
        let file = file.display().to_string();
        let text = tr!(language, "cli-import-which-wave", file = file);
        return Err(Failure::usage(&text, "import", language));
    }
    drop((store, data));
    let mut report = ImportReport::default();
    if !there.is_empty() || !of_ours.is_empty() {
        let mut store = workspace::write(path)?;
        if !store.others_are_told() {
            output::complain(&tr!(language, "lockless"));
        }
        if !of_ours.is_empty() {
            let told = &mut report;
            refused |=
                !import_forms::run(&mut store, &of_ours, wanted, words.json, told, language)?;
        }
        for (file, period) in there.iter().zip(words.wave.iter().cycle()) {
            let sheets = words.sheets.iter().map(|sheet| Some(sheet.as_str()));
            for sheet in sheets.chain(words.sheets.is_empty().then_some(None)) {
                let asked = (file.as_path(), sheet, *period);
                refused |= !one(&mut store, asked, words, &mut report, language)?;
            }
        }
        workspace::tell_copies(&mut store, path, language);
    }
    if words.json {
        output::print_json(&super::json::text(&report))?;
    }
    if refused { Err(Failure::Told) } else { Ok(()) }
}

/// The files, and those that lie in the folders.
fn unfolded(paths: &[PathBuf]) -> Result<Vec<PathBuf>, JobError> {
    let found = folder::unfold(paths).map_err(|source| JobError::Read {
        path: paths
            .iter()
            .find(|it| it.is_dir())
            .cloned()
            .unwrap_or_default(),
        source,
    })?;
    Ok(found.files)
}

/// The files that can be opened; of the others is said what they are.
fn there(files: &[PathBuf], language: Language) -> Vec<PathBuf> {
    let mut there = Vec::new();
    for path in files {
        match file::look(path) {
            Ok(()) => there.push(path.clone()),
            Err(error) => output::complain(&explain(&error.into(), language)),
        }
    }
    there
}

/// Takes one file in and says what came of it; `false` when it was refused.
fn one(
    store: &mut Store,
    asked: (&Path, Option<&str>, Period),
    words: &args::Import,
    report: &mut ImportReport,
    language: Language,
) -> Result<bool, Failure> {
    let (path, begun) = (asked.0, Instant::now());
    let (sha256, taken, left_out) = match take_in(store, asked, words) {
        Ok(taken) => taken,
        Err(error) => {
            output::complain(&explain(&error, language));
            return Ok(false);
        }
    };
    let file = FileReport {
        file: path.display().to_string(),
        sha256,
        returns: taken.returns,
        valid: taken.valid,
        void: taken.returns - taken.valid,
        issues: issues(&taken.issues, language),
        unmapped_items: left_out.items.clone(),
        unused_columns: left_out.columns.clone(),
        set_aside: left_out.aside(|why| why != NoReturn::There),
        repeats: left_out.aside(|why| why == NoReturn::There),
        seconds: begun.elapsed().as_secs_f64(),
    };
    if !words.json {
        output::print(&told(&file, language))?;
    }
    left_out.tell(path, language);
    report.files.push(file);
    Ok(true)
}

fn take_in(
    store: &mut Store,
    (path, sheet, period): (&Path, Option<&str>, Period),
    words: &args::Import,
) -> Result<(String, Taken, LeftOut), JobError> {
    let progress = Progress::default();
    let data = store.load().map_err(JobError::of(store))?;
    let survey = choose::survey(&data, words.survey.as_deref())?;
    let revision = wave::revision_for(&data, survey, period)?;
    let asked = Asked {
        questionnaire: &revision.questionnaire,
        customers: &data.customers,
        values: words.values.map(Into::into),
        decoding: words.encoding.map_or(Decoding::Recognised, Decoding::Only),
    };
    let mut candidate = import::open(path, asked, &progress)?;
    match sheet {
        Some(name) => candidate = import::named(candidate, name, asked, &progress)?,
        None => import::refuse_several(&candidate)?,
    }
    candidate.keep_private = words.keep_private;
    candidate.late = words.late;
    let sha256 = candidate.source.sha256.clone();
    let mut left_out = LeftOut::of(&candidate, &revision.questionnaire);
    let taken = import::take_in(store, &data, survey, period, &candidate, &progress)?;
    left_out.rows.clone_from(&taken.set_aside);
    left_out
        .sheets
        .retain(|sheet| !words.sheets.contains(sheet));
    if words.encoding.is_some() {
        left_out.guessed = None;
    }
    Ok((sha256, taken, left_out))
}

pub(super) fn issues(issues: &[Issue], language: Language) -> Vec<IssueReport> {
    let report = |issue: &Issue| IssueReport {
        sheet: issue.sheet.clone(),
        cell: issue.cell.clone(),
        found: issue.found.clone(),
        expected: expected(language, &issue.expected),
    };
    issues.iter().map(report).collect()
}

/// What stands in a cell, in quotation marks; that nothing does, in words.
fn found(text: &str, language: Language) -> String {
    match text {
        "" => tr!(language, "found-blank"),
        text => tr!(language, "found-text", text = text),
    }
}

/// Where it is, what stands there and what was expected.
pub(super) fn issue_told(issue: &IssueReport, language: Language) -> String {
    tr!(
        language,
        "cli-import-issue",
        sheet = issue.sheet.as_str(),
        cell = cell(language, &issue.cell),
        found = found(&issue.found, language),
        expected = issue.expected.as_str()
    )
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
        text += &format!("  {}\n", issue_told(issue, language));
    }
    if file.issues.len() > SHOWN {
        let more = file.issues.len() - SHOWN;
        text += &format!("  {}\n", tr!(language, "cli-import-more", count = more));
    }
    text
}
