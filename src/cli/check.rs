//! `manyi check`: whether a workspace is sound.

use std::path::Path;

use super::{Failure, output};
use crate::i18n::Language;
use crate::jobs::{check, damaged, fault};
use crate::model::Progress;
use crate::tr;

pub(super) fn run(workspace: &Path, language: Language) -> Result<(), Failure> {
    let faults = check::faults(workspace, &Progress::default())?;
    let path = workspace.display().to_string();
    if faults.is_empty() {
        let text = tr!(language, "cli-check-sound", path = path);
        return Ok(output::print(&format!("{text}\n"))?);
    }
    // What is wrong with the structure is many things to SQLite and one to a person.
    let mut told: Vec<String> = faults.iter().map(|found| fault(found, language)).collect();
    told.dedup();
    let count = told.len();
    let faults = tr!(language, "cli-check-faults", path = path, count = count);
    output::complain(&faults);
    for found in &told {
        output::complain(&format!("  {found}"));
    }
    output::complain(&damaged(workspace, language));
    Err(Failure::Told)
}
