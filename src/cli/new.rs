//! `manyi new`: a workspace from a definition workbook.

use super::{Failure, args, output};
use crate::i18n::Language;
use crate::jobs::{JobError, definition, new_workspace, warning};
use crate::model::{Progress, Workspace};
use crate::tr;

pub(super) fn run(words: &args::New, language: Language) -> Result<(), Failure> {
    let workspace = words.workspace.as_path();
    let definition = definition::read(&words.definition, &Progress::default())?;
    for left_aside in &definition.warnings {
        output::complain(&warning(left_aside, language));
    }
    let name = words
        .survey
        .as_deref()
        .map(str::trim)
        .filter(|name| !name.is_empty());
    let name = name.unwrap_or(&definition.survey_name);
    let trimmed = |text: &Option<String>| {
        text.as_deref()
            .map(str::trim)
            .unwrap_or_default()
            .to_owned()
    };
    let heading = Workspace {
        company: trimmed(&words.company),
        document: trimmed(&words.document),
    };
    let store = new_workspace::create(workspace, &heading, name, Some(&definition))?;
    let data = store.load().map_err(JobError::of(&store))?;
    let text = tr!(
        language,
        "cli-new-done",
        path = workspace.display().to_string(),
        survey = name,
        items = definition.questionnaire.items.len(),
        customers = data.customers.len(),
        waves = data.waves.len()
    );
    Ok(output::print(&format!("{text}\n"))?)
}
