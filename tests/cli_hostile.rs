//! Workspaces mailed by somebody who means harm: every job says in words that it will not, or
//! does its work; none is killed by a signal, none takes for ever, none writes to the file.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod binary;

use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant};

use binary::{Desk, sample};
use rusqlite::Connection;

/// Far beyond what a job on a small file takes on any machine.
const PATIENCE: Duration = Duration::from_secs(60);

fn workspace(desk: &Desk) -> Vec<u8> {
    let definition = sample("definition_A3.xlsx");
    desk.done(&["new", "a.manyi", "--definition", &definition]);
    let first = sample("问卷星_2025上半年.csv");
    desk.done(&["import", "a.manyi", &first, "--wave", "2025H1"]);
    let second = sample("问卷星_2025下半年.xlsx");
    desk.done(&["import", "a.manyi", &second, "--wave", "2025H2"]);
    desk.bytes("a.manyi")
}

fn tamper(path: &Path, sql: &str) {
    let db = Connection::open(path).unwrap();
    db.execute_batch(
        "PRAGMA foreign_keys = OFF; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF",
    )
    .unwrap();
    db.execute_batch(sql).unwrap();
}

/// Runs a job to its end, which has to come in time and be one of its own.
fn ends(desk: &Desk, words: &[&str], why: &str) -> i32 {
    let mut child = desk
        .command(words)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let begun = Instant::now();
    loop {
        if let Some(status) = child.try_wait().unwrap() {
            let code = status.code();
            assert!(matches!(code, Some(0..=2)), "{words:?} on {why}: {status}");
            return code.unwrap();
        }
        let late = begun.elapsed() > PATIENCE;
        if late {
            child.kill().unwrap();
            child.wait().unwrap();
        }
        assert!(!late, "{words:?} on {why} does not end");
        std::thread::sleep(Duration::from_millis(5));
    }
}

/// Every job that reads a workspace.
const JOBS: &[&[&str]] = &[
    &["check", "x.manyi"],
    &["scores", "x.manyi", "--wave", "2025H2"],
    &["trend", "x.manyi"],
    &["print", "x.manyi", "review", "-o", "x.pdf"],
    &["export", "x.manyi", "returns", "-o", "returns.xlsx"],
    &["export", "x.manyi", "definition", "-o", "definition.xlsx"],
];

/// Does what `sql` says to a workspace and lets every job at it; the exit codes.
fn attacked(desk: &Desk, template: &[u8], sql: &str) -> Vec<i32> {
    let path = desk.path("x.manyi");
    std::fs::write(&path, template).unwrap();
    tamper(&path, sql);
    let bytes = desk.bytes("x.manyi");
    let codes = JOBS.iter().map(|words| ends(desk, words, sql)).collect();
    assert!(desk.bytes("x.manyi") == bytes, "{sql}: written to");
    codes
}

#[test]
fn tables_that_are_not_ours_are_refused_by_every_job() {
    let desk = Desk::new();
    let template = workspace(&desk);
    for sql in [
        "ALTER TABLE customer RENAME TO hidden;
         CREATE VIEW customer AS WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n)
         SELECT n AS id, n AS code, n AS name, n AS turnover, n AS key, n AS attributes FROM n",
        "CREATE TRIGGER lie AFTER INSERT ON returns BEGIN
         UPDATE returns SET answers = x'010100' WHERE id = new.id; END",
        "CREATE INDEX slow ON label (hex(zeroblob(length(text) * 1000000)))",
    ] {
        let codes = attacked(&desk, &template, sql);
        assert!(codes.iter().all(|code| *code == 1), "{sql}: {codes:?}");
    }
    let said = desk.refused(1, &["check", "x.manyi", "--lang", "en"]);
    assert!(said.contains("another program"), "{said}");
    let first = sample("问卷星_2026上半年.csv");
    desk.refused(1, &["import", "x.manyi", &first, "--wave", "2026H1"]);
}

#[test]
fn numbers_without_bounds_are_damage_to_every_job() {
    let desk = Desk::new();
    let template = workspace(&desk);
    for sql in [
        "UPDATE import SET returns = 200000000",
        "UPDATE import SET returns = 4000000000",
        "UPDATE revision SET questionnaire = replace(hex(zeroblob(100000)), '00', '[')",
        "UPDATE revision SET questionnaire = json_set(questionnaire, '$.items[0].weight', 1e308)",
        "UPDATE returns SET answers = x'01ffff7f'",
        "UPDATE customer SET turnover = 9e999",
        "UPDATE counter SET next = 9223372036854775807",
    ] {
        let codes = attacked(&desk, &template, sql);
        // The last one reads no returns.
        let refused = codes.iter().take(JOBS.len() - 1);
        assert!(refused.copied().all(|code| code == 1), "{sql}: {codes:?}");
    }
}

/// What is put into every item of every questionnaire.
const ITEMS: &[&str] = &[
    "'$.weight', 1e-300",
    "'$.weight', 1e6",
    "'$.scored', json('false')",
    "'$.scale.options[0].score', -1e6",
    "'$.scale.options[0].score', NULL",
    "'$.dimension', 'nowhere'",
    "'$.importance_of', json_extract(value, '$.code')",
    "'$.kind', 'nps'",
    "'$.kind', 'date'",
    "'$.segment', json('true')",
    "'$.text', substr(hex(zeroblob(50000)), 1, 90000)",
];

/// What is odd, and possible.
const POSSIBLE: &[&str] = &[
    "UPDATE revision SET questionnaire = json_set(questionnaire, '$.rules.bands', json('[]'))",
    "UPDATE revision SET questionnaire = json_set(questionnaire, '$.items', json('[]'))",
    "UPDATE revision SET questionnaire = json_set(questionnaire, '$.dimensions', json('[]'))",
    "UPDATE revision SET effective = '-9999-01-01'",
    "UPDATE wave SET opened = '9999-12-31'",
    "UPDATE wave SET opened = '-9999-01-01'",
    "UPDATE wave SET period = '2199H2' WHERE period = '2025H2'",
    "UPDATE wave SET period = '1900H1' WHERE period = '2025H1'",
    "UPDATE import SET at = '-009999-01-02T01:00:00Z'",
    "UPDATE import SET at = '9999-12-30T22:00:00.5Z'",
    "UPDATE returns SET date = 99991231",
    "UPDATE returns SET date = -99990101",
    "UPDATE returns SET row = 4294967295",
    "UPDATE returns SET void = hex(zeroblob(100000))",
    "UPDATE returns SET respondent = hex(zeroblob(100000))",
    "UPDATE label SET text = text || char(27) || '[2J' || char(0x202e)",
    "UPDATE survey SET name = char(27) || '[2J#let a = [$' || char(10) || '\\'",
    "UPDATE customer SET name = hex(zeroblob(60000))",
    "UPDATE customer SET turnover = 1e15",
    "UPDATE log SET changes = 'no list'",
    "DELETE FROM returns WHERE id % 2",
    "DELETE FROM customer",
    "DELETE FROM import",
    "DELETE FROM wave",
    "DELETE FROM revision",
    "DELETE FROM log",
    "DELETE FROM workspace",
    "DELETE FROM label",
    "UPDATE returns SET import = 1",
    "UPDATE import SET mapping = hex(zeroblob(1000000))",
    "WITH RECURSIVE n(n) AS (SELECT 1900 UNION ALL SELECT n + 1 FROM n WHERE n < 2199)
         INSERT INTO wave (id, survey, period, label, revision, opened)
         SELECT 100000 + n, survey, n || 'H1', '', revision, opened
         FROM n, wave WHERE period = '2025H1' AND n < 2025",
    "WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 2000)
         INSERT INTO customer (id, code, name, turnover, key, attributes)
         SELECT 100000 + n, 'X' || n, 'x', 1.0, 1,
         (SELECT json_group_object('a' || m.n, 'b') FROM n AS m WHERE m.n < 50) FROM n",
];

#[test]
fn whatever_can_be_is_worked_through() {
    let desk = Desk::new();
    let template = workspace(&desk);
    for change in ITEMS {
        let sql = format!(
            "UPDATE revision SET questionnaire = json_set(questionnaire, '$.items',
             (SELECT json_group_array(json_set(value, {change}))
              FROM json_each(questionnaire, '$.items')))"
        );
        attacked(&desk, &template, &sql);
    }
    for sql in POSSIBLE {
        attacked(&desk, &template, sql);
    }
}
