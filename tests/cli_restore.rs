//! Backups on the command line: one a command, listed, restored.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod binary;

use binary::{Desk, sample};

/// A workspace as it was, and one import later.
fn workspace(desk: &Desk) -> serde_json::Value {
    let definition = sample("definition_A3.xlsx");
    desk.done(&["new", "a.manyi", "--definition", &definition]);
    let first = sample("问卷星_2025上半年.csv");
    desk.done(&["import", "a.manyi", &first, "--wave", "2025H1"]);
    let before = scores(desk);
    std::fs::write(desk.path("one.csv"), "客户,QU1,QU2\nC001,满意,一般\n").unwrap();
    desk.done(&["import", "a.manyi", "one.csv", "--wave", "2025H1"]);
    assert_ne!(scores(desk), before);
    before
}

fn scores(desk: &Desk) -> serde_json::Value {
    desk.json(&["scores", "a.manyi", "--wave", "2025H1", "--json"])
}

fn listed(desk: &Desk) -> Vec<serde_json::Value> {
    let list = desk.json(&["restore", "a.manyi", "--list", "--json"]);
    list.as_array().unwrap().clone()
}

#[test]
fn a_backup_is_listed_and_restored_and_what_was_there_is_kept() {
    let desk = Desk::new();
    let before = workspace(&desk);
    let after = scores(&desk);
    let backups = listed(&desk);
    assert_eq!(backups.len(), 2, "{backups:?}");
    assert_eq!(backups[0]["state"], "sound");
    assert_eq!(backups[0]["reason"], "first");
    let name = backups[0]["name"].as_str().unwrap();

    let chinese = desk.done(&["restore", "a.manyi", "--list"]);
    assert!(
        chinese.contains("完好") && chinese.contains(name),
        "{chinese}"
    );
    let english = desk.done(&["restore", "a.manyi", "--list", "--lang", "en"]);
    assert!(english.contains("before the first change"), "{english}");

    let said = desk.done(&["restore", "a.manyi", "--from", name]);
    assert!(
        said.contains(name) && said.contains("before restore"),
        "{said}"
    );
    assert_eq!(scores(&desk), before);
    desk.done(&["check", "a.manyi"]);

    // The one that was there is listed too and can come back.
    let kept = listed(&desk)[0].clone();
    assert_eq!(kept["reason"], "restore");
    let words = [
        "restore",
        "a.manyi",
        "--json",
        "--from",
        kept["name"].as_str().unwrap(),
    ];
    let report = desk.json(&words);
    assert_eq!(report["restored"], kept["name"]);
    assert!(report["kept"].as_str().unwrap().contains("before restore"));
    assert_eq!(scores(&desk), after);
}

#[test]
fn many_files_in_one_command_keep_one_backup() {
    let desk = Desk::new();
    workspace(&desk);
    let before = listed(&desk).len();
    let names: Vec<String> = (0..10).map(|at| format!("form {at}.csv")).collect();
    let mut words = vec!["import", "a.manyi", "--wave", "2025H1"];
    for (at, name) in names.iter().enumerate() {
        let text = format!("客户,QU1,QU2\nX{at},满意,一般\n");
        std::fs::write(desk.path(name), text).unwrap();
        words.push(name);
    }
    desk.done(&words);
    assert_eq!(listed(&desk).len(), before + 1);
}

#[test]
fn a_damaged_or_missing_workspace_is_restored() {
    let desk = Desk::new();
    let before = workspace(&desk);
    let name = listed(&desk)[0]["name"].as_str().unwrap().to_owned();
    let mut bytes = desk.bytes("a.manyi");
    bytes[..5000].fill(0x5a);
    std::fs::write(desk.path("a.manyi"), &bytes).unwrap();
    desk.refused(1, &["scores", "a.manyi", "--wave", "2025H1"]);
    desk.done(&["restore", "a.manyi", "--from", &name]);
    assert_eq!(scores(&desk), before);
    let kept = listed(&desk)[0].clone();
    assert_eq!(kept["state"], "damaged");
    assert_eq!(desk.bytes(kept["name"].as_str().unwrap()), bytes);
    // A damaged one is not put in the place of a sound one.
    desk.refused(
        1,
        &[
            "restore",
            "a.manyi",
            "--from",
            kept["name"].as_str().unwrap(),
        ],
    );
    assert_eq!(scores(&desk), before);

    std::fs::remove_file(desk.path("a.manyi")).unwrap();
    desk.done(&["restore", "a.manyi", "--from", &name]);
    assert_eq!(scores(&desk), before);
}

#[test]
fn what_cannot_be_done_is_said() {
    let desk = Desk::new();
    let definition = sample("definition_A3.xlsx");
    desk.done(&["new", "a.manyi", "--definition", &definition]);
    let none = desk.done(&["restore", "a.manyi", "--list", "--lang", "en"]);
    assert!(none.contains("no backups"), "{none}");
    assert!(listed(&desk).is_empty());
    for words in [
        &["restore", "a.manyi", "--lang", "en"][..],
        &[
            "restore", "a.manyi", "--list", "--from", "x", "--lang", "en",
        ],
    ] {
        let said = desk.refused(2, words);
        assert!(said.contains("--list") && said.contains("--from"), "{said}");
    }
    let said = desk.refused(1, &["restore", "a.manyi", "--from", "none.manyi"]);
    assert!(said.contains("none.manyi"), "{said}");
    let said = desk.refused(1, &["restore", "b.manyi", "--list"]);
    assert!(said.contains("b.manyi"), "{said}");
    std::fs::write(desk.path("text.manyi"), "no workspace").unwrap();
    let said = desk.refused(1, &["restore", "text.manyi", "--list", "--lang", "en"]);
    assert!(said.contains("no Manyi workspace"), "{said}");
    let said = desk.refused(1, &["restore", "a.manyi", "--from", "text.manyi"]);
    assert!(said.contains("text.manyi"), "{said}");
}

#[test]
fn a_second_place_gets_the_backup_too_and_its_absence_is_told() {
    let desk = Desk::new();
    workspace(&desk);
    let settings = desk.path(".config/manyi");
    std::fs::create_dir_all(&settings).unwrap();
    let place = desk.path("stick");
    let said = serde_json::json!({ "second": place });
    std::fs::write(settings.join("copies.json"), said.to_string()).unwrap();
    let import = |name: &str| {
        let text = format!("客户,QU1,QU2\n{name},满意,一般\n");
        std::fs::write(desk.path(name), text).unwrap();
        desk.manyi(&[
            "import", "a.manyi", name, "--wave", "2025H1", "--lang", "en",
        ])
    };
    let ran = import("one more.csv");
    assert_eq!(ran.code, Some(0));
    assert!(
        ran.err.contains("stick") && ran.err.contains("not there"),
        "{}",
        ran.err
    );
    std::fs::create_dir(&place).unwrap();
    let ran = import("two.csv");
    assert!(
        ran.code == Some(0) && !ran.err.contains("stick"),
        "{}",
        ran.err
    );
    let folders: Vec<_> = std::fs::read_dir(&place).unwrap().collect();
    assert_eq!(folders.len(), 1);
    let there = std::fs::read_dir(folders[0].as_ref().unwrap().path()).unwrap();
    let copy = there.map(|entry| entry.unwrap().path()).next().unwrap();
    let name = copy.file_name().unwrap().to_str().unwrap().to_owned();
    assert_eq!(listed(&desk)[0]["name"], name.as_str());
    // And one from there can be restored.
    desk.done(&["restore", "a.manyi", "--from", copy.to_str().unwrap()]);
}

#[test]
fn the_workspace_of_another_company_takes_no_place_unasked() {
    let desk = Desk::new();
    let definition = sample("definition_A3.xlsx");
    for (file, company) in [("a.manyi", "甲公司"), ("b.manyi", "乙公司")] {
        let new = [
            "new",
            file,
            "--definition",
            &definition,
            "--company",
            company,
        ];
        desk.done(&new);
    }
    let before = desk.bytes("a.manyi");
    let restore = ["restore", "a.manyi", "--from", "b.manyi"];
    let said = desk.refused(1, &restore);
    for part in ["甲公司", "乙公司", "--force"] {
        assert!(said.contains(part), "{part}: {said}");
    }
    assert!(desk.bytes("a.manyi") == before);
    desk.done(&[&restore[..], &["--force"]].concat());
    // The company may change its name: what it kept before is its own all the same.
    let kept = listed(&desk)[0].clone();
    let kept = kept["name"].as_str().unwrap();
    desk.refused(1, &["restore", "a.manyi", "--from", kept]);
    desk.done(&["restore", "a.manyi", "--from", kept, "--force"]);
}

#[test]
fn a_damaged_copy_is_named_and_not_the_workspace() {
    let desk = Desk::new();
    let before = workspace(&desk);
    let name = listed(&desk)[0]["name"].as_str().unwrap().to_owned();
    let copy = desk.path("a.manyi-backups").join(&name);
    let now = scores(&desk);
    assert_ne!(now, before);
    let db = rusqlite::Connection::open(&copy).unwrap();
    db.execute("UPDATE returns SET row = row + 1 WHERE id = 2", [])
        .unwrap();
    drop(db);
    let said = desk.refused(1, &["restore", "a.manyi", "--from", &name, "--lang", "en"]);
    assert!(said.contains(&format!("{name} is damaged")), "{said}");
    assert!(said.contains("manyi restore a.manyi --list"), "{said}");
    assert_eq!(scores(&desk), now);
}
