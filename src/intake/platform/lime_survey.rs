//! LimeSurvey, with headings as codes or as texts.

use super::kind::{Marks, Platform, Spread};
use crate::model::Target;

/// Its exports. Options with a column each stand behind their question in brackets.
pub(super) const PLATFORM: Platform = Platform {
    marks: Marks {
        columns: &[
            "id",
            "responseid",
            "submitdate",
            "datesubmitted",
            "lastpage",
            "startlanguage",
            "seed",
            "token",
            "accesscode",
            "startdate",
            "datestarted",
            "datestamp",
            "datelastaction",
            "ipaddr",
            "refurl",
            "referrerurl",
        ],
        enough: 4,
        ..Marks::NONE
    },
    fields: &[
        ("submitdate", Target::Date),
        ("datesubmitted", Target::Date),
    ],
    private: &["ipaddr", "refurl", "referrerurl", "token", "accesscode"],
    spread: Spread::Enclosed(["[", "]"]),
    ..Platform::new("lime-survey", "LimeSurvey")
};
