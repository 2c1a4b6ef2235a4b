//! 腾讯问卷.

use super::kind::{Marks, Platform};
use crate::model::Target;

/// Its exports, in which options stand with their letter: `D.选项`.
pub(super) const PLATFORM: Platform = Platform {
    marks: Marks {
        columns: &[
            "编号",
            "开始答题时间",
            "结束答题时间",
            "答题时长",
            "清洗数据结果",
            "用户类型",
        ],
        enough: 3,
        ..Marks::NONE
    },
    fields: &[("结束答题时间", Target::Date)],
    ..Platform::new("tencent", "腾讯问卷")
};
