//! Lines over the half-years, in both languages.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::NodeT;
use manyi::i18n::Language;

use crate::harness::Gui;
use crate::sample;
use crate::workspace;

struct Words {
    language: Language,
    title: &'static str,
    chart: &'static str,
    value: &'static str,
    story: &'static str,
    full: &'static str,
    none: &'static str,
    open: &'static str,
    draw: &'static str,
    tab: &'static str,
}

const WORDS: [Words; 2] = [
    Words {
        language: Language::Zh,
        title: "交付及时连续 2 期上升，价格连续 5 期下降；指数 84.5，比上期低 1.6 分（可能是偶然），低于目标（可能是偶然）",
        chart: "趋势图：交付及时连续 2 期上升",
        value: "价格 2025 下 78.3",
        story: "价格：73.0，比上期低 5.3 分（可能是偶然）（2025 下半年 78.3）。",
        full: "最多同时画 6 条。先去掉一条，再加别的。",
        none: "没有选中的线",
        open: "展开价格",
        draw: "加入图表",
        tab: "得分",
    },
    Words {
        language: Language::En,
        title: "交付及时 rose 2 waves running, 价格 fell 5 waves running; index 84.5, 1.6 points below the previous wave (may be chance), below target (may be chance)",
        chart: "Trend chart: 交付及时 rose 2 waves running",
        value: "价格 2025 H2 78.3",
        story: "价格: 73.0, 5.3 points below the previous wave (may be chance) (2025 H2: 78.3).",
        full: "No more than 6 lines at once. Take one away before adding another.",
        none: "No line chosen",
        open: "Open 价格",
        draw: "Add to chart",
        tab: "Scores",
    },
];

fn trends(language: Language) -> Gui {
    let mut gui = Gui::on(language, sample::at);
    gui.key(Modifiers::COMMAND, Key::Num4);
    gui
}

#[test]
fn the_title_states_the_finding_and_the_table_holds_the_values() {
    for words in WORDS {
        let gui = trends(words.language);
        assert!(gui.shows(words.title), "{:?}", words.language);
        assert!(gui.shows_part(words.chart));
        assert!(gui.shows(words.value));
        assert!(gui.shows(words.story));
    }
}

#[test]
fn lines_come_and_go_up_to_six() {
    for words in WORDS {
        let mut gui = trends(words.language);
        gui.click_role(Role::CheckBox, "产品质量");
        assert!(gui.shows_part("产品质量 20"));
        gui.click(words.open);
        gui.click_role(Role::CheckBox, "PR2 报价清楚、及时");
        assert!(!gui.shows(words.full));
        gui.click_starting(words.draw);
        assert!(gui.shows(words.full), "{:?}", words.language);
        assert!(!gui.shows_part(words.draw), "nothing more can be drawn");
        for name in ["有害物质管理", "产品质量"] {
            gui.click_role(Role::CheckBox, name);
        }
        assert!(!gui.shows(words.full) && !gui.shows_part("产品质量 20"));
    }
}

#[test]
fn without_a_line_the_page_says_what_to_do() {
    for words in WORDS {
        let mut gui = trends(words.language);
        let index = match words.language {
            Language::Zh => "满意度指数",
            Language::En => "Satisfaction index",
        };
        for name in [index, "交付及时", "价格"] {
            gui.click_role(Role::CheckBox, name);
        }
        assert!(gui.shows(words.none), "{:?}", words.language);
        gui.click_role(Role::CheckBox, "价格");
        assert!(gui.shows_part("78.3"));
    }
}

#[test]
fn what_is_drawn_beside_the_lines_is_chosen() {
    let mut gui = trends(Language::Zh);
    for name in ["目标线", "95% 区间", "数值", "改写断点"] {
        gui.click_role(Role::CheckBox, name);
        gui.click_role(Role::CheckBox, name);
    }
    assert!(gui.shows("* 题目改写，不与前一期比较。"));
    assert!(gui.shows("交付及时 2024 下 *82.7"));
}

#[test]
fn a_value_leads_to_the_scores_of_its_wave() {
    for words in WORDS {
        let mut gui = trends(words.language);
        gui.click(words.value);
        assert!(gui.chosen_tab(words.tab));
        assert!(gui.shows_part("86.1"), "the index of that wave");
    }
}

#[test]
fn the_chart_is_saved_and_printed() {
    let answers = ["trend.pdf", "trend.png"];
    let mut gui = Gui::with(Language::Zh, Some(Box::new(sample::at)), &answers);
    gui.key(Modifiers::COMMAND, Key::Num4);
    gui.click("图表菜单：趋势");
    gui.click("另存为 PDF…");
    let pdf = std::fs::read(gui.folder.path().join("trend.pdf")).unwrap();
    assert!(pdf.starts_with(b"%PDF"));
    gui.click("图表菜单：趋势");
    gui.click("另存为 PNG…");
    let png = std::fs::read(gui.folder.path().join("trend.png")).unwrap();
    assert!(png.starts_with(b"\x89PNG"));
}

#[test]
fn scrolling_zooms_and_everything_comes_back() {
    let mut gui = trends(Language::Zh);
    let chart = gui.get_part("趋势图").rect();
    gui.window.hover_at(chart.center());
    gui.settle();
    gui.window.event(egui::Event::MouseWheel {
        unit: egui::MouseWheelUnit::Line,
        delta: egui::vec2(0.0, 4.0),
        phase: egui::TouchPhase::Move,
        source: egui::MouseWheelSource::Wheel,
        modifiers: Modifiers::NONE,
    });
    gui.settle();
    gui.settle();
    assert!(gui.shows("显示全部"));
    gui.click("显示全部");
    assert!(!gui.shows("显示全部"));
}

#[test]
fn lines_side_by_side_lead_to_the_line_and_answers_are_counted_by_wave() {
    for (language, side, small, answers, wave) in [
        (
            Language::Zh,
            "并列",
            "小图：价格 73.0",
            "分布",
            "2026 上半年 ",
        ),
        (
            Language::En,
            "Grid",
            "Small chart: 价格 73.0",
            "Answers",
            "2026 H1 ",
        ),
    ] {
        let mut gui = trends(language);
        gui.click(side);
        gui.click(small);
        assert!(!gui.shows_part(small), "back among the lines");
        gui.click(answers);
        assert!(gui.shows_part(wave));
        let told = gui.get_part("价格 2023").accesskit_node().label();
        let told = told.unwrap_or_default();
        assert_eq!(told.matches("; ").count(), 5, "{told}");
    }
}

#[test]
fn without_returns_the_next_step_is_offered() {
    let mut gui = Gui::on(Language::Zh, workspace::frozen);
    gui.key(Modifiers::COMMAND, Key::Num4);
    assert!(gui.shows("这一期还没有有效答卷"));
    let mut gui = Gui::on(Language::En, workspace::draft);
    gui.key(Modifiers::COMMAND, Key::Num4);
    assert!(gui.shows("No wave yet"));
}

#[test]
fn more_lines_are_shown_whole() {
    let mut gui = trends(Language::Zh);
    for name in ["产品质量", "配合度", "有害物质管理"] {
        gui.click_role(Role::CheckBox, name);
        assert!(!gui.shows("显示全部"), "{name} lies beyond the old scale");
    }
}

#[test]
fn few_returns_tell_no_story() {
    let mut gui = Gui::on(Language::Zh, sample::at);
    gui.click("区域");
    gui.click_role(Role::MenuItem, "华中");
    gui.key(Modifiers::NONE, Key::Escape);
    gui.key(Modifiers::COMMAND, Key::Num4);
    assert!(gui.shows_part("华中"), "the filter holds here");
    assert!(
        !gui.shows_part("加入图表"),
        "means of fewer than five are not told"
    );
}
