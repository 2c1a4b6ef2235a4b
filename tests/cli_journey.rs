//! From a definition workbook and the files of the sample to scores, trend and paper, all
//! through the built program.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod binary;

use binary::{Desk, sample};
use serde_json::{Value, json};

/// The sample's second revision with its four waves.
fn taken_in(desk: &Desk) {
    let definition = sample("definition_A3.xlsx");
    let said = desk.done(&[
        "new",
        "a.manyi",
        "--definition",
        &definition,
        "--survey",
        "销售客户",
    ]);
    assert!(
        said.contains("销售客户") && said.contains("30 家客户"),
        "{said}"
    );
    for (wave, file, values) in [
        ("2024H2", "得分登记_2024下半年.xlsx", Some("scores")),
        ("2025H1", "问卷星_2025上半年.csv", None),
        ("2025 下半年", "问卷星_2025下半年.xlsx", None),
    ] {
        let file = sample(file);
        let mut words = vec!["import", "a.manyi", &file, "--wave", wave];
        if let Some(values) = values {
            words.extend(["--values", values]);
        }
        desk.done(&words);
    }
}

#[test]
fn every_format_of_the_sample_comes_in() {
    let desk = Desk::new();
    taken_in(&desk);
    let (online, phone) = (
        sample("问卷星_2026上半年.xlsx"),
        sample("电话与纸质_2026上半年.xlsx"),
    );
    let report = desk.json(&[
        "import",
        "a.manyi",
        &online,
        &phone,
        "--survey",
        "销售客户",
        "--wave",
        "2026H1",
        "--json",
    ]);
    let files = report["files"].as_array().unwrap();
    assert_eq!(files.len(), 2);
    assert_eq!(files[0]["file"], online.as_str());
    assert_eq!(files[0]["sha256"].as_str().unwrap().len(), 64);
    let returns = |at: usize| files[at]["returns"].as_u64().unwrap();
    assert_eq!((returns(0), returns(1)), (17, 8));
    let found: Vec<&str> = files
        .iter()
        .flat_map(|file| file["issues"].as_array().unwrap())
        .map(|issue| issue["found"].as_str().unwrap())
        .collect();
    for expected in [
        "还可以",
        "满意或一般",
        "11",
        "6月19日下午",
        "深圳市矽桁贸易（代采购）",
    ] {
        assert!(found.contains(&expected), "{expected} in {found:?}");
    }
    desk.done(&["check", "a.manyi"]);
}

#[test]
fn first_revision_reads_xls_and_ods() {
    let desk = Desk::new();
    let definition = sample("definition_A2.xlsx");
    desk.done(&["new", "a.manyi", "--definition", &definition]);
    for (wave, file, returns) in [
        ("2023H2", "客户回执_2023下半年.xls", 18),
        ("2024H1", "回收汇总_2024上半年.ods", 19),
    ] {
        let file = sample(file);
        let report = desk.json(&["import", "a.manyi", &file, "--wave", wave, "--json"]);
        assert_eq!(report["files"][0]["returns"], returns);
        assert_eq!(report["files"][0]["issues"], json!([]));
    }
    // Without --survey the workbook's own title names it.
    let scores = desk.json(&["scores", "a.manyi", "--wave", "2024H1", "--json"]);
    assert_eq!(scores["survey"], "客户满意度调查表");
}

/// Keys of an object in the order they were written.
fn keys(value: &Value) -> Vec<&str> {
    value
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect()
}

/// Every line of figures has these.
const FIGURE: &str = "band change dissatisfied few frame_high frame_low high low middle n satisfied \
                      satisfied_high satisfied_low score sd target_met";

#[test]
fn json_has_exactly_the_keys_scripts_rely_on() {
    let desk = Desk::new();
    taken_in(&desk);
    let scores = desk.json(&["scores", "a.manyi", "--wave", "2025H1", "--json"]);
    let with = |more: &'static str| {
        let mut all: Vec<&str> = FIGURE.split(' ').chain(more.split(' ')).collect();
        all.sort_unstable();
        all
    };
    assert_eq!(
        keys(&scores).join(" "),
        "alpha dimensions frame gaps importance importance_overall index items latent ledger nps rules \
         satisfied_customers segments survey wave"
    );
    assert_eq!(
        keys(&scores["ledger"]),
        [
            "coverage",
            "frame",
            "issued",
            "return_rate",
            "returned",
            "valid",
            "valid_rate"
        ]
    );
    assert_eq!(keys(&scores["index"]).join(" "), FIGURE);
    assert_eq!(
        keys(&scores["dimensions"][0]),
        with("alpha code name parent weight")
    );
    assert_eq!(
        keys(&scores["items"][0]),
        with(
            "code text dimension weight mean counts na blank satisfied_frame_low satisfied_frame_high alpha_if_dropped item_rest"
        )
    );
    assert_eq!(
        keys(&scores["items"][0]["counts"][0]),
        ["label", "n", "score"]
    );
}

#[test]
fn a_trend_has_exactly_the_keys_scripts_rely_on() {
    let desk = Desk::new();
    taken_in(&desk);
    let trend = desk.json(&["trend", "a.manyi", "--json"]);
    assert_eq!(keys(&trend[0]), ["name", "of", "points", "same_customers"]);
    let point = keys(&trend[0]["points"][0]).join(" ");
    assert_eq!(point, "broken few high low n period score target typed");
}

#[test]
fn a_filter_counts_only_who_it_asks_for() {
    let desk = Desk::new();
    taken_in(&desk);
    let wave = ["scores", "a.manyi", "--wave", "2025H1", "--json"];
    let asking = |condition: &str| {
        let mut words = wave.to_vec();
        words.extend(["--where", condition]);
        desk.json(&words)
    };
    let valid = |scores: &Value| scores["ledger"]["valid"].as_u64().unwrap();
    let all = valid(&desk.json(&wave));
    let parts: u64 = ["华东", "华南", "华北", "华中", "西南"]
        .iter()
        .map(|region| valid(&asking(&format!("区域={region}"))))
        .sum();
    assert_eq!(all, 22);
    assert_eq!(parts, all);
    let key = valid(&asking("重点=是"));
    assert!(key > 0 && key == valid(&asking("key=yes")));
    assert_eq!(key + valid(&asking("重点=否")), all);
    let said = desk.refused(
        1,
        &[
            "scores",
            "a.manyi",
            "--wave",
            "2025H1",
            "--where",
            "区域=火星",
        ],
    );
    assert!(said.contains("火星") && said.contains("华东"), "{said}");
    let said = desk.refused(
        1,
        &[
            "scores",
            "a.manyi",
            "--wave",
            "2025H1",
            "--where",
            "地区=华东",
        ],
    );
    assert!(said.contains("地区") && said.contains("区域"), "{said}");
}

#[test]
fn what_is_not_there_is_answered_with_what_is() {
    let desk = Desk::new();
    taken_in(&desk);
    for (words, says) in [
        (&["scores", "a.manyi", "--wave", "2020H1"][..], "2025H2"),
        (
            &["scores", "a.manyi", "--wave", "2025H1", "--survey", "别的"],
            "销售客户",
        ),
        (&["trend", "a.manyi", "--of", "XX"], "PR1"),
        (&["import", "a.manyi", "x.csv", "--wave", "2026"], "2026H1"),
    ] {
        let said = desk.refused(1, words);
        assert!(said.contains(says), "{words:?}: {said}");
    }
}

#[test]
fn a_refused_file_leaves_the_others() {
    let desk = Desk::new();
    taken_in(&desk);
    std::fs::write(desk.path("broken.xlsx"), "PK\u{3}\u{4} no archive at all").unwrap();
    let good = sample("问卷星_2026上半年.xlsx");
    let ran = desk.manyi(&[
        "import",
        "a.manyi",
        "broken.xlsx",
        &good,
        "none.csv",
        "--wave",
        "2026H1",
        "--json",
    ]);
    assert_eq!(ran.code, Some(1), "{}", ran.err);
    assert!(
        ran.err.contains("broken.xlsx") && ran.err.contains("none.csv"),
        "{}",
        ran.err
    );
    let report: Value = serde_json::from_str(&ran.out).unwrap();
    let files = report["files"].as_array().unwrap();
    let taken_in = files.iter().filter(|file| file["error"].is_null());
    assert_eq!(taken_in.count(), 1, "{report}");
    let before = desk.bytes("a.manyi");
    let said = desk.refused(1, &["import", "a.manyi", &good, "--wave", "2026H1"]);
    assert!(said.contains("已在"), "the date of the first: {said}");
    assert_eq!(
        desk.bytes("a.manyi"),
        before,
        "the same file again changes nothing"
    );
    let said = desk.refused(1, &["import", "a.manyi", &good, "--wave", "2026H2"]);
    assert!(
        said.contains("2026 上半年"),
        "the same returns are not two half-years: {said}"
    );
    assert_eq!(desk.bytes("a.manyi"), before);
}

#[test]
fn numbers_that_could_be_two_things_ask_for_the_flag() {
    let desk = Desk::new();
    let definition = sample("definition_A3.xlsx");
    desk.done(&["new", "a.manyi", "--definition", &definition]);
    let before = desk.bytes("a.manyi");
    let file = sample("得分登记_2024下半年.xlsx");
    let said = desk.refused(1, &["import", "a.manyi", &file, "--wave", "2024H2"]);
    assert!(said.contains("--values scores"), "{said}");
    assert!(
        said.contains("得分登记_2024下半年.xlsx") && said.contains("得分"),
        "{said}"
    );
    assert_eq!(desk.bytes("a.manyi"), before);
    let score = |values: &str, name: &str| {
        desk.done(&["new", name, "--definition", &definition]);
        desk.done(&[
            "import", name, &file, "--wave", "2024H2", "--values", values,
        ]);
        let scores = desk.json(&["scores", name, "--wave", "2024H2", "--json"]);
        scores["index"]["score"].as_f64().unwrap()
    };
    let (as_scores, as_codes) = (score("scores", "s.manyi"), score("codes", "c.manyi"));
    assert!((as_scores - 85.4).abs() < 0.1, "{as_scores}");
    assert!(as_codes < 50.0, "{as_codes}");
}

#[test]
fn pages_come_as_pdf_svg_and_png() {
    let desk = Desk::new();
    taken_in(&desk);
    for (name, begins) in [
        ("a.pdf", &b"%PDF-"[..]),
        ("a.svg", b"<svg"),
        ("a.PNG", b"\x89PNG\r\n"),
    ] {
        for words in [
            &["trend", "--of", "index", "--of", "PR"][..],
            &["scores", "--wave", "2025H1"],
            &["review", "--lang", "en"],
            &["form"],
        ] {
            let mut words = words.to_vec();
            words.splice(0..0, ["print", "a.manyi"]);
            words.extend(["-o", name]);
            let said = desk.done(&words);
            assert!(said.contains(name), "{said}");
            assert!(desk.bytes(name).starts_with(begins), "{words:?}");
        }
    }
    let picture = String::from_utf8(desk.bytes("a.svg")).unwrap();
    assert!(picture.contains("</svg>"));
    let said = desk.refused(1, &["print", "a.manyi", "trend", "-o", "none/a.pdf"]);
    assert!(said.contains("none"), "{said}");
}

#[test]
fn the_questionnaire_comes_back_as_it_went_out() {
    let desk = Desk::new();
    taken_in(&desk);
    desk.done(&["export", "a.manyi", "definition", "-o", "again.xlsx"]);
    desk.done(&[
        "new",
        "b.manyi",
        "--definition",
        "again.xlsx",
        "--survey",
        "销售客户",
    ]);
    let file = sample("问卷星_2025上半年.csv");
    desk.done(&["import", "b.manyi", &file, "--wave", "2025H1"]);
    let wave = |workspace| alone(desk.json(&["scores", workspace, "--wave", "2025H1", "--json"]));
    assert_eq!(wave("a.manyi"), wave("b.manyi"));
}

#[test]
fn returns_come_back_as_they_went_out() {
    let desk = Desk::new();
    taken_in(&desk);
    let wave = ["--wave", "2025H1"];
    desk.done(&[&["export", "a.manyi", "returns", "-o", "r.xlsx"], &wave[..]].concat());
    let definition = sample("definition_A3.xlsx");
    desk.done(&[
        "new",
        "b.manyi",
        "--definition",
        &definition,
        "--survey",
        "销售客户",
    ]);
    let report = desk.json(&[&["import", "b.manyi", "r.xlsx", "--json"], &wave[..]].concat());
    assert_eq!(report["files"][0]["returns"], 22);
    assert_eq!(report["files"][0]["issues"], json!([]));
    let scores =
        |workspace| alone(desk.json(&[&["scores", workspace, "--json"], &wave[..]].concat()));
    assert_eq!(scores("a.manyi"), scores("b.manyi"));
    desk.done(&["check", "b.manyi"]);
    desk.done(&["export", "a.manyi", "scores", "-o", "s.xlsx"]);
    assert!(desk.bytes("s.xlsx").starts_with(b"PK"));
}

/// Scores without what they say of other waves.
fn alone(mut scores: Value) -> Value {
    let of = |figure: &mut Value| drop(figure.as_object_mut().unwrap().remove("change"));
    of(&mut scores["index"]);
    for part in ["dimensions", "items"] {
        scores[part].as_array_mut().unwrap().iter_mut().for_each(of);
    }
    scores
}
