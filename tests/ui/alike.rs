//! Files of one drop under the same titles.

use egui::accesskit::Role;
use manyi::i18n::Language;
use manyi::model::Answer;

use crate::harness::Gui;
use crate::sample;

/// Files of one drop that ask the same are asked about once; what asks otherwise is asked itself.
#[test]
fn one_question_for_all_files_of_a_drop_that_ask_it() {
    for (language, tab, asked, scores, import, waits, leave, undo) in [
        (
            Language::Zh,
            "回收",
            "两种读法都说得通",
            "分值：",
            "导入 2 份",
            "后面还有 3 个文件",
            "取消",
            "撤销导入 a2.csv",
        ),
        (
            Language::En,
            "Returns",
            "can be read in two ways",
            "Scores: ",
            "Import 2",
            "3 files wait",
            "Cancel",
            "Undo import of a2.csv",
        ),
    ] {
        let mut gui = Gui::on(language, |path| {
            sample::at(path);
            let write = |name: &str, text: &str| {
                std::fs::write(path.with_file_name(name), text).unwrap();
            };
            write("a1.csv", "客户,QU1\nC001,1\nC002,2\n");
            write("a2.csv", "客户,QU1\nC003,2\nC004,4\n");
            write("a3.csv", "客户,QU1\nC005,5\nC006,4\n");
            write("b.csv", "客户,QU2\nC007,2\nC008,4\n");
        });
        let before = gui.kept().1.returns.len();
        gui.click(tab);
        let paths = ["a1.csv", "a2.csv", "a3.csv", "b.csv"];
        gui.drop_files(&paths.map(|it| gui.folder.path().join(it)));
        assert!(gui.shows_part(asked), "{language:?}");
        assert!(gui.shows_part(waits), "{language:?}");
        gui.click_starting(scores);
        gui.click_role(Role::Button, import);
        // Two go with it; the last asks its own question.
        assert!(gui.shows_part(asked), "{language:?}");
        let (data, wave) = gui.kept();
        assert_eq!(wave.returns.len(), before + 6);
        let revision = data.revisions.last().unwrap();
        let items = &revision.questionnaire.items;
        let at = items.iter().position(|item| item.code == "QU1").unwrap();
        let scores = items[at].scale.as_ref().unwrap();
        let scored: Vec<_> = (before..before + 6)
            .map(|row| match wave.columns[at].get(row) {
                Answer::Option(at) => scores.options[usize::from(at)].score.unwrap(),
                other => panic!("{other:?}"),
            })
            .collect();
        assert_eq!(scored, [1.0, 2.0, 2.0, 4.0, 5.0, 4.0], "{language:?}");
        // Each is a step of its own.
        gui.click(leave);
        gui.click(undo);
        let (data, wave) = gui.kept();
        let undone = data.imports.iter().filter(|it| it.undone);
        let undone: Vec<&str> = undone.map(|it| it.file.as_str()).collect();
        assert_eq!(undone, ["a2.csv"], "{language:?}");
        assert_eq!(wave.returns.len(), before + 4, "{language:?}");
    }
}

/// A file whose cells say themselves how they are read is not overruled by what was answered for
/// another.
#[test]
fn what_a_file_says_itself_is_shown_and_not_taken_for_the_answer() {
    let mut gui = Gui::on(Language::Zh, |path| {
        sample::at(path);
        let write = |name: &str, text: &str| {
            std::fs::write(path.with_file_name(name), text).unwrap();
        };
        write("a1.csv", "客户,QU1\nC001,1\nC002,2\n");
        write("a2.csv", "客户,QU1\nC003,满意\nC004,很满意\n");
        write("a3.csv", "客户,QU1\nC005,4\n合计,4\n");
    });
    let before = gui.kept().1.returns.len();
    gui.click("回收");
    let paths = ["a1.csv", "a2.csv", "a3.csv"];
    gui.drop_files(&paths.map(|it| gui.folder.path().join(it)));
    gui.click_starting("分值");
    gui.click_role(Role::Button, "导入 2 份");
    assert_eq!(gui.kept().1.returns.len(), before + 2);
    gui.click_role(Role::Button, "导入 2 份");
    // A row is set aside, which has to be seen; what was asked is answered.
    assert!(gui.shows_part("照 a1.csv 的回答读取"));
    assert!(!gui.shows_part("两种读法都说得通"));
    gui.click_role(Role::Button, "导入 1 份");
    assert_eq!(gui.kept().1.returns.len(), before + 5);
}
