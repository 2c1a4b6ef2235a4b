//! From nothing to a wave that collects: customers, wave, frame, issue.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use manyi::i18n::Language;
use manyi::store::Store;

use crate::harness::Gui;
use crate::workspace;

/// What the controls are called.
struct Words {
    language: Language,
    tab: &'static str,
    no_customers: &'static str,
    type_in: &'static str,
    new: &'static str,
    name: &'static str,
    add: &'static str,
    turnover: &'static str,
    no_wave: &'static str,
    open_wave: &'static str,
    open: &'static str,
    no_frame: &'static str,
    to_frame: &'static str,
    everybody: &'static str,
    choose: &'static str,
    channel: &'static str,
    issue: &'static str,
    ledger: &'static str,
    customers: &'static str,
    undo: &'static str,
}

const WORDS: [Words; 2] = [
    Words {
        language: Language::Zh,
        tab: "回收",
        no_customers: "还没有客户",
        type_in: "手工录入",
        new: "新客户",
        name: "名称",
        add: "登记",
        turnover: "营业额",
        no_wave: "还没有调查批次",
        open_wave: "开启新一期…",
        open: "开启",
        no_frame: "2026 下半年还没有选客户",
        to_frame: "名单与发放",
        everybody: "全选",
        choose: "选 昆山联拓精密",
        channel: "渠道",
        issue: "标记发放 1 家",
        ledger: "发放 1",
        customers: "客户名册",
        undo: "撤销",
    },
    Words {
        language: Language::En,
        tab: "Returns",
        no_customers: "No customers yet",
        type_in: "Type them in",
        new: "New customer",
        name: "Name",
        add: "Add",
        turnover: "Turnover",
        no_wave: "No wave yet",
        open_wave: "Open a wave…",
        open: "Open",
        no_frame: "Nobody chosen for 2026 H2 yet",
        to_frame: "Customer list and issue",
        everybody: "Choose all",
        choose: "Choose 昆山联拓精密",
        channel: "Channel",
        issue: "Mark 1 as issued",
        ledger: "Issued 1",
        customers: "Customers",
        undo: "Undo",
    },
];

#[test]
fn the_empty_tab_leads_from_customers_to_an_issued_wave() {
    for words in &WORDS {
        let mut gui = Gui::on(words.language, workspace::draft);
        gui.click(words.tab);
        assert!(gui.shows(words.no_customers), "{:?}", words.language);
        gui.click(words.type_in);
        for name in ["昆山联拓精密", "东莞铭昇塑胶"] {
            gui.click_role(Role::Button, words.new);
            gui.type_into(words.name, name);
            gui.click_role(Role::Button, words.add);
        }
        gui.click_part("C001 ");
        gui.type_into(words.turnover, "960");
        gui.click(words.tab);

        assert!(gui.shows(words.no_wave));
        gui.click(words.open_wave);
        gui.click_role(Role::Button, words.open);
        assert!(gui.shows(words.no_frame), "{:?}", words.language);

        gui.click_first(words.to_frame);
        gui.click(words.everybody);
        gui.click(&words.choose.replace("昆山联拓精密", "东莞铭昇塑胶"));
        gui.type_into(words.channel, "邮件");
        gui.click(words.issue);
        gui.key(Modifiers::ALT, Key::ArrowLeft);
        assert!(gui.shows(words.ledger), "{:?}", words.language);

        let store = Store::open_read_only(&gui.folder.path().join("test.manyi")).unwrap();
        let data = store.load().unwrap();
        let frame = data.frame(data.waves[0].id);
        assert_eq!(frame.len(), 1);
        assert_eq!(frame[0].channel, "邮件");
        assert_eq!(frame[0].turnover, Some(960.0));
        assert!(data.revisions[0].frozen);
    }
}

#[test]
fn a_customer_is_edited_and_the_edit_undone() {
    for words in &WORDS {
        let mut gui = Gui::on(words.language, workspace::frozen);
        gui.click(words.tab);
        gui.click_role(Role::Button, words.customers);
        gui.click_part("C002 ");
        gui.type_into(words.name, "东莞铭昇");
        assert!(gui.shows_part("C002 东莞铭昇 "));
        gui.click_role(Role::Button, words.undo);
        assert!(gui.shows_part("C002 东莞铭昇塑胶 "), "{:?}", words.language);
    }
}

#[test]
fn how_many_to_ask_is_told_from_what_the_last_wave_was_like() {
    for (language, list, ask, from, half, needed, wrong) in [
        (
            Language::Zh,
            "名单与发放",
            "该发多少家？",
            "标准差和回收取自2025 下半年。",
            "希望的区间 ± 分",
            "份有效答卷",
            "要大于 0；分和百分数不超过 100",
        ),
        (
            Language::En,
            "Customer list and issue",
            "How many?",
            "Standard deviation and response are those of 2025 H2.",
            "Interval wanted, ± points",
            "valid returns are needed",
            "Numbers above 0; at most 100 points and 100 %",
        ),
    ] {
        let mut gui = Gui::on(language, crate::sample::at);
        gui.key(Modifiers::COMMAND, Key::Num2);
        gui.click_first(list);
        gui.click(ask);
        assert!(gui.shows(from), "{language:?}");
        gui.type_into(half, "9");
        assert!(gui.shows_part(needed), "{language:?}");
        gui.type_into(half, "0");
        assert!(gui.shows(wrong) && !gui.shows_part(needed));
        gui.key(Modifiers::NONE, Key::Escape);
        assert!(!gui.shows(from), "closed");
    }
}
