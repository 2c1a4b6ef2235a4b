//! What rules make of a wave as a document: sets of rules side by side, then every other choice.

use super::rule_sets::{RuleSet, rule_effects, rule_sets};
use super::{Block, Paragraph, Report};
use crate::analysis::Effect;
use crate::chart::words::rules_in_short;
use crate::i18n::{Language, period};
use crate::model::{Period, Survey};
use crate::tr;

/// What is told of it.
#[derive(Debug)]
pub struct RulePage<'a> {
    pub survey: &'a Survey,
    pub wave: Period,
    /// The first is what the wave is scored by.
    pub sets: &'a [RuleSet<'a>],
    /// What each choice is chosen instead of.
    pub base: RuleSet<'a>,
    pub effects: &'a [&'a Effect],
}

/// The document; `None` without a set.
pub fn rule_page(page: &RulePage<'_>, language: Language) -> Option<Report> {
    let rules = &page.sets.first()?.outcome.rules;
    let wave = period::name(language, page.wave);
    let title = tr!(language, "what-if-title", wave = wave);
    let note = |words| Block::Text(Paragraph::Note, words);
    let mark = |below: bool| below.then(|| note(tr!(language, "what-if-mark")));
    let words = tr!(language, "what-if-choices");
    let title_block = Block::Title {
        title: title.clone(),
        subtitle: page.survey.name.clone(),
    };
    let mut blocks = vec![title_block, Block::table(rule_sets(page.sets, language))];
    blocks.extend(mark(
        page.sets.iter().any(|it| it.outcome.below() > Some(0)),
    ));
    blocks.push(note(rules_in_short(rules, language)));
    blocks.push(Block::Heading { level: 2, words });
    blocks.push(Block::table(rule_effects(
        &page.base,
        page.effects,
        language,
    )));
    let effects = page.effects.iter().map(|it| &it.outcome);
    let mut all = std::iter::once(page.base.outcome).chain(effects);
    blocks.extend(mark(all.any(|it| it.index.target_met == Some(false))));
    Some(Report {
        kind: tr!(language, "paper-kind-rules"),
        blocks,
        title,
        numbering: String::new(),
        document: None,
        landscape: true,
        rules: rules.clone(),
    })
}
