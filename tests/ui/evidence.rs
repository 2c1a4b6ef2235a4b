//! The page of one return: an answer put right with its reason, files beside it.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use manyi::i18n::Language;
use manyi::model::{IssueKind, Settlement};

use crate::harness::Gui;
use crate::sample;

struct Words {
    language: Language,
    tab: &'static str,
    correct: &'static str,
    reason: &'static str,
    verb: &'static str,
    was: &'static str,
    attach: &'static str,
    sealed: &'static str,
    ledger: &'static str,
    sealed_count: &'static str,
    remove: &'static str,
    save: &'static str,
    import: &'static str,
    more: &'static str,
    again: &'static str,
}

const WORDS: [Words; 2] = [
    Words {
        language: Language::Zh,
        tab: "回收",
        correct: "更正 QU1",
        reason: "更正理由",
        verb: "更正",
        was: "（原：",
        attach: "附上文件…",
        sealed: "盖章 回执.pdf",
        ledger: "台账",
        sealed_count: "1 份留有盖章原件",
        remove: "移除 回执.pdf",
        save: "另存 回执.pdf",
        import: "导入 6 份",
        more: "more.csv 的更多操作",
        again: "重新对应列…",
    },
    Words {
        language: Language::En,
        tab: "Returns",
        correct: "Correct QU1",
        reason: "Reason",
        verb: "Correct",
        was: "(was ",
        attach: "Attach files…",
        sealed: "Sealed 回执.pdf",
        ledger: "Ledger",
        sealed_count: "holds a sealed file",
        remove: "Remove 回执.pdf",
        save: "Save 回执.pdf",
        import: "Import 6",
        more: "More about more.csv",
        again: "Map columns again…",
    },
];

impl Words {
    /// The page of a return.
    fn open(&self, answers: &[&str]) -> Gui {
        let make: crate::harness::Maker<'_> = Box::new(sample::at);
        let mut gui = Gui::with(self.language, Some(make), answers);
        gui.click(self.tab);
        gui.click_part("C002 ");
        gui.key(Modifiers::NONE, Key::Enter);
        gui
    }
}

#[test]
fn an_answer_is_put_right_with_a_reason_and_what_it_was_stays_in_sight() {
    for words in &WORDS {
        let mut gui = words.open(&[]);
        let (_, before) = gui.kept();
        gui.click(words.correct);
        gui.click("很不满意");
        gui.click_role(Role::Button, words.verb);
        assert_eq!(gui.kept().1, before, "no answer changes without a reason");
        gui.type_without_leaving(words.reason, "王工来电");
        gui.click_role(Role::Button, words.verb);
        assert!(gui.shows_part(words.was), "{:?}", words.language);
        assert!(gui.shows_part("王工来电"));
        let (data, after) = gui.kept();
        assert_ne!(after, before);
        let kept = data
            .issues
            .iter()
            .find(|it| it.kind == IssueKind::Correction);
        let settled = kept.and_then(|it| it.settled.clone());
        assert!(matches!(settled, Some(Settlement::Amended { to, .. }) if to == "很不满意"));
        gui.key(Modifiers::COMMAND, Key::Z);
        assert_eq!(gui.kept().1, before);
        assert!(!gui.shows_part(words.was));
    }
}

#[test]
fn files_lie_beside_a_return_and_come_out_again() {
    for words in &WORDS {
        let mut gui = words.open(&["回执.pdf", "again.pdf"]);
        let path = gui.folder.path().join("回执.pdf");
        std::fs::write(&path, b"%PDF of a stamped reply").unwrap();
        gui.click(words.attach);
        gui.click(words.sealed);
        let data = gui.kept().0;
        assert_eq!(data.attachments.len(), 1);
        assert!(data.attachments[0].sealed);
        // The ledger tells how many returns hold one.
        gui.key(Modifiers::ALT, Key::ArrowLeft);
        gui.click(words.ledger);
        assert!(gui.shows_part(words.sealed_count), "{:?}", words.language);
        gui.key(Modifiers::ALT, Key::ArrowLeft);
        gui.click_part("C002 ");
        gui.key(Modifiers::NONE, Key::Enter);
        // Dropped once more it is there already.
        gui.drop_file(&path);
        assert_eq!(gui.kept().0.attachments.len(), 1);
        gui.click(words.save);
        let out = std::fs::read(gui.folder.path().join("again.pdf")).unwrap();
        assert_eq!(out, b"%PDF of a stamped reply");
        gui.click(words.remove);
        assert!(gui.kept().0.attachments.is_empty());
        gui.key(Modifiers::COMMAND, Key::Z);
        assert_eq!(gui.kept().0.attachments.len(), 1);
    }
}

#[test]
fn what_says_the_same_is_settled_with_one_key_and_remembered() {
    for words in &WORDS {
        let rows: Vec<String> = (1..=6).map(|at| format!("C{at:03},还可以,满意")).collect();
        let csv = format!("客户,QU1,QU2\n{}\n", rows.join("\n"));
        let mut gui = Gui::on(words.language, |path| {
            sample::at(path);
            let file = path.with_file_name("more.csv");
            std::fs::write(&file, &csv).unwrap();
        });
        gui.click(words.tab);
        let path = gui.folder.path().join("more.csv");
        gui.drop_file(&path);
        gui.click_role(Role::Button, words.import);
        let same = |it: &&manyi::model::Issue| it.found == "还可以" && it.settled.is_none();
        let waiting = gui.kept().0.issues.iter().filter(same).count();
        assert!(waiting >= 6);
        gui.key(Modifiers::NONE, Key::F8);
        gui.key(Modifiers::NONE, Key::Num4);
        let (data, _) = gui.kept();
        let learned = |it: &&manyi::model::Issue| {
            it.found == "还可以" && matches!(it.settled, Some(Settlement::Learned(_)))
        };
        assert_eq!(
            data.issues.iter().filter(learned).count(),
            waiting,
            "{:?}",
            words.language
        );
        gui.key(Modifiers::COMMAND, Key::Z);
        assert_eq!(gui.kept().0.issues.iter().filter(learned).count(), 0);
    }
}

#[test]
fn a_file_read_once_more_takes_its_own_place_in_one_step_with_what_was_decided() {
    for words in &WORDS {
        let mut gui = Gui::on(words.language, |path| {
            sample::at(path);
            let rows: Vec<String> = (1..=6).map(|at| format!("C{at:03},满意,一般")).collect();
            let csv = format!("客户,QU1,没见过的题\n{}\n", rows.join("\n"));
            std::fs::write(path.with_file_name("more.csv"), csv).unwrap();
        });
        gui.click(words.tab);
        let path = gui.folder.path().join("more.csv");
        gui.drop_file(&path);
        gui.click_role(Role::Button, words.import);
        let first = gui.kept().0.imports.last().unwrap().clone();
        // One answer is put right.
        gui.click_part("more.csv 6");
        gui.click_part("C001 ");
        gui.key(Modifiers::NONE, Key::Enter);
        gui.click(words.correct);
        gui.click("很不满意");
        gui.type_without_leaving(words.reason, "王工来电");
        gui.click_role(Role::Button, words.verb);
        gui.key(Modifiers::ALT, Key::ArrowLeft);
        let (_, before) = gui.kept();
        gui.click(words.more);
        gui.click_role(Role::MenuItem, words.again);
        gui.click_role(Role::Button, words.import);
        let (data, after) = gui.kept();
        let again = data.imports.last().unwrap();
        assert!(again.id != first.id && !again.undone && again.sha256 == first.sha256);
        assert!(
            data.imports
                .iter()
                .find(|it| it.id == first.id)
                .unwrap()
                .undone
        );
        assert_eq!(after.returns.len(), before.returns.len());
        let kept = data
            .issues
            .iter()
            .filter(|it| it.kind == IssueKind::Correction);
        assert_eq!(kept.count(), 1, "the correction went over");
        gui.key(Modifiers::COMMAND, Key::Z);
        assert_eq!(gui.kept().1, before, "one step takes it back");
    }
}
