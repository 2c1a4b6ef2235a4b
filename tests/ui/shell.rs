//! What stands around the tabs.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use manyi::i18n::Language;
use manyi::model::StepKind;
use manyi::store::Store;

use crate::harness::Gui;
use crate::sample;
use crate::workspace;

#[test]
fn languages_switch_live() {
    let mut gui = Gui::on(Language::Zh, workspace::frozen);
    assert!(gui.shows("问卷") && gui.shows("2026 上半年"));
    gui.click("EN");
    assert!(gui.shows("Questionnaire") && gui.shows("2026 H1"));
    gui.click("中");
    assert!(gui.shows("问卷"));
}

#[test]
fn keys_reach_every_tab_and_lead_back() {
    let mut gui = Gui::on(Language::En, workspace::frozen);
    let keys = [
        Key::Num1,
        Key::Num2,
        Key::Num3,
        Key::Num4,
        Key::Num5,
        Key::Num6,
    ];
    let names = [
        "Questionnaire",
        "Returns",
        "Scores",
        "Trends",
        "Actions",
        "Review",
    ];
    let chosen = |gui: &Gui, name: &str| {
        use egui_kittest::kittest::{NodeT, Queryable};
        let tab = gui.window.get_by_role_and_label(Role::Tab, name);
        tab.accesskit_node().toggled() == Some(egui::accesskit::Toggled::True)
    };
    for (key, name) in keys.into_iter().zip(names) {
        gui.key(Modifiers::COMMAND, key);
        assert!(chosen(&gui, name), "{name}");
    }
    gui.key(Modifiers::ALT, Key::ArrowLeft);
    assert!(chosen(&gui, "Actions"));
}

#[test]
fn the_workspace_menu_leads_out() {
    let mut gui = Gui::on(Language::En, workspace::draft);
    gui.click("苏州科瑞机电");
    gui.click("Close workspace");
    assert!(gui.shows("No workspace open"));
    assert!(gui.shows_part("test.manyi"), "it is among the recent files");
}

#[test]
fn names_are_changed_and_taken_back() {
    let mut gui = Gui::on(Language::Zh, workspace::draft);
    gui.click("苏州科瑞机电");
    gui.click("公司与调查名称…");
    gui.type_into("公司名称", "苏州科瑞");
    gui.click_role(Role::Button, "保存");
    assert!(gui.shows("苏州科瑞"));
    let path = gui.folder.path().join("test.manyi");
    let log = Store::open_read_only(&path).unwrap().log(1).unwrap();
    assert_eq!(log[0].kind, StepKind::EditWorkspace);
    gui.key(Modifiers::COMMAND, Key::Z);
    assert!(gui.shows("苏州科瑞机电"));
    gui.key(Modifiers::COMMAND, Key::Y);
    assert!(gui.shows("苏州科瑞"));
}

#[test]
fn what_is_typed_is_kept_when_the_window_closes() {
    let mut gui = Gui::on(Language::Zh, workspace::draft);
    gui.type_without_leaving("题目", "稳定");
    gui.close();
    let path = gui.folder.path().join("test.manyi");
    let data = Store::open_read_only(&path).unwrap().load().unwrap();
    assert_eq!(data.revisions[0].questionnaire.items[0].text, "稳定");
}

#[test]
fn another_survey_stands_beside_the_first() {
    for (language, new, name, add, taken, empty) in [
        (
            Language::Zh,
            "新建调查项目…",
            "名称",
            "新建",
            "已有这个名称",
            "还没有题目",
        ),
        (
            Language::En,
            "New survey…",
            "Name",
            "Add",
            "There is one of that name",
            "No items yet",
        ),
    ] {
        let mut gui = Gui::on(language, workspace::frozen);
        gui.click_role(Role::Button, "销售客户满意度");
        gui.click(new);
        gui.type_without_leaving(name, "销售客户满意度");
        gui.settle();
        assert!(gui.shows(taken), "{language:?}");
        gui.type_into(name, "服务客户满意度");
        gui.click_role(Role::Button, add);
        assert!(
            gui.shows("服务客户满意度") && gui.shows(empty),
            "{language:?}"
        );
        gui.click_role(Role::Button, "服务客户满意度");
        gui.click_role(Role::MenuItem, "销售客户满意度");
        assert!(!gui.shows(empty), "the first is as it was");
        gui.click_role(Role::Button, "销售客户满意度");
        gui.click_role(Role::MenuItem, "服务客户满意度");
        gui.key(Modifiers::COMMAND, Key::Z);
        assert!(!gui.shows("服务客户满意度"), "taken back");
        assert!(gui.shows("销售客户满意度"));
    }
}

#[cfg(unix)]
#[test]
fn a_file_that_is_moved_away_is_saved_elsewhere_and_the_window_goes_on_there() {
    for (language, company, told, save) in [
        (Language::Zh, "公司名称", "已不在打开时的位置", "保存副本"),
        (
            Language::En,
            "Company name",
            "is not where it was",
            "Save a copy",
        ),
    ] {
        let mut gui = Gui::with(language, Some(Box::new(sample::at)), &["copy.manyi"]);
        let at = |gui: &Gui, name: &str| gui.folder.path().join(name);
        std::fs::rename(at(&gui, "test.manyi"), at(&gui, "away.manyi")).unwrap();
        gui.key(Modifiers::COMMAND, Key::Num6);
        gui.type_into(company, "甲");
        assert!(gui.shows_part(told), "{language:?}");
        gui.click(save);
        assert!(!gui.shows_part(told), "{language:?}");
        gui.key(Modifiers::COMMAND, Key::Num6);
        gui.type_into(company, "乙");
        let company = |name: &str| {
            let store = Store::open_read_only(&at(&gui, name)).unwrap();
            store.load().unwrap().workspace.company
        };
        assert_eq!(company("copy.manyi"), "乙");
        assert_ne!(company("away.manyi"), "乙");
    }
}
