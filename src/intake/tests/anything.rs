//! Sheets of anything: headings and cells drawn at random from what people and programs write.
//! Whatever stands there, the way from a sheet to returns and to a questionnaire ends, and holds
//! together. `MANYI_ATTACK=full` draws far more of them.

use std::panic::{AssertUnwindSafe, catch_unwind};

use fastrand::Rng;

use super::book::open;
use super::returned::{FIVE, context, item, questionnaire};
use crate::intake::outline::{Words, outline};
use crate::intake::{mapping, returns, without_private};
use crate::model::{BestEnd, ItemKind, NoReturn, Progress, Questionnaire, RowChoice};

const ROUNDS: u64 = 400;
const FULL_ROUNDS: u64 = 60_000;
const HEADINGS: [&str; 48] = [
    "序号",
    "提交答卷时间",
    "所用时间",
    "来源",
    "来自IP",
    "客户",
    "填写人",
    "日期",
    "作废原因",
    "1、产品质量",
    "2、请评价—交货",
    "2、价格",
    "第6题(运动)",
    "第6题(阅读)",
    "质量（必填）",
    "A1. 质量",
    "b2[SQ001]. [质量]",
    "b2[SQ002]. [交货]",
    "Rate us [Price]",
    "Rate us [Speed]",
    "Timestamp",
    "ID",
    "Start time",
    "Completion time",
    "Email",
    "Name",
    "RespondentID",
    "Q1",
    "Q2",
    "Q3",
    "产品质量",
    "交货及时",
    "服务态度",
    "建议",
    "",
    "",
    "1.1 稳定",
    "1.2 包装",
    "质量-稳定",
    "质量-包装",
    "得分",
    "您会推荐我们吗",
    "好",
    "一般",
    "差",
    "StartDate",
    "Status",
    "ResponseId",
];
const CELLS: [&str; 52] = [
    "",
    "",
    "",
    "很满意",
    "满意",
    "一般",
    "不满意",
    "很不满意",
    "A.很满意",
    "很满意（5分）",
    "5-很满意",
    "5",
    "4",
    "3",
    "2",
    "1",
    "0",
    "6",
    "10",
    "4.5",
    "90%",
    "5分",
    "√",
    "☑",
    "1/0",
    "是",
    "否",
    "yes",
    "no",
    "质量┋价格",
    "质量;服务",
    "Fast, cheap",
    "(跳过)",
    "(空)",
    "-2",
    "-3",
    "n/a",
    "不清楚",
    "2026-03-01",
    "2026/3/1 上午8:00:00",
    "13/3/2026",
    "合计",
    "平均分",
    "制表：王",
    "C001",
    "甲公司",
    "=SUM(A1:A3)",
    "#DIV/0!",
    "１２３",
    "很长的一段意见，里面有逗号",
    "\u{feff}",
    "1e308",
];

fn asked() -> Questionnaire {
    questionnaire([
        item("Q1", "产品质量", ItemKind::Rating, &FIVE),
        item("Q2", "交货及时", ItemKind::Multi, &FIVE),
        item("Q3", "服务态度", ItemKind::Text, &[]),
        item("Q4", "您会推荐我们吗", ItemKind::Nps, &[]),
    ])
}

/// Rows of the same few cells, with a heading somewhere near the top.
fn sheet(random: &mut Rng) -> String {
    let (width, height) = (random.usize(1..12), random.usize(0..24));
    let heads = random.usize(0..4);
    let favourites: Vec<Vec<&str>> = (0..width)
        .map(|_| {
            let of_column = random.usize(1..6);
            (0..of_column)
                .map(|_| CELLS[random.usize(0..CELLS.len())])
                .collect()
        })
        .collect();
    let mut rows = Vec::new();
    for row in 0..heads + height {
        let cell = |at: usize, random: &mut Rng| match row < heads {
            true => HEADINGS[random.usize(0..HEADINGS.len())],
            false => match random.usize(0..12) {
                0 => CELLS[random.usize(0..CELLS.len())],
                _ => favourites[at][random.usize(0..favourites[at].len())],
            },
        };
        let wide = width + usize::from(random.usize(0..30) == 0);
        let cells: Vec<String> = (0..wide)
            .map(|at| format!("\"{}\"", cell(at.min(width - 1), random)))
            .collect();
        rows.push(cells.join(","));
    }
    rows.join("\n")
}

/// From a sheet to returns, and to the questionnaire it may come from.
fn walk(text: &str, random: &mut Rng) {
    let progress = Progress::default();
    let asked = asked();
    let bytes = text.as_bytes().to_vec();
    let Ok(mut opened) = open("a.csv", bytes.clone()) else {
        return;
    };
    if let Ok(sheet) = opened.read_for(0, &asked.items, &progress) {
        let mut mapped = mapping::propose(&sheet, &asked, &[], None, &progress).unwrap();
        mapped.rows = (0..random.usize(0..3))
            .map(|_| RowChoice {
                row: random.u32(0..40),
                returned: random.bool(),
            })
            .collect();
        let there = [(random.u32(1..20), NoReturn::There)].into();
        let context = returns::Context {
            there: &there,
            ..context(&asked, &[])
        };
        let settled = mapped.settled();
        if let Ok(read) = returns::read_decided(&sheet, &settled, &context, &progress) {
            let below = read
                .set_aside
                .iter()
                .filter(|it| sheet.row(it.row).is_some());
            let rows = read.returns.len() + below.count();
            assert!(rows <= sheet.rows() as usize, "{rows}");
            let whole = |column: &crate::model::AnswerColumn| column.len() == read.returns.len();
            assert!(read.columns.iter().all(whole));
            without_private(&sheet, &settled, &progress).unwrap();
        }
    }
    let Ok(mut opened) = open("a.csv", bytes) else {
        return;
    };
    let words = Words {
        overall: "总体".to_owned(),
        yes: "是".to_owned(),
        no: "否".to_owned(),
    };
    if let Ok(sheet) = opened.read(0, &progress)
        && let Ok(found) = outline(&sheet, Some(BestEnd::Last), &words, &progress)
    {
        let asked = &found.definition.questionnaire;
        let mapped = mapping::propose(&sheet, asked, &[], None, &progress).unwrap();
        for item in &asked.items {
            let mut columns = mapped.columns.iter().map(|it| it.target.item());
            assert!(columns.any(|it| it == Some(item.lineage)), "{}", item.text);
        }
    }
}

#[test]
fn whatever_stands_in_a_sheet_the_way_to_returns_ends() {
    let full = std::env::var("MANYI_ATTACK").is_ok_and(|it| it == "full");
    let first = std::env::var("MANYI_ATTACK_SEED");
    let first: u64 = first.ok().and_then(|it| it.parse().ok()).unwrap_or(0);
    let rounds = if full { FULL_ROUNDS } else { ROUNDS };
    for seed in first..first + rounds {
        let random = &mut Rng::with_seed(seed);
        let text = sheet(random);
        let walked = catch_unwind(AssertUnwindSafe(|| walk(&text, random)));
        assert!(walked.is_ok(), "seed {seed}:\n{text}");
    }
}
