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
    assert!(said.contains("没有留存“returns.csv”"), "{said}");
    let said = desk.refused(1, &["imports", "a.manyi", "--forget", &number]);
    assert!(said.contains("撤销"), "{said}");
    let said = desk.refused(1, &["imports", "a.manyi", "--forget", "999"]);
    assert!(said.contains("999"), "{said}");
    desk.done(&["check", "a.manyi"]);
}

#[test]
fn what_is_kept_is_saved_by_the_rules_of_every_output() {
    let desk = desk();
    desk.done(&["import", "a.manyi", "returns.csv", "--wave", "2025H1"]);
    let save = |name: &'static str| {
        [
            "imports",
            "a.manyi",
            "--original",
            "returns.csv",
            "-o",
            name,
        ]
    };
    let said = desk.refused(2, &save("b.pdf"));
    assert!(
        said.contains(".csv") && said.contains("imports --help"),
        "{said}"
    );
    desk.done(&save("b.csv"));
    let ours = desk.bytes("b.csv");
    desk.done(&save("b.csv"));
    let mut theirs = ours.clone();
    theirs[0] ^= 1;
    std::fs::write(desk.path("b.csv"), &theirs).unwrap();
    desk.refused(1, &save("b.csv"));
    assert!(desk.bytes("b.csv") == theirs);
    desk.done(&[&save("b.csv")[..], &["--force"]].concat());
    assert!(desk.bytes("b.csv") == ours);
}

#[test]
fn an_import_is_taken_back_and_counts_again() {
    let desk = desk();
    desk.done(&["import", "a.manyi", "returns.csv", "--wave", "2025H1"]);
    let returned = || {
        let scores = desk.json(&["scores", "a.manyi", "--wave", "2025H1", "--json"]);
        scores["ledger"]["returned"].as_u64().unwrap()
    };
    let imports = |words: &[&str]| desk.done(&[&["imports", "a.manyi"][..], words].concat());
    assert_eq!(returned(), 2);
    let said = imports(&["--undo", "returns.csv"]);
    assert!(said.contains("returns.csv"), "{said}");
    assert_eq!((returned(), &first(&desk)["undone"]), (0, &true.into()));
    // By name only what can be taken back is meant; by number it is so already.
    let said = desk.refused(1, &["imports", "a.manyi", "--undo", "returns.csv"]);
    assert!(said.contains("manyi imports a.manyi"), "{said}");
    let number = first(&desk)["import"].to_string();
    imports(&["--undo", &number]);
    imports(&["--restore", &number]);
    assert_eq!(returned(), 2);

    // The same file once more, and both are called by their numbers.
    imports(&["--undo", &number]);
    desk.done(&["import", "a.manyi", "returns.csv", "--wave", "2025H1"]);
    let said = desk.refused(
        2,
        &[
            "imports",
            "a.manyi",
            "--original",
            "returns.csv",
            "-o",
            "x.csv",
        ],
    );
    assert!(said.contains(&number), "{said}");
    let said = desk.refused(1, &["imports", "a.manyi", "--restore", "returns.csv"]);
    assert!(said.contains("--undo"), "{said}");
    imports(&["--undo", "returns.csv"]);
    desk.refused(2, &["imports", "a.manyi", "--forget", "returns.csv"]);
    imports(&["--forget", &number]);
    imports(&["--restore", "returns.csv"]);
    assert_eq!(returned(), 2);
    desk.done(&["check", "a.manyi"]);
}
