//! What forms asked and what they say empty, made ready once for all forms of a revision.

use std::sync::{Arc, Mutex, PoisonError};

use rustc_hash::FxHashMap;

use super::Meant;
use crate::i18n::Language;
use crate::intake::form::{Asked, Printed};
use crate::jobs::{JobError, print};
use crate::model::{Customer, CustomerId, Data, FormPage, Progress, RevisionId};
use crate::paper::excel::FormBook;

/// What the revisions met so far ask.
#[derive(Default)]
pub(super) struct Questions<'a>(Mutex<FxHashMap<RevisionId, Arc<Asked<'a>>>>);

impl<'a> Questions<'a> {
    /// What a form asked.
    ///
    /// # Errors
    /// Those of making an empty one.
    pub fn of(
        &self,
        data: &Data,
        meant: &Meant<'a>,
        page: FormPage,
    ) -> Result<Arc<Asked<'a>>, JobError> {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(asked) = known.get(&meant.revision.id) {
            return Ok(Arc::clone(asked));
        }
        let asked = Asked::of(&meant.revision.questionnaire).on(printed(data, meant, page)?);
        let asked = Arc::new(asked);
        known.insert(meant.revision.id, Arc::clone(&asked));
        Ok(asked)
    }
}

/// What a form says that nobody filled in, in whatever language it went out.
fn printed(data: &Data, meant: &Meant<'_>, page: FormPage) -> Result<Printed, JobError> {
    let nobody = nobody();
    let customer = meant.customer.unwrap_or(&nobody);
    let progress = Progress::default();
    let mut printed = Printed::default();
    for language in [Language::Zh, Language::En] {
        let (report, language) = print::form(meant.revision, language);
        let book = FormBook {
            report: &report,
            asked: &meant.revision.questionnaire,
            company: &data.workspace.company,
            language,
        };
        printed.add(book.of(customer, page)?, &progress)?;
    }
    Ok(printed)
}

/// Whose form it is where the register has no such customer any more.
fn nobody() -> Customer {
    Customer {
        id: CustomerId(0),
        code: String::new(),
        name: String::new(),
        turnover: None,
        key: false,
        attributes: Default::default(),
    }
}
