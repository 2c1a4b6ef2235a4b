//! What a wave shows.

use super::super::example::{customers, framed, rated, two_dimensions};
use super::super::{
    Against, Compare, Evidence, Filter, Finding, Note, SegmentKey, Surveyed, WaveFigures,
    below_target, changes, figures, findings,
};
use super::waves::{Series, dimension, item, next, revision};
use crate::model::{
    Answer, AnswerColumn, Customer, CustomerId, FrameEntry, ItemKind, LineageId, Questionnaire,
    Subject, WaveReturns,
};

/// The example with a text item beside B.
fn with_text() -> Questionnaire {
    let mut questionnaire = two_dimensions();
    let mut text = questionnaire.items[3].clone();
    (text.lineage, text.kind, text.scale) = (LineageId(5), ItemKind::Text, None);
    (text.code, text.scored) = ("I5".to_owned(), false);
    questionnaire.items.push(text);
    questionnaire
}

/// Six customers from 1 on: what they gave, and what one of them wrote.
fn six_customers(rows: &[&[u8]; 6], writer: usize, text: &str) -> WaveReturns {
    let mut returns = rated(rows);
    let mut words = vec![Answer::Blank; 6];
    words[writer] = Answer::Text(text.to_owned());
    returns.columns.push(AnswerColumn::Other(words));
    for (returned, id) in returns.returns.iter_mut().zip(1..) {
        returned.customer = Some(CustomerId(id));
    }
    returns
}

/// Two waves: item 4 was reworded, and item 3 sank.
struct Story {
    series: Series,
    now: WaveReturns,
    frame: Vec<FrameEntry>,
    customers: Vec<Customer>,
    filter: Filter,
}

impl Story {
    fn new() -> Self {
        let before = six_customers(&[&[5, 5, 5, 4]; 6], 0, "好");
        let now = six_customers(
            &[
                &[5, 5, 2, 4],
                &[5, 5, 1, 4],
                &[5, 5, 4, 4],
                &[5, 5, 4, 4],
                &[5, 5, 2, 4],
                &[5, 5, 3, 4],
            ],
            1,
            "太贵",
        );
        let mut frame = framed(8, &now);
        let turnovers = [10.0, 20.0, 10.0, 10.0, 10.0, 10.0, 25.0, 5.0];
        for (entry, turnover) in frame.iter_mut().zip(turnovers) {
            entry.turnover = Some(turnover);
        }
        let first = revision(1, with_text());
        let second = next(&first, &[4], &[]);
        let mut series = Series::of(&[first, second], &[("2025H2", &before), ("2026H1", &now)]);
        let asked = &series.revisions[1].questionnaire;
        let filter = Filter::default();
        series.figures[1] = figures(asked, &now, &frame, &[], &filter);
        let compare = |at: usize, returns, frame| Compare {
            wave: &series.waves[at],
            revision: &series.revisions[at],
            measure: &series.revisions[at].questionnaire,
            returns,
            frame,
            customers: &[],
            filter: &filter,
            figures: &series.figures[at],
        };
        let (older, newer) = (compare(0, &before, &[]), compare(1, &now, &frame));
        let since = changes(&older, &newer, Vec::new(), &series.revisions);
        series.figures[1].changes = vec![since];
        Self {
            series,
            now,
            frame,
            customers: customers(&[None; 8]),
            filter,
        }
    }

    fn findings(&self) -> Vec<Finding> {
        findings(&Evidence {
            current: self.series.at(1),
            previous: Some(self.series.at(0)),
            revisions: &self.series.revisions,
            returns: &self.now,
            frame: &self.frame,
            customers: &self.customers,
            filter: &self.filter,
        })
    }
}

#[test]
fn what_is_low_comes_first_and_widest_gap_before_others() {
    let story = Story::new();
    let low = below_target(&story.series.at(1));
    let subjects: Vec<&Subject> = low.iter().map(|one| &one.subject).collect();
    assert_eq!(subjects, [&item(3), &dimension("B"), &item(4)]);
    // I3: 2 1 4 4 2 3 → 53.3; B 66.7; index 86.7.
    let found = story.findings();
    assert!(matches!(
        &found[0],
        Finding::Index { score, against: Against::MetPerhaps, change: Some(change), .. }
            if (score - 86.666_666_7).abs() < 1e-6 && (change.difference() + 9.333_333_3).abs() < 1e-6
    ));
    assert!(matches!(
        &found[1],
        Finding::BelowTarget(low) if low.subject == item(3) && (low.gap - 31.666_666_7).abs() < 1e-6
    ));
}

#[test]
fn only_what_was_asked_the_same_way_is_beside_the_wave_before() {
    let lower: Vec<Subject> = Story::new()
        .findings()
        .into_iter()
        .filter_map(|one| match one {
            Finding::Changed { subject, .. } => Some(subject),
            _ => None,
        })
        .collect();
    assert_eq!(lower, [item(3)], "B rests on changed wording");
}

#[test]
fn unhappy_and_silent_customers_are_named_with_their_turnover() {
    let story = Story::new();
    let found = story.findings();
    assert!(found.contains(&Finding::Unhappy {
        item: LineageId(3),
        customers: 3,
        returns: [1, 0, 4].map(|row| story.now.returns[row].id).to_vec(),
        turnover: Some(0.4),
        wrote: 1,
        keys: 2,
    }));
    assert!(found.contains(&Finding::Unanswered {
        customers: vec![CustomerId(7), CustomerId(8)],
        turnover: Some(0.3),
    }));
}

#[test]
fn reworded_items_and_small_segments_are_said() {
    let found = Story::new().findings();
    assert!(found.contains(&Finding::Reworded {
        item: LineageId(4),
        revision: "A/2".to_owned(),
        not_compared: vec!["B".to_owned()],
        index_compared: true,
    }));
    assert!(found.contains(&Finding::SmallSegment {
        key: SegmentKey::Attribute("区域".to_owned()),
        name: "区域".to_owned(),
        value: "华东".to_owned(),
        n: 3,
    }));
}

#[test]
fn a_filter_names_nobody_it_leaves_out() {
    let mut story = Story::new();
    let region = SegmentKey::Attribute("区域".to_owned());
    for (entry, id) in story.frame.iter_mut().zip(1..) {
        let of = if id < 8 { "华东" } else { "华南" };
        entry.attributes = [("区域".to_owned(), of.to_owned())].into();
    }
    story.filter = Filter::default().with(region, "华东");
    let found = story.findings();
    let silent = found.iter().find_map(|one| match one {
        Finding::Unanswered { customers, .. } => Some(customers.as_slice()),
        _ => None,
    });
    assert_eq!(silent, Some(&[CustomerId(7)][..]));
    let split = |one: &Finding| matches!(one, Finding::SmallSegment { .. });
    assert!(!found.iter().any(split), "华南 is not spoken of");

    story.filter = Filter::default().with(SegmentKey::Item(LineageId(1)), "5");
    let names = |one: &Finding| matches!(one, Finding::Unanswered { .. });
    assert!(
        !story.findings().iter().any(names),
        "nobody knows what those who are silent would have answered"
    );
}

#[test]
fn what_limits_the_figures_is_a_finding() {
    let mut story = Story::new();
    let note = Note::OffList(9);
    story.series.figures[1].notes.push(note.clone());
    assert!(story.findings().contains(&Finding::Limit(note)));
}

#[test]
fn too_few_returns_find_no_means() {
    let first = revision(1, two_dimensions());
    let returns = rated(&[&[2, 2, 2, 2][..]; 4]);
    let mut series = Series::of(std::slice::from_ref(&first), &[("2026H1", &returns)]);
    series.figures = series.figures.into_iter().map(WaveFigures::shown).collect();
    let now: Surveyed = series.at(0);
    assert!(below_target(&now).is_empty());
    let found = findings(&Evidence {
        current: now,
        previous: None,
        revisions: &series.revisions,
        returns: &returns,
        frame: &[],
        customers: &[],
        filter: &Filter::default(),
    });
    let only_counts = |one: &Finding| matches!(one, Finding::Unhappy { customers: 4, .. });
    assert!(found.iter().all(only_counts));
    assert_eq!(found.len(), 3);
}
