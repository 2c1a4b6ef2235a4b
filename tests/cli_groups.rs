//! Groups side by side, through the built program.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

mod binary;

use binary::{Desk, workbook};
use calamine::{Data, Reader, open_workbook_auto};
use serde_json::Value;

/// The sample company, whose one unsettled return is of nobody known.
fn sample() -> Desk {
    let desk = Desk::new();
    desk.done(&["demo", "--headless", "--dir", "."]);
    desk
}

fn scores(desk: &Desk, more: &[&str]) -> Value {
    let words = ["scores", "sample.manyi", "--wave", "2026H1", "--json"];
    desk.json(&[&words, more].concat())
}

#[test]
fn groups_stand_side_by_side_with_who_has_no_value() {
    let desk = sample();
    let found = scores(&desk, &["--by", "行业"]);
    let groups = found["groups"]["groups"].as_array().unwrap();
    let returns: u64 = groups
        .iter()
        .map(|it| it["returns"].as_u64().unwrap())
        .sum();
    assert_eq!(returns, found["index"]["n"].as_u64().unwrap());
    assert_eq!(groups.last().unwrap()["value"], Value::Null);
    let index = &found["groups"]["lines"][0];
    assert_eq!(
        (&index["of"], &index["differs"]),
        (&Value::from("index"), &Value::from(true))
    );
    assert!(index["test"]["p"].as_f64().unwrap() < 0.05);
    assert_eq!(index["apart"][0]["low"], "电子");
    // Two doctors and one of nobody known are three, and so the smallest group joins them.
    let few: Vec<bool> = index["figures"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["few"] == true)
        .collect();
    assert_eq!(few, [false, false, true, true, true]);
    assert!(index["figures"][2]["score"].is_f64(), "programs reckon on");
    for segment in found["segments"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|it| it["key"] == "行业")
    {
        let at = groups
            .iter()
            .position(|it| it["value"] == segment["value"])
            .unwrap();
        assert_eq!(segment["score"], index["figures"][at]["score"]);
        assert_eq!(segment["few"], index["figures"][at]["few"]);
    }
    assert!(
        scores(&desk, &[]).get("groups").is_none(),
        "only where it was asked for"
    );
}

#[test]
fn a_group_is_hidden_under_its_filter_as_it_is_beside_the_others() {
    let desk = sample();
    for (value, few) in [
        ("电子", false),
        ("机电", false),
        ("汽车", true),
        ("医疗", true),
    ] {
        let found = scores(&desk, &["--where", &format!("行业={value}")]);
        assert_eq!(found["index"]["few"], few, "{value}");
    }
    for none in ["未归属", "Not assigned", ""] {
        let found = scores(&desk, &["--where", &format!("行业={none}")]);
        assert_eq!(found["index"]["n"], 1, "{none}");
    }
}

#[test]
fn the_terminal_says_no_more_than_the_test_in_either_language() {
    let desk = sample();
    let told = |by: &str, language: &str| {
        let words = [
            "scores",
            "sample.manyi",
            "--wave",
            "2026H1",
            "--by",
            by,
            "--lang",
            language,
        ];
        desk.done(&words)
    };
    let zh = told("行业", "zh");
    assert!(
        zh.contains("低于机电 13.1 分") && zh.contains("未归属"),
        "{zh}"
    );
    assert!(zh.contains("从总数减去其他组"), "{zh}");
    let zh = told("区域", "zh");
    assert!(
        zh.contains("差别可能是偶然") && !zh.contains("低于华"),
        "{zh}"
    );
    let en = told("区域", "en");
    assert!(
        en.contains("may be chance") && en.contains("Not assigned"),
        "{en}"
    );
    let said = desk.refused(
        1,
        &[
            "scores",
            "sample.manyi",
            "--wave",
            "2026H1",
            "--by",
            "不知道",
        ],
    );
    assert!(said.contains("区域"), "{said}");
}

#[test]
fn the_workbook_holds_the_groups_of_every_name() {
    let desk = sample();
    desk.done(&[
        "export",
        "sample.manyi",
        "scores",
        "--wave",
        "2026H1",
        "--lang",
        "zh",
        "-o",
        "s.xlsx",
    ]);
    let mut book = open_workbook_auto(desk.path("s.xlsx")).unwrap();
    let range = book.worksheet_range("各组比较").unwrap();
    let rows: Vec<Vec<String>> = range
        .rows()
        .map(|row| row.iter().map(Data::to_string).collect())
        .collect();
    let of = |by: &str, group: &str| {
        let mut all = rows.iter();
        all.find(|row| row[0] == by && row[2] == "满意度指数" && row[3] == group)
            .unwrap()
    };
    assert_eq!(of("区域", "华南")[4..6], ["5", "5"]);
    assert_eq!(of("行业", "汽车")[4..8], ["5", "5", "", ""], "hidden");
    assert!(of("行业", "全部客户")[11].contains("不像偶然"));
    let range = book.worksheet_range("谁答了").unwrap();
    let rows: Vec<Vec<String>> = range
        .rows()
        .map(|row| row.iter().map(Data::to_string).collect())
        .collect();
    let east = rows.iter().find(|row| row[1] == "华东").unwrap();
    assert_eq!(
        east[2..6],
        ["15", "0.5", "12", "11"],
        "list, returned, valid"
    );
}

/// So many returns, one of two plants each, with what they buy.
fn small(desk: &Desk, returns: &[&str]) {
    let sheets = [
        ("Survey", "key|value\ntitle|Small"),
        ("Dimensions", "code|name|weight\nQ|Quality|1"),
        (
            "Items",
            "code|text|dimension|kind|scale|scored|segment\n\
             Q1|Parts|Q|rating|F||\nS1|Plant||single|P|no|yes\nM1|What do you buy?||multi|B|no|",
        ),
        (
            "Scales",
            "scale|label|score|satisfied\nF|a|5|yes\nF|b|4|yes\nF|c|3|\nF|d|2|\nF|e|1|\n\
             P|North||\nP|South||\nB|Pumps||\nB|Valves||\nB|Seals||",
        ),
    ];
    let sheets = sheets.map(|(name, text)| (name, workbook::rows(text)));
    workbook::write(&desk.path("definition.xlsx"), &sheets);
    desk.done(&["new", "a.manyi", "--definition", "definition.xlsx"]);
    let mut text = "customer,Q1,S1,M1\n".to_owned();
    for (at, row) in returns.iter().enumerate() {
        text += &format!("C{at},{row}\n");
    }
    std::fs::write(desk.path("returns.csv"), text).unwrap();
    desk.done(&["import", "a.manyi", "returns.csv", "--wave", "2026H1"]);
}

#[test]
fn few_returns_and_one_group_say_so_and_are_no_numbers() {
    for returns in [
        &["a,North,Pumps"][..],
        &["a,North,Pumps", "c,South,Pumps", "b,North,Seals"],
        &[
            "a,North,", "a,North,", "a,North,", "a,North,", "a,North,", "a,North,",
        ],
    ] {
        let desk = Desk::new();
        small(&desk, returns);
        let words = [
            "scores", "a.manyi", "--wave", "2026H1", "--by", "Plant", "--lang", "en",
        ];
        let said = desk.done(&words);
        assert!(
            said.contains("not tested") && !said.contains("NaN"),
            "{said}"
        );
        desk.done(&[
            "print", "a.manyi", "review", "--wave", "2026H1", "-o", "r.pdf",
        ]);
    }
}

#[test]
fn a_question_of_several_ticks_has_its_table() {
    let desk = Desk::new();
    let ticked = [
        "a,North,Pumps;Valves",
        "b,South,Pumps",
        "a,North,Pumps;Seals",
        "c,South,Valves",
        "b,North,Pumps",
    ];
    small(&desk, &ticked);
    let words = [
        "export", "a.manyi", "scores", "--wave", "2026H1", "--lang", "en", "-o", "s.xlsx",
    ];
    desk.done(&words);
    let mut book = open_workbook_auto(desk.path("s.xlsx")).unwrap();
    let range = book.worksheet_range("Several answers").unwrap();
    let pumps = range.rows().nth(1).unwrap();
    let told: Vec<String> = pumps[..5].iter().map(Data::to_string).collect();
    assert_eq!(told, ["M1", "What do you buy?", "Pumps", "4", "5"]);
    // statsmodels: proportion_confint(4, 5, method="wilson")
    for (cell, expected) in pumps[5..8].iter().zip([0.8, 0.375_534_63, 0.963_775_89]) {
        let Data::Float(value) = cell else {
            panic!("{cell:?}");
        };
        assert!((value - expected).abs() < 1e-7, "{value}");
    }
}
