//! Comments on the command line: beside what they are about, tagged by words and by hand, split
//! and filtered by their tags, in the workbook and on paper.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod binary;

use binary::{Desk, sample};
use calamine::{Data, Reader, open_workbook_auto};
use serde_json::Value;

const RETURNS: &str = "客户,PR1,PR2,PR3,TX1,TX2\n\
    C001,满意,满意,满意,价格公道,希望交期再短\n\
    C002,不满意,不满意,不满意,价格偏高,\n\
    C003,满意,不满意,一般,报价慢,希望提供样品\n\
    C004,满意,满意,满意,,样品很好\n\
    C005,不满意,不满意,很不满意,价格不公道,\n\
    C006,满意,满意,满意,,\n";

fn desk() -> Desk {
    let desk = Desk::new();
    let definition = sample("definition_A3.xlsx");
    desk.done(&["new", "a.manyi", "--definition", &definition]);
    std::fs::write(desk.path("returns.csv"), RETURNS).unwrap();
    desk.done(&["import", "a.manyi", "returns.csv", "--wave", "2025H1"]);
    desk
}

fn comments(desk: &Desk, more: &[&str]) -> Vec<Value> {
    let words = [&["comments", "a.manyi", "--wave", "2025H1", "--json"], more].concat();
    desk.json(&words)["comments"].as_array().unwrap().clone()
}

fn texts(comments: &[Value]) -> Vec<&str> {
    let texts = comments.iter().map(|it| it["text"].as_str().unwrap());
    texts.collect()
}

#[test]
fn comments_stand_beside_what_they_are_about_and_general_ones_apart() {
    let desk = desk();
    let all = comments(&desk, &[]);
    let about: Vec<(&str, &str)> = all
        .iter()
        .map(|it| (it["text"].as_str().unwrap(), it["beside"].as_str().unwrap()))
        .collect();
    let expected = [
        ("价格公道", "dimension"),
        ("价格偏高", "dimension"),
        ("报价慢", "dimension"),
        ("价格不公道", "dimension"),
        ("希望交期再短", "general"),
        ("希望提供样品", "general"),
        ("样品很好", "general"),
    ];
    assert_eq!(about, expected);
    // Of a dimension the least satisfied answer counts; of general comments nothing is said.
    let felt: Vec<Option<&str>> = all.iter().map(|it| it["sentiment"].as_str()).collect();
    let (satisfied, dissatisfied) = (Some("satisfied"), Some("dissatisfied"));
    assert_eq!(
        felt[..4],
        [satisfied, dissatisfied, dissatisfied, dissatisfied]
    );
    assert!(felt[4..].iter().all(Option::is_none));
}

#[test]
fn words_give_tags_and_a_person_has_the_last_word() {
    let desk = desk();
    desk.done(&["tag", "a.manyi", "愿望", "--as", "wish", "--word", "希望"]);
    desk.done(&[
        "tag",
        "a.manyi",
        "贵",
        "--as",
        "complaint",
        "--word",
        "偏高",
        "不公道",
    ]);
    desk.done(&["tag", "a.manyi", "公道", "--as", "praise", "--word", "公道"]);
    let of = |tag: &str| comments(&desk, &["--tag", tag]);
    assert_eq!(texts(&of("愿望")), ["希望交期再短", "希望提供样品"]);
    assert_eq!(texts(&of("贵")), ["价格偏高", "价格不公道"]);
    // The longest word counts: 不公道 is no 公道.
    assert_eq!(texts(&of("公道")), ["价格公道"]);
    let name = |text: &str| {
        let all = comments(&desk, &[]);
        let it = all.iter().find(|it| it["text"] == text).unwrap().clone();
        it["comment"].as_str().unwrap().to_owned()
    };
    let (slow, wish) = (name("报价慢"), name("希望提供样品"));
    desk.done(&["tag", "a.manyi", "贵", "--wave", "2025H1", "--on", &slow]);
    desk.done(&["tag", "a.manyi", "愿望", "--wave", "2025H1", "--off", &wish]);
    assert_eq!(texts(&of("贵")), ["价格偏高", "报价慢", "价格不公道"]);
    assert_eq!(texts(&of("愿望")), ["希望交期再短"]);
    let said = desk.done(&["tag", "a.manyi", "贵", "--wave", "2025H1", "--on", &slow]);
    assert!(
        said.contains("没有变化") || !said.trim().is_empty(),
        "{said}"
    );
    let counts = desk.json(&["comments", "a.manyi", "--wave", "2025H1", "--json"])["tags"].clone();
    assert_eq!(counts[1]["name"], "贵");
    assert_eq!(counts[1]["class"], "complaint");
    assert_eq!(counts[1]["comments"], 3);
    assert_eq!(counts[1]["dissatisfied"], 3);
    desk.done(&["check", "a.manyi"]);
    desk.done(&["tag", "a.manyi", "贵", "--remove"]);
    assert_eq!(comments(&desk, &[]).len(), 7);
    assert!(
        desk.refused(2, &["comments", "a.manyi", "--tag", "贵"])
            .contains("愿望、公道")
    );
    desk.done(&["check", "a.manyi"]);
}

#[test]
fn a_tag_is_a_name_to_filter_and_split_by() {
    let desk = desk();
    desk.done(&["tag", "a.manyi", "价格", "--word", "价格"]);
    let scores = |more: &[&str]| {
        let words = [&["scores", "a.manyi", "--wave", "2025H1", "--json"], more].concat();
        desk.json(&words)
    };
    let filtered = scores(&["--where", "tag=价格"]);
    assert_eq!(filtered["index"]["n"], 3);
    let all = scores(&[]);
    let groups = all["segments"].as_array().unwrap();
    let group = groups.iter().find(|it| it["key"] == "tag").unwrap();
    assert_eq!(
        (&group["value"], &group["n"]),
        (&Value::from("价格"), &Value::from(3))
    );
    assert_eq!(group["score"], filtered["index"]["score"]);
}

#[test]
fn what_was_written_goes_into_the_workbook_and_on_paper() {
    let desk = desk();
    desk.done(&["tag", "a.manyi", "样品", "--word", "样品"]);
    desk.done(&[
        "export", "a.manyi", "scores", "--wave", "2025H1", "-o", "s.xlsx",
    ]);
    let mut book = open_workbook_auto(desk.path("s.xlsx")).unwrap();
    let mut sheet = |name: &str| -> Vec<Vec<String>> {
        let range = book.worksheet_range(name).unwrap();
        let row = |row: &[Data]| row.iter().map(Data::to_string).collect();
        range.rows().map(row).collect()
    };
    let said = sheet("顾客意见");
    assert_eq!(said.len(), 8, "a head and seven comments");
    assert!(
        said.iter()
            .any(|row| row.contains(&"希望提供样品".to_owned())
                && row.contains(&"总体意见".to_owned())
                && row.contains(&"样品".to_owned()))
    );
    let tags = sheet("标签");
    assert_eq!(tags[1][..3], ["样品", "其他", "2"]);
    desk.done(&[
        "print", "a.manyi", "review", "--wave", "2025H1", "-o", "r.pdf",
    ]);
}

#[test]
fn frequent_words_are_named_and_customers_never() {
    let desk = desk();
    let report = desk.json(&["comments", "a.manyi", "--wave", "2025H1", "--json"]);
    let words: Vec<&str> = report["frequent"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it[0].as_str().unwrap())
        .collect();
    assert!(
        words.contains(&"价格") && words.contains(&"样品"),
        "{words:?}"
    );
    assert!(!words.contains(&"希望"), "says nothing by itself");
}

#[test]
fn what_names_nothing_is_refused_with_what_there_is() {
    let desk = desk();
    let said = desk.refused(2, &["tag", "a.manyi", "没有", "--on", "1:TX1"]);
    assert!(said.contains("没有"), "{said}");
    desk.done(&["tag", "a.manyi", "价格"]);
    let said = desk.refused(2, &["tag", "a.manyi", "价格", "--on", "第一条"]);
    assert!(said.contains("答卷:题号"), "{said}");
}
