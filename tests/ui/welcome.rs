//! Beginning: a new workspace, an existing one, one that cannot be opened.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use manyi::i18n::Language;
use manyi::store::Store;

use crate::harness::Gui;
use crate::workspace;

#[test]
fn a_blank_workspace_is_made_and_opened() {
    for (language, new, company, place, create, tab) in [
        (
            Language::Zh,
            "新建工作区",
            "公司名称",
            "保存到",
            "新建",
            "问卷",
        ),
        (
            Language::En,
            "New workspace",
            "Company name",
            "Keep it in",
            "Create",
            "Questionnaire",
        ),
    ] {
        let mut gui = Gui::welcome(language);
        gui.click(new);
        gui.type_into(company, "苏州科瑞机电");
        let path = gui.folder.path().join("科瑞.manyi");
        gui.type_into(place, &path.display().to_string());
        gui.click_role(Role::Button, create);
        assert!(path.exists());
        assert!(gui.shows(tab), "{language:?}");
        assert!(gui.shows_part("苏州科瑞机电"));
    }
}

#[test]
fn a_new_workspace_says_what_it_still_needs() {
    let mut gui = Gui::welcome(Language::Zh);
    gui.key(Modifiers::COMMAND, Key::N);
    assert!(gui.shows("还差公司名称"));
    gui.type_into("公司名称", "甲");
    assert!(!gui.shows("还差公司名称"));
    assert!(gui.value("保存到").ends_with("甲.manyi"));
    gui.key(Modifiers::NONE, Key::Escape);
    assert!(!gui.shows("公司名称"));
}

#[test]
fn a_held_workspace_can_be_looked_at() {
    let make = Box::new(|path: &std::path::Path| workspace::frozen(path));
    let mut gui = Gui::with(Language::Zh, None, &["held.manyi"]);
    let path = gui.folder.path().join("held.manyi");
    make(&path);
    let holder = Store::open(&path).unwrap();
    gui.click("打开…");
    assert!(gui.shows("文件正被使用"));
    gui.click("只读打开");
    assert!(gui.shows("只读"));
    assert!(gui.shows("销售客户满意度"));
    drop(holder);
}

#[test]
fn a_file_that_is_none_is_refused_in_words() {
    let mut gui = Gui::with(Language::En, None, &["none.manyi"]);
    let path = gui.folder.path().join("none.manyi");
    std::fs::write(&path, "no workspace at all").unwrap();
    gui.click("Open…");
    assert!(gui.shows("Cannot open"));
    assert!(gui.shows_part("none.manyi"));
    gui.click("Close");
    assert!(gui.shows("New workspace"));
}

#[test]
fn what_was_typed_stays_when_the_place_is_taken() {
    let mut gui = Gui::welcome(Language::Zh);
    let path = gui.folder.path().join("taken.manyi");
    std::fs::write(&path, "something else").unwrap();
    gui.click("新建工作区");
    gui.type_into("公司名称", "甲");
    gui.type_into("保存到", &path.display().to_string());
    gui.click_role(Role::Button, "新建");
    assert!(gui.shows("没有建成"));
    gui.click("知道了");
    assert_eq!(gui.value("公司名称"), "甲");
    assert_eq!(std::fs::read(&path).unwrap(), b"something else");
}

#[test]
fn a_blank_questionnaire_says_how_to_begin() {
    let mut gui = Gui::welcome(Language::En);
    gui.click("New workspace");
    gui.type_into("Company name", "A");
    let path = gui.folder.path().join("a.manyi");
    gui.type_into("Keep it in", &path.display().to_string());
    gui.click_role(Role::Button, "Create");
    assert!(gui.shows("No items yet"));
    gui.click_first("Add dimension");
    assert!(gui.shows("New dimension"));
}

#[test]
fn a_dropped_workspace_opens_and_a_dropped_workbook_begins_one() {
    let mut gui = Gui::welcome(Language::Zh);
    let path = gui.folder.path().join("dropped.manyi");
    workspace::draft(&path);
    gui.hold(&path);
    gui.drop_file(&path);
    assert!(gui.shows("销售客户满意度"));

    let mut gui = Gui::welcome(Language::Zh);
    let path = gui.folder.path().join("definition.xlsx");
    gui.drop_file(&path);
    assert!(
        gui.value("问卷定义表，或调查的导出文件")
            .ends_with("definition.xlsx")
    );
}

#[test]
fn an_export_begins_a_workspace_once_the_best_end_is_said() {
    let mut gui = Gui::welcome(Language::Zh);
    let export = gui.folder.path().join("export.csv");
    let rows = "序号,质量,交货,建议\n1,5,4,好\n2,4,4,包装要改进\n3,3,2,无\n";
    std::fs::write(&export, rows).unwrap();
    gui.drop_file(&export);
    gui.type_into("公司名称", "甲公司");
    let path = gui.folder.path().join("a.manyi");
    gui.type_into("保存到", &path.display().to_string());
    gui.click_role(Role::Button, "新建");
    assert!(gui.shows("哪个选项最好？从答案看不出来：质量、交货"));
    assert!(!path.exists());
    gui.click("数字越大越好");
    gui.click_role(Role::Button, "新建");
    assert!(gui.shows("已按导出文件建立，请核对"));
    assert!(path.exists());
}

#[test]
fn a_survey_without_items_is_filled_from_an_export() {
    let make = |path: &std::path::Path| {
        let heading = manyi::model::Workspace::default();
        manyi::jobs::new_workspace::create(path, &heading, "调查", None).unwrap();
        let rows = "序号,质量,交货,建议\n1,5,4,好\n2,4,4,包装要改进\n3,3,2,无\n";
        std::fs::write(path.with_file_name("export.csv"), rows).unwrap();
    };
    let mut gui = Gui::with(Language::Zh, Some(Box::new(make)), &["export.csv"]);
    gui.click("问卷");
    gui.click_first("导入定义表或导出文件…");
    assert!(gui.shows("哪个选项最好？从答案看不出来：质量、交货"));
    gui.click("1（第一个）最好");
    gui.click("继续");
    assert!(gui.shows("已按导出文件建立，请核对"));
    gui.click("知道了");
    assert!(gui.shows_part("质量") && gui.shows_part("总体满意度"));
}
