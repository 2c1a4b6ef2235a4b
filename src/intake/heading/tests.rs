//! Headings of plain sheets and exports.

use super::*;
use crate::model::{ItemKind, LineageId, Origin};

fn item(code: &str, text: &str, aliases: &[&str]) -> Item {
    Item {
        lineage: LineageId(0),
        origin: Origin::New,
        from: Vec::new(),
        code: code.to_owned(),
        text: text.to_owned(),
        dimension: None,
        kind: ItemKind::Text,
        scale: None,
        scored: false,
        weight: 1.0,
        required: false,
        segment: false,
        importance_of: None,
        aliases: aliases.iter().map(|alias| (*alias).to_owned()).collect(),
    }
}

fn all(headings: &[&str], items: &[Item]) -> Vec<Named> {
    let headings: Vec<_> = headings.iter().map(|title| (*title, "")).collect();
    named(&headings, items)
}

#[test]
fn code_text_and_alias_name_an_item_however_they_are_written() {
    let items = [
        item("PR1", "价格 合理性：", &["报价"]),
        item("QU1", "质量", &[]),
    ];
    for heading in [
        "PR1",
        "pr1",
        "价格合理性",
        "价格　合理性:",
        "3、价格合理性",
        "Q3. 价格合理性",
        "３．价格合理性：",
        "(3) 价格合理性",
        "（三）价格合理性*",
        "第3题 价格合理性",
        "第十二题：价格合理性",
        "三、价格合理性",
        "价格合理性（必填）",
        "3、价格合理性[单选题]",
        "PR1. 随便什么",
        "PR1[SQ001]. 价格合理性",
        "报价",
        "12、报价 ",
        "*价格合理性",
        "* 3、价格合理性",
        "★价格合理性",
        "· 价格合理性",
        "③价格合理性",
        "③ 价格合理性（必填）",
        "3.1 价格合理性",
        "3.1.2、价格合理性",
    ] {
        assert_eq!(all(&[heading], &items), [Named::Item(0)], "{heading}");
    }
    for heading in ["价格", "PR", "3位价格合理性", "3.5价格合理性", ""] {
        assert_eq!(all(&[heading], &items), [Named::Nothing], "{heading}");
    }
}

#[test]
fn the_lines_of_a_grid_are_known_together_and_not_where_something_else_is_asked() {
    let items = [
        item("Q1", "质量", &[]),
        item("Q2", "交付", &[]),
        item("Q3", "价格", &[]),
    ];
    for both in [
        ["您的评价 [质量]", "您的评价 [交付]"],
        ["评价 >> 质量", "评价 >> 交付"],
        ["group/质量", "group/交付"],
        ["Q7_评价_质量", "Q7_评价_交付"],
    ] {
        assert_eq!(
            all(&both, &items),
            [Named::Item(0), Named::Item(1)],
            "{both:?}"
        );
    }
    for other in [
        ["重要度_质量", "重要度_交付"],
        ["去年/质量", "去年/交付"],
        ["重要度_质量", "质量满意度"],
    ] {
        assert_eq!(
            all(&other, &items),
            [Named::Nothing, Named::Nothing],
            "{other:?}"
        );
    }
    // A code names an item unless the text behind it speaks of another.
    let coded = ["Q1. 价格如何", "Q2. 您怎么看", "Q3. 价格如何"];
    assert_eq!(
        all(&coded, &items),
        [Named::Nothing, Named::Item(1), Named::Item(2)]
    );
}

#[test]
fn the_lines_of_a_matrix_are_found_with_and_without_their_question() {
    let items = [
        item("A", "准时", &[]),
        item("B", "17、包装完好", &[]),
        item("C", "通知", &[]),
    ];
    let headings = ["17、请评价交付。—准时", "17、包装完好", "17、(通知)"];
    assert_eq!(
        all(&headings, &items),
        [Named::Item(0), Named::Item(1), Named::Item(2)]
    );
    let full = [
        item("A", "17、请评价交付。—准时", &[]),
        item("B", "请评价交付。—包装完好", &[]),
    ];
    assert_eq!(all(&headings[..2], &full), [Named::Item(0), Named::Item(1)]);
}

#[test]
fn two_matrices_with_the_same_lines_are_not_mixed_up() {
    let headings = ["16、重要度—准时", "16、包装", "17、满意度—准时", "17、包装"];
    let by_alias = [
        item("S1", "准时", &["17、满意度—准时"]),
        item("S2", "包装", &["17、包装"]),
    ];
    assert_eq!(
        all(&headings, &by_alias),
        [
            Named::Nothing,
            Named::Nothing,
            Named::Item(0),
            Named::Item(1)
        ]
    );
    let by_question = [
        item("S1", "满意度—准时", &[]),
        item("S2", "满意度—包装", &[]),
    ];
    assert_eq!(
        all(&headings, &by_question),
        [
            Named::Nothing,
            Named::Nothing,
            Named::Item(0),
            Named::Item(1)
        ]
    );
    // the column of 17 is missing: the one of 16 must not take its place
    assert_eq!(
        all(&headings[..2], &by_question),
        [Named::Nothing, Named::Nothing]
    );
}

#[test]
fn what_fits_twice_is_said_and_not_guessed() {
    let items = [item("A", "1、质量", &[]), item("B", "2、质量", &[])];
    assert_eq!(all(&["质量"], &items), [Named::Several(vec![0, 1])]);
    assert_eq!(all(&["2、质量"], &items), [Named::Item(1)]);
    let same = [item("A", "质量", &[])];
    assert_eq!(
        all(&["质量", "质量"], &same),
        [Named::Item(0), Named::Item(0)]
    );
    assert_eq!(
        all(&["5、质量", "质量"], &same),
        [Named::Nothing, Named::Item(0)]
    );
}

#[test]
fn a_group_above_tells_lines_apart() {
    let items = [item("A", "质量—稳定", &[]), item("B", "交期—稳定", &[])];
    let found = named(&[("稳定", "质量"), ("稳定", "交期")], &items);
    assert_eq!(found, [Named::Item(0), Named::Item(1)]);
}

/// What people and programs put around a text, in every order it comes in.
#[test]
fn decorations_are_looked_through_together() {
    let items = [
        item("A1", "产品质量", &[]),
        item("A2", "交货准时（含通知）", &[]),
    ];
    for code in [
        "", "A1 ", "A1. ", "[A1] ", "（A1）", "【A1】", "Q1 ", "Q1、", "[Q1]",
    ] {
        for label in ["", "（产品）", "[产品] ", "【产品】", "(Product) "] {
            for hint in [
                "",
                "（必填）",
                "[单选题]*",
                "（1-5分）",
                " *",
                "得分",
                "：",
                "【量表题】（必答）",
            ] {
                for closed in [false, true] {
                    let text = if closed && hint != "得分" {
                        "[产品质量]"
                    } else {
                        "产品质量"
                    };
                    let heading = format!("{code}{label}{text}{hint}");
                    assert_eq!(all(&[&heading], &items), [Named::Item(0)], "{heading}");
                }
            }
        }
    }
    for heading in [
        "[A2] 交货准时（含通知）",
        "A2（交付）交货准时（含通知）",
        "Q2 [交付] 交货准时（含通知）（必填）",
        "2、【交付】交货准时（含通知）",
    ] {
        assert_eq!(all(&[heading], &items), [Named::Item(1)], "{heading}");
    }
    // What is in brackets in front may ask about something else.
    for heading in [
        "（重要度）产品质量",
        "[竞争对手] 产品质量",
        "Q1（去年）产品质量",
        "（必填）",
    ] {
        assert_eq!(all(&[heading], &items[..1]), [Named::Nothing], "{heading}");
    }
}

/// Number, code and text in every order, in whatever brackets and marks.
#[test]
fn number_code_and_text_name_an_item_in_every_order() {
    let items = [
        item("CO1", "业务人员的响应", &[]),
        item("CO2", "技术支持", &[]),
    ];
    let (code, text) = ("CO1", "业务人员的响应");
    let numbers = [
        "", "1. ", "1、", "1 ", "（1）", "(1) ", "第1题 ", "Q1. ", "一、", "１．",
    ];
    let around = [("(", ")"), ("（", "）"), ("[", "]"), ("【", "】")];
    let hints = ["", "（必填）", "[单选题]*", "（1-5分）", "："];
    let mut ways = Vec::new();
    for (opens, closes) in around {
        ways.push((String::new(), format!("{opens}{code}{closes}")));
        ways.push((format!("{opens}{code}{closes}"), String::new()));
        ways.push((format!("{opens}{code}{closes} "), String::new()));
        ways.push((
            String::new(),
            format!(" {opens}{}{closes}", code.to_lowercase()),
        ));
    }
    for mark in [". ", "、", " ", "：", "-", "_"] {
        ways.push((format!("{code}{mark}"), String::new()));
    }
    for mark in [" ", "-", "—", "_", " / "] {
        ways.push((String::new(), format!("{mark}{code}")));
    }
    for number in numbers {
        for (before, behind) in &ways {
            for hint in hints {
                let heading = format!("{number}{before}{text}{behind}{hint}");
                let found = all(&[&heading], &items);
                assert_eq!(found, [Named::Item(0)], "{heading}");
                assert_eq!(other_code(&heading, 0, &items), None, "{heading}");
                // Other words go by the code, unless they ask about something else.
                if number.is_empty() && hint.is_empty() {
                    let other = format!("{before}随便什么{behind}");
                    assert_eq!(all(&[&other], &items), [Named::Item(0)], "{other}");
                    let other = format!("{before}的重要性{behind}");
                    assert_eq!(all(&[&other], &items), [Named::Nothing], "{other}");
                }
            }
        }
    }
}

/// The words count, and that the code says something else is told.
#[test]
fn a_code_that_is_another_items_is_told() {
    let items = [
        item("CO1", "业务人员的响应", &[]),
        item("CO2", "技术支持", &[]),
        item("A1", "A2 车间", &[]),
        item("A2", "B 车间", &[]),
        item("7", "价格", &[]),
        item("8", "交期", &[]),
        item("CO3", "投诉处理", &["CO1 旧名"]),
    ];
    for (heading, at, code) in [
        ("CO1 技术支持", 1, Some("CO1")),
        ("CO1. 技术支持（必填）", 1, Some("CO1")),
        ("（CO1）技术支持", 1, Some("CO1")),
        ("3、CO1 技术支持", 1, Some("CO1")),
        ("3、技术支持【CO1】", 1, Some("CO1")),
        ("技术支持 co1", 1, Some("CO1")),
        ("8、价格", 4, Some("8")),
        ("CO2 技术支持", 1, None),
        ("技术支持", 1, None),
        ("X9 技术支持", 1, None),
        ("1、技术支持", 1, None),
        ("CO1 旧名", 6, None),
        // It went by that code once.
        ("CO1 投诉处理", 6, None),
        ("5、A2 车间", 2, None),
        ("7、价格", 4, None),
    ] {
        assert_eq!(all(&[heading], &items), [Named::Item(at)], "{heading}");
        let other = other_code(heading, at, &items).map(|it| it.code.as_str());
        assert_eq!(other, code, "{heading}");
    }
}

#[test]
fn either_half_of_a_heading_in_two_languages_names_its_item() {
    let titles = [
        "产品质量 Product quality",
        "交货及时/On-time delivery",
        "服务态度\nService attitude",
    ];
    for items in [
        ["产品质量", "交货及时", "服务态度"],
        ["Product quality", "On-time delivery", "Service attitude"],
        ["产品质量", "On-time delivery", "服务态度"],
    ] {
        let items: Vec<Item> = items.iter().map(|text| item("X", text, &[])).collect();
        let headings = titles.map(|it| (it, ""));
        let expected = [Named::Item(0), Named::Item(1), Named::Item(2)];
        assert_eq!(named(&headings, &items), expected);
    }
    // Each half another item's: nobody can know.
    let items = [
        item("A", "产品质量", &[]),
        item("B", "On-time delivery", &[]),
    ];
    let headings = [("产品质量 On-time delivery", ""), ("服务 Service", "")];
    let expected = [Named::Several(vec![0, 1]), Named::Nothing];
    assert_eq!(named(&headings, &items), expected);
}
