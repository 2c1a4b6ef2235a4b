//! A firm's own form that no words give away: marked once on its blank, read from then on.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod binary;

use binary::Desk;
use binary::three_customers::{self, workspace};

fn form(desk: &Desk, name: &str, rows: &str) {
    three_customers::form(desk, name, ("征询单", rows));
}

const BLANK: &str = "顾客征询单\n来函单位|{customer}\n事项|优|良|中|差\n\
    货色如何|{Q1=5}|{Q1=满意}|{Q1=3}|{Q1=不满意}\n到货快慢|{Q2=5}|{Q2=4}|{Q2=3}|{Q2=2}\n还想说的|{Q3}";

fn filled(customer: &str) -> String {
    format!(
        "顾客征询单\n来函单位|{customer}\n事项|优|良|中|差\n货色如何|√|||\n到货快慢||√||\n还想说的|无"
    )
}

const MARKED: [&str; 7] = [
    "import",
    "a.manyi",
    "1.xlsx",
    "--marked",
    "blank.xlsx",
    "--lang",
    "en",
];
const TO: [&str; 3] = ["--wave", "2026H1", "--json"];

#[test]
fn a_blank_is_marked_once_and_forms_like_it_are_read() {
    let desk = Desk::new();
    workspace(&desk);
    form(&desk, "blank.xlsx", BLANK);
    std::fs::create_dir(desk.path("forms")).unwrap();
    form(&desk, "forms/1.xlsx", &filled("宁波甬江"));
    // Rows came in above, and words below.
    let moved = format!("内部存档\n\n{}\n\n以上", filled("苏州恒远"));
    form(&desk, "forms/2.xlsx", &moved);
    // Not without the marks: nothing on it is called as what is asked.
    let alone = [&["import", "a.manyi", "forms/1.xlsx"][..], &TO].concat();
    let said = desk.refused(1, &alone);
    assert!(said.contains("--marked"), "{said}");
    let marked = [
        &["import", "a.manyi", "forms", "--marked", "blank.xlsx"][..],
        &TO,
    ]
    .concat();
    let told = desk.json(&marked);
    let files = told["files"].as_array().unwrap();
    assert_eq!(files.len(), 2, "{told}");
    for file in files {
        assert_eq!(file["returns"], 1, "{told}");
        assert_eq!(file["issues"].as_array().unwrap().len(), 0, "{told}");
    }
    // It is kept: a third comes in by itself, and the check finds nothing.
    form(&desk, "3.xlsx", &filled("杭州云图"));
    let told = desk.json(&[&["import", "a.manyi", "3.xlsx"][..], &TO].concat());
    assert_eq!(told["files"][0]["returns"], 1, "{told}");
    let scores = desk.json(&["scores", "a.manyi", "--wave", "2026H1", "--json"]);
    assert_eq!(scores["ledger"]["returned"], 3, "{scores}");
    let comments = desk.json(&["comments", "a.manyi", "--wave", "2026H1", "--json"]);
    assert_eq!(
        comments["comments"].as_array().unwrap().len(),
        3,
        "{comments}"
    );
    desk.done(&["check", "a.manyi"]);
}

#[test]
fn what_is_missing_of_a_marked_form_is_told() {
    let desk = Desk::new();
    workspace(&desk);
    form(&desk, "blank.xlsx", BLANK);
    let other = filled("宁波甬江").replace("到货快慢", "到货是否准时");
    form(&desk, "1.xlsx", &other);
    let said = desk.refused(1, &[&MARKED[..], &TO].concat());
    for words in ["blank.xlsx", "B5", "到货快慢"] {
        assert!(said.contains(words), "{words}: {said}");
    }
}

#[test]
fn marks_that_mean_nothing_are_refused_before_anything_is_written() {
    let desk = Desk::new();
    workspace(&desk);
    form(&desk, "1.xlsx", &filled("宁波甬江"));
    let before = desk.bytes("a.manyi");
    for (blank, cell, words) in [
        ("货色如何|{Q9}", "B1", "Q9"),
        ("货色如何|{Q1=1}", "B1", "Q1"),
        ("货色如何|{Q1}|{Q1}", "C1", "B1"),
        ("货色如何", "", "{CO1}"),
    ] {
        form(&desk, "blank.xlsx", blank);
        let said = desk.refused(1, &[&MARKED[..], &TO].concat());
        assert!(
            said.contains(cell) && said.contains(words),
            "{blank}: {said}"
        );
    }
    assert!(before == desk.bytes("a.manyi"), "it was written to");
}

#[test]
fn what_stands_beside_the_answers_is_told_with_its_cell() {
    let desk = Desk::new();
    workspace(&desk);
    form(&desk, "blank.xlsx", BLANK);
    let written = filled("宁波甬江").replace("√|||", "√||||常迟到");
    form(&desk, "1.xlsx", &written);
    let told = desk.json(&[&MARKED[..], &TO].concat());
    let expected = serde_json::json!([{
        "cell": "F4", "title": "F4 货色如何", "found": "常迟到"
    }]);
    assert_eq!(told["files"][0]["written_beside"], expected, "{told}");
    assert_eq!(
        told["files"][0]["unused_columns"][0], "F4 货色如何",
        "{told}"
    );
}
