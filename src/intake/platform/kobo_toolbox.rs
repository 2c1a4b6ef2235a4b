//! KoboToolbox and what else gathers with ODK.

use super::kind::{Marks, Platform, Spread};
use crate::model::Target;

/// Its exports. Questions stand behind their group, options with a column each behind their
/// question.
pub(super) const PLATFORM: Platform = Platform {
    marks: Marks {
        columns: &[
            "start",
            "end",
            "today",
            "deviceid",
            "_id",
            "_uuid",
            "_submission_time",
            "_validation_status",
            "_notes",
            "_status",
            "_submitted_by",
            "__version__",
            "_tags",
            "_index",
        ],
        enough: 4,
        ..Marks::NONE
    },
    fields: &[("_submission_time", Target::Date)],
    private: &[
        "deviceid",
        "subscriberid",
        "simserial",
        "phonenumber",
        "username",
    ],
    spread: Spread::Enclosed(["/", ""]),
    ..Platform::new("kobo-toolbox", "KoboToolbox")
};
