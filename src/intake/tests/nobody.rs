//! Tables in which nobody is named: what stands around the returns is told from them all the same.

use super::book::{sheet, xlsx};
use super::returned::{FIVE, context, item, questionnaire};
use crate::intake::{Imported, mapping, returns};
use crate::model::{ItemKind, NoReturn, Progress, Questionnaire, Reading};

/// What a table comes to, numbers as scores.
fn read(rows: &[&[&str]], asked: &Questionnaire) -> Imported {
    let (sheet, progress) = (sheet("a.xlsx", xlsx(rows)).unwrap(), Progress::default());
    let scores = Some(Reading::Scores);
    let mapping = mapping::propose(&sheet, asked, &[], scores, &progress).unwrap();
    returns::read(&sheet, &mapping, &context(asked, &[]), &progress).unwrap()
}

/// What is asked, of which the first column is.
fn asked(first: ItemKind) -> Questionnaire {
    let one = match first {
        ItemKind::Rating => item("Q1", "质量", ItemKind::Rating, &FIVE),
        kind => item("Q1", "数量", kind, &[]),
    };
    questionnaire([
        one,
        item("Q2", "交付", ItemKind::Rating, &FIVE),
        item("Q3", "服务", ItemKind::Rating, &FIVE),
        item("Q4", "意见", ItemKind::Text, &[]),
    ])
}

/// Returns with numbers or labels, each first by what the first column holds.
fn returns(first: ItemKind, labels: bool) -> Vec<[&'static str; 4]> {
    let own: [&str; 5] = match first {
        ItemKind::Rating if labels => ["很满意", "满意", "一般", "满意", "不满意"],
        ItemKind::Rating => ["5", "4", "3", "4", "2"],
        ItemKind::Text => ["快", "慢", "还可以", "无", "包装差"],
        _ => ["12", "40", "7", "110", "33"],
    };
    let rest = [["5", "4"], ["4", "4"], ["3", "5"], ["2", "4"], ["4", "1"]];
    let words = [
        ["很满意", "满意"],
        ["满意", "满意"],
        ["一般", "很满意"],
        ["不满意", "满意"],
        ["满意", "很不满意"],
    ];
    let rest = if labels { words } else { rest };
    let all = own.into_iter().zip(rest);
    all.map(|(first, [one, two])| [first, one, two, ""])
        .collect()
}

fn title(first: ItemKind) -> [&'static str; 4] {
    [
        if first == ItemKind::Rating {
            "质量"
        } else {
            "数量"
        },
        "交付",
        "服务",
        "意见",
    ]
}

/// What the returns come to with a row below them.
fn below(first: ItemKind, labels: bool, row: [&'static str; 4]) -> Imported {
    let mut all = vec![title(first)];
    all.extend(returns(first, labels));
    all.push(row);
    let rows: Vec<&[&str]> = all.iter().map(|it| it.as_slice()).collect();
    read(&rows, &asked(first))
}

const FIRST: [ItemKind; 3] = [ItemKind::Rating, ItemKind::Number, ItemKind::Text];

#[test]
fn rows_of_figures_are_no_returns_where_nobody_is_named() {
    for first in FIRST {
        for labels in [false, true] {
            for row in [
                ["合计", "", "", ""],
                ["平均分", "3.6", "3.6", ""],
                ["合计", "18", "18", ""],
                ["", "合计", "18", ""],
                ["总计：", "18", "18", ""],
                ["满分", "5", "5", ""],
                ["目标值", "4.5", "4.5", ""],
                ["", "平均值", "3.6", ""],
            ] {
                let read = below(first, labels, row);
                let aside: Vec<u32> = read.set_aside.iter().map(|it| it.row).collect();
                // A word alone where free text stands may be somebody's.
                let written = first == ItemKind::Text && !row[0].is_empty();
                let figures = row[1] == "3.6" || row[1] == "18";
                if !written || (figures && !labels) {
                    assert_eq!(
                        (read.returns.len(), &*aside),
                        (5, &[7][..]),
                        "{first:?} {row:?}"
                    );
                }
            }
        }
    }
}

#[test]
fn signatures_below_are_no_returns_where_nobody_is_named() {
    for first in FIRST {
        for row in [
            ["制表：张三", "", "审核：李四", ""],
            ["制表人", "张三", "审核人", "李四"],
            ["填表人：王五", "日期：2026-06-30", "", ""],
            ["审核", "批准", "日期", ""],
            ["", "制表：张三", "", ""],
            ["Prepared by: Li", "", "Approved by: Wu", ""],
            ["统计人：赵六", "", "", ""],
            ["编制日期：2026年6月", "", "", ""],
        ] {
            let read = below(first, true, row);
            let aside: Vec<_> = read.set_aside.iter().map(|it| (it.row, it.why)).collect();
            assert_eq!(aside, [(7, NoReturn::Note)], "{first:?} {row:?}");
            assert_eq!(read.returns.len(), 5);
        }
    }
}

#[test]
fn hints_below_the_titles_are_no_returns() {
    for first in FIRST {
        for row in [
            ["必填", "1-5分", "1-5分", ""],
            ["请填写", "请选择", "请选择", "选填"],
            [
                "（必填）",
                "很满意/满意/一般/不满意/很不满意",
                "很满意/满意/一般/不满意/很不满意",
                "选填",
            ],
            ["填空题", "单选题", "单选题", "填空题"],
        ] {
            let (title, all) = (title(first), returns(first, true));
            let mut rows: Vec<&[&str]> = vec![&title, &row];
            rows.extend(all.iter().map(|it| it.as_slice()));
            let read = read(&rows, &asked(first));
            let aside: Vec<_> = read.set_aside.iter().map(|it| (it.row, it.why)).collect();
            assert_eq!(aside, [(2, NoReturn::Titles)], "{first:?} {row:?}");
            assert_eq!(read.returns.len(), 5);
        }
    }
}

#[test]
fn options_below_a_title_that_was_not_merged_are_no_return() {
    let asked = asked(ItemKind::Rating);
    let [first, second, ..] = title(ItemKind::Rating);
    for options in [["5分", "4分", "3分"], ["很满意", "满意", "一般"]] {
        let [best, good, fair] = options;
        let rows: [&[&str]; 6] = [
            &["客户", first, "", "", second, "", ""],
            &["", best, good, fair, best, good, fair],
            &["甲公司", "√", "", "", "", "√", ""],
            &["乙公司", "", "√", "", "√", "", ""],
            &["丙公司", "", "√", "", "", "", "√"],
            &["丁公司", "", "", "√", "", "√", ""],
        ];
        let read = read(&rows, &asked);
        let rows: Vec<u32> = read.returns.iter().map(|it| it.row).collect();
        assert!(
            !rows.contains(&2) && !rows.is_empty(),
            "{options:?}: {rows:?}"
        );
    }
}

#[test]
fn what_a_respondent_could_have_said_stays() {
    for row in [
        ["满意", "满意", "满意", "合计三次才修好"],
        ["满意", "", "", "审核很严"],
        ["还行", "满意", "满意", ""],
        ["满意", "满意", "请联系我", ""],
        ["", "", "", "备注：请尽快处理"],
        ["满意", "平均分", "很满意", ""],
        ["满意", "满意", "满意", "平均分太低"],
    ] {
        for at_top in [true, false] {
            let (title, mut all) = (title(ItemKind::Rating), returns(ItemKind::Rating, true));
            match at_top {
                true => all.insert(0, row),
                false => all.push(row),
            }
            let mut rows: Vec<&[&str]> = vec![&title];
            rows.extend(all.iter().map(|it| it.as_slice()));
            let read = read(&rows, &asked(ItemKind::Rating));
            assert_eq!(read.set_aside, [], "{row:?}");
            assert_eq!(read.returns.len(), 6, "{row:?}");
        }
    }
}
