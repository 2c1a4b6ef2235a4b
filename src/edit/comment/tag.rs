//! A tag is made, changed or removed.

use crate::edit::{Known, Refusal, kept};
use crate::model::{Change, Edit, Step, StepKind, Tag, TagId, Tagging};

/// Words as they are typed, one after the other, each once: parted by commas of either script,
/// semicolons or lines.
pub fn words(typed: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let parted = typed.split([',', '\u{ff0c}', '\u{3001}', ';', '\u{ff1b}', '\n']);
    for word in parted.map(str::trim).filter(|it| !it.is_empty()) {
        if !words.iter().any(|known| known == word) {
            words.push(word.to_owned());
        }
    }
    words
}

/// Makes it, or makes it what it is to be.
pub(in crate::edit) fn set(known: &Known<'_>, wanted: &Tag) -> Result<Step, Refusal> {
    known.data.survey(wanted.survey).ok_or(Refusal::Gone)?;
    let after = Tag {
        name: wanted.name.trim().to_owned(),
        ..wanted.clone()
    };
    if after.name.is_empty() {
        return Err(Refusal::NeedsTagName);
    }
    let mut others = known.data.tags_of(after.survey);
    if others.any(|it| it.id != after.id && it.name == after.name) {
        return Err(Refusal::TagTaken);
    }
    let subject = after.name.clone();
    let edit = kept(known.data.tag(after.id), after)?;
    Ok(Step::new(
        StepKind::EditTags,
        subject,
        vec![Change::Tag(edit)],
    ))
}

/// Removes it, and with it what persons said of it.
pub(in crate::edit) fn remove(known: &Known<'_>, id: TagId) -> Result<Step, Refusal> {
    let tag = known.data.tag(id).ok_or(Refusal::Gone)?;
    let said = known.data.taggings.iter().filter(|it| it.tag == id);
    let gone = |it: &Tagging| Change::Tagging(Edit::removed(it.clone()));
    let mut changes: Vec<Change> = said.map(gone).collect();
    changes.push(Change::Tag(Edit::removed(tag.clone())));
    Ok(Step::new(StepKind::EditTags, tag.name.as_str(), changes))
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn words_are_parted_by_the_signs_people_type() {
        let typed = "交期，慢、 晚到;late, delay\n慢，";
        assert_eq!(words(typed), ["交期", "慢", "晚到", "late", "delay"]);
        assert!(words(" ， ").is_empty());
    }
}
