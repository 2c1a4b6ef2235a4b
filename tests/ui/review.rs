//! The management-review material: its pages, what they are made of, where they go.

use egui::{Key, Modifiers};
use manyi::i18n::Language;

use crate::harness::Gui;
use crate::sample;
use crate::workspace;

struct Words {
    language: Language,
    pages: &'static str,
    page: &'static str,
    next: &'static str,
    previous: &'static str,
    section: &'static str,
    company: &'static str,
    save: &'static str,
    trend: &'static str,
    larger: &'static str,
    undo: &'static str,
}

const WORDS: [Words; 2] = [
    Words {
        language: Language::Zh,
        pages: "第 1 页，共 ",
        page: "第 2 页，共 ",
        next: "下一页",
        previous: "上一页",
        section: "结论，第 1 页",
        company: "公司名称",
        save: "保存 PDF",
        trend: "趋势图 SVG",
        larger: "放大",
        undo: "撤销",
    },
    Words {
        language: Language::En,
        pages: "Page 1 of ",
        page: "Page 2 of ",
        next: "Next page",
        previous: "Previous page",
        section: "Findings, page 1",
        company: "Company name",
        save: "Save PDF",
        trend: "Trend chart SVG",
        larger: "Zoom in",
        undo: "Undo",
    },
];

#[test]
fn the_material_is_read_turned_and_saved() {
    for words in WORDS {
        let answers = ["review.pdf", "trend.svg"];
        let mut gui = Gui::with(words.language, Some(Box::new(sample::at)), &answers);
        gui.key(Modifiers::COMMAND, Key::Num6);
        assert!(gui.shows_part(words.pages), "{:?}", words.language);
        assert!(gui.shows(words.section));
        gui.click(words.next);
        assert!(gui.shows_part(words.page));
        gui.key(Modifiers::NONE, Key::PageUp);
        assert!(gui.shows_part(words.pages));
        gui.click(words.next);
        gui.click(words.previous);
        gui.click(words.section);
        assert!(gui.shows_part(words.pages));
        gui.click(words.larger);
        gui.click_part(words.save);
        gui.click(words.trend);
        let file = |name: &str| std::fs::read(gui.folder.path().join(name)).unwrap();
        assert!(file("review.pdf").starts_with(b"%PDF"));
        assert!(file("trend.svg").starts_with(b"<svg"));
    }
}

#[test]
fn whose_it_is_is_typed_here_and_printed() {
    for words in WORDS {
        let mut gui = Gui::on(words.language, sample::at);
        gui.key(Modifiers::COMMAND, Key::Num6);
        gui.type_into(words.company, "杭州远望仪表");
        assert!(gui.page_says("杭州远望仪表"));
        gui.click(words.undo);
        assert!(!gui.page_says("杭州远望仪表"));
    }
}

#[test]
fn the_material_has_a_language_of_its_own() {
    let mut gui = Gui::on(Language::Zh, sample::at);
    gui.key(Modifiers::COMMAND, Key::Num6);
    assert!(gui.page_says("管理评审输入"));
    gui.click("English");
    assert!(!gui.page_says("管理评审输入"));
    assert!(gui.shows("Findings，第 1 页"), "the window stays Chinese");
}

#[test]
fn without_returns_it_says_what_comes_first() {
    for (language, empty, next, tab) in [
        (Language::Zh, "还没有评审材料", "去回收", "回收"),
        (
            Language::En,
            "No review material yet",
            "Go to Returns",
            "Returns",
        ),
    ] {
        for make in [workspace::frozen, workspace::draft] {
            let mut gui = Gui::on(language, make);
            gui.key(Modifiers::COMMAND, Key::Num6);
            assert!(gui.shows(empty));
            gui.click(next);
            assert!(gui.chosen_tab(tab), "{language:?}");
        }
    }
}

#[test]
fn a_character_the_fonts_lack_is_named_after_saving() {
    for (words, says) in WORDS.iter().zip(["印出来是方框：㋿", "stand for them: ㋿"]) {
        let make = Some(Box::new(sample::at) as _);
        let mut gui = Gui::with(words.language, make, &["review.pdf"]);
        let tofu = egui::MissingGlyphPolicy::Tofu;
        gui.window.ctx.set_missing_glyph_policy(tofu);
        gui.key(Modifiers::COMMAND, Key::Num6);
        gui.type_into(words.company, "吉㋿机电");
        gui.click_part(words.save);
        assert!(gui.shows_part(says), "{:?}", words.language);
    }
}

#[test]
fn a_file_that_is_there_is_replaced_only_when_the_user_says_so() {
    for (words, title, replace, cancel) in [
        (&WORDS[0], "替换已有的文件？", "替换", "取消"),
        (&WORDS[1], "Replace the file?", "Replace", "Cancel"),
    ] {
        // Typed without its ending: the system asked about another name.
        let answers = ["review", "review"];
        let mut gui = Gui::with(words.language, Some(Box::new(sample::at)), &answers);
        let path = gui.folder.path().join("review.pdf");
        std::fs::write(&path, "somebody's").unwrap();
        gui.key(Modifiers::COMMAND, Key::Num6);
        gui.click_part(words.save);
        assert!(gui.shows_part(title), "{:?}", words.language);
        gui.click(cancel);
        assert_eq!(std::fs::read(&path).unwrap(), b"somebody's");
        gui.click_part(words.save);
        gui.click(replace);
        assert!(std::fs::read(&path).unwrap().starts_with(b"%PDF"));
    }
}

#[test]
fn nothing_is_saved_over_the_open_workspace() {
    for (words, refused, understood) in [
        (&WORDS[0], "不会覆盖", "知道了"),
        (&WORDS[1], "nothing is written over it", "OK"),
    ] {
        let answers = ["test.manyi", "linked.pdf"];
        let mut gui = Gui::with(words.language, Some(Box::new(sample::at)), &answers);
        let workspace = gui.folder.path().join("test.manyi");
        std::fs::hard_link(&workspace, gui.folder.path().join("linked.pdf")).unwrap();
        let before = std::fs::read(&workspace).unwrap();
        gui.key(Modifiers::COMMAND, Key::Num6);
        gui.click_part(words.save);
        assert!(gui.shows_part(".pdf"), "{:?}", words.language);
        gui.click(understood);
        gui.click_part(words.save);
        assert!(gui.shows_part(refused), "{:?}", words.language);
        gui.click(understood);
        assert!(std::fs::read(&workspace).unwrap() == before);
    }
}
