//! Styles of ticks people type, and forms of which nothing scored is read.

use super::book::xlsx;
use super::filled::{OPTIONS, answers, asked, read, sheet};
use super::returned::{context, customers};
use crate::intake::{IntakeError, SheetFault, mapping, returns};
use crate::model::{Answer, IssueKind, Progress};

/// A form with the options of each question in one cell.
fn lines(all: [&str; 3]) -> Vec<Vec<String>> {
    let items = ["产品质量", "交货及时", "服务态度"];
    let lines = items.into_iter().zip(all);
    let lines = lines.map(|(item, line)| vec![item.to_owned(), line.to_owned()]);
    let customer = vec!["客户".to_owned(), "宁波甬江".to_owned()];
    std::iter::once(customer).chain(lines).collect()
}

#[test]
fn ticks_typed_beside_options_are_read() {
    for all in [
        [
            "很满意（V）满意（ ）一般（ ）",
            "很满意（ ）满意（V）一般（ ）",
            "很满意 满意 一般（V）",
        ],
        [
            "（V）很满意 （ ）满意",
            "（ ）很满意（v）满意（ ）一般",
            "很满意 满意 （V）一般",
        ],
        [
            "(√)很满意 满意 一般",
            "很满意 (√)满意 一般",
            "很满意、满意、(√)一般",
        ],
        [
            "[x]很满意 [ ]满意",
            "[ ]很满意 [x]满意 [ ]一般",
            "[ ]很满意 [ ]满意 [X]一般",
        ],
        [
            "很满意（*）满意（ ）",
            "很满意（ ）满意（*）一般（ ）",
            "很满意（ ）满意（ ）一般（●）",
        ],
        [
            "很满意（1）满意（ ）",
            "很满意（0）满意（1）一般（0）",
            "很满意（ ）满意（ ）一般（1）",
        ],
        [
            "V很满意 满意 一般",
            "很满意 V满意 一般",
            "很满意 满意 一般v",
        ],
        [
            "√ 很满意 满意 一般",
            "很满意  √ 满意  一般",
            "很满意 满意 一般 √",
        ],
        [
            "很满意（√）满意（×）一般（×）",
            "很满意（x）满意（√）",
            "很满意（N）满意（-）一般（Y）",
        ],
        [
            "很满意（×）满意（ ）",
            "很满意（ ）满意（×）",
            "很满意（ ）满意（ ）一般（×）",
        ],
        [
            "□很满意× □满意",
            "很满意□ 满意× 一般□",
            "□很满意 □满意 ×一般",
        ],
    ] {
        let rows = lines(all);
        let rows: Vec<Vec<&str>> = rows
            .iter()
            .map(|it| it.iter().map(String::as_str).collect())
            .collect();
        let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
        if all[0].starts_with('□') {
            // A mark behind an option whose box stands before it is nobody's for certain.
            assert_eq!(answers(&read(&rows)).0[1..], OPTIONS[1..], "{all:?}");
            continue;
        }
        let imported = read(&rows);
        assert_eq!(answers(&imported).0, OPTIONS, "{all:?}");
        assert_eq!(imported.issues, [], "{all:?}");
    }
}

#[test]
fn ticks_in_cells_beside_options_are_read() {
    for rows in [
        // behind each option
        [
            &["产品质量", "很满意", "v", "满意", "", "一般"][..],
            &["交货及时", "很满意", "", "满意", "V", "一般"],
            &["服务态度", "很满意", "", "满意", "", "一般", "v"],
        ],
        [
            &["产品质量", "很满意", "1", "满意", "0", "一般", "0"],
            &["交货及时", "很满意", "", "满意", "1", "一般"],
            &["服务态度", "很满意", "0", "满意", "0", "一般", "1"],
        ],
        // before each option
        [
            &["产品质量", "√", "很满意", "", "满意", "", "一般"],
            &["交货及时", "", "很满意", "√", "满意", "", "一般"],
            &["服务态度", "", "很满意", "", "满意", "√", "一般"],
        ],
        // others refused
        [
            &["产品质量", "很满意", "是", "满意", "否", "一般", "否"],
            &["交货及时", "很满意", "×", "满意", "√", "一般", "×"],
            &["服务态度", "很满意", "N", "满意", "N", "一般", "Y"],
        ],
        [
            &["产品质量", "很满意（V）", "满意", "一般"],
            &["交货及时", "很满意（ ）", "满意（V）", "一般（ ）"],
            &["服务态度", "很满意", "满意", "V一般"],
        ],
    ] {
        let mut all: Vec<&[&str]> = vec![&["客户", "宁波甬江"]];
        all.extend(rows);
        let imported = read(&all);
        assert_eq!(answers(&imported).0, OPTIONS, "{rows:?}");
        assert_eq!(imported.issues, [], "{rows:?}");
    }
}

#[test]
fn what_refuses_an_option_is_no_tick_and_refuses_no_form() {
    for no in ["×", "否", "x", "-", "N", "—", "no", "/"] {
        let imported = read(&[
            &["客户", "宁波甬江"],
            &["项目", "很满意", "满意", "一般"],
            &["产品质量", "√", no, no],
            &["交货及时", no, "√", no],
            &["服务态度", no, no, "√"],
        ]);
        assert_eq!(answers(&imported).0, OPTIONS, "{no}");
        assert_eq!(imported.issues, [], "{no}");
    }
}

#[test]
fn crosses_tick_where_nothing_else_does() {
    for cross in ["×", "x", "X", "✗", "（×）"] {
        let mut all: Vec<&[&str]> =
            vec![&["客户", "宁波甬江"], &["项目", "很满意", "满意", "一般"]];
        let rows: [&[&str]; 3] = [
            &["产品质量", cross],
            &["交货及时", "", cross],
            &["服务态度", "", "", cross],
        ];
        all.extend(rows);
        let imported = read(&all);
        assert_eq!(answers(&imported).0, OPTIONS, "{cross}");
        assert_eq!(imported.issues, [], "{cross}");
        // One among ticks may be either.
        all[4] = &["服务态度", "", "", "√"];
        let imported = read(&all);
        let said = answers(&imported).0;
        let lost = [Answer::Unreadable, Answer::Unreadable, Answer::Option(2)];
        assert_eq!(said, lost, "{cross}");
        assert_eq!(imported.issues.len(), 2);
        // All but one crossed out.
        let most = ["产品质量", "", cross, cross];
        all[2] = &most;
        all[4] = rows[2];
        assert_eq!(answers(&read(&all)).0[0], Answer::Unreadable, "{cross}");
    }
}

#[test]
fn a_form_of_which_only_a_comment_is_read_waits_for_somebody() {
    for line in ["很满意 满意 一般", "", "□很满意 □满意 □一般"] {
        let imported = read(&[
            &["客户", "宁波甬江"],
            &["产品质量", line],
            &["交货及时", line],
            &["服务态度", line],
            &["意见和建议", "包装要加固"],
        ]);
        let kinds: Vec<IssueKind> = imported.issues.iter().map(|it| it.kind).collect();
        let wanted = match line {
            "很满意 满意 一般" => IssueKind::UnreadableCell,
            _ => IssueKind::MissingAnswer,
        };
        assert_eq!(kinds, [wanted; 3], "{line}");
    }
}

#[test]
fn a_form_without_any_answer_is_refused_with_what_was_found() {
    let rows: &[&[&str]] = &[
        &["客户", "宁波甬江"],
        &["项目", "很满意", "满意", "一般"],
        &["产品质量"],
        &["交货及时"],
        &["服务态度"],
    ];
    let asked = asked();
    let sheet = sheet(xlsx(rows), &asked).unwrap();
    let (customers, progress) = (customers(), Progress::default());
    let mapping = mapping::propose(&sheet, &asked, &customers, None, &progress).unwrap();
    let read = returns::read(&sheet, &mapping, &context(&asked, &customers), &progress);
    let Err(IntakeError::Sheet { fault, .. }) = read else {
        panic!("{read:?}")
    };
    assert_eq!(
        fault,
        SheetFault::OpenForm {
            questions: 3,
            cell: "A3".to_owned(),
            title: "产品质量".to_owned(),
        }
    );
}
