//! Real exports of 问卷星, where they lie beside the project or where `MANYI_SHARED` says.

use std::path::PathBuf;

use super::book::{sheet, source, xlsx};
use super::returned::{context, item, questionnaire};
use crate::intake::{Imported, Sheet, Spreadsheet, file, mapping, returns};
use crate::model::{
    Answer, AnswerColumn, ItemKind, LineageId, Mapping, Progress, Questionnaire, Reading, Target,
};

fn shared(name: &str) -> Option<Sheet> {
    let beside = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared");
    let folder = std::env::var_os("MANYI_SHARED").map_or(beside, PathBuf::from);
    let path = folder.join("data/wenjuanxing").join(name);
    if !path.exists() {
        println!("skipped: {name} is not at hand");
        return None;
    }
    let progress = Progress::default();
    let source = file::read(&path, &progress).unwrap();
    let mut spreadsheet = Spreadsheet::open(&source.name, &source.bytes, &progress).unwrap();
    Some(spreadsheet.read(0, &progress).unwrap())
}

fn imported(sheet: &Sheet, mapping: &Mapping, questionnaire: &Questionnaire) -> Imported {
    let context = context(questionnaire, &[]);
    returns::read(sheet, mapping, &context, &Progress::default()).unwrap()
}

/// Options without scores.
fn options(labels: &'static str) -> Vec<(&'static str, Option<f64>)> {
    labels.split(' ').map(|label| (label, None)).collect()
}

#[test]
fn ratings_and_choices_of_a_text_export_are_read() {
    let Some(sheet) = shared("importance_satisfaction_text.xlsx") else {
        return;
    };
    let satisfied = ["非常满意", "满意", "一般", "不满意", "非常不满意"];
    let satisfied: Vec<_> = (1..)
        .zip(satisfied)
        .map(|(at, label)| (label, Some(f64::from(6 - at))))
        .collect();
    let line = "模拟演练：在正式谈话前，让AI扮演对方进行高压冲突预演";
    let first = "针对以下AI辅助社交的具体策略，请您评价其对您目前的实际应用满意度。—逻辑拆解：要求AI解释话术背后的沟通逻辑与职场人情世故";
    let questionnaire = questionnaire([
        item("G", "您的性别", ItemKind::Single, &options("男 女")),
        item("S1", first, ItemKind::Rating, &satisfied),
        item("S2", &format!("17、{line}"), ItemKind::Rating, &satisfied),
        item(
            "T",
            "请问您还在什么场景下使用ai进行社交",
            ItemKind::Text,
            &[],
        ),
    ]);
    let mapping =
        mapping::propose(&sheet, &questionnaire, &[], None, &Progress::default()).unwrap();
    assert_eq!(sheet.platform.key, "wenjuanxing");
    assert_eq!(mapping.undecided(), []);
    let read = imported(&sheet, &mapping, &questionnaire);
    assert_eq!(read.returns.len(), 1_044);
    assert_eq!(read.issues, []);
    assert_eq!(read.returns[1_043].row, 1_045);
    let counts = |column: usize, options: u8| -> Vec<usize> {
        (0..options)
            .map(|option| {
                let answers = (0..1_044).map(|row| read.columns[column].get(row));
                answers
                    .filter(|answer| *answer == Answer::Option(option))
                    .count()
            })
            .collect()
    };
    assert_eq!(counts(0, 2), [563, 481]);
    assert_eq!(counts(1, 5), [482, 339, 56, 95, 72]);
    assert_eq!(counts(2, 5), [462, 344, 80, 71, 87]);
    let blank = (0..1_044).filter(|row| read.columns[3].get(*row) == Answer::Blank);
    assert_eq!(blank.count(), 145 + 64);
}

fn phones() -> Questionnaire {
    questionnaire([
        item(
            "N",
            "手机部数",
            ItemKind::Single,
            &options("1部 2部 3部 4部及以上"),
        ),
        item("G", "性别", ItemKind::Single, &options("男 女")),
        item(
            "H",
            "兴趣爱好",
            ItemKind::Multi,
            &options(
                "运动 阅读 影视 美食 旅游 IT数码 艺术 音乐 游戏动漫 手工艺 摄影 购物 健康 其他【请注明】 其他",
            ),
        ),
    ])
}

#[test]
fn an_old_export_is_read_with_its_several_choices() {
    let Some(sheet) = shared("phones_text.xls") else {
        return;
    };
    let questionnaire = phones();
    let mapping =
        mapping::propose(&sheet, &questionnaire, &[], None, &Progress::default()).unwrap();
    assert_eq!(sheet.platform.key, "wenjuanxing");
    let read = imported(&sheet, &mapping, &questionnaire);
    assert_eq!(read.returns.len(), 800);
    assert_eq!(read.issues, []);
    assert_eq!(read.returns[0].channel, "问卷星");
    let ticked = |option: u8| {
        let answers = (0..800).map(|row| read.columns[2].get(row));
        answers
            .filter(|answer| matches!(answer, Answer::Options(ticked) if ticked.contains(&option)))
            .count()
    };
    assert_eq!([ticked(0), ticked(1), ticked(5)], [479, 436, 214]);
}

#[test]
fn the_same_returns_as_option_numbers_are_the_same_answers() {
    let (Some(text), Some(codes)) = (shared("phones_text.xls"), shared("phones_codes.xls")) else {
        return;
    };
    let questionnaire = phones();
    let columns = |sheet: &Sheet| {
        let mapping =
            mapping::propose(sheet, &questionnaire, &[], None, &Progress::default()).unwrap();
        let targets = mapping.columns.iter();
        let number = targets
            .clone()
            .find(|c| c.target == Target::Item(LineageId(0)))
            .unwrap();
        let reading = number.reading;
        (reading, imported(sheet, &mapping, &questionnaire).columns)
    };
    let (labels, from_text) = columns(&text);
    let (numbers, from_codes) = columns(&codes);
    assert_eq!((labels, numbers), (Reading::Labels, Reading::OptionNumbers));
    assert_eq!(from_text[0], from_codes[0]);
    // one column an option, some of them ticked
    let ticks = |columns: &[AnswerColumn]| -> Vec<Answer> {
        (0..800).map(|row| columns[2].get(row)).collect()
    };
    assert_eq!(ticks(&from_text), ticks(&from_codes));
}

#[test]
fn option_numbers_of_ratings_are_not_taken_for_scores() {
    let Some(sheet) = shared("phones_codes.xls") else {
        return;
    };
    let scored: Vec<_> = options("1部 2部 3部 4部及以上")
        .into_iter()
        .zip([4.0, 3.0, 2.0, 1.0])
        .map(|((label, _), score)| (label, Some(score)))
        .collect();
    let questionnaire = questionnaire([item("N", "手机部数", ItemKind::Rating, &scored)]);
    let mapping =
        mapping::propose(&sheet, &questionnaire, &[], None, &Progress::default()).unwrap();
    assert_eq!(mapping.columns[6].reading, Reading::Undecided);
}

#[test]
fn words_beside_an_option_go_with_their_return() {
    let contact = [("电话", None), ("其他", None)];
    let asked = questionnaire([
        item("Q1", "产品质量", ItemKind::Rating, &super::returned::FIVE),
        item("Q2", "联系方式", ItemKind::Single, &contact),
        item("Q3", "常用渠道", ItemKind::Multi, &contact),
    ]);
    let sheet = sheet(
        "a.xlsx",
        xlsx(&[
            &["1、产品质量", "2、联系方式", "3、常用渠道"],
            &["满意", "电话", "电话┋其他〖微信┋短信〗"],
            &["一般", "其他〖写信〗", "电话"],
            &["合计", "", ""],
            &["满意", "其他：传真", "其他"],
        ]),
    );
    let (sheet, progress) = (sheet.unwrap(), Progress::default());
    let mapping = mapping::propose(&sheet, &asked, &[], None, &progress).unwrap();
    let read = imported(&sheet, &mapping, &asked);
    let source = source("a.xlsx", Vec::new());
    let at = jiff::Timestamp::UNIX_EPOCH;
    let batch = read.into_batch(source, &sheet, &mapping, crate::model::WaveId(7), at);
    let kept = |row: u32| -> Vec<(String, String)> {
        let cells = batch.import.mapping.written_in(row);
        cells.map(|it| (it.cell, it.found)).collect()
    };
    let told = |cell: &str, text: &str| (cell.to_owned(), text.to_owned());
    assert_eq!(kept(2), [told("C2", "电话┋其他〖微信┋短信〗")]);
    assert_eq!(kept(3), [told("B3", "其他〖写信〗")]);
    assert_eq!(kept(5), [told("B5", "其他：传真")]);
    assert_eq!(batch.columns[2].get(0), Answer::Options(vec![0, 1]));
    assert_eq!(batch.columns[1].get(2), Answer::Option(1));
}
