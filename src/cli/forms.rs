//! `manyi forms`: the form of a wave, a file for each customer who is asked.

use super::{Failure, args, output, workspace};
use crate::i18n::Language;
use crate::jobs::forms::{self, Order};
use crate::jobs::save::Replace;
use crate::jobs::{JobError, choose};
use crate::model::{CustomerId, Data, Progress};
use crate::tr;

pub(super) fn run(words: &args::Forms, language: Language) -> Result<(), Failure> {
    let (store, data) = workspace::read(&words.workspace)?;
    let survey = choose::survey(&data, words.survey.as_deref())?;
    let wave = choose::wave(&data, survey, Some(words.wave))?;
    let customers = words.customers.iter().map(|code| known(&data, code));
    let customers: Vec<CustomerId> = customers.collect::<Result<_, _>>()?;
    let order = Order {
        wave,
        customers: (!customers.is_empty()).then_some(&customers),
        kind: words.kind.into(),
        language,
        folder: &words.output,
        replace: match words.force {
            true => Replace::Yes,
            false => Replace::Ours,
        },
    };
    let made = forms::make(&store, &data, &order, &Progress::default())?;
    let told = tr!(
        language,
        "said-forms",
        count = made.files.len(),
        folder = made.folder.display().to_string()
    );
    Ok(output::print(&format!("{told}\n"))?)
}

fn known(data: &Data, code: &str) -> Result<CustomerId, JobError> {
    let found = data.customers.iter().find(|it| it.code == code.trim());
    let found = found.ok_or_else(|| JobError::UnknownCustomer(code.to_owned()))?;
    Ok(found.id)
}
