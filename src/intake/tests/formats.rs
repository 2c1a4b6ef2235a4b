//! The same sheet from every kind of file.

use rust_xlsxwriter::{Format, Formula, Workbook};

use super::book::{cells, dated, ods, open, sheet, titles, with_part, workbook, xlsx};
use crate::intake::{Cell, IntakeError, SheetFault};
use crate::model::Progress;

const ROWS: &[&[&str]] = &[
    &["客户", "质量", "意见"],
    &["C001", "5", "好"],
    &["", "", ""],
    &["C002", "4", ""],
];

#[test]
fn values_and_places_survive_every_format() {
    let gb18030 = encoding_rs::GB18030
        .encode("客户,质量,意见\nC001,5,好\n\nC002,4,\n")
        .0
        .into_owned();
    let cell = |text: &str| {
        format!(
            "<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>"
        )
    };
    let value = |number: u8| {
        format!("<table:table-cell office:value-type=\"float\" office:value=\"{number}\"/>")
    };
    let row = |cells: String| format!("<table:table-row>{cells}</table:table-row>");
    let tables = [
        "<table:table table:name=\"S\">".to_owned(),
        row(cell("客户") + &cell("质量") + &cell("意见")),
        row(cell("C001") + &value(5) + &cell("好")),
        row("<table:table-cell table:number-columns-repeated=\"1024\"/>".to_owned()),
        row(cell("C002") + &value(4)),
        "<table:table-row table:number-rows-repeated=\"1048000\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>".to_owned(),
        "</table:table>".to_owned(),
    ];
    for (name, bytes) in [
        ("a.xlsx", xlsx(ROWS)),
        ("renamed.csv", xlsx(ROWS)),
        ("b.csv", gb18030),
        ("c.ods", ods(&tables.concat())),
    ] {
        let read = sheet(name, bytes).unwrap();
        assert_eq!(titles(&read), ["客户", "质量", "意见"], "{name}");
        assert_eq!(
            cells(&read),
            [["C001", "5", "好"], ["", "", ""], ["C002", "4", ""]],
            "{name}"
        );
        assert_eq!(read.row_number(2), 4, "{name}");
        assert_eq!(read.cell_name(&read.columns[1], 2), "B4", "{name}");
    }
}

#[test]
fn all_sheets_of_a_workbook_are_listed() {
    let bytes = workbook(&[("说明", &[&["请填写"]]), ("答卷", ROWS), ("空", &[])]);
    let mut spreadsheet = open("a.xlsx", bytes).unwrap();
    let names: Vec<&str> = spreadsheet
        .sheets()
        .iter()
        .map(|sheet| sheet.name.as_str())
        .collect();
    assert_eq!(names, ["说明", "答卷", "空"]);
    let progress = Progress::default();
    assert_eq!(spreadsheet.read(1, &progress).unwrap().rows(), 3);
    let empty = spreadsheet.read(2, &progress).unwrap_err();
    assert_eq!(
        empty,
        IntakeError::Sheet {
            file: "a.xlsx".to_owned(),
            sheet: "空".to_owned(),
            fault: SheetFault::Empty
        }
    );
}

#[test]
fn dates_of_1900_and_1904_are_dates() {
    let read = sheet("a.xlsx", dated()).unwrap();
    assert_eq!(cells(&read), [["满意", "2026-06-30"]]);
    let since_1904 = with_part(&dated(), "xl/workbook.xml", |xml| {
        xml.replace("<workbookPr ", "<workbookPr date1904=\"1\" ")
    });
    let read = sheet("a.xlsx", since_1904).unwrap();
    assert_eq!(cells(&read), [["满意", "2030-07-01"]]);
}

#[test]
fn failed_formulas_are_errors_and_nothing_else() {
    let mut workbook = Workbook::new();
    let page = workbook.add_worksheet();
    page.write_row(0, 0, ["质量", "交期"]).unwrap();
    page.write_formula(1, 0, Formula::new("=1/0").set_result("#DIV/0!"))
        .unwrap();
    page.write_formula(1, 1, Formula::new("=2+2").set_result("4"))
        .unwrap();
    let read = sheet("a.xlsx", workbook.save_to_buffer().unwrap()).unwrap();
    assert_eq!(*read.columns[0].value(0), Cell::Error("#DIV/0!"));
    assert_eq!(*read.columns[1].value(0), Cell::Number(4.0));
    let failed = "<table:table table:name=\"S\"><table:table-row><table:table-cell office:value-type=\"string\"><text:p>质量</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell table:formula=\"of:=1/0\" office:value-type=\"string\" office:string-value=\"\" calcext:value-type=\"error\"><text:p>#DIV/0!</text:p></table:table-cell></table:table-row></table:table>";
    let read = sheet("a.ods", ods(failed)).unwrap();
    assert_eq!(*read.columns[0].value(0), Cell::Error("#DIV/0!"));
}

#[test]
fn formulas_without_a_value_are_kept_and_blank_results_are_not() {
    let mut workbook = Workbook::new();
    let page = workbook.add_worksheet();
    page.write_row(0, 0, ["一", "二", "三", "四"]).unwrap();
    for column in 0..4 {
        page.write_formula(1, column, "=SUM(F2:G2)").unwrap();
    }
    page.write_blank(1, 4, &Format::new().set_bold()).unwrap();
    let long = format!("=SUM(F2:G2)+{}1", "1+".repeat(60));
    page.write_formula(2, 0, long.as_str()).unwrap();
    let formula = "<f>SUM(F2:G2)</f><v>0</v></c>";
    let bytes = with_part(
        &workbook.save_to_buffer().unwrap(),
        "xl/worksheets/sheet1.xml",
        |xml| {
            // never calculated in two ways, a text that came out empty, a number
            let xml = xml.replacen(formula, "<f>SUM(F2:G2)</f></c>", 1);
            let xml = xml.replacen(formula, "<f>SUM(F2:G2)</f><v/></c>", 1);
            let xml = xml.replacen(
                "<c r=\"C2\"><f>SUM(F2:G2)</f><v>0</v></c>",
                "<c r=\"C2\" t=\"str\"><f>SUM(F2:G2)</f><v></v></c>",
                1,
            );
            xml.replace("1</f><v>0</v>", "1</f>")
        },
    );
    let read = sheet("a.xlsx", bytes).unwrap();
    let rows = cells(&read);
    assert_eq!(rows[0][..4], ["=SUM(F2:G2)", "=SUM(F2:G2)", "", "0"]);
    assert_eq!(rows[1][0].chars().count(), 61);
    assert!(rows[1][0].starts_with("=SUM(F2:G2)+1+1") && rows[1][0].ends_with('…'));
    let never = "<table:table table:name=\"S\"><table:table-row><table:table-cell office:value-type=\"string\"><text:p>质量</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell table:formula=\"of:=SUM([.B2:.C2])\"/></table:table-row></table:table>";
    let read = sheet("a.ods", ods(never)).unwrap();
    assert_eq!(cells(&read), [["=SUM(B2:C2)"]]);
}

#[test]
fn merged_titles_name_all_their_columns() {
    let mut workbook = Workbook::new();
    let page = workbook.add_worksheet();
    let format = Format::new();
    page.merge_range(0, 0, 0, 4, "2026 年上半年满意度调查", &format)
        .unwrap();
    page.merge_range(1, 0, 2, 0, "客户", &format).unwrap();
    page.merge_range(1, 1, 1, 2, "质量", &format).unwrap();
    page.merge_range(1, 3, 1, 4, "交期", &format).unwrap();
    page.write_row(2, 1, ["稳定", "包装", "准时", "通知"])
        .unwrap();
    page.write_row(3, 0, ["C001", "满意", "满意", "一般", "满意"])
        .unwrap();
    let read = sheet("a.xlsx", workbook.save_to_buffer().unwrap()).unwrap();
    let named: Vec<_> = read
        .columns
        .iter()
        .map(|c| (c.group.as_str(), c.title.as_str()))
        .collect();
    assert_eq!(
        named,
        [
            ("", "客户"),
            ("质量", "稳定"),
            ("质量", "包装"),
            ("交期", "准时"),
            ("交期", "通知")
        ]
    );
    assert_eq!(read.row_number(0), 4);
}

#[test]
fn reading_stops_when_it_is_no_longer_wanted() {
    let bytes = xlsx(ROWS);
    let progress = Progress::default();
    let mut spreadsheet = open("a.xlsx", bytes.clone()).unwrap();
    progress.cancel();
    assert!(matches!(
        spreadsheet.read(0, &progress),
        Err(IntakeError::Cancelled(_))
    ));
    let source = super::book::source("a.xlsx", bytes);
    let opened = crate::intake::Spreadsheet::open(&source.name, &source.bytes, &progress);
    assert!(matches!(opened, Err(IntakeError::Cancelled(_))));
}
