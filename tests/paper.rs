//! Pages of made-up companies: they come out whole whatever the data are.
//!
//! With the environment variable `MANYI_GALLERY` set to a folder, every page is left there as
//! a picture to be looked at.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "paper/beside.rs"]
mod beside;
#[path = "paper/form.rs"]
mod form;
mod story;

use std::path::Path;

use manyi::analysis::{Filter, Note};
use manyi::chart::{Compared, Layers, Lines, Trend};
use manyi::i18n::Language;
use manyi::model::{AnswerColumn, Dimension, Item, LineageId, RevisionId};
use manyi::paper::format::{pdf, png, svg};
use manyi::paper::{self, Document, Heading};
use manyi::report;
use story::{Kind, Story};

fn language(kind: Kind) -> Language {
    if kind.english {
        Language::En
    } else {
        Language::Zh
    }
}

/// The three papers of a story, by name.
fn papers(story: &Story, language: Language) -> Vec<(&'static str, Document)> {
    let heading = Heading {
        workspace: &story.data.workspace,
        language,
    };
    let evidence = story.evidence();
    let compared = Compared {
        current: evidence.current,
        previous: evidence.previous,
        chosen: false,
        revisions: evidence.revisions,
    };
    let lines = story.lines();
    let rules = &evidence.current.revision.questionnaire.rules;
    let chart = Trend::build(
        &Lines {
            lines: &lines[..lines.len().min(4)],
            survey: &story.survey().name,
            rules,
        },
        Layers::default(),
        language,
    );
    let pages = |report| paper::pages(&report, &heading).unwrap();
    vec![
        ("trend", pages(report::trend_page(&chart, &lines, language))),
        (
            "scores",
            pages(report::score_page(&compared, story.survey(), language)),
        ),
        ("review", beside::review(story, language, &[])),
    ]
}

/// Checks what holds for every paper, and leaves pictures if asked to.
fn check(name: &str, story: &Story, language: Language) -> Vec<(&'static str, Document)> {
    let mut papers = papers(story, language);
    papers.push(("form", form::form(story, language)));
    for (which, document) in &papers {
        assert_eq!(document.warnings(), [""; 0], "{name} {which}");
        assert!(pdf::bytes(document).unwrap().starts_with(b"%PDF"));
        beside::no_words_over_words(&format!("{name} {which}"), document);
        if let Ok(folder) = std::env::var("MANYI_GALLERY") {
            gallery(Path::new(&folder), &format!("{name}-{which}"), document);
        }
    }
    papers
}

fn gallery(folder: &Path, name: &str, document: &Document) {
    std::fs::create_dir_all(folder).unwrap();
    let write = |ending: &str, bytes: Vec<u8>| {
        let path = folder.join(format!("{name}.{ending}"));
        std::fs::write(path, bytes).unwrap();
    };
    write("png", png::bytes(document).unwrap());
    write("pdf", pdf::bytes(document).unwrap());
    write("svg", svg::bytes(document));
}

fn text(document: &Document) -> String {
    let pages = (0..document.page_count()).map(|page| document.text(page));
    pages.collect::<Vec<_>>().join(" ")
}

#[test]
fn the_review_takes_two_to_four_pages_and_says_everything() {
    for english in [false, true] {
        let kind = Kind {
            english,
            ..Kind::default()
        };
        let story = Story::new(kind);
        let papers = check(if english { "en" } else { "zh" }, &story, language(kind));
        let review = &papers[2].1;
        assert!((2..=4).contains(&review.page_count()));
        let text = text(review);
        let expected: &[&str] = if english {
            &[
                "Suzhou Kerui Electromechanical Co., Ltd.",
                "QR-9.3-02",
                "2026 H1",
                "On-time delivery rose 2 waves running",
                "93.3%",
                "12 days overdue",
                "Percent = score ÷ full marks",
                "Satisfied customers 95.8%: the index of 23 of 24 reaches 80",
                "Prepared",
            ]
        } else {
            &[
                "苏州科瑞机电有限公司",
                "QR-9.3-02",
                "2026 上半年",
                "交付及时连续 2 期上升",
                "93.3%",
                "逾期 12 天",
                "折百 = 分值 ÷ 满分",
                "编制",
                "满意的客户",
            ]
        };
        for words in expected {
            assert!(text.contains(words), "{words} is missing in: {text}");
        }
        assert!(!text.contains("CA-2025-03"), "closed actions stay out");
    }
}

#[test]
fn the_same_data_give_the_same_bytes() {
    let story = Story::new(Kind::default());
    let write = || -> Vec<Vec<u8>> {
        let papers = papers(&story, Language::Zh);
        let bytes = papers.iter().map(|(_, one)| pdf::bytes(one).unwrap());
        bytes.collect()
    };
    assert!(write() == write());
}

#[test]
fn pictures_of_charts_keep_their_text() {
    let story = Story::new(Kind::default());
    let papers = papers(&story, Language::Zh);
    for (name, document) in &papers[..2] {
        let svg = String::from_utf8(svg::bytes(document)).unwrap();
        assert!(svg.contains("2026 上半年"), "{name}");
        assert!(svg.len() < 100_000, "{name}: {} bytes", svg.len());
        let png = png::bytes(document).unwrap();
        assert!(png.starts_with(b"\x89PNG"), "{name}");
    }
}

#[test]
fn a_trend_as_svg_stays_as_it_is() {
    let story = Story::new(Kind::default());
    let (_, trend) = papers(&story, Language::Zh).remove(0);
    let svg = String::from_utf8(svg::bytes(&trend)).unwrap();
    insta::assert_snapshot!(svg);
}

/// Answers of customers who are not on the list are told apart wherever rates stand.
#[test]
fn answers_from_off_the_list_are_said() {
    let mut story = Story::new(Kind::default());
    let newest = story.newest();
    let note = Note::OffList(5);
    story.figures[newest].notes.push(note);
    for (name, document) in &papers(&story, Language::En)[1..] {
        let text = text(document);
        assert!(
            text.contains("5 returns are of customers who are not on the list"),
            "{name}: {text}"
        );
    }
}

#[test]
fn a_preview_page_is_opaque_pixels() {
    let story = Story::new(Kind::default());
    let (_, review) = papers(&story, Language::Zh).pop().unwrap();
    let page = review.page(0, 1.5).unwrap();
    assert_eq!((page.width, page.height), (893, 1263));
    assert_eq!(page.rgba.len(), page.width * page.height * 4);
    assert!(page.rgba.chunks_exact(4).all(|pixel| pixel[3] == 255));
    assert!(review.page(99, 1.0).is_none());
}

#[test]
fn fewer_than_five_returns_show_no_mean() {
    let kind = Kind {
        answers: 3,
        ..Kind::default()
    };
    let story = Story::new(kind);
    let papers = check("few", &story, Language::Zh);
    let text = text(&papers[2].1);
    assert!(text.contains("不足 5 家客户，不算均值"), "{text}");
    let figures = &story.figures[story.newest()];
    assert_eq!(figures.index.score, None);
    let each: Vec<f64> = figures.by_return.index.iter().flatten().copied().collect();
    let index = each.iter().sum::<f64>() / each.len() as f64;
    assert!(!text.contains(&format!("{index:.1}")), "{index} in {text}");
}

#[test]
fn one_wave_has_nothing_to_compare_with() {
    let kind = Kind {
        waves: 1,
        ..Kind::default()
    };
    let mut story = Story::new(kind);
    story.data.actions.clear();
    let papers = check("one-wave", &story, Language::Zh);
    let text = text(&papers[2].1);
    assert!(text.contains("没有未关闭的措施"));
    assert!(!text.contains("比上期"));
}

#[test]
fn nobody_answered() {
    let mut story = Story::new(Kind::default());
    let newest = story.newest();
    story.returns[newest].returns.clear();
    for column in &mut story.returns[newest].columns {
        *column = AnswerColumn::Choice(Vec::new());
    }
    let wave = story.data.waves[newest].id;
    story.data.frames.remove(&wave);
    story.compute();
    let papers = check("nobody", &story, Language::Zh);
    let text = text(&papers[2].1);
    assert!(!text.contains("NaN"));
    assert!(text.contains("–"), "{text}");
}

#[test]
fn what_users_typed_is_never_markup() {
    let mut story = Story::new(Kind::default());
    let nasty =
        "#panic(\"x\") *fett* _kursiv_ $a^2$ <b>&amp; `code` \\ @ref = – // /* [x] {y} ~ 'q' \"";
    story.data.workspace.company = nasty.to_owned();
    story.data.workspace.document = nasty.to_owned();
    story.data.surveys[0].name = nasty.to_owned();
    for revision in story.data.revisions.iter_mut() {
        revision.questionnaire.title = nasty.to_owned();
        revision.questionnaire.items[6].text = nasty.to_owned();
        revision.questionnaire.dimensions[2].name = nasty.to_owned();
        revision.label = nasty.to_owned();
    }
    story.data.actions[1].title = nasty.to_owned();
    story.data.actions[1].owner = nasty.to_owned();
    story.compute();
    let papers = check("markup", &story, Language::Zh);
    let text = text(&papers[2].1).replace(' ', "");
    assert!(
        text.contains("#panic(\"x\")*fett*_kursiv_$a^2$<b>&amp;`code`"),
        "{text}"
    );
}

#[test]
fn sixty_items_in_three_levels_with_long_texts_run_over_pages() {
    let mut story = Story::new(Kind::default());
    widen(&mut story);
    let company = "苏州工业园区科瑞精密机电系统集成与自动化装备制造（集团）股份有限公司";
    story.data.workspace.company = company.to_owned();
    story.data.surveys[0].name =
        "国内外销售客户（含代理商、经销商与整机厂）年度满意度跟踪调查".to_owned();
    for action in story.data.actions.iter_mut() {
        action.title =
            format!("{}，并把结果写进下一次管理评审的输入材料里", action.title).repeat(3);
        action.department = "国际业务与大客户支持部".to_owned();
    }
    story.compute();
    let papers = check("long", &story, Language::Zh);
    assert!(papers[1].1.page_count() >= 4);
    let text = text(&papers[2].1);
    assert!(text.contains("X59"), "{text}");
    assert!(text.contains(company));
}

/// Sixty items, the new ones under a third level.
fn widen(story: &mut Story) {
    for revision in story.data.revisions.iter_mut() {
        let questionnaire = &mut revision.questionnaire;
        questionnaire.dimensions.push(Dimension {
            code: "QU.1".to_owned(),
            name: "出厂检验与过程能力，含首件、巡检、终检与不合格品控制".to_owned(),
            parent: Some("QU".to_owned()),
            weight: 50.0,
        });
        for at in 14..60 {
            let item = Item {
                lineage: LineageId(100 + at),
                code: format!("X{at}"),
                text: format!(
                    "第 {at} 题：供方在样件、试产、量产各阶段提供的尺寸报告、材质证明和可追溯标识是否齐全、一致并且及时，与合同及图样的要求相符"
                ),
                dimension: Some("QU.1".to_owned()),
                ..questionnaire.items[0].clone()
            };
            questionnaire.items.push(item);
        }
    }
    for returns in &mut story.returns {
        let copied = returns.columns[0].clone();
        returns.columns.resize(60, copied);
    }
}

#[test]
fn a_filter_and_another_rule_set_are_no_obstacle() {
    let mut story = Story::new(Kind::default());
    story.filter = Filter::default();
    for revision in story.data.revisions.iter_mut() {
        revision.questionnaire.rules.target = 60.5;
        revision.questionnaire.rules.bands.clear();
        if revision.id == RevisionId(1) {
            revision.questionnaire.rules.target = 70.0;
        }
    }
    story.compute();
    let papers = check("rules", &story, Language::Zh);
    assert!(text(&papers[2].1).contains("60.5"));
}

#[test]
fn chart_and_table_of_a_trend_share_a_page() {
    for english in [false, true] {
        let kind = Kind {
            english,
            ..Kind::default()
        };
        let story = Story::new(kind);
        let (_, trend) = papers(&story, language(kind)).remove(0);
        assert_eq!(trend.page_count(), 1);
    }
}

#[test]
fn rows_are_not_split_over_pages_and_heads_are_repeated() {
    let mut story = Story::new(Kind::default());
    widen(&mut story);
    for revision in story.data.revisions.iter_mut() {
        for item in &mut revision.questionnaire.items {
            item.text = format!("{}…{}", item.code, "长长的题目".repeat(40));
        }
        revision.questionnaire.items[0].text = "responsiveness".repeat(15);
        revision.questionnaire.items[0].code = "QUALITY-0123456789".to_owned();
    }
    story.compute();
    let papers = check("longest", &story, Language::Zh);
    let scores = &papers[1].1;
    let pages: Vec<String> = (0..scores.page_count()).map(|at| scores.text(at)).collect();
    for at in 14..60 {
        let begins = format!("X{at}…");
        let page = pages
            .iter()
            .find(|text| text.replace(' ', "").contains(&begins));
        let text = page.unwrap().replace(' ', "");
        let name = text.split(&begins).nth(1).unwrap();
        let whole = "长长的题目".repeat(40);
        assert!(name.starts_with(&whole), "{begins} {name}");
    }
    let tables = pages.iter().filter(|text| text.contains("X"));
    for text in tables {
        let head = ["满意率", "多少才看得出"];
        let head = head.iter().any(|it| text.contains(it));
        assert!(head, "a head on every page: {text}");
    }
}
