//! `manyi imports`: the files that were taken in, what was kept of them, taking one back, and
//! removing it.

use super::carry_out::{Wanted, carry_out};
use super::json::{self, KeptReport};
use super::table::{Align, table};
use super::{Failure, args, output, workspace};
use crate::edit::Intent;
use crate::i18n::{Language, period, step};
use crate::jobs::imports::{self, Imported, Original};
use crate::jobs::save::Replace;
use crate::jobs::{JobError, explain};
use crate::model::{Data, Import, Step, StepKind};
use crate::tr;

pub(super) fn run(words: &args::Imports, language: Language) -> Result<(), Failure> {
    if let Some(named) = &words.original {
        return save(words, named, language);
    }
    let deeds = [
        (&words.undo, StepKind::UndoImport),
        (&words.restore, StepKind::RestoreImport),
        (&words.drop_original, StepKind::DropOriginal),
        (&words.forget, StepKind::ForgetImport),
    ];
    let mut wanted = deeds.iter();
    let wanted = wanted.find_map(|(named, kind)| Some((named.as_deref()?, *kind)));
    match wanted {
        Some((named, kind)) => change(words, named, kind, language),
        None => list(words, language),
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
        let kept = match it.original {
            Original::Kept(bytes) => tr!(language, "cli-kept-bytes", bytes = bytes.to_string()),
            Original::Removed => tr!(language, "cli-kept-none"),
            Original::Lost => tr!(language, "cli-kept-lost"),
        };
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
        kept: match it.original {
            Original::Kept(bytes) => Some(bytes),
            Original::Removed | Original::Lost => None,
        },
        lost: it.original == Original::Lost,
        undone: it.import.undone,
    }
}

fn save(words: &args::Imports, named: &str, language: Language) -> Result<(), Failure> {
    let Some(path) = &words.output else {
        return Ok(());
    };
    let (store, data) = workspace::read(&words.workspace)?;
    let import = imports::find(&store, &data, named, |_| true)?;
    let replace = match words.force {
        true => Replace::Yes,
        false => Replace::Ours,
    };
    match imports::save_original(&store, import, path, replace) {
        Err(error @ JobError::Ending { .. }) => {
            let fault = explain(&error, language);
            Err(Failure::usage(&fault, "imports", language))
        }
        done => {
            done?;
            Ok(output::written(path, language)?)
        }
    }
}

/// Takes an import back, lets it count again, or removes something of it.
fn change(
    words: &args::Imports,
    named: &str,
    kind: StepKind,
    language: Language,
) -> Result<(), Failure> {
    let fits = |import: &Import| match kind {
        StepKind::UndoImport => !import.undone,
        StepKind::RestoreImport | StepKind::ForgetImport => import.undone,
        _ => true,
    };
    // What was typed is settled before the file is opened for writing, and an older one is
    // brought up to date.
    let (store, data) = workspace::read(&words.workspace)?;
    let import = imports::find(&store, &data, named, fits)?.clone();
    drop(store);
    let marked = match kind {
        StepKind::UndoImport if words.together => Some(Intent::MarkTogether(import.id, true)),
        StepKind::RestoreImport if words.together => Some(Intent::MarkTogether(import.id, false)),
        StepKind::UndoImport => Some(Intent::UndoImport(import.id)),
        StepKind::RestoreImport => Some(Intent::RestoreImport(import.id)),
        _ => None,
    };
    if let Some(intent) = marked {
        // Returns whose place its newer answers took are in its wave.
        let replaces = !import.mapping.replaces.is_empty();
        let wave = replaces.then_some(import.wave);
        let wanted = Wanted { intent, wave };
        return carry_out(&words.workspace, language, |_, _| Ok(wanted));
    }
    let mut store = workspace::write(&words.workspace)?;
    let mut others = Vec::new();
    match kind {
        StepKind::ForgetImport => {
            imports::forget(&mut store, &import)?;
        }
        _ => others = imports::drop_original(&mut store, &import)?,
    }
    let step = Step::new(kind, import.file.as_str(), Vec::new());
    let done = step::done(language, &step).unwrap_or_default();
    output::print(&format!("{done}\n"))?;
    if !others.is_empty() {
        let numbers: Vec<String> = others.iter().map(|other| other.0.to_string()).collect();
        let numbers = numbers.join(", ");
        let still = tr!(language, "cli-original-elsewhere", numbers = numbers);
        output::print(&format!("{still}\n"))?;
    }
    workspace::tell_copies(&mut store, &words.workspace, language);
    Ok(())
}
