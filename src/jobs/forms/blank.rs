//! Forms as they were printed, to hold scans against.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use crate::i18n::Language;
use crate::intake::scan::{Grey, PER_POINT};
use crate::jobs::{JobError, print};
use crate::model::{Data, FormIdentity, FormLayout, Revision, RevisionId};

/// A form that nobody has filled in.
pub(super) struct Blank {
    pub layout: FormLayout,
    /// A picture a page.
    pub pages: Vec<Grey>,
}

/// Those that were asked for. Forms of a revision differ only in their codes.
pub(super) struct Blanks<'a> {
    data: &'a Data,
    made: Mutex<HashMap<RevisionId, Arc<Blank>>>,
}

impl<'a> Blanks<'a> {
    pub fn of(data: &'a Data) -> Self {
        Self {
            data,
            made: Mutex::default(),
        }
    }

    /// The form of a revision. One is made once, whoever else waits for it meanwhile.
    pub fn get(&self, revision: &Revision, identity: FormIdentity) -> Result<Arc<Blank>, JobError> {
        let mut made = self.made.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(blank) = made.get(&revision.id) {
            return Ok(Arc::clone(blank));
        }
        let document = print::form_of(self.data, revision, identity, Language::Zh)?;
        let pages = (0..document.page_count()).filter_map(|page| {
            let pixels = document.page(page, PER_POINT)?;
            Some(Grey {
                width: pixels.width,
                height: pixels.height,
                samples: pixels.rgba.chunks_exact(4).map(|it| it[1]).collect(),
            })
        });
        let blank = Arc::new(Blank {
            layout: document.layout(),
            pages: pages.collect(),
        });
        made.insert(revision.id, Arc::clone(&blank));
        Ok(blank)
    }
}
