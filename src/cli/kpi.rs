//! `manyi kpi`: figures of the firm's own, and whether they changed or only waver.

use serde::Serialize;

use super::{Failure, args, output, workspace};
use crate::analysis::{Signal, SignalKind, Stage, run_chart, xmr};
use crate::chart::words::process_in_words;
use crate::i18n::{Language, step};
use crate::jobs::kpi::KpiWish;
use crate::jobs::{JobError, kpi};
use crate::model::{Better, Data, Kpi, Progress};
use crate::tr;

pub(super) fn run(words: &args::Kpi, language: Language) -> Result<(), Failure> {
    let (store, data) = workspace::read(&words.workspace)?;
    let Some(file) = &words.file else {
        return list(words, &data, language);
    };
    let wish = KpiWish {
        external: words.external.then_some(true),
        stages: words.stage.clone(),
        baseline: words.baseline,
    };
    let progress = Progress::default();
    // What the sheet says is looked at before the workspace is opened for writing.
    kpi::read(&store, &data, file, &wish, &progress)?;
    drop(store);
    let mut store = workspace::write(&words.workspace)?;
    let data = store.load().map_err(JobError::of(&store))?;
    let step = kpi::read(&store, &data, file, &wish, &progress)?;
    store.apply(&step).map_err(JobError::of(&store))?;
    let done = step::done(language, &step).unwrap_or_default();
    output::print(&format!("{done}\n"))?;
    workspace::tell_copies(&mut store, &words.workspace, language);
    Ok(())
}

fn list(words: &args::Kpi, data: &Data, language: Language) -> Result<(), Failure> {
    if words.json {
        let reports: Vec<KpiReport> = data.kpis.iter().map(KpiReport::of).collect();
        return Ok(output::print_json(&super::json::text(&reports))?);
    }
    let lines = data.kpis.iter().map(|kpi| process_in_words(kpi, language));
    let mut lines: Vec<String> = lines.collect();
    if lines.is_empty() {
        lines.push(tr!(language, "kpi-none"));
    }
    Ok(output::print(&format!("{}\n", lines.join("\n")))?)
}

#[derive(Debug, Serialize)]
struct KpiReport<'a> {
    code: &'a str,
    unit: &'a str,
    external: bool,
    /// "up", "down", or null where nobody said.
    better: Option<&'static str>,
    /// Code of a dimension.
    acts_on: Option<&'a str>,
    points: Vec<PointReport>,
    stages: Vec<StageReport>,
    median: Option<f64>,
    longest_run: Option<usize>,
    crossings: Option<usize>,
    shifted: Option<bool>,
}

#[derive(Debug, Serialize)]
struct PointReport {
    period: String,
    value: f64,
    /// Null, "beyond" the limits, or "run".
    signal: Option<&'static str>,
}

#[derive(Debug, Serialize)]
struct StageReport {
    from: String,
    mean: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
    n: Option<usize>,
    provisional: Option<bool>,
}

impl<'a> KpiReport<'a> {
    fn of(kpi: &'a Kpi) -> Self {
        let values = kpi.values();
        let baseline = kpi.baseline.map(|it| it as usize);
        let found = xmr(&values, &kpi.starts(), baseline, kpi.possible());
        let run = run_chart(&values);
        let points = kpi.points.iter().enumerate().map(|(at, point)| {
            let signal = found.signals.iter().find(|it| it.at == at);
            PointReport {
                period: point.period.to_string(),
                value: point.value,
                signal: signal.map(word),
            }
        });
        Self {
            code: &kpi.code,
            unit: &kpi.unit,
            external: kpi.external,
            better: kpi.better.map(|it| match it {
                Better::Up => "up",
                Better::Down => "down",
            }),
            acts_on: kpi.acts_on.as_deref(),
            points: points.collect(),
            stages: found.stages.iter().map(|it| stage(kpi, it)).collect(),
            median: run.map(|it| it.median),
            longest_run: run.map(|it| it.longest),
            crossings: run.map(|it| it.crossings),
            shifted: run.map(|it| it.shifted()),
        }
    }
}

fn word(signal: &Signal) -> &'static str {
    match signal.kind {
        SignalKind::Beyond => "beyond",
        SignalKind::Run => "run",
    }
}

fn stage(kpi: &Kpi, stage: &Stage) -> StageReport {
    let from = kpi.points.get(stage.from);
    let limits = stage.limits;
    StageReport {
        from: from.map_or_else(String::new, |it| it.period.to_string()),
        mean: limits.map(|it| it.mean),
        low: limits.map(|it| it.low),
        high: limits.map(|it| it.high),
        n: limits.map(|it| it.n),
        provisional: limits.map(|it| it.provisional()),
    }
}
