//! The review, and what stands in it beside the scores.

use manyi::analysis::insight;
use manyi::i18n::Language;
use manyi::model::{Kpi, KpiId, KpiPoint, Period};
use manyi::paper::{self, Document, Heading};
use manyi::report::{self, Review};

use super::story::{Kind, Story};
use super::text;

/// The review of a story with these figures of the firm's own.
pub fn review(story: &Story, language: Language, kpis: &[Kpi]) -> Document {
    let evidence = story.evidence();
    let insight = insight(
        &evidence.current.revision.questionnaire,
        evidence.returns,
        (evidence.frame, evidence.customers),
        evidence.filter,
        evidence.current.figures,
    );
    let lines = story.lines();
    let review = Review {
        survey: story.survey(),
        evidence,
        insight: &insight,
        lines: &lines,
        kpis,
        actions: &story.data.actions,
        today: jiff::civil::date(2026, 7, 6),
    };
    let workspace = &story.data.workspace;
    let heading = Heading {
        workspace,
        language,
    };
    paper::pages(&report::review(&review, workspace, language), &heading).unwrap()
}

/// Twelve months up to the wave in review, and a thirteenth after it.
fn on_time() -> Kpi {
    let first: Period = "2025-07".parse().unwrap();
    let periods = std::iter::successors(Some(first), |period| Some(period.next()));
    let values = [95.0, 96.0].repeat(6).into_iter().chain([12.5]);
    Kpi {
        id: KpiId(1),
        code: "OTD".to_owned(),
        name: "OTD".to_owned(),
        unit: "%".to_owned(),
        external: false,
        least: Some(0.0),
        most: Some(100.0),
        points: periods
            .zip(values)
            .map(|(period, value)| KpiPoint { period, value })
            .collect(),
        stages: Vec::new(),
        baseline: None,
        better: None,
        acts_on: None,
    }
}

#[test]
fn the_review_has_a_strip_a_figure_of_the_firm_up_to_its_wave() {
    let story = Story::new(Kind::default());
    let plain = |language| text(&review(&story, language, &[]));
    let with = |language| text(&review(&story, language, &[on_time()]));
    for (language, chapter, newest) in [
        (Language::Zh, "指标 OTD", "96%；在界限"),
        (Language::En, "KPIs OTD", "96%; within its limits"),
    ] {
        let said = with(language);
        assert!(said.contains(chapter) && said.contains(newest), "{said}");
        assert!(!said.contains("12.5%"), "what came after: {said}");
        assert!(!plain(language).contains(chapter), "no chapter of nothing");
    }
}

/// Of two lines that stand below each other, neither reaches into the other.
pub fn no_words_over_words(name: &str, document: &Document) {
    for page in 0..document.page_count() {
        let mut words = document.words(page);
        words.retain(|it| !it.text.trim().is_empty());
        words.sort_by(|a, b| a.baseline.total_cmp(&b.baseline));
        for (at, upper) in words.iter().enumerate() {
            for lower in &words[at + 1..] {
                let beside = lower.left + 1.0 >= upper.right || upper.left + 1.0 >= lower.right;
                let top = lower.baseline - 0.72 * lower.size;
                let clear = top >= upper.baseline + 0.2 * upper.size;
                assert!(beside || clear, "{name}, page {page}: {upper:?} {lower:?}");
            }
        }
    }
}
