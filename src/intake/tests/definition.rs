//! Definition workbooks, sound and not.

use jiff::civil::date;

use super::book::{open, workbook};
use crate::intake::definition::{Warning, read};
use crate::intake::{Definition, DefinitionFault, IntakeError};
use crate::model::{Bound, IndexRule, ItemKind, LineageId, PeriodKind, Progress};

type Rows = Vec<Vec<&'static str>>;

fn sheets() -> Vec<(&'static str, Rows)> {
    vec![
        (
            "Survey",
            vec![
                vec!["key", "value"],
                vec!["title", "客户满意度调查"],
                vec!["period", "half"],
                vec!["target", "85"],
                vec!["min_answered", "0.5"],
                vec!["bands", "90 很满意; 80 满意; 0 不满意"],
                vec!["document", "QR-8.2-03"],
                vec!["revision", "A/4"],
            ],
        ),
        (
            "Dimensions",
            vec![
                vec!["code", "name", "parent", "weight"],
                vec!["ALL", "总体", "", ""],
                vec!["QU", "质量", "ALL", "0.6"],
                vec!["PR", "价格", "ALL", "0.4"],
            ],
        ),
        (
            "Items",
            vec![
                vec![
                    "code",
                    "text",
                    "dimension",
                    "kind",
                    "scale",
                    "required",
                    "segment",
                    "importance_of",
                    "aliases",
                ],
                vec![
                    "QU1",
                    "质量稳定性",
                    "QU",
                    "rating",
                    "五级",
                    "yes",
                    "",
                    "",
                    "质量; 品质",
                ],
                vec!["PR1", "价格合理性", "PR", "", "五级", "", "", "", ""],
                vec![
                    "IM1",
                    "质量的重要度",
                    "",
                    "single",
                    "五级",
                    "",
                    "",
                    "QU1",
                    "",
                ],
                vec!["YN1", "是否愿意续约", "", "yesno", "", "", "1", "", ""],
                vec!["NPS", "推荐意愿", "", "nps", "", "", "", "", ""],
                vec!["T1", "意见", "", "text", "", "", "", "", ""],
            ],
        ),
        (
            "Scales",
            vec![
                vec!["scale", "label", "score", "satisfied", "aliases"],
                vec!["五级", "满意", "5", "yes", "很满意"],
                vec!["五级", "一般", "3", "", ""],
                vec!["五级", "不满意", "1", "", ""],
                vec!["五级", "不清楚", "", "", ""],
            ],
        ),
    ]
}

fn defined(sheets: &[(&str, Rows)]) -> Result<Definition, IntakeError> {
    let rows: Vec<Vec<&[&str]>> = sheets
        .iter()
        .map(|(_, rows)| rows.iter().map(Vec::as_slice).collect())
        .collect();
    let named: Vec<(&str, &[&[&str]])> = sheets
        .iter()
        .zip(&rows)
        .map(|((name, _), rows)| (*name, rows.as_slice()))
        .collect();
    let mut spreadsheet = open("定义.xlsx", workbook(&named)).unwrap();
    read(&mut spreadsheet, &Progress::default())
}

/// The error of a workbook with one cell changed: sheet, cell and fault.
fn fault(
    sheet: usize,
    row: usize,
    column: usize,
    text: &'static str,
) -> (String, String, DefinitionFault) {
    let mut sheets = sheets();
    sheets[sheet].1[row][column] = text;
    told(defined(&sheets).unwrap_err())
}

fn told(error: IntakeError) -> (String, String, DefinitionFault) {
    match error {
        IntakeError::Definition { place, fault } => {
            assert_eq!(place.file, "定义.xlsx");
            (place.sheet, place.cell, fault)
        }
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
    let definition = defined(&[
        (
            "调查",
            vec![
                vec!["名称", "服务满意度"],
                vec!["周期", "季度"],
                vec!["等级", "＞９０ 优；>80 良"],
                vec!["备注", "x"],
            ],
        ),
        ("维度", vec![vec!["名称", "编号"], vec!["服务", "S"]]),
        (
            "题项",
            vec![
                vec!["说明"],
                vec!["题目", "类型", "编号", "维度", "量表", "计分", "权重"],
                vec!["响应速度", "评分题", "S1", "S", "两级", "是", "２"],
            ],
        ),
        (
            "量表 Scales",
            vec![
                vec!["分值", "选项", "量表", "满意"],
                vec!["2", "好", "两级", "是"],
                vec!["1", "差", "两级", "否"],
            ],
        ),
        (
            "客户",
            vec![
                vec!["编号", "名称", "营业额", "重点", "区域"],
                vec!["C1", "甲", "10", "是", "华东"],
            ],
        ),
        (
            "名单",
            vec![
                vec!["批次", "客户", "发放日期", "渠道"],
                vec!["2026上半年", "甲", "2026-06-01", "电话"],
                vec!["2026H2", "C1", "", ""],
            ],
        ),
        ("说明", vec![vec!["填写方法"]]),
    ])
    .unwrap();
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
        ("2026H1", "C1")
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
        })
        .collect();
    assert_eq!(warned, ["备注", "说明"]);
}

#[test]
fn each_thing_that_cannot_be_names_its_cell() {
    let owned = str::to_owned;
    let (survey, dimensions, items, scales) = (0, 1, 2, 3);
    for (found, sheet, cell, expected) in [
        (
            fault(dimensions, 2, 3, "0"),
            "Dimensions",
            "D3",
            DefinitionFault::NotPositive {
                heading: "weight",
                found: owned("0"),
            },
        ),
        (
            fault(dimensions, 2, 3, "viel"),
            "Dimensions",
            "D3",
            DefinitionFault::NotANumber {
                heading: "weight",
                found: owned("viel"),
            },
        ),
        (
            fault(dimensions, 2, 2, "XX"),
            "Dimensions",
            "C3",
            DefinitionFault::UnknownDimension { code: owned("XX") },
        ),
        (
            fault(dimensions, 1, 2, "QU"),
            "Dimensions",
            "C2",
            DefinitionFault::CircularDimension {
                path: vec![owned("ALL"), owned("QU"), owned("ALL")],
            },
        ),
        (
            fault(dimensions, 1, 2, "ALL"),
            "Dimensions",
            "C2",
            DefinitionFault::CircularDimension {
                path: vec![owned("ALL"), owned("ALL")],
            },
        ),
        (
            fault(dimensions, 3, 0, "QU"),
            "Dimensions",
            "A4",
            DefinitionFault::Duplicate {
                found: owned("QU"),
                first: owned("A3"),
            },
        ),
        (
            fault(items, 1, 4, "六级"),
            "Items",
            "E2",
            DefinitionFault::UnknownScale {
                name: owned("六级"),
            },
        ),
        (
            fault(items, 1, 4, ""),
            "Items",
            "E2",
            DefinitionFault::ScaleNeeded { code: owned("QU1") },
        ),
        (
            fault(items, 1, 2, "ZZ"),
            "Items",
            "C2",
            DefinitionFault::UnknownDimension { code: owned("ZZ") },
        ),
        (
            fault(items, 2, 0, "QU1"),
            "Items",
            "A3",
            DefinitionFault::Duplicate {
                found: owned("QU1"),
                first: owned("A2"),
            },
        ),
        (
            fault(items, 2, 0, ""),
            "Items",
            "A3",
            DefinitionFault::MissingValue { heading: "code" },
        ),
        (
            fault(items, 3, 7, "QU9"),
            "Items",
            "H4",
            DefinitionFault::UnknownItem { code: owned("QU9") },
        ),
        (
            fault(items, 0, 1, "frage"),
            "Items",
            "A1",
            DefinitionFault::MissingColumn { heading: "text" },
        ),
        (
            fault(items, 0, 8, "code"),
            "Items",
            "I1",
            DefinitionFault::DuplicateColumn {
                heading: "code",
                first: owned("A1"),
            },
        ),
        (
            fault(scales, 2, 2, "drei"),
            "Scales",
            "C3",
            DefinitionFault::NotANumber {
                heading: "score",
                found: owned("drei"),
            },
        ),
        (
            fault(scales, 2, 1, "满意"),
            "Scales",
            "B3",
            DefinitionFault::Duplicate {
                found: owned("满意"),
                first: owned("B2"),
            },
        ),
        (
            fault(survey, 3, 1, "185"),
            "Survey",
            "B4",
            DefinitionFault::OutOfRange {
                heading: "target",
                found: owned("185"),
                low: 0.0,
                high: 100.0,
            },
        ),
        (
            fault(survey, 5, 1, "gut"),
            "Survey",
            "B6",
            DefinitionFault::NotABand {
                found: owned("gut"),
            },
        ),
        (
            fault(survey, 3, 0, "title"),
            "Survey",
            "A4",
            DefinitionFault::Duplicate {
                found: owned("title"),
                first: owned("A2"),
            },
        ),
    ] {
        assert_eq!(found, (owned(sheet), owned(cell), expected));
    }
    let (sheet, cell, word) = fault(items, 1, 3, "slider");
    assert_eq!((sheet.as_str(), cell.as_str()), ("Items", "D2"));
    assert!(
        matches!(word, DefinitionFault::UnknownWord { heading: "kind", allowed, .. } if allowed.len() == 8)
    );
    let (_, cell, word) = fault(items, 1, 5, "perhaps");
    assert_eq!(cell, "F2");
    assert!(matches!(
        word,
        DefinitionFault::UnknownWord {
            heading: "required",
            ..
        }
    ));
}

#[test]
fn a_missing_sheet_is_named() {
    for missing in 0..4 {
        let mut sheets = sheets();
        let (name, _) = sheets.remove(missing);
        let (sheet, cell, fault) = told(defined(&sheets).unwrap_err());
        assert!(sheet.starts_with(&name.to_lowercase()), "{sheet}");
        assert_eq!((cell.as_str(), fault), ("", DefinitionFault::MissingSheet));
    }
}

#[test]
fn a_scored_item_must_be_able_to_score() {
    let mut sheets = sheets();
    for row in 1..4 {
        sheets[3].1[row][2] = "0";
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
    sheets[1].1.push(vec!["Q2", "", "QU", ""]);
    assert!(defined(&sheets).is_ok());
    sheets[1].1.push(vec!["Q3", "", "Q2", ""]);
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
    let with = |rows: Rows| {
        let mut sheets = sheets();
        sheets.push(("Customers", vec![vec!["code", "name"], vec!["C1", "甲"]]));
        sheets.push((
            "Frame",
            [vec![vec!["wave", "customer", "issued"]], rows].concat(),
        ));
        defined(&sheets)
    };
    assert_eq!(
        with(vec![vec!["2026H1", "C1", "2026-06-01"]])
            .unwrap()
            .frame
            .len(),
        1
    );
    let told = |rows| told(with(rows).unwrap_err());
    let (_, cell, fault) = told(vec![vec!["2026H1", "C2", ""]]);
    assert_eq!(
        (cell.as_str(), fault),
        (
            "B2",
            DefinitionFault::UnknownCustomer {
                code: "C2".to_owned()
            }
        )
    );
    let (_, cell, fault) = told(vec![vec!["2026H3", "C1", ""]]);
    assert_eq!(
        (cell.as_str(), fault),
        (
            "A2",
            DefinitionFault::NotAPeriod {
                found: "2026H3".to_owned()
            }
        )
    );
    let (_, cell, fault) = told(vec![vec!["2026H1", "C1", "soon"]]);
    assert_eq!(
        (cell.as_str(), fault),
        (
            "C2",
            DefinitionFault::NotADate {
                found: "soon".to_owned()
            }
        )
    );
    let (_, cell, fault) = told(vec![vec!["2026H1", "C1", ""], vec!["2026H1", "甲", ""]]);
    assert_eq!(cell, "B3");
    assert!(matches!(fault, DefinitionFault::Duplicate { first, .. } if first == "B2"));
}
