//! Changes to the open workspace.

use std::path::Path;
use std::sync::Arc;

use super::bench::Bench;
use super::{Event, Found};
use crate::i18n::Language;
use crate::intake::Decoding;
use crate::jobs::begin::{self, Begun};
use crate::jobs::{JobError, customers, next_revision};
use crate::model::{BestEnd, Progress, Step, SurveyId, TextEncoding, Touched};

impl Bench {
    /// One edit through the write door.
    pub(super) fn apply(&mut self, step: &Step, number: u64) -> Event {
        let applied = self
            .store()
            .and_then(|store| store.apply(step).map_err(JobError::of(store)));
        match applied {
            Ok(touched) => Event::Kept {
                number,
                fresh: self.after(step, &touched).map(Box::new),
            },
            Err(error) => Event::Refused {
                number,
                error,
                fresh: self.fresh(&Touched::default()).ok().map(Box::new),
            },
        }
    }

    /// Reads customers from a sheet; the window makes the edit.
    pub(super) fn customers(
        &mut self,
        path: &Path,
        encoding: Option<TextEncoding>,
        progress: &Progress,
    ) -> Result<Event, JobError> {
        let data = Arc::clone(&self.data);
        let decoding = encoding.map_or(Decoding::Recognised, Decoding::Only);
        let read = customers::read(self.store()?, &data, path, decoding, progress)?;
        Ok(Event::Prepared {
            step: read.step,
            found: Found::Customers {
                added: read.added,
                changed: read.changed,
                problems: read.problems,
            },
        })
    }

    /// Reads a definition workbook or an export as the next revision; the window makes the edit.
    pub(super) fn revision(
        &mut self,
        path: &Path,
        survey: SurveyId,
        (best, language): (Option<BestEnd>, Language),
        progress: &Progress,
    ) -> Result<Event, JobError> {
        let Begun {
            definition,
            assumed,
        } = begin::read(path, best, language, progress)?;
        let data = Arc::clone(&self.data);
        let survey = data.survey(survey).ok_or(JobError::NoSurvey)?;
        let step = next_revision::step(self.store()?, &data, survey, &definition)?;
        Ok(Event::Prepared {
            step: Some(step),
            found: Found::Revision {
                warnings: definition.warnings,
                assumed,
            },
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::jobs::new_workspace;
    use crate::model::{Change, Customer, CustomerId, Edit, StepKind, Workspace};
    use crate::store::Store;

    /// Makes a customer unreadable behind the store's back, and tells SQLite of it by the
    /// number of changes at the head of the file.
    fn damage(path: &Path) {
        let mut bytes = std::fs::read(path).unwrap();
        let word = "{\"damage\"".as_bytes();
        // In its row and in the log.
        while let Some(at) = bytes.windows(word.len()).position(|it| it == word) {
            bytes[at] = b'x';
        }
        bytes[27] = bytes[27].wrapping_add(1);
        std::fs::write(path, bytes).unwrap();
    }

    fn named(name: &str) -> Workspace {
        Workspace {
            company: name.to_owned(),
            ..Workspace::default()
        }
    }

    /// A workspace with one customer.
    fn made(path: &Path) {
        let mut store = new_workspace::create(path, &named("a"), "S", None).unwrap();
        let customer = Customer {
            id: CustomerId(store.fresh_id()),
            code: "C1".to_owned(),
            name: "C1".to_owned(),
            turnover: None,
            key: false,
            attributes: [("damage".to_owned(), String::new())].into(),
        };
        let change = Change::Customer(Edit::created(customer));
        let step = Step::new(StepKind::EditCustomers, "", vec![change]);
        store.apply(&step).unwrap();
    }

    #[test]
    fn a_file_that_cannot_be_read_leaves_the_open_one_open() {
        let folder = tempfile::tempdir().unwrap();
        let (sound, damaged) = (folder.path().join("a.manyi"), folder.path().join("b.manyi"));
        made(&sound);
        made(&damaged);
        damage(&damaged);
        let mut bench = Bench::default();
        bench.open(&sound, false, &Progress::default()).unwrap();
        bench
            .open(&damaged, false, &Progress::default())
            .unwrap_err();
        assert_eq!(bench.store().unwrap().path(), sound);
        bench.open(&sound, false, &Progress::default()).unwrap();
    }

    #[test]
    fn an_edit_is_known_without_reading_the_file_again() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.manyi");
        made(&path);
        let mut bench = Bench::default();
        bench.open(&path, false, &Progress::default()).unwrap();
        let before = Arc::clone(&bench.data);
        damage(&path);
        let change = Change::Workspace(Edit::changed(named("a"), named("b")));
        let step = Step::new(StepKind::EditWorkspace, "", vec![change]);
        let Event::Kept {
            fresh: Ok(fresh), ..
        } = bench.apply(&step, 7)
        else {
            panic!("what was kept is not known");
        };
        assert_eq!(fresh.data.workspace.company, "b");
        assert!(fresh.data.customers.same(&before.customers));
    }

    #[test]
    fn an_edit_that_cannot_be_read_again_is_kept_all_the_same() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.manyi");
        made(&path);
        let mut bench = Bench::default();
        let opened = bench.open(&path, false, &Progress::default()).unwrap();
        assert!(matches!(opened, Event::Opened(_)), "{opened:?}");
        damage(&path);
        // Something before could not be read, so what is at hand is behind the file.
        bench.fresh(&Touched::default()).unwrap_err();
        let change = Change::Workspace(Edit::changed(named("a"), named("b")));
        let step = Step::new(StepKind::EditWorkspace, "", vec![change]);
        let event = bench.apply(&step, 7);
        assert!(
            matches!(
                event,
                Event::Kept {
                    number: 7,
                    fresh: Err(_)
                }
            ),
            "{event:?}"
        );
        let log = Store::open_read_only(&path).unwrap().log(1).unwrap();
        assert_eq!(log[0].kind, StepKind::EditWorkspace);
    }
}
