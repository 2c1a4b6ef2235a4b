//! What rules make of a wave, on the command line.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod binary;

use binary::Desk;
use calamine::{Data, Reader, open_workbook_auto};
use serde_json::Value;

fn desk() -> Desk {
    let desk = Desk::new();
    desk.done(&["demo", "--headless", "--dir", "."]);
    desk
}

fn choices<'a>(report: &'a Value, rule: &str) -> Vec<&'a Value> {
    let all = report["choices"].as_array().unwrap();
    all.iter().filter(|it| it["rule"] == rule).collect()
}

#[test]
fn the_own_rules_make_the_scores_and_other_choices_stand_beside_them() {
    let desk = desk();
    let wave = ["--wave", "2026H1", "--json"];
    let report = desk.json(&[&["rules", "sample.manyi"], &wave[..]].concat());
    let scores = desk.json(&[&["scores", "sample.manyi"], &wave[..]].concat());
    let now = &report["now"];
    assert_eq!(now["rules"], scores["rules"]);
    // One of them is of nobody known, and in no rate.
    let ledger = &scores["ledger"];
    let valid = ledger["valid"].as_u64().unwrap() + ledger["apart"]["unknown"].as_u64().unwrap();
    assert_eq!(now["counted"], valid);
    for key in ["score", "n", "band", "target_met"] {
        assert_eq!(now["index"][key], scores["index"][key], "{key}");
        for (made, shown) in now["dimensions"]
            .as_array()
            .unwrap()
            .iter()
            .zip(scores["dimensions"].as_array().unwrap())
        {
            assert_eq!(made["code"], shown["code"]);
            assert_eq!(made[key], shown[key], "{key}");
        }
    }
    let [minmax] = choices(&report, "normalisation")[..] else {
        panic!("one other way");
    };
    assert_eq!(minmax["rules"]["normalisation"], "minmax");
    let index = |it: &Value| it["index"]["score"].as_f64().unwrap();
    let change = minmax["change"].as_f64().unwrap();
    assert!((index(minmax) - index(now) - change).abs() < 1e-9 && change < -1.0);
    let targets = choices(&report, "target");
    assert!(targets.iter().all(|it| it["change"] == 0.0));
    let below = |it: &&Value| it["below_target"].as_u64().unwrap();
    assert!(below(targets.last().unwrap()) > below(&now));
}

#[test]
fn every_choice_is_a_line_in_both_languages() {
    let desk = desk();
    let chinese = desk.done(&["rules", "sample.manyi"]);
    let english = desk.done(&["rules", "sample.manyi", "--lang", "en"]);
    assert_eq!(chinese.lines().count(), english.lines().count());
    assert!(chinese.contains("最低答案为 0"), "{chinese}");
    assert!(english.contains("Worst answer is 0"), "{english}");
    assert!(english.contains("by turnover"), "{english}");
}

#[test]
fn a_wave_that_is_not_there_is_said_so() {
    let desk = desk();
    let said = desk.refused(1, &["rules", "sample.manyi", "--wave", "2031H1"]);
    assert!(said.contains("2031"), "{said}");
}

#[test]
fn it_is_written_as_pages_and_as_a_workbook_of_the_same_lines() {
    let desk = desk();
    desk.done(&["rules", "sample.manyi", "-o", "rules.pdf"]);
    assert!(desk.bytes("rules.pdf").starts_with(b"%PDF"));
    desk.done(&["rules", "sample.manyi", "-o", "rules.xlsx", "--lang", "en"]);
    let mut book = open_workbook_auto(desk.path("rules.xlsx")).unwrap();
    let report = desk.json(&["rules", "sample.manyi", "--json"]);
    let [sets, effects] = &book.worksheets()[..] else {
        panic!("a sheet for the sets and one for the choices");
    };
    assert_eq!(sets.0, "What the rules make of 2026 H1");
    let index = report["now"]["index"]["score"].as_f64().unwrap();
    assert_eq!(sets.1.get_value((1, 1)), Some(&Data::Float(index)));
    let choices = report["choices"].as_array().unwrap();
    for (row, choice) in (2..).zip(choices) {
        let index = choice["index"]["score"].as_f64().unwrap();
        assert_eq!(effects.1.get_value((row, 2)), Some(&Data::Float(index)));
    }
    desk.refused(2, &["rules", "sample.manyi", "-o", "rules.svg"]);
}
