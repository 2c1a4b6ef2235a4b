//! What a wave tells beside its scores: whether its items belong together, what matters, how
//! many customers are satisfied.

use super::column::Column;
use super::gaps::gaps;
use super::importance::importances;
use super::latent::latent;
use super::panel::Panel;
use super::reliability::reliability;
use super::satisfied_customers::satisfied_customers;
use super::tree::Tree;
use super::{
    Consistency, Filter, Gaps, Importances, ItemReliability, Latent, SatisfiedCustomers,
    WaveFigures,
};
use crate::model::{Customer, FrameEntry, LineageId, Questionnaire, WaveReturns};

/// All of it under one filter. Data only; an absent value is `None`, never NaN.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Insight {
    /// Of all scored items together.
    pub consistency: Option<Consistency>,
    /// Of the scored items of each dimension and those below it, in the order of
    /// [`WaveFigures::dimensions`]; `None` below two items and where they do not vary.
    pub dimensions: Vec<Option<Consistency>>,
    pub importance: Importances,
    /// What is wanted of items, or expected, held against what is found.
    pub gaps: Gaps,
    pub satisfied_customers: Option<SatisfiedCustomers>,
    /// Where the questionnaire declares a path model.
    pub latent: Option<Latent>,
    /// Where the items right in a dimension lie, by its place; for [`Insight::item`].
    homes: Vec<(LineageId, usize)>,
}

impl Insight {
    /// What an item is to the dimension it lies in; to all items where it lies in none.
    pub fn item(&self, lineage: LineageId) -> Option<&ItemReliability> {
        let home = self.homes.iter().find(|(known, _)| *known == lineage);
        let whole = match home {
            Some((_, dimension)) => self.dimensions.get(*dimension)?.as_ref(),
            None => self.consistency.as_ref(),
        };
        whole?.item(lineage)
    }
}

/// Over the valid returns of a wave that pass the filter. `figures` are those of the same
/// returns.
pub fn insight(
    questionnaire: &Questionnaire,
    returns: &WaveReturns,
    (frame, customers): (&[FrameEntry], &[Customer]),
    filter: &Filter,
    figures: &WaveFigures,
) -> Insight {
    let panel = Panel::of(questionnaire, returns, frame, customers, filter);
    let rows = &panel.rows;
    let asked = questionnaire.items.iter().enumerate();
    let columns: Vec<Column> = asked
        .map(|(at, item)| Column::read(item, returns.columns.get(at), rows))
        .collect();
    let tree = Tree::of(questionnaire);
    let consistency = |places: Vec<usize>| {
        let alpha = reliability(questionnaire, &columns, &places)?;
        let lineage = |at: usize| questionnaire.items[at].lineage;
        Some(Consistency {
            items: places.into_iter().map(lineage).collect(),
            alpha,
        })
    };
    // Scored items with the dimension each lies right in.
    let scored: Vec<(usize, Option<usize>)> = (tree.leaves.iter().enumerate())
        .filter_map(|(at, leaf)| Some((at, (*leaf)?.node)))
        .collect();
    let below = |node: usize, of: usize| {
        let mut up = std::iter::successors(Some(node), |at| tree.nodes[*at].parent);
        up.any(|at| at == of)
    };
    let dimension = |of: usize| {
        let inside = scored.iter();
        let inside = inside.filter(|(_, node)| node.is_some_and(|node| below(node, of)));
        consistency(inside.map(|(at, _)| *at).collect())
    };
    let lineage = |(at, node): &(usize, Option<usize>)| {
        let item = &questionnaire.items[*at];
        Some((item.lineage, (*node)?))
    };
    Insight {
        consistency: consistency(scored.iter().map(|(at, _)| *at).collect()),
        dimensions: (0..tree.nodes.len()).map(dimension).collect(),
        importance: importances(questionnaire, &columns, rows, figures),
        gaps: gaps(questionnaire, &columns, &panel, figures),
        satisfied_customers: satisfied_customers(
            returns,
            rows,
            &figures.by_return.index,
            &questionnaire.rules,
        ),
        latent: latent(questionnaire, &columns),
        homes: scored.iter().filter_map(lineage).collect(),
    }
}
