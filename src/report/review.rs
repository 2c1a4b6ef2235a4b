//! The management-review material: what the survey says, section by section.

use super::beside::satisfied_customers;
use super::changes::{Changed, changes_in_brief};
use super::collected::collected;
use super::comments::comment_section;
use super::cover::{cover, limits};
use super::findings::findings;
use super::kpis::kpis;
use super::matters::matters;
use super::scores::{ScoreColumn, drawn_scores};
use super::trend::{review_chart, review_trend};
use super::{
    Block, Paragraph, Report, Review, actions, answers, groups_in_words, ledger, standing, ticks,
    whom_in_words,
};
use crate::analysis::{self, Evidence, GroupLine, GroupTest, Segment, composition, segments};
use crate::chart::Compared;
use crate::chart::words::{rules_in_words, segment_name, sentence};
use crate::i18n::{Language, number};
use crate::model::Workspace;
use crate::tr;

/// The material as a document.
pub fn review(review: &Review<'_>, workspace: &Workspace, language: Language) -> Report {
    let evidence = &review.evidence;
    let chart = review_chart(review, language);
    let mut blocks = vec![Block::Cover(cover(review, workspace, language))];
    blocks.push(heading(tr!(language, "paper-section-findings")));
    blocks.push(Block::Text(Paragraph::Headline, chart.title.clone()));
    blocks.push(Block::KeyFigure(Box::new(standing(
        &compared(evidence),
        language,
    ))));
    blocks.push(Block::Findings(findings(evidence, language)));
    blocks.push(heading(tr!(language, "paper-section-ledger")));
    let chain = ledger(&evidence.current.figures.ledger, language);
    blocks.push(Block::Chain(chain));
    let limits = limits(evidence, language).into_iter();
    blocks.extend(limits.map(|limit| Block::Text(Paragraph::Note, limit)));
    blocks.extend(collected(evidence, language));
    blocks.extend(whom_section(evidence, language));
    blocks.extend(score_section(review, language));
    blocks.extend(matters(review, language));
    blocks.extend(comment_section(evidence, language));
    blocks.push(heading(tr!(language, "paper-section-trend")));
    blocks.extend(review_trend(chart, review.lines, language));
    blocks.extend(kpis(review, language));
    blocks.extend(action_section(review, language));
    blocks.extend(last_section(evidence, language));
    let kind = tr!(language, "paper-kind-review");
    Report {
        title: kind.clone(),
        kind,
        numbering: tr!(language, "paper-numbering"),
        document: None,
        landscape: false,
        rules: compared(evidence).rules().clone(),
        blocks,
    }
}

/// How many customers are satisfied, what that is, and how sure their share.
fn satisfied(review: &Review<'_>, language: Language) -> Option<Block> {
    let figures = review.evidence.current.figures;
    let (found, fact) = satisfied_customers(review.insight, figures, language)?;
    let (label, note) = (fact.label, fact.note);
    let share = number::percent(Some(found.share));
    let words = tr!(
        language,
        "paper-satisfied",
        label = label,
        share = share,
        note = note
    );
    Some(Block::Text(Paragraph::Body, words))
}

fn compared<'a>(evidence: &Evidence<'a>) -> Compared<'a> {
    Compared {
        current: evidence.current,
        previous: evidence.previous,
        chosen: false,
        revisions: evidence.revisions,
    }
}

fn heading(words: String) -> Block {
    Block::Heading { level: 1, words }
}

/// Whether some kind of customer answered more or less than the list has of it; nothing where nothing
/// is known of them. The tables stand on screen and in the workbook.
fn whom_section(evidence: &Evidence<'_>, language: Language) -> Option<Block> {
    let all = composition(evidence.returns, evidence.frame, evidence.customers);
    let said = whom_in_words(&all, language)?;
    Some(Block::Text(Paragraph::Note, said))
}

/// By which names groups of customers differ by more than chance, and by which none does; nothing
/// where there are none to compare.
fn group_section(evidence: &Evidence<'_>, language: Language) -> Vec<Block> {
    let wave = &evidence.current;
    let asked = &wave.revision.questionnaire;
    let people = (evidence.frame, evidence.customers);
    let segments = segments(asked, evidence.returns, people.0, people.1);
    let (mut said, mut alike) = (Vec::new(), Vec::new());
    let compared: Vec<&Segment> = segments.iter().filter(|it| it.compares()).collect();
    for segment in &compared {
        let found = analysis::groups(asked, evidence.returns, people, evidence.filter, segment);
        let by = segment_name(segment, language);
        // What differs by itself and not among so many names is said neither way.
        let alike_in = |it: &GroupLine| it.test != GroupTest::Overlapping && !it.test.differs();
        match groups_in_words((&found, &by), compared.len(), wave, language) {
            Some(words) => said.push(Block::Text(Paragraph::Body, words)),
            None if found.lines.iter().all(alike_in) => alike.push(by),
            None => {}
        }
    }
    if !alike.is_empty() {
        let names = alike.join(&tr!(language, "list-comma"));
        let words = tr!(language, "group-alike", names = names);
        said.push(Block::Text(Paragraph::Note, words));
    }
    if !said.is_empty() {
        let heading = Block::Heading {
            level: 2,
            words: tr!(language, "group-page"),
        };
        said.insert(0, heading);
    }
    said
}

/// What changed since the wave before; nothing where there is none.
pub(super) fn change_section(changed: Option<Changed>, language: Language) -> Vec<Block> {
    let Some(changed) = changed else {
        return Vec::new();
    };
    let heading = Block::Heading {
        level: 2,
        words: changed.title,
    };
    if changed.table.lines.is_empty() {
        let notes = changed.table.notes.into_iter();
        let notes = notes.map(|note| Block::Text(Paragraph::Note, note));
        return std::iter::once(heading).chain(notes).collect();
    }
    let counted = sentence(&changed.counted, language);
    vec![
        heading,
        Block::Text(Paragraph::Body, counted),
        Block::table(changed.table),
    ]
}

/// The score table and the answers behind it.
fn score_section(review: &Review<'_>, language: Language) -> Vec<Block> {
    let evidence = &review.evidence;
    let compared = compared(evidence);
    let mut blocks = vec![
        heading(tr!(language, "paper-section-scores")),
        Block::table(drawn_scores(&compared, &ScoreColumn::PAGE, language)),
    ];
    blocks.extend(satisfied(review, language));
    blocks.extend(change_section(
        changes_in_brief(&compared, language),
        language,
    ));
    blocks.push(Block::Heading {
        level: 2,
        words: tr!(language, "paper-answers"),
    });
    let answers = answers(&compared, language);
    if answers.is_empty() {
        let none = tr!(language, "paper-no-answers");
        blocks.push(Block::Text(Paragraph::Note, none));
    }
    blocks.extend(answers.into_iter().map(Block::table));
    blocks.extend(tick_section(&compared, language));
    blocks.extend(group_section(evidence, language));
    blocks
}

/// Questions where several options can be ticked; nothing without any.
pub(super) fn tick_section(compared: &Compared<'_>, language: Language) -> Vec<Block> {
    let current = &compared.current;
    let asked = &current.revision.questionnaire;
    let all = ticks(asked, current.figures, language);
    let blocks = all.into_iter().flat_map(|it| {
        let heading = Block::Heading {
            level: 2,
            words: it.title,
        };
        [heading, Block::table(it.table)]
    });
    blocks.collect()
}

fn action_section(review: &Review<'_>, language: Language) -> Vec<Block> {
    let open = actions(review.actions, review.survey.id, review.today, language);
    let open = match open.lines.is_empty() {
        true => Block::Text(Paragraph::Body, tr!(language, "paper-no-actions")),
        false => Block::table(open),
    };
    vec![heading(tr!(language, "paper-section-actions")), open]
}

/// How it was scored, and who signs for all of it, by hand.
fn last_section(evidence: &Evidence<'_>, language: Language) -> Vec<Block> {
    let rules = rules_in_words(&evidence.current.revision.questionnaire.rules, language);
    let between = match language {
        Language::Zh => "",
        Language::En => " ",
    };
    vec![
        heading(tr!(language, "paper-section-rules")),
        Block::Text(Paragraph::SmallPrint, rules.join(between)),
        Block::Signatures {
            roles: vec![
                tr!(language, "paper-prepared"),
                tr!(language, "paper-reviewed"),
                tr!(language, "paper-approved"),
            ],
            date: tr!(language, "paper-date"),
        },
    ]
}
