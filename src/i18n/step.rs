//! What was just done, in words.

use crate::i18n::{Language, period};
use crate::model::{Change, Edit, Revision, Step, StepKind};
use crate::tr;

/// What a toast says of a step; `None` for those that show by themselves.
pub fn done(language: Language, step: &Step) -> Option<String> {
    let subject = subject(language, step);
    Some(match step.kind {
        StepKind::EditQuestionnaire | StepKind::EditCustomers => {
            if !removes(step) {
                return None;
            }
            tr!(language, "done-removed", subject = subject)
        }
        StepKind::NewSurvey => tr!(language, "done-new-survey", subject = subject),
        StepKind::NewRevision => tr!(language, "done-new-revision", subject = subject),
        StepKind::Sign => tr!(language, "done-sign", subject = subject),
        StepKind::OpenWave => tr!(language, "done-open-wave", subject = subject),
        StepKind::Import => tr!(language, "done-import", subject = subject),
        StepKind::UndoImport => tr!(language, "done-undo-import", subject = subject),
        StepKind::RestoreImport => tr!(language, "done-restore-import", subject = subject),
        StepKind::DropOriginal => tr!(language, "done-drop-original", subject = subject),
        StepKind::ForgetImport => tr!(language, "done-forget-import", subject = subject),
        StepKind::VoidReturn => tr!(language, "done-void", subject = subject),
        StepKind::CountLate => tr!(language, "done-count-late", subject = subject),
        StepKind::CloseWave => tr!(language, "done-close-wave", subject = subject),
        StepKind::ReopenWave => tr!(language, "done-reopen-wave", subject = subject),
        StepKind::NoteContact => tr!(language, "done-contact", subject = subject),
        StepKind::RestoreReturn => tr!(language, "done-restore", subject = subject),
        StepKind::SettleIssue => tr!(language, "done-settle", subject = subject),
        StepKind::TypeIn => tr!(language, "done-type-in", subject = subject),
        StepKind::Correct => tr!(language, "done-correct", subject = subject),
        StepKind::Attach => tr!(language, "done-attach", subject = subject),
        StepKind::Detach => tr!(language, "done-detach", subject = subject),
        StepKind::EnterPast | StepKind::EnterKpi if removes(step) => {
            tr!(language, "done-removed", subject = subject)
        }
        StepKind::EnterPast => tr!(language, "done-past", subject = subject),
        StepKind::EnterKpi => tr!(language, "done-kpi", subject = subject),
        StepKind::EditTags => tr!(language, "done-tags", subject = subject),
        StepKind::TagComments => tr!(language, "done-tag", subject = subject),
        StepKind::MarkForm => match removes(step) {
            true => tr!(language, "done-marks-removed", subject = subject),
            false => tr!(language, "done-mark-form", subject = subject),
        },
        StepKind::RaiseAction => tr!(language, "done-raise", subject = subject),
        StepKind::AdvanceAction => tr!(language, "done-advance", subject = subject),
        StepKind::SetUp
        | StepKind::Salvage
        | StepKind::Migrate
        | StepKind::EditWorkspace
        | StepKind::EditFrame
        | StepKind::EditAction => {
            return None;
        }
    })
}

/// What the step was done to. Waves are named by their period, however a language calls it.
pub fn subject(language: Language, step: &Step) -> String {
    let subject = step.subject.as_str();
    match step.kind {
        StepKind::OpenWave
        | StepKind::CloseWave
        | StepKind::ReopenWave
        | StepKind::CountLate
        | StepKind::EditFrame => {
            let period = subject.parse();
            period.map_or_else(|_| subject.to_owned(), |it| period::name(language, it))
        }
        _ => subject.to_owned(),
    }
}

/// Whether a questionnaire or the register has less in it afterwards.
fn removes(step: &Step) -> bool {
    step.changes.iter().any(|change| match change {
        Change::Revision(edit) => match edit.as_ref() {
            Edit {
                before: Some(before),
                after: Some(after),
            } => size(before) > size(after),
            edit => edit.after.is_none(),
        },
        Change::Customer(edit) => edit.after.is_none(),
        Change::Marking(edit) => edit.after.is_none(),
        Change::Past(edit) => edit.after.is_none(),
        Change::Kpi(edit) => edit.after.is_none(),
        _ => false,
    })
}

/// Options are no part of it: a scale with fewer of them is another scale, nothing removed.
fn size(revision: &Revision) -> usize {
    let all = &revision.questionnaire;
    all.dimensions.len() + all.items.len()
}
