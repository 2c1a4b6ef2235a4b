//! Indices of blocks no single question measures, as national customer satisfaction indices
//! reckon them (ACSI, CCSI): a path model weighs the items of each block.

mod bootstrap;
mod path_model;

use self::path_model::{Fit, Plan, fit};
use super::column::Column;
use super::moments::{Moments, Numbers, complete};
use crate::model::{Normalisation, Questionnaire, Rules};

/// What the path model says of a wave.
#[derive(Clone, Debug, PartialEq)]
pub struct Latent {
    /// Returns that answered every item of every block.
    pub n: usize,
    /// In the order of the dimensions.
    pub blocks: Vec<LatentBlock>,
    pub paths: Vec<LatentPath>,
}

/// One block of items.
#[derive(Clone, Debug, PartialEq)]
pub struct LatentBlock {
    /// Code of its dimension.
    pub code: String,
    pub name: String,
    /// 0–100, the worst answers to all items being 0 (Fornell, Johnson, Anderson, Cha & Bryant
    /// 1996, J. Marketing 60(4):7); `None` where its weights cancel each other.
    pub index: Option<f64>,
    /// 95 % bootstrap interval of the index.
    pub low: Option<f64>,
    pub high: Option<f64>,
    /// The same of equally weighted items.
    pub mean: f64,
    /// Share (0–1) of its variance that the blocks acting on it explain; `None` where none do.
    pub r2: Option<f64>,
}

/// How one block acts on another.
#[derive(Clone, Debug, PartialEq)]
pub struct LatentPath {
    /// Codes of the dimensions.
    pub from: String,
    pub to: String,
    /// Of standardised blocks.
    pub coefficient: f64,
}

/// The path model a questionnaire declares, over the complete ones of the returns the columns
/// hold. `None` where none is declared and where the answers do not carry it.
pub(super) fn latent(questionnaire: &Questionnaire, columns: &[Column]) -> Option<Latent> {
    let model = Model::of(questionnaire)?;
    let rules = Rules {
        normalisation: Normalisation::MinMax,
        ..questionnaire.rules.clone()
    };
    let numbers = model.items.iter().map(|at| {
        let item = &questionnaire.items[*at];
        Numbers::of(item, &columns[*at], &rules)
    });
    let numbers: Vec<Numbers> = numbers.collect::<Option<_>>()?;
    let moments = Moments::of(&numbers);
    // As many returns as items say nothing of how those go together.
    if moments.n <= model.items.len() {
        return None;
    }
    let fit = fit(&moments.correlations()?, &model.plan)?;
    let indices = indices(&moments, &model.plan, &fit);
    let intervals = bootstrap::intervals(&complete(&numbers), &model.plan);
    let block = |at: usize| {
        let dimension = &questionnaire.dimensions[model.dimensions[at]];
        let items = &model.plan.blocks[at];
        let sum: f64 = items.iter().map(|item| moments.means[*item]).sum();
        let interval = intervals.as_ref().map(|all| all[at]);
        LatentBlock {
            code: dimension.code.clone(),
            name: dimension.name.clone(),
            index: indices[at],
            low: interval.map(|(low, _)| low),
            high: interval.map(|(_, high)| high),
            mean: sum / items.len() as f64,
            r2: fit.explained[at],
        }
    };
    let code = |at: usize| questionnaire.dimensions[model.dimensions[at]].code.clone();
    let paths = model.plan.paths.iter().zip(&fit.coefficients);
    Some(Latent {
        n: moments.n,
        blocks: (0..model.dimensions.len()).map(block).collect(),
        paths: paths
            .map(|((from, to), coefficient)| LatentPath {
                from: code(*from),
                to: code(*to),
                coefficient: *coefficient,
            })
            .collect(),
    })
}

/// Index of each block: its items weighed by w/s on their own scales.
fn indices(moments: &Moments, plan: &Plan, fit: &Fit) -> Vec<Option<f64>> {
    let blocks = plan.blocks.iter().zip(&fit.weights);
    let index = |(items, weights): (&Vec<usize>, &Vec<f64>)| {
        let (mut sum, mut all) = (0.0, 0.0);
        for (item, weight) in items.iter().zip(weights) {
            let weight = weight / moments.sd(*item);
            sum += weight * moments.means[*item];
            all += weight;
        }
        let index = sum / all;
        (index.is_finite() && all > 0.0).then_some(index)
    };
    blocks.map(index).collect()
}

/// What the questionnaire declares, in places.
struct Model {
    /// Positions of the dimensions that are blocks.
    dimensions: Vec<usize>,
    /// Positions of the items, block by block.
    items: Vec<usize>,
    plan: Plan,
}

impl Model {
    /// `None` without a path, and where a path names no dimension or a block has no item with
    /// scores.
    fn of(questionnaire: &Questionnaire) -> Option<Self> {
        let place = |code: &str| {
            let mut dimensions = questionnaire.dimensions.iter();
            dimensions.position(|dimension| dimension.code == code)
        };
        let mut paths = Vec::new();
        for path in &questionnaire.influences {
            paths.push((place(&path.from)?, place(&path.to)?));
        }
        let mut dimensions: Vec<usize> = paths.iter().flat_map(|(a, b)| [*a, *b]).collect();
        dimensions.sort_unstable();
        dimensions.dedup();
        let block = |dimension: usize| dimensions.iter().position(|known| *known == dimension);
        let paths: Option<Vec<(usize, usize)>> = paths
            .iter()
            .map(|(from, to)| Some((block(*from)?, block(*to)?)))
            .collect();
        let (mut items, mut blocks) = (Vec::new(), Vec::new());
        for dimension in &dimensions {
            let code = questionnaire.dimensions[*dimension].code.as_str();
            let own = measuring(questionnaire, code);
            blocks.push((items.len()..items.len() + own.len()).collect());
            items.extend(own);
        }
        let sound = !dimensions.is_empty() && blocks.iter().all(|it: &Vec<usize>| !it.is_empty());
        sound.then_some(())?;
        Some(Self {
            dimensions,
            items,
            plan: Plan {
                blocks,
                paths: paths?,
            },
        })
    }
}

/// Items in a dimension that have scores, whether they enter the index or not.
fn measuring(questionnaire: &Questionnaire, code: &str) -> Vec<usize> {
    let items = questionnaire.items.iter().enumerate();
    let measures = items.filter(|(_, item)| {
        let inside = item.dimension.as_deref() == Some(code);
        inside
            && item.importance_of.is_none()
            && item.kind.may_be_scored()
            && item.range().is_some()
    });
    measures.map(|(at, _)| at).collect()
}

#[cfg(test)]
mod tests;
