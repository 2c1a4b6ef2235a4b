//! Typing returns in: digits choose, Enter goes on, nothing is lost.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use manyi::i18n::Language;
use manyi::model::Answer;

use crate::harness::Gui;
use crate::sample;

struct Words {
    language: Language,
    tab: &'static str,
    type_in: &'static str,
    kept: &'static str,
    missing: &'static str,
    resumed: &'static str,
    back: &'static str,
}

const WORDS: [Words; 2] = [
    Words {
        language: Language::Zh,
        tab: "回收",
        type_in: "录入答卷",
        kept: "已录入 1 份",
        missing: "道必答题空着",
        resumed: "接着上次没录完的这份",
        back: "返回",
    },
    Words {
        language: Language::En,
        tab: "Returns",
        type_in: "Type in returns",
        kept: "1 typed in",
        missing: "blank; once more",
        resumed: "Goes on where you left off",
        back: "Back",
    },
];

impl Words {
    fn open(&self) -> Gui {
        let mut gui = Gui::on(self.language, sample::at);
        gui.click(self.tab);
        gui.click(self.type_in);
        gui
    }
}

/// Presses a key once.
fn press(gui: &mut Gui, key: Key, count: &mut usize) {
    *count += 1;
    gui.key(Modifiers::NONE, key);
}

#[test]
fn a_return_takes_a_key_an_item_and_few_more() {
    for words in &WORDS {
        let mut gui = words.open();
        let (data, before) = gui.kept();
        let wave = data.waves.last().unwrap();
        let items = &data.revision(wave.revision).unwrap().questionnaire.items;
        let backups = gui.folder.path().join("test.manyi-backups");
        let copies = || std::fs::read_dir(&backups).map_or(0, Iterator::count);
        let copies_before = copies();
        let mut keys = 0;
        // Who is silent and matters most is first.
        press(&mut gui, Key::Enter, &mut keys);
        for _ in items {
            let field = gui.window.query_all_by_role(Role::TextInput);
            let field = field.into_iter().find(|it| it.is_focused());
            let key = match field.and_then(|it| it.accesskit_node().label()) {
                None => Key::Num4,
                Some(name) if name.starts_with("N1") => {
                    gui.window.event(egui::Event::Text("9".to_owned()));
                    keys += 1;
                    Key::Enter
                }
                // A comment is skipped.
                Some(_) => Key::Enter,
            };
            press(&mut gui, key, &mut keys);
        }
        assert!(!gui.shows(words.kept));
        press(&mut gui, Key::Enter, &mut keys);
        assert!(gui.shows(words.kept), "{:?}", words.language);
        assert!(
            keys <= items.len() + 4,
            "{keys} keys for {} items",
            items.len()
        );
        let (_, after) = gui.kept();
        assert_eq!(after.returns.len(), before.returns.len() + 1);
        let new = after.returns.last().unwrap();
        assert_eq!(new.import, None);
        let answered = before
            .returns
            .iter()
            .any(|it| it.customer == new.customer && it.valid());
        assert!(new.customer.is_some() && !answered);
        let row = after.returns.len() - 1;
        for (item, column) in items.iter().zip(&after.columns) {
            if item.kind.takes_one_option() {
                let options = &item.scale.as_ref().unwrap().options;
                let Answer::Option(at) = column.get(row) else {
                    panic!("{}", item.code);
                };
                // The digit is the score on the paper.
                assert_eq!(options[usize::from(at)].score, Some(4.0), "{}", item.code);
            }
        }
        assert!(copies() <= copies_before + 1, "no copy for each return");
        gui.key(Modifiers::COMMAND, Key::Z);
        assert_eq!(gui.kept().1, before, "one step takes it back");
    }
}

#[test]
fn what_was_typed_is_there_after_the_program_ended() {
    for words in &WORDS {
        let mut gui = words.open();
        let path = gui.folder.path().join("test.manyi");
        gui.key(Modifiers::NONE, Key::Enter);
        for _ in 0..3 {
            gui.key(Modifiers::NONE, Key::Num5);
        }
        // As it lies there when the program is killed.
        let beside = path.with_file_name("test.manyi.typing");
        let typed = std::fs::read(&beside).unwrap();
        let mut gui = Gui::on(words.language, |path| {
            sample::at(path);
            std::fs::write(path.with_file_name("test.manyi.typing"), &typed).unwrap();
        });
        gui.click(words.tab);
        gui.click(words.type_in);
        assert!(gui.shows(words.resumed));
        let before = gui.kept().1;
        gui.key(Modifiers::NONE, Key::Num5);
        // The rest is blank: that is said once, then meant.
        gui.key(Modifiers::COMMAND, Key::Enter);
        assert!(gui.shows_part(words.missing));
        gui.key(Modifiers::COMMAND, Key::Enter);
        let after = gui.kept().1;
        assert_eq!(after.returns.len(), before.returns.len() + 1);
        let row = after.returns.len() - 1;
        let given = after.columns.iter().filter(|it| !it.get(row).is_empty());
        assert_eq!(given.count(), 4);
        assert!(!gui.folder.path().join("test.manyi.typing").exists());
    }
}

#[test]
fn back_takes_back_and_a_return_goes_nowhere_before_it_says_something() {
    let words = &WORDS[1];
    let mut gui = words.open();
    let before = gui.kept().1;
    gui.key(Modifiers::NONE, Key::Enter);
    gui.key(Modifiers::NONE, Key::Num5);
    gui.key(Modifiers::NONE, Key::Backspace);
    gui.key(Modifiers::NONE, Key::Backspace);
    gui.key(Modifiers::COMMAND, Key::Enter);
    assert_eq!(gui.kept().1, before);
    gui.key(Modifiers::NONE, Key::N);
    assert!(gui.shows_part("1 of"));
    gui.click(words.back);
    gui.click(words.type_in);
    assert!(gui.shows_part("1 of"), "leaving the page loses nothing");
}
