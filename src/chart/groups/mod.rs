//! Groups of customers side by side: a small chart a figure, a row a group, all on one axis.

mod gaps;
mod layout;

use super::Axis;
use super::scores::Dots;
use super::words::{
    group_apart, group_test, hidden_groups, score_written, subject_name, target_value, value_name,
};
use crate::analysis::{Figure, Groups, Surveyed};
use crate::i18n::Language;
use crate::model::Subject;
use crate::tr;

/// Small charts on one axis, every text in its language.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupCharts {
    /// What is found of the first of them.
    pub title: String,
    /// What the groups are, and what their marks mean.
    pub subtitle: String,
    pub axis: Axis,
    /// On the axis.
    pub target: f64,
    pub parts: Vec<GroupChart>,
    /// Under the charts, in full sentences.
    pub notes: Vec<String>,
}

/// One figure of every group.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupChart {
    pub subject: Subject,
    pub name: String,
    /// What can be said of all groups together.
    pub said: String,
    /// That is more than chance.
    pub differs: bool,
    /// The figure of all of them.
    pub whole: Option<f64>,
    pub rows: Vec<GroupRow>,
}

/// One group.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupRow {
    pub name: String,
    pub n: usize,
    /// As written.
    pub score: String,
    pub dots: Dots,
}

impl GroupCharts {
    /// A chart for each line that is shown; `by` is what the groups are told apart by.
    pub fn build(
        (groups, by): (&Groups, &str),
        wave: &Surveyed<'_>,
        shown: impl Fn(&Subject) -> bool,
        language: Language,
    ) -> Self {
        let rules = &wave.revision.questionnaire.rules;
        let lines: Vec<_> = groups
            .lines
            .iter()
            .filter(|it| shown(&it.subject))
            .collect();
        let row = |value: &str, figure: &Figure| GroupRow {
            name: value_name(&groups.key, value, language),
            n: figure.n,
            score: score_written(figure.score, rules),
            dots: Dots {
                score: figure.score,
                low: figure.low,
                high: figure.high,
                ..Dots::default()
            },
        };
        let parts = lines.iter().map(|line| GroupChart {
            subject: line.subject.clone(),
            name: subject_name(wave, &line.subject, language)
                .unwrap_or_default()
                .full(),
            said: group_test(line, language),
            differs: line.test.differs(),
            whole: wave.figure(&line.subject).and_then(|it| it.score),
            rows: (groups.groups.iter().zip(&line.figures))
                .map(|(group, figure)| row(&group.value, figure))
                .collect(),
        });
        let parts: Vec<GroupChart> = parts.collect();
        let values = parts.iter().flat_map(|it| &it.rows);
        let values = values.flat_map(|it| it.dots.values());
        let whole = parts.iter().filter_map(|it| it.whole);
        let said = lines.first().map_or_else(String::new, |first| {
            group_apart(groups, first, language).unwrap_or_else(|| group_test(first, language))
        });
        let first = parts.first().map_or("", |it| it.name.as_str());
        Self {
            title: tr!(language, "group-headline", name = first, said = said),
            subtitle: tr!(
                language,
                "group-key",
                name = by,
                target = target_value(rules)
            ),
            axis: Axis::of_dots(values.chain(whole).chain([rules.target])),
            target: rules.target,
            notes: hidden_groups(groups, language).into_iter().collect(),
            parts,
        }
    }
}
