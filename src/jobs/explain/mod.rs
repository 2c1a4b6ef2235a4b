//! Errors in words: what is wrong, where, and what to do next.
//!
//! The layers below know no language and return typed errors; here each of them becomes a
//! sentence. The matches are exhaustive, so that a new error cannot stay without words.

mod choice;
mod copies;
mod definition;
mod file;
mod forms;
mod outline;
mod reason;
mod repeats;
mod salvage;
mod sheet;
mod store;
#[cfg(test)]
mod tests;

use std::path::Path;

use super::JobError;
use crate::i18n::{Language, refusal};
use crate::intake::definition::Warning;
use crate::intake::{IntakeError, Place};
use crate::model::{Closing, Period};
use crate::paper::PaperError;
use crate::tr;

pub use copies::copy_note;
pub use forms::missing_pages;
pub use outline::{assumed, assumed_briefly};
pub use reason::reason;
pub use repeats::differs;
pub use salvage::loss;
pub use sheet::customer as customer_fault;
pub use store::{damaged, fault};

/// The error as one or two sentences.
pub fn explain(error: &JobError, language: Language) -> String {
    match error {
        JobError::Store { path, error } => store::explain(path, error, language),
        JobError::Intake(error) => intake(error, language),
        JobError::Paper(error) => paper(error, language),
        JobError::Cancelled(_) => tr!(language, "error-cancelled"),
        JobError::Write { path, source } => file::write(path, source, language),
        JobError::Read { path, source } => tr!(
            language,
            "error-folder",
            path = shown(path),
            why = reason(source, language)
        ),
        JobError::Temporary { folder, source } => file::temporary(folder, source, language),
        JobError::NoReader(_) => tr!(language, "error-no-reader"),
        JobError::Ours { path } => tr!(language, "error-write-ours", path = shown(path)),
        JobError::Occupied { path } => tr!(language, "error-write-occupied", path = shown(path)),
        JobError::NoPlainFile { path } => tr!(language, "error-write-no-file", path = shown(path)),
        JobError::Ending { path, ending } => file::ending(path, ending, language),
        JobError::Unexpected(detail) => unexpected(detail, language),
        JobError::Refused(why) => refusal::words(language, why),
        JobError::UnknownCopy { name, workspace } => copies::unknown(name, workspace, language),
        JobError::DamagedCopy { copy, workspace } => copies::damaged(copy, workspace, language),
        JobError::OtherWorkspace {
            copy,
            theirs,
            workspace,
            ours,
        } => tr!(
            language,
            "sentences",
            first = copies::of_another(copy, theirs, workspace, ours, language),
            second = tr!(language, "advice-other-workspace")
        ),
        JobError::NoImport { name, workspace } => no_import(name, workspace, language),
        JobError::WhichImport { name, known } => which_import(name, known, language),
        JobError::WhichSheet { file, known } => tr!(
            language,
            "error-which-sheet",
            file = file.as_str(),
            known = list(known, language)
        ),
        JobError::Marking { file, sheet, fault } => forms::marking(file, sheet, fault, language),
        JobError::Repeats {
            file,
            sheet,
            returns,
        } => repeats::explain(file, sheet, returns, language),
        JobError::UnknownSheet { file, name, known } => tr!(
            language,
            "error-unknown-sheet",
            file = file.as_str(),
            name = name.as_str(),
            known = list(known, language)
        ),
        JobError::WaveClosed { period, closing } => closed(*period, closing, language),
        JobError::NoIssue(id) => tr!(language, "error-no-issue", id = id.to_string()),
        JobError::NoIssueList(file) => tr!(language, "error-no-issue-list", file = file.as_str()),
        JobError::NoReturn(name) => tr!(language, "error-no-return", name = name.as_str()),
        JobError::NoRow { file, row } => {
            let row = row.to_string();
            tr!(language, "error-no-row", file = file.as_str(), row = row)
        }
        JobError::UnknownCustomer(code) => {
            tr!(language, "error-unknown-customer", code = code.as_str())
        }
        JobError::UnknownRevision { label, known } => tr!(
            language,
            "error-unknown-revision",
            label = label.as_str(),
            known = list(known, language)
        ),
        JobError::NothingKept(file) => tr!(language, "cli-original-none", file = file.as_str()),
        JobError::NoSurvey => tr!(language, "error-no-survey"),
        JobError::WhichSurvey { known } => {
            let known = list(known, language);
            tr!(language, "error-which-survey", known = known)
        }
        JobError::UnknownSurvey { name, known } => choice::survey(name, known, language),
        JobError::NoQuestionnaire { survey } => {
            tr!(language, "error-no-questionnaire", survey = survey.as_str())
        }
        JobError::NoWave { survey } => {
            tr!(language, "error-no-wave", survey = survey.as_str())
        }
        JobError::UnknownWave { period, known } => choice::wave(*period, known, language),
        JobError::UnknownSubject { code, known } => choice::subject(code, known, language),
        JobError::NotAnOrder { item, label, known } => choice::order(item, label, known, language),
        JobError::NoScore { code, known } => choice::scored(code, known, language),
        JobError::WaveHasReturns { period } => choice::past_wave(*period, language),
        JobError::UnknownSegment { name, known, own } => {
            choice::segment(name, known, own, language)
        }
        JobError::UnknownKeyAccount { value } => choice::key_account(value, language),
        JobError::UnknownSegmentValue { name, value, known } => {
            choice::value(name, value, known, language)
        }
        JobError::NoForms(why) => forms::none(why, language),
        JobError::Form { file, unfit } => forms::unfit(file, unfit, language),
    }
}

fn closed(period: Period, closing: &Closing, language: Language) -> String {
    tr!(
        language,
        "error-wave-closed",
        period = crate::i18n::period::name(language, period),
        closed = crate::i18n::choice::closing(language, closing)
    )
}

fn no_import(name: &str, workspace: &Path, language: Language) -> String {
    let file = typed(workspace);
    tr!(language, "cli-no-import", name = name, file = file)
}

fn which_import(name: &str, known: &[i64], language: Language) -> String {
    let numbers: Vec<String> = known.iter().map(ToString::to_string).collect();
    let known = list(&numbers, language);
    tr!(language, "cli-which-import", name = name, known = known)
}

/// What is wrong, without what to do on the command line: the window offers that itself.
pub fn statement(error: &JobError, language: Language) -> String {
    match error {
        JobError::Store { path, error } => store::what(path, error, language),
        JobError::OtherWorkspace {
            copy,
            theirs,
            workspace,
            ours,
        } => copies::of_another(copy, theirs, workspace, ours, language),
        error => explain(error, language),
    }
}

/// What nobody thought of, with what the program knows of it on a line of its own: whoever
/// mends it needs that, and it is in no language.
pub fn unexpected(detail: &str, language: Language) -> String {
    let sentence = tr!(language, "error-unexpected");
    format!(
        "{sentence}\n{}",
        tr!(language, "detail-line", detail = detail)
    )
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

/// A file as one word of a command, to be copied.
pub fn typed(path: &Path) -> String {
    let path = path.display().to_string();
    let plain = |c: char| c.is_alphanumeric() || "-_./\\:+=@,~".contains(c);
    match (path.chars().all(plain), cfg!(windows)) {
        (true, _) => path,
        (false, true) => format!("\"{path}\""),
        (false, false) => format!("'{}'", path.replace('\'', r"'\''")),
    }
}

fn paper(error: &PaperError, language: Language) -> String {
    match error {
        PaperError::Typeset(_) | PaperError::Picture(_) | PaperError::Format(_) => {
            unexpected(&error.to_string(), language)
        }
        PaperError::Workbook(_) | PaperError::Temporary { .. } => {
            tr!(language, "error-workbook")
        }
        PaperError::Cancelled(_) => tr!(language, "error-cancelled"),
    }
}

/// An error of taking a file in.
pub fn intake(error: &IntakeError, language: Language) -> String {
    match error {
        IntakeError::Cancelled(_) => tr!(language, "error-cancelled"),
        IntakeError::File { file, fault } => {
            let place = Place {
                file: file.clone(),
                ..Place::default()
            };
            at(&place, &file::explain(fault, language), language)
        }
        IntakeError::Sheet { file, sheet, fault } => {
            let (cell, text) = sheet::explain(fault, language);
            at(&place(file, sheet, cell), &text, language)
        }
        IntakeError::Mapping { file, sheet, fault } => {
            let (cell, text) = sheet::mapping(fault, language);
            at(&place(file, sheet, cell), &text, language)
        }
        IntakeError::Definition { place, fault } => {
            at(place, &definition::explain(fault, language), language)
        }
        IntakeError::Warned { error, warnings } => {
            let lines = warnings.iter().map(|it| warning(it, language));
            let first = intake(error, language);
            std::iter::once(first)
                .chain(lines)
                .collect::<Vec<_>>()
                .join("\n")
        }
        IntakeError::Customers { place, fault } => {
            at(place, &sheet::customer(fault, language), language)
        }
    }
}

/// Something a definition workbook held that was left aside or may not do what was meant.
pub fn warning(warning: &Warning, language: Language) -> String {
    match warning {
        Warning::UnknownColumn { place, heading } => {
            let text = tr!(
                language,
                "warning-unknown-column",
                heading = heading.as_str()
            );
            at(place, &text, language)
        }
        Warning::UnknownKey { place, key } => {
            let text = tr!(language, "warning-unknown-key", key = key.as_str());
            at(place, &text, language)
        }
        Warning::UnknownSheet { place } => {
            at(place, &tr!(language, "warning-unknown-sheet"), language)
        }
        Warning::SameText { place, text, first } => {
            let (text, first) = (text.as_str(), first.as_str());
            let words = tr!(language, "warning-same-text", text = text, first = first);
            at(place, &words, language)
        }
        Warning::CodeOfDimension { place, code } => {
            let text = tr!(language, "warning-code-of-dimension", code = code.as_str());
            at(place, &text, language)
        }
    }
}

fn place(file: &str, sheet: &str, cell: String) -> Place {
    Place {
        file: file.to_owned(),
        sheet: sheet.to_owned(),
        cell,
    }
}

/// A sentence behind the place it speaks of.
pub fn at(place: &Place, text: &str, language: Language) -> String {
    let (file, sheet, cell) = (
        place.file.as_str(),
        place.sheet.as_str(),
        place.cell.as_str(),
    );
    match (file.is_empty(), sheet.is_empty(), cell.is_empty()) {
        (true, _, _) => text.to_owned(),
        (false, true, _) => tr!(language, "error-at-file", file = file, text = text),
        (false, false, true) => {
            tr!(
                language,
                "error-at-sheet",
                file = file,
                sheet = sheet,
                text = text
            )
        }
        (false, false, false) => tr!(
            language,
            "error-at-cell",
            file = file,
            sheet = sheet,
            cell = cell,
            text = text
        ),
    }
}

/// Names one after the other, at most a dozen.
fn list<T: AsRef<str>>(names: &[T], language: Language) -> String {
    const SHOWN: usize = 12;
    let shown: Vec<&str> = names.iter().take(SHOWN).map(AsRef::as_ref).collect();
    let text = shown.join(&tr!(language, "list-comma"));
    match names.len() {
        0 => tr!(language, "list-nothing"),
        count if count > SHOWN => tr!(language, "list-and-more", list = text, count = count),
        _ => text,
    }
}
