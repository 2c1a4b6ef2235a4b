//! `manyi trend`: how scores went from wave to wave.

use std::collections::BTreeSet;

use super::json::{LineReport, PointReport};
use super::table::{Align, table};
use super::{Failure, args, output, workspace};
use crate::analysis::{TrendLine, TrendPoint};
use crate::i18n::{Language, number, period};
use crate::jobs::{choose, figures};
use crate::model::{Period, Subject};
use crate::tr;

pub(super) fn run(words: &args::Trend, language: Language) -> Result<(), Failure> {
    let (store, data) = workspace::read(&words.workspace)?;
    let survey = choose::survey(&data, words.survey.as_deref())?;
    let waves = figures::of_survey(&store, &data, survey)?;
    let lines = figures::lines(&data, survey, &waves, &words.of)?;
    let text = if words.json {
        let reports: Vec<LineReport> = lines.iter().map(|line| report(line, language)).collect();
        super::json::text(&reports)
    } else {
        format!("{}\n\n{}", survey.name, told(&lines, language))
    };
    Ok(output::print(&text)?)
}

fn report(line: &TrendLine, language: Language) -> LineReport {
    LineReport {
        of: code(line),
        name: name(line, language),
        points: line.points.iter().map(PointReport::from).collect(),
    }
}

/// The word the line is asked for by.
fn code(line: &TrendLine) -> String {
    match line.subject {
        Subject::Index => "index".to_owned(),
        Subject::Satisfied => "satisfied".to_owned(),
        _ => line.code.clone().unwrap_or_default(),
    }
}

fn name(line: &TrendLine, language: Language) -> String {
    match line.subject {
        Subject::Index => tr!(language, "cli-index"),
        Subject::Satisfied => tr!(language, "cli-column-satisfied"),
        _ => line.name.clone().unwrap_or_default(),
    }
}

/// One row a line, one column a period, and the returns behind the first line below.
fn told(lines: &[TrendLine], language: Language) -> String {
    let points = lines.iter().flat_map(|line| &line.points);
    let periods: BTreeSet<Period> = points.map(|point| point.period).collect();
    let mut head = vec![(tr!(language, "cli-column-name"), Align::Left)];
    let names = periods
        .iter()
        .map(|p| (period::short(language, *p), Align::Right));
    head.extend(names);
    let row = |title: String, line: &TrendLine, cell: &dyn Fn(&TrendPoint) -> String| {
        let value = |period: &Period| {
            let point = line.points.iter().find(|point| point.period == *period);
            point.map_or_else(|| number::MISSING.to_owned(), cell)
        };
        std::iter::once(title)
            .chain(periods.iter().map(value))
            .collect()
    };
    let mut rows: Vec<Vec<String>> = lines
        .iter()
        .map(|line| row(name(line, language), line, &|point| value(line, point)))
        .collect();
    if let Some(first) = lines.first() {
        let title = tr!(language, "cli-column-n");
        rows.push(row(title, first, &|point| point.n.to_string()));
    }
    table(&head, &rows)
}

fn value(line: &TrendLine, point: &TrendPoint) -> String {
    match line.subject {
        Subject::Satisfied => number::percent(point.score),
        _ => number::score(point.score),
    }
}
