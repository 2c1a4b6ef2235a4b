//! All figures of some returns of one wave, by the rules of its revision. Which returns they are, and
//! what of the figures may be shown, is not known here.

use super::bounded::{Ends, interval};
use super::cluster::Clusters;
use super::column::Column;
use super::judged::Judged;
use super::panel::Panel;
use super::rate::wilson;
use super::satisfied::{Satisfied, satisfied};
use super::score::Marking;
use super::spread::{Group, Spread};
use super::sums::{ReturnScores, scores};
use super::tally::{Share, Tally};
use super::tree::Tree;
use super::whose::Behind;
use super::{DimensionFigures, Figure, ItemFigures, Note, Rate, Silent, WaveFigures, in_frame};
use crate::model::{Item, Questionnaire, Rules, WaveReturns};

/// The index and the dimensions of the returns of a panel.
pub(super) struct Summary {
    pub index: Figure,
    pub dimensions: Vec<DimensionFigures>,
    pub scores: ReturnScores,
}

/// What the returns at these rows answered, item by item.
pub(super) fn columns<'a>(
    questionnaire: &Questionnaire,
    returns: &'a WaveReturns,
    rows: &[usize],
) -> Vec<Column<'a>> {
    let items = questionnaire.items.iter().enumerate();
    items
        .map(|(at, item)| Column::read(item, returns.columns.get(at), rows))
        .collect()
}

/// The index and the dimensions alone: what no item needs to be gone through for.
pub(super) fn summary_of(
    questionnaire: &Questionnaire,
    panel: &Panel,
    columns: &[Column],
) -> Summary {
    let work = Work {
        questionnaire,
        panel,
        tree: &Tree::of(questionnaire),
    };
    work.summary(columns, &work.tallies(columns))
}

/// The figures of the returns of a panel.
pub(super) fn figures_of(
    questionnaire: &Questionnaire,
    returns: &WaveReturns,
    panel: &Panel,
) -> WaveFigures {
    let tree = Tree::of(questionnaire);
    let work = Work {
        questionnaire,
        panel,
        tree: &tree,
    };
    let columns = columns(questionnaire, returns, &panel.rows);
    let tallies = work.tallies(&columns);
    let items = work.items(&columns, &tallies);
    let Summary {
        index,
        dimensions,
        scores,
    } = work.summary(&columns, &tallies);
    let ends = work.ends(|_| true);
    let behind = work.behind(&scores.index);
    // A stranger's score is no part of the list's mean.
    let listed = match panel.whose.only_listed(&scores.index) {
        Some(values) => work.mean(&values, ends).score,
        None => index.score,
    };
    let mut figures = WaveFigures {
        counted: panel.rows.len(),
        part: false,
        silent: Silent::of(
            panel.population,
            behind.listed,
            listed,
            &questionnaire.rules,
        ),
        worth: ends.and_then(|ends| behind.worth(index.n, ends.high - ends.low)),
        ends: ends.map(|ends| (ends.low, ends.high)),
        index,
        dimensions,
        items,
        ledger: panel.ledger,
        measure: None,
        changes: Vec::new(),
        by_return: scores.by_return(&panel.rows, returns.returns.len()),
        notes: panel.notes.clone(),
    };
    figures.notes.extend(work.notes());
    figures
}

/// The figures of the item at a place of the questionnaire, of the returns of a panel.
pub(super) fn item_of(
    questionnaire: &Questionnaire,
    returns: &WaveReturns,
    (panel, at): (&Panel, usize),
) -> ItemFigures {
    let item = &questionnaire.items[at];
    let column = Column::read(item, returns.columns.get(at), &panel.rows);
    let tally = Tally::of(
        item,
        &column,
        panel.weights.as_deref(),
        questionnaire.rules.na,
    );
    let work = Work {
        questionnaire,
        panel,
        tree: &Tree::of(questionnaire),
    };
    work.item(at, &column, &tally)
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

    /// The answers to every item, counted.
    fn tallies(&self, columns: &[Column]) -> Vec<Tally> {
        let weights = self.panel.weights.as_deref();
        let items = self.questionnaire.items.iter().zip(columns);
        items
            .map(|(item, column)| Tally::of(item, column, weights, self.rules().na))
            .collect()
    }

    fn items(&self, columns: &[Column], tallies: &[Tally]) -> Vec<ItemFigures> {
        let items = columns.iter().zip(tallies).enumerate();
        items
            .map(|(at, (column, tally))| self.item(at, column, tally))
            .collect()
    }

    fn summary(&self, columns: &[Column], tallies: &[Tally]) -> Summary {
        let (tree, returns) = (self.tree, self.panel.rows.len());
        let shares: Vec<Option<Share>> = tallies.iter().map(|it| it.satisfied).collect();
        let scores = scores(self.questionnaire, tree, columns, returns);
        let satisfied = satisfied(self.questionnaire, tree, columns, returns);
        let dimensions = self.dimensions(&scores, &satisfied, &shares);
        let entering = tree.leaves.iter().zip(&shares).filter_map(|(leaf, share)| {
            let enters = leaf.is_some_and(|leaf| leaf.node.is_some() || tree.everything);
            share.filter(|_| enters)
        });
        let index = self.rated(
            self.mean(&scores.index, self.ends(|_| true)),
            &satisfied.index,
            entering.reduce(Share::and),
        );
        Summary {
            index,
            dimensions,
            scores,
        }
    }

    fn item(&self, at: usize, column: &Column, tally: &Tally) -> ItemFigures {
        let item = &self.questionnaire.items[at];
        let raw = Spread::of_groups(tally.scores.iter().copied());
        let marking = Marking::of(item, self.rules());
        // A percent is a linear function of the raw score, and so are its mean and spread.
        let percents = marking.map(|marking| {
            Spread::of_groups(tally.scores.iter().map(move |group| Group {
                value: marking.percent(group.value),
                ..*group
            }))
        });
        // What has no mean, ticks and texts, weighs nothing that one of them could hold.
        let weights = self.panel.weights.as_deref().filter(|_| marking.is_some());
        let has = column.answered(item);
        let behind = self.panel.whose.behind(tally.answered, has, weights);
        let ends = marking.zip(item.range()).map(|it| ends(it.0, it.1));
        let mut figure = self.figure(&percents.unwrap_or_default(), ends, &behind);
        figure.n = tally.answered;
        if let Some(share) = tally.satisfied {
            let rate = wilson(share.hits, share.base);
            figure.satisfied = rate.map(|rate| rate.share);
            figure.satisfied_low = rate.map(|rate| rate.low);
            figure.satisfied_high = rate.map(|rate| rate.high);
            figure.dissatisfied = share.of(share.low);
            figure.middle = share.middle.and_then(|middle| share.of(middle));
        }
        let listed = self.satisfied_in_frame(item, column);
        ItemFigures {
            lineage: item.lineage,
            code: item.code.clone(),
            text: item.text.clone(),
            dimension: item.dimension.clone(),
            weight: item.weight,
            share: self.tree.item_share(at),
            scored: self.tree.leaves[at].is_some(),
            mean: raw.mean,
            nps: tally.recommend(item),
            satisfied_frame_low: listed.map(|rate| rate.low),
            satisfied_frame_high: listed.map(|rate| rate.high),
            counts: tally.counts(item),
            na: tally.na,
            blank: tally.blank,
            figure,
        }
    }

    /// How large the share of satisfied customers of the whole list is: the first answer of
    /// each customer on it counts.
    fn satisfied_in_frame(&self, item: &Item, column: &Column) -> Option<Rate> {
        let frame = self.panel.population?;
        let Column::Codes(codes) = column else {
            return None;
        };
        let judged = Judged::of(item.scale.as_ref()?, self.rules().na)?;
        let mut first = self.panel.whose.first_listed();
        let (mut hits, mut base) = (0, 0);
        for (at, code) in codes.iter().enumerate() {
            let code = usize::from(*code);
            if judged.base[code] && first(at) {
                base += 1;
                hits += usize::from(judged.satisfied[code]);
            }
        }
        in_frame(hits, base, frame)
    }

    fn dimensions(
        &self,
        scores: &ReturnScores,
        satisfied: &Satisfied,
        shares: &[Option<Share>],
    ) -> Vec<DimensionFigures> {
        let below = self.satisfied_below(shares);
        let nodes = self.tree.nodes.iter().enumerate();
        nodes
            .map(|(at, node)| {
                let dimension = &self.questionnaire.dimensions[node.dimension];
                let mean = self.mean(&scores.nodes[at], self.ends(|leaf| self.lies_in(leaf, at)));
                DimensionFigures {
                    code: dimension.code.clone(),
                    name: dimension.name.clone(),
                    parent: dimension.parent.clone(),
                    level: node.level,
                    weight: dimension.weight,
                    share: self.tree.node_share(at),
                    figure: self.rated(mean, &satisfied.nodes[at], below[at]),
                }
            })
            .collect()
    }

    /// Whether a node is another or lies below it.
    fn lies_in(&self, node: usize, above: usize) -> bool {
        let up = std::iter::successors(Some(node), |at| self.tree.nodes[*at].parent);
        up.into_iter().any(|at| at == above)
    }

    /// The lowest and the highest value a return can have: the lowest and highest end of any
    /// item, since it may have answered only that one.
    fn ends(&self, within: impl Fn(usize) -> bool) -> Option<Ends> {
        let leaves = self.tree.leaves.iter().zip(&self.questionnaire.items);
        let ends = leaves.filter_map(|(leaf, item)| {
            let leaf = (*leaf)?;
            let inside = leaf.node.map_or(self.tree.everything, &within);
            Some(ends(leaf.marking, item.range()?)).filter(|_| inside)
        });
        ends.reduce(|one, other| Ends {
            low: one.low.min(other.low),
            high: one.high.max(other.high),
        })
    }

    /// Answers of all scored items below each dimension, at any depth.
    fn satisfied_below(&self, shares: &[Option<Share>]) -> Vec<Option<Share>> {
        let mut below: Vec<Option<Share>> = vec![None; self.tree.nodes.len()];
        let join = |to: &mut Option<Share>, share: Share| {
            *to = Some(to.map_or(share, |known| known.and(share)));
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
    fn mean(&self, values: &[Option<f64>], ends: Option<Ends>) -> Figure {
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
        self.figure(&spread, ends, &self.behind(values))
    }

    fn behind(&self, values: &[Option<f64>]) -> Behind {
        let n = values.iter().flatten().count();
        let has = |at: usize| values.get(at).is_some_and(Option::is_some);
        let weights = self.panel.weights.as_deref();
        self.panel.whose.behind(n, has, weights)
    }

    /// With the satisfaction rate over several items, and the others beside it.
    fn rated(&self, figure: Figure, clusters: &Clusters, share: Option<Share>) -> Figure {
        let (satisfied, rate) = clusters.rate().unzip();
        let rate = rate.flatten();
        Figure {
            satisfied,
            satisfied_low: rate.map(|rate| rate.low),
            satisfied_high: rate.map(|rate| rate.high),
            dissatisfied: share.and_then(|share| share.of(share.low)),
            middle: share.and_then(|share| share.of(share.middle?)),
            ..figure
        }
    }

    fn figure(&self, spread: &Spread, ends: Option<Ends>, behind: &Behind) -> Figure {
        let about = |answered: f64| ends.and_then(|ends| interval(spread, ends, answered));
        let firm = about(0.0);
        let listed = |frame: usize| about(behind.listed as f64 / frame as f64);
        let frame = self.panel.population.and_then(listed);
        let mut figure = Figure {
            score: spread.mean,
            n: spread.n,
            customers: behind.customers,
            effective: spread.effective,
            sd: spread.sd,
            low: firm.map(|(low, _)| low),
            high: firm.map(|(_, high)| high),
            frame_low: frame.map(|(low, _)| low),
            frame_high: frame.map(|(_, high)| high),
            few: behind.hidden(spread.effective),
            ..Figure::default()
        };
        figure.judge(self.rules());
        figure
    }

    fn notes(&self) -> Option<Note> {
        let outside: Vec<_> = (self.tree.leaves.iter().zip(&self.questionnaire.items))
            .filter(|(leaf, _)| leaf.is_some_and(|leaf| leaf.node.is_none()))
            .map(|(_, item)| item.lineage)
            .collect();
        (!self.tree.everything && !outside.is_empty()).then_some(Note::OutsideTree(outside))
    }
}

/// The lowest and the highest percent of an item.
fn ends(marking: Marking, (min, max): (f64, f64)) -> Ends {
    Ends {
        low: marking.percent(min),
        high: marking.percent(max),
    }
}
