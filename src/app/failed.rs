//! What failed, in a dialog that offers the way on where there is one.

use super::notice::Notice;
use super::window::Window;
use super::worker::{Command, Job};
use crate::intake::{IntakeError, SheetFault};
use crate::jobs::{JobError, explain, statement};
use crate::store::StoreError;
use crate::tr;
use crate::ui::shell::BestDialog;

impl Window {
    /// Says that a job failed and why.
    pub(super) fn failed(&mut self, job: Job, error: &JobError) {
        if matches!(error, JobError::Cancelled(_)) || self.asks_for_the_best(job, error) {
            return;
        }
        let notice = self.way_on(job, error).unwrap_or_else(|| Notice::Failed {
            title: self.title_of(job),
            words: explain(error, self.language()),
        });
        self.notices.push_back(notice);
    }

    /// Whether it is asked instead which end of the scales of an export is the best.
    fn asks_for_the_best(&mut self, job: Job, error: &JobError) -> bool {
        let JobError::Intake(error) = error else {
            return false;
        };
        let IntakeError::Sheet {
            fault: SheetFault::BestUnknown { titles },
            ..
        } = error.as_ref()
        else {
            return false;
        };
        match (job, &mut self.new, self.revision.take()) {
            (Job::Create, Some(new), _) => new.ask_best(titles.clone()),
            (Job::Revision, _, Some(path)) => {
                self.best = Some(BestDialog::new(path, titles.clone()));
            }
            _ => return false,
        }
        true
    }

    /// The notice that offers what to do.
    fn way_on(&mut self, job: Job, error: &JobError) -> Option<Notice> {
        let language = self.language();
        if let JobError::OtherWorkspace {
            copy, workspace, ..
        } = error
        {
            let again = Command::Restore {
                path: workspace.clone(),
                name: copy.display().to_string(),
                other: true,
            };
            return Some(Notice::Other {
                words: statement(error, language),
                again: Box::new(again),
            });
        }
        let JobError::Store { path, error: fault } = error else {
            return None;
        };
        let (title, path) = (self.title_of(job), path.clone());
        match fault.as_ref() {
            StoreError::Held { .. } if job == Job::Open => Some(Notice::Held {
                path,
                words: explain(error, language),
            }),
            StoreError::Moved => Some(Notice::Moved {
                words: explain(error, language),
            }),
            StoreError::Missing(_) if job == Job::Open => {
                self.settings.forget(&path);
                None
            }
            StoreError::Empty(_) | StoreError::NotAWorkspace(_) if job != Job::Open => None,
            StoreError::Damaged(_)
            | StoreError::Altered(_)
            | StoreError::Empty(_)
            | StoreError::NotAWorkspace(_)
            | StoreError::Endless => {
                let first = statement(error, language);
                let second = tr!(language, "damaged-next");
                let words = tr!(language, "sentences", first = first, second = second);
                Some(Notice::Damaged { title, path, words })
            }
            _ => None,
        }
    }

    fn title_of(&self, job: Job) -> String {
        let language = self.language();
        match job {
            Job::Open => tr!(language, "failed-open"),
            Job::Create | Job::Sample => tr!(language, "failed-create"),
            Job::Edit => tr!(language, "failed-edit"),
            Job::Figures => tr!(language, "failed-figures"),
            Job::Backup => tr!(language, "failed-backup"),
            Job::Copies => tr!(language, "failed-copies"),
            Job::Restore => tr!(language, "failed-restore"),
            Job::Salvage => tr!(language, "failed-salvage"),
            Job::Look => tr!(language, "failed-look"),
            Job::Import => tr!(language, "failed-import"),
            Job::Attach => tr!(language, "failed-attach"),
            Job::Mark => tr!(language, "failed-mark"),
            Job::Forms => tr!(language, "failed-forms"),
            Job::Arrive => tr!(language, "failed-import"),
            Job::Customers => tr!(language, "failed-customers"),
            Job::Revision => tr!(language, "failed-revision"),
            Job::Pages => tr!(language, "failed-pages"),
            Job::Write => tr!(language, "failed-write"),
        }
    }
}
