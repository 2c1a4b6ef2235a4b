//! Files of returns on their way in: what each column is, what has to be decided, and that
//! nothing is kept before the user says so.

use std::path::Path;

use egui::accesskit::Role;
use egui_kittest::kittest::NodeT;
use manyi::i18n::Language;
use manyi::model::Answer;
use manyi::store::Store;

use crate::harness::Gui;
use crate::sample;

/// What the controls are called.
struct Words {
    language: Language,
    tab: &'static str,
    choose: &'static str,
    undecided: &'static str,
    scores: &'static str,
    stays: &'static str,
    import: &'static str,
    imported: &'static str,
    all: &'static str,
    undo: &'static str,
    cancel: &'static str,
    target: &'static str,
    ignore: &'static str,
    same_file: &'static str,
    skip: &'static str,
}

const WORDS: [Words; 2] = [
    Words {
        language: Language::Zh,
        tab: "回收",
        choose: "选择文件…",
        undecided: "还有 15 处要您决定",
        scores: "分值：5 = 很满意",
        stays: "导入 2026 上半年",
        import: "导入 21 份",
        imported: "已导入 21 份答卷",
        all: "全部 46",
        undo: "撤销",
        cancel: "取消",
        target: "E 列对应到",
        ignore: "（不导入）",
        same_file: "已导入过这个文件",
        skip: "跳过这个文件（后面还有 1 个）",
    },
    Words {
        language: Language::En,
        tab: "Returns",
        choose: "Choose files…",
        undecided: "15 things for you to decide",
        scores: "Scores: 5 = 很满意",
        stays: "Into 2026 H1",
        import: "Import 21",
        imported: "21 returns imported",
        all: "All 46",
        undo: "Undo",
        cancel: "Cancel",
        target: "Column E taken for",
        ignore: "(left out)",
        same_file: "Imported already",
        skip: "Skip this file (1 more)",
    },
];

const SCORES: &str = "得分登记_2024下半年.xlsx";
const PHONE: &str = "电话与纸质_2026上半年.xlsx";
const PLATFORM: &str = "问卷星_2025下半年.xlsx";

/// The sample without one of its files, which the file dialog will answer with.
fn with(words: &Words, file: &'static str) -> Gui {
    chosen(words, file, |path| sample::without(path, file))
}

fn chosen(words: &Words, file: &'static str, make: impl Fn(&Path)) -> Gui {
    let make = |path: &Path| {
        make(path);
        sample::file(file, &path.with_file_name(file));
    };
    let mut gui = Gui::with(words.language, Some(Box::new(make)), &[file]);
    gui.click(words.tab);
    gui.click(words.choose);
    gui
}

fn returns(gui: &Gui) -> usize {
    let store = Store::open_read_only(&gui.folder.path().join("test.manyi")).unwrap();
    let wave = store.load().unwrap().waves.last().unwrap().id;
    store.load_wave(wave).unwrap().returns.len()
}

fn can(gui: &Gui, button: &str) -> bool {
    !gui.get(button).accesskit_node().is_disabled()
}

#[test]
fn numbers_that_could_be_read_in_two_ways_wait_for_a_choice() {
    for words in &WORDS {
        let mut gui = with(words, SCORES);
        assert!(gui.shows(words.undecided), "{:?}", words.language);
        assert!(!can(&gui, words.import));
        gui.click(words.scores);
        // Its name speaks of another period than the wave.
        assert!(!gui.shows(words.undecided) && !can(&gui, words.import));
        gui.click(words.stays);
        assert!(can(&gui, words.import));
        assert_eq!(returns(&gui), 25, "nothing is kept before it is confirmed");
        gui.click(words.import);
        assert!(gui.shows_part(words.imported), "{:?}", words.language);
        assert!(gui.shows(words.all));
        assert_eq!(returns(&gui), 46);
    }
}

#[test]
fn what_was_imported_is_taken_back_from_the_toast() {
    let words = &WORDS[0];
    let mut gui = with(words, SCORES);
    gui.click(words.scores);
    gui.click(words.stays);
    gui.click(words.import);
    // The toast is drawn over everything, after the button of the top line.
    use egui_kittest::kittest::Queryable;
    let undo = gui.window.query_all_by_label(words.undo).last().unwrap();
    undo.click();
    gui.settle();
    assert_eq!(returns(&gui), 25);
}

#[test]
fn cancelling_leaves_everything_as_it_was() {
    for words in &WORDS {
        let mut gui = with(words, SCORES);
        gui.click(words.cancel);
        assert!(!gui.shows(words.import), "{:?}", words.language);
        assert_eq!(returns(&gui), 25);
    }
}

#[test]
fn a_column_is_taken_for_something_else() {
    for words in &WORDS {
        let mut gui = with(words, SCORES);
        let shown = |gui: &Gui| {
            use egui_kittest::kittest::Queryable;
            let list = gui
                .window
                .get_by_role_and_label(Role::ComboBox, words.target);
            list.accesskit_node().value().unwrap()
        };
        assert!(shown(&gui).starts_with("QU1 "));
        gui.click_role(Role::ComboBox, words.target);
        gui.reach(words.ignore);
        assert_eq!(shown(&gui), words.ignore);
    }
}

#[test]
fn a_file_the_survey_holds_already_is_refused_with_its_date() {
    for words in &WORDS {
        let gui = chosen(words, PHONE, sample::at);
        assert!(gui.shows_part(words.same_file), "{:?}", words.language);
        let import = words.import.replace("21", "8");
        assert!(!can(&gui, &import));
    }
}

#[test]
fn a_platform_export_needs_one_press() {
    let words = &WORDS[0];
    let mut gui = with(words, PLATFORM);
    assert!(gui.shows_part("问卷星，第 1 行是标题，23 份答卷"));
    assert!(gui.shows_part("隐私信息不导入（来源详情、来自IP）"));
    gui.click(words.stays);
    gui.click("导入 23 份");
    assert_eq!(returns(&gui), 48);
}

#[test]
fn several_files_are_looked_at_one_after_the_other() {
    for words in &WORDS {
        let mut gui = with(words, SCORES);
        let second = gui.folder.path().join(PLATFORM);
        sample::file(PLATFORM, &second);
        let context = gui.window.ctx.clone();
        let take = manyi::ui::Action::Take(vec![second]);
        gui.window.state_mut().ask(&context, take);
        gui.settle();
        gui.click(words.skip);
        assert!(gui.shows_part(PLATFORM), "{:?}", words.language);
        assert!(gui.shows(words.cancel), "it is the last one");
    }
}

#[test]
fn the_second_file_under_the_same_titles_goes_into_another_wave() {
    let words = &WORDS[0];
    let mut gui = with(words, PLATFORM);
    gui.choose("写入哪一期", "2026 下半年（新开）");
    gui.click("导入 23 份");
    assert!(gui.shows("2026 下半年"));
    assert_eq!(returns(&gui), 23);
}

#[test]
fn a_text_is_read_again_in_the_encoding_that_is_chosen() {
    const TEXT: &str = "returns.csv";
    let (big5, _, _) = encoding_rs::BIG5.encode("客戶,QU1,意見\nC001,5,好\nC002,4,\n");
    let make = move |path: &Path| {
        sample::at(path);
        std::fs::write(path.with_file_name(TEXT), &big5).unwrap();
    };
    for (words, encoding, chosen) in [
        (&WORDS[0], "文字编码", "Big5（繁体中文）"),
        (&WORDS[1], "Text encoding", "Big5 (Chinese, traditional)"),
    ] {
        let make = make.clone();
        let mut gui = Gui::with(words.language, Some(Box::new(make)), &[TEXT]);
        gui.click(words.tab);
        gui.click(words.choose);
        let wrong = match words.language {
            Language::Zh => "Windows-1252（西欧）",
            Language::En => "Windows-1252 (Western)",
        };
        gui.choose(encoding, wrong);
        assert!(!gui.shows_part("客戶"), "{:?}", words.language);
        gui.choose(encoding, chosen);
        assert!(gui.shows_part("客戶"), "{:?}", words.language);
        // What cannot be read leaves the file as it was.
        let refused = match words.language {
            Language::Zh => "第 1 行无法按 UTF-8 编码读取",
            Language::En => "Line 1 cannot be read as UTF-8",
        };
        gui.choose(encoding, "UTF-8");
        assert!(gui.shows_part(refused), "{:?}", words.language);
        assert!(gui.shows_part("客戶"), "{:?}", words.language);
    }
}

#[test]
fn the_encoding_that_was_chosen_is_meant_for_the_files_behind() {
    const TEXT: &str = "returns.csv";
    let make = |path: &Path| {
        sample::at(path);
        let (big5, _, _) = encoding_rs::BIG5.encode("客戶,QU1,意見\nC001,5,很好\nC002,4,\n");
        std::fs::write(path.with_file_name(TEXT), &big5).unwrap();
    };
    let mut gui = Gui::with(Language::Zh, Some(Box::new(make)), &[TEXT]);
    let shown = |gui: &Gui| {
        use egui_kittest::kittest::Queryable;
        let list = gui.window.get_by_role_and_label(Role::ComboBox, "文字编码");
        list.accesskit_node().value().unwrap()
    };
    let path = gui.folder.path().join(TEXT);
    let take = |gui: &mut Gui, files: usize| {
        let context = gui.window.ctx.clone();
        let take = manyi::ui::Action::Take(vec![path.clone(); files]);
        gui.window.state_mut().ask(&context, take);
        gui.settle();
    };
    take(&mut gui, 2);
    assert_eq!(shown(&gui), "编码 Big5");
    gui.choose("文字编码", "Windows-1252（西欧）");
    gui.click("跳过这个文件（后面还有 1 个）");
    assert_eq!(shown(&gui), "编码 Windows-1252");
    gui.click("取消");
    take(&mut gui, 1);
    assert_eq!(shown(&gui), "编码 Big5");
}

#[test]
fn columns_are_taken_for_the_options_of_a_single_choice_by_hand() {
    for (language, target, reading, ticked, import) in [
        (Language::Zh, "列对应到", "列读法", "打勾：", "导入 3 份"),
        (Language::En, "taken for", "read as", "Ticked: ", "Import 3"),
    ] {
        let mut gui = Gui::on(language, crate::workspace::frozen);
        let file = gui.folder.path().join("returns.csv");
        let rows = "甲,满意,√,,\n乙,满意,,√,\n丙,满意,√,√,\n";
        std::fs::write(&file, format!("客户,QU1,甲列,乙列,丙列\n{rows}")).unwrap();
        gui.drop_file(&file);
        let of = |letter: &str, words: &str| match language {
            Language::Zh => format!("{letter} {words}"),
            Language::En => format!("Column {letter} {words}"),
        };
        let item = "QU2 外观、包装与标识";
        gui.choose(&of("C", target), item);
        gui.choose(&of("C", reading), &format!("{ticked}很满意"));
        gui.choose(&of("D", target), &format!("{item} · 满意"));
        gui.choose(&of("E", target), &format!("{item} · 一般"));
        gui.click(import);
        let store = Store::open_read_only(&gui.folder.path().join("test.manyi")).unwrap();
        let data = store.load().unwrap();
        let answers = store.load_wave(data.waves[0].id).unwrap().columns;
        let answers: Vec<Answer> = (0..3).map(|row| answers[1].get(row)).collect();
        let expected = [Answer::Option(0), Answer::Option(1), Answer::Unreadable];
        assert_eq!(answers, expected, "{language:?}");
        let mut cells = data.issues.iter().map(|it| (&*it.cell, &*it.found));
        assert!(
            cells.any(|it| it == ("D4", "√")),
            "several ticks are settled"
        );
    }
}

/// A table with a row of totals, and the same export downloaded again with another answer.
#[test]
fn a_row_set_aside_is_a_return_once_somebody_says_so() {
    let words = &WORDS[0];
    let mut gui = with(words, PLATFORM);
    assert!(gui.shows_part("23 份答卷"));
    gui.click_first("第 2 行不是答卷");
    assert!(gui.shows_part("22 份答卷"));
    assert!(gui.shows("第 2 行：您说明不是答卷"));
    gui.reach("撤回 2");
    assert!(gui.shows_part("23 份答卷"));
}

#[test]
fn ticks_wait_for_the_option_they_mean() {
    for (language, tab, asked, option, import) in [
        (
            Language::Zh,
            "回收",
            "这一列只有勾",
            "打勾即“一般”",
            "导入 2 份",
        ),
        (
            Language::En,
            "Returns",
            "This column holds ticks",
            "Ticked: 一般",
            "Import 2",
        ),
    ] {
        let mut gui = Gui::on(language, |path| {
            sample::at(path);
            let csv = "客户,QU1,QU2\nC001,√,满意\nC002,√,一般\n";
            std::fs::write(path.with_file_name("ticks.csv"), csv).unwrap();
        });
        let before = gui.kept().1.returns.len();
        gui.click(tab);
        let path = gui.folder.path().join("ticks.csv");
        gui.drop_file(&path);
        assert!(gui.shows_part(asked), "{language:?}");
        gui.click(option);
        assert!(!gui.shows_part(asked), "{language:?}");
        gui.click_role(Role::Button, import);
        let (data, wave) = gui.kept();
        assert_eq!(wave.returns.len(), before + 2);
        let revision = data.revisions.last().unwrap();
        let items = &revision.questionnaire.items;
        let at = items.iter().position(|item| item.code == "QU1").unwrap();
        let options = &items[at].scale.as_ref().unwrap().options;
        let middle = options.iter().position(|it| it.label == "一般").unwrap();
        let middle = Answer::Option(u8::try_from(middle).unwrap());
        for row in before..before + 2 {
            assert_eq!(wave.columns[at].get(row), middle, "{language:?}");
        }
    }
}

/// A cross with nothing else in its row counts as one to look at, in its column as in the checks.
#[test]
fn a_cross_alone_is_shown_as_what_the_checks_count() {
    let mut gui = Gui::on(Language::Zh, |path| {
        sample::at(path);
        let csv = "客户,QU1-很满意,QU1-满意,QU1-一般\nC001,√,×,×\nC002,,×,\nC003,√,,\nC004,,√,\n";
        std::fs::write(path.with_file_name("crosses.csv"), csv).unwrap();
    });
    gui.click("回收");
    let path = gui.folder.path().join("crosses.csv");
    gui.drop_file(&path);
    assert!(gui.shows_part("1 格看不懂（C3“×”"), "the checks");
    // One of the crosses says no beside a tick, the other stands alone.
    assert!(gui.shows_part("×, ×, √"), "the samples");
    assert!(gui.shows_part("空, ?, "), "what they are read as");
}
