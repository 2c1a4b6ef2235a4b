//! The guide beside the page, in both languages.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use manyi::i18n::Language;

use crate::harness::Gui;
use crate::workspace;

/// The chapter that is open.
fn chapter(gui: &Gui, name: &str) -> Option<String> {
    let all = gui.window.query_all_by_role(Role::ComboBox);
    let mut all = all.filter(|it| it.accesskit_node().label().as_deref() == Some(name));
    all.next().and_then(|it| it.accesskit_node().value())
}

#[test]
fn the_guide_opens_at_the_chapter_of_the_tab_and_follows() {
    for (language, name, tabs, said, close, first) in [
        (
            Language::Zh,
            "章节",
            ["回收", "趋势"],
            "一列数字既可能是分值也可能是选项序号",
            "关闭帮助",
            "半年怎么过",
        ),
        (
            Language::En,
            "Chapter",
            ["Returns", "Trends"],
            "Drop the files or their folder",
            "Close help",
            "A half-year with Manyi",
        ),
    ] {
        let mut gui = Gui::on(language, workspace::frozen);
        gui.key(Modifiers::COMMAND, Key::Num2);
        assert_eq!(chapter(&gui, name), None);
        gui.key(Modifiers::NONE, Key::F1);
        assert_eq!(chapter(&gui, name).as_deref(), Some(tabs[0]));
        assert!(gui.shows_part(said), "{language:?}");
        gui.click_role(Role::Tab, tabs[1]);
        assert_eq!(chapter(&gui, name).as_deref(), Some(tabs[1]));
        gui.choose(name, first);
        assert_eq!(chapter(&gui, name).as_deref(), Some(first));
        gui.click(close);
        assert_eq!(chapter(&gui, name), None);
        gui.key(Modifiers::NONE, Key::F1);
        gui.key(Modifiers::NONE, Key::F1);
        assert_eq!(chapter(&gui, name), None, "{language:?}: the key closes it");
        gui.key(Modifiers::NONE, Key::F1);
        gui.key(Modifiers::NONE, Key::Escape);
        assert_eq!(chapter(&gui, name), None, "{language:?}: Escape too");
    }
}

#[test]
fn it_is_there_before_any_workspace_is() {
    for (language, help, name, first) in [
        (Language::Zh, "帮助", "章节", "半年怎么过"),
        (Language::En, "Help", "Chapter", "A half-year with Manyi"),
    ] {
        let mut gui = Gui::welcome(language);
        gui.click(help);
        assert_eq!(chapter(&gui, name).as_deref(), Some(first));
    }
}
