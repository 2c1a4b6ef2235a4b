//! Forms that customers filled in, one file a customer: a folder of them is one step.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod binary;

use binary::Desk;
use binary::three_customers::{self, workspace};

fn form(desk: &Desk, name: &str, rows: &str) {
    three_customers::form(desk, name, ("调查表", rows));
}

#[test]
fn a_folder_of_filled_forms_is_one_step() {
    let desk = Desk::new();
    workspace(&desk);
    std::fs::create_dir(desk.path("forms")).unwrap();
    let head = "项目|很满意|满意|一般|不满意";
    // known by the form, by its file, and one with two ticks
    let first =
        format!("客户名称：|宁波甬江|||\n{head}\n产品质量|√|||\n交货及时||√||\n意见和建议|包装");
    form(&desk, "forms/1.xlsx", &first);
    let second = format!("顾客满意度调查表||||\n{head}\n产品质量||√||\n交货及时|√|||");
    form(&desk, "forms/回执-苏州恒远.xlsx", &second);
    let third = format!("单位：杭州云图||||\n{head}\n产品质量|√|√||\n交货及时||√||");
    form(&desk, "forms/3.xlsx", &third);
    let told = desk.json(&["import", "a.manyi", "forms", "--wave", "2026H1", "--json"]);
    let files = told["files"].as_array().unwrap();
    assert_eq!(files.len(), 3, "{told}");
    assert!(files.iter().all(|file| file["returns"] == 1), "{told}");
    let issues: Vec<_> = files
        .iter()
        .flat_map(|file| file["issues"].as_array().unwrap())
        .collect();
    assert_eq!(issues.len(), 1, "{told}");
    assert_eq!(issues[0]["cell"], "B3");
    let scores = desk.json(&["scores", "a.manyi", "--wave", "2026H1", "--json"]);
    assert_eq!(scores["ledger"]["returned"], 3, "{scores}");
    // All of them are taken back at once, and count again.
    let imports = desk.json(&["imports", "a.manyi", "--json"]);
    let number = imports[1]["import"].to_string();
    let mark = |deed: &str| desk.done(&["imports", "a.manyi", deed, &number, "--together"]);
    let returned = || {
        let scores = desk.json(&["scores", "a.manyi", "--wave", "2026H1", "--json"]);
        scores["ledger"]["returned"].as_u64().unwrap()
    };
    let said = mark("--undo");
    assert!(said.contains("+ 2"), "{said}");
    assert_eq!(returned(), 0);
    mark("--restore");
    assert_eq!(returned(), 3);
    // The same folder again brings nothing.
    let said = desk.refused(
        1,
        &[
            "import", "a.manyi", "forms", "--wave", "2026H1", "--lang", "en",
        ],
    );
    assert!(said.contains("1.xlsx"), "{said}");
}

#[test]
fn how_numbers_are_read_is_asked_for_one_form_only() {
    let desk = Desk::new();
    workspace(&desk);
    let scored = |customer: &str, quality: u32, delivery: u32| {
        format!("客户|{customer}\n项目|得分\n产品质量|{quality}\n交货及时|{delivery}")
    };
    form(&desk, "1.xlsx", &scored("宁波甬江", 2, 3));
    form(&desk, "2.xlsx", &scored("苏州恒远", 2, 2));
    let import = |name: &'static str| ["import", "a.manyi", name, "--wave", "2026H1", "--json"];
    let said = desk.refused(1, &[&import("1.xlsx")[..], &["--lang", "en"]].concat());
    assert!(said.contains("--values"), "{said}");
    let first = desk.json(&[&import("1.xlsx")[..], &["--values", "scores"]].concat());
    assert_eq!(first["files"][0]["returns"], 1, "{first}");
    let second = desk.json(&import("2.xlsx"));
    assert_eq!(second["files"][0]["returns"], 1, "{second}");
}

#[test]
fn forms_to_a_closed_wave_come_in_only_as_late() {
    let desk = Desk::new();
    workspace(&desk);
    std::fs::create_dir(desk.path("forms")).unwrap();
    for customer in ["宁波甬江", "苏州恒远"] {
        let rows = format!(
            "客户名称：|{customer}|||\n项目|很满意|满意|一般|不满意\n产品质量|√|||\n交货及时||√||"
        );
        form(&desk, &format!("forms/{customer}.xlsx"), &rows);
    }
    desk.done(&["wave", "a.manyi", "--close", "2026H1", "--by", "张三"]);
    let import = ["import", "a.manyi", "forms", "--wave", "2026H1", "--json"];
    let ran = desk.manyi(&[&import[..], &["--lang", "en"]].concat());
    assert_eq!(ran.code, Some(1), "{ran:?}");
    // One sentence for both, and each by itself in JSON.
    assert_eq!(ran.err.matches("--late").count(), 1, "{ran:?}");
    assert!(ran.err.contains("2 forms were not imported"), "{ran:?}");
    let told: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let files = told["files"].as_array().unwrap();
    assert_eq!(files.len(), 2, "{told}");
    let said = |file: &serde_json::Value| file["error"].as_str().unwrap().contains("--late");
    assert!(files.iter().all(said), "{told}");
    let told = desk.json(&[&import[..], &["--late"]].concat());
    let files = told["files"].as_array().unwrap();
    assert!(files.iter().all(|file| file["returns"] == 1), "{told}");
    let ledger = desk.json(&["frame", "a.manyi", "--wave", "2026H1", "--json"]);
    assert_eq!(ledger["ledger"]["apart"]["late"], 2, "{ledger}");
}

#[test]
fn columns_of_ticks_are_told_in_one_sentence_and_nothing_comes_in() {
    let desk = Desk::new();
    workspace(&desk);
    let rows = "客户|产品质量|交货及时\nC001|√|√\nC002|√|\nC003||√";
    form(&desk, "ticks.xlsx", rows);
    let import = ["import", "a.manyi", "ticks.xlsx", "--wave", "2026H1"];
    let said = desk.refused(1, &[&import[..], &["--lang", "en"]].concat());
    assert!(
        said.contains("B 产品质量") && said.contains("C 交货及时"),
        "{said}"
    );
    assert_eq!(said.matches("Ticks").count(), 1, "{said}");
    assert!(desk.refused(1, &import).contains("看不出勾的是哪个选项"));
}

/// The answers and the day of the only return.
fn only(desk: &Desk) -> (Vec<manyi::model::Answer>, Option<String>, Option<String>) {
    let store = manyi::store::Store::open_read_only(&desk.path("a.manyi")).unwrap();
    let data = store.load().unwrap();
    let returns = store.load_wave(data.waves[0].id).unwrap();
    assert_eq!(returns.returns.len(), 1, "{:?}", returns.returns);
    let one = &returns.returns[0];
    let customer = one.customer.and_then(|id| data.customer(id));
    let answers = returns.columns.iter().map(|column| column.get(0));
    (
        answers.take(2).collect(),
        one.date.map(|it| it.to_string()),
        customer.map(|it| it.code.clone()),
    )
}

#[test]
fn what_people_write_on_a_form_is_read_as_they_meant_it() {
    use manyi::model::Answer;
    let head = "项目|很满意|满意|一般|不满意";
    let ticks = "产品质量||√||\n交货及时|||√|";
    for (rows, day) in [
        // Two labels in one cell.
        (
            format!("客户名称：苏州恒远　　填写日期：2026年5月11日||||\n{head}\n{ticks}"),
            Some("2026-05-11"),
        ),
        (
            format!("客户名称：苏州恒远||日期：13.5.26||\n{head}\n{ticks}"),
            Some("2026-05-13"),
        ),
        (
            format!("单位：苏州恒远  填写人：李工  日期：26.5.13||||\n{head}\n{ticks}"),
            Some("2026-05-13"),
        ),
        // Options in one cell below heads that name them.
        (
            format!(
                "客户名称：苏州恒远||||\n{head}\n产品质量|□很满意 ☑满意 □一般 □不满意\n交货及时|□很满意 □满意 ☑一般 □不满意"
            ),
            None,
        ),
        // Options beside each question, the tick in the row below.
        (
            "客户名称：苏州恒远||||\n产品质量|很满意|满意|一般|不满意\n||√||\n交货及时|很满意|满意|一般|不满意\n|||√|"
                .to_owned(),
            None,
        ),
        // Boxes on the line below, ticks in letters.
        (
            "客户名称：苏州恒远\n产品质量\n□很满意 ☑满意 □一般 □不满意\n交货及时：\n很满意（ ） 满意（ ） 一般（V） 不满意（ ）"
                .to_owned(),
            None,
        ),
        // What is not meant is crossed.
        (
            format!("客户名称：苏州恒远||||\n{head}\n产品质量|×|√|×|×\n交货及时|N|-|Y|N"),
            None,
        ),
        // Nothing but crosses.
        (
            format!("客户名称：苏州恒远||||\n{head}\n产品质量||×||\n交货及时|||x|"),
            None,
        ),
        // Letters of Wingdings 2.
        (
            format!("客户名称：苏州恒远||||\n{head}\n产品质量|£|R|£|£\n交货及时|£|£|R|£"),
            None,
        ),
    ] {
        let desk = Desk::new();
        workspace(&desk);
        form(&desk, "form.xlsx", &rows);
        let told = desk.json(&[
            "import",
            "a.manyi",
            "form.xlsx",
            "--wave",
            "2026H1",
            "--json",
        ]);
        let (answers, date, customer) = only(&desk);
        assert_eq!(answers, [Answer::Option(1), Answer::Option(2)], "{rows}");
        assert_eq!(
            (date.as_deref(), customer.as_deref()),
            (day, Some("C002")),
            "{rows}"
        );
        assert_eq!(
            told["files"][0]["issues"].as_array().unwrap().len(),
            0,
            "{told}"
        );
    }
}

#[test]
fn a_form_without_a_scored_answer_is_never_taken_in_as_fine() {
    let desk = Desk::new();
    workspace(&desk);
    let head = "项目|很满意|满意|一般|不满意";
    let commented = format!("客户|宁波甬江\n{head}\n产品质量||||\n交货及时||||\n意见和建议|包装");
    form(&desk, "a.xlsx", &commented);
    let import = |name: &'static str| ["import", "a.manyi", name, "--wave", "2026H1", "--json"];
    let told = desk.json(&import("a.xlsx"));
    let issues = told["files"][0]["issues"].as_array().unwrap();
    let cells: Vec<&str> = issues
        .iter()
        .map(|it| it["cell"].as_str().unwrap())
        .collect();
    assert_eq!(cells, ["B3", "B4"], "{told}");
    let open = format!("客户|苏州恒远\n{head}\n产品质量||||\n交货及时||||");
    form(&desk, "b.xlsx", &open);
    let said = desk.refused(1, &[&import("b.xlsx")[..], &["--lang", "en"]].concat());
    assert!(
        said.contains("A3") && said.contains("2 questions"),
        "{said}"
    );
    assert!(desk.refused(1, &import("b.xlsx")).contains("2 道题"));
}

#[test]
fn a_day_far_from_the_survey_is_asked_about() {
    let desk = Desk::new();
    workspace(&desk);
    let table = "客户|填写日期|产品质量|交货及时\nC001|2026-05-11|满意|满意\nC002|2062-05-12|满意|一般\nC003|2020-05-13|一般|满意";
    std::fs::write(desk.path("a.csv"), table.replace('|', ",")).unwrap();
    let more = "\nC001|2026-05-14|一般|满意\nC002|2026-05-15|满意|很满意";
    std::fs::write(
        desk.path("b.csv"),
        format!("{table}{more}").replace('|', ","),
    )
    .unwrap();
    let told = desk.json(&[
        "import", "a.manyi", "b.csv", "--wave", "2026H1", "--json", "--lang", "en",
    ]);
    let issues = told["files"][0]["issues"].as_array().unwrap();
    let dated = issues
        .iter()
        .filter(|it| it["expected"].as_str().unwrap().contains("2025-07-01"));
    let cells: Vec<&str> = dated.map(|it| it["cell"].as_str().unwrap()).collect();
    assert_eq!(cells, ["B3", "B4"], "{told}");
    // Somebody says which day it was.
    let open = desk.json(&["settle", "a.manyi", "--wave", "2026H1", "--json"]);
    let all = open.as_array().unwrap();
    let issue = all.iter().find(|it| it["cell"] == "B3").unwrap()["issue"].to_string();
    desk.done(&[
        "settle",
        "a.manyi",
        "--issue",
        &issue,
        "--answer",
        "2026-05-12",
    ]);
    let open = desk.json(&["settle", "a.manyi", "--wave", "2026H1", "--json"]);
    assert_eq!(open.as_array().unwrap().len(), all.len() - 1, "{open}");
}
