//! What customers wrote, each comment with what it stands beside, how satisfied its customer is
//! there, and its tags.

use rustc_hash::FxHashMap;

use super::{Beside, Comment, Sentiment, beside, comments, sentiment};
use crate::model::{LineageId, Questionnaire, Tagged, WaveReturns};

/// One comment and what is known of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Said {
    pub comment: Comment,
    pub beside: Beside,
    /// `None` where nothing was ticked beside it that says so.
    pub sentiment: Option<Sentiment>,
    /// In the order of the survey's tags.
    pub tags: Vec<Tagged>,
}

/// Those of the given returns: beside the items in the order of the form, and what is about
/// everything apart, after them.
pub fn said(questionnaire: &Questionnaire, returns: &WaveReturns, rows: &[usize]) -> Vec<Said> {
    let mut tags: FxHashMap<(usize, LineageId), Vec<Tagged>> = FxHashMap::default();
    for it in &returns.tagged {
        tags.entry((it.row, it.item)).or_default().push(it.clone());
    }
    let mut places: FxHashMap<LineageId, Beside> = FxHashMap::default();
    let mut all: Vec<Said> = comments(questionnaire, returns, rows)
        .into_iter()
        .map(|comment| {
            let place = places.entry(comment.item);
            let beside = place.or_insert_with(|| beside(questionnaire, comment.item));
            Said {
                sentiment: sentiment(questionnaire, returns, beside, comment.row),
                tags: tags
                    .remove(&(comment.row, comment.item))
                    .unwrap_or_default(),
                beside: beside.clone(),
                comment,
            }
        })
        .collect();
    all.sort_by_key(|it| it.beside == Beside::General);
    all
}

/// How many comments have a tag, by how satisfied their customers are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TagCount {
    pub tag: Tagged,
    pub comments: usize,
    /// As [`Sentiment::ALL`]; what is left of `comments` says nothing.
    pub felt: [usize; 3],
}

/// The tags of these comments, the most frequent first.
pub fn tag_counts(said: &[Said]) -> Vec<TagCount> {
    let mut counts: Vec<TagCount> = Vec::new();
    for it in said {
        for tag in &it.tags {
            let known = counts.iter().position(|count| count.tag.tag == tag.tag);
            let at = known.unwrap_or_else(|| {
                counts.push(TagCount {
                    tag: tag.clone(),
                    comments: 0,
                    felt: [0; 3],
                });
                counts.len() - 1
            });
            counts[at].comments += 1;
            let felt = Sentiment::ALL.iter().zip(&mut counts[at].felt);
            for (_, count) in felt.filter(|(felt, _)| it.sentiment == Some(**felt)) {
                *count += 1;
            }
        }
    }
    counts.sort_by_key(|count| std::cmp::Reverse(count.comments));
    counts
}
