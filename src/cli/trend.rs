//! `manyi trend`: how scores went from wave to wave.

use std::collections::BTreeSet;
use std::path::Path;

use super::json::{LineReport, PointReport};
use super::table::{Align, table};
use super::{Failure, output};
use crate::analysis::{TrendLine, TrendPoint};
use crate::i18n::{Language, number, period};
use crate::jobs::{JobError, choose, figures};
use crate::model::{Period, Subject};
use crate::store::Store;
use crate::tr;

pub(super) fn run(
    workspace: &Path,
    survey: Option<&str>,
    of: &[String],
    json: bool,
    language: Language,
) -> Result<(), Failure> {
    let store =
        Store::open_read_only(workspace).map_err(|error| JobError::of_file(workspace, error))?;
    let data = store.load().map_err(JobError::of(&store))?;
    let survey = choose::survey(&data, survey)?;
    let waves = figures::of_survey(&store, &data, survey)?;
    let lines = figures::lines(&data, survey, &waves, of)?;
    let text = if json {
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
