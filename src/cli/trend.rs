//! `manyi trend`: how scores went from wave to wave.

use super::json::{LineReport, PointReport};
use super::table::told as told_table;
use super::{Failure, args, output, workspace};
use crate::analysis::{Filter, SameLine, TrendLine, TrendPoint, xmr};
use crate::chart::words::process_in_words;
use crate::i18n::{Language, period};
use crate::jobs::engine::Source;
use crate::jobs::{choose, figures};
use crate::model::{Kpi, Past, Period, Progress, Rules, Subject};
use crate::report;
use crate::tr;

pub(super) fn run(words: &args::Trend, language: Language) -> Result<(), Failure> {
    let (store, data) = workspace::read(&words.workspace)?;
    let survey = choose::survey(&data, words.survey.as_deref())?;
    let from = Source {
        store: &store,
        data: &data,
    };
    let progress = Progress::default();
    let mut engine = workspace::engine(words.json);
    let waves = engine.lines(
        from,
        data.waves_of(survey.id),
        &Filter::default(),
        &progress,
    )?;
    let kpi = |code: &String| data.kpi(code.trim());
    let (kpis, of): (Vec<_>, Vec<_>) = words.of.iter().partition(|code| kpi(code).is_some());
    let of: Vec<String> = of.into_iter().cloned().collect();
    let past: Vec<&Past> = data.past_of(survey.id).collect();
    let asked = kpis.is_empty() || !of.is_empty();
    let lines = match asked {
        true => figures::lines(&data, survey, (&waves, &past), &of)?,
        false => Vec::new(),
    };
    let kpis: Vec<&Kpi> = kpis.into_iter().filter_map(kpi).collect();
    if words.json {
        let lines = lines.iter();
        let same = match asked {
            true => engine.same_customers(from, data.waves_of(survey.id), &progress)?,
            false => Vec::new(),
        };
        let report = |line: &TrendLine| line_report(line, &same, language);
        let mut reports: Vec<LineReport> = lines.map(report).collect();
        reports.extend(kpis.into_iter().map(kpi_report));
        return Ok(output::print_json(&super::json::text(&reports))?);
    }
    let told = match waves.is_empty() {
        true => {
            let survey = survey.name.as_str();
            format!("{}\n", tr!(language, "error-no-wave", survey = survey))
        }
        false => few(&lines, language) + &told(&lines, language),
    };
    let told = if asked { told } else { String::new() };
    let kpis: String = kpis
        .iter()
        .map(|kpi| format!("{}\n", process_in_words(kpi, language)))
        .collect();
    Ok(output::print(&format!("{}\n\n{told}{kpis}", survey.name))?)
}

/// The line with what is known of waves without returns, oldest first.
fn line_report(line: &TrendLine, same: &[SameLine], language: Language) -> LineReport {
    let typed = line.typed.iter();
    let typed = typed.map(|typed| (typed.period, PointReport::from(typed)));
    let points = line.points.iter();
    let points = points.map(|point| (point.period, PointReport::from(point)));
    let mut points: Vec<(Period, PointReport)> = typed.chain(points).collect();
    points.sort_by_key(|(period, _)| *period);
    let mut before = None;
    for (period, point) in &mut points {
        let missed = before.is_some_and(|before: Period| !before.missed_until(*period).is_empty());
        point.broken |= missed;
        before = Some(*period);
    }
    LineReport {
        of: code(line),
        name: name(line, language),
        points: points.into_iter().map(|(_, point)| point).collect(),
        same_customers: (same.iter().filter(|it| it.subject == line.subject))
            .flat_map(|it| &it.pieces)
            .map(Into::into)
            .collect(),
    }
}

/// A series of the firm's own between its limits, broken where they begin anew.
fn kpi_report(kpi: &Kpi) -> LineReport {
    let baseline = kpi.baseline.map(|it| it as usize);
    let values = kpi.values();
    let found = xmr(&values, &kpi.starts(), baseline, kpi.possible());
    let points = kpi.points.iter().enumerate().map(|(at, point)| {
        let mut stages = found.stages.iter();
        let stage = stages.find(|stage| (stage.from..stage.to).contains(&at));
        let begins = at > 0 && stage.is_some_and(|stage| stage.from == at);
        PointReport::of_kpi(point, stage.and_then(|stage| stage.limits), begins)
    });
    LineReport {
        of: kpi.code.clone(),
        name: kpi.name.clone(),
        points: points.collect(),
        same_customers: Vec::new(),
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
    let notes = table.notes.iter().map(|note| format!("{note}\n"));
    told_table(&table, &Rules::default()) + &notes.collect::<String>()
}
