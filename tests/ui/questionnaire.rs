//! The questionnaire: building and editing it, signing it, making the next revision.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use manyi::i18n::Language;
use manyi::model::{Data, Origin, Revision};
use manyi::store::Store;

use crate::harness::Gui;
use crate::workspace;

/// What stands in the file.
fn data(gui: &Gui) -> Data {
    let path = gui.folder.path().join("test.manyi");
    Store::open_read_only(&path).unwrap().load().unwrap()
}

fn newest(gui: &Gui) -> Revision {
    data(gui).revisions.last().unwrap().clone()
}

fn codes(gui: &Gui) -> Vec<String> {
    let items = newest(gui).questionnaire.items;
    items.into_iter().map(|item| item.code).collect()
}

fn open(language: Language) -> Gui {
    Gui::on(language, workspace::draft)
}

#[test]
fn typed_text_is_kept_and_taken_back() {
    for (language, text, undo) in [
        (Language::Zh, "题目", "撤销"),
        (Language::En, "Text", "Undo"),
    ] {
        let mut gui = open(language);
        gui.click("PR1 价格水平");
        gui.type_into(text, "与同类供应商相比的价格");
        assert_eq!(
            newest(&gui).questionnaire.items[2].text,
            "与同类供应商相比的价格"
        );
        assert!(gui.shows("PR1 与同类供应商相比的价格"));
        gui.click(undo);
        assert_eq!(newest(&gui).questionnaire.items[2].text, "价格水平");
    }
}

#[test]
fn typed_text_survives_choosing_something_else() {
    let mut gui = open(Language::Zh);
    gui.click("PR1 价格水平");
    gui.type_without_leaving("题目", "价格");
    gui.click("QU1 产品质量的稳定性");
    assert_eq!(newest(&gui).questionnaire.items[2].text, "价格");
    gui.type_without_leaving("题目", "稳定性");
    gui.click_role(Role::Tab, "趋势");
    assert_eq!(newest(&gui).questionnaire.items[0].text, "稳定性");
}

#[test]
fn escape_puts_back_what_stood_there() {
    let mut gui = open(Language::Zh);
    gui.click("PR1 价格水平");
    gui.type_without_leaving("题目", "价格");
    gui.key(Modifiers::NONE, Key::Escape);
    assert_eq!(gui.value("题目"), "价格水平");
    assert_eq!(newest(&gui).questionnaire.items[2].text, "价格水平");
}

#[test]
fn a_wrong_weight_is_told_and_not_kept() {
    let mut gui = open(Language::Zh);
    gui.click("PR1 价格水平");
    gui.type_into("权重", "-3");
    assert!(gui.shows("权重要大于 0，最大 1,000,000"));
    assert_eq!(newest(&gui).questionnaire.items[2].weight, 1.0);
    gui.type_into("权重", "3");
    assert!(!gui.shows("权重要大于 0，最大 1,000,000"));
    assert_eq!(newest(&gui).questionnaire.items[2].weight, 3.0);
}

#[test]
fn a_questionnaire_is_built_from_nothing() {
    for (language, dimension, item, text, question) in [
        (Language::Zh, "加维度", "加题目", "题目", "交货准时"),
        (
            Language::En,
            "Add dimension",
            "Add item",
            "Text",
            "Delivered on time",
        ),
    ] {
        let mut gui = open(language);
        gui.click(dimension);
        gui.click(item);
        gui.type_into(text, question);
        let all = newest(&gui).questionnaire;
        let added = all.items.last().unwrap();
        assert_eq!(added.text, question);
        assert_eq!(added.dimension.as_deref(), Some("D1"));
        assert_eq!(added.scale.as_ref().unwrap().options.len(), 5);
    }
}

#[test]
fn items_move_and_go_by_key() {
    let mut gui = open(Language::Zh);
    gui.click("QU1 产品质量的稳定性");
    gui.key(Modifiers::ALT, Key::ArrowDown);
    assert_eq!(codes(&gui), ["QU2", "QU1", "PR1", "PR2"]);
    gui.key(Modifiers::ALT, Key::ArrowDown);
    let moved = &newest(&gui).questionnaire.items[1];
    assert_eq!(
        (moved.code.as_str(), moved.dimension.as_deref()),
        ("QU1", Some("PR"))
    );
    gui.key(Modifiers::NONE, Key::Delete);
    assert_eq!(codes(&gui), ["QU2", "PR1", "PR2"]);
    assert!(gui.shows("已删除：QU1"));
    gui.click_first("撤销");
    assert_eq!(codes(&gui), ["QU2", "QU1", "PR1", "PR2"]);
}

#[test]
fn scales_and_options_are_edited() {
    let mut gui = open(Language::Zh);
    gui.click("PR1 价格水平");
    gui.choose("量表", "四级 5-4-3-1");
    gui.type_into("选项 4", "很差");
    gui.click("加一个选项");
    gui.type_into("选项 5", "不清楚");
    gui.type_into("分值 5", "");
    gui.type_into("别名 5", "不适用; N/A");
    gui.click_starting("算作满意 3 ");
    let scale = newest(&gui).questionnaire.items[2].scale.clone().unwrap();
    let scores: Vec<_> = scale.options.iter().map(|option| option.score).collect();
    assert_eq!(scores, [Some(5.0), Some(4.0), Some(3.0), Some(1.0), None]);
    assert_eq!(scale.options[3].label, "很差");
    assert!(scale.options[2].satisfied);
    assert_eq!(scale.options[4].aliases, ["不适用", "N/A"]);
    gui.click("删除选项 1");
    let scale = newest(&gui).questionnaire.items[2].scale.clone().unwrap();
    assert_eq!(scale.options.len(), 4);
}

#[test]
fn rules_are_edited() {
    let mut gui = open(Language::En);
    gui.click("Scoring rules");
    gui.type_into("Target (0–100)", "82.5");
    gui.choose("Percent", "Worst answer is 0");
    gui.choose("Score must be", "above");
    assert!(gui.shows_part("exactly 90"));
    let rules = newest(&gui).questionnaire.rules;
    assert_eq!(rules.target, 82.5);
    assert_eq!(rules.normalisation, manyi::model::Normalisation::MinMax);
    gui.click("Make it \"at least\"");
    let rules = newest(&gui).questionnaire.rules;
    assert_eq!(rules.bands_rule, manyi::model::Bound::AtLeast);
}

#[test]
fn signing_locks_and_the_next_revision_says_what_changed() {
    let mut gui = open(Language::Zh);
    for _ in 0..3 {
        gui.click("签署…");
        gui.type_into("姓名", "李敏");
        gui.click_role(Role::Button, "签署");
    }
    assert!(newest(&gui).approved());
    assert!(gui.shows("已批准"));
    gui.click("PR1 价格水平");
    gui.click_role(Role::Button, "新建版次");
    let next = newest(&gui);
    assert_eq!(next.label, "A/2");
    assert!(
        next.questionnaire
            .items
            .iter()
            .all(|item| item.origin == Origin::Same)
    );
    gui.type_into("题目", "与同类供应商相比的价格");
    assert_eq!(newest(&gui).questionnaire.items[2].origin, Origin::Reworded);
    gui.click("更改…");
    gui.click("与 A/1 的 PR1 相同，继续比较");
    assert_eq!(newest(&gui).questionnaire.items[2].origin, Origin::Same);
    gui.click("删除题目");
    assert_eq!(codes(&gui), ["QU1", "QU2", "PR2"]);
    gui.click("恢复 PR1");
    let back = newest(&gui).questionnaire;
    assert_eq!(back.item("PR1").unwrap().origin, Origin::Same);
}

#[test]
fn a_questionnaire_in_use_cannot_change() {
    let mut gui = Gui::on(Language::En, workspace::frozen);
    gui.click_role(Role::Tab, "Questionnaire");
    assert!(gui.shows("In use, not approved"));
    assert!(!gui.shows("Remove item"));
    gui.click("next revision A/2");
    assert!(gui.shows("Remove item"));
    assert_eq!(newest(&gui).label, "A/2");
}

#[test]
fn checks_lead_to_what_looks_wrong() {
    let mut gui = open(Language::Zh);
    assert!(gui.shows("检查通过：4 题计分"));
    gui.click("QU2 外观、包装与标识");
    gui.click("算作满意 1 很满意");
    gui.click("算作满意 2 满意");
    gui.click("QU1 产品质量的稳定性");
    gui.click("查看");
    assert!(gui.shows_part("QU2 没有一个选项算作满意"));
    gui.click("去改");
    assert_eq!(gui.value("编号"), "QU2");
}

#[test]
fn rows_are_dragged_into_another_dimension() {
    let mut gui = open(Language::Zh);
    gui.drag("QU1 产品质量的稳定性", "PR2 报价清楚、及时");
    assert_eq!(codes(&gui), ["QU2", "PR1", "QU1", "PR2"]);
    let items = newest(&gui).questionnaire.items;
    assert_eq!(items[2].dimension.as_deref(), Some("PR"));
}

#[test]
fn options_are_dragged_and_moved_by_key() {
    let mut gui = open(Language::Zh);
    gui.click("PR1 价格水平");
    gui.drag("移动选项 1", "移动选项 3");
    let label = |gui: &Gui, at: usize| {
        let item = newest(gui).questionnaire.items[2].clone();
        item.scale.unwrap().options[at].label.clone()
    };
    assert_eq!(label(&gui, 2), "很满意");
    gui.get("移动选项 3").focus();
    gui.settle();
    gui.key(Modifiers::ALT, Key::ArrowUp);
    assert_eq!(label(&gui, 1), "很满意");
}

#[test]
fn an_item_is_chosen_on_the_form() {
    let mut gui = open(Language::Zh);
    assert!(gui.page_says("产品质量的稳定性"));
    let page = gui.window.get_by_role(Role::Document).rect();
    let mut chosen = vec![gui.value("编号")];
    for step in 10..50 {
        let down = page.height() * step as f32 / 100.0;
        gui.press_at(page.center_top() + egui::vec2(0.0, down));
        let now = gui.value("编号");
        if chosen.last() != Some(&now) {
            chosen.push(now);
        }
    }
    assert_eq!(chosen, ["QU1", "QU2", "PR1", "PR2"]);
}

#[test]
fn the_form_follows_what_is_typed_and_not_the_window() {
    let mut gui = open(Language::Zh);
    gui.click("PR1 价格水平");
    gui.type_into("题目", "与同类供应商相比的价格");
    assert!(gui.page_says("与同类供应商相比的价格"));
    assert!(gui.page_says("客户名称"));
    gui.click("EN");
    assert!(
        gui.page_says("客户名称"),
        "a form has a language of its own"
    );
    gui.click("Undo");
    assert!(gui.page_says("价格水平"));
}

#[test]
fn the_form_is_printed_and_saved() {
    for (language, menu, pdf, print) in [
        (Language::Zh, "打印或保存问卷", "另存为 PDF…", "打印…"),
        (
            Language::En,
            "Print or save the form",
            "Save as PDF…",
            "Print…",
        ),
    ] {
        let make = Some(Box::new(workspace::draft) as _);
        let mut gui = Gui::with(language, make, &["form.pdf"]);
        gui.click(menu);
        assert!(gui.shows(print));
        gui.click(pdf);
        let file = std::fs::read(gui.folder.path().join("form.pdf")).unwrap();
        assert!(file.starts_with(b"%PDF"));
    }
}

#[test]
fn what_is_new_is_named_by_typing() {
    let mut gui = open(Language::Zh);
    gui.click("加维度");
    assert!(gui.focused("名称"));
    gui.window.event(egui::Event::Text("交付".to_owned()));
    gui.key(Modifiers::NONE, Key::Tab);
    assert_eq!(
        newest(&gui).questionnaire.dimensions.last().unwrap().name,
        "交付"
    );
}

#[test]
fn a_row_of_the_tree_leads_to_its_text_by_key() {
    let mut gui = open(Language::Zh);
    for (key, text) in [(Key::F2, "价格"), (Key::Enter, "报价")] {
        gui.click("PR1 价格水平");
        gui.key(Modifiers::NONE, key);
        assert!(gui.focused("题目"), "{key:?}");
        gui.window.event(egui::Event::Text(text.to_owned()));
        gui.key(Modifiers::NONE, Key::Tab);
        assert_eq!(newest(&gui).questionnaire.items[2].text, text);
        gui.click("撤销");
    }
}

#[test]
fn what_is_added_to_a_form_is_in_its_language() {
    let mut gui = open(Language::Zh);
    gui.click("EN");
    gui.click("Add item");
    gui.choose("Scale", "Yes / no");
    let mut items = newest(&gui).questionnaire.items.into_iter();
    let item = items.find(|item| item.text == "新题目").unwrap();
    let labels = item.scale.unwrap().options.into_iter().map(|it| it.label);
    assert_eq!(labels.collect::<Vec<_>>(), ["是", "否"]);
}
