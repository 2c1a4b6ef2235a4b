//! What hands without a mouse and ears meet: where the keyboard is, what things are called.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use manyi::i18n::Language;
use manyi::model::Data;
use manyi::store::Store;

use crate::harness::Gui;
use crate::{sample, workspace};

fn data(gui: &Gui) -> Data {
    let path = gui.folder.path().join("test.manyi");
    Store::open_read_only(&path).unwrap().load().unwrap()
}

/// What has the keyboard is called.
fn focused(gui: &Gui) -> String {
    let mut all = gui.window.query_all_by_label_contains("");
    let focused = all.find(|node| node.is_focused());
    let label = focused.and_then(|node| node.accesskit_node().label());
    label.unwrap_or_default()
}

fn splitters(gui: &Gui) -> Vec<String> {
    let all = gui.window.query_all_by_role(Role::Splitter);
    all.map(|it| it.accesskit_node().label().unwrap_or_default())
        .collect()
}

#[test]
fn undo_reaches_from_a_row_and_from_a_field_nothing_was_typed_in() {
    for (language, company) in [(Language::Zh, "公司名称"), (Language::En, "Company name")] {
        let mut gui = Gui::on(language, sample::at);
        let before = data(&gui).workspace.company;
        for at_row in [true, false] {
            gui.key(Modifiers::COMMAND, Key::Num6);
            gui.type_into(company, "甲");
            assert_eq!(data(&gui).workspace.company, "甲");
            if at_row {
                gui.key(Modifiers::COMMAND, Key::Num2);
                gui.click_part("C002 ");
                assert!(focused(&gui).contains("C002"), "{:?}", focused(&gui));
            } else {
                gui.type_without_leaving(company, "甲");
                gui.key(Modifiers::NONE, Key::Tab);
                gui.key(Modifiers::SHIFT, Key::Tab);
                assert!(gui.focused(company));
            }
            gui.key(Modifiers::COMMAND, Key::Z);
            assert_eq!(
                data(&gui).workspace.company,
                before,
                "{language:?} {at_row}"
            );
        }
    }
}

#[test]
fn undo_in_a_field_takes_back_what_is_typed_there() {
    let mut gui = Gui::on(Language::Zh, sample::at);
    gui.key(Modifiers::COMMAND, Key::Num6);
    gui.type_into("文件编号", "QR-1");
    gui.type_without_leaving("公司名称", "甲");
    gui.key(Modifiers::COMMAND, Key::Z);
    assert_ne!(gui.value("公司名称"), "甲");
    assert_eq!(gui.value("文件编号"), "QR-1");
}

#[test]
fn a_page_comes_before_the_panel_beside_it() {
    for (language, index, beside) in [
        (Language::Zh, "满意度指数 84.5", "查看 "),
        (Language::En, "Satisfaction index 84.5", "View "),
    ] {
        let mut gui = Gui::on(language, sample::at);
        let mut passed = Vec::new();
        while passed.len() < 80 && !passed.iter().any(|name: &String| name.starts_with(beside)) {
            gui.window.key_press(Key::Tab);
            gui.settle();
            passed.push(focused(&gui));
        }
        let at = |text: &str| passed.iter().position(|name| name.starts_with(text));
        assert!(at(index) < at(beside) && at(index).is_some(), "{passed:?}");
    }
}

#[test]
fn the_top_line_is_passed_from_left_to_right() {
    let mut gui = Gui::on(Language::Zh, sample::at);
    let mut passed = Vec::new();
    while passed.last().is_none_or(|name| name != "问卷") && passed.len() < 30 {
        gui.window.key_press(Key::Tab);
        gui.settle();
        passed.push(focused(&gui));
    }
    let at = |name: &str| passed.iter().position(|passed| passed == name);
    assert!(at("搜索") < at("中") && at("中") < at("EN"), "{passed:?}");
    assert!(
        at("EN") < at("深色") && at("深色") < at("问卷"),
        "{passed:?}"
    );
}

#[test]
fn splitters_are_called_by_what_they_do() {
    for (language, name) in [
        (Language::Zh, "调整面板宽度"),
        (Language::En, "Width of the panel"),
    ] {
        let mut gui = Gui::on(language, sample::at);
        for tab in [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num6] {
            gui.key(Modifiers::COMMAND, tab);
            let all = splitters(&gui);
            assert!(
                !all.is_empty() && all.iter().all(|it| it == name),
                "{all:?}"
            );
        }
    }
}

#[test]
fn a_dialog_begins_with_a_field_and_escape_gives_the_keyboard_back() {
    for (language, sign, name) in [
        (Language::Zh, "签署…", "姓名"),
        (Language::En, "Sign…", "Name"),
    ] {
        let mut gui = Gui::on(language, workspace::draft);
        gui.get(sign).focus();
        gui.settle();
        gui.key(Modifiers::NONE, Key::Enter);
        assert!(gui.focused(name), "{language:?}");
        gui.key(Modifiers::NONE, Key::Escape);
        assert_eq!(focused(&gui), sign);
    }
}

#[test]
fn the_name_of_something_new_is_typed_over() {
    for (language, add, name) in [
        (Language::Zh, "加维度", "名称"),
        (Language::En, "Add dimension", "Name"),
    ] {
        let mut gui = Gui::on(language, workspace::draft);
        gui.click(add);
        assert!(gui.focused(name), "{language:?}");
        gui.window.event(egui::Event::Text("服务".to_owned()));
        gui.key(Modifiers::NONE, Key::Tab);
        let dimensions = &data(&gui).revisions[0].questionnaire.dimensions;
        assert_eq!(dimensions.last().unwrap().name, "服务");
    }
}

#[test]
fn a_shorter_scale_is_not_said_to_remove_anything() {
    let mut gui = Gui::on(Language::Zh, workspace::draft);
    gui.click("PR1 价格水平");
    gui.choose("量表", "四级 5-4-3-1");
    assert!(!gui.shows_part("已删除"));
    gui.click("删除题目");
    assert!(gui.shows_part("已删除"));
}

#[test]
fn tabs_stay_where_they_are_when_another_is_chosen() {
    let mut gui = Gui::on(Language::En, sample::at);
    let places = |gui: &Gui| -> Vec<f32> {
        let tabs = gui.window.query_all_by_role(Role::Tab);
        tabs.map(|tab| tab.rect().left()).collect()
    };
    let before = places(&gui);
    for tab in [Key::Num1, Key::Num4, Key::Num6] {
        gui.key(Modifiers::COMMAND, tab);
        assert_eq!(places(&gui), before);
    }
}

#[test]
fn a_wave_only_looked_at_is_left_on_the_way_back() {
    for (language, value, now) in [
        (Language::Zh, "价格 2025 下 78.3", "2026 上半年"),
        (Language::En, "价格 2025 H2 78.3", "2026 H1"),
    ] {
        let mut gui = Gui::on(language, sample::at);
        gui.key(Modifiers::COMMAND, Key::Num4);
        gui.click(value);
        assert!(!gui.shows(now), "{language:?}");
        gui.key(Modifiers::ALT, Key::ArrowLeft);
        assert!(gui.shows(now), "{language:?}");
    }
}

#[test]
fn a_press_on_a_trend_point_stays_and_offers_the_way() {
    for (language, trends, look) in [
        (Language::Zh, "趋势", "查看 "),
        (Language::En, "Trends", "See the scores of "),
    ] {
        let mut gui = Gui::on(language, sample::at);
        gui.key(Modifiers::COMMAND, Key::Num4);
        let place = gui.window.get_by_role(Role::Image).rect();
        let mut found = false;
        // Somewhere on the way down the middle lies a dot.
        'all: for across in 1..40 {
            for down in 1..60 {
                let at =
                    place.min + place.size() * egui::vec2(across as f32 / 40.0, down as f32 / 60.0);
                gui.window.hover_at(at);
                gui.window.step();
                if gui.window.output().platform_output.cursor_icon == egui::CursorIcon::PointingHand
                {
                    gui.window.drag_at(at);
                    gui.window.drop_at(at);
                    gui.settle();
                    found = true;
                    break 'all;
                }
            }
        }
        assert!(found && gui.chosen_tab(trends), "{language:?}");
        gui.click_starting(look);
        assert!(!gui.chosen_tab(trends), "{language:?}");
    }
}

#[test]
fn what_is_chosen_speaks_the_language_of_the_moment() {
    let mut gui = Gui::on(Language::Zh, sample::at);
    gui.click("满意度指数 84.5 95% 区间 79.1–88.7");
    assert!(gui.shows_part("满意度指数：24 份答卷"));
    gui.click("EN");
    assert!(!gui.shows_part("份答卷"), "the chip is not left behind");
    assert!(gui.shows_part("Satisfaction index: 24 returns"));
}

#[test]
fn a_backup_says_where_it_lies() {
    for (language, menu, backup) in [
        (Language::Zh, "苏州科瑞机电", "立即备份"),
        (Language::En, "苏州科瑞机电", "Back up now"),
    ] {
        let mut gui = Gui::on(language, workspace::draft);
        gui.click(menu);
        gui.click(backup);
        assert!(gui.shows_part("test.manyi-backups"), "{language:?}");
    }
}

#[test]
fn only_chips_that_are_chosen_announce_it() {
    let mut gui = Gui::on(Language::Zh, sample::at);
    gui.key(Modifiers::COMMAND, Key::Num2);
    let toggled = |name: &str| {
        let all = gui.window.query_all_by_label(name);
        all.filter_map(|node| node.accesskit_node().toggled())
            .next()
    };
    assert!(toggled("计入 24").is_some());
    assert_eq!(toggled("填入"), None);
}

#[test]
fn answers_of_nobody_on_the_list_stand_apart_and_in_no_rate() {
    for (language, import, returns, note) in [
        (Language::Zh, "导入 6 份", "回收", "不计入比率 6"),
        (Language::En, "Import 6", "Returns", "In no rate 6"),
    ] {
        let mut gui = Gui::on(language, workspace::frozen);
        gui.click_role(Role::Tab, returns);
        assert!(!gui.shows_part(note), "{language:?}");
        let file = gui.folder.path().join("returns.csv");
        let line = "宁海新客户,很满意,满意,一般,满意\n";
        std::fs::write(&file, format!("客户,QU1,QU2,PR1,PR2\n{}", line.repeat(6))).unwrap();
        gui.drop_file(&file);
        gui.click(import);
        assert!(gui.shows_part(note), "{language:?}");
        gui.key(Modifiers::COMMAND, Key::Num3);
        assert!(!gui.shows_part("6 / "), "{language:?}: no part of so few");
    }
}

#[test]
fn a_list_comes_before_what_is_done_with_it() {
    for (language, frame, all, issue) in [
        (Language::Zh, "名单与发放", "全部 30", "标记发放 2 家"),
        (
            Language::En,
            "Customer list and issue",
            "All 30",
            "Mark 2 as issued",
        ),
    ] {
        let mut gui = Gui::on(language, sample::at);
        gui.key(Modifiers::COMMAND, Key::Num2);
        gui.click(frame);
        let mut passed = Vec::new();
        while passed.len() < 120 && passed.last().is_none_or(|name| name != issue) {
            gui.window.key_press(Key::Tab);
            gui.settle();
            passed.push(focused(&gui));
        }
        let at = |text: &str| passed.iter().position(|name| name.starts_with(text));
        assert!(at(all) < at("C001 ") && at(all).is_some(), "{passed:?}");
        assert!(at("C001 ") < at(issue), "{passed:?}");
    }
}

#[test]
fn the_next_thing_to_settle_has_the_keyboard_where_it_is_mended() {
    for (language, correct, fine) in [
        (Language::Zh, "更正为", "很满意"),
        (Language::En, "Correct to", "很满意"),
    ] {
        let mut gui = Gui::on(language, sample::at);
        gui.key(Modifiers::COMMAND, Key::Num2);
        let open = |gui: &Gui| {
            data(gui)
                .issues
                .iter()
                .filter(|it| it.settled.is_none())
                .count()
        };
        let before = open(&gui);
        gui.key(Modifiers::NONE, Key::F8);
        assert_eq!(focused(&gui), correct, "{language:?}");
        gui.key(Modifiers::NONE, Key::F8);
        assert_eq!(focused(&gui), fine, "{language:?}");
        gui.key(Modifiers::NONE, Key::Enter);
        assert_eq!(open(&gui), before - 1);
        assert_eq!(focused(&gui), fine, "the next one is not passed over");
        gui.key(Modifiers::NONE, Key::Enter);
        assert_eq!(open(&gui), before - 2);
    }
}

#[test]
fn a_row_keeps_the_keyboard_though_something_of_it_waits() {
    let mut gui = Gui::on(Language::Zh, sample::at);
    gui.key(Modifiers::COMMAND, Key::Num2);
    gui.click_part("C006 ");
    assert!(focused(&gui).starts_with("C006 "), "{:?}", focused(&gui));
}

#[test]
fn the_head_of_a_page_is_passed_from_left_to_right() {
    for (language, print, menu) in [
        (Language::Zh, "打印", "图表菜单：趋势"),
        (Language::En, "Print", "Chart menu: Trends"),
    ] {
        let mut gui = Gui::on(language, sample::at);
        gui.key(Modifiers::COMMAND, Key::Num4);
        gui.get(print).focus();
        gui.settle();
        gui.key(Modifiers::NONE, Key::Tab);
        assert_eq!(focused(&gui), menu);
    }
}

#[test]
fn the_buttons_of_a_dialog_are_passed_from_left_to_right() {
    let mut gui = Gui::on(Language::Zh, sample::at);
    gui.key(Modifiers::COMMAND, Key::Num5);
    gui.click("提出措施");
    gui.type_without_leaving("措施", "甲");
    gui.settle();
    gui.get("取消").focus();
    gui.settle();
    gui.key(Modifiers::NONE, Key::Tab);
    assert_eq!(focused(&gui), "提出");
}

#[test]
fn every_chart_is_a_picture_with_a_name() {
    let mut gui = Gui::on(Language::Zh, sample::at);
    let pictures = |gui: &Gui| -> Vec<String> {
        let all = gui.window.query_all_by_role(Role::Image);
        all.map(|it| it.accesskit_node().label().unwrap_or_default())
            .collect()
    };
    assert_eq!(
        pictures(&gui),
        [
            "指数 84.5 在刻度上",
            "图：满意度指数 84.5",
            "图：价格：PR1 最低，24 份里有 6 份不满意",
        ]
    );
    gui.click_first("PR1 与同类供应商相比，我公司产品的价格");
    let named = pictures(&gui);
    assert_eq!(named.len(), 3, "{named:?}");
    assert!(
        named
            .iter()
            .all(|name| name.contains("分") || name.contains("份") || name.contains("最低"))
    );
}
