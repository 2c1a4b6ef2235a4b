//! The same return again: an export downloaded twice, a file with several sheets.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod binary;

use binary::two_items::{valid, workspace};
use binary::{Desk, workbook};

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
    let below = ",制表：李四,,,,,\n";
    let tuesday = format!("{EXPORT}{new}\n{}\n{}\n{below}", MONDAY[1], MONDAY[0]);
    let told = import(&desk, "tuesday.csv", &tuesday);
    assert_eq!(told["returns"], 1, "{told}");
    let rows: Vec<u64> = told["repeats"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["row"].as_u64().unwrap())
        .collect();
    assert_eq!(rows, [3, 4], "{told}");
    assert_eq!(told["set_aside"].as_array().unwrap().len(), 1, "{told}");
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

/// Imports a file whose returns came in before; what was said of it.
fn again(desk: &Desk, name: &str, text: &str, wave: &str, more: &[&str]) -> serde_json::Value {
    std::fs::write(desk.path(name), text).unwrap();
    let words = [
        "import", "a.manyi", name, "--wave", wave, "--json", "--lang", "en",
    ];
    let ran = desk.manyi(&[&words[..], more].concat());
    let json: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    json["files"][0].clone()
}

#[test]
fn other_answers_of_the_same_return_are_asked_about_once_for_all() {
    let desk = Desk::new();
    workspace(&desk);
    let monday = format!("{EXPORT}{}\n{}\n", MONDAY[0], MONDAY[1]);
    import(&desk, "monday.csv", &monday);
    let changed = monday.replace("good,bad", "bad,bad");
    let told = again(&desk, "changed.csv", &changed, "2026H1", &[]);
    assert!(
        told["error"].as_str().unwrap().contains("--repeats"),
        "{told}"
    );
    let repeat = &told["repeats"][0];
    assert_eq!(repeat["row"], 2, "{told}");
    assert_eq!(repeat["differs"][0]["before"], "good", "{told}");
    assert_eq!(repeat["differs"][0]["now"], "bad", "{told}");
    assert_eq!(returned(&desk), 2);
    // The first ones stay: nothing new is left.
    let first = again(
        &desk,
        "changed.csv",
        &changed,
        "2026H1",
        &["--repeats", "first"],
    );
    assert!(
        first["error"].as_str().unwrap().contains("already"),
        "{first}"
    );
    // The newest count, and taking the file back brings the earlier ones back.
    let newest = again(
        &desk,
        "changed.csv",
        &changed,
        "2026H1",
        &["--repeats", "newest"],
    );
    assert_eq!(newest["returns"], 1, "{newest}");
    assert_eq!((returned(&desk), valid(&desk)), (3, 2));
    desk.done(&["imports", "a.manyi", "--undo", "changed.csv"]);
    assert_eq!((returned(&desk), valid(&desk)), (2, 2));
    desk.done(&["imports", "a.manyi", "--restore", "changed.csv"]);
    assert_eq!((returned(&desk), valid(&desk)), (3, 2));
    desk.done(&["imports", "a.manyi", "--undo", "changed.csv"]);
    desk.done(&["imports", "a.manyi", "--forget", "changed.csv"]);
    let both = again(
        &desk,
        "changed.csv",
        &changed,
        "2026H1",
        &["--repeats", "both"],
    );
    assert_eq!(both["returns"], 1, "{both}");
    assert_eq!((returned(&desk), valid(&desk)), (3, 3));
    desk.done(&["check", "a.manyi"]);
}

#[test]
fn an_export_of_everything_brings_the_next_wave_only_what_is_its_own() {
    let desk = Desk::new();
    workspace(&desk);
    let first = format!("{EXPORT}{}\n{}\n", MONDAY[0], MONDAY[1]);
    import(&desk, "first.csv", &first);
    let new = "3,2026/9/3 09:00:00,60秒,微信,192.0.2.3,good,good";
    let all = format!("{first}{new}\n");
    let told = again(&desk, "all.csv", &all, "2026H2", &[]);
    assert_eq!(told["returns"], 1, "{told}");
    assert_eq!(told["repeats"].as_array().unwrap().len(), 2, "{told}");
    assert_eq!(told["repeats"][0]["wave"], "2026H1", "{told}");
    assert_eq!(told["repeats"][0]["why"], "in another wave", "{told}");
}

#[test]
fn what_was_saved_again_is_the_same_whatever_stands_where() {
    let desk = Desk::new();
    workspace(&desk);
    let monday = format!("{EXPORT}{}\n{}\n", MONDAY[0], MONDAY[1]);
    import(&desk, "monday.csv", &monday);
    // Columns moved, one added, one renamed, times written otherwise, one more row.
    let text = "Remark|2、Delivery|1、Parts|提交答卷时间|序号|所用时间|来源|来自IP
        -|bad|good|2026-03-01 09:00|1|60秒|微信|192.0.2.1
        -|bad|bad|2026-03-02 09:00|2|61秒|微信|192.0.2.2
        -|good|good|2026-03-03 09:00|3|62秒|微信|192.0.2.3";
    workbook::write(
        &desk.path("saved.xlsx"),
        &[("Sheet1", workbook::rows(text))],
    );
    let words = [
        "import",
        "a.manyi",
        "saved.xlsx",
        "--wave",
        "2026H1",
        "--json",
    ];
    let told = desk.json(&words)["files"][0].clone();
    assert_eq!(told["returns"], 1, "{told}");
    assert_eq!(told["repeats"].as_array().unwrap().len(), 2, "{told}");
    assert_eq!(returned(&desk), 3);
}

#[test]
fn a_sheet_that_says_what_an_earlier_one_said_is_asked_about() {
    let desk = Desk::new();
    workspace(&desk);
    let rows = "good,good\nbad,good\nbad,bad\ngood,bad\n";
    import(&desk, "first.csv", &format!("Parts,Delivery\n{rows}"));
    let again_saved = format!(
        "Delivery,Parts,Remark\n{}",
        "good,good,\nbad,good,\nbad,bad,\ngood,bad,\n"
    );
    let told = again(&desk, "saved.csv", &again_saved, "2026H1", &[]);
    assert!(
        told["error"].as_str().unwrap().contains("first.csv"),
        "{told}"
    );
    let both = again(
        &desk,
        "saved.csv",
        &again_saved,
        "2026H1",
        &["--repeats", "both"],
    );
    assert_eq!(both["returns"], 4, "{both}");
    assert_eq!(returned(&desk), 8);
}

#[test]
fn a_row_is_what_a_person_says_it_is() {
    let desk = Desk::new();
    workspace(&desk);
    let text = "No.,Name,Parts,Delivery\n1,A,good,bad\n2,B,bad,bad\n3,C,good,good\n,Total,2,2\n4,test,good,good\n";
    let told = again(&desk, "a.csv", text, "2026H1", &["--leave-row", "6"]);
    assert_eq!(told["returns"], 3, "{told}");
    let why = |row: u64| {
        let aside = told["set_aside"].as_array().unwrap();
        let found = aside.iter().find(|it| it["row"] == row).unwrap();
        found["why"].as_str().unwrap().to_owned()
    };
    assert_eq!(why(5), "statistics");
    assert_eq!(why(6), "left out by you");
    desk.done(&["imports", "a.manyi", "--undo", "a.csv"]);
    desk.done(&["imports", "a.manyi", "--forget", "a.csv"]);
    let told = again(&desk, "a.csv", text, "2026H1", &["--keep-row", "a!5"]);
    assert_eq!(told["returns"], 5, "{told}");
    let told = again(&desk, "b.csv", text, "2026H2", &["--keep-row", "99"]);
    assert!(told["error"].as_str().unwrap().contains("99"), "{told}");
}

#[test]
fn a_file_that_was_refused_says_what_fits_nothing() {
    let desk = Desk::new();
    workspace(&desk);
    let told = again(
        &desk,
        "other.csv",
        "Name,Colour\nA,red\nB,blue\n",
        "2026H1",
        &[],
    );
    assert_eq!(
        told["unmapped_items"],
        serde_json::json!(["Q1", "Q2"]),
        "{told}"
    );
    assert!(
        told["unused_columns"]
            .as_array()
            .unwrap()
            .contains(&"Colour".into()),
        "{told}"
    );
    assert!(told["error"].as_str().is_some(), "{told}");
}

#[test]
fn a_file_that_speaks_of_another_period_is_told() {
    let desk = Desk::new();
    workspace(&desk);
    let rows = "Parts,Delivery,Date\ngood,good,2026-03-01\nbad,good,2026-03-02\n";
    for (name, text, said) in [
        ("2025下半年.csv", rows.to_owned(), true),
        ("2026H1.csv", rows.replace("2026-03", "2026-07"), false),
        ("dates.csv", rows.replace("2026-03", "2025-09"), true),
    ] {
        std::fs::write(desk.path(name), text).unwrap();
        let words = [
            "import", "a.manyi", name, "--wave", "2026H1", "--lang", "en",
        ];
        let ran = desk.manyi(&words);
        let told = ran.err.contains("take the import back");
        assert_eq!(told, said, "{name}: {}", ran.err);
    }
}

#[test]
fn who_only_tried_the_survey_out_is_no_return() {
    let desk = Desk::new();
    workspace(&desk);
    let text = "StartDate,EndDate,Status,Finished,ResponseId,Q1,Q2\n\
        Start Date,End Date,Response Type,Finished,Response ID,Parts,Delivery\n\
        \"{\"\"ImportId\"\":\"\"startDate\"\"}\",\"{\"\"ImportId\"\":\"\"endDate\"\"}\",\
        \"{\"\"ImportId\"\":\"\"status\"\"}\",\"{\"\"ImportId\"\":\"\"finished\"\"}\",\
        \"{\"\"ImportId\"\":\"\"_recordId\"\"}\",\"{\"\"ImportId\"\":\"\"QID1\"\"}\",\
        \"{\"\"ImportId\"\":\"\"QID2\"\"}\"\n\
        2026-03-01 09:00:00,2026-03-01 09:01:00,IP Address,True,R_1abcdefgh,good,bad\n\
        2026-03-01 10:00:00,2026-03-01 10:01:00,Survey Preview,True,R_2abcdefgh,good,good\n";
    let told = again(&desk, "qualtrics.csv", text, "2026H1", &[]);
    assert_eq!(told["returns"], 1, "{told}");
    assert_eq!(told["set_aside"][0]["why"], "trial run", "{told}");
    let kept = ["--keep-row", "5", "--repeats", "first"];
    let told = again(&desk, "kept.csv", &format!("{text}\n"), "2026H1", &kept);
    assert_eq!(told["returns"], 1, "{told}");
}

#[test]
fn what_may_sum_up_is_told_where_its_figures_do_not_say_it() {
    let desk = Desk::new();
    workspace(&desk);
    let text = "No.,Name,Parts,Delivery\n1,A,2,1\n2,B,1,1\n3,C,2,2\n,得分,2,2\n";
    let told = again(&desk, "a.csv", text, "2026H1", &["--values", "scores"]);
    assert_eq!(told["returns"], 4, "{told}");
    assert_eq!(told["doubtful"], serde_json::json!([5]), "{told}");
}

#[test]
fn totals_stand_under_comments_too_and_another_table_below_is_told() {
    let desk = Desk::new();
    let sheets = [
        ("Survey", "key|value\ntitle|Survey"),
        ("Dimensions", "code|name\nQU|Quality"),
        (
            "Items",
            "code|text|dimension|kind|scale\nT|Comment||text|\nQ1|Parts|QU|rating|S\nQ2|Delivery|QU|rating|S",
        ),
        ("Scales", "scale|label|score\nS|good|3\nS|fair|2\nS|bad|1"),
    ];
    let sheets = sheets.map(|(name, text)| (name, workbook::rows(text)));
    workbook::write(&desk.path("definition.xlsx"), &sheets);
    desk.done(&["new", "a.manyi", "--definition", "definition.xlsx"]);
    let text = "Comment,Parts,Delivery\nfine,3,2\nTotal,2,1\nnone,1,3\nTotal,6,6\nAverage,2,2\n";
    let scores = ["--values", "scores"];
    let told = again(&desk, "a.csv", text, "2026H1", &scores);
    assert_eq!(told["returns"], 3, "{told}");
    let text = "Parts,Delivery,Comment\n3,1,a\n3,1,b\n2,1,c\nDelivery,Parts,Comment\n1,3,d\n";
    let told = again(&desk, "b.csv", text, "2026H2", &scores);
    assert_eq!(told["returns"], 3, "{told}");
    assert_eq!(told["set_aside"][0]["why"], "titles", "{told}");
    assert_eq!(told["set_aside"][1]["why"], "under other titles", "{told}");
}
