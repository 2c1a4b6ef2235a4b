//! The forms of a wave, a file for each customer.

use std::path::{Path, PathBuf};

use super::NoForms;
use super::name::Names;
use crate::i18n::Language;
use crate::jobs::save::{OutputFile, Replace};
use crate::jobs::{JobError, choose, print};
use crate::model::{Customer, CustomerId, Data, FormIdentity, FormKind, Progress, Revision, Wave};
use crate::paper::excel::FormBook;
use crate::paper::format::pdf;
use crate::store::Store;

/// Whose forms are wanted, and where.
#[derive(Clone, Copy, Debug)]
pub struct Order<'a> {
    pub wave: &'a Wave,
    /// `None`: of everybody who is chosen for the wave.
    pub customers: Option<&'a [CustomerId]>,
    pub kind: FormKind,
    /// Of a form whose own texts say nothing.
    pub language: Language,
    pub folder: &'a Path,
    pub replace: Replace,
}

/// What was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    pub folder: PathBuf,
    /// In the order of the list of customers.
    pub files: Vec<PathBuf>,
}

/// Writes a form for each of the customers. None is written unless all can be: a folder that
/// holds something else under one of the names stays as it is.
///
/// # Errors
/// [`JobError::NoForms`] with the reason why none are made; [`JobError::Occupied`] and
/// [`JobError::Write`]; [`JobError::Cancelled`], which leaves those that were written.
pub fn make(
    store: &Store,
    data: &Data,
    order: &Order<'_>,
    progress: &Progress,
) -> Result<Made, JobError> {
    let revision = approved(data, order.wave)?;
    let customers = customers(data, order)?;
    let mut names = Names::default();
    let files: Vec<PathBuf> = customers
        .iter()
        .map(|customer| {
            let name = names.of(customer, order.wave.period);
            order.folder.join(format!("{name}.{}", order.kind.ending()))
        })
        .collect();
    std::fs::create_dir_all(order.folder).map_err(|source| JobError::Write {
        path: order.folder.to_owned(),
        source,
    })?;
    let place = |path| OutputFile {
        path,
        ending: order.kind.ending(),
        workspace: store.path(),
        replace: order.replace,
    };
    for path in &files {
        place(path).check()?;
    }
    let (report, language) = print::form(revision, order.language);
    let book = FormBook {
        report: &report,
        asked: &revision.questionnaire,
        company: &data.workspace.company,
        language,
    };
    let workspace = store.uuid().map_err(JobError::of(store))?;
    progress.expect(files.len() as u64);
    for (done, (customer, path)) in (0..).zip(customers.iter().zip(&files)) {
        progress.reach(done)?;
        let form = FormIdentity {
            workspace,
            wave: order.wave.id,
            revision: revision.id,
            customer: customer.id,
        };
        let bytes = match order.kind {
            FormKind::Workbook => book.of(customer, form.whole())?,
            FormKind::Pages => pdf::bytes(&print::form_of(data, revision, form, order.language)?)?,
        };
        place(path).write(bytes)?;
    }
    progress.reach(files.len() as u64)?;
    Ok(Made {
        folder: order.folder.to_owned(),
        files,
    })
}

/// What the wave asks, which has to be approved before it goes out.
fn approved<'a>(data: &'a Data, wave: &Wave) -> Result<&'a Revision, JobError> {
    let revision = choose::revision(data, wave)?;
    let label = || revision.label.clone();
    if revision.questionnaire.items.is_empty() {
        let revision = label();
        return Err(NoForms::NothingAsked { revision }.into());
    }
    if !revision.approved() {
        let revision = label();
        return Err(NoForms::NotApproved { revision }.into());
    }
    Ok(revision)
}

/// Whose forms are made, by code.
fn customers<'a>(data: &'a Data, order: &Order<'_>) -> Result<Vec<&'a Customer>, JobError> {
    let period = order.wave.period;
    let frame = data.frame(order.wave.id);
    if frame.is_empty() {
        return Err(NoForms::NoFrame { period }.into());
    }
    let chosen = |id: CustomerId| frame.iter().any(|entry| entry.customer == id);
    let wanted = |id: CustomerId| order.customers.is_none_or(|some| some.contains(&id));
    for id in order.customers.unwrap_or_default() {
        if !chosen(*id) {
            let code = data.customer(*id).map(|it| it.code.clone());
            let code = code.unwrap_or_else(|| id.0.to_string());
            return Err(NoForms::NotChosen { code, period }.into());
        }
    }
    let all = data.customers.iter();
    Ok(all.filter(|it| chosen(it.id) && wanted(it.id)).collect())
}
