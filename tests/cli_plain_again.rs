//! A plain sheet again, without a number or a time: returns are known by customer and day.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod binary;

use binary::two_items::{valid, workspace};
use binary::{Desk, workbook};

const TITLES: &str = "Customer,Date,Parts,Delivery\n";

/// Takes a file in; what was said of it.
fn import(desk: &Desk, name: &str, more: &[&str]) -> serde_json::Value {
    let words = [
        "import", "a.manyi", name, "--wave", "2026H1", "--json", "--lang", "en",
    ];
    let ran = desk.manyi(&[&words[..], more].concat());
    let json: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    json["files"][0].clone()
}

fn text(desk: &Desk, name: &str, text: &str, more: &[&str]) -> serde_json::Value {
    std::fs::write(desk.path(name), text).unwrap();
    import(desk, name, more)
}

#[test]
fn a_sheet_with_more_rows_brings_only_those() {
    let desk = Desk::new();
    workspace(&desk);
    let first = "Acme,2026-05-11,good,bad\nBolt,2026-05-11,good,bad\n";
    text(&desk, "first.csv", &format!("{TITLES}{first}"), &[]);
    // One more, the same people in another order, and their days as a workbook has them.
    let more = "Customer|Date|Parts|Delivery
        Bolt|2026/5/11|good|bad
        Cord|2026/5/12|good|good
        Ａcme|2026年5月11日|good|bad";
    workbook::write(&desk.path("more.xlsx"), &[("1", workbook::rows(more))]);
    let told = import(&desk, "more.xlsx", &[]);
    assert_eq!(told["returns"], 1, "{told}");
    assert_eq!(told["repeats"].as_array().unwrap().len(), 2, "{told}");
    assert_eq!(valid(&desk), 3);
    // Again, and nothing is left.
    let told = text(
        &desk,
        "again.csv",
        &format!("{TITLES}{first}Cord,2026-05-12,good,good\n"),
        &[],
    );
    assert!(
        told["error"].as_str().unwrap().contains("already"),
        "{told}"
    );
    // The same customer on another day is another return.
    let other = format!("{TITLES}Acme,2026-05-12,good,bad\n");
    assert_eq!(text(&desk, "other.csv", &other, &[])["returns"], 1);
    desk.done(&["check", "a.manyi"]);
}

#[test]
fn other_answers_on_the_same_day_are_asked_about() {
    let desk = Desk::new();
    workspace(&desk);
    let first = format!("{TITLES}Acme,2026-05-11,good,bad\nBolt,2026-05-11,good,bad\n");
    text(&desk, "first.csv", &first, &[]);
    let changed = first.replace("Acme,2026-05-11,good", "Acme,2026-05-11,bad");
    let told = text(&desk, "changed.csv", &changed, &[]);
    assert!(
        told["error"].as_str().unwrap().contains("--repeats"),
        "{told}"
    );
    assert_eq!(told["repeats"][0]["row"], 2, "{told}");
    assert_eq!(told["repeats"][0]["differs"][0]["now"], "bad", "{told}");
    let newest = text(&desk, "changed.csv", &changed, &["--repeats", "newest"]);
    assert_eq!(newest["returns"], 1, "{newest}");
    assert_eq!(valid(&desk), 2);
    // What was decided is not asked again of the newest.
    let told = text(&desk, "same.csv", &format!("{changed}\n"), &[]);
    assert!(
        told["error"].as_str().unwrap().contains("already"),
        "{told}"
    );
    desk.done(&["imports", "a.manyi", "--undo", "changed.csv"]);
    desk.done(&["imports", "a.manyi", "--forget", "changed.csv"]);
    let both = text(&desk, "changed.csv", &changed, &["--repeats", "both"]);
    assert_eq!(both["returns"], 1, "{both}");
    assert_eq!(valid(&desk), 3);
}

#[test]
fn two_people_of_one_customer_are_two() {
    let desk = Desk::new();
    workspace(&desk);
    let titles = "Customer,Respondent,Date,Parts,Delivery\n";
    let first = format!("{titles}Acme,Li,2026-05-11,good,bad\n");
    text(&desk, "first.csv", &first, &[]);
    let second = format!("{first}Acme,Wang,2026-05-11,good,bad\nAcme,,2026-05-12,bad,bad\n");
    let told = text(&desk, "second.csv", &second, &[]);
    assert_eq!(told["returns"], 2, "{told}");
    assert_eq!(valid(&desk), 3);
    // Nobody named: each row may be somebody else.
    let nameless = format!("{titles},,2026-05-13,good,bad\n");
    assert_eq!(text(&desk, "a.csv", &nameless, &[])["returns"], 1);
    let more = format!("{nameless},,2026-05-13,good,bad\n");
    assert_eq!(text(&desk, "b.csv", &more, &[])["returns"], 2);
}

#[test]
fn without_a_day_only_who_says_the_same_is_there() {
    let desk = Desk::new();
    workspace(&desk);
    let titles = "Customer,Parts,Delivery\n";
    let first = format!("{titles}Acme,good,bad\nBolt,good,bad\n");
    text(&desk, "first.csv", &first, &[]);
    let second = format!("{titles}Acme,good,bad\nAcme,good,bad\nBolt,bad,bad\nCord,good,bad\n");
    let told = text(&desk, "second.csv", &second, &[]);
    assert_eq!(told["repeats"].as_array().unwrap().len(), 1, "{told}");
    assert_eq!(told["returns"], 3, "{told}");
    assert_eq!(valid(&desk), 5);
}

#[test]
fn a_sheet_that_grows_is_counted_as_its_last_state_however_it_was_cut() {
    let mut seed = fastrand::Rng::with_seed(5);
    for round in 0..3 {
        let desk = Desk::new();
        workspace(&desk);
        let mut row = |at: usize| {
            let answer = |seed: &mut fastrand::Rng| ["good", "bad"][seed.usize(..2)];
            let (one, two) = (answer(&mut seed), answer(&mut seed));
            // A customer may come back on other days.
            format!("C{},2026-05-{:02},{one},{two}\n", at % 7, at % 28 + 1)
        };
        let rows: Vec<String> = (0..28).map(&mut row).collect();
        let mut upto = 0;
        for file in 0..4 {
            upto = (upto + seed.usize(1..8)).min(rows.len());
            let mut shown = rows[..upto].to_vec();
            seed.shuffle(&mut shown);
            let told = text(
                &desk,
                &format!("{file}.csv"),
                &format!("{TITLES}{}", shown.concat()),
                &[],
            );
            assert_eq!(valid(&desk), upto as u64, "{round} {file}: {told}");
        }
    }
}
