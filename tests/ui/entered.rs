//! Waves of old reports and figures of the firm's own, typed and pasted in the trends.

use egui::{Key, Modifiers};
use manyi::i18n::Language;
use manyi::model::{Past, Subject};

use crate::harness::Gui;
use crate::sample;

struct Words {
    language: Language,
    add: &'static str,
    period: &'static str,
    score: &'static str,
    impossible: &'static str,
    keep: &'static str,
    change: &'static str,
    remove: &'static str,
    kpi: [&'static str; 6],
}

const WORDS: [Words; 2] = [
    Words {
        language: Language::Zh,
        add: "补录往期…",
        period: "期间",
        score: "满意度指数 得分",
        impossible: "22 份作答得不出这个比例：7 份是 31.8%，8 份是 36.4%",
        keep: "保存",
        change: "修改2021 上半年",
        remove: "删去",
        kpi: [
            "添加指标…",
            "名称",
            "单位",
            "1 期间",
            "修改按期交付",
            "1 数值",
        ],
    },
    Words {
        language: Language::En,
        add: "Add a past wave…",
        period: "Period",
        score: "Satisfaction index Score",
        impossible: "22 answers cannot give this: 7 of them are 31.8%, 8 are 36.4%",
        keep: "Keep",
        change: "Change 2021 H1",
        remove: "Remove",
        kpi: [
            "Add a KPI…",
            "Name",
            "Unit",
            "1 Period",
            "Change 按期交付",
            "1 Value",
        ],
    },
];

fn trends(language: Language) -> Gui {
    let mut gui = Gui::on(language, sample::at);
    gui.key(Modifiers::COMMAND, Key::Num4);
    gui
}

fn of(gui: &Gui, period: &str) -> Option<Past> {
    let (data, _) = gui.kept();
    data.past
        .iter()
        .find(|it| it.period.to_string() == period)
        .cloned()
}

#[test]
fn a_past_wave_is_pasted_refused_where_it_cannot_be_changed_and_removed() {
    for words in WORDS {
        let mut gui = trends(words.language);
        gui.reach(words.add);
        gui.type_into(words.period, "2021H1");
        gui.focus(words.score);
        gui.paste("82.4\t22\t9.1\r\n80\t22\r\n");
        assert_eq!(gui.value(words.score), "82.4", "{:?}", words.language);
        gui.click(words.keep);
        let past = of(&gui, "2021H1").unwrap();
        let index = past.figure(&Subject::Index).unwrap();
        assert_eq!(
            (index.score, index.n, index.sd),
            (Some(82.4), Some(22), Some(9.1))
        );
        assert_eq!(past.figures.len(), 2);
        // Changed: once into what cannot be, then into what can.
        gui.reach(words.change);
        gui.type_into(words.score, "182");
        gui.click(words.keep);
        assert_eq!(
            of(&gui, "2021H1").as_ref(),
            Some(&past),
            "nothing wrong is kept"
        );
        gui.type_into(words.score, "83");
        gui.click(words.keep);
        let changed = of(&gui, "2021H1").unwrap();
        assert_eq!(changed.figure(&Subject::Index).unwrap().score, Some(83.0));
        gui.key(Modifiers::COMMAND, Key::Z);
        assert_eq!(of(&gui, "2021H1"), Some(past), "one step");
        gui.reach(words.change);
        gui.click(words.remove);
        assert_eq!(of(&gui, "2021H1"), None);
        gui.key(Modifiers::COMMAND, Key::Z);
        assert!(of(&gui, "2021H1").is_some());
    }
}

#[test]
fn a_share_so_many_returns_cannot_give_is_refused_with_the_reason() {
    for words in WORDS {
        let mut gui = trends(words.language);
        gui.reach(words.add);
        gui.type_into(words.period, "2021H1");
        gui.focus(words.score);
        // As far down as the sheet goes: every row has 22 answers, and a rate 22 cannot give.
        let rows = "80\t22\t\t35.7\r\n".repeat(40);
        gui.paste(&rows);
        assert!(gui.shows_part(words.impossible), "{:?}", words.language);
        gui.click(words.keep);
        assert_eq!(of(&gui, "2021H1"), None);
    }
}

#[test]
fn a_series_of_the_firm_is_pasted_changed_and_removed() {
    for words in WORDS {
        let [add, name, unit, period, change, value] = words.kpi;
        let mut gui = trends(words.language);
        let before = gui.kept().0.kpis.len();
        gui.reach(add);
        gui.type_into(name, "按期交付");
        gui.type_into(unit, "%");
        gui.focus(period);
        gui.paste("2026-01\t0.95\n2026-02\t0.97\n");
        gui.click(words.keep);
        assert_eq!(
            gui.kept().0.kpis.len(),
            before,
            "95 % or 0.95 %: nobody can tell"
        );
        gui.focus(period);
        gui.paste("2026-01\t95\n2026年2月\t97%\n");
        gui.click(words.keep);
        let kpi = |gui: &Gui| gui.kept().0.kpi("按期交付").cloned();
        assert_eq!(
            kpi(&gui).unwrap().values(),
            [95.0, 97.0],
            "{:?}",
            words.language
        );
        gui.click_first(change);
        gui.type_into(value, "96.5");
        gui.click(words.keep);
        assert_eq!(kpi(&gui).unwrap().values(), [96.5, 97.0]);
        gui.key(Modifiers::COMMAND, Key::Z);
        assert_eq!(kpi(&gui).unwrap().values(), [95.0, 97.0]);
        gui.click_first(change);
        gui.click(words.remove);
        assert_eq!(kpi(&gui), None);
    }
}
