//! What an import could not settle, as a script and as a person reads it.

use super::json::IssueReport;
use crate::i18n::Language;
use crate::i18n::expected::{cell, expected};
use crate::model::Issue;
use crate::tr;

/// Each of them for a script.
pub(super) fn reports(issues: &[Issue], language: Language) -> Vec<IssueReport> {
    let report = |issue: &Issue| IssueReport {
        sheet: issue.sheet.clone(),
        cell: issue.cell.clone(),
        found: issue.found.clone(),
        expected: expected(language, &issue.expected),
    };
    issues.iter().map(report).collect()
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

/// What stands in a cell, in quotation marks; that nothing does, in words.
fn found(text: &str, language: Language) -> String {
    match text {
        "" => tr!(language, "found-blank"),
        text => tr!(language, "found-text", text = text),
    }
}
