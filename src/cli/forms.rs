//! `manyi forms`: the form of a wave, a file for each customer who is asked.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::{Failure, output, workspace};
use crate::i18n::Language;
use crate::jobs::forms::{self, Order};
use crate::jobs::save::Replace;
use crate::jobs::{JobError, choose};
use crate::model::{CustomerId, Data, FormKind, Period, Progress};
use crate::tr;

#[derive(Debug, Args)]
pub struct Forms {
    #[arg(value_name = "WORKSPACE")]
    pub workspace: PathBuf,
    #[arg(long, value_name = "NAME")]
    pub survey: Option<String>,
    #[arg(long, value_name = "2026H1")]
    pub wave: Period,
    #[arg(
        id = "kind",
        long = "as",
        value_name = "xlsx|pdf",
        hide_possible_values = true
    )]
    pub kind: FormWords,
    #[arg(id = "whose", long = "customer", value_name = "CODE", num_args = 1..)]
    pub customers: Vec<String>,
    #[arg(id = "folder", short = 'o', long = "output", value_name = "DIR")]
    pub output: PathBuf,
    #[arg(short, long)]
    pub force: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum FormWords {
    Xlsx,
    Pdf,
}

impl From<FormWords> for FormKind {
    fn from(kind: FormWords) -> Self {
        match kind {
            FormWords::Xlsx => Self::Workbook,
            FormWords::Pdf => Self::Pages,
        }
    }
}

pub(super) fn run(words: &Forms, language: Language) -> Result<(), Failure> {
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
