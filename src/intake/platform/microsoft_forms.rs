//! Microsoft Forms.

use super::kind::{Marks, Platform};
use crate::model::Target;

/// Its exports. Points and feedback of a quiz fit no item and are left out.
pub(super) const PLATFORM: Platform = Platform {
    marks: Marks {
        columns: &[
            "id",
            "starttime",
            "completiontime",
            "email",
            "name",
            "lastmodifiedtime",
        ],
        enough: 4,
        ..Marks::NONE
    },
    fields: &[("completiontime", Target::Date)],
    ..Platform::new("microsoft-forms", "Microsoft Forms")
};
