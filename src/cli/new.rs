//! `manyi new`: a workspace from a definition workbook, or from the export of a survey.

use std::path::Path;

use super::json::{self, NewReport};
use super::{Failure, args, output};
use crate::i18n::{Language, platform};
use crate::intake::outline::Outline;
use crate::intake::{Decoding, Definition};
use crate::jobs::{JobError, assumed, definition, new_workspace, outline, warning};
use crate::model::{Data, Progress, Workspace};
use crate::tr;

pub(super) fn run(words: &args::New, language: Language) -> Result<(), Failure> {
    let progress = Progress::default();
    match (&words.definition, &words.export) {
        (Some(path), _) => {
            let definition = definition::read(path, &progress)?;
            for left_aside in &definition.warnings {
                output::complain(&warning(left_aside, language));
            }
            let (name, data) = make(words, &definition)?;
            match words.json {
                true => print_json(&NewReport::of(name, &definition)),
                false => done(words, name, &data, language),
            }
        }
        (None, Some(path)) => from_export(words, path, language),
        // One of them is required.
        (None, None) => Ok(()),
    }
}

fn from_export(words: &args::New, path: &Path, language: Language) -> Result<(), Failure> {
    let asked = outline::Asked {
        sheet: words.sheet.as_deref(),
        best: words.best.map(Into::into),
        decoding: words.encoding.map_or(Decoding::Recognised, Decoding::Only),
        language,
    };
    let found = outline::read(path, asked, &Progress::default())?;
    let (name, data) = make(words, &found.definition)?;
    if words.json {
        return print_json(&NewReport::outlined(name, &found));
    }
    done(words, name, &data, language)?;
    tell(path, &found, language)
}

/// What was found in the export, and everything that was assumed.
fn tell(path: &Path, found: &Outline, language: Language) -> Result<(), Failure> {
    let file = path.file_name().unwrap_or_default().to_string_lossy();
    let platform = platform::name(language, found.platform.key);
    let head = tr!(
        language,
        "cli-new-export",
        file = file.as_ref(),
        returns = found.returns,
        platform = platform
    );
    let mut text = format!("{head}\n{}\n", tr!(language, "cli-new-assumed"));
    for line in assumed(found, language) {
        text += &format!("  {line}\n");
    }
    Ok(output::print(&text)?)
}

fn print_json(report: &NewReport<'_>) -> Result<(), Failure> {
    Ok(output::print_json(&json::text(report))?)
}

/// Makes the workspace; the name of its survey, and what it holds.
fn make<'a>(words: &'a args::New, definition: &'a Definition) -> Result<(&'a str, Data), JobError> {
    let named = words.survey.as_deref().map(str::trim);
    let named = named.filter(|name| !name.is_empty());
    let name = named.unwrap_or(&definition.survey_name);
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
    let store = new_workspace::create(&words.workspace, &heading, name, Some(definition))?;
    Ok((name, store.load().map_err(JobError::of(&store))?))
}

fn done(words: &args::New, name: &str, data: &Data, language: Language) -> Result<(), Failure> {
    let items = data.revisions.iter().map(|it| it.questionnaire.items.len());
    let text = tr!(
        language,
        "cli-new-done",
        path = words.workspace.display().to_string(),
        survey = name,
        items = items.sum::<usize>(),
        customers = data.customers.len(),
        waves = data.waves.len()
    );
    Ok(output::print(&format!("{text}\n"))?)
}
