//! `manyi tag`: a tag of comments is made, changed, removed, given to comments or taken off them.

use clap::{Args, ValueEnum};

use super::Failure;
use super::args::OfWave;
use super::carry_out::{Wanted, carry_out};
use crate::edit::Intent;
use crate::i18n::Language;
use crate::jobs::choose;
use crate::model::{Data, Ids, LineageId, ReturnId, Survey, Tag, TagClass, TagId, Wave};
use crate::tr;

/// What can be said behind it.
#[derive(Debug, Args)]
pub struct Words {
    #[command(flatten)]
    pub of: OfWave,
    #[arg(id = "tag", value_name = "TAG")]
    pub tag: String,
    #[arg(
        id = "class",
        long = "as",
        value_name = "complaint|praise|wish|other",
        hide_possible_values = true
    )]
    pub class: Option<Class>,
    #[arg(id = "words", long = "word", value_name = "WORD", num_args = 1..)]
    pub words: Vec<String>,
    #[arg(id = "no_words", long = "no-words", conflicts_with = "words")]
    pub no_words: bool,
    #[arg(id = "rename", long = "rename", value_name = "NAME")]
    pub rename: Option<String>,
    #[arg(id = "remove", long = "remove", conflicts_with_all = ["class", "words", "no_words", "rename", "on", "off"])]
    pub remove: bool,
    #[arg(id = "on", long = "on", value_name = "COMMENT", num_args = 1.., conflicts_with_all = ["class", "words", "no_words", "rename", "off"])]
    pub on: Vec<String>,
    #[arg(id = "off", long = "off", value_name = "COMMENT", num_args = 1.., conflicts_with_all = ["class", "words", "no_words", "rename"])]
    pub off: Vec<String>,
}

/// What kind of thing a tag says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Class {
    Complaint,
    Praise,
    Wish,
    Other,
}

impl From<Class> for TagClass {
    fn from(class: Class) -> Self {
        match class {
            Class::Complaint => Self::Complaint,
            Class::Praise => Self::Praise,
            Class::Wish => Self::Wish,
            Class::Other => Self::Other,
        }
    }
}

pub(super) fn run(words: &Words, language: Language) -> Result<(), Failure> {
    carry_out(&words.of.workspace, language, |data, ids| {
        let survey = choose::survey(data, words.of.survey.as_deref())?;
        let known = data
            .tags_of(survey.id)
            .find(|it| it.name == words.tag.trim());
        let (given, named) = match (words.on.as_slice(), words.off.as_slice()) {
            ([], []) => return edit(words, (data, survey), known, (ids, language)),
            (on, []) => (true, on),
            (_, off) => (false, off),
        };
        let tag = known.ok_or_else(|| unknown(&words.tag, (data, survey), language))?;
        let wave = choose::wave(data, survey, words.of.wave)?;
        let comments = named.iter().map(|it| comment(it, (data, wave), language));
        Ok(Wanted {
            intent: Intent::TagComments {
                tag: tag.id,
                comments: comments.collect::<Result<_, _>>()?,
                given,
            },
            wave: Some(wave.id),
        })
    })
}

/// The tag is made, changed or removed.
fn edit(
    words: &Words,
    (data, survey): (&Data, &Survey),
    known: Option<&Tag>,
    (ids, language): (&Ids, Language),
) -> Result<Wanted, Failure> {
    let wanted = |intent| Wanted { intent, wave: None };
    if words.remove {
        let known = known.ok_or_else(|| unknown(&words.tag, (data, survey), language))?;
        return Ok(wanted(Intent::RemoveTag(known.id)));
    }
    let mut tag = known.cloned().unwrap_or_else(|| Tag {
        id: TagId(ids.fresh()),
        survey: survey.id,
        name: words.tag.clone(),
        class: TagClass::Other,
        words: Vec::new(),
    });
    tag.class = words.class.map_or(tag.class, TagClass::from);
    if !words.words.is_empty() || words.no_words {
        tag.words = crate::edit::tag_words(&words.words.join("\n"));
    }
    if let Some(name) = &words.rename {
        tag.name.clone_from(name);
    }
    Ok(wanted(Intent::SetTag(tag)))
}

/// That there is no tag of that name, and which there are.
pub(super) fn unknown(name: &str, (data, survey): (&Data, &Survey), language: Language) -> Failure {
    let known: Vec<&str> = data.tags_of(survey.id).map(|it| it.name.as_str()).collect();
    let known = match known.as_slice() {
        [] => crate::i18n::number::MISSING.to_owned(),
        known => known.join(&tr!(language, "cli-comma")),
    };
    Failure::Usage(tr!(language, "cli-no-tag", name = name, known = known))
}

/// A comment as `manyi comments` names it: `RETURN:CODE`.
fn comment(
    name: &str,
    (data, wave): (&Data, &Wave),
    language: Language,
) -> Result<(ReturnId, LineageId), Failure> {
    let asked = &choose::revision(data, wave)?.questionnaire;
    let parts = name.split_once(':');
    let found = parts.and_then(|(returned, code)| {
        let item = asked.items.iter().find(|it| it.code == code)?;
        Some((ReturnId(returned.parse().ok()?), item.lineage))
    });
    found.ok_or_else(|| Failure::Usage(tr!(language, "cli-no-comment", name = name)))
}
