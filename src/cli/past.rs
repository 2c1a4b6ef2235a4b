//! `manyi past`: waves whose returns are lost, by the figures of an old report.

use serde::Serialize;

use super::table::{Align, table};
use super::{Failure, args, output, workspace};
use crate::i18n::{Language, number, period, step};
use crate::jobs::{JobError, choose, past};
use crate::model::{Data, Past, PastFigure, Progress, Subject, Survey};
use crate::tr;

pub(super) fn run(words: &args::Past, language: Language) -> Result<(), Failure> {
    let (store, data) = workspace::read(&words.workspace)?;
    let survey = choose::survey(&data, words.survey.as_deref())?;
    let Some(file) = &words.file else {
        return list(words, &data, survey, language);
    };
    let progress = Progress::default();
    // What the sheet says is looked at before the workspace is opened for writing.
    past::read(&store, &data, survey, file, &progress)?;
    drop(store);
    let mut store = workspace::write(&words.workspace)?;
    let data = store.load().map_err(JobError::of(&store))?;
    let survey = choose::survey(&data, words.survey.as_deref())?;
    let entered = past::read(&store, &data, survey, file, &progress)?;
    store.apply(&entered.step).map_err(JobError::of(&store))?;
    let done = step::done(language, &entered.step).unwrap_or_default();
    output::print(&format!("{done}\n"))?;
    workspace::tell_copies(&mut store, &words.workspace, language);
    Ok(())
}

fn list(
    words: &args::Past,
    data: &Data,
    survey: &Survey,
    language: Language,
) -> Result<(), Failure> {
    let waves: Vec<&Past> = data.past_of(survey.id).collect();
    if words.json {
        let reports: Vec<WaveReport> = waves
            .iter()
            .map(|wave| WaveReport {
                wave: wave.period.to_string(),
                figures: wave
                    .figures
                    .iter()
                    .map(|it| FigureReport::of(it, data, survey))
                    .collect(),
            })
            .collect();
        return Ok(output::print_json(&super::json::text(&reports))?);
    }
    if waves.is_empty() {
        let survey = survey.name.as_str();
        let none = tr!(language, "past-none", survey = survey);
        return Ok(output::print(&format!("{none}\n"))?);
    }
    let head = [
        (tr!(language, "sheet-wave"), Align::Left),
        (tr!(language, "past-of"), Align::Left),
        (tr!(language, "past-score"), Align::Right),
        (tr!(language, "past-n"), Align::Right),
        (tr!(language, "past-sd"), Align::Right),
        (tr!(language, "past-rate"), Align::Right),
    ];
    let rows = waves.iter().flat_map(|wave| {
        wave.figures.iter().map(|it| {
            let n = it.n.map_or(number::MISSING.to_owned(), |n| n.to_string());
            vec![
                period::name(language, wave.period),
                code(&it.subject, data, survey),
                it.score
                    .map_or_else(|| number::MISSING.to_owned(), number::typed),
                n,
                number::score(it.sd),
                number::percent(it.rate),
            ]
        })
    });
    let rows: Vec<Vec<String>> = rows.collect();
    Ok(output::print(&table(&head, &rows))?)
}

/// What a subject is asked for by.
fn code(subject: &Subject, data: &Data, survey: &Survey) -> String {
    match subject {
        Subject::Index => "index".to_owned(),
        Subject::Satisfied => "satisfied".to_owned(),
        Subject::Dimension(code) => code.clone(),
        Subject::Item(lineage) => {
            let mut newest_first = data.revisions_of(survey.id).rev();
            let item = newest_first.find_map(|it| it.questionnaire.item_of(*lineage));
            item.map_or_else(String::new, |item| item.code.clone())
        }
    }
}

#[derive(Debug, Serialize)]
struct WaveReport {
    wave: String,
    figures: Vec<FigureReport>,
}

#[derive(Debug, Serialize)]
struct FigureReport {
    of: String,
    score: Option<f64>,
    n: Option<u32>,
    sd: Option<f64>,
    satisfied: Option<f64>,
}

impl FigureReport {
    fn of(figure: &PastFigure, data: &Data, survey: &Survey) -> Self {
        Self {
            of: code(&figure.subject, data, survey),
            score: figure.score,
            n: figure.n,
            sd: figure.sd,
            satisfied: figure.rate,
        }
    }
}
