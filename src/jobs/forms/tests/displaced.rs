//! Programs that put rows between, or rename the sheet, and leave the names where they were.

use super::fill::Sheet;
use super::random::answers;
use super::{form_of, identity, opened, same};
use crate::intake::form::Asked;
use crate::model::Answer;

/// The names as they were, whatever happened to the rows.
fn names_left(sheet: Sheet, change: impl FnOnce(Sheet) -> Sheet) -> Sheet {
    let mut sheet = sheet;
    let names = sheet.part("xl/workbook.xml").clone();
    let mut changed = change(sheet);
    *changed.part("xl/workbook.xml") = names;
    changed
}

#[test]
fn rows_put_between_under_names_that_stay_never_give_a_wrong_answer() {
    let mut seed = fastrand::Rng::with_seed(31);
    let (mut read, mut refused) = (0, 0);
    for round in 0..60 {
        let case = answers(&mut seed);
        let bytes = form_of(&case.asked, identity(&mut seed), case.language);
        let mut sheet = Sheet::of(bytes).filled(&case);
        for _ in 0..seed.u32(1..4) {
            let (row, rows) = (seed.u32(1..30), seed.u32(1..4));
            sheet = names_left(sheet, |sheet| sheet.moved(row, rows, 0, 0));
        }
        let form = opened("a.xlsx", &sheet.bytes().into());
        let Ok(filled) = form.read(&Asked::of(&case.asked)) else {
            refused += 1;
            continue;
        };
        read += 1;
        for ((item, answer), wanted) in case
            .asked
            .items
            .iter()
            .zip(&filled.answers)
            .zip(&case.answers)
        {
            let told = *answer == Answer::Unreadable;
            assert!(
                told || answer == wanted,
                "{round}: {} {answer:?} {wanted:?}",
                item.code
            );
        }
        let by = &filled.respondent;
        assert!(by.is_empty() || *by == case.respondent, "{round}: {by}");
        assert!(filled.date.is_none() || filled.date == case.date, "{round}");
    }
    assert!(read > refused, "{read} read, {refused} refused");
}

#[test]
fn a_renamed_sheet_is_read_whatever_its_names_say() {
    let mut seed = fastrand::Rng::with_seed(32);
    for _ in 0..10 {
        let case = answers(&mut seed);
        let page = identity(&mut seed);
        let bytes = form_of(&case.asked, page, case.language);
        let mut sheet = Sheet::of(bytes).filled(&case);
        let book = sheet.part("xl/workbook.xml");
        let at = book.find("<sheet name=\"").unwrap() + "<sheet name=\"".len();
        let end = at + book[at..].find('"').unwrap();
        book.replace_range(at..end, "反馈");
        same("renamed.xlsx", &case, page, sheet.bytes());
    }
}
