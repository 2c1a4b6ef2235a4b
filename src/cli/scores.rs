//! `manyi scores`: the figures of a wave.

use super::json::ScoresReport;
use super::table::{Align, table};
use super::{Failure, args, output, workspace};
use crate::analysis::{Figure, small};
use crate::i18n::{Language, number, period};
use crate::jobs::choose;
use crate::jobs::figures::{self, WaveScores};
use crate::model::{Rules, Survey};
use crate::tr;

pub(super) fn run(words: &args::Scores, language: Language) -> Result<(), Failure> {
    let (store, data) = workspace::read(&words.workspace)?;
    let survey = choose::survey(&data, words.survey.as_deref())?;
    let wave = choose::wave(&data, survey, Some(words.wave))?;
    let scores = figures::of_wave_where(&store, &data, wave, &words.conditions)?;
    let text = if words.json {
        super::json::text(&report(survey, &scores))
    } else {
        told(survey, &scores, language)
    };
    Ok(output::print(&text)?)
}

fn report<'a>(survey: &'a Survey, scores: &'a WaveScores) -> ScoresReport<'a> {
    let figures = &scores.figures;
    ScoresReport {
        survey: &survey.name,
        wave: scores.wave.period.to_string(),
        rules: &scores.revision.questionnaire.rules,
        ledger: &figures.ledger,
        index: &figures.index,
        dimensions: figures.dimensions.iter().map(Into::into).collect(),
        items: figures.items.iter().map(Into::into).collect(),
    }
}

fn told(survey: &Survey, scores: &WaveScores, language: Language) -> String {
    let heading = format!(
        "{} · {}",
        survey.name,
        period::name(language, scores.wave.period)
    );
    let head = [
        (tr!(language, "cli-column-code"), Align::Left),
        (tr!(language, "cli-column-name"), Align::Left),
        (tr!(language, "cli-column-weight"), Align::Right),
        (tr!(language, "cli-column-score"), Align::Right),
        (tr!(language, "cli-column-interval"), Align::Right),
        (tr!(language, "cli-column-n"), Align::Right),
        (tr!(language, "cli-column-satisfied"), Align::Right),
        (tr!(language, "cli-column-band"), Align::Left),
        (tr!(language, "cli-column-target"), Align::Left),
    ];
    let rows = table(&head, &rows(scores, language));
    format!("{heading}\n{}\n\n{rows}", ledger(scores, language))
}

fn ledger(scores: &WaveScores, language: Language) -> String {
    let ledger = &scores.figures.ledger;
    let count = |count: Option<usize>| count.map_or(number::MISSING.to_owned(), |c| c.to_string());
    tr!(
        language,
        "cli-ledger",
        frame = count(ledger.frame),
        issued = count(ledger.issued),
        returned = ledger.returned.to_string(),
        valid = ledger.valid.to_string(),
        coverage = number::percent(ledger.coverage),
        returnrate = number::percent(ledger.return_rate),
        validrate = number::percent(ledger.valid_rate)
    )
}

/// The index, then each dimension with its items, then what stands outside the tree.
fn rows(scores: &WaveScores, language: Language) -> Vec<Vec<String>> {
    let figures = &scores.figures;
    let rules = &scores.revision.questionnaire.rules;
    let line = |code: &str, name: String, share: Option<f64>, figure: &Figure| {
        row(code, name, share, figure, rules, language)
    };
    let mut rows = vec![line("", tr!(language, "cli-index"), None, &figures.index)];
    let items_in = |dimension: Option<&str>, level: usize| {
        let below = figures.items.iter();
        let below = below.filter(move |item| item.dimension.as_deref() == dimension);
        let shown = below.filter(|item| item.mean.is_some() || item.scored);
        let indent = "  ".repeat(level);
        shown
            .map(|item| {
                line(
                    &item.code,
                    format!("{indent}{}", item.text),
                    item.share,
                    &item.figure,
                )
            })
            .collect::<Vec<_>>()
    };
    for dimension in &figures.dimensions {
        let indent = "  ".repeat(dimension.level);
        let name = format!("{indent}{}", dimension.name);
        rows.push(line(
            &dimension.code,
            name,
            dimension.share,
            &dimension.figure,
        ));
        rows.extend(items_in(Some(&dimension.code), dimension.level + 1));
    }
    rows.extend(items_in(None, 0));
    rows
}

fn row(
    code: &str,
    name: String,
    share: Option<f64>,
    figure: &Figure,
    rules: &Rules,
    language: Language,
) -> Vec<String> {
    if small(figure.n) {
        let missing = || number::MISSING.to_owned();
        let share = share.map_or(String::new(), number::whole_percent);
        let n = figure.n.to_string();
        let head = [code.to_owned(), name, share, missing(), missing(), n];
        return head
            .into_iter()
            .chain([missing(), missing(), missing()])
            .collect();
    }
    let score = match figure.score {
        Some(score) => number::score_against(score, rules.target, rules.target_rule),
        None => number::score(None),
    };
    let target = match figure.target_met {
        Some(true) => tr!(language, "cli-target-met"),
        Some(false) => tr!(language, "cli-target-missed"),
        None => number::MISSING.to_owned(),
    };
    vec![
        code.to_owned(),
        name,
        share.map_or(String::new(), number::whole_percent),
        score,
        number::range(figure.low, figure.high),
        figure.n.to_string(),
        number::percent(figure.satisfied),
        figure
            .band
            .clone()
            .unwrap_or_else(|| number::MISSING.to_owned()),
        target,
    ]
}
