//! What empty forms say, made once for all forms of a revision: whatever else stands on one that
//! comes back somebody wrote.

use std::sync::{Arc, Mutex, PoisonError};

use rustc_hash::FxHashMap;

use super::Meant;
use crate::i18n::Language;
use crate::intake::form::Printed;
use crate::jobs::{JobError, print};
use crate::model::{Customer, CustomerId, Data, FormPage, Progress, RevisionId};
use crate::paper::excel::FormBook;

/// The forms of the revisions met so far.
#[derive(Default)]
pub(super) struct Empty(Mutex<FxHashMap<RevisionId, Arc<Printed>>>);

impl Empty {
    /// What a form says that nobody filled in, in whatever language it went out.
    ///
    /// # Errors
    /// Those of making a form.
    pub fn of(
        &self,
        data: &Data,
        meant: &Meant<'_>,
        page: FormPage,
    ) -> Result<Arc<Printed>, JobError> {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(printed) = known.get(&meant.revision.id) {
            return Ok(Arc::clone(printed));
        }
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
        let printed = Arc::new(printed);
        known.insert(meant.revision.id, Arc::clone(&printed));
        Ok(printed)
    }
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
