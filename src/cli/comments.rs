//! `manyi comments`: what customers wrote, beside what it is about, with its tags.

use clap::Args;
use serde::Serialize;

use super::args::{OfWave, condition};
use super::table::{Align, table};
use super::tag::unknown;
use super::{Failure, output, workspace};
use crate::analysis::{Beside, Said, Sentiment, counted, frequent_words, said, tag_counts};
use crate::chart::words::{beside_word, sentiment_word};
use crate::i18n::Language;
use crate::jobs::engine::Source;
use crate::jobs::{choose, figures};
use crate::model::{Data, Questionnaire, Tag, TagClass};
use crate::tr;

/// What can be said behind it.
#[derive(Debug, Args)]
pub struct Words {
    #[command(flatten)]
    pub of: OfWave,
    #[arg(id = "tags", long = "tag", value_name = "TAG")]
    pub tags: Vec<String>,
    #[arg(long = "where", value_name = "ATTR=VALUE", value_parser = condition)]
    pub conditions: Vec<(String, String)>,
    #[arg(long)]
    pub json: bool,
}

/// A comment as scripts name it: `RETURN:CODE`.
pub(super) fn name(it: &Said, asked: &Questionnaire) -> String {
    let code = asked.item_of(it.comment.item).map_or("", |it| &it.code);
    format!("{}:{code}", it.comment.returned.0)
}

pub(super) fn run(words: &Words, language: Language) -> Result<(), Failure> {
    let (store, data) = workspace::read(&words.of.workspace)?;
    let survey = choose::survey(&data, words.of.survey.as_deref())?;
    let wave = choose::wave(&data, survey, words.of.wave)?;
    let from = Source {
        store: &store,
        data: &data,
    };
    let engine = &mut workspace::engine(words.json);
    let filter = figures::filter_of(engine, from, wave, &words.conditions)?;
    let returns = engine.returns(from, wave.id)?;
    let asked = &choose::revision(&data, wave)?.questionnaire;
    let (frame, customers) = (data.frame(wave.id), &data.customers);
    let rows = counted(asked, &returns, frame, customers, &filter);
    let all = said(asked, &returns, &rows);
    let tags: Vec<&Tag> = data.tags_of(survey.id).collect();
    for name in &words.tags {
        if !tags.iter().any(|it| it.name == *name) {
            return Err(unknown(name, (&data, survey), language));
        }
    }
    let has = |it: &Said| {
        it.tags
            .iter()
            .any(|tag| words.tags.contains(&tag.name.to_string()))
    };
    let chosen = |it: &&Said| words.tags.is_empty() || has(it);
    let shown: Vec<&Said> = all.iter().filter(chosen).collect();
    if words.json {
        let texts = all.iter().map(|it| it.comment.text.as_str());
        let report = Report {
            survey: &survey.name,
            wave: wave.period.to_string(),
            tags: tag_reports(&tags, &all),
            frequent: frequent_words(texts, &tags, customers),
            comments: shown.iter().map(|it| one(it, asked, &data)).collect(),
        };
        return Ok(output::print_json(&super::json::text(&report))?);
    }
    Ok(output::print(&told(&shown, asked, &data, language))?)
}

fn told(shown: &[&Said], asked: &Questionnaire, data: &Data, language: Language) -> String {
    if shown.is_empty() {
        return format!("{}\n", tr!(language, "comments-none"));
    }
    let heads = [
        tr!(language, "cli-comment"),
        tr!(language, "comment-beside"),
        tr!(language, "comment-felt"),
        tr!(language, "comment-customer"),
        tr!(language, "comment-tags"),
        tr!(language, "comment-text"),
    ];
    let rows: Vec<Vec<String>> = shown
        .iter()
        .map(|it| {
            let tags: Vec<&str> = it.tags.iter().map(|it| &*it.name).collect();
            let customer = it.comment.customer.and_then(|id| data.customer(id));
            let felt = it.sentiment.map(|it| sentiment_word(it, language));
            vec![
                name(it, asked),
                beside_word(asked, &it.beside, language),
                felt.unwrap_or_default(),
                customer.map_or("", |it| &it.code).to_owned(),
                tags.join(&tr!(language, "list-comma")),
                it.comment.text.trim().to_owned(),
            ]
        })
        .collect();
    table(&heads.map(|it| (it, Align::Left)), &rows)
}

#[derive(Debug, Serialize)]
struct Report<'a> {
    survey: &'a str,
    wave: String,
    tags: Vec<TagReport<'a>>,
    /// Words no tag has yet, with the comments they stand in.
    frequent: Vec<(String, usize)>,
    comments: Vec<CommentReport<'a>>,
}

#[derive(Debug, Serialize)]
struct TagReport<'a> {
    name: &'a str,
    class: &'static str,
    words: &'a [String],
    comments: usize,
    satisfied: usize,
    middle: usize,
    dissatisfied: usize,
}

#[derive(Debug, Serialize)]
struct CommentReport<'a> {
    comment: String,
    customer: Option<&'a str>,
    question: &'a str,
    /// "item", "dimension" or "general".
    beside: &'static str,
    /// Its code; null for what is about everything.
    of: Option<&'a str>,
    sentiment: Option<&'static str>,
    text: &'a str,
    tags: Vec<&'a str>,
}

fn tag_reports<'a>(tags: &[&'a Tag], all: &[Said]) -> Vec<TagReport<'a>> {
    let counts = tag_counts(all);
    let one = |tag: &&'a Tag| {
        let count = counts.iter().find(|it| it.tag.tag == tag.id);
        let [satisfied, middle, dissatisfied] = count.map_or([0; 3], |it| it.felt);
        TagReport {
            name: &tag.name,
            class: class_name(tag.class),
            words: &tag.words,
            comments: count.map_or(0, |it| it.comments),
            satisfied,
            middle,
            dissatisfied,
        }
    };
    tags.iter().map(one).collect()
}

fn one<'a>(it: &'a Said, asked: &'a Questionnaire, data: &'a Data) -> CommentReport<'a> {
    let code = |lineage| asked.item_of(lineage).map_or("", |it| it.code.as_str());
    let (beside, of) = match &it.beside {
        Beside::Item(lineage) => ("item", Some(code(*lineage))),
        Beside::Dimension(code) => ("dimension", Some(code.as_str())),
        Beside::General => ("general", None),
    };
    let customer = it.comment.customer.and_then(|id| data.customer(id));
    CommentReport {
        comment: name(it, asked),
        customer: customer.map(|it| it.code.as_str()),
        question: code(it.comment.item),
        beside,
        of,
        sentiment: it.sentiment.map(|it| match it {
            Sentiment::Satisfied => "satisfied",
            Sentiment::Middle => "middle",
            Sentiment::Dissatisfied => "dissatisfied",
        }),
        text: it.comment.text.trim(),
        tags: it.tags.iter().map(|it| &*it.name).collect(),
    }
}

fn class_name(class: TagClass) -> &'static str {
    match class {
        TagClass::Complaint => "complaint",
        TagClass::Praise => "praise",
        TagClass::Wish => "wish",
        TagClass::Other => "other",
    }
}
