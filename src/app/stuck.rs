//! A step the file will not take back or do again: why, in words, and the way past it.

use egui::Context;

use super::history::{Stuck, Turn};
use super::notice::Notice;
use super::window::Window;
use crate::i18n::{Language, period, step};
use crate::jobs::{JobError, explain};
use crate::model::{Change, Data, Revision, RevisionId, Signatures, Step};
use crate::store::{Rule, StoreError};
use crate::tr;

impl Window {
    /// Says why, and offers the step behind it where this one stands in the way for good.
    pub(super) fn stuck(&mut self, stuck: Stuck, error: &JobError) {
        let language = self.language();
        let title = match stuck.turn {
            Turn::Undo => tr!(language, "stuck-undo"),
            Turn::Redo => tr!(language, "stuck-redo"),
        };
        let data = self.desk.as_ref().map(|desk| &*desk.shown.data);
        let why = data.and_then(|data| reason(data, &stuck.step, error, language));
        let words = why.unwrap_or_else(|| explain(error, language));
        let words = match step::subject(language, &stuck.step).as_str() {
            "" => words,
            subject => tr!(language, "stuck-of", subject = subject, reason = words),
        };
        self.notices.push_back(match stuck.more && lasting(error) {
            true => Notice::Stuck {
                title,
                words,
                stuck: Box::new(stuck),
            },
            false => Notice::Failed { title, words },
        });
    }

    /// Leaves it as it is and goes on with the one behind it.
    pub(super) fn step_over(&mut self, context: &Context, stuck: &Stuck) {
        if let Some(desk) = &mut self.desk {
            desk.shown.history.step_over(stuck);
        }
        self.turn(context, stuck.turn);
    }
}

/// Whether trying again changes nothing: what stands in the file is in the way, not the disk.
fn lasting(error: &JobError) -> bool {
    let JobError::Store { error, .. } = error else {
        return false;
    };
    matches!(
        error.as_ref(),
        StoreError::Forbidden(_)
            | StoreError::Taken(_)
            | StoreError::SameFile { .. }
            | StoreError::Stale { .. }
            | StoreError::NotHere { .. }
    )
}

/// What stands in the way, by its name; `None` where the error says all there is to say.
fn reason(data: &Data, step: &Step, error: &JobError, language: Language) -> Option<String> {
    let JobError::Store { error, .. } = error else {
        return None;
    };
    Some(match error.as_ref() {
        StoreError::Forbidden(Rule::FixedQuestionnaire) => {
            let revision = fixed(data, step)?;
            match revision.approved() {
                true => signed(revision, language),
                false => frozen(data, revision, language)?,
            }
        }
        StoreError::Forbidden(Rule::SignatureErased) => {
            let mut revisions = revisions(data, step);
            let none = Signatures::default();
            signed(revisions.find(|it| it.signatures != none)?, language)
        }
        StoreError::Forbidden(Rule::WaveFreezesRevision) => {
            let mut revisions = revisions(data, step);
            revisions.find_map(|revision| frozen(data, revision, language))?
        }
        StoreError::Forbidden(Rule::InUse | Rule::Dangling | Rule::WaveHasReturns) => {
            tr!(language, "stuck-in-use")
        }
        StoreError::Stale { .. } | StoreError::NotHere { .. } => tr!(language, "stuck-changed"),
        _ => return None,
    })
}

/// The revision of a step that can no longer change.
fn fixed<'a>(data: &'a Data, step: &Step) -> Option<&'a Revision> {
    revisions(data, step).find(|revision| !revision.editable())
}

/// The revisions a step is about, as they stand now.
fn revisions<'a>(data: &'a Data, step: &Step) -> impl Iterator<Item = &'a Revision> {
    let ids: Vec<RevisionId> = step.changes.iter().filter_map(revision).collect();
    let mut revisions = data.revisions.iter();
    std::iter::from_fn(move || revisions.find(|it| ids.contains(&it.id)))
}

fn revision(change: &Change) -> Option<RevisionId> {
    match change {
        Change::Revision(edit) => edit.before.as_ref().or(edit.after.as_ref()).map(|it| it.id),
        Change::Freeze(edit) => edit.before.as_ref().or(edit.after.as_ref()).map(|it| it.id),
        Change::Wave(edit) => {
            let wave = edit.before.as_ref().or(edit.after.as_ref());
            wave.map(|wave| wave.revision)
        }
        _ => None,
    }
}

/// Which waves hold it.
fn frozen(data: &Data, revision: &Revision, language: Language) -> Option<String> {
    let waves = data
        .waves
        .iter()
        .filter(|wave| wave.revision == revision.id);
    let names: Vec<String> = waves.map(|it| period::name(language, it.period)).collect();
    let waves = names.join(&tr!(language, "list-comma"));
    let label = revision.label.as_str();
    (!names.is_empty()).then(|| tr!(language, "stuck-frozen", label = label, waves = waves))
}

/// Who signed it.
fn signed(revision: &Revision, language: Language) -> String {
    let Signatures {
        prepared,
        reviewed,
        approved,
    } = &revision.signatures;
    let by = approved
        .as_ref()
        .or(reviewed.as_ref())
        .or(prepared.as_ref());
    let name = by.map(|it| it.name.clone()).unwrap_or_default();
    let date = by.map(|it| it.date.to_string()).unwrap_or_default();
    let label = revision.label.as_str();
    tr!(
        language,
        "stuck-signed",
        label = label,
        name = name,
        date = date
    )
}
