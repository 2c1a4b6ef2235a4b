//! `manyi flags`: returns the rules of validity flag, and making those of a kind void.

use clap::{Args, ValueEnum};
use serde::Serialize;

use super::args::OfWave;
use super::carry_out::{Wanted, carry_out};
use super::table::{Align, table};
use super::{Failure, json, output, workspace};
use crate::analysis::flagged;
use crate::edit::{Intent, called};
use crate::i18n::{Language, flag};
use crate::jobs::{JobError, choose};
use crate::model::{Flag, ReturnId};
use crate::tr;

/// What can be said behind it.
#[derive(Debug, Args)]
pub struct Words {
    #[command(flatten)]
    pub of: OfWave,
    #[arg(
        id = "flag",
        long = "void",
        value_name = "too-few|required|alike|too-fast",
        hide_possible_values = true,
        requires = "reason"
    )]
    pub void: Option<Kind>,
    #[arg(long, value_name = "TEXT", requires = "flag")]
    pub reason: Option<String>,
    #[arg(long)]
    pub json: bool,
}

/// What makes a return doubtful.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Kind {
    TooFew,
    Required,
    Alike,
    TooFast,
}

impl From<Kind> for Flag {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::TooFew => Self::TooFew,
            Kind::Required => Self::Required,
            Kind::Alike => Self::Alike,
            Kind::TooFast => Self::TooFast,
        }
    }
}

#[derive(Debug, Serialize)]
struct FlagReport {
    file: String,
    row: u32,
    customer: String,
    flags: Vec<Flag>,
}

pub(super) fn run(words: &Words, language: Language) -> Result<(), Failure> {
    let (store, data) = workspace::read(&words.of.workspace)?;
    let survey = choose::survey(&data, words.of.survey.as_deref())?;
    let wave = choose::wave(&data, survey, words.of.wave)?;
    let revision = choose::revision(&data, wave)?;
    let returns = store.load_wave(wave.id).map_err(JobError::of(&store))?;
    let found = flagged(&revision.questionnaire, &returns);
    if let (Some(kind), Some(reason)) = (words.void, &words.reason) {
        let so = found.iter().filter(|it| it.1.contains(&kind.into()));
        let returns: Vec<ReturnId> = so.map(|(at, _)| returns.returns[*at].id).collect();
        let (wave, reason) = (wave.id, reason.clone());
        drop(store);
        return carry_out(&words.of.workspace, language, |_, _| {
            Ok(Wanted {
                intent: Intent::VoidAll(returns, reason),
                wave: Some(wave),
            })
        });
    }
    let reports = found.into_iter().map(|(at, flags)| {
        let returned = &returns.returns[at];
        let customer = returned.customer.and_then(|id| data.customer(id));
        FlagReport {
            file: data
                .import(returned.import)
                .map_or_else(String::new, |it| it.file.clone()),
            row: returned.row,
            customer: called(customer, returned).unwrap_or_default().to_owned(),
            flags,
        }
    });
    let reports: Vec<FlagReport> = reports.collect();
    if words.json {
        return Ok(output::print_json(&json::text(&reports))?);
    }
    if reports.is_empty() {
        return Ok(output::print(&format!(
            "{}\n",
            tr!(language, "flags-none")
        ))?);
    }
    let head = [
        (tr!(language, "column-customer"), Align::Left),
        (tr!(language, "fact-file"), Align::Left),
        (tr!(language, "column-row"), Align::Right),
        (tr!(language, "column-status"), Align::Left),
    ];
    let rows = reports.iter().map(|it| {
        let flags = it.flags.iter().map(|it| flag::name(language, *it));
        let flags: Vec<String> = flags.collect();
        vec![
            it.customer.clone(),
            it.file.clone(),
            it.row.to_string(),
            flags.join(&tr!(language, "list-comma")),
        ]
    });
    Ok(output::print(&table(&head, &rows.collect::<Vec<_>>()))?)
}
