//! The words of the command line: help in both languages, exit codes, what is said when the
//! words make no sense.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod binary;

use std::fs;

use binary::Desk;

#[test]
fn help_speaks_the_language_asked_for() {
    let desk = Desk::new();
    let chinese = desk.done(&["--help"]);
    assert!(chinese.contains("用法：manyi [WORKSPACE]"), "{chinese}");
    assert!(!chinese.contains("Usage"), "{chinese}");
    let english = desk.done(&["--lang", "en", "--help"]);
    assert!(english.contains("Usage: manyi [WORKSPACE]"), "{english}");
    for job in [
        "demo", "new", "import", "scores", "trend", "print", "export", "check", "restore",
        "salvage", "imports",
    ] {
        assert!(english.contains(&format!("\n  {job}")), "{job}: {english}");
        let chinese = desk.done(&[job, "--help"]);
        assert!(chinese.contains(&format!("用法：manyi {job}")), "{chinese}");
        let english = desk.done(&[job, "--help", "--lang=en"]);
        assert!(
            english.contains(&format!("Usage: manyi {job}")),
            "{english}"
        );
    }
    assert_eq!(desk.done(&["--version"]), "manyi 0.1.0\n");
    let demo = desk.done(&["demo", "--help"]);
    assert!(!demo.contains("参数"), "a heading over nothing: {demo}");
}

#[test]
fn every_option_stands_in_its_usage_and_has_words_of_its_own() {
    let desk = Desk::new();
    let all = desk.done(&["--lang", "en", "--help"]);
    let jobs = all.lines().filter_map(|line| line.strip_prefix("  "));
    let jobs = jobs.filter_map(|line| line.split_whitespace().next());
    let jobs: Vec<&str> = jobs
        .filter(|job| job.starts_with(|c: char| c.is_ascii_lowercase()))
        .collect();
    assert!(jobs.len() > 12, "{all}");
    for job in jobs {
        if job == "help" {
            continue;
        }
        let help = desk.done(&[job, "--help", "--lang", "en"]);
        let (usage, options) = help.split_once("\nOptions").unwrap_or((&help, ""));
        for line in options.lines() {
            let mut words = line.split_whitespace();
            let Some(flag) = words.find(|word| word.starts_with("--")) else {
                continue;
            };
            let common = ["--lang", "--help", "--output"].contains(&flag);
            assert!(common || usage.contains(flag), "{job} {flag}: {help}");
            let borrowed = line.contains("File to write") && flag != "--output";
            assert!(!borrowed, "{job} {flag}: {help}");
        }
    }
}

#[test]
fn help_is_a_word_too() {
    let desk = Desk::new();
    assert_eq!(desk.done(&["help"]), desk.done(&["--help"]));
    let trend = desk.done(&["trend", "--help", "--lang", "en"]);
    assert_eq!(desk.done(&["--lang", "en", "help", "trend"]), trend);
}

#[test]
fn wrong_values_are_answered_with_what_would_do() {
    let desk = Desk::new();
    let scores = ["scores", "a.manyi", "--wave"];
    for (words, says) in [
        (
            &["hello"][..],
            &["hello", "2026Q2", "2026-05", "scores --help"][..],
        ),
        (
            &["2026H1", "--where", "Region"],
            &["--where", "Region", "region=East"],
        ),
        (
            &["2026H1", "--wave", "2026H2"],
            &["--wave", "only once", "scores --help"],
        ),
    ] {
        let said = desk.refused(2, &[&scores, words, &["--lang", "en"]].concat());
        for part in says {
            assert!(said.contains(part), "{part} in {said}");
        }
    }
    let import = ["import", "a.manyi", "b.csv", "--lang", "en"];
    let said = desk.refused(2, &[&import[..], &["--wave", "2026H3"]].concat());
    assert!(said.contains("manyi import --help"), "{said}");
    let said = desk.refused(2, &["import", "a.manyi", "--lang", "en"]);
    assert!(said.contains("<FILE|DIR>"), "{said}");
}

#[test]
fn words_that_make_no_sense_are_wrong_usage() {
    let desk = Desk::new();
    for (words, says) in [
        (&["import", "a.manyi"][..], "缺少"),
        (&["scores", "a.manyi"], "--wave"),
        (&["scores", "a.manyi", "--wave", "2026H3"], "2026H3"),
        (
            &["scores", "a.manyi", "--wave", "2026H1", "--where", "x"],
            "--where",
        ),
        (
            &[
                "import", "a.manyi", "b", "--wave", "2026H1", "--values", "x",
            ],
            "--values",
        ),
        (&["print", "a.manyi", "poster", "-o", "a.pdf"], "poster"),
        (&["print", "a.manyi", "trend", "-o", "a.gif"], "pdf"),
        (&["print", "a.manyi", "trend"], "--output"),
        (&["export", "a.manyi", "scores", "-o", "a.csv"], "xlsx"),
        (&["--lang", "fr", "check", "a.manyi"], "fr"),
        (&["a.manyi", "check", "b.manyi"], "a.manyi"),
        (&["check", "a.manyi", "--fast"], "--fast"),
        (&["new", "a.manyi"], "--definition"),
        (&["scoers"], "scoers"),
        (
            &["print", "a.manyi", "review", "--of", "index", "-o", "a.pdf"],
            "--of",
        ),
    ] {
        let said = desk.refused(2, words);
        assert!(said.contains(says), "{words:?}: {said}");
        assert!(said.contains("--help"), "{words:?}: {said}");
    }
}

#[test]
fn a_workspace_that_is_none_is_named() {
    let desk = Desk::new();
    std::fs::write(desk.path("empty.manyi"), "").unwrap();
    std::fs::write(
        desk.path("text.manyi"),
        "not a database, only some text\n".repeat(99),
    )
    .unwrap();
    for name in ["missing.manyi", "empty.manyi", "text.manyi"] {
        for words in [
            &["check", name][..],
            &["trend", name],
            &["scores", name, "--wave", "2026H1"],
            &["import", name, "a.xlsx", "--wave", "2026H1"],
            &["print", name, "trend", "-o", "a.pdf"],
            &["export", name, "scores", "-o", "a.xlsx"],
        ] {
            let said = desk.refused(1, words);
            assert!(said.contains(name), "{words:?}: {said}");
        }
    }
    assert_eq!(desk.bytes("empty.manyi"), b"");
    assert!(!desk.path("missing.manyi").exists());
    let said = desk.refused(1, &["--lang", "en", "check", "text.manyi"]);
    assert!(said.contains("no Manyi workspace"), "{said}");
}

#[test]
fn words_that_exclude_each_other_are_named_both() {
    let desk = Desk::new();
    let both = [
        "imports", "a.manyi", "--undo", "1", "--forget", "1", "--lang", "en",
    ];
    let said = desk.refused(2, &both);
    assert!(
        said.contains("--undo") && said.contains("--forget"),
        "{said}"
    );
    assert!(
        said.contains("together") && !said.contains("only once"),
        "{said}"
    );
    let twice = [
        "imports", "a.manyi", "--undo", "1", "--undo", "1", "--lang", "en",
    ];
    assert!(desk.refused(2, &twice).contains("only once"));
}

#[test]
fn a_command_that_fails_on_its_words_leaves_an_older_workspace_as_it_is() {
    let desk = Desk::new();
    let old = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/v1");
    let file = fs::read_dir(old).unwrap().map(|it| it.unwrap().path());
    let mut files: Vec<_> = file
        .filter(|it| it.extension().is_some_and(|it| it == "manyi"))
        .collect();
    files.sort();
    fs::copy(&files[0], desk.path("a.manyi")).unwrap();
    let before = desk.bytes("a.manyi");
    fs::write(desk.path("one.csv"), "客户,QU1\nC001,满意\n").unwrap();
    for words in [
        &["import", "a.manyi", "none.csv", "--wave", "2025H1"][..],
        &[
            "import", "a.manyi", "one.csv", "--wave", "2025H1", "--survey", "没有",
        ],
        &["imports", "a.manyi", "--undo", "none.csv"],
        &["imports", "a.manyi", "--forget", "999"],
        &["imports", "a.manyi", "--drop-original", "999"],
        &["settle", "a.manyi", "--issue", "999", "--accept"],
        &[
            "void", "a.manyi", "--import", "none.csv", "--row", "2", "--reason", "x",
        ],
        &[
            "sign",
            "a.manyi",
            "--revision",
            "none",
            "--as",
            "prepared",
            "--by",
            "x",
        ],
        &["wave", "a.manyi", "--survey", "none", "--open", "2030H1"],
    ] {
        let ran = desk.manyi(words);
        assert_ne!(ran.code, Some(0), "{words:?}");
        assert!(
            desk.bytes("a.manyi") == before,
            "{words:?} brought it up to date"
        );
        assert!(!desk.path("a.manyi-backups").exists(), "{words:?}");
    }
}

#[test]
fn a_number_that_is_none_is_asked_for_as_one() {
    let desk = Desk::new();
    let words = [
        "void", "a.manyi", "--import", "1", "--row", "x", "--lang", "en",
    ];
    let said = desk.refused(2, &words);
    assert!(
        said.contains("a whole number") && !said.contains("one of"),
        "{said}"
    );
}
