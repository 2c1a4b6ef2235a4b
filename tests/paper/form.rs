//! The form as customers get it.

use manyi::i18n::Language;
use manyi::jobs::print;
use manyi::model::{ItemKind, Scale, ScaleOption};
use manyi::paper::{self, Document, Heading};

use crate::story::{Kind, Story};
use crate::{check, text, widen};

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
