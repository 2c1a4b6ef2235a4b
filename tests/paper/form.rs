//! The form as customers get it.

use manyi::i18n::Language;
use manyi::jobs::print;
use manyi::model::{FormIdentity, ItemKind, Scale, ScaleOption, WaveId};
use manyi::paper::{self, Document, Heading};

use uuid::Uuid;

use crate::story::{Kind, Story};
use crate::{check, text, widen};

/// The form of the newest revision with marks.
fn marked_form(story: &Story) -> Document {
    let revision = story.data.revisions.last().unwrap();
    let identity = FormIdentity {
        workspace: Uuid::from_u128(7),
        wave: WaveId(1 << 41),
        revision: revision.id,
        customer: story.data.customers[0].id,
    };
    print::form_of(&story.data, revision, identity, Language::Zh).unwrap()
}

#[test]
fn the_marks_of_a_form_move_nothing_else() {
    for english in [false, true] {
        let mut story = Story::new(Kind {
            english,
            ..Kind::default()
        });
        widen(&mut story);
        // Short enough to stand beside the code as a whole.
        story.data.customers[0].name = "甲公司".to_owned();
        let (plain, marked) = (form(&story, Language::Zh), marked_form(&story));
        if let Some(folder) = std::env::var_os("MANYI_LOOK") {
            for (name, form) in [("plain", &plain), ("marked", &marked)] {
                let path = std::path::Path::new(&folder).join(format!("{name}-{english}.pdf"));
                std::fs::write(path, paper::format::pdf::bytes(form).unwrap()).unwrap();
            }
        }
        // Whose it is stands beside the code of every page, and is all that is more.
        let customer = &story.data.customers[0];
        let whose = format!("客户：{}（{}）", customer.name, customer.code);
        let bare = |text: String| text.split_whitespace().collect::<String>();
        let (whose, marked_text) = (bare(whose), bare(text(&marked)));
        let times = marked_text.matches(&whose).count();
        assert_eq!(times, marked.page_count(), "{whose} in {marked_text}");
        assert_eq!(marked_text.replace(&whose, ""), bare(text(&plain)));
        let (plain, marked) = (plain.layout(), marked.layout());
        assert_eq!(plain.pages.len(), marked.pages.len());
        for (plain, marked) in plain.pages.iter().zip(&marked.pages) {
            assert_eq!(plain.ticks, marked.ticks);
            assert_eq!(plain.rooms, marked.rooms);
            assert_eq!(plain.lines, marked.lines);
            assert!(plain.code.width() == 0.0 && marked.code.width() > 50.0);
            let [upper_left, _, lower_right, _] = marked.corners;
            assert!((upper_left.left - 22.7).abs() < 0.1, "{upper_left:?}");
            let edge = marked.height - lower_right.bottom;
            assert!((edge - 22.7).abs() < 0.1, "{lower_right:?}");
        }
    }
}

#[test]
fn every_option_of_a_form_has_its_box_in_the_line_of_its_item() {
    let mut story = Story::new(Kind::default());
    widen(&mut story);
    let revision = story.data.revisions.last_mut().unwrap();
    for (at, item) in revision.questionnaire.items.iter_mut().enumerate().skip(4) {
        item.kind = ItemKind::ALL[at % ItemKind::ALL.len()];
    }
    let items = revision.questionnaire.items.clone();
    let layout = form(&story, Language::Zh).layout();
    for item in items {
        let boxes = || {
            let pages = layout.pages.iter();
            pages.flat_map(|page| page.ticks.iter().map(move |tick| (page, tick)))
        };
        let own: Vec<_> = boxes().filter(|(_, it)| it.item == item.lineage).collect();
        let expected = match item.kind {
            ItemKind::Text | ItemKind::Number | ItemKind::Date => 0,
            ItemKind::Nps => 11,
            _ => item.scale.as_ref().unwrap().options.len(),
        };
        assert_eq!(own.len(), expected, "{item:?}");
        let rooms = layout.pages.iter().flat_map(|page| &page.rooms);
        let rooms = rooms.filter(|it| it.item == item.lineage).count();
        assert_eq!(rooms == 1, expected == 0, "{item:?}");
        for (at, (page, tick)) in own.iter().enumerate() {
            assert_eq!(usize::from(tick.option), at);
            let mut lines = page.lines.iter();
            let line = lines.find(|it| it.item == item.lineage).unwrap();
            assert!(line.area.left < tick.area.left && tick.area.right < line.area.right);
            let high = line.area.top < tick.area.top && tick.area.bottom < line.area.bottom + 0.1;
            assert!(high, "{item:?} {line:?} {tick:?}");
        }
    }
}

/// The form of the newest revision.
pub fn form(story: &Story, otherwise: Language) -> Document {
    let revision = story.data.revisions.last().unwrap();
    let (report, language) = print::form(revision, otherwise);
    let workspace = &story.data.workspace;
    let heading = Heading {
        workspace,
        language,
    };
    paper::pages(&report, &heading).unwrap()
}

#[test]
fn a_form_asks_everything_in_its_own_language() {
    for english in [false, true] {
        let kind = Kind {
            english,
            ..Kind::default()
        };
        let story = Story::new(kind);
        let forms = Language::ALL.map(|window| text(&form(&story, window)));
        assert_eq!(forms[0], forms[1], "whatever the window speaks");
        let revision = story.data.revisions.last().unwrap();
        let letters = forms[0].replace(' ', "");
        for item in &revision.questionnaire.items {
            assert!(letters.contains(&item.text.replace(' ', "")), "{letters}");
        }
        let expected: &[&str] = if english {
            &["Customer", "Filled in by", "tick", "A. Product quality"]
        } else {
            &["客户名称", "填写人", "打“√”", "一、产品质量"]
        };
        for words in expected {
            assert!(forms[0].contains(words), "{words}: {}", forms[0]);
        }
        assert!(forms[0].contains(&revision.document));
    }
}

#[test]
fn items_of_a_form_are_known_by_their_places() {
    let mut story = Story::new(Kind::default());
    widen(&mut story);
    let form = form(&story, Language::Zh);
    let items = &story.data.revisions.last().unwrap().questionnaire.items;
    let marked = form.marked();
    let marks: Vec<i64> = marked.iter().map(|one| one.mark).collect();
    let asked: Vec<i64> = items.iter().map(|item| item.lineage.0).collect();
    assert_eq!(marks, asked);
    for pair in marked.windows(2) {
        let below = pair[1].page > pair[0].page || pair[1].top > pair[0].bottom - 1.0;
        assert!(below, "{pair:?}");
    }
    for one in &marked {
        let (width, height) = form.page_size(one.page).unwrap();
        assert!(one.right - one.left > 0.75 * width, "{one:?}");
        assert!(
            one.bottom - one.top > 15.0 && one.bottom < height,
            "{one:?}"
        );
    }
}

#[test]
fn a_long_form_repeats_the_head_of_its_table() {
    let mut story = Story::new(Kind::default());
    widen(&mut story);
    let form = form(&story, Language::Zh);
    assert!(form.page_count() >= 3);
    for page in 0..form.page_count() - 1 {
        let words = form.text(page);
        assert!(words.contains("很满意"), "page {page}: {words}");
    }
}

#[test]
fn a_form_of_every_kind_of_item_without_dimensions() {
    let mut story = Story::new(Kind::default());
    let revision = story.data.revisions.last_mut().unwrap();
    revision.questionnaire.dimensions.clear();
    revision.questionnaire.title.clear();
    let option = |label: String| ScaleOption {
        label,
        score: None,
        satisfied: false,
        aliases: Vec::new(),
    };
    let many = (1..=12).map(|at| option(format!("贵公司第 {at} 类产品")));
    let many: Vec<ScaleOption> = many.collect();
    for (at, item) in revision.questionnaire.items.iter_mut().enumerate() {
        item.dimension = None;
        if at < 6 {
            continue;
        }
        item.kind = ItemKind::ALL[at % ItemKind::ALL.len()];
        if item.kind == ItemKind::Multi {
            item.scale = Some(Scale {
                order_assumed: false,
                name: String::new(),
                options: many.clone(),
            });
        }
    }
    story.compute();
    let papers = check("every-kind", &story, Language::Zh);
    let words = text(&papers[3].1);
    let nameless = "调查表";
    for expected in ["贵公司第 12 类产品", "（可多选）", "完全不可能", nameless] {
        assert!(words.contains(expected), "{expected}: {words}");
    }
    assert!(!words.contains("一、"), "{words}");
}
