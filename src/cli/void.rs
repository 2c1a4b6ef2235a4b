//! `manyi void`: a return that does not count, or counts again.

use super::carry_out::{Wanted, carry_out};
use super::{Failure, args, workspace};
use crate::edit::Intent;
use crate::i18n::Language;
use crate::jobs::{JobError, imports};
use crate::tr;

pub(super) fn run(words: &args::Void, language: Language) -> Result<(), Failure> {
    if words.reason.is_some() == words.count_again {
        let fault = tr!(language, "cli-error-void");
        return Err(Failure::usage(&fault, "void", language));
    }
    let (store, data) = workspace::read(&words.workspace)?;
    let import = imports::find(&store, &data, &words.import, |import| !import.undone)?;
    let wave = store.load_wave(import.wave).map_err(JobError::of(&store))?;
    let mut returns = wave.returns.iter();
    let row = returns.find(|it| it.import == Some(import.id) && it.row == words.row);
    let id = row.map(|it| it.id).ok_or_else(|| JobError::NoRow {
        file: import.file.clone(),
        row: words.row,
    })?;
    let wave = Some(import.wave);
    drop(store);
    carry_out(&words.workspace, language, |_, _| {
        let intent = match &words.reason {
            Some(reason) => Intent::Void(id, reason.clone()),
            None => Intent::CountAgain(id),
        };
        Ok(Wanted { intent, wave })
    })
}
