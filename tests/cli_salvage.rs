//! `manyi salvage` from the command line: a damaged workspace, a new one, and what is said of both.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod binary;

use binary::{Desk, sample};
use rusqlite::Connection;

fn workspace(desk: &Desk) {
    let definition = sample("definition_A3.xlsx");
    desk.done(&["new", "a.manyi", "--definition", &definition]);
    let first = sample("问卷星_2025上半年.csv");
    desk.done(&["import", "a.manyi", &first, "--wave", "2025H1"]);
}

const SCORES: &[&str] = &["--wave", "2025H1", "--json"];

fn scores(desk: &Desk, file: &str) -> serde_json::Value {
    desk.json(&[&["scores", file][..], SCORES].concat())
}

#[test]
fn nothing_is_lost_of_a_sound_workspace() {
    let desk = Desk::new();
    workspace(&desk);
    let said = desk.done(&["salvage", "a.manyi", "-o", "b.manyi", "--lang", "en"]);
    assert!(said.contains("Nothing was lost"), "{said}");
    desk.done(&["check", "b.manyi"]);
    assert_eq!(scores(&desk, "b.manyi"), scores(&desk, "a.manyi"));
    let said = desk.refused(1, &["salvage", "a.manyi", "-o", "b.manyi"]);
    assert!(said.contains("b.manyi"), "{said}");
}

#[test]
fn what_is_lost_is_named_in_both_languages_and_in_json() {
    let desk = Desk::new();
    workspace(&desk);
    // Another program changed a name and added a table: the file does not open any more.
    let db = Connection::open(desk.path("a.manyi")).unwrap();
    db.execute_batch(
        "UPDATE customer SET name = 'X' || name WHERE code = 'C003';
         UPDATE returns SET row = row + 1 WHERE id = 1; CREATE TABLE other (id INTEGER)",
    )
    .unwrap();
    drop(db);
    let before = desk.bytes("a.manyi");
    let said = desk.refused(1, &["check", "a.manyi", "--lang", "en"]);
    assert!(said.contains("manyi salvage"), "{said}");

    let ran = desk.manyi(&["salvage", "a.manyi", "-o", "b.manyi", "--lang", "en"]);
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert!(
        ran.err.contains("C003") && ran.err.contains("customer"),
        "{ran:?}"
    );
    assert!(ran.out.contains("问卷星_2025上半年.csv"), "{ran:?}");
    // What is advised works in the new workspace.
    let advised = "manyi imports b.manyi --undo 问卷星_2025上半年.csv";
    assert!(ran.out.contains(advised), "{ran:?}");
    desk.done(&["imports", "b.manyi", "--undo", "问卷星_2025上半年.csv"]);
    desk.done(&["imports", "b.manyi", "--restore", "问卷星_2025上半年.csv"]);
    assert!(
        ran.err.contains("2025H1 · 问卷星_2025上半年.csv:"),
        "{ran:?}"
    );
    let ran = desk.manyi(&["salvage", "a.manyi", "-o", "c.manyi", "--lang", "zh"]);
    assert!(ran.err.contains("客户"), "{ran:?}");
    let ran = desk.manyi(&["salvage", "a.manyi", "-o", "d.manyi", "--json"]);
    let report: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(report["lost"][0]["table"], "customer");
    assert_eq!(report["lost"][0]["why"], "changed");
    assert!(desk.bytes("a.manyi") == before, "written to");
    for file in ["b.manyi", "c.manyi", "d.manyi"] {
        desk.done(&["check", file]);
        scores(&desk, file);
    }
}
