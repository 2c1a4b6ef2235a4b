//! Which tags comments have: by the words of a tag, or because a person said so.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::comments;
use super::word::{Words, folded, found};
use crate::model::{LineageId, Questionnaire, ReturnId, Tag, TagId, Tagged, Tagging, WaveReturns};

/// The tags of all comments of a wave, by row and in the order of the form. What a person said
/// of a comment and a tag holds, whatever its words say.
pub fn tagged(
    questionnaire: &Questionnaire,
    returns: &WaveReturns,
    tags: &[&Tag],
    taggings: &[&Tagging],
) -> Vec<Tagged> {
    if tags.is_empty() {
        return Vec::new();
    }
    let said: FxHashMap<(ReturnId, LineageId, TagId), bool> = taggings
        .iter()
        .map(|it| ((it.returned, it.item, it.tag), it.given))
        .collect();
    let names: Vec<Arc<str>> = tags.iter().map(|it| Arc::from(it.name.as_str())).collect();
    let (wanted, of): (Vec<String>, Vec<usize>) = tags
        .iter()
        .enumerate()
        .flat_map(|(at, tag)| tag.words.iter().map(move |word| (folded(word), at)))
        .unzip();
    let words = Words::new();
    let rows: Vec<usize> = (0..returns.returns.len()).collect();
    let mut all = Vec::new();
    for comment in comments(questionnaire, returns, &rows) {
        let by_words = match wanted.is_empty() {
            true => Vec::new(),
            false => found(&words, &folded(&comment.text), &wanted),
        };
        for (at, tag) in tags.iter().enumerate() {
            let by_word = by_words.iter().any(|word| of[*word] == at);
            let by_hand = said.get(&(comment.returned, comment.item, tag.id)).copied();
            if by_hand.unwrap_or(by_word) {
                all.push(Tagged {
                    row: comment.row,
                    item: comment.item,
                    tag: tag.id,
                    name: Arc::clone(&names[at]),
                    class: tag.class,
                    by_hand: !by_word,
                });
            }
        }
    }
    // Comments come by question.
    all.sort_by_key(|it| it.row);
    all
}

#[cfg(test)]
mod tests {
    use super::super::example::{answered, two_dimensions};
    use super::*;
    use crate::model::{Answer, Item, ItemKind, SurveyId, TagClass, TaggingId, WaveId};

    const ASKED: LineageId = LineageId(77);

    /// What each customer writes to the one open question.
    fn written(texts: &[&str]) -> (Questionnaire, WaveReturns) {
        let mut questionnaire = two_dimensions();
        questionnaire.items = vec![Item {
            lineage: ASKED,
            kind: ItemKind::Text,
            scored: false,
            scale: None,
            ..questionnaire.items[0].clone()
        }];
        let text = |text: &&str| vec![Answer::Text((*text).to_owned())];
        let rows: Vec<Vec<Answer>> = texts.iter().map(text).collect();
        let mut returns = answered(&rows);
        let texts = rows.into_iter().map(|mut row| row.remove(0)).collect();
        returns.columns = vec![crate::model::AnswerColumn::Other(texts)];
        (questionnaire, returns)
    }

    fn tag(id: i64, name: &str, words: &[&str]) -> Tag {
        Tag {
            id: TagId(id),
            survey: SurveyId(1),
            name: name.to_owned(),
            class: TagClass::Other,
            words: words.iter().map(|it| (*it).to_owned()).collect(),
        }
    }

    fn names(tagged: &[Tagged]) -> Vec<(usize, &str, bool)> {
        let all = tagged.iter();
        all.map(|it| (it.row, &*it.name, it.by_hand)).collect()
    }

    #[test]
    fn words_and_persons_give_tags() {
        let (asked, returns) = written(&["交期太长", "服务不满意", "很满意", " "]);
        let late = tag(1, "交期", &["交期"]);
        let bad = tag(2, "抱怨", &["不满意", "太长"]);
        let good = tag(3, "表扬", &["满意"]);
        let tags = [&late, &bad, &good];
        let all = tagged(&asked, &returns, &tags, &[]);
        let by_words = [
            (0, "交期", false),
            (0, "抱怨", false),
            (1, "抱怨", false),
            (2, "表扬", false),
        ];
        assert_eq!(names(&all), by_words);
        let said = |row: usize, tag: &Tag, given| Tagging {
            id: TaggingId(9),
            wave: WaveId(1),
            returned: returns.returns[row].id,
            item: ASKED,
            tag: tag.id,
            given,
        };
        // By hand where no word stands, and off where one does.
        let (on, off) = (said(1, &late, true), said(2, &good, false));
        let all = tagged(&asked, &returns, &tags, &[&on, &off]);
        let by_hand = [
            (0, "交期", false),
            (0, "抱怨", false),
            (1, "交期", true),
            (1, "抱怨", false),
        ];
        assert_eq!(names(&all), by_hand);
    }
}
