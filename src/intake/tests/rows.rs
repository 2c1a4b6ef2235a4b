//! Which rows are returns.

use super::book::sheet;
use super::returned::{FIVE, context, customers, item, questionnaire, read, three_items};
use crate::intake::{mapping, returns};
use crate::model::{Answer, ItemKind, NoReturn, Progress};

#[test]
fn a_row_with_more_fields_than_titles_is_not_read_by_position() {
    let text = "客户,意见,质量\nC001,快,满意\nC002,慢,但是好,很满意\nC001,,一般\n";
    let asked = three_items();
    let sheet = sheet("a.csv", text).unwrap();
    let progress = Progress::default();
    let customers = customers();
    let mapping = mapping::propose(&sheet, &asked, &customers, None, &progress).unwrap();
    let context = context(&asked, &customers);
    let read = returns::read(&sheet, &mapping, &context, &progress).unwrap();
    let rows: Vec<u32> = read.returns.iter().map(|it| it.row).collect();
    assert_eq!(rows, [2, 4]);
    let aside: Vec<_> = read.set_aside.iter().map(|it| (it.row, it.why)).collect();
    assert_eq!(aside, [(3, NoReturn::Shifted)]);
}

#[test]
fn returns_that_look_like_something_else_stay_returns() {
    let asked = questionnaire([
        item("Q1", "质量", ItemKind::Rating, &FIVE),
        item("Q2", "交付", ItemKind::Rating, &FIVE),
    ]);
    let titles: &[&str] = &["填写人", "日期", "质量", "交付"];
    for rows in [
        // called as sums are
        [
            ["平均科技", "", "满意", "一般"],
            ["Max", "", "很满意", "满意"],
        ],
        [
            ["合计机械厂", "", "满意", "一般"],
            ["满意度咨询", "", "一般", "满意"],
        ],
        // an option in front of answers that are no counts
        [["一般", "", "满意", "一般"], ["满意", "", "很满意", "满意"]],
        // nothing that can be read, at the top and at the end
        [
            ["甲", "2026-05-01", "还行", "挺快"],
            ["末", "2026-05-02", "可以", "挺好"],
        ],
    ] {
        let others: [[&str; 4]; 3] = [
            ["乙", "2026-05-01", "满意", "满意"],
            ["丙", "2026-05-01", "一般", "满意"],
            ["丁", "2026-05-01", "满意", "不满意"],
        ];
        let mut all: Vec<&[&str]> = vec![titles, &rows[0]];
        all.extend(others.iter().map(|row| row.as_slice()));
        all.push(&rows[1]);
        let read = read(&all, &asked, &[]).unwrap();
        assert_eq!(read.set_aside, [], "{rows:?}");
        assert_eq!(read.returns.len(), 5, "{rows:?}");
    }
}

#[test]
fn numbers_of_their_own_in_labels_are_not_taken_off() {
    let days = [
        ("3天内", Some(100.0)),
        ("一周内", Some(60.0)),
        ("10-20天", Some(30.0)),
        ("1.5倍", Some(10.0)),
    ];
    let asked = questionnaire([item("Q1", "交期", ItemKind::Rating, &days)]);
    let rows: &[&[&str]] = &[
        &["交期"],
        &["3天内"],
        &["15天内"],
        &["15-20天"],
        &["2.5倍"],
        &["一周内"],
    ];
    let read = read(rows, &asked, &[]).unwrap();
    let read: Vec<Answer> = (0..5).map(|at| read.columns[0].get(at)).collect();
    let unreadable = Answer::Unreadable;
    let first = Answer::Option(0);
    assert_eq!(
        read,
        [
            first,
            unreadable.clone(),
            unreadable.clone(),
            unreadable,
            Answer::Option(1)
        ]
    );
}
