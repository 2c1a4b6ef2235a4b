//! `manyi trend`: how scores went from wave to wave.

use super::json::{LineReport, PointReport};
use super::table::told as told_table;
use super::{Failure, args, output, workspace};
use crate::analysis::{TrendLine, TrendPoint};
use crate::i18n::{Language, period};
use crate::jobs::engine::Source;
use crate::jobs::{choose, figures};
use crate::model::{Progress, Rules, Subject};
use crate::report;
use crate::tr;

pub(super) fn run(words: &args::Trend, language: Language) -> Result<(), Failure> {
    let (store, data) = workspace::read(&words.workspace)?;
    let survey = choose::survey(&data, words.survey.as_deref())?;
    let from = Source {
        store: &store,
        data: &data,
    };
    let waves = data.waves_of(survey.id);
    let waves = workspace::engine(words.json).lines(from, waves, &Progress::default())?;
    let lines = figures::lines(&data, survey, &waves, &words.of)?;
    if words.json {
        let reports: Vec<LineReport> = lines
            .iter()
            .map(|line| line_report(line, language))
            .collect();
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

fn line_report(line: &TrendLine, language: Language) -> LineReport {
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
        Subject::Dimension(_) | Subject::Item(_) => line.code.clone().unwrap_or_default(),
    }
}

fn name(line: &TrendLine, language: Language) -> String {
    match line.subject {
        Subject::Index => tr!(language, "subject-index"),
        Subject::Satisfied => tr!(language, "subject-satisfied"),
        Subject::Dimension(_) | Subject::Item(_) => line.name.clone().unwrap_or_default(),
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

/// One row a line, one column a wave, and the returns behind them below.
fn told(lines: &[TrendLine], language: Language) -> String {
    let mut table = report::values(lines, period::short, language);
    table.lines.extend(report::counts(lines, language));
    told_table(&table, &Rules::default())
}
