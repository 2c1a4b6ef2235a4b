//! Two forms in one sheet, as somebody copied them below each other.

use super::book::xlsx;
use super::filled::{OPTIONS, answers, asked, read, sheet};
use crate::intake::{IntakeError, SheetFault};

const HEAD: &[&str] = &["", "很满意", "满意", "一般", "不满意", "很不满意"];
const FIRST: [&[&str]; 5] = [
    &["客户名称：", "宁波甬江"],
    HEAD,
    &["产品质量", "√"],
    &["交货及时", "", "√"],
    &["服务态度", "", "", "√"],
];

#[test]
fn a_second_form_below_the_first_is_told_with_its_cell() {
    assert_eq!(answers(&read(&FIRST)).0, OPTIONS);
    let second: [&[&str]; 5] = [
        &["客户名称：", "苏州恒远"],
        HEAD,
        &["产品质量", "", "", "", "", "√"],
        &["交货及时", "", "", "", "", "√"],
        &["服务态度", "", "", "", "", "√"],
    ];
    let rows = [&FIRST[..], &[&[]], &second].concat();
    let Err(IntakeError::Sheet { fault, .. }) = sheet(xlsx(&rows), &asked()) else {
        panic!("it was read");
    };
    let cell = "A9".to_owned();
    assert_eq!(fault, SheetFault::SecondForm { cell });
}

#[test]
fn words_of_a_question_below_are_no_second_form() {
    let note: &[&[&str]] = &[&["产品质量"], &["以上内容由客户填写"]];
    let rows = [&FIRST[..], note].concat();
    assert_eq!(answers(&read(&rows)).0, OPTIONS);
}
