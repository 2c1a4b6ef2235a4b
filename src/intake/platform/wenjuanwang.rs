//! 问卷网.

use super::kind::{Marks, Platform};
use crate::model::Target;

/// Its exports of readable data: a number first, then times; lines of a grid stand behind their
/// question and `_`.
pub(super) const PLATFORM: Platform = Platform {
    marks: Marks {
        columns: &["答题序号", "开始时间", "结束时间", "提交时间", "答题时长"],
        enough: 3,
        ..Marks::NONE
    },
    fields: &[("结束时间", Target::Date), ("答题时长", Target::Duration)],
    ..Platform::new("wenjuanwang", "问卷网")
};
