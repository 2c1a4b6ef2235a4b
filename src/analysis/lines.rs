//! The lines of a score table, once for everybody who shows one: index, dimensions with their
//! items in the order of the tree, then what stands outside it.

use super::{Figure, ItemFigures, WaveFigures};
use crate::model::{ItemKind, Questionnaire, Subject};

/// One line.
#[derive(Clone, Debug)]
pub struct ScoreLine<'a> {
    pub subject: Subject,
    /// 0 at the top of the tree and outside it.
    pub level: usize,
    /// Empty for the index.
    pub code: &'a str,
    /// Of the dimension, or what the item asks; empty for the index, which each language calls
    /// something else.
    pub name: &'a str,
    /// Weight among its siblings, 0–1.
    pub share: Option<f64>,
    /// It enters the index: the target is set for what does.
    pub scored: bool,
    pub figure: &'a Figure,
    /// Of an item.
    pub item: Option<&'a ItemFigures>,
}

impl ScoreLine<'_> {
    /// Against the target, where there is something to meet.
    pub fn target_met(&self) -> Option<bool> {
        self.figure.target_met.filter(|_| self.scored)
    }
}

/// The index, then dimensions in tree order with their items, then scored items outside the
/// tree, then unscored ones that have a score all the same. Answers on the scale of
/// recommendation have figures of their own and no line; neither have texts and ticks.
pub fn score_lines<'a>(
    figures: &'a WaveFigures,
    questionnaire: &Questionnaire,
) -> Vec<ScoreLine<'a>> {
    let has_score = |item: &&ItemFigures| {
        let asked = questionnaire.item_of(item.lineage);
        asked.is_some_and(|it| it.range().is_some() && it.kind != ItemKind::Nps)
    };
    let items = figures.items.iter().filter(has_score);
    let mut lines = vec![index(&figures.index)];
    for dimension in &figures.dimensions {
        lines.push(ScoreLine {
            subject: Subject::Dimension(dimension.code.clone()),
            level: dimension.level,
            code: &dimension.code,
            name: &dimension.name,
            share: dimension.share,
            scored: true,
            figure: &dimension.figure,
            item: None,
        });
        let inside = |it: &&ItemFigures| it.dimension.as_ref() == Some(&dimension.code);
        let inside = items.clone().filter(inside);
        lines.extend(inside.map(|it| of_item(it, dimension.level + 1)));
    }
    let outside = items.filter(|item| item.dimension.is_none());
    let (scored, unscored): (Vec<_>, Vec<_>) = outside.partition(|item| item.scored);
    lines.extend(scored.into_iter().chain(unscored).map(|it| of_item(it, 0)));
    lines
}

fn index(figure: &Figure) -> ScoreLine<'_> {
    ScoreLine {
        subject: Subject::Index,
        level: 0,
        code: "",
        name: "",
        share: None,
        scored: true,
        figure,
        item: None,
    }
}

fn of_item(item: &ItemFigures, level: usize) -> ScoreLine<'_> {
    ScoreLine {
        subject: Subject::Item(item.lineage),
        level,
        code: &item.code,
        name: &item.text,
        share: item.share,
        scored: item.scored,
        figure: &item.figure,
        item: Some(item),
    }
}
