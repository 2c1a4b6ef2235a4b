//! Groups of customers side by side, on a page of the scores.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use manyi::i18n::Language;

use crate::harness::Gui;
use crate::{sample, workspace};

struct Words {
    language: Language,
    compare: &'static str,
    split: &'static str,
    what: &'static str,
    chance: &'static str,
    apart: &'static str,
    items: &'static str,
    none: &'static str,
    hidden: &'static str,
    returns: &'static str,
    of_group: &'static str,
    figure: &'static str,
}

const WORDS: [Words; 2] = [
    Words {
        language: Language::Zh,
        compare: "分组比较",
        split: "分组方式",
        what: "比较什么",
        chance: "满意度指数：差别可能是偶然（p = 0.458）",
        apart: "满意度指数：电子低于机电 13.1 分",
        items: "价格的题项",
        none: "未归属",
        hidden: "少于 5 家客户的组只写份数",
        returns: "回收",
        of_group: "电子 满意度指数",
        figure: "电子 满意度指数 77.7 n 9",
    },
    Words {
        language: Language::En,
        compare: "Compare groups",
        split: "Split by",
        what: "What is compared",
        chance: "Satisfaction index: The difference may be chance (p = 0.458)",
        apart: "Satisfaction index: 电子 is below 机电 by 13.1",
        items: "Items of 价格",
        none: "Not assigned",
        hidden: "fewer than five customers",
        returns: "Returns",
        of_group: "电子 Satisfaction index",
        figure: "电子 Satisfaction index 77.7 n 9",
    },
];

#[test]
fn groups_stand_side_by_side_and_say_no_more_than_their_test() {
    for words in WORDS {
        let mut gui = Gui::on(words.language, sample::at);
        gui.click(words.compare);
        assert!(gui.shows(words.chance), "{:?}", words.language);
        assert!(
            gui.shows(words.none) && gui.shows_part("11 12"),
            "customers and returns"
        );
        gui.choose(words.split, "行业");
        assert!(gui.shows(words.apart), "{:?}", words.language);
        // Two of one trade and one of nobody known are three: the smallest other one joins them.
        assert!(gui.shows_part("汽车 5 5") && gui.shows_part("– n 5"));
        assert!(gui.shows_part(words.hidden), "and why");
        gui.choose(words.what, words.items);
        assert!(gui.shows_part("PR1"));
    }
}

#[test]
fn a_figure_of_a_group_leads_to_its_returns_and_its_name_chooses_it() {
    for words in WORDS {
        let mut gui = Gui::on(words.language, sample::at);
        gui.click(words.compare);
        gui.choose(words.split, "行业");
        gui.click(words.figure);
        assert!(gui.chosen_tab(words.returns) && gui.shows_part(words.of_group));
        gui.key(Modifiers::ALT, Key::ArrowLeft);
        assert!(gui.shows(words.apart), "and back");
        gui.click_role(Role::Link, "电子");
        assert!(gui.shows_part("电子 8 9") && !gui.shows_part("机电 7 7"));
    }
}

#[test]
fn the_filter_stays_in_sight_and_holds_for_the_groups() {
    let mut gui = Gui::on(Language::Zh, sample::at);
    gui.click("分组比较");
    gui.click_starting("重点客户");
    assert!(gui.shows_part("全部客户 8 9"));
    // Who has no value of a name can be asked for like any other.
    gui.click("全部客户 24");
    gui.click("区域");
    gui.click_starting("未归属");
    assert!(gui.shows("区域：未归属"), "the chip says it");
    assert!(gui.shows_part("全部客户 1 1"));
}

#[test]
fn without_returns_the_next_step_is_offered() {
    let mut gui = Gui::on(Language::Zh, workspace::frozen);
    gui.key(Modifiers::COMMAND, Key::Num3);
    assert!(!gui.shows("分组比较"), "there is nothing to compare");
    gui.key(Modifiers::COMMAND, Key::K);
    gui.type_without_leaving("搜索", "各组比较");
    gui.settle();
    gui.key(Modifiers::NONE, Key::Enter);
    assert!(gui.shows("各组比较") && gui.shows("这一期还没有有效答卷"));
}
