//! What the page of comments is made of, beside the drawing, kept until the data, the filter or
//! the language change.

use crate::analysis::{Beside, Sentiment, TagCount, frequent_words, said, tag_counts};
use crate::chart::words::beside_word;
use crate::i18n::Language;
use crate::model::{LineageId, ReturnId, Tag, Tagged};
use crate::ui::Sight;
use crate::ui::scores::{behind, item};

/// Names a comment: its return and its question.
pub(super) type CommentKey = (ReturnId, LineageId);

/// One comment in words.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) key: CommentKey,
    pub(super) customer: String,
    pub(super) text: String,
    pub(super) beside: Beside,
    /// What it stands beside, as the form calls it.
    pub(super) about: String,
    /// The question it answers.
    pub(super) question: String,
    pub(super) felt: Option<Sentiment>,
    pub(super) tags: Vec<Tagged>,
}

/// All comments of the returns that pass the filter.
#[derive(Debug)]
pub struct CommentsContents {
    of: (u64, Language),
    pub(super) rows: Vec<Row>,
    /// What comments stand beside, in the order of the form, with how many.
    pub(super) places: Vec<(Beside, String, usize)>,
    pub(super) counts: Vec<TagCount>,
    /// Words of several comments that no tag has yet.
    pub(super) frequent: Vec<(String, usize)>,
}

impl CommentsContents {
    /// Goes through all returns; `None` while something is missing.
    pub(in crate::ui) fn of(cx: &Sight<'_>) -> Option<Self> {
        let (revision, view, survey) = (cx.revision()?, cx.view?, cx.survey?);
        let asked = &revision.questionnaire;
        let all = said(asked, &view.returns, &behind::rows(cx));
        let counts = tag_counts(&all);
        let tags: Vec<&Tag> = cx.data.tags_of(survey.id).collect();
        let texts = all.iter().map(|it| it.comment.text.as_str());
        let frequent = frequent_words(texts, &tags, &cx.data.customers);
        let mut places: Vec<(Beside, String, usize)> = Vec::new();
        let rows = all.into_iter().map(|it| {
            let known = places.iter_mut().find(|place| place.0 == it.beside);
            let about = match known {
                Some((_, about, count)) => {
                    *count += 1;
                    about.clone()
                }
                None => {
                    let about = beside_word(asked, &it.beside, cx.language);
                    places.push((it.beside.clone(), about.clone(), 1));
                    about
                }
            };
            let returned = view.returns.returns.get(it.comment.row);
            let written = returned.map_or("", |it| it.customer_text.as_str());
            let question = asked.item_of(it.comment.item);
            Row {
                key: (it.comment.returned, it.comment.item),
                customer: item::customer_name(cx, it.comment.customer, written),
                text: it.comment.text.trim().to_owned(),
                about,
                question: question.map_or_else(String::new, |it| it.text.clone()),
                beside: it.beside,
                felt: it.sentiment,
                tags: it.tags,
            }
        });
        let rows = rows.collect();
        Some(Self {
            of: (cx.version, cx.language),
            rows,
            places,
            counts,
            frequent,
        })
    }

    /// Still what the window shows.
    pub(in crate::ui) fn fits(&self, cx: &Sight<'_>) -> bool {
        self.of == (cx.version, cx.language)
    }

    /// How many comments have a tag.
    pub(super) fn count(&self, tag: &Tag) -> usize {
        let known = self.counts.iter().find(|it| it.tag.tag == tag.id);
        known.map_or(0, |it| it.comments)
    }

    pub(super) fn row(&self, key: CommentKey) -> Option<&Row> {
        self.rows.iter().find(|it| it.key == key)
    }
}
