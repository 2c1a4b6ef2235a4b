//! `manyi restore`: the copies of a workspace, and one of them in its place.

use std::path::Path;

use super::json::{self, CopyReport, RestoreReport};
use super::table::{Align, table};
use super::{Failure, args, output};
use crate::i18n::{Language, copy};
use crate::jobs::restore;
use crate::model::{KeptCopy, Progress};
use crate::tr;

pub(super) fn run(words: &args::Restore, language: Language) -> Result<(), Failure> {
    match (&words.from, words.list) {
        (None, true) => list(words, language),
        (Some(name), false) => put_back(words, name, language),
        _ => {
            let fault = tr!(language, "cli-error-restore");
            Err(Failure::usage(&fault, "restore", language))
        }
    }
}

fn list(words: &args::Restore, language: Language) -> Result<(), Failure> {
    let copies = restore::list(&words.workspace)?;
    if words.json {
        let reports: Vec<CopyReport<'_>> = copies.iter().map(CopyReport::from).collect();
        return Ok(output::print_json(&json::text(&reports))?);
    }
    if copies.is_empty() {
        let path = words.workspace.display().to_string();
        let none = tr!(language, "cli-restore-none", path = path);
        return Ok(output::print(&format!("{none}\n"))?);
    }
    let head = [
        (tr!(language, "copy-time"), Align::Left),
        (tr!(language, "copy-size"), Align::Right),
        (tr!(language, "copy-state"), Align::Left),
        (tr!(language, "copy-reason"), Align::Left),
        (tr!(language, "cli-column-file"), Align::Left),
    ];
    let row = |kept: &KeptCopy| {
        vec![
            copy::time(kept),
            copy::size(kept.bytes),
            copy::state(language, kept),
            copy::reason(language, kept),
            kept.name.clone(),
        ]
    };
    let rows: Vec<_> = copies.iter().map(row).collect();
    Ok(output::print(&table(&head, &rows))?)
}

fn put_back(words: &args::Restore, name: &str, language: Language) -> Result<(), Failure> {
    let progress = Progress::default();
    let kept = restore::restore(&words.workspace, name, words.force, &progress)?;
    if words.json {
        let report = RestoreReport {
            restored: name,
            kept: kept.as_deref().map(said),
        };
        return Ok(output::print_json(&json::text(&report))?);
    }
    let path = said(&words.workspace);
    let mut text = tr!(language, "cli-restored", path = path, copy = name);
    if let Some(kept) = &kept {
        text += &format!("\n{}", tr!(language, "cli-restore-kept", path = said(kept)));
    }
    Ok(output::print(&format!("{text}\n"))?)
}

fn said(path: &Path) -> String {
    path.display().to_string()
}
