//! `manyi rules`: what the rules make of a wave, and what every other choice of each would: on the
//! terminal, or as a document or workbook.

use std::path::{Path, PathBuf};

use clap::Args;

use super::args::OfWave;
use super::json::{ChoiceReport, RulesReport};
use super::table::told;
use super::{Failure, output, workspace};
use crate::analysis::Effect;
use crate::i18n::{Language, period};
use crate::jobs::engine::Source;
use crate::jobs::{choose, print};
use crate::model::Data;
use crate::report::{self, Report, RulePage, RuleSet};
use crate::tr;

/// What can be said behind it.
#[derive(Debug, Args)]
pub struct Words {
    #[command(flatten)]
    pub of: OfWave,
    #[arg(short, long, value_name = "FILE.{pdf,xlsx}", conflicts_with = "json")]
    pub output: Option<PathBuf>,
    #[arg(short, long, requires = "output")]
    pub force: bool,
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
    let effects: Vec<&Effect> = effects.iter().collect();
    let base = RuleSet {
        name: tr!(language, "what-if-now"),
        outcome: &now,
    };
    if let Some(path) = &words.output {
        let page = RulePage {
            survey,
            wave: wave.period,
            sets: std::slice::from_ref(&base),
            base: base.clone(),
            effects: &effects,
        };
        let report = report::rule_page(&page, language);
        return report.map_or(Ok(()), |it| write(words, path, &it, &data, language));
    }
    let mut text = format!(
        "{} · {}\n",
        survey.name,
        period::name(language, wave.period)
    );
    let tables = [
        report::rule_sets(std::slice::from_ref(&base), language),
        report::rule_effects(&base, &effects, language),
    ];
    for table in &tables {
        text += &format!("\n{}", told(table, &now.rules));
        text.extend(table.notes.iter().map(|it| format!("{it}\n")));
    }
    text += &format!("{}\n", tr!(language, "what-if-mark"));
    Ok(output::print(&text)?)
}

fn write(
    words: &Words,
    path: &Path,
    report: &Report,
    data: &Data,
    language: Language,
) -> Result<(), Failure> {
    let format = output::format(path, |it| it.holds_tables(), "rules", language)?;
    let place = output::place(path, format.ending, &words.of.workspace, words.force);
    place.check()?;
    let file = print::file(report, &print::heading(data, language), format)?;
    place.write(file.bytes)?;
    if !file.lacking.is_empty() {
        let words = tr!(language, "cli-lacking", lacking = file.lacking);
        output::complain(&words);
    }
    Ok(output::written(path, language)?)
}
