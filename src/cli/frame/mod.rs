//! `manyi frame`: who is asked in a wave, chosen by rule or by hand, and what came of it.

mod report;
mod words;

use jiff::Zoned;

use super::carry_out::{Wanted, carry_out};
use super::{Failure, output, workspace};
use crate::analysis::{Standing, standings};
use crate::edit::{self, Intent};
use crate::i18n::{Language, choice, number};
use crate::jobs::{JobError, choose};
use crate::model::{CustomerId, Data, FrameRule, Wave, WaveReturns};
use crate::tr;
pub use words::Words;

pub(super) fn run(words: &Words, language: Language) -> Result<(), Failure> {
    let deeds = words.deeds();
    if deeds > 1 || (words.exclude.is_empty() && words.reason.is_some()) {
        return Err(wrong(language));
    }
    let (store, data) = workspace::read(&words.of.workspace)?;
    let survey = choose::survey(&data, words.of.survey.as_deref())?;
    let wave = choose::wave(&data, survey, words.of.wave)?.clone();
    if deeds == 0 {
        let returns = store.load_wave(wave.id).map_err(JobError::of(&store))?;
        return report::tell(&data, &wave, &returns, words.json, language);
    }
    if words.preview {
        let rule = rule(words, &wave, language)?;
        return preview(&data, &wave, &rule, words.json, language);
    }
    let returns = match words.add_answered {
        true => Some(store.load_wave(wave.id).map_err(JobError::of(&store))?),
        false => None,
    };
    drop(store);
    carry_out(&words.of.workspace, language, |data, _| {
        let intent = intent(words, data, &wave, returns.as_ref(), language)?;
        Ok(Wanted {
            intent,
            wave: words.add_answered.then_some(wave.id),
        })
    })
}

fn wrong(language: Language) -> Failure {
    Failure::usage(&tr!(language, "cli-error-frame"), "frame", language)
}

fn intent(
    words: &Words,
    data: &Data,
    wave: &Wave,
    returns: Option<&WaveReturns>,
    language: Language,
) -> Result<Intent, Failure> {
    let id = wave.id;
    if words.rule.is_some() {
        return Ok(Intent::ChooseByRule(id, rule(words, wave, language)?));
    }
    if let Some(returns) = returns {
        let standings = standings(returns, data.frame(id));
        let apart = returns.returns.iter().zip(standings);
        let apart = apart.filter(|(_, it)| matches!(it, Standing::OffList | Standing::NotIssued));
        let customers = apart.filter_map(|(it, _)| it.customer).collect();
        return Ok(Intent::TakeIn(id, customers));
    }
    if !words.add.is_empty() {
        return Ok(Intent::ChooseFrame(id, customers(data, &words.add)?));
    }
    if !words.leave_out.is_empty() {
        return Ok(Intent::LeaveOut(id, customers(data, &words.leave_out)?));
    }
    if !words.exclude.is_empty() {
        let reason = words.reason.clone().unwrap_or_default();
        let customers = customers(data, &words.exclude)?;
        return Ok(Intent::Exclude(id, customers, Some(reason)));
    }
    if !words.ask_again.is_empty() {
        let customers = customers(data, &words.ask_again)?;
        return Ok(Intent::Exclude(id, customers, None));
    }
    // Those who were chosen and have not been sent it.
    let waiting = data.frame(id).iter();
    let waiting = waiting.filter(|it| it.issued.is_none() && it.excluded.is_none());
    Ok(Intent::Issue {
        wave: id,
        customers: waiting.map(|it| it.customer).collect(),
        day: words.date.unwrap_or_else(|| Zoned::now().date()),
        channel: words.channel.clone().unwrap_or_default(),
        collector: words.collector.map(Into::into),
    })
}

/// The customers of these codes.
pub(super) fn customers(data: &Data, codes: &[String]) -> Result<Vec<CustomerId>, JobError> {
    let all = &data.customers;
    let of = |code: &String| {
        let found = all.iter().find(|it| it.code == code.trim());
        found
            .map(|it| it.id)
            .ok_or_else(|| JobError::UnknownCustomer(code.clone()))
    };
    codes.iter().map(of).collect()
}

fn rule(words: &Words, wave: &Wave, language: Language) -> Result<FrameRule, Failure> {
    let percent = |usual: f64| match words.share {
        None => Ok(usual),
        Some(percent) if percent > 0.0 && percent <= 100.0 => Ok(percent / 100.0),
        Some(_) => Err(wrong(language)),
    };
    let Some(rule) = words.rule else {
        return Err(wrong(language));
    };
    Ok(match rule {
        words::Rule::All => FrameRule::All,
        words::Rule::Last => FrameRule::AsLastTime,
        words::Rule::Largest => FrameRule::Largest {
            share: percent(FrameRule::HEADS)?,
        },
        words::Rule::Random => FrameRule::Random {
            share: percent(FrameRule::HEADS)?,
            seed: words.seed.unwrap_or_else(seed_of_now),
        },
        words::Rule::Turnover => FrameRule::Turnover {
            share: percent(FrameRule::TURNOVER)?,
        },
        words::Rule::Segment => {
            let (attribute, value) = words.condition.clone().ok_or_else(|| wrong(language))?;
            FrameRule::Segment { attribute, value }
        }
        words::Rule::Bought => FrameRule::Bought {
            attribute: words.attribute.clone().ok_or_else(|| wrong(language))?,
            period: wave.period,
        },
    })
}

/// A seed nobody chose: kept with the wave, so that the same customers can be drawn again.
fn seed_of_now() -> u64 {
    Zoned::now().timestamp().as_millisecond().unsigned_abs() % 1_000_000
}

/// What a rule would come to, and nothing is done.
fn preview(
    data: &Data,
    wave: &Wave,
    rule: &FrameRule,
    as_json: bool,
    language: Language,
) -> Result<(), Failure> {
    let applied = edit::apply_rule(data, wave, rule);
    if as_json {
        return Ok(output::print_json(&super::json::text(
            &report::Preview::of(data, &applied),
        ))?);
    }
    let chosen = &applied.chosen;
    let mut said = tr!(
        language,
        "rule-preview",
        rule = choice::rule(language, rule),
        chosen = chosen.customers.len().to_string(),
        heads = number::percent(chosen.heads),
        turnover = number::percent(chosen.turnover)
    );
    if let Some(cutoff) = chosen.cutoff {
        said += &tr!(language, "choice-cutoff", cutoff = number::plain(cutoff));
    }
    said.push('\n');
    said += &tr!(
        language,
        "rule-preview-changes",
        new = applied.new.len().to_string(),
        gone = applied.gone.len().to_string(),
        kept = applied.kept.to_string()
    );
    Ok(output::print(&format!("{said}\n"))?)
}
