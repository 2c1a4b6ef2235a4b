//! Corrective actions: raised, filled in, brought from stage to stage, taken back.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use manyi::i18n::Language;
use manyi::model::{CorrectiveAction, Stage};
use manyi::store::Store;

use crate::harness::Gui;
use crate::workspace;

/// What the controls are called.
struct Words {
    tab: &'static str,
    raise: &'static str,
    verb: &'static str,
    title: &'static str,
    department: &'static str,
    due: &'static str,
    cause: &'static str,
    advance: &'static str,
    record: &'static str,
    who: &'static str,
    overdue: &'static str,
    list: &'static str,
}

const CHINESE: Words = Words {
    tab: "改进",
    raise: "提出措施",
    verb: "提出",
    title: "措施",
    department: "责任部门",
    due: "截止日期",
    cause: "原因",
    advance: "推进到：分析中",
    record: "推进",
    who: "姓名",
    overdue: "项逾期",
    list: "表格",
};

const ENGLISH: Words = Words {
    tab: "Actions",
    raise: "Raise action",
    verb: "Raise",
    title: "Action",
    department: "Department",
    due: "Due date",
    cause: "Cause",
    advance: "Advance to: Analysis",
    record: "Advance",
    who: "Name",
    overdue: "overdue",
    list: "Table",
};

fn kept(gui: &Gui) -> Vec<CorrectiveAction> {
    let path = gui.folder.path().join("test.manyi");
    Store::open_read_only(&path)
        .unwrap()
        .load()
        .unwrap()
        .actions
        .to_vec()
}

fn journey(language: Language, words: &Words) {
    let mut gui = Gui::on(language, workspace::frozen);
    gui.click_role(Role::Tab, words.tab);
    gui.click_first(words.raise);
    gui.type_into(words.title, "价格水平");
    gui.type_into(words.department, "销售部");
    gui.type_into(words.due, "2026-06-30");
    gui.click(words.verb);
    let raised = kept(&gui);
    assert_eq!(raised.len(), 1);
    assert_eq!(raised[0].number, "CA-2026-01");
    assert_eq!(raised[0].department, "销售部");
    assert!(gui.shows(words.overdue), "six days past its due date");

    gui.type_into(words.cause, "没有成本构成说明");
    assert_eq!(kept(&gui)[0].cause, "没有成本构成说明");

    gui.click(words.advance);
    gui.type_into(words.who, "王强");
    gui.click(words.record);
    let steps = &kept(&gui)[0].steps;
    assert_eq!(steps.len(), 2);
    assert_eq!(
        (steps[1].stage, steps[1].who.as_str()),
        (Stage::Analysis, "王强")
    );

    gui.key(Modifiers::COMMAND, Key::Z);
    assert_eq!(kept(&gui)[0].stage(), Stage::Open);
    gui.key(Modifiers::COMMAND, Key::Y);
    assert_eq!(kept(&gui)[0].stage(), Stage::Analysis);

    gui.click(words.list);
    assert!(gui.shows_part("CA-2026-01"));
}

#[test]
fn an_action_is_raised_and_brought_on_in_chinese() {
    journey(Language::Zh, &CHINESE);
}

#[test]
fn an_action_is_raised_and_brought_on_in_english() {
    journey(Language::En, &ENGLISH);
}

#[test]
fn a_date_nobody_can_read_is_said_and_not_kept() {
    let mut gui = Gui::on(Language::En, workspace::frozen);
    gui.click_role(Role::Tab, "Actions");
    gui.click_first("Raise action");
    gui.type_into("Action", "Price");
    gui.click("Raise");
    gui.type_into("Due date", "soon");
    assert!(gui.shows_part("2026-07-06"), "how to write it");
    assert_eq!(kept(&gui)[0].due, None);
}

#[test]
fn a_step_nobody_is_named_for_shows_a_dash() {
    let mut gui = Gui::on(Language::En, workspace::frozen);
    gui.click_role(Role::Tab, "Actions");
    gui.click_first("Raise action");
    assert!(gui.focused("Action"), "one can type at once");
    gui.type_into("Action", "Price");
    gui.click("Raise");
    assert_eq!(kept(&gui)[0].steps[0].who, "");
    assert!(gui.shows("2026-07-06  Raised  –"));
}
