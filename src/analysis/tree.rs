//! The tree of dimensions with the scored items as leaves, and what each weighs.

use rustc_hash::FxHashMap;

use super::score::Marking;
use crate::model::{IndexRule, Questionnaire};

/// One dimension.
#[derive(Clone, Debug)]
pub(super) struct Node {
    /// Position in [`Questionnaire::dimensions`].
    pub dimension: usize,
    /// Position of the node above.
    pub parent: Option<usize>,
    pub level: usize,
    /// 0 when nothing below it is scored.
    pub weight: f64,
    /// What everything right below it weighs together.
    pub below: f64,
}

/// A scored item.
#[derive(Clone, Copy, Debug)]
pub(super) struct Leaf {
    pub marking: Marking,
    pub weight: f64,
    /// The node it hangs on; `None` outside the tree.
    pub node: Option<usize>,
}

/// Dimensions in tree order, each before those below it, and the scored items.
#[derive(Clone, Debug)]
pub(super) struct Tree {
    pub nodes: Vec<Node>,
    /// One an item of the questionnaire; `None` for what is not scored.
    pub leaves: Vec<Option<Leaf>>,
    /// No scored item lies in a dimension: the whole questionnaire is one.
    pub flat: bool,
    /// Every scored item enters the index, those outside the tree too.
    pub everything: bool,
    /// What the top dimensions weigh together; the scored items where the index does not go
    /// by dimension.
    pub top: f64,
}

impl Tree {
    pub fn of(questionnaire: &Questionnaire) -> Self {
        let mut nodes = nodes(questionnaire);
        let by_code = by_code(questionnaire);
        let mut place = vec![None; questionnaire.dimensions.len()];
        for (at, node) in nodes.iter().enumerate() {
            place[node.dimension] = Some(at);
        }
        let leaves: Vec<Option<Leaf>> = questionnaire
            .items
            .iter()
            .map(|item| {
                let marking = Marking::of(item, &questionnaire.rules)?;
                let dimension = item.dimension.as_deref();
                let node = dimension.and_then(|code| place[*by_code.get(code)?]);
                (item.scored && positive(item.weight)).then_some(Leaf {
                    marking,
                    weight: item.weight,
                    node,
                })
            })
            .collect();
        for leaf in leaves.iter().flatten() {
            if let Some(node) = leaf.node {
                nodes[node].below += leaf.weight;
            }
        }
        // From the leaves up: a dimension with nothing scored below it weighs nothing.
        for at in (0..nodes.len()).rev() {
            if nodes[at].below == 0.0 {
                nodes[at].weight = 0.0;
            }
            if let Some(parent) = nodes[at].parent {
                nodes[parent].below += nodes[at].weight;
            }
        }
        let flat = leaves.iter().flatten().all(|leaf| leaf.node.is_none());
        let everything = flat || questionnaire.rules.index == IndexRule::Pooled;
        let top = if everything {
            leaves.iter().flatten().map(|leaf| leaf.weight).sum()
        } else {
            let tops = nodes.iter().filter(|node| node.parent.is_none());
            tops.map(|node| node.weight).sum()
        };
        Self {
            nodes,
            leaves,
            flat,
            everything,
            top,
        }
    }

    /// Share (0–1) of the item's weight among its siblings; `None` when it enters nothing.
    pub fn item_share(&self, item: usize) -> Option<f64> {
        let leaf = self.leaves.get(item).copied().flatten()?;
        match leaf.node {
            Some(node) => Some(leaf.weight / self.nodes[node].below),
            None => self.everything.then(|| leaf.weight / self.top),
        }
    }

    /// Share (0–1) of the dimension's weight among its siblings.
    pub fn node_share(&self, node: usize) -> Option<f64> {
        let known = &self.nodes[node];
        let siblings = match known.parent {
            Some(parent) => self.nodes[parent].below,
            None => self
                .nodes
                .iter()
                .filter(|node| node.parent.is_none())
                .map(|node| node.weight)
                .sum(),
        };
        (known.weight > 0.0).then(|| known.weight / siblings)
    }

    /// Share (0–1) of the whole index the item holds; `None` when it enters nothing.
    pub fn share_of_index(&self, item: usize) -> Option<f64> {
        let leaf = self.leaves.get(item).copied().flatten()?;
        if self.everything {
            return Some(leaf.weight / self.top);
        }
        let mut share = self.item_share(item)?;
        let mut at = leaf.node;
        while let Some(node) = at {
            share *= self.node_share(node)?;
            at = self.nodes[node].parent;
        }
        Some(share)
    }

    /// Share (0–1) the item holds of the dimension at or above it that is the wanted one, by
    /// position in the questionnaire; `None` when it lies elsewhere.
    pub fn share_of_dimension(&self, item: usize, wanted: impl Fn(usize) -> bool) -> Option<f64> {
        let leaf = self.leaves.get(item).copied().flatten()?;
        let mut at = leaf.node?;
        let mut share = leaf.weight / self.nodes[at].below;
        while !wanted(self.nodes[at].dimension) {
            share *= self.node_share(at)?;
            at = self.nodes[at].parent?;
        }
        Some(share)
    }
}

/// The dimensions in tree order. Those of a circle hang on nothing and are left out; a parent
/// that does not exist is none.
fn nodes(questionnaire: &Questionnaire) -> Vec<Node> {
    let dimensions = &questionnaire.dimensions;
    let by_code = by_code(questionnaire);
    let mut tops = Vec::new();
    let mut below: Vec<Vec<usize>> = vec![Vec::new(); dimensions.len()];
    for (at, dimension) in dimensions.iter().enumerate() {
        let parent = dimension.parent.as_deref();
        match parent.and_then(|code| by_code.get(code)) {
            Some(parent) => below[*parent].push(at),
            None => tops.push(at),
        }
    }
    let mut nodes: Vec<Node> = Vec::with_capacity(dimensions.len());
    let mut waiting: Vec<(usize, Option<usize>)> =
        tops.into_iter().rev().map(|at| (at, None)).collect();
    while let Some((at, parent)) = waiting.pop() {
        let node = nodes.len();
        let weight = Some(dimensions[at].weight).filter(|weight| positive(*weight));
        nodes.push(Node {
            dimension: at,
            parent,
            level: parent.map_or(0, |parent: usize| nodes[parent].level + 1),
            weight: weight.unwrap_or(0.0),
            below: 0.0,
        });
        waiting.extend(below[at].iter().rev().map(|child| (*child, Some(node))));
    }
    nodes
}

/// The first dimension of each code.
fn by_code(questionnaire: &Questionnaire) -> FxHashMap<&str, usize> {
    let mut codes = FxHashMap::default();
    for (at, dimension) in questionnaire.dimensions.iter().enumerate() {
        codes.entry(dimension.code.as_str()).or_insert(at);
    }
    codes
}

fn positive(weight: f64) -> bool {
    weight.is_finite() && weight > 0.0
}
