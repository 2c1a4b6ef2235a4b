//! All figures of one wave, by the rules of its revision.

use super::column::Column;
use super::panel::Panel;
use super::rate::wilson;
use super::score::Marking;
use super::spread::{Group, Spread};
use super::sums::{ReturnScores, scores};
use super::tally::{Share, Tally};
use super::tree::Tree;
use super::{
    ByReturn, DimensionFigures, Figure, Filter, ItemFigures, Note, OptionCount, Segment,
    WaveFigures, nps,
};
use crate::model::{
    Customer, FrameEntry, Item, ItemKind, LineageId, Questionnaire, Rules, WaveReturns,
};

/// Every figure of a wave over its valid returns that pass the filter.
///
/// `frame` and `customers` say whom the wave asked and what they were; `returns` are all
/// that came. Works column by column: 100,000 returns of 42 ratings take some 20 ms. Of
/// [too few](super::FEW) returns a figure has only how many they are.
pub fn figures(
    questionnaire: &Questionnaire,
    returns: &WaveReturns,
    frame: &[FrameEntry],
    customers: &[Customer],
    filter: &Filter,
) -> WaveFigures {
    exact_figures(questionnaire, returns, frame, customers, filter).shown()
}

/// The same however few the returns are: for programs that reckon on with them, never for what
/// somebody reads.
pub fn exact_figures(
    questionnaire: &Questionnaire,
    returns: &WaveReturns,
    frame: &[FrameEntry],
    customers: &[Customer],
    filter: &Filter,
) -> WaveFigures {
    let panel = Panel::of(questionnaire, returns, frame, customers, filter);
    let tree = Tree::of(questionnaire);
    let work = Work {
        questionnaire,
        panel: &panel,
        tree: &tree,
    };
    let columns: Vec<Column> = questionnaire
        .items
        .iter()
        .enumerate()
        .map(|(at, item)| Column::read(item, returns.columns.get(at), &panel.rows))
        .collect();
    let (items, shares) = work.items(&columns);
    let scores = scores(questionnaire, &tree, &columns, panel.rows.len());
    let dimensions = work.dimensions(&scores, &shares);
    let mut index = work.mean(&scores.index);
    index.satisfied = pooled(tree.leaves.iter().zip(&shares).filter_map(|(leaf, share)| {
        let enters = leaf.is_some_and(|leaf| leaf.node.is_some() || tree.everything);
        share.filter(|_| enters)
    }));
    let mut figures = WaveFigures {
        counted: panel.rows.len(),
        index,
        dimensions,
        items,
        ledger: panel.ledger,
        by_return: by_return(scores, &panel.rows, returns.returns.len()),
        notes: panel.notes.clone(),
    };
    figures.notes.extend(work.notes(&figures));
    figures
}

/// The figures of one item for each value of a name, in the order of its values and the same as
/// among [`figures`] under the filter with that value alone of the name, each with the rows it
/// is over. One pass over the returns, however many values there are. Empty when the
/// questionnaire does not ask the item.
pub fn split_figures(
    questionnaire: &Questionnaire,
    returns: &WaveReturns,
    (frame, customers): (&[FrameEntry], &[Customer]),
    filter: &Filter,
    item: LineageId,
    segment: &Segment,
) -> Vec<(ItemFigures, Vec<usize>)> {
    let mut items = questionnaire.items.iter();
    let Some(at) = items.position(|known| known.lineage == item) else {
        return Vec::new();
    };
    let (item, tree) = (&questionnaire.items[at], Tree::of(questionnaire));
    let of_part = |panel: Panel| {
        let column = Column::read(item, returns.columns.get(at), &panel.rows);
        let weights = panel.weights.as_deref();
        let tally = Tally::of(item, &column, weights, questionnaire.rules.na);
        let work = Work {
            questionnaire,
            panel: &panel,
            tree: &tree,
        };
        (work.item(at, &tally).shown(), panel.rows)
    };
    let panels = Panel::split(questionnaire, returns, (frame, customers), filter, segment);
    panels.into_iter().map(of_part).collect()
}

struct Work<'a> {
    questionnaire: &'a Questionnaire,
    panel: &'a Panel,
    tree: &'a Tree,
}

impl Work<'_> {
    fn rules(&self) -> &Rules {
        &self.questionnaire.rules
    }

    /// The figures of every item, and its part in the satisfaction rates.
    fn items(&self, columns: &[Column]) -> (Vec<ItemFigures>, Vec<Option<Share>>) {
        let items = self.questionnaire.items.iter().zip(columns).enumerate();
        items
            .map(|(at, (item, column))| {
                let weights = self.panel.weights.as_deref();
                let tally = Tally::of(item, column, weights, self.rules().na);
                (self.item(at, &tally), tally.satisfied)
            })
            .unzip()
    }

    fn item(&self, at: usize, tally: &Tally) -> ItemFigures {
        let item = &self.questionnaire.items[at];
        let raw = Spread::of_groups(tally.scores.iter().copied());
        // A percent is a linear function of the raw score, and so are its mean and spread.
        let percents = Marking::of(item, self.rules()).map(|marking| {
            Spread::of_groups(tally.scores.iter().map(move |group| Group {
                value: marking.percent(group.value),
                ..*group
            }))
        });
        let mut figure = self.figure(&percents.unwrap_or_default());
        figure.n = tally.answered;
        if let Some(Share { hits, base }) = tally.satisfied {
            let rate = wilson(hits, base, self.panel.population);
            figure.satisfied = rate.map(|rate| rate.share);
            figure.satisfied_low = rate.map(|rate| rate.low);
            figure.satisfied_high = rate.map(|rate| rate.high);
        }
        ItemFigures {
            lineage: item.lineage,
            code: item.code.clone(),
            text: item.text.clone(),
            dimension: item.dimension.clone(),
            weight: item.weight,
            share: self.tree.item_share(at),
            scored: self.tree.leaves[at].is_some(),
            mean: raw.mean,
            nps: recommend(item, tally),
            counts: counts(item, tally),
            na: tally.na,
            blank: tally.blank,
            figure,
        }
    }

    fn dimensions(&self, scores: &ReturnScores, shares: &[Option<Share>]) -> Vec<DimensionFigures> {
        let below = self.satisfied_below(shares);
        let nodes = self.tree.nodes.iter().enumerate();
        nodes
            .map(|(at, node)| {
                let dimension = &self.questionnaire.dimensions[node.dimension];
                DimensionFigures {
                    code: dimension.code.clone(),
                    name: dimension.name.clone(),
                    parent: dimension.parent.clone(),
                    level: node.level,
                    weight: dimension.weight,
                    share: self.tree.node_share(at),
                    figure: Figure {
                        satisfied: pooled(below[at].into_iter()),
                        ..self.mean(&scores.nodes[at])
                    },
                }
            })
            .collect()
    }

    /// Answers of all scored items below each dimension, at any depth.
    fn satisfied_below(&self, shares: &[Option<Share>]) -> Vec<Option<Share>> {
        let mut below: Vec<Option<Share>> = vec![None; self.tree.nodes.len()];
        let join = |to: &mut Option<Share>, share: Share| {
            let known = to.get_or_insert_default();
            known.hits += share.hits;
            known.base += share.base;
        };
        for (leaf, share) in self.tree.leaves.iter().zip(shares) {
            if let (Some(node), Some(share)) = (leaf.and_then(|leaf| leaf.node), share) {
                join(&mut below[node], *share);
            }
        }
        for at in (0..below.len()).rev() {
            if let (Some(parent), Some(share)) = (self.tree.nodes[at].parent, below[at]) {
                join(&mut below[parent], share);
            }
        }
        below
    }

    /// The figure of a dimension or the index: the mean over the returns where it is defined.
    fn mean(&self, values: &[Option<f64>]) -> Figure {
        let spread = match self.panel.weights.as_deref() {
            None => Spread::of_groups(values.iter().flatten().map(|value| Group::one(*value, 1.0))),
            Some(weights) => {
                let both = values.iter().zip(weights);
                Spread::of_groups(
                    both.filter_map(|(value, weight)| {
                        value.map(|value| Group::one(value, *weight))
                    }),
                )
            }
        };
        self.figure(&spread)
    }

    fn figure(&self, spread: &Spread) -> Figure {
        let interval = spread.interval(self.panel.population);
        let rules = self.rules();
        Figure {
            score: spread.mean,
            n: spread.n,
            sd: spread.sd,
            low: interval.map(|(low, _)| low),
            high: interval.map(|(_, high)| high),
            band: spread
                .mean
                .and_then(|score| rules.band(score))
                .map(|band| band.name.clone()),
            target_met: spread.mean.map(|score| rules.target_met(score)),
            ..Figure::default()
        }
    }

    fn notes(&self, figures: &WaveFigures) -> Vec<Note> {
        let mut notes = Vec::new();
        let items = figures.items.iter().map(|item| item.figure.n);
        let largest = items.chain([figures.index.n]).max().unwrap_or(0);
        if let Some(frame) = self.panel.population.filter(|frame| largest > *frame) {
            notes.push(Note::MoreThanFrame { n: largest, frame });
        }
        let outside: Vec<_> = (self.tree.leaves.iter().zip(&self.questionnaire.items))
            .filter(|(leaf, _)| leaf.is_some_and(|leaf| leaf.node.is_none()))
            .map(|(_, item)| item.lineage)
            .collect();
        if !self.tree.everything && !outside.is_empty() {
            notes.push(Note::OutsideTree(outside));
        }
        notes
    }
}

/// Satisfied answers of all answers: pooled, without an interval.
fn pooled(shares: impl Iterator<Item = Share>) -> Option<f64> {
    let (hits, base) = shares.fold((0, 0), |(hits, base), share| {
        (hits + share.hits, base + share.base)
    });
    (base > 0).then(|| hits as f64 / base as f64)
}

fn counts(item: &Item, tally: &Tally) -> Vec<OptionCount> {
    if item.kind == ItemKind::Nps {
        let answers = tally.options.iter().enumerate();
        return answers
            .map(|(answer, n)| OptionCount {
                label: answer.to_string(),
                score: Some(answer as f64),
                n: *n,
                satisfied: false,
            })
            .collect();
    }
    let options = item.scale.iter().flat_map(|scale| &scale.options);
    options
        .zip(&tally.options)
        .map(|(option, n)| OptionCount {
            label: option.label.clone(),
            score: option.score,
            n: *n,
            satisfied: option.satisfied,
        })
        .collect()
}

fn recommend(item: &Item, tally: &Tally) -> Option<super::Nps> {
    if item.kind != ItemKind::Nps {
        return None;
    }
    let count = |matches: fn(f64) -> bool| {
        let answers = tally.scores.iter();
        answers.filter(|group| matches(group.value)).count()
    };
    nps::nps(count(|x| x >= 9.0), count(|x| x <= 6.0), tally.answered)
}

fn by_return(scores: ReturnScores, rows: &[usize], returns: usize) -> ByReturn {
    ByReturn {
        index: spread_out(scores.index, rows, returns),
        dimensions: scores
            .nodes
            .into_iter()
            .map(|values| spread_out(values, rows, returns))
            .collect(),
    }
}

/// From one value a counted return to one a return.
fn spread_out(values: Vec<Option<f64>>, rows: &[usize], returns: usize) -> Vec<Option<f64>> {
    if rows.len() == returns {
        return values;
    }
    let mut all = vec![None; returns];
    for (row, value) in rows.iter().zip(values) {
        all[*row] = value;
    }
    all
}
