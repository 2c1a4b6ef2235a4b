//! The same return again: an export downloaded twice, a file with several sheets.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod binary;

use binary::{Desk, workbook};

/// A workspace that asks two items.
fn workspace(desk: &Desk) {
    let sheets = [
        ("Survey", "key|value\ntitle|Survey"),
        ("Dimensions", "code|name\nQU|Quality"),
        (
            "Items",
            "code|text|dimension|kind|scale\nQ1|Parts|QU|rating|S\nQ2|Delivery|QU|rating|S",
        ),
        (
            "Scales",
            "scale|label|score|satisfied\nS|good|2|yes\nS|bad|1|no",
        ),
    ];
    let sheets = sheets.map(|(name, text)| (name, workbook::rows(text)));
    workbook::write(&desk.path("definition.xlsx"), &sheets);
    desk.done(&["new", "a.manyi", "--definition", "definition.xlsx"]);
}

fn import(desk: &Desk, name: &str, text: &str) -> serde_json::Value {
    std::fs::write(desk.path(name), text).unwrap();
    let json = desk.json(&["import", "a.manyi", name, "--wave", "2026H1", "--json"]);
    json["files"][0].clone()
}

fn returned(desk: &Desk) -> u64 {
    let scores = desk.json(&["scores", "a.manyi", "--wave", "2026H1", "--json"]);
    scores["ledger"]["returned"].as_u64().unwrap()
}

const EXPORT: &str = "序号,提交答卷时间,所用时间,来源,来自IP,1、Parts,2、Delivery\n";
const MONDAY: [&str; 2] = [
    "1,2026/3/1 09:00:00,60秒,微信,192.0.2.1,good,bad",
    "2,2026/3/2 09:00:00,61秒,微信,192.0.2.2,bad,bad",
];

#[test]
fn an_export_downloaded_again_brings_what_is_new() {
    let desk = Desk::new();
    workspace(&desk);
    let monday = format!("{EXPORT}{}\n{}\n", MONDAY[0], MONDAY[1]);
    assert_eq!(import(&desk, "monday.csv", &monday)["returns"], 2);
    let new = "3,2026/3/3 09:00:00,60秒,微信,192.0.2.3,good,good";
    // The newest first, as some platforms have it.
    let tuesday = format!("{EXPORT}{new}\n{}\n{}\n", MONDAY[1], MONDAY[0]);
    let told = import(&desk, "tuesday.csv", &tuesday);
    assert_eq!(told["returns"], 1, "{told}");
    let rows: Vec<u64> = told["repeats"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["row"].as_u64().unwrap())
        .collect();
    assert_eq!(rows, [3, 4], "{told}");
    assert_eq!(told["set_aside"].as_array().unwrap().len(), 0, "{told}");
    assert_eq!(returned(&desk), 3);
    let again = tuesday.replace("60秒", "60秒 ");
    std::fs::write(desk.path("again.csv"), again).unwrap();
    let wave = ["--wave", "2026H1", "--lang", "en"];
    let said = desk.refused(
        1,
        &[&["import", "a.manyi", "again.csv"], &wave[..]].concat(),
    );
    assert!(said.contains("all 3 returns are there already"), "{said}");
    assert_eq!(returned(&desk), 3);
}

#[test]
fn who_answers_alike_is_not_taken_for_the_same() {
    let desk = Desk::new();
    workspace(&desk);
    import(&desk, "first.csv", "Parts,Delivery\ngood,good\nbad,good\n");
    let told = import(&desk, "second.csv", "Parts,Delivery\ngood,good\nbad,bad\n");
    assert_eq!(told["returns"], 2, "{told}");
    assert_eq!(returned(&desk), 4);
    // An answer that is another one now is another return: it is not dropped.
    import(&desk, "monday.csv", &format!("{EXPORT}{}\n", MONDAY[0]));
    let changed = MONDAY[0].replace("good,bad", "bad,bad");
    let told = import(&desk, "tuesday.csv", &format!("{EXPORT}{changed}\n"));
    assert_eq!(told["returns"], 1, "{told}");
}

#[test]
fn sheets_that_all_hold_returns_are_named_and_taken_one_by_one() {
    let desk = Desk::new();
    workspace(&desk);
    let east = "No.|Parts|Delivery\n1|good|bad\n2|bad|bad";
    let west = "No.|Parts|Delivery\n1|good|good";
    let summary = "|Parts|Delivery\nAverage|1.5|1.2";
    let sheets = [("Summary", summary), ("East", east), ("West", west)];
    let sheets = sheets.map(|(name, text)| (name, workbook::rows(text)));
    workbook::write(&desk.path("regions.xlsx"), &sheets);
    let all = ["import", "a.manyi", "regions.xlsx", "--wave", "2026H1"];
    let said = desk.refused(1, &[&all[..], &["--lang", "en"]].concat());
    let named = said.contains("East") && said.contains("West") && said.contains("--sheet");
    assert!(named && !said.contains("Summary"), "{said}");
    desk.done(&[&all[..], &["--sheet", "East", "--sheet", "West"]].concat());
    assert_eq!(returned(&desk), 3);
    let twice = desk.refused(
        1,
        &[&all[..], &["--sheet", "East", "--lang", "en"]].concat(),
    );
    assert!(twice.contains("regions.xlsx"), "{twice}");
    let unknown = [&all[..], &["--sheet", "North", "--lang", "en"]].concat();
    let said = desk.refused(1, &unknown);
    assert!(said.contains("North") && said.contains("East"), "{said}");
}
