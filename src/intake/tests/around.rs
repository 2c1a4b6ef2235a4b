//! What stands around a table of returns changes nothing of what they say: headings and values
//! that wear something, rows above, below and between.

use fastrand::Rng;

use super::book::{open, xlsx};
use super::returned::{FIVE, context, item, questionnaire};
use crate::intake::{mapping, returns};
use crate::model::{Answer, ItemKind, Progress, Questionnaire};

/// Answers of returns, by the place of the option.
type Answers = Vec<[u8; 3]>;

const TEXTS: [&str; 3] = ["产品质量", "交货及时", "服务态度"];

fn asked() -> Questionnaire {
    questionnaire([
        item("Q1", TEXTS[0], ItemKind::Rating, &FIVE),
        item("Q2", TEXTS[1], ItemKind::Rating, &FIVE),
        item("Q3", TEXTS[2], ItemKind::Rating, &FIVE),
    ])
}

/// Headings wear something each, or are together the lines of a grid.
fn headings(random: &mut Rng) -> [String; 3] {
    let grid = random.usize(0..6);
    std::array::from_fn(|at| match grid {
        0 => format!("您对我们的评价 [{}]", TEXTS[at]),
        1 => format!("评价 >> {}", TEXTS[at]),
        2 => format!("Q9_评价_{}", TEXTS[at]),
        _ => heading(random, at),
    })
}

fn heading(random: &mut Rng, at: usize) -> String {
    let (text, number) = (TEXTS[at], at + 1);
    match random.usize(0..12) {
        0 => text.to_owned(),
        1 => format!("{text}（必填）"),
        2 => format!("{number}、{text}[单选题]"),
        3 => format!("{text}\n（权重50%）"),
        4 => format!("第{number}题 {text}"),
        5 => format!("Q{number}. {text}"),
        6 => format!("Q{number}"),
        7 => format!("A{number}[SQ001]. {text}"),
        8 => format!("{text}（5分制）"),
        9 => format!("{text}得分"),
        10 => format!("{text}（1=很不满意，5=很满意）？"),
        _ => format!("（{}）{text}*", ["一", "二", "三"][at]),
    }
}

fn value(random: &mut Rng, option: u8) -> String {
    let (label, score) = FIVE[usize::from(option)];
    let score = score.unwrap();
    let letter = char::from(b'A' + option);
    match random.usize(0..14) {
        0 => label.to_owned(),
        1 => format!("{letter}.{label}"),
        2 => format!("{}) {label}", letter.to_ascii_lowercase()),
        3 => format!("{label}（{score}分）"),
        4 => format!("{score}-{label}"),
        5 => format!("({score}) {label}"),
        6 => format!("{score}分"),
        7 => format!("{label}。"),
        8 => format!("【{label}】"),
        9 => format!("√{label}"),
        10 => format!("{score} {label}"),
        11 => format!("{score}星"),
        12 => format!(
            "{}{}",
            "★".repeat(score as usize),
            "☆".repeat(5 - score as usize)
        ),
        _ => format!(" {label} "),
    }
}

/// A sheet with the answers in it and something around them.
fn rows(random: &mut Rng, answers: &Answers) -> Vec<Vec<String>> {
    let line = |cells: [&str; 4]| cells.map(str::to_owned).to_vec();
    let mut rows = Vec::new();
    if random.bool() {
        rows.push(line(["顾客满意度调查汇总表", "", "", ""]));
    }
    if random.bool() {
        rows.push(line(["部门：", "质量部", "编号：", "QR-01"]));
    }
    let titles = headings(random);
    rows.push(std::iter::once("填写人".to_owned()).chain(titles).collect());
    if random.bool() {
        rows.push(line(["Respondent", "Quality", "Delivery", "Service"]));
    }
    for (at, options) in answers.iter().enumerate() {
        let values = options.map(|option| value(random, option));
        rows.push(
            std::iter::once(format!("答卷人{at}"))
                .chain(values)
                .collect(),
        );
        if random.usize(0..20) == 0 {
            rows.push(line(["", "", "", ""]));
        }
        if random.usize(0..30) == 0 {
            rows.push(line(["小计", "4.5", "4", "3.8"]));
        }
    }
    let below: [&[[&str; 4]]; 5] = [
        &[],
        &[["平均得分", "4.1", "3.9", "4.4"]],
        &[["", "4.1", "3.9", "4.4"]],
        &[["AVG", "4.1", "3.9", "4.4"]],
        &[["制表：王", "审核：李", "日期：2026-07-01", ""]],
    ];
    for extra in below[random.usize(0..below.len())] {
        rows.push(line(*extra));
    }
    if random.bool() {
        for (option, (label, _)) in (0..).zip(FIVE) {
            let chosen = |item: usize| answers.iter().filter(|it| it[item] == option).count();
            let counts = [0, 1, 2].map(|item| chosen(item).to_string());
            rows.push(std::iter::once(label.to_owned()).chain(counts).collect());
        }
    }
    rows
}

#[test]
fn what_stands_around_a_table_changes_nothing() {
    let asked = asked();
    for seed in 0..400 {
        let random = &mut Rng::with_seed(seed);
        let count = random.usize(4..30);
        let answers: Answers = (0..count)
            .map(|_| std::array::from_fn(|_| random.u8(0..5)))
            .collect();
        let rows = rows(random, &answers);
        say_the_same(&rows, &answers, &asked, seed);
    }
}

/// A head of two rows, questions above and options below, with a tick in one of each.
#[test]
fn ticks_under_options_are_the_same_answers() {
    let asked = asked();
    for seed in 0..100 {
        let random = &mut Rng::with_seed(seed);
        let answers: Answers = (0..random.usize(3..20))
            .map(|_| std::array::from_fn(|_| random.u8(0..5)))
            .collect();
        let mut rows: Vec<Vec<String>> = Vec::new();
        if random.bool() {
            rows.push(vec!["顾客满意度调查汇总表".to_owned()]);
        }
        let above = TEXTS.iter().flat_map(|text| {
            let gaps = std::iter::repeat_n(String::new(), FIVE.len() - 1);
            std::iter::once((*text).to_owned()).chain(gaps)
        });
        rows.push(std::iter::once("填写人".to_owned()).chain(above).collect());
        let labels = TEXTS
            .iter()
            .flat_map(|_| FIVE.iter().map(|(label, _)| (*label).to_owned()));
        rows.push(std::iter::once(String::new()).chain(labels).collect());
        for (at, options) in answers.iter().enumerate() {
            let tick = ["√", "✓", "☑", "1"][random.usize(0..4)];
            let ticks = options.iter().flat_map(|chosen| {
                (0..5_u8).map(move |option| if option == *chosen { tick } else { "" }.to_owned())
            });
            rows.push(
                std::iter::once(format!("答卷人{at}"))
                    .chain(ticks)
                    .collect(),
            );
        }
        say_the_same(&rows, &answers, &asked, seed);
    }
}

/// The rows of a sheet hold these answers, and nothing is left to decide or to settle.
fn say_the_same(rows: &[Vec<String>], answers: &Answers, asked: &Questionnaire, seed: u64) {
    let progress = Progress::default();
    let cells: Vec<Vec<&str>> = rows
        .iter()
        .map(|row| row.iter().map(String::as_str).collect())
        .collect();
    let cells: Vec<&[&str]> = cells.iter().map(Vec::as_slice).collect();
    let mut book = open("a.xlsx", xlsx(&cells)).unwrap();
    let sheet = book.read_for(0, &asked.items, &progress).unwrap();
    let mapping = mapping::propose(&sheet, asked, &[], None, &progress).unwrap();
    assert_eq!(mapping.undecided(), [], "{seed}: {rows:?}");
    let read = returns::read(&sheet, &mapping, &context(asked, &[]), &progress).unwrap();
    let issues: Vec<_> = read.issues.iter().map(|it| (&it.cell, &it.found)).collect();
    assert_eq!(issues, [], "{seed}: {rows:?}");
    let found: Vec<[Answer; 3]> = (0..read.returns.len())
        .map(|at| std::array::from_fn(|item| read.columns[item].get(at)))
        .collect();
    let expected: Vec<[Answer; 3]> = answers.iter().map(|it| it.map(Answer::Option)).collect();
    assert_eq!(found, expected, "{seed}: {rows:?}");
}
