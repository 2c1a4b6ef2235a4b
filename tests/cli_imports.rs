//! What is kept of imported files, on the command line.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod binary;

use binary::{Desk, sample};

const RETURNS: &str =
    "客户,IP,昵称,QU1,QU2\nC001,10.0.0.7,小王,满意,一般\nC002,10.0.0.8,小李,一般,满意\n";

fn desk() -> Desk {
    let desk = Desk::new();
    let definition = sample("definition_A3.xlsx");
    desk.done(&["new", "a.manyi", "--definition", &definition]);
    std::fs::write(desk.path("returns.csv"), RETURNS).unwrap();
    desk
}

fn first(desk: &Desk) -> serde_json::Value {
    desk.json(&["imports", "a.manyi", "--json"])[0].clone()
}

#[test]
fn who_sat_where_is_not_kept_unless_wanted() {
    let desk = desk();
    desk.done(&["import", "a.manyi", "returns.csv", "--wave", "2025H1"]);
    let number = first(&desk)["import"].to_string();
    desk.done(&[
        "imports",
        "a.manyi",
        "--original",
        &number,
        "-o",
        "kept.csv",
    ]);
    let kept = std::fs::read_to_string(desk.path("kept.csv")).unwrap();
    assert!(kept.contains("C001,,,满意,一般"), "{kept}");
    assert!(
        !kept.contains("10.0.0.7") && !kept.contains("小王"),
        "{kept}"
    );
    let file = std::fs::read(desk.path("a.manyi")).unwrap();
    assert!(!file.windows(8).any(|part| part == b"10.0.0.7"));

    let desk = self::desk();
    let import = ["import", "a.manyi", "returns.csv", "--wave", "2025H1"];
    desk.done(&[&import[..], &["--keep-private"]].concat());
    let number = first(&desk)["import"].to_string();
    desk.done(&[
        "imports",
        "a.manyi",
        "--original",
        &number,
        "-o",
        "kept.csv",
    ]);
    assert_eq!(
        std::fs::read_to_string(desk.path("kept.csv")).unwrap(),
        RETURNS
    );
}

#[test]
fn a_kept_file_is_listed_saved_and_removed() {
    let desk = desk();
    desk.done(&["import", "a.manyi", "returns.csv", "--wave", "2025H1"]);
    let listed = desk.done(&["imports", "a.manyi"]);
    assert!(
        listed.contains("returns.csv") && listed.contains("2025"),
        "{listed}"
    );
    let number = first(&desk)["import"].to_string();
    let removed = desk.done(&["imports", "a.manyi", "--drop-original", &number]);
    assert!(removed.contains("returns.csv"), "{removed}");
    assert_eq!(first(&desk)["kept"], serde_json::Value::Null);
    let again = ["imports", "a.manyi", "--drop-original", &number];
    let said = desk.refused(1, &again);
    assert!(said.contains("此前已删除"), "{said}");
    let save = ["imports", "a.manyi", "--original", &number, "-o", "b.csv"];
    let said = desk.refused(1, &save);
    assert!(said.contains("没有留存"), "{said}");
    let said = desk.refused(1, &["imports", "a.manyi", "--forget", &number]);
    assert!(said.contains("撤销"), "{said}");
    let said = desk.refused(1, &["imports", "a.manyi", "--forget", "999"]);
    assert!(said.contains("999"), "{said}");
    desk.done(&["check", "a.manyi"]);
}
