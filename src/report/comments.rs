//! What customers wrote, word for word: beside the item it belongs to, with its tags; and how
//! often each tag stands.

use super::{Block, Cell, Head, Line, Paragraph, Rank, Table, Width};
use crate::analysis::{Beside, Evidence, Said, Sentiment, said, tag_counts};
use crate::chart::words::{beside_word, class_word, sentiment_word};
use crate::i18n::Language;
use crate::model::{Customer, Questionnaire, WaveReturns};
use crate::tr;

/// Comments of one item on a page; the workbook has all of them.
const ON_PAGE: usize = 12;

/// Every comment with its customer, for whoever goes on working with them.
pub fn comments(
    asked: &Questionnaire,
    returns: &WaveReturns,
    customers: &[Customer],
    language: Language,
) -> Table {
    let heads = [
        tr!(language, "comment-beside"),
        tr!(language, "comment-question"),
        tr!(language, "comment-felt"),
        tr!(language, "comment-text"),
        tr!(language, "comment-tags"),
        tr!(language, "comment-customer"),
    ];
    let called = |it: &Said| {
        let known = it.comment.customer;
        let known = known.and_then(|id| customers.iter().find(|one| one.id == id));
        let written = returns.returns.get(it.comment.row);
        let written = written.map_or("", |it| it.customer_text.as_str());
        known.map_or(written, |it| &it.name).to_owned()
    };
    let all = said(asked, returns, &valid(returns));
    let lines = all.iter().map(|it| {
        let question = asked.item_of(it.comment.item);
        plain(vec![
            Cell::text(beside_word(asked, &it.beside, language)),
            Cell::text(question.map_or("", |it| &it.text)),
            Cell::text(felt(it, language)),
            Cell::text(it.comment.text.trim()),
            Cell::text(tags(it, language)),
            Cell::text(called(it)),
        ])
    });
    Table {
        lines: lines.collect(),
        heads: heads.map(words).to_vec(),
        ..Table::default()
    }
}

/// How often each tag stands, and how satisfied those are who wrote it.
pub fn tags_counted(asked: &Questionnaire, returns: &WaveReturns, language: Language) -> Table {
    counted(&said(asked, returns, &valid(returns)), language)
}

fn counted(all: &[Said], language: Language) -> Table {
    let number = |name: String| Head {
        name,
        number: true,
        ..Head::default()
    };
    let mut heads = vec![
        words(tr!(language, "segment-tag")),
        words(tr!(language, "tag-class")),
        number(tr!(language, "comment-count")),
    ];
    heads.extend(Sentiment::ALL.map(|it| number(sentiment_word(it, language))));
    let lines = tag_counts(all).into_iter().map(|count| {
        let mut cells = vec![
            Cell::text(&*count.tag.name),
            Cell::text(class_word(count.tag.class, language)),
            Cell::Count(count.comments),
        ];
        cells.extend(count.felt.map(Cell::Count));
        plain(cells)
    });
    Table {
        lines: lines.collect(),
        heads,
        ..Table::default()
    }
}

/// The section of the material; nothing where nobody wrote anything. Without names: what was
/// written counts there, not by whom.
pub(super) fn comment_section(evidence: &Evidence<'_>, language: Language) -> Vec<Block> {
    let asked = &evidence.current.revision.questionnaire;
    let all = said(asked, evidence.returns, &valid(evidence.returns));
    if all.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![Block::Heading {
        level: 1,
        words: tr!(language, "paper-section-comments"),
    }];
    let tags_table = counted(&all, language);
    if !tags_table.lines.is_empty() {
        blocks.push(Block::table(tags_table));
    }
    let mut places: Vec<&Beside> = Vec::new();
    for it in &all {
        if !places.contains(&&it.beside) {
            places.push(&it.beside);
        }
    }
    for place in places {
        let mut beside: Vec<&Said> = all.iter().filter(|it| it.beside == *place).collect();
        blocks.push(Block::Heading {
            level: 2,
            words: beside_word(asked, place, language),
        });
        let more = beside.len().saturating_sub(ON_PAGE);
        // The unhappiest first; of others nobody knows.
        beside.sort_by_key(|it| std::cmp::Reverse(it.sentiment));
        beside.truncate(ON_PAGE);
        blocks.push(Block::table(on_page(
            &beside,
            *place == Beside::General,
            language,
        )));
        if more > 0 {
            let words = tr!(language, "paper-more-comments", count = more);
            blocks.push(Block::Text(Paragraph::Note, words));
        }
    }
    blocks
}

fn on_page(all: &[&Said], general: bool, language: Language) -> Table {
    let mut heads = vec![Head {
        width: Width::Rest,
        ..words(tr!(language, "comment-text"))
    }];
    heads.extend((!general).then(|| words(tr!(language, "comment-felt"))));
    heads.push(words(tr!(language, "comment-tags")));
    let line = |it: &&Said| {
        let mut cells = vec![Cell::text(it.comment.text.trim())];
        cells.extend((!general).then(|| Cell::text(felt(it, language))));
        cells.push(Cell::text(tags(it, language)));
        plain(cells)
    };
    Table {
        lines: all.iter().map(line).collect(),
        heads,
        ..Table::default()
    }
}

fn valid(returns: &WaveReturns) -> Vec<usize> {
    let all = returns.returns.iter().enumerate();
    let valid = all.filter(|(_, it)| it.valid());
    valid.map(|(at, _)| at).collect()
}

fn felt(it: &Said, language: Language) -> String {
    let felt = it.sentiment.map(|felt| sentiment_word(felt, language));
    felt.unwrap_or_default()
}

fn tags(it: &Said, language: Language) -> String {
    let names: Vec<&str> = it.tags.iter().map(|it| &*it.name).collect();
    names.join(&tr!(language, "list-comma"))
}

fn words(name: String) -> Head {
    Head {
        name,
        ..Head::default()
    }
}

fn plain(cells: Vec<Cell>) -> Line {
    Line {
        cells,
        place: Rank::Plain,
        level: 0,
    }
}
