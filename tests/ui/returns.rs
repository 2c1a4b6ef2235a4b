//! Returns: the ledger, the list, what waits to be settled, void and back, imports undone.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use manyi::i18n::Language;
use manyi::model::{Answer, Data, WaveReturns};
use manyi::store::Store;

use crate::harness::Gui;
use crate::sample;

/// What the controls are called.
struct Words {
    language: Language,
    tab: &'static str,
    ledger: [&'static str; 7],
    all: &'static str,
    open: &'static str,
    void: &'static str,
    unanswered: &'static str,
    blank: &'static str,
    keep: &'static str,
    new_customer: &'static str,
    add: &'static str,
    make_void: &'static str,
    reason: &'static str,
    verb: &'static str,
    restore: &'static str,
    undo_import: &'static str,
    restore_import: &'static str,
}

const WORDS: [Words; 2] = [
    Words {
        language: Language::Zh,
        tab: "回收",
        ledger: [
            "名单 30",
            "调查率 93.3%",
            "发放 28",
            "回收率 82.1%",
            "回收 24",
            "有效率 95.8%",
            "有效 23",
        ],
        all: "全部 ",
        open: "待处理 ",
        void: "作废 1",
        unanswered: "未回收 5",
        blank: "留空",
        keep: "两份都计入",
        new_customer: "登记新客户…",
        add: "登记",
        make_void: "作废…",
        reason: "作答不足一半",
        verb: "作废",
        restore: "恢复计入",
        undo_import: "撤销导入 电话与纸质",
        restore_import: "恢复导入 电话与纸质",
    },
    Words {
        language: Language::En,
        tab: "Returns",
        ledger: [
            "Chosen 30",
            "Coverage 93.3%",
            "Issued 28",
            "Return rate 82.1%",
            "Returned 24",
            "Valid rate 95.8%",
            "Valid 23",
        ],
        all: "All ",
        open: "To settle ",
        void: "Void 1",
        unanswered: "Not returned 5",
        blank: "Leave blank",
        keep: "Keep both",
        new_customer: "New customer…",
        add: "Add",
        make_void: "Make void…",
        reason: "Less than half answered",
        verb: "Make void",
        restore: "Count again",
        undo_import: "Undo import of 电话与纸质",
        restore_import: "Restore import of 电话与纸质",
    },
];

impl Words {
    fn open(&self) -> Gui {
        let mut gui = Gui::on(self.language, sample::at);
        gui.click(self.tab);
        gui
    }

    fn has_open(&self, gui: &Gui, count: usize) -> bool {
        gui.shows(&format!("{}{count}", self.open))
    }
}

/// What the file holds of the newest wave.
fn kept(gui: &Gui) -> (Data, WaveReturns) {
    let store = Store::open_read_only(&gui.folder.path().join("test.manyi")).unwrap();
    let data = store.load().unwrap();
    let wave = data.waves.last().unwrap().id;
    let returns = store.load_wave(wave).unwrap();
    (data, returns)
}

#[test]
fn the_ledger_is_a_chain_and_leads_to_what_lies_behind_it() {
    for words in &WORDS {
        let mut gui = words.open();
        for link in words.ledger {
            assert!(gui.shows(link), "{link}");
        }
        gui.click_role(Role::Link, words.ledger[6]);
        assert!(!gui.shows_part("C021 "), "the void one is left out");
        gui.click_role(Role::Link, words.ledger[4]);
        gui.click(words.void);
        assert!(gui.shows_part("C021 ") && !gui.shows_part("C007 "));
        gui.click(words.unanswered);
        assert!(gui.shows_part("C009 "));
    }
}

#[test]
fn keys_lead_through_the_list_and_into_a_return() {
    let mut gui = WORDS[0].open();
    gui.click_part("C007 ");
    gui.key(Modifiers::NONE, Key::ArrowDown);
    gui.key(Modifiers::NONE, Key::Enter);
    assert!(gui.shows("C002") && gui.shows("问卷星_2026上半年.xlsx"));
    gui.key(Modifiers::ALT, Key::ArrowLeft);
    assert!(gui.shows_part("C007 "));
}

#[test]
fn the_list_is_sorted_by_any_column() {
    let mut gui = WORDS[0].open();
    let first = |gui: &Gui| {
        use egui_kittest::kittest::{NodeT, Queryable};
        let rows = gui.window.query_all_by_role(Role::Row);
        let top = rows.min_by(|a, b| a.rect().top().total_cmp(&b.rect().top()));
        top.unwrap().accesskit_node().label().unwrap()
    };
    assert!(first(&gui).starts_with("C003 "), "by turnover");
    gui.click_role(Role::ColumnHeader, "编号");
    assert!(first(&gui).starts_with("C001 "));
    gui.click_role(Role::ColumnHeader, "编号");
    assert!(!first(&gui).starts_with("C001 "));
}

#[test]
fn an_unreadable_cell_is_settled_at_the_spot_and_taken_back() {
    for words in &WORDS {
        let mut gui = words.open();
        assert!(words.has_open(&gui, 7));
        gui.key(Modifiers::NONE, Key::F8);
        gui.key(Modifiers::NONE, Key::F8);
        gui.key(Modifiers::NONE, Key::F8);
        let before = kept(&gui);
        gui.click_first(words.blank);
        assert!(words.has_open(&gui, 6), "{:?}", words.language);
        let after = kept(&gui);
        let settled = |data: &Data| data.issues.iter().filter(|it| it.settled.is_some()).count();
        assert_eq!(settled(&after.0), settled(&before.0) + 1);
        gui.key(Modifiers::COMMAND, Key::Z);
        assert!(words.has_open(&gui, 7));
        assert_eq!(kept(&gui), before);
    }
}

#[test]
fn an_answer_given_at_the_spot_counts() {
    let mut gui = WORDS[0].open();
    let unreadable = |returns: &WaveReturns| {
        let rows = 0..returns.returns.len();
        let cells = returns
            .columns
            .iter()
            .flat_map(|column| rows.clone().map(|row| column.get(row)));
        cells.filter(|answer| *answer == Answer::Unreadable).count()
    };
    let before = unreadable(&kept(&gui).1);
    gui.type_into("更正为", "9");
    gui.click_first("填入");
    assert_eq!(unreadable(&kept(&gui).1), before - 1);
}

#[test]
fn an_unknown_customer_is_entered_and_a_second_return_decided() {
    for words in &WORDS {
        let mut gui = words.open();
        let before = kept(&gui).0.customers.len();
        gui.reach(words.new_customer);
        gui.click_role(Role::Button, words.add);
        let (data, returns) = kept(&gui);
        assert_eq!(data.customers.len(), before + 1);
        assert!(returns.returns.iter().all(|it| it.customer.is_some()));
        assert!(words.has_open(&gui, 6), "{:?}", words.language);
        gui.reach(words.keep);
        assert!(words.has_open(&gui, 5));
    }
}

#[test]
fn a_return_is_made_void_with_a_reason_and_counts_again() {
    for words in &WORDS {
        let mut gui = words.open();
        gui.click_part("C007 ");
        gui.key(Modifiers::NONE, Key::Enter);
        gui.click(words.make_void);
        gui.click(words.reason);
        gui.click_role(Role::Button, words.verb);
        assert!(gui.shows(words.restore), "{:?}", words.language);
        let (_, returns) = kept(&gui);
        let reasons = |returns: &WaveReturns| {
            let void = returns.returns.iter().filter_map(|it| it.void.clone());
            void.filter(|reason| reason == words.reason).count()
        };
        assert_eq!(reasons(&returns), 1);
        gui.click(words.restore);
        assert_eq!(reasons(&kept(&gui).1), 0);
    }
}

#[test]
fn an_import_is_taken_back_and_restored_at_any_time() {
    for words in &WORDS {
        let mut gui = words.open();
        gui.click_part(words.undo_import);
        assert!(
            gui.shows(&format!("{}17", words.all)),
            "{:?}",
            words.language
        );
        gui.click_part(words.restore_import);
        assert!(gui.shows(&format!("{}25", words.all)));
    }
}
