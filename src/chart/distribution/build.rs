//! Distributions from the figures of a wave.

use super::{Answers, Bar, Bars, Choice, Distribution};
use crate::analysis::{ItemFigures, OptionCount};
use crate::chart::Ink;
use crate::chart::words::score_written;
use crate::i18n::{Language, number};
use crate::model::Rules;
use crate::theme::Palette;
use crate::tr;

impl Distribution {
    /// The answers to items in their order, one table for each run of items on one scale.
    /// Items without options that carry scores are left out. `rules` are those of the wave.
    pub fn build<'a>(
        items: impl IntoIterator<Item = &'a ItemFigures>,
        rules: &Rules,
        language: Language,
    ) -> Vec<Self> {
        let mut tables: Vec<Self> = Vec::new();
        for item in items {
            let options = scored(item);
            if options.len() < 2 {
                continue;
            }
            let key = key(&options);
            let row = answers(item, &options, rules, language);
            match tables.last_mut().filter(|table| table.key == key) {
                Some(table) => table.rows.push(row),
                None => tables.push(Self {
                    item: tr!(language, "chart-head-item"),
                    satisfied: tr!(language, "chart-head-satisfied"),
                    score: tr!(language, "chart-head-score"),
                    key,
                    rows: vec![row],
                }),
            }
        }
        tables
    }
}

/// Options that carry a score, worst first; of equal scores the one nearer the end of the
/// form.
pub(super) fn scored(item: &ItemFigures) -> Vec<&OptionCount> {
    let mut options: Vec<&OptionCount> = item
        .counts
        .iter()
        .filter(|option| option.score.is_some())
        .rev()
        .collect();
    options.sort_by(|a, b| f64::total_cmp(&a.score.unwrap_or(0.0), &b.score.unwrap_or(0.0)));
    options
}

pub(super) fn key(options: &[&OptionCount]) -> Vec<Choice> {
    let steps = Palette::diverging_steps(options.len());
    options
        .iter()
        .zip(steps)
        .map(|(option, step)| Choice {
            label: option.label.clone(),
            ink: Ink::Step(step),
            on: Ink::OnStep(step),
        })
        .collect()
}

/// The colour of the three classes of how likely somebody is to recommend: detractors up to 6,
/// promoters from 9 on. `None` for other items.
fn class(item: &ItemFigures, option: &OptionCount) -> Option<Ink> {
    item.nps?;
    Some(match option.score? {
        score if score >= 9.0 => Ink::Step(5),
        score if score > 6.0 => Ink::Step(3),
        _ => Ink::Step(1),
    })
}

/// How often each was chosen; empty where that may not be shown.
pub(super) fn counts(options: &[&OptionCount]) -> Vec<usize> {
    let counts: Option<Vec<usize>> = options.iter().map(|option| option.n).collect();
    counts.unwrap_or_default()
}

fn answers(
    item: &ItemFigures,
    options: &[&OptionCount],
    rules: &Rules,
    language: Language,
) -> Answers {
    Answers {
        of: Some(item.lineage),
        code: item.code.clone(),
        text: item.text.clone(),
        counts: counts(options),
        instead: tr!(language, "group-hidden-short"),
        few: item.figure.few(),
        satisfied: number::percent(item.figure.satisfied),
        score: score_written(item.figure.score, rules),
    }
}

impl Bars {
    /// The answers to one item, best option first, then what carries no score.
    pub fn build(item: &ItemFigures, language: Language) -> Self {
        if item.hidden() {
            return Self {
                bars: Vec::new(),
                few: true,
            };
        }
        let options = scored(item);
        let colors = key(&options);
        let mut bars: Vec<Bar> = options
            .iter()
            .zip(colors)
            .rev()
            .map(|(option, choice)| Bar {
                label: option.label.clone(),
                count: option.n.unwrap_or_default(),
                share: number::percent(item.share_of(option)),
                ink: class(item, option).unwrap_or(choice.ink),
                apart: false,
            })
            .collect();
        let apart = |label: String, count: usize| Bar {
            label,
            count,
            share: tr!(language, "chart-not-counted"),
            ink: Ink::LineStrong,
            apart: true,
        };
        let unscored = item.counts.iter().filter(|option| option.score.is_none());
        bars.extend(
            unscored.map(|option| apart(option.label.clone(), option.n.unwrap_or_default())),
        );
        if item.blank > 0 {
            bars.push(apart(tr!(language, "chart-blank"), item.blank));
        }
        Self {
            bars,
            few: item.figure.few(),
        }
    }
}
