//! Qualtrics, as it exports now and as it did until 2017.

use super::kind::{HeadRow, Marks, Platform, Spread};
use crate::model::Target;

/// Its exports: names, titles in the language of whoever exported, and what they are imported
/// by. Lines of a grid and options with a column each stand behind their question.
pub(super) const PLATFORM: Platform = Platform {
    marks: Marks {
        columns: &[
            "startdate",
            "enddate",
            "status",
            "ipaddress",
            "progress",
            "duration(inseconds)",
            "finished",
            "recordeddate",
            "responseid",
            "recipientlastname",
            "recipientfirstname",
            "recipientemail",
            "externalreference",
            "locationlatitude",
            "locationlongitude",
            "distributionchannel",
            "userlanguage",
        ],
        enough: 3,
        ..Marks::NONE
    },
    head: &[
        HeadRow::Codes,
        HeadRow::Titles,
        HeadRow::Machine("{\"ImportId\":"),
    ],
    fields: &[("enddate", Target::Date), ("recordeddate", Target::Date)],
    private: &[
        "recipientlastname",
        "recipientfirstname",
        "recipientemail",
        "locationlatitude",
        "locationlongitude",
        "locationaccuracy",
    ],
    // As labels and as numbers.
    trials: Some(("status", &["surveypreview", "surveytest", "1", "2"])),
    spread: Spread::Enclosed([" - ", ""]),
    ..Platform::new("qualtrics", "Qualtrics")
};

/// Its older exports: `V1` to `V10` above the columns put around the questions.
pub(super) const LEGACY: Platform = Platform {
    key: "qualtrics-legacy",
    marks: Marks {
        columns: &["responseset", "externaldatareference", "responseid"],
        enough: 3,
        ..Marks::NONE
    },
    head: &[HeadRow::Codes, HeadRow::Titles],
    ..PLATFORM
};
