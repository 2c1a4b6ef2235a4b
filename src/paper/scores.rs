//! The score page: index, score table, distributions.

use serde::Serialize;

use super::heading::{Frame, Heading};
use super::part::{
    AnswerTable, Index, ScoreTable, Standing, distribution, scores as score_table, standing,
};
use super::press::{Template, print};
use super::{Document, PaperError};
use crate::chart::words::rules_in_short;
use crate::chart::{Compared, Distribution, Measure, Scene, Scores};
use crate::i18n::{Language, period};
use crate::model::Survey;
use crate::theme::tokens;
use crate::tr;

/// Text width of an upright page, in points.
pub(super) const WIDTH: f32 = 482.0;

/// Width of the table as a picture of its own, in logical pixels.
const FIGURE: f32 = 960.0;

#[derive(Serialize)]
struct Data {
    frame: Frame,
    title: String,
    subtitle: String,
    index: Index,
    table: ScoreTable,
    rules: String,
    answers_title: String,
    answers: Vec<AnswerTable>,
}

/// Upright pages. Written as SVG or PNG they are one picture: the table and the
/// distributions with their title.
pub fn scores(
    compared: &Compared,
    survey: &Survey,
    heading: &Heading,
) -> Result<Document, PaperError> {
    let language = heading.language;
    let title = title(compared, survey, language);
    let rules = rules_in_short(&compared.current.revision.questionnaire.rules, language);
    let chart = Scores::build(compared, language);
    let answers = answers(compared, language);
    let head = standing(compared, language);
    let figure = figure(&head, &chart, &answers).titled(&title, &rules);
    let data = Data {
        frame: Frame::new(heading, title.clone(), &tr!(language, "paper-kind-scores")),
        title: title.clone(),
        subtitle: subtitle(compared, language),
        index: head.into(),
        table: score_table(&chart, WIDTH),
        rules,
        answers_title: tr!(language, "paper-answers"),
        answers: answers
            .iter()
            .map(|chart| distribution(chart, WIDTH))
            .collect(),
    };
    Ok(print(Template::Scores, &data)?.with_figure(figure, &title))
}

/// Distributions of the scored items, in the order of the form.
pub(super) fn answers(compared: &Compared, language: Language) -> Vec<Distribution> {
    let items = compared.current.figures.items.iter();
    let rules = &compared.current.revision.questionnaire.rules;
    Distribution::build(items.filter(|item| item.scored), rules, language)
}

fn title(compared: &Compared, survey: &Survey, language: Language) -> String {
    let wave = compared.current.wave;
    let period = match wave.label.as_str() {
        "" => period::name(language, wave.period),
        label => label.to_owned(),
    };
    tr!(
        language,
        "paper-scores-title",
        survey = survey.name.as_str(),
        period = period
    )
}

fn subtitle(compared: &Compared, language: Language) -> String {
    let revision = compared.current.revision;
    let parts = [revision.document.as_str(), revision.label.as_str()];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let form = &revision.questionnaire.title;
    let all = std::iter::once(form.as_str()).chain(parts);
    all.filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(&tr!(language, "title-comma"))
}

/// All parts below each other.
fn figure(head: &Standing, chart: &Scores, answers: &[Distribution]) -> Scene {
    let measure = Measure::shared();
    let mut figure = head.scene(FIGURE, measure);
    let answers = answers.iter().map(|chart| chart.layout(FIGURE, measure));
    for part in std::iter::once(chart.layout(FIGURE, measure)).chain(answers) {
        let top = figure.size.height + tokens().space.section_gap;
        figure.size.height = top + part.size.height;
        figure.place(part, 0.0, top);
    }
    figure
}
