//! SurveyMonkey.

use super::kind::{HeadRow, Marks, Platform, Spread};
use crate::model::Target;

/// Its exports of all responses: questions above, what the columns hold of them below.
pub(super) const PLATFORM: Platform = Platform {
    marks: Marks {
        columns: &[
            "respondentid",
            "collectorid",
            "startdate",
            "enddate",
            "ipaddress",
            "emailaddress",
        ],
        enough: 3,
        first: &["respondentid"],
        ..Marks::NONE
    },
    head: &[
        HeadRow::Questions,
        HeadRow::Parts(&["response", "open-endedresponse"]),
    ],
    fields: &[("enddate", Target::Date)],
    private: &["firstname", "lastname"],
    spread: Spread::Below,
    written: &["other(pleasespecify)"],
    month_first: true,
    ..Platform::new("survey-monkey", "SurveyMonkey")
};
