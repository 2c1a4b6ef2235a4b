//! `manyi trend`: how scores went from wave to wave.

use std::collections::BTreeSet;

use super::json::{LineReport, PointReport};
use super::table::{Align, table};
use super::{Failure, args, output, workspace};
use crate::analysis::{TrendLine, TrendPoint};
use crate::chart::words::point_value;
use crate::i18n::{Language, number, period};
use crate::jobs::engine::{Engine, Source};
use crate::jobs::{choose, figures};
use crate::model::{Period, Progress, Subject};
use crate::tr;

pub(super) fn run(words: &args::Trend, language: Language) -> Result<(), Failure> {
    let (store, data) = workspace::read(&words.workspace)?;
    let survey = choose::survey(&data, words.survey.as_deref())?;
    let from = Source {
        store: &store,
        data: &data,
    };
    let waves = data.waves_of(survey.id);
    let waves = Engine::default().lines(from, waves, &Progress::default())?;
    let lines = figures::lines(&data, survey, &waves, &words.of)?;
    if words.json {
        let reports: Vec<LineReport> = lines.iter().map(|line| report(line, language)).collect();
        return Ok(output::print_json(&super::json::text(&reports))?);
    }
    let told = match waves.is_empty() {
        true => {
            let survey = survey.name.as_str();
            format!("{}\n", tr!(language, "error-no-wave", survey = survey))
        }
        false => few(&lines, language) + &told(&lines, language),
    };
    Ok(output::print(&format!("{}\n\n{told}", survey.name))?)
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
        Subject::Index => tr!(language, "subject-index"),
        Subject::Satisfied => tr!(language, "chart-head-satisfied"),
        _ => line.name.clone().unwrap_or_default(),
    }
}

/// Why some values are missing, above the table.
fn few(lines: &[TrendLine], language: Language) -> String {
    let mut points = lines.iter().flat_map(|line| &line.points);
    match points.any(TrendPoint::few) {
        true => format!("{}\n\n", tr!(language, "cli-few")),
        false => String::new(),
    }
}

/// One row a line, one column a period, and the returns behind each line below: in one row
/// where they are the same for all.
fn told(lines: &[TrendLine], language: Language) -> String {
    let points = lines.iter().flat_map(|line| &line.points);
    let periods: BTreeSet<Period> = points.map(|point| point.period).collect();
    let mut head = vec![(tr!(language, "cli-column-name"), Align::Left)];
    let names = periods
        .iter()
        .map(|p| (period::short(language, *p), Align::Right));
    head.extend(names);
    let cells = |line: &TrendLine, cell: &dyn Fn(&TrendPoint) -> String| -> Vec<String> {
        let value = |period: &Period| {
            let point = line.points.iter().find(|point| point.period == *period);
            point.map_or_else(|| number::MISSING.to_owned(), cell)
        };
        periods.iter().map(value).collect()
    };
    let titled = |title: String, cells: Vec<String>| -> Vec<String> {
        std::iter::once(title).chain(cells).collect()
    };
    let mut rows: Vec<Vec<String>> = lines
        .iter()
        .map(|line| {
            let values = cells(line, &|point| {
                point_value(point, line.subject == Subject::Satisfied)
            });
            titled(name(line, language), values)
        })
        .collect();
    let returns = |line: &TrendLine| cells(line, &|point| point.n.to_string());
    let title = tr!(language, "cli-column-n");
    let counts: Vec<Vec<String>> = lines.iter().map(returns).collect();
    if counts.windows(2).all(|pair| pair[0] == pair[1]) {
        let first = counts.into_iter().next();
        rows.extend(first.map(|first| titled(title, first)));
    } else {
        let named = lines.iter().zip(counts);
        rows.extend(named.map(|(line, counts)| {
            let name = name(line, language);
            titled(format!("{title} · {name}"), counts)
        }));
    }
    table(&head, &rows)
}
