//! The satisfied answers of every return, by dimension and in all.

use super::cluster::Clusters;
use super::column::Column;
use super::judged::Judged;
use super::tree::Tree;
use crate::model::Questionnaire;

/// Returns worked on at a time, as for their scores.
const BLOCK: usize = 1024;

/// Satisfied answers and all answers of one return.
type Count = [f32; 2];

/// Satisfied answers by the return.
pub(super) struct Satisfied {
    /// One a node of the tree, of all scored items below it.
    pub nodes: Vec<Clusters>,
    pub index: Clusters,
}

/// Counts the satisfied answers of so many returns from the columns of a questionnaire.
pub(super) fn satisfied(
    questionnaire: &Questionnaire,
    tree: &Tree,
    columns: &[Column],
    returns: usize,
) -> Satisfied {
    let sources = sources(questionnaire, tree, columns);
    let nodes = tree.nodes.len();
    let mut told = Satisfied {
        nodes: vec![Clusters::default(); nodes],
        index: Clusters::default(),
    };
    // The last one counts for the index.
    let mut counts: Vec<Vec<Count>> = vec![vec![[0.0; 2]; BLOCK]; nodes + 1];
    for start in (0..returns).step_by(BLOCK) {
        let end = returns.min(start + BLOCK);
        counts.iter_mut().for_each(|it| it.fill([0.0; 2]));
        for source in &sources {
            let codes = &source.codes[start..end];
            for (count, code) in counts[source.at].iter_mut().zip(codes) {
                let [hit, answer] = source.table[usize::from(*code)];
                count[0] += hit;
                count[1] += answer;
            }
        }
        for at in (0..nodes).rev() {
            let own = std::mem::take(&mut counts[at]);
            let above = &mut counts[tree.nodes[at].parent.unwrap_or(nodes)];
            for (sum, own) in above.iter_mut().zip(&own[..end - start]) {
                sum[0] += own[0];
                sum[1] += own[1];
            }
            told.nodes[at].take(&own[..end - start]);
            counts[at] = own;
        }
        told.index.take(&counts[nodes][..end - start]);
    }
    told
}

impl Clusters {
    fn take(&mut self, returns: &[Count]) {
        for [hits, answers] in returns {
            self.add(f64::from(*hits), f64::from(*answers));
        }
    }
}

/// One scored item with satisfied options.
struct Source<'a> {
    codes: &'a [u8],
    /// Its node, or behind the last for one that enters the index alone.
    at: usize,
    table: [Count; 256],
}

fn sources<'a>(
    questionnaire: &Questionnaire,
    tree: &Tree,
    columns: &'a [Column<'a>],
) -> Vec<Source<'a>> {
    let leaves = tree.leaves.iter().zip(&questionnaire.items).zip(columns);
    leaves
        .filter_map(|((leaf, item), column)| {
            let Column::Codes(codes) = column else {
                return None;
            };
            let outside = tree.everything.then_some(tree.nodes.len());
            let at = leaf.as_ref()?.node.or(outside)?;
            let judged = Judged::of(item.scale.as_ref()?, questionnaire.rules.na)?;
            let one = |yes: bool| if yes { 1.0 } else { 0.0 };
            let table = std::array::from_fn(|it| [one(judged.satisfied[it]), one(judged.base[it])]);
            Some(Source { codes, at, table })
        })
        .collect()
}
