//! Definition workbooks, sound and not.

use jiff::civil::date;

use super::book::{open, workbook};
use crate::intake::definition::{Warning, read};
use crate::intake::{Definition, DefinitionFault, IntakeError};
use crate::model::{Bound, IndexRule, ItemKind, LineageId, PeriodKind, Progress};

/// Sheets by name, a line each row, its cells between bars.
pub type Sheets<'a> = Vec<(&'a str, String)>;

const SURVEY: &str = "key|value
title|客户满意度调查
period|half
target|85
min_answered|0.5
bands|90 很满意; 80 满意; 0 不满意
document|QR-8.2-03
revision|A/4";
const DIMENSIONS: &str = "code|name|parent|weight
ALL|总体||
QU|质量|ALL|0.6
PR|价格|ALL|0.4";
const ITEMS: &str = "code|text|dimension|kind|scale|required|segment|importance_of|aliases
QU1|质量稳定性|QU|rating|五级|yes|||质量; 品质
PR1|价格合理性|PR||五级||||
IM1|质量的重要度||single|五级|||QU1|
YN1|是否愿意续约||yesno|||1||
NPS|推荐意愿||nps|||||
T1|意见||text|||||";
const SCALES: &str = "scale|label|score|satisfied|aliases
五级|满意|5|yes|很满意
五级|一般|3||
五级|不满意|1||
五级|不清楚|||";

pub fn sheets() -> Sheets<'static> {
    [
        ("Survey", SURVEY),
        ("Dimensions", DIMENSIONS),
        ("Items", ITEMS),
        ("Scales", SCALES),
    ]
    .map(|(name, text)| (name, text.to_owned()))
    .to_vec()
}

/// The text with one cell changed.
pub fn changed(text: &str, row: usize, column: usize, cell: &str) -> String {
    let mut rows: Vec<Vec<&str>> = text.lines().map(|line| line.split('|').collect()).collect();
    rows[row][column] = cell;
    let lines: Vec<String> = rows.iter().map(|cells| cells.join("|")).collect();
    lines.join("\n")
}

pub fn defined(sheets: &Sheets<'_>) -> Result<Definition, IntakeError> {
    let mut spreadsheet = open("定义.xlsx", written(sheets)).unwrap();
    read(&mut spreadsheet, &Progress::default())
}

pub fn written(sheets: &Sheets<'_>) -> Vec<u8> {
    let cells = |text: &'_ str| -> Vec<Vec<String>> {
        let row = |line: &str| line.split('|').map(str::to_owned).collect();
        text.lines().map(row).collect()
    };
    let cells: Vec<_> = sheets.iter().map(|(_, text)| cells(text)).collect();
    let rows: Vec<Vec<Vec<&str>>> = cells
        .iter()
        .map(|rows| {
            rows.iter()
                .map(|row| row.iter().map(String::as_str).collect())
                .collect()
        })
        .collect();
    let rows: Vec<Vec<&[&str]>> = rows
        .iter()
        .map(|rows| rows.iter().map(Vec::as_slice).collect())
        .collect();
    let named: Vec<(&str, &[&[&str]])> = sheets
        .iter()
        .zip(&rows)
        .map(|((name, _), rows)| (*name, rows.as_slice()))
        .collect();
    workbook(&named)
}

/// The error of a workbook with one cell changed: sheet, cell and fault.
pub fn fault(
    sheet: usize,
    row: usize,
    column: usize,
    cell: &str,
) -> (String, String, DefinitionFault) {
    let mut sheets = sheets();
    sheets[sheet].1 = changed(&sheets[sheet].1, row, column, cell);
    told(defined(&sheets).unwrap_err())
}

pub fn told(error: IntakeError) -> (String, String, DefinitionFault) {
    match error {
        IntakeError::Definition { place, fault } => {
            assert_eq!(place.file, "定义.xlsx");
            (place.sheet, place.cell, fault)
        }
        IntakeError::Warned { error, .. } => told(*error),
        other => panic!("{other}"),
    }
}

#[test]
fn a_whole_definition_is_read() {
    let definition = defined(&sheets()).unwrap();
    assert_eq!(definition.survey_name, "客户满意度调查");
    assert_eq!(
        (
            definition.document.as_str(),
            definition.revision_label.as_str()
        ),
        ("QR-8.2-03", "A/4")
    );
    assert_eq!(definition.warnings, []);
    let questionnaire = &definition.questionnaire;
    assert_eq!(questionnaire.rules.period, PeriodKind::Half);
    assert_eq!(questionnaire.rules.bands[1].name, "满意");
    assert_eq!(questionnaire.rules.index, IndexRule::ByDimension);
    assert_eq!(questionnaire.dimensions[0].weight, 1.0);
    assert_eq!(questionnaire.dimensions[1].parent.as_deref(), Some("ALL"));
    let [quality, price, importance, again, nps, text] = questionnaire.items.as_slice() else {
        panic!("{questionnaire:?}");
    };
    assert_eq!(
        (quality.lineage, quality.kind),
        (LineageId(0), ItemKind::Rating)
    );
    assert!(quality.scored && quality.required && !quality.segment);
    assert_eq!(quality.aliases, ["质量", "品质"]);
    let scale = quality.scale.as_ref().unwrap();
    assert_eq!((scale.max(), scale.options[3].score), (Some(5.0), None));
    assert!(scale.options[0].satisfied && !scale.options[1].satisfied);
    assert_eq!(
        (price.kind, price.scored, price.required),
        (ItemKind::Rating, true, false)
    );
    assert_eq!(importance.importance_of.as_deref(), Some("QU1"));
    assert!(!importance.scored);
    let yes_no = again.scale.as_ref().unwrap();
    assert_eq!(yes_no.options[0].label, "是");
    assert!(again.scored && again.segment && yes_no.options[0].satisfied);
    assert!(nps.scale.is_none() && !nps.scored);
    assert_eq!(
        (text.kind, text.dimension.as_deref()),
        (ItemKind::Text, None)
    );
}

#[test]
fn chinese_headings_in_any_order_are_read() {
    let sheets = [
        (
            "调查",
            "名称|服务满意度\n周期|季度\n等级|＞９０ 优；>80 良\n备注|x",
        ),
        ("维度", "名称|编号\n服务|S"),
        (
            "题项",
            "说明\n题目|类型|编号|维度|量表|计分|权重\n响应速度|评分题|S1|S|两级|是|２",
        ),
        (
            "量表 Scales",
            "分值|选项|量表|满意\n2|好|两级|是\n1|差|两级|否",
        ),
        ("客户", "编号|名称|营业额|重点|区域\nC1|甲|10|是|华东"),
        (
            "名单",
            "批次|客户|发放日期|渠道\n2026年第一季度|甲|2026-06-01|电话\n2026Q3|C1||",
        ),
        ("说明", "填写方法"),
    ];
    let sheets = sheets.map(|(name, text)| (name, text.to_owned())).to_vec();
    let definition = defined(&sheets).unwrap();
    let questionnaire = &definition.questionnaire;
    assert_eq!(questionnaire.rules.period, PeriodKind::Quarter);
    assert_eq!(questionnaire.rules.bands_rule, Bound::Above);
    assert_eq!(questionnaire.rules.bands[0].from, 90.0);
    assert_eq!(
        (
            questionnaire.items[0].code.as_str(),
            questionnaire.items[0].weight
        ),
        ("S1", 2.0)
    );
    assert_eq!(definition.customers[0].attributes["区域"], "华东");
    let [first, second] = definition.frame.as_slice() else {
        panic!("{definition:?}");
    };
    assert_eq!(
        (first.period.to_string().as_str(), first.customer.as_str()),
        ("2026Q1", "C1")
    );
    assert_eq!(
        (first.issued, first.channel.as_str()),
        (Some(date(2026, 6, 1)), "电话")
    );
    assert_eq!(second.issued, None);
    let warned: Vec<&str> = definition
        .warnings
        .iter()
        .map(|warning| match warning {
            Warning::UnknownColumn { heading, .. } => heading.as_str(),
            Warning::UnknownKey { key, .. } => key.as_str(),
            Warning::UnknownSheet { place } => place.sheet.as_str(),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(warned, ["备注", "说明"]);
}

/// Sheet, row, column and what is put there; the cell that is named and what is said of it.
pub type Fault = (
    usize,
    usize,
    usize,
    &'static str,
    &'static str,
    &'static str,
);

const FAULTS: [Fault; 19] = [
    (1, 2, 3, "0", "D3", "weight: 0 is not above 0"),
    (1, 2, 3, "viel", "D3", "weight: \"viel\" is no number"),
    (1, 2, 2, "XX", "C3", "no dimension \"XX\""),
    (1, 1, 2, "QU", "C2", "circular: [\"ALL\", \"QU\", \"ALL\"]"),
    (1, 1, 2, "ALL", "C2", "circular: [\"ALL\", \"ALL\"]"),
    (1, 3, 0, "QU", "A4", "\"QU\" stands in A3 already"),
    (2, 1, 4, "六级", "E2", "no scale \"六级\""),
    (2, 1, 4, "", "E2", "QU1 needs a scale"),
    (2, 1, 2, "ZZ", "C2", "no dimension \"ZZ\""),
    (2, 2, 0, "QU1", "A3", "\"QU1\" stands in A2 already"),
    (2, 2, 0, "", "A3", "code is empty"),
    (2, 3, 7, "QU9", "H4", "no item \"QU9\""),
    (2, 0, 1, "frage", "A1", "column text is missing"),
    (2, 0, 8, "code", "I1", "column code stands in A1 already"),
    (3, 2, 2, "drei", "C3", "score: \"drei\" is no number"),
    (3, 2, 1, "满意", "B3", "\"满意\" stands in B2 already"),
    (0, 3, 1, "185", "B4", "target: 185 is not within 0–100"),
    (0, 5, 1, "gut", "B6", "\"gut\" is no band such as 90 good"),
    (0, 3, 0, "title", "A4", "\"title\" stands in A2 already"),
];

#[test]
fn each_thing_that_cannot_be_names_its_cell() {
    for (sheet, row, column, text, cell, said) in FAULTS {
        let (name, at, fault) = fault(sheet, row, column, text);
        assert_eq!(name, sheets()[sheet].0);
        assert_eq!((at.as_str(), fault.to_string().as_str()), (cell, said));
    }
}

#[test]
fn a_word_nobody_knows_is_told_with_those_that_are() {
    let (sheet, cell, word) = fault(2, 1, 3, "slider");
    assert_eq!((sheet.as_str(), cell.as_str()), ("Items", "D2"));
    let allowed = match word {
        DefinitionFault::UnknownWord {
            heading, allowed, ..
        } => (heading, allowed.len()),
        other => panic!("{other}"),
    };
    assert_eq!(allowed, ("kind", 8));
    let (_, cell, word) = fault(2, 1, 5, "perhaps");
    assert_eq!(cell, "F2");
    assert!(matches!(word, DefinitionFault::UnknownWord { found, .. } if found == "perhaps"));
}

#[test]
fn a_missing_sheet_is_named() {
    for missing in 0..4 {
        let mut sheets = sheets();
        let (name, _) = sheets.remove(missing);
        let (sheet, cell, fault) = told(defined(&sheets).unwrap_err());
        assert!(sheet.starts_with(&name.to_lowercase()), "{sheet}");
        let there = sheets.iter().map(|(name, _)| (*name).to_owned());
        let found = there.collect();
        let expected = DefinitionFault::MissingSheet { found };
        assert_eq!((cell.as_str(), fault), ("", expected));
    }
}

#[test]
fn a_scored_item_must_be_able_to_score() {
    let mut sheets = sheets();
    for row in 1..4 {
        sheets[3].1 = changed(&sheets[3].1, row, 2, "0");
    }
    let (_, cell, fault) = told(defined(&sheets).unwrap_err());
    assert_eq!(
        (cell.as_str(), fault),
        (
            "E2",
            DefinitionFault::ScaleWithoutScore {
                scale: "五级".to_owned()
            }
        )
    );
}

#[test]
fn too_many_levels_are_refused() {
    let mut sheets = sheets();
    sheets[1].1 += "\nQ2||QU|";
    assert!(defined(&sheets).is_ok());
    sheets[1].1 += "\nQ3||Q2|";
    let (_, cell, fault) = told(defined(&sheets).unwrap_err());
    let code = "Q3".to_owned();
    assert_eq!(
        (cell.as_str(), fault),
        (
            "C6",
            DefinitionFault::TooDeep {
                code,
                level: 4,
                limit: 3
            }
        )
    );
}

#[test]
fn frames_name_known_customers_and_periods_once() {
    let with = |rows: &str| {
        let mut sheets = sheets();
        sheets.push(("Customers", "code|name\nC1|甲\nC5|同名\nC6|同名".to_owned()));
        sheets.push(("Frame", format!("wave|customer|issued\n{rows}")));
        defined(&sheets)
    };
    assert_eq!(with("2026H1|C1|2026-06-01").unwrap().frame.len(), 1);
    let owned = str::to_owned;
    let twice = DefinitionFault::Duplicate {
        found: owned("2026H1 C1"),
        first: owned("B2"),
    };
    let no_customer = DefinitionFault::UnknownCustomer { code: owned("C2") };
    let no_period = DefinitionFault::NotAPeriod {
        found: owned("2026H3"),
    };
    let no_half = DefinitionFault::OtherPeriod {
        found: owned("2026Q1"),
        kind: PeriodKind::Half,
    };
    let shared = DefinitionFault::AmbiguousCustomer {
        found: owned("同名"),
        codes: ["C5", "C6"].map(str::to_owned).to_vec(),
    };
    let no_date = DefinitionFault::NotADate {
        found: owned("soon"),
    };
    for (rows, cell, expected) in [
        ("2026H1|C2|", "B2", no_customer),
        ("2026H3|C1|", "A2", no_period),
        ("2026H1|C1|\n2026Q1|C1|", "A3", no_half),
        ("2026H1|同名|", "B2", shared),
        ("2026H1|C1|soon", "C2", no_date),
        ("2026H1|C1|\n2026H1|甲|", "B3", twice),
    ] {
        let (_, at, fault) = told(with(rows).unwrap_err());
        assert_eq!((at.as_str(), fault), (cell, expected));
    }
}
