//! The scores of a wave as a document: index, table, answers.

use super::changes::{ChangeColumn, changes};
use super::review::{change_section, tick_section};
use super::scores::{ScoreColumn, drawn_scores};
use super::{Block, Paragraph, Report, answers, standing};
use crate::chart::Compared;
use crate::chart::words::{frame, limit, rules_in_short};
use crate::i18n::{Language, period};
use crate::model::Survey;
use crate::tr;

/// The document. What it is compared with is the wave before.
pub fn score_page(compared: &Compared<'_>, survey: &Survey, language: Language) -> Report {
    let title = title(compared, survey, language);
    let rules = compared.rules();
    let mut blocks = vec![
        Block::Title {
            title: title.clone(),
            subtitle: subtitle(compared, language),
        },
        Block::KeyFigure(Box::new(standing(compared, language))),
        Block::table(drawn_scores(compared, &ScoreColumn::PAGE, language)),
        Block::Text(Paragraph::Note, rules_in_short(rules, language)),
    ];
    // Here nobody is named: the page says of whom there are figures, not who they are.
    let figures = compared.current.figures;
    let limits = figures.notes.iter().map(|note| limit(note, &[], language));
    let limits = frame(figures, rules, language).into_iter().chain(limits);
    blocks.extend(limits.map(|words| Block::Text(Paragraph::Note, words)));
    let changed = changes(compared, &ChangeColumn::PAGE, language);
    let changed = change_section(changed, language);
    if changed.iter().any(|it| matches!(it, Block::Table(_))) {
        // Most of a page itself: begun at the foot of one it would be torn apart.
        blocks.push(Block::NewPage);
    }
    blocks.extend(changed);
    let answers = answers(compared, language);
    if !answers.is_empty() {
        let words = tr!(language, "paper-answers");
        blocks.push(Block::Heading { level: 2, words });
        blocks.extend(answers.into_iter().map(Block::table));
    }
    blocks.extend(tick_section(compared, language));
    Report {
        title,
        kind: tr!(language, "paper-kind-scores"),
        numbering: String::new(),
        document: None,
        landscape: false,
        rules: rules.clone(),
        blocks,
    }
}

fn title(compared: &Compared<'_>, survey: &Survey, language: Language) -> String {
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

fn subtitle(compared: &Compared<'_>, language: Language) -> String {
    let revision = compared.current.revision;
    let parts = [revision.document.as_str(), revision.label.as_str()];
    let form = revision.questionnaire.title.as_str();
    let all = std::iter::once(form).chain(parts);
    let all: Vec<&str> = all.filter(|part| !part.is_empty()).collect();
    all.join(&tr!(language, "title-comma"))
}
