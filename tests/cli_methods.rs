//! What stands beside the scores of a wave, and what can be asked without one, through the
//! built program.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod binary;

use binary::{Desk, workbook};
use serde_json::Value;

fn near(value: &Value, expected: f64, tolerance: f64) {
    let value = value.as_f64().unwrap();
    assert!(
        (value - expected).abs() <= tolerance,
        "{value} is not {expected}"
    );
}

#[test]
fn a_plan_says_how_many_to_ask_and_what_all_would_give() {
    let desk = Desk::new();
    let found = desk.json(&[
        "plan",
        "--frame",
        "200",
        "--sd",
        "15",
        "--half-width",
        "5",
        "--response",
        "50%",
        "--json",
    ]);
    // scipy: the first n with t.ppf(.975, n−1)·15/sqrt(n)[·sqrt(1−n/200)] <= 5
    assert_eq!(found["firm"]["returns"], 38);
    assert_eq!(found["firm"]["send"], 76);
    assert_eq!(found["customers"]["returns"], 32);
    let said = desk.done(&["plan", "--frame", "30", "--lang", "zh"]);
    assert!(
        said.contains("应发给 26 家") && said.contains("全部答完也不够"),
        "{said}"
    );
    for wrong in ["0", "-1", "abc"] {
        let said = desk.refused(2, &["plan", "--frame", "30", &format!("--sd={wrong}")]);
        assert!(said.contains("--sd"), "{said}");
    }
}

/// The six returns of the method with an overall item, who would recommend, and how important
/// the first item is; quality acts on satisfaction.
fn six(desk: &Desk) {
    let sheets = [
        ("Survey", "key|value\ntitle|Six"),
        (
            "Dimensions",
            "code|name|weight|acts on\nQ|Quality|0.6|S\nS|Satisfaction|0.4|",
        ),
        (
            "Items",
            "code|text|dimension|kind|scale|scored|importance of\n\
             Q1|Parts|Q|rating|F||\nQ2|Delivery|Q|rating|F||\n\
             S1|Service|S|rating|F||\nS2|Price|S|rating|F||\n\
             OV|Overall satisfaction||rating|F|no|\n\
             W1|How important are parts||rating|F|no|Q1\n\
             NP|Would you recommend us||nps|||",
        ),
        (
            "Scales",
            "scale|label|score|satisfied\nF|a|5|yes\nF|b|4|yes\nF|c|3|\nF|d|2|\nF|e|1|",
        ),
    ];
    let sheets = sheets.map(|(name, text)| (name, workbook::rows(text)));
    workbook::write(&desk.path("definition.xlsx"), &sheets);
    desk.done(&["new", "a.manyi", "--definition", "definition.xlsx"]);
    let returns = "customer,Q1,Q2,S1,S2,OV,W1,NP\n1,5,4,4,3,5,5,10\n2,4,4,5,3,4,4,9\n\
                   3,3,3,4,2,3,5,6\n4,5,5,5,4,5,4,9\n5,4,3,3,3,3,5,8\n6,2,3,3,1,2,5,0\n";
    std::fs::write(desk.path("returns.csv"), returns).unwrap();
    desk.done(&[
        "import",
        "a.manyi",
        "returns.csv",
        "--wave",
        "2026H1",
        "--values",
        "scores",
    ]);
}

#[test]
fn methods_beside_the_scores_as_the_method_prints_them() {
    let desk = Desk::new();
    six(&desk);
    let found = desk.json(&["scores", "a.manyi", "--wave", "2026H1", "--json"]);
    near(&found["alpha"]["raw"], 0.91954, 5e-6);
    near(&found["alpha"]["standardised"], 0.92574, 5e-6);
    near(&found["alpha"]["low"], 0.712_242, 5e-7);
    near(&found["alpha"]["high"], 0.987_482, 5e-7);
    let quality = &found["dimensions"][0]["alpha"];
    // numpy: var(ddof=1) of the first two columns and of their sum
    near(&quality["raw"], 0.838_095_238_1, 5e-10);
    assert_eq!(quality["n"], 6);
    assert_eq!(found["items"][0]["alpha_if_dropped"], Value::Null);
    near(&found["items"][0]["item_rest"], 0.768_273_325_3, 5e-10);
    assert_eq!(found["items"][4]["alpha_if_dropped"], Value::Null);
    let first = &found["importance"][0];
    assert_eq!(
        (&first["code"], &found["importance_overall"]),
        (&Value::from("Q1"), &Value::from("OV"))
    );
    near(&first["stated"], 560.0 / 6.0, 1e-9);
    near(&first["derived"], 0.941_763_218_7, 5e-10);
    assert_eq!(found["importance"].as_array().unwrap().len(), 4);
    let nps = &found["nps"][0];
    assert_eq!(
        (&nps["code"], &nps["promoters"], &nps["detractors"]),
        (&Value::from("NP"), &Value::from(3), &Value::from(2))
    );
    near(&nps["score"], 100.0 / 6.0, 1e-9);
    assert_eq!(found["satisfied_customers"]["n"], 6);
    near(&found["satisfied_customers"]["share"], 0.5, 1e-12);
    let latent = &found["latent"];
    // The same algorithm in numpy (tests/README.md).
    near(&latent["paths"][0]["coefficient"], 0.924_211_503, 5e-9);
    near(&latent["r2"]["S"], 0.854_166_901, 5e-9);
    near(&latent["blocks"][0]["index"], 68.342_964_7, 5e-7);
}

#[test]
fn a_path_model_survives_its_workbook_and_says_what_is_wrong_with_it() {
    let desk = Desk::new();
    six(&desk);
    desk.done(&["export", "a.manyi", "definition", "-o", "again.xlsx"]);
    desk.done(&["new", "b.manyi", "--definition", "again.xlsx"]);
    let dimensions = |text: &str| {
        let sheets = [
            ("Survey", "key|value\ntitle|Six"),
            ("Dimensions", text),
            (
                "Items",
                "code|text|dimension|kind|scale\nQ1|Parts|Q|rating|F",
            ),
            ("Scales", "scale|label|score|satisfied\nF|a|2|yes\nF|b|1|"),
        ];
        let sheets = sheets.map(|(name, text)| (name, workbook::rows(text)));
        workbook::write(&desk.path("wrong.xlsx"), &sheets);
        desk.refused(1, &["new", "c.manyi", "--definition", "wrong.xlsx"])
    };
    let said = dimensions("code|name|acts on\nQ|Quality|S\nS|Service|Q");
    assert!(said.contains("C3"), "{said}");
    let said = dimensions("code|name|acts on\nQ|Quality|X");
    assert!(said.contains("C2") && said.contains('X'), "{said}");
}
