//! `manyi scores`: the figures of a wave.

use super::json::{
    BesideReport, DimensionReport, FigureReport, GroupsReport, ItemReport, ScoresReport,
};
use super::table::told as told_table;
use super::{Failure, args, output, workspace};
use crate::analysis::{Change, Groups, Insight, SegmentFigure, score_lines};
use crate::chart::Compared;
use crate::chart::words::{changes_counted, frame, limit, segment_name};
use crate::i18n::{Language, number, period};
use crate::jobs::engine::{Source, WaveScores};
use crate::jobs::{choose, figures};
use crate::model::{Customer, Subject, Survey};
use crate::report::{self, GroupColumn, ScoreColumn};
use crate::tr;

pub(super) fn run(words: &args::Scores, language: Language) -> Result<(), Failure> {
    let (store, data) = workspace::read(&words.workspace)?;
    let survey = choose::survey(&data, words.survey.as_deref())?;
    let wave = choose::wave(&data, survey, Some(words.wave))?;
    let from = Source {
        store: &store,
        data: &data,
    };
    let engine = &mut workspace::engine(words.json);
    let filter = figures::filter_of(engine, from, wave, &words.conditions)?;
    let mut scores = engine.scores(from, wave, &filter)?;
    if let Some(against) = words.against {
        let other = choose::wave(&data, survey, Some(against))?;
        let other = Some(other.id).filter(|it| *it != wave.id);
        scores.figures = engine.figures_against(from, wave.id, &filter, other)?;
    }
    let groups = match &words.groups_by {
        None => None,
        Some(name) => {
            let segment = figures::segment_of(engine, from, wave, name)?;
            let groups = engine.groups(from, wave.id, &filter, &segment)?;
            groups.map(|it| (it, segment_name(&segment, language)))
        }
    };
    if words.json {
        let insight = engine.insight(from, wave.id, &filter)?;
        let segments = engine.by_segment(from, wave.id, &filter)?;
        let mut report = report(survey, &scores, (&insight, &segments));
        let groups = groups.as_ref();
        report.groups = groups.map(|(groups, _)| GroupsReport::of(groups, &scores.figures));
        return Ok(output::print_json(&super::json::text(&report))?);
    }
    let chosen = words.against.is_some();
    let mut text = told(survey, &scores, chosen, &data.customers, language);
    if let Some((groups, by)) = &groups {
        text += &side_by_side((groups, by), &scores, language);
    }
    Ok(output::print(&text)?)
}

fn report<'a>(
    survey: &'a Survey,
    scores: &'a WaveScores,
    (insight, groups): (&'a Insight, &'a [SegmentFigure]),
) -> ScoresReport<'a> {
    let figures = &scores.figures;
    let alphas = insight.dimensions.iter().map(Option::as_ref);
    let dimensions = figures.dimensions.iter().zip(alphas);
    ScoresReport {
        survey: &survey.name,
        wave: scores.wave.period.to_string(),
        rules: &scores.revision.questionnaire.rules,
        ledger: &figures.ledger,
        frame: figures.silent,
        index: FigureReport::of(figures, &figures.index, &Subject::Index),
        dimensions: dimensions
            .map(|(dimension, alpha)| DimensionReport::of(figures, dimension, alpha))
            .collect(),
        items: figures
            .items
            .iter()
            .map(|item| ItemReport::of(figures, item, insight.item(item.lineage)))
            .collect(),
        beside: BesideReport::of(figures, insight),
        segments: groups
            .iter()
            .map(|group| (group, figures.as_ref()).into())
            .collect(),
        groups: None,
    }
}

fn told(
    survey: &Survey,
    scores: &WaveScores,
    chosen: bool,
    customers: &[Customer],
    language: Language,
) -> String {
    let heading = format!(
        "{} · {}",
        survey.name,
        period::name(language, scores.wave.period)
    );
    let compared = Compared {
        current: scores.surveyed(),
        previous: None,
        chosen,
        revisions: &[],
    };
    let rows = report::scores(&compared, &ScoreColumn::BRIEF, language);
    let rows = told_table(&rows, compared.rules());
    let notes = scores.figures.notes.iter();
    let notes: String = notes
        .map(|note| format!("{}\n", limit(note, customers, language)))
        .collect();
    let few = match (scores.figures.few(), scores.figures.index.few()) {
        (true, _) => format!("{}\n", tr!(language, "cli-few")),
        (false, true) => {
            let hidden = tr!(language, "scores-hidden", n = scores.figures.counted);
            format!("{hidden}\n")
        }
        (false, false) => String::new(),
    };
    let ledger = ledger(scores, language);
    let since = scores.figures.changes.first();
    let since = since.map_or_else(String::new, |since| {
        let wave = period::name(language, since.period);
        let against = tr!(language, "cli-against", wave = wave);
        let lines = score_lines(&scores.figures, &scores.revision.questionnaire);
        let changes: Vec<&Change> = lines
            .iter()
            .filter_map(|line| since.of(&line.subject))
            .collect();
        format!("{against}\n{}\n", changes_counted(&changes, language))
    });
    let frame = frame(&scores.figures, compared.rules(), language);
    let frame = frame.map_or_else(String::new, |said| format!("{said}\n"));
    format!("{heading}\n{ledger}\n{frame}{notes}{few}{since}\n{rows}")
}

/// The groups below the scores of all.
fn side_by_side((groups, by): (&Groups, &str), scores: &WaveScores, language: Language) -> String {
    let heading = tr!(language, "group-title", name = by);
    let (wave, columns) = (scores.surveyed(), &GroupColumn::PAGE);
    let table = report::groups((groups, by), &wave, columns, |_| true, language);
    let rules = &scores.revision.questionnaire.rules;
    let notes: String = table.notes.iter().map(|it| format!("{it}\n")).collect();
    format!("\n{heading}\n{}{notes}", told_table(&table, rules))
}

fn ledger(scores: &WaveScores, language: Language) -> String {
    let ledger = &scores.figures.ledger;
    let count = |count: Option<usize>| count.map_or(number::MISSING.to_owned(), |c| c.to_string());
    tr!(
        language,
        "cli-ledger",
        frame = count(ledger.frame),
        issued = count(ledger.issued),
        returned = match ledger.answered {
            Some(customers) => {
                let customers = tr!(language, "ledger-customers", count = customers);
                tr!(
                    language,
                    "cli-ledger-of",
                    count = ledger.returned,
                    customers = customers
                )
            }
            None => ledger.returned.to_string(),
        },
        valid = ledger.valid.to_string(),
        coverage = number::percent(ledger.coverage),
        returnrate = number::percent(ledger.return_rate),
        validrate = number::percent(ledger.valid_rate)
    )
}
