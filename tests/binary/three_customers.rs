//! A workspace that asks three items of three customers, for forms they fill in.

use super::{Desk, workbook};

/// A workspace that asks three items of three customers, its wave open.
pub fn workspace(desk: &Desk) {
    let sheets = [
        ("Survey", "key|value\ntitle|满意度"),
        ("Dimensions", "code|name\nQU|质量"),
        (
            "Items",
            "code|text|dimension|kind|scale\nQ1|产品质量|QU|rating|S\nQ2|交货及时|QU|rating|S\nQ3|意见和建议||text|",
        ),
        (
            "Scales",
            "scale|label|score|satisfied\nS|很满意|5|yes\nS|满意|4|yes\nS|一般|3|no\nS|不满意|2|no",
        ),
        (
            "Customers",
            "code|name\nC001|宁波甬江\nC002|苏州恒远\nC003|杭州云图",
        ),
        (
            "Frame",
            "wave|customer\n2026H1|C001\n2026H1|C002\n2026H1|C003",
        ),
    ];
    let sheets = sheets.map(|(name, text)| (name, workbook::rows(text)));
    workbook::write(&desk.path("definition.xlsx"), &sheets);
    desk.done(&["new", "a.manyi", "--definition", "definition.xlsx"]);
}

/// A file of one sheet.
pub fn form(desk: &Desk, name: &str, (sheet, rows): (&str, &str)) {
    workbook::write(&desk.path(name), &[(sheet, workbook::rows(rows))]);
}
