//! Tags with words and without, given to comments and taken off them.

use super::apply;
use crate::model::{
    Change, Edit, LineageId, ReturnId, StepKind, Tag, TagClass, TagId, Tagging, TaggingId,
};
use crate::store::tests::sample::{Sample, step};

/// One of every class, one of them renamed; a comment that has one, and one that has not.
pub(super) fn tags(sample: &mut Sample) {
    let words = [&["交期", "late"][..], &[], &["希望"], &[]];
    let made = TagClass::ALL.into_iter().zip(words);
    let made = made.zip(["交期", "表扬", "愿望", "其他 ✎"]);
    let made: Vec<Tag> = made
        .map(|((class, words), name)| Tag {
            id: TagId(sample.store.fresh_id()),
            survey: sample.survey.id,
            name: name.to_owned(),
            class,
            words: words.iter().map(|it| (*it).to_owned()).collect(),
        })
        .collect();
    let new = made
        .iter()
        .cloned()
        .map(|it| Change::Tag(Edit::created(it)));
    apply(sample, &step(StepKind::EditTags, new.collect()));
    let renamed = Tag {
        name: "交货期".to_owned(),
        ..made[0].clone()
    };
    let change = Change::Tag(Edit::changed(made[0].clone(), renamed));
    apply(sample, &step(StepKind::EditTags, vec![change]));
    let returns = sample.store.load_wave(sample.wave.id).unwrap().returns;
    let said: Vec<(ReturnId, TagId, bool)> = vec![
        (returns[0].id, made[1].id, true),
        (returns[1].id, made[0].id, false),
    ];
    let given = said.into_iter().map(|(returned, tag, given)| {
        let tagging = Tagging {
            id: TaggingId(sample.store.fresh_id()),
            wave: sample.wave.id,
            returned,
            item: LineageId(901),
            tag,
            given,
        };
        Change::Tagging(Edit::created(tagging))
    });
    let given = given.collect();
    apply(sample, &step(StepKind::TagComments, given));
}
