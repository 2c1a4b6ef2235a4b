//! What version 6 knows besides: said only where it is there.

use std::fmt::Write;

use manyi::model::Data;

use super::{quoted, yes};

/// The tags of comments, and what persons said of single ones.
pub(super) fn tags(data: &Data) -> String {
    let mut text = String::new();
    for tag in &data.tags {
        let survey = quoted(&data.survey(tag.survey).unwrap().name);
        let (name, class, words) = (quoted(&tag.name), tag.class, &tag.words);
        writeln!(text, "tag {survey} {name} {class:?} {words:?}").unwrap();
    }
    for it in &data.taggings {
        let wave = data.wave(it.wave).unwrap().period;
        let (returned, item) = (it.returned.0, it.item.0);
        let name = quoted(&data.tag(it.tag).unwrap().name);
        let given = yes(it.given);
        writeln!(
            text,
            "tagging {wave} return={returned} item={item} {name} given={given}"
        )
        .unwrap();
    }
    text
}
