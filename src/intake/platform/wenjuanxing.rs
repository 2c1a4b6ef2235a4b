//! 问卷星, as text and as option numbers.

use super::kind::{Marks, Missing, Platform, Spread};
use crate::model::Target;

/// Its exports. Numbers below zero are missing answers of an export of option numbers.
pub(super) const PLATFORM: Platform = Platform {
    marks: Marks {
        columns: &[
            "序号",
            "用户id",
            "提交答卷时间",
            "所用时间",
            "来源",
            "来源详情",
            "来自ip",
        ],
        enough: 3,
        first: &["序号"],
        questions: &[("", "、"), ("第", "题(")],
    },
    fields: &[("提交答卷时间", Target::Date), ("来源", Target::Channel)],
    private: &["用户id", "来源详情", "来自ip"],
    skipped: Missing {
        texts: &["(跳过)", "{跳过}"],
        numbers: &[-3.0],
    },
    blank: Missing {
        texts: &["(空)"],
        numbers: &[-2.0],
    },
    spread: Spread::Enclosed(["(", ")"]),
    separators: &['┋'],
    beside: Some(['〖', '〗']),
    ..Platform::new("wenjuanxing", "问卷星")
};
