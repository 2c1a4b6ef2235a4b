//! 金数据.

use super::kind::{Marks, Platform};
use crate::model::Target;

/// Its exports: a number first, then the fields, then who sent it in, when and from where.
pub(super) const PLATFORM: Platform = Platform {
    marks: Marks {
        columns: &[
            "提交人",
            "提交时间",
            "修改时间",
            "填写设备",
            "操作系统",
            "浏览器",
        ],
        enough: 3,
        ..Marks::NONE
    },
    fields: &[("提交时间", Target::Date)],
    private: &["提交人", "填写设备", "填写地区", "微信头像", "微信openid"],
    ..Platform::new("jinshuju", "金数据")
};
