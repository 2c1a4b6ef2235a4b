//! What customers wrote: on its page, tagged by words and by hand, one or several at once, by
//! button and by key; a tag filters everywhere. In both languages.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use manyi::i18n::Language;
use manyi::model::TagClass;

use crate::harness::Gui;
use crate::sample;

struct Words {
    language: Language,
    written: &'static str,
    general: &'static str,
    new: &'static str,
    name: &'static str,
    words: &'static str,
    class: &'static str,
    wish: &'static str,
    make: &'static str,
    search: &'static str,
    tick_all: &'static str,
    give: &'static str,
    chip: &'static str,
    to_scores: &'static str,
}

const WORDS: [Words; 2] = [
    Words {
        language: Language::Zh,
        written: "顾客写的意见",
        general: "总体意见",
        new: "新建标签",
        name: "名称",
        words: "按哪些词贴",
        class: "类别",
        wish: "愿望",
        make: "新建",
        search: "意见里的字",
        tick_all: "勾选所列",
        give: "贴标签",
        chip: "标签 愿望",
        to_scores: "回到得分",
    },
    Words {
        language: Language::En,
        written: "What customers wrote",
        general: "About everything",
        new: "New tag",
        name: "Name",
        words: "Words that give it",
        class: "Class",
        wish: "Wish",
        make: "Make the tag",
        search: "Words in comments",
        tick_all: "Tick the one shown",
        give: "Give a tag",
        chip: "Tag 愿望",
        to_scores: "Back to scores",
    },
];

/// The page of comments, with a tag for wishes made by its word.
fn tagged(words: &Words) -> Gui {
    let mut gui = Gui::on(words.language, sample::at);
    gui.reach(words.written);
    assert!(gui.shows_part("RoHS 报告过期后要催才更新"));
    gui.click(words.new);
    gui.type_into(words.name, "愿望");
    gui.choose(words.class, words.wish);
    gui.type_into(words.words, "希望");
    gui.click_role(Role::Button, words.make);
    gui
}

#[test]
fn a_tag_is_made_with_its_words_and_comments_have_it() {
    for words in WORDS {
        let mut gui = tagged(&words);
        assert!(gui.shows("愿望 4"), "{:?}", words.language);
        let (data, _) = gui.kept();
        assert_eq!(data.tags[0].class, TagClass::Wish);
        assert_eq!(data.tags[0].words, ["希望"]);
        gui.click("愿望 4");
        assert!(gui.shows_part("希望能有阶梯价") && !gui.shows_part("RoHS"));
        gui.key(Modifiers::COMMAND, Key::Z);
        assert!(!gui.shows_part("愿望 4"), "undone");
    }
}

#[test]
fn several_are_tagged_at_once_and_one_by_a_key() {
    for words in WORDS {
        let mut gui = tagged(&words);
        gui.type_into(words.search, "RoHS");
        assert!(!gui.shows_part("希望能有阶梯价"));
        gui.click_part(words.tick_all);
        gui.click(words.give);
        gui.click_role(Role::MenuItem, "愿望");
        assert!(gui.shows("愿望 5"), "{:?}", words.language);
        let (data, _) = gui.kept();
        assert_eq!(data.taggings.len(), 1);
        // The key takes it off again, since all that are meant have it.
        gui.key(Modifiers::NONE, Key::Num1);
        assert!(gui.shows("愿望 4"));
        assert!(gui.kept().0.taggings.is_empty());
    }
}

#[test]
fn a_comment_is_shown_whole_with_what_was_ticked_beside_it() {
    let words = &WORDS[0];
    let mut gui = tagged(words);
    gui.click_starting("两次涨价都没有说明原因");
    assert!(gui.shows_part("PR1 与同类供应商相比"));
    gui.click_starting("RoHS 报告过期后");
    assert!(gui.shows(words.general));
    assert!(gui.shows("总体意见，旁边没有作答。"));
    gui.click("标签 愿望");
    assert!(gui.shows("愿望（愿望）：由人贴上"));
}

#[test]
fn a_tag_filters_the_figures() {
    for words in WORDS {
        let mut gui = tagged(&words);
        gui.click(words.to_scores);
        gui.reach(words.chip);
        assert!(gui.shows_part("愿望"), "{:?}", words.language);
        assert!(
            !gui.shows_part("84.5"),
            "the index is that of four customers"
        );
    }
}
