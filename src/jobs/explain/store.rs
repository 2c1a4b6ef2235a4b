//! What can be wrong with the workspace file.

use std::path::Path;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::file::megabytes;
use super::typed;
use crate::i18n::{Language, period};
use crate::model::Period;
use crate::store::check::Fault;
use crate::store::{Rule, StoreError, Taken};
use crate::tr;

/// What is wrong, and what to do.
pub(super) fn explain(path: &Path, error: &StoreError, language: Language) -> String {
    let first = what(path, error, language);
    match advice(path, error, language) {
        Some(second) => tr!(language, "sentences", first = first, second = second),
        None => first,
    }
}

/// What to do about a file that is not what it should be, on the command line.
fn advice(path: &Path, error: &StoreError, language: Language) -> Option<String> {
    let file = typed(path);
    Some(match error {
        StoreError::Missing(_) => tr!(language, "advice-missing", file = file),
        StoreError::Empty(_) => tr!(language, "advice-empty", file = file),
        StoreError::NotAWorkspace(_) | StoreError::Foreign { .. } => {
            tr!(language, "advice-was-one", file = file)
        }
        StoreError::Newer { .. } => tr!(language, "advice-newer", file = file),
        StoreError::Damaged(_) | StoreError::Altered(_) | StoreError::Endless => {
            damaged(path, language)
        }
        _ => return None,
    })
}

/// What to do about a workspace that is not sound, on the command line.
pub fn damaged(path: &Path, language: Language) -> String {
    tr!(language, "advice-damaged", file = typed(path))
}

/// What is wrong with the workspace at a path.
pub(super) fn what(path: &Path, error: &StoreError, language: Language) -> String {
    let workspace = path;
    let path = path.display().to_string();
    match error {
        StoreError::Missing(_) => tr!(language, "error-store-missing", path = path),
        StoreError::Exists(_) => tr!(language, "error-store-exists", path = path),
        StoreError::Empty(_) => tr!(language, "error-store-empty", path = path),
        StoreError::NotAWorkspace(_) => tr!(language, "error-store-foreign", path = path),
        StoreError::Foreign { .. } => tr!(language, "error-store-other-program", path = path),
        StoreError::Newer { .. } => tr!(language, "error-store-newer", path = path),
        StoreError::Damaged(_) => tr!(language, "error-store-damaged", path = path),
        StoreError::Altered(_) => tr!(language, "error-store-altered", path = path),
        StoreError::Endless => tr!(language, "error-store-endless", path = path),
        StoreError::Held { by, since } => held(path, by, *since, language),
        StoreError::ProtectedFolder => {
            tr!(language, "error-store-protected-folder", path = path)
        }
        StoreError::ReadOnly => tr!(language, "error-store-read-only", path = path),
        StoreError::Busy => tr!(language, "error-store-busy", path = path),
        StoreError::DiskFull => tr!(language, "error-store-disk-full", path = path),
        StoreError::TooLarge => tr!(language, "error-store-too-large", path = path),
        StoreError::Oversized { bytes, limit } => tr!(
            language,
            "error-store-oversized",
            path = path,
            size = megabytes(*bytes),
            limit = megabytes(*limit)
        ),
        StoreError::Moved => tr!(language, "error-store-moved", path = path),
        StoreError::Unfinished => tr!(language, "error-store-unfinished", path = path),
        StoreError::Io { path, source } => super::file::used(path, source, language),
        StoreError::NothingKept(file) => {
            tr!(language, "error-original-removed", file = file.as_str())
        }
        StoreError::Disk(_) => tr!(language, "error-store-disk", path = path),
        StoreError::SameFile { file, at, period } => {
            same_file(workspace, file, *at, *period, language)
        }
        StoreError::NoFolder(folder) => {
            let folder = folder.display().to_string();
            tr!(language, "error-store-no-folder", folder = folder)
        }
        StoreError::Taken(taken) => name_taken(taken, language),
        StoreError::Forbidden(rule) => forbidden(*rule, language),
        StoreError::Stale { .. } | StoreError::NotHere { .. } => {
            tr!(language, "error-store-stale")
        }
        StoreError::Unstorable { .. } => tr!(language, "error-store-unstorable"),
        StoreError::Cancelled(_) => tr!(language, "error-cancelled"),
        StoreError::Unexpected(detail) => super::unexpected(detail, language),
    }
}

fn held(path: String, by: &str, since: Option<Timestamp>, language: Language) -> String {
    match since {
        Some(since) if !by.is_empty() => tr!(
            language,
            "error-store-held-by",
            path = path,
            by = by,
            since = moment(since)
        ),
        _ => tr!(language, "error-store-held", path = path),
    }
}

/// A moment as the clock on the wall shows it.
pub(super) fn moment(at: Timestamp) -> String {
    at.to_zoned(TimeZone::system())
        .strftime("%Y-%m-%d %H:%M")
        .to_string()
}

fn name_taken(taken: &Taken, language: Language) -> String {
    match taken {
        Taken::Survey(name) => tr!(language, "error-taken-survey", name = name.as_str()),
        Taken::RevisionNumber(number) => {
            tr!(
                language,
                "error-taken-revision",
                number = number.to_string()
            )
        }
        Taken::CustomerCode(code) => {
            tr!(language, "error-taken-customer", code = code.as_str())
        }
        Taken::Wave { period: taken, .. } => tr!(
            language,
            "error-taken-wave",
            period = period::name(language, *taken)
        ),
        Taken::KpiCode(code) => tr!(language, "error-taken-kpi", code = code.as_str()),
        Taken::TagName(name) => tr!(language, "error-taken-tag", name = name.as_str()),
        Taken::ActionNumber(number) => {
            tr!(language, "error-taken-action", number = number.as_str())
        }
    }
}

fn forbidden(rule: Rule, language: Language) -> String {
    match rule {
        Rule::FixedQuestionnaire => tr!(language, "error-rule-fixed-questionnaire"),
        Rule::SignatureErased => tr!(language, "error-rule-signature"),
        Rule::WaveFreezesRevision => tr!(language, "error-rule-frozen"),
        Rule::WaveHasReturns => tr!(language, "error-rule-wave-has-returns"),
        Rule::ImportCounts => tr!(language, "error-rule-import-counts"),
        Rule::OtherQuestions => tr!(language, "error-rule-other-questions"),
        Rule::ImportIsFixed => tr!(language, "error-rule-import"),
        Rule::ReturnIsFixed => tr!(language, "error-rule-return"),
        Rule::WaveClosed => tr!(language, "error-rule-wave-closed"),
        Rule::AnswerOutsideScale => tr!(language, "error-rule-answer"),
        Rule::InUse => tr!(language, "error-rule-in-use"),
        Rule::DifferentThings | Rule::Dangling => tr!(language, "error-store-stale"),
    }
}

/// A file that is in a wave already.
fn same_file(
    workspace: &Path,
    file: &str,
    at: Timestamp,
    of: Period,
    language: Language,
) -> String {
    tr!(
        language,
        "error-store-same-file",
        file = file,
        period = period::name(language, of),
        at = moment(at),
        workspace = typed(workspace),
        name = typed(Path::new(file))
    )
}

/// One thing the integrity check found.
pub fn fault(fault: &Fault, language: Language) -> String {
    let noun = |table: &str| tr!(language, "table-noun", table = table);
    match fault {
        Fault::Pages(_) => tr!(language, "fault-pages"),
        Fault::Dangling { table, parent } => tr!(
            language,
            "fault-dangling",
            table = noun(table),
            parent = noun(parent)
        ),
        Fault::Unreadable { table, .. } => {
            tr!(language, "fault-unreadable", table = noun(table))
        }
        Fault::Answers(returned) => {
            tr!(language, "fault-answers", id = returned.0.to_string())
        }
        Fault::ItemCount {
            returned,
            found,
            expected,
        } => tr!(
            language,
            "fault-item-count",
            id = returned.0.to_string(),
            found = found.to_string(),
            expected = expected.to_string()
        ),
        Fault::NotFrozen => tr!(language, "fault-not-frozen"),
        Fault::Seal { table, key } => tr!(
            language,
            "fault-seal",
            table = noun(table),
            key = key.as_str()
        ),
        Fault::Rows {
            table,
            found,
            expected,
        } => rows(table, *found, *expected, language),
        Fault::Log(line) => tr!(language, "fault-log", line = line.to_string()),
        Fault::Texts(wave) => tr!(language, "fault-texts", id = wave.0.to_string()),
        Fault::Source(import) => tr!(language, "fault-source", id = import.0.to_string()),
        Fault::Attached(name) => tr!(language, "fault-attached", file = name.as_str()),
        Fault::ReturnCount {
            import,
            found,
            expected,
        } => tr!(
            language,
            "fault-return-count",
            id = import.0.to_string(),
            found = found.to_string(),
            expected = expected.to_string()
        ),
    }
}

/// A table that does not hold the rows that were written.
fn rows(table: &str, found: i64, expected: i64, language: Language) -> String {
    let table = tr!(language, "table-noun", table = table);
    if found == expected {
        return tr!(language, "fault-rows-other", table = table);
    }
    tr!(
        language,
        "fault-rows",
        table = table,
        found = found.to_string(),
        expected = expected.to_string()
    )
}
