//! `manyi imports`: the files that were taken in, what was kept of them, and removing it.

use super::json::{self, KeptReport};
use super::table::{Align, table};
use super::{Failure, args, output, usage, workspace};
use crate::i18n::{Language, period};
use crate::jobs::JobError;
use crate::jobs::imports::{self, Imported};
use crate::jobs::save::Replace;
use crate::model::{Data, Step, StepKind};
use crate::store::Store;
use crate::tr;

pub(super) fn run(words: &args::Imports, language: Language) -> Result<(), Failure> {
    match (words.original, words.drop_original, words.forget) {
        (Some(id), None, None) => save(words, id, language),
        (None, Some(id), None) => remove(words, id, StepKind::DropOriginal, language),
        (None, None, Some(id)) => remove(words, id, StepKind::ForgetImport, language),
        (None, None, None) => list(words, language),
        _ => {
            let fault = tr!(language, "cli-error-imports");
            let more = usage::more(Some("imports"), language);
            Err(Failure::Usage(format!("{fault}\n{more}")))
        }
    }
}

fn list(words: &args::Imports, language: Language) -> Result<(), Failure> {
    let (store, data) = workspace::read(&words.workspace)?;
    let all = imports::list(&store, &data)?;
    if words.json {
        let reports: Vec<KeptReport<'_>> = all.iter().map(|it| report(it, &data)).collect();
        return Ok(output::print_json(&json::text(&reports))?);
    }
    if all.is_empty() {
        let none = tr!(language, "cli-imports-none");
        return Ok(output::print(&format!("{none}\n"))?);
    }
    let head = [
        (tr!(language, "cli-column-number"), Align::Right),
        (tr!(language, "cli-column-file"), Align::Left),
        (tr!(language, "cli-column-wave"), Align::Left),
        (tr!(language, "cli-column-kept"), Align::Right),
        (tr!(language, "cli-column-undone"), Align::Left),
    ];
    let row = |it: &Imported| {
        let wave = data.wave(it.import.wave);
        let kept = it.kept.map_or_else(
            || tr!(language, "cli-kept-none"),
            |bytes| tr!(language, "cli-kept-bytes", bytes = bytes.to_string()),
        );
        let undone = it.import.undone.then(|| tr!(language, "sheet-yes"));
        vec![
            it.import.id.0.to_string(),
            it.import.file.clone(),
            wave.map_or_else(String::new, |wave| period::name(language, wave.period)),
            kept,
            undone.unwrap_or_default(),
        ]
    };
    let rows: Vec<_> = all.iter().map(row).collect();
    Ok(output::print(&table(&head, &rows))?)
}

fn report<'a>(it: &'a Imported, data: &Data) -> KeptReport<'a> {
    KeptReport {
        import: it.import.id.0,
        file: &it.import.file,
        sha256: &it.import.sha256,
        wave: data
            .wave(it.import.wave)
            .map(|wave| wave.period.to_string()),
        returns: it.import.returns,
        kept: it.kept,
        undone: it.import.undone,
    }
}

fn save(words: &args::Imports, id: i64, language: Language) -> Result<(), Failure> {
    let Some(path) = &words.output else {
        return Ok(());
    };
    let (store, data) = workspace::read(&words.workspace)?;
    let import = imports::find(&data, id)?;
    let replace = if words.force {
        Replace::Yes
    } else {
        Replace::No
    };
    imports::save_original(&store, import, path, replace)?;
    Ok(output::written(path, language)?)
}

fn remove(
    words: &args::Imports,
    id: i64,
    kind: StepKind,
    language: Language,
) -> Result<(), Failure> {
    let workspace = words.workspace.as_path();
    let mut store = Store::open(workspace).map_err(|error| JobError::of_file(workspace, error))?;
    let data = store.load().map_err(JobError::of(&store))?;
    let import = imports::find(&data, id)?;
    let others = match kind {
        StepKind::ForgetImport => {
            imports::forget(&mut store, import)?;
            Vec::new()
        }
        _ => imports::drop_original(&mut store, import)?,
    };
    let step = Step::new(kind, import.file.as_str(), Vec::new());
    let done = crate::i18n::step::done(language, &step).unwrap_or_default();
    output::print(&format!("{done}\n"))?;
    if !others.is_empty() {
        let numbers: Vec<String> = others.iter().map(|other| other.0.to_string()).collect();
        let numbers = numbers.join(", ");
        let still = tr!(language, "cli-original-elsewhere", numbers = numbers);
        output::print(&format!("{still}\n"))?;
    }
    Ok(())
}
