//! The sample: what it tells, and that it is kept as its owner left it.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod binary;

use std::collections::BTreeSet;

use binary::{Desk, sample};
use manyi::analysis::unanswered;
use manyi::model::{CustomerId, Stage};
use manyi::store::Store;
use serde_json::Value;

fn points(line: &Value) -> Vec<f64> {
    let points = line["points"].as_array().unwrap().iter();
    points
        .map(|point| point["score"].as_f64().unwrap())
        .collect()
}

fn near(found: &[f64], expected: &[f64]) {
    assert_eq!(found.len(), expected.len());
    for (found, expected) in found.iter().zip(expected) {
        assert!((found - expected).abs() < 0.3, "{found} for {expected}");
    }
}

#[test]
fn the_story_is_there_to_be_found() {
    let desk = Desk::new();
    desk.done(&["demo", "--headless", "--dir", "sample"]);
    for page in ["trend.pdf", "scores.pdf"] {
        assert!(desk.bytes(&format!("sample/{page}")).starts_with(b"%PDF-"));
    }
    let workspace = "sample/sample.manyi";
    desk.done(&["check", workspace]);
    let lines = desk.json(&[
        "trend",
        workspace,
        "--of",
        "index",
        "--of",
        "DE",
        "--of",
        "PR",
        "--of",
        "satisfied",
        "--of",
        "DE2",
        "--json",
    ]);
    near(&points(&lines[0]), &[85.1, 85.6, 85.4, 82.9, 86.1, 84.5]);
    near(&points(&lines[1]), &[83.9, 84.2, 82.7, 74.2, 83.1, 85.8]);
    near(&points(&lines[2]), &[82.8, 81.6, 80.5, 79.0, 78.3, 73.0]);
    assert!(
        points(&lines[3])
            .iter()
            .all(|rate| (0.0..=1.0).contains(rate))
    );
    assert_eq!(lines[4]["points"].as_array().unwrap().len(), 6);
    assert_eq!(lines[0]["points"][5]["target"], 85.0);
    assert_eq!(lines[3]["points"][5]["target"], Value::Null);

    let against = [
        "scores",
        workspace,
        "--wave",
        "2026H1",
        "--against",
        "2024H1",
    ];
    let told = desk.done(&against);
    assert!(told.contains("说不准 19"), "{told}");
    let scores = desk.json(&["scores", workspace, "--wave", "2026H1", "--json"]);
    let ledger = &scores["ledger"];
    for (key, count) in [
        ("frame", 30),
        ("issued", 28),
        ("returned", 24),
        ("valid", 23),
    ] {
        assert_eq!(ledger[key], count, "{key}");
    }
    let items = scores["items"].as_array().unwrap();
    let price = items.iter().find(|item| item["code"] == "PR1").unwrap();
    let counts: Vec<u64> = price["counts"]
        .as_array()
        .unwrap()
        .iter()
        .map(|count| count["n"].as_u64().unwrap())
        .collect();
    assert_eq!(counts, [3, 8, 7, 4, 2, 0], "six are unhappy with the price");
}

#[test]
fn what_somebody_did_with_the_sample_stays() {
    let desk = Desk::new();
    desk.done(&["demo", "--headless"]);
    let workspace = "manyi-demo/sample.manyi";
    let definition = "manyi-demo/definition_A3.xlsx";
    assert!(desk.path(definition).exists(), "its files lie beside it");
    std::fs::write(desk.path(definition), "mine now").unwrap();
    let before = desk.bytes(workspace);
    let said = desk.done(&["demo", "--headless"]);
    assert!(said.contains("sample.manyi"), "{said}");
    assert!(desk.bytes(workspace) == before);
    assert_eq!(desk.bytes(definition), b"mine now");
    let left: Vec<String> = std::fs::read_dir(desk.path("manyi-demo"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .filter(|name| name.contains("draft") || name.contains("part"))
        .collect();
    assert!(left.is_empty(), "{left:?}");
}

#[test]
fn files_cut_off_on_the_way_are_laid_out_again_and_changed_ones_stay() {
    let desk = Desk::new();
    std::fs::create_dir(desk.path("demo")).unwrap();
    let (cut, changed) = ("demo/问卷星_2025上半年.csv", "demo/definition_A2.xlsx");
    let whole = std::fs::read(sample("问卷星_2025上半年.csv")).unwrap();
    std::fs::write(desk.path(cut), &whole[..whole.len() / 3]).unwrap();
    std::fs::write(desk.path(changed), "mine").unwrap();
    desk.done(&["demo", "--dir", "demo", "--headless"]);
    assert!(desk.bytes(cut) == whole);
    assert_eq!(desk.bytes(changed), b"mine");
}

#[test]
fn without_a_display_the_sample_shows_itself_on_paper() {
    let desk = Desk::new();
    let ran = desk.manyi(&["demo"]);
    if cfg!(target_os = "linux") {
        assert_eq!(ran.code, Some(0), "{}", ran.err);
        assert!(ran.err.contains("窗口"), "{}", ran.err);
        assert!(desk.path("manyi-demo/trend.pdf").exists());
        let said = desk.refused(1, &["manyi-demo/sample.manyi"]);
        assert!(said.contains("manyi --help"), "{said}");
    }
}

#[test]
fn five_never_answer_and_three_actions_stand_where_the_story_has_them() {
    let desk = Desk::new();
    desk.done(&["demo", "--headless", "--dir", "s"]);
    let store = Store::open_read_only(&desk.path("s/sample.manyi")).unwrap();
    let data = store.load().unwrap();
    assert_eq!(data.waves.len(), 6);
    let mut silent: BTreeSet<CustomerId> = data.customers.iter().map(|c| c.id).collect();
    for wave in &data.waves {
        let returns = store.load_wave(wave.id).unwrap();
        for returned in &returns.returns {
            silent.retain(|customer| Some(*customer) != returned.customer);
        }
    }
    assert_eq!(silent.len(), 5);
    let last = data.waves.last().unwrap();
    let returns = store.load_wave(last.id).unwrap();
    let unanswered = unanswered(data.frame(last.id), &returns);
    assert_eq!(unanswered.into_iter().collect::<BTreeSet<_>>(), silent);
    let kinds: BTreeSet<String> = data
        .open_issues(last.id)
        .map(|issue| format!("{:?}", issue.kind))
        .collect();
    assert_eq!(
        kinds.len(),
        4,
        "the review list has work of every kind: {kinds:?}"
    );

    let today = jiff::Zoned::now().date();
    let stands = |number: &str| {
        let mut actions = data.actions.iter();
        let action = actions.find(|action| action.number == number).unwrap();
        (action.stage(), action.overdue(today).is_some())
    };
    assert_eq!(stands("CA-2025-01"), (Stage::Closed, false));
    assert_eq!(stands("CA-2026-01"), (Stage::Analysis, true));
    assert_eq!(stands("CA-2026-02"), (Stage::UnderWay, false));
    let price = data.actions.last().unwrap();
    assert_eq!(price.evidence[0].returns.len(), 6);
    assert!((price.evidence[0].score - 65.0).abs() < 1e-9);
    assert!(data.revisions.iter().all(|revision| revision.approved()));
}

#[test]
fn tables_for_people() {
    let desk = Desk::new();
    desk.done(&["demo", "--headless", "--dir", "s"]);
    let file = "s/sample.manyi";
    let scores = ["scores", file, "--wave", "2026H1"];
    let trend = ["trend", file, "--of", "index", "--of", "DE", "--of", "PR"];
    let english = |words: &[&str]| desk.done(&[words, &["--lang", "en"]].concat());
    insta::assert_snapshot!("scores_zh", desk.done(&scores));
    insta::assert_snapshot!("scores_en", english(&scores));
    insta::assert_snapshot!("trend_zh", desk.done(&trend));
    insta::assert_snapshot!("trend_en", english(&trend));
}
