//! What the window can do, on the command line: opening a wave, settling, voiding, signing.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod binary;

use binary::{Desk, sample};
use serde_json::Value;

const RETURNS: &str = "客户,QU1,QU2\n\
    C001,满意,一般\n\
    C001,一般,一般\n\
    某某公司,满意,满意\n\
    C002,马马虎虎,满意\n\
    C003,满意,看不清\n";

fn desk() -> Desk {
    let desk = Desk::new();
    let definition = sample("definition_A3.xlsx");
    desk.done(&["new", "a.manyi", "--definition", &definition]);
    std::fs::write(desk.path("returns.csv"), RETURNS).unwrap();
    desk
}

fn open_issues(desk: &Desk) -> Vec<Value> {
    let listed = desk.json(&["settle", "a.manyi", "--wave", "2025H1", "--json"]);
    listed.as_array().unwrap().clone()
}

fn issue(desk: &Desk, found: &str) -> String {
    let open = open_issues(desk);
    let issue = open.iter().find(|it| it["found"] == found);
    issue.unwrap()["issue"].to_string()
}

#[test]
fn a_decision_of_another_kind_of_issue_is_refused() {
    let desk = desk();
    desk.done(&["import", "a.manyi", "returns.csv", "--wave", "2025H1"]);
    let before = open_issues(&desk).len();
    let (odd, second) = (issue(&desk, "马马虎虎"), issue(&desk, "C001"));
    for (number, how) in [
        (&odd, &["--void"][..]),
        (&odd, &["--keep"]),
        (&odd, &["--customer", "C003"]),
        (&odd, &["--new-customer", "C900"]),
        (&second, &["--blank"]),
    ] {
        let words = [&["settle", "a.manyi", "--issue", number], how].concat();
        let said = desk.refused(1, &words);
        assert!(said.contains("不能这样处理"), "{how:?}: {said}");
    }
    assert_eq!(open_issues(&desk).len(), before);
}

#[test]
fn what_waits_is_listed_and_settled_one_by_one() {
    let desk = desk();
    desk.done(&["import", "a.manyi", "returns.csv", "--wave", "2025H1"]);
    let before = open_issues(&desk).len();
    let listed = desk.done(&["settle", "a.manyi", "--wave", "2025H1"]);
    assert!(
        listed.contains("马马虎虎") && listed.contains("returns.csv"),
        "{listed}"
    );

    let settle = |number: &str, how: &[&str]| {
        desk.done(&[&["settle", "a.manyi", "--issue", number], how].concat())
    };
    let odd = issue(&desk, "马马虎虎");
    let said = desk.refused(
        1,
        &["settle", "a.manyi", "--issue", &odd, "--answer", "马虎"],
    );
    assert!(said.contains("选项文字"), "{said}");
    settle(&odd, &["--answer", "一般"]);
    settle(&issue(&desk, "看不清"), &["--blank"]);
    let unknown = issue(&desk, "某某公司");
    let said = desk.refused(
        1,
        &[
            "settle",
            "a.manyi",
            "--issue",
            &unknown,
            "--new-customer",
            "C001",
        ],
    );
    assert!(said.contains("这个编号已有客户"), "{said}");
    settle(&unknown, &["--new-customer", "C901"]);
    settle(&issue(&desk, "C001"), &["--void"]);
    assert_eq!(open_issues(&desk).len(), before - 4);

    let said = desk.refused(1, &["settle", "a.manyi", "--issue", &odd, "--blank"]);
    assert!(said.contains("已经处理过"), "{said}");
    desk.refused(1, &["settle", "a.manyi", "--issue", "1", "--blank"]);
    desk.refused(2, &["settle", "a.manyi", "--issue", &odd]);
    desk.refused(
        2,
        &["settle", "a.manyi", "--issue", &odd, "--keep", "--blank"],
    );

    let scores = desk.json(&["scores", "a.manyi", "--wave", "2025H1", "--json"]);
    // The new customer is not on the list.
    assert_eq!(scores["ledger"]["valid"], 3, "{scores}");
    assert_eq!(scores["ledger"]["apart"]["off_list"], 1, "{scores}");
    assert!(desk.done(&["check", "a.manyi"]).contains("完好"));
}

#[test]
fn a_return_is_void_for_a_reason_and_counts_again() {
    let desk = desk();
    desk.done(&["import", "a.manyi", "returns.csv", "--wave", "2025H1"]);
    let imports = desk.json(&["imports", "a.manyi", "--json"]);
    let number = imports[0]["import"].to_string();
    let valid = || {
        let scores = desk.json(&["scores", "a.manyi", "--wave", "2025H1", "--json"]);
        scores["ledger"]["valid"].as_u64().unwrap()
    };
    let all = valid();
    let row = ["void", "a.manyi", "--import", &number, "--row", "2"];
    let void = |how: &[&'static str]| desk.done(&[&row[..], how].concat());
    void(&["--reason", "全部相同"]);
    assert_eq!(valid(), all - 1);
    void(&["--count-again"]);
    assert_eq!(valid(), all);
    desk.refused(2, &row);
    let said = desk.refused(
        1,
        &[
            "void",
            "a.manyi",
            "--import",
            &number,
            "--row",
            "99",
            "--count-again",
        ],
    );
    assert!(said.contains("第 99 行"), "{said}");
    assert!(desk.done(&["check", "a.manyi"]).contains("完好"));
}

#[test]
fn a_wave_is_opened_once_and_in_the_rhythm_of_the_survey() {
    let desk = desk();
    desk.done(&["wave", "a.manyi", "--open", "2031H1"]);
    let said = desk.refused(1, &["wave", "a.manyi", "--open", "2031H1"]);
    assert!(said.contains("已经开始"), "{said}");
    let said = desk.refused(1, &["wave", "a.manyi", "--open", "2031-03"]);
    assert!(said.contains("2026H1"), "{said}");
    let waves = desk.json(&["wave", "a.manyi", "--json"]);
    let last = waves.as_array().unwrap().last().unwrap();
    assert_eq!(last["wave"], "2031H1");
    assert_eq!(last["chosen"], 0);
    assert!(desk.done(&["wave", "a.manyi"]).contains("2031"));
    assert!(desk.done(&["check", "a.manyi"]).contains("完好"));
}

#[test]
fn a_revision_is_signed_by_somebody() {
    let desk = desk();
    let sign = ["sign", "a.manyi", "--by", "王芳", "--as"];
    let said = desk.done(&[&sign[..], &["prepared", "--date", "2026-03-01"]].concat());
    assert!(said.contains("A/3"), "{said}");
    let again = desk.done(&[&sign[..], &["prepared", "--date", "2026-03-01"]].concat());
    assert!(again.contains("本来就是这样"), "{again}");
    desk.done(&[&sign[..], &["approved"]].concat());
    let unknown = desk.refused(1, &[&sign[..], &["reviewed", "--revision", "Z/9"]].concat());
    assert!(unknown.contains("A/3"), "{unknown}");
    desk.refused(1, &["sign", "a.manyi", "--by", "  ", "--as", "reviewed"]);
    desk.refused(2, &["sign", "a.manyi", "--by", "王芳", "--as", "signed"]);
    assert!(desk.done(&["check", "a.manyi"]).contains("完好"));
}
