//! Google Forms.

use super::kind::{Marks, Platform};
use crate::model::Target;

/// Its exports: the time first, then the questions; each line of a grid is a column
/// `question [line]`.
pub(super) const PLATFORM: Platform = Platform {
    marks: Marks {
        first: &["timestamp", "时间戳记"],
        ..Marks::NONE
    },
    fields: &[("timestamp", Target::Date), ("时间戳记", Target::Date)],
    ..Platform::new("google-forms", "Google Forms")
};
