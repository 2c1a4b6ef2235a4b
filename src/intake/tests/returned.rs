//! Sheets read into returns, answers and issues.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::date;

use super::book::{sheet, source, with_part, xlsx};
use crate::intake::mapping;
use crate::intake::{Context, Imported, IntakeError, MappingFault, SheetFault, interpret, returns};
use crate::model::{
    Answer, Customer, CustomerId, Expected, IssueKind, Item, ItemKind, LineageId, Progress,
    Questionnaire, ReturnId, Target, WaveId,
};

pub use crate::intake::interpret::tests::FIVE;

pub fn item(code: &str, text: &str, kind: ItemKind, options: &[(&str, Option<f64>)]) -> Item {
    Item {
        code: code.to_owned(),
        text: text.to_owned(),
        ..interpret::tests::item(kind, options)
    }
}

/// Items with `LineageId` by their place.
pub fn questionnaire<const N: usize>(items: [Item; N]) -> Questionnaire {
    let numbered = (0..).zip(items).map(|(at, item)| Item {
        lineage: LineageId(at),
        ..item
    });
    Questionnaire {
        items: numbered.collect(),
        ..Questionnaire::default()
    }
}

pub fn customers() -> Vec<Customer> {
    [(1, "C001", "宁波甬江"), (2, "C002", "苏州恒远")]
        .map(|(id, code, name)| Customer {
            id: CustomerId(id),
            code: code.to_owned(),
            name: name.to_owned(),
            turnover: None,
            key: false,
            attributes: Default::default(),
        })
        .to_vec()
}

pub fn context<'a>(questionnaire: &'a Questionnaire, customers: &'a [Customer]) -> Context<'a> {
    Context {
        questionnaire,
        customers,
        wave: WaveId(7),
        period: "2026H1".parse().ok(),
        there: const { &BTreeMap::new() },
    }
}

pub fn read(
    rows: &[&[&str]],
    questionnaire: &Questionnaire,
    customers: &[Customer],
) -> Result<Imported, IntakeError> {
    let sheet = sheet("a.xlsx", xlsx(rows))?;
    let mapping =
        mapping::propose(&sheet, questionnaire, customers, None, &Progress::default()).unwrap();
    returns::read(
        &sheet,
        &mapping,
        &context(questionnaire, customers),
        &Progress::default(),
    )
}

pub fn three_items() -> Questionnaire {
    let mut questionnaire = questionnaire([
        item("Q1", "质量", ItemKind::Rating, &FIVE),
        item("Q2", "推荐", ItemKind::Nps, &[]),
        item("Q3", "意见", ItemKind::Text, &[]),
    ]);
    questionnaire.items[0].required = true;
    questionnaire
}

#[test]
fn rows_become_returns_with_their_answers() {
    let read = read(
        &[
            &["客户", "日期", "质量", "推荐", "意见", "填写人"],
            &["C001", "2026-06-01", "很满意", "10", "快", "王"],
            &["", "", "", "", "", ""],
            &["苏州 恒远", "2026/6/2", "满意", "", "", ""],
            &["C002", "2026-06-03", "", "", "", "李"],
        ],
        &three_items(),
        &customers(),
    )
    .unwrap();
    assert_eq!(read.returns.len(), 2);
    assert_eq!(read.set_aside.len(), 1);
    let [first, second] = [&read.returns[0], &read.returns[1]];
    assert_eq!(
        (first.id, first.row, first.wave),
        (ReturnId(0), 2, WaveId(7))
    );
    assert_eq!(first.customer, Some(CustomerId(1)));
    assert_eq!(first.date, Some(date(2026, 6, 1)));
    assert_eq!(first.respondent, "王");
    assert_eq!((second.id, second.row), (ReturnId(1), 4));
    assert_eq!(second.customer, Some(CustomerId(2)));
    assert_eq!(second.customer_text, "苏州 恒远");
    let answers: Vec<Vec<Answer>> = read
        .columns
        .iter()
        .map(|c| vec![c.get(0), c.get(1)])
        .collect();
    assert_eq!(
        answers,
        [
            vec![Answer::Option(0), Answer::Option(1)],
            vec![Answer::Number(10.0), Answer::Blank],
            vec![Answer::Text("快".to_owned()), Answer::Blank],
        ]
    );
    assert_eq!(read.issues, []);
}

#[test]
fn what_cannot_be_read_is_an_issue_with_its_cell() {
    let read = read(
        &[
            &["客户", "日期", "质量", "推荐", "意见"],
            &["C009", "一号", "还行", "11", "快"],
            &["C001", "2026-06-01", "", "9", ""],
        ],
        &three_items(),
        &customers(),
    )
    .unwrap();
    let told: Vec<_> = read
        .issues
        .iter()
        .map(|issue| {
            (
                issue.kind,
                issue.returned.0,
                issue.cell.as_str(),
                issue.found.as_str(),
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            (IssueKind::UnknownCustomer, 0, "A2", "C009"),
            (IssueKind::UnreadableCell, 0, "B2", "一号"),
            (IssueKind::UnreadableCell, 0, "C2", "还行"),
            (IssueKind::UnreadableCell, 0, "D2", "11"),
            (IssueKind::MissingAnswer, 1, "C3", ""),
        ]
    );
    assert_eq!(read.columns[0].get(0), Answer::Unreadable);
    assert_eq!(read.returns[0].customer, None);
    assert_eq!(read.issues[1].expected, Expected::Date);
    assert_eq!(read.issues[2].item, Some(LineageId(0)));
    let labels = FIVE.map(|(label, _)| label.to_owned()).to_vec();
    assert_eq!(read.issues[2].expected, Expected::OneOf(labels));
    assert_eq!(
        read.issues[3].expected,
        Expected::Number {
            low: 0.0,
            high: 10.0
        }
    );
    assert_eq!(read.issues[2].sheet, "Sheet1");
}

#[test]
fn a_name_of_two_customers_is_settled_by_a_person() {
    let mut register = customers();
    let namesake = Customer {
        id: CustomerId(17),
        code: "C017".to_owned(),
        ..register[1].clone()
    };
    register.push(namesake);
    let rows: &[&[&str]] = &[
        &["客户编号", "客户名称", "质量"],
        &["", "苏州恒远", "满意"],
        &["C017", "苏州恒远", "满意"],
        &["C999", "苏州 恒远", "满意"],
    ];
    let read = read(rows, &three_items(), &register).unwrap();
    let named: Vec<_> = read.returns.iter().map(|it| it.customer).collect();
    assert_eq!(named, [None, Some(CustomerId(17)), None]);
    let told: Vec<_> = read
        .issues
        .iter()
        .map(|it| (it.kind, &it.expected))
        .collect();
    let codes = ["C002", "C017"].map(str::to_owned).to_vec();
    let expected = Expected::OneCustomerOf(codes);
    let kind = IssueKind::UnknownCustomer;
    assert_eq!(told, [(kind, &expected), (kind, &expected)]);
}

#[test]
fn totals_and_titles_once_more_are_no_returns() {
    let titles: &[&str] = &["客户", "质量", "推荐"];
    let rows: &[&[&str]] = &[
        titles,
        &["C001", "满意", "9"],
        &["小计", "满意", "9"],
        titles,
        &["C002", "一般", "8"],
        &["平均分：", "满意", "8.5"],
        &["", "满意", "8"],
        &["合计", "", ""],
    ];
    let read = read(rows, &three_items(), &customers()).unwrap();
    let kept: Vec<u32> = read.returns.iter().map(|it| it.row).collect();
    assert_eq!(kept, [2, 5, 7]);
    let aside: Vec<u32> = read.set_aside.iter().map(|it| it.row).collect();
    assert_eq!(aside, [3, 4, 6, 8]);
}

#[test]
fn a_formula_nobody_calculated_is_an_issue_of_its_cell() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let page = book.add_worksheet();
    page.write_row(0, 0, ["客户", "质量", "填写人"]).unwrap();
    page.write_row(1, 0, ["C001", "满意"]).unwrap();
    page.write_row(2, 0, ["C002"]).unwrap();
    page.write_formula(2, 1, "=IF(D3>4,E3,F3)").unwrap();
    page.write_formula(1, 2, "=A1&B1").unwrap();
    let bytes = with_part(
        &book.save_to_buffer().unwrap(),
        "xl/worksheets/sheet1.xml",
        |xml| xml.replace("<v>0</v>", "<v></v>"),
    );
    let sheet = sheet("a.xlsx", bytes).unwrap();
    let questionnaire = three_items();
    let customers = customers();
    let context = context(&questionnaire, &customers);
    let mapping = mapping::propose(
        &sheet,
        &questionnaire,
        &customers,
        None,
        &Progress::default(),
    )
    .unwrap();
    let read = returns::read(&sheet, &mapping, &context, &Progress::default()).unwrap();
    let told: Vec<_> = read
        .issues
        .iter()
        .map(|it| (it.cell.as_str(), it.found.as_str(), &it.expected))
        .collect();
    let expected = Expected::Calculated;
    assert_eq!(
        told,
        [
            ("C2", "=A1&B1", &expected),
            ("B3", "=IF(D3>4,E3,F3)", &expected)
        ]
    );
}

#[test]
fn customers_are_asked_for_where_there_are_any() {
    let questionnaire = three_items();
    let issues = |rows: &[&[&str]], customers: &[Customer]| {
        let read = read(rows, &questionnaire, customers).unwrap();
        read.issues
            .iter()
            .map(|issue| issue.kind)
            .collect::<Vec<_>>()
    };
    let anonymous: &[&[&str]] = &[&["质量", "意见"], &["满意", "好"]];
    let named: &[&[&str]] = &[&["客户", "质量"], &["C009", "满意"]];
    assert_eq!(issues(anonymous, &[]), []);
    assert_eq!(
        issues(anonymous, &customers()),
        [IssueKind::UnknownCustomer]
    );
    assert_eq!(issues(named, &[]), [IssueKind::UnknownCustomer]);
    // code and name of one customer, or of two
    let both: &[&[&str]] = &[
        &["客户编号", "客户名称", "质量"],
        &["C001", "宁波甬江", "满意"],
        &["C001", "别名", "满意"],
        &["C001", "苏州恒远", "满意"],
    ];
    let read = read(both, &questionnaire, &customers()).unwrap();
    let known: Vec<_> = read
        .returns
        .iter()
        .map(|one| one.customer.map(|id| id.0))
        .collect();
    assert_eq!(known, [Some(1), Some(1), None]);
    assert_eq!(read.issues[0].found, "C001 苏州恒远");
}

#[test]
fn a_column_that_is_something_else_is_refused_by_name() {
    let mut rows = vec![vec!["编号".to_owned(), "质量".to_owned()]];
    rows.extend((0..10_001).map(|row| vec![row.to_string(), format!("第{row}条")]));
    let text: String = rows.iter().map(|row| row.join(",") + "\n").collect();
    let questionnaire = three_items();
    let sheet = sheet("a.csv", text.into_bytes()).unwrap();
    let mapping =
        mapping::propose(&sheet, &questionnaire, &[], None, &Progress::default()).unwrap();
    let refused = returns::read(
        &sheet,
        &mapping,
        &context(&questionnaire, &[]),
        &Progress::default(),
    );
    assert!(matches!(
        refused.unwrap_err(),
        IntakeError::Mapping {
            fault: MappingFault::WrongColumn { cell, unreadable: 10_001, cells: 10_001, .. },
            ..
        } if cell == "B1"
    ));
}

#[test]
fn a_sheet_without_answers_holds_no_returns() {
    let rows: &[&[&str]] = &[&["客户", "质量"], &["C001", ""], &["C002", "(空)"]];
    let refused = read(rows, &three_items(), &customers()).unwrap_err();
    assert!(matches!(
        refused,
        IntakeError::Sheet {
            fault: SheetFault::NoReturns,
            ..
        }
    ));
}

#[test]
fn numbers_as_text_and_wide_digits_are_read() {
    let mut workbook = rust_xlsxwriter::Workbook::new();
    let page = workbook.add_worksheet();
    page.write_row(0, 0, ["推荐", "质量"]).unwrap();
    page.write_row(1, 0, ["１０", "　很满意　"]).unwrap();
    page.write_row(2, 0, [" 9 ", "满 意"]).unwrap();
    let bytes = workbook.save_to_buffer().unwrap();
    let questionnaire = three_items();
    let sheet = sheet("a.xlsx", bytes).unwrap();
    let mapping =
        mapping::propose(&sheet, &questionnaire, &[], None, &Progress::default()).unwrap();
    let context = context(&questionnaire, &[]);
    let read = returns::read(&sheet, &mapping, &context, &Progress::default()).unwrap();
    assert_eq!(read.columns[1].get(0), Answer::Number(10.0));
    assert_eq!(read.columns[1].get(1), Answer::Number(9.0));
    assert_eq!(read.columns[0].get(0), Answer::Option(0));
    assert_eq!(read.columns[0].get(1), Answer::Option(1));
}

#[test]
fn a_batch_carries_the_file_and_the_mapping() {
    let questionnaire = three_items();
    let file = source("a.xlsx", xlsx(&[&["质量", "意见"], &["满意", "好"]]));
    let progress = Progress::default();
    let mut spreadsheet =
        crate::intake::Spreadsheet::open(&file.name, &file.bytes, &progress).unwrap();
    let sheet = spreadsheet.read(0, &progress).unwrap();
    let mapping =
        mapping::propose(&sheet, &questionnaire, &[], None, &Progress::default()).unwrap();
    assert_eq!(mapping.columns[0].target, Target::Item(LineageId(0)));
    let read = returns::read(&sheet, &mapping, &context(&questionnaire, &[]), &progress).unwrap();
    let at = Timestamp::UNIX_EPOCH;
    let batch = read.into_batch(file, &sheet, &mapping, WaveId(7), at);
    assert_eq!(batch.import.file, "a.xlsx");
    assert_eq!(batch.import.sheet, "Sheet1");
    assert_eq!(batch.import.returns, 1);
    assert_eq!(batch.import.sha256, batch.source.sha256);
    assert_eq!(*batch.import.mapping, mapping);
    progress.cancel();
    let cancelled = returns::read(&sheet, &mapping, &context(&questionnaire, &[]), &progress);
    assert!(matches!(cancelled, Err(IntakeError::Cancelled(_))));
}
