//! Undo and redo by keyboard: what cannot be taken back stays, says why, and can be passed.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use manyi::i18n::Language;
use manyi::jobs::import;
use manyi::model::{Data, IssueKind, Progress, Reading, WaveReturns};
use manyi::store::Store;

use crate::harness::Gui;
use crate::workspace;

/// What the controls are called.
struct Words {
    language: Language,
    names: &'static str,
    company: &'static str,
    save: &'static str,
    item: &'static str,
    text: &'static str,
    sign: &'static str,
    name: &'static str,
    signed: &'static str,
    stuck: &'static str,
    why: &'static str,
    skip: &'static str,
    close: &'static str,
    returns: &'static str,
    import: &'static str,
    new_customer: &'static str,
    add: &'static str,
    keep: &'static str,
    undone: &'static str,
}

const WORDS: [Words; 2] = [
    Words {
        language: Language::Zh,
        names: "公司与调查名称…",
        company: "公司名称",
        save: "保存",
        item: "PR1 价格水平",
        text: "题目",
        sign: "签署…",
        name: "姓名",
        signed: "签署",
        stuck: "这一步撤销不了",
        why: "李敏已于 2026-07-06 在 A/1 版上签名",
        skip: "跳过它，撤销前一步",
        close: "关闭",
        returns: "回收",
        import: "导入 6 份",
        new_customer: "登记新客户…",
        add: "登记",
        keep: "两份都计入",
        undone: "已撤销导入：returns.csv",
    },
    Words {
        language: Language::En,
        names: "Company and survey…",
        company: "Company name",
        save: "Save",
        item: "PR1 价格水平",
        text: "Text",
        sign: "Sign…",
        name: "Name",
        signed: "Sign",
        stuck: "This step cannot be undone",
        why: "李敏 signed revision A/1 on 2026-07-06",
        skip: "Skip it and undo the one before",
        close: "Close",
        returns: "Returns",
        import: "Import 6",
        new_customer: "New customer…",
        add: "Add",
        keep: "Keep both",
        undone: "Import undone: returns.csv",
    },
];

/// What stands in the file.
fn data(gui: &Gui) -> Data {
    let path = gui.folder.path().join("test.manyi");
    Store::open_read_only(&path).unwrap().load().unwrap()
}

fn undo(gui: &mut Gui) {
    gui.key(Modifiers::COMMAND, Key::Z);
}

fn redo(gui: &mut Gui) {
    gui.key(Modifiers::COMMAND, Key::Y);
}

#[test]
fn what_was_signed_stays_says_so_and_is_passed_only_on_request() {
    for words in &WORDS {
        let mut gui = Gui::on(words.language, workspace::draft);
        gui.click("苏州科瑞机电");
        gui.click(words.names);
        gui.type_into(words.company, "苏州科瑞");
        gui.click_role(Role::Button, words.save);
        gui.click(words.item);
        gui.type_into(words.text, "价格");
        for _ in 0..3 {
            gui.click(words.sign);
            gui.type_into(words.name, "李敏");
            gui.click_role(Role::Button, words.signed);
        }
        let signed = data(&gui);
        for _ in 0..2 {
            undo(&mut gui);
            assert!(gui.shows(words.stuck), "{:?}", words.language);
            assert!(gui.shows_part(words.why), "{:?}", words.language);
            let close =
                egui_kittest::kittest::Queryable::query_all_by_label(&gui.window, words.close);
            close.last().unwrap().click();
            gui.settle();
            assert_eq!(data(&gui), signed);
        }
        redo(&mut gui);
        assert_eq!(data(&gui), signed, "a refused undo is no redo");
        undo(&mut gui);
        gui.click(words.skip);
        let after = data(&gui);
        assert_eq!(after.workspace.company, "苏州科瑞机电");
        assert_eq!(after.revisions, signed.revisions);
        redo(&mut gui);
        assert_eq!(data(&gui), signed, "{:?}", words.language);
    }
}

/// A wave with this many returns of a customer the register does not know.
fn strangers(path: &std::path::Path, count: usize) {
    workspace::frozen(path);
    let mut store = Store::open(path).unwrap();
    let data = store.load().unwrap();
    let file = path.with_file_name("returns.csv");
    let mut lines = "客户,QU1,QU2,PR1,PR2\n".to_owned();
    lines.extend(std::iter::repeat_n("宁海新客户,5,4,3,4\n", count));
    std::fs::write(&file, lines).unwrap();
    let asked = import::Asked {
        questionnaire: &data.revisions[0].questionnaire,
        customers: &data.customers,
        values: Some(Reading::Scores),
        decoding: manyi::intake::Decoding::Recognised,
        markings: &data.markings,
    };
    let progress = Progress::default();
    let candidate = import::open(&file, asked, &progress).unwrap();
    let (survey, period) = (&data.surveys[0], data.waves[0].period);
    import::take_in(&mut store, &data, survey, period, &candidate, &progress).unwrap();
}

#[test]
fn a_group_of_any_size_is_settled_at_once_and_taken_back() {
    const RETURNS: usize = 1_200;
    let mut gui = Gui::on(Language::Zh, |path| strangers(path, RETURNS));
    let before = data(&gui);
    gui.click("回收");
    gui.click_first("登记新客户…");
    gui.click_role(Role::Button, "登记");
    let settled = data(&gui);
    let second = settled.issues.iter();
    let second = second.filter(|it| it.kind == IssueKind::SecondReturn && it.settled.is_none());
    assert_eq!(second.count(), RETURNS - 1);
    undo(&mut gui);
    assert_eq!(data(&gui), before);
    redo(&mut gui);
    assert_eq!(data(&gui), settled);
}

/// What counts of the file: an import taken back leaves its row behind.
fn counting(gui: &Gui) -> (Data, Vec<WaveReturns>) {
    let path = gui.folder.path().join("test.manyi");
    let store = Store::open_read_only(&path).unwrap();
    let mut data = store.load().unwrap();
    data.imports.retain(|import| !import.undone);
    let waves = data.waves.iter();
    let returns = waves.map(|wave| store.load_wave(wave.id).unwrap());
    let returns = returns.collect();
    (data, returns)
}

/// Edits before a file, the file that opens its wave and freezes the questionnaire, and edits
/// of what it brought; each followed by what stands in the file.
fn forth(gui: &mut Gui, words: &Words) -> Vec<(Data, Vec<WaveReturns>)> {
    let mut states = vec![counting(gui)];
    for (item, text) in [(words.item, "价格"), ("QU1 产品质量的稳定性", "稳定")] {
        gui.click(item);
        gui.type_into(words.text, text);
        states.push(counting(gui));
    }
    gui.click("苏州科瑞机电");
    gui.click(words.names);
    gui.type_into(words.company, "苏州科瑞");
    gui.click_role(Role::Button, words.save);
    states.push(counting(gui));
    let file = gui.folder.path().join("returns.csv");
    let line = "宁海新客户,很满意,满意,一般,满意\n";
    let lines = format!("客户,QU1,QU2,PR1,PR2\n{}", line.repeat(6));
    std::fs::write(&file, lines).unwrap();
    gui.drop_file(&file);
    gui.click(words.import);
    states.push(counting(gui));
    gui.click_first(words.new_customer);
    gui.click_role(Role::Button, words.add);
    states.push(counting(gui));
    gui.click_first(words.keep);
    states.push(counting(gui));
    states
}

#[test]
fn edits_before_and_after_a_file_are_taken_back_through_it_and_done_again() {
    for words in &WORDS {
        let mut gui = Gui::on(words.language, workspace::draft);
        let states = forth(&mut gui, words);
        assert!(data(&gui).revisions[0].frozen);
        for (at, state) in states.iter().enumerate().rev().skip(1) {
            undo(&mut gui);
            let language = words.language;
            assert!(counting(&gui) == *state, "{language:?}: back to {at}");
            assert_eq!(gui.shows(words.undone), at == 3, "{language:?}: {at}");
        }
        assert!(!gui.shows(words.stuck));
        for (at, state) in states.iter().enumerate().skip(1) {
            redo(&mut gui);
            let language = words.language;
            assert!(counting(&gui) == *state, "{language:?}: again to {at}");
        }
        assert!(gui.chosen_tab(words.returns), "{:?}", words.language);
    }
}
