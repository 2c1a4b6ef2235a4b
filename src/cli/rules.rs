//! `manyi rules`: what the rules make of a wave, and what every other choice of each would.

use clap::Args;

use super::args::OfWave;
use super::json::{ChoiceReport, RulesReport};
use super::table::told;
use super::{Failure, output, workspace};
use crate::i18n::{Language, period};
use crate::jobs::choose;
use crate::jobs::engine::Source;
use crate::report::{self, RuleSet};
use crate::tr;

/// What can be said behind it.
#[derive(Debug, Args)]
pub struct Words {
    #[command(flatten)]
    pub of: OfWave,
    #[arg(long)]
    pub json: bool,
}

pub(super) fn run(words: &Words, language: Language) -> Result<(), Failure> {
    let (store, data) = workspace::read(&words.of.workspace)?;
    let survey = choose::survey(&data, words.of.survey.as_deref())?;
    let wave = choose::wave(&data, survey, words.of.wave)?;
    let from = Source {
        store: &store,
        data: &data,
    };
    let (now, effects) = workspace::engine(words.json).what_if(from, wave)?;
    if words.json {
        let choices = effects.iter().map(|it| ChoiceReport::of(it, &now));
        let report = RulesReport {
            survey: &survey.name,
            wave: wave.period.to_string(),
            now: (&now).into(),
            choices: choices.collect(),
        };
        return Ok(output::print_json(&super::json::text(&report))?);
    }
    let wave = period::name(language, wave.period);
    let sets = [RuleSet {
        name: tr!(language, "what-if-now"),
        outcome: &now,
    }];
    let tables = [
        report::rule_sets(&sets, language),
        report::rule_effects(&now, &effects, language),
    ];
    let mut text = format!("{} · {wave}\n", survey.name);
    for table in &tables {
        text += &format!("\n{}", told(table, &now.rules));
        text.extend(table.notes.iter().map(|it| format!("{it}\n")));
    }
    Ok(output::print(&text)?)
}
