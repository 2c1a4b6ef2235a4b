//! Real exports of 问卷星, where they lie beside the project. The figures expected here were
//! computed with pandas from the same file.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod binary;

use binary::{Desk, phones_of_800, shared, workbook};
use manyi::model::Answer;
use manyi::store::Store;
use serde_json::Value;

/// The seven strategies questions 16 and 17 ask about.
const STRATEGIES: [&str; 7] = [
    "逻辑拆解：要求AI解释话术背后的沟通逻辑与职场人情世故",
    "模拟演练：在正式谈话前，让AI扮演对方进行高压冲突预演",
    "情感监测：利用AI识别对方回复中潜藏的负面情绪或不满",
    "方案博弈：让AI生成多个语气版本，对比不同回复的效果差异",
    "风险防范：利用AI检查初稿中是否存在过度卑微或冒犯性措辞",
    "用户回复的打分与评价",
    "下一步建议话术引导（不给完整话术）",
];

fn strategies(desk: &Desk) {
    let survey = workbook::rows("key|value\ntitle|AI 社交辅助\nperiod|year\nbands|80 好; 0 不好");
    let dimensions = workbook::rows("code|name|weight\nST|策略满意度|1");
    let mut items = workbook::rows(
        "code|text|dimension|kind|scale|scored|segment|importance_of|aliases
         SEX|您的性别：||single|性别|no|yes||
         AGE|您的年龄段：||single|年龄|no|yes||
         MAJOR|您的专业类别：||single|专业|no|yes||
         JOB|您目前的入职状态：||single|入职|no|yes||",
    );
    for (at, strategy) in STRATEGIES.iter().enumerate() {
        let number = at + 1;
        let title = |question: u8, stem: &str| match at {
            0 => format!("{question}、{stem}—{strategy}"),
            _ => format!("{question}、{strategy}"),
        };
        let satisfied = title(
            17,
            "针对以下AI辅助社交的具体策略，请您评价其对您目前的实际应用满意度。",
        );
        let important = title(
            16,
            "针对以下AI辅助社交的具体策略，请您评价其对您的重要程度。",
        );
        let row = |cells: [&str; 9]| cells.map(str::to_owned).to_vec();
        let (code, importance) = (format!("SA{number}"), format!("IM{number}"));
        items.push(row([
            &code, &satisfied, "ST", "rating", "满意", "yes", "no", "", "",
        ]));
        items.push(row([
            &importance,
            &important,
            "",
            "rating",
            "重要",
            "no",
            "no",
            &code,
            "",
        ]));
    }
    let sheets = [
        ("Survey", survey),
        ("Dimensions", dimensions),
        ("Items", items),
        ("Scales", scales()),
    ];
    workbook::write(&desk.path("definition.xlsx"), &sheets);
}

fn scales() -> Vec<Vec<String>> {
    workbook::rows(
        "scale|label|score|satisfied
         满意|非常满意|5|yes
         满意|满意|4|yes
         满意|一般|3|no
         满意|不满意|2|no
         满意|非常不满意|1|no
         重要|非常重要|5|yes
         重要|重要|4|yes
         重要|一般|3|no
         重要|不重要|2|no
         重要|非常不重要|1|no
         性别|男||
         性别|女||
         年龄|18以下||
         年龄|18~20||
         年龄|20～22||
         年龄|22～25||
         年龄|25～27||
         年龄|27以上||
         专业|艺术类||
         专业|理工科类||
         专业|经管类||
         专业|人文社科类||
         专业|其他||
         入职|在校学生||
         入职|应届毕业生(已签约未入职)||
         入职|已入职1年以内||
         入职|已入职1-3年||
         入职|已入职3年以上||
         入职|其他||",
    )
}

fn near(value: &Value, expected: f64) {
    let found = value.as_f64().unwrap();
    assert!((found - expected).abs() < 1e-9, "{found} for {expected}");
}

#[test]
fn a_thousand_returns_score_as_pandas_says() {
    let Some(file) = shared("data/wenjuanxing/importance_satisfaction_text.xlsx") else {
        return;
    };
    let desk = Desk::new();
    strategies(&desk);
    desk.done(&["new", "a.manyi", "--definition", "definition.xlsx"]);
    let report = desk.json(&["import", "a.manyi", &file, "--wave", "2026", "--json"]);
    assert_eq!(report["files"][0]["returns"], 1044);
    assert_eq!(report["files"][0]["valid"], 1044);
    assert_eq!(report["files"][0]["issues"].as_array().unwrap().len(), 0);
    desk.done(&["check", "a.manyi"]);

    let scores = desk.json(&["scores", "a.manyi", "--wave", "2026", "--json"]);
    near(&scores["index"]["score"], 80.227_148_330_596_6);
    near(&scores["index"]["sd"], 22.868_508_566_647_247);
    near(&scores["index"]["satisfied"], 0.779_556_650_246_305_4);
    let items = scores["items"].as_array().unwrap();
    let item = |code: &str| items.iter().find(|item| item["code"] == code).unwrap();
    for (code, score, satisfied) in [
        ("SA1", 80.383_141_762_452_1, 0.786_398_467_432_950_2),
        ("SA2", 79.597_701_149_425_29, 0.772_030_651_340_996_1),
        ("SA3", 81.877_394_636_015_32, 0.784_482_758_620_689_6),
        ("SA4", 80.383_141_762_452_1, 0.788_314_176_245_210_7),
        ("SA5", 81.321_839_080_459_77, 0.802_681_992_337_164_8),
        ("SA6", 81.704_980_842_911_88, 0.770_114_942_528_735_6),
        ("SA7", 76.321_839_080_459_77, 0.752_873_563_218_390_8),
    ] {
        near(&item(code)["score"], score);
        near(&item(code)["satisfied"], satisfied);
        assert_eq!(item(code)["n"], 1044);
    }
    near(&item("IM2")["score"], 83.850_574_712_643_68);

    let men = [
        "scores", "a.manyi", "--wave", "2026", "--where", "SEX=男", "--json",
    ];
    let men = desk.json(&men);
    assert_eq!(men["index"]["n"], 563);
    near(&men["index"]["score"], 79.832_529_814_767_84);
}

#[test]
fn an_old_xls_comes_in_with_its_choices_as_segments() {
    let Some(file) = shared("data/wenjuanxing/phones_text.xls") else {
        return;
    };
    let desk = Desk::new();
    phones(&desk);
    desk.done(&["new", "a.manyi", "--definition", "definition.xlsx"]);
    let report = desk.json(&["import", "a.manyi", &file, "--wave", "2015", "--json"]);
    assert_eq!(report["files"][0]["returns"], 800);
    let valid = |conditions: &[&str]| {
        let mut words = vec!["scores", "a.manyi", "--wave", "2015", "--json"];
        for condition in conditions {
            words.extend(["--where", condition]);
        }
        desk.json(&words)["ledger"]["valid"].as_u64().unwrap()
    };
    assert_eq!(valid(&["SEX=男"]), 427);
    assert_eq!(valid(&["SEX=女"]), 373);
    assert_eq!(valid(&["SEX=男", "N=1部"]), 272);
    assert_eq!(valid(&["HOBBY=阅读"]), 436);
    let index = &desk.json(&["scores", "a.manyi", "--wave", "2015", "--json"])["index"];
    assert_eq!(index["score"], Value::Null, "nothing is scored");
}

/// Exported as text and as option numbers it says the same of every return.
#[test]
fn text_and_option_numbers_are_the_same_answers() {
    let Some([text, codes]) = phones_of_800() else {
        return;
    };
    let desk = Desk::new();
    phones(&desk);
    let answers = |workspace: &str, file: &str, more: &[&str]| {
        desk.done(&["new", workspace, "--definition", "definition.xlsx"]);
        let words = ["import", workspace, file, "--wave", "2015", "--json"];
        let told = desk.json(&[&words[..], more].concat());
        assert_eq!(told["files"][0]["returns"], 800, "{told}");
        assert_eq!(told["files"][0]["issues"], serde_json::json!([]), "{told}");
        let store = Store::open_read_only(&desk.path(workspace)).unwrap();
        let wave = store.load().unwrap().waves[0].id;
        let read = store.load_wave(wave).unwrap();
        let of = |row: usize| -> Vec<Answer> {
            let columns = read.columns.iter();
            columns.map(|column| column.get(row)).collect()
        };
        (0..800).map(of).collect::<Vec<_>>()
    };
    let as_text = answers("text.manyi", &text, &[]);
    let as_codes = answers("codes.manyi", &codes, &["--values", "codes"]);
    assert!(
        as_text
            .iter()
            .flatten()
            .any(|it| matches!(it, Answer::Options(_)))
    );
    assert_eq!(as_text, as_codes);
}

/// The definition of that survey: choices only, all of them segments.
fn phones(desk: &Desk) {
    let sheets = [
        (
            "Survey",
            workbook::rows("key|value\ntitle|手机\nperiod|year"),
        ),
        ("Dimensions", workbook::rows("code|name|weight")),
        (
            "Items",
            workbook::rows(
                "code|text|kind|scale|segment
                 N|手机部数|single|部数|yes
                 SEX|性别|single|性别|yes
                 HOBBY|兴趣爱好|multi|爱好|yes",
            ),
        ),
        (
            "Scales",
            workbook::rows(
                "scale|label|score
                 部数|1部|
                 部数|2部|
                 部数|3部|
                 部数|4部及以上|
                 性别|男|
                 性别|女|
                 爱好|运动|
                 爱好|阅读|
                 爱好|影视|
                 爱好|美食|
                 爱好|旅游|
                 爱好|IT数码|
                 爱好|艺术|
                 爱好|音乐|
                 爱好|游戏动漫|
                 爱好|手工艺|
                 爱好|摄影|
                 爱好|购物|
                 爱好|健康|
                 爱好|其他【请注明】|",
            ),
        ),
    ];
    workbook::write(&desk.path("definition.xlsx"), &sheets);
}
