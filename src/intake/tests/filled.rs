//! Forms filled in one by one, in the layouts firms have had for years.

use super::book::{archive_of, workbook, xlsx};
use super::returned::{FIVE, context, customers, item, questionnaire};
use crate::intake::{Decoding, Imported, IntakeError, Sheet, SheetFault, Spreadsheet};
use crate::intake::{mapping, returns};
use crate::model::{Answer, IssueKind, ItemKind, Progress, Questionnaire, Reading};

/// 很满意 first.
pub fn asked() -> Questionnaire {
    questionnaire([
        item("Q1", "产品质量", ItemKind::Rating, &FIVE),
        item("Q2", "交货及时", ItemKind::Rating, &FIVE),
        item("Q3", "服务态度", ItemKind::Rating, &FIVE),
        item("Q4", "意见和建议", ItemKind::Text, &[]),
    ])
}

pub fn sheet(bytes: Vec<u8>, asked: &Questionnaire) -> Result<Sheet, IntakeError> {
    let progress = Progress::default();
    let bytes = bytes.into();
    let mut book = Spreadsheet::open_decoded("甬江.xlsx", &bytes, Decoding::Recognised, &progress)?;
    book.read_for(0, &asked.items, &progress)
}

pub fn read(rows: &[&[&str]]) -> Imported {
    let asked = asked();
    let sheet = sheet(xlsx(rows), &asked).unwrap_or_else(|error| panic!("{rows:?}: {error}"));
    assert!(sheet.is_form(), "{:?}", sheet.columns);
    let (customers, progress) = (customers(), Progress::default());
    let scores = Some(Reading::Scores);
    let mapping = mapping::propose(&sheet, &asked, &customers, scores, &progress).unwrap();
    returns::read(&sheet, &mapping, &context(&asked, &customers), &progress).unwrap()
}

/// The options of the three ratings, and the comment.
pub fn answers(imported: &Imported) -> (Vec<Answer>, Answer) {
    let all: Vec<Answer> = imported.columns.iter().map(|it| it.get(0)).collect();
    let (ratings, comment) = all.split_at(3);
    (ratings.to_vec(), comment[0].clone())
}

pub const OPTIONS: [Answer; 3] = [Answer::Option(0), Answer::Option(1), Answer::Option(2)];

#[test]
fn every_layout_gives_the_same_answers() {
    let ticks: &[&[&str]] = &[
        &["顾客满意度调查表"],
        &["客户名称：", "宁波甬江", "", "日期", "2026-06-18"],
        &[
            "序号",
            "项目",
            "很满意",
            "满意",
            "一般",
            "不满意",
            "很不满意",
        ],
        &["1", "产品质量", "√"],
        &["2", "交货及时", "", "√"],
        &["3", "服务态度", "", "", "√"],
        &["意见和建议：", "包装要加固"],
        &["填表人：张工", "电话：13800000000"],
    ];
    let scores: &[&[&str]] = &[
        &["客户名称", "宁波甬江"],
        &["调查项目", "权重", "得分", "备注"],
        &["1、产品质量", "40", "5", ""],
        &["2、交货及时", "30", "4", "偶有延迟"],
        &["3、服务态度", "30", "3", ""],
        &["意见和建议"],
        &["包装要加固"],
    ];
    let boxes: &[&[&str]] = &[
        &["单位：宁波甬江"],
        &["产品质量", "☑很满意 □满意 □一般 □不满意 □很不满意"],
        &["交货及时", "很满意□ 满意☑ 一般□ 不满意□ 很不满意□"],
        &[
            "服务态度",
            "（ ）很满意（ ）满意（√）一般（ ）不满意（ ）很不满意",
        ],
        &["意见和建议：包装要加固"],
    ];
    let one_cell: &[&[&str]] = &[
        &["公司名称（盖章）", "宁波甬江"],
        &["一、产品质量：□很满意√ □满意 □一般"],
        &["二、交货及时：□很满意 ■满意 □一般"],
        &["三、服务态度：□很满意 □满意 ☑一般"],
        &["意见和建议：", "包装要加固"],
    ];
    let labels: &[&[&str]] = &[
        &["客户", "宁波甬江"],
        &["产品质量", "很满意"],
        &["交货及时", "满意"],
        &["服务态度", "C.一般"],
        &["意见和建议", "包装要加固"],
    ];
    let by_score: &[&[&str]] = &[
        &["客户", "宁波甬江"],
        &["评价内容", "5", "4", "3", "2", "1"],
        &["产品质量", "√"],
        &["交货及时", "", "V"],
        &["服务态度", "", "", "3"],
        &["意见和建议", "包装要加固"],
    ];
    let two_a_row: &[&[&str]] = &[
        &["客户", "宁波甬江", "日期", "2026年6月18日"],
        &["产品质量", "很满意", "交货及时", "满意"],
        &["服务态度", "一般", "意见和建议", "包装要加固"],
    ];
    let cells: &[&[&str]] = &[
        &["客户", "宁波甬江"],
        &["产品质量", "☑", "很满意", "□", "满意", "□", "一般"],
        &["交货及时", "£很满意 R满意 £一般"],
        &["服务态度", "很满意", "□", "满意", "□", "一般", "☑"],
        &["意见和建议", "包装要加固"],
    ];
    let layouts = [ticks, scores, boxes, labels, by_score, two_a_row, cells];
    for rows in layouts {
        let imported = read(rows);
        let said = answers(&imported);
        let comment = Answer::Text("包装要加固".to_owned());
        assert_eq!(said, (OPTIONS.to_vec(), comment), "{rows:?}");
        let [one] = imported.returns.as_slice() else {
            panic!("one return")
        };
        assert_eq!(one.customer, Some(customers()[0].id), "{rows:?}");
        assert_eq!(imported.issues, [], "{rows:?}");
    }
    let dated = read(ticks);
    assert_eq!(dated.returns[0].date, Some(jiff::civil::date(2026, 6, 18)));
    assert_eq!(dated.returns[0].respondent, "张工");
    // A tick behind a box that stands before its label is nobody's for certain.
    let imported = read(one_cell);
    assert_eq!(answers(&imported).0[1..], OPTIONS[1..]);
}

#[test]
fn a_table_of_a_text_document_is_read() {
    let cell = |text: &str| format!("<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>");
    let row = |cells: &[String]| format!("<w:tr>{}</w:tr>", cells.concat());
    let tick = |ticked: bool| {
        let code = if ticked { "F052" } else { "F0A3" };
        format!(r#"<w:r><w:sym w:font="Wingdings 2" w:char="{code}"/></w:r>"#)
    };
    let boxed = format!(
        "<w:tc><w:p>{}<w:r><w:t>很满意</w:t></w:r>{}<w:r><w:t>满意</w:t></w:r></w:p></w:tc>",
        tick(false),
        tick(true)
    );
    let form = r#"<w:r><w:fldChar><w:ffData><w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r>"#;
    let control = format!("<w:tc><w:p><w:r><w:t>很满意□ 满意□ 一般</w:t></w:r>{form}</w:p></w:tc>");
    let body = [
        "<w:p><w:r><w:t>顾客满意度调查表 &amp; 回执</w:t></w:r></w:p>".to_owned(),
        "<w:p><w:r><w:t>客户名称：</w:t></w:r><w:r><w:t>宁波甬江</w:t></w:r></w:p>".to_owned(),
        "<w:tbl>".to_owned(),
        row(&[cell("产品质量"), cell("☒很满意 ☐满意 ☐一般")]),
        row(&[cell("交货及时"), boxed]),
        row(&[cell("服务态度"), control]),
        row(&[cell("意见和建议"), cell("包装要加固")]),
        "</w:tbl>".to_owned(),
    ]
    .concat();
    let document = format!("<w:document><w:body>{body}</w:body></w:document>");
    let bytes = archive_of(&[("word/document.xml", document.as_bytes())]);
    let asked = asked();
    let sheet = sheet(bytes, &asked).unwrap();
    let said = |title: &str| {
        let mut columns = sheet.columns.iter();
        let column = columns.find(|it| it.title == title).unwrap();
        column.value(0).found()
    };
    let titles = ["客户名称", "产品质量", "交货及时", "服务态度", "意见和建议"];
    let expected = ["宁波甬江", "很满意", "满意", "一般", "包装要加固"];
    assert_eq!(titles.map(said), expected);
}

#[test]
fn what_is_in_doubt_is_an_issue_at_its_cell() {
    for (row, cell) in [
        (&["产品质量", "√", "√"][..], "B3"),
        (&["产品质量", "", "×"][..], "C3"),
        (&["产品质量", "", "", "还行"][..], "D3"),
    ] {
        let imported = read(&[
            &["客户", "宁波甬江"],
            &["项目", "很满意", "满意", "一般"],
            row,
            &["交货及时", "", "√"],
            &["服务态度", "", "√"],
        ]);
        let [issue] = imported.issues.as_slice() else {
            panic!("{:?}", imported.issues)
        };
        assert_eq!(issue.kind, IssueKind::UnreadableCell);
        assert_eq!(issue.cell, cell, "{row:?}");
        assert_eq!(answers(&imported).0[0], Answer::Unreadable);
    }
}

#[test]
fn a_circle_alone_is_a_tick_and_one_in_every_cell_is_none() {
    let head: &[&str] = &["项目", "很满意", "满意", "一般", "不满意", "很不满意"];
    let imported = read(&[
        &["客户名称", "宁波甬江"],
        head,
        &["产品质量", "○"],
        &["交货及时", "", "◯"],
        &["服务态度", "○", "○", "○", "○", "○"],
    ]);
    let (ratings, _) = answers(&imported);
    let expected = [Answer::Option(0), Answer::Option(1), Answer::Blank];
    assert_eq!(ratings, expected);
    let imported = read(&[
        &["客户名称", "宁波甬江"],
        head,
        &["产品质量", "√"],
        &["交货及时", "○", "○"],
        &["服务态度", "○", "○", "●", "○", "○"],
    ]);
    let (ratings, _) = answers(&imported);
    let expected = [Answer::Option(0), Answer::Unreadable, Answer::Option(2)];
    assert_eq!(ratings, expected);
}

#[test]
fn a_question_left_open_is_blank() {
    let imported = read(&[
        &["客户", "宁波甬江"],
        &["项目", "很满意", "满意", "一般"],
        &["产品质量", "□", "□", "□"],
        &["交货及时", "", "√"],
        &["服务态度", "□", "☑", "□"],
    ]);
    let said = answers(&imported).0;
    assert_eq!(said, [Answer::Blank, Answer::Option(1), Answer::Option(1)]);
}

#[test]
fn tables_and_summaries_are_no_forms() {
    let tables: [&[&[&str]]; 4] = [
        // returns below each other
        &[
            &["客户", "产品质量", "交货及时", "服务态度", "意见和建议"],
            &["宁波甬江", "很满意", "满意", "一般", "无"],
            &["苏州恒远", "满意", "满意", "一般", ""],
        ],
        // returns beside each other
        &[
            &["项目", "宁波甬江", "苏州恒远"],
            &["产品质量", "很满意", "满意"],
            &["交货及时", "满意", "一般"],
            &["服务态度", "满意", "一般"],
        ],
        // counts
        &[
            &["项目", "很满意", "满意", "一般"],
            &["产品质量", "12", "7", "3"],
            &["交货及时", "10", "9", "4"],
            &["服务态度", "11", "6", "5"],
        ],
        // means
        &[
            &["项目", "平均分", "上期平均"],
            &["产品质量", "4.52", "4.41"],
            &["交货及时", "4.13", "4.2"],
            &["服务态度", "4", "3"],
        ],
    ];
    for rows in tables {
        let form = sheet(xlsx(rows), &asked()).is_ok_and(|sheet| sheet.is_form());
        assert!(!form, "{rows:?}");
    }
}

#[test]
fn returns_beside_each_other_are_refused_as_before() {
    let rows: &[&[&str]] = &[
        &["项目", "宁波甬江", "苏州恒远"],
        &["产品质量", "5", "4"],
        &["交货及时", "4", "3"],
        &["服务态度", "4", "3"],
    ];
    let refused = sheet(workbook(&[("表", rows)]), &asked());
    assert!(matches!(
        refused,
        Err(IntakeError::Sheet {
            fault: SheetFault::Turned { .. },
            ..
        })
    ));
}

#[test]
fn a_row_for_every_answer_is_refused_with_what_to_do() {
    let items = ["产品质量", "交货及时", "服务态度"];
    let firms = ["宁波甬江", "苏州恒远", "甲公司", "乙公司"];
    for order in [[0, 1, 2], [1, 0, 2], [1, 2, 0]] {
        let heads = ["客户", "题目", "评价"];
        let mut rows: Vec<Vec<&str>> = vec![order.iter().map(|at| heads[*at]).collect()];
        for firm in firms {
            for (item, answer) in items.iter().zip(["满意", "很满意", "一般"]) {
                let cells = [firm, *item, answer];
                rows.push(order.iter().map(|at| cells[*at]).collect());
            }
        }
        let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
        let refused = sheet(xlsx(&rows), &asked()).unwrap_err();
        let letter = ["A", "B", "C"][order.iter().position(|at| *at == 1).unwrap()];
        assert!(
            matches!(&refused, IntakeError::Sheet {
                fault: SheetFault::RowPerAnswer { column }, ..
            } if column == letter),
            "{refused}"
        );
    }
}

#[test]
fn comments_that_name_items_are_no_row_for_every_answer() {
    let rows: &[&[&str]] = &[
        &["最要改进的", "产品质量", "交货及时"],
        &["产品质量", "满意", "一般"],
        &["交货及时", "满意", "一般"],
        &["产品质量", "一般", "一般"],
        &["交货及时", "满意", "满意"],
        &["产品质量", "满意", "一般"],
        &["交货及时", "满意", "一般"],
    ];
    assert!(sheet(xlsx(rows), &asked()).is_ok());
}

#[test]
fn a_form_is_not_said_to_stand_the_other_way_round() {
    let weights: &[&[&str]] = &[
        &["项目", "权重", "得分", "备注"],
        &["产品质量", "0.4", "?", "见附件"],
        &["交货及时", "0.3", "?", "见附件"],
        &["服务态度", "0.3", "?", "见附件"],
    ];
    let boxes: &[&[&str]] = &[
        &["项目", "很满意", "满意", "一般"],
        &["产品质量", "□很满意", "□满意", "□一般"],
        &["交货及时", "□很满意", "□满意", "□一般"],
        &["服务态度", "□很满意", "□满意", "□一般"],
    ];
    for rows in [weights, boxes] {
        let read = sheet(xlsx(rows), &asked());
        let turned = matches!(
            read,
            Err(IntakeError::Sheet {
                fault: SheetFault::Turned { .. },
                ..
            })
        );
        assert!(!turned, "{rows:?}");
    }
}
