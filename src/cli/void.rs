//! `manyi void`: a return that does not count, or counts again.

use super::carry_out::{Wanted, carry_out};
use super::{Failure, args, workspace};
use crate::edit::Intent;
use crate::i18n::Language;
use crate::jobs::{JobError, returned};
use crate::tr;

pub(super) fn run(words: &args::Void, language: Language) -> Result<(), Failure> {
    if words.reason.is_some() == words.count_again {
        let fault = tr!(language, "cli-error-void");
        return Err(Failure::usage(&fault, "void", language));
    }
    let (store, data) = workspace::read(&words.workspace)?;
    let found = match (&words.returned, &words.import, words.row) {
        (Some(named), ..) => returned::named(&store, &data, named)?,
        (None, Some(import), Some(row)) => returned::in_row(&store, &data, import, row)?,
        // Either way is required.
        _ => return Err(JobError::NoReturn(String::new()).into()),
    };
    let (id, wave) = (found.id, Some(found.wave));
    drop(store);
    carry_out(&words.workspace, language, |_, _| {
        let intent = match &words.reason {
            Some(reason) => Intent::Void(id, reason.clone()),
            None => Intent::CountAgain(id),
        };
        Ok(Wanted { intent, wave })
    })
}
