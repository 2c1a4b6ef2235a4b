//! What a step reaches, told from its changes.

use crate::model::{Change, Edit, Revision, Step, Touched, WaveId};

/// Which waves to load and compute again after the step.
pub(super) fn touched(step: &Step) -> Touched {
    let mut waves: Vec<WaveId> = step.changes.iter().filter_map(wave).collect();
    waves.sort();
    waves.dedup();
    let everything = step.changes.iter().any(everything);
    let of_tags = |change: &Change| matches!(change, Change::Tag(_));
    let tags = step.changes.iter().any(of_tags);
    Touched {
        waves,
        everything,
        tags,
    }
}

fn wave(change: &Change) -> Option<WaveId> {
    match change {
        Change::Wave(edit) => of(edit, |it| it.id),
        Change::Frame(edit) => of(edit, |it| it.wave),
        Change::Import(edit) => of(edit, |it| it.wave),
        Change::Return(edit) => of(edit, |it| it.wave),
        Change::Answer(edit) => of(edit, |it| it.wave),
        Change::Contact(edit) => of(edit, |it| it.wave),
        Change::Tagging(edit) => of(edit, |it| it.wave),
        Change::Workspace(_)
        | Change::Survey(_)
        | Change::Revision(_)
        | Change::Freeze(_)
        | Change::Sign(_)
        | Change::Customer(_)
        | Change::Issue(_)
        | Change::Action(_)
        | Change::Attachment(_)
        | Change::Past(_)
        | Change::Kpi(_)
        | Change::Tag(_)
        | Change::Marking(_) => None,
    }
}

fn of<T>(edit: &Edit<T>, wave: fn(&T) -> WaveId) -> Option<WaveId> {
    edit.after.as_ref().or(edit.before.as_ref()).map(wave)
}

fn everything(change: &Change) -> bool {
    match change {
        Change::Survey(_) | Change::Customer(_) | Change::Tag(_) => true,
        Change::Revision(edit) => asked(edit.before.as_ref()) != asked(edit.after.as_ref()),
        Change::Workspace(_)
        | Change::Freeze(_)
        | Change::Sign(_)
        | Change::Wave(_)
        | Change::Frame(_)
        | Change::Import(_)
        | Change::Return(_)
        | Change::Answer(_)
        | Change::Issue(_)
        | Change::Action(_)
        | Change::Attachment(_)
        | Change::Contact(_)
        | Change::Past(_)
        | Change::Kpi(_)
        | Change::Tagging(_)
        | Change::Marking(_) => false,
    }
}

/// Signing and freezing move no figure; what is asked and how it is scored does.
fn asked(revision: Option<&Revision>) -> Option<&crate::model::Questionnaire> {
    revision.map(|revision| &revision.questionnaire)
}
