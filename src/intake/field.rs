//! Headings of columns that are no item: who answered, when and how, and what nobody needs
//! to know. What platforms call them is theirs to say.

use super::heading::plain;
use super::platform::{self, Platform};
use crate::model::Target;

/// In the order of preference where several columns could be one field.
const CUSTOMER: [&str; 16] = [
    "customer",
    "客户",
    "客户编号",
    "客户编码",
    "客户代码",
    "客户名称",
    "客户名",
    "客户公司",
    "贵公司名称",
    "公司名称",
    "单位名称",
    "贵单位名称",
    "顾客",
    "顾客名称",
    "customercode",
    "customername",
];
const RESPONDENT: [&str; 7] = [
    "respondent",
    "填写人",
    "填表人",
    "受访人",
    "被访人",
    "填写人姓名",
    "填表人姓名",
];
const DATE: [&str; 7] = [
    "date",
    "日期",
    "填写日期",
    "填表日期",
    "调查日期",
    "提交时间",
    "填写时间",
];
const CHANNEL: [&str; 4] = ["channel", "渠道", "回收渠道", "调查方式"];
const COLLECTOR: [&str; 4] = ["collector", "回收人", "调查人", "调查员"];
const ROLE: [&str; 9] = [
    "role",
    "职务",
    "职位",
    "岗位",
    "填写人职务",
    "受访人职务",
    "position",
    "jobtitle",
    "角色",
];
const DURATION: [&str; 10] = [
    "duration",
    "所用时间",
    "用时",
    "答题时长",
    "填写时长",
    "答题用时",
    "填写用时",
    "durationinseconds",
    "timetaken",
    "timespent",
];
const VOID: [&str; 4] = ["void", "voidreason", "作废原因", "作废理由"];

/// Whole headings that tell who sat where.
const PRIVATE: [&str; 43] = [
    "ip",
    "ip地址",
    "ipaddress",
    "ip省份",
    "ip城市",
    "userid",
    "昵称",
    "微信昵称",
    "用户昵称",
    "nickname",
    "头像",
    "openid",
    "unionid",
    "ua",
    "useragent",
    "浏览器",
    "操作系统",
    "设备",
    "设备型号",
    "手机",
    "手机号",
    "手机号码",
    "电话",
    "联系电话",
    "电话号码",
    "邮箱",
    "电子邮箱",
    "邮件地址",
    "email",
    "emailaddress",
    "phone",
    "phonenumber",
    "mobile",
    "telephone",
    "身份证",
    "身份证号",
    "身份证号码",
    "地理位置",
    "地理位置国家和地区",
    "地理位置省",
    "地理位置市",
    "经纬度",
    "手机归属地",
];

/// Who calls a field so, and how far down among the names they have for it.
pub(super) type Rank = (u8, usize);

/// The field a heading names, with its rank: of several columns the lowest is meant. What
/// the platform that wrote the sheet calls a field comes first, what another one calls it last.
pub(super) fn field(heading: &str, wrote: &Platform) -> Option<(Target, Rank)> {
    let heading = plain(heading);
    let of = |platform: &Platform| {
        let mut fields = platform.fields.iter().enumerate();
        let (rank, (_, target)) = fields.find(|(_, (name, _))| *name == heading)?;
        Some((*target, rank))
    };
    let ways: [&dyn Fn() -> Option<(Target, usize)>; 3] =
        [&|| of(wrote), &|| usual(&heading), &|| {
            platform::ALL.iter().find_map(|it| of(it))
        }];
    let mut found = (0..)
        .zip(ways)
        .filter_map(|(way, named)| Some((way, named()?)));
    found
        .next()
        .map(|(way, (target, place))| (target, (way, place)))
}

/// The field a heading names in anybody's table.
fn usual(heading: &str) -> Option<(Target, usize)> {
    let fields: [(Target, &[&str]); 8] = [
        (Target::Customer, &CUSTOMER),
        (Target::Respondent, &RESPONDENT),
        (Target::Role, &ROLE),
        (Target::Duration, &DURATION),
        (Target::Date, &DATE),
        (Target::Channel, &CHANNEL),
        (Target::Collector, &COLLECTOR),
        (Target::Void, &VOID),
    ];
    fields.into_iter().find_map(|(target, names)| {
        let rank = names.iter().position(|name| *name == heading)?;
        Some((target, rank))
    })
}

/// Whether a column is left out to protect whoever answered.
pub(super) fn is_private(heading: &str) -> bool {
    let heading = plain(heading);
    PRIVATE.contains(&heading.as_str())
        || platform::is_private(&heading)
        || ["浏览器", "useragent", "地理位置"]
            .iter()
            .any(|part| heading.contains(part))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::platform::PLAIN;

    #[test]
    fn fields_are_known_in_both_languages() {
        for (heading, target) in [
            ("客户", Target::Customer),
            ("1、贵公司名称：", Target::Customer),
            ("Customer", Target::Customer),
            ("填写人", Target::Respondent),
            ("职务", Target::Role),
            ("所用时间", Target::Duration),
            ("提交答卷时间", Target::Date),
            ("Date", Target::Date),
            ("渠道", Target::Channel),
            ("回收人", Target::Collector),
            ("作废原因", Target::Void),
            ("Void", Target::Void),
            ("填写日期（必填）", Target::Date),
            ("1、客户名称*【必填】", Target::Customer),
            ("职务（选填）：", Target::Role),
            ("Date (required)", Target::Date),
        ] {
            assert_eq!(
                field(heading, &PLAIN).map(|(target, _)| target),
                Some(target),
                "{heading}"
            );
        }
        assert_eq!(field("客户满意度", &PLAIN), None);
    }

    #[test]
    fn what_tells_who_sat_where_is_private() {
        for heading in [
            "来自IP",
            "IP",
            "手机号（必填）",
            "用户ID",
            "微信昵称",
            "UA",
            "地理位置（省）",
        ] {
            assert!(is_private(heading), "{heading}");
        }
        for heading in ["来源", "设备运行情况", "姓名"] {
            assert!(!is_private(heading), "{heading}");
        }
    }
}
