//! Backups in the window: looked at, restored, kept elsewhere too.

use egui::Key;
use egui::accesskit::Role;
use manyi::i18n::Language;

use crate::harness::Gui;
use crate::workspace;

/// The words of a language.
struct Words {
    language: Language,
    open: &'static str,
    first: &'static str,
    restore: &'static str,
    sure: &'static str,
    said: &'static str,
    kept: &'static str,
    company: &'static str,
    info: &'static str,
    save: &'static str,
}

const WORDS: [Words; 2] = [
    Words {
        language: Language::Zh,
        open: "备份与恢复…",
        first: "完好 第一次改动前",
        restore: "恢复…",
        sure: "恢复",
        said: "已恢复。原来的内容另存为",
        kept: "恢复前",
        company: "公司名称",
        info: "公司与调查名称…",
        save: "保存",
    },
    Words {
        language: Language::En,
        open: "Backups…",
        first: "sound before the first change",
        restore: "Restore…",
        sure: "Restore",
        said: "Restored. What was there before is kept as",
        kept: "before a restore",
        company: "Company name",
        info: "Company and survey…",
        save: "Save",
    },
];

fn rename(gui: &mut Gui, words: &Words, from: &str, to: &str) {
    gui.click(from);
    gui.click(words.info);
    gui.type_into(words.company, to);
    gui.click_role(Role::Button, words.save);
    assert!(gui.shows(to));
}

#[test]
fn a_backup_is_restored_and_what_was_there_can_come_back() {
    for words in &WORDS {
        let mut gui = Gui::on(words.language, workspace::frozen);
        rename(&mut gui, words, "苏州科瑞机电", "改过名的公司");
        gui.click("改过名的公司");
        gui.click(words.open);
        assert!(gui.shows_part(words.first), "{:?}", words.language);
        gui.click_part(words.first);
        gui.click(words.restore);
        gui.click_role(Role::Button, words.sure);
        assert!(gui.shows("苏州科瑞机电"), "it is as it was");
        assert!(gui.shows_part(words.said));

        // Undo does not reach back over it.
        gui.key(egui::Modifiers::COMMAND, Key::Z);
        assert!(gui.shows("苏州科瑞机电"));

        gui.click("苏州科瑞机电");
        gui.click(words.open);
        gui.click_part(words.kept);
        gui.click(words.restore);
        gui.click_role(Role::Button, words.sure);
        assert!(gui.shows("改过名的公司"), "and back");
        rename(&mut gui, words, "改过名的公司", "再改");
    }
}

#[test]
fn the_list_is_walked_with_the_keyboard_and_left_with_escape() {
    let mut gui = Gui::on(Language::En, workspace::frozen);
    rename(&mut gui, &WORDS[1], "苏州科瑞机电", "Renamed");
    gui.click("Renamed");
    gui.click("Backups…");
    assert!(gui.shows("Choose a backup"));
    let row = gui.get_part("before the first change");
    row.focus();
    gui.settle();
    gui.window.key_press(Key::Space);
    gui.settle();
    assert!(!gui.shows("Choose a backup"));
    gui.window.key_press(Key::Enter);
    gui.settle();
    assert!(gui.shows_part("Undo does not reach back"));
    gui.window.key_press(Key::Escape);
    gui.settle();
    assert!(gui.shows("Restore…"), "back in the list");
    gui.window.key_press(Key::Escape);
    gui.settle();
    assert!(!gui.shows("Restore…"));
    assert!(gui.shows("Renamed"));
}

#[test]
fn room_and_second_place_are_kept_for_this_machine() {
    let mut gui = Gui::with(Language::En, Some(Box::new(workspace::frozen)), &["stick"]);
    std::fs::create_dir(gui.folder.path().join("stick")).unwrap();
    gui.click("苏州科瑞机电");
    gui.click("Backups…");
    assert!(gui.shows_part("There are no backups yet"));
    gui.choose("Room", "5 GB");
    gui.click("Choose folder…");
    assert!(gui.shows_part("stick"));
    let said = std::fs::read_to_string(gui.folder.path().join("settings/copies.json")).unwrap();
    assert!(
        said.contains("5368709120") && said.contains("stick"),
        "{said}"
    );
    gui.click("Close");
    gui.click("苏州科瑞机电");
    gui.click("Back up now");
    gui.close();
    drop(gui.window);
    let there: Vec<_> = std::fs::read_dir(gui.folder.path().join("stick"))
        .unwrap()
        .collect();
    assert_eq!(there.len(), 1);
}

#[test]
fn a_workspace_that_cannot_be_opened_offers_its_backups() {
    let mut gui = Gui::on(Language::En, workspace::frozen);
    gui.click("苏州科瑞机电");
    gui.click("Back up now");
    gui.click("苏州科瑞机电");
    gui.click("Close workspace");
    let path = gui.folder.path().join("test.manyi");
    let mut bytes = std::fs::read(&path).unwrap();
    bytes[..2000].fill(0x5a);
    std::fs::write(&path, bytes).unwrap();
    gui.click_starting("test.manyi");
    gui.click("Backups…");
    gui.click_part("when asked for");
    gui.click("Restore…");
    gui.click_role(Role::Button, "Restore");
    assert!(gui.shows("苏州科瑞机电"));
    assert!(gui.shows_part("damaged).manyi"));
}

#[test]
fn what_can_be_read_of_a_damaged_workspace_is_saved_and_opened() {
    for (language, leave, save, lost, open) in [
        (
            Language::Zh,
            "关闭工作区",
            "另存还能读出的内容…",
            "丢失或不完整",
            "打开新工作区",
        ),
        (
            Language::En,
            "Close workspace",
            "Save what can be read…",
            "Lost, or kept in part",
            "Open the new workspace",
        ),
    ] {
        let mut gui = Gui::with(language, Some(Box::new(workspace::frozen)), &["new"]);
        gui.click("苏州科瑞机电");
        gui.click(leave);
        let path = gui.folder.path().join("test.manyi");
        let db = rusqlite::Connection::open(&path).unwrap();
        db.execute(
            "UPDATE customer SET name = name || '?' WHERE id = (SELECT min(id) FROM customer)",
            [],
        )
        .unwrap();
        drop(db);
        let before = std::fs::read(&path).unwrap();
        gui.click_starting("test.manyi");
        gui.click(save);
        assert!(gui.shows_part(lost), "{language:?}");
        assert!(gui.shows_part("new.manyi"), "the ending is added, and said");
        gui.click(open);
        assert!(gui.shows("苏州科瑞机电"), "{language:?}");
        assert!(gui.folder.path().join("new.manyi").exists());
        assert!(std::fs::read(&path).unwrap() == before);
    }
}

#[test]
fn a_copy_that_is_saved_is_named_by_its_file() {
    let mut gui = Gui::with(
        Language::En,
        Some(Box::new(workspace::frozen)),
        &["elsewhere"],
    );
    gui.click("苏州科瑞机电");
    gui.click("Save a copy…");
    assert!(gui.shows_part("elsewhere.manyi"));
}

#[test]
fn a_backup_of_another_workspace_is_restored_only_when_that_is_meant() {
    let mut gui = Gui::on(Language::En, workspace::frozen);
    gui.click("苏州科瑞机电");
    gui.click("Back up now");
    gui.click("苏州科瑞机电");
    gui.click("Close workspace");
    // Another workspace lies where the first one was, and its backups still do.
    let path = gui.folder.path().join("test.manyi");
    std::fs::remove_file(&path).unwrap();
    workspace::frozen(&path);
    let before = std::fs::read(&path).unwrap();
    gui.click_starting("test.manyi");
    for sure in ["Cancel", "Restore all the same"] {
        gui.click("苏州科瑞机电");
        gui.click("Backups…");
        gui.click_part("when asked for");
        gui.click("Restore…");
        gui.click_role(Role::Button, "Restore");
        assert!(gui.shows_part("is another workspace"));
        assert!(std::fs::read(&path).unwrap() == before);
        gui.click(sure);
    }
    assert!(gui.shows_part("Restored. What was there before"));
}
