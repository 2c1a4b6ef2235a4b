//! Customer registers.

use super::book::{sheet, xlsx};
use crate::intake::customers::read;
use crate::intake::{CustomerFault, IntakeError};
use crate::model::Progress;

#[test]
fn a_register_is_read_with_its_attributes() {
    let sheet = sheet(
        "客户.xlsx",
        xlsx(&[
            &[
                "客户编号",
                "客户名称",
                "区域",
                "年销售额",
                "重点客户",
                "类型",
            ],
            &["C001", "宁波甬江", "华东", "1200.5", "是", "整机"],
            &["C002", "苏州恒远", "", "", "", "贸易"],
            &["", "", "", "", "", ""],
            &["", "只有名称", "", "0", "0", ""],
        ]),
    )
    .unwrap();
    let register = read(&sheet, &Progress::default()).unwrap();
    assert_eq!(register.problems, []);
    let [first, second, third] = register.customers.as_slice() else {
        panic!("{register:?}");
    };
    assert_eq!(
        (first.code.as_deref(), first.name.as_deref()),
        (Some("C001"), Some("宁波甬江"))
    );
    assert_eq!((first.turnover, first.key), (Some(1200.5), Some(true)));
    assert_eq!(first.attributes["区域"], "华东");
    assert_eq!((second.turnover, second.key), (None, None));
    assert_eq!(second.attributes.len(), 1);
    assert_eq!(
        (third.code.as_deref(), third.name.as_deref()),
        (None, Some("只有名称"))
    );
    assert_eq!((third.turnover, third.key), (Some(0.0), Some(false)));
}

#[test]
fn rows_that_cannot_be_are_listed_and_left_out() {
    let sheet = sheet(
        "a.xlsx",
        xlsx(&[
            &["code", "name", "turnover", "key"],
            &["C1", "A", "-5", ""],
            &["C2", "B", "many", ""],
            &["C3", "C", "", "perhaps"],
            &["", "", "7", ""],
            &["C4", "D", "", ""],
            &["C4", "E", "", ""],
        ]),
    )
    .unwrap();
    let register = read(&sheet, &Progress::default()).unwrap();
    assert_eq!(register.customers.len(), 1);
    let told: Vec<_> = register
        .problems
        .iter()
        .map(|problem| (problem.place.cell.as_str(), problem.fault.clone()))
        .collect();
    let turnover = |found: &str| CustomerFault::Turnover {
        found: found.to_owned(),
    };
    assert_eq!(
        told,
        [
            ("C2", turnover("-5")),
            ("C3", turnover("many")),
            (
                "D4",
                CustomerFault::Flag {
                    found: "perhaps".to_owned()
                }
            ),
            ("A5", CustomerFault::Nameless),
            (
                "A7",
                CustomerFault::DuplicateCode {
                    code: "C4".to_owned(),
                    first: "A6".to_owned()
                }
            ),
        ]
    );
}

#[test]
fn a_sheet_of_something_else_is_no_register() {
    let other = sheet("a.xlsx", xlsx(&[&["质量", "交期"], &["好", "差"]])).unwrap();
    let fault = |error| match error {
        IntakeError::Customers { place, fault } => (place.cell, fault),
        other => panic!("{other}"),
    };
    let (cell, none) = fault(read(&other, &Progress::default()).unwrap_err());
    assert_eq!((cell.as_str(), none), ("A1", CustomerFault::NoNameColumn));
    let twice = sheet(
        "a.xlsx",
        xlsx(&[&["名称", "区域", "名称"], &["甲", "东", "乙"]]),
    )
    .unwrap();
    let (cell, twice) = fault(read(&twice, &Progress::default()).unwrap_err());
    assert_eq!(cell, "C1");
    assert!(matches!(twice, CustomerFault::DuplicateColumn { first, .. } if first == "A1"));
}
