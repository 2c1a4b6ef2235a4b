//! Typeform.

use super::kind::{Marks, Platform};
use crate::model::Target;

/// Its exports: a number for each return first, times and where it came from last.
pub(super) const PLATFORM: Platform = Platform {
    marks: Marks {
        columns: &[
            "#",
            "startdate(utc)",
            "submitdate(utc)",
            "networkid",
            "tags",
            "responsetype",
            "stagedate(utc)",
            "ending",
        ],
        enough: 3,
        ..Marks::NONE
    },
    fields: &[("submitdate(utc)", Target::Date)],
    private: &["networkid"],
    ..Platform::new("typeform", "Typeform")
};
