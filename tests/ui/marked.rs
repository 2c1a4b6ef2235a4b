//! A firm's own form that no words give away: refused, marked by hand, and read from then on.

use egui::{Key, Modifiers};
use manyi::i18n::Language;
use manyi::model::{Answer, Meant};

use crate::harness::Gui;
use crate::sample;

/// How the form calls three of the items, and what it calls their options, best first.
const WORDS: [&str; 3] = ["货色", "外观", "期限"];

struct Words {
    language: Language,
    mark: &'static str,
    save: &'static str,
    customer: &'static str,
    more: &'static str,
    forms: &'static str,
    remove: &'static str,
    undo: &'static str,
    save_marked: &'static str,
    choose: &'static str,
}

const BOTH: [Words; 2] = [
    Words {
        language: Language::Zh,
        mark: "标记这张表格…",
        save: "保存标记",
        customer: "客户：未标记",
        more: "更多",
        forms: "本公司的表格",
        remove: "删除标记 甲.xlsx",
        undo: "撤销",
        save_marked: "另存带标记的表格… 甲.xlsx",
        choose: "选择表格…",
    },
    Words {
        language: Language::En,
        mark: "Mark this form…",
        save: "Save the marks",
        customer: "Customer: no cell",
        more: "More",
        forms: "Forms of your own",
        remove: "Remove marks 甲.xlsx",
        undo: "Undo",
        save_marked: "Save with marks… 甲.xlsx",
        choose: "Choose a form…",
    },
];

/// The labels of the first item's options, as the sample has them.
fn labels(gui: &Gui) -> Vec<String> {
    let data = gui.kept().0;
    let revision = data.revisions.last().unwrap();
    let scale = revision.questionnaire.items[0].scale.as_ref().unwrap();
    scale.options.iter().map(|it| it.label.clone()).collect()
}

/// A form on which a customer ticked an option of each of three questions.
fn form(gui: &Gui, name: &str, customer: &str, chosen: [usize; 3]) -> std::path::PathBuf {
    written_on(gui, (name, customer), chosen, "")
}

/// The same with words to the right of its first question.
fn written_on(
    gui: &Gui,
    (name, customer): (&str, &str),
    chosen: [usize; 3],
    beside: &str,
) -> std::path::PathBuf {
    let path = gui.folder.path().join(name);
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write(0, 0, "征询单").unwrap();
    sheet.write(1, 0, "来函").unwrap();
    sheet.write(1, 1, customer).unwrap();
    for (column, label) in (1..).zip(labels(gui)) {
        sheet.write(2, column, label).unwrap();
    }
    for (row, (words, chosen)) in (3..).zip(WORDS.iter().zip(chosen)) {
        sheet.write(row, 0, *words).unwrap();
        let column = u16::try_from(chosen + 1).unwrap();
        sheet.write(row, column, "√").unwrap();
    }
    if !beside.is_empty() {
        sheet.write(3, 9, beside).unwrap();
    }
    book.save(&path).unwrap();
    path
}

fn returned(gui: &Gui, file: &str) -> Vec<Answer> {
    let (data, returns) = gui.kept();
    let import = data.imports.iter().find(|it| it.file == file && !it.undone);
    let import = import.unwrap_or_else(|| panic!("{file} did not come in"));
    let mut rows = returns.returns.iter();
    let row = rows.position(|it| it.import == Some(import.id)).unwrap();
    returns
        .columns
        .iter()
        .take(3)
        .map(|it| it.get(row))
        .collect()
}

#[test]
fn a_form_that_is_refused_is_marked_and_the_next_comes_in_by_itself() {
    for words in BOTH {
        let mut gui = Gui::on(words.language, sample::at);
        let data = gui.kept().0;
        let silent = |at: usize| data.customers[data.customers.len() - 1 - at].name.clone();
        let first = form(&gui, "甲.xlsx", &silent(0), [0, 1, 2]);
        let second = form(&gui, "乙.xlsx", &silent(1), [2, 0, 1]);
        gui.drop_file(&first);
        gui.click(words.mark);
        // The customer's cell, then one press a question: all its options stand in its row.
        gui.click(words.customer);
        gui.click(&format!("B2 {}", silent(0)));
        for (row, item) in (4..).zip(&data.revisions.last().unwrap().questionnaire.items[..3]) {
            gui.click_starting(&format!("{} ", item.code));
            gui.click_starting(&format!("B{row}"));
        }
        gui.click(words.save);
        gui.settle();
        let marking = gui.kept().0.markings[0].clone();
        let options = labels(&gui).len();
        assert_eq!(marking.marks.len(), 1 + 3 * options, "{:?}", marking.marks);
        let option = |at: u8| Answer::Option(at);
        assert_eq!(returned(&gui, "甲.xlsx"), [0, 1, 2].map(option));
        gui.drop_file(&second);
        assert_eq!(returned(&gui, "乙.xlsx"), [2, 0, 1].map(option));
        // It is listed, removed, and there again when that is taken back.
        gui.click(words.more);
        gui.click(words.forms);
        gui.click(words.remove);
        assert!(gui.kept().0.markings.is_empty());
        gui.click_first(words.undo);
        assert_eq!(gui.kept().0.markings[0], marking);
    }
}

#[test]
fn a_form_saved_with_its_marks_is_read_in_with_them() {
    for words in BOTH {
        let make = Some(Box::new(sample::at) as _);
        let answers = ["marked.xlsx", "marked.xlsx"];
        let mut gui = Gui::with(words.language, make, &answers);
        let name = gui.kept().0.customers[0].name.clone();
        let path = form(&gui, "甲.xlsx", &name, [0, 1, 2]);
        gui.drop_file(&path);
        gui.click(words.mark);
        gui.click(&format!("B2 {name}"));
        gui.click_starting("B4");
        gui.click(words.save);
        gui.settle();
        gui.click(words.more);
        gui.click(words.forms);
        gui.click(words.save_marked);
        gui.click(words.choose);
        gui.click(words.save);
        gui.settle();
        let data = gui.kept().0;
        let [first, again] = data.markings.as_slice() else {
            panic!("{} forms are marked", data.markings.len());
        };
        let mut marks = again.marks.clone();
        marks.sort_by_key(|it| first.marks.iter().position(|own| own.at == it.at));
        assert_eq!(marks, first.marks);
    }
}

#[test]
fn a_blank_with_marks_in_its_cells_is_kept_as_a_form_and_wrong_marks_are_told() {
    for words in BOTH {
        let mut gui = Gui::on(words.language, sample::at);
        let data = gui.kept().0;
        let items = &data.revisions.last().unwrap().questionnaire.items;
        let (waves, imports) = (data.waves.len(), data.imports.len());
        let blank = |name: &str, last: &str| {
            let path = gui.folder.path().join(name);
            let mut book = rust_xlsxwriter::Workbook::new();
            let sheet = book.add_worksheet();
            sheet.write(0, 0, "征询单").unwrap();
            sheet.write(1, 0, "来函").unwrap();
            sheet.write(1, 1, "{customer}").unwrap();
            for ((row, text), item) in (2..).zip(WORDS).zip(items) {
                sheet.write(row, 0, text).unwrap();
                let code = format!("{{{}}}", item.code);
                sheet.write(row, 1, &code).unwrap();
            }
            sheet.write(5, 0, "其他").unwrap();
            sheet.write(5, 1, last).unwrap();
            book.save(&path).unwrap();
            path
        };
        let wrong = blank("错.xlsx", "{没有这一题}");
        let right = blank("空.xlsx", "");
        gui.drop_file(&wrong);
        assert!(gui.shows_part("没有这一题") && gui.shows_part("B6"));
        gui.key(Modifiers::NONE, Key::Escape);
        gui.drop_file(&right);
        gui.click(words.save);
        gui.settle();
        let data = gui.kept().0;
        let [marking] = data.markings.as_slice() else {
            panic!("{} forms are marked", data.markings.len());
        };
        assert_eq!(marking.file, "空.xlsx");
        assert_eq!(marking.marks.len(), 4, "{:?}", marking.marks);
        assert_eq!((data.waves.len(), data.imports.len()), (waves, imports));
    }
}

#[test]
fn a_form_is_marked_with_the_keyboard_alone() {
    for words in BOTH {
        let mut gui = Gui::on(words.language, sample::at);
        let name = gui.kept().0.customers[0].name.clone();
        let path = form(&gui, "甲.xlsx", &name, [0, 1, 2]);
        gui.drop_file(&path);
        gui.click(words.mark);
        // The customer is marked first; the sheet has the keyboard at its first cell.
        let grid = match words.language {
            Language::Zh => "表格，A1",
            Language::En => "Sheet of the form, A1",
        };
        gui.get_part(grid).focus();
        gui.settle();
        gui.key(Modifiers::NONE, Key::ArrowDown);
        gui.key(Modifiers::NONE, Key::ArrowRight);
        gui.key(Modifiers::NONE, Key::Enter);
        gui.key(Modifiers::NONE, Key::ArrowDown);
        gui.key(Modifiers::NONE, Key::ArrowDown);
        gui.key(Modifiers::NONE, Key::Enter);
        gui.click(words.save);
        gui.settle();
        let marks = gui.kept().0.markings[0].marks.clone();
        let customer = marks.iter().find(|it| it.meant == Meant::Customer);
        assert_eq!(customer.unwrap().at, (1, 1));
        assert_eq!(marks.len(), 1 + labels(&gui).len());
    }
}

#[test]
fn what_stands_beside_the_answers_is_named_once_the_forms_are_in() {
    for (words, look, heading) in [
        (&BOTH[0], "查看答卷", "题目之外（没有读入）"),
        (&BOTH[1], "Show returns", "Beside the questions (not read)"),
    ] {
        let mut gui = Gui::on(words.language, sample::at);
        let data = gui.kept().0;
        let name = |at: usize| data.customers[data.customers.len() - 1 - at].name.clone();
        let first = form(&gui, "甲.xlsx", &name(0), [0, 1, 2]);
        gui.drop_file(&first);
        gui.click(words.mark);
        gui.click(words.customer);
        gui.click(&format!("B2 {}", name(0)));
        for (row, item) in (4..).zip(&data.revisions.last().unwrap().questionnaire.items[..3]) {
            gui.click_starting(&format!("{} ", item.code));
            gui.click_starting(&format!("B{row}"));
        }
        gui.click(words.save);
        gui.settle();
        // Nothing is said of a form that has nothing.
        assert!(!gui.shows(look));
        let one = written_on(&gui, ("乙.xlsx", &name(1)), [0, 1, 2], "常迟到");
        let other = written_on(&gui, ("丙.xlsx", &name(2)), [2, 0, 1], "换人后好了");
        gui.drop_files(&[one, other]);
        for said in ["乙.xlsx J4 货色", "常迟到", "丙.xlsx J4 货色", "换人后好了"] {
            assert!(gui.shows_part(said), "{said}");
        }
        // Both are one press away.
        gui.click(look);
        for at in [1, 2] {
            assert!(gui.shows_part(&name(at)), "{at}");
        }
        let alone = written_on(&gui, ("丁.xlsx", &name(3)), [0, 1, 2], "请回电");
        gui.drop_file(&alone);
        gui.click(look);
        assert!(gui.shows(heading));
        assert!(gui.shows_part("请回电"));
    }
}
