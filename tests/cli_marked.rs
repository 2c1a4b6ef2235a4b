//! A firm's own form that no words give away: marked once on its blank, read from then on.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod binary;

use binary::{Desk, workbook};

fn workspace(desk: &Desk) {
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

fn form(desk: &Desk, name: &str, rows: &str) {
    workbook::write(&desk.path(name), &[("征询单", workbook::rows(rows))]);
}

const BLANK: &str = "顾客征询单\n来函单位|{customer}\n事项|优|良|中|差\n\
    货色如何|{Q1=5}|{Q1=满意}|{Q1=3}|{Q1=不满意}\n到货快慢|{Q2=5}|{Q2=4}|{Q2=3}|{Q2=2}\n还想说的|{Q3}";

fn filled(customer: &str) -> String {
    format!(
        "顾客征询单\n来函单位|{customer}\n事项|优|良|中|差\n货色如何|√|||\n到货快慢||√||\n还想说的|无"
    )
}

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
    let import = [
        "import",
        "a.manyi",
        "1.xlsx",
        "--marked",
        "blank.xlsx",
        "--lang",
        "en",
    ];
    let said = desk.refused(1, &[&import[..], &TO].concat());
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
        let import = [
            "import",
            "a.manyi",
            "1.xlsx",
            "--marked",
            "blank.xlsx",
            "--lang",
            "en",
        ];
        let said = desk.refused(1, &[&import[..], &TO].concat());
        assert!(
            said.contains(cell) && said.contains(words),
            "{blank}: {said}"
        );
    }
    assert!(before == desk.bytes("a.manyi"), "it was written to");
}
