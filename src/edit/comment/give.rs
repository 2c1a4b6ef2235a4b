//! Comments are given a tag, or it is taken off them.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::analysis::tagged;
use crate::edit::{Known, Refusal};
use crate::model::{
    Change, Edit, LineageId, ReturnId, Step, StepKind, Tag, TagId, Tagging, TaggingId,
};

/// Each of the comments, by its return and question, has the tag or has it not. Only what the
/// words of the tag do not say already is kept.
pub(in crate::edit) fn give(
    known: &Known<'_>,
    tag: TagId,
    comments: &[(ReturnId, LineageId)],
    given: bool,
) -> Result<Step, Refusal> {
    let tag = known.data.tag(tag).ok_or(Refusal::Gone)?;
    let by_words = by_words(known, tag)?;
    let wave = known.returns.ok_or(Refusal::NotRead)?.wave;
    let said: FxHashMap<(ReturnId, LineageId), &Tagging> = (known.data.taggings.iter())
        .filter(|it| it.tag == tag.id)
        .map(|it| ((it.returned, it.item), it))
        .collect();
    let mut changes = Vec::new();
    for (returned, item) in comments {
        known.returned(*returned)?;
        let before = said.get(&(*returned, *item)).map(|it| (*it).clone());
        let needed = by_words.contains(&(*returned, *item)) != given;
        let after = needed.then(|| Tagging {
            id: (before.as_ref()).map_or_else(|| TaggingId(known.ids.fresh()), |it| it.id),
            wave,
            returned: *returned,
            item: *item,
            tag: tag.id,
            given,
        });
        if before != after {
            changes.push(Change::Tagging(Edit { before, after }));
        }
    }
    let subject = match changes.len() {
        0 => return Err(Refusal::Unchanged),
        1 => tag.name.clone(),
        count => format!("{} ×{count}", tag.name),
    };
    Ok(Step::new(StepKind::TagComments, subject, changes))
}

/// The comments in which a word of the tag stands.
fn by_words(known: &Known<'_>, tag: &Tag) -> Result<FxHashSet<(ReturnId, LineageId)>, Refusal> {
    let returns = known.returns.ok_or(Refusal::NotRead)?;
    let wave = known.data.wave(returns.wave).ok_or(Refusal::Gone)?;
    let revision = known.data.revision(wave.revision).ok_or(Refusal::Gone)?;
    // Of words that overlap the longest counts, whosever it is.
    let tags: Vec<&Tag> = known.data.tags_of(tag.survey).collect();
    let all = tagged(&revision.questionnaire, returns, &tags, &[]);
    let of = all.into_iter().filter(|it| it.tag == tag.id);
    let comment = |row: usize| returns.returns.get(row).map(|it| it.id);
    Ok(of
        .filter_map(|it| Some((comment(it.row)?, it.item)))
        .collect())
}
