//! What of a file no column or item was found for: said, so that nothing is dropped in silence.

use std::path::Path;

use super::output;
use crate::i18n::Language;
use crate::jobs::import::Candidate;
use crate::model::{Questionnaire, Target};
use crate::tr;

/// Columns that fit nothing, and scored items no column fits.
pub(super) struct LeftOut {
    columns: Vec<String>,
    items: Vec<String>,
}

impl LeftOut {
    pub(super) fn of(candidate: &Candidate, asked: &Questionnaire) -> Self {
        let mapping = &candidate.mapping;
        let ignored = mapping.columns_of(Target::Ignore);
        let title = |at: usize| Some(mapping.columns.get(at)?.title.clone());
        let missing = asked.items.iter().filter(|item| {
            let mut columns = mapping.columns_of(Target::Item(item.lineage));
            item.scored && columns.next().is_none()
        });
        Self {
            columns: ignored.filter_map(title).collect(),
            items: missing.map(|item| item.code.clone()).collect(),
        }
    }

    /// Beside the result, where scripts do not read.
    pub(super) fn tell(&self, path: &Path, language: Language) {
        let file = path.file_name().unwrap_or_default().to_string_lossy();
        let comma = tr!(language, "cli-comma");
        if !self.columns.is_empty() {
            let columns = self.columns.join(&comma);
            let file = file.as_ref();
            output::complain(&tr!(
                language,
                "cli-left-columns",
                file = file,
                columns = columns
            ));
        }
        if !self.items.is_empty() {
            let items = self.items.join(&comma);
            let file = file.as_ref();
            output::complain(&tr!(language, "cli-left-items", file = file, items = items));
        }
    }
}
