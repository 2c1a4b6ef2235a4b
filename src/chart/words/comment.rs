//! Comments in words: what they stand beside, how satisfied their customers are there, and what
//! kind of tag one is.

use crate::analysis::{Beside, Sentiment};
use crate::i18n::Language;
use crate::model::{Questionnaire, TagClass};
use crate::tr;

/// What a comment stands beside: the item or dimension as the form calls it.
pub fn beside_word(asked: &Questionnaire, beside: &Beside, language: Language) -> String {
    match beside {
        Beside::Item(lineage) => asked
            .item_of(*lineage)
            .map_or_else(String::new, |it| format!("{} {}", it.code, it.text)),
        Beside::Dimension(code) => asked
            .dimension(code)
            .map_or_else(String::new, |it| it.name.clone()),
        Beside::General => tr!(language, "beside-general"),
    }
}

/// How satisfied a customer is with it.
pub fn sentiment_word(sentiment: Sentiment, language: Language) -> String {
    match sentiment {
        Sentiment::Satisfied => tr!(language, "sentiment-satisfied"),
        Sentiment::Middle => tr!(language, "sentiment-middle"),
        Sentiment::Dissatisfied => tr!(language, "sentiment-dissatisfied"),
    }
}

/// What a class of tags is called.
pub fn class_word(class: TagClass, language: Language) -> String {
    match class {
        TagClass::Complaint => tr!(language, "tag-complaint"),
        TagClass::Praise => tr!(language, "tag-praise"),
        TagClass::Wish => tr!(language, "tag-wish"),
        TagClass::Other => tr!(language, "tag-other"),
    }
}
