//! What is refused, and what is told of it.

use super::paper::Paper;
use super::{marking, read, sheet};
use crate::intake::marking::{as_text, blanks, written};
use crate::intake::tests::returned::{FIVE, context, item, questionnaire};
use crate::intake::{IntakeError, SheetFault, file, mapping, returns};
use crate::model::{Answer, ItemKind, MarkingFault, Progress, Questionnaire, Target};

fn asked() -> Questionnaire {
    questionnaire([
        item("A", "题一", ItemKind::Rating, &FIVE),
        item("B", "题二", ItemKind::Rating, &FIVE),
        item("C", "题三", ItemKind::Text, &[]),
    ])
}

fn paper(rows: &[&[&str]]) -> Paper {
    let mut paper = Paper::default();
    for (row, cells) in (0..).zip(rows) {
        for (column, text) in (0..).zip(*cells).filter(|(_, it)| !it.is_empty()) {
            paper.put((row, column), *text);
        }
    }
    paper
}

const BLANK: [&[&str]; 4] = [
    &["意见单", "", "优", "良", "中", "差", "劣"],
    &["货", "", "{A=5}", "{A=4}", "{A=3}", "{A=2}", "{A=1}"],
    &[
        "期",
        "",
        "{B=很满意}",
        "{B=满意}",
        "{B=一般}",
        "{B=不满意}",
        "{B=很不满意}",
    ],
    &["其他意见", "{C}"],
];

fn answers(rows: &[&[&str]]) -> Vec<Answer> {
    let asked = asked();
    let marking = marking(paper(&BLANK).xlsx(), &asked);
    let imported = read(("1.xlsx", paper(rows).xlsx()), &asked, &marking);
    imported.columns.iter().map(|it| it.get(0)).collect()
}

fn fault(rows: &[&[&str]]) -> SheetFault {
    let asked = asked();
    let marking = marking(paper(&BLANK).xlsx(), &asked);
    match sheet(("1.xlsx", paper(rows).xlsx()), &asked, &[marking]) {
        Err(IntakeError::Sheet { fault, .. }) => fault,
        other => panic!("{other:?}"),
    }
}

const HEAD: &[&str] = &["意见单", "", "优", "良", "中", "差", "劣"];

#[test]
fn two_ticks_and_crosses_are_never_guessed() {
    let two = answers(&[
        HEAD,
        &["货", "", "√", "√"],
        &["期", "", "", "×"],
        &["其他意见", "无"],
    ]);
    assert_eq!(two[..2], [Answer::Unreadable, Answer::Unreadable]);
    let fine = answers(&[HEAD, &["货", "", "", "√"], &["期"], &["其他意见", "无"]]);
    let text = Answer::Text("无".to_owned());
    assert_eq!(fine, [Answer::Option(1), Answer::Blank, text]);
}

#[test]
fn what_an_item_asks_may_stand_above_its_marks() {
    let blank: [&[&str]; 7] = [
        &["意见单"],
        &["货好不好"],
        &["优", "良", "中", "差", "劣"],
        &["{A=5}", "{A=4}", "{A=3}", "{A=2}", "{A=1}"],
        &["人好不好"],
        &["优", "良", "中", "差", "劣"],
        &["{B=5}", "{B=4}", "{B=3}", "{B=2}", "{B=1}"],
    ];
    let asked = asked();
    let marking = marking(paper(&blank).xlsx(), &asked);
    let filled = |first: &str, second: &str| {
        let options: &[&str] = &["优", "良", "中", "差", "劣"];
        let rows: [&[&str]; 7] = [
            &["意见单"],
            &[first],
            options,
            &["√"],
            &[second],
            options,
            &["", "√"],
        ];
        let marked = std::slice::from_ref(&marking);
        sheet(("1.xlsx", paper(&rows).xlsx()), &asked, marked)
    };
    assert!(filled("货好不好", "人好不好").is_ok());
    for (first, second) in [("人好不好", "货好不好"), ("货快不快", "人快不快")] {
        let Err(IntakeError::Sheet { fault, .. }) = filled(first, second) else {
            panic!("{first} {second}");
        };
        assert!(matches!(fault, SheetFault::Unanchored { .. }), "{fault:?}");
    }
}

#[test]
fn a_tick_alone_in_the_cell_of_an_answer_waits() {
    let blank: [&[&str]; 3] = [&["意见单"], &["货", "{A}"], &["期", "{B}"]];
    let asked = asked();
    let marking = marking(paper(&blank).xlsx(), &asked);
    let rows: [&[&str]; 3] = [&["意见单"], &["货", "√"], &["期", "满意"]];
    let read = read(("1.xlsx", paper(&rows).xlsx()), &asked, &marking);
    let answers: Vec<Answer> = read.columns.iter().map(|it| it.get(0)).collect();
    assert_eq!(answers[..2], [Answer::Unreadable, Answer::Option(1)]);
}

#[test]
fn what_stands_where_nothing_is_marked_is_told() {
    let asked = asked();
    let marking = marking(paper(&BLANK).xlsx(), &asked);
    let rows: [&[&str]; 5] = [
        HEAD,
        &["货", "", "√", "", "", "", "", "常迟到"],
        &["期", "", "", "√"],
        &["其他意见", "无"],
        &["", "√"],
    ];
    let sheet = sheet(("1.xlsx", paper(&rows).xlsx()), &asked, &[marking]).unwrap();
    let progress = Progress::default();
    let mapping = mapping::propose(&sheet, &asked, &[], None, &progress).unwrap();
    let left = mapping.columns_of(Target::Ignore);
    let left: Vec<&str> = left.map(|at| mapping.columns[at].title.as_str()).collect();
    assert_eq!(left, ["H2 货", "B5"]);
    let read = returns::read(&sheet, &mapping, &context(&asked, &[]), &progress).unwrap();
    let answers: Vec<Answer> = read.columns.iter().map(|it| it.get(0)).collect();
    let text = Answer::Text("无".to_owned());
    assert_eq!(answers, [Answer::Option(0), Answer::Option(1), text]);
}

#[test]
fn what_stood_beside_a_mark_is_told_where_it_is_missing() {
    let lost = |cell: &str, words: &str| (cell.to_owned(), words.to_owned());
    let unanchored = |lost: Vec<(String, String)>| SheetFault::Unanchored {
        form: "空白表.xlsx".to_owned(),
        lost,
        doubled: false,
    };
    // A question has other words.
    let reworded = [HEAD, &["货", "", "√"], &["期限", "", "√"], &["其他意见"]];
    assert_eq!(fault(&reworded), unanchored(vec![lost("C3", "期")]));
    // Two options changed places: their ticks would mean each other.
    let turned = [
        &["意见单", "", "良", "优", "中", "差", "劣"][..],
        &["货", "", "√"],
        &["期", "", "√"],
        &["其他意见"],
    ];
    let SheetFault::Unanchored { lost, .. } = fault(&turned) else {
        panic!("it was read");
    };
    assert!(!lost.is_empty());
    // Another form is none of them.
    let asked = asked();
    let marking = marking(paper(&BLANK).xlsx(), &asked);
    let other = paper(&[
        &["名称", "题一", "题二"],
        &["甲", "5", "4"],
        &["乙", "3", "4"],
    ]);
    let sheet = sheet(("1.xlsx", other.xlsx()), &asked, &[marking]).unwrap();
    assert!(!sheet.is_form());
}

#[test]
fn an_option_that_is_none_any_more_is_told() {
    let mut asked = asked();
    let marking = marking(paper(&BLANK).xlsx(), &asked);
    for item in &mut asked.items {
        let options = item.scale.iter_mut().flat_map(|it| &mut it.options);
        for option in options.filter(|it| it.label == "一般") {
            option.label = "尚可".to_owned();
        }
    }
    let filled = paper(&[HEAD, &["货", "", "√"], &["期", "", "√"], &["其他意见"]]);
    let refused = sheet(("1.xlsx", filled.xlsx()), &asked, &[marking]).map(|_| ());
    let fault = SheetFault::StaleMarking {
        form: "空白表.xlsx".to_owned(),
        item: "A".to_owned(),
        option: "一般".to_owned(),
    };
    let expected = IntakeError::Sheet {
        file: "1.xlsx".to_owned(),
        sheet: "Sheet1".to_owned(),
        fault,
    };
    assert_eq!(refused, Err(expected));
}

/// The first form that was filled in, marked in place of a blank: what stands in its cells are
/// answers, so the same answers of others are too.
#[test]
fn a_form_that_was_filled_in_may_stand_for_the_blank() {
    let asked = asked();
    for tick in ["√", "1", "v", "●", "是", "很满意"] {
        let mut blank = paper(&BLANK);
        let bare = marking(blank.xlsx(), &asked);
        blank.put((1, 2), format!("{{A=5}}{tick}"));
        blank.put((3, 1), "{C}无");
        let marking = marking(blank.xlsx(), &asked);
        assert_eq!(marking.marks, bare.marks);
        let same = paper(&[
            HEAD,
            &["货", "", tick],
            &["期", "", "", "√"],
            &["其他意见", "无"],
        ]);
        let imported = read(("1.xlsx", same.xlsx()), &asked, &marking);
        let said: Vec<Answer> = imported.columns.iter().map(|it| it.get(0)).collect();
        let text = Answer::Text("无".to_owned());
        assert_eq!(said, [Answer::Option(0), Answer::Option(1), text], "{tick}");
    }
}

#[test]
fn marks_in_cells_are_told_where_they_mean_nothing() {
    let asked = asked();
    let fault = |rows: &[&[&str]]| {
        let source = file::source("a.xlsx".to_owned(), paper(rows).xlsx());
        let blank = blanks(&source, &Progress::default()).unwrap().remove(0);
        let found = written(&blank, &asked);
        found.map_or_else(Some, |(sheet, marks)| {
            crate::model::Marking::fault(&sheet, &marks, &asked)
        })
    };
    let (at, first) = ((0, 1), (0, 0));
    let (found, item) = ("Z9".to_owned(), "A".to_owned());
    assert_eq!(
        fault(&[&["", "{Z9}"]]),
        Some(MarkingFault::Unknown { at, found })
    );
    let found = "6".to_owned();
    assert_eq!(
        fault(&[&["", "{A=6}"]]),
        Some(MarkingFault::NoOption { at, item, found })
    );
    assert_eq!(
        fault(&[&["{A}", "{A}"]]),
        Some(MarkingFault::Twice { at, first })
    );
    assert_eq!(
        fault(&[&["{A}", "{A=5}"]]),
        Some(MarkingFault::Twice { at, first })
    );
    let item = "C".to_owned();
    assert_eq!(
        fault(&[&["", "{C=5}"]]),
        Some(MarkingFault::NoScale { at, item })
    );
    let item = "A".to_owned();
    assert_eq!(
        fault(&[&["", "{A=5}"]]),
        Some(MarkingFault::OneOption { at, item })
    );
    assert_eq!(
        fault(&[&["客户", "{customer}"]]),
        Some(MarkingFault::NoAnswer)
    );
    assert_eq!(
        fault(&[&["货", "｛a｝"], &["客户：{客户}　日期：{Date}"]]),
        None
    );
}

#[test]
fn marks_are_written_out_as_they_are_read() {
    let asked = asked();
    let mut blank = paper(&BLANK);
    blank.put((5, 0), "客户：{customer}　日期：{date}");
    let marking = marking(blank.xlsx(), &asked);
    let mut again = Paper::default();
    for it in &marking.sheet.printed {
        again.put(it.at, it.text.as_str());
    }
    for (at, text) in as_text(&marking.sheet, &marking.marks, &asked) {
        again.put(at, text);
    }
    let once_more = super::marking(again.xlsx(), &asked);
    assert_eq!(
        (once_more.marks, once_more.sheet),
        (marking.marks, marking.sheet)
    );
}

#[test]
fn a_tick_in_brackets_behind_its_option_is_read() {
    let blank: [&[&str]; 3] = [
        &["意见单", "请选一项"],
        &["货", "很满意 {A=很满意}", "满意 {A=满意}", "一般 {A=一般}"],
        &["期", "很满意 {B=很满意}", "满意 {B=满意}", "一般 {B=一般}"],
    ];
    let asked = asked();
    let marking = marking(paper(&blank).xlsx(), &asked);
    for tick in [
        " (√)",
        "（√）",
        "[√]",
        "【✓】",
        " (V)",
        "√",
        " [x]",
        "（X）",
        "×",
    ] {
        let (first, second) = (format!("很满意{tick}"), format!("一般{tick}"));
        let rows: [&[&str]; 3] = [
            &["意见单", "请选一项"],
            &["货", &first, "满意", "一般"],
            &["期", "很满意", "满意", &second],
        ];
        let imported = read(("1.xlsx", paper(&rows).xlsx()), &asked, &marking);
        let answers: Vec<Answer> = imported.columns.iter().map(|it| it.get(0)).collect();
        let [first, second, _] = answers.try_into().unwrap();
        assert_eq!(
            [first, second],
            [Answer::Option(0), Answer::Option(2)],
            "{tick}"
        );
    }
}

/// A cross ticks where nothing else does on the whole form; beside a tick it may be a no.
#[test]
fn crosses_tick_where_nothing_else_does() {
    let asked = asked();
    let apart: [&[&str]; 3] = [HEAD, &["货", "", "", "", "x"], &["期", "", "", "", "", "x"]];
    let both: [&[&str]; 3] = [HEAD, &["货", "", "", "", "x"], &["期", "", "", "", "", "√"]];
    let comment: &[&str] = &["其他意见", ""];
    let with = |rows: [&'static [&'static str]; 3]| -> Vec<Answer> {
        let marking = marking(paper(&BLANK).xlsx(), &asked);
        let rows = [rows[0], rows[1], rows[2], comment];
        let imported = read(("1.xlsx", paper(&rows).xlsx()), &asked, &marking);
        imported.columns.iter().map(|it| it.get(0)).collect()
    };
    let ticked = [Answer::Option(2), Answer::Option(3), Answer::Blank];
    assert_eq!(with(apart), ticked);
    let waits = [Answer::Unreadable, Answer::Option(3), Answer::Blank];
    assert_eq!(with(both), waits);
}
