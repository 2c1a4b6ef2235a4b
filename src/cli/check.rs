//! `manyi check`: whether a workspace is sound.

use std::path::Path;

use super::{Failure, output};
use crate::i18n::Language;
use crate::jobs::{check, fault};
use crate::model::Progress;
use crate::tr;

pub(super) fn run(workspace: &Path, language: Language) -> Result<(), Failure> {
    let faults = check::faults(workspace, &Progress::default())?;
    let path = workspace.display().to_string();
    if faults.is_empty() {
        let text = tr!(language, "cli-check-sound", path = path);
        return Ok(output::print(&format!("{text}\n"))?);
    }
    let count = faults.len();
    output::complain(&tr!(
        language,
        "cli-check-faults",
        path = path,
        count = count
    ));
    for found in &faults {
        output::complain(&format!("  {}", fault(found, language)));
    }
    Err(Failure::Told)
}
