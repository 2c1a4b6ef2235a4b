//! What the rules make of the shown wave, beside the page they are chosen on.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use manyi::i18n::Language;

use crate::harness::Gui;
use crate::{sample, workspace};

struct Words {
    language: Language,
    next: &'static str,
    rules: &'static str,
    now: &'static str,
    percent: &'static str,
    lowest: &'static str,
    edited: &'static str,
    effect: &'static str,
    back: &'static str,
    keep: &'static str,
    kept: &'static str,
    remove: &'static str,
    add: &'static str,
    empty: &'static str,
}

const WORDS: [Words; 2] = [
    Words {
        language: Language::Zh,
        next: "新建版次",
        rules: "计分规则",
        now: "满意度指数 * 84.5",
        percent: "折百",
        lowest: "最低答案为 0",
        edited: "满意度指数 * 84.5 * 80.6 (−3.9)",
        effect: "指数 80.6（−3.9），低于目标 5 个维度",
        back: "指数 84.5（+3.9），低于目标 1 个维度",
        keep: "并排保留",
        kept: "并排 1：折百：最低答案为 0。",
        remove: "移除并排 1",
        add: "并排保留 – 每份答卷：按客户营业额",
        empty: "这一期还没有有效答卷",
    },
    Words {
        language: Language::En,
        next: "New revision",
        rules: "Scoring rules",
        now: "Satisfaction index * 84.5",
        percent: "Percent",
        lowest: "Worst answer is 0",
        edited: "Satisfaction index * 84.5 * 80.6 (−3.9)",
        effect: "index 80.6 (−3.9), 5 dimensions below target",
        back: "index 84.5 (+3.9), 1 dimension below target",
        keep: "Keep beside",
        kept: "Kept 1: Percent: Worst answer is 0.",
        remove: "Remove Kept 1",
        add: "Keep beside – Returns weigh: by turnover",
        empty: "No valid returns in this wave yet",
    },
];

fn rules_of(words: &Words) -> Gui {
    let mut gui = Gui::on(words.language, sample::at);
    gui.key(Modifiers::COMMAND, Key::Num1);
    gui.click(words.next);
    gui.reach(words.rules);
    gui
}

fn can(gui: &Gui, button: &str) -> bool {
    let found = gui.window.get_by_role_and_label(Role::Button, button);
    !found.accesskit_node().is_disabled()
}

#[test]
fn every_choice_has_its_effect_beside_it_before_it_is_made_and_after() {
    for words in WORDS {
        let mut gui = rules_of(&words);
        assert!(gui.shows(words.now), "{:?}", words.language);
        assert!(gui.shows(words.effect), "{:?}", words.language);
        assert!(!can(&gui, words.keep), "there is nothing to keep yet");
        gui.choose(words.percent, words.lowest);
        assert!(gui.shows(words.edited) && gui.shows(words.back));
    }
}

#[test]
fn two_sets_are_kept_side_by_side_while_others_are_chosen() {
    for words in WORDS {
        let mut gui = rules_of(&words);
        gui.choose(words.percent, words.lowest);
        gui.click(words.keep);
        assert!(gui.shows(words.kept), "{:?}", words.language);
        assert!(!can(&gui, words.keep), "it is kept already");
        gui.reach(words.add);
        let both = format!("{} * 80.6 (−3.9)", words.edited);
        assert!(gui.shows_part(&both), "a column each");
        assert!(
            !can(&gui, words.add),
            "four columns are all there is room for"
        );
        gui.reach(words.remove);
        assert!(!gui.shows(words.kept) && can(&gui, words.keep));
    }
}

#[test]
fn without_returns_it_says_so_and_the_form_comes_back_with_a_question() {
    for words in WORDS {
        let mut gui = Gui::on(words.language, workspace::frozen);
        gui.key(Modifiers::COMMAND, Key::Num1);
        gui.reach(words.rules);
        assert!(gui.shows(words.empty), "{:?}", words.language);
        gui.click_starting("QU1");
        assert!(!gui.shows(words.empty));
    }
}

#[test]
fn all_of_it_is_saved_as_pages_and_as_a_workbook() {
    for (words, menu, save) in [
        (&WORDS[0], "打印或保存规则对比", "另存为"),
        (&WORDS[1], "Print or save what the rules make", "Save as"),
    ] {
        let names = ["rules.pdf", "rules.xlsx"];
        let mut gui = Gui::with(words.language, Some(Box::new(sample::at)), &names);
        gui.key(Modifiers::COMMAND, Key::Num1);
        gui.click(words.next);
        gui.reach(words.rules);
        gui.reach(words.add);
        for (name, format) in names.into_iter().zip(["PDF", "Excel"]) {
            gui.click(menu);
            gui.click(&format!("{save} {format}…"));
            let bytes = std::fs::read(gui.folder.path().join(name)).unwrap();
            assert!(bytes.starts_with(b"%PDF") || bytes.starts_with(b"PK"));
        }
    }
}
