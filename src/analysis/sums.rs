//! From the answers of each return to its dimensions and its index.

use super::column::{Column, Reply};
use super::tree::{Leaf, Tree};
use crate::model::{IndexRule, Questionnaire, Rules};

/// What each return scored; `None` where too little was answered.
pub(super) struct Scores {
    pub index: Vec<Option<f64>>,
    /// One list a node of the tree.
    pub nodes: Vec<Vec<Option<f64>>>,
}

/// Σ w·p and Σ w of every return, for one dimension.
type Sums = Vec<[f64; 2]>;

/// Runs once over the columns, adding every answer to the dimension it belongs to.
pub(super) struct Scorer<'a> {
    tree: &'a Tree,
    rules: &'a Rules,
    nodes: Vec<Sums>,
    /// Of the index where it does not go by dimension: Σ w·p and Σ w, or with pooling the
    /// points reached and possible.
    whole: Sums,
    /// Weight answered, with pooling.
    answered: Vec<f64>,
}

impl<'a> Scorer<'a> {
    pub fn new(tree: &'a Tree, questionnaire: &'a Questionnaire, returns: usize) -> Self {
        let rules = &questionnaire.rules;
        let pooled = rules.index == IndexRule::Pooled;
        let needed = |wanted: bool| if wanted { returns } else { 0 };
        Self {
            tree,
            rules,
            nodes: vec![vec![[0.0; 2]; returns]; tree.nodes.len()],
            whole: vec![[0.0; 2]; needed(pooled || tree.flat)],
            answered: vec![0.0; needed(pooled)],
        }
    }

    /// Adds what was answered to the `item`-th item; nothing for one that is not scored.
    /// `scores` are the raw scores of the options.
    pub fn add(&mut self, item: usize, column: &Column, scores: &[Option<f64>]) {
        let Some(leaf) = self.tree.leaves.get(item).copied().flatten() else {
            return;
        };
        let percent = |score| [leaf.weight * leaf.marking.percent(score), leaf.weight];
        if let Some(node) = leaf.node {
            add(&mut self.nodes[node], column, scores, percent);
        }
        if self.rules.index == IndexRule::Pooled {
            let points = |score| points(leaf, score);
            add(&mut self.whole, column, scores, points);
            add_weight(&mut self.answered, column, scores, leaf.weight);
        } else if self.tree.flat {
            add(&mut self.whole, column, scores, percent);
        }
    }

    /// Dimensions from the leaves up, then the index.
    pub fn finish(mut self) -> Scores {
        let mut nodes: Vec<Vec<Option<f64>>> = vec![Vec::new(); self.nodes.len()];
        let mut top: Sums = vec![[0.0; 2]; self.nodes.first().map_or(0, Vec::len)];
        for at in (0..self.nodes.len()).rev() {
            let node = &self.tree.nodes[at];
            let sums = std::mem::take(&mut self.nodes[at]);
            let enough = self.enough(node.below);
            let defined: Vec<Option<f64>> = sums
                .iter()
                .map(|[points, weight]| (*weight >= enough).then(|| points / weight))
                .collect();
            let above = match node.parent {
                Some(parent) => &mut self.nodes[parent],
                None => &mut top,
            };
            for (sum, score) in above.iter_mut().zip(&defined) {
                if let (Some(score), true) = (score, node.weight > 0.0) {
                    sum[0] += node.weight * score;
                    sum[1] += node.weight;
                }
            }
            nodes[at] = defined;
        }
        Scores {
            index: self.index(&top),
            nodes,
        }
    }

    fn index(&self, top: &Sums) -> Vec<Option<f64>> {
        let mean = |[points, weight]: &[f64; 2], defined: bool| defined.then(|| points / weight);
        let enough = self.enough(self.tree.top);
        if self.rules.index == IndexRule::Pooled {
            let both = self.whole.iter().zip(&self.answered);
            both.map(|([reached, possible], answered)| {
                (*answered >= enough).then(|| 100.0 * reached / possible)
            })
            .collect()
        } else if self.tree.flat {
            let whole = self.whole.iter();
            whole.map(|sum| mean(sum, sum[1] >= enough)).collect()
        } else {
            top.iter().map(|sum| mean(sum, sum[1] > 0.0)).collect()
        }
    }

    /// The weight that must have been answered of `total`; with a minimum of 0 any answer
    /// does. Rounded down a little, because shares such as 0.6 of 5 are no binary fractions.
    fn enough(&self, total: f64) -> f64 {
        (total * (self.rules.min_answered - 1e-9)).max(f64::MIN_POSITIVE)
    }
}

/// Points reached and points possible, each times the weight.
fn points(leaf: Leaf, score: f64) -> [f64; 2] {
    [
        leaf.weight * leaf.marking.reached(score),
        leaf.weight * leaf.marking.possible(),
    ]
}

fn add(sums: &mut Sums, column: &Column, scores: &[Option<f64>], of: impl Fn(f64) -> [f64; 2]) {
    match column {
        Column::Codes(codes) => {
            let table = table(scores, of);
            for (sum, code) in sums.iter_mut().zip(codes.iter()) {
                let [points, weight] = table[usize::from(*code)];
                sum[0] += points;
                sum[1] += weight;
            }
        }
        Column::Numbers(replies) => {
            for (sum, reply) in sums.iter_mut().zip(replies) {
                if let Reply::Given(score) = reply {
                    let [points, weight] = of(*score);
                    sum[0] += points;
                    sum[1] += weight;
                }
            }
        }
        Column::Ticks(_) | Column::Words(_) => {}
    }
}

fn add_weight(sums: &mut [f64], column: &Column, scores: &[Option<f64>], weight: f64) {
    match column {
        Column::Codes(codes) => {
            let table = table(scores, |_| [weight, 0.0]);
            for (sum, code) in sums.iter_mut().zip(codes.iter()) {
                *sum += table[usize::from(*code)][0];
            }
        }
        Column::Numbers(replies) => {
            for (sum, reply) in sums.iter_mut().zip(replies) {
                *sum += if let Reply::Given(_) = reply {
                    weight
                } else {
                    0.0
                };
            }
        }
        Column::Ticks(_) | Column::Words(_) => {}
    }
}

/// What each byte of a packed column adds; marks and N/A options add nothing.
fn table(scores: &[Option<f64>], of: impl Fn(f64) -> [f64; 2]) -> [[f64; 2]; 256] {
    let mut table = [[0.0; 2]; 256];
    for (cell, score) in table.iter_mut().zip(scores) {
        if let Some(score) = score {
            *cell = of(*score);
        }
    }
    table
}
