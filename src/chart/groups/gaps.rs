//! What is found of each item beside what is wanted of it, a row an item.

use super::{GroupChart, GroupCharts, GroupRow};
use crate::analysis::{Gap, Gaps, WaveFigures};
use crate::chart::Axis;
use crate::chart::scores::Dots;
use crate::chart::words::{gap_title, gap_wanted, gap_written, target_value};
use crate::i18n::Language;
use crate::model::{Questionnaire, Subject};
use crate::tr;

impl GroupCharts {
    /// The gaps of a wave; `None` where nothing is drawn.
    pub fn gaps(
        gaps: &Gaps,
        asked: &Questionnaire,
        figures: &WaveFigures,
        language: Language,
    ) -> Option<Self> {
        let rules = &asked.rules;
        let wanted = gap_wanted(gaps, asked, language);
        let row = |gap: &Gap| GroupRow {
            name: figures.item(gap.lineage).map_or_else(
                || gap.code.clone(),
                |item| format!("{} {}", item.code, item.text),
            ),
            n: gap.n,
            score: gap_written(gap),
            dots: match gap.hidden {
                true => Dots::default(),
                false => Dots {
                    score: Some(gap.found),
                    previous: Some(gap.wanted),
                    ..Dots::default()
                },
            },
        };
        let rows: Vec<GroupRow> = gaps.items.iter().map(row).collect();
        if gaps.items.iter().all(|it| it.hidden) {
            return None;
        }
        let values = rows.iter().flat_map(|it| it.dots.values());
        let axis = Axis::of_dots(values.chain([rules.target]));
        Some(Self {
            title: gap_title(gaps, &wanted, language),
            subtitle: tr!(
                language,
                "gap-key",
                wanted = wanted.as_str(),
                target = target_value(rules)
            ),
            axis,
            target: rules.target,
            parts: vec![GroupChart {
                subject: Subject::Index,
                name: tr!(language, "gap-heading", wanted = wanted.as_str()),
                said: tr!(
                    language,
                    "gap-key",
                    wanted = wanted.as_str(),
                    target = target_value(rules)
                ),
                differs: false,
                whole: None,
                rows,
            }],
            notes: Vec::new(),
        })
    }
}
