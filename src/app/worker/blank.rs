//! A firm's own form laid out to be marked by hand.

use std::path::Path;

use super::Event;
use super::bench::{Bench, none_open};
use crate::intake::{file, marking};
use crate::jobs::{JobError, marking as forms};
use crate::model::{
    BlankSheet, Mark, Marking, MarkingId, Progress, Questionnaire, Revision, RevisionId,
};
use crate::ui::{Blank, MarkableSheet};

impl Bench {
    /// Reads a file to be marked. The marks are those that were made of it before, those written
    /// into its cells, or those its words tell.
    pub(super) fn open_blank(
        &mut self,
        path: Option<&Path>,
        revision: RevisionId,
        number: u64,
        progress: &Progress,
    ) -> Result<Event, JobError> {
        let data = std::sync::Arc::clone(&self.data);
        let revision = data.revision(revision).ok_or(JobError::NoSurvey)?;
        let asked = &revision.questionnaire;
        let source = match path {
            Some(path) => file::read(path, progress)?,
            None => self.at_hand()?,
        };
        let before = |sheet: &BlankSheet| {
            let mut all = data.markings_of(revision.survey);
            all.find(|it| it.sha256 == source.sha256 && it.sheet.name == sheet.name)
        };
        let mut id = None;
        let sheets = marking::blanks(&source, progress)?
            .into_iter()
            .map(|sheet| {
                if let Some(known) = before(&sheet) {
                    id = Some(known.id);
                    return markable(sheet, known.marks.clone());
                }
                match marking::written(&sheet, asked) {
                    Ok((bare, marks)) if !marks.is_empty() => markable(bare, marks),
                    Ok(_) | Err(_) => {
                        let marks = marking::proposed(&sheet, asked);
                        markable(sheet, marks)
                    }
                }
            });
        let sheets: Vec<MarkableSheet> = sheets.collect();
        let most = (0..sheets.len()).rev().max_by_key(|at| {
            let sheet = sheets.get(*at);
            sheet.map_or(0, |it| it.marks.len())
        });
        let blank = Blank {
            number,
            id,
            survey: revision.survey,
            revision: revision.id,
            file: source.name.clone(),
            sha256: source.sha256.clone(),
            sheets,
            first: most.unwrap_or(0),
        };
        self.blank = Some(source);
        Ok(Event::Blank(Box::new(blank)))
    }

    /// The same of a form that was marked, as it was.
    pub(super) fn open_marking(
        &mut self,
        id: MarkingId,
        revision: RevisionId,
        number: u64,
    ) -> Result<Event, JobError> {
        let store = self.store.as_ref().ok_or_else(none_open)?;
        let mut all = self.data.markings.iter();
        let marking = all.find(|it| it.id == id);
        let marking = marking.ok_or(JobError::Refused(crate::edit::Refusal::Gone))?;
        self.blank = store.blank(id).map_err(JobError::of(store))?;
        Ok(Event::Blank(Box::new(Blank {
            number,
            id: Some(id),
            survey: marking.survey,
            revision,
            file: marking.file.clone(),
            sha256: marking.sha256.clone(),
            sheets: vec![markable(marking.sheet.clone(), marking.marks.clone())],
            first: 0,
        })))
    }

    /// Keeps the bytes of what was marked; the edit that names them waits to be made.
    pub(super) fn keep_blank(&mut self, marking: Marking) -> Result<Event, JobError> {
        let revision = self.data.revisions_of(marking.survey).next_back();
        let asked = revision.map(|it: &Revision| &it.questionnaire);
        let filled = asked.is_some_and(|it: &Questionnaire| marking::is_filled(&marking, it));
        let source = self.blank.take_if(|it| it.sha256 == marking.sha256);
        let store = self.store.as_mut().ok_or_else(none_open)?;
        if let Some(source) = source {
            store.keep_file(&source).map_err(JobError::of(store))?;
        }
        let id = match marking.id {
            MarkingId(0) => MarkingId(store.fresh_id()),
            known => known,
        };
        Ok(Event::Markable {
            marking: Box::new(Marking { id, ..marking }),
            filled,
        })
    }

    /// A form with its marks in its cells, as a workbook.
    pub(super) fn marked(&self, id: MarkingId) -> Result<Vec<u8>, JobError> {
        let mut all = self.data.markings.iter();
        let marking = all.find(|it| it.id == id);
        let marking = marking.ok_or(JobError::Refused(crate::edit::Refusal::Gone))?;
        forms::workbook(&self.data, marking)
    }
}

fn markable(sheet: BlankSheet, marks: Vec<Mark>) -> MarkableSheet {
    let labels = sheet.printed.iter().filter_map(|it| {
        let labels = marking::labels(&it.text);
        (!labels.is_empty()).then_some((it.at, labels))
    });
    MarkableSheet {
        labels: labels.collect(),
        sheet,
        marks,
    }
}
