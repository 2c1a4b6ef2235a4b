//! The same form in another file, and what is another return of the same customer.

use std::fs;
use std::path::Path;

use super::fill::Sheet;
use super::flow::{Desk, unfit};
use crate::i18n::Language;
use crate::jobs::explain;
use crate::model::{FormSpot, ItemKind};

/// Saves a form as another file of the same content.
fn saved_again(from: &Path, to: &Path, change: impl FnOnce(&mut Sheet)) {
    let mut sheet = Sheet::of(fs::read(from).unwrap());
    sheet.part("xl/workbook.xml").push('\n');
    change(&mut sheet);
    fs::write(to, sheet.bytes()).unwrap();
}

#[test]
fn a_form_saved_again_is_the_same_return() {
    let mut desk = Desk::new();
    let made = desk.try_make("forms").unwrap();
    let before = desk.returns();
    for folder in ["one", "two", "three", "four"] {
        fs::create_dir(desk.at(folder)).unwrap();
    }
    let first = desk.at("one/a.xlsx");
    desk.fill(&made.files[0], &first, |_| Some(0));
    // Beside the first, saved again; and of another customer with the same answers.
    saved_again(&first, &desk.at("one/b.xlsx"), |_| {});
    desk.fill(&made.files[1], &desk.at("one/c.xlsx"), |_| Some(0));
    let arrived = desk.drop("one");
    assert_eq!(arrived.taken.len(), 2);
    let name = desk.data.customers[0].name.clone();
    let told = unfit(&arrived);
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(
        told[0].contains("a.xlsx") && told[0].contains("at: None"),
        "{told:?}"
    );
    // Later, saved once more.
    saved_again(&first, &desk.at("two/d.xlsx"), |sheet| {
        sheet.part("xl/workbook.xml").push('\n');
    });
    let arrived = desk.drop("two");
    assert!(arrived.taken.is_empty() && arrived.step.is_none());
    for language in Language::ALL {
        let words = explain(&arrived.refused[0].1, language);
        let named = [&name, "a.xlsx", "d.xlsx"]
            .iter()
            .all(|it| words.contains(*it));
        assert!(named, "{words}");
    }
    assert_eq!(desk.returns(), before + 2);
    // Somebody else there who answers the same, and other answers.
    saved_again(&first, &desk.at("three/e.xlsx"), |sheet| {
        let (row, first, _) = sheet.cells(FormSpot::Respondent).unwrap();
        sheet.write(row, first + 1, "李四", false);
    });
    desk.fill(&made.files[0], &desk.at("three/f.xlsx"), |item| {
        Some(u8::from(item.code == "CO1"))
    });
    let changed = desk
        .items()
        .iter()
        .any(|it| it.code == "CO1" && it.kind == ItemKind::Rating);
    assert!(changed);
    let arrived = desk.drop("three");
    assert_eq!(arrived.taken.len(), 2, "{:?}", unfit(&arrived));
    // What was taken back is not there.
    let step = arrived.step.unwrap();
    desk.apply(&step.inverse());
    fs::copy(desk.at("three/f.xlsx"), desk.at("four/g.xlsx")).unwrap();
    assert_eq!(desk.drop("four").taken.len(), 1);
    assert_eq!(desk.returns(), before + 3);
}

#[test]
fn another_sheet_with_other_answers_is_told() {
    let mut desk = Desk::new();
    let made = desk.try_make("forms").unwrap();
    for folder in ["same", "other"] {
        fs::create_dir(desk.at(folder)).unwrap();
    }
    let filled = desk.at("a.xlsx");
    desk.fill(&made.files[0], &filled, |_| Some(0));
    saved_again(&filled, &desk.at("same/a.xlsx"), Sheet::copied);
    let arrived = desk.drop("same");
    assert_eq!((arrived.taken.len(), unfit(&arrived).len()), (1, 0));
    // Copied before it was filled in, and then the copy.
    desk.fill(&made.files[1], &filled, |_| Some(0));
    saved_again(&filled, &desk.at("other/b.xlsx"), |sheet| {
        sheet.copied();
        let (row, first, _) = sheet.cells(FormSpot::Respondent).unwrap();
        sheet.write(row, first + 1, "李四", false);
    });
    let arrived = desk.drop("other");
    let told = unfit(&arrived);
    assert!(arrived.taken.is_empty());
    assert!(
        told[0].contains("OtherSheet") && told[0].contains("copy"),
        "{told:?}"
    );
}
