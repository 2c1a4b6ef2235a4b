//! Who is asked, by rule and by hand; what stands apart; calls; closing a wave.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod binary;

use binary::{Desk, sample};
use serde_json::{Value, json};

const WAVE: &str = "2026H1";

fn desk() -> Desk {
    let desk = Desk::new();
    let definition = sample("definition_A3.xlsx");
    desk.done(&["new", "a.manyi", "--definition", &definition]);
    desk.done(&["wave", "a.manyi", "--open", "2027H1"]);
    desk
}

fn frame(desk: &Desk, wave: &str, more: &[&str]) -> Value {
    desk.json(&[&["frame", "a.manyi", "--wave", wave, "--json"], more].concat())
}

fn codes(frame: &Value) -> Vec<&str> {
    let customers = frame["customers"].as_array().unwrap();
    let codes = customers.iter();
    codes.map(|it| it["code"].as_str().unwrap()).collect()
}

fn returns(desk: &Desk, file: &str, customers: &[&str]) {
    let mut text = "客户,QU1,QU2\n".to_owned();
    for customer in customers {
        text += &format!("{customer},满意,一般\n");
    }
    std::fs::write(desk.path(file), text).unwrap();
}

#[test]
fn a_rule_is_looked_at_taken_and_remembered() {
    let desk = desk();
    let rule = ["--rule", "turnover"];
    let preview = frame(&desk, "2027H1", &[&rule[..], &["--preview"]].concat());
    assert!(preview["turnover"].as_f64().unwrap() >= 0.8);
    assert_eq!(frame(&desk, "2027H1", &[])["customers"], json!([]));
    let take = ["frame", "a.manyi", "--wave", "2027H1"];
    desk.done(&[&take[..], &rule].concat());
    let taken = frame(&desk, "2027H1", &[]);
    let mut chosen = codes(&taken);
    chosen.sort_unstable();
    let mut offered: Vec<&str> = preview["customers"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it.as_str().unwrap())
        .collect();
    offered.sort_unstable();
    assert_eq!(chosen, offered);
    let said = taken["chosen_by"].as_str().unwrap();
    assert!(said.contains("80") && !said.contains("人工"), "{said}");
    desk.done(&[&take[..], &["--leave-out", chosen[0]]].concat());
    let said = frame(&desk, "2027H1", &[]);
    assert!(said["chosen_by"].as_str().unwrap().contains("人工"));
    desk.refused(2, &[&take[..], &["--rule", "segment"]].concat());
    desk.refused(
        2,
        &[&take[..], &["--rule", "all", "--add", "C001"]].concat(),
    );
    desk.refused(1, &[&take[..], &["--add", "C999"]].concat());
    assert!(desk.done(&["check", "a.manyi"]).contains("完好"));
}

#[test]
fn the_same_seed_draws_the_same_customers() {
    let desk = desk();
    let draw = |seed: &str| {
        let rule = ["--rule", "random", "--share", "40", "--seed", seed];
        let drawn = frame(&desk, "2027H1", &[&rule[..], &["--preview"]].concat());
        drawn["customers"].clone()
    };
    assert_eq!(draw("7"), draw("7"));
    assert_ne!(draw("7"), draw("8"));
    assert_eq!(draw("7").as_array().unwrap().len(), 12);
}

#[test]
fn answers_from_off_the_list_count_in_no_rate_until_they_are_put_on_it() {
    let desk = desk();
    let on =
        |words: &[&str]| desk.done(&[&["frame", "a.manyi", "--wave", "2027H1"], words].concat());
    on(&["--add", "C001", "--add", "C002"]);
    on(&[
        "--issued",
        "--channel",
        "邮件",
        "--collector",
        "third-party",
    ]);
    returns(&desk, "r.csv", &["C001", "C002", "C003", "C004", "C005"]);
    desk.done(&["import", "a.manyi", "r.csv", "--wave", "2027H1"]);
    let found = frame(&desk, "2027H1", &[]);
    assert_eq!(found["ledger"]["return_rate"], 1.0, "{}", found["ledger"]);
    assert_eq!(found["ledger"]["returned"], 2);
    assert_eq!(found["ledger"]["apart"]["off_list"], 3);
    assert_eq!(found["apart"].as_array().unwrap().len(), 3);
    assert_eq!(found["collectors"][0]["name"], "third_party");
    on(&["--add-answered"]);
    let found = frame(&desk, "2027H1", &[]);
    assert_eq!(codes(&found).len(), 5);
    assert_eq!(found["ledger"]["returned"], 5);
    assert_eq!(found["ledger"]["return_rate"], 1.0);
    on(&["--exclude", "C004", "--reason", "集团内公司"]);
    let found = frame(&desk, "2027H1", &[]);
    assert_eq!(found["ledger"]["frame"], 4);
    assert_eq!(found["ledger"]["apart"]["excluded"], 1);
    on(&["--ask-again", "C004"]);
    assert_eq!(frame(&desk, "2027H1", &[])["ledger"]["frame"], 5);
}

#[test]
fn calls_are_counted_by_customers() {
    let desk = desk();
    let on =
        |words: &[&str]| desk.done(&[&["frame", "a.manyi", "--wave", "2027H1"], words].concat());
    on(&["--rule", "all"]);
    on(&["--issued"]);
    let call = |code: &str, more: &[&str]| {
        let words = [
            "contact",
            "a.manyi",
            "--wave",
            "2027H1",
            "--customer",
            code,
            "--as",
            "call",
            "--by",
            "李娜",
        ];
        desk.done(&[&words[..], more].concat())
    };
    call("C001", &[]);
    call("C001", &["--reached", "--how", "电话"]);
    call("C002", &[]);
    let found = frame(&desk, "2027H1", &[]);
    let calls = &found["calls"];
    assert_eq!(
        (&calls["attempts"], &calls["called"]),
        (&json!(3), &json!(2))
    );
    assert_eq!(calls["reached_rate"], 0.5);
    assert_eq!(calls["enough"], false, "nobody has answered");
    returns(&desk, "r.csv", &["C001"]);
    desk.done(&["import", "a.manyi", "r.csv", "--wave", "2027H1"]);
    assert_eq!(frame(&desk, "2027H1", &[])["calls"]["enough"], true);
}

#[test]
fn what_comes_to_a_closed_wave_is_refused_or_stands_apart() {
    let desk = desk();
    desk.done(&["frame", "a.manyi", "--wave", "2027H1", "--rule", "all"]);
    desk.done(&["frame", "a.manyi", "--wave", "2027H1", "--issued"]);
    returns(&desk, "r.csv", &["C001", "C002"]);
    desk.done(&["import", "a.manyi", "r.csv", "--wave", "2027H1"]);
    desk.done(&["wave", "a.manyi", "--close", "2027H1", "--by", "张三"]);
    let waves = desk.json(&["wave", "a.manyi", "--json"]);
    let closed = waves.as_array().unwrap().iter();
    let closed: Vec<&Value> = closed.filter(|it| !it["closed"].is_null()).collect();
    assert_eq!(closed[0]["wave"], "2027H1");

    returns(&desk, "late.csv", &["C003", "C001"]);
    let late = ["import", "a.manyi", "late.csv", "--wave", "2027H1"];
    let said = desk.refused(1, &late);
    assert!(said.contains("--late") && said.contains("张三"), "{said}");
    desk.done(&[&late[..], &["--late"]].concat());
    let scores = desk.json(&["scores", "a.manyi", "--wave", "2027H1", "--json"]);
    assert_eq!(scores["ledger"]["valid"], 2, "{}", scores["ledger"]);
    // That of C001 came in before, word for word.
    assert_eq!(scores["ledger"]["apart"]["late"], 1);
    assert_eq!(scores["index"]["n"], 2);
    let said = desk.refused(
        1,
        &[
            "frame",
            "a.manyi",
            "--wave",
            "2027H1",
            "--leave-out",
            "C001",
        ],
    );
    assert!(said.contains("已截止"), "{said}");

    let reopen = ["wave", "a.manyi", "--reopen", "2027H1", "--by", "张三"];
    desk.refused(2, &reopen);
    desk.done(&[&reopen[..], &["--reason", "两家大客户的答卷刚寄到"]].concat());
    desk.done(&["wave", "a.manyi", "--count-late", "2027H1"]);
    let scores = desk.json(&["scores", "a.manyi", "--wave", "2027H1", "--json"]);
    assert_eq!(scores["index"]["n"], 3);
    let closings = frame(&desk, "2027H1", &[])["closings"].clone();
    assert_eq!(closings.as_array().unwrap().len(), 2);
    assert_eq!(closings[1]["reason"], "两家大客户的答卷刚寄到");
    assert!(desk.done(&["check", "a.manyi"]).contains("完好"));
    // Another wave is not touched.
    assert_eq!(frame(&desk, WAVE, &[])["closings"], json!([]));
}
