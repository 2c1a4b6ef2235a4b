//! From the answers of each return to its dimensions and its index.

use super::ByReturn;
use super::column::{Column, Reply};
use super::tree::{Leaf, Tree};
use crate::model::{IndexRule, Questionnaire, Rules};

/// Returns worked on at a time: their sums stay in the processor's nearest memory while all
/// columns go by.
const BLOCK: usize = 1024;

/// What each return scored; `None` where too little was answered.
pub(super) struct ReturnScores {
    pub index: Vec<Option<f64>>,
    /// One list a node of the tree.
    pub nodes: Vec<Vec<Option<f64>>>,
}

/// ReturnScores `returns` returns from the columns of a questionnaire, in the order of its items.
pub(super) fn scores(
    questionnaire: &Questionnaire,
    tree: &Tree,
    columns: &[Column],
    returns: usize,
) -> ReturnScores {
    let scorer = Scorer {
        tree,
        rules: &questionnaire.rules,
        sources: sources(questionnaire, tree, columns),
    };
    let mut scores = ReturnScores {
        index: Vec::with_capacity(returns),
        nodes: vec![Vec::with_capacity(returns); tree.nodes.len()],
    };
    let mut sums = Sums {
        nodes: vec![vec![[0.0; 2]; BLOCK]; tree.nodes.len()],
        index: vec![[0.0; 2]; BLOCK],
        answered: vec![0.0; BLOCK],
    };
    for start in (0..returns).step_by(BLOCK) {
        let end = returns.min(start + BLOCK);
        sums.clear();
        for source in &scorer.sources {
            scorer.add(&mut sums, source, start, end);
        }
        scorer.finish(&mut sums, end - start, &mut scores);
    }
    scores
}

/// Σ w·p and Σ w of one return.
type Sum = [f64; 2];

/// The sums of one block of returns.
struct Sums {
    nodes: Vec<Vec<Sum>>,
    /// Of the index: over dimensions, over items, or points reached and possible.
    index: Vec<Sum>,
    /// Weight answered, with pooling.
    answered: Vec<f64>,
}

impl Sums {
    fn clear(&mut self) {
        for node in &mut self.nodes {
            node.fill([0.0; 2]);
        }
        self.index.fill([0.0; 2]);
        self.answered.fill(0.0);
    }
}

/// One scored item.
struct Source<'a> {
    column: &'a Column<'a>,
    leaf: Leaf,
    /// What each byte of a packed column adds: w·p and w; marks and N/A options nothing.
    percents: [Sum; 256],
    /// Points reached and possible, times w.
    points: [Sum; 256],
}

fn sources<'a>(
    questionnaire: &Questionnaire,
    tree: &Tree,
    columns: &'a [Column<'a>],
) -> Vec<Source<'a>> {
    let leaves = tree.leaves.iter().zip(&questionnaire.items).zip(columns);
    leaves
        .filter_map(|((leaf, item), column)| {
            let leaf = (*leaf)?;
            let options = item.scale.iter().flat_map(|scale| &scale.options);
            let scores: Vec<Option<f64>> = options.map(|option| option.score).collect();
            Some(Source {
                column,
                leaf,
                percents: table(&scores, |score| percent(leaf, score)),
                points: table(&scores, |score| points(leaf, score)),
            })
        })
        .collect()
}

fn table(scores: &[Option<f64>], of: impl Fn(f64) -> Sum) -> [Sum; 256] {
    let mut table = [[0.0; 2]; 256];
    for (cell, score) in table.iter_mut().zip(scores) {
        if let Some(score) = score {
            *cell = of(*score);
        }
    }
    table
}

fn percent(leaf: Leaf, score: f64) -> Sum {
    [leaf.weight * leaf.marking.percent(score), leaf.weight]
}

fn points(leaf: Leaf, score: f64) -> Sum {
    [
        leaf.weight * leaf.marking.reached(score),
        leaf.weight * leaf.marking.possible(),
    ]
}

struct Scorer<'a> {
    tree: &'a Tree,
    rules: &'a Rules,
    sources: Vec<Source<'a>>,
}

impl Scorer<'_> {
    /// Adds what the returns from `start` to `end` answered to one item.
    fn add(&self, sums: &mut Sums, source: &Source, start: usize, end: usize) {
        let leaf = source.leaf;
        let pooled = self.rules.index == IndexRule::Pooled;
        match source.column {
            Column::Codes(codes) => {
                let codes = &codes[start..end];
                if let Some(node) = leaf.node {
                    add_codes(&mut sums.nodes[node], codes, &source.percents);
                }
                if pooled {
                    add_codes(&mut sums.index, codes, &source.points);
                    for (answered, code) in sums.answered.iter_mut().zip(codes) {
                        *answered += source.percents[usize::from(*code)][1];
                    }
                } else if self.tree.flat {
                    add_codes(&mut sums.index, codes, &source.percents);
                }
            }
            Column::Numbers(replies) => {
                let replies = &replies[start..end];
                if let Some(node) = leaf.node {
                    add_numbers(&mut sums.nodes[node], replies, |x| percent(leaf, x));
                }
                if pooled {
                    add_numbers(&mut sums.index, replies, |x| points(leaf, x));
                    for (answered, reply) in sums.answered.iter_mut().zip(replies) {
                        let given = matches!(reply, Reply::Given(_));
                        *answered += if given { leaf.weight } else { 0.0 };
                    }
                } else if self.tree.flat {
                    add_numbers(&mut sums.index, replies, |x| percent(leaf, x));
                }
            }
            Column::Ticks(_) | Column::Words(_) => {}
        }
    }

    /// Dimensions from the leaves up, then the index, of the first `returns` sums.
    fn finish(&self, sums: &mut Sums, returns: usize, scores: &mut ReturnScores) {
        let by_dimension = !self.tree.everything;
        for at in (0..self.tree.nodes.len()).rev() {
            let node = &self.tree.nodes[at];
            let enough = self.enough(node.below);
            let own = std::mem::take(&mut sums.nodes[at]);
            let defined = scores.nodes[at].len();
            scores.nodes[at].extend(own[..returns].iter().map(|sum| mean(sum, enough)));
            let above = match node.parent {
                Some(parent) => Some(&mut sums.nodes[parent]),
                None => by_dimension.then_some(&mut sums.index),
            };
            if let Some(above) = above.filter(|_| node.weight > 0.0) {
                for (sum, score) in above.iter_mut().zip(&scores.nodes[at][defined..]) {
                    if let Some(score) = score {
                        sum[0] += node.weight * score;
                        sum[1] += node.weight;
                    }
                }
            }
            sums.nodes[at] = own;
        }
        let index = &sums.index[..returns];
        if self.rules.index == IndexRule::Pooled {
            let enough = self.enough(self.tree.top);
            let both = index.iter().zip(&sums.answered);
            scores
                .index
                .extend(both.map(|([reached, possible], answered)| {
                    (*answered >= enough).then(|| 100.0 * reached / possible)
                }));
        } else {
            // One defined dimension is enough; a flat questionnaire is itself a dimension.
            let enough = if by_dimension {
                f64::MIN_POSITIVE
            } else {
                self.enough(self.tree.top)
            };
            scores
                .index
                .extend(index.iter().map(|sum| mean(sum, enough)));
        }
    }

    /// The weight that must have been answered of `total`; with a minimum of 0 any answer
    /// does. Rounded down a little, because shares such as 0.6 of 5 are no binary fractions.
    fn enough(&self, total: f64) -> f64 {
        (total * (self.rules.min_answered - 1e-9)).max(f64::MIN_POSITIVE)
    }
}

fn mean([points, weight]: &Sum, enough: f64) -> Option<f64> {
    (*weight >= enough).then(|| points / weight)
}

fn add_codes(sums: &mut [Sum], codes: &[u8], table: &[Sum; 256]) {
    for (sum, code) in sums.iter_mut().zip(codes) {
        let [points, weight] = table[usize::from(*code)];
        sum[0] += points;
        sum[1] += weight;
    }
}

fn add_numbers(sums: &mut [Sum], replies: &[Reply<f64>], of: impl Fn(f64) -> Sum) {
    for (sum, reply) in sums.iter_mut().zip(replies) {
        if let Reply::Given(score) = reply {
            let [points, weight] = of(*score);
            sum[0] += points;
            sum[1] += weight;
        }
    }
}

impl ReturnScores {
    /// One value a return of the wave: the scores are those at these rows of so many.
    pub fn by_return(self, rows: &[usize], returns: usize) -> ByReturn {
        let whole = |values| spread_out(values, rows, returns);
        ByReturn {
            index: whole(self.index),
            dimensions: self.nodes.into_iter().map(whole).collect(),
        }
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
