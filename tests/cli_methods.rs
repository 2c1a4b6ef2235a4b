//! What stands beside the scores of a wave, and what can be asked without one, through the
//! built program.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod binary;

use binary::{Desk, workbook};
use serde_json::{Value, json};

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

/// A sheet of cells in the desk's folder.
fn sheet(desk: &Desk, file: &str, rows: &str) {
    workbook::write(&desk.path(file), &[("Sheet1", workbook::rows(rows))]);
}

#[test]
fn an_earlier_wave_comes_from_a_report_and_impossible_shares_are_refused() {
    let desk = Desk::new();
    six(&desk);
    sheet(
        &desk,
        "past.xlsx",
        "批次|对象|得分|份数|标准差|满意率\n2025H1|指数|83.2|22|12.5|\n2025H1|Q1|80|22||81.8%\n\
         2025H2|index|84.7|24||\n2025H2|Q|85.1|24||0.8",
    );
    desk.done(&["past", "a.manyi", "past.xlsx"]);
    let found = desk.json(&["past", "a.manyi", "--json"]);
    assert_eq!(found.as_array().unwrap().len(), 2);
    assert_eq!(found[0]["wave"], "2025H1");
    assert_eq!(found[0]["figures"][0]["of"], "index");
    near(&found[0]["figures"][0]["score"], 83.2, 1e-12);
    near(&found[0]["figures"][1]["satisfied"], 0.818, 1e-12);
    assert!(desk.done(&["past", "a.manyi"]).contains("83.2"));
    sheet(&desk, "more.xlsx", "wave|of|score\n2025H1|index|83.4");
    desk.done(&["past", "a.manyi", "more.xlsx"]);
    let found = desk.json(&["past", "a.manyi", "--json"]);
    assert_eq!(
        found[0]["figures"].as_array().unwrap().len(),
        2,
        "replaced, not doubled"
    );
    let lines = desk.json(&["trend", "a.manyi", "--of", "index", "--of", "Q1", "--json"]);
    let index = lines[0]["points"].as_array().unwrap();
    let typed = index.iter().map(|it| it["typed"].as_bool().unwrap());
    assert_eq!(typed.collect::<Vec<bool>>(), [true, true, false]);
    near(&index[1]["score"], 84.7, 1e-12);
    // Of Q1 the report of 2025H2 says nothing.
    assert_eq!(lines[1]["points"].as_array().unwrap().len(), 2);
    sheet(
        &desk,
        "wrong.xlsx",
        "wave|of|score|n|satisfied\n2024H2|Q1|80|22|35.7%",
    );
    let said = desk.refused(1, &["past", "a.manyi", "wrong.xlsx"]);
    assert!(
        said.contains("E2") && said.contains("31.8%") && said.contains("36.4%"),
        "{said}"
    );
    sheet(&desk, "there.xlsx", "wave|of|score\n2026H1|index|80");
    let said = desk.refused(1, &["past", "a.manyi", "there.xlsx"]);
    assert!(said.contains("2026"), "{said}");
    sheet(&desk, "unknown.xlsx", "wave|of|score\n2024H2|Z9|80");
    let said = desk.refused(1, &["past", "a.manyi", "unknown.xlsx"]);
    assert!(said.contains("B2") && said.contains("Z9"), "{said}");
    desk.done(&["check", "a.manyi"]);
}

#[test]
fn figures_of_the_firm_are_told_by_their_limits() {
    let desk = Desk::new();
    six(&desk);
    let values = [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1];
    let rows = values
        .iter()
        .zip(1..)
        .map(|(value, month)| format!("2025-{month:02}|{value}"));
    let rows: Vec<String> = rows.collect();
    sheet(
        &desk,
        "kpi.xlsx",
        &format!("期间|准时交付（%）\n{}", rows.join("\n")),
    );
    desk.done(&["kpi", "a.manyi", "kpi.xlsx"]);
    let found = desk.json(&["kpi", "a.manyi", "--json"]);
    assert_eq!(
        (&found[0]["code"], &found[0]["unit"]),
        (&Value::from("准时交付"), &Value::from("%"))
    );
    near(&found[0]["stages"][0]["low"], 45.8159, 5e-5);
    near(&found[0]["stages"][0]["high"], 55.8041, 5e-5);
    assert_eq!(found[0]["stages"][0]["provisional"], true);
    sheet(
        &desk,
        "more.xlsx",
        "期间|准时交付（%）\n2025-11|71\n2025-12|72",
    );
    desk.done(&["kpi", "a.manyi", "more.xlsx", "--baseline", "10"]);
    let found = desk.json(&["kpi", "a.manyi", "--json"]);
    assert_eq!(found[0]["points"][10]["signal"], "beyond");
    near(&found[0]["stages"][0]["high"], 55.8041, 5e-5);
    let lines = desk.json(&["trend", "a.manyi", "--of", "准时交付", "--json"]);
    assert_eq!(lines.as_array().unwrap().len(), 1);
    assert_eq!(lines[0]["points"].as_array().unwrap().len(), 12);
    near(&lines[0]["points"][11]["high"], 55.8041, 5e-5);
    let said = desk.done(&["kpi", "a.manyi"]);
    assert!(said.contains("超出界限"), "{said}");
    sheet(&desk, "which.xlsx", "期间|准时交付（%）\n2026-01|0.95");
    let said = desk.refused(1, &["kpi", "a.manyi", "which.xlsx"]);
    assert!(said.contains("B1"), "{said}");
    desk.done(&["check", "a.manyi"]);
}

#[test]
fn a_sheet_of_figures_says_which_way_each_is_better_and_what_it_acts_on() {
    let desk = Desk::new();
    six(&desk);
    let told = |name: &str, rows: &str| {
        let values = "2025-01|3|4|90\n2025-02|5|4|91";
        let heads = "期间|准时交付（%）|投诉|行业指数";
        sheet(&desk, name, &format!("{heads}\n{rows}\n{values}"));
    };
    told(
        "kpi.xlsx",
        "方向|越高越好|down|\n影响维度|quality||\n外部|||是",
    );
    desk.done(&["kpi", "a.manyi", "kpi.xlsx"]);
    let found = desk.json(&["kpi", "a.manyi", "--json"]);
    let of = |code: &str| {
        let mut all = found.as_array().unwrap().iter();
        let kpi = all.find(|it| it["code"] == code).unwrap();
        json!([kpi["better"], kpi["acts_on"], kpi["external"]])
    };
    assert_eq!(of("准时交付"), json!(["up", "Q", false]));
    assert_eq!(of("投诉"), json!(["down", null, false]));
    assert_eq!(of("行业指数"), json!([null, null, true]));
    // What a later sheet does not say stays.
    sheet(&desk, "more.xlsx", "期间|准时交付（%）\n2025-03|4");
    desk.done(&["kpi", "a.manyi", "more.xlsx"]);
    let again = desk.json(&["kpi", "a.manyi", "--json"]);
    let mut again = again.as_array().unwrap().iter();
    assert!(again.any(|it| it["acts_on"] == "Q"));
    for (rows, cell) in [
        ("方向|往上||", "B2"),
        ("影响维度||Z9|", "C2"),
        ("外部|||也许", "D2"),
    ] {
        told("wrong.xlsx", rows);
        let said = desk.refused(1, &["kpi", "a.manyi", "wrong.xlsx"]);
        assert!(said.contains(cell), "{said}");
    }
    desk.done(&["check", "a.manyi"]);
}

#[test]
fn what_is_wanted_is_held_against_what_is_found() {
    let desk = Desk::new();
    six(&desk);
    let found = desk.json(&["scores", "a.manyi", "--wave", "2026H1", "--json"]);
    let gap = &found["gaps"][0];
    assert_eq!(
        json!([gap["code"], gap["asked_by"], gap["n"], gap["verdict"]]),
        json!(["Q1", "W1", 6, "unsure"])
    );
    // scipy.stats.ttest_1samp([0, 0, 40, -20, 20, 60], 0)
    near(&gap["gap"], 16.666_667, 1e-6);
    near(&gap["low"], -14.227_882, 1e-6);
    near(&gap["high"], 47.561_215, 1e-6);
    near(&gap["p"], 0.224_163, 1e-6);
}
