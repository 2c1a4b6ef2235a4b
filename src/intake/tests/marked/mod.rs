//! Forms whose answers are no text: controls that lie on them, bold options and filled cells.

mod cells;
mod controls;
mod documents;
mod lists;
mod old;
mod random;

use rust_xlsxwriter::{Format, Workbook, Worksheet};

use self::controls::{Control, Parts, with_controls};
use super::book;
use super::returned::{FIVE, context, customers, item, questionnaire};
use crate::intake::error::{IntakeError, SheetFault};
use crate::intake::{Imported, Spreadsheet, mapping, returns};
use crate::model::{Answer, IssueKind, ItemKind, Progress, Questionnaire, Reading};

const ENGLISH: [(&str, Option<f64>); 5] = [
    ("Very satisfied", Some(5.0)),
    ("Satisfied", Some(4.0)),
    ("Neutral", Some(3.0)),
    ("Dissatisfied", Some(2.0)),
    ("Very dissatisfied", Some(1.0)),
];

/// A questionnaire, what its form calls the customer, and the name of its comment.
struct Language {
    items: [&'static str; 3],
    options: [(&'static str, Option<f64>); 5],
    customer: &'static str,
}

fn languages() -> [Language; 2] {
    let chinese = Language {
        items: ["产品质量", "交货及时", "服务态度"],
        options: FIVE,
        customer: "客户名称：",
    };
    let english = Language {
        items: ["Product quality", "Delivery on time", "Service attitude"],
        options: ENGLISH,
        customer: "Company name:",
    };
    [chinese, english]
}

impl Language {
    fn asked(&self) -> Questionnaire {
        let code = |at: usize| format!("Q{}", at + 1);
        let rating = |at: usize| item(&code(at), self.items[at], ItemKind::Rating, &self.options);
        questionnaire([0, 1, 2].map(rating))
    }

    fn labels(&self) -> [&'static str; 5] {
        self.options.map(|(label, _)| label)
    }
}

/// A workbook of one sheet that names its customer.
fn workbook(language: &Language, fill: impl FnOnce(&mut Worksheet)) -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.write(0, 0, language.customer).unwrap();
    sheet.write(0, 1, "宁波甬江").unwrap();
    fill(sheet);
    workbook.save_to_buffer().unwrap()
}

/// A form of which nothing is filled in: options above, questions below each other.
fn under(sheet: &mut Worksheet, language: &Language) {
    for (column, label) in (1..).zip(language.labels()) {
        sheet.write(1, column, label).unwrap();
    }
    for (row, text) in (2..).zip(language.items) {
        sheet.write(row, 0, text).unwrap();
    }
}

fn read(bytes: Vec<u8>, asked: &Questionnaire) -> Imported {
    let (customers, progress) = (customers(), Progress::default());
    let mut book = Spreadsheet::open("1.xlsx", &bytes.into(), &progress).unwrap();
    let sheet = book.read_for(0, &asked.items, &progress).unwrap();
    assert!(sheet.is_form(), "{:?}", sheet.columns);
    let scores = Some(Reading::Scores);
    let mapping = mapping::propose(&sheet, asked, &customers, scores, &progress).unwrap();
    returns::read(&sheet, &mapping, &context(asked, &customers), &progress).unwrap()
}

fn answers(imported: &Imported) -> Vec<Answer> {
    imported.columns.iter().map(|it| it.get(0)).collect()
}

const EXPECTED: [Answer; 3] = [Answer::Option(0), Answer::Option(3), Answer::Blank];
/// The option each question is answered with.
const CHOSEN: [Option<usize>; 3] = [Some(0), Some(3), None];

#[test]
fn a_ticked_control_ticks_the_cell_it_lies_on() {
    for language in languages() {
        for parts in [Parts::Old, Parts::All, Parts::New, Parts::Libre] {
            for label in ["", "Check Box 3", "复选框 3"] {
                let form = workbook(&language, |sheet| under(sheet, &language));
                let mut controls = Vec::new();
                for (row, chosen) in (2..).zip(CHOSEN) {
                    for (column, option) in (1..).zip(0..5) {
                        let control = Control::new((row, column), label, chosen == Some(option));
                        controls.push(control);
                    }
                }
                let imported = read(with_controls(&form, &controls, parts), &language.asked());
                assert_eq!(answers(&imported), EXPECTED, "{parts:?} {label}");
                assert_eq!(imported.issues, []);
                assert_eq!(imported.returns[0].customer, Some(customers()[0].id));
            }
        }
    }
}

#[test]
fn a_control_may_begin_in_the_row_above_its_own() {
    let language = &languages()[0];
    let form = workbook(language, |sheet| {
        under(sheet, language);
        sheet.set_row_height(3, 30).unwrap();
    });
    // The rows are 20, 40 and 20 pixels high, a control 17.
    let mut high = Control::new((2, 1), "", true);
    high.into.1 = 14;
    let mut low = Control::new((3, 4), "", true);
    low.into.1 = 20;
    let imported = read(
        with_controls(&form, &[high, low], Parts::All),
        &language.asked(),
    );
    let [first, second, third] = answers(&imported).try_into().unwrap();
    assert_eq!((first, third), (Answer::Blank, Answer::Blank));
    assert_eq!(second, Answer::Unreadable, "two ticks in one row");
    let [issue] = imported.issues.as_slice() else {
        panic!("{:?}", imported.issues)
    };
    assert_eq!(
        (issue.kind, &*issue.cell),
        (IssueKind::UnreadableCell, "B4")
    );
}

#[test]
fn controls_with_labels_of_their_own_are_options() {
    for language in languages() {
        for one_cell in [false, true] {
            let form = workbook(&language, |sheet| {
                for (row, text) in (1..).zip(language.items) {
                    sheet.write(row, 0, text).unwrap();
                }
            });
            let mut controls = Vec::new();
            for (row, chosen) in (1..).zip(CHOSEN) {
                for (at, label) in (0..).zip(language.labels()) {
                    let column = if one_cell { 1 } else { 1 + at };
                    let ticked = chosen == Some(at as usize);
                    let mut control = Control::new((row, column), label, ticked);
                    control.into.0 = if one_cell { 3 + at * 9 } else { 2 };
                    control.radio = true;
                    controls.push(control);
                }
            }
            controls.reverse();
            for parts in [Parts::Old, Parts::All, Parts::New, Parts::Libre] {
                let imported = read(with_controls(&form, &controls, parts), &language.asked());
                assert_eq!(answers(&imported), EXPECTED, "{parts:?} {one_cell}");
                assert_eq!(imported.issues, []);
            }
        }
    }
}

#[test]
fn boxes_over_options_in_one_cell_belong_to_them_in_their_order() {
    for language in languages() {
        let form = workbook(&language, |sheet| {
            for (row, text) in (1..).zip(language.items) {
                sheet.write(row, 0, text).unwrap();
                let options = language.labels().join("    ");
                sheet.write(row, 1, options).unwrap();
            }
        });
        let mut controls = Vec::new();
        for (row, chosen) in (1..).zip(CHOSEN) {
            for at in 0..5 {
                let mut control = Control::new((row, 1), "", chosen == Some(at as usize));
                control.into.0 = 3 + at * 9;
                controls.push(control);
            }
        }
        let imported = read(
            with_controls(&form, &controls, Parts::All),
            &language.asked(),
        );
        assert_eq!(answers(&imported), EXPECTED);
        // One box among five options may be anybody's.
        let lost = &controls[..1];
        let imported = read(with_controls(&form, lost, Parts::All), &language.asked());
        assert_eq!(answers(&imported)[0], Answer::Unreadable);
        assert_eq!(imported.issues[0].cell, "B2");
    }
}

#[test]
fn what_a_control_leaves_open_is_an_issue_at_its_cell() {
    let language = &languages()[0];
    let case = |states: [&'static str; 2], linked: Option<bool>| {
        let form = workbook(language, |sheet| {
            under(sheet, language);
            if let Some(linked) = linked {
                sheet.write(2, 9, linked).unwrap();
            }
        });
        let mut controls = [1, 2].map(|column| Control::new((2, column), "", false));
        for (control, state) in controls.iter_mut().zip(states) {
            control.state = state;
        }
        controls[0].link = linked.map(|_| "$J$3".to_owned());
        let imported = read(
            with_controls(&form, &controls, Parts::All),
            &language.asked(),
        );
        let cells = imported.issues.iter().map(|it| it.cell.clone());
        (answers(&imported)[0].clone(), cells.collect::<Vec<_>>())
    };
    let doubt = |cell: &str| (Answer::Unreadable, vec![cell.to_owned()]);
    assert_eq!(case(["Mixed", "Unchecked"], None), doubt("B3"));
    assert_eq!(case(["Checked", "Checked"], None), doubt("B3"));
    assert_eq!(case(["Unchecked", "Mixed"], None), doubt("C3"));
    // The cell a box is tied to says otherwise.
    assert_eq!(case(["Unchecked", "Checked"], Some(true)), doubt("B3"));
    let fine = (Answer::Option(0), Vec::new());
    assert_eq!(case(["Checked", "Unchecked"], Some(true)), fine);
}

#[test]
fn the_one_bold_or_filled_option_is_the_answer() {
    let bold = Format::new().set_bold();
    let filled = Format::new().set_background_color("#FFC000");
    for language in languages() {
        for format in [&bold, &filled] {
            let cells = workbook(&language, |sheet| {
                for (row, (text, chosen)) in (1..).zip(language.items.iter().zip(CHOSEN)) {
                    sheet.write(row, 0, *text).unwrap();
                    for (column, label) in (1..).zip(language.labels()) {
                        let meant = chosen == Some(usize::from(column) - 1);
                        match meant {
                            true => sheet.write_with_format(row, column, label, format).unwrap(),
                            false => sheet.write(row, column, label).unwrap(),
                        };
                    }
                }
            });
            let imported = read(cells, &language.asked());
            assert_eq!(answers(&imported)[..2], EXPECTED[..2]);
            // All look alike: that is no answer.
            assert_ne!(answers(&imported)[2], Answer::Option(0));
        }
        let head = Format::new().set_background_color("#DDEBF7");
        let below = workbook(&language, |sheet| {
            under(sheet, &language);
            for (column, label) in (1..).zip(language.labels()) {
                sheet.write_with_format(1, column, label, &head).unwrap();
            }
            sheet.write_blank(2, 1, &filled).unwrap();
            sheet.write_blank(3, 4, &filled).unwrap();
        });
        let imported = read(below, &language.asked());
        assert_eq!(answers(&imported), EXPECTED);
        assert_eq!(imported.issues, []);
    }
}

#[test]
fn the_bold_words_of_a_line_are_the_answer() {
    let (bold, plain) = (Format::new().set_bold(), Format::new());
    for language in languages() {
        let labels = language.labels();
        for between in ["  ", " / ", "、", "\n"] {
            for boxes in ["", "□"] {
                let form = workbook(&language, |sheet| {
                    for (row, (text, chosen)) in (1..).zip(language.items.iter().zip(CHOSEN)) {
                        sheet.write(row, 0, *text).unwrap();
                        let pieces = labels.iter().enumerate().flat_map(|(at, label)| {
                            let format = if chosen == Some(at) { &bold } else { &plain };
                            let gap = if at == 0 {
                                boxes.to_owned()
                            } else {
                                format!("{between}{boxes}")
                            };
                            [(&plain, gap), (format, (*label).to_owned())]
                        });
                        let pieces: Vec<_> = pieces.filter(|it| !it.1.is_empty()).collect();
                        let pieces: Vec<_> =
                            pieces.iter().map(|it| (it.0, it.1.as_str())).collect();
                        sheet.write_rich_string(row, 1, &pieces).unwrap();
                    }
                });
                let imported = read(form, &language.asked());
                assert_eq!(
                    answers(&imported)[..2],
                    EXPECTED[..2],
                    "{between:?} {boxes}"
                );
                assert!(!matches!(answers(&imported)[2], Answer::Option(_)));
            }
        }
    }
}

#[test]
fn looks_that_may_mean_anything_are_never_guessed() {
    let language = &languages()[0];
    let [yellow, blue] = ["#FFFF00", "#BDD7EE"].map(|it| Format::new().set_background_color(it));
    let first = |formats: &[(u32, u16, &Format)], ticked: Option<u16>| {
        let form = workbook(language, |sheet| {
            under(sheet, language);
            for (row, column, format) in formats {
                match *row {
                    1 => {
                        let label = language.labels()[usize::from(*column) - 1];
                        sheet.write_with_format(1, *column, label, format).unwrap()
                    }
                    row => sheet.write_blank(row, *column, format).unwrap(),
                };
            }
            if let Some(column) = ticked {
                sheet.write(2, column, "√").unwrap();
            }
            sheet.write(4, 3, "√").unwrap();
        });
        let imported = read(form, &language.asked());
        let cells: Vec<String> = imported.issues.iter().map(|it| it.cell.clone()).collect();
        (answers(&imported)[0].clone(), cells)
    };
    let y = &yellow;
    let none = Vec::new;
    assert_eq!(first(&[(2, 2, y)], None), (Answer::Option(1), none()));
    // Two of them, in one colour or in two.
    let two = (Answer::Unreadable, vec!["C3".to_owned()]);
    assert_eq!(first(&[(2, 2, y), (2, 4, y)], None), two);
    assert_eq!(first(&[(2, 2, y), (2, 4, &blue)], None), two);
    // A tick says what is meant, whatever is filled.
    assert_eq!(first(&[(2, 2, y)], Some(1)), (Answer::Option(0), none()));
    // A row, or a column from its title on, is how the form looks.
    let row: Vec<_> = (1..6).map(|column| (2, column, y)).collect();
    assert_eq!(first(&row, None), (Answer::Blank, none()));
    let column = [(1, 2, y), (2, 2, y), (3, 2, y)];
    assert_eq!(first(&column, None), (Answer::Blank, none()));
    // One unlike all others of a row that is filled.
    let one = [&row[..], &[(2, 3, &blue)]].concat();
    assert_eq!(first(&one, None), (Answer::Option(2), none()));
}

#[test]
fn controls_that_cannot_be_read_are_told_where_no_cell_says_anything() {
    for language in languages() {
        for (name, text) in [
            ("xl/activeX/activeX1.xml", "<ax:ocx/>"),
            (
                "xl/ctrlProps/ctrlProp9.xml",
                r#"<formControlPr objectType="Drop" sel="2"/>"#,
            ),
        ] {
            let with = |form: &[u8]| {
                let all = book::parts(form);
                let all = all.iter().map(|(name, bytes)| (name.as_str(), &**bytes));
                let all: Vec<(&str, &[u8])> = all.chain([(name, text.as_bytes())]).collect();
                book::archive_of(&all)
            };
            let asked = language.asked();
            let empty = workbook(&language, |sheet| under(sheet, &language));
            let mut open = book::open("1.xlsx", with(&empty)).unwrap();
            let read_for = open.read_for(0, &asked.items, &Progress::default());
            let fault = IntakeError::Sheet {
                file: "1.xlsx".to_owned(),
                sheet: "Sheet1".to_owned(),
                fault: SheetFault::Controls,
            };
            assert_eq!(read_for.map(|_| ()), Err(fault), "{name}");
            // Beside an answer in a cell they are nothing to speak of.
            let ticked = workbook(&language, |sheet| {
                under(sheet, &language);
                sheet.write(2, 1, "√").unwrap();
            });
            assert_eq!(answers(&read(with(&ticked), &asked))[0], Answer::Option(0));
        }
    }
}
