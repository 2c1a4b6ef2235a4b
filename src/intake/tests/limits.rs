//! What a definition workbook may not say: clashing names, numbers beyond all measure, formulas
//! without a value.

use super::book::{open, with_part};
use super::definition::{Fault, changed, defined, fault, sheets, told, written};
use crate::intake::DefinitionFault;
use crate::intake::definition::{Warning, read};
use crate::model::Progress;

const FAULTS: [Fault; 9] = [
    (
        1,
        2,
        3,
        "1000001",
        "D3",
        "weight: 1000001 is more than 1000000",
    ),
    (2, 1, 0, "Index", "A2", "code \"Index\" is reserved"),
    (2, 1, 0, "satisfied", "A2", "code \"satisfied\" is reserved"),
    (1, 2, 0, "INDEX", "A3", "code \"INDEX\" is reserved"),
    (
        3,
        1,
        2,
        "1e308",
        "C2",
        "score: 1e308 is not within -1000000–1000000",
    ),
    (
        3,
        1,
        2,
        "-2000000",
        "C2",
        "score: -2000000 is not within -1000000–1000000",
    ),
    (
        0,
        5,
        1,
        "90 好; 90 差",
        "B6",
        "band \"90 差\" again: \"90 好\"",
    ),
    (
        0,
        5,
        1,
        "90 好; 80 好",
        "B6",
        "band \"80 好\" again: \"90 好\"",
    ),
    (
        0,
        5,
        1,
        "90 好; >80 差",
        "B6",
        "band \">80 差\" counts its bound otherwise than \"90 好\"",
    ),
];

#[test]
fn clashes_and_numbers_beyond_measure_name_their_cell() {
    for (sheet, row, column, text, cell, said) in FAULTS {
        let (_, at, fault) = fault(sheet, row, column, text);
        assert_eq!((at.as_str(), fault.to_string().as_str()), (cell, said));
    }
}

#[test]
fn what_may_be_mixed_up_is_said_and_taken() {
    for (column, text, said) in [(1, "质量 稳定性", "B3 B2"), (0, "PR", "A3 PR")] {
        let mut sheets = sheets();
        sheets[2].1 = changed(&sheets[2].1, 2, column, text);
        let warnings = defined(&sheets).unwrap().warnings;
        let told: Vec<String> = warnings
            .iter()
            .map(|warning| match warning {
                Warning::SameText { place, first, .. } => format!("{} {first}", place.cell),
                Warning::CodeOfDimension { place, code } => format!("{} {code}", place.cell),
                other => format!("{other:?}"),
            })
            .collect();
        assert_eq!(told, [said]);
    }
}

#[test]
fn a_range_needs_different_scores() {
    let mut sheets = sheets();
    for row in 1..4 {
        sheets[3].1 = changed(&sheets[3].1, row, 2, "3");
    }
    assert!(defined(&sheets).is_ok());
    sheets[0].1 += "\nnormalisation|minmax";
    let (_, cell, fault) = told(defined(&sheets).unwrap_err());
    let scale = "五级".to_owned();
    let equal = DefinitionFault::EqualScores { scale, score: 3.0 };
    assert_eq!((cell.as_str(), fault), ("E2", equal));
}

#[test]
fn a_turnover_is_of_a_size_that_can_be_added_up() {
    for (written, said) in [
        ("-5", "turnover \"-5\" is below 0"),
        ("1e300", "turnover: 1e300 is more than 1000000000000000"),
    ] {
        let mut sheets = sheets();
        sheets.push(("Customers", format!("code|turnover\nC1|{written}")));
        let (_, cell, fault) = told(defined(&sheets).unwrap_err());
        assert_eq!((cell.as_str(), fault.to_string().as_str()), ("B2", said));
    }
}

#[test]
fn a_formula_without_a_value_is_no_text() {
    for (tag, found) in [
        ("<f>A1&amp;B1</f>", "=A1&B1"),
        // As many shared formulas as no machine can hold.
        (
            "<f t=\"shared\" ref=\"C2:C3\" si=\"99999999999999\">A1&amp;B1</f>",
            "=A1&B1",
        ),
        ("<f t=\"shared\" si=\"0\"/>", "=…"),
    ] {
        let customers = "code|name|区域\nC1|甲|A1 B1".to_owned();
        let mut sheets = sheets();
        sheets.push(("Customers", customers));
        let book = with_part(&written(&sheets), "xl/worksheets/sheet5.xml", |xml| {
            let last = xml.rfind("<c r=\"C2\"").unwrap();
            let end = last + xml[last..].find("</c>").unwrap();
            let (before, after) = (&xml[..last], &xml[end..]);
            format!("{before}<c r=\"C2\">{tag}{after}")
        });
        let mut spreadsheet = open("定义.xlsx", book).unwrap();
        let (sheet, cell, fault) = told(read(&mut spreadsheet, &Progress::default()).unwrap_err());
        assert_eq!((sheet.as_str(), cell.as_str()), ("Customers", "C2"));
        let found = found.to_owned();
        assert_eq!(fault, DefinitionFault::Failed { found });
    }
}
