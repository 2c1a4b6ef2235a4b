//! What customers write on a form beside its answers is kept, and another name asked about.

use std::fs;

use super::fill::Sheet;
use super::flow::Desk;
use crate::jobs::forms::TakenForm;
use crate::model::{Answer, Expected, FormSpot, IssueKind, Item, ItemKind};

/// The first form filled in, with more done to it, and what came of it.
fn taken(more: impl FnOnce(&mut Sheet, &Desk)) -> (Desk, TakenForm, String) {
    let mut desk = Desk::new();
    let made = desk.try_make("forms").unwrap();
    fs::create_dir(desk.at("back")).unwrap();
    let path = desk.at("back").join("a.xlsx");
    desk.fill(&made.files[0], &path, |_| Some(0));
    let mut sheet = Sheet::of(fs::read(&path).unwrap());
    more(&mut sheet, &desk);
    fs::write(&path, sheet.bytes()).unwrap();
    let arrived = desk.drop("back");
    assert_eq!(arrived.taken.len(), 1, "{:?}", arrived.refused);
    let mut texts = desk.items().iter().filter(|it| it.kind == ItemKind::Text);
    let comment = texts.next_back().unwrap().clone();
    let said = match last(&desk, &comment) {
        Answer::Text(text) => text,
        Answer::Blank => String::new(),
        other => panic!("{other:?}"),
    };
    let [taken] = arrived.taken.try_into().unwrap();
    (desk, taken, said)
}

/// What the last return says to an item.
fn last(desk: &Desk, item: &Item) -> Answer {
    let wave = desk.store.load_wave(desk.wave().id).unwrap();
    let mut items = desk.items().iter();
    let at = items.position(|it| it.lineage == item.lineage).unwrap();
    wave.columns[at].get(wave.returns.len() - 1)
}

fn rating(desk: &Desk, at: usize) -> &Item {
    let mut ratings = desk.items().iter().filter(|it| it.kind == ItemKind::Rating);
    ratings.nth(at).unwrap()
}

/// Whether every rating is answered as it was filled in.
fn answered(desk: &Desk) -> bool {
    let mut ratings = desk.items().iter().filter(|it| it.kind == ItemKind::Rating);
    ratings.all(|item| last(desk, item) == Answer::Option(0))
}

#[test]
fn a_form_filled_in_as_it_was_meant_has_nothing_beside() {
    let (desk, taken, said) = taken(|_, _| {});
    assert_eq!(said, "");
    assert!(answered(&desk));
    let asked = taken.issues.iter().map(|it| it.kind);
    assert!(
        asked
            .clone()
            .all(|it| it == IssueKind::SecondReturn || it == IssueKind::MissingAnswer)
    );
}

#[test]
fn what_is_written_beside_the_answers_is_kept_with_the_comment() {
    let far = 30;
    let (desk, _, said) = taken(|sheet, desk| {
        let (row, _) = sheet.tick_box(rating(desk, 1), 0);
        sheet.put(row, far, "偶有延迟");
        let (row, column) = sheet.tick_box(rating(desk, 2), 3);
        sheet.pin(row, column, "只指包装");
        sheet.put(900, 0, "请回电");
    });
    assert!(answered(&desk));
    let [one, two] = [1, 2].map(|at| rating(&desk, at).text.clone());
    let lines: Vec<&str> = said.lines().collect();
    assert_eq!(lines.len(), 3, "{said}");
    for (line, (item, text)) in lines
        .iter()
        .zip([(&one, "偶有延迟"), (&String::new(), "请回电")])
    {
        assert!(
            line.starts_with(item.as_str()) && line.ends_with(text),
            "{line}"
        );
    }
    assert!(
        lines[2].starts_with(&two) && lines[2].ends_with("只指包装"),
        "{said}"
    );
}

#[test]
fn what_is_written_beside_stands_below_the_comment_itself() {
    let (desk, _, said) = taken(|sheet, desk| {
        let mut texts = desk.items().iter().filter(|it| it.kind == ItemKind::Text);
        let comment = texts.next_back().unwrap();
        sheet.answer(comment, &Answer::Text("包装要加固".to_owned()));
        let (row, _) = sheet.tick_box(rating(desk, 0), 0);
        sheet.put(row, 30, "7.5");
    });
    assert!(
        said.starts_with("包装要加固\n") && said.ends_with("7.5"),
        "{said}"
    );
    assert!(answered(&desk));
}

#[test]
fn another_name_on_a_form_is_asked_about() {
    for (name, others) in [("苏州新客户", 0), ("", 1)] {
        let (desk, taken, _) = taken(|sheet, desk| {
            let (row, first, _) = sheet.cells(FormSpot::Customer).unwrap();
            let other = &desk.data.customers[4].name;
            let name = if name.is_empty() { other } else { name };
            sheet.put(row, first + 1, name);
        });
        let unknown = taken.issues.iter();
        let mut unknown = unknown.filter(|it| it.kind == IssueKind::UnknownCustomer);
        let issue = unknown.next().unwrap();
        let Expected::OneCustomerOf(codes) = &issue.expected else {
            panic!("{issue:?}")
        };
        assert_eq!(codes.len(), 1 + others);
        assert_eq!(codes[0], desk.data.customers[0].code);
        assert!(unknown.next().is_none());
        assert!(answered(&desk));
    }
    // Its own name or code, and none at all, is no other.
    for blank in [false, true] {
        let (_, taken, _) = taken(|sheet, desk| {
            let (row, first, _) = sheet.cells(FormSpot::Customer).unwrap();
            let code = desk.data.customers[0].code.clone();
            sheet.put(row, first + 1, if blank { "" } else { &code });
        });
        let mut unknown = taken.issues.iter();
        assert!(!unknown.any(|it| it.kind == IssueKind::UnknownCustomer));
    }
}
