//! The figures of the wave and the page of one item, in both languages.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use manyi::i18n::Language;

use crate::harness::Gui;
use crate::sample;
use crate::workspace;

struct Words {
    language: Language,
    index: &'static str,
    facts: [&'static str; 3],
    everybody: &'static str,
    below: &'static str,
    unsure: &'static str,
    south: &'static str,
    table: &'static str,
    clear: &'static str,
    nobody: &'static str,
}

const WORDS: [Words; 2] = [
    Words {
        language: Language::Zh,
        index: "满意度指数 84.5 95% 区间 79.1–88.7",
        facts: [
            "目标 ≥ 85 差 0.5，区间跨过目标",
            "较上期 −1.6 说不准 上期 86.1",
            "计入 24 一家客户值 3.3 分",
        ],
        everybody: "全部客户 24",
        below: "价格：73.0，低于目标",
        unsure: "指数 84.5，低于目标（可能是偶然）",
        south: "满意度指数 79.6 95% 区间 57.9–92.4",
        table: "换成表格",
        clear: "清除筛选",
        nobody: "没有符合筛选的答卷",
    },
    Words {
        language: Language::En,
        index: "Satisfaction index 84.5 95% interval 79.1–88.7",
        facts: [
            "Target ≥ 85 0.5 short, inside the interval",
            "Change −1.6 can't tell previous 86.1",
            "Counted 24 1 customer = 3.3 points",
        ],
        everybody: "All customers 24",
        below: "价格: 73.0, below target",
        unsure: "Index 84.5, below target (may be chance)",
        south: "Satisfaction index 79.6 95% interval 57.9–92.4",
        table: "Show as table",
        clear: "Clear filter",
        nobody: "No return passes the filter",
    },
];

#[test]
fn the_index_stands_with_its_meaning_and_the_findings() {
    for words in WORDS {
        let gui = Gui::on(words.language, sample::at);
        assert!(gui.shows(words.index), "{:?}", words.language);
        for fact in words.facts {
            assert!(gui.shows(fact), "{fact}");
        }
        assert!(gui.shows(words.below));
        assert!(gui.shows(words.unsure));
    }
}

#[test]
fn a_filter_holds_in_every_tab_until_it_is_cleared() {
    for words in WORDS {
        let mut gui = Gui::on(words.language, sample::at);
        gui.click("区域");
        gui.click_role(Role::MenuItem, "华南");
        gui.key(Modifiers::NONE, Key::Escape);
        assert!(gui.shows(words.south), "{:?}", words.language);
        gui.key(Modifiers::COMMAND, Key::Num4);
        assert!(gui.shows_part("华南"));
        gui.click(words.clear);
        gui.key(Modifiers::COMMAND, Key::Num3);
        assert!(gui.shows(words.index));
    }
}

#[test]
fn scores_are_compared_with_any_wave_before_and_say_what_changed() {
    let words = [
        (
            Language::Zh,
            ["变化", "与哪一期比", "2024 上半年", "判断"],
            "上升 0 · 下降 0 · 持平 0 · 说不准 21",
            "相差 −1.1 说不准 2024 上半年 85.6",
        ),
        (
            Language::En,
            ["Changes", "Compared with", "2024 H1", "Verdict"],
            "rose 0 · fell 0 · same 0 · can't tell 21",
            "Difference −1.1 can't tell 2024 H1 85.6",
        ),
    ];
    for (language, [changes, against, other, verdict], counted, fact) in words {
        let mut gui = Gui::on(language, sample::at);
        assert!(gui.shows(counted), "{language:?}");
        assert!(!gui.shows(verdict));
        gui.click_role(Role::RadioButton, changes);
        assert!(gui.shows(verdict));
        gui.choose(against, other);
        assert!(gui.shows(fact), "{language:?}");
        // It stays so under a filter, and is forgotten where that wave is not before.
        gui.click("区域");
        gui.click_role(Role::MenuItem, "华东");
        gui.key(Modifiers::NONE, Key::Escape);
        let chosen = gui.get(against).value();
        assert!(chosen.is_some_and(|it| it.contains(other)));
    }
}

#[test]
fn a_filter_nobody_passes_says_so() {
    for words in WORDS {
        let mut gui = Gui::on(words.language, sample::at);
        gui.click("区域");
        gui.click_role(Role::MenuItem, "西南");
        gui.key(Modifiers::NONE, Key::Escape);
        gui.click("行业");
        gui.click_role(Role::MenuItem, "医疗");
        gui.key(Modifiers::NONE, Key::Escape);
        assert!(gui.shows(words.nobody), "{:?}", words.language);
        gui.click(words.clear);
        assert!(gui.shows(words.index));
        gui.click(words.everybody);
        assert!(gui.shows(words.index), "pressed again it changes nothing");
    }
}

#[test]
fn fewer_than_five_have_neither_mean_nor_share() {
    let mut gui = Gui::on(Language::Zh, sample::at);
    gui.click("区域");
    gui.click_role(Role::MenuItem, "华中");
    gui.key(Modifiers::NONE, Key::Escape);
    assert!(gui.shows("满意度指数 – 3 份答卷，不足 5 份，不算均值"));
    assert!(gui.shows("产品质量 30% – 3 份 – – –"));
    assert!(gui.shows("价格：不足 5 份答卷"));
}

#[test]
fn dimensions_open_and_the_chosen_one_shows_its_answers() {
    let mut gui = Gui::on(Language::Zh, sample::at);
    assert!(gui.shows("价格：PR1 最低，24 份里有 6 份不满意"));
    assert!(!gui.shows_part("QU1"));
    gui.click_starting("产品质量 30%");
    assert!(gui.shows_part("QU1"));
    assert!(gui.shows_part("产品质量：QU3 最低"));
    gui.click("换成表格");
    assert!(gui.shows("不适用") && gui.shows("换回图表"));
    gui.click("换回图表");
    assert!(!gui.shows("不适用"));
}

#[test]
fn every_number_leads_down_to_its_returns() {
    for words in WORDS {
        let mut gui = Gui::on(words.language, sample::at);
        let returns = match words.language {
            Language::Zh => "回收",
            Language::En => "Returns",
        };
        let pieces = match words.language {
            Language::Zh => ["价格 得分 73.0", "PR1 不满意：4 份", words.index],
            Language::En => ["价格 Score 73.0", "PR1 不满意: 4", words.index],
        };
        for piece in pieces {
            gui.click(piece);
            assert!(gui.chosen_tab(returns), "{piece}");
            gui.key(Modifiers::ALT, Key::ArrowLeft);
            assert!(gui.shows(words.table), "{piece} and back");
        }
    }
}

#[test]
fn a_chart_is_saved_from_its_menu() {
    let answers = ["scores.pdf", "answers.svg"];
    let mut gui = Gui::with(Language::Zh, Some(Box::new(sample::at)), &answers);
    gui.click("图表菜单：得分表");
    gui.click("另存为 PDF…");
    let pdf = std::fs::read(gui.folder.path().join("scores.pdf")).unwrap();
    assert!(pdf.starts_with(b"%PDF"));
    gui.click_part("图表菜单：价格");
    gui.click("另存为 SVG…");
    let svg = std::fs::read_to_string(gui.folder.path().join("answers.svg")).unwrap();
    assert!(svg.contains("很不满意"));
}

#[test]
fn an_action_is_raised_from_a_finding_and_taken_back() {
    for words in WORDS {
        let mut gui = Gui::on(words.language, sample::at);
        let (raise, raised, scores) = match words.language {
            Language::Zh => ("提出改进", "已提出 CA-2026-03", "得分"),
            Language::En => ("Raise action", "Raised: CA-2026-03", "Scores"),
        };
        gui.click_starting(raise);
        assert!(gui.shows_part("CA-2026-03"), "{:?}", words.language);
        gui.click_role(Role::Tab, scores);
        assert!(gui.shows(raised));
        gui.key(Modifiers::COMMAND, Key::Z);
        assert!(!gui.shows(raised));
    }
}

struct Item {
    language: Language,
    figure: &'static str,
    change: &'static str,
    low: &'static str,
    gave: &'static str,
    back: &'static str,
    next: &'static str,
    place: &'static str,
    search: &'static str,
    typed: &'static str,
    found: &'static str,
    open: &'static str,
    returns: &'static str,
}

const ITEMS: [Item; 2] = [
    Item {
        language: Language::Zh,
        figure: "PR1 65.0 95% 区间 55.3–74.2",
        change: "较上期 −8.0 上期 73.0",
        low: "打 1–2 分的客户",
        gave: "6 家，占营业额 28.0%",
        back: "回到得分",
        next: "下一题",
        place: "第 7 题，共 16 题",
        search: "查找意见",
        typed: "意见里的字",
        found: "1 条",
        open: "打开昆山澜拓精密的答卷",
        returns: "看 24 份答卷",
    },
    Item {
        language: Language::En,
        figure: "PR1 65.0 95% interval 55.3–74.2",
        change: "Change −8.0 previous 73.0",
        low: "Customers who scored 1–2",
        gave: "6 customers, 28.0% of turnover",
        back: "Back to scores",
        next: "Next item",
        place: "Item 7 of 16",
        search: "Search comments",
        typed: "Words in comments",
        found: "1 comment",
        open: "Open the return of 昆山澜拓精密",
        returns: "See 24 returns",
    },
];

const PRICE: &str = "PR1 与同类供应商相比，我公司产品的价格";

#[test]
fn an_item_shows_who_is_unhappy_and_what_they_wrote() {
    for item in ITEMS {
        let mut gui = Gui::on(item.language, sample::at);
        gui.click_first(PRICE);
        for words in [item.figure, item.change, item.low, item.gave, item.place] {
            assert!(gui.shows(words), "{words}");
        }
        assert!(gui.shows_part("同规格比另一家贵"));
        gui.click(item.search);
        gui.type_into(item.typed, "比另一家贵");
        assert!(gui.shows(item.found), "{:?}", item.language);
        gui.click(item.next);
        assert!(gui.shows_part("PR2 77.5"));
        gui.click(item.back);
        assert!(gui.shows_part("84.5"));
    }
}

#[test]
fn an_item_leads_to_returns_and_back() {
    for item in ITEMS {
        let mut gui = Gui::on(item.language, sample::at);
        let returns = match item.language {
            Language::Zh => "回收",
            Language::En => "Returns",
        };
        gui.click_first(PRICE);
        for link in [item.open, item.returns] {
            gui.click(link);
            assert!(gui.chosen_tab(returns), "{link}");
            gui.key(Modifiers::ALT, Key::ArrowLeft);
            assert!(gui.shows(item.figure), "{link} and back");
        }
    }
}

#[test]
fn customers_of_an_item_are_split_by_what_one_likes() {
    let mut gui = Gui::on(Language::Zh, sample::at);
    gui.click_first(PRICE);
    assert!(gui.shows("华南 5 56.0") && gui.shows("重点客户 9 62.2"));
    assert!(gui.shows("华中 3 不足 5 份，不显示"));
    gui.click_starting("分组方式");
    gui.click_role(Role::MenuItem, "行业");
    assert!(gui.shows_part("汽车") && !gui.shows("华南 5 56.0"));
}

#[test]
fn parts_of_the_customers_and_those_of_none_come_to_all_of_them() {
    for (language, none, split) in [
        (Language::Zh, "未归属", "未归属 1"),
        (Language::En, "Not assigned", "Not assigned 1"),
    ] {
        let mut gui = Gui::on(language, sample::at);
        gui.click("区域");
        assert!(gui.shows(none), "{language:?}");
        gui.key(Modifiers::NONE, Key::Escape);
        gui.click_first(PRICE);
        assert!(gui.shows(split), "{language:?}");
    }
}

#[test]
fn an_item_is_shown_in_the_wave_before() {
    let mut gui = Gui::on(Language::Zh, sample::at);
    gui.click_first(PRICE);
    gui.click("上一期");
    assert!(gui.shows_part("PR1 73.0"));
}

#[test]
fn without_returns_the_next_step_is_offered() {
    let mut gui = Gui::on(Language::Zh, workspace::frozen);
    gui.key(Modifiers::COMMAND, Key::Num3);
    assert!(gui.shows("这一期还没有有效答卷") && gui.shows("选择文件…"));
    gui.click("去回收");
    assert!(gui.chosen_tab("回收"));
    let mut gui = Gui::on(Language::En, workspace::draft);
    gui.key(Modifiers::COMMAND, Key::Num3);
    assert!(gui.shows("No wave yet") && gui.shows("Go to Returns"));
}

#[test]
fn a_part_whose_score_is_hidden_is_not_counted_out_either() {
    let words = [
        (
            Language::Zh,
            "不足 5 家，或相减可知",
            "5 份作答，不显示分布",
            "不列谁打了低分",
        ),
        (
            Language::En,
            "Too few, or found by subtraction",
            "5 answers, not shown how they fall",
            "Who of them scored low is not listed",
        ),
    ];
    for (language, instead, title, low) in words {
        let mut gui = Gui::on(language, sample::at);
        gui.click("行业");
        gui.click_role(Role::MenuItem, "汽车");
        gui.key(Modifiers::NONE, Key::Escape);
        assert!(
            gui.shows_part(&format!("{PRICE} {instead}")),
            "{language:?}"
        );
        gui.click_first(PRICE);
        assert!(gui.shows(title), "{language:?}");
        assert!(gui.shows_part(low), "{language:?}");
        // Nor is it told beside what they wrote.
        let gave = ["打分 ", "gave "];
        assert!(!gave.iter().any(|it| gui.shows_part(it)), "{language:?}");
    }
}
