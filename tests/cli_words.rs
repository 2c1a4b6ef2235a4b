//! What is said when something is wrong: in the language asked for, without what libraries say
//! to programmers.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod binary;

use std::fs;

use Harm::{Bytes, Sql};
use binary::{Desk, Ran, sample};
use rusqlite::Connection;

/// Words that stand in commands as they are typed, and names of formats and programs.
const KNOWN: &[&str] = &[
    "manyi",
    "new",
    "import",
    "imports",
    "scores",
    "trend",
    "print",
    "export",
    "check",
    "restore",
    "salvage",
    "demo",
    "help",
    "list",
    "from",
    "undo",
    "force",
    "original",
    "output",
    "WORKSPACE",
    "NAME",
    "FILE",
    "IMPORT",
    "DIR",
    "NUMBER",
    "ATTR",
    "VALUE",
    "COMMAND",
    "DAMAGED",
    "NEW",
    "Excel",
    "pdf",
    "svg",
    "png",
    "xlsx",
    "xls",
    "xlsb",
    "ods",
    "csv",
    "UTF",
    "CSV",
    "json",
    "lang",
    "zh",
    "en",
    "wave",
    "survey",
    "where",
    "values",
    "labels",
    "codes",
    "of",
    "index",
    "satisfied",
    "CODE",
    "drop",
    "forget",
    "f",
    "o",
    "W",
    "review",
    "o",
    "H",
    "Q",
];

/// Runs of two or more English words that are no names of files and no words of commands.
fn english(said: &str, names: &[&str]) -> Vec<String> {
    let mut rest = said.to_owned();
    for name in names {
        rest = rest.replace(name, "。");
    }
    // Where the user is shown how a command goes.
    let lines = rest.lines().filter(|line| !line.starts_with("用法："));
    let mut found = Vec::new();
    for line in lines {
        let mut run: Vec<&str> = Vec::new();
        for word in line.split(|c: char| c.is_ascii_whitespace() || c == '-') {
            let bare = word.trim_matches(|c: char| !c.is_ascii_alphabetic());
            let english = bare.len() > 1 && bare.chars().all(|c| c.is_ascii_alphabetic());
            match english && !KNOWN.contains(&bare) {
                true => run.push(bare),
                false => {
                    found.extend((run.len() > 1).then(|| run.join(" ")));
                    run.clear();
                }
            }
        }
        found.extend((run.len() > 1).then(|| run.join(" ")));
    }
    // Names of tables and functions are words of a kind of their own.
    let inner = rest.split(|c: char| !(c.is_ascii_alphanumeric() || c == '_'));
    found.extend(
        inner
            .filter(|word| word.trim_matches('_').contains('_'))
            .map(str::to_owned),
    );
    found
}

/// A workspace of one wave, which every case damages in its way.
fn desk() -> Desk {
    let desk = Desk::new();
    let definition = sample("definition_A3.xlsx");
    desk.done(&[
        "new",
        "a.manyi",
        "--definition",
        &definition,
        "--company",
        "甲公司",
    ]);
    let first = sample("问卷星_2025上半年.csv");
    desk.done(&["import", "a.manyi", &first, "--wave", "2025H1"]);
    fs::write(desk.path("one.csv"), "客户,QU1,QU2\nC001,满意,一般\n").unwrap();
    desk
}

/// What is done to a file before it is used.
enum Harm {
    /// By another program that knows SQLite.
    Sql(&'static str),
    /// By a disk.
    Bytes(fn(&mut Vec<u8>)),
}

impl Harm {
    fn to(&self, desk: &Desk, file: &str) {
        match self {
            Sql(statement) => sql(desk, file, statement),
            Bytes(change) => {
                let mut bytes = desk.bytes(file);
                change(&mut bytes);
                fs::write(desk.path(file), bytes).unwrap();
            }
        }
    }
}

fn sql(desk: &Desk, file: &str, statement: &str) {
    let db = Connection::open(desk.path(file)).unwrap();
    db.execute_batch(statement).unwrap();
}

const HARMS: &[(&str, Harm)] = &[
    ("empty", Bytes(Vec::clear)),
    ("text", Bytes(|it| *it = b"text\n".repeat(999))),
    ("head", Bytes(|it| it[..5000].fill(0x5a))),
    ("cut", Bytes(|it| it.truncate(it.len() / 2))),
    (
        "pages",
        Bytes(|it| {
            let end = it.len();
            it[end / 3..end / 2].fill(0);
        }),
    ),
    (
        "index",
        Sql("PRAGMA writable_schema = ON;
             UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema
                WHERE name = 'returns_of_wave') WHERE name LIKE 'sqlite_autoindex%';"),
    ),
    ("table", Sql("CREATE TABLE other (id INTEGER)")),
    ("view", Sql("CREATE VIEW seen AS SELECT 1")),
    ("missing table", Sql("DROP TABLE answer_text")),
    ("return", Sql("UPDATE returns SET row = 9 WHERE id = 2")),
    (
        "answers",
        Sql("UPDATE returns SET answers = x'09' WHERE id = 2"),
    ),
    ("customer", Sql("UPDATE customer SET attributes = '{'")),
    ("revision", Sql("UPDATE revision SET questionnaire = '{'")),
    (
        "dangling",
        Sql("PRAGMA foreign_keys = OFF; DELETE FROM customer WHERE code = 'C001'"),
    ),
    (
        "wave",
        Sql("UPDATE wave SET period = 'never' WHERE id = (SELECT min(id) FROM wave)"),
    ),
    ("log", Sql("DELETE FROM log WHERE id = 1")),
    ("newer", Sql("PRAGMA user_version = 99")),
    ("foreign", Sql("PRAGMA application_id = 7")),
    ("original", Sql("UPDATE file SET bytes = x'00'")),
];

fn said(ran: &Ran) -> String {
    format!("{}\n{}", ran.out, ran.err)
}

#[test]
fn damaged_workspaces_are_spoken_of_in_chinese() {
    let desk = desk();
    let whole = desk.bytes("a.manyi");
    desk.done(&["export", "a.manyi", "scores", "-o", "keep.xlsx"]);
    let mut checked = 0;
    for (name, harm) in HARMS {
        let mut spoken = String::new();
        for words in [
            &["check", "h.manyi"][..],
            &["scores", "h.manyi", "--wave", "2025H1"],
            &["trend", "h.manyi"],
            &["import", "h.manyi", "one.csv", "--wave", "2025H1"],
            &["imports", "h.manyi"],
            &["imports", "h.manyi", "--undo", "1"],
            &["export", "h.manyi", "returns", "-o", "out.xlsx"],
            &["print", "h.manyi", "scores", "-o", "out.pdf"],
            &["restore", "h.manyi", "--list"],
            &["restore", "a.manyi", "--from", "h.manyi"],
            &["salvage", "h.manyi", "-o", "new.manyi"],
        ] {
            fs::write(desk.path("h.manyi"), &whole).unwrap();
            harm.to(&desk, "h.manyi");
            for gone in ["new.manyi", "out.xlsx", "out.pdf"] {
                let _ = fs::remove_file(desk.path(gone));
            }
            let ran = desk.manyi(words);
            let names = [
                "h.manyi",
                "a.manyi",
                "new.manyi",
                "问卷星_2025上半年.csv",
                "one.csv",
                "out.xlsx",
            ];
            let found = english(&said(&ran), &names);
            assert!(
                found.is_empty(),
                "{name}: {words:?}: {found:?} in\n{}",
                said(&ran)
            );
            spoken += &ran.err;
            checked += 1;
        }
        assert!(!spoken.trim().is_empty(), "{name} was noticed by nobody");
    }
    println!("{checked} commands");
    fs::write(desk.path("a.manyi"), &whole).unwrap();
    desk.done(&["check", "a.manyi"]);
}

#[test]
fn odd_words_are_answered_in_chinese() {
    let desk = desk();
    fs::create_dir(desk.path("folder")).unwrap();
    fs::write(desk.path("bad.xlsx"), b"PK\x03\x04 no archive").unwrap();
    for words in [
        &["imports", "a.manyi", "--undo", "1", "--restore", "1"][..],
        &["imports", "a.manyi", "--original", "1"],
        &["imports", "a.manyi", "--undo", "none.csv"],
        &["imports", "a.manyi", "--original", "1", "-o", "out.pdf"],
        &["restore", "a.manyi", "--list", "--from", "x"],
        &["restore", "a.manyi", "--from", "x"],
        &["restore", "a.manyi"],
        &["restore", "folder", "--list"],
        &["scores", "a.manyi", "--wave", "x"],
        &["scores", "a.manyi", "--wave", "2025H1", "--wave", "2025H1"],
        &["scores", "folder", "--wave", "2025H1"],
        &[
            "import", "a.manyi", "bad.xlsx", "folder", "none.csv", "--wave", "2025H1",
        ],
        &["export", "a.manyi", "scores", "-o", "folder"],
        &["export", "a.manyi", "scores", "-o", "none/out.xlsx"],
        &["print", "a.manyi", "scores", "-o", "out.gif"],
        &["salvage", "folder", "-o", "new.manyi"],
        &["salvage", "a.manyi", "-o", "a.manyi"],
        &["salvage", "a.manyi", "-o", "none/new.manyi"],
        &["new", "a.manyi", "--definition", "bad.xlsx"],
        &["check"],
        &["check", "a.manyi", "--fast"],
    ] {
        let ran = desk.manyi(words);
        assert_ne!(ran.code, Some(0), "{words:?}");
        let names = [
            "a.manyi",
            "none.csv",
            "bad.xlsx",
            "out.xlsx",
            "out.pdf",
            "out.gif",
            "new.manyi",
            "folder",
            "none",
            "--fast",
        ];
        let found = english(&said(&ran), &names);
        assert!(found.is_empty(), "{words:?}: {found:?} in\n{}", said(&ran));
    }
}

#[test]
fn nothing_is_taken_into_a_workspace_with_a_damaged_return() {
    let desk = desk();
    sql(&desk, "a.manyi", "UPDATE returns SET row = 9 WHERE id = 2");
    let before = desk.bytes("a.manyi");
    let import = [
        "import", "a.manyi", "one.csv", "--wave", "2025H1", "--lang", "en",
    ];
    let said = desk.refused(1, &import);
    for part in [
        "a.manyi is damaged",
        "manyi restore a.manyi --list",
        "manyi salvage a.manyi",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    assert!(desk.bytes("a.manyi") == before);
}
