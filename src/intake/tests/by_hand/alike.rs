//! Blanks that say the same more than once, and blanks that say nothing.

use super::paper::Paper;
use super::{marking, read, sheet};
use crate::intake::marking::{blanks, written};
use crate::intake::tests::returned::{FIVE, item, questionnaire};
use crate::intake::{IntakeError, SheetFault, file};
use crate::model::{Answer, ItemKind, Marking, MarkingFault, Progress, Questionnaire};

fn asked() -> Questionnaire {
    let rating = |code: &str| item(code, &format!("题{code}"), ItemKind::Rating, &FIVE);
    questionnaire(["A", "B", "C", "D"].map(rating))
}

fn paper(rows: &[Vec<&str>]) -> Paper {
    let mut paper = Paper::default();
    for (row, cells) in (0..).zip(rows) {
        for (column, text) in (0..).zip(cells).filter(|(_, it)| !it.is_empty()) {
            paper.put((row, column), *text);
        }
    }
    paper
}

/// The same two lines for two products; `said` are the four answers.
fn two_products(said: [&str; 4]) -> Vec<Vec<&str>> {
    let [one, two, three, four] = said;
    vec![
        vec!["意见单", "评价"],
        vec!["水泵"],
        vec!["质量", one],
        vec!["服务", two],
        vec!["阀门"],
        vec!["质量", three],
        vec!["服务", four],
        vec!["谢谢"],
    ]
}

const SAID: [&str; 4] = ["很满意", "满意", "不满意", "一般"];

#[test]
fn a_line_like_another_that_came_in_is_never_followed() {
    let asked = asked();
    let blank = two_products(["{A}", "{B}", "{C}", "{D}"]);
    let marking = marking(paper(&blank).xlsx(), &asked);
    let right = [0, 1, 3, 2].map(Answer::Option);
    let answers = |rows: &[Vec<&str>]| -> Vec<Answer> {
        let read = read(("1.xlsx", paper(rows).xlsx()), &asked, &marking);
        read.columns.iter().map(|it| it.get(0)).collect()
    };
    let filled = two_products(SAID);
    assert_eq!(answers(&filled), right);
    for at in 0..=filled.len() {
        // What the blank does not say moves its lines and nothing else.
        let mut moved = filled.clone();
        moved.insert(at, vec!["（本页由客户填写）"]);
        assert_eq!(answers(&moved), right, "{at}");
        for like in ["质量", "服务", "水泵", "阀门"] {
            for said in ["一般", "很不满意", ""] {
                let mut doubled = filled.clone();
                doubled.insert(at, vec![like, said]);
                let seen = sheet(
                    ("1.xlsx", paper(&doubled).xlsx()),
                    &asked,
                    std::slice::from_ref(&marking),
                );
                let Err(IntakeError::Sheet { fault, .. }) = seen else {
                    panic!("{at} {like} {said}");
                };
                assert!(
                    matches!(fault, SheetFault::Unanchored { .. }),
                    "{at} {like} {said}: {fault:?}"
                );
            }
        }
    }
}

#[test]
fn what_is_written_into_an_answer_is_no_line_of_the_blank() {
    let asked = asked();
    // An option stands above the answers, and is what somebody writes there.
    let rows = |said: [&'static str; 4]| {
        let mut rows = two_products(said);
        rows[0] = vec!["意见单", "满意"];
        rows
    };
    let marking = marking(paper(&rows(["{A}", "{B}", "{C}", "{D}"])).xlsx(), &asked);
    let filled = paper(&rows(["满意", "满意", "满意", "一般"])).xlsx();
    let read = read(("1.xlsx", filled), &asked, &marking);
    let answers: Vec<Answer> = read.columns.iter().map(|it| it.get(0)).collect();
    assert_eq!(answers, [1, 1, 1, 2].map(Answer::Option));
}

#[test]
fn a_blank_has_to_say_what_it_asks() {
    let asked = asked();
    let fault = |rows: &[Vec<&str>]| {
        let source = file::source("a.xlsx".to_owned(), paper(rows).xlsx());
        let blank = blanks(&source, &Progress::default()).unwrap().remove(0);
        let (sheet, marks) = written(&blank, &asked).unwrap();
        Marking::fault(&sheet, &marks, &asked)
    };
    let lacks = |at, item: &str| {
        let item = item.to_owned();
        Some(MarkingFault::NoWords { at, item })
    };
    assert_eq!(
        fault(&[vec!["1", "{A}"], vec!["2", "{B}"]]),
        lacks((0, 1), "A")
    );
    let by_number = [vec!["质量", "{A}"], vec!["2", "{B}"]];
    assert_eq!(fault(&by_number), lacks((1, 1), "B"));
    let options = [vec!["", "很满意", "满意"], vec!["1", "{A=5}", "{A=4}"]];
    assert_eq!(fault(&options), lacks((1, 1), "A"));
    for said in [
        vec![vec!["1", "质量", "{A}"]],
        vec![vec!["质量"], vec!["{A}"]],
        vec![vec!["", "质量", "服务"], vec!["答", "{A}", "{B}"]],
        vec![vec!["质量：{A}　服务：{B}"]],
        vec![
            vec!["质量"],
            vec!["", "{A=5}", "{A=4}"],
            vec!["服务"],
            vec!["", "{B}"],
        ],
    ] {
        assert_eq!(fault(&said), None, "{said:?}");
    }
}
