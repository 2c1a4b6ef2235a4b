//! Answers that are days: the column says in which order they are written, or each that can be read
//! in several waits.

use rust_xlsxwriter::{Format, Workbook};

use super::book::sheet;
use super::returned::{FIVE, context, item, questionnaire};
use crate::intake::{Imported, Sheet, mapping, returns};
use crate::model::{Answer, Expected, ItemKind, Progress, Questionnaire};

fn asked() -> Questionnaire {
    questionnaire([
        item("Q1", "质量", ItemKind::Rating, &FIVE),
        item("Q2", "交货日", ItemKind::Date, &[]),
    ])
}

fn read(sheet: &Sheet) -> Imported {
    let (asked, progress) = (asked(), Progress::default());
    let mapping = mapping::propose(sheet, &asked, &[], None, &progress).unwrap();
    returns::read(sheet, &mapping, &context(&asked, &[]), &progress).unwrap()
}

fn days(imported: &Imported) -> Vec<String> {
    let all = (0..imported.returns.len()).map(|row| imported.columns[1].get(row));
    all.map(|it| match it {
        Answer::Text(text) => text,
        Answer::Unreadable => "?".to_owned(),
        other => format!("{other:?}"),
    })
    .collect()
}

#[test]
fn the_column_says_in_which_order_days_are_written() {
    for (written, expected) in [
        (
            &["13/3/2026", "5/3/2026", "7/4/2026"][..],
            &["2026-03-13", "2026-03-05", "2026-04-07"][..],
        ),
        (&["3/13/2026", "3/5/2026"], &["2026-03-13", "2026-03-05"]),
        (
            &["13.3.26", "5.3.26", "31.12.25"],
            &["2026-03-13", "2026-03-05", "2025-12-31"],
        ),
        // A word among them changes nothing.
        (
            &["13/3/2026", "下周", "5/3/2026"],
            &["2026-03-13", "?", "2026-03-05"],
        ),
        (&["2026-03-13", "2026/3/5"], &["2026-03-13", "2026-03-05"]),
        // Either is as good, or they contradict each other: what can be read in one way only is.
        (&["5/3/2026", "3/5/2026"], &["?", "?"]),
        (
            &["13/3/2026", "3/13/2026", "5/3/2026"],
            &["2026-03-13", "2026-03-13", "?"],
        ),
    ] {
        let rows = written.iter().map(|it| format!("满意,{it}\n"));
        let text = format!("质量,交货日\n{}", rows.collect::<String>());
        let imported = read(&sheet("a.csv", text).unwrap());
        assert_eq!(days(&imported), expected, "{written:?}");
        let waiting = expected.iter().filter(|it| **it == "?").count();
        assert_eq!(imported.issues.len(), waiting, "{written:?}");
    }
}

/// Excel took the day for the month where it could: which it was is asked.
#[test]
fn days_a_spreadsheet_may_have_turned_are_asked_about() {
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    let format = Format::new().set_num_format("yyyy-mm-dd");
    page.write_row(0, 0, ["质量", "交货日"]).unwrap();
    page.write_row(1, 0, ["满意", "13/3/2026"]).unwrap();
    page.write(2, 0, "满意").unwrap();
    // 2026-05-03, written as 5 March.
    page.write_with_format(2, 1, 46_145.0, &format).unwrap();
    let imported = read(&sheet("a.xlsx", book.save_to_buffer().unwrap()).unwrap());
    assert_eq!(days(&imported), ["2026-03-13", "?"]);
    let day = |text: &str| text.parse().unwrap();
    let either = Expected::DateEither(day("2026-05-03"), day("2026-03-05"));
    assert_eq!(imported.issues[0].expected, either);
}

/// However many days can be read in two ways, the file is read: each of them waits.
#[test]
fn a_column_of_open_days_is_not_refused() {
    let rows = "满意,5/3/2026\n满意,3/5/2026\n".repeat(12_000);
    let imported = read(&sheet("a.csv", format!("质量,交货日\n{rows}")).unwrap());
    assert_eq!(imported.returns.len(), 24_000);
    assert_eq!(imported.issues.len(), 24_000);
}
