//! A survey without customers: nobody is known, nobody was chosen.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod binary;

use binary::{Desk, workbook};
use serde_json::json;

fn desk(bands: &str) -> Desk {
    let desk = Desk::new();
    let survey = format!("key|value\ntitle|访客\nbands|{bands}");
    let sheets = [
        ("Survey", workbook::rows(&survey)),
        ("Dimensions", workbook::rows("code|name|weight\nD|全部|1")),
        (
            "Items",
            workbook::rows("code|text|dimension|kind|scale\nQ1|服务|D|rating|百分"),
        ),
        (
            "Scales",
            workbook::rows("scale|label|score\n百分|好|100\n百分|差|84.96\n百分|中|89.96"),
        ),
    ];
    workbook::write(&desk.path("definition.xlsx"), &sheets);
    desk.done(&["new", "a.manyi", "--definition", "definition.xlsx"]);
    desk
}

fn import(desk: &Desk, answers: &str) {
    std::fs::write(desk.path("r.csv"), format!("Q1\n{answers}")).unwrap();
    desk.done(&["import", "a.manyi", "r.csv", "--wave", "2026H1"]);
}

#[test]
fn it_is_sound_and_has_no_frame() {
    let desk = desk("80 好; 0 不好");
    import(&desk, "好\n差\n好\n差\n好\n差\n");
    desk.done(&["check", "a.manyi"]);
    let scores = desk.json(&["scores", "a.manyi", "--wave", "2026H1", "--json"]);
    assert_eq!(scores["ledger"]["returned"], 6);
    assert_eq!(scores["ledger"]["frame"], 0);
    assert_eq!(scores["ledger"]["coverage"], json!(null));
    assert_eq!(scores["ledger"]["return_rate"], json!(null));
}

#[test]
fn no_printed_score_contradicts_its_band_or_the_target() {
    let bands = "90 很满意; 85 满意; 0 不满意";
    for (answer, score, band, verdict) in [
        ("中", "89.96", "满意", "达到"),
        ("差", "84.96", "不满意", "低于"),
    ] {
        let desk = desk(bands);
        import(&desk, &format!("{answer}\n").repeat(6));
        let told = desk.done(&["scores", "a.manyi", "--wave", "2026H1"]);
        let rows: Vec<&str> = told.lines().filter(|line| line.contains(score)).collect();
        assert_eq!(rows.len(), 3, "index, dimension, item: {told}");
        for row in rows {
            assert!(row.contains(band) && row.ends_with(verdict), "{row}");
        }
    }
}
