//! The search over everything: what is typed leads to its place, by keyboard alone.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use manyi::i18n::Language;

use crate::harness::Gui;
use crate::sample;

/// What the controls are called.
struct Words {
    language: Language,
    search: &'static str,
    nothing: &'static str,
    scores: &'static str,
    questionnaire: &'static str,
    returns: &'static str,
    actions: &'static str,
    review: &'static str,
    item: &'static str,
    customer: &'static str,
    company: &'static str,
    trend: &'static str,
}

const WORDS: [Words; 2] = [
    Words {
        language: Language::Zh,
        search: "搜索",
        nothing: "没有找到",
        scores: "得分",
        questionnaire: "问卷",
        returns: "回收",
        actions: "改进",
        review: "评审",
        item: "PR1 65.0 95% 区间 55.3–74.2",
        customer: "客户名册",
        company: "公司名称",
        trend: "打印趋势图",
    },
    Words {
        language: Language::En,
        search: "Search",
        nothing: "Nothing found",
        scores: "Scores",
        questionnaire: "Questionnaire",
        returns: "Returns",
        actions: "Actions",
        review: "Review",
        item: "PR1 65.0 95% interval 55.3–74.2",
        customer: "Customers",
        company: "Company name",
        trend: "Print the trend",
    },
];

fn search(gui: &mut Gui, words: &Words, query: &str) {
    gui.key(Modifiers::COMMAND, Key::K);
    gui.type_without_leaving(words.search, query);
    gui.settle();
}

/// The hits from the top down.
fn hits(gui: &Gui) -> Vec<String> {
    let all = gui.window.query_all_by_role(Role::ListBoxOption);
    all.map(|hit| hit.accesskit_node().label().unwrap_or_default())
        .collect()
}

fn open(gui: &mut Gui, words: &Words, query: &str) {
    search(gui, words, query);
    gui.key(Modifiers::NONE, Key::Enter);
    assert!(hits(gui).is_empty(), "{query}: it closes");
}

#[test]
fn what_is_typed_leads_to_its_place() {
    for words in &WORDS {
        let mut gui = Gui::on(words.language, sample::at);
        open(&mut gui, words, "pr1");
        assert!(gui.shows(words.item), "{:?}", words.language);
        open(&mut gui, words, "HS");
        assert!(gui.chosen_tab(words.questionnaire), "{:?}", words.language);
        assert!(gui.shows_part("HS"));
        open(&mut gui, words, "C001");
        assert!(gui.chosen_tab(words.returns) && gui.shows(words.customer));
        open(&mut gui, words, "成本构成 2026-02");
        assert!(gui.chosen_tab(words.actions), "{:?}", words.language);
        open(&mut gui, words, "比另一家贵");
        assert!(gui.chosen_tab(words.returns), "{:?}", words.language);
        assert!(gui.shows_part("同规格比另一家贵"));
        open(&mut gui, words, words.scores);
        assert!(gui.chosen_tab(words.scores), "{:?}", words.language);
        gui.key(Modifiers::ALT, Key::ArrowLeft);
        assert!(gui.chosen_tab(words.returns), "the way back is kept");
    }
}

#[test]
fn the_best_match_comes_first_and_arrows_choose_another() {
    for words in &WORDS {
        let mut gui = Gui::on(words.language, sample::at);
        search(&mut gui, words, "PR");
        let found = hits(&gui);
        assert!(found[0].starts_with("PR 价格"), "{found:?}");
        let at = found.iter().position(|hit| hit.starts_with("PR2 "));
        for _ in 0..at.unwrap() {
            gui.key(Modifiers::NONE, Key::ArrowDown);
        }
        gui.key(Modifiers::NONE, Key::Enter);
        assert!(gui.shows_part("PR2 77.5"), "{:?}", words.language);
        search(&mut gui, words, "没有这样的东西");
        assert!(gui.shows(words.nothing) && hits(&gui).is_empty());
        gui.key(Modifiers::NONE, Key::Enter);
        assert!(gui.shows(words.nothing), "nothing is nothing to choose");
    }
}

#[test]
fn enter_right_after_typing_means_what_was_typed() {
    let words = &WORDS[0];
    let mut gui = Gui::on(words.language, sample::at);
    search(&mut gui, words, "C00");
    gui.type_without_leaving(words.search, "PR1");
    gui.key(Modifiers::NONE, Key::Enter);
    assert!(gui.shows(words.item));
}

#[test]
fn commands_are_listed_before_anything_is_typed_and_pressed_too() {
    for words in &WORDS {
        let mut gui = Gui::on(words.language, sample::at);
        gui.click_role(Role::Button, words.search);
        assert!(
            hits(&gui).contains(&words.trend.to_owned()),
            "{:?}",
            hits(&gui)
        );
        gui.click_part("Ctrl+5");
        assert!(gui.chosen_tab(words.actions), "{:?}", words.language);
    }
}

#[test]
fn escape_gives_the_keyboard_back() {
    for words in &WORDS {
        let mut gui = Gui::on(words.language, sample::at);
        gui.click_role(Role::Tab, words.review);
        gui.type_without_leaving(words.company, "甲");
        search(&mut gui, words, "pr");
        assert!(gui.focused(words.search));
        gui.key(Modifiers::NONE, Key::Escape);
        assert!(hits(&gui).is_empty());
        assert!(gui.focused(words.company), "{:?}", words.language);
        assert_eq!(gui.value(words.company), "甲");
    }
}
