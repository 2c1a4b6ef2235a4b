//! What is printed, and what happens when nobody reads it.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod binary;

use std::io::Read;
use std::process::Stdio;

use binary::{Desk, sample, workbook};
use manyi::store::Store;
use serde_json::Value;

#[test]
fn a_reader_that_leaves_is_no_error() {
    let desk = Desk::new();
    let definition = sample("definition_A3.xlsx");
    desk.done(&["new", "a.manyi", "--definition", &definition]);
    let mut child = desk
        .command(&["scores", "a.manyi", "--wave", "2025H1", "--json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let mut said = String::new();
    child
        .stderr
        .take()
        .unwrap()
        .read_to_string(&mut said)
        .unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(0), "{said}");
    assert_eq!(said, "");
}

/// A survey of two items and a free text with three customers, not one wave yet.
fn small(desk: &Desk) {
    let sheets = [
        ("Survey", "key|value\ntitle|Survey\nweights|turnover"),
        ("Dimensions", "code|name\nQU|Quality"),
        (
            "Items",
            "code|text|dimension|kind|scale\nQ1|Parts|QU|rating|S\nTX|Remarks||text|",
        ),
        (
            "Scales",
            "scale|label|score|satisfied\nS|good|2|yes\nS|bad|1|no",
        ),
        (
            "Customers",
            "code|name|turnover|Region\nC1|Alpha|10|East\nC2|Beta||East\nC3|Gamma|5|West",
        ),
        ("Frame", "wave|customer\n2026H1|C1\n2026H1|C2"),
    ];
    let sheets = sheets.map(|(name, text)| (name, workbook::rows(text)));
    workbook::write(&desk.path("definition.xlsx"), &sheets);
    let sheets: Vec<_> = sheets[..5].to_vec();
    workbook::write(&desk.path("unframed.xlsx"), &sheets);
}

/// The same with one wave of two returns.
fn two_returns(desk: &Desk) {
    small(desk);
    let new = ["new", "a.manyi", "--definition", "definition.xlsx"];
    desk.done(&[&new[..], &["--company", " Firm ", "--document", "QR-9"]].concat());
    let rows = "Customer,Parts,Remarks,Void\nC1,good,ok,\nC2,bad,,\nC2,good,,twice\n";
    std::fs::write(desk.path("r.csv"), rows).unwrap();
    let import = ["import", "a.manyi", "r.csv", "--wave", "2026H1", "--json"];
    let report = desk.json(&import);
    assert_eq!(report["files"][0]["valid"], 2);
    assert_eq!(report["files"][0]["void"], 1);
}

#[test]
fn means_of_a_few_are_for_no_reader() {
    let desk = Desk::new();
    two_returns(&desk);
    let english = |words: &[&str]| desk.done(&[words, &["--lang", "en"]].concat());
    let trend = ["trend", "a.manyi", "--of", "index", "--of", "satisfied"];
    let table = english(&trend);
    assert!(table.contains("Fewer than 5 customers"), "{table}");
    let row = |name: &str| {
        let mut lines = table.lines();
        lines
            .find(|line| line.starts_with(name))
            .unwrap()
            .to_owned()
    };
    for name in ["Satisfaction index", "Satisfaction rate"] {
        assert!(row(name).ends_with('–'), "{table}");
    }
    assert!(row("n").ends_with('2'), "{table}");
    let json = desk.json(&["trend", "a.manyi", "--json"]);
    let point = &json[0]["points"][0];
    assert!(point["score"].is_number() && point["n"] == 2, "{json}");
    let json = desk.json(&["scores", "a.manyi", "--wave", "2026H1", "--json"]);
    for figure in [&json["index"], &json["dimensions"][0], &json["items"][0]] {
        assert_eq!(figure["n"], 2, "{json}");
        for name in ["score", "band", "satisfied", "target_met"] {
            assert!(
                !figure[name].is_null(),
                "programs reckon on: {name} of {json}"
            );
        }
    }
    assert!(json["items"][0]["mean"].is_number(), "{json}");
    assert_eq!(json["items"][0]["counts"][0]["n"], 1, "{json}");
    let scores = english(&["scores", "a.manyi", "--wave", "2026H1"]);
    assert!(scores.contains("Fewer than 5 customers"), "{scores}");
    let without = "1 customer has no turnover (Beta)";
    assert!(scores.contains(without), "{scores}");
    let (full, part) = ("Survey · 2026 H1", "2026 H1");
    assert!(scores.contains(full) && table.contains(part), "{table}");
}

#[test]
fn what_has_no_score_has_no_line() {
    let desk = Desk::new();
    two_returns(&desk);
    let said = desk.refused(1, &["trend", "a.manyi", "--of", "TX", "--lang", "en"]);
    assert!(said.contains("TX") && said.contains("Q1"), "{said}");
    let new = ["new", "b.manyi", "--definition", "unframed.xlsx"];
    desk.done(&new);
    let said = desk.done(&["trend", "b.manyi", "--lang", "en"]);
    assert!(said.contains("no wave yet"), "{said}");
}

#[test]
fn a_question_every_wave_can_be_asked_has_an_answer_in_each() {
    let desk = Desk::new();
    two_returns(&desk);
    let scores = ["scores", "a.manyi", "--wave", "2026H1"];
    let asking = |condition: &str| -> Value {
        desk.json(&[&scores[..], &["--where", condition, "--json"]].concat())
    };
    for (condition, valid) in [
        ("key=yes", 0),
        ("key=no", 2),
        ("重点客户=是", 0),
        ("Region=East", 2),
        ("Region=West", 0),
    ] {
        let found = asking(condition);
        assert_eq!(found["index"]["n"], valid, "{condition}");
        assert_eq!(found["ledger"]["valid"], valid, "{condition}");
    }
    for (condition, known) in [
        ("Region=North", "West"),
        ("Colour=red", "Region"),
        ("key=maybe", "是"),
    ] {
        let said = desk.refused(1, &[&scores[..], &["--where", condition]].concat());
        assert!(said.contains(known), "{condition}: {said}");
    }
}

#[test]
fn company_and_document_come_with_the_workspace() {
    let desk = Desk::new();
    two_returns(&desk);
    let store = Store::open_read_only(&desk.path("a.manyi")).unwrap();
    let heading = store.load().unwrap().workspace;
    assert_eq!(
        (heading.company.as_str(), heading.document.as_str()),
        ("Firm", "QR-9")
    );
    desk.done(&["print", "a.manyi", "scores", "-o", "a.pdf"]);
}

#[test]
fn what_is_left_to_do_is_said_where_something_is_refused() {
    let desk = Desk::new();
    two_returns(&desk);
    let said = |words: &[&str]| desk.refused(1, &[words, &["--lang", "en"]].concat());
    std::fs::create_dir(desk.path("folder")).unwrap();
    let folder = said(&["import", "a.manyi", "folder", "--wave", "2026H1"]);
    assert!(folder.contains("No spreadsheets or scans"), "{folder}");
    let again = said(&["import", "a.manyi", "r.csv", "--wave", "2026H1"]);
    assert!(again.contains("under Returns"), "{again}");
    let nowhere = said(&["print", "a.manyi", "scores", "-o", "none/a.pdf"]);
    assert!(nowhere.contains("no such folder"), "{nowhere}");
    let taken = said(&[
        "export",
        "a.manyi",
        "scores",
        "-o",
        "folder/../folder.xlsx/a.xlsx",
    ]);
    assert!(taken.contains("no such folder"), "{taken}");
    std::fs::write(desk.path("v.csv"), "Parts,Void\ngood,a test\n").unwrap();
    let void = ["import", "a.manyi", "v.csv", "--wave", "2026H1"];
    assert!(desk.done(&void).contains("按文件里的原因作废 1 份"));
}

#[test]
fn a_form_needs_no_wave_and_is_in_its_own_language() {
    let desk = Desk::new();
    small(&desk);
    desk.done(&["new", "a.manyi", "--definition", "unframed.xlsx"]);
    let form = |language: &str| {
        let name = format!("{language}.svg");
        desk.done(&["print", "a.manyi", "form", "--lang", language, "-o", &name]);
        desk.bytes(&name)
    };
    let (zh, en) = (form("zh"), form("en"));
    assert!(zh.starts_with(b"<svg") && zh == en);
}
