//! Rows that are no returns by what stands in front of them, and returns whatever their comment says.

use super::book::{sheet, xlsx};
use super::returned::{FIVE, context, customers, item, questionnaire};
use crate::intake::{Imported, mapping, returns};
use crate::model::{Customer, ItemKind, NoReturn, Progress, Questionnaire, Reading};

fn asked() -> Questionnaire {
    questionnaire([
        item("Q1", "质量", ItemKind::Rating, &FIVE),
        item("Q2", "交付", ItemKind::Rating, &FIVE),
        item("Q3", "意见", ItemKind::Text, &[]),
    ])
}

fn read(rows: &[Vec<&str>], customers: &[Customer]) -> Imported {
    let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
    let (sheet, progress) = (sheet("a.xlsx", xlsx(&rows)).unwrap(), Progress::default());
    let (asked, scores) = (asked(), Some(Reading::Scores));
    let mapping = mapping::propose(&sheet, &asked, customers, scores, &progress).unwrap();
    returns::read(&sheet, &mapping, &context(&asked, customers), &progress).unwrap()
}

/// Why the row is none that `extra` makes above or below three returns.
fn why(titles: &[&'static str], extra: &[&'static str], above: bool) -> Option<NoReturn> {
    let (known, mut rows) = (customers(), vec![titles.to_vec()]);
    let returned = [["5", "4", "好"], ["4", "4", ""], ["3", "5", "快"]];
    let names = ["宁波甬江", "甲厂", "乙厂"];
    let mut all: Vec<Vec<&str>> = Vec::new();
    for (name, [one, two, text]) in names.into_iter().zip(returned) {
        let cell = |title: &&'static str| match *title {
            "客户" => name,
            "填写人" => "王五",
            "质量" => one,
            "交付" => two,
            "意见" => text,
            _ => "",
        };
        all.push(titles.iter().map(cell).collect());
    }
    all.insert(if above { 0 } else { 3 }, extra.to_vec());
    let row = if above { 2 } else { 5 };
    rows.append(&mut all);
    let read = read(&rows, &known);
    let aside = read.set_aside.iter().find(|it| it.row == row);
    assert_eq!(read.returns.len(), 4 - read.set_aside.len(), "{extra:?}");
    aside.map(|it| it.why)
}

const TABLE: [&str; 4] = ["客户", "质量", "交付", "意见"];

#[test]
fn words_with_their_figure_and_counts_are_no_returns() {
    for name in [
        "平均",
        "平均 3.5",
        "平均：4.0",
        "平均分 4",
        "合计 22",
        "满意率 88%",
        "n",
        "N",
        "N=3",
        "n = 22",
        "样本量",
        "样本量 3",
        "有效份数：3",
        "人数",
        "Count",
    ] {
        for figures in [["3", "3"], ["4", "4.33"]] {
            let counted = figures == ["3", "3"];
            if !counted && matches!(name, "n" | "N" | "Count") {
                continue;
            }
            let row = [name, figures[0], figures[1], ""];
            assert_eq!(
                why(&TABLE, &row, false),
                Some(NoReturn::Statistics),
                "{row:?}"
            );
        }
        let nothing = why(&TABLE, &[name, "", "", ""], false);
        assert!(nothing.is_some(), "{name}");
    }
}

#[test]
fn examples_are_no_returns_whoever_is_named_beside_them() {
    let people = ["客户", "填写人", "质量", "交付", "意见"];
    for name in [
        "例",
        "例：",
        "例：某某公司",
        "例如：甲公司",
        "（例）",
        "示例",
        "示例：",
        "【示例】某厂",
        "填写范例",
        "样例公司",
        "Example",
        "example:",
        "Example: ACME",
        "Example 1",
        "For example",
        "e.g.",
        "E.g. ACME",
        "eg",
    ] {
        for above in [true, false] {
            let plain = why(&TABLE, &[name, "5", "5", "送货快"], above);
            assert_eq!(plain, Some(NoReturn::Yardstick), "{name}");
            let full = why(&people, &[name, "张三", "5", "5", "送货快"], above);
            assert_eq!(full, Some(NoReturn::Yardstick), "{name}");
        }
    }
}

/// Whatever its words: the most there is, the mean of the others, or anything else.
#[test]
fn no_return_is_lost_for_its_comment() {
    let people = ["客户", "填写人", "质量", "交付", "意见"];
    let remarks = ["备注", "客户", "质量", "交付", "意见"];
    let nobody = ["意见", "质量", "交付"];
    let behind = ["质量", "交付", "意见"];
    let noted = ["备注", "质量", "交付"];
    for text in [
        "满分",
        "满分！",
        "满分!",
        "必须满分。",
        "总分",
        "平均",
        "平均水平",
        "平均分 4",
        "合计",
        "目标",
        "示例",
        "例：送货慢",
        "N=3",
        "n",
        "人数",
        "average",
        "Example: late",
        "得分高",
        "满意度 100%",
        "total quality",
        "很满意",
    ] {
        for answers in [["5", "5"], ["4", "4"], ["3", "3"], ["4", "5"]] {
            let [one, two] = answers;
            for above in [true, false] {
                let cases: [(&[&'static str], Vec<&'static str>); 6] = [
                    (&TABLE, vec!["丁厂", one, two, text]),
                    (&people, vec!["C002", "张三", one, two, text]),
                    (&remarks, vec![text, "C002", one, two, ""]),
                    (&nobody, vec![text, one, two]),
                    (&behind, vec![one, two, text]),
                    (&noted, vec![text, one, two]),
                ];
                for (titles, row) in cases {
                    assert_eq!(why(titles, &row, above), None, "{titles:?} {row:?}");
                }
            }
        }
    }
}
