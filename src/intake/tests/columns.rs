//! Columns of a sheet becoming items and fields.

use super::book::{sheet, xlsx};
use super::returned::{FIVE, item, questionnaire};
use crate::intake::{IntakeError, MappingFault, Sheet, mapping};
use crate::model::{
    ItemKind, LineageId, Mapping, Progress, Questionnaire, Reading, Target, Undecided,
};

fn proposed(rows: &[&[&str]], questionnaire: &Questionnaire) -> (Sheet, Mapping) {
    let sheet = sheet("a.xlsx", xlsx(rows)).unwrap();
    let mapping = mapping::propose(&sheet, questionnaire, &[], None, &Progress::default()).unwrap();
    (sheet, mapping)
}

fn two_items() -> Questionnaire {
    questionnaire([
        item("QU1", "质量稳定性", ItemKind::Rating, &FIVE),
        item("T1", "意见", ItemKind::Text, &[]),
    ])
}

#[test]
fn every_column_is_an_item_a_field_or_listed() {
    let (_, mapping) = proposed(
        &[
            &[
                "客户编号",
                "客户名称",
                "填写人",
                "填写日期",
                "渠道",
                "回收人",
                "1、质量 稳定性：",
                "意见",
                "来自IP",
                "备注",
            ],
            &[
                "C001",
                "甲",
                "王",
                "2026-06-30",
                "电话",
                "李",
                "满意",
                "好",
                "10.0.0.1",
                "x",
            ],
        ],
        &two_items(),
    );
    let targets: Vec<_> = mapping
        .columns
        .iter()
        .map(|column| (column.target, column.reading))
        .collect();
    assert_eq!(
        targets,
        [
            (Target::Customer, Reading::Name),
            (Target::Customer, Reading::Name),
            (Target::Respondent, Reading::Name),
            (Target::Date, Reading::Date),
            (Target::Channel, Reading::Name),
            (Target::Collector, Reading::Name),
            (Target::Item(LineageId(0)), Reading::Labels),
            (Target::Item(LineageId(1)), Reading::Text),
            (Target::Private, Reading::None),
            (Target::Ignore, Reading::None),
        ]
    );
    assert_eq!(mapping.undecided(), []);
    assert_eq!(mapping.columns[6].cell, "G1");
}

#[test]
fn two_columns_for_one_item_are_a_conflict_that_names_both() {
    let questionnaire = two_items();
    let (sheet, mapping) = proposed(
        &[
            &["质量稳定性", "意见", "质量稳定性"],
            &["满意", "好", "一般"],
        ],
        &questionnaire,
    );
    let target = Target::Item(LineageId(0));
    let columns = vec![0, 2];
    assert_eq!(
        mapping.undecided(),
        [Undecided::Conflict { target, columns }]
    );
    let context = super::returned::context(&questionnaire, &[]);
    let refused = crate::intake::returns::read(&sheet, &mapping, &context, &Progress::default());
    assert_eq!(
        refused.unwrap_err(),
        IntakeError::Mapping {
            file: "a.xlsx".to_owned(),
            sheet: "Sheet1".to_owned(),
            fault: MappingFault::Conflict {
                title: "质量稳定性".to_owned(),
                cells: vec!["A1".to_owned(), "C1".to_owned()],
            }
        }
    );
}

#[test]
fn two_columns_of_one_title_that_nobody_needs_are_listed_only() {
    let (_, mapping) = proposed(
        &[&["质量稳定性", "备注", "备注"], &["满意", "a", "b"]],
        &two_items(),
    );
    assert_eq!(mapping.undecided(), []);
    assert_eq!(mapping.columns[2].target, Target::Ignore);
}

#[test]
fn a_title_that_fits_two_items_is_left_to_a_person() {
    let questionnaire = questionnaire([
        item("A", "1、质量", ItemKind::Text, &[]),
        item("B", "2、质量", ItemKind::Text, &[]),
    ]);
    let (_, mapping) = proposed(&[&["质量", "B"], &["好", "好"]], &questionnaire);
    assert_eq!(mapping.columns[0].target, Target::Ignore);
    assert_eq!(mapping.columns[0].candidates, [LineageId(0), LineageId(1)]);
    assert_eq!(mapping.columns[1].target, Target::Item(LineageId(1)));
}

#[test]
fn a_sheet_of_something_else_fits_nothing() {
    let (_, mapping) = proposed(&[&["日期", "金额"], &["2026-01-01", "5"]], &two_items());
    assert_eq!(mapping.undecided(), [Undecided::NothingFits]);
}

#[test]
fn customers_are_found_by_their_codes_without_a_heading() {
    let questionnaire = two_items();
    let sheet = sheet(
        "a.xlsx",
        xlsx(&[
            &["序号", "您所在的企业", "质量稳定性"],
            &["1", "宁波甬江", "满意"],
            &["2", "C002", "一般"],
        ]),
    )
    .unwrap();
    let customers = super::returned::customers();
    let mapping = mapping::propose(
        &sheet,
        &questionnaire,
        &customers,
        None,
        &Progress::default(),
    )
    .unwrap();
    assert_eq!(mapping.columns[1].target, Target::Customer);
    let unknown =
        mapping::propose(&sheet, &questionnaire, &[], None, &Progress::default()).unwrap();
    assert_eq!(unknown.columns[1].target, Target::Ignore);
}

#[test]
fn exports_of_wenjuanxing_are_recognised() {
    let meta = [
        "序号",
        "提交答卷时间",
        "所用时间",
        "来源",
        "来源详情",
        "来自IP",
    ];
    let values = [
        "1",
        "2026/6/30 9:00:00",
        "60秒",
        "微信",
        "N/A",
        "10.0.0.1(浙江)",
    ];
    let row = |first: &[&'static str], last: &'static str| -> Vec<&'static str> {
        first.iter().copied().chain([last]).collect()
    };
    let (titles, cells) = (row(&meta, "1、质量稳定性"), row(&values, "满意"));
    let (sheet, mapping) = proposed(&[&titles, &cells], &two_items());
    assert_eq!(sheet.platform.key, "wenjuanxing");
    let targets: Vec<_> = mapping.columns.iter().map(|column| column.target).collect();
    assert_eq!(
        targets,
        [
            Target::Ignore,
            Target::Date,
            Target::Duration,
            Target::Channel,
            Target::Private,
            Target::Private,
            Target::Item(LineageId(0)),
        ]
    );
}

#[test]
fn a_mapping_is_found_again_by_the_titles() {
    let questionnaire = two_items();
    let (first, mapping) = proposed(&[&["质量稳定性", "意见"], &["满意", "好"]], &questionnaire);
    let (second, _) = proposed(&[&["质量稳定性", "意见"], &["一般", "差"]], &questionnaire);
    let (other, _) = proposed(&[&["意见", "质量稳定性"], &["好", "满意"]], &questionnaire);
    assert!(first.fits(&mapping) && second.fits(&mapping));
    assert!(!other.fits(&mapping));
    let context = super::returned::context(&questionnaire, &[]);
    let refused = crate::intake::returns::read(&other, &mapping, &context, &Progress::default());
    assert!(matches!(
        refused,
        Err(IntakeError::Mapping {
            fault: MappingFault::OtherSheet,
            ..
        })
    ));
}

/// What is said of decimals settles what is open, and is refused where the cells show otherwise.
#[test]
fn what_is_said_of_decimals_is_never_overruled_in_silence() {
    let asked = questionnaire([item("NU", "数量", ItemKind::Number, &[])]);
    let said = |cells: &[&str], comma: bool| {
        let rows: Vec<[&str; 1]> = std::iter::once("数量")
            .chain(cells.iter().copied())
            .map(|it| [it])
            .collect();
        let text: Vec<String> = rows.iter().map(|it| format!("\"{}\"", it[0])).collect();
        let sheet = sheet("a.csv", text.join("\n")).unwrap();
        let mut mapping =
            mapping::propose(&sheet, &asked, &[], None, &Progress::default()).unwrap();
        let reading = match comma {
            true => Reading::CommaDecimals,
            false => Reading::Number,
        };
        let told = mapping::say_decimals(&sheet, &mut mapping, &asked, reading);
        told.map(|()| mapping.columns[0].reading)
    };
    for open in [&["1.500", "2.750"][..], &["1,5", "2.5", "1,500"]] {
        assert_eq!(said(open, true), Ok(Reading::CommaDecimals), "{open:?}");
        assert_eq!(said(open, false), Ok(Reading::Number), "{open:?}");
    }
    for (cells, comma, place, shows) in [
        (&["12", "1.5"][..], true, "A3", "1.5"),
        (&["1.500", "2.75"], true, "A3", "2.75"),
        (&["3", "1,5"], false, "A3", "1,5"),
        (&["1.500", "1.234,5"], false, "A3", "1.234,5"),
    ] {
        let Err(IntakeError::Mapping {
            fault: MappingFault::OtherDecimals(other),
            ..
        }) = said(cells, comma)
        else {
            panic!("{cells:?}");
        };
        assert_eq!((other.place.as_str(), other.found.as_str()), (place, shows));
        assert!(said(cells, !comma).is_ok(), "{cells:?}");
    }
    // Nothing but whole numbers contradicts nobody.
    assert_eq!(said(&["12", "3"], true), Ok(Reading::Number));
}
