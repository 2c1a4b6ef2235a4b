//! Jotform.

use super::kind::{Marks, Platform};
use crate::model::Target;

/// Its exports: the time first; each line of a grid is a column `question >> line`.
pub(super) const PLATFORM: Platform = Platform {
    marks: Marks {
        columns: &[
            "submissiondate",
            "submissionip",
            "submissionid",
            "uniqueid",
            "lastupdatedate",
        ],
        enough: 2,
        ..Marks::NONE
    },
    fields: &[("submissiondate", Target::Date)],
    private: &["submissionip"],
    month_first: true,
    ..Platform::new("jotform", "Jotform")
};
