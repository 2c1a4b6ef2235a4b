//! `manyi scores`: the figures of a wave.

use super::json::ScoresReport;
use super::table::{Align, table};
use super::{Failure, args, output, workspace};
use crate::analysis::{Figure, ItemFigures, small};
use crate::chart::words::limit;
use crate::i18n::{Language, number, period};
use crate::jobs::choose;
use crate::jobs::figures::{self, WaveScores};
use crate::model::{Customer, Rules, Survey};
use crate::tr;

pub(super) fn run(words: &args::Scores, language: Language) -> Result<(), Failure> {
    let (store, data) = workspace::read(&words.workspace)?;
    let survey = choose::survey(&data, words.survey.as_deref())?;
    let wave = choose::wave(&data, survey, Some(words.wave))?;
    let scores = figures::of_wave_where(&store, &data, wave, &words.conditions)?;
    if words.json {
        let report = report(survey, &scores);
        return Ok(output::print_json(&super::json::text(&report))?);
    }
    let text = told(survey, &scores, &data.customers, language);
    Ok(output::print(&text)?)
}

fn report<'a>(survey: &'a Survey, scores: &'a WaveScores) -> ScoresReport<'a> {
    let figures = &scores.figures;
    ScoresReport {
        survey: &survey.name,
        wave: scores.wave.period.to_string(),
        rules: &scores.revision.questionnaire.rules,
        ledger: &figures.ledger,
        index: figures.index.shown(),
        dimensions: figures.dimensions.iter().map(Into::into).collect(),
        items: figures.items.iter().map(Into::into).collect(),
    }
}

fn told(
    survey: &Survey,
    scores: &WaveScores,
    customers: &[Customer],
    language: Language,
) -> String {
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
    let notes = scores.figures.notes.iter();
    let notes: String = notes
        .map(|note| format!("{}\n", limit(note, customers, language)))
        .collect();
    let few = match small(scores.figures.counted) {
        true => format!("{}\n", tr!(language, "cli-few")),
        false => String::new(),
    };
    let ledger = ledger(scores, language);
    format!("{heading}\n{ledger}\n{notes}{few}\n{rows}")
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

/// What a row is about.
struct Line<'a> {
    code: &'a str,
    name: String,
    share: Option<f64>,
    /// Enters the index: the target is set for what does.
    scored: bool,
    figure: &'a Figure,
}

/// The index, then each dimension with its items, then what stands outside the tree.
fn rows(scores: &WaveScores, language: Language) -> Vec<Vec<String>> {
    let figures = &scores.figures;
    let items_in = |dimension: Option<&str>, level: usize| -> Vec<Line<'_>> {
        let below = figures.items.iter();
        let below = below.filter(|item| item.dimension.as_deref() == dimension);
        let shown = below.filter(|item| item.mean.is_some() || item.scored);
        let line = |item| of_item(item, level);
        shown.map(line).collect()
    };
    let mut lines = vec![Line {
        code: "",
        name: tr!(language, "cli-index"),
        share: None,
        scored: true,
        figure: &figures.index,
    }];
    for dimension in &figures.dimensions {
        lines.push(Line {
            code: &dimension.code,
            name: indented(&dimension.name, dimension.level),
            share: dimension.share,
            scored: true,
            figure: &dimension.figure,
        });
        lines.extend(items_in(Some(&dimension.code), dimension.level + 1));
    }
    lines.extend(items_in(None, 0));
    let rules = &scores.revision.questionnaire.rules;
    let lines = lines.into_iter();
    lines.map(|line| row(line, rules, language)).collect()
}

fn of_item(item: &ItemFigures, level: usize) -> Line<'_> {
    Line {
        code: &item.code,
        name: indented(&item.text, level),
        share: item.share,
        scored: item.scored,
        figure: &item.figure,
    }
}

fn indented(name: &str, level: usize) -> String {
    format!("{}{name}", "  ".repeat(level))
}

fn row(line: Line<'_>, rules: &Rules, language: Language) -> Vec<String> {
    let missing = || number::MISSING.to_owned();
    let figure = line.figure;
    let few = small(figure.n);
    let score = figure
        .score
        .filter(|_| !few)
        .map_or_else(missing, |score| number::score_under(score, rules));
    let target = match figure.target_met.filter(|_| line.scored && !few) {
        Some(true) => tr!(language, "cli-target-met"),
        Some(false) => tr!(language, "cli-target-missed"),
        None => missing(),
    };
    let shown = |value: Option<f64>| value.filter(|_| !few);
    vec![
        line.code.to_owned(),
        line.name,
        line.share.map_or(String::new(), number::whole_percent),
        score.clone(),
        number::range_beside(&score, shown(figure.low), shown(figure.high)),
        figure.n.to_string(),
        number::percent(shown(figure.satisfied)),
        figure.band.clone().filter(|_| !few).unwrap_or_else(missing),
        target,
    ]
}
