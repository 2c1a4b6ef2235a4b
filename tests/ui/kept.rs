//! What is kept of imported files, in the window.

use std::path::Path;

use manyi::i18n::Language;
use manyi::model::{AnswerColumn, Data, Import, ImportBatch, Progress};
use manyi::store::Store;

use crate::harness::Gui;
use crate::sample;

/// What the controls are called.
struct Words {
    language: Language,
    tab: &'static str,
    more: &'static str,
    save: &'static str,
    drop: &'static str,
    forget: &'static str,
    remove: &'static str,
    cancel: &'static str,
    undo: &'static str,
    gone: &'static str,
    already: &'static str,
    shared: &'static str,
}

const WORDS: [Words; 2] = [
    Words {
        language: Language::Zh,
        tab: "回收",
        more: "的更多操作",
        save: "另存留存的文件…",
        drop: "删除留存的文件…",
        forget: "永久删除…",
        remove: "删除",
        cancel: "取消",
        undo: "撤销导入 电话与纸质",
        gone: "已永久删除",
        already: "此前已删除",
        shared: "同一文件还随另外 1 次导入留存",
    },
    Words {
        language: Language::En,
        tab: "Returns",
        more: "More about",
        save: "Save the kept file…",
        drop: "Remove the kept file…",
        forget: "Remove for good…",
        remove: "Remove",
        cancel: "Cancel",
        undo: "Undo import of 电话与纸质",
        gone: "are removed for good",
        already: "was already removed",
        shared: "The same file came in once more",
    },
];

fn data(gui: &Gui) -> Data {
    let path = gui.folder.path().join("test.manyi");
    Store::open_read_only(&path).unwrap().load().unwrap()
}

fn phone(data: &Data) -> Option<Import> {
    let newest = data.waves.last().unwrap().id;
    let mut imports = data.imports.iter();
    let found = imports.find(|it| it.wave == newest && it.file.starts_with("电话与纸质"));
    found.cloned()
}

fn kept(gui: &Gui) -> bool {
    let path = gui.folder.path().join("test.manyi");
    let store = Store::open_read_only(&path).unwrap();
    let import = phone(&store.load().unwrap()).unwrap();
    store.original(import.id).unwrap().is_some()
}

#[test]
fn a_kept_file_is_saved_and_removed_after_a_question() {
    for words in &WORDS {
        let mut gui = Gui::with(
            words.language,
            Some(Box::new(sample::at)),
            &["kept.anything"],
        );
        let file = phone(&data(&gui)).unwrap().file;
        gui.click(words.tab);
        let more = match words.language {
            Language::Zh => format!("{file} {}", words.more),
            Language::En => format!("More about {file}"),
        };
        gui.click(&more);
        gui.click(words.save);
        let ending = file.rsplit('.').next().unwrap();
        let saved = gui.folder.path().join(format!("kept.{ending}"));
        let original = std::fs::read(sample::folder().join(&file)).unwrap();
        assert_eq!(std::fs::read(saved).unwrap(), original);

        gui.click(&more);
        gui.click(words.drop);
        gui.click(words.cancel);
        assert!(kept(&gui));
        gui.click(&more);
        gui.click(words.drop);
        gui.click(words.remove);
        assert!(!kept(&gui), "{:?}", words.language);
        gui.click(&more);
        gui.click(words.drop);
        gui.click(words.remove);
        assert!(gui.shows_part(words.already), "{:?}", words.language);
    }
}

/// The file once more, empty, after the first import of it was taken back.
fn twice(path: &Path, file: &str) {
    sample::without(path, file);
    let mut store = Store::open(path).unwrap();
    let data = store.load().unwrap();
    let import = data.imports.iter().find(|it| it.file == file).unwrap();
    let wave = data.wave(import.wave).unwrap();
    let items = &data.revision(wave.revision).unwrap().questionnaire.items;
    let again = ImportBatch {
        import: import.clone(),
        source: store.original(import.id).unwrap().unwrap(),
        returns: Vec::new(),
        columns: vec![AnswerColumn::Choice(Vec::new()); items.len()],
        issues: Vec::new(),
        files: Vec::new(),
    };
    store.import(again, &Progress::default()).unwrap();
}

#[test]
fn who_removes_a_file_is_told_that_another_import_keeps_it_too() {
    for words in &WORDS {
        let file = phone(&data(&Gui::on(words.language, sample::at)))
            .unwrap()
            .file;
        let mut gui = Gui::on(words.language, |path| twice(path, &file));
        gui.click(words.tab);
        let more = match words.language {
            Language::Zh => format!("{file} {}", words.more),
            Language::En => format!("More about {file}"),
        };
        gui.click_first(&more);
        gui.click(words.drop);
        assert!(gui.shows_part(words.shared), "{:?}", words.language);
        gui.click(words.remove);
        assert!(kept(&gui), "the other one keeps its own");
    }
}

#[test]
fn an_undone_import_is_removed_for_good_after_a_question() {
    for words in &WORDS {
        let mut gui = Gui::on(words.language, sample::at);
        let file = phone(&data(&gui)).unwrap().file;
        gui.click(words.tab);
        let more = match words.language {
            Language::Zh => format!("{file} {}", words.more),
            Language::En => format!("More about {file}"),
        };
        gui.click(&more);
        assert!(!gui.shows(words.forget), "it counts");
        gui.click(&more);
        gui.click_starting(words.undo);
        gui.click(&more);
        gui.click(words.forget);
        gui.click(words.remove);
        assert_eq!(phone(&data(&gui)), None, "{:?}", words.language);
        assert!(gui.shows_part(words.gone));
    }
}
