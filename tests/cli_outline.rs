//! A questionnaire from an export: what is asked is read from it, and the same export then comes
//! in without a mapping.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod binary;

use binary::{Desk, shared, workbook};
use serde_json::Value;

/// A workspace from an export; what was assumed.
fn from(desk: &Desk, file: &str, more: &[&str]) -> Value {
    let _ = std::fs::remove_file(desk.path("a.manyi"));
    let words = ["new", "a.manyi", "--from", file, "--json", "--lang", "zh"];
    desk.json(&[&words[..], more].concat())
}

fn import(desk: &Desk, file: &str) -> Value {
    let words = ["import", "a.manyi", file, "--wave", "2026H1", "--json"];
    desk.json(&words)["files"][0].clone()
}

fn item<'a>(found: &'a Value, code: &str) -> &'a Value {
    let items = found["items"].as_array().unwrap();
    items.iter().find(|it| it["code"] == code).unwrap()
}

fn labels(item: &Value) -> Vec<&str> {
    let options = item["options"].as_array().unwrap();
    options
        .iter()
        .map(|it| it["label"].as_str().unwrap())
        .collect()
}

/// How often each option of an item was chosen.
fn counts(desk: &Desk, code: &str) -> Vec<u64> {
    let scores = desk.json(&["scores", "a.manyi", "--wave", "2026H1", "--json"]);
    let items = scores["items"].as_array().unwrap();
    let item = items.iter().find(|it| it["code"] == code).unwrap();
    let counts = item["counts"].as_array().unwrap();
    counts.iter().map(|it| it["n"].as_u64().unwrap()).collect()
}

const HEAD: &str = "序号,提交答卷时间,所用时间,来源,来自IP,1、贵公司名称：,\
    2、请评价—产品质量,2、交货及时,2、价格,3、您最看重什么？,4、是否续约,5、建议";
const ROWS: [&str; 6] = [
    "1,2026/3/1 09:00:00,60秒,微信,192.0.2.1,甲,很满意,满意,一般,质量┋价格,是,无",
    "2,2026/3/1 10:00:00,61秒,微信,192.0.2.2,乙,满意,一般,不满意,质量,否,",
    "3,2026/3/2 09:00:00,62秒,微信,192.0.2.3,丙,满意,很满意,一般,价格┋服务,是,包装要改进",
    "4,2026/3/2 10:00:00,63秒,微信,192.0.2.4,丁,很满意,满意,满意,服务,是,交期太长",
    "5,2026/3/3 09:00:00,64秒,微信,192.0.2.5,戊,一般,满意,满意,(空),(跳过),",
    "6,2026/3/3 10:00:00,65秒,微信,192.0.2.6,己,满意,满意,满意,质量┋服务,是,",
];

fn export() -> String {
    format!("{HEAD}\n{}\n", ROWS.join("\n"))
}

#[test]
fn an_export_says_what_was_asked_and_then_comes_in_by_itself() {
    let desk = Desk::new();
    std::fs::write(desk.path("export.csv"), export()).unwrap();
    let found = from(&desk, "export.csv", &[]);
    assert_eq!(found["platform"], "wenjuanxing", "{found}");
    assert_eq!(found["returns"], 6, "{found}");
    let kinds = |code: &str| item(&found, code)["kind"].as_str().unwrap().to_owned();
    assert_eq!(kinds("Q2.1"), "rating");
    assert_eq!(kinds("Q3"), "multi");
    assert_eq!(kinds("Q4"), "yesno");
    assert_eq!(kinds("Q5"), "text");
    let rating = item(&found, "Q2.1");
    assert_eq!(rating["dimension"], "请评价");
    // Nobody was very unhappy, and could have been.
    let ladder = ["很满意", "满意", "一般", "不满意"];
    assert_eq!(labels(rating), ladder);
    assert_eq!(labels(item(&found, "Q3")), ["服务", "质量", "价格"]);
    let left: Vec<&str> = found["left_out"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["title"].as_str().unwrap())
        .collect();
    assert!(
        left.contains(&"来自IP") && left.contains(&"1、贵公司名称："),
        "{left:?}"
    );
    let told = import(&desk, "export.csv");
    assert_eq!(told["returns"], 6, "{told}");
    assert_eq!(told["unmapped_items"], serde_json::json!([]), "{told}");
    assert_eq!(counts(&desk, "Q2.1"), [2, 3, 1, 0]);
    assert_eq!(counts(&desk, "Q2.3"), [0, 3, 2, 1]);
    let said = desk.done(&["new", "b.manyi", "--from", "export.csv", "--lang", "en"]);
    assert!(
        said.contains("Assumed") && said.contains("很满意"),
        "{said}"
    );
}

#[test]
fn which_end_of_numbers_is_the_best_is_asked() {
    let desk = Desk::new();
    let rows = "质量,交货,价格\n5,4,5\n4,4,3\n1,2,5\n3,3,4\n";
    std::fs::write(desk.path("plain.csv"), rows).unwrap();
    let words = ["new", "a.manyi", "--from", "plain.csv", "--lang", "en"];
    let said = desk.refused(1, &words);
    assert!(said.contains("--best") && said.contains("质量"), "{said}");
    assert!(!desk.path("a.manyi").exists());
    let scores = |best: &str| {
        from(&desk, "plain.csv", &["--best", best]);
        let told = import(&desk, "plain.csv");
        assert_eq!(told["returns"], 4, "{told}");
        assert_eq!(told["issues"], serde_json::json!([]), "{told}");
        let scores = desk.json(&["scores", "a.manyi", "--wave", "2026H1", "--json"]);
        scores["items"][0]["score"].as_f64().unwrap()
    };
    assert!((scores("last") - 65.0).abs() < 1e-9);
    assert!((scores("first") - 55.0).abs() < 1e-9);
    // A title that says it is believed.
    let told = rows
        .replace("质量", "质量（5=非常满意）")
        .replace("交货", "交货（1-5分）")
        .replace("价格", "价格得分");
    std::fs::write(desk.path("told.csv"), told).unwrap();
    let found = from(&desk, "told.csv", &[]);
    assert_eq!(item(&found, "Q1")["order"], "points", "{found}");
}

#[test]
fn dimensions_come_from_numbers_codes_and_prefixes() {
    let desk = Desk::new();
    for (titles, names) in [
        ("1.1 稳定,1.2 包装,2.1 准时,2.2 通知", ["1", "2"]),
        ("A1. 稳定,A2. 包装,B1. 准时,B2. 通知", ["A", "B"]),
        ("质量-稳定,质量-包装,交货-准时,交货-通知", ["质量", "交货"]),
    ] {
        let text = format!("{titles}\n好,一般,差,好\n差,好,好,一般\n");
        std::fs::write(desk.path("d.csv"), text).unwrap();
        let found = from(&desk, "d.csv", &[]);
        let items = found["items"].as_array().unwrap();
        let dimensions: Vec<&str> = items
            .iter()
            .map(|it| it["dimension"].as_str().unwrap())
            .collect();
        assert_eq!(
            dimensions,
            [names[0], names[0], names[1], names[1]],
            "{found}"
        );
        let told = import(&desk, "d.csv");
        assert_eq!(told["returns"], 2, "{titles}: {told}");
    }
}

#[test]
fn rows_that_are_no_returns_do_not_decide_what_a_question_is() {
    let desk = Desk::new();
    let text = "序号|客户|质量（1-5分）|交货（1-5分）\n1|甲|5|4\n2|乙|4|4\n3|丙|4|3\n|平均分|4.33|3.67\n|制表：李四||";
    let sheets = [
        ("说明", workbook::rows("本表为上半年调查")),
        ("数据", workbook::rows(text)),
    ];
    workbook::write(&desk.path("with.xlsx"), &sheets);
    let found = from(&desk, "with.xlsx", &[]);
    assert_eq!(found["returns"], 3, "{found}");
    assert_eq!(labels(item(&found, "Q1")), ["1", "2", "3", "4", "5"]);
    let told = import(&desk, "with.xlsx");
    assert_eq!(told["returns"], 3, "{told}");
    assert_eq!(told["set_aside"].as_array().unwrap().len(), 2, "{told}");
}

#[test]
fn ticks_in_a_column_an_option_are_one_question() {
    let desk = Desk::new();
    let rows =
        "产品质量|||交货||\n好|一般|差|好|一般|差\n√|||√||\n|√|||√|\n√|||||√\n√|||√||\n||√||√|";
    workbook::write(&desk.path("ticks.xlsx"), &[("S", workbook::rows(rows))]);
    let found = from(&desk, "ticks.xlsx", &[]);
    let told = import(&desk, "ticks.xlsx");
    assert_eq!(told["returns"], 5, "{found} {told}");
    assert_eq!(told["issues"], serde_json::json!([]), "{told}");
    assert_eq!(counts(&desk, "Q1"), [3, 1, 1]);
    assert_eq!(counts(&desk, "Q2"), [2, 2, 1]);
}

/// Titles and answers of real exports: nothing has to be mapped, and nothing is lost.
#[test]
fn every_real_export_comes_in_by_what_was_made_of_it() {
    for (file, returns) in [
        ("google_forms/dask_2020_user_survey.csv", 239),
        ("limesurvey/ssi_rse_2017_nl.csv", 77),
        ("ms_forms/msforms2doc_example_fake_people.xlsx", 3),
        ("qualtrics/qualtRics_sample.csv", 1),
        ("qualtrics/qualtRics_sample_legacy.csv", 1),
        ("surveymonkey/538_StarWars.csv", 1186),
        ("wenjuanxing/importance_satisfaction_text.xlsx", 1044),
        ("wenjuanxing/phones_codes.xls", 800),
        ("wenjuanxing/phones_text.xls", 800),
    ] {
        let Some(path) = shared(&format!("data/{file}")) else {
            return;
        };
        let desk = Desk::new();
        let found = from(&desk, &path, &["--best", "last"]);
        assert_eq!(found["returns"], returns, "{file}");
        let told = import(&desk, &path);
        assert_eq!(told["returns"], returns, "{file}: {told}");
        let issues = told["issues"].as_array().unwrap().len();
        assert!(
            issues <= 20,
            "{file}: {issues} issues, {}",
            told["issues"][0]
        );
        assert_eq!(told["unmapped_items"], serde_json::json!([]), "{file}");
    }
}
