//! `manyi correct`: an answer of a return put right, for a reason.

use super::carry_out::{Wanted, carry_out};
use super::{Failure, args, workspace};
use crate::edit::{Intent, read_answer};
use crate::i18n::Language;
use crate::jobs::{JobError, choose, returned};

pub(super) fn run(words: &args::Correct, language: Language) -> Result<(), Failure> {
    let (store, data) = workspace::read(&words.workspace)?;
    let found = returned::named(&store, &data, &words.returned)?;
    let wave = data.wave(found.wave);
    let wave = wave.ok_or_else(|| JobError::NoReturn(words.returned.clone()))?;
    let asked = &choose::revision(&data, wave)?.questionnaire;
    let item = asked.items.iter().find(|it| it.code == words.item);
    let item = item.ok_or_else(|| JobError::UnknownSubject {
        code: words.item.clone(),
        known: asked.items.iter().map(|it| it.code.clone()).collect(),
    })?;
    let answer = read_answer(item, &words.value).map_err(JobError::Refused)?;
    let intent = Intent::Correct {
        returned: found.id,
        item: item.lineage,
        answer,
        reason: words.reason.clone(),
    };
    let wave = Some(found.wave);
    drop(store);
    carry_out(&words.workspace, language, |_, _| {
        Ok(Wanted { intent, wave })
    })
}
