//! One edit of a draft.

use super::relate::{Relation, relate};
use super::{QuestionnaireField, code, dimension, field, item, place};
use crate::edit::{Known, Refusal, changed};
use crate::model::{Change, Item, LineageId, Revision, RevisionId, Rules, Scale, Step, StepKind};

/// What is to be changed. Items go by their lineage, dimensions by their code.
#[derive(Clone, Debug, PartialEq)]
pub enum Revise {
    /// A field says this.
    Type(QuestionnaireField, String),
    Rules(Box<Rules>),
    /// A new rating item at the end of a dimension, with `usual` as its scale if no other item
    /// has one.
    AddItem {
        lineage: LineageId,
        dimension: Option<String>,
        text: String,
        usual: Scale,
    },
    CopyItem {
        item: LineageId,
        copy: LineageId,
    },
    /// Kind, scale, options, flags of an item are these; its code, words and place stay.
    SetItem(Box<Item>),
    /// An item of the revision before is asked again.
    RestoreItem(LineageId),
    RelateItem(LineageId, Relation),
    MoveItem {
        item: LineageId,
        into: Option<String>,
        before: Option<LineageId>,
    },
    NudgeItem {
        item: LineageId,
        down: bool,
    },
    RemoveItem(LineageId),
    AddDimension {
        code: String,
        name: String,
    },
    MoveDimension {
        code: String,
        below: Option<String>,
        before: Option<String>,
    },
    NudgeDimension {
        code: String,
        down: bool,
    },
    RemoveDimension(String),
}

/// Edits a draft.
///
/// # Errors
/// [`Refusal::Locked`] once it is in use or approved; the reason where the questionnaire cannot
/// be like that.
pub(in crate::edit) fn revise(
    known: &Known<'_>,
    id: RevisionId,
    revise: &Revise,
) -> Result<Step, Refusal> {
    let revision = known.data.revision(id).ok_or(Refusal::Gone)?;
    if !revision.editable() {
        return Err(Refusal::Locked);
    }
    let subject = subject(revision, revise);
    let mut after = revision.clone();
    apply(known, &mut after, revise)?;
    let edit = changed(revision, |it| *it = after)?;
    let change = Change::Revision(Box::new(edit));
    Ok(Step::new(
        StepKind::EditQuestionnaire,
        subject,
        vec![change],
    ))
}

fn apply(known: &Known<'_>, after: &mut Revision, revise: &Revise) -> Result<(), Refusal> {
    let before = after.parent.and_then(|parent| known.data.revision(parent));
    let all = &mut after.questionnaire;
    match revise {
        Revise::Type(typed, text) => return field::put(before, after, typed, text),
        Revise::Rules(rules) => all.rules = Rules::clone(rules),
        Revise::AddItem {
            lineage,
            dimension,
            text,
            usual,
        } => {
            place::held(all, dimension.as_deref())?;
            item::added(all, *lineage, dimension.as_deref(), text, usual);
        }
        Revise::CopyItem { item, copy } => item::copied(all, *item, *copy),
        Revise::SetItem(set) => {
            let place = item::of(all, set.lineage).ok_or(Refusal::Gone)?;
            *place = Item::clone(set);
        }
        Revise::RestoreItem(lineage) => {
            let earlier = before.and_then(|it| it.questionnaire.item_of(*lineage));
            item::restored(after, earlier.ok_or(Refusal::Gone)?);
        }
        Revise::RelateItem(item, relation) => relate(all, *item, *relation),
        Revise::MoveItem { item, into, before } => {
            place::held(all, into.as_deref())?;
            place::move_item(all, *item, into.as_deref(), *before);
        }
        Revise::NudgeItem { item, down } => place::nudge_item(all, *item, *down)?,
        Revise::RemoveItem(item) => item::removed(all, *item),
        Revise::AddDimension { code, name } => {
            code::free_for_dimension(all, "", code)?;
            dimension::added(all, code, name);
        }
        Revise::MoveDimension {
            code,
            below,
            before,
        } => place::move_dimension(all, code, below.as_deref(), before.as_deref())?,
        Revise::NudgeDimension { code, down } => place::nudge_dimension(all, code, *down)?,
        Revise::RemoveDimension(code) => dimension::removed(all, code),
    }
    Ok(())
}

/// What is edited, as the user knows it.
fn subject(revision: &Revision, revise: &Revise) -> String {
    let all = &revision.questionnaire;
    let item = |lineage: &LineageId| all.item_of(*lineage).map(|item| item.code.clone());
    let named = match revise {
        Revise::Type(field, _) => field.subject(all),
        Revise::CopyItem { item: lineage, .. }
        | Revise::RelateItem(lineage, _)
        | Revise::MoveItem { item: lineage, .. }
        | Revise::NudgeItem { item: lineage, .. }
        | Revise::RemoveItem(lineage) => item(lineage),
        Revise::SetItem(set) => item(&set.lineage),
        Revise::MoveDimension { code, .. }
        | Revise::NudgeDimension { code, .. }
        | Revise::RemoveDimension(code) => Some(code.clone()),
        Revise::Rules(_)
        | Revise::AddItem { .. }
        | Revise::RestoreItem(_)
        | Revise::AddDimension { .. } => None,
    };
    named.unwrap_or_else(|| revision.label.clone())
}
